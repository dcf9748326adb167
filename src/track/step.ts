import { associateByBelief } from '../math/belief.ts'
import type { Detection } from '../model/detection.ts'
import type { BearingLine, SensorBias, TrackEnd, TrackEstimate } from '../model/track.ts'
import { stepBearings } from './bearings.ts'
import { learnBias, noteCooperative } from './bias.ts'
import { ageClutter } from './clutter-map.ts'
import { mergeDuplicates } from './duplicates.ts'
import { changedEstimates, showTracks } from './estimate.ts'
import { gateScan } from './gate.ts'
import { groupTracks } from './groups.ts'
import { bindingsOf } from './identity.ts'
import { initiateTracks } from './initiate.ts'
import { lookOf, measureScan } from './measure.ts'
import { dropTracks, mergeTracks } from './remove.ts'
import { scansOf } from './scans.ts'
import type { Scan } from './scans.ts'
import type { TrackerState } from './state.ts'
import { lookedAt, undetectedAt } from './undetected.ts'
import { updateTracks } from './update.ts'
import { workspaceFor } from './workspace.ts'
import type { Workspace } from './workspace.ts'

export type TrackOutputs = {
  /** Tracks that something was associated with since the last step. */
  readonly changed: TrackEstimate[]
  readonly ended: TrackEnd[]
  /** One line for each bearing of this step. */
  readonly bearings: BearingLine[]
  /** Biases that changed. */
  readonly biases: SensorBias[]
  /** Detections left out: unknown sensor, too late, not finite, no room. */
  readonly shed: number
}

/**
 * One step of the tracker: a batch of detections, in any order, of any sensors, up to `nowMs`. Late ones (up to the settings' limit) are
 * taken at their own time.
 */
export function step(state: TrackerState, batch: readonly Detection[], nowMs: number): TrackOutputs {
  const { bearings, biases } = advanceTracks(state, batch, nowMs)
  const { ended, shed } = state
  state.ended = []
  state.shed = 0
  return { changed: changedEstimates(state, nowMs), ended, bearings, biases, shed }
}

/** The step without its estimates, for those who ask for them at times of their own (`estimatesAt`). Ends and shed counts gather in the state. */
export function advanceTracks(
  state: TrackerState,
  batch: readonly Detection[],
  nowMs: number,
): { bearings: BearingLine[]; biases: SensorBias[] } {
  const work = workspaceFor(state.table.planarCount, state.table.verticalCount)
  if (!(state.startMs === state.startMs)) {
    state.startMs = nowMs
    state.lastMergeMs = nowMs
  }
  state.nowMs = nowMs
  const bearings: BearingLine[] = []
  const biases = new Map<string, SensorBias>()
  for (const scan of scansOf(state, batch, nowMs)) {
    state.startMs = Math.min(state.startMs, scan.atMs)
    if (scan.kind === 'bearing') {
      bearings.push(...stepBearings(state, work, scan))
    } else {
      noteCooperative(state, scan)
      const bias = learnBias(state, scan)
      if (bias !== undefined) biases.set(bias.node, bias)
      stepScan(state, work, scan)
    }
    showTracks(state)
    dropTracks(state, scan.atMs)
    if (mergeTracks(state, scan.atMs)) {
      mergeDuplicates(state, scan.atMs)
      ageClutter(state, scan.atMs)
      groupTracks(state)
    }
  }
  dropTracks(state, nowMs)
  return { bearings, biases: [...biases.values()] }
}

/** One scan through the textbook steps. */
function stepScan(state: TrackerState, work: Workspace, scan: Scan): void {
  const { settings, table } = state
  const sensor = state.sensors[scan.sensor]!
  const look = lookOf(sensor, scan.atMs)
  measureScan(state, work, scan, look, undetectedAt(state, scan.atMs))
  const pairs = gateScan(state, work, scan, look, bindingsOf(state, work, scan))
  associateByBelief(work.belief, table.count, scan.detections.length, pairs, settings.beliefRounds, settings.beliefTolerance)
  updateTracks(state, work, scan)
  initiateTracks(state, work, scan)
  if (scan.kind === 'polar') lookedAt(state, sensor, look.pd)
  sensor.lastScanMs = Math.max(scan.atMs, sensor.lastScanMs || scan.atMs)
}
