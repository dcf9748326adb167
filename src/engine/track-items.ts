import { CLEARED_KEEP_S } from '../assess/limits.ts'
import type { Alert, Assessment } from '../model/assessment.ts'
import type { AlertId, TrackId } from '../model/ids.ts'
import type { Label } from '../model/label.ts'
import type { Output, TrackItem } from '../model/picture.ts'
import type { BearingLine, TrackEnd, TrackEstimate } from '../model/track.ts'
import type { ClaimMemory, EngineState, ShownTrack } from './engine-state.ts'
import { nodeItem } from './health.ts'
import { fusedLabel, hostLabel, nodeLabel } from './labels.ts'
import { put } from './place-items.ts'

/** A bearing line leaves the picture when it is this old, ms: it was true of one moment. */
const BEARING_KEEP_MS = 3000
const MAX_BEARINGS = 2000
/** A track is stale when older than so many of its update intervals. */
const STALE_INTERVALS = 2
/** No track is stale sooner, ms: many sensors at once make an interval shorter than any of them keeps. The console holds to the same. */
const STALE_FLOOR_MS = 2000

export function dropTracks(state: EngineState, ended: readonly TrackEnd[], outputs: Output[]): void {
  for (const { id } of ended) if (state.tracks.delete(id)) outputs.push({ out: 'drop', kind: 'track', id })
}

/** Puts tracks whose estimate or judgement changed, and those that have gone stale since they were last put. */
export function putTracks(
  state: EngineState,
  changed: readonly TrackEstimate[],
  assessments: readonly Assessment[],
  nowMs: number,
  outputs: Output[],
): void {
  const toPut = new Set<TrackId>()
  const judged = new Map(assessments.map((assessment) => [assessment.track, assessment]))
  for (const estimate of changed) {
    const shown = state.tracks.get(estimate.id)
    const assessment = judged.get(estimate.id) ?? shown?.assessment
    if (assessment === undefined) continue
    const label = trackLabel(state, shown, estimate)
    if (shown === undefined) state.tracks.set(estimate.id, { estimate, assessment, label, stale: false })
    else Object.assign(shown, { estimate, label })
    toPut.add(estimate.id)
  }
  for (const assessment of assessments) {
    const shown = state.tracks.get(assessment.track)
    if (shown === undefined) continue
    shown.assessment = assessment
    toPut.add(assessment.track)
  }
  for (const [id, shown] of state.tracks) {
    const staleAfterMs = Math.max(STALE_FLOOR_MS, STALE_INTERVALS * shown.estimate.updateIntervalS * 1000)
    const stale = nowMs - shown.estimate.updatedMs > staleAfterMs
    if (stale !== shown.stale) toPut.add(id)
    shown.stale = stale
  }
  for (const id of toPut) {
    const shown = state.tracks.get(id)
    if (shown !== undefined) put(outputs, trackItem(state, id, shown))
  }
}

/** The label only changes with the set of contributors; most updates keep it. */
function trackLabel(state: EngineState, shown: ShownTrack | undefined, estimate: TrackEstimate): Label {
  const before = shown?.estimate.contributors
  const same =
    before !== undefined &&
    before.length === estimate.contributors.length &&
    before.every((each, i) => each.node === estimate.contributors[i]?.node)
  if (same && shown !== undefined) return shown.label
  return fusedLabel(
    state.definition,
    estimate.contributors.map((each) => labelOfNode(state, each.node)),
  )
}

function labelOfNode(state: EngineState, node: string): Label {
  return state.nodeLabels.get(node) ?? nodeLabel(state.definition, node)
}

function trackItem(state: EngineState, id: string, shown: ShownTrack): TrackItem {
  const { estimate, assessment, label, stale } = shown
  const claims = claimsOf(state, estimate)
  return {
    kind: 'track',
    id,
    label,
    estimate,
    assessment,
    callsign: claims.find((claim) => claim.callsign !== undefined)?.callsign,
    stale,
    pilotClaimed: claims.some((claim) => claim.sealedPilot !== undefined),
    serialClaimed: claims.some((claim) => claim.sealedSerial !== undefined),
    nodes: estimate.contributors.map((each) => each.node),
  }
}

export function claimsOf(state: EngineState, estimate: TrackEstimate): ClaimMemory[] {
  return estimate.claims.map((key) => state.claimMemory.get(key)).filter((claim) => claim !== undefined)
}

/** Puts changed alerts; one that was cleared stays a while, so that a room sees it go. */
export function putAlerts(state: EngineState, changed: readonly Alert[], nowMs: number, outputs: Output[]): void {
  for (const alert of changed) {
    const label = alertLabel(state, alert)
    state.alerts.set(alert.id, { alert, label, clearedMs: alert.state === 'cleared' ? nowMs : undefined })
    put(outputs, { kind: 'alert', id: alert.id, label, alert })
  }
  for (const [id, shown] of state.alerts) {
    if (shown.clearedMs === undefined || nowMs - shown.clearedMs < CLEARED_KEEP_S * 1000) continue
    state.alerts.delete(id)
    outputs.push({ out: 'drop', kind: 'alert', id })
  }
}

/** An alert may go where its object may; a folded line where every claim in it may; a node's where the node may. */
function alertLabel(state: EngineState, alert: Alert): Label {
  if (alert.track !== undefined)
    return state.tracks.get(alert.track)?.label ?? state.alerts.get(alert.id)?.label ?? hostLabel(state.definition)
  const silent = alert.reasons.find((reason) => reason.code === 'node-silent')
  if (silent !== undefined) return nodeItem(state, silent.params.node).label
  const members = [...state.tracks.values()].filter((shown) => shown.assessment.folded).map((shown) => shown.label)
  return members.length > 0
    ? fusedLabel(state.definition, members)
    : (state.alerts.get(alert.id as AlertId)?.label ?? hostLabel(state.definition))
}

export function putBearings(state: EngineState, lines: readonly BearingLine[], nowMs: number, outputs: Output[]): void {
  for (const line of lines) {
    // A line that supports a track replaces the one before it; a loose one stands beside the others.
    const key = line.track === undefined ? `${line.node}#${state.nextBearing}` : `${line.node}/${line.track}`
    const before = state.bearings.get(key)
    if (before === undefined && state.bearings.size >= MAX_BEARINGS) dropOldestBearing(state, outputs)
    // The id says nothing of the track: who may have the line may not have that.
    const id = before?.id ?? `${line.node}#${state.nextBearing++}`
    state.bearings.delete(key)
    state.bearings.set(key, { id, putMs: nowMs })
    put(outputs, { kind: 'bearing', id, label: labelOfNode(state, line.node), line })
  }
  for (const [key, { id, putMs }] of state.bearings) {
    if (nowMs - putMs <= BEARING_KEEP_MS) break
    state.bearings.delete(key)
    outputs.push({ out: 'drop', kind: 'bearing', id })
  }
}

function dropOldestBearing(state: EngineState, outputs: Output[]): void {
  for (const [key, { id }] of state.bearings) {
    state.bearings.delete(key)
    outputs.push({ out: 'drop', kind: 'bearing', id })
    return
  }
}
