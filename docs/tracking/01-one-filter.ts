/**
 * Step 1: one constant-velocity Kalman filter on one radar.
 *
 * The radar's range and azimuth are turned into east and north, and the filter is told that they err alike in all directions. The kernels are
 * those of the tracker (src/math): a state of position and velocity, white acceleration, predict, update.
 *
 *   node docs/tracking/01-one-filter.ts
 */
import { ellipse, figure, INK } from '../../bench/tracking/chart.ts'
import type { Point } from '../../bench/tracking/chart.ts'
import { planarMomentsInto, planarMotion, predictPlanar } from '../../src/math/planar-imm.ts'
import type { PlanarModel } from '../../src/math/planar-imm.ts'
import { MODEL_WORK, planarInnovations, updatePlanar } from '../../src/math/planar-update.ts'
import { dice } from '../../test/sky.ts'
import { drone, mean, nees, path, rms } from './flights.ts'
import { show } from './show.ts'

// The radar stands at the origin: 8 m in range, half a degree in azimuth. At 1.5 km half a degree is 13 m across.
const luck = dice(1)
const RANGE_SIGMA_M = 8
const AZIMUTH_SIGMA_RAD = 0.5 * (Math.PI / 180)

// Q: white acceleration of 1 m^2/s^3. R: a circle of 11 m, somewhere between what range and azimuth err.
const model: PlanarModel = { kind: 'straight', turnRadps: 0, alongPsd: 1, acrossPsd: 1, birthWeight: 1, birthSpeedSigmaMps: 15 }
const R = 11 * 11
const motion = planarMotion([model], new Float64Array([0]), 1)

// The state: e, n, ve, vn and its covariance, in the order of src/math/planar-imm.ts. It begins at the first plot, with any speed up to a drone's.
const [e0, n0] = drone(0)
const state = new Float64Array([e0, n0, 0, 0, R, 0, R, 0, 0, 0, 0, 225, 0, 225])
const weight = new Float64Array([1])

const plots: Point[] = []
const track: Point[] = []
const ellipses: Point[][] = []
const plotErrors: number[] = []
const errors: number[] = []
const consistency: number[] = []
const speedErrors: number[] = []
for (let t = 1; t <= 40; t++) {
  const [e, n, ve, vn] = drone(t)
  const range = Math.hypot(e, n) + RANGE_SIGMA_M * luck.normal()
  const azimuth = Math.atan2(e, n) + AZIMUTH_SIGMA_RAD * luck.normal()
  const plot = [range * Math.sin(azimuth), range * Math.cos(azimuth)] as const

  // Predict: x = F x, P = F P F' + Q.
  predictPlanar(state, 0, motion)

  // Update with H = 1: the innovation is plot less prediction, S = P + R, K = P / S.
  const H = { h00: 1, h01: 0, h10: 0, h11: 1, r0: R, r1: R, tauS: 0 }
  const work = new Float64Array(MODEL_WORK)
  planarInnovations(state, 0, 1, state[0]!, state[1]!, H, work, 0)
  const one = new Float64Array([1])
  const innovation = {
    n0: new Float64Array([plot[0] - state[0]!]),
    n1: new Float64Array([plot[1] - state[1]!]),
    likelihood: one,
    meanLikelihood: one,
    marginal: one,
  }
  updatePlanar(state, 0, weight, 0, 1, H, work, 0, innovation, 0, 1, 0)

  const x = new Float64Array(10)
  planarMomentsInto(state, 0, weight, 0, 1, x, 0)
  plots.push(plot)
  track.push([x[0]!, x[1]!])
  if (t % 8 === 0) ellipses.push(ellipse(x[0]!, x[1]!, x[4]!, x[5]!, x[6]!))
  plotErrors.push(Math.hypot(plot[0] - e, plot[1] - n))
  errors.push(Math.hypot(x[0]! - e, x[1]! - n))
  speedErrors.push(Math.hypot(x[2]! - ve, x[3]! - vn))
  consistency.push(nees(x[0]! - e, x[1]! - n, x[4]!, x[5]!, x[6]!))
}

show(
  '01-one-filter',
  {
    'plots, rms error m': rms(plotErrors),
    'filter, rms error m': rms(errors.slice(5)),
    'filter, rms error of velocity m/s': rms(speedErrors.slice(5)),
    'NEES per dimension': mean(consistency),
  },
  figure('1. One constant-velocity filter on one radar', [
    {
      label: 'm east and north; ellipses hold 95 %',
      xLabel: '',
      equal: true,
      heightPx: 300,
      series: [
        { name: 'truth', points: path(drone, 40), colour: INK.grey, size: 4 },
        { name: 'plots', points: plots, as: 'dots', colour: INK.red, size: 2 },
        { name: 'filter', points: track, colour: INK.blue },
        ...ellipses.map((points) => ({ name: '', points, colour: INK.blue, size: 0.8 })),
      ],
    },
    {
      label: 'error of position, m',
      xLabel: 's',
      series: [
        { name: 'plots', points: plotErrors.map((v, i) => [i + 1, v] as const), as: 'dots', colour: INK.red, size: 2 },
        { name: 'filter', points: errors.map((v, i) => [i + 1, v] as const), colour: INK.blue },
      ],
    },
  ]),
)
