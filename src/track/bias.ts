import { cos, sin, wrapPi } from '../math/elementary.ts'
import { polarInto } from '../math/polar.ts'
import { PLANAR_BLOCK } from '../math/planar-imm.ts'
import type { PolarMeasurement } from '../model/detection.ts'
import type { SensorBias } from '../model/track.ts'
import { refreshMean } from './predict.ts'
import type { Scan } from './scans.ts'
import type { SensorState, TrackerState } from './state.ts'

/**
 * Azimuth bias of each radar, measured against aircraft that report their own position (ADS-B), apart from the fused tracks: a biased
 * radar's plots lie outside the tracks' gates, so it must be compared before they are associated.
 */

/** Widest azimuth difference that may be a bias, rad (10 degrees). */
const WIDE_RAD = 0.1745
/** Own reports older than this are not compared, ms. */
const FIX_FRESH_MS = 6000
/** Comparisons kept a radar, and their age, ms. */
const RING = 24
const RING_MS = 25000
const SAMPLES_MIN = 6
/** A bias is applied from this many of its own sigmas, and when it is more than a measurement's own sigma. */
const CONFIDENT = 4
const WORTH = 1
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
    const off = onlyPlotNear(sensor, scan, fix)
    if (off !== undefined) sensor.biasRing.push({ atMs: scan.atMs, offRad: off })
  }
  if (sensor.biasRing.length === before) return undefined
  sensor.biasRing = sensor.biasRing.filter((s) => scan.atMs - s.atMs < RING_MS).slice(-RING)
  return estimateBias(state, scan, sensor)
}

/** Azimuth difference of the one plot that may be the aircraft's; undefined where none or several may. */
function onlyPlotNear(sensor: SensorState, scan: Scan, fix: { atMs: number; e: number; n: number; u: number; ve: number; vn: number; sigmaM: number }): number | undefined {
  const s = sensor.sensor
  let found: number | undefined
  for (const detection of scan.detections) {
    const m = detection.measurement as PolarMeasurement
    const dtS = (detection.measuredMs - fix.atMs) / 1000
    polarInto(s.rotation, fix.e + dtS * fix.ve - s.eM, fix.n + dtS * fix.vn - s.nM, fix.u - s.uM, polar)
    const sigma = fix.sigmaM + FIX_DRIFT_MPS * Math.abs(dtS)
    const range = polar[0]!
    if (range > s.maxRangeM || range < 1000 || sigma / range > 0.01) return undefined
    if (Math.abs(m.rangeM - range) > 3 * (m.rangeSigmaM + sigma) + 30) continue
    if (m.elevationRad === m.elevationRad && Math.abs(m.elevationRad - polar[2]!) > 4 * m.elevationSigmaRad + 0.01) continue
    const off = wrapPi(m.azimuthRad - polar[1]!)
    if (Math.abs(off) > WIDE_RAD) continue
    if (found !== undefined) return undefined
    found = off
  }
  return found
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : 0.5 * (sorted[middle - 1]! + sorted[middle]!)
}

function estimateBias(state: TrackerState, scan: Scan, sensor: SensorState): SensorBias | undefined {
  const offs = sensor.biasRing.map((s) => s.offRad)
  if (offs.length < SAMPLES_MIN) return undefined
  const azimuthSigma = (scan.detections[0]!.measurement as PolarMeasurement).azimuthSigmaRad
  const bias = median(offs)
  // Median absolute deviation to sigma, and the median's own efficiency.
  const scatter = Math.max(1.4826 * median(offs.map((off) => Math.abs(off - bias))), azimuthSigma)
  const sigma = (1.2533 * scatter) / Math.sqrt(offs.length)
  const corrected = Math.abs(bias) > CONFIDENT * sigma && Math.abs(bias) > WORTH * azimuthSigma
  const applied = sensor.biasCorrected ? sensor.biasRad : 0
  const moved = Math.abs(bias - sensor.biasRad) > 0.5 * sigma || corrected !== sensor.biasCorrected || sensor.biasSamples === 0
  sensor.biasSamples = offs.length
  if (!moved) return undefined
  sensor.biasRad = bias
  sensor.biasSigmaRad = sigma
  sensor.biasCorrected = corrected
  turnOwnTracks(state, scan, applied - (corrected ? bias : 0))
  return { node: sensor.sensor.node, azimuthRad: bias, azimuthSigmaRad: sigma, samples: offs.length, corrected }
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
