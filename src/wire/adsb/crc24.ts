/**
 * Mode S parity: CRC-24 with generator x^24+x^23+…+x^10+x^3+1.
 *
 * Source: ICAO Annex 10 vol. IV, 3.1.2.3.3; generator polynomial 1FFF409 hex.
 */
const GENERATOR = 0xfff409
const TABLE = makeTable()

/** Remainder over `bytes[0..end)`. Over a whole message of format 17 or 18 it is 0 when nothing was damaged. */
export function crc24(bytes: Uint8Array, end: number): number {
  let remainder = 0
  for (let i = 0; i < end; i++) {
    const index = ((remainder >>> 16) ^ (bytes[i] ?? 0)) & 0xff
    remainder = ((remainder << 8) ^ (TABLE[index] ?? 0)) & 0xffffff
  }
  return remainder
}

/** Difference between the parity sent in the last 3 bytes and the one computed: 0, or what was laid over it. */
export function parityOverlay(message: Uint8Array): number {
  const at = message.length - 3
  const sent = ((message[at] ?? 0) << 16) | ((message[at + 1] ?? 0) << 8) | (message[at + 2] ?? 0)
  return crc24(message, at) ^ sent
}

/** Writes the parity of the bytes before them into the last 3 bytes. */
export function writeParity(message: Uint8Array): void {
  const at = message.length - 3
  const parity = crc24(message, at)
  message[at] = parity >>> 16
  message[at + 1] = (parity >>> 8) & 0xff
  message[at + 2] = parity & 0xff
}

function makeTable(): Uint32Array {
  const table = new Uint32Array(256)
  for (let byte = 0; byte < 256; byte++) {
    let remainder = byte << 16
    for (let bit = 0; bit < 8; bit++) remainder = remainder & 0x800000 ? (remainder << 1) ^ GENERATOR : remainder << 1
    table[byte] = remainder & 0xffffff
  }
  return table
}
