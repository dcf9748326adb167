import type { AssessContext } from '../assess/assess-context.ts'
import { assessStep } from '../assess/step.ts'
import type { CellFrame } from '../math/geodesy.ts'
import type { Output } from '../model/picture.ts'
import { step } from '../track/step.ts'
import type { EngineState } from './engine-state.ts'
import { markNode, putHealth, silentNodes } from './health.ts'
import { crossBoundaries } from './hours.ts'
import { putEventIfDue } from './place-items.ts'
import { dropTracks, putAlerts, putBearings, putTracks } from './track-items.ts'

/** Time went on: what the sensors said since the last tick becomes tracks, judgements and alerts. */
export function tick(state: EngineState, nowMs: number, outputs: Output[]): void {
  const { frame } = state
  if (frame === undefined) return
  crossBoundaries(state, nowMs, outputs)
  const tracked = step(state.tracker, state.detections, nowMs)
  for (const bias of tracked.biases) {
    state.biases.set(bias.node, bias)
    markNode(state, bias.node)
  }
  if (tracked.shed > 0) {
    state.shedDetections += tracked.shed
    state.eventDirty = true
  }
  putEventIfDue(state, nowMs, outputs)
  putHealth(state, nowMs, outputs)
  const input = {
    tracks: tracked.changed,
    ended: tracked.ended,
    claims: state.claims,
    bearings: tracked.bearings,
    silentNodes: silentNodes(state),
  }
  const { refused } = state.assess.alerts
  const assessed = assessStep(state.assess, assessContext(state, frame), input, nowMs)
  if (state.assess.alerts.refused > refused) state.eventDirty = true
  state.detections = []
  state.claims = []
  dropTracks(state, tracked.ended, outputs)
  putTracks(state, tracked.changed, assessed.assessments, nowMs, outputs)
  putAlerts(state, assessed.alerts, nowMs, outputs)
  putBearings(state, tracked.bearings, nowMs, outputs)
}

function assessContext(state: EngineState, frame: CellFrame): AssessContext {
  const { zones, clearances, sensors, headcounts, claimMemory, definition } = state
  return {
    frame,
    geoidM: definition.header?.geoidM ?? 0,
    zones,
    sites: definition.sites,
    headcounts,
    clearances,
    sensors,
    claims: claimMemory,
  }
}
