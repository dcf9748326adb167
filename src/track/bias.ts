import { cos, sin, wrapPi } from '../math/elementary.ts'
import { polarInto } from '../math/polar.ts'
import { PLANAR_BLOCK } from '../math/planar-imm.ts'
import type { PolarMeasurement } from '../model/detection.ts'
import type { SensorBias } from '../model/track.ts'
import { refreshMean } from './predict.ts'
import type { Scan } from './scans.ts'
import type { BiasSample, CooperativeFix, SensorState, TrackerState } from './state.ts'

/**
 * Azimuth bias and clock error of each radar, measured against aircraft that report their own position (ADS-B), apart from the fused tracks: a biased
 * radar's plots lie outside the tracks' gates, so it must be compared before they are associated.
 */

/** Widest azimuth difference that may be a bias, rad (10 degrees). */
const WIDE_RAD = 0.1745
/** Own reports older than this are not compared, ms. */
const FIX_FRESH_MS = 6000
/** Comparisons kept a radar, and their age, ms. */
const RING = 24
const RING_MS = 25000
const SAMPLES_MIN = 5
/** A bias is applied from this many of its own sigmas, and when it is more than a measurement's own sigma. */
const CONFIDENT = 4
const WORTH = 1
/** Clocks further off than this are another matter, s; below the other figure they are shown but not corrected: own reports are late by as much. */
const CLOCK_MAX_S = 1.5
const CLOCK_WORTH_S = 0.4
/** Metres of error of an own report that grow with each second of its age. */
const FIX_DRIFT_MPS = 3

const polar = new Float64Array(12)

/** Remembers what cooperative aircraft report. */
export function noteCooperative(state: TrackerState, scan: Scan): void {
  if (state.sensors[scan.sensor]!.sensor.kind !== 'ads-b') return
  for (const { measurement: m, claim, measuredMs } of scan.detections) {
    if (m.kind !== 'position' || claim === undefined || !(m.uM === m.uM)) continue
    const before = state.cooperative.get(claim)
    if (before !== undefined && before.atMs >= measuredMs) continue
    const dtS = before === undefined ? NaN : (measuredMs - before.atMs) / 1000
    const measured = m.veMps === m.veMps && m.vnMps === m.vnMps
    const ve = measured ? m.veMps : before === undefined || dtS > 15 ? NaN : (m.eM - before.e) / dtS
    const vn = measured ? m.vnMps : before === undefined || dtS > 15 ? NaN : (m.nM - before.n) / dtS
    state.cooperative.delete(claim)
    state.cooperative.set(claim, { atMs: measuredMs, e: m.eM, n: m.nM, u: m.uM, ve, vn, sigmaM: m.horizontalSigmaM })
  }
  for (const [claim, fix] of state.cooperative) {
    if (scan.atMs - fix.atMs < 60000) break
    state.cooperative.delete(claim)
  }
}

/** Compares a radar's plots with the cooperative aircraft and updates its bias. Returns the bias if it changed. */
export function learnBias(state: TrackerState, scan: Scan): SensorBias | undefined {
  const sensor = state.sensors[scan.sensor]!
  if (scan.kind !== 'polar' || state.cooperative.size === 0) return undefined
  const before = sensor.biasRing.length
  for (const fix of state.cooperative.values()) {
    if (Math.abs(scan.atMs - fix.atMs) > FIX_FRESH_MS || !(fix.ve === fix.ve)) continue
    const sample = onlyPlotNear(sensor, scan, fix)
    if (sample !== undefined) sensor.biasRing.push(sample)
  }
  if (sensor.biasRing.length === before) return undefined
  sensor.biasRing = sensor.biasRing.filter((s) => scan.atMs - s.atMs < RING_MS).slice(-RING)
  forgetBeforeTurn(sensor, (scan.detections[0]!.measurement as PolarMeasurement).azimuthSigmaRad)
  return estimateBias(state, scan, sensor)
}

/** So many newest comparisons that agree with each other, and lie further from the older ones' bias than so many of a plot's sigmas, show a turn. */
const TURN_SAMPLES = 5
const TURN_SIGMAS = 5
const TURN_SPREAD_SIGMAS = 4

/** A radar that was turned at once is known by the plots since then alone: the older ones would hold the median where it was. */
function forgetBeforeTurn(sensor: SensorState, azimuthSigmaRad: number): void {
  if (sensor.biasRing.length <= TURN_SAMPLES) return
  const newest = sensor.biasRing.slice(-TURN_SAMPLES)
  const offs = newest.map((s) => s.azimuthOffRad)
  const now = median(offs)
  if (offs.some((off) => Math.abs(off - now) > TURN_SPREAD_SIGMAS * azimuthSigmaRad)) return
  const before = median(sensor.biasRing.slice(0, -TURN_SAMPLES).map((s) => s.azimuthOffRad))
  if (Math.abs(now - before) > TURN_SIGMAS * azimuthSigmaRad) sensor.biasRing = newest
}

/** The one plot that may be the aircraft's, compared with it; undefined where none or several may. */
function onlyPlotNear(sensor: SensorState, scan: Scan, fix: CooperativeFix): BiasSample | undefined {
  const s = sensor.sensor
  const appliedS = sensor.clockCorrected ? sensor.clockS : 0
  let found: BiasSample | undefined
  for (const detection of scan.detections) {
    const m = detection.measurement as PolarMeasurement
    const dtS = (detection.measuredMs - fix.atMs) / 1000 + appliedS
    polarInto(s.rotation, fix.e + dtS * fix.ve - s.eM, fix.n + dtS * fix.vn - s.nM, fix.u - s.uM, polar)
    const sigma = fix.sigmaM + FIX_DRIFT_MPS * Math.abs(dtS)
    const range = polar[0]!
    if (range > s.maxRangeM || range < 1000 || sigma / range > 0.01) return undefined
    const rangeRateMps = polar[3]! * fix.ve + polar[4]! * fix.vn
    const rangeSigmaM = m.rangeSigmaM + sigma
    const rangeOffM = m.rangeM - range
    if (Math.abs(rangeOffM) > 3 * rangeSigmaM + 30 + CLOCK_MAX_S * Math.abs(rangeRateMps)) continue
    if (m.elevationRad === m.elevationRad && Math.abs(m.elevationRad - polar[2]!) > 4 * m.elevationSigmaRad + 0.01) continue
    const azimuthOffRad = wrapPi(m.azimuthRad - polar[1]!)
    if (Math.abs(azimuthOffRad) > WIDE_RAD) continue
    if (found !== undefined) return undefined
    found = {
      atMs: scan.atMs,
      azimuthOffRad,
      azimuthRateRadps: polar[6]! * fix.ve + polar[7]! * fix.vn,
      rangeOffM,
      rangeRateMps,
      rangeSigmaM,
    }
  }
  return found
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : 0.5 * (sorted[middle - 1]! + sorted[middle]!)
}

/** Spread of range bias that radars have, m, and of clocks, s: priors of the fit. */
const RANGE_BIAS_SIGMA_M = 20
const CLOCK_SIGMA_S = 1

/**
 * Clock error from range alone, which no azimuth bias touches: a plot stamped `clock` too late shows the range of `clock` earlier, so
 * its difference is rangeBias - rangeRate * clock. Least squares in the two, with their priors; samples beyond 4 sigma of a first fit are left out.
 */
export function fitClock(samples: readonly BiasSample[]): { clockS: number; sigmaS: number } {
  let rangeBiasM = 0
  let clockS = 0
  let sigmaS = CLOCK_SIGMA_S
  for (let round = 0; round < 2; round++) {
    let a = 1 / (RANGE_BIAS_SIGMA_M * RANGE_BIAS_SIGMA_M)
    let b = 0
    let c = 1 / (CLOCK_SIGMA_S * CLOCK_SIGMA_S)
    let y0 = 0
    let y1 = 0
    for (const { rangeOffM, rangeRateMps, rangeSigmaM } of samples) {
      if (round > 0 && Math.abs(rangeOffM - rangeBiasM + rangeRateMps * clockS) > 4 * rangeSigmaM + 10) continue
      const w = 1 / (rangeSigmaM * rangeSigmaM)
      a += w
      b -= w * rangeRateMps
      c += w * rangeRateMps * rangeRateMps
      y0 += w * rangeOffM
      y1 -= w * rangeRateMps * rangeOffM
    }
    const det = a * c - b * b
    rangeBiasM = (c * y0 - b * y1) / det
    clockS = (a * y1 - b * y0) / det
    sigmaS = Math.sqrt(a / det)
  }
  return { clockS, sigmaS }
}

function estimateBias(state: TrackerState, scan: Scan, sensor: SensorState): SensorBias | undefined {
  const samples = sensor.biasRing
  if (samples.length < SAMPLES_MIN) return undefined
  const clock = fitClock(samples)
  const { correctSensors } = state.settings
  const clockCorrected = correctSensors && Math.abs(clock.clockS) > CONFIDENT * clock.sigmaS && Math.abs(clock.clockS) > CLOCK_WORTH_S
  const offs = samples.map((s) => s.azimuthOffRad + (clockCorrected ? s.azimuthRateRadps * clock.clockS : 0))
  const azimuthSigma = (scan.detections[0]!.measurement as PolarMeasurement).azimuthSigmaRad
  const bias = median(offs)
  // Median absolute deviation to sigma, and the median's own efficiency.
  const scatter = Math.max(1.4826 * median(offs.map((off) => Math.abs(off - bias))), azimuthSigma)
  const sigma = (1.2533 * scatter) / Math.sqrt(offs.length)
  const corrected = correctSensors && Math.abs(bias) > CONFIDENT * sigma && Math.abs(bias) > WORTH * azimuthSigma
  const applied = sensor.biasCorrected ? sensor.biasRad : 0
  const turned = Math.abs(bias - sensor.biasRad) > 0.5 * sigma || corrected !== sensor.biasCorrected || sensor.biasSamples === 0
  const shifted =
    Math.abs(clock.clockS - sensor.clockS) > clock.sigmaS ||
    clockCorrected !== sensor.clockCorrected ||
    !(sensor.clockSigmaS === sensor.clockSigmaS)
  sensor.biasSamples = offs.length
  if (!turned && !shifted) return undefined
  sensor.biasRad = bias
  sensor.biasSigmaRad = sigma
  sensor.biasCorrected = corrected
  sensor.clockS = clock.clockS
  sensor.clockSigmaS = clock.sigmaS
  sensor.clockCorrected = clockCorrected
  turnOwnTracks(state, scan, applied - (corrected ? bias : 0))
  return {
    node: sensor.sensor.node,
    azimuthRad: bias,
    azimuthSigmaRad: sigma,
    samples: offs.length,
    corrected,
    clockS: clock.clockS,
    clockSigmaS: clock.sigmaS,
    clockCorrected,
  }
}

/** Tracks that only this radar has seen of late stood on its uncorrected word: they turn with it, so that they meet the tracks of the others. */
function turnOwnTracks(state: TrackerState, scan: Scan, byRad: number): void {
  if (Math.abs(byRad) < 0.002) return
  const { table } = state
  const s = state.sensors[scan.sensor]!.sensor
  // Bearings grow clockwise, the plane's angles the other way.
  const c = cos(byRad)
  const d = -sin(byRad)
  for (let t = 0; t < table.count; t++) {
    if (!ownedBy(state, t, scan)) continue
    for (let m = 0; m < table.planarCount; m++) {
      const b = (t * table.planarCount + m) * PLANAR_BLOCK
      const e = table.planar[b]! - s.eM
      const n = table.planar[b + 1]! - s.nM
      const ve = table.planar[b + 2]!
      const vn = table.planar[b + 3]!
      table.planar[b] = s.eM + c * e - d * n
      table.planar[b + 1] = s.nM + d * e + c * n
      table.planar[b + 2] = c * ve - d * vn
      table.planar[b + 3] = d * ve + c * vn
    }
    refreshMean(table, t)
  }
}

const OWNED_WITHIN_MS = 8000

function ownedBy(state: TrackerState, t: number, scan: Scan): boolean {
  const { table } = state
  let own = false
  for (let s = 0; s < table.groupCount; s++) {
    const seen = table.seenMs[t * table.groupCount + s]!
    if (seen === 0 || scan.atMs - seen > OWNED_WITHIN_MS) continue
    if (s !== scan.sensor) return false
    own = true
  }
  return own
}
