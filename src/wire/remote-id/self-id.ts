import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { codeOf, hexOf, readText, wordOf, writeText } from './fields.ts'
import type { MessageBase, Reader, Writer } from './fields.ts'

/**
 * Type 3, Self ID: what the pilot says of the flight.
 *
 *   byte 1      kind of text
 *   bytes 2-24  text padded with 0; the standard says ASCII, UTF-8 is taken too
 *
 * Source: ASTM F3411-22a, Self ID message.
 */
export type SelfId = MessageBase & { readonly kind: 'self-id'; readonly textType: string; readonly text: string | undefined }

const TEXT_TYPES = ['text', 'emergency', 'extended-status']
const TEXT_BYTES = 23

export function decodeSelfId(reader: Reader, version: number): SelfId | Reject {
  const bytes = reader.bytes.subarray(2, 2 + TEXT_BYTES)
  const text = readText(bytes, true)
  if (text === false) return reject('self-id-text', 2, `printable text, not ${hexOf(bytes)}`)
  return { kind: 'self-id', version, textType: wordOf(TEXT_TYPES, reader.bytes[1] ?? 0), text }
}

export function encodeSelfId(record: SelfId, writer: Writer): void {
  writer.bytes[1] = codeOf(writer, 'textType', TEXT_TYPES, record.textType, 8)
  writeText(writer, 2, TEXT_BYTES, 'text', record.text)
}
