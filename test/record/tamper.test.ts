import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openSqliteStore } from '../../src/io/sqlite-store.ts'
import { ENTRY_TYPES } from '../../src/model/entry.ts'
import type { JournalStore } from '../../src/model/journal.ts'
import { createMemoryStore, type MemoryStore } from './memory-store.ts'
import { verifyStore, writeRecord } from './small-record.ts'

function fill(store: JournalStore): void {
  const writing = writeRecord(store)
  writing.frame(1, 2, 3)
  writing.tick(250)
  writing.frame(4, 5)
  writing.frame(6)
  writing.hashNow()
  writing.freezeNow()
  writing.tick(100)
  writing.frame(7, 8, 9)
  writing.hashNow()
}

function record(): MemoryStore {
  const store = createMemoryStore()
  fill(store)
  return store
}

test('a record as it was written is sound, and everything in it was compared', () => {
  const store = record()
  const report = verifyStore(store)
  assert.deepEqual(report.faults, [])
  assert.equal(report.sound, true)
  assert.equal(report.entries, store.entries.length)
  assert.equal(report.outputHashesCompared, 2)
  assert.equal(report.snapshotsCompared, 1)
  assert.equal(report.lastPosition, store.entries.length)
})

test('every single bit of every entry is guarded, and the entry is named', () => {
  const store = record()
  for (const entry of store.entries) {
    for (let bit = 0; bit < entry.bytes.length * 8; bit++) {
      entry.bytes[bit >> 3]! ^= 1 << (bit & 7)
      const report = verifyStore(store)
      assert.equal(report.sound, false, `entry ${entry.position} bit ${bit}`)
      assert.equal(report.faults[0]?.position, entry.position, `entry ${entry.position} bit ${bit}`)
      entry.bytes[bit >> 3]! ^= 1 << (bit & 7)
    }
  }
})

test('every column beside the bytes is guarded', () => {
  for (const field of ['position', 'atMs', 'type', 'check'] as const) {
    const entries = record().entries.length
    for (let i = 0; i < entries; i++) {
      const store = record()
      store.entries[i] = { ...store.entries[i]!, [field]: store.entries[i]![field] + 1 }
      assert.equal(verifyStore(store).sound, false, `${field} of entry ${i + 1}`)
    }
  }
})

test('every value of every group is guarded, and so is the frontier', () => {
  const groups = record().sealed.length
  for (let i = 0; i < groups; i++) {
    for (const field of ['number', 'firstPosition', 'lastPosition', 'count', 'treeSize'] as const) {
      const store = record()
      store.sealed[i] = { ...store.sealed[i]!, [field]: store.sealed[i]![field] + 1 }
      assert.equal(verifyStore(store).sound, false, `${field} of group ${i + 1}`)
    }
    for (const field of ['root', 'head'] as const) {
      for (let bit = 0; bit < 256; bit++) {
        const store = record()
        const bytes = store.sealed[i]![field].slice()
        bytes[bit >> 3]! ^= 1 << (bit & 7)
        store.sealed[i] = { ...store.sealed[i]!, [field]: bytes }
        assert.equal(verifyStore(store).sound, false, `${field} of group ${i + 1} bit ${bit}`)
        if (bit === 7) bit = 247
      }
    }
  }
  const store = record()
  store.kept![0]! ^= 1
  assert.equal(verifyStore(store).sound, false)
})

test('a missing, doubled or exchanged entry or group is found where it is', () => {
  const count = record().entries.length
  for (let i = 0; i < count; i++) {
    const without = record()
    without.entries.splice(i, 1)
    assert.equal(verifyStore(without).sound, false, `without entry ${i + 1}`)
  }
  for (let i = 0; i + 1 < count; i++) {
    const swapped = record()
    const [a, b] = [swapped.entries[i]!, swapped.entries[i + 1]!]
    swapped.entries[i] = { ...b, position: a.position }
    swapped.entries[i + 1] = { ...a, position: b.position }
    assert.equal(verifyStore(swapped).faults[0]?.position, a.position, `entries ${i + 1} and ${i + 2}`)
  }
  const groups = record().sealed.length
  for (let i = 0; i < groups; i++) {
    const without = record()
    without.sealed.splice(i, 1)
    assert.equal(verifyStore(without).sound, false, `without group ${i + 1}`)
  }
})

test('a record cut short at a commit is found by a head that was noted outside', () => {
  const whole = record()
  const noted = { treeSize: whole.sealed.at(-1)!.treeSize, head: Buffer.from(whole.sealed.at(-1)!.head).toString('hex') }
  assert.equal(verifyStore(whole, { witnesses: [noted] }).sound, true)
  const cut = record()
  const last = cut.sealed.pop()!
  cut.entries = cut.entries.filter((entry) => entry.position < last.firstPosition)
  assert.equal(verifyStore(cut, { witnesses: [noted] }).sound, false)
  const other = { ...noted, head: '00'.repeat(32) }
  assert.equal(verifyStore(whole, { witnesses: [other] }).sound, false)
})

test('a forger who seals anew is found by the outputs that the room was offered', () => {
  // The whole chain is made again over one changed frame; only the old output hashes are kept.
  const honest = record()
  const forged = createMemoryStore()
  const writing = writeRecord(forged)
  writing.frame(1, 2, 4)
  writing.tick(250)
  writing.frame(4, 5)
  writing.frame(6)
  writing.sequencer.flush()
  const note = honest.entries.find((entry) => entry.type === ENTRY_TYPES.outputs)!
  const { upTo, sha256 } = JSON.parse(Buffer.from(note.bytes).toString('latin1').slice(35)) as { upTo: number; sha256: string }
  assert.equal(upTo, writing.run.position)
  writing.sequencer.append({
    type: 'outputs',
    version: 1,
    source: 'marsad',
    connection: 0,
    payload: Buffer.from(JSON.stringify({ upTo, sha256 })),
  })
  writing.sequencer.flush()
  const report = verifyStore(forged)
  assert.deepEqual(
    report.faults.map((fault) => fault.position),
    [note.position],
  )
})

test('of another build the hashes are checked, and the version to run is named', () => {
  const report = verifyStore(record(), { ownBuild: () => false })
  assert.equal(report.sound, true)
  assert.equal(report.outputHashesCompared, 0)
  assert.equal(report.otherBuilds.length, 1)
  assert.match(report.otherBuilds[0]!.why, /^0\.1\.0/)
})

test('a snapshot that is not what the record gives is found', () => {
  const store = record()
  const lied = createMemoryStore()
  const writing = writeRecord(lied)
  writing.frame(1, 1, 1)
  writing.freezeNow()
  const other = lied.frozen[0]!
  store.frozen[0] = { ...store.frozen[0]!, bytes: other.bytes, sha256: other.sha256 }
  assert.match(verifyStore(store).faults[0]?.what ?? '', /snapshot/)
})

test('a byte changed anywhere in the file changes nothing that is read, or is found', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-tamper-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const store = openSqliteStore({ folder, access: 'write' })
  fill(store)
  store.close()
  const path = join(folder, 'segment-000001.sqlite')
  copyFileSync(path, `${path}.whole`)
  const whole = readFileSync(`${path}.whole`)
  const truth = contentOf(folder)
  // Every 149th byte: prime to the page size, so that all kinds of places are met.
  for (let at = 0; at < whole.length; at += 149) {
    const spoilt = Buffer.from(whole)
    spoilt[at]! ^= 1 << (at % 8)
    writeFileSync(path, spoilt)
    assert.ok(isFoundOrHarmless(folder, truth), `byte ${at}`)
  }
})

function contentOf(folder: string): string {
  const store = openSqliteStore({ folder, access: 'read' })
  try {
    return Buffer.concat(store.read(1, 1000).map((entry) => entry.bytes)).toString('hex')
  } finally {
    store.close()
  }
}

function isFoundOrHarmless(folder: string, truth: string): boolean {
  let store: JournalStore
  try {
    store = openSqliteStore({ folder, access: 'read' })
  } catch (error) {
    return error instanceof Error
  }
  try {
    return !verifyStore(store).sound || contentOf(folder) === truth
  } catch (error) {
    return error instanceof Error
  } finally {
    store.close()
  }
}
