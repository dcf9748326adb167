import { assert } from '../base/assert.ts'
import { reject, type Reject } from '../base/reject.ts'
import { ENTRY_TYPES, type Entry, type EntryType } from '../model/entry.ts'

/**
 * The canonical bytes of an entry, big-endian (FORMAT.md, "Entry"). One entry has exactly one form, because the leaf hash is over it.
 *
 *   0      u8   format, 1
 *   1      u8   type, a number of `ENTRY_TYPES`
 *   2..3   u16  version of the type, from 1
 *   4..11  u64  position, 1 .. 2^53 - 1
 *   12..19 u64  atMs, 0 .. 2^53 - 1
 *   20..23 u32  connection
 *   24     u8   S, bytes in source, 1 .. 255
 *   25..28 u32  L, bytes in payload
 *   29     S bytes of source (printable ASCII, 0x21 .. 0x7E), then L bytes of payload, then the end
 */
export const ENTRY_FORMAT = 1
const HEADER_BYTES = 29
const TWO_32 = 4294967296
/** A door takes no frame of this size; the limit keeps a damaged length from asking for all memory. */
export const MAX_PAYLOAD_BYTES = 16_777_216

const TYPE_BY_NUMBER: readonly (EntryType | undefined)[] = (() => {
  const names: (EntryType | undefined)[] = []
  for (const [name, number] of Object.entries(ENTRY_TYPES)) names[number] = name as EntryType
  return names
})()

export function entryByteLength(entry: Entry): number {
  return HEADER_BYTES + entry.source.length + entry.payload.length
}

export function encodeEntry(entry: Entry): Uint8Array {
  const out = new Uint8Array(entryByteLength(entry))
  encodeEntryInto(entry, out, 0)
  return out
}

/** Writes the entry's bytes at `at` and returns the offset behind them. `out` must have room for `entryByteLength`. */
export function encodeEntryInto(entry: Entry, out: Uint8Array, at: number): number {
  const { position, atMs, version, connection, source, payload } = entry
  assert(Number.isSafeInteger(position) && position >= 1, `position ${position} is a whole number from 1`)
  assert(Number.isSafeInteger(atMs) && atMs >= 0, `atMs ${atMs} is a whole number of milliseconds`)
  assert(version >= 1 && version <= 65_535 && Number.isInteger(version), `version ${version} fits 16 bits`)
  assert(connection >= 0 && connection < TWO_32 && Number.isInteger(connection), `connection ${connection} fits 32 bits`)
  assert(isSource(source), `source ${source} is 1 to 255 printable ASCII characters`)
  assert(payload.length <= MAX_PAYLOAD_BYTES, `payload of ${payload.length} bytes is within the limit`)
  out[at] = ENTRY_FORMAT
  out[at + 1] = ENTRY_TYPES[entry.type]
  out[at + 2] = version >>> 8
  out[at + 3] = version
  writeU64(out, at + 4, position)
  writeU64(out, at + 12, atMs)
  writeU32(out, at + 20, connection)
  out[at + 24] = source.length
  writeU32(out, at + 25, payload.length)
  let end = at + HEADER_BYTES
  for (let i = 0; i < source.length; i++) out[end++] = source.charCodeAt(i)
  if (payload.length > 0) out.set(payload, end)
  return end + payload.length
}

/** True where a draft may carry this as its source. */
export function isSource(source: string): boolean {
  if (source.length < 1 || source.length > 255) return false
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i)
    if (code < 0x21 || code > 0x7e) return false
  }
  return true
}

/** The payload is a view into `bytes`, not a copy. */
export function decodeEntry(bytes: Uint8Array): Entry | Reject {
  if (bytes.length < HEADER_BYTES) return reject('entry-too-short', bytes.length, `${bytes.length} bytes, a header has ${HEADER_BYTES}`)
  if (bytes[0] !== ENTRY_FORMAT) return reject('entry-format-unknown', 0, `format ${bytes[0]}, this version reads ${ENTRY_FORMAT}`)
  const type = TYPE_BY_NUMBER[bytes[1]!]
  if (type === undefined) return reject('entry-type-unknown', 1, `type ${bytes[1]}`)
  const version = (bytes[2]! << 8) | bytes[3]!
  if (version === 0) return reject('entry-version-zero', 2)
  const position = readU64(bytes, 4)
  if (!Number.isSafeInteger(position) || position < 1) return reject('entry-position-out-of-range', 4)
  const atMs = readU64(bytes, 12)
  if (!Number.isSafeInteger(atMs)) return reject('entry-time-out-of-range', 12)
  const sourceLength = bytes[24]!
  const payloadLength = readU32(bytes, 25)
  if (payloadLength > MAX_PAYLOAD_BYTES) return reject('entry-payload-over-limit', 25, `${payloadLength} bytes`)
  const expected = HEADER_BYTES + sourceLength + payloadLength
  if (bytes.length !== expected) return reject('entry-length-wrong', 25, `${bytes.length} bytes, its lengths say ${expected}`)
  const source = String.fromCharCode(...bytes.subarray(HEADER_BYTES, HEADER_BYTES + sourceLength))
  if (!isSource(source)) return reject('entry-source-wrong', HEADER_BYTES, '1 to 255 printable ASCII characters')
  return { position, atMs, type, version, source, connection: readU32(bytes, 20), payload: bytes.subarray(HEADER_BYTES + sourceLength) }
}

function writeU32(out: Uint8Array, at: number, value: number): void {
  out[at] = value >>> 24
  out[at + 1] = value >>> 16
  out[at + 2] = value >>> 8
  out[at + 3] = value
}

function writeU64(out: Uint8Array, at: number, value: number): void {
  writeU32(out, at, Math.floor(value / TWO_32))
  writeU32(out, at + 4, value % TWO_32)
}

function readU32(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0
}

function readU64(bytes: Uint8Array, at: number): number {
  return readU32(bytes, at) * TWO_32 + readU32(bytes, at + 4)
}
