import { exp } from './elementary.ts'
import { VERTICAL_BLOCK } from './vertical-imm.ts'

/** As `planar-update.ts`, for height: one coordinate z = h u + noise, with h the change of the coordinate per metre of height. */
export const VERTICAL_WORK = 3

/** Innovation of each model: inverse variance, normalising factor, prediction less that of the mean. `meanU`: at the time of the measurement. */
export function verticalInnovations(
  blocks: Float64Array,
  base: number,
  count: number,
  meanU: number,
  h: number,
  r: number,
  tauS: number,
  work: Float64Array,
  workBase: number,
): void {
  for (let m = 0; m < count; m++) {
    const b = base + m * VERTICAL_BLOCK
    const p = blocks[b + 2] + 2 * tauS * blocks[b + 3] + tauS * tauS * blocks[b + 4]
    const s = 1 / (h * h * p + r)
    work[workBase + m * VERTICAL_WORK] = s
    // 1 / sqrt(2 pi S)
    work[workBase + m * VERTICAL_WORK + 1] = 0.3989422804014327 * Math.sqrt(s)
    work[workBase + m * VERTICAL_WORK + 2] = h * (blocks[b] + tauS * blocks[b + 1] - meanU)
  }
}

const distances = new Float64Array(8)

/** Squared distance of one detection's height coordinate to the nearest model. */
export function verticalDistance(work: Float64Array, workBase: number, count: number, n: number): number {
  let best = Infinity
  for (let m = 0; m < count; m++) {
    const e = n - work[workBase + m * VERTICAL_WORK + 2]
    const d2 = e * e * work[workBase + m * VERTICAL_WORK]
    distances[m] = d2
    if (d2 < best) best = d2
  }
  return best
}

/** Likelihood of the detection of the last `verticalDistance` under each model, into `out` from `at`; returns the mean over the models. */
export function verticalLikelihood(
  work: Float64Array,
  workBase: number,
  count: number,
  weights: Float64Array,
  weightBase: number,
  out: Float64Array,
  at: number,
): number {
  let sum = 0
  for (let m = 0; m < count; m++) {
    const d2 = distances[m]
    const likelihood = d2 < 200 ? exp(-0.5 * d2) * work[workBase + m * VERTICAL_WORK + 1] : 0
    out[at + m] = likelihood
    sum += weights[weightBase + m] * likelihood
  }
  return sum
}

/** As `PlanarCandidates`; `nz` is NaN where the detection came without a height. */
export type VerticalCandidates = { nz: Float64Array; likelihood: Float64Array; meanLikelihood: Float64Array; marginal: Float64Array }

const WEIGHT_MIN = 1e-3

/** Updates every height model of one track by its candidate detections. */
export function updateVertical(
  blocks: Float64Array,
  base: number,
  weights: Float64Array,
  weightBase: number,
  count: number,
  h: number,
  tauS: number,
  work: Float64Array,
  workBase: number,
  candidates: VerticalCandidates,
  from: number,
  to: number,
  miss: number,
): void {
  const { nz, likelihood, meanLikelihood, marginal } = candidates
  let total = 0
  for (let m = 0; m < count; m++) {
    const b = base + m * VERTICAL_BLOCK
    const f = work[workBase + m * VERTICAL_WORK + 2]
    let seen = 0
    let unmeasured = 0
    let v = 0
    let q = 0
    for (let p = from; p < to; p++) {
      if (!(nz[p] === nz[p])) {
        unmeasured += marginal[p]
        continue
      }
      const mean = meanLikelihood[p]
      const w = mean > 0 ? (marginal[p] * likelihood[p * count + m]) / mean : marginal[p]
      const e = nz[p] - f
      seen += w
      v += w * e
      q += w * e * e
    }
    const all = miss + unmeasured + seen
    total += weights[weightBase + m] *= all
    if (!(seen > 1e-12)) continue
    v /= all
    const share = seen / all
    const spread = q / all - v * v
    const a0 = (blocks[b + 2] + tauS * blocks[b + 3]) * h
    const a1 = (blocks[b + 3] + tauS * blocks[b + 4]) * h
    const k0 = a0 * work[workBase + m * VERTICAL_WORK]
    const k1 = a1 * work[workBase + m * VERTICAL_WORK]
    blocks[b] += k0 * v
    blocks[b + 1] += k1 * v
    blocks[b + 2] += k0 * (spread * k0 - share * a0)
    blocks[b + 3] += k0 * (spread * k1 - share * a1)
    blocks[b + 4] += k1 * (spread * k1 - share * a1)
    keepDefinite(blocks, b)
  }
  let sum = 0
  for (let m = 0; m < count; m++) {
    const w = weights[weightBase + m] / total
    sum += weights[weightBase + m] = w > WEIGHT_MIN ? w : WEIGHT_MIN
  }
  for (let m = 0; m < count; m++) weights[weightBase + m] /= sum
}

/** As in `planar-update.ts`: where rounding has eaten the covariance, it starts again without correlation. */
function keepDefinite(blocks: Float64Array, b: number): void {
  const uu = blocks[b + 2]
  const vv = blocks[b + 4]
  if (uu > 1e-3 && vv > 1e-6 && uu * vv > blocks[b + 3] * blocks[b + 3]) return
  blocks[b + 2] = Math.max(Math.abs(uu), 2e-3)
  blocks[b + 4] = Math.max(Math.abs(vv), 2e-6)
  blocks[b + 3] = 0
}

/** Update of every model by a scalar `hu u + hv vu + noise`; `innovation`: measured less predicted from the mean height and rate (mu, mv). */
export function updateVerticalScalar(
  blocks: Float64Array,
  base: number,
  weights: Float64Array,
  weightBase: number,
  count: number,
  hu: number,
  hv: number,
  variance: number,
  innovation: number,
  mu: number,
  mv: number,
): void {
  let total = 0
  for (let m = 0; m < count; m++) {
    const b = base + m * VERTICAL_BLOCK
    const a0 = hu * blocks[b + 2] + hv * blocks[b + 3]
    const a1 = hu * blocks[b + 3] + hv * blocks[b + 4]
    const s = hu * a0 + hv * a1 + variance
    const e = innovation - hu * (blocks[b] - mu) - hv * (blocks[b + 1] - mv)
    const d2 = (e * e) / s
    total += weights[weightBase + m] *= exp(-0.5 * (d2 < 200 ? d2 : 200)) / Math.sqrt(s)
    const k0 = a0 / s
    const k1 = a1 / s
    blocks[b] += k0 * e
    blocks[b + 1] += k1 * e
    blocks[b + 2] -= k0 * a0
    blocks[b + 3] -= k0 * a1
    blocks[b + 4] -= k1 * a1
    keepDefinite(blocks, b)
  }
  let sum = 0
  for (let m = 0; m < count; m++) {
    const w = total > 0 ? weights[weightBase + m] / total : 1 / count
    sum += weights[weightBase + m] = w > WEIGHT_MIN ? w : WEIGHT_MIN
  }
  for (let m = 0; m < count; m++) weights[weightBase + m] /= sum
}

/** Update of every model by a measured climb rate. */
export function updateClimb(
  blocks: Float64Array,
  base: number,
  weights: Float64Array,
  weightBase: number,
  count: number,
  rateMps: number,
  variance: number,
): void {
  updateVerticalScalar(blocks, base, weights, weightBase, count, 0, 1, variance, rateMps, 0, 0)
}
