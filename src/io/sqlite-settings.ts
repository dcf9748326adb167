import type { DatabaseSync } from 'node:sqlite'

/**
 * The settings that a database must have before it may hold the record. Each is set, then read back: another build of
 * SQLite, a foreign file or an environment may have its own idea, and a record on weaker settings is none.
 */
const REQUIRED: readonly { readonly pragma: string; readonly set: string; readonly wanted: string | number; readonly why: string }[] = [
  { pragma: 'journal_mode', set: 'WAL', wanted: 'wal', why: 'commits are appended to a log and fsynced' },
  {
    pragma: 'synchronous',
    set: 'FULL',
    wanted: 2,
    why: 'each commit is on the disk before it is answered; NORMAL loses the last ones on power loss',
  },
  { pragma: 'locking_mode', set: 'NORMAL', wanted: 'normal', why: 'verify reads while the room writes' },
  { pragma: 'wal_autocheckpoint', set: '0', wanted: 0, why: 'a checkpoint that fails must be seen; SQLite hides the failure of its own' },
  { pragma: 'cell_size_check', set: 'ON', wanted: 1, why: 'a damaged page is reported, not read' },
  { pragma: 'ignore_check_constraints', set: 'OFF', wanted: 0, why: 'the schema holds' },
  { pragma: 'trusted_schema', set: 'OFF', wanted: 0, why: 'a foreign file runs no code of its own' },
  { pragma: 'writable_schema', set: 'OFF', wanted: 0, why: 'the schema holds' },
]
/** Of a file that we made. Smaller pages fsync more often for the same bytes. */
const PAGE_BYTES = 4096
const TEMP_IN_MEMORY = 2

export class WeakDurability extends Error {
  override readonly name = 'WeakDurability'
}

/** Sets what must be set and refuses what stays weaker. */
export function makeDurable(db: DatabaseSync, path: string): void {
  db.exec(`PRAGMA page_size=${PAGE_BYTES}`)
  db.exec(`PRAGMA temp_store=${TEMP_IN_MEMORY}`)
  for (const { pragma, set } of REQUIRED) db.exec(`PRAGMA ${pragma}=${set}`)
  assertDurable(db, path)
}

/** Reads every setting back and throws `WeakDurability` with the first that is not as it must be. */
export function assertDurable(db: DatabaseSync, path: string): void {
  for (const { pragma, wanted, why } of REQUIRED) {
    const found = readPragma(db, pragma)
    if (found !== wanted)
      throw new WeakDurability(`${path}: ${pragma} is ${found}, must be ${wanted} (${why}); the record is not written on weaker settings`)
  }
  const pageBytes = Number(readPragma(db, 'page_size'))
  if (pageBytes < PAGE_BYTES)
    throw new WeakDurability(`${path}: page_size is ${pageBytes}, must be at least ${PAGE_BYTES}; the file was not made by Marsad`)
}

export function readPragma(db: DatabaseSync, pragma: string): string | number {
  const row = db.prepare(`PRAGMA ${pragma}`).get() ?? {}
  const value = Object.values(row)[0]
  return typeof value === 'string' ? value.toLowerCase() : Number(value)
}
