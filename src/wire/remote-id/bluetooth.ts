import { isReject, reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { addressOf, APPLICATION_CODE } from './carrier.ts'
import type { Carrier, RadioFrame } from './carrier.ts'

/**
 * Bluetooth Low Energy advertising as sniffers and hosts record it.
 *
 * Remote ID is service data (AD type 16) of the 16-bit UUID FFFA: application code 0D, a counter, then one message in a
 * legacy advertisement (1M), a pack in an extended one (coded PHY, long range).
 *
 * Source: Bluetooth Core 5.4, vol. 6 part B and vol. 4 part E; link types as registered with tcpdump.org; the nRF Sniffer's header
 * as in its user guide; ASTM F3411-22a for the service data.
 */
const LINK_HCI_H4 = 187
const LINK_HCI_H4_DIRECTION = 201
const LINK_LE = 251
const LINK_LE_PHDR = 256
const LINK_NORDIC = 272
export const BLUETOOTH_LINK_TYPES: readonly number[] = [LINK_HCI_H4, LINK_HCI_H4_DIRECTION, LINK_LE, LINK_LE_PHDR, LINK_NORDIC]

const ADVERTISING_ACCESS_ADDRESS = 0x8e89bed6
const CRC_BYTES = 3

/** The radio's part of an advertisement, without what the sniffer put before it. coded: a coding indicator follows the access address. */
type Air = { readonly from: number; readonly coded: boolean; readonly rssiDbm: number | undefined; readonly crcOk: boolean | undefined }

/** undefined: not an advertisement with Remote ID. A frame whose checksum is wrong is declined before anything is read from it. */
export function readBluetooth(linkType: number, packet: Uint8Array): RadioFrame | Reject | undefined {
  if (linkType === LINK_HCI_H4) return readHci(packet, 0)
  if (linkType === LINK_HCI_H4_DIRECTION) return readHci(packet, 4)
  const air = airOf(linkType, packet)
  return air === undefined || isReject(air) ? air : readAir(packet, air)
}

function airOf(linkType: number, packet: Uint8Array): Air | Reject | undefined {
  if (linkType === LINK_LE) return { from: 0, coded: false, rssiDbm: undefined, crcOk: undefined }
  if (linkType === LINK_LE_PHDR) {
    if (packet.length < 10) return reject('truncated', packet.length, 'the packet ends inside its radio header')
    const flags = (packet[8] ?? 0) | ((packet[9] ?? 0) << 8)
    return {
      from: 10,
      coded: flags >> 14 === 2,
      rssiDbm: flags & 2 ? signed(packet[1] ?? 0) : undefined,
      crcOk: flags & 0x400 ? (flags & 0x800) !== 0 : undefined,
    }
  }
  // nRF Sniffer: board, 6 bytes of its own header, then at 7 the length of the radio header, at 8 flags, at 10 -dBm.
  if (packet.length < 17) return reject('truncated', packet.length, "the packet ends inside the sniffer's header")
  if (packet[3] === undefined || packet[3] < 2)
    return reject('sniffer-version', 3, `version ${packet[3]} of the sniffer's header is not read`)
  const isAdvertising = packet[6] === 2 || packet[6] === 6
  if (!isAdvertising) return undefined
  const flags = packet[8] ?? 0
  return { from: 8 + (packet[7] ?? 0) - 1, coded: ((flags >> 4) & 7) === 2, rssiDbm: 0 - (packet[10] ?? 0), crcOk: (flags & 1) === 1 }
}

/** Access address 4, coding indicator 1 where coded, header 2, payload, checksum 3. */
function readAir(packet: Uint8Array, air: Air): RadioFrame | Reject | undefined {
  if (air.crcOk === false) return reject('radio-crc', air.from, "the frame's checksum is wrong")
  const header = air.from + 4 + (air.coded ? 1 : 0)
  if (header + 2 > packet.length) return reject('truncated', packet.length, 'the advertisement ends inside its header')
  const access = new DataView(packet.buffer, packet.byteOffset).getUint32(air.from, true)
  if (access !== ADVERTISING_ACCESS_ADDRESS) return undefined
  const end = header + 2 + (packet[header + 1] ?? 0)
  if (end + CRC_BYTES > packet.length)
    return reject('truncated', packet.length, `the advertisement has ${end + CRC_BYTES - air.from} bytes`)
  if (!crcHolds(packet.subarray(header, end), packet.subarray(end, end + CRC_BYTES)))
    return reject('radio-crc', end, "the frame's checksum is wrong")
  const type = (packet[header] ?? 0) & 15
  const legacy = type === 0 || type === 2 || type === 6 || type === 4 // ADV_IND, NONCONN_IND, SCAN_IND, SCAN_RSP
  if (legacy) {
    if (end < header + 8) return reject('truncated', end, 'the advertisement ends inside its address')
    return frameOf('bluetooth-legacy', packet, header + 2, header + 8, end, air.rssiDbm)
  }
  return type === 7 ? readExtended(packet, header + 2, end, air.rssiDbm) : undefined
}

/** Extended advertising: length of the extended header with 2 mode bits, flags, then the fields they announce; data behind it. */
function readExtended(packet: Uint8Array, from: number, end: number, rssiDbm: number | undefined): RadioFrame | Reject | undefined {
  const length = (packet[from] ?? 0) & 63
  const data = from + 1 + length
  if (data > end) return reject('truncated', end, 'the advertisement ends inside its extended header')
  const hasAddress = length >= 7 && ((packet[from + 1] ?? 0) & 1) === 1
  return frameOf('bluetooth-extended', packet, hasAddress ? from + 2 : undefined, data, end, rssiDbm)
}

function frameOf(
  carrier: Carrier,
  packet: Uint8Array,
  addressAt: number | undefined,
  from: number,
  end: number,
  rssiDbm: number | undefined,
): RadioFrame | Reject | undefined {
  const payloads: { at: number; bytes: Uint8Array }[] = []
  for (let at = from; at < end;) {
    const length = packet[at] ?? 0
    if (length === 0) break // early end of the data
    const next = at + 1 + length
    if (next > end) return reject('ad-length', at, `a structure of ${length} bytes, ${end - at - 1} are there`)
    const isRemoteId =
      length >= 5 && packet[at + 1] === 0x16 && packet[at + 2] === 0xfa && packet[at + 3] === 0xff && packet[at + 4] === APPLICATION_CODE
    if (isRemoteId) payloads.push({ at: at + 5, bytes: packet.subarray(at + 5, next) })
    at = next
  }
  if (payloads.length === 0) return undefined
  const transmitter = addressAt === undefined ? undefined : addressOf(packet.slice(addressAt, addressAt + 6).reverse())
  return { carrier, transmitter, rssiDbm, ssid: undefined, payloads, proprietary: [] }
}

/** HCI event 3E, subevent 02 (one report is read, as controllers send them) or 0D (extended). */
function readHci(packet: Uint8Array, from: number): RadioFrame | Reject | undefined {
  const event = packet.subarray(from)
  if (event[0] !== 4 || event[1] !== 0x3e || event[4] !== 1) return undefined
  const legacy = event[3] === 0x02
  if (!legacy && event[3] !== 0x0d) return undefined
  const head = legacy ? { address: 7, length: 13 } : { address: 8, length: 28 }
  if (event.length <= head.length) return reject('truncated', packet.length, 'the report ends inside its header')
  const data = head.length + 1
  const end = data + (event[head.length] ?? 0)
  if (end > event.length) return reject('truncated', packet.length, 'the report ends inside its data')
  // The signal stands behind the data, or in the header of an extended report; 127 is "not measured".
  const level = legacy ? event[end] : event[18]
  const rssiDbm = level === undefined || level === 127 ? undefined : signed(level)
  const isLegacyPdu = legacy || ((event[5] ?? 0) & 16) !== 0
  return frameOf(isLegacyPdu ? 'bluetooth-legacy' : 'bluetooth-extended', event, head.address, data, end, rssiDbm)
}

function signed(byte: number): number {
  return byte > 127 ? byte - 256 : byte
}

/** CRC-24 of advertising, x^24+x^10+x^9+x^6+x^4+x^3+x+1, preset 555555, bits as they are sent (least significant first). */
function crcHolds(body: Uint8Array, sent: Uint8Array): boolean {
  let crc = 0xaaaaaa // 555555, mirrored: the register runs with its first bit lowest
  for (const byte of body) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xda6000 : crc >>> 1
  }
  return crc === ((sent[0] ?? 0) | ((sent[1] ?? 0) << 8) | ((sent[2] ?? 0) << 16))
}
