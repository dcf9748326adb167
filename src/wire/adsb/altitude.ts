/**
 * Altitude code of 12 bits (AC12, squitters) or 13 bits (AC13, replies): the same with an M bit in the middle.
 *
 *   AC13  C1 A1 C2 A2 C4 A4 M  B1 Q  B2 D2 B4 D4
 *   AC12  C1 A1 C2 A2 C4 A4    B1 Q  B2 D2 B4 D4
 *
 *   Q = 1  the other 11 bits are a number, LSB 25 ft, from -1000 ft
 *   Q = 0  Gillham code, steps of 100 ft
 *
 * Source: ICAO Annex 10 vol. IV, 3.1.2.6.5.4 and 3.1.1.7.12.2.3 (table of pressure-altitude transmission).
 */

/** Feet; undefined: no altitude, or no Gillham code. */
export function decodeAltitude12Ft(code: number): number | undefined {
  if (code === 0) return undefined
  if (code & 0x010) {
    const number = ((code & 0xfe0) >> 1) | (code & 0x00f)
    return number * 25 - 1000
  }
  return decodeGillhamFt(code)
}

/** AC12 with Q = 1; held between -1000 and 50175 ft, rounded to 25 ft. */
export function encodeAltitude12(altFt: number): number {
  const number = Math.max(0, Math.min(2047, Math.round((altFt + 1000) / 25)))
  return ((number & 0x7f0) << 1) | 0x010 | (number & 0x00f)
}

/** Gillham: Gray code of 500 ft steps in D2 D4 A1 A2 A4 B1 B2 B4, and of 100 ft steps, reflected, in C1 C2 C4. */
function decodeGillhamFt(code: number): number | undefined {
  const bit = (position: number): number => (code >> (11 - position)) & 1 // 0 is C1
  const [c1, a1, c2, a2, c4, a4, b1, , b2, d2, b4, d4] = Array.from({ length: 12 }, (_, position) => bit(position))
  const fiveHundreds = fromGray([d2, d4, a1, a2, a4, b1, b2, b4])
  const gray = fromGray([c1, c2, c4])
  if (gray === 0 || gray === 5 || gray === 6) return undefined
  const hundreds = gray === 7 ? 5 : gray
  return fiveHundreds * 500 + (fiveHundreds % 2 === 1 ? 6 - hundreds : hundreds) * 100 - 1300
}

function fromGray(gray: readonly (number | undefined)[]): number {
  let value = 0
  let last = 0
  for (const bit of gray) {
    last ^= bit ?? 0
    value = (value << 1) | last
  }
  return value
}
