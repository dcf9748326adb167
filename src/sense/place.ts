import { exp, log } from '../math/elementary.ts'
import { geodeticToEnuInto, sensorRotation } from '../math/geodesy.ts'
import type { PositionMeasurement } from '../model/detection.ts'
import type { SenseContext } from './state.ts'

export const RAD_PER_DEG = 3.141592653589793 / 180
export const M_PER_FT = 0.3048
/** Exact: 1852 m an hour. */
export const MPS_PER_KT = 1852 / 3600

/** A place on the Earth with what is known of its motion, in the local east, north, up there. NaN: not known. */
export type GeodeticFix = {
  readonly latRad: number
  readonly lonRad: number
  readonly altHaeM: number
  readonly horizontalSigmaM: number
  readonly verticalSigmaM: number
  readonly eastMps: number
  readonly northMps: number
  readonly upMps: number
  readonly velocitySigmaMps: number
}

const enu = new Float64Array(3)

/** Into the cell's rigid frame, velocity too: its axes are those of the cell's origin, not those of the place. */
export function positionMeasurement(context: SenseContext, fix: GeodeticFix): PositionMeasurement {
  const heightKnown = fix.altHaeM === fix.altHaeM
  // Without a height the place is taken at sea level: at 50 km, 100 m of height move it by 1 m.
  geodeticToEnuInto(context.frame, fix.latRad, fix.lonRad, heightKnown ? fix.altHaeM : context.geoidM, enu)
  const velocityKnown = fix.eastMps === fix.eastMps && fix.northMps === fix.northMps
  const r = velocityKnown ? sensorRotation(context.frame, fix.latRad, fix.lonRad) : []
  const up = fix.upMps === fix.upMps ? fix.upMps : 0
  // The transpose of cell -> local.
  const axis = (i: number): number =>
    velocityKnown ? (r[i] ?? 0) * fix.eastMps + (r[3 + i] ?? 0) * fix.northMps + (r[6 + i] ?? 0) * up : NaN
  return {
    kind: 'position',
    eM: enu[0] ?? 0,
    nM: enu[1] ?? 0,
    uM: heightKnown ? (enu[2] ?? 0) : NaN,
    horizontalSigmaM: fix.horizontalSigmaM,
    verticalSigmaM: heightKnown ? fix.verticalSigmaM : NaN,
    veMps: axis(0),
    vnMps: axis(1),
    vuMps: fix.upMps === fix.upMps ? axis(2) : NaN,
    velocitySigmaMps: velocityKnown ? fix.velocitySigmaMps : NaN,
  }
}

/**
 * Height above the ellipsoid that belongs to a pressure altitude, m: the standard atmosphere shifted to the QNH in force.
 *
 * Source: ICAO Doc 7488, troposphere: T0 = 288.15 K, 6.5 K/km, exponent 5.2559.
 */
export function altHaeFromPressureM(altPressM: number, qnhPa: number, geoidM: number): number {
  const qnhHeightM = (288.15 / 0.0065) * (1 - exp(log(qnhPa / 101325) / 5.2559))
  return altPressM - qnhHeightM + geoidM
}

/**
 * One sigma of that height, m. Air 20 K warmer than standard, as over Doha, makes true height 7 % more than it says, so the
 * error grows with height; the bias is the tracker's to bear.
 */
export function pressureHeightSigmaM(altPressM: number): number {
  return 30 + 0.05 * Math.abs(altPressM)
}
