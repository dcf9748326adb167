import { newRow } from './initiate.ts'
import { distance, isPair, keptApart, rowOfShown, setHome } from './kept-apart.ts'
import { PLANAR_BLOCK } from '../math/planar-imm.ts'
import { VERTICAL_BLOCK } from '../math/vertical-imm.ts'
import { refreshMean } from './predict.ts'
import { absorb, removeRow } from './remove.ts'
import type { TrackerState } from './state.ts'
import { copyRow } from './table.ts'

const APART_MAX = 512
const JOINED_MAX = 256
/** A joined track takes in what is born within this much more than the distance at which it was joined, m. */
const JOINED_MARGIN_M = 60
const JOINED_MAX_M = 1000

/** What became of a person's word. */
export type WordAnswer = 'done' | 'no-such-track' | 'already'

/** A track fresher than the other by this much lends its motion to the merged one, ms. */
const FRESHER_MS = 2000
/** How much wider the split-off track's position is than its elder's, as a factor of variance: it is to find the second object beside it. */
const SPLIT_WIDER = 9

/** Row of a shown track by its identifier, -1 if there is none. */
function rowOf(state: TrackerState, id: string): number {
  return /^T[1-9][0-9]{0,9}$/.test(id) ? rowOfShown(state, Number(id.slice(1))) : -1
}

/** `b` becomes part of `a`, which keeps its identifier, and what is born again where `b` was joins it. */
export function mergeByWord(state: TrackerState, a: string, b: string, nowMs: number): WordAnswer {
  const i = rowOf(state, a)
  const j = rowOf(state, b)
  if (i < 0 || j < 0) return 'no-such-track'
  if (i === j) return 'already'
  const { table, word } = state
  const id = table.shownId[i]!
  const other = table.shownId[j]!
  word.apart = word.apart.filter((pair) => !isPair(pair, id, other))
  const fresher = table.updatedMs[j]! > table.updatedMs[i]! + FRESHER_MS
  const radiusM = Math.min(JOINED_MAX_M, distance(state, i, j) + JOINED_MARGIN_M)
  absorb(state, fresher ? j : i, fresher ? i : j, id, nowMs)
  removeRow(state, fresher ? i : j, undefined)
  word.joined = [...word.joined.filter((each) => each.track !== id), { track: id, radiusM, lastMs: nowMs }].slice(-JOINED_MAX)
  return 'done'
}

/** The two are not the same object, whatever the correlator thinks. */
export function differByWord(state: TrackerState, a: string, b: string): WordAnswer {
  const i = rowOf(state, a)
  const j = rowOf(state, b)
  if (i < 0 || j < 0) return 'no-such-track'
  const first = state.table.shownId[i]!
  const second = state.table.shownId[j]!
  if (i === j || keptApart(state, first, second)) return 'already'
  keepApart(state, i, j)
  return 'done'
}

/**
 * One track holds two objects: a second track starts beside it, and the two are kept apart. The elder keeps its identifier and its claims; where it has
 * several, the last goes with the second. If there is only one object after all, the second ends as lost.
 */
export function splitByWord(state: TrackerState, track: string, nowMs: number): WordAnswer {
  const elder = rowOf(state, track)
  if (elder < 0) return 'no-such-track'
  const { table, word } = state
  const twin = newRow(state, nowMs, 0.5)
  if (twin < 0) return 'no-such-track'
  const serial = table.serial[twin]!
  copyRow(table, twin, elder)
  table.serial[twin] = serial
  table.shownId[twin] = state.nextId++
  table.bornMs[twin] = nowMs
  table.changed[elder] = table.changed[twin] = 1
  widen(state, twin)
  word.joined = word.joined.filter((each) => each.track !== table.shownId[elder])
  const claims = state.claimsOf.get(table.serial[elder]!) ?? []
  const moved = claims.length > 1 ? claims.at(-1) : undefined
  if (moved !== undefined) {
    state.claimsOf.set(table.serial[elder]!, claims.slice(0, -1))
    state.claimsOf.set(serial, [moved])
    state.claims.set(moved, serial)
  }
  keepApart(state, elder, twin)
  return 'done'
}

function widen(state: TrackerState, row: number): void {
  const { table } = state
  for (let m = 0; m < table.planarCount; m++) {
    const b = (row * table.planarCount + m) * PLANAR_BLOCK
    for (let k = 4; k <= 6; k++) table.planar[b + k]! *= SPLIT_WIDER
  }
  for (let m = 0; m < table.verticalCount; m++) table.vertical[(row * table.verticalCount + m) * VERTICAL_BLOCK + 2]! *= SPLIT_WIDER
  refreshMean(table, row)
}

function keepApart(state: TrackerState, i: number, j: number): void {
  const { table, word } = state
  const a = table.shownId[i]!
  const b = table.shownId[j]!
  word.apart.push({ a, b })
  if (word.apart.length > APART_MAX) word.apart.shift()
  word.joined = word.joined.filter((each) => each.track !== a && each.track !== b)
  for (const row of [i, j]) for (const claim of state.claimsOf.get(table.serial[row]!) ?? []) setHome(word, claim, table.shownId[row]!)
}
