import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ENTRY_TYPES, type Entry, type EntryType } from '../model/entry.ts'
import { CURRENT_VERSION, upcast, upcastTo } from './upcast.ts'

const entry = (version: number, payload = Uint8Array.of(1)): Entry => ({
  position: 1,
  atMs: 0,
  type: 'frame',
  version,
  source: 'f',
  connection: 0,
  payload,
})

test('every entry type has a version, and the current one passes untouched', () => {
  for (const type of Object.keys(ENTRY_TYPES) as EntryType[]) {
    const now = { ...entry(CURRENT_VERSION[type]), type }
    assert.equal(upcast(now), now)
  }
})

test('an old version climbs one step at a time, each with its own step', () => {
  const steps = [(payload: Uint8Array) => Uint8Array.of(...payload, 2), (payload: Uint8Array) => Uint8Array.of(...payload, 3)]
  assert.deepEqual(upcastTo(entry(1), 3, steps), entry(3, Uint8Array.of(1, 2, 3)))
  assert.deepEqual(upcastTo(entry(2), 3, steps), entry(3, Uint8Array.of(1, 3)))
})

test('a newer version, a version below 1 and a missing step are declined', () => {
  for (const [version, steps] of [
    [4, []],
    [0, []],
    [1.5, []],
    [1, []],
  ] as const)
    assert.equal('rejected' in upcastTo(entry(version), 3, steps), true, `version ${version}`)
})
