import type { Recipient } from '../share/label.ts'
import { releaseClass } from '../share/label.ts'
import { createFeedCursors } from './feed-cursor.ts'
import { createReleasedPictures, putJson, type ReleasedPicture, type ReleasedPictures } from './released-picture.ts'
import type { RoomPort } from './room-port.ts'
import type { Removed } from './versioned-store.ts'

/**
 * The live feed: each reader gets a snapshot or what changed since its cursor, then deltas. Nothing is queued for a reader: each has the number
 * of the last version that it was sent, and one that reads slowly is skipped and later told everything at once.
 */
export type FeedSettings = {
  /** Least time between two deltas to a reader. */
  readonly flushMs: number
  /** A reader hears at least this often, so that its own timer can tell a dead server from a quiet sky. */
  readonly heartbeatMs: number
  /** A reader with more unread bytes than this is skipped. */
  readonly highWaterBytes: number
  /** A reader that stays above it for this long is dropped. */
  readonly stuckMs: number
  readonly maxReaders: number
}

/** 64 KiB: about a second of a busy sky over a slow link. */
export const FEED_SETTINGS: FeedSettings = { flushMs: 50, heartbeatMs: 1000, highWaterBytes: 1 << 16, stuckMs: 30_000, maxReaders: 256 }

/** What the hub needs of a WebSocket. */
export interface FeedSocket {
  readonly bufferedAmount: number
  /** UTF-8, sent as a text frame. */
  send(text: Uint8Array): void
  terminate(): void
}

export type FeedCounts = { readers: number; messages: number; bytes: number; snapshots: number; skipped: number; dropped: number }

export interface FeedHub {
  readonly pictures: ReleasedPictures
  /** Greets the reader at once. Returns the way to leave, or undefined where there are too many readers. */
  join(socket: FeedSocket, recipient: Recipient, cursor: string | undefined): (() => void) | undefined
  /** Sends now what has changed; otherwise it happens by itself. */
  flush(): void
  counts(): Readonly<FeedCounts>
  stop(): void
}

type FeedText = { readonly text: Uint8Array; readonly snapshot: boolean; readonly version: number }
type Reader = { readonly socket: FeedSocket; readonly recipient: Recipient; version: number | undefined; sentMs: number; stuckSinceMs: number | undefined }

export function createFeedHub(room: RoomPort, settings: FeedSettings = FEED_SETTINGS, monotonicMs: () => number = () => performance.now()): FeedHub {
  const readers = new Set<Reader>()
  const counts: FeedCounts = { readers: 0, messages: 0, bytes: 0, snapshots: 0, skipped: 0, dropped: 0 }
  const cursors = createFeedCursors()
  let pictures = createReleasedPictures(room.picture)
  let unlisten = room.picture.listen(schedule)
  let timer: NodeJS.Timeout | undefined
  let flushedMs = -Infinity

  function schedule(): void {
    if (timer !== undefined || readers.size === 0) return
    timer = setTimeout(flush, Math.max(0, flushedMs + settings.flushMs - monotonicMs()))
  }
  const heartbeat = setInterval(flush, settings.heartbeatMs)
  heartbeat.unref()
  const offRestart = room.onRestart(() => {
    unlisten()
    unlisten = room.picture.listen(schedule)
    pictures = createReleasedPictures(room.picture)
    for (const reader of readers) reader.version = undefined
    flush()
  })

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    const nowMs = (flushedMs = monotonicMs())
    const texts = new Map<string, FeedText>()
    for (const reader of readers) serveReader(reader, nowMs, texts)
  }

  function serveReader(reader: Reader, nowMs: number, texts: Map<string, FeedText>): void {
    if (reader.socket.bufferedAmount > settings.highWaterBytes) {
      counts.skipped += 1
      reader.stuckSinceMs ??= nowMs
      if (nowMs - reader.stuckSinceMs >= settings.stuckMs) {
        counts.dropped += 1
        leave(reader)
        reader.socket.terminate()
      }
      return
    }
    reader.stuckSinceMs = undefined
    const released = pictures.of(reader.recipient)
    released.sync(room.nowMs())
    if (reader.version === released.store.version && nowMs - reader.sentMs < settings.heartbeatMs - settings.flushMs) return
    const group = releaseClass(reader.recipient)
    const key = `${group}\n${reader.version ?? ''}`
    let made = texts.get(key)
    if (!made) texts.set(key, (made = message(released, group, reader.version)))
    reader.version = made.version
    reader.sentMs = nowMs
    counts.messages += 1
    counts.bytes += made.text.length
    if (made.snapshot) counts.snapshots += 1
    reader.socket.send(made.text)
  }

  /** Everything where `from` is undefined or too long ago, else what changed after it. */
  function message(released: ReleasedPicture, group: string, from: number | undefined): FeedText {
    const version = released.store.version
    const since = from === undefined ? 'too-old' : released.store.since(from)
    const snapshot = since === 'too-old'
    const put = putJson(snapshot ? released.store.all() : since.put)
    const drop = snapshot ? '{}' : dropJson(since.drop)
    const cursor = cursors.make(room.epoch, group, version)
    const head = `{"type":"${snapshot ? 'snapshot' : 'delta'}","epoch":${JSON.stringify(room.epoch)},"cursor":"${cursor}","atMs":${room.picture.atMs},"rate":${clockRate(room)},"committed":${room.committedPosition()}`
    return { text: Buffer.from(`${head},"put":${put},"drop":${drop}}`), snapshot, version }
  }

  function leave(reader: Reader): void {
    readers.delete(reader)
    counts.readers = readers.size
  }

  return {
    get pictures() {
      return pictures
    },
    join(socket, recipient, cursor) {
      if (readers.size >= settings.maxReaders) return undefined
      pictures.of(recipient).sync(room.nowMs())
      const version = cursor === undefined ? undefined : cursors.read(room.epoch, releaseClass(recipient), cursor)
      const reader: Reader = { socket, recipient, version, sentMs: -Infinity, stuckSinceMs: undefined }
      readers.add(reader)
      counts.readers = readers.size
      serveReader(reader, monotonicMs(), new Map())
      return () => leave(reader)
    },
    flush,
    counts: () => counts,
    stop() {
      unlisten()
      offRestart()
      clearInterval(heartbeat)
      clearTimeout(timer)
      readers.clear()
      counts.readers = 0
    },
  }
}

function dropJson(removed: readonly Removed[]): string {
  const byKind: Record<string, string[]> = {}
  for (const { kind, id } of removed) (byKind[kind] ??= []).push(id)
  return JSON.stringify(byKind)
}

/** Rate of the segment in force. */
export function clockRate(room: RoomPort): number {
  const { nowMs, segments } = room.clock()
  return segments.findLast((each) => each.eventMs <= nowMs)?.rate ?? 1
}
