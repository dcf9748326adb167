import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { codeOf, hexOf, readText, wordOf, writeText } from './fields.ts'
import type { MessageBase, Reader, Writer } from './fields.ts'

/**
 * Type 5, Operator ID.
 *
 *   byte 1       kind: 0 is the operator's registration with the authority
 *   bytes 2-21   ASCII padded with 0
 *   bytes 22-24  reserved
 *
 * Source: ASTM F3411-22a, Operator ID message; ASD-STAN EN 4709-002 for the form of the number in Europe.
 */
export type OperatorId = MessageBase & { readonly kind: 'operator-id'; readonly idType: string; readonly id: string | undefined }

const ID_TYPES = ['operator-id']
const ID_BYTES = 20

export function decodeOperatorId(reader: Reader, version: number): OperatorId | Reject {
  const bytes = reader.bytes.subarray(2, 2 + ID_BYTES)
  const id = readText(bytes)
  if (id === false) return reject('operator-id-text', 2, `printable ASCII, not ${hexOf(bytes)}`)
  return { kind: 'operator-id', version, idType: wordOf(ID_TYPES, reader.bytes[1] ?? 0), id }
}

export function encodeOperatorId(record: OperatorId, writer: Writer): void {
  writer.bytes[1] = codeOf(writer, 'idType', ID_TYPES, record.idType, 8)
  writeText(writer, 2, ID_BYTES, 'id', record.id)
}
