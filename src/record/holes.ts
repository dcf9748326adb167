import type { GapPayload } from '../model/entry.ts'
import type { JournalStore } from '../model/journal.ts'
import type { Note } from './journal-notes.ts'

/** Positions that are missing, both ends included. */
export type Hole = { readonly from: number; readonly to: number }

const READ_GROUPS = 10_000
const READ_ENTRIES = 10_000

/** Missing positions that no `gap` explains. Costs nothing where nothing is missing. */
export function holesOf(store: Pick<JournalStore, 'lastGroup' | 'groups' | 'read'>, gaps: readonly Note<GapPayload>[]): Hole[] {
  const last = store.lastGroup()
  if (last === undefined || last.treeSize === last.lastPosition) return []
  return missingIn(store).filter(
    (hole) =>
      !isExplained(
        hole,
        gaps.map((gap) => gap.says),
      ),
  )
}

export function isExplained(hole: Hole, gaps: readonly GapPayload[]): boolean {
  return gaps.some((gap) => gap.from <= hole.from && gap.to >= hole.to)
}

function missingIn(store: Pick<JournalStore, 'groups' | 'read'>): Hole[] {
  const holes: Hole[] = []
  let expected = 1
  for (let number = 1; ;) {
    const groups = store.groups(number, READ_GROUPS)
    for (const group of groups) {
      if (group.firstPosition > expected) holes.push({ from: expected, to: group.firstPosition - 1 })
      if (group.count !== group.lastPosition - group.firstPosition + 1)
        holes.push(...holesWithin(store, group.firstPosition, group.lastPosition))
      expected = group.lastPosition + 1
    }
    if (groups.length < READ_GROUPS) return holes
    number = groups[groups.length - 1]!.number + 1
  }
}

function holesWithin(store: Pick<JournalStore, 'read'>, from: number, to: number): Hole[] {
  const holes: Hole[] = []
  let expected = from
  for (const { position } of store.read(from, READ_ENTRIES)) {
    if (position > to) break
    if (position > expected) holes.push({ from: expected, to: position - 1 })
    expected = position + 1
  }
  return holes
}
