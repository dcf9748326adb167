import { assert } from '../base/assert.ts'
import { ENTRY_TYPES } from '../model/entry.ts'
import type { JournalStore, SealedEntry } from '../model/journal.ts'
import { leavesOf } from '../record/entry-batch.ts'
import { leafCheck, sealGroup, type SealState } from '../record/seal.ts'
import { encodeFrontier } from '../record/tree.ts'
import type { Reserve } from '../io/data-folder.ts'
import type { JournalOut, Span } from './thread-messages.ts'

/** More entries than this in one commit make each of them wait longer without making the disk faster. */
const MAX_GROUP = 4096
const HOUR_MS = 3_600_000
/** While the disk is full the reserve takes only these: what people decided, and what explains the record. */
const VITAL: ReadonlySet<number> = new Set([
  ENTRY_TYPES.start,
  ENTRY_TYPES.clock,
  ENTRY_TYPES.event,
  ENTRY_TYPES.command,
  ENTRY_TYPES.poison,
  ENTRY_TYPES.gap,
  ENTRY_TYPES['effect-done'],
])

type Pending = SealedEntry & { readonly leaf: Uint8Array; check: number }

/** The work of the journal's thread: seals batches into groups and commits them; lives through a full disk; throws on any other failure. */
export interface Recorder {
  /** Commits what is in these batches, in order, and tells how far it came. */
  take(batches: readonly ArrayBuffer[]): void
  /** While full: looks for room and tells `space` once. */
  probe(): void
  recordAgain(): void
  readonly full: boolean
}

/** The record cannot be trusted to hold what it was given: the process must end, and start again from what is durable. */
export class CommitFailed extends Error {
  override readonly name = 'CommitFailed'
}

export function createRecorder(
  store: Pick<JournalStore, 'append'>,
  reserve: Reserve,
  from: SealState,
  tell: (message: JournalOut) => void,
): Recorder {
  let seal = from
  let full = false
  let spaceTold = false
  let committed = 0

  /** False where the disk is full. */
  const commit = (entries: readonly Pending[]): boolean => {
    const first = entries[0]
    const last = entries[entries.length - 1]
    if (first === undefined || last === undefined) return true
    const { group, next, hashes } = sealGroup(
      seal,
      entries.map((entry) => entry.leaf),
      first.position,
      last.position,
    )
    for (let i = 0; i < entries.length; i++) entries[i]!.check = leafCheck(hashes[i]!)
    const done = store.append(entries, group, encodeFrontier(next.frontier))
    if (done.result === 'failed') throw new CommitFailed(`the journal could not commit entry ${first.position}: ${done.why}`)
    if (done.result === 'full') return false
    seal = next
    committed = last.position
    return true
  }

  const take = (entries: readonly Pending[]): { lost: Span[]; lostFrames: number } => {
    if (!full && commit(entries)) return { lost: [], lostFrames: 0 }
    if (!full) {
      full = true
      spaceTold = false
      reserve.release()
      tell({ kind: 'full' })
    }
    const vital = entries.filter((entry) => VITAL.has(entry.type))
    const kept = commit(vital) ? new Set<Pending>(vital) : new Set<Pending>()
    const given = entries.filter((entry) => !kept.has(entry))
    return { lost: spansOf(given), lostFrames: given.filter((entry) => entry.type === ENTRY_TYPES.frame).length }
  }

  return {
    get full() {
      return full
    },
    take(batches) {
      const entries = batches.flatMap((batch) => leavesOf(batch).map(toPending))
      for (const group of cutIntoGroups(entries)) {
        const { lost, lostFrames } = take(group)
        tell({ kind: 'progress', handled: group[group.length - 1]!.position, committed, lost, lostFrames })
      }
    },
    probe() {
      if (!full || spaceTold || !reserve.rebuild()) return
      spaceTold = true
      tell({ kind: 'space' })
    },
    recordAgain() {
      full = false
    },
  }
}

/** Header fields at their places in the canonical bytes (FORMAT.md); we encoded them ourselves a moment ago. */
function toPending(leaf: Uint8Array): Pending {
  return { leaf, bytes: leaf.subarray(1), check: 0, type: leaf[2]!, position: readU53(leaf, 5), atMs: readU53(leaf, 13) }
}

function readU53(bytes: Uint8Array, at: number): number {
  let value = 0
  for (let i = at; i < at + 8; i++) value = value * 256 + bytes[i]!
  return value
}

/** A group lies in one hour of the event clock, because a segment does. */
function cutIntoGroups(entries: readonly Pending[]): Pending[][] {
  const groups: Pending[][] = []
  let group: Pending[] = []
  let hour = -1
  for (const entry of entries) {
    const entryHour = Math.floor(entry.atMs / HOUR_MS)
    if (group.length > 0 && (entryHour !== hour || group.length >= MAX_GROUP)) {
      groups.push(group)
      group = []
    }
    hour = entryHour
    group.push(entry)
  }
  if (group.length > 0) groups.push(group)
  return groups
}

function spansOf(entries: readonly Pending[]): Span[] {
  const spans: { from: number; to: number }[] = []
  for (const { position } of entries) {
    const last = spans[spans.length - 1]
    assert(last === undefined || position > last.to, 'positions rise')
    if (last !== undefined && last.to === position - 1) last.to = position
    else spans.push({ from: position, to: position })
  }
  return spans
}
