import type { Alert, Assessment } from '../model/assessment.ts'
import type { AssessState } from '../assess/assess-state.ts'
import { newAssess } from '../assess/assess-state.ts'
import type { ClearanceShape, SensorView, ZoneShape } from '../assess/assess-context.ts'
import type { CellFrame } from '../math/geodesy.ts'
import type { Outcome } from '../model/command.ts'
import type { Claim, Detection, SealedRef } from '../model/detection.ts'
import type { ClockPayload } from '../model/entry.ts'
import type { NodeDefinition } from '../model/event.ts'
import type { AlertId, ClaimKey, TrackId } from '../model/ids.ts'
import type { Label } from '../model/label.ts'
import type { SensorBias, TrackEstimate } from '../model/track.ts'
import { newSenseState, type SenseState } from '../sense/state.ts'
import { newTracker, type TrackerState } from '../track/state.ts'
import { newDefinition, type Definition } from './definition.ts'

/** Detections kept between two ticks: 250 ms of 5,000 a second, with room for a burst. What comes beyond is counted as shed. */
export const MAX_PENDING_DETECTIONS = 20_000
/** Claimed identities remembered; the one longest unheard goes first. A flood of fakes is forgotten before it fills the memory. */
export const MAX_CLAIMS = 10_000
/** Commands whose answer is remembered, so that a repeated key is answered the same. */
export const MAX_ANSWERS = 4096
/** Connections put aside after a poison frame. */
export const MAX_QUARANTINED = 256

/** What an object last said of itself; the sealed fields can be opened by the vault alone. */
export type ClaimMemory = {
  readonly key: ClaimKey
  readonly kind: Claim['kind']
  readonly callsign: string | undefined
  readonly emergency: boolean
  readonly sealedPilot: SealedRef | undefined
  readonly sealedSerial: SealedRef | undefined
  readonly atMs: number
}

/** What the picture shows of a track, to know what changed. */
export type ShownTrack = { estimate: TrackEstimate; assessment: Assessment; label: Label; stale: boolean }
export type ShownAlert = { alert: Alert; label: Label; clearedMs: number | undefined }
/** `putMs` and `shownState`: the last put, undefined before the first. */
export type ShownHealth = { dirty: boolean; putMs: number | undefined; shownState: string | undefined }

/**
 * Everything that the engine knows: all of it came in as entries. Plain data (objects, Maps, Sets, arrays, typed arrays),
 * so that a snapshot of it behaves the same.
 */
export type EngineState = {
  position: number
  atMs: number
  mode: 'demo' | 'exercise' | 'serve'
  clock: ClockPayload | undefined
  /** Parts of an event definition that is still arriving. */
  draft: Definition | undefined
  definition: Definition
  frame: CellFrame | undefined
  qnhPa: number
  readonly sense: SenseState
  readonly tracker: TrackerState
  readonly assess: AssessState
  detections: Detection[]
  claims: Claim[]
  readonly claimMemory: Map<ClaimKey, ClaimMemory>
  zones: ZoneShape[]
  clearances: ClearanceShape[]
  sensors: Map<string, SensorView>
  /** Label of every defined node, by id. */
  nodeLabels: Map<string, Label>
  headcounts: Map<string, number>
  phase: string | undefined
  /** Next event time at which hours, headcounts or the phase may change. */
  nextBoundaryMs: number
  readonly tracks: Map<TrackId, ShownTrack>
  readonly alerts: Map<AlertId, ShownAlert>
  /** Bearing lines shown, by node and track or by number: the id they go by, and when they were put. */
  readonly bearings: Map<string, { readonly id: string; readonly putMs: number }>
  nextBearing: number
  readonly nodes: Map<string, ShownHealth>
  readonly feeds: Map<string, ShownHealth>
  /** Nodes that a person accepted though the event does not define them, as they described themselves. */
  readonly learned: Map<string, NodeDefinition>
  readonly biases: Map<string, SensorBias>
  readonly quarantined: Set<number>
  readonly answers: Map<string, { readonly position: number; readonly outcome: Outcome }>
  /** Frames lost after the door, by feed: shed before the journal, overflow between ticks, quarantine. */
  readonly shed: Map<string, number>
  /** Frames that could not be recorded, and entries passed over as poison. */
  unrecordedFrames: number
  poisoned: number
  /** Detections that the tracker let go, and when that was last told. */
  shedDetections: number
  eventPutMs: number
  eventDirty: boolean
  /** Entries that came before there was an event definition to read them by. */
  tooEarly: number
  /** Claims that came when no more were kept for the next tick. */
  shedClaims: number
}

export function newEngineState(): EngineState {
  return {
    position: 0,
    atMs: 0,
    mode: 'serve',
    clock: undefined,
    draft: undefined,
    definition: newDefinition(),
    frame: undefined,
    qnhPa: 101325,
    sense: newSenseState(),
    tracker: newTracker(),
    assess: newAssess(),
    detections: [],
    claims: [],
    claimMemory: new Map(),
    zones: [],
    clearances: [],
    sensors: new Map(),
    nodeLabels: new Map(),
    headcounts: new Map(),
    phase: undefined,
    nextBoundaryMs: 0,
    tracks: new Map(),
    alerts: new Map(),
    bearings: new Map(),
    nextBearing: 1,
    nodes: new Map(),
    feeds: new Map(),
    biases: new Map(),
    learned: new Map(),
    quarantined: new Set(),
    answers: new Map(),
    shed: new Map(),
    unrecordedFrames: 0,
    poisoned: 0,
    shedDetections: 0,
    eventPutMs: 0,
    eventDirty: false,
    tooEarly: 0,
    shedClaims: 0,
  }
}
