import { wrapPi } from '../../src/math/elementary.ts'
import { mixPlanar, planarMomentsInto, planarMotion, predictPlanar } from '../../src/math/planar-imm.ts'
import type { PlanarModel } from '../../src/math/planar-imm.ts'
import { MODEL_WORK, planarDistance, planarInnovations, planarLikelihood, updatePlanar } from '../../src/math/planar-update.ts'
import type { PlanarGeometry } from '../../src/math/planar-update.ts'
import { polarInto } from '../../src/math/polar.ts'
import { FLAT } from '../../test/sky.ts'

/**
 * The kernels of the first step, wrapped for the next ones: several models that interact, radars anywhere, several plots of which at most one is
 * the object's own. The tracker does the same on one flat table for all tracks (src/track/predict.ts, hypothesise.ts, gate.ts, update.ts).
 */
export type Filter = {
  readonly models: readonly PlanarModel[]
  readonly rates: Float64Array
  readonly blocks: Float64Array
  readonly weights: Float64Array
}

/** A radar in the plane. Sigmas: m and rad; clutter: false plots per metre of range and radian of azimuth. */
export type Radar = {
  readonly e: number
  readonly n: number
  readonly rangeSigmaM: number
  readonly azimuthSigmaRad: number
  readonly pd: number
  readonly clutterDensity: number
}
/** Range, m, and azimuth, rad. */
export type Plot = readonly [number, number]

/** A filter that knows a place, with one sigma, and nothing of the speed but each model's prior. */
export function newFilter(models: readonly PlanarModel[], rates: readonly number[], e: number, n: number, sigmaM: number): Filter {
  const r = sigmaM * sigmaM
  const blocks = models.flatMap((model) => {
    const v = model.birthSpeedSigmaMps * model.birthSpeedSigmaMps
    return [e, n, 0, 0, r, 0, r, 0, 0, 0, 0, v, 0, v]
  })
  const sum = models.reduce((total, model) => total + model.birthWeight, 0)
  return {
    models,
    rates: Float64Array.from(rates),
    blocks: Float64Array.from(blocks),
    weights: Float64Array.from(models, (model) => model.birthWeight / sum),
  }
}

/** Mixing, then each model's own prediction. */
export function predict(filter: Filter, dtS: number): void {
  const motion = planarMotion(filter.models, filter.rates, dtS)
  if (filter.models.length > 1) mixPlanar(filter.blocks, 0, filter.weights, 0, motion)
  predictPlanar(filter.blocks, 0, motion)
}

/** e, n, ve, vn, ee, en, nn, vee, ven, vnn over the models. */
export function moments(filter: Filter): Float64Array {
  const out = new Float64Array(10)
  planarMomentsInto(filter.blocks, 0, filter.weights, 0, filter.models.length, out, 0)
  return out
}

/** What a filter makes of a scan: its geometry, innovations, and the plots inside its gate with their weights. */
export type Hypotheses = {
  readonly geometry: PlanarGeometry
  readonly work: Float64Array
  /** Indices of the gated plots in the scan. */
  readonly plots: readonly number[]
  readonly n0: readonly number[]
  readonly n1: readonly number[]
  /** By plot and model, and by plot. */
  readonly likelihood: readonly number[]
  readonly meanLikelihood: readonly number[]
  /** Squared Mahalanobis distance to the nearest model. */
  readonly d2: readonly number[]
  /** Weight of "this plot is mine" against "I was missed and it is clutter". */
  readonly ratio: readonly number[]
}

/** Predicts what the radar would measure (its range and azimuth, and their gradients: H), and gates the scan's plots. */
export function hypothesise(filter: Filter, radar: Radar, scan: readonly Plot[], gateD2 = 16): Hypotheses {
  const count = filter.models.length
  const x = moments(filter)
  const polar = new Float64Array(12)
  polarInto(FLAT, x[0]! - radar.e, x[1]! - radar.n, 0, polar)
  const geometry: PlanarGeometry = {
    h00: polar[3]!,
    h01: polar[4]!,
    h10: polar[6]!,
    h11: polar[7]!,
    r0: radar.rangeSigmaM * radar.rangeSigmaM,
    r1: radar.azimuthSigmaRad * radar.azimuthSigmaRad,
    tauS: 0,
  }
  const work = new Float64Array(count * MODEL_WORK)
  planarInnovations(filter.blocks, 0, count, x[0]!, x[1]!, geometry, work, 0)
  const [plots, n0, n1, likelihood, meanLikelihood, d2s, ratio]: [number[], number[], number[], number[], number[], number[], number[]] = [
    [],
    [],
    [],
    [],
    [],
    [],
    [],
  ]
  for (const [k, [range, azimuth]] of scan.entries()) {
    const [i0, i1] = [range - polar[0]!, wrapPi(azimuth - polar[1]!)]
    const d2 = planarDistance(work, 0, count, i0, i1)
    if (d2 > gateD2) continue
    const row = new Float64Array(count)
    const likely = planarLikelihood(work, 0, count, filter.weights, 0, d2, row, 0)
    plots.push(k)
    n0.push(i0)
    n1.push(i1)
    likelihood.push(...row)
    meanLikelihood.push(likely)
    d2s.push(d2)
    ratio.push((radar.pd * likely) / (radar.clutterDensity * (1 - radar.pd)))
  }
  return { geometry, work, plots, n0, n1, likelihood, meanLikelihood, d2: d2s, ratio }
}

/** Updates the filter by its gated plots with the given probabilities; `miss`: that none is its own. */
export function update(filter: Filter, h: Hypotheses, marginal: readonly number[], miss: number): void {
  if (h.plots.length === 0) return
  const of = (values: readonly number[]): Float64Array => Float64Array.from(values)
  const candidates = {
    n0: of(h.n0),
    n1: of(h.n1),
    likelihood: of(h.likelihood),
    meanLikelihood: of(h.meanLikelihood),
    marginal: of(marginal),
  }
  updatePlanar(filter.blocks, 0, filter.weights, 0, filter.models.length, h.geometry, h.work, 0, candidates, 0, h.plots.length, miss)
}

/** The update of one object alone: its plot is known. */
export function updateByOwn(filter: Filter, radar: Radar, plot: Plot): void {
  const h = hypothesise(filter, radar, [plot], Infinity)
  update(filter, h, [1], 0)
}
