import { KNOWN_MESSAGES } from './generated/known-messages.ts'

/** CRC-16/MCRF4XX, "X.25" in MAVLink's documents: polynomial 1021 reflected, preset FFFF, no final inversion. */
export function x25(bytes: Uint8Array, from: number, to: number): number {
  let crc = 0xffff
  for (let i = from; i < to; i++) crc = x25Step(crc, bytes[i] ?? 0)
  return crc
}

export function x25Step(crc: number, byte: number): number {
  let low = (byte ^ crc) & 0xff
  low = (low ^ (low << 4)) & 0xff
  return ((crc >> 8) ^ (low << 8) ^ (low << 3) ^ (low >> 4)) & 0xffff
}

const EXTRAS: ReadonlyMap<number, number> = new Map(KNOWN_MESSAGES.map(([id, extra]) => [id, extra]))
const NAMES: ReadonlyMap<number, string> = new Map(KNOWN_MESSAGES.map(([id, , , , name]) => [id, name]))

/** The byte that closes the checksum of a message; undefined: no definition that we know has this id. */
export function crcExtraOf(messageId: number): number | undefined {
  return EXTRAS.get(messageId)
}

export function messageNameOf(messageId: number): string | undefined {
  return NAMES.get(messageId)
}

/** The extra byte that would make a checksum right: of 65,536 checksums only 256 have one, so even an unknown message is checked by 8 bits. */
export function crcExtraThatFits(crc: number, sent: number): number | undefined {
  for (let extra = 0; extra < 256; extra++) if (x25Step(crc, extra) === sent) return extra
  return undefined
}
