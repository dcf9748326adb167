/**
 * Why we think so: a code and typed parameters, never text. `words/` has one sentence per code and language,
 * and a code without its four sentences does not compile.
 *
 * Parameters are SI with their unit in the name; the catalogue decides how a reader sees them.
 */
export type ReasonParams = {
  /** A radio bearing or a radar plot: an independent sensor saw a body. */
  'body-seen': { sensors: number }
  'body-seen-by': { node: string; agoS: number }
  /** Only what the object says of itself; no sensor sees a body there. */
  'claim-only': { claim: string }
  'claim-without-body': { claims: number; radiusM: number }
  'claim-agrees': { claim: string; distanceM: number }
  'claim-contradicted': { claim: string; distanceM: number }
  'no-claim': { sinceS: number }
  'no-radio': { sinceS: number }
  callsign: { callsign: string }
  'clearance-matches': { clearance: string; operator: string }
  'clearance-broken': { clearance: string; by: 'volume' | 'hours' | 'height' }
  'kinematics-airliner': { speedMps: number; heightM: number }
  'kinematics-bird': { speedMps: number }
  'kinematics-drone': { speedMps: number; heightM: number }
  'heading-to-zone': { zone: string; timeS: number; distanceM: number }
  'inside-zone': { zone: string; sinceS: number }
  'closest-approach': { zone: string; distanceM: number; timeS: number }
  'turned-away': { zone: string; distanceM: number }
  'low-over-sea': { heightM: number; speedMps: number }
  'people-beneath': { site: string; headcount: number }
  landed: { agoS: number }
  lost: { agoS: number }
  'left-zones': { agoS: number }
  'node-silent': { node: string; sinceMs: number }
  'node-biased': { node: string; biasRad: number; sigmaRad: number }
  'local-track-of': { node: string }
  /** Speed and a straight course are a wing's; nothing has measured height. */
  'fast-straight': { speedMps: number }
  /** What the sensors themselves take it for; `class` is an `ObjectClass`. */
  'class-reported': { class: string; probability: number }
  /** Radio sensors hear an emission from it. */
  'radio-heard': { sensors: number }
  /** Slow, on the ground or the water. */
  'surface-traffic': { speedMps: number }
  /** Counted in a line that stands for many claims without a body. */
  folded: { members: number }
}

export type ReasonCode = keyof ReasonParams

export type Reason = { readonly [C in ReasonCode]: { readonly code: C; readonly params: ReasonParams[C] } }[ReasonCode]
