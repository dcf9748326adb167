import type { NodeId } from '../model/ids.ts'
import type { FeedItem, NodeItem, Output } from '../model/picture.ts'
import { feedHealth, nodeHealth } from '../sense/health.ts'
import { blindShare } from '../track/coverage.ts'
import type { EngineState, ShownHealth } from './engine-state.ts'
import { hostLabel } from './labels.ts'
import { put } from './place-items.ts'

/** A node's or feed's counters go to the picture at most so often, ms, unless its state changed. */
const REFRESH_MS = 1000
/** Bound on nodes shown that no event definition names; sense bounds them too. */
const MAX_NODES = 2000

export function markNode(state: EngineState, id: string): void {
  mark(state.nodes, id)
}

export function markFeed(state: EngineState, id: string): void {
  mark(state.feeds, id)
}

function mark(shown: Map<string, ShownHealth>, id: string): void {
  const health = shown.get(id)
  if (health !== undefined) health.dirty = true
  else if (shown.size < MAX_NODES) shown.set(id, { dirty: true, putMs: undefined, shownState: undefined })
}

/** Frames of a feed that were lost after its door; shown with its health. */
export function countShed(state: EngineState, feed: string, frames: number): void {
  state.shed.set(feed, (state.shed.get(feed) ?? 0) + frames)
  if (state.definition.feeds.has(feed)) markFeed(state, feed)
}

/** Puts the health of nodes and feeds that is due, and keeps what the assessment needs to know of sensors. */
export function putHealth(state: EngineState, nowMs: number, outputs: Output[]): void {
  for (const [id, shown] of state.nodes) {
    if (!shown.dirty) continue
    if (!state.definition.nodes.has(id) && !state.sense.nodes.has(id)) {
      state.nodes.delete(id)
      outputs.push({ out: 'drop', kind: 'node', id })
      continue
    }
    const item = nodeItem(state, id)
    noteWorking(state, item)
    if (due(shown, item.state, nowMs)) put(outputs, item)
  }
  for (const [id, shown] of state.feeds) {
    if (!shown.dirty) continue
    const item = feedItem(state, id)
    if (item !== undefined && due(shown, item.state, nowMs)) put(outputs, item)
  }
}

function due(shown: ShownHealth, itemState: string, nowMs: number): boolean {
  if (shown.putMs !== undefined && shown.shownState === itemState && nowMs - shown.putMs < REFRESH_MS) return false
  shown.dirty = false
  shown.putMs = nowMs
  shown.shownState = itemState
  return true
}

export function nodeItem(state: EngineState, id: string): NodeItem {
  const described = state.sense.nodes.get(id)?.sapient === undefined ? undefined : state.learned.get(id)
  const definition = state.definition.nodes.get(id) ?? described
  const health = nodeHealth(state.sense, id)
  const label = state.nodeLabels.get(id) ?? hostLabel(state.definition)
  const item = {
    kind: 'node' as const,
    id,
    label,
    definition,
    ...health,
    name: definition?.name.en ?? health.name,
    bias: state.biases.get(id),
  }
  const share = health.blindSinceMs === undefined ? undefined : shareNowBlind(state, id)
  return share === undefined ? item : { ...item, blindShare: share }
}

/** How much of a blind node's coverage nobody else of its kind sees now; undefined for one that the tracker does not know. */
function shareNowBlind(state: EngineState, id: string): number | undefined {
  const sensors = state.tracker.sensors.map((each) => each.sensor)
  const sensor = sensors.find((each) => each.node === id)
  const working = sensors.filter((each) => state.sensors.get(each.node)?.working === true)
  return sensor === undefined ? undefined : blindShare(sensor, working)
}

function feedItem(state: EngineState, id: string): FeedItem | undefined {
  const definition = state.definition.feeds.get(id)
  if (definition === undefined) return undefined
  const health = feedHealth(state.sense, id)
  return {
    kind: 'feed',
    id,
    label: hostLabel(state.definition),
    door: definition.door,
    ...health,
    shed: health.shed + (state.shed.get(id) ?? 0),
  }
}

function noteWorking(state: EngineState, item: NodeItem): void {
  const view = state.sensors.get(item.id)
  const working = item.state === 'operational' && item.blindSinceMs === undefined
  if (view !== undefined && view.working !== working) state.sensors.set(item.id, { ...view, working })
}

/** Every defined node that is silent now. */
export function silentNodes(state: EngineState): { readonly node: NodeId; readonly sinceMs: number }[] {
  const silent: { readonly node: NodeId; readonly sinceMs: number }[] = []
  for (const id of state.definition.nodes.keys()) {
    const health = nodeHealth(state.sense, id)
    if (health.state === 'silent') silent.push({ node: id as NodeId, sinceMs: health.blindSinceMs ?? health.stateSinceMs })
  }
  return silent
}
