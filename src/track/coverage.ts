import { cos, sin, wrapTwoPi } from '../math/elementary.ts'
import { normalCdf } from '../math/normal.ts'
import { polarInto } from '../math/polar.ts'
import type { NodeId } from '../model/ids.ts'
import type { Sensor } from '../model/track.ts'

/** Metres beyond its range in which a sensor may still report. */
const EDGE_M = 40
/** Share of detection there. */
const EDGE_SHARE = 0.1
/** Sensors report now and then from where they say that they cannot see: such a report still belongs to its object, yet a miss costs nothing to speak of. */
const OUTSIDE_SHARE = 1e-3
/** Softness of the edges of a sector and of elevation, rad: beams have flanks. */
const EDGE_RAD = 0.01
const TWO_PI = 6.283185307179586
const ALL_ROUND_RAD = 6.28

const polar = new Float64Array(12)

/**
 * Share of its probability of detection that a sensor has for an object at a place, 0 to 1.
 *
 * e, n, u  place in the cell's frame, m
 * uu       variance of its height, m^2: where height is not known, elevation coverage is not either
 * rangeM   distance from the sensor
 */
export function coverageOf(sensor: Sensor, e: number, n: number, u: number, uu: number, rangeM: number): number {
  const reach = sensor.maxRangeM
  const near = rangeM <= reach ? 1 : rangeM <= reach + EDGE_M ? EDGE_SHARE : 0
  if (near === 0 || sensor.coverage === undefined) return near
  polarInto(sensor.rotation, e - sensor.eM, n - sensor.nM, u - sensor.uM, polar)
  return near * partialCoverage(sensor, rangeM, polar[1]!, polar[2]!, uu)
}

/** The same by sector, elevation and least range alone; azimuth and elevation in the sensor's frame. */
export function partialCoverage(sensor: Sensor, rangeM: number, azimuthRad: number, elevationRad: number, uu: number): number {
  const c = sensor.coverage
  if (c === undefined) return 1
  if (rangeM < c.minRangeM - EDGE_M || !inSector(sensor, azimuthRad)) return OUTSIDE_SHARE
  const near = rangeM < c.minRangeM ? EDGE_SHARE : 1
  const sigma = Math.sqrt(uu) / Math.max(rangeM, 1) + EDGE_RAD
  const up = normalCdf((elevationRad - c.minElevationRad) / sigma) * normalCdf((c.maxElevationRad - elevationRad) / sigma)
  return Math.max(OUTSIDE_SHARE, near * atLevel(up))
}

/** What is a whole sigma inside both edges is inside: an object on the horizon of a radar that sees down to it is no rarer seen. */
function atLevel(up: number): number {
  return Math.min(1, up / 0.84)
}

function inSector(sensor: Sensor, azimuthRad: number): boolean {
  const c = sensor.coverage
  if (c === undefined) return true
  const widthRad = c.sectorToRad - c.sectorFromRad
  return Math.abs(widthRad) >= ALL_ROUND_RAD || wrapTwoPi(azimuthRad - c.sectorFromRad + EDGE_RAD) <= wrapTwoPi(widthRad) + 2 * EDGE_RAD
}

/** Share of the full circle that it sees. */
export function sectorShare(sensor: Sensor): number {
  const c = sensor.coverage
  if (c === undefined || Math.abs(c.sectorToRad - c.sectorFromRad) >= ALL_ROUND_RAD) return 1
  return Math.max(0.01, wrapTwoPi(c.sectorToRad - c.sectorFromRad) / TWO_PI)
}

function covers(sensor: Sensor, e: number, n: number, u: number): boolean {
  const de = e - sensor.eM
  const dn = n - sensor.nM
  const du = u - sensor.uM
  return coverageOf(sensor, e, n, u, 0, Math.sqrt(de * de + dn * dn + du * du)) >= 0.5
}

/** Blind here, now: the sensors that ought to see a place but are silent, and those that do see it. */
export function sightAt(
  sensors: Iterable<Sensor>,
  silent: ReadonlySet<NodeId>,
  e: number,
  n: number,
  u: number,
): { readonly seeing: NodeId[]; readonly blind: NodeId[] } {
  const seeing: NodeId[] = []
  const blind: NodeId[] = []
  for (const sensor of sensors) if (covers(sensor, e, n, u)) (silent.has(sensor.node) ? blind : seeing).push(sensor.node)
  return { seeing, blind }
}

/** Height above a silent sensor at which its volume is judged, m: where small drones fly. Ours. */
const JUDGED_HEIGHT_M = 100
const RINGS = 5
const SPOKES = 16

/** Share of a sensor's covered ground, at the height where drones fly, that no other working sensor of its kind sees: what is blind while it is silent. */
export function blindShare(sensor: Sensor, others: Iterable<Sensor>): number {
  const alike = [...others].filter((other) => other.kind === sensor.kind && other.node !== sensor.node)
  const r = sensor.rotation
  let inside = 0
  let unseen = 0
  for (let ring = 0; ring < RINGS; ring++) {
    // Rings of equal area.
    const range = sensor.maxRangeM * Math.sqrt((ring + 0.5) / RINGS)
    for (let spoke = 0; spoke < SPOKES; spoke++) {
      const x = range * SPOKE_X[spoke]!
      const y = range * SPOKE_Y[spoke]!
      const e = sensor.eM + r[0]! * x + r[3]! * y + r[6]! * JUDGED_HEIGHT_M
      const n = sensor.nM + r[1]! * x + r[4]! * y + r[7]! * JUDGED_HEIGHT_M
      const u = sensor.uM + r[2]! * x + r[5]! * y + r[8]! * JUDGED_HEIGHT_M
      if (!covers(sensor, e, n, u)) continue
      inside++
      if (!alike.some((other) => covers(other, e, n, u))) unseen++
    }
  }
  return inside === 0 ? 1 : unseen / inside
}

const SPOKE_X = Array.from({ length: SPOKES }, (_, i) => sin((TWO_PI * (i + 0.5)) / SPOKES))
const SPOKE_Y = Array.from({ length: SPOKES }, (_, i) => cos((TWO_PI * (i + 0.5)) / SPOKES))
