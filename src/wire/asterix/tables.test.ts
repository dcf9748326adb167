import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { asterixCode } from '../../../scripts/asterix-code.ts'
import { asterixPages, PAGE_MARK } from '../../../scripts/asterix-pages.ts'
import { isReject } from '../../base/reject.ts'
import { decodeAsterixBlock } from './block.ts'
import type { AsterixBlock, AsterixSettings } from './block.ts'
import { encodeAsterixBlock } from './encode.ts'
import type { Field, Form, Item } from './table.ts'
import { ASTERIX_TABLES } from './tables.ts'
import { slowDecode } from './testing/slow-decode.ts'

const generated = join(import.meta.dirname, 'generated')

function settingsFor(category: number, edition: string): AsterixSettings {
  return {
    cat021: category === 21 ? (edition as AsterixSettings['cat021']) : '2.7',
    cat129: category === 129 ? (edition as AsterixSettings['cat129']) : '1.2',
  }
}

function block(category: number, content: Uint8Array): Uint8Array {
  const length = content.length + 3
  return Uint8Array.from([category, length >> 8, length & 255, ...content])
}

/** No field over another, none outside; alternatives of one place are told apart by another field. */
function checkFields(fields: readonly Field[], bytes: number, lowest: number, where: string): void {
  const owner = new Map<number, Field>()
  for (const field of fields) {
    assert.ok(field.from <= bytes * 8 && field.to >= lowest, `${where}.${field.key}: bits ${field.from}/${field.to} of ${bytes} octets`)
    for (let bit = field.to; bit <= field.from; bit++) {
      const other = owner.get(bit)
      assert.ok(
        other === undefined || (other.when !== undefined && field.when !== undefined && other.when.is !== field.when.is),
        `${where}.${field.key}: bit ${bit} is ${other?.key}`,
      )
      owner.set(bit, field)
    }
  }
  const keys = fields.map((field) => field.key)
  assert.equal(new Set(keys).size, keys.length, where)
}

function checkForm(form: Form, where: string): void {
  if (form.form === 'fixed') checkFields(form.fields, form.bytes, 1, where)
  if (form.form === 'value') assert.deepEqual([form.field.from, form.field.to, form.field.key], [form.bytes * 8, 1, ''], where)
  if (form.form === 'chained') checkFields(form.fields, form.bytes, 2, where)
  if (form.form === 'repeated') checkForm(form.of, where)
  if (form.form === 'compound' || form.form === 'expansion') checkItems(form.subs, where)
  if (form.form === 'extended') {
    for (const part of form.parts) {
      assert.ok(part.length > 0, where)
      checkFields(part, 1, 2, where)
    }
    const keys = form.parts.flat().map((field) => field.key)
    assert.equal(new Set(keys).size, keys.length, where)
  }
}

function checkItems(items: readonly Item[], where: string): void {
  assert.equal(new Set(items.map((item) => item.key)).size, items.length, where)
  assert.deepEqual(
    items.map((item) => item.frn),
    items.map((item) => item.frn).toSorted((a, b) => a - b),
    where,
  )
  assert.equal(new Set(items.map((item) => item.frn)).size, items.length, where)
  for (const item of items) checkForm(item.form, `${where}.${item.key}`)
}

/** A record of one item whose octets are given. */
function recordWith(item: Item, octets: Uint8Array): Uint8Array {
  const length = Math.ceil(item.frn / 7)
  const specification = Array.from({ length }, (_, i) => (i < length - 1 ? 1 : 0x80 >> ((item.frn - 1) % 7)))
  return Uint8Array.from([...specification, ...octets])
}

for (const { table, name, file } of ASTERIX_TABLES) {
  const { category, edition } = table
  const settings = settingsFor(category, edition)

  describe(`category ${category} ed. ${edition}`, () => {
    test('the table is sound: no bit twice, none outside', () => checkItems(table.items, name))

    test('the decoder is what the table gives', () => {
      assert.equal(readFileSync(join(generated, `${file}.ts`), 'utf8'), asterixCode(table, name), 'run npm run generate')
    })

    test('each item alone reads as the slow decoder reads it, and back to the same bytes', () => {
      for (const item of table.items) {
        let read = 0
        fc.assert(
          fc.property(fc.uint8Array({ minLength: 40, maxLength: 120 }), fc.constantFrom(0xff, 0x7e, 0x10, 0x03), (octets, mask) => {
            // Some draws keep the first octet small: it may be a count, a length or a field specification.
            octets[0] = (octets[0] ?? 0) & mask
            const content = recordWith(item, octets)
            let slow: ReturnType<typeof slowDecode> | undefined
            try {
              slow = slowDecode(table, content)
            } catch (error) {
              assert.match(String(error), /truncated|unused|too long|length 0/)
            }
            const bytes = block(category, slow === undefined ? content : content.subarray(0, slow.length))
            const fast = decodeAsterixBlock(bytes, settings)
            assert.ok(!isReject(fast) && 'records' in fast)
            assert.equal(fast.fault === undefined, slow !== undefined, JSON.stringify(fast.fault))
            if (slow !== undefined) {
              read++
              assert.deepEqual(JSON.parse(JSON.stringify(fast.records)), [JSON.parse(JSON.stringify(slow.record))])
            }
            const back = encodeAsterixBlock(JSON.parse(JSON.stringify(fast)) as AsterixBlock)
            assert.ok(!isReject(back), JSON.stringify(back))
            assert.deepEqual(back, bytes)
          }),
          { numRuns: 60 },
        )
        assert.ok(read > 0, `${item.key} was never read`)
      }
    })

    const expansions = table.items.flatMap((item) => (item.form.form === 'expansion' ? item.form.subs.map((sub) => ({ item, sub })) : []))
    for (const { item, sub } of expansions) {
      test(`${item.key}.${sub.key} is read where it fills the field, and kept as bytes where an octet is left over`, () => {
        let read = 0
        fc.assert(
          fc.property(fc.uint8Array({ minLength: 200, maxLength: 200 }), fc.constantFrom(0xff, 0x11, 0x80), (octets, mask) => {
            octets[0] = (octets[0] ?? 0) & mask
            let length: number
            try {
              length = slowDecode({ category, edition, items: [{ ...sub, frn: 1 }] }, Uint8Array.from([0x80, ...octets])).length
            } catch (error) {
              return assert.match(String(error), /truncated|unused|too long/)
            }
            for (const left of [0, 1]) {
              const content = recordWith(
                item,
                Uint8Array.from([length + 1 + left, 0x80 >> (sub.frn - 1), ...octets.subarray(0, length - 1 + left)]),
              )
              const block_ = decodeAsterixBlock(block(category, content), settings)
              assert.ok(!isReject(block_) && 'records' in block_ && block_.fault === undefined)
              const value = (block_.records[0] as Readonly<Record<string, unknown>>)[item.key]
              assert.equal(typeof value, left === 0 ? 'object' : 'string')
              assert.deepEqual(JSON.parse(JSON.stringify(block_.records[0])), JSON.parse(JSON.stringify(slowDecode(table, content).record)))
              assert.deepEqual(encodeAsterixBlock(JSON.parse(JSON.stringify(block_)) as AsterixBlock), block(category, content))
            }
            read++
          }),
          { numRuns: 40 },
        )
        assert.ok(read > 0)
      })
    }

    test('whatever the bytes, what was read is written again as it came, and a fault lies inside the block', () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
          const bytes = block(category, content)
          const read = decodeAsterixBlock(bytes, settings)
          assert.ok(!isReject(read) && 'records' in read)
          if (read.fault !== undefined) assert.ok(read.fault.atByte >= 3 && read.fault.atByte <= bytes.length, JSON.stringify(read.fault))
          assert.deepEqual(encodeAsterixBlock(JSON.parse(JSON.stringify(read)) as AsterixBlock), bytes)
        }),
        { numRuns: 300 },
      )
    })
  })
}

test('the page says what the tables say', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/standards/asterix.md'), 'utf8')
  assert.equal(page.split(PAGE_MARK)[1]?.trim(), asterixPages().trim(), 'run npm run generate')
})
