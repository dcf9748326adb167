import { polarInto } from '../math/polar.ts'
import type { Scan } from './scans.ts'
import type { SensorState, TrackerState } from './state.ts'
import { MEAN } from './table.ts'
import type { Geometry, Workspace } from './workspace.ts'

const polar = new Float64Array(12)

/**
 * What the scan's sensor would measure of one track, at the scan's time: coordinates, how they change with the track's position,
 * and their noise. The plane and the height are filtered apart, so each takes the other's uncertainty as noise.
 *
 * k  a detection of the scan, whose noise is taken for all of them
 */
export function hypothesise(
  state: TrackerState,
  work: Workspace,
  scan: Scan,
  sensor: SensorState,
  t: number,
  k: number,
  g: Geometry,
): void {
  const { mean, timeMs } = state.table
  const at = t * MEAN
  g.tauS = Math.min(0, (scan.atMs - timeMs[t]!) / 1000)
  const e = mean[at]! + g.tauS * mean[at + 2]!
  const n = mean[at + 1]! + g.tauS * mean[at + 3]!
  const u = mean[at + 10]! + g.tauS * mean[at + 11]!
  if (scan.kind === 'position') {
    g.z0 = e
    g.z1 = n
    g.z2 = u
    g.h00 = g.h11 = g.hz = 1
    g.h01 = g.h10 = g.h20 = g.h21 = g.h02 = g.h12 = 0
    g.r0 = work.r0[k]!
    g.r1 = work.r1[k]!
    g.rz = work.r2[k]!
    return
  }
  const s = sensor.sensor
  polarInto(s.rotation, e - s.eM, n - s.nM, u - s.uM, polar)
  g.z0 = polar[0]!
  g.z1 = polar[1]!
  g.z2 = polar[2]!
  g.h00 = polar[3]!
  g.h01 = polar[4]!
  g.h02 = polar[5]!
  g.h10 = polar[6]!
  g.h11 = polar[7]!
  g.h12 = polar[8]!
  g.h20 = polar[9]!
  g.h21 = polar[10]!
  g.hz = polar[11]!
  const uu = mean[at + 12]!
  g.r0 = work.r0[k]! + g.h02 * g.h02 * uu
  g.r1 = work.r1[k]! + g.h12 * g.h12 * uu
  g.rz = work.r2[k]! + g.h20 * g.h20 * mean[at + 4]! + 2 * g.h20 * g.h21 * mean[at + 5]! + g.h21 * g.h21 * mean[at + 6]!
}
