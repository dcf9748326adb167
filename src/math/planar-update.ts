import { exp } from './elementary.ts'
import { PLANAR_BLOCK } from './planar-imm.ts'

/**
 * Measurement update of the horizontal models by several candidate detections at once (probabilistic data association), in any
 * two coordinates that the caller has linearised: a radar's range and azimuth, or east and north.
 *
 * The measurement may be older than the state by `-tauS` seconds: its prediction is then p + tau v, and the gains follow from
 * the covariance of the state now with the position then (process noise in between is left out).
 */
export type PlanarGeometry = {
  /** Rows of H: change of the two coordinates per metre east and north. */
  h00: number
  h01: number
  h10: number
  h11: number
  /** Variances of the two coordinates' noise. */
  r0: number
  r1: number
  /** Time of the measurement less the time of the state, s, at most 0. */
  tauS: number
}

/** Innovation of each model: inverse covariance (3), normalising factor, and its prediction less that of the mean (2). */
export const MODEL_WORK = 6

/** Prepares the gate of one track: `work` receives MODEL_WORK numbers a model from `workBase`. `meanE`, `meanN`: the position at the time of the measurement. */
export function planarInnovations(
  blocks: Float64Array,
  base: number,
  count: number,
  meanE: number,
  meanN: number,
  g: PlanarGeometry,
  work: Float64Array,
  workBase: number,
): void {
  const { h00, h01, h10, h11, tauS } = g
  const tau2 = tauS * tauS
  for (let m = 0; m < count; m++) {
    const b = base + m * PLANAR_BLOCK
    const p00 = blocks[b + 4] + 2 * tauS * blocks[b + 7] + tau2 * blocks[b + 11]
    const p01 = blocks[b + 5] + tauS * (blocks[b + 8] + blocks[b + 9]) + tau2 * blocks[b + 12]
    const p11 = blocks[b + 6] + 2 * tauS * blocks[b + 10] + tau2 * blocks[b + 13]
    const a0 = p00 * h00 + p01 * h01
    const a1 = p01 * h00 + p11 * h01
    const b0 = p00 * h10 + p01 * h11
    const b1 = p01 * h10 + p11 * h11
    const s00 = h00 * a0 + h01 * a1 + g.r0
    const s01 = h10 * a0 + h11 * a1
    const s11 = h10 * b0 + h11 * b1 + g.r1
    const scale = 1 / (s00 * s11 - s01 * s01)
    const de = blocks[b] + tauS * blocks[b + 2] - meanE
    const dn = blocks[b + 1] + tauS * blocks[b + 3] - meanN
    const w = workBase + m * MODEL_WORK
    work[w] = s11 * scale
    work[w + 1] = s01 * scale
    work[w + 2] = s00 * scale
    // 1 / (2 pi sqrt(det S))
    work[w + 3] = 0.15915494309189535 * Math.sqrt(scale)
    work[w + 4] = h00 * de + h01 * dn
    work[w + 5] = h10 * de + h11 * dn
  }
}

/** Distances of the last `planarDistance`, by model. */
const distances = new Float64Array(16)
/** A model this much further (squared) than the nearest one has no likelihood to speak of: below e^-15 of it. */
const DISTANCE_MARGIN = 30

/**
 * Squared Mahalanobis distance of one detection to the nearest model.
 *
 * n0, n1  the detection's coordinates less those predicted from the mean
 */
export function planarDistance(work: Float64Array, workBase: number, count: number, n0: number, n1: number): number {
  let best = Infinity
  for (let m = 0; m < count; m++) {
    const w = workBase + m * MODEL_WORK
    const e0 = n0 - work[w + 4]
    const e1 = n1 - work[w + 5]
    const d2 = work[w] * e0 * e0 - 2 * work[w + 1] * e0 * e1 + work[w + 2] * e1 * e1
    distances[m] = d2
    if (d2 < best) best = d2
  }
  return best
}

/** Likelihood of the detection of the last `planarDistance` under each model, into `out` from `at`; returns their mean over the model probabilities. `best`: what that call returned. */
export function planarLikelihood(
  work: Float64Array,
  workBase: number,
  count: number,
  weights: Float64Array,
  weightBase: number,
  best: number,
  out: Float64Array,
  at: number,
): number {
  const limit = best + DISTANCE_MARGIN
  let sum = 0
  for (let m = 0; m < count; m++) {
    const d2 = distances[m]
    const likelihood = d2 < limit ? exp(-0.5 * d2) * work[workBase + m * MODEL_WORK + 3] : 0
    out[at + m] = likelihood
    sum += weights[weightBase + m] * likelihood
  }
  return sum
}

/** Candidate detections of one track: pairs `from` .. `to - 1` of these arrays. */
export type PlanarCandidates = {
  /** Coordinates less those predicted from the mean. */
  n0: Float64Array
  n1: Float64Array
  /** Likelihood by pair and model, and its mean over the models before the update. */
  likelihood: Float64Array
  meanLikelihood: Float64Array
  /** Probability of the pair, given that the object exists. */
  marginal: Float64Array
}

/** No model falls below this probability, so that a change of motion is noticed at once. */
const WEIGHT_MIN = 1e-4

/** Updates every model of one track, and the model probabilities. `miss`: probability that none of the candidates is its own. */
export function updatePlanar(
  blocks: Float64Array,
  base: number,
  weights: Float64Array,
  weightBase: number,
  count: number,
  g: PlanarGeometry,
  work: Float64Array,
  workBase: number,
  candidates: PlanarCandidates,
  from: number,
  to: number,
  miss: number,
): void {
  const { n0, n1, likelihood, meanLikelihood, marginal } = candidates
  let total = 0
  for (let m = 0; m < count; m++) {
    const f0 = work[workBase + m * MODEL_WORK + 4]
    const f1 = work[workBase + m * MODEL_WORK + 5]
    let seen = 0
    let v0 = 0
    let v1 = 0
    let q00 = 0
    let q01 = 0
    let q11 = 0
    for (let p = from; p < to; p++) {
      const mean = meanLikelihood[p]
      const w = mean > 0 ? (marginal[p] * likelihood[p * count + m]) / mean : marginal[p]
      const e0 = n0[p] - f0
      const e1 = n1[p] - f1
      seen += w
      v0 += w * e0
      v1 += w * e1
      q00 += w * e0 * e0
      q01 += w * e0 * e1
      q11 += w * e1 * e1
    }
    const all = miss + seen
    total += weights[weightBase + m] *= all
    if (!(seen > 1e-12)) continue
    v0 /= all
    v1 /= all
    applyPlanar(
      blocks,
      base + m * PLANAR_BLOCK,
      g,
      work,
      workBase + m * MODEL_WORK,
      seen / all,
      v0,
      v1,
      q00 / all - v0 * v0,
      q01 / all - v0 * v1,
      q11 / all - v1 * v1,
    )
  }
  let sum = 0
  for (let m = 0; m < count; m++) {
    const w = weights[weightBase + m] / total
    sum += weights[weightBase + m] = w > WEIGHT_MIN ? w : WEIGHT_MIN
  }
  for (let m = 0; m < count; m++) weights[weightBase + m] /= sum
}

/** Moves one model by its mean innovation (v0, v1) and shrinks its covariance by the share seen, less the innovations' spread (q). */
function applyPlanar(
  blocks: Float64Array,
  b: number,
  g: PlanarGeometry,
  work: Float64Array,
  w: number,
  seen: number,
  v0: number,
  v1: number,
  q00: number,
  q01: number,
  q11: number,
): void {
  const { h00, h01, h10, h11, tauS } = g
  // Covariance of the state now with the position then.
  const p00 = blocks[b + 4] + tauS * blocks[b + 7]
  const p01 = blocks[b + 5] + tauS * blocks[b + 8]
  const p10 = blocks[b + 5] + tauS * blocks[b + 9]
  const p11 = blocks[b + 6] + tauS * blocks[b + 10]
  const c00 = blocks[b + 7] + tauS * blocks[b + 11]
  const c10 = blocks[b + 9] + tauS * blocks[b + 12]
  const c01 = blocks[b + 8] + tauS * blocks[b + 12]
  const c11 = blocks[b + 10] + tauS * blocks[b + 13]
  const a00 = p00 * h00 + p01 * h01
  const a10 = p10 * h00 + p11 * h01
  const a20 = c00 * h00 + c10 * h01
  const a30 = c01 * h00 + c11 * h01
  const a01 = p00 * h10 + p01 * h11
  const a11 = p10 * h10 + p11 * h11
  const a21 = c00 * h10 + c10 * h11
  const a31 = c01 * h10 + c11 * h11
  const i00 = work[w]
  const i01 = -work[w + 1]
  const i11 = work[w + 2]
  const k00 = a00 * i00 + a01 * i01
  const k01 = a00 * i01 + a01 * i11
  const k10 = a10 * i00 + a11 * i01
  const k11 = a10 * i01 + a11 * i11
  const k20 = a20 * i00 + a21 * i01
  const k21 = a20 * i01 + a21 * i11
  const k30 = a30 * i00 + a31 * i01
  const k31 = a30 * i01 + a31 * i11
  blocks[b] += k00 * v0 + k01 * v1
  blocks[b + 1] += k10 * v0 + k11 * v1
  blocks[b + 2] += k20 * v0 + k21 * v1
  blocks[b + 3] += k30 * v0 + k31 * v1
  // Row i of (spread - seen S) K': P' = P + K (spread - seen S) K', with K S = a.
  const d00 = q00 * k00 + q01 * k01 - seen * a00
  const d01 = q01 * k00 + q11 * k01 - seen * a01
  const d10 = q00 * k10 + q01 * k11 - seen * a10
  const d11 = q01 * k10 + q11 * k11 - seen * a11
  const d20 = q00 * k20 + q01 * k21 - seen * a20
  const d21 = q01 * k20 + q11 * k21 - seen * a21
  const d30 = q00 * k30 + q01 * k31 - seen * a30
  const d31 = q01 * k30 + q11 * k31 - seen * a31
  blocks[b + 4] += k00 * d00 + k01 * d01
  blocks[b + 5] += k00 * d10 + k01 * d11
  blocks[b + 6] += k10 * d10 + k11 * d11
  blocks[b + 7] += k00 * d20 + k01 * d21
  blocks[b + 8] += k00 * d30 + k01 * d31
  blocks[b + 9] += k10 * d20 + k11 * d21
  blocks[b + 10] += k10 * d30 + k11 * d31
  blocks[b + 11] += k20 * d20 + k21 * d21
  blocks[b + 12] += k20 * d30 + k21 * d31
  blocks[b + 13] += k30 * d30 + k31 * d31
  keepDefinite(blocks, b)
}

/** Smallest variances that a block may have: position m^2, velocity (m/s)^2. */
const POSITION_VARIANCE_MIN = 1e-2
const VELOCITY_VARIANCE_MIN = 1e-4

/**
 * Where rounding has eaten a covariance (a line 15 km long meets a point half a metre wide), starts it again without correlations: honest variances,
 * nothing clever. Never taken with sensors as they are.
 */
function keepDefinite(blocks: Float64Array, b: number): void {
  const ee = blocks[b + 4]
  const nn = blocks[b + 6]
  const vee = blocks[b + 11]
  const vnn = blocks[b + 13]
  if (
    ee > POSITION_VARIANCE_MIN &&
    nn > POSITION_VARIANCE_MIN &&
    ee * nn > blocks[b + 5] * blocks[b + 5] &&
    vee > VELOCITY_VARIANCE_MIN &&
    vnn > VELOCITY_VARIANCE_MIN &&
    vee * vnn > blocks[b + 12] * blocks[b + 12]
  )
    return
  const position = Math.max(Math.abs(ee), Math.abs(nn), POSITION_VARIANCE_MIN * 2)
  const velocity = Math.max(Math.abs(vee), Math.abs(vnn), VELOCITY_VARIANCE_MIN * 2)
  blocks[b + 4] = blocks[b + 6] = position
  blocks[b + 11] = blocks[b + 13] = velocity
  blocks[b + 5] = blocks[b + 7] = blocks[b + 8] = blocks[b + 9] = blocks[b + 10] = blocks[b + 12] = 0
}

/**
 * Update of every model by one scalar that is linear in position and velocity: a bearing without range, a range rate, one component of velocity.
 *
 * he, hn, hve, hvn  change of the scalar per metre and per m/s
 * innovation        measured less predicted from the mean state (me, mn, mve, mvn)
 */
export function updatePlanarScalar(
  blocks: Float64Array,
  base: number,
  weights: Float64Array,
  weightBase: number,
  count: number,
  he: number,
  hn: number,
  hve: number,
  hvn: number,
  variance: number,
  innovation: number,
  me: number,
  mn: number,
  mve: number,
  mvn: number,
): void {
  let total = 0
  for (let m = 0; m < count; m++) {
    const b = base + m * PLANAR_BLOCK
    const a0 = blocks[b + 4] * he + blocks[b + 5] * hn + blocks[b + 7] * hve + blocks[b + 8] * hvn
    const a1 = blocks[b + 5] * he + blocks[b + 6] * hn + blocks[b + 9] * hve + blocks[b + 10] * hvn
    const a2 = blocks[b + 7] * he + blocks[b + 9] * hn + blocks[b + 11] * hve + blocks[b + 12] * hvn
    const a3 = blocks[b + 8] * he + blocks[b + 10] * hn + blocks[b + 12] * hve + blocks[b + 13] * hvn
    const s = he * a0 + hn * a1 + hve * a2 + hvn * a3 + variance
    const e = innovation - he * (blocks[b] - me) - hn * (blocks[b + 1] - mn) - hve * (blocks[b + 2] - mve) - hvn * (blocks[b + 3] - mvn)
    const d2 = (e * e) / s
    total += weights[weightBase + m] *= exp(-0.5 * (d2 < 200 ? d2 : 200)) / Math.sqrt(s)
    const k0 = a0 / s
    const k1 = a1 / s
    const k2 = a2 / s
    const k3 = a3 / s
    blocks[b] += k0 * e
    blocks[b + 1] += k1 * e
    blocks[b + 2] += k2 * e
    blocks[b + 3] += k3 * e
    blocks[b + 4] -= k0 * a0
    blocks[b + 5] -= k0 * a1
    blocks[b + 6] -= k1 * a1
    blocks[b + 7] -= k0 * a2
    blocks[b + 8] -= k0 * a3
    blocks[b + 9] -= k1 * a2
    blocks[b + 10] -= k1 * a3
    blocks[b + 11] -= k2 * a2
    blocks[b + 12] -= k2 * a3
    blocks[b + 13] -= k3 * a3
    keepDefinite(blocks, b)
  }
  let sum = 0
  for (let m = 0; m < count; m++) {
    const w = total > 0 ? weights[weightBase + m] / total : 1 / count
    sum += weights[weightBase + m] = w > WEIGHT_MIN ? w : WEIGHT_MIN
  }
  for (let m = 0; m < count; m++) weights[weightBase + m] /= sum
}
