import type { Alert, Priority } from '../model/assessment.ts'
import type { AlertId, SiteId } from '../model/ids.ts'
import type { Reason } from '../model/reason.ts'
import type { TrackEnd } from '../model/track.ts'
import { easeAlert, holdAlert, raiseAlert, type AlertCondition, type AlertRecord } from './alert-book.ts'
import type { AssessContext } from './assess-context.ts'
import type { AssessState } from './assess-state.ts'
import type { Explanation } from './explain.ts'
import * as limits from './limits.ts'
import type { RankedThreat } from './threats.ts'
import type { TrackMemory } from './track-memory.ts'
import { planDistanceM } from './volume-shape.ts'

/** How many reasons an alert carries: the queue's line shows one, its card a few. */
const ALERT_REASONS = 5

/** One object, one alert, across all sites: raises it after its delay, holds it, or lets it go. */
export function tendTrackAlert(
  state: AssessState,
  context: AssessContext,
  memory: TrackMemory,
  kind: Alert['kind'],
  priority: Priority | undefined,
  ranked: readonly RankedThreat[],
  explanation: Explanation,
  nowMs: number,
): void {
  const record = memory.alert === undefined ? undefined : state.alerts.records.get(memory.alert)
  if (record === undefined) memory.alert = undefined
  const wanted = priority ?? (record !== undefined && inDeadBand(context, memory, record) ? record.alert.priority : undefined)
  if (wanted === undefined) {
    memory.conditionSinceMs = undefined
    if (record !== undefined) easeAlert(record, easeReason(memory), easeDelayS(memory), nowMs)
    return
  }
  const condition = conditionOf(wanted, record, ranked, explanation, nowMs)
  if (record !== undefined) {
    holdAlert(record, condition, nowMs)
    return
  }
  memory.conditionSinceMs ??= nowMs
  if (nowMs - memory.conditionSinceMs < limits.RAISE_DELAY_S[wanted] * 1000) return
  memory.alert = refind(state, memory, nowMs) ?? raiseAlert(state.alerts, kind, memory.estimate.id, condition, nowMs)
  const found = memory.alert === undefined ? undefined : state.alerts.records.get(memory.alert)
  if (found !== undefined) holdAlert(found, condition, nowMs)
}

/** Just outside the zone that its alert names, and not on its way out: an edge must not make an alert chatter. */
function inDeadBand(context: AssessContext, memory: TrackMemory, record: AlertRecord): boolean {
  if (memory.estimate.onGround || memory.folded || memory.quiet || memory.nearest?.turned === true) return false
  const zone = context.zones.find((each) => each.zone === record.alert.zone)
  if (zone === undefined || !zone.active) return false
  const distanceM = planDistanceM(zone.volume, memory.estimate.state[0], memory.estimate.state[1])
  return distanceM > 0 && distanceM <= limits.DEAD_BAND_M
}

function easeReason(memory: TrackMemory): Reason {
  if (memory.estimate.onGround) return { code: 'landed', params: { agoS: 0 } }
  if (memory.folded) return { code: 'folded', params: { members: 1 } }
  if (memory.nearest?.turned === true)
    return { code: 'turned-away', params: { zone: memory.nearest.zone, distanceM: memory.nearest.distanceM } }
  return { code: 'left-zones', params: { agoS: 0 } }
}

/** What landed or was folded needs no delay: it will not come back within one. */
function easeDelayS(memory: TrackMemory): number {
  return memory.estimate.onGround ? limits.IDENTITY_HOLD_S : memory.folded ? 0 : limits.CLEAR_DELAY_S
}

function conditionOf(
  priority: Priority,
  record: AlertRecord | undefined,
  ranked: readonly RankedThreat[],
  explanation: Explanation,
  nowMs: number,
): AlertCondition {
  const first = namedThreat(record, ranked, nowMs)
  const turned = explanation.reasonsAgainst.filter((reason) => reason.code === 'turned-away')
  return {
    priority,
    sites: sitesOf(ranked),
    zone: first?.threat.zone ?? record?.alert.zone,
    timeToZoneS: first?.threat.timeToZoneS,
    distanceM: first?.threat.distanceM,
    members: 1,
    reasons: [...turned, ...explanation.reasonsFor].slice(0, ALERT_REASONS),
  }
}

/** The most urgent zone; a standing alert keeps the one that it names for a while unless a graver one has come. */
function namedThreat(record: AlertRecord | undefined, ranked: readonly RankedThreat[], nowMs: number): RankedThreat | undefined {
  const first = ranked[0]
  if (record === undefined || first === undefined || nowMs - record.zoneSinceMs >= limits.ZONE_HOLD_MS) return first
  const named = ranked.find(({ threat }) => threat.zone === record.alert.zone)
  return named !== undefined && named.gravity >= first.gravity ? named : first
}

export function sitesOf(ranked: readonly RankedThreat[]): SiteId[] {
  const sites = new Set<SiteId>()
  for (const { threat } of ranked) if (threat.site !== undefined && sites.size < limits.MAX_SITES) sites.add(threat.site)
  return [...sites].sort()
}

/** The alert of an object that was lost about here, if this may be it. */
function refind(state: AssessState, memory: TrackMemory, nowMs: number): AlertId | undefined {
  for (const [id, record] of state.alerts.records) {
    const { lost } = record
    if (lost === undefined || record.returnedMs !== undefined) continue
    const agoS = (nowMs - lost.atMs) / 1000
    const de = memory.estimate.state[0] - lost.eM - agoS * lost.veMps
    const dn = memory.estimate.state[1] - lost.nM - agoS * lost.vnMps
    const reachM = limits.REFIND_RADIUS_M + agoS * limits.REFIND_GROWTH_MPS
    if (de * de + dn * dn > reachM * reachM) continue
    record.alert = { ...record.alert, track: memory.estimate.id }
    record.unsaid = 'now'
    record.lost = undefined
    return id
  }
  return undefined
}

/** The track is gone: its alert goes with it, moves to the track that it was merged into, or waits for the object to be found again. */
export function endTrackAlert(state: AssessState, memory: TrackMemory, end: TrackEnd, nowMs: number): void {
  const record = memory.alert === undefined ? undefined : state.alerts.records.get(memory.alert)
  if (record === undefined) return
  const into = end.into === undefined ? undefined : state.tracks.get(end.into)
  if (end.cause === 'merged' && into !== undefined && into.alert === undefined) {
    into.alert = record.alert.id
    record.alert = { ...record.alert, track: into.estimate.id }
    record.unsaid = 'now'
    return
  }
  if (end.cause === 'lost' && record.returnedMs === undefined) {
    const [eM, nM, , veMps, vnMps] = memory.estimate.state
    record.lost = { atMs: memory.estimate.atMs, eM, nM, veMps, vnMps }
    easeAlert(record, { code: 'lost', params: { agoS: 0 } }, limits.LOST_HOLD_S, nowMs)
    return
  }
  easeAlert(record, end.cause === 'landed' ? { code: 'landed', params: { agoS: 0 } } : { code: 'lost', params: { agoS: 0 } }, 0, nowMs)
}
