import { asin, exp, log } from '../math/elementary.ts'
import { normalCdf } from '../math/normal.ts'
import { fromPolarInto } from '../math/polar.ts'
import type { Detection, PolarMeasurement, PositionMeasurement } from '../model/detection.ts'
import { extraClutter } from './clutter-map.ts'
import { sectorShare } from './coverage.ts'
import type { Scan } from './scans.ts'
import type { SensorState, TrackerState } from './state.ts'
import type { UndetectedDensity } from './undetected.ts'
import { roomForDetections } from './workspace.ts'
import type { Workspace } from './workspace.ts'

const PI = 3.141592653589793
/** A sensor's height above its own ground, when nothing better is known, m. */
const MAST_M = 25
/** Share of clutter and of new objects that keeps to no height, and the elevations over which it spreads, rad. */
const ANY_ELEVATION = 0.1
const ANY_ELEVATION_SPAN_RAD = 0.6
/** Vertical extent over which positions of unknown objects spread, m. */
const HEIGHT_SPAN_M = 570
/** Other systems' tracks remember about this long: their reports are independent only so far apart, s. */
const FILTER_MEMORY_S = 5

/** Nobody measures better than this, whatever they say. */
const SIGMA_MIN_M = 0.5
const SIGMA_MIN_RAD = 2e-4

const point = new Float64Array(3)

function square(value: number): number {
  return value * value
}

/** What the scan's sensor could see in it. */
export type Look = { readonly pd: number; readonly clutter: number }

/**
 * The share of a whole scan that this one is: sensors that report piecemeal are charged piecemeal, so that detections and
 * misses over one period weigh what one whole scan weighs.
 */
export function lookOf(sensor: SensorState, atMs: number): Look {
  const { pd, clutterPerScan, periodS } = sensor.sensor
  const since = (atMs - sensor.lastScanMs) / (1000 * periodS)
  const share = !(since === since) || since > 0.9 ? 1 : since < 0.1 ? 0.1 : since
  return { pd: share === 1 ? pd : 1 - exp(share * log(1 - Math.min(pd, 0.999))), clutter: clutterPerScan * share }
}

/** Writes the scan's measurements and densities into the workspace. */
export function measureScan(state: TrackerState, work: Workspace, scan: Scan, look: Look, density: UndetectedDensity): void {
  const sensor = state.sensors[scan.sensor]!
  roomForDetections(work, scan.detections.length)
  for (const [k, detection] of scan.detections.entries()) {
    work.tauS[k] = Math.min(0, (detection.measuredMs - scan.atMs) / 1000)
    const m = detection.measurement
    if (m.kind === 'polar') measurePolar(state, work, k, m, scan, look, density)
    else if (m.kind === 'position') measurePosition(state, work, k, m, sensor, detection, look, density)
  }
}

function densityAt(state: TrackerState, density: UndetectedDensity, e: number, n: number): number {
  const de = e - state.undetected.centreE
  const dn = n - state.undetected.centreN
  return de * de + dn * dn < density.radius2 ? density.inside : density.outside
}

function measurePolar(
  state: TrackerState,
  work: Workspace,
  k: number,
  m: PolarMeasurement,
  scan: Scan,
  look: Look,
  density: UndetectedDensity,
): void {
  const sensor = state.sensors[scan.sensor]!
  const { sensor: s } = sensor
  const measured = m.elevationRad === m.elevationRad && m.elevationSigmaRad > 0
  const azimuth = m.azimuthRad - (sensor.biasCorrected ? sensor.biasRad : 0)
  const elevation = measured ? m.elevationRad : 0
  fromPolarInto(s.rotation, m.rangeM, azimuth, elevation, point)
  work.z0[k] = m.rangeM
  work.z1[k] = azimuth
  work.z2[k] = elevation
  work.r0[k] = square(Math.max(m.rangeSigmaM, SIGMA_MIN_M))
  work.r1[k] = square(Math.max(m.azimuthSigmaRad, SIGMA_MIN_RAD))
  work.r2[k] = measured ? square(Math.max(m.elevationSigmaRad, SIGMA_MIN_RAD)) : Infinity
  work.e[k] = s.eM + point[0]!
  work.n[k] = s.nM + point[1]!
  work.u[k] = s.uM + point[2]!
  // Per metre of range and radian of azimuth a square metre of ground counts `rangeM`; per radian of elevation `up`.
  const flat = m.rangeM * Math.sqrt(Math.max(0, 1 - (point[2]! / m.rangeM) * (point[2]! / m.rangeM)))
  const up = measured ? elevationDensity(state.settings.ceilingM, m.rangeM, elevation, Math.sqrt(work.r2[k]!)) : 1
  const reach = Math.max(s.maxRangeM, m.rangeM)
  work.birth[k] = densityAt(state, density, work.e[k]!, work.n[k]!) * look.pd * flat * up
  work.other[k] =
    ((look.clutter + 1e-6) / (PI * reach * reach * sectorShare(s)) + extraClutter(state, scan.sensor, work.e[k]!, work.n[k]!, scan.atMs)) *
      flat *
      up +
    work.birth[k]!
}

/** Density over elevation of objects and clutter: uniform from the ground to the ceiling, blurred by the sensor; a part of them anywhere. */
function elevationDensity(ceilingM: number, rangeM: number, elevationRad: number, sigmaRad: number): number {
  const low = asin(Math.max(-0.5, -MAST_M / rangeM))
  const high = asin(Math.min(0.5, (ceilingM - MAST_M) / rangeM))
  const near = (normalCdf((high - elevationRad) / sigmaRad) - normalCdf((low - elevationRad) / sigmaRad)) / (high - low)
  return (1 - ANY_ELEVATION) * near + ANY_ELEVATION / ANY_ELEVATION_SPAN_RAD
}

function measurePosition(
  state: TrackerState,
  work: Workspace,
  k: number,
  m: PositionMeasurement,
  sensor: SensorState,
  detection: Detection,
  look: Look,
  density: UndetectedDensity,
): void {
  const measured = m.uM === m.uM && m.verticalSigmaM > 0
  const widen = detection.evidence === 'local-track' ? filtered(state, detection) : 1
  work.z0[k] = work.e[k] = m.eM
  work.z1[k] = work.n[k] = m.nM
  work.z2[k] = work.u[k] = measured ? m.uM : sensor.sensor.uM
  work.r0[k] = work.r1[k] = square(Math.max(m.horizontalSigmaM, SIGMA_MIN_M)) * widen
  work.r2[k] = measured ? square(Math.max(m.verticalSigmaM, SIGMA_MIN_M)) * widen : Infinity
  const up = measured ? 1 / HEIGHT_SPAN_M : 1
  work.birth[k] = densityAt(state, density, m.eM, m.nM) * 0.5 * look.pd * up
  const reach = Math.min(sensor.sensor.maxRangeM, 100000)
  work.other[k] = work.birth[k]! + 1e-16 + (detection.evidence === 'claim' ? 0 : (look.clutter / (PI * reach * reach)) * up)
}

/**
 * By how much the variance of another system's track report is widened. Its reports are filtered: two within the filter's
 * memory tell nearly the same thing twice, so the reports within one memory together weigh as one measurement.
 */
function filtered(state: TrackerState, detection: Detection): number {
  if (detection.localTrack === undefined) return 2
  const known = state.localTracks.get(localKey(detection))
  if (known === undefined) return 1
  const sinceS = Math.max(0.05, (detection.measuredMs - known.lastMs) / 1000)
  return Math.max(1, FILTER_MEMORY_S / sinceS)
}

/** A sensor's own track number, unique over sensors. */
export function localKey(detection: Detection): string {
  return `${detection.node}/${detection.localTrack ?? ''}`
}
