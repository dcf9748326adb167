import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deserialize, serialize } from 'node:v8'
import { Room, dice, ownReport, radarScan, scansBetween, sensor, straight } from '../../test/sky.ts'
import type { Flight } from '../../test/sky.ts'
import type { Detection } from '../model/detection.ts'
import type { TrackerState } from './state.ts'
import { step } from './step.ts'
import { differByWord, mergeByWord, splitByWord } from './word.ts'

const R1 = sensor('R1', 'radar', 0, -3000, 20, { clutterPerScan: 0.5 })
const R2 = sensor('R2', 'radar', 4000, -2500, 30, { clutterPerScan: 0.5 })
const RID = sensor('RID', 'remote-id', 0, 0, 0, { clutterPerScan: 0, maxRangeM: 1e6 })

type Feed = (from: number, to: number) => Detection[]

/** Two radars, the second turned by an angle: beyond some hundred metres they see one object in two places. */
function twoRadars(flights: readonly Flight[], seed: number, biasRad = 0): Feed {
  const luck = dice(seed)
  return (from, to) => [
    ...scansBetween(from, to, 1, 0.1).flatMap((t) => radarScan(R1, t, flights, luck)),
    ...scansBetween(from, to, 1, 0.6).flatMap((t) => radarScan(R2, t, flights, luck, { biasRad })),
  ]
}

function idsNear(room: Room, flight: Flight, t: number, withinM = 500): string[] {
  const at = flight(t)!
  return room.near(at[0], at[1], withinM, t).map((x) => x.id as string)
}

test('merged by a person, two tracks stay one while a turned radar goes on to see the second', () => {
  const flight = straight(-300, 500, 100, 8, 0)
  const room = new Room([R1, R2])
  const feed = twoRadars([flight], 5, 0.07)
  room.run(0, 20, feed)
  const pair = idsNear(room, flight, 20)
  assert.equal(pair.length, 2, 'the turned radar makes a second track')
  const [a, b] = pair.toSorted((x, y) => Number(x.slice(1)) - Number(y.slice(1)))
  // The younger may be the one that is kept: the word names it.
  assert.equal(mergeByWord(room.state, b!, a!, 20000), 'done')
  assert.equal(mergeByWord(room.state, b!, a!, 20000), 'no-such-track')
  assert.equal(mergeByWord(room.state, b!, b!, 20000), 'already')
  let most = 0
  room.run(20, 70, feed, (t, r) => (most = Math.max(most, t < 21 ? 0 : idsNear(r, flight, t).length)))
  assert.equal(most, 1)
  assert.deepEqual(idsNear(room, flight, 70), [b])
  assert.deepEqual(
    room.ended.filter((end) => end.id === a).map((end) => [end.cause, end.into]),
    [['merged', b]],
  )
})

test('a merged track lets another object pass', () => {
  const flight = straight(-300, 500, 100, 8, 0)
  const passing = straight(500, 700, 140, -14, -4)
  const room = new Room([R1, R2])
  const feed = twoRadars([flight, passing], 6, 0.07)
  room.run(0, 15, feed)
  const [a, b] = idsNear(room, flight, 15, 400)
  assert.equal(mergeByWord(room.state, a!, b!, 15000), 'done')
  room.run(15, 75, feed)
  assert.ok(idsNear(room, passing, 75, 400).some((id) => id !== a))
})

/** Two that fly wing to wing: the same in every respect, as far as a radar can tell. */
function wingToWing(seed: number): { room: Room; feed: Feed; flights: Flight[] } {
  const flights = [straight(-600, 400, 100, 10, 0), straight(-600, 470, 100, 10, 0)].map((f, i): Flight => (t) => {
    const at = f(t)!
    // Far apart at first, they come together after 20 s.
    const off = (i === 0 ? -1 : 1) * Math.max(0, 20 - t) * 12
    return [at[0], at[1] + off - (i === 0 ? 0 : 66), at[2], at[3], t < 20 ? (i === 0 ? 12 : -12) : 0, 0]
  })
  return { room: new Room([R1, R2]), feed: twoRadars(flights, seed), flights }
}

test('what a person says is not the same is never merged', () => {
  let mergedWithout = 0
  for (let seed = 1; seed <= 6; seed++) {
    for (const said of [true, false]) {
      const { room, feed, flights } = wingToWing(seed)
      room.run(0, 12, feed)
      const [a] = idsNear(room, flights[0]!, 12, 150)
      const [b] = idsNear(room, flights[1]!, 12, 150)
      assert.ok(a !== undefined && b !== undefined && a !== b)
      if (said) {
        assert.equal(differByWord(room.state, a, b), 'done')
        assert.equal(differByWord(room.state, b, a), 'already')
      }
      room.run(12, 80, feed)
      const merged = room.ended.some((end) => end.cause === 'merged' && [a, b].includes(end.id) && [a, b].includes(end.into as string))
      if (said) assert.equal(merged, false, `seed ${seed}`)
      else if (merged) mergedWithout++
    }
  }
  assert.ok(mergedWithout > 0, 'without the word the tracker takes some of them for one')
})

test('claims of two that were told apart are never exchanged', () => {
  for (let seed = 1; seed <= 4; seed++) {
    const { room, feed, flights } = wingToWing(seed)
    const sky = new Room([R1, R2, RID])
    const luck = dice(seed + 40)
    const claims: Feed = (from, to) =>
      scansBetween(from, to, 1, 0.85).flatMap((t) => [
        ...ownReport('RID', t, flights[0]!, 'rid:first', luck),
        ...(t > 25 ? ownReport('RID', t, flights[0]!, 'other:first', luck) : []),
      ])
    assert.equal(room.live.size, 0)
    sky.run(0, 12, (from, to) => [...feed(from, to), ...claims(from, to)])
    const a = idsNear(sky, flights[0]!, 12, 150).find((id) => sky.live.get(id)?.claims.includes('rid:first' as never))!
    const b = idsNear(sky, flights[1]!, 12, 150).find((id) => id !== a)!
    differByWord(sky.state, a, b)
    sky.run(12, 30, (from, to) => [...feed(from, to), ...claims(from, to)])
    // Now the claim jumps on to the second body.
    sky.run(
      30,
      70,
      (from, to) => [
        ...feed(from, to),
        ...scansBetween(from, to, 1, 0.85).flatMap((t) => ownReport('RID', t, flights[1]!, 'rid:first', luck)),
      ],
      (_, r) => assert.equal(r.live.get(b)?.claims.includes('rid:first' as never) ?? false, false),
    )
  }
})

test('split, one track becomes two that are kept apart; a second that nobody sees ends', () => {
  const pair = [straight(-600, 400, 100, 10, 0), straight(-600, 480, 100, 10, 0)]
  const room = new Room([R1, R2])
  const feed = twoRadars([pair[0]!], 8)
  room.run(0, 15, feed)
  const [id] = idsNear(room, pair[0]!, 15)
  assert.equal(splitByWord(room.state, id!, 15000), 'done')
  assert.equal(splitByWord(room.state, 'T99', 15000), 'no-such-track')
  room.run(15, 15.5, feed)
  const twin = idsNear(room, pair[0]!, 15.5).find((each) => each !== id)
  assert.ok(twin !== undefined)
  room.run(15.5, 75, feed)
  assert.deepEqual(idsNear(room, pair[0]!, 75), [id])
  assert.deepEqual(
    room.ended.filter((end) => end.id === twin || end.id === id).map((end) => [end.id, end.cause]),
    [[twin, 'lost']],
  )
  // With a second body there, both live on.
  const both = new Room([R1, R2])
  const two = twoRadars(pair, 9)
  both.run(0, 15, two)
  const [one] = idsNear(both, pair[0]!, 15, 60)
  splitByWord(both.state, one!, 15000)
  both.run(15, 50, two)
  assert.ok(idsNear(both, pair[0]!, 50, 200).length >= 2)
})

test('the word is part of the state: a snapshot keeps it', () => {
  const run = (snapshot: boolean): unknown[] => {
    const { room, feed, flights } = wingToWing(3)
    room.run(0, 12, feed)
    differByWord(room.state, idsNear(room, flights[0]!, 12, 150)[0]!, idsNear(room, flights[1]!, 12, 150)[0]!)
    const state = snapshot ? (deserialize(serialize(room.state)) as TrackerState) : room.state
    const out: unknown[] = []
    for (let t = 12; t < 40; t += 0.25) out.push(step(state, feed(t, t + 0.25), Math.round((t + 0.25) * 1000)))
    return out
  }
  assert.deepEqual(run(true), run(false))
})
