/**
 * Step 4: gates and clutter.
 *
 * The radar sees the drone in four scans of five and reports false plots all over. The gate leaves the plots that could be the drone's; then the
 * nearest neighbour bets on one of them, and probabilistic data association (PDA) weighs all of them and the chance that none is right.
 *
 *   node docs/tracking/04-gating-and-clutter.ts
 */
import { figure, INK } from '../../bench/tracking/chart.ts'
import type { Point } from '../../bench/tracking/chart.ts'
import type { PlanarModel } from '../../src/math/planar-imm.ts'
import { dice } from '../../test/sky.ts'
import { drone, mean, path, rms } from './flights.ts'
import { hypothesise, moments, newFilter, predict, update } from './plane-filter.ts'
import type { Plot, Radar } from './plane-filter.ts'
import { show } from './show.ts'

const radar: Radar = { e: 0, n: -1000, rangeSigmaM: 8, azimuthSigmaRad: 0.0087, pd: 0.8, clutterDensity: 0.1 }
const model = (kind: PlanarModel['kind'], psd: number, turnRadps = 0): PlanarModel => ({
  kind,
  turnRadps,
  alongPsd: psd,
  acrossPsd: psd,
  birthWeight: 0.25,
  birthSpeedSigmaMps: 15,
})
const models = [model('straight', 0.1), model('turn', 0.1, 0.157), model('turn', 0.1, -0.157), model('straight', 5)]
const rates = models.flatMap((_, i) => models.map((__, j) => (i === j ? -0.03 : 0.01)))
const SECONDS = 60
const RUNS = 40
/** Clutter is drawn in this window round the drone, m and rad; plots further off meet no gate. */
const WINDOW = [400, 0.25] as const

function scan(timeS: number, luck: ReturnType<typeof dice>): Plot[] {
  const [e, n] = drone(timeS)
  const [range, azimuth] = [Math.hypot(e - radar.e, n - radar.n), Math.atan2(e - radar.e, n - radar.n)]
  const plots: Plot[] = []
  if (luck.uniform() < radar.pd) plots.push([range + radar.rangeSigmaM * luck.normal(), azimuth + radar.azimuthSigmaRad * luck.normal()])
  const expected = radar.clutterDensity * 4 * WINDOW[0] * WINDOW[1]
  // Poisson by its waiting times.
  for (let sum = -Math.log(1 - luck.uniform()); sum < expected; sum -= Math.log(1 - luck.uniform()))
    plots.push([range + WINDOW[0] * (2 * luck.uniform() - 1), azimuth + WINDOW[1] * (2 * luck.uniform() - 1)])
  return plots
}

const place = ([range, azimuth]: Plot): Point => [radar.e + range * Math.sin(azimuth), radar.n + range * Math.cos(azimuth)]
const ways = ['nearest neighbour', 'probabilistic data association'] as const
const lost = [0, 0]
const kept: [number[], number[]] = [[], []]
const gated: number[] = []
/** The first run in which the nearest neighbour is lost. */
let drawn: { clutter: Point[]; tracks: [Point[], Point[]] } | undefined
for (let run = 0; run < RUNS; run++) {
  const luck = dice(500 + run)
  const [e0, n0] = drone(0)
  const filters = ways.map(() => newFilter(models, rates, e0, n0, 15))
  const errors: [number[], number[]] = [[], []]
  const seen: { clutter: Point[]; tracks: [Point[], Point[]] } = { clutter: [], tracks: [[], []] }
  for (let t = 1; t <= SECONDS; t++) {
    const [e, n] = drone(t)
    const plots = scan(t, luck)
    if (t % 5 === 0) seen.clutter.push(...plots.map(place))
    for (const [way, filter] of filters.entries()) {
      predict(filter, 1)
      const h = hypothesise(filter, radar, plots)
      if (way === 0) {
        // All belief on the nearest.
        const nearest = h.d2.indexOf(Math.min(...h.d2))
        update(
          filter,
          h,
          h.d2.map((_, k) => (k === nearest ? 1 : 0)),
          0,
        )
      } else {
        // beta_k = ratio_k / (1 + sum of ratios); what is left is that none is its own.
        const sum = 1 + h.ratio.reduce((a, b) => a + b, 0)
        update(
          filter,
          h,
          h.ratio.map((w) => w / sum),
          1 / sum,
        )
        gated.push(h.plots.length)
      }
      const x = moments(filter)
      errors[way]!.push(Math.hypot(x[0]! - e, x[1]! - n))
      seen.tracks[way]!.push([x[0]!, x[1]!])
    }
  }
  for (const way of [0, 1] as const) {
    if (errors[way].at(-1)! > 100) lost[way]!++
    else kept[way].push(...errors[way].slice(5))
  }
  if (errors[0].at(-1)! > 100) drawn ??= seen
}

show(
  '04-gating-and-clutter',
  {
    'plots in a scan (window)': radar.clutterDensity * 4 * WINDOW[0] * WINDOW[1] + radar.pd,
    'plots in the gate': mean(gated),
    [`${ways[0]}: lost runs of ${RUNS}`]: lost[0]!,
    [`${ways[1]}: lost runs of ${RUNS}`]: lost[1]!,
    [`${ways[0]}: rms error of the others m`]: rms(kept[0]),
    [`${ways[1]}: rms error of the others m`]: rms(kept[1]),
  },
  figure('4. A drone in clutter', [
    {
      label: 'one of 40 runs, m east and north; plots of every fifth scan',
      xLabel: '',
      equal: true,
      heightPx: 400,
      x: [-450, 650],
      y: [1300, 1900],
      series: [
        { name: 'plots', points: drawn?.clutter ?? [], as: 'dots', colour: '#e6a59c', size: 1.4 },
        { name: 'truth', points: path(drone, SECONDS), colour: INK.grey, size: 5 },
        { name: ways[0], points: drawn?.tracks[0] ?? [], colour: INK.ochre },
        { name: ways[1], points: drawn?.tracks[1] ?? [], colour: INK.blue },
      ],
    },
  ]),
)
