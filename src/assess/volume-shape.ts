import { geodeticToEnuInto, type CellFrame } from '../math/geodesy.ts'
import type { Volume } from '../model/event.ts'

/**
 * A volume laid into the cell's frame: a prism with vertical walls. The local vertical leans by 0.27 degrees at 30 km from
 * the origin, which moves a wall by half a metre in a hundred: far below any sensor's error, so walls stand upright.
 *
 * eM, nM    centre of the circle, or of the polygon's bounding circle, m
 * radiusM   the circle's own radius, or the bounding circle's
 * ring      polygon's vertices [e0, n0, e1, n1, …], not closed; undefined for a circle
 */
export type VolumeShape = {
  readonly eM: number
  readonly nM: number
  readonly radiusM: number
  readonly ring: Float64Array | undefined
  readonly floorHaeM: number
  readonly ceilingHaeM: number
}

export function volumeShape(frame: CellFrame, volume: Volume): VolumeShape {
  const out = new Float64Array(3)
  const heights = { floorHaeM: volume.floorHaeM, ceilingHaeM: volume.ceilingHaeM }
  const { shape } = volume
  if (shape.kind === 'circle') {
    geodeticToEnuInto(frame, shape.latRad, shape.lonRad, volume.floorHaeM, out)
    return { eM: out[0]!, nM: out[1]!, radiusM: shape.radiusM, ring: undefined, ...heights }
  }
  const ring = new Float64Array(shape.ring.length * 2)
  shape.ring.forEach((vertex, i) => {
    geodeticToEnuInto(frame, vertex.latRad, vertex.lonRad, volume.floorHaeM, out)
    ring[2 * i] = out[0]!
    ring[2 * i + 1] = out[1]!
  })
  return { ...boundingCircle(ring), ring, ...heights }
}

/** Circle round the middle of the ring's extent: not the smallest, but never too small. */
function boundingCircle(ring: Float64Array): { eM: number; nM: number; radiusM: number } {
  let minE = Infinity
  let maxE = -Infinity
  let minN = Infinity
  let maxN = -Infinity
  for (let i = 0; i < ring.length; i += 2) {
    minE = Math.min(minE, ring[i]!)
    maxE = Math.max(maxE, ring[i]!)
    minN = Math.min(minN, ring[i + 1]!)
    maxN = Math.max(maxN, ring[i + 1]!)
  }
  const eM = (minE + maxE) / 2
  const nM = (minN + maxN) / 2
  let radius2 = 0
  for (let i = 0; i < ring.length; i += 2) {
    const de = ring[i]! - eM
    const dn = ring[i + 1]! - nM
    radius2 = Math.max(radius2, de * de + dn * dn)
  }
  return { eM, nM, radiusM: Math.sqrt(radius2) }
}

/** Whether a point lies inside in plan (even-odd rule for polygons; the edge itself may fall either way). */
export function insidePlan(shape: VolumeShape, eM: number, nM: number): boolean {
  const de = eM - shape.eM
  const dn = nM - shape.nM
  if (de * de + dn * dn > shape.radiusM * shape.radiusM) return false
  const { ring } = shape
  if (ring === undefined) return true
  let inside = false
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const ni = ring[i + 1]!
    const nj = ring[j + 1]!
    if (ni > nM !== nj > nM && eM < ((ring[j]! - ring[i]!) * (nM - ni)) / (nj - ni) + ring[i]!) inside = !inside
  }
  return inside
}

/** Horizontal distance to the shape's edge, m; 0 inside. */
export function planDistanceM(shape: VolumeShape, eM: number, nM: number): number {
  if (insidePlan(shape, eM, nM)) return 0
  const { ring } = shape
  if (ring === undefined) {
    const de = eM - shape.eM
    const dn = nM - shape.nM
    return Math.max(0, Math.sqrt(de * de + dn * dn) - shape.radiusM)
  }
  let best2 = Infinity
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
    best2 = Math.min(best2, segmentDistance2(eM, nM, ring[j]!, ring[j + 1]!, ring[i]!, ring[i + 1]!))
  return Math.sqrt(best2)
}

/** Squared distance of a point to the segment from a to b, m^2. */
function segmentDistance2(eM: number, nM: number, aE: number, aN: number, bE: number, bN: number): number {
  const dE = bE - aE
  const dN = bN - aN
  const length2 = dE * dE + dN * dN
  const along = length2 > 0 ? Math.min(1, Math.max(0, ((eM - aE) * dE + (nM - aN) * dN) / length2)) : 0
  const x = eM - (aE + along * dE)
  const y = nM - (aN + along * dN)
  return x * x + y * y
}
