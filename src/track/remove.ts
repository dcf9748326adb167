import { noteDeadCandidate } from './clutter-map.ts'
import { forgetTrack } from './identity.ts'
import { ageWord, endWord, joinedInto, keptApart } from './kept-apart.ts'
import { refreshMean } from './predict.ts'
import type { TrackerState } from './state.ts'
import { MEAN, copyRow } from './table.ts'
import { takeBack } from './take-back.ts'

/** Two tracks nearer than this in every respect are one object seen twice: squared distance in position, height and speed. */
const SAME_D2 = 2
/** Speed scale of that distance, (m/s)^2. */
const SAME_SPEED2 = 9
/** Only tracks so near are compared, m. */
const SAME_NEAR_M = 60
/** Candidates below this existence are not worth merging. */
const SAME_EXISTENCE = 0.02
const MERGE_EVERY_MS = 1000

/** The identifier that users see. */
export function trackIdOf(shownId: number): string {
  return `T${shownId}`
}

/** Removes a row; the last row takes its place. */
export function removeRow(state: TrackerState, row: number, into: number | undefined): void {
  const { table } = state
  forgetTrack(state, row, into)
  const last = --table.count
  if (row === last) return
  copyRow(table, row, last)
  state.rows.set(table.serial[row]!, row)
}

/**
 * Drops candidates that are probably nothing. A track that has been shown is kept for a while with a small existence: it may only be
 * hidden, and then comes back under its identifier.
 */
export function dropTracks(state: TrackerState, atMs: number): void {
  const { table, settings } = state
  for (let t = table.count - 1; t >= 0; t--) {
    const shown = table.shownId[t]! > 0
    if (!shown) {
      if (table.existence[t]! >= settings.dropExistence) continue
      noteDeadCandidate(state, t, atMs)
      removeRow(state, t, undefined)
      continue
    }
    const holdS = Math.max(table.claimMs[t]! > 0 ? settings.holdClaimS : settings.holdS, 5 * table.intervalS[t]!)
    if (atMs - table.updatedMs[t]! > holdS * 1000) endTrack(state, t, atMs)
    else if (table.existence[t]! < settings.holdExistence) table.existence[t] = settings.holdExistence
  }
}

function endTrack(state: TrackerState, t: number, atMs: number): void {
  const { table } = state
  endWord(state, table.shownId[t]!, 0)
  state.ended.push({ id: trackIdOf(table.shownId[t]!) as never, atMs, cause: table.groundMs[t]! > 0 ? 'landed' : 'lost' })
  removeRow(state, t, undefined)
}

/** Merges tracks that have come to describe one object; the longer known keeps its identifier. Returns false when it is not due yet. */
export function mergeTracks(state: TrackerState, atMs: number): boolean {
  if (atMs - state.lastMergeMs < MERGE_EVERY_MS) return false
  state.lastMergeMs = atMs
  takeBack(state, atMs)
  const { table } = state
  const order: number[] = []
  for (let t = 0; t < table.count; t++) if (table.existence[t]! > SAME_EXISTENCE) order.push(t)
  order.sort((a, b) => table.mean[a * MEAN]! - table.mean[b * MEAN]! || a - b)
  const gone: number[] = []
  const isGone = new Set<number>()
  for (let a = 0; a < order.length; a++) {
    const i = order[a]!
    for (let b = a + 1; b < order.length && !isGone.has(i); b++) {
      const j = order[b]!
      if (table.mean[j * MEAN]! - table.mean[i * MEAN]! > SAME_NEAR_M) break
      if (isGone.has(j) || !sameObject(state, i, j)) continue
      const keep = senior(state, i, j)
      const drop = keep === i ? j : i
      absorb(state, keep, drop, elderId(table.shownId[keep]!, table.shownId[drop]!), atMs)
      isGone.add(drop)
      gone.push(drop)
    }
  }
  joinBorn(state, order, isGone, gone, atMs)
  // From the highest row down, so that rows still to be removed do not move.
  gone.sort((a, b) => b - a)
  for (const row of gone) removeRow(state, row, undefined)
  return true
}

/** What is born beside a track that a person joined goes into it. */
function joinBorn(state: TrackerState, order: readonly number[], isGone: Set<number>, gone: number[], atMs: number): void {
  ageWord(state, atMs)
  for (const row of order) {
    if (isGone.has(row)) continue
    const into = joinedInto(state, row, atMs)
    if (into < 0 || isGone.has(into)) continue
    absorb(state, into, row, state.table.shownId[into]!, atMs)
    isGone.add(row)
    gone.push(row)
  }
}

function sameObject(state: TrackerState, i: number, j: number): boolean {
  const { table } = state
  const m = table.mean
  const a = i * MEAN
  const b = j * MEAN
  const dtS = (table.timeMs[j]! - table.timeMs[i]!) / 1000
  const de = m[b]! - m[a]! - dtS * m[a + 2]!
  const dn = m[b + 1]! - m[a + 1]! - dtS * m[a + 3]!
  if (Math.abs(de) > SAME_NEAR_M || Math.abs(dn) > SAME_NEAR_M) return false
  if (hasClaim(state, i) && hasClaim(state, j)) return false
  if (keptApart(state, table.shownId[i]!, table.shownId[j]!)) return false
  const ee = Math.max(m[a + 4]!, m[b + 4]!)
  const nn = Math.max(m[a + 6]!, m[b + 6]!)
  const en = m[a + 4]! + m[a + 6]! > m[b + 4]! + m[b + 6]! ? m[a + 5]! : m[b + 5]!
  const det = ee * nn - en * en
  const du = m[b + 10]! - m[a + 10]!
  const dve = m[b + 2]! - m[a + 2]!
  const dvn = m[b + 3]! - m[a + 3]!
  const d2 =
    (nn * de * de - 2 * en * de * dn + ee * dn * dn) / det +
    (du * du) / Math.max(m[a + 12]!, m[b + 12]!) +
    (dve * dve + dvn * dvn) / SAME_SPEED2
  return d2 < SAME_D2
}

function elderId(a: number, b: number): number {
  return a === 0 ? b : b === 0 ? a : Math.min(a, b)
}

function hasClaim(state: TrackerState, row: number): boolean {
  return state.claimsOf.has(state.table.serial[row]!)
}

/** Which of two rows survives: one with a claim, else the one shown longer, else the likelier. */
function senior(state: TrackerState, i: number, j: number): number {
  const { table } = state
  if (hasClaim(state, i) !== hasClaim(state, j)) return hasClaim(state, i) ? i : j
  const a = table.shownId[i]!
  const b = table.shownId[j]!
  if (a > 0 && b > 0) return a < b ? i : j
  if (a > 0 || b > 0) return a > 0 ? i : j
  return table.existence[i]! >= table.existence[j]! ? i : j
}

/** The kept row takes over what the other knew, under the given number of a shown track (0: none of the two was shown). */
export function absorb(state: TrackerState, keep: number, drop: number, id: number, atMs: number): void {
  const { table } = state
  const a = table.shownId[keep]!
  const b = table.shownId[drop]!
  const ended = a === id ? b : a
  table.shownId[keep] = id
  if (ended > 0) endWord(state, ended, id)
  if (ended > 0) state.ended.push({ id: trackIdOf(ended) as never, atMs, cause: 'merged', into: trackIdOf(id) as never })
  table.existence[keep] = Math.min(1 - 1e-9, table.existence[keep]! + table.existence[drop]! * (1 - table.existence[keep]!))
  table.bornMs[keep] = Math.min(table.bornMs[keep]!, table.bornMs[drop]!)
  table.hits[keep]! += table.hits[drop]!
  for (const column of ['updatedMs', 'bodyMs', 'claimMs', 'heightMs'] as const) {
    const other = table[column][drop]!
    if (!(table[column][keep]! >= other) && other === other) table[column][keep] = other
  }
  for (let s = 0; s < table.groupCount; s++) {
    const k = keep * table.groupCount + s
    const d = drop * table.groupCount + s
    table.seenMs[k] = Math.max(table.seenMs[k]!, table.seenMs[d]!)
    table.seenCount[k]! += table.seenCount[d]!
    table.visible[k] = Math.max(table.visible[k]!, table.visible[d]!)
  }
  table.changed[keep] = 1
  refreshMean(table, keep)
  forgetInto(state, drop, keep)
}

/** Claims and local track numbers of the dropped row point to the kept one from now on. */
function forgetInto(state: TrackerState, drop: number, keep: number): void {
  const from = state.table.serial[drop]!
  const to = state.table.serial[keep]!
  const claims = state.claimsOf.get(from)
  if (claims !== undefined) {
    state.claimsOf.delete(from)
    state.claimsOf.set(to, [...(state.claimsOf.get(to) ?? []), ...claims])
    for (const claim of claims) state.claims.set(claim, to)
  }
  for (const local of state.localTracks.values()) if (local.serial === from) local.serial = to
}
