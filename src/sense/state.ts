import type { Claim, Detection } from '../model/detection.ts'
import type { FeedDefinition, NodeDefinition } from '../model/event.ts'
import type { CellFrame } from '../math/geodesy.ts'
import type { CprPosition } from '../wire/adsb/cpr.ts'

/**
 * What the sense stage remembers between entries: plain data, so that a snapshot of it behaves the same. Everything in it is
 * bounded: connections by the doors, nodes by the event definition and `MAX_UNDEFINED_NODES`, aircraft by `MAX_AIRCRAFT`.
 */
export type SenseState = {
  readonly nodes: Map<string, NodeState>
  readonly feeds: Map<string, FeedState>
  /** By number of the connection; closed ones are forgotten. */
  readonly connections: Map<number, ConnectionState>
  /** By feed and address, least recently heard first. */
  readonly aircraft: Map<string, AircraftState>
  /** Last `senseTick` that looked at silence and counters. */
  lastSweepMs: number
}

/** What is fixed while an entry is handled. `declinationRad`: magnetic north's azimuth from true north. */
export type SenseContext = {
  readonly nodes: ReadonlyMap<string, NodeDefinition>
  readonly feeds: ReadonlyMap<string, FeedDefinition>
  readonly frame: CellFrame
  readonly qnhPa: number
  /** Geoid above the ellipsoid, m. */
  readonly geoidM: number
  readonly declinationRad: number
  readonly mode: 'demo' | 'exercise' | 'serve'
}

/** `bytes` may be empty where only `close` is meant. */
export type SenseReply = { readonly connection: number; readonly bytes: Uint8Array; readonly close: boolean }

/** nodes, feeds: those whose health is worth showing anew. */
export type SenseResult = {
  readonly detections: Detection[]
  readonly claims: Claim[]
  readonly replies: SenseReply[]
  readonly nodes: string[]
  readonly feeds: string[]
}

/** What people and rules say of a node, apart from whether it speaks. */
export type Standing = 'expected' | 'pending' | 'accepted' | 'refused' | 'status-only'
export type HealthState = 'expected' | 'pending' | 'operational' | 'silent' | 'fault' | 'goodbye' | 'refused' | 'status-only'

export type NodeState = {
  readonly id: string
  name: string
  standing: Standing
  /** A person's word lasts; a rule's (a simulated node in `serve`) is judged anew at each registration. */
  refusedBy: 'person' | 'rule' | undefined
  system: 'ok' | 'fault' | 'goodbye'
  silent: boolean
  /** Silence means something: it sends a heartbeat, or is a radar or a receiver that is never without something to say. */
  watched: boolean
  state: HealthState
  stateSinceMs: number
  lastSeenMs: number | undefined
  blindSinceMs: number | undefined
  feed: string
  /** 0: none, or a door without connections. */
  connection: number
  detections: number
  rejected: number
  lastReject: string | undefined
  readonly clock: ClockState
  sapient: SapientNode | undefined
  /** Counters have changed since they were last shown. */
  dirty: boolean
}

/** What a SAPIENT node said at its registration and in its status, as far as it is used. */
export type SapientNode = {
  readonly simulated: boolean
  readonly effector: boolean
  readonly fusion: boolean
  readonly kind: NodeDefinition['sensor']
  readonly statusIntervalMs: number
  readonly utmZone: string | undefined
  /** Metres per unit of `x_error` and `y_error`; undefined: not told, to be guessed from the size. */
  readonly errorUnit: 'metres' | 'degrees' | 'radians' | undefined
  /** m/s per unit of the rates to the east and north, and of the rate upwards: the standard names each. */
  readonly speedUnitMps: number
  readonly climbUnitMps: number
  /** `system` of the last status with INFO_NEW; undefined before the first. */
  newSystem: number | undefined
  place: { readonly latRad: number; readonly lonRad: number; readonly altHaeM: number } | undefined
}

/** Sender's clock against ours: the last differences, sender less arrival, ms. */
export type ClockState = { readonly samplesMs: Float64Array; count: number; offsetMs: number | undefined }

export type FeedState = {
  readonly id: string
  state: 'waiting' | 'live' | 'silent'
  stateSinceMs: number
  connections: number
  frames: number
  bytes: number
  accepted: number
  rejected: number
  shed: number
  lastReject: string | undefined
  lastFrameMs: number | undefined
  dirty: boolean
}

/** node: undefined until a registration has come over it. */
export type ConnectionState = { readonly number: number; readonly feed: string; readonly peer: string; node: string | undefined }

export type HeardCpr = { readonly cpr: CprPosition; readonly atMs: number; readonly surface: boolean }

/** One aircraft as one feed hears it. Every value has its own time, for the messages carry one each. */
export type AircraftState = {
  readonly address: string
  lastMs: number
  even: HeardCpr | undefined
  odd: HeardCpr | undefined
  place: { readonly latDeg: number; readonly lonDeg: number; readonly atMs: number } | undefined
  altPressFt: { readonly value: number; readonly atMs: number } | undefined
  gnssLessBaroFt: { readonly value: number; readonly atMs: number } | undefined
  velocity: { readonly eastMps: number; readonly northMps: number; readonly upMps: number; readonly atMs: number } | undefined
  callsign: string | undefined
  category: string | undefined
  emergency: boolean
  nacP: number | undefined
  onGround: boolean
  claimMs: number | undefined
}

export function newSenseState(): SenseState {
  return { nodes: new Map(), feeds: new Map(), connections: new Map(), aircraft: new Map(), lastSweepMs: 0 }
}

export function emptyResult(): SenseResult {
  return { detections: [], claims: [], replies: [], nodes: [], feeds: [] }
}
