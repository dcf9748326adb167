import { bits, setBits } from './bits.ts'

/**
 * BDS 0,9 Airborne velocity, type code 19. Bits of the 56-bit ME field:
 *
 *   bits 1/5    type code, 19
 *   bits 6/8    subtype: 1 over ground, 2 the same supersonic, 3 airspeed and heading, 4 the same supersonic
 *   bit  9      intent change
 *   bits 11/13  NACv
 *   subtypes 1, 2:  bit 14 west, bits 15/24 east-west speed + 1; bit 25 south, bits 26/35 north-south speed + 1
 *   subtypes 3, 4:  bit 14 heading given, bits 15/24 heading, LSB 360/1024 deg; bit 25 true (not indicated) airspeed, bits 26/35 airspeed + 1
 *   bit  36     source of vertical rate: 0 GNSS, 1 barometric
 *   bit  37     down
 *   bits 38/46  vertical rate / 64 ft/min + 1
 *   bit  49     GNSS height below barometric altitude
 *   bits 50/56  difference / 25 ft + 1
 *
 * Speeds in kt, supersonic subtypes in 4 kt; a field of 0 is "not given".
 *
 * Source: ICAO Doc 9871, tables A-2-9a and A-2-9b.
 */
export type AirborneVelocity = {
  readonly subtype: 1 | 2 | 3 | 4
  readonly nacV: number
  readonly eastKt: number | undefined
  readonly northKt: number | undefined
  readonly headingDeg: number | undefined
  readonly airspeedKt: number | undefined
  readonly airspeedIs: 'true' | 'indicated' | undefined
  readonly climbFtPerMin: number | undefined
  readonly climbSource: 'gnss' | 'barometric'
  /** GNSS height above the ellipsoid less pressure altitude, ft. */
  readonly gnssLessBaroFt: number | undefined
}

/** undefined for a subtype that this table does not have. */
export function decodeAirborneVelocity(me: Uint8Array): AirborneVelocity | undefined {
  const subtype = bits(me, 6, 3)
  if (subtype !== 1 && subtype !== 2 && subtype !== 3 && subtype !== 4) return undefined
  const overGround = subtype === 1 || subtype === 2
  const stepKt = subtype === 2 || subtype === 4 ? 4 : 1
  const airspeedKt = overGround ? undefined : offsetByOne(bits(me, 26, 10), stepKt, 0)
  // Both components make a velocity; one alone does not.
  const known = overGround && bits(me, 15, 10) !== 0 && bits(me, 26, 10) !== 0
  return {
    subtype,
    nacV: bits(me, 11, 3),
    eastKt: known ? offsetByOne(bits(me, 15, 10), stepKt, bits(me, 14, 1)) : undefined,
    northKt: known ? offsetByOne(bits(me, 26, 10), stepKt, bits(me, 25, 1)) : undefined,
    headingDeg: !overGround && bits(me, 14, 1) === 1 ? (bits(me, 15, 10) * 360) / 1024 : undefined,
    airspeedKt,
    airspeedIs: airspeedKt === undefined ? undefined : bits(me, 25, 1) === 1 ? 'true' : 'indicated',
    climbFtPerMin: offsetByOne(bits(me, 38, 9), 64, bits(me, 37, 1)),
    climbSource: bits(me, 36, 1) === 1 ? 'barometric' : 'gnss',
    gnssLessBaroFt: offsetByOne(bits(me, 50, 7), 25, bits(me, 49, 1)),
  }
}

/** Subtype 1: speeds over ground, each at most 1021 kt. */
export function encodeAirborneVelocityMe(
  velocity: Pick<AirborneVelocity, 'nacV' | 'eastKt' | 'northKt' | 'climbFtPerMin' | 'climbSource' | 'gnssLessBaroFt'>,
): Uint8Array {
  const me = new Uint8Array(7)
  setBits(me, 1, 5, 19)
  setBits(me, 6, 3, 1)
  setBits(me, 11, 3, velocity.nacV)
  setSigned(me, 14, 10, velocity.eastKt, 1)
  setSigned(me, 25, 10, velocity.northKt, 1)
  setBits(me, 36, 1, velocity.climbSource === 'barometric' ? 1 : 0)
  setSigned(me, 37, 9, velocity.climbFtPerMin, 64)
  setSigned(me, 49, 7, velocity.gnssLessBaroFt, 25)
  return me
}

function offsetByOne(code: number, step: number, negative: number): number | undefined {
  if (code === 0) return undefined
  const size = (code - 1) * step
  return negative === 1 ? 0 - size : size
}

/** Sign bit at `from`, then `count` bits of size + 1; the largest code stands for everything beyond. */
function setSigned(me: Uint8Array, from: number, count: number, value: number | undefined, step: number): void {
  if (value === undefined) return
  setBits(me, from, 1, value < 0 ? 1 : 0)
  setBits(me, from + 1, count, Math.min((1 << count) - 1, Math.round(Math.abs(value) / step) + 1))
}
