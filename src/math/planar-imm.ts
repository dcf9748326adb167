import { cos, exp, sin } from './elementary.ts'

/**
 * Interacting multiple models in the horizontal plane (Blom and Bar-Shalom, 1988), on flat arrays.
 *
 * One block of 14 numbers per model:
 *   0..3    e, n, ve, vn                             m, m/s
 *   4..6    covariance of position: ee, en, nn       m^2
 *   7..10   position with velocity: e-ve, e-vn, n-ve, n-vn   m^2/s
 *   11..13  covariance of velocity: ee, en, nn       m^2/s^2
 * The blocks of one track follow each other; its model probabilities are `weights`.
 */
export const PLANAR_BLOCK = 14

/** How one model moves. White acceleration of spectral density `alongPsd` in the direction of flight and `acrossPsd` across it, m^2/s^3. */
export type PlanarModel = {
  readonly kind: 'straight' | 'manoeuvre' | 'hover' | 'turn' | 'fast'
  /** Turn to the left (counter-clockwise from above), rad/s; 0 unless `turn`. */
  readonly turnRadps: number
  readonly alongPsd: number
  readonly acrossPsd: number
  /** Probability of the model in a new track. */
  readonly birthWeight: number
  /** One standard deviation of each velocity component in a new track, m/s. */
  readonly birthSpeedSigmaMps: number
}

/** All that the models need for one time step; depends on nothing but the models and the step. */
export type PlanarMotion = {
  readonly dtS: number
  /** Four numbers a model: position gain a, s and velocity turn g, h, so that p += [a -s; s a] v and v = [g -h; h g] v. */
  readonly gains: Float64Array
  readonly alongPsd: Float64Array
  readonly acrossPsd: Float64Array
  /** Probability of going from model i to j in the step, row-major. */
  readonly transition: Float64Array
}

/** Time constant with which a hovering object loses speed, s. */
const HOVER_TIME_S = 1

/**
 * The step's constants.
 *
 * rates  transition rates between models, row-major, 1/s, with the negative sum of the row on its diagonal
 */
export function planarMotion(models: readonly PlanarModel[], rates: Float64Array, dtS: number): PlanarMotion {
  const count = models.length
  const gains = new Float64Array(count * 4)
  const transition = new Float64Array(count * count)
  for (let i = 0; i < count; i++) {
    const model = models[i]
    const w = model.turnRadps
    const stay = exp(-dtS / HOVER_TIME_S)
    const turning = model.kind === 'turn'
    const hovering = model.kind === 'hover'
    gains[4 * i] = turning ? sin(w * dtS) / w : hovering ? HOVER_TIME_S * (1 - stay) : dtS
    gains[4 * i + 1] = turning ? (1 - cos(w * dtS)) / w : 0
    gains[4 * i + 2] = turning ? cos(w * dtS) : hovering ? stay : 1
    gains[4 * i + 3] = turning ? sin(w * dtS) : 0
    const leave = rates[i * count + i]
    const left = leave === 0 ? 0 : (1 - exp(leave * dtS)) / -leave
    for (let j = 0; j < count; j++) transition[i * count + j] = i === j ? exp(leave * dtS) : left * rates[i * count + j]
  }
  return {
    dtS,
    gains,
    transition,
    alongPsd: Float64Array.from(models, (m) => m.alongPsd),
    acrossPsd: Float64Array.from(models, (m) => m.acrossPsd),
  }
}

/** Share of a model's mixed probability below which a contributing model is left out of its mixture. */
const MIX_SHARE_MIN = 1e-3

/** Working room of the mixing, for up to 16 models. */
const mixed = new Float64Array(16 * PLANAR_BLOCK)
const mixedWeight = new Float64Array(16)
const share = new Float64Array(16)
const member = new Int32Array(16)

/** IMM mixing of one track: each model restarts from the mixture that may have led to it. */
export function mixPlanar(blocks: Float64Array, base: number, weights: Float64Array, weightBase: number, motion: PlanarMotion): void {
  const count = motion.alongPsd.length
  const transition = motion.transition
  for (let j = 0; j < count; j++) {
    let total = 0
    for (let i = 0; i < count; i++) total += share[i] = transition[i * count + j] * weights[weightBase + i]
    mixedWeight[j] = total
    const least = total * MIX_SHARE_MIN
    let kept = 0
    let keptShare = 0
    for (let i = 0; i < count; i++) {
      if (share[i] > least) {
        member[kept++] = i
        keptShare += share[i]
      }
    }
    const to = j * PLANAR_BLOCK
    if (kept === 1) {
      const from = base + member[0] * PLANAR_BLOCK
      for (let k = 0; k < PLANAR_BLOCK; k++) mixed[to + k] = blocks[from + k]
    } else {
      mixInto(blocks, base, kept, keptShare, to)
    }
  }
  const size = count * PLANAR_BLOCK
  for (let k = 0; k < size; k++) blocks[base + k] = mixed[k]
  for (let j = 0; j < count; j++) weights[weightBase + j] = mixedWeight[j]
}

/** Moment-matched mixture of the first `kept` members, with their shares, into the working room at `to`. */
function mixInto(blocks: Float64Array, base: number, kept: number, keptShare: number, to: number): void {
  let e = 0
  let n = 0
  let ve = 0
  let vn = 0
  for (let a = 0; a < kept; a++) {
    const i = member[a]
    const w = (share[i] /= keptShare)
    const b = base + i * PLANAR_BLOCK
    e += w * blocks[b]
    n += w * blocks[b + 1]
    ve += w * blocks[b + 2]
    vn += w * blocks[b + 3]
  }
  let c4 = 0
  let c5 = 0
  let c6 = 0
  let c7 = 0
  let c8 = 0
  let c9 = 0
  let c10 = 0
  let c11 = 0
  let c12 = 0
  let c13 = 0
  for (let a = 0; a < kept; a++) {
    const i = member[a]
    const w = share[i]
    const b = base + i * PLANAR_BLOCK
    const de = blocks[b] - e
    const dn = blocks[b + 1] - n
    const dve = blocks[b + 2] - ve
    const dvn = blocks[b + 3] - vn
    c4 += w * (blocks[b + 4] + de * de)
    c5 += w * (blocks[b + 5] + de * dn)
    c6 += w * (blocks[b + 6] + dn * dn)
    c7 += w * (blocks[b + 7] + de * dve)
    c8 += w * (blocks[b + 8] + de * dvn)
    c9 += w * (blocks[b + 9] + dn * dve)
    c10 += w * (blocks[b + 10] + dn * dvn)
    c11 += w * (blocks[b + 11] + dve * dve)
    c12 += w * (blocks[b + 12] + dve * dvn)
    c13 += w * (blocks[b + 13] + dvn * dvn)
  }
  mixed[to] = e
  mixed[to + 1] = n
  mixed[to + 2] = ve
  mixed[to + 3] = vn
  mixed[to + 4] = c4
  mixed[to + 5] = c5
  mixed[to + 6] = c6
  mixed[to + 7] = c7
  mixed[to + 8] = c8
  mixed[to + 9] = c9
  mixed[to + 10] = c10
  mixed[to + 11] = c11
  mixed[to + 12] = c12
  mixed[to + 13] = c13
}

/** Below this speed an object has no direction of flight, and its noise is the same all round; (m/s)^2. */
const DIRECTED_SPEED2 = 9

/** Moves every model of one track by the motion's step. */
export function predictPlanar(blocks: Float64Array, base: number, motion: PlanarMotion): void {
  const { gains, alongPsd, acrossPsd, dtS } = motion
  const half = (dtS * dtS) / 2
  const third = (dtS * dtS * dtS) / 3
  for (let m = 0; m < alongPsd.length; m++) {
    const b = base + m * PLANAR_BLOCK
    const a = gains[4 * m]
    const s = gains[4 * m + 1]
    const g = gains[4 * m + 2]
    const h = gains[4 * m + 3]
    const ve = blocks[b + 2]
    const vn = blocks[b + 3]
    const c00 = blocks[b + 7]
    const c01 = blocks[b + 8]
    const c10 = blocks[b + 9]
    const c11 = blocks[b + 10]
    const v00 = blocks[b + 11]
    const v01 = blocks[b + 12]
    const v11 = blocks[b + 13]
    blocks[b] += a * ve - s * vn
    blocks[b + 1] += s * ve + a * vn
    blocks[b + 2] = g * ve - h * vn
    blocks[b + 3] = h * ve + g * vn
    // X = C + A V, with A = [a -s; s a]; then P' = P + A C' + X A', C' = X B', V' = B V B', B = [g -h; h g].
    const x00 = c00 + a * v00 - s * v01
    const x01 = c01 + a * v01 - s * v11
    const x10 = c10 + s * v00 + a * v01
    const x11 = c11 + s * v01 + a * v11
    const w00 = g * v00 - h * v01
    const w01 = g * v01 - h * v11
    const w10 = h * v00 + g * v01
    const w11 = h * v01 + g * v11
    const across = acrossPsd[m]
    let q00 = alongPsd[m]
    let q01 = 0
    let q11 = q00
    const speed2 = ve * ve + vn * vn
    if (across !== q00 && speed2 > DIRECTED_SPEED2) {
      const f = (q00 - across) / speed2
      q00 = across + f * ve * ve
      q01 = f * ve * vn
      q11 = across + f * vn * vn
    }
    blocks[b + 4] += a * c00 - s * c01 + (x00 * a - x01 * s) + q00 * third
    blocks[b + 5] += a * c10 - s * c11 + (x00 * s + x01 * a) + q01 * third
    blocks[b + 6] += s * c10 + a * c11 + (x10 * s + x11 * a) + q11 * third
    blocks[b + 7] = x00 * g - x01 * h + q00 * half
    blocks[b + 8] = x00 * h + x01 * g + q01 * half
    blocks[b + 9] = x10 * g - x11 * h + q01 * half
    blocks[b + 10] = x10 * h + x11 * g + q11 * half
    blocks[b + 11] = w00 * g - w01 * h + q00 * dtS
    blocks[b + 12] = w00 * h + w01 * g + q01 * dtS
    blocks[b + 13] = w10 * h + w11 * g + q11 * dtS
  }
}

/**
 * Mean and covariance of one track over its models.
 *
 * out  receives at `at`: e, n, ve, vn, ee, en, nn, vee, ven, vnn
 */
export function planarMomentsInto(
  blocks: Float64Array,
  base: number,
  weights: Float64Array,
  weightBase: number,
  count: number,
  out: Float64Array,
  at: number,
): void {
  let e = 0
  let n = 0
  let ve = 0
  let vn = 0
  for (let m = 0; m < count; m++) {
    const w = weights[weightBase + m]
    const b = base + m * PLANAR_BLOCK
    e += w * blocks[b]
    n += w * blocks[b + 1]
    ve += w * blocks[b + 2]
    vn += w * blocks[b + 3]
  }
  let ee = 0
  let en = 0
  let nn = 0
  let vee = 0
  let ven = 0
  let vnn = 0
  for (let m = 0; m < count; m++) {
    const w = weights[weightBase + m]
    const b = base + m * PLANAR_BLOCK
    const de = blocks[b] - e
    const dn = blocks[b + 1] - n
    const dve = blocks[b + 2] - ve
    const dvn = blocks[b + 3] - vn
    ee += w * (blocks[b + 4] + de * de)
    en += w * (blocks[b + 5] + de * dn)
    nn += w * (blocks[b + 6] + dn * dn)
    vee += w * (blocks[b + 11] + dve * dve)
    ven += w * (blocks[b + 12] + dve * dvn)
    vnn += w * (blocks[b + 13] + dvn * dvn)
  }
  out[at] = e
  out[at + 1] = n
  out[at + 2] = ve
  out[at + 3] = vn
  out[at + 4] = ee
  out[at + 5] = en
  out[at + 6] = nn
  out[at + 7] = vee
  out[at + 8] = ven
  out[at + 9] = vnn
}
