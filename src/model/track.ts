import type { ClaimKey, NodeId, TrackId } from './ids.ts'

export type ObjectClass =
  | 'multirotor'
  | 'fixed-wing'
  | 'airplane'
  | 'helicopter'
  | 'bird'
  | 'ground-vehicle'
  | 'balloon'
  | 'clutter'
  | 'unknown'

/** Last time that one node contributed to a track, and how often. */
export type Contributor = { readonly node: NodeId; readonly lastMs: number; readonly count: number }

/**
 * What the track stage says of one object at one instant. It sees no names, nations or zones.
 *
 * state       [e, n, u, ve, vn, vu], m and m/s, in the cell's frame, at `atMs`
 * covariance  upper triangle of the position block, [ee, en, eu, nn, nu, uu], m^2
 */
export type TrackEstimate = {
  readonly id: TrackId
  readonly atMs: number
  /** Last measurement that was associated with it, of any evidence. */
  readonly updatedMs: number
  /** Last measurement by an independent sensor (not a claim); undefined if there has been none. */
  readonly bodySeenMs: number | undefined
  readonly claimSeenMs: number | undefined
  readonly bornMs: number
  /** Expected time between updates, s: staleness is judged by twice this. */
  readonly updateIntervalS: number
  readonly state: readonly [number, number, number, number, number, number]
  readonly covariance: readonly [number, number, number, number, number, number]
  /** One standard deviation of speed over ground, m/s. */
  readonly speedSigmaMps: number
  /** False while nothing has measured height (bearings, two-dimensional radar). */
  readonly heightKnown: boolean
  /** Probability that there is an object, 0..1. */
  readonly existence: number
  readonly contributors: readonly Contributor[]
  readonly claims: readonly ClaimKey[]
  /** Sums to 1; the most probable first. */
  readonly classes: readonly { readonly class: ObjectClass; readonly probability: number }[]
  readonly onGround: boolean
  /** Tracks with the same id move together, three or more; absent: it belongs to no group. */
  readonly group?: string
}

/** Why a track ended. */
export type TrackEnd = {
  readonly id: TrackId
  readonly atMs: number
  readonly cause: 'lost' | 'landed' | 'merged'
  readonly into?: TrackId
}

/** A line of bearing that belongs to no track yet or supports one: drawn, never a position. */
export type BearingLine = {
  readonly node: NodeId
  readonly atMs: number
  /** Origin of the line in the cell's frame, m. */
  readonly eM: number
  readonly nM: number
  /** Clockwise from the cell's grid north (true north at the cell's origin), corrected for the sensor's rotation. */
  readonly azimuthRad: number
  readonly sigmaRad: number
  readonly track: TrackId | undefined
}

/** What the tracker has learnt of one sensor from cooperative targets. */
export type SensorBias = {
  readonly node: NodeId
  readonly azimuthRad: number
  readonly azimuthSigmaRad: number
  readonly samples: number
  /** True once it is applied to the sensor's measurements. */
  readonly corrected: boolean
  /** Its clock ahead of the cooperative targets' reports, s; absent while too little is known. */
  readonly clockS?: number
  readonly clockSigmaS?: number
  /** True once measurement times are corrected by it. */
  readonly clockCorrected?: boolean
}

/** One sensor as the tracker needs it. Its own frame is the local ENU at its position, turned by `northRad`. */
export type Sensor = {
  readonly node: NodeId
  readonly kind: 'radar' | 'rf' | 'camera' | 'acoustic' | 'remote-id' | 'ads-b' | 'system' | 'human'
  /** Position in the cell's frame, m. */
  readonly eM: number
  readonly nM: number
  readonly uM: number
  /**
   * Row-major 3x3 rotation: cell ENU -> sensor ENU (true north and local vertical at the sensor).
   * Made by `math/geodesy.ts` from geodetic positions.
   */
  readonly rotation: readonly number[]
  readonly maxRangeM: number
  /** Probability of detection inside coverage, 0..1. */
  readonly pd: number
  /** Mean number of false reports a scan. */
  readonly clutterPerScan: number
  readonly periodS: number
  /** What it cannot see inside that range; absent: it sees all round, from the ground to the zenith. */
  readonly coverage?: SensorCoverage
}

/**
 * Where a sensor can see, in its own frame. A miss outside says nothing.
 *
 * sectorFromRad, sectorToRad  clockwise from its north; a width of 2 pi is all round
 */
export type SensorCoverage = {
  readonly minRangeM: number
  readonly sectorFromRad: number
  readonly sectorToRad: number
  readonly minElevationRad: number
  readonly maxElevationRad: number
}
