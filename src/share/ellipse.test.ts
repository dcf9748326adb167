import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { covarianceEllipse } from './ellipse.ts'

test('axes and bearing are those that a search over all directions finds', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.5, max: 500, noNaN: true }),
      fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      fc.double({ min: 0, max: Math.PI, maxExcluded: true, noNaN: true }),
      (majorM, ratio, bearingRad) => {
        const minorM = majorM * ratio
        const [s, c] = [Math.sin(bearingRad), Math.cos(bearingRad)]
        const ee = majorM ** 2 * s * s + minorM ** 2 * c * c
        const nn = majorM ** 2 * c * c + minorM ** 2 * s * s
        const en = (majorM ** 2 - minorM ** 2) * s * c
        // Variance along each direction; the greatest lies on the major axis.
        let best = { variance: -1, bearing: 0 }
        let least = Number.POSITIVE_INFINITY
        for (let i = 0; i < 1800; i++) {
          const bearing = (i * Math.PI) / 1800
          const variance = ee * Math.sin(bearing) ** 2 + 2 * en * Math.sin(bearing) * Math.cos(bearing) + nn * Math.cos(bearing) ** 2
          if (variance > best.variance) best = { variance, bearing }
          least = Math.min(least, variance)
        }
        const found = covarianceEllipse(ee, en, nn)
        assert.ok(Math.abs(found.majorM - Math.sqrt(best.variance)) < 1e-4 * majorM, `major ${found.majorM}`)
        assert.ok(Math.abs(found.minorM - Math.sqrt(least)) < 1e-4 * majorM, `minor ${found.minorM}`)
        const off = Math.abs(found.bearingRad - best.bearing)
        assert.ok(Math.min(off, Math.PI - off) < 0.003, `bearing ${found.bearingRad} against ${best.bearing}`)
        assert.ok(found.bearingRad >= 0 && found.bearingRad < Math.PI)
      },
    ),
    { numRuns: 200 },
  )
})

test('known ellipses', () => {
  assert.deepEqual(covarianceEllipse(9, 0, 9), { majorM: 3, minorM: 3, bearingRad: 0 })
  assert.deepEqual(covarianceEllipse(4, 0, 25), { majorM: 5, minorM: 2, bearingRad: 0 })
  const eastward = covarianceEllipse(25, 0, 4)
  assert.deepEqual([eastward.majorM, eastward.minorM], [5, 2])
  assert.ok(Math.abs(eastward.bearingRad - Math.PI / 2) < 1e-12)
  // Rounding may leave a matrix slightly indefinite: an axis of 0, never NaN.
  assert.equal(covarianceEllipse(1, 1.0000001, 1).minorM, 0)
})
