import { atan2, cos, hypot2, sin } from './elementary.ts'

/**
 * Positions on the WGS-84 ellipsoid, Earth-centred Earth-fixed (ECEF) axes, and one cell's rigid east-north-up frame.
 *
 * Source: NIMA TR8350.2, third edition: semi-major axis and flattening are defined, the rest follows.
 */
export const WGS84_A_M = 6378137
export const WGS84_F = 1 / 298.257223563
export const WGS84_B_M = WGS84_A_M * (1 - WGS84_F)
export const WGS84_E2 = WGS84_F * (2 - WGS84_F)
/** Second eccentricity squared, (a^2 - b^2) / b^2. */
const EP2 = WGS84_E2 / (1 - WGS84_E2)

/**
 * The rigid frame of one cell: east, north and up at its origin, in metres.
 *
 * originEcefM  the origin in ECEF, m
 * rotation     ECEF -> ENU, 3x3 row-major
 */
export type CellFrame = {
  readonly originLatRad: number
  readonly originLonRad: number
  readonly originAltHaeM: number
  readonly originEcefM: readonly number[]
  readonly rotation: readonly number[]
}

/** Geodetic to ECEF: out[0..2] = x, y, z, m. */
export function geodeticToEcefInto(latRad: number, lonRad: number, altHaeM: number, out: Float64Array): void {
  const s = sin(latRad)
  const c = cos(latRad)
  // Radius of curvature in the prime vertical.
  const n = WGS84_A_M / Math.sqrt(1 - WGS84_E2 * s * s)
  const p = (n + altHaeM) * c
  out[0] = p * cos(lonRad)
  out[1] = p * sin(lonRad)
  out[2] = (n * (1 - WGS84_E2) + altHaeM) * s
}

/**
 * ECEF to geodetic: out[0..2] = latitude rad, longitude rad, height above the ellipsoid m.
 *
 * Bowring's iteration on the reduced latitude (1976); three rounds leave less than a nanometre from the sea bed to orbit.
 * On the axis the longitude is 0. Within some kilometres of the Earth's centre latitude means nothing and is not defined here.
 */
export function ecefToGeodeticInto(xM: number, yM: number, zM: number, out: Float64Array): void {
  const p = hypot2(xM, yM)
  // (c, s): cosine and sine of the reduced latitude.
  let c = p * WGS84_B_M
  let s = zM * WGS84_A_M
  let up = 0
  let flat = 0
  for (let round = 0; round < 3; round++) {
    const length = hypot2(c, s)
    c /= length
    s /= length
    up = zM + EP2 * WGS84_B_M * s * s * s
    flat = p - WGS84_E2 * WGS84_A_M * c * c * c
    c = flat
    s = up * (1 - WGS84_F)
  }
  const length = hypot2(flat, up)
  const cosLat = flat / length
  const sinLat = up / length
  out[0] = atan2(up, flat)
  out[1] = p === 0 ? 0 : atan2(yM, xM)
  // This form has no division by a cosine, so it holds at the poles too.
  out[2] = p * cosLat + zM * sinLat - WGS84_A_M * Math.sqrt(1 - WGS84_E2 * sinLat * sinLat)
}

/** Rotation ECEF -> local ENU at a place, 3x3 row-major. */
function enuRotation(latRad: number, lonRad: number): number[] {
  const sl = sin(latRad)
  const cl = cos(latRad)
  const so = sin(lonRad)
  const co = cos(lonRad)
  return [-so, co, 0, -sl * co, -sl * so, cl, cl * co, cl * so, sl]
}

/** The rigid frame with its origin at the given place. */
export function cellFrame(latRad: number, lonRad: number, altHaeM: number): CellFrame {
  const origin = new Float64Array(3)
  geodeticToEcefInto(latRad, lonRad, altHaeM, origin)
  return {
    originLatRad: latRad,
    originLonRad: lonRad,
    originAltHaeM: altHaeM,
    originEcefM: Array.from(origin),
    rotation: enuRotation(latRad, lonRad),
  }
}

/** Geodetic to the cell's frame: out[0..2] = east, north, up, m. */
export function geodeticToEnuInto(frame: CellFrame, latRad: number, lonRad: number, altHaeM: number, out: Float64Array): void {
  geodeticToEcefInto(latRad, lonRad, altHaeM, out)
  const { rotation: r, originEcefM: o } = frame
  const x = out[0] - o[0]
  const y = out[1] - o[1]
  const z = out[2] - o[2]
  out[0] = r[0] * x + r[1] * y + r[2] * z
  out[1] = r[3] * x + r[4] * y + r[5] * z
  out[2] = r[6] * x + r[7] * y + r[8] * z
}

/** The cell's frame to geodetic: out[0..2] = latitude rad, longitude rad, height above the ellipsoid m. */
export function enuToGeodeticInto(frame: CellFrame, eM: number, nM: number, uM: number, out: Float64Array): void {
  const { rotation: r, originEcefM: o } = frame
  ecefToGeodeticInto(
    o[0] + r[0] * eM + r[3] * nM + r[6] * uM,
    o[1] + r[1] * eM + r[4] * nM + r[7] * uM,
    o[2] + r[2] * eM + r[5] * nM + r[8] * uM,
    out,
  )
}

/**
 * Rotation cell ENU -> ENU at a place (its true north and local vertical), 3x3 row-major: what a sensor there measures in.
 * Velocities reported there go the other way, by the transpose.
 */
export function sensorRotation(frame: CellFrame, latRad: number, lonRad: number): number[] {
  const local = enuRotation(latRad, lonRad)
  const cell = frame.rotation
  const out: number[] = []
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      out.push(local[3 * i] * cell[3 * j] + local[3 * i + 1] * cell[3 * j + 1] + local[3 * i + 2] * cell[3 * j + 2])
    }
  }
  return out
}
