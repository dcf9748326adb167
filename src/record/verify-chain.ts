import { isReject } from '../base/reject.ts'
import { ENTRY_TYPES, gapPayload, type Entry, type GapPayload } from '../model/entry.ts'
import type { CommitGroup, JournalStore, SealedEntry } from '../model/journal.ts'
import { decodeEntry } from './entry-codec.ts'
import { isExplained, type Hole } from './holes.ts'
import { chainHead, FIRST_SEAL, leafCheck, sameBytes, sealGroup, type SealState } from './seal.ts'
import { decodeFrontier, leafHash, rootOf } from './tree.ts'

/** Something that is not as it was written. `position`: the entry, or the first of the group where no single one can be named. */
export type Fault = { readonly position: number; readonly what: string }

export type ChainReport = {
  readonly faults: Fault[]
  readonly entries: number
  readonly groups: number
  readonly lastPosition: number
  readonly root: Uint8Array
  readonly head: Uint8Array
}

const READ = 2000
/** The clock's promise (model/entry.ts): time does not go on for longer without a tick. */
const MAX_TICK_MS = 250

type Walk = {
  readonly faults: Fault[]
  readonly holes: Hole[]
  readonly gaps: GapPayload[]
  seal: SealState
  position: number
  atMs: number
  entries: number
  /** True right behind a start, a segment of the clock or a hole, where time may leap. */
  mayLeap: boolean
}

/**
 * Reads every entry and every group in order: bytes, look-up columns, leaf hashes, roots, heads, positions, time. Stops at
 * the first group that does not hold what was sealed, because no later root can be judged without it.
 */
export function verifyChain(store: JournalStore, onProgress?: (position: number) => void): ChainReport {
  const walk: Walk = { faults: [], holes: [], gaps: [], seal: FIRST_SEAL, position: 0, atMs: 0, entries: 0, mayLeap: true }
  const entries = entriesOf(store)
  let next = entries.next()
  for (const group of groupsOf(store)) {
    const held: SealedEntry[] = []
    for (; !next.done && next.value.position <= group.lastPosition; next = entries.next()) held.push(next.value)
    if (!checkGroup(walk, group, held)) return reportOf(walk)
    onProgress?.(walk.position)
  }
  if (!next.done)
    walk.faults.push({
      position: next.value.position,
      what: 'entries from here on are in no group: they were added behind the record, or its last groups were taken away',
    })
  checkEnd(walk, store)
  return reportOf(walk)
}

function reportOf({ faults, entries, seal, position }: Walk): ChainReport {
  return {
    faults: faults.sort((a, b) => a.position - b.position),
    entries,
    groups: seal.groups,
    lastPosition: position,
    root: rootOf(seal.frontier),
    head: seal.head,
  }
}

function* entriesOf(store: JournalStore): Generator<SealedEntry, undefined> {
  for (let from = Number.MIN_SAFE_INTEGER; ;) {
    const chunk = store.read(from, READ)
    yield* chunk
    if (chunk.length < READ) return undefined
    from = chunk[chunk.length - 1]!.position + 1
  }
}

function* groupsOf(store: JournalStore): Generator<CommitGroup, undefined> {
  for (let from = Number.MIN_SAFE_INTEGER; ;) {
    const chunk = store.groups(from, READ)
    yield* chunk
    if (chunk.length < READ) return undefined
    from = chunk[chunk.length - 1]!.number + 1
  }
}

/** False where nothing after this group can be judged. */
function checkGroup(walk: Walk, group: CommitGroup, held: readonly SealedEntry[]): boolean {
  const { faults, seal } = walk
  const at = held[0]?.position ?? group.firstPosition
  const before = faults.length
  if (group.number !== seal.groups + 1)
    faults.push({ position: at, what: `group ${seal.groups + 1} is missing: the next is ${group.number}` })
  for (const sealed of held) checkEntry(walk, sealed)
  // What the entries themselves show names the culprit; the group's hashes would only say it again.
  if (faults.length > before) return false
  const leaves = held.map((sealed) => prefixed(sealed.bytes))
  const { group: made, next } = sealGroup(seal, leaves, at, held[held.length - 1]?.position ?? group.lastPosition)
  const names =
    held.length === 0 ? `group ${group.number}` : `group ${group.number} (entries ${made.firstPosition} to ${made.lastPosition})`
  if (made.count !== group.count) faults.push({ position: at, what: `${names} holds ${made.count} entries, ${group.count} were sealed` })
  else if (made.firstPosition !== group.firstPosition || made.lastPosition !== group.lastPosition)
    faults.push({ position: at, what: `${names} was sealed as ${group.firstPosition} to ${group.lastPosition}` })
  if (made.treeSize !== group.treeSize)
    faults.push({ position: at, what: `${names}: the tree has ${made.treeSize} leaves, ${group.treeSize} were sealed` })
  if (!sameBytes(made.root, group.root)) faults.push({ position: at, what: `${names} does not give the tree hash that was sealed` })
  if (!sameBytes(chainHead(seal.head, group.root, group.treeSize), group.head))
    faults.push({ position: at, what: `${names} does not follow from the head before it` })
  walk.seal = next
  return faults.length === before
}

function checkEntry(walk: Walk, sealed: SealedEntry): void {
  const { faults } = walk
  const { position } = sealed
  if (leafCheck(leafHash(prefixed(sealed.bytes))) !== sealed.check) {
    faults.push({ position, what: 'its bytes are not those that were sealed' })
    return
  }
  const entry = decodeEntry(sealed.bytes)
  if (isReject(entry)) {
    faults.push({ position, what: `its bytes are no entry: ${entry.rejected} at byte ${entry.atByte}` })
    return
  }
  if (entry.position !== position) faults.push({ position, what: `it stands at ${position} but says ${entry.position}` })
  if (entry.atMs !== sealed.atMs || ENTRY_TYPES[entry.type] !== sealed.type)
    faults.push({ position, what: 'its look-up columns are not what its bytes say' })
  checkOrder(walk, entry)
  walk.entries++
}

function checkOrder(walk: Walk, entry: Entry): void {
  const { position, atMs, type } = entry
  if (position > walk.position + 1) {
    walk.holes.push({ from: walk.position + 1, to: position - 1 })
    walk.mayLeap = true
  }
  if (walk.entries === 0 && type !== 'start') walk.faults.push({ position, what: `the first entry is a ${type}, not a start` })
  if (atMs < walk.atMs) walk.faults.push({ position, what: `time goes back by ${walk.atMs - atMs} ms` })
  const mayLeap = walk.mayLeap || type === 'start' || type === 'clock'
  if (!mayLeap && atMs - walk.atMs > MAX_TICK_MS)
    walk.faults.push({ position, what: `time went on for ${atMs - walk.atMs} ms without a tick` })
  if (type === 'gap') readGap(walk, entry)
  walk.position = position
  walk.atMs = atMs
  walk.mayLeap = type === 'start' || type === 'clock'
}

function readGap(walk: Walk, entry: Entry): void {
  const gap = gapPayload.safeParse(JSON.parse(new TextDecoder().decode(entry.payload)))
  if (gap.success) walk.gaps.push(gap.data)
  else walk.faults.push({ position: entry.position, what: 'a gap that cannot be read' })
}

function checkEnd(walk: Walk, store: JournalStore): void {
  for (const hole of walk.holes)
    if (!isExplained(hole, walk.gaps))
      walk.faults.push({ position: hole.from, what: `entries ${hole.from} to ${hole.to} are missing and no gap explains them` })
  const bytes = store.frontier()
  const frontier = bytes === undefined ? undefined : decodeFrontier(walk.seal.frontier.size, bytes)
  const agrees =
    walk.seal.groups === 0 ? bytes === undefined : frontier !== undefined && sameBytes(rootOf(frontier), rootOf(walk.seal.frontier))
  if (!agrees)
    walk.faults.push({
      position: walk.position,
      what: 'the frontier that is kept does not give the last tree hash: groups were taken away, or it is damaged',
    })
}

function prefixed(bytes: Uint8Array): Uint8Array {
  const leaf = new Uint8Array(bytes.length + 1)
  leaf.set(bytes, 1)
  return leaf
}
