import { randomUUID } from 'node:crypto'
import type { CommandAnswer, Problem } from '../model/api.ts'
import type { CommandPayload } from '../model/command.ts'
import type { EffectDonePayload, PoisonPayload, StartPayload } from '../model/entry.ts'
import type { EventDefinition } from '../model/event.ts'
import type { Effect } from '../model/picture.ts'
import { toEntries } from '../event/entries.ts'
import type { DataFolder } from '../io/data-folder.ts'
import type { Doors, OpenDoors } from '../io/door-port.ts'
import { createEventClock, type EventClock } from '../io/event-clock.ts'
import { openSqliteStore } from '../io/sqlite-store.ts'
import { openEntry } from '../record/engine-run.ts'
import { eventHashOf } from '../record/event-hash.ts'
import type { PictureStore } from '../serve/picture-store.ts'
import { CommandUnavailable } from '../serve/room-port.ts'
import { createCommandDesk, type CommandDesk, type OpenSealed } from './command-desk.ts'
import { createDoorDesk, type DoorDesk } from './door-desk.ts'
import { createEffects, type Effects } from './effects.ts'
import { createFullDisk, type FullDisk } from './full-disk.ts'
import { eventDrafts, readOpening, type JournalOpening } from './journal-opening.ts'
import { startJournalThread, type JournalThread } from './journal-thread.ts'
import { createQuarantine } from './quarantine.ts'
import { createSequencer, ownEntry, type Sequencer } from './sequencer.ts'
import { createSupervisor, type Supervisor } from './supervisor.ts'
import type { EngineOut, Span } from './thread-messages.ts'

export type RoomMode = 'demo' | 'exercise' | 'serve'

/** Where event time begins: at the wall's own time, or at a given one. A journal that is resumed never goes back behind its last entry. */
export type ClockStart = { readonly startMs: number | undefined; readonly rate: number }

export type LifeSettings = {
  readonly event: EventDefinition
  readonly folder: DataFolder
  readonly mode: RoomMode
  readonly clock: ClockStart
  readonly build: string
  readonly picture: PictureStore
  readonly openDoors: OpenDoors | undefined
  readonly openSealed: OpenSealed
  readonly onFatal: (why: string) => void
  readonly log: (line: string) => void
  readonly limits: LifeLimits
}

export type LifeLimits = {
  readonly engineModule: string
  readonly watchdogMs: number
  readonly snapshotEntries: number
  readonly snapshotMs: number
  /** An `outputs` entry is written each so many positions. */
  readonly hashEntries: number
  /** More poisoned entries than this in a minute are no hostile sender but a broken engine: the process ends. */
  readonly maxPoisons: number
  readonly maxWaitingEntries: number
  readonly maxWaitingBytes: number
  readonly reserveBytes: number
  /** A small disk for tests: pages in each segment. */
  readonly maxPages: number | undefined
  readonly wallNowMs: () => number
}

const TIMER_MS = 20
const STOP_PATIENCE_MS = 1500
const NOT_RECORDED: Problem = {
  error: 'disk-full',
  message: 'the disk is full: the command could not be recorded, so it was not carried out for the record',
  todo: 'free room on the disk of the data folder, then send it again with a new key',
}
const POISONED: Problem = {
  error: 'engine-failed',
  message: 'the engine failed on this command; it is recorded and will be skipped',
  todo: 'send it again with a new key; if it fails again, send the record to the makers',
}
const STOPPING: Problem = { error: 'stopping', message: 'Marsad is stopping', todo: 'send it again with the same key when it is back' }

/** One life of a journal: from the `start` entry that this process writes to its closing. */
export class JournalLife {
  readonly epoch = randomUUID()
  readonly clock: EventClock
  readonly #settings: LifeSettings
  readonly #sequencer: Sequencer
  readonly #journal: JournalThread
  readonly #supervisor: Supervisor
  readonly #effects: Effects
  readonly #desk: CommandDesk
  readonly #doorDesk: DoorDesk
  readonly #fullDisk: FullDisk
  readonly #feedHash: { upTo: number; sha256: string } = { upTo: 0, sha256: '' }
  #doors: Doors | undefined
  #timer: NodeJS.Timeout | undefined
  #applied: number
  #poisoned = 0
  #ready = false
  #stopping = false
  #stopped: Promise<void> | undefined
  /** Nobody waits for the engine any more. */
  #ended = false
  #finalHash: (() => void) | undefined

  /** Opens or resumes the journal in the folder; the picture is complete and the doors are open when it resolves. */
  static async open(settings: LifeSettings): Promise<JournalLife> {
    const drafts = eventDrafts(toEntries(settings.event))
    const eventHash = eventHashOf(drafts.map((draft) => draft.payload))
    const opening = readOpening(settings.folder.journal, eventHash)
    const { reserveBytes, maxPages } = settings.limits
    let life: JournalLife | undefined
    const journal = await startJournalThread(
      { folder: settings.folder.journal, reserveFolder: settings.folder.path, reserveBytes, maxPages },
      opening.last.position,
      {
        onProgress: (handled, lost, frames) => life?.onProgress(handled, lost, frames),
        onFull: () => life?.onFull(),
        onSpace: () => life?.onSpace(),
        onFatal: settings.onFatal,
      },
    )
    life = new JournalLife(settings, opening, journal)
    try {
      await life.begin(opening, eventHash, drafts)
      return life
    } catch (error) {
      await life.stop()
      throw error
    }
  }

  private constructor(settings: LifeSettings, opening: JournalOpening, journal: JournalThread) {
    const { limits, clock, event } = settings
    this.#settings = settings
    this.#journal = journal
    this.#applied = opening.last.position
    this.clock = createEventClock(limits.wallNowMs, clockStart(clock, opening, limits.wallNowMs()), clock.rate)
    this.#sequencer = createSequencer({
      clock: this.clock,
      last: opening.last,
      maxWaitingEntries: limits.maxWaitingEntries,
      maxWaitingBytes: limits.maxWaitingBytes,
      ship: (batch) => this.#ship(batch),
    })
    this.#supervisor = this.#createSupervisor()
    this.#desk = createCommandDesk({
      append: (payload) => this.#appendCommand(payload),
      openSealed: settings.openSealed,
      readEntry: (position) => this.#readEntry(position),
    })
    this.#effects = createEffects(
      (effect) => this.#carryOut(effect),
      (_, position) => this.#desk.onLost(position, NOT_RECORDED),
    )
    this.#doorDesk = createDoorDesk({
      sequencer: this.#sequencer,
      quarantine: createQuarantine(limits.wallNowMs),
      feeds: event.feeds,
      nowMs: () => this.clock.nowMs(),
      firstConnection: opening.nextConnection,
      doors: () => this.#doors,
    })
    this.#fullDisk = createFullDisk({
      recordAgain: () => {
        this.#sequencer.flush()
        this.#journal.recordAgain()
        return this.#sequencer.assigned()
      },
      freeze: () => this.#supervisor.freeze(),
      keepSnapshot: (snapshot) => this.#journal.snapshot(snapshot),
      appendGap: (gap) => {
        this.#sequencer.append(ownEntry('gap', gap))
        settings.log(
          `there is room on the disk again: ${gap.frames} frames between entries ${gap.from} and ${gap.to} are not in the record`,
        )
      },
      holdCounts: (hold) => this.#sequencer.holdCounts(hold),
    })
  }

  assigned(): number {
    return this.#sequencer.assigned()
  }

  committed(): number {
    return this.#journal.committed()
  }

  applied(): number {
    return this.#applied
  }

  get ready(): boolean {
    return this.#ready
  }

  get poisoned(): number {
    return this.#poisoned
  }

  shedFrames(): number {
    return this.#sequencer.shedFrames()
  }

  /** What is wrong, in a word. */
  trouble(): string | undefined {
    if (this.#stopping) return 'stopping'
    if (this.#fullDisk.active()) return 'disk-full'
    if (this.#supervisor.replacing()) return 'engine-restarting'
    return this.#sequencer.fill() > 0.5 ? 'engine-behind' : undefined
  }

  addresses() {
    return this.#doors?.addresses() ?? []
  }

  async command(payload: CommandPayload): Promise<CommandAnswer> {
    if (this.#stopping) throw new CommandUnavailable(STOPPING)
    return this.#desk.take(payload)
  }

  ingest(feed: string, bytes: Uint8Array, peer: string) {
    return this.#doorDesk.ingest(feed, bytes, peer)
  }

  setRate(rate: number): void {
    this.#sequencer.appendClock(this.clock.setRate(rate))
  }

  /** Resolves when everything given out so far is durable (or given up) and applied. */
  async settle(): Promise<void> {
    this.#sequencer.flush()
    const position = this.#sequencer.assigned()
    await this.#journal.whenHandled(position)
    while (this.#applied < position && !this.#ended) await pause(2)
  }

  /** Ends within two seconds: doors first, then what waits, then the last hash, then the files. */
  stop(): Promise<void> {
    this.#stopped ??= this.#end()
    return this.#stopped
  }

  async #end(): Promise<void> {
    this.#stopping = true
    this.#doorDesk.stop()
    try {
      await this.#doors?.stop()
    } finally {
      clearInterval(this.#timer)
      await Promise.race([this.#windUp(), pause(STOP_PATIENCE_MS)])
      this.#ended = true
      await this.#supervisor.stop()
      await this.#journal.close()
    }
  }

  private async begin(opening: JournalOpening, eventHash: string, drafts: ReturnType<typeof eventDrafts>): Promise<void> {
    const { mode, build, limits, openDoors, event, folder } = this.#settings
    const sequencer = this.#sequencer
    const start: StartPayload = {
      build,
      node: process.version,
      arch: process.arch,
      eventHash,
      mode,
      epoch: this.epoch,
      resumed: !opening.fresh,
    }
    this.#supervisor.begin(opening.last.position, opening.last.position)
    sequencer.append(ownEntry('start', start))
    sequencer.appendClock(this.clock.segments()[0]!)
    for (const { connection, source, peer } of opening.leftOpen)
      sequencer.append({ ...ownEntry('connection', { change: 'closed', peer, why: 'the process that held it ended' }), source, connection })
    for (const hole of opening.holes)
      sequencer.append(ownEntry('gap', { ...hole, frames: 0, cause: 'the process ended while it could not record' }))
    if (!opening.eventKnown) for (const draft of drafts) sequencer.append(draft)
    await this.settle()
    this.#timer = setInterval(() => sequencer.onTimer(), TIMER_MS)
    this.#settings.log(
      `journal ${folder.journal}: ${opening.fresh ? 'new' : `resumed behind entry ${opening.last.position}`}, watchdog ${limits.watchdogMs} ms`,
    )
    this.#doors = await openDoors?.(this.#doorDesk.host, event.feeds)
    this.#ready = true
  }

  private onProgress(handled: number, lost: readonly Span[], lostFrames: number): void {
    this.#fullDisk.onLost(lost, lostFrames)
    this.#effects.handled(handled, lost)
    this.#fullDisk.onHandled(handled)
    this.#advance()
  }

  private onFull(): void {
    this.#settings.log(
      'the disk is full: frames are shown but not recorded; commands go to the reserve. Free room on the disk of the data folder',
    )
    this.#fullDisk.onFull()
  }

  private onSpace(): void {
    this.#fullDisk.onSpace()
  }

  #createSupervisor(): Supervisor {
    const { limits, folder, build } = this.#settings
    const { engineModule, snapshotEntries, snapshotMs, hashEntries, watchdogMs, maxPoisons } = limits
    return createSupervisor({
      worker: { engineModule, folder: folder.journal, build, snapshotEntries, snapshotMs, hashEntries },
      watchdogMs,
      maxPoisons,
      onMessage: (message) => this.#onEngine(message),
      poison: (position, connection, why) => this.#poison(position, connection, why),
      handled: (position) => this.#journal.whenHandled(position),
      onFatal: this.#settings.onFatal,
    })
  }

  #ship(batch: ArrayBuffer): void {
    this.#supervisor.batch(batch.slice(0))
    this.#journal.batch(batch)
  }

  #onEngine(message: EngineOut): void {
    const { picture } = this.#settings
    switch (message.kind) {
      case 'applied':
        for (const { position, atMs, outputs } of message.results) {
          picture.apply(outputs, atMs, position)
          this.#effects.add(position, outputs)
        }
        this.#applied = Math.max(this.#applied, message.position)
        this.#advance()
        break
      case 'restored':
        this.#showWhole(message)
        this.#desk.restore(message.answers)
        this.#fullDisk.onRestored()
        break
      case 'hash':
        this.#onHash(message.upTo, message.sha256)
        break
      case 'frozen':
        if (message.asked) this.#fullDisk.onFrozen(message.snapshot)
        else if (!this.#fullDisk.active()) this.#journal.snapshot(message.snapshot)
        if (message.asked && this.#stopping) this.#journal.snapshot({ ...message.snapshot, pinned: false })
        break
      case 'threw':
      case 'failed':
        break
    }
  }

  /** The picture becomes what the restored engine says it is. */
  #showWhole({ items, atMs, position }: Extract<EngineOut, { kind: 'restored' }>): void {
    const { picture } = this.#settings
    const known = new Set(items.map((item) => `${item.kind}:${item.id}`))
    const gone = picture
      .all()
      .flatMap(({ value }) =>
        value !== undefined && !known.has(`${value.kind}:${value.id}`) ? [{ out: 'drop', kind: value.kind, id: value.id } as const] : [],
      )
    picture.apply([...gone, ...items.map((item) => ({ out: 'put', item }) as const)], atMs, position)
  }

  #onHash(upTo: number, sha256: string): void {
    if (upTo > this.#feedHash.upTo) {
      Object.assign(this.#feedHash, { upTo, sha256 })
      this.#sequencer.append(ownEntry('outputs', { upTo, sha256 }))
    }
    this.#finalHash?.()
  }

  /** Both are past it: nothing waits for it any more. */
  #advance(): void {
    const done = Math.min(this.#applied, this.#journal.handled())
    this.#sequencer.progress(done)
    this.#desk.release(done)
  }

  /** Does what a durable entry asked for, and says in the journal what became of it. */
  #carryOut(effect: Effect): void {
    const sent = this.#execute(effect)
    const done: EffectDonePayload = sent
      ? { key: effect.key, result: 'done' }
      : { key: effect.key, result: 'failed', why: 'the connection is gone' }
    this.#sequencer.append(ownEntry('effect-done', done))
  }

  #execute(effect: Effect): boolean {
    switch (effect.out) {
      case 'reply':
        return this.#doors?.reply(effect.connection, effect.bytes, effect.close) ?? false
      case 'outcome':
        this.#desk.onOutcome(effect)
        return true
      case 'reveal':
        this.#desk.onReveal(effect)
        return true
    }
  }

  #appendCommand(payload: CommandPayload): number {
    const position = this.#sequencer.append({ ...ownEntry('command', payload), source: sourceOf(payload.actor.session) })
    this.#sequencer.flush()
    return position
  }

  #poison(position: number, connection: number, why: string): number {
    const sender = this.#doorDesk.senderOf(connection)
    this.#poisoned++
    this.#settings.log(
      `entry ${position} from ${sender === undefined ? 'Marsad itself' : `${sender.feed} (${sender.peer})`} is skipped: ${why}`,
    )
    const payload: PoisonPayload = { position, source: sender?.feed ?? 'marsad', connection, why }
    this.#sequencer.append(ownEntry('poison', payload))
    if (connection !== 0) this.#doorDesk.putInQuarantine(connection, 'its bytes stopped the engine')
    this.#desk.onLost(position, POISONED)
    this.#sequencer.flush()
    return this.#sequencer.assigned()
  }

  #readEntry(position: number) {
    const store = openSqliteStore({ folder: this.#settings.folder.journal, access: 'read' })
    try {
      const sealed = store.read(position, 1)[0]
      return sealed?.position === position ? openEntry(sealed) : undefined
    } finally {
      store.close()
    }
  }

  /** The last `outputs` entry covers everything, and a snapshot makes the next start short. */
  async #windUp(): Promise<void> {
    this.#sequencer.reportShed()
    await this.settle()
    const hashed = new Promise<void>((resolve) => {
      this.#finalHash = resolve
    })
    this.#supervisor.freeze()
    await hashed
    await this.settle()
  }
}

function clockStart({ startMs }: ClockStart, opening: JournalOpening, wallMs: number): number {
  if (opening.fresh) return startMs ?? wallMs
  return startMs === undefined ? Math.max(wallMs, opening.last.atMs) : opening.last.atMs
}

/** `session:` and the session's id, with anything that an entry's source may not hold replaced. */
function sourceOf(session: string): string {
  return `session:${session.replace(/[^\x21-\x7e]/g, '_').slice(0, 200)}`
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
