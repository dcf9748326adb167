import type { Alert, Assessment, Priority } from '../model/assessment.ts'
import type { AssessContext, ZoneShape } from './assess-context.ts'
import type { AssessState } from './assess-state.ts'
import { noteBodyLooks } from './body-looks.ts'
import { gatherEvidence, type Evidence } from './evidence.ts'
import { explain } from './explain.ts'
import { waitForBody } from './fair-chance.ts'
import { isAircraft, judge, looksLowFast, settleIdentity } from './identity.ts'
import * as limits from './limits.ts'
import { priorityOf } from './priority.ts'
import { GRAVITY, motionOf, rankThreats, type RankedThreat } from './threats.ts'
import { sitesOf, tendTrackAlert } from './track-alert.ts'
import type { TrackMemory } from './track-memory.ts'
import type { Motion } from './zone-crossing.ts'

/** Threats listed with one track: the gravest; the rest add nothing that a person could use. */
const MAX_THREATS = 8

/** Judges one track at this moment and tends its alert. Returns its assessment if it says something new, or in any case with news of the track. */
export function assessTrack(
  state: AssessState,
  context: AssessContext,
  memory: TrackMemory,
  news: boolean,
  nowMs: number,
): Assessment | undefined {
  const stepS = (nowMs - memory.assessedMs) / 1000
  memory.assessedMs = nowMs
  const { estimate } = memory
  const motion = motionOf(context, estimate, new Float64Array(3))
  if (news) noteBodyLooks(state, context, memory, motion)
  const evidence = gatherEvidence(context, memory, motion, nowMs)
  const ranked = rankThreats(context.zones, motion)
  rememberZones(memory, ranked, nowMs)
  rememberTurning(context, memory, motion, ranked)
  waitForBody(context, memory, motion, stepS)
  memory.bodiless = !evidence.bodyEver && !isAircraft(evidence, estimate.onGround) && !estimate.onGround
  if (looksLowFast(evidence)) memory.lowFastSinceMs ??= estimate.atMs
  else memory.lowFastSinceMs = undefined

  const judgement = judge(evidence, memory, estimate.onGround)
  const identity = settleIdentity(memory, judgement.identity, nowMs)
  memory.quiet = judgement.quiet
  memory.claimsNow = evidence.claimLately
  memory.sites = sitesOf(ranked.filter(({ threat }) => threat.relation === 'inside'))
  const breach = clearanceBreach(memory, evidence, nowMs)
  const priority = withBreach(priorityOf(judgement, evidence, memory, ranked), breach)
  const explanation = explain(context, judgement, evidence, memory, motion, ranked)
  const kind: Alert['kind'] = breach === 'lasting' ? 'clearance-broken' : 'intrusion'
  tendTrackAlert(state, context, memory, kind, priority, ranked, explanation, nowMs)

  const assessment: Assessment = {
    track: estimate.id,
    identity,
    threats: ranked.slice(0, MAX_THREATS).map(({ threat }) => threat),
    priority,
    ...explanation,
    folded: memory.folded,
  }
  const last = memory.assessment
  memory.assessment = assessment
  return news || last === undefined || saysMore(last, assessment) ? assessment : undefined
}

function saysMore(last: Assessment, next: Assessment): boolean {
  if (last.identity !== next.identity || last.priority !== next.priority || last.folded !== next.folded) return true
  return (
    last.threats.length !== next.threats.length ||
    last.threats.some((threat, i) => threat.zone !== next.threats[i]?.zone || threat.relation !== next.threats[i]?.relation)
  )
}

function rememberZones(memory: TrackMemory, ranked: readonly RankedThreat[], nowMs: number): void {
  for (const zone of memory.insideSinceMs.keys()) {
    if (!ranked.some(({ threat }) => threat.zone === zone && threat.relation === 'inside')) memory.insideSinceMs.delete(zone)
  }
  for (const { threat } of ranked) {
    if (threat.relation === 'inside' && !memory.insideSinceMs.has(threat.zone)) memory.insideSinceMs.set(threat.zone, nowMs)
  }
}

/**
 * Follows how close the object comes to the centres of the zones that it heads for or is in, and notices that it turned away:
 * farther out than it has been, by more than errors explain, opening from every zone that it is in, and heading for no ring.
 */
function rememberTurning(context: AssessContext, memory: TrackMemory, motion: Motion, ranked: readonly RankedThreat[]): void {
  const heading = ranked.some(({ threat, gravity }) => threat.relation === 'approaching' && gravity >= GRAVITY.alert)
  if (heading && memory.nearest?.turned === true) memory.nearest = undefined
  const first = ranked[0]?.zone
  if (first !== undefined) {
    const distanceM = centreDistanceM(first, motion)
    if (memory.nearest === undefined || distanceM < memory.nearest.distanceM)
      memory.nearest = { zone: first.zone, distanceM, turned: false }
  }
  const { nearest } = memory
  const zone = nearest === undefined ? undefined : context.zones.find((each) => each.zone === nearest.zone)
  if (nearest === undefined || zone === undefined || heading) return
  const marginM = Math.max(limits.TURNED_AWAY_M, 3 * Math.sqrt(Math.max(0, motion.ee + motion.nn)))
  const opensAll = ranked.every(({ threat, zone: within }) => threat.relation !== 'inside' || opening(within, motion))
  if (opensAll && opening(zone, motion) && centreDistanceM(zone, motion) > nearest.distanceM + marginM) nearest.turned = true
}

function centreDistanceM({ volume }: ZoneShape, motion: Motion): number {
  const de = motion.eM - volume.eM
  const dn = motion.nM - volume.nM
  return Math.sqrt(de * de + dn * dn)
}

function opening({ volume }: ZoneShape, motion: Motion): boolean {
  return (motion.eM - volume.eM) * motion.veMps + (motion.nM - volume.nM) * motion.vnMps > 0
}

/** A cleared flight that a body confirms, has kept to its clearance and now leaves it: `brief` until it lasts longer than an excursion. */
function clearanceBreach(memory: TrackMemory, evidence: Evidence, nowMs: number): 'none' | 'brief' | 'lasting' {
  const { clearance } = evidence
  if (clearance === undefined || clearance.broken === undefined || !evidence.bodyAgrees) {
    if (clearance !== undefined && evidence.bodyAgrees) memory.clearedBefore = true
    memory.breachSinceMs = undefined
    return 'none'
  }
  if (!memory.clearedBefore) return 'none'
  memory.breachSinceMs ??= nowMs
  return nowMs - memory.breachSinceMs >= limits.CLEARANCE_BREACH_S * 1000 ? 'lasting' : 'brief'
}

/** A broken clearance asks for somebody even far from every zone; while it may be an excursion, only the top priority does. */
function withBreach(priority: Priority | undefined, breach: 'none' | 'brief' | 'lasting'): Priority | undefined {
  if (breach === 'none' || priority === 1) return priority
  return breach === 'lasting' ? 2 : undefined
}
