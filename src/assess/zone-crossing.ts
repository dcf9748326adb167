import { insidePlan, type VolumeShape } from './volume-shape.ts'

/**
 * A point in motion, in the cell's frame.
 *
 * altHaeM       height above the ellipsoid, m; NaN while nothing has measured it: it then counts as within every height
 * altSigmaM     one sigma of it: floors and ceilings give way by so much
 * ee, en, nn    horizontal covariance, m^2
 * speedSigmaMps one sigma of the speed over ground
 */
export type Motion = {
  readonly eM: number
  readonly nM: number
  readonly altHaeM: number
  readonly altSigmaM: number
  readonly veMps: number
  readonly vnMps: number
  readonly vuMps: number
  readonly ee: number
  readonly en: number
  readonly nn: number
  readonly speedSigmaMps: number
}

export type Crossing = { readonly timeS: number; readonly sigmaS: number }

/** Where a straight path meets the edge in plan: at `timeS`, with the edge's unit normal there. */
type Meeting = { readonly timeS: number; readonly normalE: number; readonly normalN: number }

/**
 * When a straight path first enters a volume: 0 if it is inside, undefined if not within the look-ahead.
 *
 * Heights are judged with care rather than with trust: an object above the ceiling is let off unless it descends, and one
 * below the floor unless it climbs; an object within the heights is never let off because its climb would carry it out.
 */
export function zoneCrossing(shape: VolumeShape, motion: Motion, lookAheadS: number): Crossing | undefined {
  const speed2 = motion.veMps * motion.veMps + motion.vnMps * motion.vnMps
  const de = motion.eM - shape.eM
  const dn = motion.nM - shape.nM
  const reachM = shape.radiusM + Math.sqrt(speed2) * lookAheadS
  if (de * de + dn * dn > reachM * reachM) return undefined
  const heightS = timeIntoHeights(shape, motion)
  if (heightS === undefined || heightS > lookAheadS) return undefined
  const inside = insidePlan(shape, motion.eM, motion.nM)
  if (inside && heightS === 0) return { timeS: 0, sigmaS: 0 }
  const meetings = speed2 > 0 ? planMeetings(shape, motion, lookAheadS) : []
  return firstEntry(meetings, inside, heightS, motion, lookAheadS)
}

/** Seconds until the object's height lies between floor and ceiling: 0 now, undefined never at its present climb. */
function timeIntoHeights(shape: VolumeShape, motion: Motion): number | undefined {
  if (Number.isNaN(motion.altHaeM)) return 0
  const aboveM = motion.altHaeM - motion.altSigmaM - shape.ceilingHaeM
  const belowM = shape.floorHaeM - motion.altSigmaM - motion.altHaeM
  if (aboveM <= 0 && belowM <= 0) return 0
  const gapM = aboveM > 0 ? aboveM : belowM
  const closingMps = aboveM > 0 ? -motion.vuMps : motion.vuMps
  return closingMps > 0 ? gapM / closingMps : undefined
}

/** Walks the stretches between meetings; the first that is inside and within the heights is the entry. */
function firstEntry(
  meetings: readonly Meeting[],
  insideNow: boolean,
  heightS: number,
  motion: Motion,
  lookAheadS: number,
): Crossing | undefined {
  let inside = insideNow
  let since: Meeting | undefined
  for (let i = 0; i <= meetings.length; i++) {
    const fromS = since?.timeS ?? 0
    const toS = meetings[i]?.timeS ?? lookAheadS
    if (inside && heightS <= toS) {
      const timeS = Math.max(fromS, heightS)
      return { timeS, sigmaS: since === undefined ? 0 : crossingSigmaS(since, motion) }
    }
    since = meetings[i]
    inside = !inside
  }
  return undefined
}

/** One sigma of the time at which a path crosses an edge: the position's and the speed's errors across it, over the closing speed. */
function crossingSigmaS(meeting: Meeting, motion: Motion): number {
  const { normalE: e, normalN: n, timeS } = meeting
  const closingMps = Math.abs(e * motion.veMps + n * motion.vnMps)
  const position2 = e * e * motion.ee + 2 * e * n * motion.en + n * n * motion.nn
  const travelM = timeS * motion.speedSigmaMps
  return closingMps > 0 ? Math.sqrt(Math.max(0, position2) + travelM * travelM) / closingMps : Infinity
}

/** Every meeting with the edge later than now and within the look-ahead, in order of time. */
function planMeetings(shape: VolumeShape, motion: Motion, lookAheadS: number): Meeting[] {
  const meetings = shape.ring === undefined ? circleMeetings(shape, motion) : ringMeetings(shape.ring, motion)
  return meetings.filter((m) => m.timeS > 0 && m.timeS <= lookAheadS).sort((a, b) => a.timeS - b.timeS)
}

function circleMeetings(shape: VolumeShape, motion: Motion): Meeting[] {
  const de = motion.eM - shape.eM
  const dn = motion.nM - shape.nM
  const a = motion.veMps * motion.veMps + motion.vnMps * motion.vnMps
  const half = de * motion.veMps + dn * motion.vnMps
  const c = de * de + dn * dn - shape.radiusM * shape.radiusM
  const discriminant = half * half - a * c
  if (discriminant <= 0) return []
  const root = Math.sqrt(discriminant)
  const at = (timeS: number): Meeting => ({
    timeS,
    normalE: (de + timeS * motion.veMps) / shape.radiusM,
    normalN: (dn + timeS * motion.vnMps) / shape.radiusM,
  })
  return [at((-half - root) / a), at((-half + root) / a)]
}

function ringMeetings(ring: Float64Array, motion: Motion): Meeting[] {
  const meetings: Meeting[] = []
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const aE = ring[j]! - motion.eM
    const aN = ring[j + 1]! - motion.nM
    const dE = ring[i]! - ring[j]!
    const dN = ring[i + 1]! - ring[j + 1]!
    // The edge crosses the path's line where its ends lie on different sides of it; half-open, as in insidePlan.
    const sideA = motion.veMps * aN - motion.vnMps * aE
    const sideB = motion.veMps * (aN + dN) - motion.vnMps * (aE + dE)
    if (sideA > 0 === sideB > 0) continue
    const along = sideA / (sideA - sideB)
    const meetE = aE + along * dE
    const meetN = aN + along * dN
    const speed2 = motion.veMps * motion.veMps + motion.vnMps * motion.vnMps
    const lengthM = Math.sqrt(dE * dE + dN * dN)
    meetings.push({ timeS: (meetE * motion.veMps + meetN * motion.vnMps) / speed2, normalE: dN / lengthM, normalN: -dE / lengthM })
  }
  return meetings
}

/** Closest distance to the shape's centre from now to the look-ahead, and when. */
export function closestApproach(
  shape: VolumeShape,
  motion: Motion,
  lookAheadS: number,
): { readonly distanceM: number; readonly timeS: number } {
  const de = motion.eM - shape.eM
  const dn = motion.nM - shape.nM
  const speed2 = motion.veMps * motion.veMps + motion.vnMps * motion.vnMps
  const timeS = speed2 > 0 ? Math.min(lookAheadS, Math.max(0, -(de * motion.veMps + dn * motion.vnMps) / speed2)) : 0
  const e = de + timeS * motion.veMps
  const n = dn + timeS * motion.vnMps
  return { distanceM: Math.sqrt(e * e + n * n), timeS }
}
