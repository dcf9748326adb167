import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mixPlanar, planarMomentsInto, planarMotion, predictPlanar } from './planar-imm.ts'
import type { PlanarModel } from './planar-imm.ts'
import { MODEL_WORK, planarDistance, planarInnovations, planarLikelihood, updatePlanar, updatePlanarScalar } from './planar-update.ts'

type Matrix = number[][]
const mul = (a: Matrix, b: Matrix): Matrix => a.map((row) => b[0]!.map((_, j) => row.reduce((s, v, k) => s + v * b[k]![j]!, 0)))
const transpose = (a: Matrix): Matrix => a[0]!.map((_, j) => a.map((row) => row[j]!))
const add = (a: Matrix, b: Matrix, f = 1): Matrix => a.map((row, i) => row.map((v, j) => v + f * b[i]![j]!))
const inverse2 = (m: Matrix): Matrix => {
  const [a, b, c, d] = m.flat()
  const det = a! * d! - b! * c!
  return [
    [d! / det, -b! / det],
    [-c! / det, a! / det],
  ]
}

/** Block -> mean and full 4x4 covariance, the obvious way. */
function unpack(b: ArrayLike<number>, at = 0): { x: Matrix; P: Matrix } {
  const k = (i: number) => b[at + i]!
  return {
    x: [[k(0)], [k(1)], [k(2)], [k(3)]],
    P: [
      [k(4), k(5), k(7), k(8)],
      [k(5), k(6), k(9), k(10)],
      [k(7), k(9), k(11), k(12)],
      [k(8), k(10), k(12), k(13)],
    ],
  }
}

function close(actual: Matrix, expected: Matrix, tolerance: number, what: string): void {
  for (const [i, row] of expected.entries())
    for (const [j, v] of row.entries())
      assert.ok(Math.abs(actual[i]![j]! - v) <= tolerance * (1 + Math.abs(v)), `${what}[${i}][${j}] ${actual[i]![j]} ${v}`)
}

/** A random positive definite block. */
const block = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 20, maxLength: 20 }).map((n) => {
  const A: Matrix = [0, 1, 2, 3].map((i) => n.slice(4 * i, 4 * i + 4))
  const P = add(mul(A, transpose(A)), [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 0.5, 0],
    [0, 0, 0, 0.5],
  ])
  return [
    100 * n[16]!,
    100 * n[17]!,
    10 * n[18]!,
    10 * n[19]!,
    P[0]![0]!,
    P[0]![1]!,
    P[1]![1]!,
    P[0]![2]!,
    P[0]![3]!,
    P[1]![2]!,
    P[1]![3]!,
    P[2]![2]!,
    P[2]![3]!,
    P[3]![3]!,
  ]
})

const straight: PlanarModel = { kind: 'straight', turnRadps: 0, alongPsd: 2, acrossPsd: 2, birthWeight: 1, birthSpeedSigmaMps: 1 }
const turning: PlanarModel = { ...straight, kind: 'turn', turnRadps: 0.2 }
const hovering: PlanarModel = { ...straight, kind: 'hover' }

test('prediction agrees with F P F′ + Q written out', () => {
  const dt = 0.7
  const w = 0.2
  const F: Record<string, Matrix> = {
    straight: [
      [1, 0, dt, 0],
      [0, 1, 0, dt],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ],
    turn: [
      [1, 0, Math.sin(w * dt) / w, -(1 - Math.cos(w * dt)) / w],
      [0, 1, (1 - Math.cos(w * dt)) / w, Math.sin(w * dt) / w],
      [0, 0, Math.cos(w * dt), -Math.sin(w * dt)],
      [0, 0, Math.sin(w * dt), Math.cos(w * dt)],
    ],
    hover: [
      [1, 0, 1 - Math.exp(-dt), 0],
      [0, 1, 0, 1 - Math.exp(-dt)],
      [0, 0, Math.exp(-dt), 0],
      [0, 0, 0, Math.exp(-dt)],
    ],
  }
  const q = [dt ** 3 / 3, dt ** 2 / 2, dt].map((v) => 2 * v)
  const Q = [
    [q[0]!, 0, q[1]!, 0],
    [0, q[0]!, 0, q[1]!],
    [q[1]!, 0, q[2]!, 0],
    [0, q[1]!, 0, q[2]!],
  ]
  for (const model of [straight, turning, hovering]) {
    const motion = planarMotion([model], new Float64Array([0]), dt)
    fc.assert(
      fc.property(block, (values) => {
        const { x, P } = unpack(values)
        const moved = Float64Array.from(values)
        predictPlanar(moved, 0, motion)
        const f = F[model.kind]!
        const got = unpack(moved)
        close(got.x, mul(f, x), 1e-9, `${model.kind} x`)
        close(got.P, add(mul(mul(f, P), transpose(f)), Q), 1e-9, `${model.kind} P`)
      }),
      { seed: 1, numRuns: 200 },
    )
  }
})

test('mixing keeps the mean and covariance over all models, and the probabilities sum to 1', () => {
  const rates = new Float64Array([-0.3, 0.3, 0.4, -0.4])
  const motion = planarMotion([straight, turning], rates, 0.5)
  fc.assert(
    fc.property(block, block, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (a, b, w) => {
      const blocks = Float64Array.from([...a, ...b])
      const weights = Float64Array.from([w, 1 - w])
      const before = new Float64Array(10)
      const after = new Float64Array(10)
      planarMomentsInto(blocks, 0, weights, 0, 2, before, 0)
      mixPlanar(blocks, 0, weights, 0, motion)
      planarMomentsInto(blocks, 0, weights, 0, 2, after, 0)
      assert.ok(Math.abs(weights[0]! + weights[1]! - 1) < 1e-12)
      for (let i = 0; i < 10; i++)
        assert.ok(Math.abs(before[i]! - after[i]!) < 1e-6 * (1 + Math.abs(before[i]!)), `${i}: ${before[i]} ${after[i]}`)
    }),
    { seed: 2, numRuns: 200 },
  )
})

test('an update by one certain detection is the Kalman filter’s, also when the detection is late', () => {
  const geometry = { h00: 0.8, h01: 0.6, h10: -0.3, h11: 0.9, r0: 4, r1: 2, tauS: 0 }
  fc.assert(
    fc.property(
      block,
      fc.double({ min: -20, max: 20, noNaN: true }),
      fc.double({ min: -20, max: 20, noNaN: true }),
      fc.constantFrom(0, -0.5, -3),
      (values, n0, n1, tauS) => {
        const g = { ...geometry, tauS }
        const { x, P } = unpack(values)
        const H = [
          [g.h00, g.h01, g.h00 * tauS, g.h01 * tauS],
          [g.h10, g.h11, g.h10 * tauS, g.h11 * tauS],
        ]
        const S = add(mul(mul(H, P), transpose(H)), [
          [g.r0, 0],
          [0, g.r1],
        ])
        const K = mul(mul(P, transpose(H)), inverse2(S))
        const expectedX = add(x, mul(K, [[n0], [n1]]))
        const expectedP = add(P, mul(mul(K, S), transpose(K)), -1)
        const blocks = Float64Array.from(values)
        const weights = Float64Array.from([1])
        const work = new Float64Array(MODEL_WORK)
        planarInnovations(blocks, 0, 1, values[0]! + tauS * values[2]!, values[1]! + tauS * values[3]!, g, work, 0)
        const likelihood = new Float64Array(1)
        const d2 = planarDistance(work, 0, 1, n0, n1)
        const mean = planarLikelihood(work, 0, 1, weights, 0, d2, likelihood, 0)
        const Si = inverse2(S)
        const slowD2 = n0 * (Si[0]![0]! * n0 + Si[0]![1]! * n1) + n1 * (Si[1]![0]! * n0 + Si[1]![1]! * n1)
        assert.ok(Math.abs(d2 - slowD2) < 1e-8 * (1 + slowD2))
        updatePlanar(
          blocks,
          0,
          weights,
          0,
          1,
          g,
          work,
          0,
          {
            n0: Float64Array.of(n0),
            n1: Float64Array.of(n1),
            likelihood,
            meanLikelihood: Float64Array.of(mean),
            marginal: Float64Array.of(1),
          },
          0,
          1,
          0,
        )
        const got = unpack(blocks)
        close(got.x, expectedX, 1e-7, 'x')
        close(got.P, expectedP, 1e-7, 'P')
      },
    ),
    { seed: 3, numRuns: 300 },
  )
})

test('an update by several detections is the mixture of the updates by each', () => {
  const g = { h00: 1, h01: 0, h10: 0, h11: 1, r0: 9, r1: 4, tauS: 0 }
  fc.assert(
    fc.property(
      block,
      fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 4, maxLength: 4 }),
      (values, [a0 = 0, a1 = 0, b0 = 0, b1 = 0]) => {
        const share = [0.2, 0.5, 0.3]
        const { x, P } = unpack(values)
        const H = [
          [1, 0, 0, 0],
          [0, 1, 0, 0],
        ]
        const S = add(mul(mul(H, P), transpose(H)), [
          [9, 0],
          [0, 4],
        ])
        const K = mul(mul(P, transpose(H)), inverse2(S))
        const updated = add(P, mul(mul(K, S), transpose(K)), -1)
        const parts = [
          { w: share[0]!, x, P },
          { w: share[1]!, x: add(x, mul(K, [[a0], [a1]])), P: updated },
          { w: share[2]!, x: add(x, mul(K, [[b0], [b1]])), P: updated },
        ]
        const mean = parts.reduce((m, p) => add(m, p.x, p.w), [[0], [0], [0], [0]] as Matrix)
        const covariance = parts.reduce(
          (c, p) => add(c, add(p.P, mul(add(p.x, mean, -1), transpose(add(p.x, mean, -1)))), p.w),
          [0, 1, 2, 3].map(() => [0, 0, 0, 0]),
        )
        const blocks = Float64Array.from(values)
        const work = new Float64Array(MODEL_WORK)
        planarInnovations(blocks, 0, 1, values[0]!, values[1]!, g, work, 0)
        const even = Float64Array.of(1, 1)
        updatePlanar(
          blocks,
          0,
          Float64Array.of(1),
          0,
          1,
          g,
          work,
          0,
          {
            n0: Float64Array.of(a0, b0),
            n1: Float64Array.of(a1, b1),
            likelihood: even,
            meanLikelihood: even,
            marginal: Float64Array.of(share[1]!, share[2]!),
          },
          0,
          2,
          share[0]!,
        )
        const got = unpack(blocks)
        close(got.x, mean, 1e-8, 'x')
        close(got.P, covariance, 1e-8, 'P')
      },
    ),
    { seed: 4, numRuns: 200 },
  )
})

test('a scalar update is the Kalman filter’s', () => {
  fc.assert(
    fc.property(block, fc.double({ min: -5, max: 5, noNaN: true }), (values, z) => {
      const h = [0.3, -0.2, 0.9, 0.4]
      const { x, P } = unpack(values)
      const H = [h]
      const s = mul(mul(H, P), transpose(H))[0]![0]! + 2
      const K = mul(P, transpose(H)).map(([v]) => [v! / s])
      const blocks = Float64Array.from(values)
      updatePlanarScalar(blocks, 0, Float64Array.of(1), 0, 1, 0.3, -0.2, 0.9, 0.4, 2, z, values[0]!, values[1]!, values[2]!, values[3]!)
      const got = unpack(blocks)
      close(
        got.x,
        add(
          x,
          K.map(([k]) => [k! * z]),
        ),
        1e-9,
        'x',
      )
      close(got.P, add(P, mul(K, transpose(K)), -s), 1e-8, 'P')
    }),
    { seed: 5, numRuns: 200 },
  )
})
