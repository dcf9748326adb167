/**
 * Step 3: interacting multiple models (IMM).
 *
 * A drone flies straight, turns, flies on and stops. A stiff filter is best on the straight and lags in the turn; a soft one follows the turn and
 * never becomes quiet. Four models run side by side and mix by how well each explains the plots.
 *
 *   node docs/tracking/03-interacting-models.ts
 */
import { figure, INK } from '../../bench/tracking/chart.ts'
import type { Point } from '../../bench/tracking/chart.ts'
import type { PlanarModel } from '../../src/math/planar-imm.ts'
import { dice } from '../../test/sky.ts'
import { drone, path, rms } from './flights.ts'
import { moments, newFilter, predict, updateByOwn } from './plane-filter.ts'
import type { Plot, Radar } from './plane-filter.ts'
import { show } from './show.ts'

const radar: Radar = { e: 0, n: -1000, rangeSigmaM: 8, azimuthSigmaRad: 0.0087, pd: 1, clutterDensity: 1e-9 }
const model = (kind: PlanarModel['kind'], psd: number, turnRadps = 0): PlanarModel => ({
  kind,
  turnRadps,
  alongPsd: psd,
  acrossPsd: psd,
  birthWeight: 0.25,
  birthSpeedSigmaMps: kind === 'hover' ? 1 : 15,
})

const four = [model('straight', 0.05), model('turn', 0.05, 0.157), model('turn', 0.05, -0.157), model('hover', 0.05)]
// Motion changes every 30 s or so, and then to any of the other three.
const change = 1 / 30
const rates = four.flatMap((_, i) => four.map((__, j) => (i === j ? -change : change / 3)))

const [e0, n0] = drone(0)
const filters = {
  stiff: newFilter([model('straight', 0.05)], [0], e0, n0, 20),
  soft: newFilter([model('straight', 20)], [0], e0, n0, 20),
  'interacting models': newFilter(four, rates, e0, n0, 20),
}
const names = ['stiff', 'soft', 'interacting models'] as const
const colours = { stiff: INK.red, soft: INK.ochre, 'interacting models': INK.blue }

const RUNS = 40
const SECONDS = 100
const squared = {
  stiff: new Float64Array(SECONDS + 1),
  soft: new Float64Array(SECONDS + 1),
  'interacting models': new Float64Array(SECONDS + 1),
}
const probability = four.map(() => new Float64Array(SECONDS + 1))
const tracks: Record<(typeof names)[number], Point[]> = { stiff: [], soft: [], 'interacting models': [] }
const start = new Map(names.map((name) => [name, { blocks: filters[name].blocks.slice(), weights: filters[name].weights.slice() }]))
for (let run = 0; run < RUNS; run++) {
  const luck = dice(100 + run)
  for (const name of names) {
    filters[name].blocks.set(start.get(name)!.blocks)
    filters[name].weights.set(start.get(name)!.weights)
  }
  for (let t = 1; t <= SECONDS; t++) {
    const [e, n] = drone(t)
    const plot: Plot = [
      Math.hypot(e - radar.e, n - radar.n) + radar.rangeSigmaM * luck.normal(),
      Math.atan2(e - radar.e, n - radar.n) + radar.azimuthSigmaRad * luck.normal(),
    ]
    for (const name of names) {
      predict(filters[name], 1)
      updateByOwn(filters[name], radar, plot)
      const x = moments(filters[name])
      squared[name][t]! += ((x[0]! - e) ** 2 + (x[1]! - n) ** 2) / RUNS
      if (run === 0) tracks[name].push([x[0]!, x[1]!])
    }
    for (const [m, row] of probability.entries()) row[t]! += filters['interacting models'].weights[m]! / RUNS
  }
}

const errorOf = (name: (typeof names)[number], from: number, to: number): number =>
  rms(Array.from(squared[name].slice(from, to), Math.sqrt))
const numbers: Record<string, number> = {}
for (const name of names) {
  numbers[`${name}: straight, rms error m`] = errorOf(name, 15, 40)
  numbers[`${name}: turn, rms error m`] = errorOf(name, 42, 60)
  numbers[`${name}: hover, rms error m`] = errorOf(name, 84, 101)
  numbers[`${name}: all, rms error m`] = errorOf(name, 5, 101)
}
show(
  '03-interacting-models',
  numbers,
  figure('3. Interacting models: straight to 40 s, turn to 60 s, straight to 80 s, hover', [
    {
      label: 'one of 40 runs, m east and north',
      xLabel: '',
      equal: true,
      heightPx: 260,
      series: [
        { name: 'truth', points: path(drone, SECONDS), colour: INK.grey, size: 5 },
        ...names.map((name) => ({ name, points: tracks[name], colour: colours[name], size: 1.2 })),
      ],
    },
    {
      label: 'root mean square error over 40 runs, m',
      xLabel: 's',
      series: names.map((name) => ({
        name,
        colour: colours[name],
        points: Array.from({ length: SECONDS }, (_, i) => [i + 1, Math.sqrt(squared[name][i + 1]!)] as const),
      })),
    },
    {
      label: 'probability of each model, mean of 40 runs',
      xLabel: 's',
      y: [0, 1],
      heightPx: 160,
      series: ['straight', 'left turn', 'right turn', 'hover'].map((name, m) => ({
        name,
        points: Array.from({ length: SECONDS }, (_, i) => [i + 1, probability[m]![i + 1]!] as const),
      })),
    },
  ]),
)
