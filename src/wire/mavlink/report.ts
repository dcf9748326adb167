import { isReject, reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { bytesOfHex, hexOf } from '../remote-id/fields.ts'
import { messageNameOf, crcExtraOf, x25, x25Step } from './checksum.ts'
import * as droneId from './drone-id-tables.ts'
import { checkFrame, headOf, MAGIC_1, MAGIC_2, SIGNATURE_BYTES, SIGNED_FLAG } from './frame.ts'
import { STAMP_BYTES } from './framing.ts'
import { planOf, readPayload, writePayload } from './payload.ts'
import type { PayloadFields } from './payload.ts'
import type { FieldsOf, MessageTable } from './table.ts'
import * as telemetry from './telemetry-tables.ts'

const ALL = { ...telemetry, ...droneId }
type Tables = typeof ALL
/** Messages whose fields are read; all others stay bytes with their id. */
export const MAVLINK_TABLES: readonly MessageTable[] = Object.values(ALL)
const BY_ID: ReadonlyMap<number, MessageTable> = new Map(MAVLINK_TABLES.map((table) => [table.id, table]))

/**
 * What frames of every message have.
 *
 * stampUs        of a telemetry log: when its receiver had it, microseconds since 1970
 * payloadBytes   length as sent, where it is not what cutting trailing zeros gives
 * crcExtra       of messages that no definition names: the byte that makes the checksum right, so only 8 of its bits prove anything
 * remainderHex   bits of the payload that no field accounts for, as a mask over it
 */
export type MavlinkFrame = {
  readonly protocol: 1 | 2
  readonly sequence: number
  readonly systemId: number
  readonly componentId: number
  readonly messageId: number
  readonly stampUs?: number | undefined
  readonly compatFlags?: number | undefined
  readonly payloadBytes?: number | undefined
  readonly crcExtra?: number | undefined
  readonly outOfRange?: readonly string[] | undefined
  readonly remainderHex?: string | undefined
  readonly signature?: MavlinkSignature | undefined
}
/** stamp: units of 10 us since 2015-01-01; bytesHex: the first 48 bits of the keyed hash. */
export type MavlinkSignature = { readonly linkId: number; readonly stamp: number; readonly bytesHex: string }

export type TypedMessage = {
  readonly [Name in keyof Tables]: { readonly name: Name; readonly fields: FieldsOf<Tables[Name]> }
}[keyof Tables]
/** name: undefined where no definition has the id. */
export type OtherMessage = { readonly name: string | undefined; readonly fields?: undefined; readonly payloadHex: string }
export type MavlinkReport = MavlinkFrame & (TypedMessage | OtherMessage)

/** One frame, with or without the stamp of a telemetry log. */
export function decodeMavlink(frame: Uint8Array): MavlinkReport | Reject {
  const stamped = frame[0] === 0
  const at = stamped ? STAMP_BYTES : 0
  const magic = frame[at]
  if (magic !== MAGIC_2 && magic !== MAGIC_1) return reject('mavlink-magic', Math.min(at, frame.length), 'a frame begins with FD or FE')
  const head = headOf(frame, at)
  if (head === undefined || at + head.bytes > frame.length) return reject('truncated', frame.length, 'the frame ends early')
  if (at + head.bytes < frame.length)
    return reject('mavlink-length', at + head.bytes, `${frame.length - at - head.bytes} bytes behind the frame`)
  const checked = checkFrame(frame, at, head)
  if (isReject(checked)) return { ...checked, atByte: checked.atByte + at }
  const version2 = head.protocol === 2
  const incompat = version2 ? (frame[at + 2] ?? 0) : 0
  if ((incompat & ~SIGNED_FLAG) !== 0) return reject('mavlink-flags', at + 2, `incompatible flags ${incompat}: only 1, signed, is known`)
  const stampUs = stamped ? stampOf(frame) : undefined
  if (stamped && stampUs === undefined) return reject('mavlink-stamp', 0, 'no time of this age')
  const from = at + (version2 ? 4 : 2)
  const message = messageOf(head.messageId, head.protocol, frame.subarray(at + head.payloadFrom, at + head.payloadTo))
  return {
    protocol: head.protocol,
    sequence: frame[from] ?? 0,
    systemId: frame[from + 1] ?? 0,
    componentId: frame[from + 2] ?? 0,
    messageId: head.messageId,
    ...(stampUs === undefined ? {} : { stampUs }),
    ...(version2 && frame[at + 3] !== 0 ? { compatFlags: frame[at + 3] } : {}),
    ...(checked.known ? {} : { crcExtra: checked.crcExtra }),
    ...(head.signed ? { signature: signatureOf(frame.subarray(at + head.payloadTo + 2)) } : {}),
    ...message,
  }
}

type Message = (TypedMessage | OtherMessage) & Pick<MavlinkFrame, 'payloadBytes' | 'outOfRange' | 'remainderHex'>

function messageOf(id: number, protocol: 1 | 2, sent: Uint8Array): Message {
  const table = BY_ID.get(id)
  if (table === undefined) return { name: messageNameOf(id), payloadHex: hexOf(sent) }
  const plan = planOf(table)
  const whole = new Uint8Array(Math.max(plan.bytes, sent.length))
  whole.set(sent)
  const outOfRange: string[] = []
  // Version 1 has no extensions; version 2 may have cut them as zeros.
  const fields = readPayload(table, protocol === 1 ? whole.subarray(0, plan.baseBytes) : whole, outOfRange)
  const again = new Uint8Array(whole.length)
  writePayload(table, fields, again, [])
  const differs = again.some((byte, i) => byte !== whole[i])
  const remainder = again.map((byte, i) => byte ^ (whole[i] ?? 0))
  const usual = usualBytes(whole, protocol, plan.baseBytes)
  return {
    name: table.name,
    fields,
    ...(sent.length === usual ? {} : { payloadBytes: sent.length }),
    ...(outOfRange.length > 0 ? { outOfRange } : {}),
    ...(differs ? { remainderHex: hexOf(remainder) } : {}),
  } as unknown as Message // the table of this id made the fields
}

/** Version 1 sends all fields but extensions; version 2 cuts trailing zeros, never the first byte. */
function usualBytes(whole: Uint8Array, protocol: 1 | 2, baseBytes: number): number {
  if (protocol === 1) return baseBytes
  return Math.max(1, whole.findLastIndex((byte) => byte !== 0) + 1)
}

function stampOf(frame: Uint8Array): number | undefined {
  let stamp = 0
  for (let i = 0; i < STAMP_BYTES; i++) stamp = stamp * 256 + (frame[i] ?? 0)
  return Number.isSafeInteger(stamp) ? stamp : undefined
}

function signatureOf(bytes: Uint8Array): MavlinkSignature {
  let stamp = 0
  for (let i = 6; i >= 1; i--) stamp = stamp * 256 + (bytes[i] ?? 0)
  return { linkId: bytes[0] ?? 0, stamp, bytesHex: hexOf(bytes.subarray(7)) }
}

/**
 * The bytes of a frame, for simulators and tests: Marsad sends none of them to a drone. A signature is written as the record has it.
 */
export function encodeMavlink(report: MavlinkReport): Uint8Array | Reject {
  const faults: string[] = []
  const payload = payloadOf(report, faults)
  const byte = (name: string, value: unknown, max = 0xff): number => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max) return value
    faults.push(`${name} is a whole number from 0 to ${max}`)
    return 0
  }
  const version2 = report.protocol === 2
  if (!version2 && report.protocol !== 1) faults.push('protocol is 1 or 2')
  const id = byte('messageId', report.messageId, version2 ? 0xffffff : 0xff)
  const extra = crcExtraOf(id) ?? report.crcExtra
  if (extra === undefined) faults.push(`no definition has message ${id}: the record needs its crcExtra`)
  if (payload.length > 255) faults.push('a payload has at most 255 bytes')
  const addresses = [byte('sequence', report.sequence), byte('systemId', report.systemId), byte('componentId', report.componentId)]
  const flags = [report.signature === undefined ? 0 : SIGNED_FLAG, byte('compatFlags', report.compatFlags ?? 0)]
  const ids = version2 ? [id & 0xff, (id >> 8) & 0xff, id >> 16] : [id]
  const body = [...(version2 ? [MAGIC_2, payload.length, ...flags] : [MAGIC_1, payload.length]), ...addresses, ...ids, ...payload]
  const crc = x25Step(x25(Uint8Array.from(body), 1, body.length), extra ?? 0)
  const signature = report.signature === undefined ? [] : signatureBytes(report.signature, faults)
  const stamp = report.stampUs === undefined ? [] : bigEndian(byte('stampUs', report.stampUs, Number.MAX_SAFE_INTEGER), STAMP_BYTES)
  if (faults.length > 0) return reject('field-range', 0, faults.join('; '))
  return Uint8Array.from([...stamp, ...body, crc & 0xff, crc >> 8, ...signature])
}

function payloadOf(report: MavlinkReport, faults: string[]): Uint8Array {
  const table = BY_ID.get(report.messageId)
  if (typeof report.fields !== 'object' || report.fields === null || table === undefined) {
    const bytes = 'payloadHex' in report ? bytesOfHex(report.payloadHex) : undefined
    if (bytes === undefined) faults.push('a message has fields that we know, or payloadHex')
    return bytes ?? new Uint8Array(0)
  }
  const plan = planOf(table)
  const remainder = bytesOfHex(report.remainderHex ?? '')
  if (remainder === undefined || remainder.length > 255) faults.push('remainderHex is hexadecimal')
  const whole = new Uint8Array(Math.max(plan.bytes, remainder?.length ?? 0))
  writePayload(table, report.fields as PayloadFields, whole, faults)
  remainder?.forEach((bits, i) => (whole[i] = (whole[i] ?? 0) ^ bits))
  const bytes = report.payloadBytes ?? usualBytes(whole, report.protocol, plan.baseBytes)
  if (!(Number.isInteger(bytes) && bytes >= 0 && bytes <= whole.length)) faults.push(`payloadBytes lies from 0 to ${whole.length}`)
  return whole.subarray(0, bytes)
}

function signatureBytes(signature: MavlinkSignature, faults: string[]): number[] {
  const bytes = bytesOfHex(signature?.bytesHex)
  const fits =
    typeof signature === 'object' &&
    signature !== null &&
    Number.isInteger(signature.linkId) &&
    signature.linkId >= 0 &&
    signature.linkId <= 255 &&
    Number.isSafeInteger(signature.stamp) &&
    signature.stamp >= 0 &&
    bytes?.length === SIGNATURE_BYTES - 7
  if (!fits) {
    faults.push('a signature has linkId, stamp and 6 bytes in hexadecimal')
    return []
  }
  return [signature.linkId & 0xff, ...bigEndian(signature.stamp, 6).reverse(), ...(bytes ?? [])]
}

function bigEndian(value: number, count: number): number[] {
  const bytes: number[] = []
  for (let i = 0, rest = value; i < count; i++, rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return bytes
}
