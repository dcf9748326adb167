import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { layRoute, routeDurationS, routePlaceInto, type Corner } from './route.ts'

const corner = fc.record({
  e: fc.integer({ min: -9000, max: 9000 }),
  n: fc.integer({ min: -9000, max: 9000 }),
  h: fc.integer({ min: 0, max: 500 }),
  speedMps: fc.integer({ min: 3, max: 90 }),
  waitS: fc.constantFrom(0, 0, 0, 12),
})

test('a route begins and ends at its corners, never leaps, and never flies faster than its legs', () => {
  fc.assert(
    fc.property(fc.array(corner, { minLength: 2, maxLength: 8 }), fc.constantFrom(0, 50, 400), (corners: Corner[], radiusM) => {
      const pieces = layRoute(corners, radiusM)
      fc.pre(pieces.length > 0)
      const duration = routeDurationS(pieces)
      const at = (afterS: number) => {
        const out = new Float64Array(3)
        routePlaceInto(pieces, afterS, out)
        return out
      }
      const gap = (a: Float64Array, b: { e: number; n: number; h: number }) => Math.hypot(a[0]! - b.e, a[1]! - b.n, a[2]! - b.h)
      assert(gap(at(-5), corners[0]!) < 1e-6)
      assert(gap(at(duration + 5), corners.at(-1)!) < 1e-6)
      const fastest = Math.max(...corners.map(({ speedMps }) => speedMps))
      const stepS = Math.max(duration / 400, 1e-3)
      for (let afterS = 0; afterS < duration; afterS += stepS) {
        const [a, b] = [at(afterS), at(afterS + stepS)]
        const horizontal = Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!)
        assert(horizontal <= fastest * stepS * 1.000001 + 1e-6, `${horizontal} m in ${stepS} s at ${fastest} m/s`)
      }
    }),
    { numRuns: 60 },
  )
})

test('a right angle flown with 100 m radius is the quarter circle that geometry gives', () => {
  const pieces = layRoute(
    [
      { e: 0, n: 0, h: 50, speedMps: 10, waitS: 0 },
      { e: 1000, n: 0, h: 50, speedMps: 10, waitS: 0 },
      { e: 1000, n: 1000, h: 50, speedMps: 10, waitS: 0 },
    ],
    100,
  )
  assert.deepEqual(
    pieces.map(({ kind }) => kind),
    ['line', 'arc', 'line'],
  )
  assert(Math.abs(routeDurationS(pieces) - (900 + 50 * Math.PI + 900) / 10) < 1e-9)
  const out = new Float64Array(3)
  routePlaceInto(pieces, 90 + 2.5 * Math.PI, out)
  assert(Math.hypot(out[0]! - (900 + 100 * Math.SQRT1_2), out[1]! - (100 - 100 * Math.SQRT1_2)) < 1e-9)
})
