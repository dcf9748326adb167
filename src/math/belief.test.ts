import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { associateByBelief } from './belief.ts'
import type { BeliefWork } from './belief.ts'

function workOf(rows: readonly (readonly [number, number][])[], detections: number): { work: BeliefWork; pairs: number } {
  const all = rows.flat()
  const f = () => new Float64Array(all.length + 1)
  const work: BeliefWork = {
    pairStart: new Int32Array(rows.length + 1),
    ratio: f(),
    detection: new Int32Array(all.length + 1),
    toTrack: f(),
    toDetection: f(),
    marginal: f(),
    explained: new Float64Array(detections + 1),
    missed: new Float64Array(rows.length + 1),
  }
  let p = 0
  for (const [t, row] of rows.entries()) {
    work.pairStart[t] = p
    for (const [k, w] of row) {
      work.detection[p] = k
      work.ratio[p++] = w
    }
  }
  work.pairStart[rows.length] = p
  return { work, pairs: p }
}

/** Exact marginals by trying every assignment. */
function exact(rows: readonly (readonly [number, number][])[]): { pair: number[][]; missed: number[] } {
  const pair = rows.map((row) => row.map(() => 0))
  const missed = rows.map(() => 0)
  let total = 0
  const visit = (t: number, used: Set<number>, weight: number, chosen: number[]) => {
    if (t === rows.length) {
      total += weight
      for (const [i, c] of chosen.entries())
        if (c < 0) missed[i]! += weight
        else pair[i]![c]! += weight
      return
    }
    visit(t + 1, used, weight, [...chosen, -1])
    for (const [c, [k, w]] of rows[t]!.entries()) if (!used.has(k)) visit(t + 1, new Set([...used, k]), weight * w, [...chosen, c])
  }
  visit(0, new Set(), 1, [])
  return { pair: pair.map((row) => row.map((v) => v / total)), missed: missed.map((v) => v / total) }
}

const rowsOf = fc.array(
  fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.double({ min: 0.01, max: 50, noNaN: true })), {
    selector: ([k]) => k,
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 5 },
)

test('marginals agree with those of all assignments: closely where tracks form no ring, roughly where they do', () => {
  let worst = 0
  fc.assert(
    fc.property(rowsOf, (rows) => {
      const { work, pairs } = workOf(rows, 5)
      associateByBelief(work, rows.length, 5, pairs, 200, 1e-9)
      const truth = exact(rows)
      let p = 0
      for (const [t, row] of rows.entries()) {
        let sum = work.missed[t]!
        for (const [c] of row.entries()) {
          worst = Math.max(worst, Math.abs(work.marginal[p]! - truth.pair[t]![c]!))
          sum += work.marginal[p++]!
        }
        assert.ok(Math.abs(sum - 1) < 1e-9)
      }
    }),
    { seed: 1, numRuns: 500 },
  )
  assert.ok(worst < 0.3, `worst ${worst}`)
})

test('on a chain of tracks it is exact', () => {
  const chain = fc.array(fc.double({ min: 0.01, max: 50, noNaN: true }), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(chain, (w) => {
      const rows: [number, number][][] = [
        [
          [0, w[0]!],
          [1, w[1]!],
        ],
        [
          [1, w[2]!],
          [2, w[3]!],
        ],
        [
          [2, w[4]!],
          [3, w[5]!],
        ],
      ]
      const { work, pairs } = workOf(rows, 4)
      associateByBelief(work, 3, 4, pairs, 500, 1e-12)
      const truth = exact(rows).pair.flat()
      for (let p = 0; p < 6; p++) assert.ok(Math.abs(work.marginal[p]! - truth[p]!) < 1e-6, `${work.marginal[p]} ${truth[p]}`)
    }),
    { seed: 2, numRuns: 300 },
  )
})

test('two tracks that both want one detection do not both get it; a certain pair takes its detection', () => {
  const { work, pairs } = workOf([[[0, 100]], [[0, 100]]], 1)
  associateByBelief(work, 2, 1, pairs, 200, 1e-9)
  assert.ok(work.marginal[0]! + work.marginal[1]! <= 1.0001)
  const certain = workOf(
    [
      [[0, 1e12]],
      [
        [0, 100],
        [1, 5],
      ],
    ],
    2,
  )
  associateByBelief(certain.work, 2, 2, certain.pairs, 200, 1e-9)
  assert.ok(certain.work.marginal[0]! > 0.999999 && certain.work.marginal[1]! < 1e-6)
  assert.ok(Math.abs(certain.work.marginal[2]! - 5 / 6) < 1e-4)
})
