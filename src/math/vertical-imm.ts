import { exp } from './elementary.ts'

/**
 * Interacting models of height, apart from the horizontal ones: level flight, climb at a steady rate, and free climb.
 *
 * One block of 5 numbers per model: u, vu, and the covariance uu, u-vu, vu-vu (m, m/s).
 */
export const VERTICAL_BLOCK = 5

export type VerticalModel = {
  /** `level` loses its climb rate with a time constant of 1 s. */
  readonly kind: 'level' | 'climb'
  /** Spectral density of vertical acceleration, m^2/s^3. */
  readonly psd: number
  readonly birthWeight: number
  /** One standard deviation of the climb rate in a new track, m/s. */
  readonly birthRateSigmaMps: number
  /** Variance added to the climb rate when another model turns into this one, (m/s)^2. */
  readonly entryVariance: number
}

export type VerticalMotion = { readonly dtS: number; readonly transition: Float64Array; readonly stay: number }

/** The step's constants; `rates` as in `planarMotion`. */
export function verticalMotion(count: number, rates: Float64Array, dtS: number): VerticalMotion {
  const transition = new Float64Array(count * count)
  for (let i = 0; i < count; i++) {
    const leave = rates[i * count + i]
    const left = leave === 0 ? 0 : (1 - exp(leave * dtS)) / -leave
    for (let j = 0; j < count; j++) transition[i * count + j] = i === j ? exp(leave * dtS) : left * rates[i * count + j]
  }
  return { dtS, transition, stay: exp(-dtS) }
}

const mixed = new Float64Array(8 * VERTICAL_BLOCK)
const mixedWeight = new Float64Array(8)

/** Mixes the models of one track's height and moves them by the step. */
export function predictVertical(
  models: readonly VerticalModel[],
  blocks: Float64Array,
  base: number,
  weights: Float64Array,
  weightBase: number,
  motion: VerticalMotion,
): void {
  const count = models.length
  const { transition, dtS, stay } = motion
  for (let j = 0; j < count; j++) {
    const entry = models[j].entryVariance
    let total = 0
    let u = 0
    let v = 0
    for (let i = 0; i < count; i++) {
      const w = transition[i * count + j] * weights[weightBase + i]
      const b = base + i * VERTICAL_BLOCK
      total += w
      u += w * blocks[b]
      v += w * blocks[b + 1]
    }
    u /= total
    v /= total
    let p = 0
    let c = 0
    let q = 0
    for (let i = 0; i < count; i++) {
      const w = (transition[i * count + j] * weights[weightBase + i]) / total
      const b = base + i * VERTICAL_BLOCK
      const du = blocks[b] - u
      const dv = blocks[b + 1] - v
      p += w * (blocks[b + 2] + du * du)
      c += w * (blocks[b + 3] + du * dv)
      q += w * (blocks[b + 4] + (i === j ? 0 : entry) + dv * dv)
    }
    const level = models[j].kind === 'level'
    const gain = level ? 1 - stay : dtS
    const keep = level ? stay : 1
    const psd = models[j].psd
    const to = j * VERTICAL_BLOCK
    mixed[to] = u + gain * v
    mixed[to + 1] = keep * v
    mixed[to + 2] = p + 2 * gain * c + gain * gain * q + (psd * dtS * dtS * dtS) / 3
    mixed[to + 3] = keep * (c + gain * q) + (psd * dtS * dtS) / 2
    mixed[to + 4] = keep * keep * q + psd * dtS
    mixedWeight[j] = total
  }
  for (let k = 0; k < count * VERTICAL_BLOCK; k++) blocks[base + k] = mixed[k]
  for (let j = 0; j < count; j++) weights[weightBase + j] = mixedWeight[j]
}

/** Mean and variance over the models; out receives at `at`: u, vu, uu, vuvu. */
export function verticalMomentsInto(
  blocks: Float64Array,
  base: number,
  weights: Float64Array,
  weightBase: number,
  count: number,
  out: Float64Array,
  at: number,
): void {
  let u = 0
  let v = 0
  for (let m = 0; m < count; m++) {
    u += weights[weightBase + m] * blocks[base + m * VERTICAL_BLOCK]
    v += weights[weightBase + m] * blocks[base + m * VERTICAL_BLOCK + 1]
  }
  let uu = 0
  let vv = 0
  for (let m = 0; m < count; m++) {
    const b = base + m * VERTICAL_BLOCK
    const w = weights[weightBase + m]
    const du = blocks[b] - u
    const dv = blocks[b + 1] - v
    uu += w * (blocks[b + 2] + du * du)
    vv += w * (blocks[b + 4] + dv * dv)
  }
  out[at] = u
  out[at + 1] = v
  out[at + 2] = uu
  out[at + 3] = vv
}
