import { isReject, reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { BLUETOOTH_LINK_TYPES, readBluetooth } from './bluetooth.ts'
import { APPLICATION_CODE } from './carrier.ts'
import type { Carrier, Proprietary, RadioFrame } from './carrier.ts'
import { whole, newWriter } from './fields.ts'
import { decodePack, encodePack } from './pack.ts'
import type { Pack } from './pack.ts'
import { readWifi, WIFI_LINK_TYPES } from './wifi.ts'

/**
 * What one frame of Remote ID said.
 *
 * counter      counts up with every change of a message on Bluetooth, with every frame on Wi-Fi; undefined: the frame had none
 * proprietary  beacons of makers' own that came in the same radio frame; messages may then be empty
 */
export type RemoteIdReport = Pack & {
  readonly carrier: Carrier
  readonly transmitter: string | undefined
  readonly rssiDbm: number | undefined
  readonly ssid: string | undefined
  readonly counter: number | undefined
  readonly proprietary: readonly Proprietary[] | undefined
}

/** Marks a frame that is a captured packet: this byte, its link type in 2 bytes little-endian, then the packet. */
export const CAPTURED = 0xca
export const CAPTURED_HEADER_BYTES = 3

/** Whether a packet of this link type can carry Remote ID. */
export function carriesRemoteId(linkType: number): boolean {
  return BLUETOOTH_LINK_TYPES.includes(linkType) || WIFI_LINK_TYPES.includes(linkType)
}

/**
 * One frame in any of its forms, told apart by the first byte: a message or a pack (its type and version), the same behind
 * application code 0D and a counter, or a captured packet (CA). undefined: a captured packet that carries no Remote ID.
 */
export function decodeRemoteId(frame: Uint8Array): RemoteIdReport | Reject | undefined {
  if (frame.length === 0) return reject('truncated', 0, 'no bytes')
  if (frame[0] === CAPTURED) return decodeCaptured(frame)
  const counted = frame[0] === APPLICATION_CODE
  if (counted && frame.length < 2) return reject('truncated', 1, 'no message behind the application code')
  const pack = decodePack(frame.subarray(counted ? 2 : 0))
  if (isReject(pack)) return counted ? { ...pack, atByte: pack.atByte + 2 } : pack
  const report = { carrier: 'bytes', transmitter: undefined, rssiDbm: undefined, ssid: undefined, proprietary: undefined } as const
  return { ...report, counter: counted ? frame[1] : undefined, ...pack }
}

function decodeCaptured(frame: Uint8Array): RemoteIdReport | Reject | undefined {
  if (frame.length < CAPTURED_HEADER_BYTES) return reject('truncated', frame.length, 'a captured packet without its link type')
  const linkType = (frame[1] ?? 0) | ((frame[2] ?? 0) << 8)
  const packet = frame.subarray(CAPTURED_HEADER_BYTES)
  if (!carriesRemoteId(linkType)) return reject('link-type', 1, `link type ${linkType} is not read`)
  const radio = BLUETOOTH_LINK_TYPES.includes(linkType) ? readBluetooth(linkType, packet) : readWifi(linkType, packet)
  if (radio === undefined) return undefined
  const report = isReject(radio) ? radio : reportOf(radio)
  return isReject(report) ? { ...report, atByte: report.atByte + CAPTURED_HEADER_BYTES } : report
}

/** Several payloads in one radio frame are not known to happen; the first is read and the others are declined with it. */
function reportOf(radio: RadioFrame): RemoteIdReport | Reject {
  const { payloads, carrier, transmitter, rssiDbm, ssid } = radio
  const proprietary = radio.proprietary.length > 0 ? radio.proprietary : undefined
  const base = { carrier, transmitter, rssiDbm, ssid, proprietary }
  const [payload, second] = payloads
  if (second !== undefined) return reject('several-payloads', second.at, 'one radio frame carries Remote ID once')
  if (payload === undefined) return { ...base, counter: undefined, packVersion: undefined, messages: [] }
  if (payload.bytes.length < 2) return reject('truncated', payload.at, 'no message behind the counter')
  const pack = decodePack(payload.bytes.subarray(1))
  return isReject(pack) ? { ...pack, atByte: payload.at + 1 + pack.atByte } : { ...base, counter: payload.bytes[0], ...pack }
}

/** The first message of a pack that was declined, or the first field with a value the standard does not allow. */
export function faultOfRemoteId(report: RemoteIdReport): Reject | undefined {
  for (const message of report.messages) {
    if (message.kind === 'unread') return message.why
    if ('outOfRange' in message && message.outOfRange !== undefined)
      return reject('field-range', 0, `${message.kind}: ${message.outOfRange.join(', ')} out of range, taken as unknown`)
  }
  return undefined
}

/** The message or pack, behind the application code where the report has a counter; what carried it through the air is not made. */
export function encodeRemoteId(report: RemoteIdReport): Uint8Array | Reject {
  const body = encodePack(report)
  if (isReject(body) || report.counter === undefined) return body
  const writer = newWriter(2 + body.length)
  writer.bytes[0] = APPLICATION_CODE
  writer.bytes[1] = whole(writer, 'counter', report.counter, 0, 255)
  writer.bytes.set(body, 2)
  return writer.faults.length > 0 ? reject('field-range', 0, writer.faults.join('; ')) : writer.bytes
}
