import type { Alert, Assessment } from './assessment.ts'
import type { Outcome } from './command.ts'
import type { SealedRef } from './detection.ts'
import type {
  EventHeader,
  NodeDefinition,
  Site,
  Zone,
  Agreement,
  Nation,
  Agency,
  Post,
  Person,
  Phase,
  Readiness,
  SessionPlan,
  Headcount,
  Clearance,
} from './event.ts'
import type { Label } from './label.ts'
import type { NodeId, TrackId } from './ids.ts'
import type { BearingLine, SensorBias, TrackEstimate } from './track.ts'

/**
 * What the engine says after an entry. `put` and `drop` are the picture: they may be shown to the room before the
 * commit. The others are effects: they wait for the commit, carry a key, and are executed by the leader only.
 *
 * The picture is a set of items by kind and id; a `put` replaces the whole item.
 */
export type Output = Put | Drop | Effect
export type Put = { readonly out: 'put'; readonly item: Item }
export type Drop = { readonly out: 'drop'; readonly kind: ItemKind; readonly id: string }
export type Effect = Reply | CommandOutcome | Reveal

/** Bytes back to the connection that sent the entry: acknowledgements, errors. `close` ends it afterwards. */
export type Reply = {
  readonly out: 'reply'
  readonly key: string
  readonly connection: number
  readonly bytes: Uint8Array
  readonly close: boolean
}
export type CommandOutcome = { readonly out: 'outcome'; readonly key: string; readonly position: number; readonly outcome: Outcome }
/** Opens sealed personal fields for one asker, by the key of their command; the vault outside the engine does it. */
export type Reveal = {
  readonly out: 'reveal'
  readonly key: string
  readonly position: number
  readonly track: TrackId
  readonly pilot: SealedRef | undefined
  readonly serial: SealedRef | undefined
}

export type Item =
  | {
      readonly kind: 'event'
      readonly id: 'event'
      readonly label: Label
      readonly header: EventHeader
      readonly mode: 'demo' | 'exercise' | 'serve'
      readonly phase: string | undefined
      readonly qnhPa: number
      /** Frames that could not be recorded, by the gaps in the journal; absent: none. */ readonly unrecordedFrames?: number
      /** Detections that the tracker had to let go: too late, from no known sensor, or no room; absent: none. */ readonly shedDetections?: number
      /** What else the engine had to let go; absent: nothing. */ readonly losses?: EngineLosses
    }
  | {
      readonly kind: 'registry'
      readonly id: 'registry'
      readonly label: Label
      readonly nations: readonly Nation[]
      readonly agencies: readonly Agency[]
      readonly agreements: readonly Agreement[]
      readonly posts: readonly Post[]
      readonly persons: readonly Person[]
      readonly phases: readonly Phase[]
      readonly readiness: readonly Readiness[]
      readonly schedule: readonly SessionPlan[]
      readonly headcounts: readonly Headcount[]
      readonly clearances: readonly Clearance[]
    }
  | SiteItem
  | ZoneItem
  | NodeItem
  | FeedItem
  | TrackItem
  | AlertItem
  | BearingItem
export type ItemKind = Item['kind']

export type EngineLosses = {
  /** Frames that came before there was an event definition to read them by. */
  readonly framesTooEarly: number
  /** Alerts that found no room among graver ones, or had to make it. */
  readonly alertsRefused: number
  /** Claims beyond what is kept between two ticks: remembered, but not judged. */
  readonly claimsShed: number
}

export type SiteItem = {
  readonly kind: 'site'
  readonly id: string
  readonly label: Label
  readonly site: Site
  readonly headcount: number | undefined
}
export type ZoneItem = { readonly kind: 'zone'; readonly id: string; readonly label: Label; readonly zone: Zone; readonly active: boolean }

/** `blind` since: the node should see and does not; the console draws its coverage as a wedge. */
export type NodeItem = {
  readonly kind: 'node'
  readonly id: string
  readonly label: Label
  readonly definition: NodeDefinition | undefined
  readonly name: string
  readonly state: 'expected' | 'pending' | 'operational' | 'silent' | 'fault' | 'goodbye' | 'refused' | 'status-only'
  readonly stateSinceMs: number
  readonly lastSeenMs: number | undefined
  readonly blindSinceMs: number | undefined
  /** While it is blind: share of what it should see that no other working sensor of its kind sees, 0 to 1. */
  readonly blindShare?: number
  readonly detections: number
  readonly rejected: number
  /** The last refusal in the sender's words and ours, for the maker. */
  readonly lastReject: string | undefined
  /** Sender's clock less ours, ms, where the feed lets us tell. */
  readonly clockOffsetMs: number | undefined
  readonly bias: SensorBias | undefined
}

export type FeedItem = {
  readonly kind: 'feed'
  readonly id: string
  readonly label: Label
  readonly door: 'sapient' | 'beast' | 'sbs' | 'json'
  readonly state: 'waiting' | 'live' | 'silent'
  readonly stateSinceMs: number
  readonly connections: number
  readonly frames: number
  readonly bytes: number
  readonly accepted: number
  readonly rejected: number
  readonly shed: number
  readonly lastReject: string | undefined
  readonly lastFrameMs: number | undefined
}

export type TrackItem = {
  readonly kind: 'track'
  readonly id: string
  readonly label: Label
  readonly estimate: TrackEstimate
  readonly assessment: Assessment
  readonly callsign: string | undefined
  /** Stale: older than two of its update intervals. */
  readonly stale: boolean
  /** A remote pilot's position has been claimed and is sealed; `personal.view` asks for it. */
  readonly pilotClaimed: boolean
  readonly serialClaimed: boolean
  readonly nodes: readonly NodeId[]
}

export type AlertItem = { readonly kind: 'alert'; readonly id: string; readonly label: Label; readonly alert: Alert }
export type BearingItem = { readonly kind: 'bearing'; readonly id: string; readonly label: Label; readonly line: BearingLine }
