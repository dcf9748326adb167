import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'

/** Where a decoder stands in a block. After a fault `end` is -1, so that whatever is read next finds nothing. */
export type Cursor = { readonly bytes: Uint8Array; at: number; end: number; fault: Reject | undefined }

/** Notes the first fault and stops the reading. */
export function decline(cursor: Cursor, rejected: string, atByte: number, detail: string): undefined {
  cursor.fault ??= reject(rejected, atByte, detail)
  cursor.end = -1
  return undefined
}

export function short(cursor: Cursor, item: string): undefined {
  return decline(cursor, 'truncated', cursor.at, `${item} goes on past the end of the block`)
}

/** Length of an extended item, octets; 0 after a fault. */
export function takeExtents(cursor: Cursor, item: string): number {
  const start = cursor.at
  let at = start
  do {
    if (at >= cursor.end) {
      short(cursor, item)
      return 0
    }
  } while (((cursor.bytes[at++] ?? 0) & 1) === 1)
  cursor.at = at
  return at - start
}

/** Takes the count of a repeated item; 0 after a fault. Nothing is read before all of it is known to be there. */
export function takeCount(cursor: Cursor, bytesEach: number, item: string): number {
  const at = cursor.at
  const count = at < cursor.end ? (cursor.bytes[at] ?? 0) : -1
  if (count < 0 || at + 1 + count * bytesEach > cursor.end) {
    short(cursor, item)
    return 0
  }
  cursor.at = at + 1
  return count
}

/** Contents of an explicit item as hexadecimal digits. */
export function takeExplicit(cursor: Cursor, item: string): string | undefined {
  const at = cursor.at
  if (at >= cursor.end) return short(cursor, item)
  const length = cursor.bytes[at] ?? 0
  if (length === 0) return decline(cursor, 'explicit-length', at, `${item} has a length of 0, which would not count itself`)
  if (at + length > cursor.end) return short(cursor, item)
  cursor.at = at + length
  return hexOf(cursor.bytes, at + 1, length - 1)
}

const HEX_DIGITS = '0123456789ABCDEF'
const HEX_BYTE = Array.from({ length: 256 }, (_, code) => HEX_DIGITS.charAt(code >> 4) + HEX_DIGITS.charAt(code & 15))
const HEX_WORD = Array.from({ length: 65536 }, (_, code) => `${HEX_BYTE[code >> 8]}${HEX_BYTE[code & 255]}`)

/** Capital hexadecimal digits of `length` octets. */
export function hexOf(bytes: Uint8Array, at: number, length: number): string {
  let text = ''
  let i = at
  for (const end = at + length - 1; i < end; i += 2) text += HEX_WORD[((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0)]
  return i < at + length ? text + HEX_BYTE[bytes[i] ?? 0] : text
}

const OCTAL4 = Array.from({ length: 4096 }, (_, code) => code.toString(8).padStart(4, '0'))

export function octalOf(code: number, digits: number): string {
  return digits === 4 ? (OCTAL4[code] ?? '') : code.toString(8).padStart(digits, '0')
}

/** The last six bits of IA-5, all 64 codes, so that what was sent can be sent again. */
const IA5 = Array.from({ length: 64 }, (_, code) => String.fromCharCode(code < 32 ? code + 64 : code))
const IA5_PAIR = Array.from({ length: 4096 }, (_, code) => `${IA5[code >> 6]}${IA5[code & 63]}`)

/** Four characters from each three octets. */
export function ia5Of(bytes: Uint8Array, at: number, length: number): string {
  let text = ''
  for (let i = at; i < at + length; i += 3) {
    const code = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    text += `${IA5_PAIR[code >> 12]}${IA5_PAIR[code & 4095]}`
  }
  return text
}

/** One character an octet, all 256, so that what was sent can be sent again. */
export function asciiOf(bytes: Uint8Array, at: number, length: number): string {
  let text = ''
  for (let i = at; i < at + length; i++) text += String.fromCharCode(bytes[i] ?? 0)
  return text
}
