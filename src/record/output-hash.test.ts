import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson, chainOutputs, FIRST_OUTPUT_HASH } from './output-hash.ts'

test('one value has one text', () => {
  assert.equal(canonicalJson({ b: 1, a: undefined, c: [Number.NaN, -0, Infinity, undefined] }), '{"b":1,"c":[null,0,null,null]}')
  assert.equal(canonicalJson({ z: new Uint8Array([1, 2, 3]), 'a"': 'é' }), '{"a\\"":"é","z":{"base64":"AQID"}}')
  assert.equal(canonicalJson(new Map<string, unknown>([['k', new Set([2, 1])]])), '[["k",[2,1]]]')
  assert.equal(canonicalJson(new Float64Array([0.1, Number.NaN])), '[0.1,null]')
})

test('the order in which fields were set does not show', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse())
      assert.equal(canonicalJson(reversed), canonicalJson(value))
    }),
  )
})

test('what is JSON already reads back as itself', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) =>
      assert.deepEqual(
        JSON.parse(canonicalJson(value)),
        JSON.parse(JSON.stringify(value, (_, field: unknown) => (Object.is(field, -0) ? 0 : field))),
      ),
    ),
  )
})

test('a function among the outputs is a fault of ours', () => {
  assert.throws(() => canonicalJson({ f: () => 1 }), /plain data/)
})

test('the chain is over position and outputs; entries without outputs leave it', () => {
  const outputs = [{ out: 'drop', kind: 'track', id: 'T1' }] as const
  const expected = createHash('sha256')
    .update(`${'0'.repeat(64)}\n7\n[{"id":"T1","kind":"track","out":"drop"}]`)
    .digest('hex')
  assert.equal(chainOutputs(FIRST_OUTPUT_HASH, 7, outputs), expected)
  assert.equal(chainOutputs(expected, 8, []), expected)
})
