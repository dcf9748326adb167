import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serialize, deserialize } from 'node:v8'
import fc from 'fast-check'
import type { TrackEnd } from '../model/track.ts'
import type { TrackId } from '../model/ids.ts'
import { acknowledge, shelve } from './alert-commands.ts'
import { newAssess, type AssessState } from './assess-state.ts'
import {
  claimFacts,
  clearance,
  context,
  estimate,
  rings,
  run,
  sensor,
  site,
  standing,
  told,
  circle,
  zone,
  type Flight,
} from './testing/scene.ts'

const radar = new Map([
  ['radar', sensor('radar', 'radar', 0, 0)],
  ['rf', sensor('rf', 'rf', 0, 0)],
  ['rid', sensor('rid', 'remote-id', 0, 0)],
])
const stadium = context({
  zones: rings('lusail', 0, 0),
  sites: new Map([['lusail', site('lusail')]]),
  sensors: radar,
  headcounts: new Map([['lusail', 80000]]),
})
const droneClaim = new Map([claimFacts('rid:hobby', 'remote-id')])
const hobby: Partial<Flight> = { claims: ['rid:hobby'], nodes: ['radar', 'rf', 'rid'] }

function codes(reasons: readonly { code: string }[]): string[] {
  return reasons.map((reason) => reason.code)
}

test('a hobby drone heading in: one alert, its reason and its time to the zone; it lands and the alert clears by rule', () => {
  const state = newAssess()
  const world = { ...stadium, claims: droneClaim }
  const into = told()
  for (let s = 1; s <= 60; s++) run(state, world, [estimate('T1', s * 1000, { e: 4500 - 10 * s, n: 0, ve: -10, ...hobby })], s * 1000, into)
  assert.equal(into.alerts.size, 1)
  const [alert] = standing(into)
  assert.equal(alert?.kind, 'intrusion')
  assert.deepEqual(alert?.sites, ['lusail'])
  // At 60 s it is 3900 m out: 330 s to the critical ring is beyond the look-ahead, 240 s to the warning ring is not.
  assert.equal(alert?.zone, 'lusail-warning')
  assert.equal(alert?.timeToZoneS, 240)
  assert.equal(alert?.distanceM, 2400)
  assert.equal(alert?.priority, 3)
  assert.ok(codes(alert?.reasons ?? []).includes('heading-to-zone'))
  assert.ok(codes(alert?.reasons ?? []).includes('people-beneath'))
  assert.equal(into.assessments.get('T1')?.identity, 'unknown')

  for (let s = 61; s <= 70; s++)
    run(state, world, [estimate('T1', s * 1000, { e: 3900, n: 0, alt: 5, onGround: true, ...hobby })], s * 1000, into)
  assert.equal(standing(into)[0]?.state, 'returned')
  assert.equal(standing(into)[0]?.reasons[0]?.code, 'landed')
  for (let s = 71; s <= 110; s++)
    run(state, world, [estimate('T1', s * 1000, { e: 3900, n: 0, alt: 5, onGround: true, ...hobby })], s * 1000, into)
  assert.deepEqual(standing(into), [])
  assert.equal(into.alerts.size, 1)
})

test('priority rises with the ring and the time, at once', () => {
  const state = newAssess()
  const world = { ...stadium, claims: droneClaim }
  const into = told()
  const seen: number[] = []
  for (let s = 1; s <= 200; s++) {
    run(state, world, [estimate('T1', s * 1000, { e: 3000 - 15 * s, n: 0, ve: -15, ...hobby })], s * 1000, into)
    const priority = standing(into)[0]?.priority
    if (priority !== undefined && priority !== seen.at(-1)) seen.push(priority)
  }
  // 120 s before the warning ring from the first second on (100 s); 45 s before the critical ring.
  assert.deepEqual(seen, [2, 1])
  assert.equal(into.alerts.size, 1)
})

test('low, fast and silent is a suspect of top priority, over the sea by its own reason; turned away it returns to normal', () => {
  const state = newAssess()
  const world = {
    ...stadium,
    zones: [
      ...rings('lusail', 0, 0, 10000, 2200, 1000),
      zone('gulf', undefined, 'geo', circle(8000, 0, 5000), { surface: 'sea', active: false }),
    ],
  }
  const into = told()
  let s = 0
  for (; s <= 190; s++) run(state, world, [estimate('T1', s * 1000, { e: 9000 - 35 * s, n: 0, ve: -35 })], s * 1000, into)
  const assessment = into.assessments.get('T1')
  assert.equal(assessment?.identity, 'suspect')
  assert.equal(standing(into)[0]?.priority, 1)
  assert.ok(codes(assessment?.reasonsFor ?? []).includes('no-radio'))
  const early = into.log.find((alert) => alert.priority === 1)
  assert.ok(early !== undefined && early.raisedMs <= 12_000, `raised at ${early?.raisedMs}`)
  assert.ok(codes(early.reasons).includes('low-over-sea'), JSON.stringify(early.reasons))
  // Turns at about 2.3 km and flies back.
  for (let k = 0; k <= 60; k++, s++) run(state, world, [estimate('T1', s * 1000, { e: 2350 + 35 * k, n: 0, ve: 35 })], s * 1000, into)
  assert.equal(standing(into)[0]?.state, 'returned')
  assert.equal(standing(into)[0]?.reasons[0]?.code, 'turned-away')
  assert.equal(into.alerts.size, 1)
  assert.equal(into.assessments.get('T1')?.identity, 'suspect')
})

test('one alert across the rings of two sites names both', () => {
  const state = newAssess()
  const world = context({ zones: [...rings('a', 0, 0), ...rings('b', 1000, 0)], sensors: radar, claims: droneClaim })
  const into = told()
  for (let s = 1; s <= 10; s++) run(state, world, [estimate('T1', s * 1000, { e: 2500, n: 0, ve: -5, ...hobby })], s * 1000, into)
  assert.deepEqual(
    standing(into).map((alert) => alert.sites),
    [['a', 'b']],
  )
})

test('an airliner with ADS-B is neutral and quiet through every ring, seen by radar or not', () => {
  for (const body of [true, false]) {
    const state = newAssess()
    const into = told()
    const world = { ...stadium, claims: new Map([claimFacts('icao:06a123', 'ads-b', 'QTR123')]) }
    for (let s = 1; s <= 100; s++)
      run(
        state,
        world,
        [estimate('T1', s * 1000, { e: 5000 - 75 * s, n: 900, alt: 400, ve: -75, claims: ['icao:06a123'], body })],
        s * 1000,
        into,
      )
    assert.equal(into.assessments.get('T1')?.identity, 'neutral')
    assert.equal(into.alerts.size, 0)
    assert.ok(codes(into.assessments.get('T1')?.reasonsAgainst ?? []).includes('kinematics-airliner'))
  }
})

test('a small wing that calls itself an airliner is no airliner', () => {
  const state = newAssess()
  const into = told()
  const world = { ...stadium, claims: new Map([claimFacts('icao:06a123', 'ads-b', 'QTR123')]) }
  for (let s = 1; s <= 30; s++)
    run(state, world, [estimate('T1', s * 1000, { e: 3000 - 35 * s, n: 0, ve: -35, claims: ['icao:06a123'] })], s * 1000, into)
  assert.equal(into.assessments.get('T1')?.identity, 'unknown')
  assert.equal(standing(into).length, 1)
})

test('birds are quiet: by what sensors call them, or by an erratic slow flight', () => {
  const state = newAssess()
  const into = told()
  const bird = {
    classes: [
      { class: 'bird' as const, probability: 0.8 },
      { class: 'unknown' as const, probability: 0.2 },
    ],
  }
  for (let s = 1; s <= 60; s++) {
    const turning = s * 0.6
    run(
      state,
      stadium,
      [
        estimate('T1', s * 1000, { e: 300, n: 10 * s, vn: 10, ...bird }),
        estimate('T2', s * 1000, {
          e: 200 * Math.sin(turning),
          n: 200 * Math.cos(turning),
          ve: 12 * Math.cos(turning),
          vn: -12 * Math.sin(turning),
        }),
      ],
      s * 1000,
      into,
    )
  }
  assert.equal(into.alerts.size, 0)
  assert.equal(into.assessments.get('T1')?.identity, 'neutral')
  assert.ok(codes(into.assessments.get('T2')?.reasonsAgainst ?? []).includes('kinematics-bird'))
})

test('a cleared police drone is a friend and quiet; leaving its clearance for long is an alert of its own kind', () => {
  const state = newAssess()
  const into = told()
  const world = {
    ...stadium,
    claims: new Map([claimFacts('rid:police', 'remote-id')]),
    clearances: [clearance('police-1', 'rid:police', circle(0, 0, 1500, 0, 200))],
  }
  let s = 1
  for (; s <= 30; s++) run(state, world, [estimate('T1', s * 1000, { e: 500, n: 0, claims: ['rid:police'] })], s * 1000, into)
  assert.equal(into.assessments.get('T1')?.identity, 'friend')
  assert.equal(into.alerts.size, 0)
  // A short excursion is nothing.
  for (let k = 0; k < 3; k++, s++) run(state, world, [estimate('T1', s * 1000, { e: 1700, n: 0, claims: ['rid:police'] })], s * 1000, into)
  for (let k = 0; k < 5; k++, s++) run(state, world, [estimate('T1', s * 1000, { e: 500, n: 0, claims: ['rid:police'] })], s * 1000, into)
  assert.equal(into.alerts.size, 0)
  for (let k = 0; k < 12; k++, s++) run(state, world, [estimate('T1', s * 1000, { e: 1700, n: 0, claims: ['rid:police'] })], s * 1000, into)
  assert.deepEqual(
    standing(into).map((alert) => [alert.kind, alert.priority]),
    [['clearance-broken', 2]],
  )
  assert.ok(codes(standing(into)[0]?.reasons ?? []).includes('clearance-broken'))
})

test('a cleared serial without a body is no friend', () => {
  const state = newAssess()
  const into = told()
  const world = {
    ...stadium,
    sensors: new Map(),
    claims: new Map([claimFacts('rid:police', 'remote-id')]),
    clearances: [clearance('police-1', 'rid:police', circle(0, 0, 1500, 0, 200))],
  }
  for (let s = 1; s <= 30; s++)
    run(state, world, [estimate('T1', s * 1000, { e: 500, n: 0, claims: ['rid:police'], body: false, nodes: ['rid'] })], s * 1000, into)
  assert.equal(into.assessments.get('T1')?.identity, 'unknown')
  assert.equal(standing(into).length, 1)
})

/** `count` claims on a sunflower's spiral round the stadium, so that they lie even and nowhere twice. */
function flood(s: number, count: number): ReturnType<typeof estimate>[] {
  return Array.from({ length: count }, (_, i) => {
    const radiusM = 100 + 1900 * Math.sqrt(i / count)
    const angle = i * 2.39996
    return estimate(`F${i}`, s * 1000, {
      e: radiusM * Math.cos(angle),
      n: radiusM * Math.sin(angle),
      alt: 80,
      ve: 3,
      claims: [`rid:fake${i}`],
      body: false,
      nodes: ['rid'],
      bornMs: 0,
    })
  })
}

test('200 claims without a body make one folded line; a drone with a body among them keeps its own, above', () => {
  const state = newAssess()
  const into = told()
  const world = {
    ...stadium,
    claims: new Map([
      ...Array.from({ length: 200 }, (_, i) => claimFacts(`rid:fake${i}`, 'remote-id')),
      claimFacts('rid:hobby', 'remote-id'),
    ]),
  }
  let s = 1
  for (; s <= 60; s++) {
    const real = estimate('T1', s * 1000, { e: 1200 - 5 * s, n: 300, ve: -5, ...hobby })
    run(state, world, [...flood(s, 200), real], s * 1000, into)
    assert.equal(into.assessments.get('T1')?.folded, false)
  }
  const alerts = standing(into)
  assert.deepEqual(alerts.map((alert) => alert.kind).sort(), ['claims-without-body', 'intrusion'])
  const fold = alerts.find((alert) => alert.kind === 'claims-without-body')
  assert.equal(fold?.members, 200)
  assert.equal(fold?.priority, 3)
  assert.equal(fold?.track, undefined)
  assert.ok((alerts.find((alert) => alert.kind === 'intrusion')?.priority ?? 3) < 3)
  assert.equal(into.alerts.size, 2, 'no alert was raised and taken back on the way')
  assert.equal(into.assessments.get('F7')?.folded, true)
  // One of the fakes turns out to be real: a radar sees it, and it leaves the fold at once.
  const real = flood(s, 200).map((each) =>
    each.id === 'F7' ? { ...each, bodySeenMs: s * 1000, contributors: estimate('x', s * 1000, { e: 0, n: 0 }).contributors } : each,
  )
  for (let k = 0; k < 4; k++, s++)
    run(
      state,
      world,
      real.map((each) => ({ ...each, atMs: s * 1000, updatedMs: s * 1000, claimSeenMs: s * 1000 })),
      s * 1000,
      into,
    )
  assert.equal(into.assessments.get('F7')?.folded, false)
  assert.equal(
    standing(into).some((alert) => alert.track === 'F7'),
    true,
  )
  // The flood ends: the line returns to normal and clears.
  const ended = Array.from({ length: 200 }, (_, i): TrackEnd => ({ id: `F${i}` as TrackId, atMs: s * 1000, cause: 'lost' }))
  run(state, world, [], s * 1000, into, ended)
  for (let k = 0; k < 60; k++, s++) run(state, world, [], s * 1000, into)
  assert.equal(
    standing(into).some((alert) => alert.kind === 'claims-without-body'),
    false,
  )
})

test('a lone claim gets its fair chance first, then asks at the lowest priority', () => {
  const state = newAssess()
  const into = told()
  const world = { ...stadium, claims: new Map([claimFacts('rid:fake0', 'remote-id')]) }
  for (let s = 1; s <= 30; s++) {
    run(
      state,
      world,
      [estimate('F0', s * 1000, { e: 700, n: 0, alt: 80, claims: ['rid:fake0'], body: false, nodes: ['rid'] })],
      s * 1000,
      into,
    )
    if (s <= 11) assert.equal(into.alerts.size, 0)
  }
  assert.deepEqual(
    standing(into).map((alert) => [alert.kind, alert.priority]),
    [['intrusion', 3]],
  )
  assert.ok(codes(standing(into)[0]?.reasons ?? []).includes('claim-only'))
})

test('a far radar that looks now and then, where a near one owes looks and has none: doubtful for a minute, then it asks', () => {
  const state = newAssess()
  const into = told()
  const sensors = new Map([...radar, ['far', sensor('far', 'radar', 9000, 0, { maxRangeM: 40000, periodS: 2 })] as const])
  const world = { ...stadium, sensors, claims: new Map([claimFacts('rid:fake0', 'remote-id')]) }
  let raisedS: number | undefined
  for (let s = 1; s <= 90; s++) {
    const contributors = [
      { node: 'rid' as never, lastMs: s * 1000, count: s },
      { node: 'far' as never, lastMs: s * 1000, count: Math.floor(s / 8) },
    ]
    run(
      state,
      world,
      [estimate('F0', s * 1000, { e: 700, n: 0, alt: 80, claims: ['rid:fake0'], bodySeenMs: s * 1000, contributors })],
      s * 1000,
      into,
    )
    if (into.alerts.size > 0) raisedS ??= s
  }
  assert.ok(raisedS !== undefined && raisedS > 55 && raisedS < 70, `raised at ${raisedS}`)
  assert.equal(standing(into)[0]?.priority, 2)
})

test('plots of a cleared drone do not give a body to a claim that crosses its path', () => {
  const state = newAssess()
  const into = told()
  const world = {
    ...stadium,
    claims: new Map([claimFacts('rid:police', 'remote-id'), claimFacts('rid:fake0', 'remote-id')]),
    clearances: [clearance('police-1', 'rid:police', circle(0, 0, 1500, 0, 200))],
  }
  for (let s = 1; s <= 40; s++) {
    const at = s * 1000
    const police = estimate('T1', at, { e: 500, n: 0, ve: 1, claims: ['rid:police'] })
    const fake = estimate('F0', at, {
      e: 560,
      n: 0,
      ve: 1,
      claims: ['rid:fake0'],
      contributors: [
        { node: 'rid' as never, lastMs: at, count: s },
        { node: 'radar' as never, lastMs: at, count: s },
      ],
    })
    run(state, world, s < 10 ? [police] : [police, fake], at, into)
    assert.equal(state.tracks.get('F0' as TrackId)?.bodyConfirmed ?? false, false)
  }
})

test('an edge makes no chatter: a drone that wavers on the alert ring keeps one alert in one state', () => {
  const state = newAssess()
  const into = told()
  const world = context({ zones: [zone('only', 's', 'alert', circle(0, 0, 1000))], sensors: radar, claims: droneClaim })
  for (let s = 1; s <= 300; s++)
    run(state, world, [estimate('T1', s * 1000, { e: 1000 + 40 * Math.sin(s), n: 0, ve: 0.5 * Math.cos(s), ...hobby })], s * 1000, into)
  assert.equal(into.alerts.size, 1)
  assert.deepEqual([...new Set(into.log.map((alert) => alert.state))], ['unacknowledged'])
})

test('lost and found again under another number within seconds: the same alert', () => {
  const state = newAssess()
  const into = told()
  const world = { ...stadium, claims: droneClaim }
  for (let s = 1; s <= 20; s++) run(state, world, [estimate('T1', s * 1000, { e: 2000 - 10 * s, n: 0, ve: -10, ...hobby })], s * 1000, into)
  run(state, world, [], 21_000, into, [{ id: 'T1' as TrackId, atMs: 21_000, cause: 'lost' }])
  for (let s = 24; s <= 40; s++)
    run(state, world, [estimate('T2', s * 1000, { e: 2000 - 10 * s, n: 0, ve: -10, bornMs: 20_000, ...hobby })], s * 1000, into)
  assert.equal(into.alerts.size, 1)
  assert.equal(standing(into)[0]?.track, 'T2')
  assert.equal(standing(into)[0]?.state, 'unacknowledged')
})

test('lost for good: returns to normal, then clears by rule', () => {
  const state = newAssess()
  const into = told()
  const world = { ...stadium, claims: droneClaim }
  for (let s = 1; s <= 20; s++) run(state, world, [estimate('T1', s * 1000, { e: 3500, n: 0, ...hobby })], s * 1000, into)
  run(state, world, [], 21_000, into, [{ id: 'T1' as TrackId, atMs: 21_000, cause: 'lost' }])
  for (let s = 22; s <= 36; s++) run(state, world, [], s * 1000, into)
  assert.equal(standing(into)[0]?.state, 'returned')
  assert.equal(standing(into)[0]?.reasons[0]?.code, 'lost')
  for (let s = 37; s <= 70; s++) run(state, world, [], s * 1000, into)
  assert.deepEqual(standing(into), [])
})

test('acknowledged, then gone: cleared; graver news asks again', () => {
  const state = newAssess()
  const into = told()
  const world = { ...stadium, claims: droneClaim }
  const fly = (s: number, e: number, ve = 0): void =>
    run(state, world, [estimate('T1', s * 1000, { e, n: 0, ve, ...hobby })], s * 1000, into)
  for (let s = 1; s <= 5; s++) fly(s, 3500)
  assert.deepEqual(acknowledge(state, 'A1', 'amal', 5500).outcome, { result: 'done' })
  assert.deepEqual(acknowledge(state, 'A1', 'amal', 5600).outcome, { result: 'refused', why: 'already' })
  assert.deepEqual(acknowledge(state, 'A9', 'amal', 5600).outcome, { result: 'refused', why: 'no-such-alert' })
  for (let s = 6; s <= 10; s++) fly(s, 3500)
  assert.equal(standing(into)[0]?.state, 'acknowledged')
  assert.equal(standing(into)[0]?.acknowledgedBy, 'amal')
  for (let s = 11; s <= 13; s++) fly(s, 1200, -5)
  assert.equal(standing(into)[0]?.state, 'unacknowledged')
  acknowledge(state, 'A1', 'amal', 13_500)
  for (let s = 14; s <= 40; s++) fly(s, 9000)
  assert.equal(into.alerts.get('A1')?.state, 'cleared')
  assert.equal(state.alerts.records.size, 0)
})

test('shelving expires and asks again; the top priority cannot be shelved, nor stay so', () => {
  const state = newAssess()
  const into = told()
  const world = { ...stadium, claims: droneClaim }
  const fly = (s: number, e: number): void => run(state, world, [estimate('T1', s * 1000, { e, n: 0, ...hobby })], s * 1000, into)
  for (let s = 1; s <= 5; s++) fly(s, 3500)
  assert.deepEqual(shelve(state, 'A1', 'amal', 20_000, 5500).outcome, { result: 'done' })
  for (let s = 6; s <= 19; s++) fly(s, 3500)
  assert.equal(state.alerts.records.values().next().value?.alert.state, 'shelved')
  for (let s = 20; s <= 21; s++) fly(s, 3500)
  assert.equal(standing(into)[0]?.state, 'unacknowledged')
  shelve(state, 'A1', 'amal', 90_000, 21_500)
  for (let s = 22; s <= 23; s++) fly(s, 300)
  assert.deepEqual([standing(into)[0]?.state, standing(into)[0]?.priority], ['unacknowledged', 1])
  assert.deepEqual(shelve(state, 'A1', 'amal', 90_000, 23_500).outcome, { result: 'refused', why: 'not-now' })
})

test('a silent node of a protected site: one low alert after a delay, gone when it speaks again', () => {
  const state = newAssess()
  const into = told()
  const world = {
    ...stadium,
    sensors: new Map([
      ['rf', sensor('rf', 'rf', 0, 0, { site: 'lusail' as never })],
      ['far', sensor('far', 'rf', 0, 0)],
    ]),
  }
  const silent = [
    { node: 'rf', sinceMs: 1000 },
    { node: 'far', sinceMs: 1000 },
  ]
  for (let s = 2; s <= 5; s++) run(state, world, [], s * 1000, into, [], silent)
  assert.equal(into.alerts.size, 0)
  for (let s = 6; s <= 30; s++) run(state, world, [], s * 1000, into, [], silent)
  assert.deepEqual(
    standing(into).map((alert) => [alert.kind, alert.priority, alert.sites, codes(alert.reasons)]),
    [['node-silent', 3, ['lusail'], ['node-silent']]],
  )
  for (let s = 31; s <= 80; s++) run(state, world, [], s * 1000, into)
  assert.deepEqual(standing(into), [])
  assert.equal(state.silentNodes.size, 0)
})

/** A wandering flight of 40 s, second by second. */
const flight = fc.record({
  e: fc.integer({ min: -6000, max: 6000 }),
  n: fc.integer({ min: -6000, max: 6000 }),
  ve: fc.integer({ min: -40, max: 40 }),
  vn: fc.integer({ min: -40, max: 40 }),
  alt: fc.integer({ min: 5, max: 250 }),
  /** Seconds in which a body was seen, before 60 s of silence; 0: never, it lives by one claim from the start. */
  bodyS: fc.integer({ min: 0, max: 20 }),
})
const RANK = (priority: number | undefined): number => priority ?? 4

test('no claim lowers a priority where no body agrees', () => {
  const claimSets = [['rid:hobby'], ['icao:06a123'], ['rid:police'], ['rid:hobby', 'icao:06a123', 'rid:police']]
  const world = context({
    zones: [...rings('a', 0, 0), ...rings('b', 3000, 1000)],
    sensors: radar,
    claims: new Map([
      claimFacts('rid:hobby', 'remote-id'),
      claimFacts('icao:06a123', 'ads-b', 'QTR1'),
      claimFacts('rid:police', 'remote-id'),
      claimFacts('rid:base', 'remote-id'),
    ]),
    clearances: [clearance('c', 'rid:police', circle(0, 0, 20000, -100, 1000))],
  })
  fc.assert(
    fc.property(flight, fc.constantFrom(...claimSets), (f, claims) => {
      const plain = newAssess()
      const claiming = newAssess()
      const a = told()
      const b = told()
      // Below an airliner's speed and height: an aircraft's path speaks for itself.
      for (let s = 1; s <= 110; s++) {
        const bodySeenMs = f.bodyS === 0 ? undefined : Math.min(s, f.bodyS) * 1000
        const at: Flight = {
          e: f.e + (f.ve * s) / 2,
          n: f.n + (f.vn * s) / 2,
          alt: f.alt,
          ve: f.ve / 2,
          vn: f.vn / 2,
          bodySeenMs,
          nodes: s <= f.bodyS ? ['radar'] : ['rid'],
        }
        const claimS = f.bodyS + 61
        const now = s * 1000
        const base = f.bodyS === 0 ? ['rid:base'] : []
        run(plain, world, [estimate('T1', now, { ...at, claims: base })], now, a)
        // The claim comes once the body has long been unseen.
        run(claiming, world, [estimate('T1', now, s < claimS ? { ...at, claims: base } : { ...at, claims: [...base, ...claims] })], now, b)
        if (s < claimS) continue
        const without = a.assessments.get('T1')?.priority
        const withClaim = b.assessments.get('T1')?.priority
        assert.ok(RANK(withClaim) <= RANK(without), `at ${s} s: ${withClaim} with, ${without} without`)
      }
    }),
    { numRuns: 40 },
  )
})

test('one alert per object, at any time, whatever it does', () => {
  const world = context({
    zones: [...rings('a', 0, 0), ...rings('b', 3000, 1000), ...rings('c', -2000, -3000)],
    sensors: radar,
    claims: droneClaim,
  })
  fc.assert(
    fc.property(fc.array(flight, { minLength: 1, maxLength: 4 }), (legs) => {
      const state = newAssess()
      const into = told()
      let s = 1
      for (const leg of legs) {
        for (let k = 0; k < 20; k++, s++) {
          run(
            state,
            world,
            [estimate('T1', s * 1000, { e: leg.e + leg.ve * k, n: leg.n + leg.vn * k, alt: leg.alt, ve: leg.ve, vn: leg.vn, ...hobby })],
            s * 1000,
            into,
          )
          const open = standing(into).filter((alert) => alert.track === 'T1')
          assert.ok(open.length <= 1, `${open.length} alerts at ${s} s`)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('a snapshot midway changes nothing', () => {
  const world = {
    ...stadium,
    claims: new Map([
      ...Array.from({ length: 30 }, (_, i) => claimFacts(`rid:fake${i}`, 'remote-id')),
      claimFacts('rid:hobby', 'remote-id'),
    ]),
  }
  const play = (cutS: number): unknown => {
    let state: AssessState = newAssess()
    const into = told()
    for (let s = 1; s <= 60; s++) {
      if (s === cutS) state = deserialize(serialize(state)) as AssessState
      run(state, world, [...flood(s, 30), estimate('T1', s * 1000, { e: 2000 - 20 * s, n: 100, ve: -20, ...hobby })], s * 1000, into)
    }
    return into
  }
  const whole = play(0)
  for (const cutS of [2, 13, 31, 59]) assert.deepEqual(play(cutS), whole)
})
