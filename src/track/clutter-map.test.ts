import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Room, detection, dice, radarScan, scansBetween, sensor, straight } from '../../test/sky.ts'
import type { Detection } from '../model/detection.ts'
import type { TrackerSettings } from './settings.ts'
import { clutterCells, extraClutter, resetClutter, setProtectedDiscs } from './clutter-map.ts'

const R1 = sensor('R1', 'radar', 0, 0, 20, { clutterPerScan: 0.5 })

/** A wind farm: false plots over 400 m, about one a scan. */
function windFarm(luck: ReturnType<typeof dice>, timeS: number): Detection[] {
  const out: Detection[] = []
  for (let i = 0; i < 4; i++) {
    if (luck.uniform() < 0.8) continue
    const e = 3050 + 400 * luck.uniform()
    const n = 2050 + 400 * luck.uniform()
    out.push(
      detection('R1', timeS, 'body', {
        kind: 'polar',
        rangeM: Math.hypot(e, n),
        azimuthRad: Math.atan2(e, n),
        elevationRad: 0.03 * luck.uniform(),
        rangeRateMps: NaN,
        rangeSigmaM: 8,
        azimuthSigmaRad: 0.0087,
        elevationSigmaRad: 0.0175,
        rangeRateSigmaMps: NaN,
      }),
    )
  }
  return out
}

function farmed(
  toS: number,
  seed: number,
  discs: { eM: number; nM: number; radiusM: number }[] = [],
  settings?: TrackerSettings,
): { room: Room; lateFalse: number } {
  const room = new Room([R1], settings)
  setProtectedDiscs(room.state, discs)
  const luck = dice(seed)
  let lateFalse = 0
  room.run(
    0,
    toS,
    (from, to) =>
      scansBetween(from, to, 1, 0.1).flatMap((t) => [...windFarm(luck, t), ...radarScan(R1, t, [straight(-3000, 1000, 100, 10, 0)], luck)]),
    (t, r) => {
      if (t > 90) lateFalse += r.near(3250, 2250, 400, t).length
    },
  )
  return { room, lateFalse }
}

test('where candidates keep dying the radar’s clutter rises, there and nowhere else, and fewer tracks are false', () => {
  let learnt = 0
  let unlearnt = 0
  for (let seed = 1; seed <= 4; seed++) {
    const { room, lateFalse } = farmed(180, seed)
    learnt += lateFalse
    // Protected, the same place learns nothing that counts.
    unlearnt += farmed(180, seed, [{ eM: 3250, nM: 2250, radiusM: 1500 }]).lateFalse
    const cells = clutterCells(room.state, 180000)
    assert.ok(
      cells.some((cell) => cell.node === 'R1' && cell.eM === 3250 && cell.nM === 2250 && cell.raises && cell.perScan > 0.05),
      JSON.stringify(cells),
    )
    assert.equal(extraClutter(room.state, 0, -3000, 1000, 180000), 0)
    assert.ok(extraClutter(room.state, 0, 3250, 2250, 180000) > 0)
    // The drone elsewhere is untouched by it.
    assert.equal(room.near(-1200, 1000, 200, 180).length, 1)
  }
  assert.ok(learnt < 0.7 * unlearnt, `false tracks: ${learnt} with the map, ${unlearnt} without`)
})

test('inside a protected disc nothing is suppressed, but the square is shown', () => {
  const { room } = farmed(60, 5, [{ eM: 3250, nM: 2250, radiusM: 1500 }])
  assert.equal(extraClutter(room.state, 0, 3250, 2250, 60000), 0)
  assert.deepEqual(
    clutterCells(room.state, 60000)
      .filter((cell) => cell.eM === 3250)
      .map((cell) => cell.raises),
    [false],
  )
  // A ring that covers only a part protects that part.
  setProtectedDiscs(room.state, [{ eM: 3000, nM: 2250, radiusM: 300 }])
  assert.equal(extraClutter(room.state, 0, 3250, 2250, 60000), 0)
  assert.ok(extraClutter(room.state, 0, 3450, 2250, 60000) > 0)
  assert.equal(clutterCells(room.state, 60000).find((cell) => cell.eM === 3250)?.raises, true)
})

test('the map fades, expires and can be reset', () => {
  const { room } = farmed(60, 6)
  const before = extraClutter(room.state, 0, 3250, 2250, 60000)
  assert.ok(before > 0 && extraClutter(room.state, 0, 3250, 2250, 90000) < 0.7 * before)
  const [cell] = clutterCells(room.state, 60000)
  assert.ok(cell !== undefined && cell.expiresMs > 60000 && cell.sinceMs < 30000)
  assert.equal(resetClutter(room.state, 'R2'), false)
  assert.equal(resetClutter(room.state, 'R1'), true)
  assert.deepEqual([clutterCells(room.state, 60000), resetClutter(room.state, 'R1')], [[], false])
  const old = farmed(60, 6).room
  const luck = dice(9)
  old.run(60, 300, (from, to) =>
    scansBetween(from, to, 1, 0.1).flatMap((t) => radarScan(R1, t, [straight(-3000, 1000, 100, 10, 0)], luck, { clutter: 0 })),
  )
  assert.equal(old.state.clutter.size, 0)
})
