import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test, type TestContext } from 'node:test'
import { unfitFileSystem } from '../../src/io/data-folder.ts'
import { assertDurable, makeDurable, WeakDurability } from '../../src/io/sqlite-settings.ts'
import { openSqliteStore } from '../../src/io/sqlite-store.ts'
import { ENTRY_TYPES } from '../../src/model/entry.ts'
import { createMemoryStore } from './memory-store.ts'
import { verifyStore, writeRecord } from './small-record.ts'

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-store-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('the settings are set and read back', (t) => {
  const path = join(folderFor(t), 'a.sqlite')
  const db = new DatabaseSync(path)
  makeDurable(db, path)
  assert.equal(db.prepare('PRAGMA synchronous').get()?.['synchronous'], 2)
  assert.equal(db.prepare('PRAGMA journal_mode').get()?.['journal_mode'], 'wal')
  db.close()
})

for (const weaker of [
  'synchronous=NORMAL',
  'synchronous=OFF',
  'journal_mode=DELETE',
  'wal_autocheckpoint=1000',
  'locking_mode=EXCLUSIVE',
]) {
  test(`${weaker} is refused`, (t) => {
    const path = join(folderFor(t), 'a.sqlite')
    const db = new DatabaseSync(path)
    makeDurable(db, path)
    db.exec('CREATE TABLE t (a)')
    db.exec(`PRAGMA ${weaker}`)
    db.prepare('SELECT * FROM t').all()
    assert.throws(() => assertDurable(db, path), WeakDurability)
    db.close()
  })
}

test('a foreign file with small pages is refused although all else could be set', (t) => {
  const path = join(folderFor(t), 'a.sqlite')
  const foreign = new DatabaseSync(path)
  foreign.exec('PRAGMA page_size=512; CREATE TABLE t (a)')
  foreign.close()
  const db = new DatabaseSync(path)
  assert.throws(() => makeDurable(db, path), /page_size is 512/)
  db.close()
})

test('a database in memory cannot keep a record', () => {
  const db = new DatabaseSync(':memory:')
  assert.throws(() => makeDurable(db, ':memory:'), /journal_mode is memory/)
  db.close()
})

test('a file that is no segment is refused by name', (t) => {
  const folder = folderFor(t)
  const foreign = new DatabaseSync(join(folder, 'segment-000001.sqlite'))
  foreign.exec('CREATE TABLE entries (a)')
  foreign.close()
  assert.throws(() => openSqliteStore({ folder, access: 'write' }), /no segment of a Marsad journal/)
})

test('a folder in memory is named unfit', (t) => {
  if (!existsSync('/dev/shm')) return t.skip('needs a tmpfs at /dev/shm')
  assert.match(unfitFileSystem('/dev/shm') ?? '', /tmpfs/)
})

test('the store gives back what a store in memory gives, over several segments and after it was opened again', (t) => {
  const folder = folderFor(t)
  const memory = createMemoryStore()
  let store = openSqliteStore({ folder, access: 'write' })
  for (const each of [memory, store]) {
    // Begins 200 ms before an hour is full, so that the record goes over into the next.
    const writing = writeRecord(each, 1_669_406_400_000 - 200)
    for (let i = 0; i < 30; i++) {
      writing.frame(i, 1)
      writing.tick(90)
    }
    writing.hashNow()
  }
  store.close()
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('segment')),
    ['segment-000001.sqlite', 'segment-000002.sqlite'],
  )
  store = openSqliteStore({ folder, access: 'read' })
  const plain = (entries: readonly { position: number; bytes: Uint8Array }[]) =>
    entries.map((entry) => [entry.position, Buffer.from(entry.bytes).toString('hex')])
  assert.deepEqual(plain(store.read(1, 1000)), plain(memory.read(1, 1000)))
  for (const [position, limit] of [
    [1, 7],
    [17, 3],
    [25, 40],
    [9999, 5],
  ] as const)
    assert.deepEqual(plain(store.read(position, limit)), plain(memory.read(position, limit)))
  for (const type of Object.values(ENTRY_TYPES)) assert.deepEqual(plain(store.readOfType(type)), plain(memory.readOfType(type)))
  const heads = (groups: readonly { number: number; head: Uint8Array }[]) =>
    groups.map((group) => [group.number, Buffer.from(group.head).toString('hex')])
  assert.deepEqual(heads(store.groups(3, 9)), heads(memory.groups(3, 9)))
  assert.equal(store.lastGroup()?.treeSize, memory.lastGroup()?.treeSize)
  const report = verifyStore(store)
  assert.deepEqual(report.faults, [])
  store.close()
})

test('snapshots are thinned, pinned ones stay, and those of lost positions are forgotten', (t) => {
  const store = openSqliteStore({ folder: folderFor(t), access: 'write' })
  const put = (position: number, pinned: boolean) =>
    assert.deepEqual(store.putSnapshot({ position, build: 'b', sha256: 's', bytes: new Uint8Array([1]), pinned }), { result: 'committed' })
  put(5, true)
  for (let position = 10; position <= 200; position += 10) put(position, false)
  assert.equal(store.snapshots()[0]?.position, 5)
  assert.ok(store.snapshots().length <= 8)
  assert.equal(store.snapshotBefore(195)?.position, 190)
  store.dropSnapshotsAfter(185)
  assert.equal(store.snapshotBefore(999)?.position, 180)
  store.close()
})
