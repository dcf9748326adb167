import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Room, dice, radarScan, scansBetween, sensor, straight } from '../../test/sky.ts'
import type { Flight } from '../../test/sky.ts'

const R1 = sensor('R1', 'radar', 0, -1500, 20, { clutterPerScan: 0 })
const R2 = sensor('R2', 'radar', 1500, 1000, 20, { clutterPerScan: 0 })

function groupsAt(room: Room, flights: readonly Flight[], t: number): (string | undefined)[] {
  return flights.map((f) => room.near(f(t)![0], f(t)![1], 60, t)[0]?.group)
}

test('four that fly together are one group after some seconds; a fifth on its own way is none', () => {
  const swarm = [0, 1, 2, 3].map((i) => straight(-800 + 90 * (i % 2), 200 + 90 * Math.floor(i / 2), 100, 10, 2))
  const lone = straight(800, 500, 120, -12, 0)
  const all = [...swarm, lone]
  const luck = dice(2)
  const room = new Room([R1, R2])
  const feed = (from: number, to: number) => [
    ...scansBetween(from, to, 1, 0.1).flatMap((t) => radarScan(R1, t, all, luck, { azimuthSigmaRad: 0.004 })),
    ...scansBetween(from, to, 1, 0.6).flatMap((t) => radarScan(R2, t, all, luck, { azimuthSigmaRad: 0.004 })),
  ]
  const changes: string[] = []
  let before = ''
  room.run(0, 60, feed, (t, r) => {
    if (t < 20) return
    const now = groupsAt(r, swarm, t)
      .filter((g) => g !== undefined)
      .join()
    if (now !== before && now.length > 0) changes.push(now)
    if (now.length > 0) before = now
  })
  const groups = groupsAt(room, all, 60)
  assert.ok(groups[0] !== undefined)
  assert.deepEqual(groups, [groups[0], groups[0], groups[0], groups[0], undefined])
  assert.ok(new Set(changes.join().split(',')).size === 1, `one group all along: ${changes.join(' | ')}`)
})

test('two are no group; and a group whose members part is none in the end', () => {
  const pair = [straight(-500, 0, 100, 10, 0), straight(-500, 90, 100, 10, 0)]
  const parting = [0, 1, 2].map(
    (i): Flight =>
      (t) =>
        t < 30
          ? [-900 + 9 * t, -600 - 90 * i, 100, 9, 0, 0]
          : ([-630, -600 - 90 * i, 100, 0, 0, 0].map((x, k) =>
              k === 0 ? x + 9 * (t - 30) * (i - 1) : k === 1 ? x - 9 * (t - 30) : k === 3 ? 9 * (i - 1) : k === 4 ? -9 : x,
            ) as unknown as [number, number, number, number, number, number]),
  )
  const all = [...pair, ...parting]
  const luck = dice(4)
  const room = new Room([R1, R2])
  const feed = (from: number, to: number) => [
    ...scansBetween(from, to, 1, 0.1).flatMap((t) => radarScan(R1, t, all, luck, { azimuthSigmaRad: 0.004 })),
    ...scansBetween(from, to, 1, 0.6).flatMap((t) => radarScan(R2, t, all, luck, { azimuthSigmaRad: 0.004 })),
  ]
  room.run(0, 30, feed)
  assert.deepEqual(groupsAt(room, pair, 30), [undefined, undefined])
  const first = groupsAt(room, parting, 30)[1]
  assert.ok(first !== undefined)
  room.run(30, 110, feed)
  assert.deepEqual(groupsAt(room, parting, 110), [undefined, undefined, undefined])
})
