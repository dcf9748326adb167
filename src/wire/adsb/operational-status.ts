import { bits } from './bits.ts'

/**
 * BDS 6,5 Aircraft operational status, type code 31, subtypes 0 (airborne) and 1 (surface). Bits of the 56-bit ME field:
 *
 *   bits 41/43  version: 0 DO-260, 1 DO-260A, 2 DO-260B
 *   bits 45/48  NACp, category of position accuracy
 *   bits 51/52  SIL
 *
 * Source: RTCA DO-260B 2.2.3.2.7.2.
 */
export type OperationalStatus = { readonly version: number; readonly nacP: number; readonly sil: number }

/** undefined for version 0, whose message says none of this, and for other subtypes. */
export function decodeOperationalStatus(me: Uint8Array): OperationalStatus | undefined {
  const version = bits(me, 41, 3)
  if (bits(me, 6, 3) > 1 || version === 0) return undefined
  return { version, nacP: bits(me, 45, 4), sil: bits(me, 51, 2) }
}
