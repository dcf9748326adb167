import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RAD_PER_DEG } from './place.ts'
import { gridConvergenceRad, parseUtmZone, utmToGeodetic, utmZoneOf } from './utm.ts'

/** [longitude, latitude, zone, south, easting, northing], computed with proj4js 2.22.0. */
const PROJ4: readonly (readonly [number, number, number, boolean, number, number])[] = [
  [51.49, 25.42, 39, false, 549276.7299, 2811545.5168],
  [54.0001, 24.1, 39, false, 805000.6772, 2668560.601],
  [48.2, -33.5, 39, true, 239880.1814, 6289771.0227],
  [0.5, 60.9, 31, false, 364383.2236, 6754234.8138],
  [-79.4, 43.6, 17, false, 629138.0942, 4828690.908],
  [51, 79.5, 39, false, 500000, 8825779.033],
]

test('places come out where proj4 has them, within its printed tenth of a millimetre', () => {
  for (const [lonDeg, latDeg, number, south, eastingM, northingM] of PROJ4) {
    const place = utmToGeodetic({ number, south }, eastingM, northingM)
    assert.ok(place !== undefined)
    assert.ok(Math.abs(place.latRad - latDeg * RAD_PER_DEG) * 6.4e6 < 2e-4, `${place.latRad / RAD_PER_DEG} ${latDeg}`)
    assert.ok(Math.abs(place.lonRad - lonDeg * RAD_PER_DEG) * 6.4e6 < 2e-4, `${place.lonRad / RAD_PER_DEG} ${lonDeg}`)
  }
})

test('grid north is where a step along the grid goes', () => {
  for (const [lonDeg, latDeg, number, south, eastingM, northingM] of PROJ4) {
    const a = utmToGeodetic({ number, south }, eastingM, northingM - 50)
    const b = utmToGeodetic({ number, south }, eastingM, northingM + 50)
    assert.ok(a !== undefined && b !== undefined)
    const latRad = latDeg * RAD_PER_DEG
    // Radii of curvature on the ellipsoid turn the two angles into lengths.
    const w = 1 - 0.00669437999 * Math.sin(latRad) ** 2
    const azimuthRad = Math.atan2((b.lonRad - a.lonRad) * Math.cos(latRad), ((b.latRad - a.latRad) * (1 - 0.00669437999)) / w)
    assert.ok(Math.abs(azimuthRad - gridConvergenceRad({ number, south }, latRad, lonDeg * RAD_PER_DEG)) < 2e-5)
  }
})

test('zones as people write them', () => {
  const north = 25 * RAD_PER_DEG
  assert.deepEqual(parseUtmZone('39R', north), { number: 39, south: false })
  assert.deepEqual(parseUtmZone(' 30 u ', north), { number: 30, south: false })
  assert.deepEqual(parseUtmZone('39S', north), { number: 39, south: false })
  assert.deepEqual(parseUtmZone('56S', -north), { number: 56, south: true })
  assert.deepEqual(parseUtmZone('56H', north), { number: 56, south: true })
  for (const none of ['', undefined, '0R', '61R', 'R39', '39I', '39O', '39RR']) assert.equal(parseUtmZone(none, north), undefined)
  assert.deepEqual(utmZoneOf(north, 51.5 * RAD_PER_DEG), { number: 39, south: false })
  assert.deepEqual(utmZoneOf(-north, -180 * RAD_PER_DEG), { number: 1, south: true })
  assert.equal(utmToGeodetic({ number: 39, south: false }, -1, 0), undefined)
})
