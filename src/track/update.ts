import { PLANAR_BLOCK } from '../math/planar-imm.ts'
import { MODEL_WORK, updatePlanar, updatePlanarScalar } from '../math/planar-update.ts'
import { VERTICAL_BLOCK } from '../math/vertical-imm.ts'
import { VERTICAL_WORK, updateClimb, updateVertical, updateVerticalScalar } from '../math/vertical-update.ts'
import type { Detection } from '../model/detection.ts'
import { noteClasses } from './classify.ts'
import { CERTAIN } from './gate.ts'
import { bindClaim, bindLocalTrack } from './identity.ts'
import { noteMotion, noteReflection } from './physics.ts'
import { refreshMean } from './predict.ts'
import type { Scan } from './scans.ts'
import type { TrackerState } from './state.ts'
import { MEAN } from './table.ts'
import type { TrackTable } from './table.ts'
import type { Workspace } from './workspace.ts'

/** Existence never becomes certain: a track that is seen no more must be able to die. */
const EXISTENCE_MAX = 1 - 1e-9
/** Time after which an unseen claim-only object counts again as possibly visible, s. */
const VISIBILITY_MEMORY_S = 30
/** From this probability a detection counts as the track's own. */
const OWN = 0.5
/** A shown track that hardly exists any more is not seen anew by what another track explains, or it would never end. */
const STANDING = 0.05

/** Updates every track of the scan: existence, visibility, models, and what was seen of it when. */
export function updateTracks(state: TrackerState, work: Workspace, scan: Scan): void {
  const { table } = state
  const { pairStart, missed, marginal } = work.belief
  const sensor = state.sensors[scan.sensor]!
  const sinceS = Math.max(0, Math.min(5, (scan.atMs - sensor.lastScanMs) / 1000)) || 0
  for (let t = 0; t < table.count; t++) {
    const from = pairStart[t]!
    const to = pairStart[t + 1]!
    const pd = work.pd[t]!
    if (pd === 0 && from === to) continue
    const given = updateExistence(table, t, sensor.group, pd, missed[t]!, sinceS)
    if (from === to) continue
    let any = 0
    let best = from
    for (let p = from; p < to; p++) {
      marginal[p]! /= given
      any += marginal[p]!
      if (marginal[p]! > marginal[best]!) best = p
    }
    if (any < 1e-6) continue
    const variance = rangeVariance(table, work, scan, t, best)
    updateModels(table, work, t, from, to, Math.max(0, 1 - any))
    updateHeightFromRange(table, work, t, best, variance)
    const detection = scan.detections[work.belief.detection[best]!]!
    if (marginal[best]! > OWN) {
      updateRates(table, work, t, detection, marginal[best]!)
      bindLocalTrack(state, t, detection)
    }
    if (any > OWN && (given > STANDING || table.shownId[t] === 0)) noteSeen(table, t, scan.sensor, detection)
    if (detection.claim !== undefined && marginal[best]! > state.settings.claimBindProbability && work.belief.ratio[best]! < CERTAIN)
      bindClaim(state, t, detection.claim)
    refreshMean(table, t)
    if (any > OWN && table.shownId[t]! > 0) noteMotion(table, t, scan.atMs)
  }
}

/**
 * Existence after the scan, and the probability that this group of sensors can see the object at all.
 * Returns the new existence, by which the probabilities of the track's pairs are to be divided.
 */
function updateExistence(table: TrackTable, t: number, group: number, pd: number, missed: number, sinceS: number): number {
  const r = table.existence[t]!
  const seen = 1 - missed
  const ifMissed = missed * ((r * (1 - pd)) / (1 - r * pd))
  const existence = Math.min(EXISTENCE_MAX, ifMissed + seen)
  table.existence[t] = existence
  if (pd > 0) {
    const v = t * table.groupCount + group
    let visible = (ifMissed * ((table.visible[v]! - pd) / (1 - pd)) + seen) / existence
    // Nobody but itself has said that it exists: a sensor that does not see it now may do so later.
    if (!(table.bodyMs[t]! > 0)) visible += (0.5 - visible) * Math.min(1, sinceS / VISIBILITY_MEMORY_S)
    table.visible[v] = visible < 1e-6 ? 1e-6 : visible > 1 ? 1 : visible
  }
  return existence
}

function updateModels(table: TrackTable, work: Workspace, t: number, from: number, to: number, miss: number): void {
  const g = work.geometry[t]!
  planarCandidates.n0 = work.n0
  planarCandidates.n1 = work.n1
  planarCandidates.likelihood = work.planarLikelihood
  planarCandidates.meanLikelihood = work.planarMean
  planarCandidates.marginal = work.belief.marginal
  updatePlanar(
    table.planar,
    t * table.planarCount * PLANAR_BLOCK,
    table.planarWeight,
    t * table.planarCount,
    table.planarCount,
    g,
    work.planarWork,
    t * table.planarCount * MODEL_WORK,
    planarCandidates,
    from,
    to,
    miss,
  )
  if (!(g.rz < Infinity)) return
  verticalCandidates.nz = work.nz
  verticalCandidates.likelihood = work.verticalLikelihood
  verticalCandidates.meanLikelihood = work.verticalMean
  verticalCandidates.marginal = work.belief.marginal
  updateVertical(
    table.vertical,
    t * table.verticalCount * VERTICAL_BLOCK,
    table.verticalWeight,
    t * table.verticalCount,
    table.verticalCount,
    g.hz,
    g.tauS,
    work.verticalWork,
    t * table.verticalCount * VERTICAL_WORK,
    verticalCandidates,
    from,
    to,
    miss,
  )
}

const none: Float64Array = new Float64Array(0)
const planarCandidates = { n0: none, n1: none, likelihood: none, meanLikelihood: none, marginal: none }
const verticalCandidates = { nz: none, likelihood: none, meanLikelihood: none, marginal: none }

/** A range counts for height from this association probability on. */
const SURE = 0.7
/**
 * By how much the noise of a range is widened when it is read as a height: the track's horizontal error, part of that noise, is not fresh in
 * each scan. At 2 the height's NEES stays below 1 even with a single radar.
 */
const HEIGHT_WIDENING = 2

/** Variance of the difference between the best pair's range and its prediction that height does not explain, m^2; NaN where it tells nothing of height. */
function rangeVariance(table: TrackTable, work: Workspace, scan: Scan, t: number, best: number): number {
  const g = work.geometry[t]!
  if (scan.kind !== 'polar' || g.tauS < 0 || work.belief.marginal[best]! < SURE) return NaN
  const at = t * MEAN
  const m = table.mean
  return g.h00 * g.h00 * m[at + 4]! + 2 * g.h00 * g.h01 * m[at + 5]! + g.h01 * g.h01 * m[at + 6]! + work.r0[work.belief.detection[best]!]!
}

/**
 * Height from slant range: seen from several sides, an object too near to all of them is lower than thought. Elevation of half a degree is far
 * coarser than a range of some metres, so near a radar this tells as much of height as elevation does.
 */
function updateHeightFromRange(table: TrackTable, work: Workspace, t: number, best: number, variance: number): void {
  if (!(variance > 0)) return
  const at = t * MEAN
  const widened = (HEIGHT_WIDENING * variance) / work.belief.marginal[best]!
  updateVerticalScalar(
    table.vertical,
    t * table.verticalCount * VERTICAL_BLOCK,
    table.verticalWeight,
    t * table.verticalCount,
    table.verticalCount,
    work.geometry[t]!.h02,
    0,
    widened,
    work.n0[best]!,
    table.mean[at + 10]!,
    table.mean[at + 11]!,
  )
}

/** Nobody measures speed better than this, m/s. */
const RATE_SIGMA_MIN_MPS = 0.1

/** Variance of a measured speed, (m/s)^2. */
export function rateVariance(sigmaMps: number): number {
  const sigma = Math.max(sigmaMps, RATE_SIGMA_MIN_MPS)
  return sigma * sigma
}

/** Velocity or range rate that came with the track's own detection. */
function updateRates(table: TrackTable, work: Workspace, t: number, detection: Detection, probability: number): void {
  const m = detection.measurement
  const g = work.geometry[t]!
  if (m.kind === 'polar') {
    if (!(m.rangeRateMps === m.rangeRateMps && m.rangeRateSigmaMps > 0)) return
    refreshMean(table, t)
    const climb = table.mean[t * MEAN + 11]!
    const variance = (rateVariance(m.rangeRateSigmaMps) + g.h02 * g.h02 * table.mean[t * MEAN + 13]!) / probability
    scalar(table, t, g.h00, g.h01, variance, m.rangeRateMps - g.h02 * climb)
  } else if (m.kind === 'position' && m.velocitySigmaMps > 0) {
    const variance = rateVariance(m.velocitySigmaMps) / probability
    if (m.veMps === m.veMps && m.vnMps === m.vnMps) {
      refreshMean(table, t)
      scalar(table, t, 1, 0, variance, m.veMps)
      refreshMean(table, t)
      scalar(table, t, 0, 1, variance, m.vnMps)
    }
    if (m.vuMps === m.vuMps)
      updateClimb(
        table.vertical,
        t * table.verticalCount * VERTICAL_BLOCK,
        table.verticalWeight,
        t * table.verticalCount,
        table.verticalCount,
        m.vuMps,
        variance,
      )
  }
}

/** Component of velocity along (ae, an), measured as `value`. */
function scalar(table: TrackTable, t: number, ae: number, an: number, variance: number, value: number): void {
  const at = t * MEAN
  const ve = table.mean[at + 2]!
  const vn = table.mean[at + 3]!
  updatePlanarScalar(
    table.planar,
    t * table.planarCount * PLANAR_BLOCK,
    table.planarWeight,
    t * table.planarCount,
    table.planarCount,
    0,
    0,
    ae,
    an,
    variance,
    value - ae * ve - an * vn,
    table.mean[at]!,
    table.mean[at + 1]!,
    ve,
    vn,
  )
}

/** Share of the newest gap in the running mean of the time between updates. */
const INTERVAL_SHARE = 0.2

/** Notes that a sensor saw the track. */
export function noteSeen(table: TrackTable, t: number, sensor: number, detection: Detection): void {
  const atMs = detection.measuredMs
  const last = table.updatedMs[t]!
  if (atMs > last) {
    table.intervalS[t]! += INTERVAL_SHARE * ((atMs - last) / 1000 - table.intervalS[t]!)
    table.updatedMs[t] = atMs
  }
  const column = t * table.groupCount + sensor
  if (atMs > table.seenMs[column]!) table.seenMs[column] = atMs
  table.seenCount[column]!++
  table.hits[t]!++
  noteClasses(table, t, detection.classes)
  noteReflection(table, t, detection.rcsM2)
  table.changed[t] = 1
  if (detection.evidence === 'claim') {
    if (!(table.claimMs[t]! >= atMs)) table.claimMs[t] = atMs
    table.groundMs[t] = detection.onGround ? atMs : NaN
  } else if (!(table.bodyMs[t]! >= atMs)) {
    table.bodyMs[t] = atMs
    table.bodyE[t] = table.mean[t * MEAN]!
    table.bodyN[t] = table.mean[t * MEAN + 1]!
  }
  const m = detection.measurement
  const height = m.kind === 'polar' ? m.elevationRad : m.kind === 'position' ? m.uM : NaN
  if (height === height && !(table.heightMs[t]! >= atMs)) table.heightMs[t] = atMs
}
