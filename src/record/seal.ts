import { hash } from 'node:crypto'
import type { CommitGroup } from '../model/journal.ts'
import { decodeFrontier, EMPTY_FRONTIER, HASH_BYTES, leafHash, rootOf, withLeaves, type Digest, type Frontier } from './tree.ts'

/** Where the chain stands after the last group. */
export type SealState = { readonly groups: number; readonly frontier: Frontier; readonly head: Uint8Array }

export const FIRST_SEAL: SealState = { groups: 0, frontier: EMPTY_FRONTIER, head: new Uint8Array(HASH_BYTES) }

/**
 * Seals leaves into the next group. Nothing is changed: where the commit fails, the caller goes on from the old state.
 *
 * leaves  each the byte 0x00 and an entry's canonical bytes, in order
 */
export function sealGroup(
  state: SealState,
  leaves: readonly Uint8Array[],
  firstPosition: number,
  lastPosition: number,
): { readonly group: CommitGroup; readonly next: SealState; readonly hashes: readonly Digest[] } {
  const hashes = leaves.map(leafHash)
  const frontier = withLeaves(state.frontier, hashes)
  const root = rootOf(frontier)
  const head = chainHead(state.head, root, frontier.size)
  const group = { number: state.groups + 1, firstPosition, lastPosition, count: leaves.length, treeSize: frontier.size, root, head }
  return { group, hashes, next: { groups: group.number, frontier, head } }
}

/** The first 48 bits of a leaf hash, big-endian: what a number holds exactly. */
export function leafCheck(leaf: Digest): number {
  let check = 0
  for (let i = 0; i < 6; i++) check = check * 256 + leaf.charCodeAt(i)
  return check
}

/** SHA-256(0x02 || previous head || root || tree size as u64, big-endian). Before the first group the head is 32 zero bytes. */
export function chainHead(previous: Uint8Array, root: Uint8Array, treeSize: number): Uint8Array {
  const bytes = new Uint8Array(1 + 2 * HASH_BYTES + 8)
  bytes[0] = 0x02
  bytes.set(previous, 1)
  bytes.set(root, 1 + HASH_BYTES)
  new DataView(bytes.buffer).setBigUint64(1 + 2 * HASH_BYTES, BigInt(treeSize))
  return hash('sha256', bytes, 'buffer')
}

/** The state to go on from, out of what a store holds; undefined where group and frontier do not agree. */
export function sealStateOf(last: CommitGroup | undefined, frontierBytes: Uint8Array | undefined): SealState | undefined {
  if (last === undefined) return FIRST_SEAL
  if (frontierBytes === undefined) return undefined
  const frontier = decodeFrontier(last.treeSize, frontierBytes)
  if (frontier === undefined || !sameBytes(rootOf(frontier), last.root)) return undefined
  return { groups: last.number, frontier, head: last.head }
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
