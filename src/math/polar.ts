import { atan2, cos, sin } from './elementary.ts'

/**
 * What a sensor measures of a point, and how that changes as the point moves: range, azimuth and elevation in the sensor's own
 * east-north-up axes.
 *
 * rotation   cell ENU -> sensor ENU, 3x3 row-major
 * e, n, u    the point less the sensor, in the cell's frame, m
 * out        receives 12 numbers: range m, azimuth rad, elevation rad, then their gradients with respect to the point in the
 *            cell's frame: range (e, n, u), azimuth (e, n, u; rad/m), elevation (e, n, u; rad/m)
 */
export function polarInto(rotation: readonly number[], e: number, n: number, u: number, out: Float64Array): void {
  const x = rotation[0] * e + rotation[1] * n + rotation[2] * u
  const y = rotation[3] * e + rotation[4] * n + rotation[5] * u
  const z = rotation[6] * e + rotation[7] * n + rotation[8] * u
  // The millimetre keeps a point on the sensor's own vertical finite.
  const flat2 = x * x + y * y + 1e-6
  const flat = Math.sqrt(flat2)
  const range2 = flat2 + z * z
  const range = Math.sqrt(range2)
  out[0] = range
  out[1] = atan2(x, y)
  out[2] = atan2(z, flat)
  gradientInto(rotation, x / range, y / range, z / range, out, 3)
  gradientInto(rotation, y / flat2, -x / flat2, 0, out, 6)
  const f = -z / (range2 * flat)
  gradientInto(rotation, x * f, y * f, flat / range2, out, 9)
}

function gradientInto(r: readonly number[], gx: number, gy: number, gz: number, out: Float64Array, at: number): void {
  out[at] = r[0] * gx + r[3] * gy + r[6] * gz
  out[at + 1] = r[1] * gx + r[4] * gy + r[7] * gz
  out[at + 2] = r[2] * gx + r[5] * gy + r[8] * gz
}

/** The point that a sensor's measurement stands for, less the sensor, in the cell's frame: out[0..2] = e, n, u, m. */
export function fromPolarInto(
  rotation: readonly number[],
  rangeM: number,
  azimuthRad: number,
  elevationRad: number,
  out: Float64Array,
): void {
  const flat = rangeM * cos(elevationRad)
  const x = flat * sin(azimuthRad)
  const y = flat * cos(azimuthRad)
  const z = rangeM * sin(elevationRad)
  gradientInto(rotation, x, y, z, out, 0)
}
