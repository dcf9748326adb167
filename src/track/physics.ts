import { exp, log } from '../math/elementary.ts'
import { CLASS_COUNT, MEAN } from './table.ts'
import type { TrackTable } from './table.ts'

/**
 * What an object's motion and its echo say of its class. Both repeat themselves, look by look, so they are kept as running means and never
 * multiplied up: a minute of the same flight proves hardly more than ten seconds of it.
 */

type ClassPhysics = {
  /** Speed over ground: mean and one sigma, m/s. */
  readonly speedMps: number
  readonly speedSigmaMps: number
  /** Height up to which it usually keeps, and how far it may exceed it, m above the cell's origin. */
  readonly topM: number
  readonly topSigmaM: number
  /** Radar cross-section: median and one sigma over types and aspects, dBsm. */
  readonly rcsDb: number
  readonly rcsSigmaDb: number
}

/**
 * By class in the order of `CLASSES`, without the last two, that are no kind of body.
 *
 * Speeds: multirotors and small wings from makers' data sheets (15 to 23 m/s at most; cruise 17 to 40); airplanes 65 m/s on approach to 250 in
 * cruise; birds 8 to 20 m/s (Bruderer and Boldt 2001). Cross-sections: Skolnik, Introduction to Radar Systems, table of typical values (bird
 * 0.01 m^2, light airplane 1 to 2, airliner 20 to 100, helicopter 3, car 100); small drones about -20 dBsm, hardly to be told from birds by it, Patel,
 * Fioranelli and Anderson 2018. Heights and all spreads are ours, chosen wide.
 */
const PHYSICS: readonly ClassPhysics[] = [
  { speedMps: 8, speedSigmaMps: 7, topM: 500, topSigmaM: 500, rcsDb: -19, rcsSigmaDb: 7 },
  { speedMps: 27, speedSigmaMps: 9, topM: 1000, topSigmaM: 1500, rcsDb: -14, rcsSigmaDb: 7 },
  { speedMps: 120, speedSigmaMps: 55, topM: 15000, topSigmaM: 1000, rcsDb: 11, rcsSigmaDb: 9 },
  { speedMps: 35, speedSigmaMps: 22, topM: 2000, topSigmaM: 1500, rcsDb: 6, rcsSigmaDb: 7 },
  { speedMps: 13, speedSigmaMps: 6, topM: 500, topSigmaM: 700, rcsDb: -21, rcsSigmaDb: 7 },
  { speedMps: 12, speedSigmaMps: 9, topM: 20, topSigmaM: 30, rcsDb: 18, rcsSigmaDb: 7 },
  { speedMps: 6, speedSigmaMps: 5, topM: 10000, topSigmaM: 5000, rcsDb: -15, rcsSigmaDb: 9 },
]
/** By so much in log likelihood a bird or a vehicle may move worse than a drone before it counts against it. */
const GRACE = 3
/** Kinds of body that physics tells apart. */
export const BODY_CLASSES = PHYSICS.length
const MULTIROTOR = 0
const FIXED_WING = 1
const BIRD = 4
const GROUND_VEHICLE = 5

/** Motion is looked at so often, ms; the running mean remembers so many looks. */
const LOOK_EVERY_MS = 1000
const MEMORY_LOOKS = 30
/** Looks whose word counts whole, and as how many independent ones they all count. */
const LOOKS_WHOLE = 10
const LOOKS_WORTH = 2
/** A fluctuating echo (Swerling 1) scatters so much about its own mean, dB, and that mean lies so far above the mean of its decibels. */
const FLUCTUATION_DB = 5.6
const FLUCTUATION_SHIFT_DB = 2.5
const PER_DB = 10 / 2.302585092994046
const RCS_MIN_M2 = 1e-6
const RCS_MAX_M2 = 1e6

/** Takes a look at how the track moves: not how often a kind does so (whoever flies it chooses), but how far it is from what the kind does. */
export function noteMotion(table: TrackTable, row: number, atMs: number): void {
  if (atMs - table.motionFitMs[row]! < LOOK_EVERY_MS) return
  table.motionFitMs[row] = atMs
  const m = table.mean
  const at = row * MEAN
  const speed = Math.sqrt(m[at + 2]! * m[at + 2]! + m[at + 3]! * m[at + 3]!)
  const speedVariance = 0.5 * (m[at + 7]! + m[at + 9]!)
  const heightKnown = table.heightMs[row]! === table.heightMs[row]!
  const share = Math.max(1 / MEMORY_LOOKS, 1 / ++table.motionLooks[row]!)
  for (const [c, p] of PHYSICS.entries()) {
    const off = speed - p.speedMps
    let fit = (-0.5 * off * off) / (p.speedSigmaMps * p.speedSigmaMps + speedVariance)
    const above = m[at + 10]! - p.topM
    if (heightKnown && above > 0) fit -= (0.5 * above * above) / (p.topSigmaM * p.topSigmaM + m[at + 12]!)
    const k = row * CLASS_COUNT + c
    table.motionFit[k]! += share * (fit - table.motionFit[k]!)
  }
}

/** Takes a measured radar cross-section, m^2; NaN and nonsense are passed over. */
export function noteReflection(table: TrackTable, row: number, rcsM2: number): void {
  if (!(rcsM2 > RCS_MIN_M2 && rcsM2 < RCS_MAX_M2)) return
  const share = Math.max(1 / MEMORY_LOOKS, 1 / ++table.rcsLooks[row]!)
  table.rcsDb[row]! += share * (PER_DB * log(rcsM2) + FLUCTUATION_SHIFT_DB - table.rcsDb[row]!)
}

/** How much motion and echo say of a row's class, 0 (nothing) to 1. */
export function physicsWeight(table: TrackTable, row: number): number {
  return Math.min(1, Math.max(table.motionLooks[row]!, table.rcsLooks[row]!) / LOOKS_WHOLE)
}

/**
 * Writes the likelihood of each kind of body, the likeliest 1. Motion counts against a bird or a vehicle but never for one over a drone: whoever
 * wants to pass for a bird flies like one.
 */
export function physicsLikelihoodInto(table: TrackTable, row: number, out: Float64Array): void {
  const weight = LOOKS_WORTH * Math.min(1, table.motionLooks[row]! / LOOKS_WHOLE)
  for (let c = 0; c < BODY_CLASSES; c++) out[c] = weight * table.motionFit[row * CLASS_COUNT + c]!
  const drone = Math.max(out[MULTIROTOR]!, out[FIXED_WING]!)
  out[BIRD] = Math.min(out[BIRD]! + GRACE, drone)
  out[GROUND_VEHICLE] = Math.min(out[GROUND_VEHICLE]! + GRACE, drone)
  const looks = table.rcsLooks[row]!
  let most = -Infinity
  for (const [c, p] of PHYSICS.entries()) {
    if (looks > 0) {
      const variance = p.rcsSigmaDb * p.rcsSigmaDb + (FLUCTUATION_DB * FLUCTUATION_DB) / looks
      const off = table.rcsDb[row]! - p.rcsDb
      out[c]! -= 0.5 * ((off * off) / variance + log(variance))
    }
    if (out[c]! > most) most = out[c]!
  }
  for (let c = 0; c < BODY_CLASSES; c++) out[c] = exp(out[c]! - most)
}
