import { hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startJournalThread } from '../src/app/journal-thread.ts'
import { createSequencer } from '../src/app/sequencer.ts'
import { createEventClock } from '../src/io/event-clock.ts'
import { makeDurable } from '../src/io/sqlite-settings.ts'
import { openSqliteStore } from '../src/io/sqlite-store.ts'
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
const WARM_UP = 20_000

/**
 * The journal's real path (sequencer, batches, thread, leaf hashes, tree, commit) beside bare node:sqlite: the same entries' bytes in
 * commits of the same size, WAL, synchronous=FULL, on the same disk, in turns.
 */
export async function runJournalBench({ small }: { readonly small: boolean }): Promise<JournalFigures> {
  const entries = small ? SMALL_ENTRIES : FULL_ENTRIES
  const folder = mkdtempSync(join(tmpdir(), 'marsad-bench-'))
  try {
    const drafts = framesOf(4096)
    if (!small) await journal(join(folder, 'warm'), drafts, WARM_UP)
    const used = process.cpuUsage()
    const first = await journal(join(folder, 'a'), drafts, entries)
    const journalCpuUs = spentUs(used)
    if (!small) bare(join(folder, 'warm.sqlite'), drafts, WARM_UP, first.perGroup)
    const usedBare = process.cpuUsage()
    const bareMs = bare(join(folder, 'b.sqlite'), drafts, entries, first.perGroup)
    const bareCpuUs = spentUs(usedBare)
    const rate = (ms: number) => Math.round((entries / ms) * 1000)
    return {
      entries,
      bytesPerEntry: 29 + 'radar-coast'.length + PAYLOAD_BYTES,
      entriesPerGroup: first.perGroup,
      journalEntriesPerWallS: rate(first.ms),
      bareEntriesPerWallS: rate(bareMs),
      partOfBare: round3(bareMs / first.ms),
      journalCpuUsPerEntry: round3(journalCpuUs / entries),
      bareCpuUsPerEntry: round3(bareCpuUs / entries),
      resultHash: hash('sha256', Buffer.concat(drafts.map((draft) => draft.payload))).slice(0, 16),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function spentUs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return user + system
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** From the first frame offered to the last one durable. Frames come in as a door hands them over, in turns of the event loop, and wait where the queue is full. */
async function journal(folder: string, drafts: readonly EntryDraft[], count: number): Promise<{ ms: number; perGroup: number }> {
  const clock = createEventClock(Date.now, undefined, 1)
  const thread = await startJournalThread({ folder, reserveFolder: folder, reserveBytes: 4096, maxPages: undefined }, 0, {
    onProgress: (handled) => sequencer.progress(handled),
    onFull: () => undefined,
    onSpace: () => undefined,
    onFatal: (why) => {
      throw new Error(why)
    },
  })
  const sequencer = createSequencer({
    clock,
    last: { position: 0, atMs: 0 },
    maxWaitingEntries: 40_000,
    maxWaitingBytes: 134_217_728,
    ship: (batch) => thread.batch(batch),
  })
  const started = performance.now()
  for (let i = 0; i < count;) {
    // A stream door stops reading while the queues are half full.
    const full = sequencer.fill() > 0.4
    for (let k = 0; !full && k < FRAMES_AT_ONCE && i < count; k++, i++) sequencer.offer(drafts[i % drafts.length]!, 1)
    await new Promise<void>((resolve) => (full ? setTimeout(resolve, 1) : setImmediate(resolve)))
  }
  sequencer.flush()
  await thread.whenHandled(sequencer.assigned())
  const ms = performance.now() - started
  await thread.close()
  const store = openSqliteStore({ folder, access: 'read' })
  const groups = store.lastGroup()?.number ?? 1
  store.close()
  return { ms, perGroup: Math.max(1, Math.round(count / groups)) }
}

function bare(path: string, drafts: readonly EntryDraft[], count: number, perCommit: number): number {
  const db = new DatabaseSync(path)
  makeDurable(db, path)
  // As a program would use it that thinks of nothing else: SQLite's own checkpoints.
  db.exec('PRAGMA wal_autocheckpoint=1000')
  db.exec('CREATE TABLE entries (position INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, type INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT')
  const insert = db.prepare('INSERT INTO entries VALUES (?, ?, ?, ?)')
  const atMs = Date.now()
  const encoded = drafts.map((draft, i) => encodeEntry({ ...draft, position: i + 1, atMs }))
  const started = performance.now()
  for (let i = 0; i < count;) {
    db.exec('BEGIN IMMEDIATE')
    for (let k = 0; k < perCommit && i < count; k++, i++) insert.run(i + 1, atMs, 6, encoded[i % encoded.length]!)
    db.exec('COMMIT')
  }
  const ms = performance.now() - started
  db.close()
  return ms
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
