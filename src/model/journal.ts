/**
 * The store under the journal, as `record/` uses it and `io/` provides it. Synchronous: it lives in the journal's own thread.
 */
export type SealedEntry = {
  readonly position: number
  readonly atMs: number
  /** Number in `ENTRY_TYPES`, kept beside the bytes for look-up. */
  readonly type: number
  /** The entry's canonical bytes (record/FORMAT.md); the leaf hash is over exactly these. */
  readonly bytes: Uint8Array
  /** First 48 bits of the leaf hash as a whole number: tells which entry of a group is damaged. */
  readonly check: number
}

/** One durable commit: the entries that it holds, and the tree after them. */
export type CommitGroup = {
  readonly number: number
  readonly firstPosition: number
  readonly lastPosition: number
  readonly count: number
  /** Leaves in the tree after this group. */
  readonly treeSize: number
  /** RFC 6962 Merkle tree hash over all leaves so far, 32 bytes. */
  readonly root: Uint8Array
  /** SHA-256 chain over the roots: head = H(0x02, previous head, root, treeSize). */
  readonly head: Uint8Array
}

export type StoredSnapshot = {
  /** State after this position. */
  readonly position: number
  readonly build: string
  /** Of `bytes`, in hex. */
  readonly sha256: string
  readonly bytes: Uint8Array
  /** A `gap` entry rests on it: it is never thinned out. */
  readonly pinned: boolean
}

export type AppendResult =
  | { readonly result: 'committed' }
  | { readonly result: 'full' }
  | { readonly result: 'failed'; readonly why: string }

export interface JournalStore {
  /** One durable transaction: these entries, their group and the tree's frontier after them. All entries lie in one hour of the event clock. */
  append(entries: readonly SealedEntry[], group: CommitGroup, frontier: Uint8Array): AppendResult
  /** Entries from `position` on in order, at most `limit`. */
  read(position: number, limit: number): readonly SealedEntry[]
  readOfType(type: number): readonly SealedEntry[]
  groups(fromNumber: number, limit: number): readonly CommitGroup[]
  lastGroup(): CommitGroup | undefined
  /** The tree's frontier after the last group (record/FORMAT.md); undefined in an empty store. */
  frontier(): Uint8Array | undefined
  putSnapshot(snapshot: StoredSnapshot): AppendResult
  /** Every snapshot that is kept, the oldest first, without its bytes. */
  snapshots(): readonly Omit<StoredSnapshot, 'bytes'>[]
  snapshotAt(position: number): StoredSnapshot | undefined
  /** The newest snapshot at or before `position`. */
  snapshotBefore(position: number): StoredSnapshot | undefined
  close(): void
}
