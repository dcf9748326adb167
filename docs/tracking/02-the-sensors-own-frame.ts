/**
 * Step 2: each measurement in its sensor's own frame.
 *
 * Two radars far off, good in range (8 m) and poor in azimuth (1 deg: 100 m across at 6 km). Their error is a thin ellipse across the beam. The
 * filter of step 1 calls it a circle; the extended Kalman filter predicts range and azimuth, takes their gradients as H, and keeps the ellipse.
 *
 *   node docs/tracking/02-the-sensors-own-frame.ts
 */
import { ellipse, figure, INK } from '../../bench/tracking/chart.ts'
import type { Point } from '../../bench/tracking/chart.ts'
import type { PlanarModel } from '../../src/math/planar-imm.ts'
import { MODEL_WORK, planarInnovations, updatePlanar } from '../../src/math/planar-update.ts'
import { dice } from '../../test/sky.ts'
import { drone, mean, nees, path, rms } from './flights.ts'
import { moments, newFilter, predict, updateByOwn } from './plane-filter.ts'
import type { Filter, Plot, Radar } from './plane-filter.ts'
import { show } from './show.ts'

const model: PlanarModel = { kind: 'straight', turnRadps: 0, alongPsd: 1, acrossPsd: 1, birthWeight: 1, birthSpeedSigmaMps: 15 }
const radar = (e: number, n: number): Radar => ({ e, n, rangeSigmaM: 8, azimuthSigmaRad: 0.0175, pd: 1, clutterDensity: 1e-9 })
// One looks from the south, one from the west: what one measures badly the other measures well.
const radars = [radar(0, -4500), radar(-6000, 1500)]

const luck = dice(2)
const [e0, n0] = drone(0)
const circles = newFilter([model], [0], e0, n0, 60)
const own = newFilter([model], [0], e0, n0, 60)

/** Step 1's way: the plot as a point whose error is a circle of the mean of both variances. */
function updateAsCircle(filter: Filter, from: Radar, [range, azimuth]: Plot): void {
  const across = range * from.azimuthSigmaRad
  const r = (from.rangeSigmaM * from.rangeSigmaM + across * across) / 2
  const x = moments(filter)
  const H = { h00: 1, h01: 0, h10: 0, h11: 1, r0: r, r1: r, tauS: 0 }
  const work = new Float64Array(MODEL_WORK)
  planarInnovations(filter.blocks, 0, 1, x[0]!, x[1]!, H, work, 0)
  const one = new Float64Array([1])
  updatePlanar(
    filter.blocks,
    0,
    filter.weights,
    0,
    1,
    H,
    work,
    0,
    {
      n0: new Float64Array([from.e + range * Math.sin(azimuth) - x[0]!]),
      n1: new Float64Array([from.n + range * Math.cos(azimuth) - x[1]!]),
      likelihood: one,
      meanLikelihood: one,
      marginal: one,
    },
    0,
    1,
    0,
  )
}

const drawn: { plots: Point[]; circles: Point[]; own: Point[]; ellipses: Point[][] } = { plots: [], circles: [], own: [], ellipses: [] }
const errors = { plots: [] as number[], circles: [] as number[], own: [] as number[] }
const honest = { circles: [] as number[], own: [] as number[] }
for (let k = 1; k <= 80; k++) {
  // The radars take turns, half a second apart.
  const t = k / 2
  const [e, n] = drone(t)
  const from = radars[k % 2]!
  const plot: Plot = [
    Math.hypot(e - from.e, n - from.n) + from.rangeSigmaM * luck.normal(),
    Math.atan2(e - from.e, n - from.n) + from.azimuthSigmaRad * luck.normal(),
  ]
  for (const filter of [circles, own]) predict(filter, 0.5)
  updateAsCircle(circles, from, plot)
  updateByOwn(own, from, plot)
  const place: Point = [from.e + plot[0] * Math.sin(plot[1]), from.n + plot[0] * Math.cos(plot[1])]
  drawn.plots.push(place)
  errors.plots.push(Math.hypot(place[0] - e, place[1] - n))
  for (const [name, filter] of [
    ['circles', circles],
    ['own', own],
  ] as const) {
    const x = moments(filter)
    drawn[name].push([x[0]!, x[1]!])
    if (k > 10) {
      errors[name].push(Math.hypot(x[0]! - e, x[1]! - n))
      honest[name].push(nees(x[0]! - e, x[1]! - n, x[4]!, x[5]!, x[6]!))
    }
    if (name === 'own' && k % 20 === 0) drawn.ellipses.push(ellipse(x[0]!, x[1]!, x[4]!, x[5]!, x[6]!))
  }
}

show(
  '02-the-sensors-own-frame',
  {
    'plots, rms error m': rms(errors.plots),
    'errors as circles, rms error m': rms(errors.circles),
    "in the sensor's frame, rms error m": rms(errors.own),
    'NEES per dimension, circles': mean(honest.circles),
    "NEES per dimension, sensor's frame": mean(honest.own),
  },
  figure('2. Two radars, one degree of azimuth each', [
    {
      label: 'm east and north; ellipses hold 95 %',
      xLabel: '',
      equal: true,
      heightPx: 330,
      series: [
        { name: 'plots', points: drawn.plots, as: 'dots', colour: '#e6a59c', size: 2 },
        { name: 'truth', points: path(drone, 40), colour: INK.grey, size: 4 },
        { name: 'errors as circles', points: drawn.circles, colour: INK.ochre },
        { name: "in the sensor's own frame", points: drawn.own, colour: INK.blue },
        ...drawn.ellipses.map((points) => ({ name: '', points, colour: INK.blue, size: 0.8 })),
      ],
    },
    {
      label: 'error of position, m',
      xLabel: 's',
      series: [
        { name: 'errors as circles', points: errors.circles.map((v, i) => [(i + 11) / 2, v] as const), colour: INK.ochre },
        { name: "in the sensor's own frame", points: errors.own.map((v, i) => [(i + 11) / 2, v] as const), colour: INK.blue },
      ],
    },
  ]),
)
