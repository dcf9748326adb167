import type { CommitGroup, JournalStore, SealedEntry, StoredSnapshot } from '../../src/model/journal.ts'

/** A store in memory whose every value a test may spoil. */
export type MemoryStore = JournalStore & {
  entries: SealedEntry[]
  sealed: CommitGroup[]
  kept: Uint8Array | undefined
  frozen: StoredSnapshot[]
}

export function createMemoryStore(): MemoryStore {
  const store: MemoryStore = {
    entries: [],
    sealed: [],
    kept: undefined,
    frozen: [],
    append(entries, group, frontier) {
      store.entries.push(
        ...entries.map((entry) => ({
          position: entry.position,
          atMs: entry.atMs,
          type: entry.type,
          check: entry.check,
          bytes: entry.bytes.slice(),
        })),
      )
      store.sealed.push(group)
      store.kept = frontier
      return { result: 'committed' }
    },
    // In the order of the primary key, as a database gives them.
    read: (position, limit) =>
      store.entries
        .filter((entry) => entry.position >= position)
        .sort((a, b) => a.position - b.position)
        .slice(0, limit),
    readOfType: (type) => store.entries.filter((entry) => entry.type === type),
    groups: (from, limit) =>
      store.sealed
        .filter((group) => group.number >= from)
        .sort((a, b) => a.number - b.number)
        .slice(0, limit),
    lastGroup: () => store.sealed.at(-1),
    frontier: () => store.kept,
    putSnapshot(snapshot) {
      store.frozen.push(snapshot)
      return { result: 'committed' }
    },
    snapshots: () => store.frozen,
    snapshotAt: (position) => store.frozen.find((each) => each.position === position),
    snapshotBefore: (position) => store.frozen.findLast((each) => each.position <= position),
    close: () => undefined,
  }
  return store
}
