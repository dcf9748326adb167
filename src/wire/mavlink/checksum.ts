import { KNOWN_MESSAGES } from './generated/known-messages.ts'

/** CRC-16/MCRF4XX, "X.25" in MAVLink's documents: polynomial 1021 reflected, preset FFFF, no final inversion. */
export function x25(bytes: Uint8Array, from: number, to: number): number {
  let crc = 0xffff
  for (let i = from; i < to; i++) crc = (crc >> 8) ^ (STEPS[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0)
  return crc
}

export function x25Step(crc: number, byte: number): number {
  return (crc >> 8) ^ (STEPS[(crc ^ byte) & 0xff] ?? 0)
}

/** What each low byte adds: eight steps of the shift register at once. */
const STEPS: Uint16Array = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0x8408 : crc >> 1
  return crc
})
/** The low byte that adds a value; no two add the same. */
const LOW_BYTE_OF: ReadonlyMap<number, number> = new Map(Array.from(STEPS, (value, byte) => [value, byte]))

const EXTRAS: ReadonlyMap<number, number> = new Map(KNOWN_MESSAGES.map(([id, extra]) => [id, extra]))
const MAX_BYTES: ReadonlyMap<number, number> = new Map(KNOWN_MESSAGES.map(([id, , , maxBytes]) => [id, maxBytes]))
const NAMES: ReadonlyMap<number, string> = new Map(KNOWN_MESSAGES.map(([id, , , , name]) => [id, name]))

/** The byte that closes the checksum of a message; undefined: no definition that we know has this id. */
export function crcExtraOf(messageId: number): number | undefined {
  return EXTRAS.get(messageId)
}

/** Bytes of its payload with all extensions; undefined: no definition that we know has this id. */
export function maxBytesOf(messageId: number): number | undefined {
  return MAX_BYTES.get(messageId)
}

export function messageNameOf(messageId: number): string | undefined {
  return NAMES.get(messageId)
}

/** The extra byte that would make a checksum right: of 65,536 checksums only 256 have one, so even an unknown message is checked by 8 bits. */
export function crcExtraThatFits(crc: number, sent: number): number | undefined {
  const low = LOW_BYTE_OF.get((crc >> 8) ^ sent)
  return low === undefined ? undefined : (low ^ crc) & 0xff
}
