import { exp } from '../math/elementary.ts'
import { planarMomentsInto, PLANAR_BLOCK } from '../math/planar-imm.ts'
import { verticalMomentsInto, VERTICAL_BLOCK } from '../math/vertical-imm.ts'
import type { TrackId } from '../model/ids.ts'
import type { Contributor, TrackEstimate } from '../model/track.ts'
import { UNKNOWN_CLASS, classesOf } from './classify.ts'
import { groupOf } from './groups.ts'
import { joinedInto } from './kept-apart.ts'
import { trackIdOf } from './remove.ts'
import type { TrackerState } from './state.ts'
import type { TrackTable } from './table.ts'

/** A report of standing on the ground holds for so long, ms. */
const GROUND_MS = 5000

/** Shows candidates that have become tracks: they get their identifier here. */
export function showTracks(state: TrackerState): void {
  const { table, settings } = state
  for (let t = 0; t < table.count; t++) {
    if (table.shownId[t]! > 0 || table.existence[t]! < settings.confirmExistence) continue
    if (table.hits[t]! < settings.confirmHits && !state.claimsOf.has(table.serial[t]!)) continue
    // It goes into the joined track beside it at the next merging; nobody needs to see it before.
    if (joinedInto(state, t, table.timeMs[t]!) >= 0) continue
    table.shownId[t] = state.nextId++
    table.changed[t] = 1
  }
}

/** Estimates of the tracks that changed since the last call, in order of row. */
export function changedEstimates(state: TrackerState, nowMs: number): TrackEstimate[] {
  const { table } = state
  const out: TrackEstimate[] = []
  for (let t = 0; t < table.count; t++) {
    if (table.changed[t] === 0) continue
    table.changed[t] = 0
    if (table.shownId[t]! > 0) out.push(estimateOf(state, t, nowMs))
  }
  return out
}

/** Estimates of all tracks with at least the given existence at a time, in order of row: what the tracker stands for then. */
export function estimatesAt(state: TrackerState, nowMs: number, existenceMin: number): TrackEstimate[] {
  const { table, settings } = state
  const out: TrackEstimate[] = []
  for (let t = 0; t < table.count; t++) {
    if (table.shownId[t] === 0) continue
    const existence = table.existence[t]! * exp((-settings.deathPerS * Math.max(0, nowMs - table.aliveMs[t]!)) / 1000)
    if (existence >= existenceMin) out.push(estimateOf(state, t, nowMs))
  }
  return out
}

const planar = new Float64Array(10)
const vertical = new Float64Array(4)

/** Moves the models' means by straight flight to a time and takes the moments; the state itself stays. */
function extrapolate(table: TrackTable, t: number, dtS: number): void {
  planarMomentsInto(
    table.planar,
    t * table.planarCount * PLANAR_BLOCK,
    table.planarWeight,
    t * table.planarCount,
    table.planarCount,
    planar,
    0,
  )
  verticalMomentsInto(
    table.vertical,
    t * table.verticalCount * VERTICAL_BLOCK,
    table.verticalWeight,
    t * table.verticalCount,
    table.verticalCount,
    vertical,
    0,
  )
  if (!(dtS > 0)) return
  let cross00 = 0
  let cross01 = 0
  let cross11 = 0
  for (let m = 0; m < table.planarCount; m++) {
    const b = (t * table.planarCount + m) * PLANAR_BLOCK
    const w = table.planarWeight[t * table.planarCount + m]!
    const de = table.planar[b]! - planar[0]!
    const dn = table.planar[b + 1]! - planar[1]!
    const dve = table.planar[b + 2]! - planar[2]!
    const dvn = table.planar[b + 3]! - planar[3]!
    cross00 += w * (table.planar[b + 7]! + de * dve)
    cross01 += 0.5 * w * (table.planar[b + 8]! + table.planar[b + 9]! + de * dvn + dn * dve)
    cross11 += w * (table.planar[b + 10]! + dn * dvn)
  }
  let crossU = 0
  for (let m = 0; m < table.verticalCount; m++) {
    const b = (t * table.verticalCount + m) * VERTICAL_BLOCK
    crossU +=
      table.verticalWeight[t * table.verticalCount + m]! *
      (table.vertical[b + 3]! + (table.vertical[b]! - vertical[0]!) * (table.vertical[b + 1]! - vertical[1]!))
  }
  planar[0]! += dtS * planar[2]!
  planar[1]! += dtS * planar[3]!
  planar[4]! += 2 * dtS * cross00 + dtS * dtS * planar[7]!
  planar[5]! += 2 * dtS * cross01 + dtS * dtS * planar[8]!
  planar[6]! += 2 * dtS * cross11 + dtS * dtS * planar[9]!
  vertical[0]! += dtS * vertical[1]!
  vertical[2]! += 2 * dtS * crossU + dtS * dtS * vertical[3]!
}

function estimateOf(state: TrackerState, t: number, nowMs: number): TrackEstimate {
  const { table } = state
  const atMs = Math.max(nowMs, table.timeMs[t]!)
  extrapolate(table, t, (atMs - table.timeMs[t]!) / 1000)
  const ve = planar[2]!
  const vn = planar[3]!
  const speed2 = ve * ve + vn * vn
  const along =
    speed2 > 1e-6 ? (ve * ve * planar[7]! + 2 * ve * vn * planar[8]! + vn * vn * planar[9]!) / speed2 : 0.5 * (planar[7]! + planar[9]!)
  const group = groupOf(state, t)
  return {
    id: trackIdOf(table.shownId[t]!) as TrackId,
    atMs,
    updatedMs: table.updatedMs[t]!,
    bodySeenMs: known(table.bodyMs[t]!),
    claimSeenMs: known(table.claimMs[t]!),
    bornMs: table.bornMs[t]!,
    updateIntervalS: table.intervalS[t]!,
    state: [planar[0]!, planar[1]!, vertical[0]!, ve, vn, vertical[1]!],
    covariance: [planar[4]!, planar[5]!, 0, planar[6]!, 0, vertical[2]!],
    speedSigmaMps: Math.sqrt(Math.max(0, along)),
    heightKnown: known(table.heightMs[t]!) !== undefined,
    existence: table.existence[t]!,
    contributors: contributorsOf(state, t),
    claims: [...(state.claimsOf.get(table.serial[t]!) ?? [])],
    classes: state.settings.tellClasses ? classesOf(table, t) : UNKNOWN_CLASS,
    onGround: nowMs - table.groundMs[t]! < GROUND_MS,
    ...(group === undefined ? {} : { group }),
  }
}

function known(ms: number): number | undefined {
  return ms === ms ? ms : undefined
}

function contributorsOf(state: TrackerState, t: number): Contributor[] {
  const { table } = state
  const out: Contributor[] = []
  for (const [s, sensor] of state.sensors.entries()) {
    const count = table.seenCount[t * table.groupCount + s]!
    if (count > 0) out.push({ node: sensor.sensor.node, lastMs: table.seenMs[t * table.groupCount + s]!, count })
  }
  return out
}
