/**
 * Step 5: existence, and belief propagation.
 *
 * Two drones meet; each plot belongs to at most one of them, so their hypotheses compete. Exact marginals take every joint assignment; loopy belief
 * propagation gets nearly the same from a few rounds of messages. And each candidate has a probability that there is an object at all (a Bernoulli
 * component): seen plots raise it, misses lower it by as much as the sensor's probability of detection deserves.
 *
 *   node docs/tracking/05-existence-and-belief.ts
 */
import { figure, INK } from '../../bench/tracking/chart.ts'
import type { Point } from '../../bench/tracking/chart.ts'
import { associateByBelief } from '../../src/math/belief.ts'
import type { PlanarModel } from '../../src/math/planar-imm.ts'
import { dice } from '../../test/sky.ts'
import { rms } from './flights.ts'
import type { Plane } from './flights.ts'
import { hypothesise, moments, newFilter, predict, update } from './plane-filter.ts'
import type { Filter, Hypotheses, Plot, Radar } from './plane-filter.ts'
import { show } from './show.ts'

const model: PlanarModel = { kind: 'straight', turnRadps: 0, alongPsd: 1, acrossPsd: 1, birthWeight: 1, birthSpeedSigmaMps: 15 }
const DEATH_PER_S = 0.0034
const SECONDS = 80
const VANISHES_S = 58
/** While they fly side by side. */
const BESIDE_S = [22, 32] as const

/** Two drones come together, fly on side by side, 25 m apart, and part at 40 s; the second lands at 58 s. */
const APART_M = 25
const beside = (t: number): number => APART_M / 2 + 100 / (1 + Math.exp((t - 12) / 3)) + 100 / (1 + Math.exp((40 - t) / 3))
const flights: readonly ((t: number) => Plane)[] = [
  (t) => [-450 + 15 * t, 1200 + beside(t), 15, 0],
  (t) => [-450 + 15 * t, 1200 - beside(t), 15, 0],
]

type Candidate = { readonly filter: Filter; existence: number }
type Marginals = { readonly marginal: readonly (readonly number[])[]; readonly missed: readonly number[] }

/** Weights of a candidate's plots against "not there or not seen". */
function weights(h: Hypotheses, existence: number, pd: number): number[] {
  return h.ratio.map((w) => (w * existence * (1 - pd)) / (1 - existence * pd))
}

/** By messages between candidates and plots. */
function byBelief(all: readonly Hypotheses[], ratios: readonly (readonly number[])[], plotCount: number): Marginals {
  const pairStart = Int32Array.from([0, ...all.map((_, i) => all.slice(0, i + 1).reduce((sum, h) => sum + h.plots.length, 0))])
  const pairs = pairStart.at(-1)!
  const work = {
    pairStart,
    ratio: Float64Array.from(ratios.flat()),
    detection: Int32Array.from(all.flatMap((h) => h.plots)),
    toTrack: new Float64Array(pairs),
    toDetection: new Float64Array(pairs),
    explained: new Float64Array(plotCount),
    missed: new Float64Array(all.length),
    marginal: new Float64Array(pairs),
  }
  associateByBelief(work, all.length, plotCount, pairs, 20, 1e-3)
  return { marginal: all.map((_, i) => Array.from(work.marginal.slice(pairStart[i], pairStart[i + 1]))), missed: Array.from(work.missed) }
}

/** By every joint assignment: exact, and hopeless for more than a few candidates. */
function byEnumeration(all: readonly Hypotheses[], ratios: readonly (readonly number[])[]): Marginals {
  const marginal = all.map((h) => h.plots.map(() => 0))
  const missed = all.map(() => 0)
  let total = 0
  const choose = (i: number, taken: readonly number[], weight: number, picks: readonly number[]): void => {
    if (i === all.length) {
      total += weight
      for (const [c, k] of picks.entries()) {
        if (k < 0) missed[c]! += weight
        else marginal[c]![k]! += weight
      }
      return
    }
    choose(i + 1, taken, weight, [...picks, -1])
    for (const [k, plot] of all[i]!.plots.entries())
      if (!taken.includes(plot)) choose(i + 1, [...taken, plot], weight * ratios[i]![k]!, [...picks, k])
  }
  choose(0, [], 1, [])
  return { marginal: marginal.map((row) => row.map((v) => v / total)), missed: missed.map((v) => v / total) }
}

/** Each candidate for itself, as in step 4: both may take the same plot. */
function eachAlone(_: readonly Hypotheses[], ratios: readonly (readonly number[])[]): Marginals {
  const sums = ratios.map((row) => 1 + row.reduce((a, b) => a + b, 0))
  return { marginal: ratios.map((row, i) => row.map((w) => w / sums[i]!)), missed: sums.map((sum) => 1 / sum) }
}

function scan(radar: Radar, t: number, luck: ReturnType<typeof dice>): Plot[] {
  const plots: Plot[] = []
  for (const [i, flight] of flights.entries()) {
    const [e, n] = flight(t)
    const seen = luck.uniform() < radar.pd
    if (seen && !(i === 1 && t > VANISHES_S))
      plots.push([
        Math.hypot(e - radar.e, n - radar.n) + radar.rangeSigmaM * luck.normal(),
        Math.atan2(e - radar.e, n - radar.n) + radar.azimuthSigmaRad * luck.normal(),
      ])
  }
  const [e, n] = flights[0]!(t)
  for (let k = Math.floor(luck.uniform() * 2 * radar.clutterDensity * 240); k > 0; k--)
    plots.push([
      Math.hypot(e - radar.e, n - radar.n) + 300 * (luck.uniform() - 0.5),
      Math.atan2(e - radar.e, n - radar.n) + 0.8 * (luck.uniform() - 0.5),
    ])
  return plots
}

type Way = (all: readonly Hypotheses[], ratios: readonly (readonly number[])[], plotCount: number) => Marginals
type Run = {
  readonly tracks: Point[][]
  readonly existence: Point[][]
  readonly errors: number[]
  readonly apart: number
  readonly gap: number
  readonly held: boolean
  readonly goneS: number
}

/** One run; the third candidate has begun at a false plot. `twin`: another way whose marginals are compared on the same hypotheses. */
function play(pd: number, seed: number, way: Way, twin?: Way): Run {
  const luck = dice(seed)
  const radar: Radar = { e: 0, n: -800, rangeSigmaM: 6, azimuthSigmaRad: 0.006, pd, clutterDensity: 0.02 }
  const begin = (e: number, n: number, existence: number): Candidate => ({ filter: newFilter([model], [0], e, n, 12), existence })
  const candidates = [begin(...first(0), 0.5), begin(...first(1), 0.5), begin(-300, 1260, 0.5)]
  const run = {
    tracks: [[], [], []] as Point[][],
    existence: [[], [], []] as Point[][],
    errors: [] as number[],
    apart: 0,
    gap: 0,
    held: false,
    goneS: Infinity,
  }
  for (let t = 1; t <= SECONDS; t++) {
    const plots = scan(radar, t, luck)
    for (const c of candidates) {
      predict(c.filter, 1)
      c.existence *= Math.exp(-DEATH_PER_S)
    }
    const all = candidates.map((c) => hypothesise(c.filter, radar, plots))
    const ratios = all.map((h, i) => weights(h, candidates[i]!.existence, pd))
    const { marginal, missed } = way(all, ratios, plots.length)
    if (twin !== undefined) run.gap = Math.max(run.gap, ...twin(all, ratios, plots.length).missed.map((v, i) => Math.abs(v - missed[i]!)))
    for (const [i, c] of candidates.entries()) {
      const seen = marginal[i]!.reduce((a, b) => a + b, 0)
      // Of "not there or not seen", the part that is there.
      const hidden = (missed[i]! * c.existence * (1 - pd)) / (1 - c.existence * pd)
      c.existence = seen + hidden
      update(
        c.filter,
        all[i]!,
        marginal[i]!.map((v) => v / c.existence),
        hidden / c.existence,
      )
      const x = moments(c.filter)
      run.tracks[i]!.push([x[0]!, x[1]!])
      run.existence[i]!.push([t, c.existence])
      if (i === 1 && t === VANISHES_S) run.held = c.existence > 0.9 && Math.hypot(x[0]! - flights[1]!(t)[0], x[1]! - flights[1]!(t)[1]) < 50
      if (i === 1 && t > VANISHES_S && c.existence < 0.5) run.goneS = Math.min(run.goneS, t - VANISHES_S)
      if (i < 2 && t > BESIDE_S[0] && t <= BESIDE_S[1]) run.errors.push(Math.hypot(x[0]! - flights[i]!(t)[0], x[1]! - flights[i]!(t)[1]))
    }
    if (t > BESIDE_S[0] && t <= BESIDE_S[1])
      run.apart +=
        Math.hypot(run.tracks[0]!.at(-1)![0] - run.tracks[1]!.at(-1)![0], run.tracks[0]!.at(-1)![1] - run.tracks[1]!.at(-1)![1]) /
        (BESIDE_S[1] - BESIDE_S[0])
  }
  return run
}

function first(i: number): [number, number] {
  const [e, n] = flights[i]!(0)
  return [e, n]
}

const RUNS = 40
const many = (pd: number, way: Way, twin?: Way): Run[] => Array.from({ length: RUNS }, (_, k) => play(pd, 900 + k, way, twin))
const alone = many(0.9, eachAlone)
const belief = many(0.9, byBelief, byEnumeration)
const exact = many(0.9, byEnumeration)
const poor = many(0.6, byBelief)
const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
const numbers = {
  'side by side, each alone: rms error m': rms(alone.flatMap((r) => r.errors)),
  'side by side, belief propagation: rms error m': rms(belief.flatMap((r) => r.errors)),
  'side by side, every joint assignment: rms error m': rms(exact.flatMap((r) => r.errors)),
  'distance of the two, m: truth': APART_M,
  'distance of the two, m: each alone': middle(alone.map((r) => r.apart)),
  'distance of the two, m: belief propagation': middle(belief.map((r) => r.apart)),
  'largest difference of a marginal from the exact one': Math.max(...belief.map((r) => r.gap)),
  'after landing, s until existence is below one half: Pd 0.9': middle(belief.filter((r) => r.held).map((r) => r.goneS)),
  'after landing, s until existence is below one half: Pd 0.6': middle(poor.filter((r) => r.held).map((r) => r.goneS)),
}
const shown = belief[0]!
show(
  '05-existence-and-belief',
  numbers,
  figure('5. Existence and belief propagation: two drones meet, one lands at 58 s', [
    {
      label: 'one of 40 runs, m east and north (north stretched)',
      xLabel: '',
      heightPx: 260,
      y: [1060, 1340],
      series: [
        ...flights.map((flight, i) => ({
          name: i === 0 ? 'truth' : '',
          colour: INK.grey,
          size: 5,
          points: Array.from({ length: (i === 0 ? SECONDS : VANISHES_S) + 1 }, (_, t) => [flight(t)[0], flight(t)[1]] as const),
        })),
        { name: 'belief propagation', points: shown.tracks[0]!, colour: INK.blue },
        { name: '', points: shown.tracks[1]!.slice(0, VANISHES_S + 2), colour: INK.blue },
        { name: 'each alone', points: alone[0]!.tracks[0]!, colour: INK.ochre, as: 'dashes' },
        { name: '', points: alone[0]!.tracks[1]!.slice(0, VANISHES_S + 2), colour: INK.ochre, as: 'dashes' },
      ],
    },
    {
      label: 'probability of existence',
      xLabel: 's',
      y: [0, 1.05],
      heightPx: 190,
      series: [
        { name: 'stays', points: shown.existence[0]!, colour: INK.blue },
        { name: 'lands at 58 s, Pd 0.9', points: shown.existence[1]!, colour: INK.green },
        { name: 'lands at 58 s, Pd 0.6', points: poor[0]!.existence[1]!, colour: INK.violet, as: 'dashes' },
        { name: 'begun at a false plot', points: shown.existence[2]!, colour: INK.red },
      ],
    },
  ]),
)
