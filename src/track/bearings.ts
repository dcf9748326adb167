import { associateByBelief } from '../math/belief.ts'
import { atan2, cos, exp, sin, wrapPi } from '../math/elementary.ts'
import { PLANAR_BLOCK } from '../math/planar-imm.ts'
import { updatePlanarScalar } from '../math/planar-update.ts'
import { polarInto } from '../math/polar.ts'
import type { BearingMeasurement, Detection } from '../model/detection.ts'
import type { BearingLine } from '../model/track.ts'
import { partialCoverage } from './coverage.ts'
import { crossLooseBearings } from './cross.ts'
import { lookOf } from './measure.ts'
import type { Look } from './measure.ts'
import { ageExistence, predictTrack, refreshMean } from './predict.ts'
import { trackIdOf } from './remove.ts'
import type { Scan } from './scans.ts'
import type { SensorState, TrackerState } from './state.ts'
import { MEAN } from './table.ts'
import { noteSeen } from './update.ts'
import { roomForDetections, roomForPairs, roomForTracks } from './workspace.ts'
import type { Workspace } from './workspace.ts'

const TWO_PI = 6.283185307179586
/** Half-width of the gate in standard deviations. */
const GATE = 3.5
/** Share of objects that emit. */
const EMITTERS = 0.7
/** Candidates below this existence are not asked for. */
const EXISTENCE_MIN = 1e-3
const OWN = 0.5
/** Lines cross many tracks, so messages take many rounds; cut short, every track on a line would take it for its own. */
const BELIEF_ROUNDS = 20
const BELIEF_TOLERANCE = 0.01
/** Pairs that could not matter are left out. */
const RATIO_MIN = 3e-3
/** A bearing moves a track only where the track is less sure across the line than this share of the bearing's own width. */
const USEFUL = 0.7

const polar = new Float64Array(12)

/**
 * A scan of bearings: raises or lowers existence, tells which objects emit, sharpens tracks that nothing else measures well, and
 * leaves the unexplained ones for crossing. Returns a line for each bearing.
 */
export function stepBearings(state: TrackerState, work: Workspace, scan: Scan): BearingLine[] {
  const sensor = state.sensors[scan.sensor]!
  const look = lookOf(sensor, scan.atMs)
  const detections = sortedByAzimuth(scan)
  roomForDetections(work, detections.length)
  roomForTracks(work, state.table.count + 1)
  const pairs = gateBearings(state, work, scan, sensor, look, detections)
  associateByBelief(work.belief, state.table.count, detections.length, pairs, BELIEF_ROUNDS, BELIEF_TOLERANCE)
  const owner = new Int32Array(detections.length).fill(-1)
  updateFromBearings(state, work, scan, sensor, detections, owner)
  const lines = detections.map((detection, k) => lineOf(state, sensor, detection, owner[k]!))
  crossLooseBearings(state, work, scan, detections, owner)
  sensor.lastScanMs = Math.max(scan.atMs, sensor.lastScanMs || scan.atMs)
  return lines
}

function azimuthOf(detection: Detection): number {
  return (detection.measurement as BearingMeasurement).azimuthRad
}

function sortedByAzimuth(scan: Scan): Detection[] {
  return [...scan.detections].sort((a, b) => azimuthOf(a) - azimuthOf(b))
}

function gateBearings(
  state: TrackerState,
  work: Workspace,
  scan: Scan,
  sensor: SensorState,
  look: Look,
  detections: readonly Detection[],
): number {
  const { table, undetected } = state
  const { belief } = work
  const s = sensor.sensor
  const reach = s.maxRangeM / Math.max(undetected.radiusM, 1000)
  const other = (look.clutter + 1e-3 + undetected.count * EMITTERS * look.pd * Math.min(1, reach * reach)) / TWO_PI
  let widest = 0
  for (const [k, detection] of detections.entries()) {
    const m = detection.measurement as BearingMeasurement
    work.z0[k] = wrapTurn(m.azimuthRad)
    work.r0[k] = m.azimuthSigmaRad * m.azimuthSigmaRad
    if (work.r0[k] > widest) widest = work.r0[k]
  }
  const count = detections.length
  let pairs = 0
  for (let t = 0; t < table.count; t++) {
    belief.pairStart[t] = pairs
    work.pd[t] = 0
    if (table.existence[t]! < EXISTENCE_MIN) continue
    bearingOf(state, sensor, t, scan.atMs)
    if (polar[0]! > s.maxRangeM) continue
    const pd =
      look.pd *
      partialCoverage(s, polar[0]!, polar[1]!, polar[2]!, table.mean[t * MEAN + 12]!) *
      table.visible[t * table.groupCount + sensor.group]!
    work.pd[t] = pd
    ageExistence(state, t, scan.atMs)
    const across = acrossVariance(state, t, scan.atMs)
    const weight = (table.existence[t]! * pd) / (1 - table.existence[t]! * pd) / other
    const half = GATE * Math.sqrt(across + widest)
    for (let turn = -1; turn <= 1; turn++) {
      const centre = wrapTurn(polar[1]!) + turn * TWO_PI
      if (centre + half < 0 || centre - half > TWO_PI) continue
      for (let k = firstFrom(work.z0, count, centre - half); k < count && work.z0[k]! < centre + half; k++) {
        const off = work.z0[k]! - centre
        const variance = across + work.r0[k]!
        const ratio = (weight * exp((-0.5 * off * off) / variance)) / Math.sqrt(TWO_PI * variance)
        if (ratio < RATIO_MIN) continue
        roomForPairs(work, pairs + 1)
        belief.detection[pairs] = k
        belief.ratio[pairs++] = ratio
      }
    }
  }
  belief.pairStart[table.count] = pairs
  return pairs
}

function wrapTurn(angle: number): number {
  return angle < 0 ? angle + TWO_PI : angle >= TWO_PI ? angle - TWO_PI : angle
}

/** First index whose azimuth is at least `from`. */
function firstFrom(azimuths: Float64Array, count: number, from: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (azimuths[middle]! < from) low = middle + 1
    else high = middle
  }
  return low
}

/** Fills `polar` with what the sensor would see of the track at a time. */
function bearingOf(state: TrackerState, sensor: SensorState, t: number, atMs: number): void {
  const m = state.table.mean
  const at = t * MEAN
  const dtS = (atMs - state.table.timeMs[t]!) / 1000
  const s = sensor.sensor
  polarInto(s.rotation, m[at]! + dtS * m[at + 2]! - s.eM, m[at + 1]! + dtS * m[at + 3]! - s.nM, m[at + 10]! - s.uM, polar)
}

/** Variance of the track's own azimuth as seen by the sensor of the last `bearingOf`, rad^2. */
function acrossVariance(state: TrackerState, t: number, atMs: number): number {
  const m = state.table.mean
  const at = t * MEAN
  const dtS = Math.max(0, (atMs - state.table.timeMs[t]!) / 1000)
  const he = polar[6]!
  const hn = polar[7]!
  const grown = dtS * dtS
  return he * he * (m[at + 4]! + grown * m[at + 7]!) + 2 * he * hn * m[at + 5]! + hn * hn * (m[at + 6]! + grown * m[at + 9]!)
}

function updateFromBearings(
  state: TrackerState,
  work: Workspace,
  scan: Scan,
  sensor: SensorState,
  detections: readonly Detection[],
  owner: Int32Array,
): void {
  const { table } = state
  const { pairStart, missed, marginal, detection } = work.belief
  for (let t = 0; t < table.count; t++) {
    const pd = work.pd[t]!
    if (pd === 0) continue
    const r = table.existence[t]!
    const v = t * table.groupCount + sensor.group
    const visible = table.visible[v]!
    const ifMissed = missed[t]! * ((r * (1 - pd)) / (1 - r * pd))
    const seen = 1 - missed[t]!
    const existence = Math.min(1 - 1e-9, ifMissed + seen)
    table.existence[t] = existence
    table.visible[v] = Math.max(1e-6, Math.min(1, (ifMissed * ((visible - pd) / (1 - pd)) + seen) / existence))
    let best = -1
    for (let p = pairStart[t]!; p < pairStart[t + 1]!; p++) if (best < 0 || marginal[p]! > marginal[best]!) best = p
    if (best < 0 || marginal[best]! / existence < OWN) continue
    const k = detection[best]!
    owner[k] = t
    noteSeen(table, t, scan.sensor, detections[k]!)
    sharpen(state, sensor, t, scan.atMs, work.r0[k]! / (marginal[best]! / existence), detections[k]!)
  }
}

/** Moves a track by a bearing, where the track is not sure across the line. */
function sharpen(state: TrackerState, sensor: SensorState, t: number, atMs: number, variance: number, detection: Detection): void {
  const { table } = state
  bearingOf(state, sensor, t, atMs)
  if (acrossVariance(state, t, atMs) < USEFUL * USEFUL * variance) return
  predictTrack(state, t, atMs)
  bearingOf(state, sensor, t, table.timeMs[t]!)
  const at = t * MEAN
  const m = table.mean
  const off = wrapPi(azimuthOf(detection) - polar[1]!)
  updatePlanarScalar(
    table.planar,
    t * table.planarCount * PLANAR_BLOCK,
    table.planarWeight,
    t * table.planarCount,
    table.planarCount,
    polar[6]!,
    polar[7]!,
    0,
    0,
    variance,
    off,
    m[at]!,
    m[at + 1]!,
    m[at + 2]!,
    m[at + 3]!,
  )
  refreshMean(table, t)
}

function lineOf(state: TrackerState, sensor: SensorState, detection: Detection, row: number): BearingLine {
  const m = detection.measurement as BearingMeasurement
  const direction = cellAzimuth(sensor, m.azimuthRad)
  const shown = row >= 0 ? state.table.shownId[row]! : 0
  return {
    node: detection.node,
    atMs: detection.measuredMs,
    eM: sensor.sensor.eM,
    nM: sensor.sensor.nM,
    azimuthRad: direction,
    sigmaRad: m.azimuthSigmaRad,
    track: shown > 0 ? (trackIdOf(shown) as BearingLine['track']) : undefined,
  }
}

/** A sensor's azimuth as one of the cell's grid. */
export function cellAzimuth(sensor: SensorState, azimuthRad: number): number {
  const r = sensor.sensor.rotation
  const x = sin(azimuthRad)
  const y = cos(azimuthRad)
  return atan2(r[0]! * x + r[3]! * y, r[1]! * x + r[4]! * y)
}
