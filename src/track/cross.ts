import { wrapPi, cos, sin } from '../math/elementary.ts'
import type { BearingMeasurement, Detection } from '../model/detection.ts'
import { cellAzimuth } from './bearings.ts'
import { newRow, seedRow } from './initiate.ts'
import { refreshMean } from './predict.ts'
import type { Scan } from './scans.ts'
import type { LooseBearing, SensorState, TrackerState } from './state.ts'
import { MEAN } from './table.ts'
import type { Workspace } from './workspace.ts'

/** Bearings this far apart in time may cross, ms. */
const CROSS_WITHIN_MS = 1500
/** Lines nearly along each other say nothing of range, rad. */
const CROSS_ANGLE_MIN_RAD = 0.25
/** Existence of a crossing: lines of two objects cross at two wrong places as well, so one crossing alone proves little. */
const CROSS_EXISTENCE = 0.1
/** Loose bearings kept at most. */
const LOOSE_MAX = 256
/** A crossing nearer than this to a candidate is not a new one, m. */
const CROSS_NEAR_M = 150

/** Keeps the bearings that no track explains, and starts candidates where those of two sensors cross. */
export function crossLooseBearings(
  state: TrackerState,
  work: Workspace,
  scan: Scan,
  detections: readonly Detection[],
  owner: Int32Array,
): void {
  const { explained } = work.belief
  state.looseBearings = state.looseBearings.filter((b) => scan.atMs - b.atMs <= CROSS_WITHIN_MS)
  const sensor = state.sensors[scan.sensor]!
  for (const [k, detection] of detections.entries()) {
    if (owner[k]! >= 0 || explained[k]! > 0.5) continue
    const m = detection.measurement as BearingMeasurement
    const azimuthRad = cellAzimuth(sensor, m.azimuthRad)
    for (const loose of state.looseBearings) {
      if (loose.sensor !== scan.sensor) startCrossing(state, sensor, azimuthRad, m.azimuthSigmaRad, loose, scan.atMs)
    }
    if (state.looseBearings.length < LOOSE_MAX)
      state.looseBearings.push({
        sensor: scan.sensor,
        atMs: detection.measuredMs,
        azimuthRad,
        sigmaRad: m.azimuthSigmaRad,
        claim: detection.claim,
      })
  }
}

function startCrossing(
  state: TrackerState,
  sensor: SensorState,
  azimuthRad: number,
  sigmaRad: number,
  loose: LooseBearing,
  atMs: number,
): void {
  const a = sensor.sensor
  const b = state.sensors[loose.sensor]!.sensor
  const sine = sin(wrapPi(loose.azimuthRad - azimuthRad))
  if (Math.abs(sine) < CROSS_ANGLE_MIN_RAD) return
  const de = b.eM - a.eM
  const dn = b.nM - a.nM
  const ue = sin(azimuthRad)
  const un = cos(azimuthRad)
  const we = sin(loose.azimuthRad)
  const wn = cos(loose.azimuthRad)
  // a + ra u = b + rb w, both ranges ahead of their sensors.
  const ra = (de * wn - dn * we) / (ue * wn - un * we)
  const rb = (de * un - dn * ue) / (ue * wn - un * we)
  if (!(ra > 50 && rb > 50 && ra < a.maxRangeM && rb < b.maxRangeM)) return
  const e = a.eM + ra * ue
  const n = a.nM + ra * un
  if (isKnown(state, e, n)) return
  const row = newRow(state, atMs, CROSS_EXISTENCE)
  if (row < 0) return
  // Each line gives one constraint across itself, one sigma wide at its range.
  const pa = 1 / (ra * ra * sigmaRad * sigmaRad)
  const pb = 1 / (rb * rb * loose.sigmaRad * loose.sigmaRad)
  const i00 = pa * un * un + pb * wn * wn
  const i01 = -pa * un * ue - pb * wn * we
  const i11 = pa * ue * ue + pb * we * we
  const det = i00 * i11 - i01 * i01
  const { birthHeightM, birthHeightSigmaM } = state.settings
  seedRow(state, row, {
    e,
    n,
    ee: i11 / det,
    en: -i01 / det,
    nn: i00 / det,
    u: a.uM + birthHeightM,
    uu: birthHeightSigmaM * birthHeightSigmaM,
  })
  refreshMean(state.table, row)
}

/** True where a candidate is already. */
function isKnown(state: TrackerState, e: number, n: number): boolean {
  const { table } = state
  for (let t = 0; t < table.count; t++) {
    const de = table.mean[t * MEAN]! - e
    const dn = table.mean[t * MEAN + 1]! - n
    const near = CROSS_NEAR_M + Math.sqrt(table.mean[t * MEAN + 4]! + table.mean[t * MEAN + 6]!)
    if (table.existence[t]! > 0.005 && de * de + dn * dn < near * near) return true
  }
  return false
}
