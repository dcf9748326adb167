import type { Reject } from '../base/reject.ts'
import type { NodeDefinition } from '../model/event.ts'
import type { FeedItem, NodeItem } from '../model/picture.ts'
import { newClock } from './clock.ts'
import type { FeedState, HealthState, NodeState, SenseContext, SenseResult, SenseState } from './state.ts'

/** A node is called silent after three of its periods, and never sooner than this. */
const SILENT_AT_LEAST_MS = 5000
const SILENT_PERIODS = 3
/** Nodes that the event does not define and nobody has accepted yet; more are refused, so that strangers cannot fill the memory. */
const MAX_UNDEFINED_NODES = 256
/** A stranger whom nobody accepted, gone for so long, makes room for the next. */
const FORGET_STRANGER_MS = 600_000
const MAX_REJECT_CHARACTERS = 300
/** Counters go to the picture at most this often. */
const SWEEP_MS = 1000

export type NodeHealth = Pick<
  NodeItem,
  'name' | 'state' | 'stateSinceMs' | 'lastSeenMs' | 'blindSinceMs' | 'detections' | 'rejected' | 'lastReject' | 'clockOffsetMs'
>
export type FeedHealth = Pick<
  FeedItem,
  'state' | 'stateSinceMs' | 'connections' | 'frames' | 'bytes' | 'accepted' | 'rejected' | 'shed' | 'lastReject' | 'lastFrameMs'
>

/** Health of a node; one that has never spoken is `expected`. */
export function nodeHealth(state: SenseState, id: string): NodeHealth {
  const node = state.nodes.get(id)
  if (node === undefined)
    return {
      name: id,
      state: 'expected',
      stateSinceMs: 0,
      lastSeenMs: undefined,
      blindSinceMs: undefined,
      detections: 0,
      rejected: 0,
      lastReject: undefined,
      clockOffsetMs: undefined,
    }
  const { name, state: health, stateSinceMs, lastSeenMs, blindSinceMs, detections, rejected, lastReject, clock } = node
  return { name, state: health, stateSinceMs, lastSeenMs, blindSinceMs, detections, rejected, lastReject, clockOffsetMs: clock.offsetMs }
}

export function feedHealth(state: SenseState, id: string): FeedHealth {
  const {
    state: health,
    stateSinceMs,
    connections,
    frames,
    bytes,
    accepted,
    rejected,
    shed,
    lastReject,
    lastFrameMs,
  } = state.feeds.get(id) ?? newFeed(id)
  return { state: health, stateSinceMs, connections, frames, bytes, accepted, rejected, shed, lastReject, lastFrameMs }
}

export function feedOf(state: SenseState, id: string): FeedState {
  let feed = state.feeds.get(id)
  if (feed === undefined) {
    feed = newFeed(id)
    state.feeds.set(id, feed)
  }
  return feed
}

function newFeed(id: string): FeedState {
  return {
    id,
    state: 'waiting',
    stateSinceMs: 0,
    connections: 0,
    frames: 0,
    bytes: 0,
    accepted: 0,
    rejected: 0,
    shed: 0,
    lastReject: undefined,
    lastFrameMs: undefined,
    dirty: false,
  }
}

/** The node, made on first sight; undefined: it is not defined and there are too many of its kind. */
export function nodeOf(state: SenseState, context: SenseContext, id: string, feed: string): NodeState | undefined {
  const known = state.nodes.get(id)
  if (known !== undefined) return known
  const definition = context.nodes.get(id)
  if (definition === undefined && undefinedNodes(state, context) >= MAX_UNDEFINED_NODES) return undefined
  const node: NodeState = {
    id,
    name: definition?.name.en ?? id,
    standing: 'expected',
    refusedBy: undefined,
    system: 'ok',
    silent: false,
    watched: false,
    state: 'expected',
    stateSinceMs: 0,
    lastSeenMs: undefined,
    blindSinceMs: undefined,
    feed,
    connection: 0,
    detections: 0,
    rejected: 0,
    lastReject: undefined,
    clock: newClock(),
    sapient: undefined,
    dirty: false,
  }
  state.nodes.set(id, node)
  return node
}

function undefinedNodes(state: SenseState, context: SenseContext): number {
  let count = 0
  for (const id of state.nodes.keys()) if (!context.nodes.has(id)) count += 1
  return count
}

/** The node has spoken. */
export function heard(node: NodeState, nowMs: number, result: SenseResult): void {
  node.lastSeenMs = nowMs
  node.silent = false
  node.dirty = true
  settle(node, nowMs, result)
}

/** Brings the shown state in line with what is known; names the node in the result if it changed. */
export function settle(node: NodeState, nowMs: number, result: SenseResult): void {
  const next = healthOf(node)
  const blind = next === 'silent' || next === 'fault' || next === 'goodbye'
  if (!blind) node.blindSinceMs = undefined
  else if (node.blindSinceMs === undefined) node.blindSinceMs = next === 'silent' ? (node.lastSeenMs ?? nowMs) : nowMs
  if (next === node.state) return
  node.state = next
  node.stateSinceMs = nowMs
  if (!result.nodes.includes(node.id)) result.nodes.push(node.id)
}

function healthOf(node: NodeState): HealthState {
  if (node.standing === 'refused' || node.standing === 'expected') return node.standing
  if (node.system === 'goodbye') return 'goodbye'
  if (node.silent) return 'silent'
  if (node.standing === 'pending' || node.standing === 'status-only') return node.standing
  return node.system === 'fault' ? 'fault' : 'operational'
}

/** Counts a declined frame or detection against its feed and, where it is known, its node. */
export function countReject(feed: FeedState, node: NodeState | undefined, why: Reject): void {
  const words = (why.detail === undefined ? why.rejected : `${why.rejected}: ${why.detail}`).slice(0, MAX_REJECT_CHARACTERS)
  feed.rejected += 1
  feed.lastReject = words
  feed.dirty = true
  if (node === undefined) return
  node.rejected += 1
  node.lastReject = words
  node.dirty = true
}

/** Silence, and counters that have changed: once a second of the event clock. */
export function sweep(state: SenseState, context: SenseContext, nowMs: number, result: SenseResult): void {
  if (nowMs - state.lastSweepMs < SWEEP_MS) return
  state.lastSweepMs = nowMs
  for (const node of state.nodes.values()) {
    if (isLongGone(node, context, nowMs)) {
      state.nodes.delete(node.id)
      result.nodes.push(node.id)
      continue
    }
    if (
      node.watched &&
      node.lastSeenMs !== undefined &&
      node.system !== 'goodbye' &&
      nowMs - node.lastSeenMs > silentAfterMs(node, context.nodes.get(node.id))
    )
      node.silent = true
    settle(node, nowMs, result)
    if (node.dirty && !result.nodes.includes(node.id)) result.nodes.push(node.id)
    node.dirty = false
  }
  for (const feed of state.feeds.values()) {
    const limitMs = feedSilentAfterMs(state, context, feed)
    if (feed.state === 'live' && limitMs !== undefined && feed.lastFrameMs !== undefined && nowMs - feed.lastFrameMs > limitMs) {
      feed.state = 'silent'
      feed.stateSinceMs = nowMs
      feed.dirty = true
    }
    if (feed.dirty) result.feeds.push(feed.id)
    feed.dirty = false
  }
}

/** A person's word about a node outlasts it. */
function isLongGone(node: NodeState, context: SenseContext, nowMs: number): boolean {
  if (context.nodes.has(node.id) || node.standing === 'accepted' || node.refusedBy === 'person') return false
  return node.connection === 0 && nowMs - (node.lastSeenMs ?? node.stateSinceMs) > FORGET_STRANGER_MS
}

/** ms without a word after which a node is silent. A SAPIENT node with nothing in sight still sends its status. */
export function silentAfterMs(node: NodeState, definition: NodeDefinition | undefined): number {
  const periodMs = Math.max((definition?.periodS ?? 0) * 1000, node.sapient?.statusIntervalMs ?? 0)
  return Math.max(SILENT_PERIODS * periodMs, SILENT_AT_LEAST_MS)
}

/** A feed is silent when the slowest of its watched nodes would be; undefined: none of them need ever speak. */
function feedSilentAfterMs(state: SenseState, context: SenseContext, feed: FeedState): number | undefined {
  let limitMs: number | undefined
  for (const node of state.nodes.values()) {
    const speaksHere = node.feed === feed.id || node.id === context.feeds.get(feed.id)?.node
    if (!speaksHere || !node.watched) continue
    limitMs = Math.max(limitMs ?? 0, silentAfterMs(node, context.nodes.get(node.id)))
  }
  return limitMs
}
