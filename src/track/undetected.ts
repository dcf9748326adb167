import { exp } from '../math/elementary.ts'
import { sectorShare } from './coverage.ts'
import type { SensorState, TrackerState } from './state.ts'
import { MEAN } from './table.ts'

/** Share of the undetected objects that may be anywhere in the coverage; the others are where the known ones are. */
const ANYWHERE = 0.1
/** Before this time the picture is too young to say where objects are, ms. */
const LEARN_AFTER_MS = 3000
/** Known objects that make a picture. */
const LEARN_FROM = 10
const PI = 3.141592653589793

/** Density of undetected objects, per square metre, inside and outside the disc where objects are. */
export type UndetectedDensity = { readonly inside: number; readonly outside: number; readonly radius2: number }

/**
 * Brings the undetected objects to the time of a scan and returns their density.
 *
 * They arrive at a rate in proportion to the objects known, spread as those are (a disc of the same second moment).
 */
export function undetectedAt(state: TrackerState, atMs: number): UndetectedDensity {
  const { undetected, settings, table, coverage } = state
  let birthPerS = settings.birthPerS
  if (undetected.radiusM === 0) {
    undetected.radiusM = 0.6 * coverage.radiusM
    undetected.centreE = coverage.centreE
    undetected.centreN = coverage.centreN
    undetected.timeMs = atMs
  }
  if (atMs - state.startMs > LEARN_AFTER_MS) {
    let known = 0
    let e = 0
    let n = 0
    let second = 0
    for (let t = 0; t < table.count; t++) {
      if (table.existence[t]! < 0.9) continue
      const pe = table.mean[t * MEAN]! - coverage.centreE
      const pn = table.mean[t * MEAN + 1]! - coverage.centreN
      const d2 = pe * pe + pn * pn
      if (d2 > coverage.radiusM * coverage.radiusM) continue
      known++
      e += pe
      n += pn
      second += d2
    }
    if (known > LEARN_FROM) {
      e /= known
      n /= known
      undetected.centreE = coverage.centreE + e
      undetected.centreN = coverage.centreN + n
      birthPerS = settings.birthPerObjectS * known
      // A uniform disc of radius R has mean squared distance R^2 / 2; 15 % more for those at the edge.
      undetected.radiusM = Math.max(300, 1.15 * Math.sqrt(Math.max(0, 2 * (second / known - e * e - n * n))))
    }
  }
  const dtS = Math.max(0, (atMs - undetected.timeMs) / 1000)
  undetected.count = (undetected.count + birthPerS * dtS) * exp(-settings.deathPerS * dtS)
  undetected.timeMs = Math.max(undetected.timeMs, atMs)
  const radius2 = undetected.radiusM * undetected.radiusM
  const wide = 0.6 * coverage.radiusM
  const outside = (undetected.count * ANYWHERE) / (PI * wide * wide)
  return { inside: outside + (undetected.count * (1 - ANYWHERE)) / (PI * radius2), outside, radius2 }
}

/** A scan has been looked at: what it could see of the undetected objects is now known. */
export function lookedAt(state: TrackerState, sensor: SensorState, pd: number): void {
  const wide = 0.6 * state.coverage.radiusM
  const reach = (sensor.sensor.maxRangeM / wide) * (sensor.sensor.maxRangeM / wide)
  // A tenth stays hidden from any one look: masked, at the edge, too small.
  state.undetected.count *= 1 - 0.9 * pd * Math.min(1, reach) * sectorShare(sensor.sensor)
}
