import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { assert } from '../base/assert.ts'
import type { AppendResult, CommitGroup, JournalStore, SealedEntry } from '../model/journal.ts'
import { appendFault } from './sqlite-fault.ts'
import {
  appendToSegment,
  createSegment,
  openSegment,
  readEntries,
  readEntriesOfType,
  readFrontier,
  readGroups,
  readLastGroup,
  readLastPosition,
  type Segment,
} from './sqlite-segment.ts'
import { openSnapshots, type SnapshotStore } from './sqlite-snapshots.ts'

/** One segment holds an hour of the event clock, so that old hours can be copied, checked and kept as files. */
const HOUR_MS = 3_600_000
/** The log is copied into the file when it has grown by this much; more makes a restart slower, less fsyncs more. */
const CHECKPOINT_BYTES = 16_777_216
const SEGMENT_NAME = /^segment-(\d{6})\.sqlite$/

export type SqliteStoreOptions = {
  /** Folder of the journal; made if `access` is `write`. */
  readonly folder: string
  readonly access: 'write' | 'read'
  /** Shows the journal as it is now for as long as the store is open, while another process goes on writing; `read` only. */
  readonly still?: boolean
  /** Limit of pages in each segment: a small disk for tests. */
  readonly maxPages?: number
}

export interface SqliteStore extends JournalStore {
  /** Sets the limit of pages anew: the reserve of the small disk for tests. */
  limitPages(pages: number): void
  dropSnapshotsAfter(position: number): void
}

/** Throws where a setting is weaker than it must be, where a file is foreign, or where there is no journal to read. */
export function openSqliteStore({ folder, access, maxPages, still = false }: SqliteStoreOptions): SqliteStore {
  if (access === 'write') mkdirSync(folder, { recursive: true })
  const store = new Store(folder, access, maxPages)
  if (still) store.holdStill()
  return store
}

export function hasJournal(folder: string): boolean {
  return segmentNames(folder).length > 0
}

function segmentNames(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => SEGMENT_NAME.test(name))
        .sort()
    : []
}

class Store implements SqliteStore {
  readonly #folder: string
  readonly #segments: Segment[]
  readonly #snapshots: SnapshotStore | undefined
  readonly #access: 'write' | 'read'
  #maxPages: number | undefined
  #bytesSinceCheckpoint = 0

  constructor(folder: string, access: 'write' | 'read', maxPages: number | undefined) {
    this.#folder = folder
    this.#access = access
    this.#maxPages = maxPages
    const names = segmentNames(folder)
    const newest = names.length - 1
    this.#segments = names.map((name, i) =>
      openSegment(join(folder, name), access === 'write' && i === newest ? 'write' : 'read', maxPages),
    )
    const snapshots = join(folder, 'snapshots.sqlite')
    this.#snapshots = access === 'write' || existsSync(snapshots) ? openSnapshots(snapshots, access) : undefined
  }

  /** A read transaction sees the database as it was at its first read; the older segments change no more. */
  holdStill(): void {
    assert(this.#access === 'read', 'only a reader holds still')
    for (const { db } of this.#segments) db.exec('BEGIN; SELECT count(*) FROM segment')
    this.#snapshots?.holdStill()
  }

  append(entries: readonly SealedEntry[], group: CommitGroup, frontier: Uint8Array): AppendResult {
    const first = entries[0]
    assert(first !== undefined && this.#access === 'write', 'a group has entries and the store is open to write')
    const hour = Math.floor(first.atMs / HOUR_MS)
    try {
      appendToSegment(this.#segmentFor(hour), entries, group, frontier)
      for (const entry of entries) this.#bytesSinceCheckpoint += entry.bytes.length
      if (this.#bytesSinceCheckpoint > CHECKPOINT_BYTES) this.#checkpoint()
      return { result: 'committed' }
    } catch (error) {
      return appendFault(error)
    }
  }

  read(position: number, limit: number): SealedEntry[] {
    const found: SealedEntry[] = []
    for (const segment of this.#from((last) => last >= position)) {
      found.push(...readEntries(segment, position, limit - found.length))
      if (found.length >= limit) break
    }
    return found
  }

  readOfType(type: number): SealedEntry[] {
    return this.#segments.flatMap((segment) => readEntriesOfType(segment, type))
  }

  groups(fromNumber: number, limit: number): CommitGroup[] {
    const found: CommitGroup[] = []
    for (const segment of this.#segments) {
      found.push(...readGroups(segment, fromNumber, limit - found.length))
      if (found.length >= limit) break
    }
    return found
  }

  lastGroup(): CommitGroup | undefined {
    return this.#last()?.group
  }

  frontier(): Uint8Array | undefined {
    const last = this.#last()
    return last === undefined ? undefined : readFrontier(last.segment)
  }

  putSnapshot(snapshot: Parameters<JournalStore['putSnapshot']>[0]): AppendResult {
    assert(this.#snapshots !== undefined, 'snapshots are open to write')
    return this.#snapshots.put(snapshot)
  }

  snapshots() {
    return this.#snapshots?.list() ?? []
  }

  snapshotAt(position: number) {
    return this.#snapshots?.at(position)
  }

  snapshotBefore(position: number) {
    return this.#snapshots?.before(position)
  }

  dropSnapshotsAfter(position: number): void {
    this.#snapshots?.dropAfter(position)
  }

  limitPages(pages: number): void {
    this.#maxPages = pages
    this.#segments.at(-1)?.db.exec(`PRAGMA max_page_count=${pages}`)
  }

  close(): void {
    if (this.#access === 'write') this.#checkpointQuietly()
    for (const segment of this.#segments) segment.db.close()
    this.#snapshots?.close()
  }

  #segmentFor(hour: number): Segment {
    const current = this.#segments.at(-1)
    if (current !== undefined && current.hour >= hour) return current
    if (current !== undefined) this.#checkpoint()
    const name = `segment-${String(this.#segments.length + 1).padStart(6, '0')}.sqlite`
    const path = join(this.#folder, name)
    const segment = createSegment(path, hour, this.#maxPages)
    this.#segments.push(segment)
    this.#bytesSinceCheckpoint = 0
    return segment
  }

  /** Copies the log into the file. PASSIVE waits for no reader. A full disk leaves the log as it is; any other fault goes up and ends the process. */
  #checkpoint(): void {
    this.#bytesSinceCheckpoint = 0
    try {
      this.#segments.at(-1)?.db.exec('PRAGMA wal_checkpoint(PASSIVE)')
    } catch (error) {
      if (appendFault(error).result !== 'full') throw error
    }
  }

  /** On the way out: the log is read again at the next start, so what does not fit now is not lost. */
  #checkpointQuietly(): void {
    try {
      this.#segments.at(-1)?.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch (error) {
      process.emitWarning(`the journal's log stays beside its file: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  /** Segments that may hold what is looked for: `reaches` is asked with a segment's last position. */
  #from(reaches: (lastPosition: number) => boolean): readonly Segment[] {
    const first = this.#segments.findIndex((segment) => reaches(readLastPosition(segment)))
    return first === -1 ? [] : this.#segments.slice(first)
  }

  /** A segment that was made just before a crash may hold no group yet. */
  #last(): { readonly segment: Segment; readonly group: CommitGroup } | undefined {
    for (let i = this.#segments.length - 1; i >= 0; i--) {
      const segment = this.#segments[i]!
      const group = readLastGroup(segment)
      if (group !== undefined) return { segment, group }
    }
    return undefined
  }
}
