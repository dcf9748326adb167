import { hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startJournalThread } from '../src/app/journal-thread.ts'
import { createSequencer } from '../src/app/sequencer.ts'
import { createEventClock } from '../src/io/event-clock.ts'
import { makeDurable } from '../src/io/sqlite-settings.ts'
import type { EntryDraft } from '../src/model/entry.ts'
import { encodeEntry } from '../src/record/entry-codec.ts'

/** Figures that a script can read. Rates are per second of wall time. */
export type JournalFigures = {
  readonly entries: number
  readonly bytesPerEntry: number
  readonly entriesPerGroup: number
  readonly journalEntriesPerWallS: number
  readonly bareEntriesPerWallS: number
  readonly partOfBare: number
  /** Processor time of all threads, for machines that do other things meanwhile. */
  readonly journalCpuUsPerEntry: number
  readonly bareCpuUsPerEntry: number
  /** SHA-256 over the payloads: the same work was done. */
  readonly resultHash: string
}

const FULL_ENTRIES = 400_000
const SMALL_ENTRIES = 4000
/** A SAPIENT detection report is 90 to 250 bytes, a Beast frame 22: this many in the middle. */
const PAYLOAD_BYTES = 100
const FRAMES_AT_ONCE = 1024
/** The two take turns, so that what else the machine does falls on both. */
const TURNS = 8

/**
 * The journal's real path (sequencer, batches, thread, leaf hashes, tree, commit) beside bare node:sqlite: the same entries' bytes in
 * commits of the same size, WAL, synchronous=FULL, on the same disk, in turns.
 */
export async function runJournalBench({ small }: { readonly small: boolean }): Promise<JournalFigures> {
  const entries = small ? SMALL_ENTRIES : FULL_ENTRIES
  const folder = mkdtempSync(join(tmpdir(), 'marsad-bench-'))
  try {
    const drafts = framesOf(4096)
    const ours = await openJournal(join(folder, 'journal'))
    const bare = openBare(join(folder, 'bare.sqlite'), drafts)
    const oursSpent: Spent = { ms: 0, cpuUs: 0 }
    const bareSpent: Spent = { ms: 0, cpuUs: 0 }
    const perGroup = await ours.turn(drafts, entries / TURNS, { ms: 0, cpuUs: 0 })
    bare.turn(entries / TURNS, perGroup, { ms: 0, cpuUs: 0 })
    for (let turn = 0; turn < TURNS; turn++) {
      const inGroup = await ours.turn(drafts, entries / TURNS, oursSpent)
      bare.turn(entries / TURNS, inGroup, bareSpent)
    }
    await ours.close()
    bare.close()
    const rate = (ms: number) => Math.round((entries / ms) * 1000)
    return {
      entries,
      bytesPerEntry: 29 + 'radar-coast'.length + PAYLOAD_BYTES,
      entriesPerGroup: perGroup,
      journalEntriesPerWallS: rate(oursSpent.ms),
      bareEntriesPerWallS: rate(bareSpent.ms),
      partOfBare: round3(bareSpent.ms / oursSpent.ms),
      journalCpuUsPerEntry: round3(oursSpent.cpuUs / entries),
      bareCpuUsPerEntry: round3(bareSpent.cpuUs / entries),
      resultHash: hash('sha256', Buffer.concat(drafts.map((draft) => draft.payload))).slice(0, 16),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Spent = { ms: number; cpuUs: number }

function add(spent: Spent, ms: number, since: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(since)
  spent.ms += ms
  spent.cpuUs += user + system
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000
}

type Journal = { turn(drafts: readonly EntryDraft[], count: number, spent: Spent): Promise<number>; close(): Promise<void> }

async function openJournal(folder: string): Promise<Journal> {
  const clock = createEventClock(Date.now, undefined, 1)
  let groups = 0
  const thread = await startJournalThread({ folder, reserveFolder: folder, reserveBytes: 4096, maxPages: undefined }, 0, {
    onProgress(handled) {
      groups++
      sequencer.progress(handled)
    },
    onFull: () => undefined,
    onSpace: () => undefined,
    onFatal: (why) => {
      throw new Error(why)
    },
  })
  const limits = { maxWaitingEntries: 40_000, maxWaitingBytes: 134_217_728 }
  const sequencer = createSequencer({ clock, last: { position: 0, atMs: 0 }, ...limits, ship: (batch) => thread.batch(batch) })
  return {
    /** From the first frame offered to the last one durable; answers how many were in a group. Frames come as a door hands them over, in turns of the event loop. */
    async turn(drafts, count, spent) {
      const groupsBefore = groups
      const used = process.cpuUsage()
      const started = performance.now()
      for (let i = 0; i < count;) {
        // A stream door stops reading while the queues are half full.
        const full = sequencer.fill() > 0.4
        for (let k = 0; !full && k < FRAMES_AT_ONCE && i < count; k++, i++) sequencer.offer(drafts[i % drafts.length]!, 1)
        await new Promise<void>((resolve) => (full ? setTimeout(resolve, 1) : setImmediate(resolve)))
      }
      sequencer.flush()
      await thread.whenHandled(sequencer.assigned())
      add(spent, performance.now() - started, used)
      return Math.max(1, Math.round(count / (groups - groupsBefore)))
    },
    close: () => thread.close(),
  }
}

type Bare = { turn(count: number, perCommit: number, spent: Spent): void; close(): void }

function openBare(path: string, drafts: readonly EntryDraft[]): Bare {
  const db = new DatabaseSync(path)
  makeDurable(db, path)
  // As a program would use it that thinks of nothing else: SQLite's own checkpoints.
  db.exec('PRAGMA wal_autocheckpoint=1000')
  db.exec('CREATE TABLE entries (position INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, type INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT')
  const insert = db.prepare('INSERT INTO entries VALUES (?, ?, ?, ?)')
  const atMs = Date.now()
  const encoded = drafts.map((draft, i) => encodeEntry({ ...draft, position: i + 1, atMs }))
  let position = 0
  return {
    turn(count, perCommit, spent) {
      const used = process.cpuUsage()
      const started = performance.now()
      for (let i = 0; i < count;) {
        db.exec('BEGIN IMMEDIATE')
        for (let k = 0; k < perCommit && i < count; k++, i++) insert.run(++position, atMs, 6, encoded[i % encoded.length]!)
        db.exec('COMMIT')
      }
      add(spent, performance.now() - started, used)
    },
    close: () => db.close(),
  }
}

/** Seeded: the same bytes in every run. */
function framesOf(count: number): EntryDraft[] {
  let state = 1
  return Array.from({ length: count }, () => {
    const payload = new Uint8Array(PAYLOAD_BYTES)
    for (let i = 0; i < PAYLOAD_BYTES; i++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      payload[i] = state >>> 24
    }
    return { type: 'frame', version: 1, source: 'radar-coast', connection: 1, payload }
  })
}
