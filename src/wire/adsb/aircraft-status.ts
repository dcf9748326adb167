import { bits } from './bits.ts'

/**
 * BDS 6,1 Aircraft status, type code 28, subtype 1 (emergency). Bits of the 56-bit ME field:
 *
 *   bits 1/5    type code, 28
 *   bits 6/8    subtype, 1
 *   bits 9/11   emergency state: 0 none, 1 general, 2 medical, 3 minimum fuel, 4 no communications, 5 unlawful interference, 6 downed aircraft
 *   bits 12/24  Mode A code, order C1 A1 C2 A2 C4 A4 ZERO B1 D1 B2 D2 B4 D4
 *
 * Source: ICAO Doc 9871, table B-2-97a.
 */
export type AircraftStatus = { readonly emergencyState: number; readonly squawk: string }

export function decodeAircraftStatus(me: Uint8Array): AircraftStatus | undefined {
  if (bits(me, 6, 3) !== 1) return undefined
  return { emergencyState: bits(me, 9, 3), squawk: squawkOf(bits(me, 12, 13)) }
}

/** Four octal digits A B C D. */
function squawkOf(code: number): string {
  const bit = (position: number): number => (code >> (12 - position)) & 1 // 0 is C1
  const digit = (four: number, two: number, one: number): number => 4 * bit(four) + 2 * bit(two) + bit(one)
  return `${digit(5, 3, 1)}${digit(11, 9, 7)}${digit(4, 2, 0)}${digit(12, 10, 8)}`
}
