import { assert } from '../base/assert.ts'
import type { ClockPayload, EntryDraft, ShedPayload } from '../model/entry.ts'
import type { ShedCause } from '../io/door-port.ts'
import type { EventClock } from '../io/event-clock.ts'
import { createEntryBatch } from '../record/entry-batch.ts'

/** Ticks fall this far apart at the wall's own pace, and never further than MAX_TICK_MS of the event clock. */
const TICK_MS = 100
const MAX_TICK_MS = 250
/** A longer leap of the clock (a suspended machine) is written as a new segment of the clock instead of its ticks. */
const MAX_CATCH_UP_TICKS = 6000
const SHED_REPORT_MS = 1000
const FLUSH_MS = 2
const FLUSH_ENTRIES = 512
const FLUSH_BYTES = 1 << 18
/** Priority 9 is shed from half full on, priority 1 only just before the end; what is ours and commands always pass. */
const SHED_FROM = 0.5
const SHED_LAST = 0.95
const LOWEST_PRIORITY = 9

export type SequencerSettings = {
  readonly clock: EventClock
  /** Last entry of a journal that is resumed; zeros for a new one. */
  readonly last: { readonly position: number; readonly atMs: number }
  /** Takes a batch; `last` is its last position. Called in order. */
  readonly ship: (batch: ArrayBuffer, last: number) => void
  /** Entries and bytes that may wait for journal and engine together. */
  readonly maxWaitingEntries: number
  readonly maxWaitingBytes: number
}

export type Offered = { readonly result: 'accepted'; readonly position: number } | { readonly result: 'shed'; readonly cause: 'overload' }

/** Gives every entry its position and time, in the order of arrival; the only place that does. */
export interface Sequencer {
  /** Our own entries and commands: always taken. */
  append(draft: EntryDraft): number
  /** Frames: shed before the journal where the queues are too full for their priority (1..9). */
  offer(draft: EntryDraft, priority: number): Offered
  countShed(feed: string, frames: number, bytes: number, cause: ShedCause): void
  /** Writes the ticks that are due, and once a second what was shed. Called by a timer. */
  onTimer(): void
  /** Writes at once what was shed since the last report. */
  reportShed(): void
  /** Writes a segment of the clock, after ticks up to its beginning. */
  appendClock(segment: ClockPayload): number
  flush(): void
  /** Everything up to here has left the queues. */
  progress(position: number): void
  /** While the disk is full, counts are kept until they can be recorded. */
  holdCounts(hold: boolean): void
  fill(): number
  assigned(): number
  shedFrames(): number
}

type Count = { frames: number; bytes: number }
type Waiting = { readonly last: number; readonly bytes: number }

export function createSequencer(settings: SequencerSettings): Sequencer {
  return new EntrySequencer(settings)
}

class EntrySequencer implements Sequencer {
  readonly #settings: SequencerSettings
  readonly #batch = createEntryBatch()
  readonly #shed = new Map<ShedCause, Map<string, Count>>()
  readonly #waiting: Waiting[] = []
  #waitingBytes = 0
  #position: number
  #atMs: number
  #tickMs: number
  #done: number
  #shedReportedMs = 0
  #shedFrames = 0
  #holding = false
  #timer: NodeJS.Timeout | undefined

  constructor(settings: SequencerSettings) {
    this.#settings = settings
    this.#position = settings.last.position
    this.#done = settings.last.position
    this.#atMs = settings.last.atMs
    this.#tickMs = Math.max(settings.last.atMs, settings.clock.nowMs())
  }

  append(draft: EntryDraft): number {
    const nowMs = draft.type === 'start' ? this.#setOut() : this.#catchUp()
    return this.#write(draft, Math.max(this.#atMs, nowMs))
  }

  offer(draft: EntryDraft, priority: number): Offered {
    const limit = SHED_LAST - ((SHED_LAST - SHED_FROM) * (Math.min(priority, LOWEST_PRIORITY) - 1)) / (LOWEST_PRIORITY - 1)
    if (this.fill() >= limit) {
      this.countShed(draft.source, 1, draft.payload.length, 'overload')
      return { result: 'shed', cause: 'overload' }
    }
    return { result: 'accepted', position: this.append(draft) }
  }

  countShed(feed: string, frames: number, bytes: number, cause: ShedCause): void {
    if (cause !== 'framing') this.#shedFrames += frames
    const feeds = this.#shed.get(cause) ?? new Map<string, Count>()
    this.#shed.set(cause, feeds)
    const count = feeds.get(feed) ?? { frames: 0, bytes: 0 }
    feeds.set(feed, { frames: count.frames + frames, bytes: count.bytes + bytes })
  }

  onTimer(): void {
    this.#catchUp()
    if (this.#atMs - this.#shedReportedMs >= SHED_REPORT_MS) this.reportShed()
  }

  appendClock(segment: ClockPayload): number {
    this.#catchUp()
    this.#tickMs = Math.max(this.#tickMs, segment.eventMs)
    return this.#write(ownEntry('clock', segment), Math.max(this.#atMs, segment.eventMs))
  }

  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#batch.count === 0) return
    const bytes = this.#batch.byteLength
    this.#waiting.push({ last: this.#position, bytes })
    this.#waitingBytes += bytes
    this.#settings.ship(this.#batch.take(), this.#position)
  }

  progress(position: number): void {
    assert(position <= this.#position, 'nothing comes out that did not go in')
    this.#done = Math.max(this.#done, position)
    while (this.#waiting.length > 0 && this.#waiting[0]!.last <= this.#done) this.#waitingBytes -= this.#waiting.shift()!.bytes
  }

  holdCounts(hold: boolean): void {
    this.#holding = hold
  }

  fill(): number {
    const { maxWaitingEntries, maxWaitingBytes } = this.#settings
    return Math.max((this.#position - this.#done) / maxWaitingEntries, (this.#waitingBytes + this.#batch.byteLength) / maxWaitingBytes)
  }

  assigned(): number {
    return this.#position
  }

  shedFrames(): number {
    return this.#shedFrames
  }

  #write(draft: EntryDraft, atMs: number): number {
    this.#position++
    this.#atMs = atMs
    this.#batch.add({
      position: this.#position,
      atMs,
      type: draft.type,
      version: draft.version,
      source: draft.source,
      connection: draft.connection,
      payload: draft.payload,
    })
    if (this.#batch.count >= FLUSH_ENTRIES || this.#batch.byteLength >= FLUSH_BYTES) this.flush()
    else this.#timer ??= setTimeout(() => this.flush(), FLUSH_MS)
    return this.#position
  }

  /** A life's first entry is its start: however long it took to get here, no tick stands before it. */
  #setOut(): number {
    this.#tickMs = Math.max(this.#atMs, this.#settings.clock.nowMs())
    return this.#tickMs
  }

  /** Writes the ticks that are due and returns the clock's reading. Ticks stand before anything later than they are, so no two are further apart than MAX_TICK_MS. */
  #catchUp(): number {
    const { clock } = this.#settings
    const nowMs = clock.nowMs()
    // The wall was set back: time goes on from where it was, for a clock that stands still lets nothing go stale.
    if (clock.behindMs() > MAX_TICK_MS * Math.max(1, clock.rate()))
      this.#write(ownEntry('clock', clock.jumpTo(nowMs)), Math.max(this.#atMs, nowMs))
    const stepMs = Math.min(MAX_TICK_MS, Math.max(TICK_MS, Math.floor(TICK_MS * clock.rate())))
    if (nowMs - this.#tickMs > MAX_CATCH_UP_TICKS * stepMs) {
      this.#tickMs = nowMs
      this.#write(ownEntry('clock', clock.jumpTo(nowMs)), nowMs)
      this.#write(TICK, nowMs)
    }
    while (nowMs - this.#tickMs >= stepMs) {
      this.#tickMs = Math.max(this.#tickMs + stepMs, this.#atMs)
      this.#write(TICK, this.#tickMs)
    }
    return nowMs
  }

  reportShed(): void {
    if (this.#holding || this.#shed.size === 0) return
    this.#shedReportedMs = this.#atMs
    for (const [cause, feeds] of this.#shed) {
      const payload: ShedPayload = { cause, feeds: Array.from(feeds, ([feed, count]) => ({ feed, ...count })) }
      this.#write(ownEntry('shed', payload), this.#atMs)
    }
    this.#shed.clear()
  }
}

const TICK: EntryDraft = { type: 'tick', version: 1, source: 'marsad', connection: 0, payload: new Uint8Array(0) }
const utf8 = new TextEncoder()

/** A draft of one of our own entries with a JSON payload. */
export function ownEntry(type: EntryDraft['type'], payload: unknown): EntryDraft {
  return { type, version: 1, source: 'marsad', connection: 0, payload: utf8.encode(JSON.stringify(payload)) }
}
