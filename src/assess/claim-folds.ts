import type { SiteId, TrackId } from '../model/ids.ts'
import { easeAlert, holdAlert, raiseAlert, type AlertCondition } from './alert-book.ts'
import type { AssessState, Fold } from './assess-state.ts'
import * as limits from './limits.ts'
import type { TrackMemory } from './track-memory.ts'

/**
 * Claims without a body, square by square: how many stand in each square of the plan. Only claims whose body was never
 * seen and that are not an aircraft's by their path are in it.
 */
type ClaimSquares = Map<string, TrackMemory[]>

const squareKey = (column: number, row: number): string => `${column}:${row}`
const columnOf = (metres: number): number => Math.floor(metres / limits.FOLD_CELL_M)

function squaresOf(state: AssessState): ClaimSquares {
  const squares: ClaimSquares = new Map()
  for (const memory of state.tracks.values()) {
    if (!memory.bodiless) continue
    const key = squareKey(columnOf(memory.estimate.state[0]), columnOf(memory.estimate.state[1]))
    const members = squares.get(key)
    if (members === undefined) squares.set(key, [memory])
    else members.push(memory)
  }
  return squares
}

function* neighbours(key: string): Generator<string> {
  const [column = 0, row = 0] = key.split(':').map(Number)
  for (let dc = -1; dc <= 1; dc++) for (let dr = -1; dr <= 1; dr++) yield squareKey(column + dc, row + dr)
}

/**
 * Folds crowds of claims without a body, and unfolds what has got a body or stands alone again. Returns the tracks whose
 * folding changed. A claim joins only after its fair chance; until then a crowd merely keeps it from raising an alert of its own.
 */
export function foldClaims(state: AssessState, nowMs: number): TrackId[] {
  const squares = squaresOf(state)
  const changed: TrackId[] = []
  const crowds = crowdsOf(squares)
  for (const memory of state.tracks.values()) {
    const count = memory.bodiless
      ? (crowds.counts.get(squareKey(columnOf(memory.estimate.state[0]), columnOf(memory.estimate.state[1]))) ?? 0)
      : 0
    memory.crowded = count >= limits.FOLD_MIN
    const stays = memory.folded && count >= limits.FOLD_KEEP
    const joins = memory.crowded && hadItsChance(memory, nowMs)
    const folded = memory.bodiless && (stays || joins)
    if (folded !== memory.folded) changed.push(memory.estimate.id)
    memory.folded = folded
    if (!folded) memory.fold = undefined
  }
  tendFolds(state, assignFolds(state, crowds.groups, nowMs), nowMs)
  return changed
}

function hadItsChance(memory: TrackMemory, nowMs: number): boolean {
  return memory.chance === 'over' || (memory.chance === 'none' && nowMs - memory.firstMs >= limits.UNSEEABLE_CHANCE_S * 1000)
}

/** Count of each square with its eight neighbours, and the groups of touching squares. */
function crowdsOf(squares: ClaimSquares): { counts: Map<string, number>; groups: TrackMemory[][] } {
  const counts = new Map<string, number>()
  for (const key of squares.keys()) {
    let count = 0
    for (const near of neighbours(key)) count += squares.get(near)?.length ?? 0
    counts.set(key, count)
  }
  const seen = new Set<string>()
  const groups: TrackMemory[][] = []
  for (const start of squares.keys()) {
    if (seen.has(start)) continue
    const group: TrackMemory[] = []
    const open = [start]
    seen.add(start)
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      group.push(...(squares.get(key) ?? []))
      for (const near of neighbours(key)) {
        if (squares.has(near) && !seen.has(near)) {
          seen.add(near)
          open.push(near)
        }
      }
    }
    groups.push(group)
  }
  return { counts, groups }
}

/** Each group keeps the oldest fold among its members; two groups never share one. Returns the folds that have members. */
function assignFolds(state: AssessState, groups: readonly TrackMemory[][], nowMs: number): ReadonlySet<number> {
  const taken = new Set<number>()
  for (const fold of state.folds.values()) fold.members = 0
  for (const group of groups) {
    const members = group.filter((memory) => memory.folded)
    if (members.length === 0) continue
    let number: number | undefined
    for (const { fold } of members) if (fold !== undefined && !taken.has(fold) && (number === undefined || fold < number)) number = fold
    if (number === undefined) {
      number = state.nextFold++
      state.folds.set(number, { alert: undefined, number, members: 0, sinceMs: nowMs })
    }
    taken.add(number)
    for (const memory of members) memory.fold = number
    const fold = state.folds.get(number)
    // Those that fell silent stay folded while their tracks last, but the line counts who still claims.
    if (fold !== undefined) fold.members = members.filter((memory) => memory.claimsNow).length
  }
  return taken
}

function tendFolds(state: AssessState, taken: ReadonlySet<number>, nowMs: number): void {
  for (const fold of state.folds.values()) {
    const record = fold.alert === undefined ? undefined : state.alerts.records.get(fold.alert)
    if (fold.members >= (record === undefined ? limits.FOLD_MIN : limits.FOLD_KEEP)) {
      const condition = foldCondition(state, fold)
      if (record === undefined) fold.alert = raiseAlert(state.alerts, 'claims-without-body', undefined, condition, nowMs)
      else holdAlert(record, condition, nowMs)
    } else if (record === undefined) {
      if (!taken.has(fold.number)) state.folds.delete(fold.number)
    } else {
      easeAlert(record, { code: 'lost', params: { agoS: 0 } }, limits.CLEAR_DELAY_S, nowMs)
    }
  }
}

function foldCondition(state: AssessState, fold: Fold): AlertCondition {
  const members = [...state.tracks.values()].filter((memory) => memory.fold === fold.number && memory.claimsNow)
  let sumE = 0
  let sumN = 0
  const sites = new Set<SiteId>()
  for (const { estimate, sites: near } of members) {
    sumE += estimate.state[0]
    sumN += estimate.state[1]
    for (const site of near) if (sites.size < limits.MAX_SITES) sites.add(site)
  }
  let radius2 = 0
  for (const { estimate } of members) {
    const de = estimate.state[0] - sumE / members.length
    const dn = estimate.state[1] - sumN / members.length
    radius2 = Math.max(radius2, de * de + dn * dn)
  }
  return {
    priority: 3,
    sites: [...sites].sort(),
    zone: undefined,
    timeToZoneS: undefined,
    distanceM: undefined,
    members: members.length,
    reasons: [{ code: 'claim-without-body', params: { claims: members.length, radiusM: Math.sqrt(radius2) } }],
  }
}
