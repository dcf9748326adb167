import type { CommandAnswer } from '../model/api.ts'
import type { CommandPayload } from '../model/command.ts'
import type { EventDefinition } from '../model/event.ts'
import { buildIdentity } from '../io/build-identity.ts'
import { DataFolderRefused, openDataFolder, unfitFileSystem, type DataFolder } from '../io/data-folder.ts'
import type { OpenDoors } from '../io/door-port.ts'
import { createPictureStore, type PictureStore } from '../serve/picture-store.ts'
import type { IngestAnswer, RoomHealth, RoomPort } from '../serve/room-port.ts'
import type { OpenSealed } from './command-desk.ts'
import { ENGINE_MODULE } from './engine-module.ts'
import { JournalLife, type ClockStart, type LifeLimits, type LifeSettings, type RoomMode } from './journal-life.ts'

export type RoomOptions = {
  readonly event: EventDefinition
  /** The data folder; a journal in it is resumed. */
  readonly dataDir: string
  readonly mode: RoomMode
  /** `startMs` undefined: the wall's own time. */
  readonly clock: ClockStart
  /** Opens the event's doors once the engine is ready; left out: no doors (tests, REST alone). */
  readonly openDoors?: OpenDoors
  /** Opens sealed personal fields for the person whose command asked; left out: nothing is revealed. */
  readonly openSealed?: OpenSealed
  /** The record can no longer be trusted to be written. Left out: the process ends with code 70. */
  readonly onFatal?: (why: string) => void
  readonly log?: (line: string) => void
  readonly limits?: Partial<LifeLimits>
}

/** One running event. */
export interface Room extends RoomPort {
  /** Goes on at another rate of the event clock; it becomes an entry. */
  setRate(rate: number): void
  /** What the doors listen on. */
  addresses(): readonly { readonly feed: string; readonly address: string }[]
  /** Resolves when everything taken so far is durable and applied. */
  settle(): Promise<void>
}

const LIMITS: LifeLimits = {
  engineModule: ENGINE_MODULE,
  watchdogMs: 2000,
  snapshotEntries: 50_000,
  snapshotMs: 120_000,
  hashEntries: 1000,
  maxPoisons: 50,
  maxWaitingEntries: 40_000,
  maxWaitingBytes: 134_217_728,
  reserveBytes: 16_777_216,
  maxPages: undefined,
  wallNowMs: Date.now,
}
/** EX_SOFTWARE of sysexits.h. */
const EXIT_FATAL = 70

/** Opens the data folder, resumes or begins its journal, and resolves when the picture is there and the doors are open. */
export async function openRoom(options: RoomOptions): Promise<Room> {
  const limits = { ...LIMITS, ...options.limits }
  const folder = openDataFolder(options.dataDir)
  try {
    refuseUnfit(folder, options.mode)
    const picture = createPictureStore()
    const settings: LifeSettings = {
      event: options.event,
      folder,
      mode: options.mode,
      clock: options.clock,
      build: buildIdentity(),
      picture,
      openDoors: options.openDoors,
      openSealed: options.openSealed ?? (() => undefined),
      onFatal: options.onFatal ?? endProcess,
      log: options.log ?? (() => undefined),
      limits,
    }
    return new RunningRoom(settings, await JournalLife.open(settings))
  } catch (error) {
    folder.unlock()
    throw error
  }
}

class RunningRoom implements Room {
  readonly mode: RoomMode
  readonly picture: PictureStore
  readonly #settings: LifeSettings
  readonly #restarted = new Set<() => void>()
  #life: JournalLife
  #restarting: Promise<void> | undefined

  constructor(settings: LifeSettings, life: JournalLife) {
    this.#settings = settings
    this.#life = life
    this.mode = settings.mode
    this.picture = settings.picture
  }

  get epoch(): string {
    return this.#life.epoch
  }

  clock() {
    return { nowMs: this.#life.clock.nowMs(), segments: [...this.#life.clock.segments()] }
  }

  nowMs(): number {
    return this.#life.clock.nowMs()
  }

  committedPosition(): number {
    return this.#life.committed()
  }

  health(): RoomHealth {
    const life = this.#life
    return {
      ready: life.ready && this.#restarting === undefined,
      trouble: life.trouble(),
      assigned: life.assigned(),
      committed: life.committed(),
      applied: life.applied(),
      shedFrames: life.shedFrames(),
      poisoned: life.poisoned,
    }
  }

  command(payload: CommandPayload): Promise<CommandAnswer> {
    return this.#life.command(payload)
  }

  ingest(feed: string, bytes: Uint8Array, peer: string): IngestAnswer {
    return this.#life.ingest(feed, bytes, peer)
  }

  setRate(rate: number): void {
    this.#life.setRate(rate)
  }

  addresses() {
    return this.#life.addresses()
  }

  settle(): Promise<void> {
    return this.#life.settle()
  }

  restart(): Promise<void> {
    if (this.mode !== 'demo') throw new Error('only a demo begins anew')
    this.#restarting ??= this.#beginAnew().finally(() => {
      this.#restarting = undefined
    })
    return this.#restarting
  }

  onRestart(listener: () => void): () => void {
    this.#restarted.add(listener)
    return () => this.#restarted.delete(listener)
  }

  async stop(): Promise<void> {
    // Whoever asked to begin anew is told how that went; here it only has to be over.
    await this.#restarting?.catch(() => undefined)
    try {
      await this.#life.stop()
    } finally {
      this.#settings.folder.unlock()
    }
  }

  async #beginAnew(): Promise<void> {
    const { folder, picture } = this.#settings
    await this.#life.stop()
    folder.setAside(this.#life.epoch)
    picture.clear()
    this.#life = await JournalLife.open(this.#settings)
    for (const listener of this.#restarted) listener()
  }
}

function refuseUnfit(folder: DataFolder, mode: RoomMode): void {
  const unfit = mode === 'demo' ? undefined : unfitFileSystem(folder.path)
  if (unfit !== undefined)
    throw new DataFolderRefused(`${folder.path} lies on ${unfit}, which cannot keep a record: name a folder on a local disk with --data`)
}

function endProcess(why: string): void {
  process.stderr.write(`marsad: ${why}\n`)
  process.exit(EXIT_FATAL)
}
