import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { isReject } from '../../src/base/reject.ts'
import { decodeAsterixBlock } from '../../src/wire/asterix/block.ts'
import type { AsterixBlock } from '../../src/wire/asterix/block.ts'
import { encodeAsterixBlock } from '../../src/wire/asterix/encode.ts'
import { createAsterixRecordingFramer } from '../../src/wire/asterix/recording.ts'
import { sharedData } from '../shared-data.ts'

/** Every recording against what an independent decoder made of it, every field, and back to the same bytes. */

const RECORDINGS = [
  'cat015-libasterix.bin',
  'cat021-lax-from-readsb.bin',
  'cat021-pymodes-from-readsb.bin',
  'cat034.raw',
  'cat048.raw',
  'cat062cat065.raw',
  'cat_034_048.pcap',
  'cat_062_065.pcap',
  'jasterix/cat021ed2.1.bin',
  'jasterix/cat034ed1.26.bin',
  'jasterix/cat048ed1.15.bin',
  'jasterix/cat062ed1.16.bin',
  'jasterix/cat065ed1.3.bin',
]

type Tree = { readonly [key: string]: unknown }

/** Where the other decoder counts in another unit: its path, and how many of its are one of ours. */
const OTHER_UNITS: Readonly<Record<string, number>> = {
  'CAT048.I200.CGS': 3600, // kt for NM/s
  'CAT062.I135.CTBA': 100, // ft for flight levels
  'CAT062.I136.MFL': 100,
}
/** It prints seven decimals; for the radar's own place it takes an LSB shortened to seven digits, which is 1e-5 deg off at most. */
const ROUNDING = 1e-7
const SHORTENED: Readonly<Record<string, number>> = { 'CAT034.I120.LAT': 1e-5, 'CAT034.I120.Lon': 1e-5 }

/** All values of a record in the order of their bits, but for what says nothing of its own: chaining and spare bits. */
function leaves(value: unknown, path: string): (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.flatMap((each) => leaves(each, path))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value as Tree)
      .filter(([key, each]) => !/^(FX|spare|spareBits|fspecBytes|further)$/.test(key) && each !== undefined)
      .flatMap(([key, each]) => leaves(each, `${path}.${key}`))
  return [[path, value]]
}

/** Compares one item value by value; how many there were. */
function compareItem(path: string, theirs: unknown, ours: unknown, where: string): number {
  if (path.startsWith('CAT048.I250')) return compareRegisters(theirs, ours, where)
  const expected = leaves(theirs, path)
  const actual = leaves(ours, path)
  assert.equal(actual.length, expected.length, `${where}: ${JSON.stringify(theirs)} against ${JSON.stringify(ours)}`)
  for (const [i, [name, value]] of expected.entries()) {
    const mine = actual[i]?.[1]
    if (typeof value === 'number' && typeof mine === 'number') {
      const scaled = mine * (OTHER_UNITS[name] ?? 1)
      const within = SHORTENED[name] ?? ROUNDING * (1 + (OTHER_UNITS[name] ?? 0))
      assert.ok(Math.abs(scaled - value) <= within, `${where}: ${name} is ${value}, ours ${scaled}`)
    } else if (typeof value === 'number') assert.equal(Number(mine), value, `${where}: ${name}`)
    else assert.equal(printed(mine), value, `${where}: ${name}`)
  }
  return expected.length
}

/** It drops NUL characters, and shows six-bit codes that stand for nothing as blanks. */
function printed(value: unknown): string {
  return String(value).replaceAll('\0', '').replaceAll('@', ' ')
}

/** It reads the registers' contents, we keep them as bytes: which registers they are must agree. */
function compareRegisters(theirs: unknown, ours: unknown, where: string): number {
  const expected = (theirs as { BDS: string }[]).map((register) => register.BDS)
  const actual = (ours as { bds1: number; bds2: number }[]).map(({ bds1, bds2 }) =>
    `${bds1.toString(16)}${bds2.toString(16)}`.toUpperCase(),
  )
  assert.deepEqual(actual, expected, where)
  return expected.length
}

function blocksOf(file: string): { readonly bytes: Uint8Array; readonly block: AsterixBlock }[] {
  const framer = createAsterixRecordingFramer({ maxFrameBytes: 65535 })
  framer.push(readFileSync(file))
  const blocks: { bytes: Uint8Array; block: AsterixBlock }[] = []
  for (let piece = framer.next(); piece !== undefined; piece = framer.next()) {
    assert.ok(!isReject(piece), JSON.stringify(piece))
    const block = decodeAsterixBlock(piece)
    assert.ok(!isReject(block), JSON.stringify(block))
    blocks.push({ bytes: piece, block })
  }
  assert.equal(framer.end(), undefined)
  return blocks
}

for (const name of RECORDINGS) {
  const file = sharedData('asterix', name)
  test(`${name}: the same bytes back`, (t) => {
    if (file === undefined) return t.skip('needs ../shared/data/asterix')
    for (const { bytes, block } of blocksOf(file)) {
      assert.ok(!('fault' in block) || block.fault === undefined, JSON.stringify(block))
      const back = encodeAsterixBlock(JSON.parse(JSON.stringify(block)) as AsterixBlock)
      assert.ok(!isReject(back), JSON.stringify(back))
      assert.equal(Buffer.from(back).toString('hex'), Buffer.from(bytes).toString('hex'))
    }
  })
}

const LEAST_VALUES: Readonly<Record<string, number>> = {
  'cat_034_048.pcap': 5000,
  'cat021-pymodes-from-readsb.bin': 10_000,
  'cat021-lax-from-readsb.bin': 2000,
  'cat015-libasterix.bin': 700,
}

for (const name of RECORDINGS) {
  const file = sharedData('asterix', name)
  const oracle = sharedData('asterix', `${name}.croatia.jsonl`)
  test(`${name}: every value as the other decoder has it`, (t) => {
    if (file === undefined || oracle === undefined) return t.skip('needs ../shared/data/asterix')
    const theirs = readFileSync(oracle, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Tree)
    const ours = blocksOf(file).flatMap(({ block }) =>
      'records' in block ? block.records.map((record) => [block.category, record as Tree] as const) : [],
    )
    assert.equal(ours.length, theirs.length)
    let compared = 0
    for (const [i, [category, record]] of ours.entries()) {
      const system = `CAT${String(category).padStart(3, '0')}`
      const items = theirs[i]?.[system] as Tree | undefined
      assert.ok(items !== undefined, `record ${i} is of ${system}`)
      const mine = Object.entries(record).filter(([key, value]) => key !== 'fspecBytes' && value !== undefined)
      assert.deepEqual(mine.map(([key]) => `I${key.slice(1, 4)}`).sort(), Object.keys(items).sort(), `record ${i}`)
      for (const [key, value] of mine) {
        const number = `I${key.slice(1, 4)}`
        compared += compareItem(`${system}.${number}`, items[number], value, `record ${i} ${system} ${number}`)
      }
    }
    t.diagnostic(`${compared} values of ${ours.length} records`)
    assert.ok(compared >= (LEAST_VALUES[name] ?? 5), String(compared))
  })
}

test('CAT 015: the values that were encoded', (t) => {
  const file = sharedData('asterix', 'cat015-libasterix.bin')
  const truth = sharedData('asterix', 'cat015-libasterix.bin.truth.json')
  if (file === undefined || truth === undefined) return t.skip('needs ../shared/data/asterix')
  const plots = JSON.parse(readFileSync(truth, 'utf8')) as { t: number; lat: number; lon: number; alt: number; track: number }[]
  const records = blocksOf(file).flatMap(({ block }) => (block.category === 15 && block.edition === '1.2' ? block.records : []))
  assert.equal(records.length, plots.length)
  for (const [i, plot] of plots.entries()) {
    const record = records[i]
    const near = (value: number | undefined, expected: number, step: number): void =>
      assert.ok(value !== undefined && Math.abs(value - expected) <= step / 2 + 1e-9, `plot ${i}: ${value} for ${expected}`)
    near(record?.i145S, plot.t, 1 / 128)
    near(record?.i600?.p84?.latDeg, plot.lat, 180 / 2147483648)
    near(record?.i600?.p84?.lonDeg, plot.lon, 180 / 2147483648)
    near(record?.i601?.ghM, plot.alt, 0.01)
    assert.equal(record?.i161, plot.track)
  }
})

test('CAT 129: the values that were encoded, and back', (t) => {
  const file = sharedData('asterix', 'cat129-libasterix.jsonl')
  if (file === undefined) return t.skip('needs ../shared/data/asterix')
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  for (const line of lines) {
    const { hex, values } = JSON.parse(line) as { hex: string; values: Tree }
    const block = decodeAsterixBlock(Buffer.from(hex, 'hex'))
    assert.ok(!isReject(block) && block.category === 129 && block.edition === '1.2' && block.fault === undefined, hex)
    const [record] = block.records
    const mine: Tree = {
      sac: record?.i010?.sac,
      sic: record?.i010?.sic,
      dac: record?.i015?.dac,
      dic: record?.i015?.dic,
      manufacturer: record?.i020,
      model: record?.i030,
      serial: record?.i040,
      country: record?.i050,
      tod: record?.i070S,
      lat: record?.i080?.latDeg,
      lon: record?.i080?.lonDeg,
      amsl: record?.i090M,
      agl: record?.i100M,
      gnss: record?.i110M,
      ucc: record?.i120?.ucc,
      arc: record?.i120?.arc,
      aec: record?.i120?.aec,
      ve: record?.i185?.vxMps,
      vn: record?.i185?.vyMps,
      vu: record?.i220?.vzMps,
    }
    assert.deepEqual(
      Object.keys(mine)
        .filter((key) => mine[key] !== undefined)
        .sort(),
      Object.keys(values).sort(),
      hex,
    )
    for (const [key, value] of Object.entries(values)) {
      if (typeof value === 'number') assert.ok(Math.abs((mine[key] as number) - value) < 5e-7, `${key}: ${String(mine[key])} for ${value}`)
      else assert.equal(String(mine[key]).trimEnd(), value, key)
    }
    const back = encodeAsterixBlock(JSON.parse(JSON.stringify(block)) as AsterixBlock)
    assert.ok(!isReject(back))
    assert.equal(Buffer.from(back).toString('hex'), hex)
  }
  assert.equal(lines.length, 40)
})
