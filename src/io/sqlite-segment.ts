import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { CommitGroup, SealedEntry } from '../model/journal.ts'
import { isCannotOpen } from './sqlite-fault.ts'
import { makeDurable, readPragma } from './sqlite-settings.ts'

/** `MARJ`: tells `file` and other programs that this SQLite file is a segment of a Marsad journal. */
const APPLICATION_ID = 0x4d41524a
const SCHEMA_VERSION = 1
const FRAME = 6
const TICK = 3

const SCHEMA = `
  CREATE TABLE segment (id INTEGER PRIMARY KEY CHECK (id = 1), hour INTEGER NOT NULL) STRICT;
  CREATE TABLE entries (position INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, type INTEGER NOT NULL, leaf48 INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
  CREATE TABLE groups (number INTEGER PRIMARY KEY, first_position INTEGER NOT NULL, last_position INTEGER NOT NULL, count INTEGER NOT NULL, tree_size INTEGER NOT NULL, root BLOB NOT NULL, head BLOB NOT NULL) STRICT;
  CREATE TABLE frontier (id INTEGER PRIMARY KEY CHECK (id = 1), tree_size INTEGER NOT NULL, hashes BLOB NOT NULL) STRICT;
  CREATE INDEX rare ON entries (type, position) WHERE type NOT IN (${TICK}, ${FRAME});
`

/** One file of the journal: the entries of one hour of the event clock. */
export type Segment = {
  readonly path: string
  readonly db: DatabaseSync
  /** atMs / 3,600,000 of its entries, rounded down. */
  readonly hour: number
  readonly insertEntry: StatementSync
  readonly insertGroup: StatementSync
  readonly setFrontier: StatementSync
}

/** A new segment appears whole under its name, or not at all: readers may look at any time. */
export function createSegment(path: string, hour: number, maxPages: number | undefined): Segment {
  const making = `${path}.new`
  forget(making)
  try {
    const db = new DatabaseSync(making)
    try {
      makeDurable(db, making)
      if (maxPages !== undefined) db.exec(`PRAGMA max_page_count=${maxPages}`)
      db.exec('BEGIN IMMEDIATE')
      db.exec(`PRAGMA application_id=${APPLICATION_ID}; PRAGMA user_version=${SCHEMA_VERSION}`)
      db.exec(SCHEMA)
      db.prepare('INSERT INTO segment VALUES (1, ?)').run(hour)
      db.exec('COMMIT')
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      db.close()
    }
    renameSync(making, path)
  } catch (error) {
    forget(making)
    throw error
  }
  syncFolder(dirname(path))
  return openSegment(path, 'write', maxPages)
}

function forget(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
}

/** A new name in a folder is durable only once the folder is. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export function openSegment(path: string, access: 'write' | 'read', maxPages?: number): Segment {
  const db = access === 'write' ? new DatabaseSync(path) : openToRead(path)
  try {
    if (access === 'write') {
      makeDurable(db, path)
      if (maxPages !== undefined) db.exec(`PRAGMA max_page_count=${maxPages}`)
    }
    if (readPragma(db, 'application_id') !== APPLICATION_ID) throw new ForeignFile(`${path} is no segment of a Marsad journal`)
    const version = readPragma(db, 'user_version')
    if (version !== SCHEMA_VERSION)
      throw new ForeignFile(`${path} has layout ${version}, this version reads ${SCHEMA_VERSION}: use the version that wrote it`)
    const row = db.prepare('SELECT hour FROM segment WHERE id = 1').get()
    if (row === undefined) throw new ForeignFile(`${path} does not say which hour it holds`)
    return prepared(db, path, Number(row['hour']))
  } catch (error) {
    db.close()
    throw error
  }
}

export class ForeignFile extends Error {
  override readonly name = 'ForeignFile'
}

/** On media that cannot be written SQLite wants to be told that nobody else writes either. */
function openToRead(path: string): DatabaseSync {
  try {
    const db = new DatabaseSync(path, { readOnly: true })
    readPragma(db, 'application_id')
    return db
  } catch (error) {
    if (!isCannotOpen(error)) throw error
    return new DatabaseSync(new URL(`${pathToFileURL(path).href}?immutable=1`), { readOnly: true })
  }
}

function prepared(db: DatabaseSync, path: string, hour: number): Segment {
  return {
    path,
    db,
    hour,
    insertEntry: db.prepare('INSERT INTO entries (position, at_ms, type, leaf48, bytes) VALUES (?, ?, ?, ?, ?)'),
    insertGroup: db.prepare(
      'INSERT INTO groups (number, first_position, last_position, count, tree_size, root, head) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    setFrontier: db.prepare(
      'INSERT INTO frontier (id, tree_size, hashes) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET tree_size = excluded.tree_size, hashes = excluded.hashes',
    ),
  }
}

/** Throws what SQLite throws; the transaction is rolled back then. */
export function appendToSegment(segment: Segment, entries: readonly SealedEntry[], group: CommitGroup, frontier: Uint8Array): void {
  const { db, insertEntry, insertGroup, setFrontier } = segment
  db.exec('BEGIN IMMEDIATE')
  try {
    for (const entry of entries) insertEntry.run(entry.position, entry.atMs, entry.type, entry.check, entry.bytes)
    insertGroup.run(group.number, group.firstPosition, group.lastPosition, group.count, group.treeSize, group.root, group.head)
    setFrontier.run(group.treeSize, frontier)
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

export function readEntries(segment: Segment, position: number, limit: number): SealedEntry[] {
  return segment.db
    .prepare('SELECT position, at_ms, type, leaf48, bytes FROM entries WHERE position >= ? ORDER BY position LIMIT ?')
    .all(position, limit)
    .map(toEntry)
}

/** 0 in an empty segment. */
export function readLastPosition(segment: Segment): number {
  return Number(segment.db.prepare('SELECT max(position) AS last FROM entries').get()?.['last'] ?? 0)
}

export function readEntriesOfType(segment: Segment, type: number): SealedEntry[] {
  return segment.db
    .prepare('SELECT position, at_ms, type, leaf48, bytes FROM entries WHERE type = ? ORDER BY position')
    .all(type)
    .map(toEntry)
}

export function readGroups(segment: Segment, fromNumber: number, limit: number): CommitGroup[] {
  return segment.db.prepare('SELECT * FROM groups WHERE number >= ? ORDER BY number LIMIT ?').all(fromNumber, limit).map(toGroup)
}

export function readLastGroup(segment: Segment): CommitGroup | undefined {
  const row = segment.db.prepare('SELECT * FROM groups ORDER BY number DESC LIMIT 1').get()
  return row === undefined ? undefined : toGroup(row)
}

export function readFrontier(segment: Segment): Uint8Array | undefined {
  const row = segment.db.prepare('SELECT hashes FROM frontier WHERE id = 1').get()
  return row === undefined ? undefined : (row['hashes'] as Uint8Array)
}

type Row = Record<string, unknown>

function toEntry(row: Row): SealedEntry {
  return {
    position: row['position'] as number,
    atMs: row['at_ms'] as number,
    type: row['type'] as number,
    check: row['leaf48'] as number,
    bytes: row['bytes'] as Uint8Array,
  }
}

function toGroup(row: Row): CommitGroup {
  return {
    number: row['number'] as number,
    firstPosition: row['first_position'] as number,
    lastPosition: row['last_position'] as number,
    count: row['count'] as number,
    treeSize: row['tree_size'] as number,
    root: row['root'] as Uint8Array,
    head: row['head'] as Uint8Array,
  }
}
