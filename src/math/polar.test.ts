import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cellFrame, sensorRotation } from './geodesy.ts'
import { normalCdf } from './normal.ts'
import { fromPolarInto, polarInto } from './polar.ts'

const rotation = sensorRotation(cellFrame(0.44, 0.9, 0), 0.45, 0.893)
const coordinate = fc.double({ min: -20000, max: 20000, noNaN: true })
const place = fc.tuple(coordinate, coordinate, fc.double({ min: -100, max: 9000, noNaN: true })).filter(([e, n]) => Math.hypot(e, n) > 200)

test('gradients agree with differences, and the way back leads to the same point', () => {
  fc.assert(
    fc.property(place, ([e, n, u]) => {
      const at = new Float64Array(12)
      polarInto(rotation, e, n, u, at)
      const h = 0.01
      for (const [axis, [de, dn, du]] of [
        [h, 0, 0],
        [0, h, 0],
        [0, 0, h],
      ].entries()) {
        const plus = new Float64Array(12)
        const minus = new Float64Array(12)
        polarInto(rotation, e + de!, n + dn!, u + du!, plus)
        polarInto(rotation, e - de!, n - dn!, u - du!, minus)
        for (let c = 0; c < 3; c++) {
          const turn = plus[c]! - minus[c]!
          const slope = (c === 1 ? turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI)) : turn) / (2 * h)
          assert.ok(
            Math.abs(at[3 + 3 * c + axis]! - slope) < 1e-6 * (c === 0 ? 1 : 0.1),
            `coordinate ${c}, axis ${axis}: ${at[3 + 3 * c + axis]} ${slope}`,
          )
        }
      }
      const back = new Float64Array(3)
      fromPolarInto(rotation, at[0]!, at[1]!, at[2]!, back)
      assert.ok(Math.hypot(back[0]! - e, back[1]! - n, back[2]! - u) < 1e-3)
    }),
    { seed: 1, numRuns: 300 },
  )
})

test('the normal distribution function agrees with its integral', () => {
  for (let x = -4; x <= 4; x += 0.37) {
    let sum = 0
    const steps = 4000
    const h = (x + 9) / steps
    for (let i = 0; i < steps; i++) {
      const a = -9 + i * h
      const f = (t: number) => Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI)
      sum += ((f(a) + 4 * f(a + h / 2) + f(a + h)) * h) / 6
    }
    assert.ok(Math.abs(normalCdf(x) - sum) < 2e-7, `${x}: ${normalCdf(x)} ${sum}`)
  }
})
