import type { Recipient } from '../share/label.ts'
import { releaseClass } from '../share/label.ts'
import { createFeedCursors } from './feed-cursor.ts'
import { changesJson, createReleasedPictures, type ReleasedPicture, type ReleasedPictures } from './released-picture.ts'
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
type Reader = {
  readonly socket: FeedSocket
  readonly recipient: Recipient
  version: number | undefined
  sentMs: number
  stuckSinceMs: number | undefined
}

/** monotonicMs  a clock for intervals only */
export function createFeedHub(
  room: RoomPort,
  settings: FeedSettings = FEED_SETTINGS,
  monotonicMs: () => number = () => performance.now(),
): FeedHub {
  return new RoomFeed(room, settings, monotonicMs)
}

class RoomFeed implements FeedHub {
  readonly #room: RoomPort
  readonly #settings: FeedSettings
  readonly #monotonicMs: () => number
  readonly #readers = new Set<Reader>()
  readonly #counts: FeedCounts = { readers: 0, messages: 0, bytes: 0, snapshots: 0, skipped: 0, dropped: 0 }
  readonly #cursors = createFeedCursors()
  readonly #heartbeat: NodeJS.Timeout
  readonly #offRestart: () => void
  #pictures: ReleasedPictures
  #unlisten: () => void
  #timer: NodeJS.Timeout | undefined
  #flushedMs = Number.NEGATIVE_INFINITY

  constructor(room: RoomPort, settings: FeedSettings, monotonicMs: () => number) {
    this.#room = room
    this.#settings = settings
    this.#monotonicMs = monotonicMs
    this.#pictures = createReleasedPictures(room.picture)
    this.#unlisten = room.picture.listen(() => this.#schedule())
    this.#heartbeat = setInterval(() => this.flush(), settings.heartbeatMs)
    this.#heartbeat.unref()
    this.#offRestart = room.onRestart(() => this.#beginAnew())
  }

  get pictures(): ReleasedPictures {
    return this.#pictures
  }

  counts(): Readonly<FeedCounts> {
    return this.#counts
  }

  join(socket: FeedSocket, recipient: Recipient, cursor: string | undefined): (() => void) | undefined {
    if (this.#readers.size >= this.#settings.maxReaders) return undefined
    const version = cursor === undefined ? undefined : this.#cursors.read(this.#room.epoch, releaseClass(recipient), cursor)
    const reader: Reader = { socket, recipient, version, sentMs: Number.NEGATIVE_INFINITY, stuckSinceMs: undefined }
    this.#readers.add(reader)
    this.#counts.readers = this.#readers.size
    this.#serve(reader, this.#monotonicMs(), new Map())
    return () => this.#leave(reader)
  }

  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#flushedMs = this.#monotonicMs()
    const texts = new Map<string, FeedText>()
    for (const reader of this.#readers) this.#serve(reader, this.#flushedMs, texts)
  }

  stop(): void {
    this.#unlisten()
    this.#offRestart()
    clearInterval(this.#heartbeat)
    clearTimeout(this.#timer)
    this.#readers.clear()
    this.#counts.readers = 0
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#readers.size === 0) return
    this.#timer = setTimeout(() => this.flush(), Math.max(0, this.#flushedMs + this.#settings.flushMs - this.#monotonicMs()))
  }

  #beginAnew(): void {
    this.#unlisten()
    this.#unlisten = this.#room.picture.listen(() => this.#schedule())
    this.#pictures = createReleasedPictures(this.#room.picture)
    for (const reader of this.#readers) reader.version = undefined
    this.flush()
  }

  #leave(reader: Reader): void {
    this.#readers.delete(reader)
    this.#counts.readers = this.#readers.size
  }

  /** texts  what was made in this flush, by class and version: readers at the same place get the same bytes */
  #serve(reader: Reader, nowMs: number, texts: Map<string, FeedText>): void {
    if (this.#isFull(reader, nowMs)) return
    const released = this.#pictures.of(reader.recipient)
    released.sync(this.#room.nowMs())
    const { heartbeatMs, flushMs } = this.#settings
    if (reader.version === released.store.version && nowMs - reader.sentMs < heartbeatMs - flushMs) return
    const group = releaseClass(reader.recipient)
    const key = `${group}\n${reader.version ?? ''}`
    let made = texts.get(key)
    if (!made) texts.set(key, (made = this.#message(released, group, reader.version)))
    reader.version = made.version
    reader.sentMs = nowMs
    this.#counts.messages += 1
    this.#counts.bytes += made.text.length
    if (made.snapshot) this.#counts.snapshots += 1
    reader.socket.send(made.text)
  }

  /** True for a reader that has too much unread; one that stays so is dropped. */
  #isFull(reader: Reader, nowMs: number): boolean {
    if (reader.socket.bufferedAmount <= this.#settings.highWaterBytes) {
      reader.stuckSinceMs = undefined
      return false
    }
    this.#counts.skipped += 1
    reader.stuckSinceMs ??= nowMs
    if (nowMs - reader.stuckSinceMs >= this.#settings.stuckMs) {
      this.#counts.dropped += 1
      this.#leave(reader)
      reader.socket.terminate()
    }
    return true
  }

  /** Everything where `from` is undefined or too long ago, else what changed after it. */
  #message(released: ReleasedPicture, group: string, from: number | undefined): FeedText {
    const room = this.#room
    const version = released.store.version
    const since = from === undefined ? 'too-old' : released.store.since(from)
    const snapshot = since === 'too-old'
    const changes = snapshot ? changesJson(released.store.all(), undefined) : changesJson(since.put, from)
    const drop = snapshot ? '{}' : dropJson(since.drop)
    const cursor = this.#cursors.make(room.epoch, group, version)
    const head = `{"type":"${snapshot ? 'snapshot' : 'delta'}","epoch":${JSON.stringify(room.epoch)},"cursor":"${cursor}","atMs":${room.picture.atMs},"rate":${clockRate(room)},"committed":${room.committedPosition()}`
    return { text: Buffer.from(`${head},${changes},"drop":${drop}}`), snapshot, version }
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
