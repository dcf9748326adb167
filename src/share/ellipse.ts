import { atan2, PI } from '../math/elementary.ts'

/**
 * One-sigma ellipse of a horizontal covariance.
 *
 * ee, en, nn  east-east, east-north, north-north, m^2
 * bearingRad  of the major axis, clockwise from north, 0 <= b < pi; 0 for a circle
 *
 * Eigenvalues of a symmetric 2x2 matrix: mean of the diagonal plus and minus the radius of Mohr's circle.
 * A matrix that is not positive semi-definite (rounding) gives a minor axis of 0.
 */
export function covarianceEllipse(ee: number, en: number, nn: number): { majorM: number; minorM: number; bearingRad: number } {
  const mean = (ee + nn) / 2
  const half = (nn - ee) / 2
  const radius = Math.sqrt(half * half + en * en)
  const majorM = Math.sqrt(Math.max(0, mean + radius))
  const minorM = Math.sqrt(Math.max(0, mean - radius))
  if (radius === 0) return { majorM, minorM, bearingRad: 0 }
  // Bearing turns from north to east, so the double angle has north-north less east-east as its cosine.
  const bearingRad = atan2(en, half) / 2
  return { majorM, minorM, bearingRad: bearingRad < 0 ? bearingRad + PI : bearingRad }
}
