import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isReject } from '../base/reject.ts'
import { ENTRY_TYPES, type Entry, type EntryType } from '../model/entry.ts'
import { createEntryBatch, leavesOf } from './entry-batch.ts'
import { decodeEntry, encodeEntry, entryByteLength } from './entry-codec.ts'

const printable = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 255,
})
const entries: fc.Arbitrary<Entry> = fc.record({
  position: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  atMs: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
  type: fc.constantFrom(...(Object.keys(ENTRY_TYPES) as EntryType[])),
  version: fc.integer({ min: 1, max: 65_535 }),
  source: printable,
  connection: fc.integer({ min: 0, max: 4_294_967_295 }),
  payload: fc.uint8Array({ maxLength: 300 }),
})
const example: Entry = {
  position: 258,
  atMs: 1_669_402_200_123,
  type: 'frame',
  version: 1,
  source: 'radar-1',
  connection: 7,
  payload: new Uint8Array([0xde, 0xad]),
}

test('the bytes lie as FORMAT.md says', () => {
  // Written by hand from the table: format, type 6, version, position 258, atMs, connection 7, 7 bytes of source, 2 of payload.
  const expected =
    '01' + '06' + '0001' + '0000000000000102' + '00000184b020083b' + '00000007' + '07' + '00000002' + '72616461722d31' + 'dead'
  assert.equal(Buffer.from(encodeEntry(example)).toString('hex'), expected)
})

test('every entry comes back as it was', () => {
  fc.assert(
    fc.property(entries, (entry) => {
      const bytes = encodeEntry(entry)
      assert.equal(bytes.length, entryByteLength(entry))
      assert.deepEqual(decodeEntry(bytes), { ...entry, payload: bytes.subarray(bytes.length - entry.payload.length) })
    }),
  )
})

test('one entry has one form: whatever decodes encodes to the same bytes', () => {
  const bytes = encodeEntry(example)
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = bytes.slice()
    flipped[bit >> 3]! ^= 1 << (bit & 7)
    const entry = decodeEntry(flipped)
    if (!isReject(entry)) assert.deepEqual(encodeEntry(entry), flipped, `bit ${bit}`)
  }
})

test('every truncation and every byte too many is declined', () => {
  const bytes = encodeEntry(example)
  for (let length = 0; length < bytes.length; length++) assert.ok(isReject(decodeEntry(bytes.slice(0, length))), `${length} bytes`)
  assert.ok(isReject(decodeEntry(new Uint8Array([...bytes, 0]))))
})

test('what has no place in an entry is declined with the byte where it stands', () => {
  const cases: readonly (readonly [number, number, string])[] = [
    [0, 2, 'entry-format-unknown'],
    [1, 99, 'entry-type-unknown'],
    [3, 0, 'entry-version-zero'],
    [4, 0x20, 'entry-position-out-of-range'],
    [12, 0x20, 'entry-time-out-of-range'],
    [25, 0xff, 'entry-payload-over-limit'],
    [29, 0x20, 'entry-source-wrong'],
  ]
  for (const [at, byte, rejected] of cases) {
    const bytes = encodeEntry(example)
    bytes[at] = byte
    const found = decodeEntry(bytes)
    assert.ok(isReject(found))
    assert.equal(found.rejected, rejected)
  }
})

test('a batch gives back its entries in order, each behind the byte of its leaf', () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 20 }), (list) => {
      const batch = createEntryBatch(16)
      for (const entry of list) batch.add(entry)
      assert.equal(batch.count, list.length)
      const leaves = leavesOf(batch.take())
      assert.equal(batch.byteLength, 0)
      assert.deepEqual(
        leaves.map((leaf) => [leaf[0], Buffer.from(leaf.subarray(1)).toString('hex')]),
        list.map((entry) => [0, Buffer.from(encodeEntry(entry)).toString('hex')]),
      )
    }),
  )
})
