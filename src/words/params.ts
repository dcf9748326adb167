/**
 * How the catalogue shows each parameter, by its name; the unit at a name's end says what comes in. A parameter that is
 * not listed here cannot stand in a message.
 */
export const PARAM_KINDS = {
  sensors: 'count',
  claims: 'count',
  count: 'count',
  total: 'count',
  headcount: 'count',
  members: 'count',
  agoS: 'duration',
  sinceS: 'duration',
  timeS: 'duration',
  sigmaS: 'duration',
  distanceM: 'distance',
  radiusM: 'distance',
  heightM: 'height',
  speedMps: 'speed',
  climbMps: 'climb',
  biasRad: 'angle',
  sigmaRad: 'angle',
  biasDeg: 'angleDeg',
  sigmaDeg: 'angleDeg',
  bearingDeg: 'bearing',
  probability: 'percent',
  sinceMs: 'time',
  atMs: 'time',
  offsetMs: 'milliseconds',
  claim: 'claim',
  callsign: 'code',
  clearance: 'code',
  id: 'code',
  node: 'node',
  site: 'site',
  zone: 'zone',
  operator: 'name',
  name: 'name',
  person: 'name',
  post: 'name',
  text: 'name',
  by: 'choice',
  class: 'class',
} as const

export type ParamName = keyof typeof PARAM_KINDS
export type ParamKind = (typeof PARAM_KINDS)[ParamName]

type TextKind = 'class' | 'claim' | 'code' | 'node' | 'site' | 'zone' | 'name' | 'choice'

/** What a caller gives for one parameter: SI numbers, or text. */
export type ParamValue<P extends ParamName> = (typeof PARAM_KINDS)[P] extends TextKind ? string : number
export type ParamsFor<P extends ParamName> = { readonly [Name in P]: ParamValue<Name> }
