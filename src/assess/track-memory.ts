import { atan2, wrapPi } from '../math/elementary.ts'
import type { Assessment, Identity } from '../model/assessment.ts'
import type { AlertId, SiteId, ZoneId } from '../model/ids.ts'
import type { TrackEstimate } from '../model/track.ts'
import { TURN_MEMORY_S } from './limits.ts'

/** What the assessment remembers of one track between updates. Plain data; times are event time, undefined: not so. */
export type TrackMemory = {
  estimate: TrackEstimate
  readonly firstMs: number
  assessedMs: number
  courseRad: number
  /** Mean absolute turn rate, rad/s, exponentially forgotten. */
  turnRadps: number
  /** Times of the last looks, the oldest first: of sensors that owe them, and of all body sensors. Their numbers at the last estimate. */
  readonly owedLooksMs: number[]
  readonly allLooksMs: number[]
  looks: { readonly owed: number; readonly other: number }
  /** It has claimed to be somebody at some time. */
  claimed: boolean
  /** Body sensors saw it often enough at some time: there is a body. */
  bodyConfirmed: boolean
  /** Low, fast and straight since, by the time of its estimates. */
  lowFastSinceMs: number | undefined
  /** Flew like a bird last. */
  birdMs: number | undefined
  /** Stands on the ground since. */
  landedMs: number | undefined
  /** Flies as an aircraft by its word and its path since, and last did so for long. */
  aircraftSinceMs: number | undefined
  aircraftMs: number | undefined
  /** A radio sensor heard it last. */
  radioSeenMs: number | undefined
  /** Seconds for which sensors that ought to see a body saw none, since the last look; and in all. */
  unseenS: number
  waitedS: number
  /** Probability that those sensors would have missed a real body for that long. */
  missProbability: number
  identity: Identity
  candidate: Identity
  candidateSinceMs: number
  /** Inside a zone since, for reasons. */
  readonly insideSinceMs: Map<ZoneId, number>
  /** The zone to whose centre it came closest of those that it was in or heading for, how close, m, and whether it has turned away since. */
  nearest: { zone: ZoneId; distanceM: number; turned: boolean } | undefined
  breachSinceMs: number | undefined
  /** A cleared flight that was seen within its clearance: leaving it is a breach, never having been there is not. */
  clearedBefore: boolean
  /** Lives by claims alone and does not fly as an aircraft: a candidate for folding. */
  bodiless: boolean
  /** Its claim was heard lately. */
  claimsNow: boolean
  /** Sensors that ought to see its body: still looking, done in vain, or none there. */
  chance: 'open' | 'over' | 'none'
  /** Stands among many of its kind. */
  crowded: boolean
  folded: boolean
  /** Its last judgement lets it fly without asking for anybody. */
  quiet: boolean
  /** Number of the folded line that counts it. */
  fold: number | undefined
  /** Sites whose zones it is in. */
  sites: readonly SiteId[]
  alert: AlertId | undefined
  /** A condition that would raise an alert holds since. */
  conditionSinceMs: number | undefined
  assessment: Assessment | undefined
}

export function newTrackMemory(estimate: TrackEstimate, nowMs: number): TrackMemory {
  return {
    estimate,
    firstMs: estimate.bornMs,
    assessedMs: nowMs,
    courseRad: course(estimate),
    turnRadps: 0,
    owedLooksMs: [],
    allLooksMs: [],
    looks: { owed: 0, other: 0 },
    claimed: estimate.claims.length > 0,
    bodyConfirmed: false,
    lowFastSinceMs: undefined,
    birdMs: undefined,
    landedMs: undefined,
    aircraftSinceMs: undefined,
    aircraftMs: undefined,
    radioSeenMs: undefined,
    unseenS: 0,
    waitedS: 0,
    missProbability: 1,
    identity: 'pending',
    candidate: 'pending',
    candidateSinceMs: nowMs,
    insideSinceMs: new Map(),
    nearest: undefined,
    breachSinceMs: undefined,
    clearedBefore: false,
    bodiless: false,
    claimsNow: false,
    chance: 'none',
    crowded: false,
    folded: false,
    quiet: true,
    fold: undefined,
    sites: [],
    alert: undefined,
    conditionSinceMs: undefined,
    assessment: undefined,
  }
}

/** Takes in a new estimate of the same track and forgets old turns. */
export function remember(memory: TrackMemory, estimate: TrackEstimate): void {
  const stepS = (estimate.atMs - memory.estimate.atMs) / 1000
  const courseRad = course(estimate)
  if (stepS > 0) {
    const turnRadps = Math.abs(wrapPi(courseRad - memory.courseRad)) / stepS
    const weight = stepS / (stepS + TURN_MEMORY_S)
    memory.turnRadps += weight * (turnRadps - memory.turnRadps)
    memory.courseRad = courseRad
  }
  memory.estimate = estimate
  if (estimate.claims.length > 0) memory.claimed = true
}

function course(estimate: TrackEstimate): number {
  return atan2(estimate.state[3], estimate.state[4])
}
