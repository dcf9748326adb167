import type { Identity } from '../model/assessment.ts'
import type { Evidence } from './evidence.ts'
import * as limits from './limits.ts'
import type { TrackMemory } from './track-memory.ts'

/** What the evidence makes of an object: its identity, and whether it keeps quiet whatever zone it is in. */
export type Judgement = {
  readonly identity: Identity
  readonly quiet: boolean
  readonly because: 'cleared' | 'airliner' | 'bird' | 'surface' | 'landed' | 'low-fast' | 'young' | 'open'
}

/**
 * Identity up to suspect. Claims lower nothing unless a body agrees; an aircraft's own word is also taken where its path is
 * an aircraft's, which no small drone can fly.
 */
export function judge(evidence: Evidence, memory: TrackMemory, onGround: boolean): Judgement {
  const { clearance } = evidence
  if (clearance !== undefined && clearance.broken === undefined && evidence.bodyAgreedOfLate) {
    return { identity: clearance.shape.clearance.purpose === 'police' ? 'friend' : 'assumed-friend', quiet: true, because: 'cleared' }
  }
  if (standsAsAircraft(evidence, memory, onGround)) return { identity: 'neutral', quiet: true, because: 'airliner' }
  memory.landedMs = onGround ? (memory.landedMs ?? memory.assessedMs) : undefined
  if (onGround) return { identity: memory.identity === 'pending' ? 'unknown' : memory.identity, quiet: true, because: 'landed' }
  if (fliesAsBird(evidence, memory))
    return { identity: evidence.classes.bird >= limits.CLASS_BELIEVED ? 'neutral' : 'unknown', quiet: true, because: 'bird' }
  if (isLowFast(evidence, memory)) return { identity: 'suspect', quiet: false, because: 'low-fast' }
  if (memory.identity === 'suspect') return { identity: 'suspect', quiet: false, because: 'low-fast' }
  if (isSurface(evidence)) return { identity: 'unknown', quiet: true, because: 'surface' }
  if (evidence.ageS < limits.PENDING_S) return { identity: 'pending', quiet: true, because: 'young' }
  return { identity: 'unknown', quiet: false, because: 'open' }
}

/** ADS-B whose path is a manned aircraft's: fast, or high; or standing on the ground. */
export function isAircraft(evidence: Evidence, onGround: boolean): boolean {
  if (evidence.adsb === undefined || !evidence.claimLately) return false
  return onGround || evidence.speedMps >= limits.AIRLINER_MIN_MPS || evidence.amslM >= limits.MANNED_MIN_AMSL_M
}

/** An aircraft now, or one that was an aircraft for some seconds and not long ago: it slows on the runway, and receivers lose it there. */
function standsAsAircraft(evidence: Evidence, memory: TrackMemory, onGround: boolean): boolean {
  const nowMs = memory.assessedMs
  if (isAircraft(evidence, onGround)) {
    memory.aircraftSinceMs ??= nowMs
    if (nowMs - memory.aircraftSinceMs >= limits.AIRCRAFT_PROVEN_S * 1000) memory.aircraftMs = nowMs
    return true
  }
  memory.aircraftSinceMs = undefined
  return memory.aircraftMs !== undefined && nowMs - memory.aircraftMs <= limits.AIRCRAFT_MEMORY_S * 1000
}

/** A drone shows itself by radio, by Remote ID or by what a sensor takes it for. */
export function hasDroneSign(evidence: Evidence): boolean {
  return evidence.radioLately || evidence.remoteId !== undefined || evidence.classes.drone >= limits.CLASS_BELIEVED
}

function isBird(evidence: Evidence): boolean {
  if (hasDroneSign(evidence) || evidence.speedMps > limits.BIRD_MAX_MPS) return false
  if (evidence.classes.bird >= limits.CLASS_BELIEVED) return true
  return evidence.erratic && !evidence.claimLately
}

/** A bird now, or one that was a bird a moment ago and shows nothing of a drone: no bird turns all the time. */
function fliesAsBird(evidence: Evidence, memory: TrackMemory): boolean {
  if (isBird(evidence)) memory.birdMs = memory.assessedMs
  if (memory.birdMs === undefined || hasDroneSign(evidence) || evidence.speedMps > limits.BIRD_MAX_MPS) return false
  return memory.assessedMs - memory.birdMs <= limits.BIRD_HOLD_S * 1000
}

/** Whether the flight looks at this instant like a small wing's that hides: low, fast, silent. Height unknown counts only over the sea or with a drone's class. */
export function looksLowFast(evidence: Evidence): boolean {
  if (!evidence.bodyAgrees || evidence.claimLately || evidence.radioLately || evidence.ageS < limits.NO_RADIO_S) return false
  const droneClass = evidence.classes.drone >= limits.CLASS_BELIEVED
  const minMps = droneClass ? limits.WING_MIN_MPS : limits.BIRD_MAX_MPS
  if (!evidence.steady || evidence.speedMps < minMps || evidence.speedMps > limits.DRONE_MAX_MPS || evidence.erratic) return false
  const { amslM, heightSigmaM } = evidence
  if (Number.isNaN(amslM) || heightSigmaM > limits.HEIGHT_USELESS_M) return evidence.overSea || droneClass
  // Heights are given the benefit of their error on both sides: a radar far out knows them to some tens of metres.
  return amslM - heightSigmaM <= limits.LOW_AMSL_M && (amslM + 2 * heightSigmaM >= limits.AIRBORNE_AMSL_M || droneClass)
}

function isLowFast(evidence: Evidence, memory: TrackMemory): boolean {
  return (
    memory.lowFastSinceMs !== undefined &&
    evidence.ageS >= limits.NO_RADIO_S &&
    memory.estimate.atMs - memory.lowFastSinceMs >= limits.LOW_FAST_S * 1000
  )
}

function isSurface(evidence: Evidence): boolean {
  if (hasDroneSign(evidence)) return false
  if (evidence.classes.surface >= limits.CLASS_BELIEVED) return true
  return evidence.amslM + 2 * evidence.heightSigmaM < limits.AIRBORNE_AMSL_M && evidence.speedMps < limits.AIRLINER_MIN_MPS
}

/** Lets a changed identity wait until it has held, so that it does not flicker; towards suspect it goes at once. */
export function settleIdentity(memory: TrackMemory, next: Identity, nowMs: number): Identity {
  if (next === memory.identity) {
    memory.candidate = next
    return memory.identity
  }
  if (next !== memory.candidate) {
    memory.candidate = next
    memory.candidateSinceMs = nowMs
  }
  const atOnce = memory.identity === 'pending' || next === 'suspect'
  if (atOnce || nowMs - memory.candidateSinceMs >= limits.IDENTITY_HOLD_S * 1000) memory.identity = next
  return memory.identity
}
