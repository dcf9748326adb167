import { decodeAltitude12Ft, encodeAltitude12 } from './altitude.ts'
import { bits, setBits } from './bits.ts'
import type { CprPosition } from './cpr.ts'

/**
 * BDS 0,5 Airborne position, type codes 9 to 18 (barometric altitude), 20 to 22 (GNSS height), 0 (no position).
 * Bits of the 56-bit ME field:
 *
 *   bits 1/5    type code; its number tells the containment radius
 *   bits 6/7    surveillance status: 1 permanent alert, 2 temporary alert, 3 ident
 *   bit  8      NIC supplement B (version 2) or single antenna (0, 1)
 *   bits 9/20   altitude code AC12
 *   bit  21     T, time synchronised to UTC
 *   bit  22     F, 0 even, 1 odd
 *   bits 23/39  CPR latitude
 *   bits 40/56  CPR longitude
 *
 * Source: ICAO Doc 9871, table A-2-5.
 */
export type AirbornePosition = {
  readonly typeCode: number
  readonly surveillanceStatus: number
  /** Pressure altitude for type codes 0 and 9..18; undefined: not given. */
  readonly altPressFt: number | undefined
  /** Height above the WGS-84 ellipsoid for type codes 20..22. */
  readonly altHaeFt: number | undefined
  /** undefined for type code 0. */
  readonly cpr: CprPosition | undefined
}

export function decodeAirbornePosition(me: Uint8Array): AirbornePosition {
  const typeCode = bits(me, 1, 5)
  const altFt = decodeAltitude12Ft(bits(me, 9, 12))
  const gnss = typeCode >= 20
  return {
    typeCode,
    surveillanceStatus: bits(me, 6, 2),
    altPressFt: gnss ? undefined : altFt,
    altHaeFt: gnss ? altFt : undefined,
    cpr: typeCode === 0 ? undefined : { odd: bits(me, 22, 1) === 1, latCpr: bits(me, 23, 17), lonCpr: bits(me, 40, 17) },
  }
}

export function encodeAirbornePositionMe(position: AirbornePosition): Uint8Array {
  const me = new Uint8Array(7)
  setBits(me, 1, 5, position.typeCode)
  setBits(me, 6, 2, position.surveillanceStatus)
  const altFt = position.altPressFt ?? position.altHaeFt
  if (altFt !== undefined) setBits(me, 9, 12, encodeAltitude12(altFt))
  setBits(me, 22, 1, position.cpr?.odd === true ? 1 : 0)
  setBits(me, 23, 17, position.cpr?.latCpr ?? 0)
  setBits(me, 40, 17, position.cpr?.lonCpr ?? 0)
  return me
}
