import type { ClaimKey, NodeId } from './ids.ts'
import type { ObjectClass } from './track.ts'

/**
 * Range, azimuth and elevation in the sensor's own frame (its rotation and position are in the `SensorTable`).
 * Unmeasured coordinates are NaN, and so are their sigmas. Sigmas are one standard deviation.
 *
 * azimuthRad    clockwise from the sensor's north
 * elevationRad  up from the sensor's horizon
 */
export type PolarMeasurement = {
  readonly kind: 'polar'
  readonly rangeM: number
  readonly azimuthRad: number
  readonly elevationRad: number
  readonly rangeRateMps: number
  readonly rangeSigmaM: number
  readonly azimuthSigmaRad: number
  readonly elevationSigmaRad: number
  readonly rangeRateSigmaMps: number
}

/** A direction without a range: RF, acoustic, camera. `elevationRad` is NaN where not measured. */
export type BearingMeasurement = {
  readonly kind: 'bearing'
  readonly azimuthRad: number
  readonly elevationRad: number
  readonly azimuthSigmaRad: number
  readonly elevationSigmaRad: number
}

/**
 * A position in the cell's frame, metres east, north, up of the cell's origin, with optional velocity.
 * `uM` is NaN where no usable height came with it; velocities are NaN where unknown.
 */
export type PositionMeasurement = {
  readonly kind: 'position'
  readonly eM: number
  readonly nM: number
  readonly uM: number
  readonly horizontalSigmaM: number
  readonly verticalSigmaM: number
  readonly veMps: number
  readonly vnMps: number
  readonly vuMps: number
  readonly velocitySigmaMps: number
}

export type Measurement = PolarMeasurement | BearingMeasurement | PositionMeasurement

/** What stands behind a detection. `claim`: the object's own word; `local-track`: another system's track, already filtered. */
export type EvidenceKind = 'body' | 'claim' | 'local-track'

/** One sensor, one instant, one object. */
export type Detection = {
  readonly node: NodeId
  /** When the sensor measured it, on the event clock after the feed's time setting was applied. */
  readonly measuredMs: number
  /** When the door took it in: the entry's `atMs`. */
  readonly receivedMs: number
  readonly evidence: EvidenceKind
  readonly measurement: Measurement
  /** The identity claimed with it, if any. Association may use it; physics comes first. */
  readonly claim: ClaimKey | undefined
  /** The sensor's own track number or object id, if any: one local track is one object for as long as it lasts. */
  readonly localTrack: string | undefined
  /** Class probabilities that the sensor itself reported, empty if none. */
  readonly classes: readonly ClassProbability[]
  /** Radar cross-section in square metres, NaN if not reported. */
  readonly rcsM2: number
  /** True if the report says that the object stands on the ground (ADS-B surface, Remote ID status 1). */
  readonly onGround: boolean
}

export type ClassProbability = { readonly class: ObjectClass; readonly probability: number }

/**
 * What an object says of itself, beside the position (which enters as a `Detection`). Personal fields never come here:
 * the door has replaced them by `sealed`, a reference to ciphertext in the same entry.
 */
export type Claim = {
  readonly key: ClaimKey
  readonly node: NodeId
  readonly atMs: number
  readonly kind: 'remote-id' | 'ads-b'
  /** Call sign, registration or self-description as broadcast; undefined if none yet. */
  readonly callsign: string | undefined
  readonly category: ObjectClass | undefined
  /** The remote pilot's position was claimed and is held under this reference; only the door's vault can open it. */
  readonly sealedPilot: SealedRef | undefined
  readonly sealedSerial: SealedRef | undefined
  /** ADS-B emergency status or Remote ID status 3. */
  readonly emergency: boolean
}

/** Ciphertext of a personal field, with the class and period whose key opens it. Base64; about 100 bytes. */
export type SealedRef = { readonly keyId: string; readonly box: string }
