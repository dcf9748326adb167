import { keptApart } from './kept-apart.ts'
import type { TrackerState } from './state.ts'
import { MEAN } from './table.ts'

/** A body that was seen on another track up to here before its own track began, ms. */
const LEFT_WITHIN_MS = 8000
/** For so long no sensor has seen a body on the claim's track, ms: several looks of any radar. */
const UNSEEN_MS = 3000
/** Detections that prove the body's own track. */
const HITS_MIN = 4
/** How far a claim may have drawn its track from the body by then, m; and the gate of the comparison in standard deviations. */
const LEFT_NEAR_M = 80
const LEFT_SIGMAS = 3

/**
 * A claim may have drawn a track away from its body: then the sensors see no body on it any more, and the body has started a new track
 * where the old one was. Identity follows the body: it keeps the identifier, and the claim goes on under a new one.
 */
export function takeBack(state: TrackerState, atMs: number): void {
  const { table } = state
  for (const serial of state.claimsOf.keys()) {
    const claimed = state.rows.get(serial)
    if (claimed === undefined || table.shownId[claimed] === 0) continue
    const leftMs = table.bodyMs[claimed]!
    if (!(atMs - leftMs > UNSEEN_MS && atMs - leftMs < UNSEEN_MS + LEFT_WITHIN_MS)) continue
    const body = bodyLeftBehind(state, claimed)
    if (body >= 0) swapIdentifiers(state, claimed, body)
  }
}

/** The row of the body that stands where the claimed row last had one, or -1. */
function bodyLeftBehind(state: TrackerState, claimed: number): number {
  const { table } = state
  const m = table.mean
  const leftMs = table.bodyMs[claimed]!
  let chosen = -1
  let nearest2 = Infinity
  for (let t = 0; t < table.count; t++) {
    const bornMs = table.bornMs[t]!
    if (t === claimed || table.shownId[t] === 0 || table.hits[t]! < HITS_MIN || bornMs < leftMs - 1000 || bornMs > leftMs + LEFT_WITHIN_MS)
      continue
    if (keptApart(state, table.shownId[claimed]!, table.shownId[t]!)) continue
    if (state.claimsOf.has(table.serial[t]!) || !(table.bodyMs[t]! > 0)) continue
    const dtS = (table.timeMs[t]! - leftMs) / 1000
    const at = t * MEAN
    const de = m[at]! - dtS * m[at + 2]! - table.bodyE[claimed]!
    const dn = m[at + 1]! - dtS * m[at + 3]! - table.bodyN[claimed]!
    const near = LEFT_NEAR_M + LEFT_SIGMAS * Math.sqrt(m[at + 4]! + m[at + 6]! + dtS * dtS * (m[at + 7]! + m[at + 9]!))
    const d2 = de * de + dn * dn
    if (d2 < near * near && d2 < nearest2) {
      nearest2 = d2
      chosen = t
    }
  }
  return chosen
}

function swapIdentifiers(state: TrackerState, claimed: number, body: number): void {
  const { table } = state
  for (const column of ['shownId', 'bornMs'] as const) {
    const kept = table[column][claimed]!
    table[column][claimed] = table[column][body]!
    table[column][body] = kept
  }
  table.bodyMs[claimed] = NaN
  table.changed[claimed] = table.changed[body] = 1
}
