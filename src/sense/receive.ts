import { reject } from '../base/reject.ts'
import type { ConnectionPayload, Entry, ShedPayload } from '../model/entry.ts'
import { forgetAircraft } from './adsb.ts'
import { receiveBeast, receiveSbs } from './adsb-feed.ts'
import { countReject, feedOf, settle, sweep } from './health.ts'
import { receiveJson } from './json.ts'
import { acceptSapient, receiveSapient, refuseSapient } from './sapient.ts'
import { emptyResult } from './state.ts'
import type { SenseContext, SenseResult, SenseState } from './state.ts'

/** One frame as received on a door: decoded in the standard's terms, then into detections and claims, and answered. */
export function receiveFrame(state: SenseState, context: SenseContext, entry: Entry): SenseResult {
  const result = emptyResult()
  const feedState = feedOf(state, entry.source)
  feedState.frames += 1
  feedState.bytes += entry.payload.length
  feedState.lastFrameMs = entry.atMs
  feedState.dirty = true
  if (feedState.state !== 'live') {
    feedState.state = 'live'
    feedState.stateSinceMs = entry.atMs
    result.feeds.push(entry.source)
  }
  const feed = context.feeds.get(entry.source)
  if (feed === undefined) {
    countReject(feedState, undefined, reject('no-such-feed', 0, `the event defines no feed ${entry.source}`))
    return result
  }
  switch (feed.door) {
    case 'sapient':
      receiveSapient(state, context, feed, entry, result)
      break
    case 'beast':
      receiveBeast(state, context, feed, entry, result)
      break
    case 'sbs':
      receiveSbs(state, context, feed, entry, result)
      break
    case 'json':
      receiveJson(state, context, feed, entry, result)
      break
  }
  return result
}

/** A connection opened, closed or was refused. A node whose connection ends without a goodbye falls silent in its time. */
export function connectionChanged(state: SenseState, _context: SenseContext, entry: Entry, payload: ConnectionPayload): SenseResult {
  const result = emptyResult()
  const feed = feedOf(state, entry.source)
  if (payload.change === 'opened') {
    if (!state.connections.has(entry.connection)) feed.connections += 1
    state.connections.set(entry.connection, { number: entry.connection, feed: entry.source, peer: payload.peer, node: undefined })
  } else if (payload.change === 'closed') {
    const connection = state.connections.get(entry.connection)
    if (connection !== undefined) {
      state.connections.delete(entry.connection)
      feed.connections = Math.max(0, feed.connections - 1)
      const node = connection.node === undefined ? undefined : state.nodes.get(connection.node)
      if (node?.connection === entry.connection) node.connection = 0
    }
  } else {
    countReject(feed, undefined, reject('connection-refused', 0, `${payload.peer}: ${payload.why ?? 'refused'}`))
  }
  feed.dirty = true
  result.feeds.push(entry.source)
  return result
}

/** Every connection of the journal's last life is gone; called at a `start` entry. */
export function connectionsLost(state: SenseState): SenseResult {
  const result = emptyResult()
  state.connections.clear()
  for (const node of state.nodes.values()) node.connection = 0
  for (const feed of state.feeds.values()) {
    feed.connections = 0
    result.feeds.push(feed.id)
  }
  return result
}

/** Frames that were lost before the journal are counted where their feed's reader looks. */
export function framesShed(state: SenseState, payload: ShedPayload): SenseResult {
  const result = emptyResult()
  for (const shed of payload.feeds) {
    const feed = feedOf(state, shed.feed)
    if (payload.cause === 'framing') {
      feed.rejected += shed.frames
      feed.lastReject = 'framing: bytes that begin no frame'
    } else feed.shed += shed.frames
    result.feeds.push(shed.feed)
  }
  return result
}

/** Time went on: who has fallen silent, which counters have moved. */
export function senseTick(state: SenseState, context: SenseContext, nowMs: number): SenseResult {
  const result = emptyResult()
  if (nowMs - state.lastSweepMs >= 1000) forgetAircraft(state, nowMs)
  sweep(state, context, nowMs, result)
  return result
}

/** A person accepts a node that waits. Nothing happens to one that is unknown. */
export function acceptNode(state: SenseState, _context: SenseContext, id: string, nowMs: number): SenseResult {
  const result = emptyResult()
  const node = state.nodes.get(id)
  if (node === undefined) return result
  node.refusedBy = undefined
  if (node.sapient === undefined) node.standing = 'accepted'
  else acceptSapient(node, nowMs, result)
  settle(node, nowMs, result)
  return result
}

/** A person refuses a node: nothing of it is used from here on, and its connection ends. */
export function refuseNode(state: SenseState, _context: SenseContext, id: string, nowMs: number): SenseResult {
  const result = emptyResult()
  const node = state.nodes.get(id)
  if (node === undefined) return result
  node.standing = 'refused'
  node.refusedBy = 'person'
  if (node.sapient !== undefined) refuseSapient(node, nowMs, result)
  settle(node, nowMs, result)
  return result
}
