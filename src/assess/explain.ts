import { hypot2 } from '../math/elementary.ts'
import type { Reason } from '../model/reason.ts'
import type { AssessContext } from './assess-context.ts'
import type { Evidence } from './evidence.ts'
import { hasDroneSign, type Judgement } from './identity.ts'
import * as limits from './limits.ts'
import type { RankedThreat } from './threats.ts'
import type { TrackMemory } from './track-memory.ts'
import { closestApproach, type Motion } from './zone-crossing.ts'

export type Explanation = { readonly reasonsFor: readonly Reason[]; readonly reasonsAgainst: readonly Reason[] }

/** Why the object asks for somebody and why it does not, the strongest first. */
export function explain(
  context: AssessContext,
  judgement: Judgement,
  evidence: Evidence,
  memory: TrackMemory,
  motion: Motion,
  ranked: readonly RankedThreat[],
): Explanation {
  const reasonsFor: Reason[] = []
  const reasonsAgainst: Reason[] = []
  explainMovement(context, judgement, memory, motion, ranked, reasonsFor, reasonsAgainst)
  explainFlight(judgement, evidence, memory, reasonsFor, reasonsAgainst)
  explainClaims(judgement, evidence, memory, motion, reasonsFor, reasonsAgainst)
  explainBody(evidence, reasonsFor)
  explainClass(judgement, evidence, reasonsFor, reasonsAgainst)
  return { reasonsFor: reasonsFor.slice(0, limits.MAX_REASONS), reasonsAgainst: reasonsAgainst.slice(0, limits.MAX_REASONS) }
}

function explainMovement(
  context: AssessContext,
  judgement: Judgement,
  memory: TrackMemory,
  motion: Motion,
  ranked: readonly RankedThreat[],
  reasonsFor: Reason[],
  reasonsAgainst: Reason[],
): void {
  const first = ranked[0]
  if (first !== undefined) {
    const { threat, zone } = first
    if (threat.relation === 'inside')
      reasonsFor.push({
        code: 'inside-zone',
        params: { zone: threat.zone, sinceS: seconds(memory.assessedMs - (memory.insideSinceMs.get(threat.zone) ?? memory.assessedMs)) },
      })
    else reasonsFor.push({ code: 'heading-to-zone', params: { zone: threat.zone, timeS: threat.timeToZoneS, distanceM: threat.distanceM } })
    const closest = closestApproach(zone.volume, motion, limits.LOOK_AHEAD_S)
    if (closest.timeS > 0 && closest.timeS < limits.LOOK_AHEAD_S && !judgement.quiet)
      reasonsFor.push({ code: 'closest-approach', params: { zone: threat.zone, distanceM: closest.distanceM, timeS: closest.timeS } })
    const headcount = threat.site === undefined ? undefined : context.headcounts.get(threat.site)
    if (threat.site !== undefined && headcount !== undefined && headcount > 0 && !judgement.quiet)
      reasonsFor.push({ code: 'people-beneath', params: { site: threat.site, headcount } })
  }
  if (memory.nearest !== undefined && memory.nearest.turned)
    reasonsAgainst.push({ code: 'turned-away', params: { zone: memory.nearest.zone, distanceM: memory.nearest.distanceM } })
}

function explainFlight(
  judgement: Judgement,
  evidence: Evidence,
  memory: TrackMemory,
  reasonsFor: Reason[],
  reasonsAgainst: Reason[],
): void {
  const { speedMps, amslM } = evidence
  const heightKnown = !Number.isNaN(amslM)
  if (judgement.because === 'low-fast') {
    if (!heightKnown) reasonsFor.push({ code: 'fast-straight', params: { speedMps } })
    else reasonsFor.push({ code: evidence.overSea ? 'low-over-sea' : 'kinematics-drone', params: { speedMps, heightM: amslM } })
  }
  if (judgement.because === 'airliner' && heightKnown)
    reasonsAgainst.push({ code: 'kinematics-airliner', params: { speedMps, heightM: amslM } })
  if (judgement.because === 'bird' && evidence.erratic) reasonsAgainst.push({ code: 'kinematics-bird', params: { speedMps } })
  if (judgement.because === 'surface') reasonsAgainst.push({ code: 'surface-traffic', params: { speedMps } })
  if (judgement.because === 'landed')
    reasonsAgainst.push({ code: 'landed', params: { agoS: seconds(memory.assessedMs - (memory.landedMs ?? memory.assessedMs)) } })
}

function explainClaims(
  judgement: Judgement,
  evidence: Evidence,
  memory: TrackMemory,
  motion: Motion,
  reasonsFor: Reason[],
  reasonsAgainst: Reason[],
): void {
  const { clearance, remoteId, adsb } = evidence
  const ageS = seconds(memory.assessedMs - memory.firstMs)
  if (clearance !== undefined) {
    const { id, operator } = clearance.shape.clearance
    if (clearance.broken !== undefined) reasonsFor.push({ code: 'clearance-broken', params: { clearance: id, by: clearance.broken } })
    else if (judgement.because === 'cleared') reasonsAgainst.push({ code: 'clearance-matches', params: { clearance: id, operator } })
  }
  for (const facts of [remoteId, adsb]) {
    if (facts === undefined) continue
    if (evidence.bodyAgrees && evidence.claimLately)
      reasonsAgainst.push({
        code: 'claim-agrees',
        params: { claim: facts.key, distanceM: hypot2(Math.sqrt(Math.max(0, motion.ee)), Math.sqrt(Math.max(0, motion.nn))) },
      })
    else if (evidence.bodySensors === 0) reasonsFor.push({ code: 'claim-only', params: { claim: facts.key } })
    if (facts.callsign !== undefined) reasonsAgainst.push({ code: 'callsign', params: { callsign: facts.callsign } })
  }
  if (judgement.quiet || !evidence.bodyEver) return
  if (remoteId === undefined && adsb === undefined) reasonsFor.push({ code: 'no-claim', params: { sinceS: ageS } })
  if (!evidence.radioLately && !hasDroneSign(evidence) && !evidence.claimLately)
    reasonsFor.push({ code: 'no-radio', params: { sinceS: ageS } })
}

function explainBody(evidence: Evidence, reasonsFor: Reason[]): void {
  if (evidence.bodySensors > 0) reasonsFor.push({ code: 'body-seen', params: { sensors: evidence.bodySensors } })
  if (evidence.radioSensors > 0) reasonsFor.push({ code: 'radio-heard', params: { sensors: evidence.radioSensors } })
}

/** After the body's reasons: that sensors see and hear it asks for somebody before what they take it for. */
function explainClass(judgement: Judgement, evidence: Evidence, reasonsFor: Reason[], reasonsAgainst: Reason[]): void {
  if (evidence.best === undefined || evidence.best.probability < limits.CLASS_BELIEVED) return
  const list = judgement.quiet ? reasonsAgainst : reasonsFor
  list.push({ code: 'class-reported', params: { class: evidence.best.class, probability: evidence.best.probability } })
}

function seconds(ms: number): number {
  return Math.max(0, ms / 1000)
}
