import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { HALF_PI, PI, TWO_PI, acos, asin, atan, atan2, cos, exp, hypot2, hypot3, log, sin, tan, wrapPi, wrapTwoPi } from './elementary.ts'

/** Distance in units in the last place of `truth`. */
function ulps(value: number, truth: number): number {
  if (Object.is(value, truth) || value === truth) return 0
  const a = Math.abs(truth)
  const unit = a < 2.3e-308 ? 5e-324 : 2 ** (Math.floor(Math.log2(a)) - 52)
  return Math.abs(value - truth) / unit
}

/* Slow truth: Taylor series on integers scaled by 2^200, exact to 60 decimals. */
const SCALE = 200n
const ONE = 1n << SCALE
function toFixed(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, Math.abs(x))
  const bits = view.getBigUint64(0)
  const exponent = Number(bits >> 52n)
  const mantissa = (bits & ((1n << 52n) - 1n)) | (exponent === 0 ? 0n : 1n << 52n)
  const shift = BigInt(Math.max(1, exponent) - 1075) + SCALE
  const value = shift >= 0n ? mantissa << shift : mantissa >> -shift
  return x < 0 ? -value : value
}
function fromFixed(x: bigint): number {
  const negative = x < 0n
  const a = negative ? -x : x
  if (a === 0n) return 0
  const drop = BigInt(Math.max(0, a.toString(2).length - 53))
  const rounded = drop > 0n ? (a + (1n << (drop - 1n))) >> drop : a
  const value = Number(rounded) * 2 ** Number(drop - SCALE)
  return negative ? -value : value
}
function sinFixed(x: bigint): bigint {
  let term = x
  let sum = x
  for (let k = 1n; term !== 0n; k++) {
    term = (-((term * x) >> SCALE) * x) >> SCALE
    term /= 2n * k * (2n * k + 1n)
    sum += term
  }
  return sum
}
function expFixed(x: bigint): bigint {
  let term = ONE
  let sum = ONE
  for (let k = 1n; term !== 0n && k < 500n; k++) {
    term = ((term * x) >> SCALE) / k
    sum += term
  }
  return sum
}

test('sine agrees with a 60-decimal series within 1 ulp', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -8, max: 8, noNaN: true }),
      (x) => ulps(sin(x), fromFixed(sinFixed(toFixed(x)))) <= (Math.abs(x) < 1e-30 ? Infinity : 1),
    ),
    { seed: 1, numRuns: 2000 },
  )
})

test('exponential agrees with a 60-decimal series within 1 ulp', () => {
  fc.assert(
    fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (x) => ulps(exp(x), fromFixed(expFixed(toFixed(x)))) <= 1),
    { seed: 2, numRuns: 2000 },
  )
})

test('every function is within 2 ulp of the engine’s own over its range', () => {
  const cases: [string, (x: number) => number, (x: number) => number, number, number, number][] = [
    ['sin', sin, Math.sin, -1e6, 1e6, 2],
    ['cos', cos, Math.cos, -1e6, 1e6, 2],
    ['sin near', sin, Math.sin, -7, 7, 2],
    ['cos near', cos, Math.cos, -7, 7, 2],
    ['tan', tan, Math.tan, -7, 7, 3],
    ['asin', asin, Math.asin, -1, 1, 2],
    ['acos', acos, Math.acos, -1, 1, 2],
    ['atan', atan, Math.atan, -10, 10, 2],
    ['atan far', atan, Math.atan, -1e9, 1e9, 2],
    ['exp', exp, Math.exp, -740, 709.7, 2],
    ['log', log, Math.log, 0, 10, 2],
    ['log far', log, Math.log, 0, 1e300, 2],
  ]
  for (const [name, ours, theirs, min, max, limit] of cases) {
    fc.assert(
      fc.property(fc.double({ min, max, noNaN: true }), fc.integer({ min: 0, max: 1000000 }), (drawn, step) => {
        for (const x of [drawn, min + ((max - min) * step) / 1000000]) {
          const off = ulps(ours(x), theirs(x))
          assert.ok(off <= limit, `${name}(${x}) = ${ours(x)}, expected ${theirs(x)}: ${off} ulp`)
        }
      }),
      { seed: 3, numRuns: 4000 },
    )
  }
})

test('atan2 is within 2 ulp in every quadrant and right on the axes', () => {
  const coordinate = fc.double({ min: -1e5, max: 1e5, noNaN: true })
  fc.assert(
    fc.property(coordinate, coordinate, (y, x) => ulps(atan2(y, x), Math.atan2(y, x)) <= 2),
    { seed: 4, numRuns: 5000 },
  )
  const special = [0, -0, 1, -1, Infinity, -Infinity, NaN, 1e-300, 1e300]
  for (const y of special)
    for (const x of special) assert.ok(Object.is(atan2(y, x), Math.atan2(y, x)) || ulps(atan2(y, x), Math.atan2(y, x)) <= 1, `${y} ${x}`)
})

test('published values: sin 1, cos 1, tan 1, exp 1, log 2, log 10, atan 1, asin 0.6', () => {
  // Abramowitz and Stegun, tables 1.1, 4.6 and 4.14.
  const table: [number, number][] = [
    [sin(1), 0.8414709848078965],
    [cos(1), 0.5403023058681398],
    [tan(1), 1.5574077246549023],
    [exp(1), 2.718281828459045],
    [log(2), 0.6931471805599453],
    [log(10), 2.302585092994046],
    [atan(1), 0.7853981633974483],
    [asin(0.6), 0.6435011087932844],
    [acos(0.6), 0.9272952180016122],
  ]
  for (const [ours, truth] of table) assert.ok(ulps(ours, truth) <= 1, `${ours} ${truth}`)
})

test('ends of the ranges', () => {
  assert.equal(exp(-Infinity), 0)
  assert.equal(exp(710), Infinity)
  assert.equal(exp(0), 1)
  assert.ok(exp(-745) > 0 && exp(-746) === 0)
  assert.equal(log(0), -Infinity)
  assert.ok(
    Number.isNaN(log(-1)) && Number.isNaN(sin(Infinity)) && Number.isNaN(cos(NaN)) && Number.isNaN(asin(1.1)) && Number.isNaN(exp(NaN)),
  )
  assert.equal(log(5e-324), Math.log(5e-324))
  assert.equal(log(Infinity), Infinity)
  assert.equal(atan(Infinity), HALF_PI)
  assert.equal(acos(1), 0)
  assert.equal(acos(-1), PI)
  assert.equal(asin(1), HALF_PI)
})

test('wrapped angles differ by whole turns and lie in their interval', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), (a) => {
      const p = wrapPi(a)
      const q = wrapTwoPi(a)
      assert.ok(p >= -PI && p < PI && q >= 0 && q < TWO_PI)
      for (const b of [p, q]) assert.ok(Math.abs((a - b) / TWO_PI - Math.round((a - b) / TWO_PI)) < 1e-9)
    }),
    { seed: 5, numRuns: 2000 },
  )
  assert.equal(wrapPi(PI), -PI)
  assert.equal(wrapTwoPi(TWO_PI), 0)
  assert.equal(wrapTwoPi(-1e-20), 0)
})

test('lengths', () => {
  assert.equal(hypot2(3, -4), 5)
  assert.equal(hypot3(2, -3, 6), 7)
})
