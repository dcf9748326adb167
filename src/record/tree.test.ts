import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeFrontier, EMPTY_FRONTIER, encodeFrontier, leafHash, rootOf, withLeaves } from './tree.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const prefixed = (leaf: Uint8Array) => new Uint8Array([0, ...leaf])

/**
 * Published vectors: the tree hashes of the eight inputs of the Certificate Transparency reference tests
 * (google/certificate-transparency, merkletree/merkle_tree_test.cc, "kSHA256Roots").
 */
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test('the published tree hashes come out', () => {
  assert.equal(hex(rootOf(EMPTY_FRONTIER)), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  let frontier = EMPTY_FRONTIER
  for (const [i, input] of INPUTS.entries()) {
    frontier = withLeaves(frontier, [leafHash(prefixed(Buffer.from(input, 'hex')))])
    assert.equal(hex(rootOf(frontier)), ROOTS[i], `${i + 1} leaves`)
  }
})

/** RFC 6962, section 2.1, word for word: slow, obvious, recursive. */
function mth(leaves: readonly Uint8Array[]): Buffer {
  const sha = (...parts: Uint8Array[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
  if (leaves.length === 0) return sha()
  if (leaves.length === 1) return sha(Buffer.from([0]), leaves[0]!)
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return sha(Buffer.from([1]), mth(leaves.slice(0, k)), mth(leaves.slice(k)))
}

test('however the leaves come in, the tree is that of the definition', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 80 }), fc.array(fc.nat(20), { maxLength: 8 }), (leaves, cuts) => {
      let frontier = EMPTY_FRONTIER
      let from = 0
      for (const length of [...cuts, leaves.length]) {
        frontier = withLeaves(
          frontier,
          leaves.slice(from, from + length).map((leaf) => leafHash(prefixed(leaf))),
        )
        from += length
      }
      assert.equal(frontier.size, leaves.length)
      assert.equal(hex(rootOf(frontier)), mth(leaves).toString('hex'))
    }),
  )
})

test('a frontier is kept as bytes and taken up again; of another length it is none', () => {
  for (const size of [0, 1, 2, 3, 7, 8, 100]) {
    const frontier = withLeaves(
      EMPTY_FRONTIER,
      Array.from({ length: size }, (_, i) => leafHash(prefixed(Buffer.from([i])))),
    )
    const bytes = encodeFrontier(frontier)
    const again = decodeFrontier(size, bytes)
    assert.ok(again)
    assert.equal(hex(rootOf(again)), hex(rootOf(frontier)))
    const more = leafHash(prefixed(Buffer.from('next')))
    assert.equal(hex(rootOf(withLeaves(again, [more]))), hex(rootOf(withLeaves(frontier, [more]))))
    assert.equal(decodeFrontier(size, new Uint8Array(bytes.length + 32)), undefined)
  }
})
