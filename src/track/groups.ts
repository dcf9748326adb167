import type { TrackerState } from './state.ts'
import { MEAN } from './table.ts'

/** What is remembered of one track's company: its group's number (0: none yet), and seconds of company, up to a limit. */
export type Company = { group: number; score: number }

/** Swarms: three or more tracks that move together. A group forms after some seconds and falls apart as slowly, so that it does not flicker. */
const MEMBERS_MIN = 3
/** Near and alike enough to come together; and, once in one group, to stay so: m and m/s. Ours: light-show and attack swarms fly 5 to 100 m apart. */
const JOIN_M = 200
const JOIN_MPS = 3
const STAY_M = 400
const STAY_MPS = 7
/** Seconds of company before a track belongs to a group, and after which nothing more counts. */
const SCORE_IN = 5
const SCORE_MAX = 8

/** Brings the groups up to date. Called about once a second. */
export function groupTracks(state: TrackerState): void {
  const { table, company } = state
  const rows: number[] = []
  // Only bodies: a flood of claims is folded elsewhere.
  for (let t = 0; t < table.count; t++) if (table.shownId[t]! > 0 && table.existence[t]! > 0.5 && table.bodyMs[t]! > 0) rows.push(t)
  rows.sort((a, b) => table.mean[a * MEAN]! - table.mean[b * MEAN]! || a - b)
  const components = connected(state, rows).filter((members) => members.length >= MEMBERS_MIN)
  const together = new Set(components.flat().map((row) => table.serial[row]!))
  for (const [serial, each] of company) {
    if (together.has(serial) || --each.score > 0) continue
    company.delete(serial)
    markChanged(state, serial, each.group)
  }
  for (const serial of together) {
    const known = company.get(serial)
    if (known === undefined) company.set(serial, { group: 0, score: 1 })
    else known.score = Math.min(SCORE_MAX, known.score + 1)
  }
  const used = new Set<number>()
  components.sort((a, b) => b.length - a.length || table.serial[a[0]!]! - table.serial[b[0]!]!)
  for (const members of components) nameGroup(state, members, used)
}

function markChanged(state: TrackerState, serial: number, group: number): void {
  const row = state.rows.get(serial)
  if (row !== undefined && group > 0) state.table.changed[row] = 1
}

/** Gives the members that have been together long enough their group: the one that most of them have already, or a new one. */
function nameGroup(state: TrackerState, members: readonly number[], used: Set<number>): void {
  const { table, company } = state
  const settled = members.filter((row) => company.get(table.serial[row]!)!.score >= SCORE_IN)
  if (settled.length < MEMBERS_MIN) return
  const votes = new Map<number, number>()
  for (const row of settled) {
    const { group } = company.get(table.serial[row]!)!
    if (group > 0 && !used.has(group)) votes.set(group, (votes.get(group) ?? 0) + 1)
  }
  let chosen = 0
  for (const [group, count] of votes) {
    const best = votes.get(chosen) ?? 0
    if (count > best || (count === best && group < chosen)) chosen = group
  }
  if (chosen === 0) chosen = state.nextGroup++
  used.add(chosen)
  for (const row of settled) {
    const each = company.get(table.serial[row]!)!
    if (each.group === chosen) continue
    each.group = chosen
    table.changed[row] = 1
  }
}

/** Rows that are together, each set in order of the east coordinate. `rows` is sorted by it. */
function connected(state: TrackerState, rows: readonly number[]): number[][] {
  const { mean } = state.table
  const root = rows.map((_, i) => i)
  const find = (i: number): number => {
    while (root[i] !== i) i = root[i] = root[root[i]!]!
    return i
  }
  for (let a = 0; a < rows.length; a++) {
    for (let b = a + 1; b < rows.length; b++) {
      if (mean[rows[b]! * MEAN]! - mean[rows[a]! * MEAN]! > STAY_M) break
      if (find(a) !== find(b) && areTogether(state, rows[a]!, rows[b]!)) root[find(b)] = find(a)
    }
  }
  const sets = new Map<number, number[]>()
  for (const [i, row] of rows.entries()) {
    const r = find(i)
    const set = sets.get(r)
    if (set === undefined) sets.set(r, [row])
    else set.push(row)
  }
  return [...sets.values()]
}

function areTogether(state: TrackerState, i: number, j: number): boolean {
  const { mean, serial } = state.table
  const a = i * MEAN
  const b = j * MEAN
  const mine = state.company.get(serial[i]!)?.group ?? 0
  const grouped = mine > 0 && mine === state.company.get(serial[j]!)?.group
  const near = grouped ? STAY_M : JOIN_M
  const alike = grouped ? STAY_MPS : JOIN_MPS
  const de = mean[b]! - mean[a]!
  const dn = mean[b + 1]! - mean[a + 1]!
  const du = mean[b + 10]! - mean[a + 10]!
  if (de * de + dn * dn + du * du > near * near) return false
  const dve = mean[b + 2]! - mean[a + 2]!
  const dvn = mean[b + 3]! - mean[a + 3]!
  return dve * dve + dvn * dvn <= alike * alike
}

/** The group of a row, `G1` and so on; undefined if it belongs to none. */
export function groupOf(state: TrackerState, row: number): string | undefined {
  const group = state.company.get(state.table.serial[row]!)?.group ?? 0
  return group > 0 ? `G${group}` : undefined
}
