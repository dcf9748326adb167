import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  WGS84_A_M,
  WGS84_B_M,
  WGS84_E2,
  cellFrame,
  ecefToGeodeticInto,
  enuToGeodeticInto,
  geodeticToEcefInto,
  geodeticToEnuInto,
  sensorRotation,
} from './geodesy.ts'

const DEG = Math.PI / 180
const out = new Float64Array(3)

/** Geodetic to ECEF by a line integral along the meridian instead of a formula: 20,000 Simpson steps of the ellipse's own tangent. */
function slowEcef(latRad: number, lonRad: number, altM: number): [number, number, number] {
  const steps = 20000
  let p = WGS84_A_M
  let z = 0
  // Radius of curvature of the meridian; dp = -M sin(lat) dlat, dz = M cos(lat) dlat.
  const m = (lat: number) => (WGS84_A_M * (1 - WGS84_E2)) / (1 - WGS84_E2 * Math.sin(lat) ** 2) ** 1.5
  const h = latRad / steps
  for (let i = 0; i < steps; i++) {
    const a = i * h
    const at = (f: (lat: number) => number) => ((f(a) + 4 * f(a + h / 2) + f(a + h)) * h) / 6
    p -= at((lat) => m(lat) * Math.sin(lat))
    z += at((lat) => m(lat) * Math.cos(lat))
  }
  p += altM * Math.cos(latRad)
  return [p * Math.cos(lonRad), p * Math.sin(lonRad), z + altM * Math.sin(latRad)]
}

test('published points of the ellipsoid', () => {
  // TR8350.2 table 3.1 and derived constants: semi-axes at equator and poles.
  geodeticToEcefInto(0, 0, 0, out)
  assert.deepEqual(Array.from(out), [6378137, 0, 0])
  geodeticToEcefInto(90 * DEG, 0, 0, out)
  assert.ok(Math.abs(out[2]! - 6356752.3142) < 1e-4 && Math.abs(out[0]!) < 1e-9)
  assert.ok(Math.abs(WGS84_B_M - 6356752.3142) < 1e-4)
  assert.ok(Math.abs(WGS84_E2 - 6.69437999014e-3) < 1e-14)
})

test('published vector: the worked example of the GeographicLib Geocentric manual', () => {
  // CartConvert: 33.3 N 44.4 E 6000 m -> 3816209.60 3737108.55 3485109.57
  geodeticToEcefInto(33.3 * DEG, 44.4 * DEG, 6000, out)
  for (const [i, truth] of [3816209.6, 3737108.55, 3485109.57].entries())
    assert.ok(Math.abs(out[i]! - truth) < 0.0051, `${out[i]} ${truth}`)
  ecefToGeodeticInto(3816209.6, 3737108.55, 3485109.57, out)
  assert.ok(Math.abs(out[0]! / DEG - 33.3) < 1e-7 && Math.abs(out[1]! / DEG - 44.4) < 1e-7 && Math.abs(out[2]! - 6000) < 0.01)
})

test('agrees with the integrated meridian', () => {
  for (const [lat, lon, alt] of [
    [25.4, 51.5, 12],
    [-33.9, 151.2, 4000],
    [71, -25, -30],
  ] as const) {
    geodeticToEcefInto(lat * DEG, lon * DEG, alt, out)
    const slow = slowEcef(lat * DEG, lon * DEG, alt)
    for (let i = 0; i < 3; i++) assert.ok(Math.abs(out[i]! - slow[i]!) < 1e-4, `${lat}: ${out[i]} ${slow[i]}`)
  }
})

test('round trips through ECEF and through the cell stay below a micrometre', () => {
  const frame = cellFrame(25.3 * DEG, 51.5 * DEG, 10)
  const back = new Float64Array(3)
  const again = new Float64Array(3)
  fc.assert(
    fc.property(
      fc.double({ min: -90, max: 90, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -10000, max: 60000, noNaN: true }),
      (lat, lon, alt) => {
        geodeticToEcefInto(lat * DEG, lon * DEG, alt, out)
        ecefToGeodeticInto(out[0]!, out[1]!, out[2]!, back)
        geodeticToEcefInto(back[0]!, back[1]!, back[2]!, again)
        assert.ok(Math.hypot(out[0]! - again[0]!, out[1]! - again[1]!, out[2]! - again[2]!) < 1e-6)
        assert.ok(Math.abs(back[2]! - alt) < 1e-6)
      },
    ),
    { seed: 1, numRuns: 3000 },
  )
  fc.assert(
    fc.property(
      fc.double({ min: -100000, max: 100000, noNaN: true }),
      fc.double({ min: -100000, max: 100000, noNaN: true }),
      fc.double({ min: -500, max: 15000, noNaN: true }),
      (e, n, u) => {
        enuToGeodeticInto(frame, e, n, u, back)
        geodeticToEnuInto(frame, back[0]!, back[1]!, back[2]!, again)
        assert.ok(Math.hypot(again[0]! - e, again[1]! - n, again[2]! - u) < 1e-6)
      },
    ),
    { seed: 2, numRuns: 3000 },
  )
})

test('60 km away on the ellipsoid lies some 280 m below the flat plane', () => {
  const frame = cellFrame(25.3 * DEG, 51.5 * DEG, 0)
  enuToGeodeticInto(frame, 60000, 0, 0, out)
  // Drop = d^2 / 2R with the prime-vertical radius, 6,382 km at this latitude.
  assert.ok(Math.abs(out[2]! - (60000 * 60000) / (2 * 6382049)) < 0.5, String(out[2]))
})

test('a sensor’s rotation is orthonormal, and its own vertical points along the ellipsoid’s normal', () => {
  const frame = cellFrame(25.3 * DEG, 51.5 * DEG, 0)
  const lat = 25.6 * DEG
  const lon = 51.1 * DEG
  const r = sensorRotation(frame, lat, lon)
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) {
      const dot = r[3 * i]! * r[3 * j]! + r[3 * i + 1]! * r[3 * j + 1]! + r[3 * i + 2]! * r[3 * j + 2]!
      assert.ok(Math.abs(dot - (i === j ? 1 : 0)) < 1e-14)
    }
  const low = new Float64Array(3)
  const high = new Float64Array(3)
  geodeticToEnuInto(frame, lat, lon, 0, low)
  geodeticToEnuInto(frame, lat, lon, 1000, high)
  const d = [high[0]! - low[0]!, high[1]! - low[1]!, high[2]! - low[2]!]
  const seen = [0, 3, 6].map((i) => r[i]! * d[0]! + r[i + 1]! * d[1]! + r[i + 2]! * d[2]!)
  assert.ok(Math.abs(seen[0]!) < 1e-6 && Math.abs(seen[1]!) < 1e-6 && Math.abs(seen[2]! - 1000) < 1e-6)
  const identity = sensorRotation(frame, 25.3 * DEG, 51.5 * DEG)
  for (let i = 0; i < 9; i++) assert.ok(Math.abs(identity[i]! - (i % 4 === 0 ? 1 : 0)) < 1e-15)
})
