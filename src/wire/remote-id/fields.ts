/**
 * How Remote ID messages code their fields. Every message has 25 bytes, numbers are little-endian.
 *
 * Reading never fails here: a raw value that the standard does not allow is undefined, and its name goes on `outOfRange`.
 * Writing notes a value that does not fit on `faults`.
 *
 * Source: ASTM F3411-22a, tables of the broadcast messages, as in opendroneid-core-c @ beb5639, libopendroneid/opendroneid.h.
 */
export const MESSAGE_BYTES = 25

export type Reader = { readonly bytes: Uint8Array; readonly view: DataView; readonly outOfRange: string[] }
export type Writer = { readonly bytes: Uint8Array; readonly view: DataView; readonly faults: string[] }

/** What every message record has. remainderHex: the bits that no field accounts for (reserved bits, padding), as a mask over the message. */
export type MessageBase = {
  readonly version: number
  readonly outOfRange?: readonly string[] | undefined
  readonly remainderHex?: string | undefined
}

export function newReader(bytes: Uint8Array): Reader {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), outOfRange: [] }
}

export function newWriter(length: number): Writer {
  const bytes = new Uint8Array(length)
  return { bytes, view: new DataView(bytes.buffer), faults: [] }
}

/** The word of a code; codes that the standard keeps for later read `reserved-7`. */
export function wordOf(words: readonly string[], code: number): string {
  return words[code] ?? `reserved-${code}`
}

/** The code of a word in `bits` bits, shifted up by `shift`; an absent word is code 0. */
export function codeOf(writer: Writer, name: string, words: readonly string[], word: unknown, bits: number, shift = 0): number {
  if (word === undefined) return 0
  const reserved = typeof word === 'string' ? /^reserved-(\d+)$/.exec(word) : null
  const code = reserved === null ? words.indexOf(word as string) : Number(reserved[1])
  if (code < 0 || code >= 1 << bits) {
    writer.faults.push(`${name} is one of ${words.join(', ')}`)
    return 0
  }
  return code << shift
}

/** A whole number in [min, max], or 0 with a fault. */
export function whole(writer: Writer, name: string, value: unknown, min: number, max: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value
  writer.faults.push(`${name} is a whole number from ${min} to ${max}`)
  return 0
}

/** The nearest raw value of `value = raw * step + offset` in [min, max]; `unknown` where it is absent. */
export function rawOf(
  writer: Writer,
  name: string,
  value: unknown,
  coding: { readonly step: number; readonly offset?: number; readonly min: number; readonly max: number; readonly unknown: number },
): number {
  if (value === undefined || value === null) return coding.unknown
  const offset = coding.offset ?? 0
  const raw = typeof value === 'number' ? Math.round((value - offset) / coding.step) : NaN
  if (raw >= coding.min && raw <= coding.max) return raw
  writer.faults.push(`${name} lies from ${coding.min * coding.step + offset} to ${coding.max * coding.step + offset}`)
  return coding.unknown
}

const ALTITUDE = { step: 0.5, offset: -1000, min: 1, max: 0xffff, unknown: 0 }

/** Altitudes and heights, m: raw x 0.5 - 1000; raw 0 (-1000 m) is unknown. */
export function readAltitude(reader: Reader, at: number): number | undefined {
  const raw = reader.view.getUint16(at, true)
  return raw === ALTITUDE.unknown ? undefined : raw * ALTITUDE.step + ALTITUDE.offset
}

export function writeAltitude(writer: Writer, at: number, name: string, value: unknown): void {
  writer.view.setUint16(at, rawOf(writer, name, value, ALTITUDE), true)
}

export type LatLon = { readonly latDeg: number; readonly lonDeg: number }
const STEPS_PER_DEG = 10_000_000
const NO_PLACE: LatLon = { latDeg: 0, lonDeg: 0 }

/** Two signed 32-bit numbers of 1e-7 deg; both 0 is unknown. `false`: no place on Earth. */
export function readLatLon(reader: Reader, at: number): LatLon | undefined | false {
  const lat = reader.view.getInt32(at, true)
  const lon = reader.view.getInt32(at + 4, true)
  if (lat === 0 && lon === 0) return undefined
  if (Math.abs(lat) > 90 * STEPS_PER_DEG || Math.abs(lon) > 180 * STEPS_PER_DEG) return false
  return { latDeg: lat / STEPS_PER_DEG, lonDeg: lon / STEPS_PER_DEG }
}

export function writeLatLon(writer: Writer, at: number, name: string, place: LatLon | undefined): void {
  const { latDeg, lonDeg } = place ?? NO_PLACE
  const known = latDeg !== undefined && lonDeg !== undefined
  const coding = (limitDeg: number) => ({
    step: 1 / STEPS_PER_DEG,
    min: -limitDeg * STEPS_PER_DEG,
    max: limitDeg * STEPS_PER_DEG,
    unknown: 0,
  })
  if (!known) writer.faults.push(`${name} has latDeg and lonDeg`)
  writer.view.setInt32(at, rawOf(writer, `${name}.latDeg`, latDeg, coding(90)), true)
  writer.view.setInt32(at + 4, rawOf(writer, `${name}.lonDeg`, lonDeg, coding(180)), true)
}

/** The text before the first 0; undefined: empty, or `false`: not printable. ASCII, or UTF-8 where `utf8` is set. */
export function readText(bytes: Uint8Array, utf8 = false): string | undefined | false {
  const end = bytes.indexOf(0)
  const text = end < 0 ? bytes : bytes.subarray(0, end)
  if (text.length === 0) return undefined
  if (text.some((byte) => byte < 0x20 || byte === 0x7f || (!utf8 && byte > 0x7f))) return false
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text)
  } catch (error) {
    if (error instanceof TypeError) return false // not UTF-8
    throw error
  }
}

export function writeText(writer: Writer, at: number, length: number, name: string, text: unknown): void {
  if (text === undefined) return
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : undefined
  if (bytes !== undefined && bytes.length <= length && readText(bytes, true) !== false) writer.bytes.set(bytes, at)
  else writer.faults.push(`${name} is printable text of at most ${length} bytes`)
}

export function hexOf(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return hex
}

/** undefined: not pairs of hexadecimal digits. */
export function bytesOfHex(hex: unknown): Uint8Array | undefined {
  if (typeof hex !== 'string' || hex.length % 2 === 1 || !/^[0-9a-f]*$/i.test(hex)) return undefined
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))
}

export function writeHex(writer: Writer, at: number, length: number, name: string, hex: unknown): void {
  if (hex === undefined) return
  const bytes = bytesOfHex(hex)
  if (bytes !== undefined && bytes.length <= length) writer.bytes.set(bytes, at)
  else writer.faults.push(`${name} is at most ${length} bytes in hexadecimal`)
}
