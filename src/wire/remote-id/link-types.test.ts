import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, test } from 'node:test'
import { isReject } from '../../base/reject.ts'
import { decodeRemoteId } from './report.ts'
import type { RemoteIdReport } from './report.ts'

/** The same advertisement and the same beacon under every link type that carries them. */

const folder = resolve(import.meta.dirname, '..', '..', '..', 'test', 'fixtures', 'remote-id')
const fixture = (name: string): Uint8Array =>
  Uint8Array.from(Buffer.from(readFileSync(resolve(folder, `${name}.remote-id.hex`), 'utf8').trim(), 'hex'))
const captured = (linkType: number, ...parts: (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from([0xca, linkType & 0xff, linkType >> 8, ...parts.flatMap((part) => [...part])])
const read = (frame: Uint8Array): RemoteIdReport => {
  const report = decodeRemoteId(frame)
  assert.ok(report !== undefined && !isReject(report), JSON.stringify(report))
  return report
}

/** The checksum of advertising bit by bit as the specification draws it: a register of 24, most significant first. */
function slowCrc(body: Uint8Array): number[] {
  let register: number[] = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 1 : 0)) // position 0 is the least significant of 555555
  for (const byte of body)
    for (let bit = 0; bit < 8; bit++) {
      const feedback = (register[23] ?? 0) ^ ((byte >> bit) & 1)
      register = register.map((_, i) => (i === 0 ? feedback : (register[i - 1] ?? 0) ^ ([1, 3, 4, 6, 9, 10].includes(i) ? feedback : 0)))
    }
  // Sent from position 23 down, each octet filled from its least significant bit.
  const sent = register.toReversed()
  return [0, 8, 16].map((from) => sent.slice(from, from + 8).reduce((octet, bit, i) => octet | (bit << i), 0))
}

describe('Bluetooth link types', () => {
  const nordic = fixture('bluetooth-pack')
  const expected = read(nordic)
  const accessAddress = nordic.subarray(20, 24)
  const pdu = nordic.subarray(25) // header, payload, checksum; a coding indicator stands before it
  const serviceData = ((): Uint8Array => {
    const at = Buffer.from(nordic).indexOf(Buffer.from([0x16, 0xfa, 0xff, 0x0d])) - 1
    return nordic.subarray(at, at + 1 + (nordic[at] ?? 0))
  })()
  const { carrier: _, transmitter: __, rssiDbm: ___, ...content } = expected

  const same = (frame: Uint8Array, carrier: string, transmitter: string | undefined, rssiDbm: number | undefined): void => {
    assert.deepEqual(JSON.parse(JSON.stringify(read(frame))), JSON.parse(JSON.stringify({ ...content, carrier, transmitter, rssiDbm })))
  }

  test('the checksum of the capture is that of a slow twin', () => {
    assert.deepEqual([...pdu.subarray(-3)], slowCrc(pdu.subarray(0, -3)))
  })

  test('link layer 251, with radio header 256 uncoded and coded', () => {
    same(captured(251, accessAddress, pdu), 'bluetooth-extended', expected.transmitter, undefined)
    const head = (flags: number): number[] => [37, 0xb0, 0, 0, 0, 0, 0, 0, flags & 0xff, flags >> 8]
    same(captured(256, head(0x0c02), accessAddress, pdu), 'bluetooth-extended', expected.transmitter, -80)
    same(captured(256, head(0x8c00), accessAddress, [0], pdu), 'bluetooth-extended', expected.transmitter, undefined)
    const wrong = decodeRemoteId(captured(256, head(0x0402), accessAddress, pdu))
    assert.ok(wrong !== undefined && isReject(wrong) && wrong.rejected === 'radio-crc')
  })

  test('a legacy advertisement with one message', () => {
    const message = [0x1e, 0x16, 0xfa, 0xff, 0x0d, 9, ...fixture('location-fast')]
    const body = Uint8Array.from([0x42, 6 + message.length, 1, 2, 3, 4, 5, 6, ...message])
    const report = read(captured(251, accessAddress, body, slowCrc(body)))
    assert.deepEqual(
      [report.carrier, report.transmitter, report.counter, report.messages[0]?.kind],
      ['bluetooth-legacy', '06:05:04:03:02:01', 9, 'location'],
    )
    const flipped = body.slice()
    flipped[20] = (flipped[20] ?? 0) ^ 1
    const wrong = decodeRemoteId(captured(251, accessAddress, flipped, slowCrc(body)))
    assert.ok(wrong !== undefined && isReject(wrong) && wrong.rejected === 'radio-crc')
  })

  test('reports of a host, HCI with and without direction', () => {
    const address = [0x11, 0x22, 0x33, 0x44, 0x55, 0x66]
    const extended = [
      4,
      0x3e,
      26 + serviceData.length,
      0x0d,
      1,
      0,
      0,
      1,
      ...address,
      3,
      0,
      1,
      0x7f,
      0xc4,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      serviceData.length,
    ]
    assert.equal(extended.length, 29)
    const plain = { ...content, paddingBytes: undefined }
    for (const frame of [captured(187, extended, serviceData), captured(201, [0, 0, 0, 1], extended, serviceData)]) {
      const { carrier, transmitter, rssiDbm, ...rest } = read(frame)
      assert.deepEqual([carrier, transmitter, rssiDbm], ['bluetooth-extended', '66:55:44:33:22:11', -60])
      assert.deepEqual(JSON.parse(JSON.stringify({ ...rest, paddingBytes: undefined })), JSON.parse(JSON.stringify(plain)))
    }
    const message = [0x1e, 0x16, 0xfa, 0xff, 0x0d, 9, ...fixture('location-fast')]
    const legacy = read(captured(187, [4, 0x3e, 43, 2, 1, 3, 1, ...address, message.length], message, [0xba]))
    assert.deepEqual([legacy.carrier, legacy.rssiDbm, legacy.transmitter], ['bluetooth-legacy', -70, '66:55:44:33:22:11'])
  })

  test('other advertisements are nothing of ours', () => {
    const body = Uint8Array.from([0x40, 9, 1, 2, 3, 4, 5, 6, 2, 1, 6])
    assert.equal(decodeRemoteId(captured(251, accessAddress, body, slowCrc(body))), undefined)
  })
})

describe('Wi-Fi link types', () => {
  const radiotap = fixture('wifi-beacon')
  const expected = read(radiotap)
  const air = radiotap.subarray(3 + (radiotap[5] ?? 0))

  test('without radiotap 105, with more words of flags, with a checksum said wrong', () => {
    const { rssiDbm: _, ...rest } = expected
    assert.deepEqual(JSON.parse(JSON.stringify(read(captured(105, air)))), JSON.parse(JSON.stringify(rest)))
    // Flags, rate, channel, signal behind a second word of flags, so that the fields begin at 12.
    const head = [0, 0, 20, 0, 0x2e, 0, 0, 0x80, 0, 0, 0, 0, 0, 2, 0x6c, 9, 0xa0, 0, 0xdf, 0]
    assert.deepEqual(read(captured(127, head, air)), expected)
    const wrong = decodeRemoteId(captured(127, head.with(12, 0x40), air))
    assert.ok(wrong !== undefined && isReject(wrong) && wrong.rejected === 'radio-crc')
  })

  test('an unread link type is declined', () => {
    const other = decodeRemoteId(captured(1, air))
    assert.ok(other !== undefined && isReject(other) && other.rejected === 'link-type')
  })
})
