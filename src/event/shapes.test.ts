import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cellFrame, geodeticToEnuInto } from '../math/geodesy.ts'
import { convertFootprint, geoidM, offsetPlace, RAD_PER_DEG } from './convert-shapes.ts'
import { editDistance, nearest } from './event-error.ts'
import { isEventErrors } from './load-event.ts'
import { ringArea, selfCrossing } from './ring-check.ts'
import { loadFiles, SMALL_EVENT } from './testing/small-event.ts'

const DOHA = { latDeg: 25.28, lonDeg: 51.53, altHaeM: 0 }

test('geoid and declination at Doha are those of independent calculators', () => {
  // EGM96 and the World Magnetic Model of November 2026 for Doha: -29.95 m and 2.63 degrees.
  assert(Math.abs(geoidM(25.2854, 51.531) - -29.95) < 0.3)
  const loaded = loadFiles({ 'event.yaml': SMALL_EVENT.replace('demoStart: 2022-11-26T21:50', 'demoStart: 2026-11-21T21:50') })
  assert(!isEventErrors(loaded))
  assert(Math.abs(loaded.event.header.declinationRad / RAD_PER_DEG - 2.63) < 0.02)
  const far = loadFiles({ 'event.yaml': SMALL_EVENT.replace('demoStart: 2022-11-26T21:50', 'demoStart: 2040-11-21T21:50') })
  assert(!isEventErrors(far))
  assert.match(far.warnings.join(), /no magnetic model covers demoStart/)
})

test('a footprint has the size and direction that it was given, in the true frame', () => {
  const frame = cellFrame(DOHA.latDeg * RAD_PER_DEG, DOHA.lonDeg * RAD_PER_DEG, 0)
  const out = new Float64Array(3)
  const local = (ring: { latRad: number; lonRad: number }[]) =>
    ring.map(({ latRad, lonRad }) => {
      geodeticToEnuInto(frame, latRad, lonRad, 0, out)
      return [out[0]!, out[1]!] as const
    })
  fc.assert(
    fc.property(
      fc.double({ min: 20, max: 900, noNaN: true }),
      fc.double({ min: 20, max: 900, noNaN: true }),
      fc.double({ min: 0, max: 360, noNaN: true }),
      fc.boolean(),
      (lengthM, widthM, bearingDeg, round) => {
        const shape = { lengthM, widthM, bearingDeg }
        const ring = local(convertFootprint(round ? { oval: shape } : { rectangle: shape }, DOHA))
        const along = (p: readonly [number, number]) =>
          p[0] * Math.sin(bearingDeg * RAD_PER_DEG) + p[1] * Math.cos(bearingDeg * RAD_PER_DEG)
        const across = (p: readonly [number, number]) =>
          p[0] * Math.cos(bearingDeg * RAD_PER_DEG) - p[1] * Math.sin(bearingDeg * RAD_PER_DEG)
        const extent = (of: (p: readonly [number, number]) => number) => Math.max(...ring.map(of)) - Math.min(...ring.map(of))
        assert(Math.abs(extent(along) - lengthM) < 0.01 + lengthM * 1e-4)
        assert(Math.abs(extent(across) - widthM) < 0.01 + widthM * 1e-4)
      },
    ),
  )
})

test('a star-shaped ring is simple however its corners lie; with two of them swapped it crosses itself', () => {
  const ringOf = (radii: number[]) =>
    radii.map((radius, i) =>
      offsetPlace(DOHA, radius * Math.cos((2 * Math.PI * i) / radii.length), radius * Math.sin((2 * Math.PI * i) / radii.length)),
    )
  fc.assert(
    fc.property(fc.array(fc.double({ min: 50, max: 900, noNaN: true }), { minLength: 5, maxLength: 40 }), (radii) => {
      assert.equal(selfCrossing(ringOf(radii)), undefined)
      assert(ringArea(ringOf(radii)) !== 0)
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 40 }), fc.nat(), (count, seed) => {
      const ring = ringOf(Array.from({ length: count }, () => 500))
      const i = seed % (count - 1)
      ;[ring[i], ring[i + 1]] = [ring[i + 1]!, ring[i]!]
      assert.notEqual(selfCrossing(ring), undefined)
    }),
  )
})

test('the nearest word is the one meant', () => {
  assert.equal(editDistance('kitten', 'sitting'), 3)
  assert.equal(editDistance('', 'abc'), 3)
  assert.equal(nearest('lusial', ['lusail', 'al-bayt', 'stadium-974']), 'lusail')
  assert.equal(nearest('xyz', ['lusail', 'al-bayt']), undefined)
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => assert.equal(editDistance(a, b), editDistance(b, a))),
  )
})
