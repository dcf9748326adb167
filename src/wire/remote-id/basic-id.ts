import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { codeOf, hexOf, readText, wordOf, writeHex, writeText } from './fields.ts'
import type { MessageBase, Reader, Writer } from './fields.ts'

/**
 * Type 0, Basic ID.
 *
 *   byte 1      bits 7-4 kind of id, bits 3-0 kind of aircraft
 *   bytes 2-21  the id: text padded with 0; of a UTM UUID and of a session id raw bytes
 *   bytes 22-24 reserved
 *
 * One aircraft may send several, of different kinds.
 *
 * Source: ASTM F3411-22a, Basic ID message; serial numbers are ANSI/CTA-2063-A.
 */
export type BasicId = MessageBase & {
  readonly kind: 'basic-id'
  readonly idType: string
  readonly aircraftType: string
  /** undefined: empty, or not text. */
  readonly id: string | undefined
  /** Of ids that are bytes: all 20. */
  readonly idHex: string | undefined
}

const ID_TYPES = ['none', 'serial-number', 'caa-registration', 'utm-uuid', 'session-id']
const AIRCRAFT_TYPES = [
  'none',
  'aeroplane',
  'helicopter-or-multirotor',
  'gyroplane',
  'hybrid-lift',
  'ornithopter',
  'glider',
  'kite',
  'free-balloon',
  'captive-balloon',
  'airship',
  'parachute',
  'rocket',
  'tethered-powered',
  'ground-obstacle',
  'other',
]
const ID_BYTES = 20

export function decodeBasicId(reader: Reader, version: number): BasicId | Reject {
  const first = reader.bytes[1] ?? 0
  const idType = wordOf(ID_TYPES, first >> 4)
  const bytes = reader.bytes.subarray(2, 2 + ID_BYTES)
  const textual = idType === 'none' || idType === 'serial-number' || idType === 'caa-registration'
  const text = textual ? readText(bytes) : false
  if (text === false && textual && idType !== 'none') return reject('id-text', 2, `a ${idType} is printable ASCII, not ${hexOf(bytes)}`)
  return {
    kind: 'basic-id',
    version,
    idType,
    aircraftType: wordOf(AIRCRAFT_TYPES, first & 15),
    id: text === false ? undefined : text,
    idHex: text === false ? hexOf(bytes) : undefined,
  }
}

export function encodeBasicId(record: BasicId, writer: Writer): void {
  writer.bytes[1] =
    codeOf(writer, 'idType', ID_TYPES, record.idType, 4, 4) | codeOf(writer, 'aircraftType', AIRCRAFT_TYPES, record.aircraftType, 4)
  writeText(writer, 2, ID_BYTES, 'id', record.id)
  writeHex(writer, 2, ID_BYTES, 'idHex', record.idHex)
}
