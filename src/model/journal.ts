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
  readonly sha256: string
  readonly bytes: Uint8Array
}

export type AppendResult = { readonly result: 'committed' } | { readonly result: 'full' } | { readonly result: 'failed'; readonly why: string }

export interface JournalStore {
  append(entries: readonly SealedEntry[], group: CommitGroup): AppendResult
  /** Entries from `position` on in order, at most `limit`. */
  read(position: number, limit: number): readonly SealedEntry[]
  readOfType(type: number): readonly SealedEntry[]
  groups(fromNumber: number, limit: number): readonly CommitGroup[]
  lastGroup(): CommitGroup | undefined
  putSnapshot(snapshot: StoredSnapshot): AppendResult
  /** The newest snapshot at or before `position`. */
  snapshotBefore(position: number): StoredSnapshot | undefined
  close(): void
}
