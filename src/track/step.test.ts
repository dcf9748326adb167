import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deserialize, serialize } from 'node:v8'
import { Room, bearingScan, circle, detection, dice, ownReport, radarScan, scansBetween, sensor, straight } from '../../test/sky.ts'
import type { Flight } from '../../test/sky.ts'
import type { Detection } from '../model/detection.ts'
import type { TrackerState } from './state.ts'
import { step } from './step.ts'

const R1 = sensor('R1', 'radar', 4000, 0, 20)
const R2 = sensor('R2', 'radar', -3000, 2500, 30, { periodS: 2.5 })
const RF1 = sensor('F1', 'rf', 0, 5000, 30, { pd: 0.85, clutterPerScan: 0.2 })
const RF2 = sensor('F2', 'rf', 5000, -1000, 30, { pd: 0.85, clutterPerScan: 0.2 })
const RID = sensor('RID', 'remote-id', 0, 0, 0, { clutterPerScan: 0, maxRangeM: 1e6 })
const ADSB = sensor('ADSB', 'ads-b', 0, 0, 0, { clutterPerScan: 0, maxRangeM: 1e6, pd: 0.5 })

/** Radars R1 and R2 on some flights. */
function radars(flights: readonly Flight[], seed: number): (from: number, to: number) => Detection[] {
  const luck = dice(seed)
  return (from, to) => [
    ...scansBetween(from, to, 1, 0.1).flatMap((t) => radarScan(R1, t, flights, luck)),
    ...scansBetween(from, to, 2.5, 0.6).flatMap((t) => radarScan(R2, t, flights, luck)),
  ]
}

test('one drone seen by two radars is one track with an honest covariance', () => {
  let nees = 0
  let inside = 0
  let samples = 0
  for (let seed = 1; seed <= 10; seed++) {
    const flight = circle(0, 0, 120, 800, 12)
    const room = new Room([R1, R2])
    room.run(0, 60, radars([flight], seed), (t, { live }) => {
      const at = flight(t)!
      if (t < 10) return
      const near = [...live.values()].filter(
        (x) => Math.hypot(x.state[0] - at[0], x.state[1] - at[1]) < 300 && x.updatedMs > (t - 0.3) * 1000,
      )
      for (const { state, covariance: c } of near.slice(0, 1)) {
        const de = state[0] - at[0]
        const dn = state[1] - at[1]
        const d2 = (c[3] * de * de - 2 * c[1] * de * dn + c[0] * dn * dn) / (c[0] * c[3] - c[1] * c[1]) + (state[2] - at[2]) ** 2 / c[5]
        nees += d2 / 3
        inside += d2 < 7.815 ? 1 : 0
        samples++
      }
    })
    const at = flight(60)!
    assert.equal(room.near(at[0], at[1], 300, 60).length, 1, `seed ${seed}`)
  }
  assert.ok(samples > 300)
  assert.ok(nees / samples > 0.6 && nees / samples < 1.3, `NEES per dimension ${nees / samples}`)
  assert.ok(inside / samples > 0.9, `inside the 95 % region ${inside / samples}`)
})

test('two drones that cross keep their identifiers', () => {
  let swapped = 0
  for (let seed = 1; seed <= 12; seed++) {
    const a = straight(-600, 0, 100, 12, 0)
    const b = straight(0, -600, 140, 0, 12)
    const room = new Room([R1, R2])
    const feed = radars([a, b], seed)
    room.run(0, 30, feed)
    const idOf = (flight: Flight, t: number) => room.near(flight(t)![0], flight(t)![1], 150, t)[0]?.id
    const before = [idOf(a, 30), idOf(b, 30)]
    assert.ok(before[0] !== undefined && before[1] !== undefined && before[0] !== before[1])
    room.run(30, 80, feed)
    if (idOf(a, 80) !== before[0] || idOf(b, 80) !== before[1]) swapped++
  }
  assert.ok(swapped <= 1, `${swapped} of 12 crossings swapped`)
})

test('a drone that stops and hovers for a minute stays one track', () => {
  const flight: Flight = (t) =>
    t < 20 ? [-200 + 10 * t, 500, 80, 10, 0, 0] : t < 80 ? [0, 500, 80, 0, 0, 0] : [10 * (t - 80), 500, 80, 10, 0, 0]
  const room = new Room([R1, R2])
  room.run(0, 100, radars([flight], 3))
  const tracks = room.near(200, 500, 150, 100)
  assert.equal(tracks.length, 1)
  assert.ok(tracks[0]!.bornMs < 8000, `born ${tracks[0]!.bornMs}`)
})

test('ten seconds unseen, then the same identifier', () => {
  let kept = 0
  for (let seed = 1; seed <= 10; seed++) {
    const flight = straight(-500, 300, 100, 10, 2)
    const room = new Room([R1, R2])
    const feed = radars([flight], seed)
    const blind = radars([], seed + 100)
    room.run(0, 30, feed)
    const id = room.near(-200, 360, 200, 30)[0]?.id
    room.run(30, 40, blind)
    room.run(40, 50, feed)
    const after = room.near(0, 400, 200, 50)
    assert.equal(after.length, 1, `seed ${seed}: ${after.map((x) => x.id).join()}`)
    if (after[0]!.id === id) kept++
  }
  assert.ok(kept >= 9, `${kept} of 10 kept`)
})

test('a lost track ends', () => {
  const flight = straight(-500, 300, 100, 10, 2, 0, 20)
  const room = new Room([R1, R2])
  room.run(0, 50, radars([flight], 5))
  assert.ok(room.ended.some((end) => end.cause === 'lost'))
  assert.equal(room.near(-300, 340, 1500, 50).length, 0)
})

test('one object over radar, direction finders, Remote ID and another system is one track', () => {
  const FUSION = sensor('SYS', 'system', 0, 0, 0, { clutterPerScan: 0.01, maxRangeM: 20000 })
  const flight = straight(-1500, 800, 120, 14, -3)
  const luck = dice(7)
  const room = new Room([R1, R2, RF1, RF2, RID, FUSION])
  const radar = radars([flight], 8)
  let most = 0
  room.run(
    0,
    90,
    (from, to) => [
      ...radar(from, to),
      ...scansBetween(from, to, 1, 0.2).flatMap((t) => [...bearingScan(RF1, t, [flight], luck), ...bearingScan(RF2, t, [flight], luck)]),
      ...scansBetween(from, to, 1, 0.85).flatMap((t) => ownReport('RID', t, flight, 'rid:abc', luck)),
      ...scansBetween(from, to, 1, 0.4).flatMap((t) =>
        ownReport('SYS', t, flight, undefined, luck, 15, true, 'local-track').map((d) => ({ ...d, localTrack: '17' })),
      ),
    ],
    (t, r) => (most = Math.max(most, t > 5 ? r.near(flight(t)![0], flight(t)![1], 400, t).length : 0)),
  )
  assert.equal(most, 1)
  const [track] = room.near(flight(90)![0], flight(90)![1], 100, 90)
  assert.ok(track !== undefined && track.bornMs < 3000)
  assert.deepEqual(track.claims, ['rid:abc'])
  assert.deepEqual(track.contributors.map((c) => c.node).sort(), ['F1', 'F2', 'R1', 'R2', 'RID', 'SYS'])
  assert.ok(track.bodySeenMs !== undefined && track.claimSeenMs !== undefined && track.heightKnown)
})

test('a false claim beside a body does not carry the body’s track away', () => {
  for (let seed = 1; seed <= 5; seed++) {
    const body = straight(-1000, 800, 120, 12, 0)
    // Starts at the body's side, then flies away to the north.
    const fake: Flight = (t) => (t < 25 ? [-980 + 12 * t, 810, 125, 12, 0, 0] : [-680, 810 + 15 * (t - 25), 125, 0, 15, 0])
    const luck = dice(seed)
    const room = new Room([R1, R2, RID])
    const radar = radars([body], seed + 20)
    room.run(0, 70, (from, to) => [
      ...radar(from, to),
      ...scansBetween(from, to, 1, 0.85).flatMap((t) => (t > 15 ? ownReport('RID', t, fake, 'rid:fake', luck) : [])),
    ])
    const [track] = room.near(body(70)![0], body(70)![1], 100, 70)
    assert.ok(track !== undefined, `seed ${seed}: no track at the body`)
    assert.ok(track.bodySeenMs !== undefined && track.bodySeenMs > 66000)
    assert.ok(track.bornMs < 8000, `seed ${seed}: identifier of the body changed, born ${track.bornMs}`)
    assert.deepEqual(track.claims, [])
    const [claimed] = room.near(fake(70)![0], fake(70)![1], 60, 70)
    assert.ok(claimed !== undefined && claimed.bodySeenMs === undefined && claimed.claims[0] === 'rid:fake', `seed ${seed}`)
  }
})

test('200 claims without a body are claims only, and the real object among them stays itself', () => {
  const luck = dice(11)
  const body = straight(-1500, 0, 120, 15, 0)
  const fakes = Array.from({ length: 200 }, () => {
    const angle = 2 * Math.PI * luck.uniform()
    return straight(
      3000 * (luck.uniform() - 0.5),
      3000 * (luck.uniform() - 0.5),
      60 + 80 * luck.uniform(),
      10 * Math.cos(angle),
      10 * Math.sin(angle),
      20,
    )
  })
  const room = new Room([R1, R2, RID])
  const radar = radars([body], 12)
  room.run(0, 80, (from, to) => [
    ...radar(from, to),
    ...scansBetween(from, to, 1, 0.5).flatMap((t) => fakes.flatMap((f, i) => ownReport('RID', t, f, `rid:f${i}`, luck))),
  ])
  const live = [...room.live.values()].filter((x) => x.updatedMs > 77000 && x.existence > 0.5)
  const bodies = live.filter((x) => x.bodySeenMs !== undefined && x.bodySeenMs > 70000)
  const claims = live.filter((x) => x.claims.length > 0)
  assert.equal(claims.length, 200)
  assert.ok(bodies.length >= 1 && bodies.length <= 6, `${bodies.length} bodies`)
  const [track] = room.near(body(80)![0], body(80)![1], 120, 80).filter((x) => x.bodySeenMs !== undefined && x.bodySeenMs > 76000)
  assert.ok(track !== undefined && track.bornMs < 8000, `born ${track?.bornMs}`)
})

test('a radar three degrees off is found against ADS-B, corrected, and leaves one track an airliner', () => {
  const north = sensor('N', 'radar', 0, 5000, 20, { maxRangeM: 40000, periodS: 2.5 })
  const south = sensor('S', 'radar', 0, -5000, 20, { maxRangeM: 40000, periodS: 2.5 })
  const flights = [straight(-20000, 3000, 2500, 120, 0), straight(15000, -12000, 1500, -60, 70), straight(6000, 18000, 3000, 0, -110)]
  const luck = dice(21)
  const room = new Room([north, south, ADSB])
  const counts: number[] = []
  const bias = 3 * (Math.PI / 180)
  room.run(
    0,
    120,
    (from, to) => [
      ...scansBetween(from, to, 2.5, 0.3).flatMap((t) =>
        radarScan(north, t, flights, luck, { biasRad: t > 40 ? bias : 0, azimuthSigmaRad: 0.003 }),
      ),
      ...scansBetween(from, to, 2.5, 1.2).flatMap((t) => radarScan(south, t, flights, luck, { azimuthSigmaRad: 0.003 })),
      ...scansBetween(from, to, 1, 0.1).flatMap((t) =>
        flights.flatMap((f, i) => ownReport('ADSB', t, f, `icao:00000${i}`, luck, 15, true)),
      ),
    ],
    (t, r) => {
      if (Math.abs(t - Math.round(t)) < 1e-9) counts.push(flights.reduce((sum, f) => sum + r.near(f(t)![0], f(t)![1], 3000, t).length, 0))
    },
  )
  const found = room.outputs
    .flatMap((o) => o.biases)
    .filter((b) => b.node === 'N')
    .at(-1)
  assert.ok(found !== undefined && found.corrected && Math.abs(found.azimuthRad - bias) < 0.004, JSON.stringify(found))
  assert.ok(!room.outputs.flatMap((o) => o.biases).some((b) => b.node === 'S' && b.corrected))
  assert.deepEqual(
    counts.slice(10, 40).filter((c) => c !== 3),
    [],
  )
  assert.ok(counts.slice(40).filter((c) => c !== 3).length <= 15, `tracks by second after the fault: ${counts.slice(40).join(' ')}`)
  assert.deepEqual(
    counts.slice(60).filter((c) => c !== 3),
    [],
  )
  for (const [i, f] of flights.entries()) assert.equal(room.near(f(120)![0], f(120)![1], 300, 120)[0]?.claims[0], `icao:00000${i}`)
})

test('a radar whose clock is 0.7 s ahead is found against ADS-B and its times are corrected', () => {
  const east = sensor('E', 'radar', 3000, 0, 20, { maxRangeM: 40000, periodS: 2 })
  const flights = [straight(-20000, 3000, 2500, 180, 0), straight(25000, -2000, 3500, -200, 20), straight(6000, 28000, 3000, 0, -190)]
  const luck = dice(61)
  const room = new Room([east, ADSB])
  room.run(0, 90, (from, to) => [
    ...scansBetween(from, to, 2, 0.3).flatMap((t) =>
      radarScan(east, t, flights, luck, { azimuthSigmaRad: 0.003 }).map((d) => ({ ...d, measuredMs: d.measuredMs + 700 })),
    ),
    ...scansBetween(from, to, 1, 0.1).flatMap((t) => flights.flatMap((f, i) => ownReport('ADSB', t, f, `icao:00000${i}`, luck, 10, true))),
  ])
  const found = room.outputs
    .flatMap((o) => o.biases)
    .filter((b) => b.clockS !== undefined)
    .at(-1)
  assert.ok(found?.clockCorrected === true && Math.abs((found.clockS ?? 0) - 0.7) < 0.2, JSON.stringify(found))
  assert.equal(found.corrected, false)
  for (const f of flights) assert.equal(room.near(f(90)![0], f(90)![1], 3000, 90).length, 1)
})

test('a sensor whose data come two seconds late neither doubles nor drags the track', () => {
  const flight = straight(-1000, 500, 100, 18, 0)
  const luck = dice(31)
  const room = new Room([R1, R2])
  let pending: Detection[] = []
  let worst = 0
  room.run(
    0,
    60,
    (from, to) => {
      const late = scansBetween(from, to, 2.5, 0.6).flatMap((t) => radarScan(R2, t, [flight], luck))
      pending.push(...late)
      const due = pending.filter((d) => d.measuredMs <= (to - 2) * 1000)
      pending = pending.filter((d) => d.measuredMs > (to - 2) * 1000)
      return [...scansBetween(from, to, 1, 0.1).flatMap((t) => radarScan(R1, t, [flight], luck)), ...due]
    },
    (t, r) => {
      if (t < 10) return
      const at = flight(t)!
      const near = r.near(at[0], at[1], 400, t)
      assert.equal(near.length, 1, `at ${t} s`)
      worst = Math.max(worst, Math.hypot(near[0]!.state[0] - at[0], near[0]!.state[1] - at[1]))
    },
  )
  assert.ok(worst < 110, `${worst} m`)
})

test('detections older than the limit, of unknown sensors or without numbers are counted as shed', () => {
  const room = new Room([R1])
  const plot = (timeS: number, node: string, range: number) =>
    detection(node, timeS, 'body', {
      kind: 'polar',
      rangeM: range,
      azimuthRad: 1,
      elevationRad: 0.05,
      rangeRateMps: NaN,
      rangeSigmaM: 8,
      azimuthSigmaRad: 0.01,
      elevationSigmaRad: 0.02,
      rangeRateSigmaMps: NaN,
    })
  const out = step(room.state, [plot(1, 'R1', 1000), plot(20, 'elsewhere', 1000), plot(20, 'R1', NaN), plot(20, 'R1', 1000)], 20000)
  assert.equal(out.shed, 3)
})

test('bearings of two direction finders that keep crossing make a track; its line names it', () => {
  const flight = straight(500, 800, 100, 8, 4)
  const luck = dice(41)
  const room = new Room([RF1, RF2])
  room.run(0, 60, (from, to) =>
    scansBetween(from, to, 1, 0.2).flatMap((t) => [...bearingScan(RF1, t, [flight], luck), ...bearingScan(RF2, t + 0.01, [flight], luck)]),
  )
  const near = room.near(flight(60)![0], flight(60)![1], 500, 60)
  assert.equal(near.length, 1)
  assert.equal(near[0]!.heightKnown, false)
  assert.ok(room.outputs.flatMap((o) => o.bearings).some((line) => line.track === near[0]!.id))
})

test('same batches, same outputs; and a snapshot midway changes nothing', () => {
  const flights = [circle(0, 0, 120, 600, 14), straight(-1500, 300, 80, 15, 2), straight(2000, -800, 200, -9, 6)]
  const batches: { batch: Detection[]; nowMs: number }[] = []
  const luck = dice(51)
  const feed = radars(flights, 52)
  for (let t = 0; t < 40; t += 0.25) {
    batches.push({
      batch: [
        ...feed(t, t + 0.25),
        ...scansBetween(t, t + 0.25, 1, 0.85).flatMap((s) => ownReport('RID', s, flights[0]!, 'rid:x', luck)),
        ...scansBetween(t, t + 0.25, 1, 0.2).flatMap((s) => bearingScan(RF1, s, flights, luck)),
      ],
      nowMs: Math.round((t + 0.25) * 1000),
    })
  }
  const run = (snapshotAt: number) => {
    let state: TrackerState = new Room([R1, R2, RF1, RID]).state
    const out: unknown[] = []
    for (const [i, { batch, nowMs }] of batches.entries()) {
      if (i === snapshotAt) state = deserialize(serialize(state)) as TrackerState
      out.push(step(state, batch, nowMs))
    }
    return out
  }
  const whole = run(-1)
  assert.deepEqual(run(-1), whole)
  assert.deepEqual(run(80), whole)
})
