import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { predictVertical, verticalMomentsInto, verticalMotion } from './vertical-imm.ts'
import type { VerticalModel } from './vertical-imm.ts'
import { VERTICAL_WORK, updateClimb, updateVertical, verticalDistance, verticalInnovations, verticalLikelihood } from './vertical-update.ts'

const climb: VerticalModel = { kind: 'climb', psd: 0.3, birthWeight: 1, birthRateSigmaMps: 1, entryVariance: 0 }
const height = fc.record({
  u: fc.double({ min: 0, max: 500, noNaN: true }),
  v: fc.double({ min: -5, max: 5, noNaN: true }),
  p: fc.double({ min: 1, max: 100, noNaN: true }),
  q: fc.double({ min: 0.1, max: 9, noNaN: true }),
  rho: fc.double({ min: -0.9, max: 0.9, noNaN: true }),
})
const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-9 * (1 + Math.abs(b)), `${a} ${b}`)

test('prediction of one climbing model is the constant-velocity filter’s', () => {
  const dt = 0.8
  const motion = verticalMotion(1, new Float64Array([0]), dt)
  fc.assert(
    fc.property(height, ({ u, v, p, q, rho }) => {
      const c = rho * Math.sqrt(p * q)
      const block = Float64Array.of(u, v, p, c, q)
      predictVertical([climb], block, 0, Float64Array.of(1), 0, motion)
      const expected = [u + dt * v, v, p + 2 * dt * c + dt * dt * q + (0.3 * dt ** 3) / 3, c + dt * q + (0.3 * dt ** 2) / 2, q + 0.3 * dt]
      for (const [i, e] of expected.entries()) near(block[i]!, e)
    }),
    { seed: 1, numRuns: 200 },
  )
})

test('an update by one certain detection is the Kalman filter’s, also when late; candidates without height change nothing', () => {
  fc.assert(
    fc.property(height, fc.double({ min: -30, max: 30, noNaN: true }), fc.constantFrom(0, -2), ({ u, v, p, q, rho }, n, tau) => {
      const c = rho * Math.sqrt(p * q)
      const h = 0.5
      const r = 4
      const s = h * h * (p + 2 * tau * c + tau * tau * q) + r
      const k0 = (h * (p + tau * c)) / s
      const k1 = (h * (c + tau * q)) / s
      const block = Float64Array.of(u, v, p, c, q)
      const work = new Float64Array(VERTICAL_WORK)
      verticalInnovations(block, 0, 1, u + tau * v, h, r, tau, work, 0)
      near(verticalDistance(work, 0, 1, n), (n * n) / s)
      const likelihood = new Float64Array(1)
      const mean = verticalLikelihood(work, 0, 1, Float64Array.of(1), 0, likelihood, 0)
      const update = (nz: number) =>
        updateVertical(
          block,
          0,
          Float64Array.of(1),
          0,
          1,
          h,
          tau,
          work,
          0,
          { nz: Float64Array.of(nz), likelihood, meanLikelihood: Float64Array.of(mean), marginal: Float64Array.of(1) },
          0,
          1,
          0,
        )
      update(NaN)
      assert.deepEqual(Array.from(block), [u, v, p, c, q])
      update(n)
      for (const [i, e] of [u + k0 * n, v + k1 * n, p - k0 * k0 * s, c - k0 * k1 * s, q - k1 * k1 * s].entries()) near(block[i]!, e)
    }),
    { seed: 2, numRuns: 200 },
  )
})

test('a measured climb rate is taken as a scalar measurement of it', () => {
  const block = Float64Array.of(100, 1, 25, 3, 4)
  updateClimb(block, 0, Float64Array.of(1), 0, 1, 3, 1)
  for (const [i, e] of [100 + (3 / 5) * 2, 1 + (4 / 5) * 2, 25 - 9 / 5, 3 - 12 / 5, 4 - 16 / 5].entries()) near(block[i]!, e)
  const moments = new Float64Array(4)
  verticalMomentsInto(Float64Array.of(0, 0, 1, 0, 1, 10, 2, 1, 0, 1), 0, Float64Array.of(0.5, 0.5), 0, 2, moments, 0)
  assert.deepEqual(Array.from(moments), [5, 1, 26, 2])
})
