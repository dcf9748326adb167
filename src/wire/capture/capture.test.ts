import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isReject } from '../../base/reject.ts'
import { createPacketFramer, isCapture } from './packet-framer.ts'
import type { Packet } from './packet-framer.ts'
import { udpPayload } from './udp.ts'

const UDP = '1f9021980010beef' // to port 8600, 16 octets, 8 of them payload
const PAYLOAD = '3000083132333435'
const IPV4 = '45000024000100004011000 07f000001e0000001'.replaceAll(' ', '')
const IPV6 = `6000000000101101${'00'.repeat(15)}01${'ff02'.padEnd(30, '0')}01`
const MACS = '01005e000001020000000001'

function hex(...parts: string[]): Uint8Array {
  return Uint8Array.from(Buffer.from(parts.join(''), 'hex'))
}

function payloadOf(linkType: number, packet: Uint8Array): string {
  const found = udpPayload(linkType, packet)
  if (found === undefined) return 'not UDP'
  return isReject(found) ? found.rejected : `${found.destinationPort} ${Buffer.from(packet.subarray(found.from, found.to)).toString('hex')}`
}

describe('the UDP payload', () => {
  const expected = `8600 ${PAYLOAD}`
  for (const [what, linkType, packet] of [
    ['Ethernet', 1, hex(MACS, '0800', IPV4, UDP, PAYLOAD)],
    ['Ethernet padded to 60 octets', 1, hex(MACS, '0800', IPV4, UDP, PAYLOAD, '00'.repeat(10))],
    ['a VLAN tag', 1, hex(MACS, '8100000a', '0800', IPV4, UDP, PAYLOAD)],
    ['two VLAN tags', 1, hex(MACS, '88a80001', '8100000a', '0800', IPV4, UDP, PAYLOAD)],
    ['IPv6', 1, hex(MACS, '86dd', IPV6, UDP, PAYLOAD)],
    ['IPv6 with a hop-by-hop header', 1, hex(MACS, '86dd', IPV6.replace('101101', '180001'), '1100000000000000', UDP, PAYLOAD)],
    ['Linux "any"', 113, hex('000000010006', '0000000000000000', '0800', IPV4, UDP, PAYLOAD)],
    ['Linux "any" version 2', 276, hex('0800', '00'.repeat(18), IPV4, UDP, PAYLOAD)],
    ['loopback', 0, hex('02000000', IPV4, UDP, PAYLOAD)],
    ['raw IPv4', 101, hex(IPV4, UDP, PAYLOAD)],
    ['raw IPv6', 101, hex(IPV6, UDP, PAYLOAD)],
    ['IPv4 with options', 228, hex(IPV4.replace('45', '46').replace('0024', '0028').padEnd(40, '0'), '01010101', UDP, PAYLOAD)],
  ] as const) {
    test(what, () => assert.equal(payloadOf(linkType, packet), expected))
  }

  test('what is not UDP is passed over, what cannot be read is declined', () => {
    assert.equal(payloadOf(1, hex(MACS, '0806', '00'.repeat(28))), 'not UDP')
    assert.equal(payloadOf(1, hex(MACS, '0800', IPV4.replace('4011', '4006'), UDP, PAYLOAD)), 'not UDP')
    assert.equal(payloadOf(1, hex(MACS, '0800', IPV4.replace('00010000', '00012000'), UDP, PAYLOAD)), 'ip-fragment')
    assert.equal(payloadOf(1, hex(MACS, '0800', IPV4, UDP, PAYLOAD.slice(2))), 'truncated')
    assert.equal(payloadOf(1, hex(MACS, '0800', IPV4, '1f9021980007beef')), 'udp-length')
    assert.equal(payloadOf(127, hex('00')), 'link-type')
  })

  test('no packet of any octets reaches outside itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 101, 113, 228, 229, 276), fc.uint8Array({ maxLength: 100 }), (linkType, packet) => {
        const found = udpPayload(linkType, packet)
        if (found === undefined) return
        if (isReject(found)) assert.ok(found.atByte >= 0)
        else assert.ok(found.from <= found.to && found.to <= packet.length)
      }),
    )
  })
})

/** A capture of two packets, `0102` and `030405`, in each form. */
const word = (value: number, little: boolean): string => {
  const bytes = Buffer.alloc(4)
  if (little) bytes.writeUInt32LE(value)
  else bytes.writeUInt32BE(value)
  return bytes.toString('hex')
}
const half = (value: number, little: boolean): string => (little ? word(value, true).slice(0, 4) : word(value, false).slice(4))

function pcap(little: boolean, magic: number): Uint8Array {
  const packet = (bytes: string): string => word(7, little) + word(0, little) + word(bytes.length / 2, little) + word(99, little) + bytes
  return hex(
    word(magic, little),
    half(2, little),
    half(4, little),
    word(0, little).repeat(2),
    word(65535, little),
    word(113, little),
    packet('0102'),
    packet('030405'),
  )
}

function pcapng(little: boolean): Uint8Array {
  const block = (type: number, body: string): string => {
    const padded = body.padEnd(Math.ceil(body.length / 8) * 8, '0')
    const length = word(12 + padded.length / 2, little)
    return word(type, little) + length + padded + length
  }
  const section = block(0x0a0d0d0a, word(0x1a2b3c4d, little) + half(1, little) + half(0, little) + 'ff'.repeat(8))
  const port = (linkType: number): string => block(1, half(linkType, little) + half(0, little) + word(65535, little))
  const enhanced = block(6, word(1, little) + word(0, little).repeat(2) + word(2, little) + word(2, little) + '0102')
  const simple = block(3, word(3, little) + '030405')
  return hex(section, port(113), port(113), block(5, '00000000'), enhanced, simple)
}

function drain(chunks: readonly Uint8Array[]): string[] {
  const framer = createPacketFramer({ maxFrameBytes: 1000 })
  const out: string[] = []
  const take = (piece: Packet | { rejected: string }): unknown =>
    out.push('rejected' in piece ? piece.rejected : `${piece.linkType} ${Buffer.from(piece.bytes).toString('hex')}`)
  for (const chunk of chunks) {
    framer.push(chunk)
    for (let piece = framer.next(); piece !== undefined; piece = framer.next()) take(piece)
  }
  const last = framer.end()
  if (last !== undefined) take(last)
  return out
}

describe('captures', () => {
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['pcap, microseconds, little-endian', pcap(true, 0xa1b2c3d4)],
    ['pcap, microseconds, big-endian', pcap(false, 0xa1b2c3d4)],
    ['pcap, nanoseconds', pcap(true, 0xa1b23c4d)],
    ['pcapng, little-endian', pcapng(true)],
    ['pcapng, big-endian', pcapng(false)],
  ]
  for (const [what, file] of files) {
    test(`${what}: the packets come out however the file is cut`, () => {
      assert.ok(isCapture(file))
      fc.assert(
        fc.property(fc.array(fc.nat(file.length), { maxLength: 20 }), (places) => {
          const at = [0, ...places.toSorted((a, b) => a - b), file.length]
          assert.deepEqual(drain(at.slice(1).map((end, i) => file.subarray(at[i], end))), ['113 0102', '113 030405'])
        }),
      )
    })

    test(`${what}: cut or damaged anywhere it ends in packets and rejects`, () => {
      for (let length = 1; length < file.length; length++) {
        const found = drain([file.subarray(0, length)])
        assert.ok(found.length <= 2 && found.every((each) => /^(113 \d+|truncated)$/.test(each)), found.join())
      }
      for (let bit = 0; bit < file.length * 8; bit++) {
        const damaged = file.slice()
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        assert.ok(drain([damaged]).length <= 3)
      }
    })
  }

  test('what is no capture, or holds a packet over the limit, is named', () => {
    assert.equal(isCapture(hex('300008')), false)
    assert.deepEqual(drain([hex('3000080000000000')]), ['not-a-capture'])
    assert.deepEqual(drain([Buffer.concat([pcap(true, 0xa1b2c3d4).subarray(0, 32), hex('ffff0000', '00'.repeat(4))])]), [
      'length-over-limit',
    ])
  })
})
