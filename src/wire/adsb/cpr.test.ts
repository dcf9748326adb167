import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { sharedData } from '../../../test/shared-data.ts'
import { decodeCprNear, decodeCprPair, encodeCpr, longitudeZones } from './cpr.ts'
import type { CprPosition } from './cpr.ts'

/** Angular weighted binary of NASA's tables: a 32-bit two's complement fraction of a turn. */
function fromAwb(hex: string): number {
  return ((Number.parseInt(hex, 16) | 0) * 360) / 2 ** 32
}

function apart(a: number, b: number): number {
  const difference = Math.abs(a - b) % 360
  return Math.min(difference, 360 - difference)
}

const code = (odd: boolean, latCpr: number, lonCpr: number): CprPosition => ({ odd, latCpr, lonCpr })

describe('CPR', () => {
  test("NASA's verified table decodes to NASA's places, within one step of their binary angles", (t) => {
    const path = sharedData('adsb', 'nasa-cpr', 'airborne_globally_decoded_positions_01.csv')
    if (path === undefined) return t.skip('needs ../shared/data')
    const rows = readFileSync(path, 'utf8').trim().split('\n')
    assert.equal(rows.length, 232)
    for (const row of rows) {
      const f = row.trim().split(',')
      const even = code(false, Number.parseInt(f[2] ?? '', 16), Number.parseInt(f[3] ?? '', 16))
      const odd = code(true, Number.parseInt(f[6] ?? '', 16), Number.parseInt(f[7] ?? '', 16))
      for (const [newest, latHex, lonHex] of [
        ['even', f[9], f[10]],
        ['odd', f[11], f[12]],
      ] as const) {
        const place = decodeCprPair(even, odd, newest, 'airborne')
        assert.ok(place !== undefined, row)
        assert.ok(apart(place.latDeg, fromAwb(latHex ?? '')) < 2e-7, `${row} ${place.latDeg} ${fromAwb(latHex ?? '')}`)
        assert.ok(apart(place.lonDeg, fromAwb(lonHex ?? '')) < 2e-7, row)
      }
    }
  })

  test("NASA's encoder table: the same codes", (t) => {
    const path = sharedData('adsb', 'nasa-cpr', 'airborne_globally_decoded_positions_01.csv')
    if (path === undefined) return t.skip('needs ../shared/data')
    for (const row of readFileSync(path, 'utf8').trim().split('\n')) {
      const f = row.trim().split(',')
      const even = encodeCpr({ latDeg: fromAwb(f[0] ?? ''), lonDeg: fromAwb(f[1] ?? '') }, false, 'airborne')
      assert.deepEqual(
        [even.latCpr, even.lonCpr],
        [Number.parseInt(f[2] ?? '', 16) & 0x1ffff, Number.parseInt(f[3] ?? '', 16) & 0x1ffff],
        row,
      )
      const odd = encodeCpr({ latDeg: fromAwb(f[4] ?? ''), lonDeg: fromAwb(f[5] ?? '') }, true, 'airborne')
      assert.deepEqual(
        [odd.latCpr, odd.lonCpr],
        [Number.parseInt(f[6] ?? '', 16) & 0x1ffff, Number.parseInt(f[7] ?? '', 16) & 0x1ffff],
        row,
      )
    }
  })

  test('the zone count agrees with the formula of the standard away from its transitions', () => {
    const formula = (latDeg: number): number => {
      const cosine = Math.cos((latDeg * Math.PI) / 180)
      return Math.floor((2 * Math.PI) / Math.acos(1 - (1 - Math.cos(Math.PI / 30)) / (cosine * cosine)))
    }
    for (let latDeg = 0.001; latDeg < 86.9; latDeg += 0.0137) assert.equal(longitudeZones(latDeg), formula(latDeg), `${latDeg}`)
    assert.deepEqual(
      [longitudeZones(0), longitudeZones(87), longitudeZones(-87), longitudeZones(87.0001), longitudeZones(90)],
      [59, 2, 2, 1, 1],
    )
  })

  test('a place comes back from its pair and from one code near it, in the air and on the ground', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -86, max: 86, noNaN: true }),
        fc.double({ min: -180, max: 179.999, noNaN: true }),
        fc.boolean(),
        (latDeg, lonDeg, newestOdd) => {
          const place = { latDeg, lonDeg }
          for (const [format, stepDeg] of [
            ['airborne', 360],
            ['surface', 90],
          ] as const) {
            const even = encodeCpr(place, false, format)
            const odd = encodeCpr(place, true, format)
            const newest = newestOdd ? 'odd' : 'even'
            const dLat = stepDeg / (newestOdd ? 59 : 60) / 131072
            const zones = Math.max(longitudeZones(latDeg) - (newestOdd ? 1 : 0), 1)
            const near = decodeCprNear(newestOdd ? odd : even, { latDeg: latDeg + 0.2, lonDeg }, format)
            assert.ok(near !== undefined && apart(near.latDeg, latDeg) <= dLat)
            // The zone count at the coded latitude may differ from that at the true one beside a transition; then only the pair's refusal is right.
            if (longitudeZones(latDeg - 1e-3) !== longitudeZones(latDeg + 1e-3)) continue
            assert.ok(apart(near.lonDeg, lonDeg) <= stepDeg / zones / 131072)
            const pair = decodeCprPair(even, odd, newest, format, { latDeg: latDeg > 0 ? 45 : -45, lonDeg: lonDeg + 20 })
            if (pair === undefined) continue
            assert.ok(apart(pair.latDeg, latDeg) <= dLat, `${format} ${pair.latDeg} ${latDeg}`)
            assert.ok(apart(pair.lonDeg, lonDeg) <= stepDeg / zones / 131072)
          }
        },
      ),
    )
  })
})
