import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, test } from 'node:test'
import { sharedData } from '../../../test/shared-data.ts'

const main = resolve(import.meta.dirname, '..', 'main.ts')
const fixtures = resolve(import.meta.dirname, '..', '..', '..', 'test', 'fixtures')

type Run = { readonly code: number | null; readonly out: Buffer; readonly said: string[] }

function marsad(args: readonly string[], input: string | Uint8Array = ''): Run {
  const run = spawnSync(process.execPath, [main, ...args], { input, maxBuffer: 1 << 28 })
  return {
    code: run.status,
    out: run.stdout,
    said: run.stderr
      .toString()
      .split('\n')
      .filter((line) => line !== ''),
  }
}
const records = (run: Run): { readonly [name: string]: unknown }[] =>
  run.out
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly [name: string]: unknown })

describe('marsad decode and encode --format remote-id, rid-json, mavlink', () => {
  test('a Bluetooth capture: 244 frames; 30 with a wrong checksum are named with their offset, exit code 1', (t) => {
    const capture = sharedData('remote-id', 'odid_bt5_lr_sample.pcapng')
    if (capture === undefined) return t.skip('needs ../shared/data')
    const run = marsad(['decode', capture, '--format', 'remote-id'])
    assert.deepEqual([run.code, records(run).length, run.said.length], [1, 244, 30])
    assert.ok(run.said.every((line) => /^byte \d+: radio-crc: /.test(line)))
    const piped = marsad(['decode', '-', '--format', 'remote-id'], readFileSync(capture))
    assert.deepEqual(piped.out, run.out)
  })

  test('fixtures in hexadecimal, one a line, decode as their JSON says', () => {
    for (const [format, folder, suffix] of [
      ['remote-id', 'remote-id', 'remote-id'],
      ['rid-json', 'remote-id', 'rid-json'],
      ['mavlink', 'mavlink', 'mavlink'],
    ] as const) {
      const names = globSync(`*.${suffix}.hex`, { cwd: join(fixtures, folder) }).sort()
      const run = marsad(
        ['decode', '-', '--hex', '--format', format],
        names.map((name) => readFileSync(join(fixtures, folder, name), 'utf8')).join(''),
      )
      const expected = names
        .map((name) => JSON.parse(readFileSync(join(fixtures, folder, name.replace(/hex$/, 'json')), 'utf8')) as Record<string, unknown>)
        .filter((json) => !('rejected' in json))
      assert.deepEqual(records(run), expected, format)
    }
  })

  test('what was decoded encodes to the same stream', () => {
    const raw = globSync('*.remote-id.hex', { cwd: join(fixtures, 'remote-id') })
      .sort()
      .map((name) => readFileSync(join(fixtures, 'remote-id', name), 'utf8').trim())
      .filter((hex) => !hex.startsWith('ca'))
    const stream = Buffer.from(raw.join(''), 'hex')
    const decoded = marsad(['decode', '-', '--format', 'remote-id'], stream)
    assert.equal(records(decoded).length, raw.length)
    assert.deepEqual(marsad(['encode', '-', '--format', 'remote-id'], decoded.out).out, stream)
  })

  test('a telemetry log of 23,894 packets goes out and comes back byte for byte', (t) => {
    const log = sharedData('mavlink', 'vtol.tlog')
    if (log === undefined) return t.skip('needs ../shared/data')
    const decoded = marsad(['decode', log, '--format', 'mavlink'])
    assert.deepEqual([decoded.code, records(decoded).length], [0, 23_894])
    const encoded = marsad(['encode', '-', '--format', 'mavlink'], decoded.out)
    assert.equal(encoded.code, 0)
    assert.ok(encoded.out.equals(readFileSync(log)))
  })

  test('a frame that does not count in UDP in a capture is told of, and the next is read', () => {
    const frame = Buffer.from(readFileSync(join(fixtures, 'mavlink', 'attitude.mavlink.hex'), 'utf8').trim(), 'hex')
    const damaged = Buffer.from(frame)
    damaged[12] = (damaged[12] ?? 0) ^ 1
    const run = marsad(['decode', '-', '--format', 'mavlink'], pcap([frame, damaged, Buffer.concat([frame, frame])]))
    assert.deepEqual([run.code, records(run).length, run.said.length], [1, 3, 1])
    assert.match(run.said[0] ?? '', /^byte \d+: mavlink-crc: /)
  })

  test('a record that is none, and one out of range, are named and left out', () => {
    const run = marsad(
      ['encode', '-', '--format', 'remote-id'],
      '{"a":1}\n{"messages":[{"kind":"self-id","version":2,"textType":"text","text":"far too long for a message"}]}\n',
    )
    assert.deepEqual([run.code, run.out.length, run.said.length], [1, 0, 2])
    assert.match(run.said[1] ?? '', /field-range: text is printable text of at most 23 bytes/)
  })
})

/** A capture of IP without a link header: UDP to port 14550. */
function pcap(datagrams: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(24)
  head.writeUInt32LE(0xa1b2c3d4, 0)
  head.writeUInt32LE(65_535, 16)
  head.writeUInt32LE(101, 20)
  const packets = datagrams.flatMap((datagram) => {
    const packet = Buffer.alloc(28)
    packet.writeUInt8(0x45, 0)
    packet.writeUInt16BE(28 + datagram.length, 2)
    packet.writeUInt8(17, 9)
    packet.writeUInt16BE(14_550, 22)
    packet.writeUInt16BE(8 + datagram.length, 24)
    const record = Buffer.alloc(16)
    record.writeUInt32LE(28 + datagram.length, 8)
    record.writeUInt32LE(28 + datagram.length, 12)
    return [record, packet, datagram]
  })
  return Buffer.concat([head, ...packets])
}
