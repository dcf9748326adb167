import type { Alert, Assessment } from '../model/assessment.ts'
import type { Claim } from '../model/detection.ts'
import type { NodeId, TrackId } from '../model/ids.ts'
import type { BearingLine, TrackEnd, TrackEstimate } from '../model/track.ts'
import { ageAlert, easeAlert, sayAlerts } from './alert-book.ts'
import { assessTrack } from './assess-track.ts'
import type { AssessContext } from './assess-context.ts'
import type { AssessState } from './assess-state.ts'
import { foldClaims } from './claim-folds.ts'
import * as limits from './limits.ts'
import { tendSilentNodes } from './silent-nodes.ts'
import { endTrackAlert } from './track-alert.ts'
import { newTrackMemory, remember } from './track-memory.ts'

/**
 * What came between the last tick and this one.
 *
 * tracks       estimates that changed
 * silentNodes  every node that is silent now, with the time since when
 */
export type AssessInput = {
  readonly tracks: readonly TrackEstimate[]
  readonly ended: readonly TrackEnd[]
  readonly claims: readonly Claim[]
  readonly bearings: readonly BearingLine[]
  readonly silentNodes: readonly { readonly node: NodeId; readonly sinceMs: number }[]
}

export type AssessOutputs = { readonly assessments: readonly Assessment[]; readonly alerts: readonly Alert[] }

/** Judges what changed, folds crowds of claims, tends every alert. nowMs: the tick's `atMs`. */
export function assessStep(state: AssessState, context: AssessContext, input: AssessInput, nowMs: number): AssessOutputs {
  const assessments = new Map<TrackId, Assessment>()
  for (const estimate of input.tracks) {
    const known = state.tracks.get(estimate.id)
    if (known === undefined) state.tracks.set(estimate.id, newTrackMemory(estimate, nowMs))
    else remember(known, estimate)
    review(state, context, estimate.id, true, nowMs, assessments)
  }
  endTracks(state, input.ended, nowMs, assessments)
  tendSilentNodes(state, context, input.silentNodes, nowMs)
  if (nowMs - state.reviewedMs >= limits.REVIEW_MS) reviewAll(state, context, nowMs, assessments)
  for (const record of state.alerts.records.values()) {
    if (record.lost !== undefined)
      easeAlert(record, { code: 'lost', params: { agoS: (nowMs - record.lost.atMs) / 1000 } }, limits.LOST_HOLD_S, nowMs)
    ageAlert(record, nowMs)
  }
  return { assessments: [...assessments.values()], alerts: sayAlerts(state.alerts, nowMs) }
}

function review(
  state: AssessState,
  context: AssessContext,
  id: TrackId,
  news: boolean,
  nowMs: number,
  assessments: Map<TrackId, Assessment>,
): void {
  const memory = state.tracks.get(id)
  if (memory === undefined) return
  const changed = assessTrack(state, context, memory, news, nowMs)
  if (changed !== undefined) assessments.set(id, changed)
}

/** Once a second: crowds of claims are folded, and tracks that had no news are judged by the time that has passed. */
function reviewAll(state: AssessState, context: AssessContext, nowMs: number, assessments: Map<TrackId, Assessment>): void {
  state.reviewedMs = nowMs
  const refolded = new Set(foldClaims(state, nowMs))
  for (const [id, memory] of state.tracks) {
    if (refolded.has(id) || nowMs - memory.assessedMs >= limits.REVIEW_MS) review(state, context, id, refolded.has(id), nowMs, assessments)
  }
}

function endTracks(state: AssessState, ended: readonly TrackEnd[], nowMs: number, assessments: Map<TrackId, Assessment>): void {
  for (const end of ended) {
    const memory = state.tracks.get(end.id)
    if (memory === undefined) continue
    state.tracks.delete(end.id)
    assessments.delete(end.id)
    endTrackAlert(state, memory, end, nowMs)
  }
}
