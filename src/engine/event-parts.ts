import { assert } from '../base/assert.ts'
import { cellFrame } from '../math/geodesy.ts'
import { eventPart } from '../model/event.ts'
import type { Entry } from '../model/entry.ts'
import type { Output } from '../model/picture.ts'
import { setProtectedDiscs } from '../track/clutter-map.ts'
import { setSensors } from '../track/state.ts'
import { addItems, newDefinition, type Definition } from './definition.ts'
import type { EngineState } from './engine-state.ts'
import { markFeed, markNode } from './health.ts'
import { nodeLabel } from './labels.ts'
import { jsonPayload } from './payload.ts'
import { putAlways } from './place-items.ts'
import { clearanceShapes, protectedDiscs, sensorView, trackerSensor, zoneShapes } from './surroundings.ts'
import { crossBoundaries } from './hours.ts'

/** One part of the event definition. Nothing changes until `done`: then the whole definition takes the place of the last. */
export function applyEventPart(state: EngineState, entry: Entry, outputs: Output[]): void {
  const payload = jsonPayload(entry, eventPart)
  if (payload.part === 'header') {
    state.draft = { ...newDefinition(), header: payload.header }
    return
  }
  assert(state.draft !== undefined, `event part ${payload.part} before its header`)
  if (payload.part !== 'done') addItems(state.draft, payload.part, payload.items)
  else replaceDefinition(state, state.draft, entry.atMs, outputs)
}

function replaceDefinition(state: EngineState, next: Definition, nowMs: number, outputs: Output[]): void {
  const before = state.definition
  const { header } = next
  assert(header !== undefined, 'an event definition without a header')
  // A value that a person set by command outlives a definition that says nothing new about it.
  if (before.header === undefined || before.header.qnhPa !== header.qnhPa) state.qnhPa = header.qnhPa
  state.draft = undefined
  state.definition = next
  const frame = cellFrame(header.origin.latRad, header.origin.lonRad, header.origin.altHaeM)
  state.frame = frame
  state.zones = zoneShapes(next, frame, nowMs)
  state.clearances = clearanceShapes(next.clearances.values(), frame)
  state.sensors = new Map([...next.nodes.values()].map((node) => [node.id, sensorView(node, frame)]))
  state.nodeLabels = new Map([...next.nodes.keys()].map((id) => [id, nodeLabel(next, id)]))
  state.learned.clear()
  setSensors(
    state.tracker,
    [...next.nodes.values()].map((node) => trackerSensor(node, frame)),
  )
  setProtectedDiscs(state.tracker, protectedDiscs(state.zones))

  dropGone('site', before.sites, next.sites, outputs)
  dropGone('zone', before.zones, next.zones, outputs)
  dropGone('node', before.nodes, next.nodes, outputs)
  dropGone('feed', before.feeds, next.feeds, outputs)
  state.nextBoundaryMs = 0
  crossBoundaries(state, nowMs, [])
  putAlways(state, outputs)
  for (const id of next.nodes.keys()) markNode(state, id)
  for (const id of next.feeds.keys()) markFeed(state, id)
  // Their items go out whole at the next tick.
  for (const health of [...state.nodes.values(), ...state.feeds.values()]) health.putMs = undefined
}

function dropGone(
  kind: 'site' | 'zone' | 'node' | 'feed',
  before: ReadonlyMap<string, unknown>,
  next: ReadonlyMap<string, unknown>,
  outputs: Output[],
): void {
  for (const id of before.keys()) if (!next.has(id)) outputs.push({ out: 'drop', kind, id })
}
