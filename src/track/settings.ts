import type { PlanarModel } from '../math/planar-imm.ts'
import type { VerticalModel } from '../math/vertical-imm.ts'

/**
 * Every number of the tracker that is a choice. One set serves every event; a sensor's own figures come with the sensor.
 */
export type TrackerSettings = {
  readonly planar: readonly PlanarModel[]
  /** Transition rates between the planar models, row-major, 1/s; each row sums to 0. */
  readonly planarRates: readonly number[]
  readonly vertical: readonly VerticalModel[]
  readonly verticalRates: readonly number[]
  /** Rate at which objects vanish (land, leave), 1/s. */
  readonly deathPerS: number
  /** Objects not yet seen when the first sensor speaks. */
  readonly undetectedAtStart: number
  /** New objects before there is a picture to learn the rate from, 1/s. */
  readonly birthPerS: number
  /** New objects per object in the picture, 1/s. */
  readonly birthPerObjectS: number
  /** Gate on the squared Mahalanobis distance in all measured coordinates (three: 99.99 % at 25). */
  readonly gateD2: number
  /** A bound claim further off than this belongs to somebody else. */
  readonly claimGateD2: number
  /** Association probability from which a claim is bound to a track. */
  readonly claimBindProbability: number
  readonly beliefRounds: number
  readonly beliefTolerance: number
  /** Existence from which a candidate is shown as a track. */
  readonly confirmExistence: number
  /** Detections that a candidate needs before it is shown; a claim needs only itself. */
  readonly confirmHits: number
  /** Existence below which a candidate is dropped. */
  readonly dropExistence: number
  /** A new candidate starts only with at least this existence. */
  readonly startExistence: number
  /** How long a shown track is kept in memory, so that the same object comes back under the same identifier, s. */
  readonly holdS: number
  /** The same for an object that says who it is. */
  readonly holdClaimS: number
  /** Existence that a held track keeps: the chance that it was only hidden. */
  readonly holdExistence: number
  /** Detections older than this are counted and left out, s. */
  readonly maxLateS: number
  /** Whether estimates tell the class (what sensors report, weighed by how the object moves and reflects); else all are unknown. */
  readonly tellClasses: boolean
  /** Whether sensors' biases and clocks are corrected once they are known well enough; they are estimated anyway. */
  readonly correctSensors: boolean
  /** Room for candidates and tracks together. */
  readonly maxTracks: number
  /** Vertical extent in which objects and clutter are expected, m above the cell's origin. */
  readonly ceilingM: number
  /** Height of small objects seen for the first time by a sensor that measures it badly: mean and one sigma, m. */
  readonly birthHeightM: number
  readonly birthHeightSigmaM: number
}

const DEG = 0.017453292519943295

function turn(degps: number): PlanarModel {
  return { kind: 'turn', turnRadps: degps * DEG, alongPsd: 1, acrossPsd: 1, birthWeight: 0.25 / 6, birthSpeedSigmaMps: 12 }
}

/** Small drones turn at 3 to 15 degrees a second, hover, and change speed by some metres a second squared; aircraft are `fast`. */
const PLANAR: readonly PlanarModel[] = [
  { kind: 'straight', turnRadps: 0, alongPsd: 0.05, acrossPsd: 0.2, birthWeight: 0.4, birthSpeedSigmaMps: 12 },
  { kind: 'manoeuvre', turnRadps: 0, alongPsd: 20, acrossPsd: 3, birthWeight: 0.25, birthSpeedSigmaMps: 12 },
  { kind: 'hover', turnRadps: 0, alongPsd: 0.05, acrossPsd: 0.05, birthWeight: 0.1, birthSpeedSigmaMps: 1 },
  turn(-4),
  turn(4),
  turn(-8),
  turn(8),
  turn(-12.5),
  turn(12.5),
  { kind: 'fast', turnRadps: 0, alongPsd: 1, acrossPsd: 1, birthWeight: 0.005, birthSpeedSigmaMps: 100 },
]

/** Rate from one kind of motion to another, 1/s. */
function kindRate(from: PlanarModel['kind'], to: PlanarModel['kind'], turns: number): number {
  if (from === 'fast') return to === 'straight' ? 0.01 : to === 'turn' ? 0.01 / turns : 0.0005
  if (to === 'fast') return 0.0002
  if (from === 'straight') return to === 'manoeuvre' ? 0.032 : to === 'turn' ? 0.012 / turns : 0.0008
  if (from === 'manoeuvre') return to === 'straight' ? 0.16 : to === 'turn' ? 0.096 / turns : 0.08
  if (from === 'hover') return to === 'manoeuvre' ? 0.064 : to === 'turn' ? 0.0016 / turns : 0.0008
  return to === 'manoeuvre' ? 0.04 : to === 'straight' ? 0.012 : to === 'hover' ? 0.0008 : 0.024 / (turns - 1)
}

function planarRates(models: readonly PlanarModel[]): number[] {
  const turns = models.filter((m) => m.kind === 'turn').length
  const rates: number[] = []
  for (const from of models) {
    const row = models.map((to) => (to === from ? 0 : kindRate(from.kind, to.kind, turns)))
    const sum = row.reduce((a, b) => a + b, 0)
    for (const [j, to] of models.entries()) rates.push(to === from ? -sum : (row[j] ?? 0))
  }
  return rates
}

/** Level; a steady climb of some metres a second; and the climbs and descents of aircraft. */
const VERTICAL: readonly VerticalModel[] = [
  { kind: 'level', psd: 0.004, birthWeight: 0.8, birthRateSigmaMps: 0.1, entryVariance: 0 },
  { kind: 'climb', psd: 0.03, birthWeight: 0.195, birthRateSigmaMps: 1.7, entryVariance: 2 },
  { kind: 'climb', psd: 0.5, birthWeight: 0.005, birthRateSigmaMps: 8, entryVariance: 9 },
]
const VERTICAL_RATES: readonly number[] = [-0.0202, 0.02, 0.0002, 0.035, -0.0352, 0.0002, 0.02, 0.03, -0.05]

export const TRACKER_SETTINGS: TrackerSettings = {
  planar: PLANAR,
  planarRates: planarRates(PLANAR),
  vertical: VERTICAL,
  verticalRates: VERTICAL_RATES,
  deathPerS: 0.0034,
  undetectedAtStart: 50,
  birthPerS: 0.5,
  birthPerObjectS: 0.0065,
  gateD2: 25,
  claimGateD2: 30,
  claimBindProbability: 0.9,
  beliefRounds: 20,
  beliefTolerance: 1e-3,
  confirmExistence: 0.5,
  confirmHits: 2,
  dropExistence: 5e-4,
  startExistence: 1e-3,
  holdS: 12,
  holdClaimS: 40,
  holdExistence: 1e-3,
  maxLateS: 6,
  tellClasses: true,
  correctSensors: true,
  maxTracks: 16384,
  ceilingM: 600,
  birthHeightM: 265,
  birthHeightSigmaM: 150,
}
