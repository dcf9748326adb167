import { isReject, reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { decodeAuthentication, encodeAuthentication } from './authentication.ts'
import type { Authentication } from './authentication.ts'
import { decodeBasicId, encodeBasicId } from './basic-id.ts'
import type { BasicId } from './basic-id.ts'
import { bytesOfHex, hexOf, MESSAGE_BYTES, newReader, newWriter, whole, writeHex } from './fields.ts'
import type { Writer } from './fields.ts'
import { decodeLocation, encodeLocation } from './location.ts'
import type { Location } from './location.ts'
import { decodeOperatorId, encodeOperatorId } from './operator-id.ts'
import type { OperatorId } from './operator-id.ts'
import { decodeSelfId, encodeSelfId } from './self-id.ts'
import type { SelfId } from './self-id.ts'
import { decodeSystem, encodeSystem } from './system.ts'
import type { System } from './system.ts'

/** A message of a type that the standard keeps for later. bytesHex: all 25 bytes. */
export type UnknownMessage = { readonly kind: 'unknown'; readonly type: number; readonly version: number; readonly bytesHex: string }
export type RemoteIdMessage = BasicId | Location | Authentication | SelfId | System | OperatorId | UnknownMessage

/**
 * One Remote ID message, 25 bytes.
 *
 *   byte 0  bits 7-4 type, bits 3-0 protocol version: 0 F3411-19, 1 F3411-20 (prEN 4709-002 P1), 2 F3411-22 and -22a
 *
 * Source: ASTM F3411-22a, message header.
 */
export function decodeRemoteIdMessage(bytes: Uint8Array): RemoteIdMessage | Reject {
  if (bytes.length !== MESSAGE_BYTES)
    return reject('message-length', bytes.length, `a message has ${MESSAGE_BYTES} bytes, not ${bytes.length}`)
  const record = decodeFields(bytes)
  if (isReject(record) || record.kind === 'unknown') return record
  return { ...record, ...remainderOf(record, bytes) }
}

function decodeFields(bytes: Uint8Array): RemoteIdMessage | Reject {
  const type = (bytes[0] ?? 0) >> 4
  const version = (bytes[0] ?? 0) & 15
  const decode = [decodeBasicId, decodeLocation, decodeAuthentication, decodeSelfId, decodeSystem, decodeOperatorId][type]
  if (decode === undefined) return { kind: 'unknown', type, version, bytesHex: hexOf(bytes) }
  const reader = newReader(bytes)
  const record = decode(reader, version)
  return isReject(record) || reader.outOfRange.length === 0 ? record : { ...record, outOfRange: reader.outOfRange }
}

/** The bits that encoding the fields would not give back, so that what is decoded can always be encoded to the same bytes. */
function remainderOf(record: RemoteIdMessage, bytes: Uint8Array): { remainderHex?: string } {
  const writer = newWriter(MESSAGE_BYTES)
  encodeFields(record, writer)
  let differs = false
  for (let i = 0; i < MESSAGE_BYTES; i++) {
    const bits = (writer.bytes[i] ?? 0) ^ (bytes[i] ?? 0)
    writer.bytes[i] = bits
    differs ||= bits !== 0
  }
  return differs ? { remainderHex: hexOf(writer.bytes) } : {}
}

/** 25 bytes; declines a record whose fields do not fit. */
export function encodeRemoteIdMessage(record: RemoteIdMessage): Uint8Array | Reject {
  const writer = newWriter(MESSAGE_BYTES)
  encodeFields(record, writer)
  const remainder = 'remainderHex' in record && record.remainderHex !== undefined ? bytesOfHex(record.remainderHex) : new Uint8Array(0)
  if (remainder === undefined || remainder.length > MESSAGE_BYTES)
    writer.faults.push(`remainderHex is at most ${MESSAGE_BYTES} bytes in hexadecimal`)
  if (writer.faults.length > 0) return reject('field-range', 0, writer.faults.join('; '))
  remainder?.forEach((bits, i) => (writer.bytes[i] = (writer.bytes[i] ?? 0) ^ bits))
  return writer.bytes
}

const TYPES = ['basic-id', 'location', 'authentication', 'self-id', 'system', 'operator-id']

function encodeFields(record: RemoteIdMessage, writer: Writer): void {
  if (record.kind === 'unknown') {
    const bytes = bytesOfHex(record.bytesHex)
    if (bytes?.length === MESSAGE_BYTES && (bytes[0] ?? 0) >> 4 !== 15) writeHex(writer, 0, MESSAGE_BYTES, 'bytesHex', record.bytesHex)
    else writer.faults.push(`bytesHex is one message of ${MESSAGE_BYTES} bytes in hexadecimal`)
    return
  }
  writer.bytes[0] = (Math.max(0, TYPES.indexOf(record.kind)) << 4) | whole(writer, 'version', record.version, 0, 15)
  switch (record.kind) {
    case 'basic-id':
      return encodeBasicId(record, writer)
    case 'location':
      return encodeLocation(record, writer)
    case 'authentication':
      return encodeAuthentication(record, writer)
    case 'self-id':
      return encodeSelfId(record, writer)
    case 'system':
      return encodeSystem(record, writer)
    case 'operator-id':
      return encodeOperatorId(record, writer)
    default:
      // Records come from JSON too: a kind that no type of ours knows.
      writer.faults.push(`kind is one of ${TYPES.join(', ')}, unknown`)
  }
}
