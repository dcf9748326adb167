import { bits } from './bits.ts'
import type { CprPosition } from './cpr.ts'

/**
 * BDS 0,6 Surface position, type codes 5 to 8. Bits of the 56-bit ME field:
 *
 *   bits 1/5    type code
 *   bits 6/12   movement, in steps that grow with speed
 *   bit  13     ground track valid
 *   bits 14/20  ground track, LSB 360/128 deg from true north
 *   bit  21     T
 *   bit  22     F, 0 even, 1 odd
 *   bits 23/39  CPR latitude
 *   bits 40/56  CPR longitude
 *
 * Source: ICAO Doc 9871, table A-2-6.
 */
export type SurfacePosition = {
  readonly typeCode: number
  /** undefined: not given. 175 stands for "175 kt or more". */
  readonly speedKt: number | undefined
  readonly trackDeg: number | undefined
  readonly cpr: CprPosition
}

/** [first code, speed at it in kt, step in kt]; the code before the first row means stopped. */
const MOVEMENT_STEPS = [
  [124, 175, 0],
  [109, 100, 5],
  [94, 70, 2],
  [39, 15, 1],
  [13, 2, 0.5],
  [9, 1, 0.25],
  [2, 0.125, 0.125],
] as const

export function decodeSurfacePosition(me: Uint8Array): SurfacePosition {
  return {
    typeCode: bits(me, 1, 5),
    speedKt: speedOf(bits(me, 6, 7)),
    trackDeg: bits(me, 13, 1) === 1 ? (bits(me, 14, 7) * 360) / 128 : undefined,
    cpr: { odd: bits(me, 22, 1) === 1, latCpr: bits(me, 23, 17), lonCpr: bits(me, 40, 17) },
  }
}

function speedOf(movement: number): number | undefined {
  if (movement === 0 || movement > 124) return undefined
  for (const [first, speedKt, stepKt] of MOVEMENT_STEPS) if (movement >= first) return speedKt + (movement - first) * stepKt
  return 0
}
