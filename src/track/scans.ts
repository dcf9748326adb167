import type { Detection, Measurement } from '../model/detection.ts'
import type { TrackerState } from './state.ts'

/** Detections of one sensor, of one kind, of nearly one instant: what one association decides about. */
export type Scan = {
  /** Index into `state.sensors`. */
  readonly sensor: number
  readonly kind: Measurement['kind']
  /** Time of the latest of them, ms. */
  readonly atMs: number
  readonly detections: readonly Detection[]
}

/** Detections within this of the scan's first are of one scan, s; a shorter period of the sensor is respected. */
const SCAN_SPAN_S = 0.25

/** Sorts a batch into scans in order of time. Unknown sensors, detections that are too late, and those without finite numbers are counted as shed. */
export function scansOf(state: TrackerState, batch: readonly Detection[], nowMs: number): Scan[] {
  const parts = new Map<number, Detection[]>()
  const oldestMs = nowMs - state.settings.maxLateS * 1000
  for (const given of batch) {
    const sensor = state.sensorIndex.get(given.node)
    const detection = sensor === undefined ? given : onOurClock(state, sensor, given)
    if (sensor === undefined || !usable(detection) || detection.measuredMs < oldestMs) {
      state.shed++
      continue
    }
    const key = sensor * 4 + (detection.measurement.kind === 'polar' ? 0 : detection.measurement.kind === 'position' ? 1 : 2)
    const part = parts.get(key)
    if (part === undefined) parts.set(key, [detection])
    else part.push(detection)
  }
  const scans: Scan[] = []
  for (const [key, part] of parts) splitInto(scans, key >> 2, state.sensors[key >> 2]!.sensor.periodS, part, nowMs)
  scans.sort((a, b) => a.atMs - b.atMs || a.sensor - b.sensor)
  return scans
}

/** The detection at its corrected time. */
function onOurClock(state: TrackerState, sensor: number, detection: Detection): Detection {
  const { clockCorrected, clockS } = state.sensors[sensor]!
  return clockCorrected ? { ...detection, measuredMs: detection.measuredMs - Math.round(clockS * 1000) } : detection
}

/** Cuts one sensor's detections at gaps in time. A clock ahead of ours counts as now. */
function splitInto(scans: Scan[], sensor: number, periodS: number, part: Detection[], nowMs: number): void {
  if (part.some((d, i) => i > 0 && d.measuredMs < part[i - 1]!.measuredMs)) part.sort((a, b) => a.measuredMs - b.measuredMs)
  const spanMs = Math.min(SCAN_SPAN_S, periodS / 2) * 1000
  let from = 0
  for (let i = 1; i <= part.length; i++) {
    const first = part[from]!
    if (i < part.length && part[i]!.measuredMs - first.measuredMs <= spanMs) continue
    scans.push({
      sensor,
      kind: first.measurement.kind,
      atMs: Math.min(nowMs, part[i - 1]!.measuredMs),
      detections: from === 0 && i === part.length ? part : part.slice(from, i),
    })
    from = i
  }
}

/** Farthest that anything is believed to be, m; widest that an error may be. */
const FAR_M = 2e6
const SIGMA_MAX_M = 2e5
const SIGMA_MAX_RAD = 3.2

function usable(detection: Detection): boolean {
  const m = detection.measurement
  if (!Number.isFinite(detection.measuredMs)) return false
  switch (m.kind) {
    case 'polar':
      return (
        m.rangeM >= 1 &&
        m.rangeM < FAR_M &&
        Number.isFinite(m.azimuthRad) &&
        m.rangeSigmaM > 0 &&
        m.rangeSigmaM < SIGMA_MAX_M &&
        m.azimuthSigmaRad > 0 &&
        m.azimuthSigmaRad < SIGMA_MAX_RAD
      )
    case 'bearing':
      return Number.isFinite(m.azimuthRad) && m.azimuthSigmaRad > 0 && m.azimuthSigmaRad < SIGMA_MAX_RAD
    case 'position':
      return (
        Math.abs(m.eM) < FAR_M &&
        Math.abs(m.nM) < FAR_M &&
        !(Math.abs(m.uM) >= FAR_M) &&
        m.horizontalSigmaM > 0 &&
        m.horizontalSigmaM < SIGMA_MAX_M
      )
  }
}
