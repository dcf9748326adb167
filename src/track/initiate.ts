import { cos, sin } from '../math/elementary.ts'
import { PLANAR_BLOCK } from '../math/planar-imm.ts'
import { updatePlanarScalar } from '../math/planar-update.ts'
import { polarInto } from '../math/polar.ts'
import { VERTICAL_BLOCK } from '../math/vertical-imm.ts'
import type { Detection } from '../model/detection.ts'
import { bindClaim, bindLocalTrack, releaseClaim } from './identity.ts'
import { refreshMean } from './predict.ts'
import type { Scan } from './scans.ts'
import { priorVisibility } from './state.ts'
import type { TrackerState } from './state.ts'
import { CLASS_COUNT, MEAN, growTable } from './table.ts'
import { noteSeen, rateVariance } from './update.ts'
import type { Workspace } from './workspace.ts'

/** Existence of an object that says itself that it is there. */
const CLAIM_EXISTENCE = 1 - 1e-6
/** Existence of an object that another system tracks already. */
const LOCAL_TRACK_EXISTENCE = 0.5
/** Unexplained probability that a detection needs before it starts a candidate, and a claim. */
const UNEXPLAINED_MIN = 0.1
const UNEXPLAINED_CLAIM = 0.5
/** A claim that leaves a body behind is let go, if a sensor saw that body within this time, ms. */
const BODY_FRESH_MS = 10000
/** Height uncertainty where nothing measured height, m. */
const UNKNOWN_HEIGHT_SIGMA_M = 1000

/** Added to a start's variances: objects are no points, and a start a metre from a radar is no better known than that, m^2. */
const SEED_VARIANCE_MIN_M2 = 0.25

/** Where a new track starts: position, covariance ee, en, nn, height and its variance. */
export type Seed = { e: number; n: number; ee: number; en: number; nn: number; u: number; uu: number }

/** Starts candidates from the detections that no track explains, and sets claims right that left their track. */
export function initiateTracks(state: TrackerState, work: Workspace, scan: Scan): void {
  for (const stray of work.strays) settleStray(state, work, scan, stray.detection, stray.row)
  const { explained } = work.belief
  for (const [k, detection] of scan.detections.entries()) {
    if (work.bound[k]! >= 0) continue
    const unexplained = 1 / (1 + explained[k]!)
    const existence = startExistence(work, detection, k, unexplained)
    if (existence < state.settings.startExistence || unexplained < (detection.claim === undefined ? UNEXPLAINED_MIN : UNEXPLAINED_CLAIM))
      continue
    startTrack(state, work, scan, k, existence)
  }
}

function startExistence(work: Workspace, detection: Detection, k: number, unexplained: number): number {
  if (detection.claim !== undefined) return CLAIM_EXISTENCE
  const likely = (unexplained * work.birth[k]!) / work.other[k]!
  return detection.evidence === 'local-track' ? Math.max(likely, unexplained * LOCAL_TRACK_EXISTENCE) : likely
}

/** Its claim is outside the track's gate. A body seen of late keeps the track, and the claim starts its own; a track that was only the claim jumps with it. */
function settleStray(state: TrackerState, work: Workspace, scan: Scan, k: number, row: number): void {
  const detection = scan.detections[k]!
  if (detection.claim === undefined) return
  const { table } = state
  if (table.bodyMs[row]! > scan.atMs - BODY_FRESH_MS) {
    releaseClaim(state, detection.claim)
    startTrack(state, work, scan, k, CLAIM_EXISTENCE)
    return
  }
  seedRow(state, row, seedOf(state, work, scan, k))
  seedVelocity(state, row, detection)
  table.timeMs[row] = table.mixedMs[row] = scan.atMs
  table.existence[row] = CLAIM_EXISTENCE
  noteSeen(table, row, scan.sensor, detection)
  refreshMean(table, row)
}

function startTrack(state: TrackerState, work: Workspace, scan: Scan, k: number, existence: number): void {
  const detection = scan.detections[k]!
  const row = newRow(state, scan.atMs, existence)
  if (row < 0) return
  const { table } = state
  seedRow(state, row, seedOf(state, work, scan, k))
  seedVelocity(state, row, detection)
  table.intervalS[row] = state.sensors[scan.sensor]!.sensor.periodS
  table.updatedMs[row] = detection.measuredMs
  noteSeen(table, row, scan.sensor, detection)
  // An object that one of them sees is one that its like can see.
  table.visible[row * table.groupCount + state.sensors[scan.sensor]!.group] = 1
  if (detection.claim !== undefined) claimOnly(state, row, detection)
  bindLocalTrack(state, row, detection)
  refreshMean(table, row)
}

/** What only says itself that it exists may be seen by nobody. */
function claimOnly(state: TrackerState, row: number, detection: Detection): void {
  const { table } = state
  for (const sensor of state.sensors) {
    if (sensor.sensor.kind === 'radar') table.visible[row * table.groupCount + sensor.group] = 0.7
  }
  if (detection.claim !== undefined) bindClaim(state, row, detection.claim)
}

/** A fresh row, or -1 when the table is full. */
export function newRow(state: TrackerState, atMs: number, existence: number): number {
  const { table, settings } = state
  if (table.count >= settings.maxTracks) {
    state.shed++
    return -1
  }
  if (table.count >= table.capacity) growTable(table, Math.min(settings.maxTracks, table.capacity * 2))
  const row = table.count++
  table.existence[row] = existence
  table.timeMs[row] = table.mixedMs[row] = table.aliveMs[row] = table.bornMs[row] = table.updatedMs[row] = atMs
  table.bodyMs[row] = table.claimMs[row] = table.groundMs[row] = table.heightMs[row] = NaN
  table.intervalS[row] = 1
  table.hits[row] = table.shownId[row] = table.changed[row] = 0
  table.classReports[row] = 0
  table.classes.fill(0, row * CLASS_COUNT, (row + 1) * CLASS_COUNT)
  table.motionFit.fill(0, row * CLASS_COUNT, (row + 1) * CLASS_COUNT)
  table.motionFitMs[row] = NaN
  table.motionLooks[row] = table.rcsDb[row] = table.rcsLooks[row] = 0
  table.serial[row] = state.nextSerial++
  state.rows.set(table.serial[row], row)
  const width = table.groupCount
  for (const [s, sensor] of state.sensors.entries()) {
    table.visible[row * width + s] = priorVisibility(sensor.sensor.kind)
    table.seenMs[row * width + s] = table.seenCount[row * width + s] = 0
  }
  return row
}

/** Gives every model of a row the seed's position and its own velocity at birth. */
export function seedRow(state: TrackerState, row: number, seed: Seed): void {
  const { table, settings } = state
  for (const [m, model] of settings.planar.entries()) {
    const b = (row * table.planarCount + m) * PLANAR_BLOCK
    table.planar.fill(0, b, b + PLANAR_BLOCK)
    table.planar[b] = seed.e
    table.planar[b + 1] = seed.n
    table.planar[b + 4] = seed.ee + SEED_VARIANCE_MIN_M2
    table.planar[b + 5] = seed.en
    table.planar[b + 6] = seed.nn + SEED_VARIANCE_MIN_M2
    table.planar[b + 11] = table.planar[b + 13] = model.birthSpeedSigmaMps * model.birthSpeedSigmaMps
    table.planarWeight[row * table.planarCount + m] = model.birthWeight
  }
  normalise(table.planarWeight, row * table.planarCount, table.planarCount)
  for (const [m, model] of settings.vertical.entries()) {
    const b = (row * table.verticalCount + m) * VERTICAL_BLOCK
    table.vertical[b] = seed.u
    table.vertical[b + 1] = 0
    table.vertical[b + 2] = seed.uu + SEED_VARIANCE_MIN_M2
    table.vertical[b + 3] = 0
    table.vertical[b + 4] = model.birthRateSigmaMps * model.birthRateSigmaMps
    table.verticalWeight[row * table.verticalCount + m] = model.birthWeight
  }
  normalise(table.verticalWeight, row * table.verticalCount, table.verticalCount)
}

function normalise(weights: Float64Array, from: number, count: number): void {
  let sum = 0
  for (let m = 0; m < count; m++) sum += weights[from + m]!
  for (let m = 0; m < count; m++) weights[from + m]! /= sum
}

const polar = new Float64Array(12)

/** Position and covariance of a detection in the cell's frame. */
function seedOf(state: TrackerState, work: Workspace, scan: Scan, k: number): Seed {
  const e = work.e[k]!
  const n = work.n[k]!
  const { birthHeightM, birthHeightSigmaM } = state.settings
  const s = state.sensors[scan.sensor]!.sensor
  if (scan.kind === 'position') {
    const measured = work.r2[k]! < Infinity
    return {
      e,
      n,
      ee: work.r0[k]!,
      en: 0,
      nn: work.r1[k]!,
      u: measured ? work.u[k]! : s.uM + birthHeightM,
      uu: measured ? work.r2[k]! : UNKNOWN_HEIGHT_SIGMA_M * UNKNOWN_HEIGHT_SIGMA_M,
    }
  }
  const range = work.z0[k]!
  const measured = work.r2[k]! < Infinity
  const flat = range * cos(work.z2[k]!)
  const height = range * sin(work.z2[k]!)
  const priorVariance = birthHeightSigmaM * birthHeightSigmaM
  let up = birthHeightM
  let uu = UNKNOWN_HEIGHT_SIGMA_M * UNKNOWN_HEIGHT_SIGMA_M
  if (measured) {
    up = height
    uu = range * range * work.r2[k]!
    // Small objects fly low; what is measured well above that is believed as it stands.
    const off = height - birthHeightM
    if (off * off < 9 * (uu + priorVariance)) {
      const gain = uu / (uu + priorVariance)
      up = height - gain * off
      uu *= 1 - gain
    }
  }
  polarInto(s.rotation, e - s.eM, n - s.nM, work.u[k]! - s.uM, polar)
  const h00 = polar[3]!
  const h01 = polar[4]!
  const h10 = polar[6]!
  const h11 = polar[7]!
  const det = h00 * h11 - h01 * h10
  // Error of the elevation shortens or lengthens the range on the ground.
  const r0 = work.r0[k]! + (measured ? height * height * work.r2[k]! : ((up - height) / flat) * ((up - height) / flat) * uu)
  const r1 = work.r1[k]!
  const i00 = h11 / det
  const i01 = -h01 / det
  const i10 = -h10 / det
  const i11 = h00 / det
  return {
    e,
    n,
    ee: i00 * i00 * r0 + i01 * i01 * r1,
    en: i00 * i10 * r0 + i01 * i11 * r1,
    nn: i10 * i10 * r0 + i11 * i11 * r1,
    u: work.u[k]! + (up - height),
    uu,
  }
}

/** Velocity or range rate that came with the first detection. */
function seedVelocity(state: TrackerState, row: number, detection: Detection): void {
  const { table } = state
  const m = detection.measurement
  if (m.kind === 'polar' && m.rangeRateMps === m.rangeRateMps && m.rangeRateSigmaMps > 0) {
    const ue = polar[3]!
    const un = polar[4]!
    refreshMean(table, row)
    const at = row * MEAN
    updatePlanarScalar(
      table.planar,
      row * table.planarCount * PLANAR_BLOCK,
      table.planarWeight,
      row * table.planarCount,
      table.planarCount,
      0,
      0,
      ue,
      un,
      rateVariance(m.rangeRateSigmaMps) + 1,
      m.rangeRateMps,
      table.mean[at]!,
      table.mean[at + 1]!,
      0,
      0,
    )
  } else if (m.kind === 'position' && m.velocitySigmaMps > 0) {
    const variance = rateVariance(m.velocitySigmaMps)
    if (m.veMps === m.veMps && m.vnMps === m.vnMps) setPlanarVelocity(state, row, m.veMps, m.vnMps, variance)
    if (m.vuMps === m.vuMps) {
      for (let i = 0; i < table.verticalCount; i++) {
        const b = (row * table.verticalCount + i) * VERTICAL_BLOCK
        table.vertical[b + 1] = m.vuMps
        table.vertical[b + 4] = variance
      }
    }
  }
}

function setPlanarVelocity(state: TrackerState, row: number, ve: number, vn: number, variance: number): void {
  const { table } = state
  for (let i = 0; i < table.planarCount; i++) {
    const b = (row * table.planarCount + i) * PLANAR_BLOCK
    table.planar[b + 2] = ve
    table.planar[b + 3] = vn
    table.planar[b + 11] = table.planar[b + 13] = variance
  }
}
