import { exp } from './elementary.ts'

/**
 * Standard normal distribution function; error below 1.5e-7.
 *
 * Source: Abramowitz and Stegun 7.1.26.
 */
export function normalCdf(x: number): number {
  const a = Math.abs(x) * 0.7071067811865476
  const t = 1 / (1 + 0.3275911 * a)
  const tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * exp(-a * a)
  return x < 0 ? 0.5 * tail : 1 - 0.5 * tail
}
