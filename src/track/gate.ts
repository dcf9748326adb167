import { wrapPi } from '../math/elementary.ts'
import { PLANAR_BLOCK } from '../math/planar-imm.ts'
import { MODEL_WORK, planarDistance, planarInnovations, planarLikelihood } from '../math/planar-update.ts'
import { VERTICAL_BLOCK } from '../math/vertical-imm.ts'
import { VERTICAL_WORK, verticalDistance, verticalInnovations, verticalLikelihood } from '../math/vertical-update.ts'
import { coverageOf } from './coverage.ts'
import { hypothesise } from './hypothesise.ts'
import type { Look } from './measure.ts'
import { ageExistence, predictTrack } from './predict.ts'
import type { Scan } from './scans.ts'
import type { SensorState, TrackerState } from './state.ts'
import { MEAN } from './table.ts'
import { CELLS, roomForPairs, roomForTracks } from './workspace.ts'
import type { Workspace } from './workspace.ts'

/** Side of the index's cells, m. */
const CELL_M = 400
/** Fewer detections than this are simply tried one by one. */
const INDEX_FROM = 12
/** Half-width of the first, coarse gate in standard deviations. */
const COARSE = 4.3
/** Pairs below this weight could not matter. */
const RATIO_MIN = 1e-5
/** Weight of a pair that is certain. */
export const CERTAIN = 1e12

/** A sensor's own track number: by how much it favours the track that it was on last, and disfavours the others. */
const HINT_FACTOR = 4

function cellOf(e: number, n: number): number {
  return (Math.imul(Math.floor(e / CELL_M), 73856093) ^ Math.imul(Math.floor(n / CELL_M), 19349663)) & (CELLS - 1)
}

function indexDetections(work: Workspace, count: number): void {
  work.cells.fill(-1)
  for (let k = count - 1; k >= 0; k--) {
    const cell = cellOf(work.e[k]!, work.n[k]!)
    work.nextInCell[k] = work.cells[cell]!
    work.cells[cell] = k
  }
}

/** Rows by claim and by the sensor's own track numbers, for one scan. */
export type Bindings = {
  /** By detection: the row that its own track number was on last, -1 if none. */
  readonly hint: Int32Array
  /** Rows that hold a claim of this scan's kind already: no other claim may be theirs. Empty for scans without claims. */
  readonly taken: Uint8Array
}

/** All pairs of tracks and detections that may belong together, with their weights, sorted by track; returns their number. */
export function gateScan(state: TrackerState, work: Workspace, scan: Scan, look: Look, bindings: Bindings): number {
  const { table } = state
  const sensor = state.sensors[scan.sensor]!
  const count = scan.detections.length
  roomForTracks(work, table.count + 1)
  work.strays.length = 0
  const indexed = count >= INDEX_FROM
  if (indexed) indexDetections(work, count)
  let noise0 = 0
  let noise1 = 0
  for (let k = 0; k < count; k++) {
    if (work.r0[k]! > noise0) noise0 = work.r0[k]!
    if (work.r1[k]! > noise1) noise1 = work.r1[k]!
  }
  const polar = scan.kind === 'polar'
  const group = sensor.group
  const width = table.groupCount
  let pairs = 0
  for (let t = 0; t < table.count; t++) {
    work.belief.pairStart[t] = pairs
    work.pd[t] = 0
    const dtS = Math.max(0, (scan.atMs - table.timeMs[t]!) / 1000)
    const at = t * MEAN
    const e = table.mean[at]! + dtS * table.mean[at + 2]!
    const n = table.mean[at + 1]! + dtS * table.mean[at + 3]!
    const range2 = distance2(sensor, e, n, table.mean[at + 10]!)
    const pd =
      look.pd *
      coverageOf(sensor.sensor, e, n, table.mean[at + 10]!, table.mean[at + 12]!, Math.sqrt(range2)) *
      table.visible[t * width + group]!
    work.pd[t] = pd
    const taken = bindings.taken.length > t && bindings.taken[t] === 1
    if (pd === 0 && !taken) continue
    ageExistence(state, t, scan.atMs)
    const spread =
      table.mean[at + 4]! +
      table.mean[at + 6]! +
      dtS * dtS * (table.mean[at + 7]! + table.mean[at + 9]!) +
      7 * dtS * dtS * dtS +
      noise0 +
      (polar ? range2 * noise1 : noise1)
    const radius = COARSE * Math.sqrt(spread)
    pairs =
      indexed && !taken
        ? gateNear(state, work, scan, sensor, t, e, n, radius, pairs, bindings)
        : gateAll(state, work, scan, sensor, t, e, n, radius, pairs, bindings, taken)
  }
  work.belief.pairStart[table.count] = pairs
  return pairs
}

function distance2(sensor: SensorState, e: number, n: number, u: number): number {
  const de = e - sensor.sensor.eM
  const dn = n - sensor.sensor.nM
  const du = u - sensor.sensor.uM
  return de * de + dn * dn + du * du
}

/** Tries every detection; for a track with a claim of this kind, its own claim alone. */
function gateAll(
  state: TrackerState,
  work: Workspace,
  scan: Scan,
  sensor: SensorState,
  t: number,
  e: number,
  n: number,
  radius: number,
  first: number,
  bindings: Bindings,
  taken: boolean,
): number {
  let pairs = first
  let prepared = false
  for (let k = 0; k < scan.detections.length; k++) {
    const own = work.bound[k] === t
    if (own !== taken || (!own && work.bound[k]! >= 0)) continue
    if (!own) {
      const de = work.e[k]! - e
      const dn = work.n[k]! - n
      if (de * de + dn * dn > radius * radius) continue
    }
    if (!prepared) {
      prepare(state, work, scan, sensor, t, k)
      prepared = true
    }
    pairs = addPair(state, work, scan, t, k, pairs, own, bindings)
  }
  return pairs
}

/** Tries the detections of the index's cells within the radius. */
function gateNear(
  state: TrackerState,
  work: Workspace,
  scan: Scan,
  sensor: SensorState,
  t: number,
  e: number,
  n: number,
  radius: number,
  first: number,
  bindings: Bindings,
): number {
  const x0 = Math.floor((e - radius) / CELL_M)
  const x1 = Math.floor((e + radius) / CELL_M)
  const y0 = Math.floor((n - radius) / CELL_M)
  const y1 = Math.floor((n + radius) / CELL_M)
  // A track that may be anywhere tries them all: the index would only be slower.
  if ((x1 - x0 + 1) * (y1 - y0 + 1) > scan.detections.length)
    return gateAll(state, work, scan, sensor, t, e, n, radius, first, bindings, false)
  let pairs = first
  let prepared = false
  const radius2 = radius * radius
  for (let x = x0; x <= x1; x++) {
    for (let y = y0; y <= y1; y++) {
      const cell = (Math.imul(x, 73856093) ^ Math.imul(y, 19349663)) & (CELLS - 1)
      for (let k = work.cells[cell]!; k >= 0; k = work.nextInCell[k]!) {
        if (work.bound[k]! >= 0) continue
        const de = work.e[k]! - e
        const dn = work.n[k]! - n
        if (de * de + dn * dn > radius2 || Math.floor(work.e[k]! / CELL_M) !== x || Math.floor(work.n[k]! / CELL_M) !== y) continue
        if (!prepared) {
          prepare(state, work, scan, sensor, t, k)
          prepared = true
        }
        pairs = addPair(state, work, scan, t, k, pairs, false, bindings)
      }
    }
  }
  return pairs
}

/** Predicts one track to the scan, and its measurement with the innovations of all its models. `k`: a detection whose noise stands for the scan's. */
function prepare(state: TrackerState, work: Workspace, scan: Scan, sensor: SensorState, t: number, k: number): void {
  const { table } = state
  predictTrack(state, t, scan.atMs)
  const g = work.geometry[t]!
  hypothesise(state, work, scan, sensor, t, k, g)
  const at = t * MEAN
  const meanE = table.mean[at]! + g.tauS * table.mean[at + 2]!
  const meanN = table.mean[at + 1]! + g.tauS * table.mean[at + 3]!
  const meanU = table.mean[at + 10]! + g.tauS * table.mean[at + 11]!
  planarInnovations(
    table.planar,
    t * table.planarCount * PLANAR_BLOCK,
    table.planarCount,
    meanE,
    meanN,
    g,
    work.planarWork,
    t * table.planarCount * MODEL_WORK,
  )
  if (g.rz < Infinity) {
    verticalInnovations(
      table.vertical,
      t * table.verticalCount * VERTICAL_BLOCK,
      table.verticalCount,
      meanU,
      g.hz,
      g.rz,
      g.tauS,
      work.verticalWork,
      t * table.verticalCount * VERTICAL_WORK,
    )
  }
}

/** Adds one pair if it passes the gate; returns the number of pairs then. */
function addPair(
  state: TrackerState,
  work: Workspace,
  scan: Scan,
  t: number,
  k: number,
  pairs: number,
  own: boolean,
  bindings: Bindings,
): number {
  const { table, settings } = state
  const g = work.geometry[t]!
  const { planarCount, verticalCount } = table
  const at = t * MEAN
  const ve = table.mean[at + 2]!
  const vn = table.mean[at + 3]!
  const tauS = work.tauS[k]!
  let n0 = work.z0[k]! - g.z0
  let n1 = work.z1[k]! - g.z1
  if (tauS !== 0) {
    n0 -= tauS * (g.h00 * ve + g.h01 * vn)
    n1 -= tauS * (g.h10 * ve + g.h11 * vn)
  }
  if (scan.kind === 'polar') n1 = wrapPi(n1)
  const planarBase = t * planarCount * MODEL_WORK
  const verticalBase = t * verticalCount * VERTICAL_WORK
  const planarD2 = planarDistance(work.planarWork, planarBase, planarCount, n0, n1)
  const limit = own ? settings.claimGateD2 : settings.gateD2
  const high = g.rz < Infinity && work.r2[k]! < Infinity
  const nz = high ? work.z2[k]! - g.z2 - tauS * g.hz * table.mean[at + 11]! : NaN
  if (planarD2 > limit || (high && planarD2 + verticalDistance(work.verticalWork, verticalBase, verticalCount, nz) > limit)) {
    if (own) work.strays.push({ detection: k, row: t })
    return pairs
  }
  roomForPairs(work, pairs + 1)
  const planar = planarLikelihood(
    work.planarWork,
    planarBase,
    planarCount,
    table.planarWeight,
    t * planarCount,
    planarD2,
    work.planarLikelihood,
    pairs * planarCount,
  )
  const vertical = high
    ? verticalLikelihood(
        work.verticalWork,
        verticalBase,
        verticalCount,
        table.verticalWeight,
        t * verticalCount,
        work.verticalLikelihood,
        pairs * verticalCount,
      )
    : 1
  const seen = table.existence[t]! * work.pd[t]!
  const hint = bindings.hint[k]!
  const favour = hint < 0 ? 1 : hint === t ? HINT_FACTOR : 1 / HINT_FACTOR
  const ratio = own ? CERTAIN : ((seen / (1 - seen)) * planar * vertical * favour) / work.other[k]!
  if (ratio < RATIO_MIN) return pairs
  work.belief.ratio[pairs] = ratio
  work.belief.detection[pairs] = k
  work.n0[pairs] = n0
  work.n1[pairs] = n1
  work.nz[pairs] = nz
  work.planarMean[pairs] = planar
  work.verticalMean[pairs] = vertical
  return pairs + 1
}
