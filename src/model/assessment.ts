import type { AlertId, SiteId, TrackId, ZoneId } from './ids.ts'
import type { Reason } from './reason.ts'

/** APP-6 standard identity. The engine goes up to `suspect`; `hostile` is a named person's word (a later issue). */
export type Identity = 'pending' | 'unknown' | 'assumed-friend' | 'friend' | 'neutral' | 'suspect' | 'hostile'

/** 1 is the highest. */
export type Priority = 1 | 2 | 3

/** How one track stands to one zone. */
export type ZoneThreat = {
  readonly zone: ZoneId
  readonly site: SiteId | undefined
  readonly relation: 'inside' | 'approaching'
  /** Seconds until it enters at its present velocity, 0 inside. */
  readonly timeToZoneS: number
  readonly timeSigmaS: number
  /** Horizontal distance to the zone's edge, m; 0 inside. */
  readonly distanceM: number
  /** Closest it comes to the zone's centre within the look-ahead, m. */
  readonly closestM: number
}

export type Assessment = {
  readonly track: TrackId
  readonly identity: Identity
  /** The most urgent first. */
  readonly threats: readonly ZoneThreat[]
  /** undefined: asks nothing of anybody. */
  readonly priority: Priority | undefined
  readonly reasonsFor: readonly Reason[]
  readonly reasonsAgainst: readonly Reason[]
  /** True where one line stands for many (claims without a body): the console draws it small. */
  readonly folded: boolean
}

/** ISA-18.2: unacknowledged-active, acknowledged-active, returned to normal unacknowledged, shelved, cleared. */
export type AlertState = 'unacknowledged' | 'acknowledged' | 'returned' | 'shelved' | 'cleared'

/** One object, or one folded set of claims, that asks an operator to act. */
export type Alert = {
  readonly id: AlertId
  readonly kind: 'intrusion' | 'claims-without-body' | 'node-silent' | 'clearance-broken'
  readonly state: AlertState
  readonly priority: Priority
  readonly raisedMs: number
  readonly changedMs: number
  readonly acknowledgedBy: string | undefined
  readonly shelvedUntilMs: number | undefined
  /** The object; for folded sets, empty and `members` counts. */
  readonly track: TrackId | undefined
  readonly members: number
  readonly sites: readonly SiteId[]
  readonly zone: ZoneId | undefined
  readonly timeToZoneS: number | undefined
  readonly distanceM: number | undefined
  readonly reasons: readonly Reason[]
}
