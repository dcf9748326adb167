import { reject } from '../base/reject.ts'
import type { Reject } from '../base/reject.ts'
import type { Entry } from '../model/entry.ts'
import type { FeedDefinition, NodeDefinition } from '../model/event.ts'
import { decodeBeastFrame } from '../wire/adsb/beast.ts'
import { decodeSbsLine } from '../wire/adsb/sbs.ts'
import { takeModeS, takeSbs } from './adsb.ts'
import { measuredAtMs } from './clock.ts'
import { countReject, feedOf, heard, nodeOf } from './health.ts'
import type { NodeState, SenseContext, SenseResult, SenseState } from './state.ts'

type Receiver = { readonly node: NodeState; readonly definition: NodeDefinition }

/** One Beast frame. Its counter is no UTC, so it counts as measured when it arrived. */
export function receiveBeast(state: SenseState, context: SenseContext, feed: FeedDefinition, entry: Entry, result: SenseResult): void {
  const receiver = receiverOf(state, context, feed, entry, result)
  if ('rejected' in receiver) return countReject(feedOf(state, feed.id), undefined, receiver)
  const frame = decodeBeastFrame(entry.payload)
  if ('rejected' in frame) return countReject(feedOf(state, feed.id), receiver.node, frame)
  const { report } = frame
  if (report.kind === 'mode-ac' || report.kind === 'receiver') return accept(state, feed, receiver, undefined)
  accept(
    state,
    feed,
    receiver,
    takeModeS(
      { state, context, definition: receiver.definition, feed: feed.id, measuredMs: entry.atMs, receivedMs: entry.atMs, result },
      report,
    ),
  )
}

/** One SBS line. */
export function receiveSbs(state: SenseState, context: SenseContext, feed: FeedDefinition, entry: Entry, result: SenseResult): void {
  const receiver = receiverOf(state, context, feed, entry, result)
  if ('rejected' in receiver) return countReject(feedOf(state, feed.id), undefined, receiver)
  const line = decodeSbsLine(entry.payload)
  if (line === undefined) return accept(state, feed, receiver, undefined)
  if ('rejected' in line) return countReject(feedOf(state, feed.id), receiver.node, line)
  const measuredMs = measuredAtMs(receiver.node.clock, feed, line.madeMs, entry.atMs)
  accept(
    state,
    feed,
    receiver,
    takeSbs({ state, context, definition: receiver.definition, feed: feed.id, measuredMs, receivedMs: entry.atMs, result }, line),
  )
}

/** The receiver behind a feed that names no nodes of its own. */
function receiverOf(state: SenseState, context: SenseContext, feed: FeedDefinition, entry: Entry, result: SenseResult): Receiver | Reject {
  const definition = feed.node === undefined ? undefined : context.nodes.get(feed.node)
  const node = definition === undefined ? undefined : nodeOf(state, context, definition.id, feed.id)
  if (definition === undefined || node === undefined)
    return reject('feed-without-node', 0, `feed ${feed.id} needs the node that it stands for in the event definition`)
  if (context.mode === 'serve' && (definition.simulated || feed.simulated))
    return reject('simulated', 0, 'simulated feeds are refused outside demo and exercise')
  if (node.standing === 'expected') node.standing = definition.accepted ? 'accepted' : 'pending'
  node.watched = true
  heard(node, entry.atMs, result)
  if (node.standing !== 'accepted')
    return reject('detection-not-taken', 0, `node ${definition.id} waits to be accepted: what it reports is recorded and not used`)
  return { node, definition }
}

function accept(state: SenseState, feed: FeedDefinition, receiver: Receiver, doubt: Reject | undefined): void {
  if (doubt !== undefined) return countReject(feedOf(state, feed.id), receiver.node, doubt)
  feedOf(state, feed.id).accepted += 1
  receiver.node.detections += 1
}
