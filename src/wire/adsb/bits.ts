/** Unsigned value of bits `from..from+count-1` of `bytes`, counted from 1 and most significant first as ICAO counts them; at most 24. */
export function bits(bytes: Uint8Array, from: number, count: number): number {
  let value = 0
  for (let bit = from - 1; bit < from - 1 + count; bit++) value = (value << 1) | (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1)
  return value
}

/** Writes the low `count` bits of `value` at bit `from`, same counting. */
export function setBits(bytes: Uint8Array, from: number, count: number, value: number): void {
  for (let i = 0; i < count; i++) {
    const bit = from - 1 + i
    const mask = 1 << (7 - (bit & 7))
    const old = bytes[bit >> 3] ?? 0
    bytes[bit >> 3] = (value >>> (count - 1 - i)) & 1 ? old | mask : old & ~mask
  }
}
