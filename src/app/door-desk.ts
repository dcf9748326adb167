import type { Problem } from '../model/api.ts'
import type { EntryDraft, ConnectionPayload } from '../model/entry.ts'
import type { FeedDefinition } from '../model/event.ts'
import type { DoorHost, Doors, Submitted } from '../io/door-port.ts'
import { createTokenBucket } from '../io/token-bucket.ts'
import type { IngestAnswer } from '../serve/room-port.ts'
import type { Quarantine } from './quarantine.ts'
import { ownEntry, type Sequencer } from './sequencer.ts'

export type DoorDeskSettings = {
  readonly sequencer: Sequencer
  readonly quarantine: Quarantine
  readonly feeds: readonly FeedDefinition[]
  readonly nowMs: () => number
  readonly firstConnection: number
  readonly doors: () => Doors | undefined
}

/** Where the doors hand in what they take: numbers connections, keeps quarantined senders out, and writes `connection` and `frame` entries. */
export interface DoorDesk {
  readonly host: DoorHost
  ingest(feed: string, bytes: Uint8Array, peer: string): IngestAnswer
  /** Where a connection's entries come from; undefined for our own. */
  senderOf(connection: number): Sender | undefined
  /** Ends the connection and takes nothing from its sender for a while. */
  putInQuarantine(connection: number, why: string): void
  /** From now on nothing is taken. */
  stop(): void
}

export type Sender = { readonly feed: string; readonly peer: string }

/** Peers that post to the REST door, each with a connection of its own; the one longest silent goes first. */
const MAX_POSTERS = 1000
const LOWEST_PRIORITY = 9
const QUARANTINED: Problem = {
  error: 'quarantined',
  message: 'bytes from this address stopped the engine a moment ago',
  todo: 'wait a minute; tell the maker of the sender, the frame is in the record',
}
const OVERLOADED: Problem = {
  error: 'overloaded',
  message: 'the queues are full, so this was not recorded',
  todo: 'send it again in a second, and less at a time',
}
/** One feed's posts share its limit, whoever sends them: an HTTP sender may change its address and its connection at will. */
const BURST_S = 2
const TOO_MANY: Problem = {
  error: 'rate-limit',
  message: 'this feed has taken all that its maxFramesPerS allows, so this was not recorded',
  todo: 'send fewer requests, each with more detections; or raise maxFramesPerS of the feed in the event',
}
const STOPPING: Problem = { error: 'stopping', message: 'Marsad is stopping', todo: 'send it again when it is back' }

const SHED_PROBLEMS = { overload: OVERLOADED, quarantine: QUARANTINED, stopping: STOPPING }

export function createDoorDesk(settings: DoorDeskSettings): DoorDesk {
  const { sequencer, quarantine, doors } = settings
  const feeds = new Map(settings.feeds.map((feed) => [feed.id, feed]))
  const senders = new Map<number, Sender>()
  const posters = new Map<string, number>()
  const declined = createPostGate(settings, feeds)
  let nextConnection = settings.firstConnection
  let stopping = false

  const isQuarantined = (connection: number) => {
    const sender = senders.get(connection)
    return sender !== undefined && quarantine.holds(sender.feed, sender.peer)
  }
  const connectionChanged = (feed: string, connection: number, payload: ConnectionPayload) => {
    sequencer.append({ ...ownEntry('connection', payload), source: feed, connection })
    if (payload.change === 'closed') senders.delete(connection)
    if (payload.change !== 'opened') return
    senders.set(connection, { feed, peer: payload.peer })
    if (quarantine.holds(feed, payload.peer)) queueMicrotask(() => doors()?.closeConnection(connection, 'in quarantine'))
  }
  const submit: DoorHost['submit'] = (draft: EntryDraft) => {
    const cause = stopping ? 'stopping' : isQuarantined(draft.connection) ? 'quarantine' : undefined
    if (cause !== undefined) {
      sequencer.countShed(draft.source, 1, draft.payload.length, cause)
      return { result: 'shed', cause }
    }
    return sequencer.offer(draft, feeds.get(draft.source)?.priority ?? LOWEST_PRIORITY)
  }
  /** A poster has no line to cut; while its connection stands, the engine passes over all that comes from a quarantined address. */
  const closePoster = (connection: number, why: string) => {
    const sender = senders.get(connection)
    if (sender === undefined || !posters.delete(posterKey(sender.feed, sender.peer))) return
    connectionChanged(sender.feed, connection, { change: 'closed', peer: sender.peer, why })
  }
  const posterConnection = (feed: string, peer: string): number => {
    const key = posterKey(feed, peer)
    const known = posters.get(key)
    posters.delete(key)
    const connection = known ?? nextConnection++
    posters.set(key, connection)
    if (known === undefined) connectionChanged(feed, connection, { change: 'opened', peer })
    const [oldest] = posters.values()
    if (posters.size > MAX_POSTERS && oldest !== undefined) closePoster(oldest, 'silent longest')
    return connection
  }
  return {
    host: {
      nowMs: settings.nowMs,
      nextConnection: () => nextConnection++,
      connectionChanged,
      submit,
      countShed: (feed, frames, bytes, cause) => sequencer.countShed(feed, frames, bytes, cause),
      fill: () => sequencer.fill(),
    },
    ingest(feed, bytes, peer) {
      const problem = declined(feed, bytes)
      if (problem !== undefined) return { accepted: false, problem }
      return answerOf(submit({ type: 'frame', version: 1, source: feed, connection: posterConnection(feed, peer), payload: bytes }))
    },
    senderOf: (connection) => senders.get(connection),
    putInQuarantine(connection, why) {
      const sender = senders.get(connection)
      if (sender === undefined) return
      quarantine.put(sender.feed, sender.peer)
      closePoster(connection, why)
      doors()?.closeConnection(connection, why)
    },
    stop: () => void (stopping = true),
  }
}

function answerOf(taken: Submitted): IngestAnswer {
  return taken.result === 'accepted'
    ? { accepted: true, position: taken.position }
    : { accepted: false, problem: SHED_PROBLEMS[taken.cause] }
}

function posterKey(feed: string, peer: string): string {
  return `${feed} ${peer}`
}

/** Why a post is not taken, before anything is made of it; undefined where it is. */
function createPostGate(
  { sequencer, nowMs }: DoorDeskSettings,
  feeds: ReadonlyMap<string, FeedDefinition>,
): (feed: string, bytes: Uint8Array) => Problem | undefined {
  const buckets = new Map(Array.from(feeds, ([id, { maxFramesPerS }]) => [id, createTokenBucket(maxFramesPerS, maxFramesPerS * BURST_S)]))
  return (feed, bytes) => {
    const problem = postProblem(feeds.get(feed), feed, bytes)
    if (problem !== undefined || buckets.get(feed)?.take(nowMs()) !== false) return problem
    sequencer.countShed(feed, 1, bytes.length, 'rate-limit')
    return TOO_MANY
  }
}

function postProblem(definition: FeedDefinition | undefined, feed: string, bytes: Uint8Array): Problem | undefined {
  if (definition?.door !== 'json')
    return {
      error: 'no-such-feed',
      message: `the event has no JSON feed "${feed}"`,
      todo: 'name one of its feeds with door json, or add one to the event',
    }
  if (bytes.length > definition.maxFrameBytes)
    return {
      error: 'too-large',
      message: `${bytes.length} bytes, feed "${feed}" takes ${definition.maxFrameBytes}`,
      todo: 'send fewer detections in one request',
    }
  return undefined
}
