import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isReject } from '../../base/reject.ts'
import { ASTERIX_DEFAULTS, decodeAsterixBlock, decodeAsterixDatagram } from './block.ts'
import type { AsterixBlock, AsterixSettings } from './block.ts'
import { encodeAsterixBlock } from './encode.ts'
import { createAsterixFramer } from './framing.ts'

const folder = resolve(import.meta.dirname, '..', '..', '..', 'test', 'fixtures', 'asterix')
const FIXTURES = globSync('*.hex', { cwd: folder })
  .sort()
  .map((name) => {
    const json = JSON.parse(readFileSync(join(folder, name.replace(/hex$/, 'json')), 'utf8')) as AsterixBlock
    const settings: AsterixSettings = {
      cat021: json.category === 21 && json.edition === '0.26' ? '0.26' : '2.7',
      cat129: json.category === 129 && json.edition === '1.2-risk-in-1-byte' ? '1.2-risk-in-1-byte' : '1.2',
    }
    return { name, json, settings, bytes: Uint8Array.from(Buffer.from(readFileSync(join(folder, name), 'utf8').trim(), 'hex')) }
  })

function sound<T>(value: T): Exclude<T, { rejected: string }> {
  if (isReject(value)) throw new Error(`${value.rejected}: ${value.detail}`)
  return value as Exclude<T, { rejected: string }>
}

describe('fixtures', () => {
  test('every category and edition has one, and there is one without a table', () => {
    const kinds = new Set(FIXTURES.map(({ json }) => `${json.category} ${json.edition ?? '-'}`))
    assert.deepEqual(
      [...kinds].sort(),
      [
        '129 1.2',
        '129 1.2-risk-in-1-byte',
        '15 1.2',
        '205 -',
        '21 0.26',
        '21 2.7',
        '34 1.29',
        '48 1.32',
        '62 1.21',
        '63 1.7',
        '65 1.6',
      ].sort(),
    )
  })

  for (const { name, json, settings, bytes } of FIXTURES) {
    test(`${name} says what its JSON says, and back`, () => {
      assert.deepEqual(JSON.parse(JSON.stringify(decodeAsterixBlock(bytes, settings))), json)
      assert.deepEqual(encodeAsterixBlock(json), bytes)
    })

    test(`${name}: cut anywhere it is declined where it ends; its records, the length made right, are read up to the fault`, () => {
      for (let length = 0; length < bytes.length; length++) {
        const cut = decodeAsterixBlock(bytes.subarray(0, length), settings)
        assert.ok(isReject(cut), `${length}`)
        assert.deepEqual([cut.rejected, cut.atByte], ['truncated', length])
        if (length < 3) continue
        const shortened = bytes.slice(0, length)
        shortened.set([length >> 8, length & 255], 1)
        const block = sound(decodeAsterixBlock(shortened, settings))
        if ('fault' in block && block.fault !== undefined) assert.ok(block.fault.atByte >= 3 && block.fault.atByte <= length)
        assert.deepEqual(encodeAsterixBlock(block), shortened)
      }
    })

    test(`${name}: whatever bit is wrong, what was read is written again as it came`, () => {
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const damaged = bytes.slice()
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const block = decodeAsterixBlock(damaged, settings)
        if (isReject(block)) assert.ok(bit >= 8 && bit < 24, `bit ${bit} is not of the length`)
        else assert.deepEqual(encodeAsterixBlock(JSON.parse(JSON.stringify(block)) as AsterixBlock), damaged)
      }
    })
  }
})

describe('datagrams', () => {
  const blocks = FIXTURES.filter(({ settings }) => settings.cat021 === '2.7' && settings.cat129 === '1.2')
  const datagram = Buffer.concat(blocks.map(({ bytes }) => bytes))

  test('a datagram of every category gives every block', () => {
    assert.deepEqual(
      JSON.parse(JSON.stringify(decodeAsterixDatagram(datagram))),
      blocks.map(({ json }) => json),
    )
  })

  test('what is wrong at its end takes nothing from the blocks before', () => {
    const first = blocks[0]
    const found = decodeAsterixDatagram(Buffer.concat([first?.bytes ?? Buffer.alloc(0), Buffer.from([48, 0, 9, 1])]))
    assert.equal(found.length, 2)
    assert.deepEqual(JSON.parse(JSON.stringify(found[0])), first?.json)
    assert.deepEqual(found[1], {
      rejected: 'truncated',
      atByte: (first?.bytes.length ?? 0) + 4,
      detail: 'the block says 9 octets; 4 are there',
    })
  })

  test('a fault is counted from the first octet of its own block', () => {
    const faulty = FIXTURES.find(({ name }) => name.includes('fault'))
    const [, second] = decodeAsterixDatagram(
      Buffer.concat([datagram.subarray(0, blocks[0]?.bytes.length), faulty?.bytes ?? Buffer.alloc(0)]),
    )
    assert.deepEqual(JSON.parse(JSON.stringify(second)), faulty?.json)
  })

  test('category 129 has one record a block', () => {
    const { bytes } = FIXTURES.find(({ name }) => name.startsWith('cat129-report')) ?? { bytes: new Uint8Array() }
    const twice = Uint8Array.from([129, 0, 2 * bytes.length - 3, ...bytes.subarray(3), ...bytes.subarray(3)])
    const block = sound(decodeAsterixBlock(twice))
    assert.ok('fault' in block && block.fault?.rejected === 'second-record' && block.fault.atByte === bytes.length)
    assert.equal(block.records.length, 1)
  })
})

describe('streams', () => {
  const stream = Buffer.concat(FIXTURES.map(({ bytes }) => bytes))
  const drain = (chunks: readonly Uint8Array[], maxFrameBytes = 65535): string[] => {
    const framer = createAsterixFramer({ maxFrameBytes })
    const out: string[] = []
    const take = (piece: Uint8Array | { rejected: string; atByte: number }): unknown =>
      out.push(isReject(piece) ? `${piece.rejected} at ${framer.atByte}` : Buffer.from(piece as Uint8Array).toString('hex'))
    for (const chunk of chunks) {
      framer.push(chunk)
      for (let piece = framer.next(); piece !== undefined; piece = framer.next()) take(piece)
    }
    for (let piece = framer.end(); piece !== undefined; piece = framer.end()) take(piece)
    return out
  }

  test('the blocks come out alike however the stream is cut', () => {
    const expected = FIXTURES.map(({ bytes }) => Buffer.from(bytes).toString('hex'))
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 30 }), (places) => {
        const at = [0, ...places.toSorted((a, b) => a - b), stream.length]
        assert.deepEqual(drain(at.slice(1).map((end, i) => stream.subarray(at[i], end))), expected)
      }),
    )
  })

  test('a length that does not hold its header, or is over the limit, ends the stream and is named', () => {
    assert.deepEqual(drain([Uint8Array.of(48, 0, 3, 48, 0, 2, 48, 0, 3)]), ['300003', 'block-length at 3'])
    assert.deepEqual(drain([Uint8Array.of(48, 1, 0)], 255), ['length-over-limit at 0'])
    assert.deepEqual(drain([Uint8Array.of(48, 0, 3, 48, 0)]), ['300003', 'truncated at 3'])
  })
})

describe('what encode declines', () => {
  const record = { i010: { sac: 25, sic: 10 } }
  for (const [what, block, rejected] of [
    ['a category without a table', { category: 4, records: [] }, 'edition'],
    ['an edition without a table', { category: 48, edition: '9', records: [] }, 'edition'],
    ['a key that is not in the table', { category: 48, records: [{ ...record, i999: 1 }] }, 'unknown-item'],
    ['a field that is not in the table', { category: 48, records: [{ i010: { sac: 25, sic: 10, six: 1 } }] }, 'unknown-field'],
    ['a missing field', { category: 48, records: [{ i010: { sac: 25 } }] }, 'not-a-number'],
    ['a number out of range', { category: 48, records: [{ i010: { sac: 256, sic: 10 } }] }, 'out-of-range'],
    ['a record of nothing', { category: 48, records: [{}] }, 'empty-record'],
    ['too much for one block', { category: 48, records: Array.from({ length: 30_000 }, () => record) }, 'length-over-limit'],
    ['text too long', { category: 48, records: [{ ...record, i240: 'UAS123456' }] }, 'not-text'],
    ['an octal digit of 8', { category: 48, records: [{ ...record, i070: { v: 0, g: 0, l: 0, mode3a: '7800' } }] }, 'not-octal'],
  ] as const) {
    test(what, () => {
      const answer = encodeAsterixBlock(block as unknown as AsterixBlock)
      assert.ok(isReject(answer))
      assert.equal(answer.rejected, rejected)
    })
  }

  test('the defaults are the newest editions', () => assert.deepEqual(ASTERIX_DEFAULTS, { cat021: '2.7', cat129: '1.2' }))
})
