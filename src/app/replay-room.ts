import { randomUUID } from 'node:crypto'
import type { Problem } from '../model/api.ts'
import { ENTRY_TYPES, type Entry } from '../model/entry.ts'
import { createEventClock, type EventClock } from '../io/event-clock.ts'
import { sameEngine } from '../io/build-identity.ts'
import { thaw } from '../io/snapshot-codec.ts'
import { openSqliteStore, type SqliteStore } from '../io/sqlite-store.ts'
import { openEntry, newEngineRun, type Engine, type EngineRun } from '../record/engine-run.ts'
import { startsOf } from '../record/journal-notes.ts'
import { isEngineRun, replayJournal, type ReplaySettings, type ReplayStep } from '../record/replay.ts'
import { createPictureStore, type PictureStore } from '../serve/picture-store.ts'
import { CommandUnavailable, type RoomHealth, type RoomPort } from '../serve/room-port.ts'

export type ReplayOptions = {
  /** Folder of the journal. */
  readonly folder: string
  readonly engine: Engine
  readonly build: string
  /** Event time to begin and to end at; left out: the whole record. */
  readonly fromMs?: number
  readonly toMs?: number
  readonly speed: number
  readonly wallNowMs?: () => number
}

export interface ReplayRoom extends RoomPort {
  /** First and last event time that is played. */
  readonly span: { readonly fromMs: number; readonly toMs: number }
  /** Resolves when the last entry has been shown. */
  readonly ended: Promise<void>
}

const STEP_MS = 20
/** Entries in one step: the console's requests come between. */
const STEP_ENTRIES = 2000
/** Time in which nobody recorded is leapt over. */
const LEAP_MS = 2000
const ONLY_A_REPLAY: Problem = {
  error: 'replay',
  message: 'this is a replay of a record: nothing can be changed in it',
  todo: 'open the live room',
}

/** Plays a record: the same engine over the same entries, shown at the pace of the event clock times `speed`. */
export function openReplayRoom(options: ReplayOptions): ReplayRoom {
  const store = openSqliteStore({ folder: options.folder, access: 'read' })
  try {
    return new RecordedRoom(options, store)
  } catch (error) {
    store.close()
    throw error
  }
}

class RecordedRoom implements ReplayRoom {
  readonly mode = 'replay'
  readonly epoch = `replay-${randomUUID()}`
  readonly picture: PictureStore = createPictureStore()
  readonly span: { readonly fromMs: number; readonly toMs: number }
  readonly ended: Promise<void>
  readonly #store: SqliteStore
  readonly #steps: Generator<ReplayStep, EngineRun>
  readonly #clock: EventClock
  readonly #wallNowMs: () => number
  readonly #last: number
  readonly #end = Promise.withResolvers<void>()
  #timer: NodeJS.Timeout | undefined
  #next: ReplayStep | undefined
  #position = 0

  constructor({ folder, engine, build, fromMs, toMs, speed, wallNowMs = Date.now }: ReplayOptions, store: SqliteStore) {
    this.#store = store
    const settings: ReplaySettings = { engine, store, thaw, ownBuild: (other) => sameEngine(other, build) }
    const starts = startsOf(store)
    const last = store.lastGroup()
    const newest = last === undefined ? undefined : store.read(last.lastPosition, 1)[0]
    if (starts[0] === undefined || last === undefined || newest === undefined) throw new Error(`the journal in ${folder} is empty`)
    this.#last = last.lastPosition
    // Before the definition is whole there is nothing to see.
    const definedMs = store.readOfType(ENTRY_TYPES.event).at(-1)?.atMs ?? starts[0].atMs
    this.span = { fromMs: Math.max(fromMs ?? 0, definedMs), toMs: Math.min(toMs ?? Infinity, newest.atMs) }
    this.ended = this.#end.promise
    this.#steps = replayJournal(settings, stateBefore(settings, this.span.fromMs), this.#last)
    this.#roll()
    this.#wallNowMs = wallNowMs
    this.#clock = createEventClock(wallNowMs, this.span.fromMs, speed)
    this.#timer = setInterval(() => this.#play(), STEP_MS)
  }

  /** At the end of the record the clock stands still: what it shows is that moment, not something that grows old. */
  clock() {
    const nowMs = this.nowMs()
    const stopped = nowMs < this.span.toMs ? [] : [{ wallMs: this.#wallNowMs(), eventMs: nowMs, rate: 0 }]
    return { nowMs, segments: [...this.#clock.segments(), ...stopped] }
  }

  nowMs(): number {
    return Math.min(this.#clock.nowMs(), this.span.toMs)
  }

  committedPosition(): number {
    return this.#position
  }

  health(): RoomHealth {
    return {
      ready: true,
      trouble: undefined,
      assigned: this.#last,
      committed: this.#last,
      applied: this.#position,
      shedFrames: 0,
      poisoned: 0,
    }
  }

  command(): Promise<never> {
    return Promise.reject(new CommandUnavailable(ONLY_A_REPLAY))
  }

  ingest() {
    return { accepted: false, problem: ONLY_A_REPLAY } as const
  }

  restart(): Promise<never> {
    return Promise.reject(new CommandUnavailable(ONLY_A_REPLAY))
  }

  onRestart(): () => void {
    return () => undefined
  }

  stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#store.close()
    this.#end.resolve()
    return Promise.resolve()
  }

  /** Runs unseen up to the beginning, then shows the whole picture as it stood. */
  #roll(): void {
    let run: EngineRun | undefined
    let entry: Entry | undefined
    for (this.#next = this.#pull(); this.#next !== undefined && this.#next.entry.atMs <= this.span.fromMs; this.#next = this.#pull())
      ({ run, entry } = this.#next)
    if (run === undefined || entry === undefined) return
    // The step that is waiting has been advanced too: its own outputs come again when it is shown.
    this.picture.apply(
      Array.from(run.items.values(), (item) => ({ out: 'put', item }) as const),
      entry.atMs,
      entry.position,
    )
    this.#position = entry.position
  }

  #play(): void {
    const until = this.nowMs()
    for (let shown = 0; shown < STEP_ENTRIES && this.#next !== undefined && this.#next.entry.atMs <= until; shown++) {
      const { entry, outputs } = this.#next
      if (outputs.length > 0) this.picture.apply(outputs, entry.atMs, entry.position)
      this.#position = entry.position
      this.#next = this.#pull()
    }
    if (this.#next === undefined || this.#next.entry.atMs > this.span.toMs) {
      clearInterval(this.#timer)
      this.#end.resolve()
    } else if (this.#next.entry.atMs > until + LEAP_MS) this.#clock.jumpTo(this.#next.entry.atMs)
  }

  #pull(): ReplayStep | undefined {
    const next = this.#steps.next()
    return next.done === true ? undefined : next.value
  }
}

/** From the newest snapshot whose time is not behind `atMs`; else from the beginning. */
function stateBefore({ engine, store, ownBuild }: ReplaySettings, atMs: number): EngineRun {
  for (const { position, build, sha256 } of store.snapshots().toReversed()) {
    const sealed = store.read(position, 1)[0]
    if (sealed === undefined || sealed.position !== position || openEntry(sealed).atMs > atMs || !ownBuild(build)) continue
    const run = thaw(store.snapshotAt(position)?.bytes ?? new Uint8Array(0), sha256)
    if (isEngineRun(run)) return run
  }
  return newEngineRun(engine)
}
