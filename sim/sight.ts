import { asin, atan2, hypot3, TWO_PI, wrapTwoPi } from '../src/math/elementary.ts'
import { geodeticToEnuInto, sensorRotation, type CellFrame } from '../src/math/geodesy.ts'
import type { NodeDefinition } from '../src/model/event.ts'

/** A sensor's place and axes in the cell's frame: position [e, n, u], m, and the rotation cell ENU -> its own ENU. */
export type SensorFrame = { readonly positionM: readonly [number, number, number]; readonly rotation: readonly number[] }

/** An object as a sensor stands to it. Azimuth clockwise from the sensor's true north, elevation up from its horizon. */
export type Sight = { readonly rangeM: number; readonly azimuthRad: number; readonly elevationRad: number }

export function sensorFrame(frame: CellFrame, node: NodeDefinition): SensorFrame {
  const out = new Float64Array(3)
  geodeticToEnuInto(frame, node.place.latRad, node.place.lonRad, node.place.altHaeM, out)
  return { positionM: [out[0]!, out[1]!, out[2]!], rotation: sensorRotation(frame, node.place.latRad, node.place.lonRad) }
}

export function sightOf(sensor: SensorFrame, state: Float64Array): Sight {
  const [pe, pn, pu] = sensor.positionM
  const r = sensor.rotation
  const de = state[0]! - pe
  const dn = state[1]! - pn
  const du = state[2]! - pu
  const e = r[0]! * de + r[1]! * dn + r[2]! * du
  const n = r[3]! * de + r[4]! * dn + r[5]! * du
  const u = r[6]! * de + r[7]! * dn + r[8]! * du
  const rangeM = hypot3(e, n, u)
  return { rangeM, azimuthRad: wrapTwoPi(atan2(e, n)), elevationRad: rangeM === 0 ? 0 : asin(Math.max(-1, Math.min(1, u / rangeM))) }
}

/** True where the node's definition says that it looks. */
export function covers(node: NodeDefinition, sight: Sight): boolean {
  if (sight.rangeM > node.maxRangeM || sight.elevationRad < node.minElevationRad || sight.elevationRad > node.maxElevationRad) return false
  const width = node.sectorToRad - node.sectorFromRad
  return width >= TWO_PI || wrapTwoPi(sight.azimuthRad - node.sectorFromRad) <= width
}

/**
 * Probability that one look sees an object: the node's own, times 1 / (1 + (r / r50)^8), where r50 follows the radar equation's
 * fourth root of the cross-section. The eighth power makes the fall from 90 % to 10 % about half of r50 wide.
 */
export function detectionProbability(node: NodeDefinition, refRangeM: number | undefined, rcsM2: number, rangeM: number): number {
  if (refRangeM === undefined) return node.pd
  const ratio = rangeM / (refRangeM * Math.sqrt(Math.sqrt(rcsM2)))
  const squared = ratio * ratio
  const fourth = squared * squared
  return node.pd / (1 + fourth * fourth)
}
