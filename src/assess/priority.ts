import type { Priority } from '../model/assessment.ts'
import type { TrackEstimate } from '../model/track.ts'
import type { Evidence } from './evidence.ts'
import { hasDroneSign, type Judgement } from './identity.ts'
import * as limits from './limits.ts'
import { GRAVITY, type RankedThreat } from './threats.ts'
import type { TrackMemory } from './track-memory.ts'

/**
 * How urgently the object asks for somebody, from the most urgent of its zones. undefined: it asks nothing of anybody.
 *
 * A claim can only ever lower this through `judge`, and there only where a body agrees; here a claim without a body is held
 * at middle priority at most, and at the lowest once sensors that ought to see its body have had their chance.
 */
export function priorityOf(
  judgement: Judgement,
  evidence: Evidence,
  memory: TrackMemory,
  ranked: readonly RankedThreat[],
): Priority | undefined {
  if (judgement.because === 'airliner') return airlinerPriority(evidence, ranked)
  if (judgement.quiet) return undefined
  // A claim waits for its body while sensors look, and in a crowd; a folded one is told by the crowd's own line.
  if (!evidence.bodyEver && (memory.folded || memory.crowded || memory.chance === 'open')) return undefined
  if (judgement.identity === 'suspect') return suspectPriority(memory, ranked)
  const counted =
    evidence.bodyEver && !hasDroneSign(evidence) && !evidence.claimLately ? bareThreats(memory.estimate, memory, ranked) : ranked
  let best: Priority | undefined
  for (const { threat, gravity } of counted) best = graver(best, threatPriority(gravity, threat.timeToZoneS))
  if (best === undefined || evidence.bodyEver) return best
  return memory.chance === 'over' ? 3 : (Math.max(2, best) as Priority)
}

/**
 * A suspect is top priority on its way in, and asks for an eye even before it heads anywhere. Once it has turned away it asks
 * for one only while it is still within a warning or critical ring.
 */
function suspectPriority(memory: TrackMemory, ranked: readonly RankedThreat[]): Priority | undefined {
  if (memory.nearest?.turned !== true) return ranked.length > 0 ? 1 : 2
  return ranked.some(({ gravity }) => gravity >= GRAVITY.warning) ? 2 : undefined
}

function threatPriority(gravity: number, timeToZoneS: number): Priority {
  if (gravity >= GRAVITY.critical && timeToZoneS <= limits.PRIORITY_1_CRITICAL_S) return 1
  if (gravity >= GRAVITY.warning && timeToZoneS <= limits.PRIORITY_2_WARNING_S) return 2
  return 3
}

function graver(a: Priority | undefined, b: Priority): Priority {
  return a === undefined || b < a ? b : a
}

/** A body with no sign of a drone may be clutter: only zones round a site count, once it has stayed inside, and only if it surely exists. */
function bareThreats(estimate: TrackEstimate, memory: TrackMemory, ranked: readonly RankedThreat[]): RankedThreat[] {
  if (estimate.existence < limits.BARE_BODY_EXISTENCE || !memory.bodyConfirmed) return []
  return ranked.filter(({ threat, gravity }) => {
    const sinceMs = memory.insideSinceMs.get(threat.zone)
    return (
      gravity >= GRAVITY.warning &&
      threat.relation === 'inside' &&
      sinceMs !== undefined &&
      memory.assessedMs - sinceMs >= limits.BARE_BODY_S * 1000
    )
  })
}

/** Aircraft keep quiet, save one whose low path meets a critical ring of a place that is no airport within seconds. */
function airlinerPriority(evidence: Evidence, ranked: readonly RankedThreat[]): Priority | undefined {
  if (!(evidence.amslM <= limits.AIRLINER_UNQUIET_AMSL_M) || evidence.speedMps < limits.APPROACH_MIN_MPS) return undefined
  const meets = ranked.some(
    ({ threat, gravity, zone }) => gravity >= GRAVITY.critical && !zone.aerodrome && threat.timeToZoneS <= limits.AIRLINER_UNQUIET_S,
  )
  return meets && evidence.bodyAgrees ? 1 : undefined
}
