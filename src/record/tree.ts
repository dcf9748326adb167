import { hash } from 'node:crypto'
import { assert } from '../base/assert.ts'

/**
 * The Merkle tree of RFC 6962, section 2.1, over all leaves so far, with SHA-256.
 *
 * Only its frontier is kept: the roots of the full subtrees that the leaves make from the left, the largest first; one
 * for each 1 in the binary form of `size`. Adding a leaf costs two hashes on average and the root log2(size).
 */
export type Frontier = { readonly size: number; readonly hashes: readonly Digest[] }

/**
 * 32 bytes as 32 Latin-1 characters. node:crypto gives such a string three times as fast as a Buffer (0.3 against 0.9 µs,
 * Node 24.21), and the tree makes two for each entry.
 */
export type Digest = string

export const EMPTY_FRONTIER: Frontier = { size: 0, hashes: [] }
export const HASH_BYTES = 32

const pair = Buffer.alloc(1 + 2 * HASH_BYTES)
pair[0] = 0x01

/** SHA-256(0x00 || entry). `prefixed` begins with the byte 0x00. */
export function leafHash(prefixed: Uint8Array): Digest {
  return hash('sha256', prefixed, 'binary')
}

/** SHA-256(0x01 || left || right). */
export function nodeHash(left: Digest, right: Digest): Digest {
  pair.write(left, 1, HASH_BYTES, 'latin1')
  pair.write(right, 1 + HASH_BYTES, HASH_BYTES, 'latin1')
  return hash('sha256', pair, 'binary')
}

/** The tree after `leafHashes` have been added; the given frontier is unchanged. */
export function withLeaves(frontier: Frontier, leafHashes: Iterable<Digest>): Frontier {
  const hashes = frontier.hashes.slice()
  let size = frontier.size
  for (const leaf of leafHashes) {
    let subtree = leaf
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) subtree = nodeHash(hashes.pop()!, subtree)
    hashes.push(subtree)
    size++
  }
  return { size, hashes }
}

/** The tree hash, 32 bytes: of no leaves SHA-256(""), else the subtrees folded from the right. */
export function rootOf(frontier: Frontier): Uint8Array {
  const { hashes } = frontier
  let root = hashes[hashes.length - 1]
  if (root === undefined) return hash('sha256', '', 'buffer')
  for (let i = hashes.length - 2; i >= 0; i--) root = nodeHash(hashes[i]!, root)
  return Buffer.from(root, 'latin1')
}

export function encodeFrontier(frontier: Frontier): Uint8Array {
  return Buffer.from(frontier.hashes.join(''), 'latin1')
}

/** undefined where the bytes are not a frontier of that size. */
export function decodeFrontier(size: number, bytes: Uint8Array): Frontier | undefined {
  if (!Number.isSafeInteger(size) || size < 0 || bytes.length !== onesIn(size) * HASH_BYTES) return undefined
  const text = Buffer.from(bytes).toString('latin1')
  const hashes: Digest[] = []
  for (let at = 0; at < text.length; at += HASH_BYTES) hashes.push(text.slice(at, at + HASH_BYTES))
  return { size, hashes }
}

function onesIn(size: number): number {
  let ones = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2
  assert(ones <= 53, 'a size is a safe integer')
  return ones
}
