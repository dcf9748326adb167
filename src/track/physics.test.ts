import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Room, dice, radarScan, scansBetween, sensor, straight } from '../../test/sky.ts'
import type { Detection } from '../model/detection.ts'
import type { TrackEstimate } from '../model/track.ts'

const R1 = sensor('R1', 'radar', 0, -3000, 20, { maxRangeM: 20000 })

/** The track of an object that flies straight, with an echo of so many square metres (fluctuating as Swerling 1) and what the radar says of its class. */
function flown(speedMps: number, heightM: number, rcsM2: number, classes: Detection['classes'] = []): TrackEstimate {
  const flight = straight(-0.5 * speedMps * 40, 1500, heightM, speedMps, 0)
  const luck = dice(3)
  const room = new Room([R1])
  room.run(0, 40, (from, to) =>
    scansBetween(from, to, 1, 0.1).flatMap((t) =>
      radarScan(R1, t, [flight], luck, { clutter: 0 }).map((d) => ({ ...d, classes, rcsM2: -rcsM2 * Math.log(1 - luck.uniform()) })),
    ),
  )
  const at = flight(40)!
  const [track] = room.near(at[0], at[1], 300, 40)
  assert.ok(track !== undefined)
  return track
}
const probability = (track: TrackEstimate, name: string) => track.classes.find((c) => c.class === name)?.probability ?? 0
const bestBody = (track: TrackEstimate) => track.classes.find((c) => c.class !== 'unknown')?.class

test('motion and echo point at a class that nobody reported, and never make it likelier than not', () => {
  for (const [speed, height, rcs, name] of [
    [8, 100, 0.012, 'multirotor'],
    [30, 150, 0.04, 'fixed-wing'],
    [120, 1500, 30, 'airplane'],
    [40, 300, 4, 'helicopter'],
  ] as const) {
    const track = flown(speed, height, rcs)
    assert.equal(bestBody(track), name, JSON.stringify(track.classes))
    assert.equal(track.classes[0]!.class, 'unknown')
    assert.ok(probability(track, 'unknown') > 0.5)
    assert.ok(Math.abs(track.classes.reduce((sum, c) => sum + c.probability, 0) - 1) < 1e-9)
  }
})

test('flying like a bird makes no bird of what sensors call a drone as likely', () => {
  const doubt = flown(13, 80, NaN, [
    { class: 'multirotor', probability: 0.45 },
    { class: 'bird', probability: 0.45 },
  ])
  assert.ok(probability(doubt, 'bird') <= probability(doubt, 'multirotor') + 1e-9, JSON.stringify(doubt.classes))
})

test('what cannot fly so is believed less: a bird at 45 m/s, a multirotor of ten square metres', () => {
  const bird = flown(45, 120, NaN, [
    { class: 'bird', probability: 0.6 },
    { class: 'fixed-wing', probability: 0.3 },
  ])
  assert.ok(probability(bird, 'bird') < 0.2 && probability(bird, 'fixed-wing') > 0.7, JSON.stringify(bird.classes))
  const big = flown(60, 400, 10, [
    { class: 'multirotor', probability: 0.5 },
    { class: 'helicopter', probability: 0.4 },
  ])
  assert.equal(bestBody(big), 'helicopter')
})
