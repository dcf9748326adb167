import { asin, atan2, wrapTwoPi } from '../math/elementary.ts'
import type { AssessContext, SensorView } from './assess-context.ts'
import * as limits from './limits.ts'
import type { TrackMemory } from './track-memory.ts'
import type { Motion } from './zone-crossing.ts'

/**
 * Lets the sensors that ought to see a claim's body look for it, and keeps count of how improbable it has become that a
 * real body was missed. The chance is `open` while they look, `over` once they have looked in vain for long enough, and
 * `none` where no working sensor can see: nothing is held against such a claim.
 *
 * stepS  event time since the last look, s
 */
export function waitForBody(context: AssessContext, memory: TrackMemory, motion: Motion, stepS: number): void {
  if (memory.bodyConfirmed || !memory.claimed) {
    memory.unseenS = 0
    memory.missProbability = 1
    memory.chance = 'none'
    return
  }
  let covered = false
  for (const sensor of context.sensors.values()) {
    if (sensor.kind !== 'radar' || !sensor.working || !shouldSee(sensor, motion, memory.estimate.state[2])) continue
    covered = true
    // A part of a scan is taken in proportion; so taken, the parts of a scan miss more often than the whole, which is patient.
    memory.missProbability *= Math.max(0, 1 - sensor.pd * Math.min(1, stepS / sensor.periodS))
  }
  if (covered) {
    memory.unseenS += stepS
    memory.waitedS += stepS
  }
  const over = memory.unseenS >= limits.FAIR_CHANCE_MIN_S && memory.missProbability <= limits.FAIR_CHANCE_MISS
  memory.chance = over ? 'over' : covered && memory.waitedS < limits.FAIR_CHANCE_MAX_S ? 'open' : 'none'
}

/** Whether a small drone there would be in the sensor's sight: well within range, sector and elevation, and above the roofs. */
export function shouldSee(sensor: SensorView, motion: Motion, uM: number): boolean {
  const de = motion.eM - sensor.eM
  const dn = motion.nM - sensor.nM
  const du = uM - sensor.uM
  const range2 = de * de + dn * dn + du * du
  const reachM = Math.min(limits.DRONE_REACH_M, sensor.maxRangeM * limits.COVERAGE_SHARE)
  if (range2 > reachM * reachM || range2 === 0) return false
  const r = sensor.rotation
  const x = r[0]! * de + r[1]! * dn + r[2]! * du
  const y = r[3]! * de + r[4]! * dn + r[5]! * du
  const z = r[6]! * de + r[7]! * dn + r[8]! * du
  if (!Number.isNaN(motion.altHaeM)) {
    const elevationRad = asin(Math.max(-1, Math.min(1, z / Math.sqrt(range2))))
    if (elevationRad < Math.max(sensor.minElevationRad, limits.COVERAGE_MIN_ELEVATION_RAD) || elevationRad > sensor.maxElevationRad)
      return false
  }
  const widthRad = sensor.sectorToRad - sensor.sectorFromRad
  return widthRad >= 6.28 || wrapTwoPi(atan2(x, y) - sensor.sectorFromRad) <= wrapTwoPi(widthRad)
}
