import { DatabaseSync } from 'node:sqlite'
import type { AppendResult, StoredSnapshot } from '../model/journal.ts'
import { appendFault } from './sqlite-fault.ts'
import { makeDurable } from './sqlite-settings.ts'

/** `MARS`. */
const APPLICATION_ID = 0x4d415253
/** The newest are for a restart; a snapshot is a short cut and can be made again from the journal. */
const KEPT = 6

/** The snapshots beside a journal. They prove nothing: `verify` compares them with what the journal gives. */
export interface SnapshotStore {
  put(snapshot: StoredSnapshot): AppendResult
  list(): readonly Omit<StoredSnapshot, 'bytes'>[]
  at(position: number): StoredSnapshot | undefined
  before(position: number): StoredSnapshot | undefined
  /** Forgets those of positions that never became durable. */
  dropAfter(position: number): void
  /** A reader sees them as they are now until it closes. */
  holdStill(): void
  close(): void
}

export function openSnapshots(path: string, access: 'write' | 'read'): SnapshotStore {
  const db = new DatabaseSync(path, { readOnly: access === 'read' })
  if (access === 'write') {
    makeDurable(db, path)
    db.exec(`PRAGMA application_id=${APPLICATION_ID}`)
    db.exec(
      'CREATE TABLE IF NOT EXISTS snapshots (position INTEGER PRIMARY KEY, build TEXT NOT NULL, sha256 TEXT NOT NULL, pinned INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT',
    )
  }
  return {
    put(snapshot) {
      try {
        db.prepare('INSERT OR REPLACE INTO snapshots (position, build, sha256, pinned, bytes) VALUES (?, ?, ?, ?, ?)').run(
          snapshot.position,
          snapshot.build,
          snapshot.sha256,
          snapshot.pinned ? 1 : 0,
          snapshot.bytes,
        )
        db.prepare(
          'DELETE FROM snapshots WHERE pinned = 0 AND position NOT IN (SELECT position FROM snapshots WHERE pinned = 0 ORDER BY position DESC LIMIT ?)',
        ).run(KEPT)
        db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
        return { result: 'committed' }
      } catch (error) {
        return appendFault(error)
      }
    },
    list: () => db.prepare('SELECT position, build, sha256, pinned FROM snapshots ORDER BY position').all().map(toHeader),
    at: (position) => toSnapshot(db.prepare('SELECT * FROM snapshots WHERE position = ?').get(position)),
    before: (position) =>
      toSnapshot(db.prepare('SELECT * FROM snapshots WHERE position <= ? ORDER BY position DESC LIMIT 1').get(position)),
    dropAfter(position) {
      db.prepare('DELETE FROM snapshots WHERE position > ?').run(position)
    },
    holdStill: () => db.exec('BEGIN; SELECT count(*) FROM snapshots'),
    close: () => db.close(),
  }
}

function toHeader(row: Record<string, unknown>): Omit<StoredSnapshot, 'bytes'> {
  return {
    position: row['position'] as number,
    build: row['build'] as string,
    sha256: row['sha256'] as string,
    pinned: row['pinned'] === 1,
  }
}

function toSnapshot(row: Record<string, unknown> | undefined): StoredSnapshot | undefined {
  return row === undefined ? undefined : { ...toHeader(row), bytes: row['bytes'] as Uint8Array }
}
