import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, describe, test } from 'node:test'

const main = resolve(import.meta.dirname, '..', 'main.ts')
const fixtures = resolve(import.meta.dirname, '..', '..', '..', 'test', 'fixtures', 'asterix')
const scratch = mkdtempSync(join(tmpdir(), 'marsad-asterix-'))
after(() => rmSync(scratch, { recursive: true }))

function marsad(args: readonly string[], input?: Uint8Array): { code: number | null; out: Buffer; said: string[] } {
  const run = spawnSync(process.execPath, [main, ...args], { input: input ?? Buffer.alloc(0) })
  return {
    code: run.status,
    out: run.stdout,
    said: run.stderr
      .toString()
      .split('\n')
      .filter((line) => line !== ''),
  }
}

const names = globSync('*.hex', { cwd: fixtures })
  .filter((name) => !/v0-26|1-byte|fault/.test(name))
  .sort()
const blocks = names.map((name) => Buffer.from(readFileSync(join(fixtures, name), 'utf8').trim(), 'hex'))
const jsons = names.map((name) => JSON.parse(readFileSync(join(fixtures, name.replace(/hex$/, 'json')), 'utf8')) as unknown)
const raw = Buffer.concat(blocks)

/** All blocks as one datagram in a pcap file of raw IPv4, after a TCP packet. */
function pcap(): Buffer {
  const packet = (protocol: number, payload: Buffer): Buffer => {
    const head = Buffer.alloc(16 + 28)
    head.writeUInt32LE(28 + payload.length, 8)
    head.writeUInt32LE(28 + payload.length, 12)
    head.writeUInt16BE(0x4500, 16)
    head.writeUInt8(protocol, 16 + 9)
    head.writeUInt16BE(8 + payload.length, 16 + 24)
    return Buffer.concat([head, payload])
  }
  return Buffer.concat([
    Buffer.from('d4c3b2a1020004000000000000000000ffff0000e4000000', 'hex'),
    packet(6, Buffer.from('noise')),
    packet(17, raw),
  ])
}

describe('marsad decode and encode --format asterix', () => {
  const lines = (out: Buffer): unknown[] =>
    out
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)

  for (const [what, args, input] of [
    ['raw blocks from standard input', [], raw],
    ['a capture with several blocks in a datagram', [], pcap()],
    ['one datagram a line in hexadecimal', ['--hex'], Buffer.from(`# a comment\n${raw.toString('hex')}\n`)],
  ] as const) {
    test(`${what}, and back to the same bytes`, () => {
      const decoded = marsad(['decode', '-', '--format', 'asterix', ...args], input)
      assert.deepEqual([decoded.code, decoded.said], [0, []])
      assert.deepEqual(lines(decoded.out), jsons)
      const encoded = marsad(['encode', '-', '--format', 'asterix'], decoded.out)
      assert.deepEqual([encoded.code, encoded.said], [0, []])
      assert.equal(encoded.out.toString('hex'), raw.toString('hex'))
    })
  }

  test('the edition is a setting', () => {
    const file = join(scratch, 'old.raw')
    const old = Buffer.from(readFileSync(join(fixtures, 'cat021-v0-26.asterix.hex'), 'utf8').trim(), 'hex')
    writeFileSync(file, old)
    const run = marsad(['decode', file, '--format', 'asterix', '--edition', '021=0.26'])
    assert.equal(run.code, 0)
    assert.deepEqual(lines(run.out), [JSON.parse(readFileSync(join(fixtures, 'cat021-v0-26.asterix.json'), 'utf8'))])
    assert.equal(marsad(['encode', '-', '--format', 'asterix'], run.out).out.toString('hex'), old.toString('hex'))
  })

  test('a fault inside a block is named at its byte, the records before it are printed, and the exit code is 1', () => {
    const faulty = Buffer.from(readFileSync(join(fixtures, 'cat048-fault-in-second.asterix.hex'), 'utf8').trim(), 'hex')
    const run = marsad(['decode', '-', '--format', 'asterix'], Buffer.concat([blocks[0] ?? raw, faulty, blocks[1] ?? raw]))
    assert.equal(run.code, 1)
    assert.equal(lines(run.out).length, 3)
    assert.deepEqual(run.said, [`byte ${(blocks[0]?.length ?? 0) + 12}: truncated: I048/140 goes on past the end of the block`])
    assert.equal(marsad(['encode', '-', '--format', 'asterix'], run.out).code, 0)
  })

  test('wrong usage ends with one line and exit code 2', () => {
    for (const [args, words] of [
      [['decode', '-', '--format', 'asterix', '--edition', '021=3'], /there is no edition 021=3; use one of 015=1.2, 021=2.7, 021=0.26/],
      [['decode', '-', '--format', 'avr', '--edition', '021=2.7'], /format avr has no editions/],
    ] as const) {
      const run = marsad(args)
      assert.deepEqual([run.code, run.said.length], [2, 1])
      assert.match(run.said[0] ?? '', words)
    }
  })

  test('a record that breaks the table is named and left out', () => {
    const run = marsad(
      ['encode', '-', '--format', 'asterix'],
      Buffer.from('{"category":48,"records":[{"i010":{"sac":1,"sic":999}}]}\n{"category":48,"records":[{"i010":{"sac":1,"sic":9}}]}\n'),
    )
    assert.equal(run.code, 1)
    assert.equal(run.out.toString('hex'), '300006800109')
    assert.match(run.said[0] ?? '', /out-of-range: records\[0\]\.i010\.sic is 999; it goes from 0 to 255/)
  })
})
