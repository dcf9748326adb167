import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { isReject } from '../../src/base/reject.ts'
import { decodeAsterixBlock } from '../../src/wire/asterix/block.ts'
import type { AsterixBlock } from '../../src/wire/asterix/block.ts'
import { createAsterixRecordingFramer } from '../../src/wire/asterix/recording.ts'
import { ASTERIX_TABLES } from '../../src/wire/asterix/tables.ts'
import { sharedData } from '../shared-data.ts'

/** Our blocks as Wireshark's dissector reads them, value by value: recordings, our own fixtures, and every item of every table alone. */

const missing = spawnSync('tshark', ['--version']).status === 0 ? undefined : 'needs tshark (apt-get install tshark)'

type Leaf = { readonly name: string; readonly show: string }

/** A pcap file of UDP datagrams to port 8600, one block each. */
function pcapOf(blocks: readonly Uint8Array[]): Buffer {
  const parts: Buffer[] = [Buffer.from('d4c3b2a1020004000000000000000000ffff000001000000', 'hex')]
  for (const block of blocks) {
    const head = Buffer.alloc(16 + 42)
    head.writeUInt32LE(42 + block.length, 8)
    head.writeUInt32LE(42 + block.length, 12)
    head.set(Buffer.from('01005e000001020000000001080045000000000040004011', 'hex'), 16)
    head.writeUInt16BE(28 + block.length, 16 + 16)
    head.set(Buffer.from('7f000001e0000001', 'hex'), 16 + 26)
    head.writeUInt16BE(8600, 16 + 34)
    head.writeUInt16BE(8600, 16 + 36)
    head.writeUInt16BE(8 + block.length, 16 + 38)
    parts.push(head, Buffer.from(block))
  }
  return Buffer.concat(parts)
}

/** What tshark finds in each record of each block: leaves in order, without chaining bits, spare bits and field specifications. */
function dissect(blocks: readonly Uint8Array[]): Leaf[][][] {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-tshark-'))
  try {
    const file = join(folder, 'blocks.pcap')
    writeFileSync(file, pcapOf(blocks))
    const run = spawnSync('tshark', ['-r', file, '-d', 'udp.port==8600,asterix', '-T', 'pdml'], { encoding: 'utf8', maxBuffer: 1 << 30 })
    assert.equal(run.status, 0, run.stderr)
    return run.stdout.split('<packet>').slice(1).map(recordsOf)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function recordsOf(packet: string): Leaf[][] {
  const records: Leaf[][] = []
  for (const line of packet.split('\n')) {
    const [, name = '', show = '', closing] = /<field name="asterix\.([^"]*)".*? show="([^"]*)".*?(\/?)>\s*$/.exec(line) ?? []
    if (name === 'message') records.push([])
    else if (closing === '/' && !/^(FX|fspec|category|length|spare|counter|re_field_len|.*_(IM_)?SPARE)$/i.test(name))
      records.at(-1)?.push({ name, show })
  }
  return records
}

function leaves(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(leaves)
  if (typeof value !== 'object' || value === null) return [value]
  return Object.entries(value)
    .filter(([key, each]) => !/^(spareBits|fspecBytes|further)$/.test(key) && each !== undefined)
    .flatMap(([, each]) => leaves(each))
}

/** Numbers are shown as decimal, hexadecimal or text of it; codes of octal digits as numbers. */
function agrees(mine: unknown, show: string): boolean {
  if (typeof mine === 'number')
    return (
      Math.abs(Number(show) - mine) <= 1e-6 * Math.max(1, Math.abs(mine)) ||
      (show === 'True' && mine === 1) ||
      (show === 'False' && mine === 0)
    )
  const text = String(mine).replaceAll('\0', '')
  // It shows six-bit codes that are no letter, digit or blank as blanks; octets that are no text depend on its locale.
  if (text.replaceAll(/[^A-Z0-9 ]/g, ' ').trimEnd() === show.trimEnd() || text === show || /[^ -~]/.test(text)) return true
  const digits = show.replace(/^0x/, '').replaceAll(':', '').replace(/^0+/, '')
  return digits.toUpperCase() === text.replace(/^0+/, '') || (/^[0-7]+$/.test(text) && Number(show) === Number.parseInt(text, 8))
}

function differences(block: AsterixBlock, records: readonly (readonly Leaf[])[]): string[] {
  if (!('records' in block)) return []
  if (records.length !== block.records.length) return [`${block.category}: ${records.length} records, ours ${block.records.length}`]
  return block.records.flatMap((record, i) => {
    const mine = leaves(record)
    const theirs = records[i] ?? []
    const names = theirs.map(({ name, show }) => `${name}=${show}`).join(' ')
    if (mine.length !== theirs.length)
      return [`${block.category}: ${mine.length} values ${JSON.stringify(mine)} against ${theirs.length}: ${names}`]
    return theirs.flatMap(({ name, show }, k) =>
      agrees(mine[k], show) || FIELDS_OTHERWISE.test(`${name} `) ? [] : [`${name} is ${show}, ours ${JSON.stringify(mine[k])}`],
    )
  })
}

function compare(blocks: readonly Uint8Array[]): string[] {
  const dissected = dissect(blocks)
  assert.equal(dissected.length, blocks.length)
  return blocks.flatMap((bytes, i) => {
    const block = decodeAsterixBlock(bytes)
    assert.ok(!isReject(block))
    return differences(block, dissected[i] ?? [])
  })
}

const RECORDINGS = [
  'cat021-lax-from-readsb.bin',
  'cat021-pymodes-from-readsb.bin',
  'cat034.raw',
  'cat048.raw',
  'cat062cat065.raw',
  'cat_034_048.pcap',
  'cat_062_065.pcap',
]

for (const name of RECORDINGS) {
  test(`${name}: every value as Wireshark has it`, (t) => {
    const file = sharedData('asterix', name)
    if (missing !== undefined || file === undefined) return t.skip(missing ?? 'needs ../shared/data/asterix')
    const framer = createAsterixRecordingFramer({ maxFrameBytes: 65535 })
    framer.push(readFileSync(file))
    const blocks: Uint8Array[] = []
    for (let piece = framer.next(); piece !== undefined; piece = framer.next()) if (!isReject(piece)) blocks.push(piece)
    assert.ok(blocks.length > 0)
    assert.deepEqual(compare(blocks), [])
  })
}

test('our own fixtures, as Wireshark has them', (t) => {
  if (missing !== undefined) return t.skip(missing)
  const folder = resolve(import.meta.dirname, '..', 'fixtures', 'asterix')
  // Left out: what it does not read (expansion fields, the layout of 0.26, damage kept as it came) or reads otherwise, as OTHERWISE says.
  const names = globSync('cat0{15,21,34,48,62,63,65}-*.hex', { cwd: folder }).filter(
    (name) => !/v0-26|as-it-came|fault|lost-link|contributors|two-plots|track/.test(name),
  )
  assert.equal(names.length, 5)
  assert.deepEqual(compare(names.map((name) => Buffer.from(readFileSync(join(folder, name), 'utf8').trim(), 'hex'))), [])
})

/** Items that Wireshark 4.0 reads otherwise, each with the reason; the other decoder's opinion on recordings is in asterix.test.ts. */
const OTHERWISE: Readonly<Record<string, string>> = {
  '15 i030': 'reads one condition, not the chain',
  '21 i040': 'shows the element-populated bit and the value of the last octets as one',
  '21 i090': 'ed. 2.6: one octet fewer',
  '21 i150': 'shows the code, not the speed',
  '21 i250': 'shows a register as one number',
  '34 i120': 'takes the height as unsigned',
  '48 i090': 'takes the level as unsigned',
  '48 i030': 'reads one condition, not the chain',
  '62 i510': 'reads the second track number otherwise',
  '63 i060': 'ed. 1.6: one octet fewer',
}
/** The same for fields within items. */
const FIELDS_OTHERWISE = /^(048_090_FL|062_380_IAS_IAS) /

/** Blocks of one record of one item, with seeded octets that our decoder takes whole. */
function itemBlocks(category: number, frn: number, firstOctets: readonly number[]): Uint8Array[] {
  const blocks: Uint8Array[] = []
  let seed = category * 1000 + frn
  const dice = (): number => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) >>> 24
  for (let draw = 0; draw < 400 && blocks.length < 6; draw++) {
    const specification = Array.from({ length: Math.ceil(frn / 7) }, (_, i) => (i < Math.ceil(frn / 7) - 1 ? 1 : 0x80 >> ((frn - 1) % 7)))
    const octets = Array.from({ length: 120 }, dice)
    octets[0] = draw % 3 === 0 ? (firstOctets[draw % firstOctets.length] ?? 0) : (octets[0] ?? 0)
    const content = [...specification, ...octets]
    const whole = decodeAsterixBlock(Uint8Array.from([category, 0, content.length + 3, ...content]))
    if (isReject(whole) || !('records' in whole) || whole.records.length === 0) continue
    // The first record ends where a block of it alone is whole.
    for (let length = specification.length + 1; length <= content.length; length++) {
      const bytes = Uint8Array.from([category, 0, length + 3, ...content.slice(0, length)])
      const alone = decodeAsterixBlock(bytes)
      if (isReject(alone) || !('records' in alone) || alone.fault !== undefined || alone.records.length !== 1) continue
      if (!JSON.stringify(alone).includes('"further"')) blocks.push(bytes)
      break
    }
  }
  return blocks
}

for (const { table } of ASTERIX_TABLES.filter(({ table: { category, edition } }) => category !== 129 && edition !== '0.26')) {
  test(`category ${table.category}: every item alone as Wireshark has it`, (t) => {
    if (missing !== undefined) return t.skip(missing)
    const items = table.items.filter(({ key }) => key !== 'sp' && key !== 're')
    const all = items.map((item) => itemBlocks(table.category, item.frn, [1, 2, 0x80, 0x40, 0x20, 0x10, 0x08, 0x04, 0xc0, 0xa0]))
    const dissected = dissect(all.flat())
    let k = 0
    const found: string[] = []
    for (const [i, blocks] of all.entries()) {
      assert.ok(blocks.length > 0, items[i]?.key)
      for (const bytes of blocks) {
        const block = decodeAsterixBlock(bytes)
        assert.ok(!isReject(block))
        found.push(...differences(block, dissected[k++] ?? []).map((each) => `${items[i]?.key}: ${each}`))
      }
    }
    assert.deepEqual(
      found.filter((each) => OTHERWISE[`${table.category} ${each.split(':')[0]}`] === undefined),
      [],
    )
  })
}
