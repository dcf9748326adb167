import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Room, dice, ownReport, radarScan, scansBetween, sensor, straight } from '../../test/sky.ts'
import type { Flight } from '../../test/sky.ts'

const NORTH = sensor('N', 'radar', 0, 4000, 20, { maxRangeM: 40000, periodS: 2, clutterPerScan: 0.3 })
const SOUTH = sensor('S', 'radar', 0, -4000, 20, { maxRangeM: 40000, periodS: 2, clutterPerScan: 0.3 })
const ADSB = sensor('ADSB', 'ads-b', 0, 0, 0, { clutterPerScan: 0, maxRangeM: 1e6, pd: 0.5 })

test('a radar turned by 3 degrees doubles nothing for long: airliners and a drone without a word of its own', () => {
  const airliners = [straight(-20000, 3000, 2500, 120, 0), straight(15000, -12000, 1500, -60, 70), straight(6000, 18000, 3000, 0, -110)]
  const drone = straight(-1500, 500, 120, 14, 2)
  const flights = [...airliners, drone]
  for (let seed = 1; seed <= 5; seed++) {
    const luck = dice(seed)
    const room = new Room([NORTH, SOUTH, ADSB])
    const ids = new Map<Flight, string>()
    let doubledS = 0
    room.run(
      0,
      90,
      (from, to) => [
        ...scansBetween(from, to, 2, 0.3).flatMap((t) =>
          radarScan(NORTH, t, flights, luck, { biasRad: t > 40 ? 0.05236 : 0, azimuthSigmaRad: 0.004 }),
        ),
        ...scansBetween(from, to, 2, 1.2).flatMap((t) => radarScan(SOUTH, t, flights, luck, { azimuthSigmaRad: 0.004 })),
        ...scansBetween(from, to, 1, 0.1).flatMap((t) =>
          airliners.flatMap((f, i) => ownReport('ADSB', t, f, `icao:00000${i}`, luck, 15, true)),
        ),
      ],
      (t, r) => {
        const near = (f: Flight) => r.near(f(t)![0], f(t)![1], 2500, t)
        if (t === 39.5) for (const f of flights) ids.set(f, near(f)[0]!.id)
        if (t > 40 && flights.some((f) => near(f).length !== 1)) doubledS += 0.25
      },
    )
    assert.ok(doubledS <= 10, `seed ${seed}: doubled or lost for ${doubledS} s`)
    for (const f of flights) assert.equal(room.near(f(90)![0], f(90)![1], 300, 90)[0]?.id, ids.get(f), `seed ${seed}`)
  }
})

test('two tracks that two radars saw apart merge into the elder once the fault that parted them is gone', () => {
  for (let seed = 1; seed <= 5; seed++) {
    const drone = straight(-1500, 500, 120, 14, 2)
    const luck = dice(seed + 10)
    const room = new Room([NORTH, SOUTH])
    // Without an aircraft that tells where it is, nobody knows the fault: here somebody turns the radar back.
    room.run(0, 60, (from, to) => [
      ...scansBetween(from, to, 2, 0.3).flatMap((t) =>
        radarScan(NORTH, t, [drone], luck, { biasRad: t < 25 ? 0.05236 : 0, azimuthSigmaRad: 0.004 }),
      ),
      ...scansBetween(from, to, 2, 1.2).flatMap((t) => radarScan(SOUTH, t, [drone], luck, { azimuthSigmaRad: 0.004 })),
    ])
    assert.equal(room.near(drone(60)![0], drone(60)![1], 600, 60, 20).length, 1, `seed ${seed}`)
  }
})

test('two drones in file that both radars see stay two', () => {
  for (let seed = 1; seed <= 5; seed++) {
    const pair = [straight(-1500, 500, 120, 14, 0), straight(-1380, 500, 120, 14, 0)]
    const luck = dice(seed + 20)
    const room = new Room([NORTH, SOUTH])
    room.run(0, 60, (from, to) =>
      [NORTH, SOUTH].flatMap((s, i) =>
        scansBetween(from, to, 2, 0.3 + i).flatMap((t) => radarScan(s, t, pair, luck, { azimuthSigmaRad: 0.004 })),
      ),
    )
    for (const f of pair) assert.ok(room.near(f(60)![0], f(60)![1], 60, 60).length >= 1, `seed ${seed}`)
    assert.equal(room.ended.filter((end) => end.cause === 'merged' && end.atMs > 15000).length, 0)
  }
})
