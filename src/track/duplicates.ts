import { keptApart } from './kept-apart.ts'
import { absorb, removeRow } from './remove.ts'
import type { TrackerState } from './state.ts'
import { MEAN } from './table.ts'

/**
 * Two shown tracks that are one object: a turned radar or a late clock makes them, and once the fault is corrected they lie together, each still
 * sure of itself. They merge when they have been the same, within both their errors, for some seconds, and no sensor tells them apart.
 */

/** Only tracks so near are compared, m. */
const NEAR_M = 250
/** Squared distance in the plane, in velocity and in height within which both may be one, each in the sum of both covariances (99 % of two, two and one). */
const SAME_D2 = 9.2
const SAME_HEIGHT_D2 = 6.6
/** Nobody's covariance is taken for smaller than this: a fault's remainder is in neither, m^2 and (m/s)^2. */
const FLOOR_M2 = 100
const FLOOR_MPS2 = 4
/** How long they must have been the same, ms. */
const SAME_FOR_MS = 3000
/** A sensor that saw both within so much of one scan, in its last scans of so many ms, tells them apart. */
const SAME_LOOK_MS = 300
const LOOKS_BACK_MS = 10000
/** Detections that both must have had before their sensors' differing word counts. */
const HITS_MIN = 6
/** A duplicate from which all detections went back to the elder: existence, and age at most, ms. */
const STARVED_EXISTENCE = 0.02
const STARVED_AGE_MS = 60000

/** Looks for duplicates among the shown tracks and merges those that stayed so; the elder's identifier stays. Called about once a second. */
export function mergeDuplicates(state: TrackerState, atMs: number): void {
  const { table } = state
  const order: number[] = []
  for (let t = 0; t < table.count; t++) if (table.shownId[t]! > 0) order.push(t)
  order.sort((a, b) => table.mean[a * MEAN]! - table.mean[b * MEAN]! || a - b)
  const suspects = new Map<string, number>()
  const due: { keep: number; drop: number }[] = []
  for (let a = 0; a < order.length; a++) {
    for (let b = a + 1; b < order.length; b++) {
      if (table.mean[order[b]! * MEAN]! - table.mean[order[a]! * MEAN]! > NEAR_M) break
      const [elder, younger] = table.shownId[order[a]!]! < table.shownId[order[b]!]! ? [order[a]!, order[b]!] : [order[b]!, order[a]!]
      if (!mayBeOne(state, elder, younger, atMs)) continue
      const key = `${table.serial[elder]!}/${table.serial[younger]!}`
      const sinceMs = state.duplicates.get(key) ?? atMs
      if (atMs - sinceMs >= SAME_FOR_MS) due.push({ keep: table.serial[elder]!, drop: table.serial[younger]! })
      else suspects.set(key, sinceMs)
    }
  }
  state.duplicates = suspects
  for (const { keep, drop } of due) mergeRows(state, state.rows.get(keep), state.rows.get(drop), atMs)
}

function mergeRows(state: TrackerState, elder: number | undefined, younger: number | undefined, atMs: number): void {
  if (elder === undefined || younger === undefined) return
  const { table } = state
  const id = Math.min(table.shownId[elder]!, table.shownId[younger]!)
  // The one that is surely there lends its motion.
  const keep = table.existence[elder]! >= table.existence[younger]! ? elder : younger
  const drop = keep === elder ? younger : elder
  absorb(state, keep, drop, id, atMs)
  removeRow(state, drop, undefined)
}

function mayBeOne(state: TrackerState, i: number, j: number, atMs: number): boolean {
  const { table } = state
  if (!lieTogether(state, i, j)) return false
  if (state.claimsOf.has(table.serial[i]!) && state.claimsOf.has(table.serial[j]!)) return false
  if (keptApart(state, table.shownId[i]!, table.shownId[j]!)) return false
  const starved =
    table.existence[j]! < STARVED_EXISTENCE &&
    table.existence[i]! > 0.9 &&
    atMs - table.bornMs[j]! < STARVED_AGE_MS &&
    table.bornMs[j]! > table.bornMs[i]!
  return starved || (table.hits[i]! >= HITS_MIN && table.hits[j]! >= HITS_MIN && seenByOthers(state, i, j, atMs))
}

/** True where both are seen of late, and no sensor sees both. */
function seenByOthers(state: TrackerState, i: number, j: number, atMs: number): boolean {
  const { table } = state
  let first = false
  let second = false
  for (let s = 0; s < state.sensors.length; s++) {
    const a = table.seenMs[i * table.groupCount + s]!
    const b = table.seenMs[j * table.groupCount + s]!
    const lately = (ms: number) => ms > 0 && atMs - ms < LOOKS_BACK_MS
    if (lately(a) && lately(b)) return false
    first ||= lately(a)
    second ||= lately(b)
    if (a > 0 && b > 0 && Math.abs(a - b) < SAME_LOOK_MS && atMs - a < 2 * LOOKS_BACK_MS) return false
  }
  return first && second
}

function lieTogether(state: TrackerState, i: number, j: number): boolean {
  const { table } = state
  const m = table.mean
  const a = i * MEAN
  const b = j * MEAN
  const dtS = (table.timeMs[j]! - table.timeMs[i]!) / 1000
  const de = m[b]! - m[a]! - dtS * m[a + 2]!
  const dn = m[b + 1]! - m[a + 1]! - dtS * m[a + 3]!
  if (Math.abs(de) > NEAR_M || Math.abs(dn) > NEAR_M) return false
  if (!within(de, dn, m[a + 4]! + m[b + 4]! + FLOOR_M2, m[a + 5]! + m[b + 5]!, m[a + 6]! + m[b + 6]! + FLOOR_M2)) return false
  const dve = m[b + 2]! - m[a + 2]!
  const dvn = m[b + 3]! - m[a + 3]!
  if (!within(dve, dvn, m[a + 7]! + m[b + 7]! + FLOOR_MPS2, m[a + 8]! + m[b + 8]!, m[a + 9]! + m[b + 9]! + FLOOR_MPS2)) return false
  const du = m[b + 10]! - m[a + 10]!
  return du * du < SAME_HEIGHT_D2 * (m[a + 12]! + m[b + 12]! + FLOOR_M2)
}

function within(x: number, y: number, xx: number, xy: number, yy: number): boolean {
  return yy * x * x - 2 * xy * x * y + xx * y * y < SAME_D2 * (xx * yy - xy * xy)
}
