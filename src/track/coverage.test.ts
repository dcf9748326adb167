import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Room, dice, radarScan, scansBetween, sensor, straight } from '../../test/sky.ts'
import type { Sensor } from '../model/track.ts'
import { blindShare, coverageOf, sightAt } from './coverage.ts'
import { MEAN } from './table.ts'

const DEG = Math.PI / 180
const EAST = { minRangeM: 300, sectorFromRad: 45 * DEG, sectorToRad: 135 * DEG, minElevationRad: -1 * DEG, maxElevationRad: 30 * DEG }
const far = (s: Sensor, e: number, n: number, u: number, uu = 0) => coverageOf(s, e, n, u, uu, Math.hypot(e - s.eM, n - s.nM, u - s.uM))

test('a place is covered inside sector, elevation and range, and hardly outside any of them', () => {
  const east = sensor('E', 'radar', 0, 0, 0, { maxRangeM: 5000, coverage: EAST })
  assert.equal(far(east, 2000, 100, 100), 1)
  for (const [e, n, u] of [
    [-2000, 0, 100],
    [0, 2000, 100],
    [100, 0, 20],
    [1000, 0, 1500],
    [2000, 0, -200],
  ] as const)
    assert.ok(far(east, e, n, u) <= 0.002, `${e} ${n} ${u}`)
  assert.equal(far(east, 6000, 0, 100), 0)
  assert.equal(far(sensor('A', 'radar', 0, 0, 0, { maxRangeM: 5000 }), -2000, 0, 3000), 1)
  // A sector across north.
  const north = sensor('N', 'radar', 0, 0, 0, { coverage: { ...EAST, sectorFromRad: 280 * DEG, sectorToRad: 399 * DEG } })
  assert.deepEqual([far(north, 500, 1500, 50) > 0.9, far(north, -1500, 600, 50) > 0.9, far(north, 0, -1500, 50) < 0.01], [true, true, true])
  // Not knowing the height, nobody can say that it is too high.
  assert.ok(far(east, 1000, 0, 800, 300 * 300) > 0.1)
})

test('a radar that looks away costs a track nothing: what another sees exists as surely as if it were alone', () => {
  const flight = straight(-3000, 1000, 100, 12, 0)
  const elsewhere = straight(3000, 0, 100, 0, 0)
  /** Doubt of the object's existence, summed over its first seconds and seeds. */
  const doubt = (strongs: readonly Sensor[]): number => {
    let sum = 0
    for (let seed = 1; seed <= 10; seed++) {
      const weak = sensor('W', 'radar', -2000, -1000, 20, { pd: 0.5, clutterPerScan: 3 })
      const luck = dice(seed)
      const lone = dice(seed + 50)
      const room = new Room([weak, ...strongs])
      room.run(
        0,
        12,
        (from, to) => [
          ...scansBetween(from, to, 1, 0.1).flatMap((t) => radarScan(weak, t, [flight], luck)),
          ...strongs.flatMap((s) => scansBetween(from, to, 1, 0.4).flatMap((t) => radarScan(s, t, [elsewhere], lone, { clutter: 0 }))),
        ],
        (t, r) => {
          const at = flight(t)!
          const { count, mean, existence } = r.state.table
          let best = 0
          for (let row = 0; row < count; row++)
            if (Math.hypot(mean[row * MEAN]! - at[0], mean[row * MEAN + 1]! - at[1]) < 300) best = Math.max(best, existence[row]!)
          sum += 1 - best
        },
      )
    }
    return sum
  }
  const strong = { pd: 0.97 }
  const alone = doubt([])
  const told = doubt([sensor('S', 'radar', 0, 0, 20, { ...strong, coverage: { ...EAST, minRangeM: 0 } })])
  const untold = doubt([sensor('S', 'radar', 0, 0, 20, strong)])
  assert.ok(
    told < alone * 1.1 && untold > told * 1.3,
    `doubt ${alone} alone, ${told} beside a radar that looks away, ${untold} where that is held to see all round`,
  )
})

test('blind here, now: what a silent sensor alone covers, and who still sees', () => {
  const a = sensor('A', 'radar', 0, 0, 0, { maxRangeM: 5000 })
  const b = sensor('B', 'radar', 0, 0, 0, { maxRangeM: 5000, coverage: { ...EAST, minRangeM: 0 } })
  const rf = sensor('F', 'rf', 0, 0, 0, { maxRangeM: 9000 })
  assert.deepEqual(sightAt([a, b, rf], new Set([a.node]), 2000, 0, 100), { seeing: ['B', 'F'], blind: ['A'] })
  assert.deepEqual(sightAt([a, b, rf], new Set([a.node]), -2000, 0, 100), { seeing: ['F'], blind: ['A'] })
  assert.equal(blindShare(a, [a, rf]), 1)
  assert.ok(Math.abs(blindShare(a, [b]) - 0.75) < 0.02)
  assert.equal(blindShare(b, [a]), 0)
})
