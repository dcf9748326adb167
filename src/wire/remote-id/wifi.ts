import { isReject, reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { addressOf, APPLICATION_CODE } from './carrier.ts'
import type { Proprietary, RadioFrame } from './carrier.ts'
import { hexOf } from './fields.ts'

/**
 * Wi-Fi management frames as monitors record them.
 *
 *   beacon, probe response  vendor element DD, OUI FA:0B:BC, type 0D: a counter, then a pack
 *   action frame of NAN     service descriptor of the service `org.opendroneid.remoteid`: a counter, then a pack
 *
 * Source: IEEE 802.11-2020, 9.3.3 and 9.4.2; radiotap.org; Wi-Fi Aware specification 3.1, 9.5.3; ASTM F3411-22a.
 */
const LINK_WIFI = 105
const LINK_RADIOTAP = 127
export const WIFI_LINK_TYPES: readonly number[] = [LINK_WIFI, LINK_RADIOTAP]

const MANAGEMENT_HEADER_BYTES = 24
const BEACON_FIXED_BYTES = 12
const FCS_BYTES = 4
const REMOTE_ID_OUI = 'fa0bbc'
/** Elements of makers' own, by their OUI. Sources: dissections published with RemoteIDReceiver; the French decree of 27 December 2019. */
const PROPRIETARY: Readonly<Record<string, string>> = { '263712': 'dji-drone-id', '6a5c35': 'french-signalement' }
const NAN_SERVICE_ID = '8869199d9209'

type Air = { readonly from: number; readonly end: number; readonly rssiDbm: number | undefined }

/** undefined: a frame without Remote ID. A frame whose checksum is wrong is declined before anything is read from it. */
export function readWifi(linkType: number, packet: Uint8Array): RadioFrame | Reject | undefined {
  const air = linkType === LINK_RADIOTAP ? readRadiotap(packet) : { from: 0, end: packet.length, rssiDbm: undefined }
  if (isReject(air)) return air
  const { from, end } = air
  if (from + 2 > end) return reject('truncated', packet.length, 'the packet ends inside its frame control')
  const control = packet[from] ?? 0
  const subtype = control >> 4
  const isManagement = (control & 15) === 0
  if (!isManagement || (subtype !== 8 && subtype !== 5 && subtype !== 13)) return undefined
  if (from + MANAGEMENT_HEADER_BYTES > end) return reject('truncated', end, 'the packet ends inside its addresses')
  // A fourth octet of order carries a control field of high throughput before the body.
  const body = from + MANAGEMENT_HEADER_BYTES + ((packet[from + 1] ?? 0) & 0x80 ? 4 : 0)
  const transmitter = addressOf(packet.subarray(from + 10, from + 16))
  if (subtype === 13) return readAction(packet, body, air, transmitter)
  return readBeacon(packet, body + BEACON_FIXED_BYTES, air, transmitter)
}

/** Version, pad, length, then words of flags for the fields that follow; only those up to the signal are looked at. */
function readRadiotap(packet: Uint8Array): Air | Reject {
  if (packet.length < 8 || packet[0] !== 0) return reject('radiotap', 0, 'the packet has no radiotap header')
  const length = half(packet, 2)
  if (length < 8 || length > packet.length)
    return reject('radiotap', 2, `a radiotap header of ${length} bytes in a packet of ${packet.length}`)
  const present = half(packet, 4)
  let at = 8
  for (let word = 4; word + 4 <= length && (packet[word + 3] ?? 0) & 0x80; word += 4) at = word + 8
  let flags = 0
  let rssiDbm: number | undefined
  // Time 8, flags 1, rate 1, channel 2 + 2, hopping 2, signal 1; each aligned to its own size.
  const sizes = [
    [8, 8],
    [1, 1],
    [1, 1],
    [4, 2],
    [2, 2],
    [1, 1],
  ] as const
  for (const [bit, [size, align]] of sizes.entries()) {
    if (((present >> bit) & 1) === 0) continue
    at = Math.ceil(at / align) * align
    if (at + size > length) return reject('radiotap', at, 'the radiotap header ends inside a field')
    const value = packet[at] ?? 0
    if (bit === 1) flags = value
    if (bit === 5) rssiDbm = value > 127 ? value - 256 : value
    at += size
  }
  if (flags & 0x40) return reject('radio-crc', length, "the frame's checksum is wrong")
  const end = flags & 0x10 ? packet.length - FCS_BYTES : packet.length
  return end < length ? reject('truncated', packet.length, 'the packet ends inside its checksum') : { from: length, end, rssiDbm }
}

function readBeacon(packet: Uint8Array, from: number, air: Air, transmitter: string): RadioFrame | Reject | undefined {
  const payloads: { at: number; bytes: Uint8Array }[] = []
  const proprietary: Proprietary[] = []
  let ssid: string | undefined
  let fault: Reject | undefined
  for (let at = from; at + 2 <= air.end;) {
    const id = packet[at]
    const next = at + 2 + (packet[at + 1] ?? 0)
    if (next > air.end) {
      fault = reject('element-length', at, `an element of ${packet[at + 1]} bytes, ${air.end - at - 2} are there`)
      break
    }
    const value = packet.subarray(at + 2, next)
    if (id === 0) ssid = ssidOf(value)
    if (id === 0xdd) {
      const oui = hexOf(value.subarray(0, 3))
      if (oui === REMOTE_ID_OUI && value[3] === APPLICATION_CODE) payloads.push({ at: at + 6, bytes: value.subarray(4) })
      const name = PROPRIETARY[oui]
      if (name !== undefined) proprietary.push({ name, bytesHex: hexOf(value) })
    }
    at = next
  }
  // A capture cut short behind the Remote ID element costs nothing; one that may have cut it away says so.
  if (payloads.length === 0 && proprietary.length === 0) return fault
  return { carrier: 'wifi-beacon', transmitter, rssiDbm: air.rssiDbm, ssid, payloads, proprietary }
}

function ssidOf(value: Uint8Array): string | undefined {
  if (value.every((byte) => byte === 0)) return undefined
  return new TextDecoder('utf-8').decode(value)
}

/** Public action of the Wi-Fi Alliance, type 13 (NAN): attributes of id, 2 bytes length, body. */
function readAction(packet: Uint8Array, from: number, air: Air, transmitter: string): RadioFrame | Reject | undefined {
  const isNan = hexOf(packet.subarray(from, Math.min(from + 6, air.end))) === '0409506f9a13'
  if (!isNan) return undefined
  const payloads: { at: number; bytes: Uint8Array }[] = []
  for (let at = from + 6; at + 3 <= air.end;) {
    const next = at + 3 + half(packet, at + 1)
    if (next > air.end) return reject('nan-length', at, `an attribute of ${half(packet, at + 1)} bytes, ${air.end - at - 3} are there`)
    if (packet[at] === 3) {
      const info = serviceInfo(packet, at + 3, next)
      if (isReject(info)) return info
      if (info !== undefined) payloads.push(info)
    }
    at = next
  }
  if (payloads.length === 0) return undefined
  return { carrier: 'wifi-nan', transmitter, rssiDbm: air.rssiDbm, ssid: undefined, payloads, proprietary: [] }
}

/** Service id 6, instance 1, requestor 1, control 1; then, as control says, bitmap 2, matching filter, response filter, info. */
function serviceInfo(packet: Uint8Array, from: number, end: number): { at: number; bytes: Uint8Array } | Reject | undefined {
  if (from + 9 > end || hexOf(packet.subarray(from, from + 6)) !== NAN_SERVICE_ID) return undefined
  const control = packet[from + 8] ?? 0
  if ((control & 0x10) === 0) return undefined
  let at = from + 9 + (control & 0x40 ? 2 : 0)
  for (const filter of [4, 8]) if (control & filter) at += 1 + (at < end ? (packet[at] ?? 0) : 0)
  if (at >= end) return reject('nan-length', from, 'the service descriptor ends before its info')
  const infoEnd = at + 1 + (packet[at] ?? 0)
  if (infoEnd > end) return reject('nan-length', at, `service info of ${packet[at]} bytes, ${end - at - 1} are there`)
  return { at: at + 1, bytes: packet.subarray(at + 1, infoEnd) }
}

function half(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
}
