import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deserialize, serialize } from 'node:v8'
import { advance } from '../../src/engine/advance.ts'
import { newEngineState, type EngineState } from '../../src/engine/engine-state.ts'
import { putBearings } from '../../src/engine/track-items.ts'
import type { Entry } from '../../src/model/entry.ts'
import type { NodeId, TrackId } from '../../src/model/ids.ts'
import type { BearingLine } from '../../src/model/track.ts'
import type { AlertItem, FeedItem, Item, NodeItem, Output, SiteItem, TrackItem, ZoneItem } from '../../src/model/picture.ts'
import { encodeAirbornePosition, encodeAirborneVelocity, encodeIdentification } from '../../src/wire/adsb/mode-s.ts'
import { encodeBeastFrame } from '../../src/wire/adsb/beast.ts'
import { createBeastFramer } from '../../src/wire/adsb/framing.ts'
import {
  advanceAll,
  command,
  entry,
  json,
  jsonFrame,
  newPen,
  nodeDefinition,
  picture,
  placeAt,
  smallEvent,
  START_MS,
  startEntries,
  type Pen,
} from './small-event.ts'

const ofKind = <T extends Item>(items: ReadonlyMap<string, Item>, kind: T['kind']): T[] =>
  [...items.values()].filter((item): item is T => item.kind === kind)

function begin(event = smallEvent()): { state: EngineState; pen: Pen; items: Map<string, Item> } {
  const state = newEngineState()
  const pen = newPen()
  const items = picture(advanceAll(state, startEntries(pen, event)))
  return { state, pen, items }
}

function tickTo(state: EngineState, pen: Pen, atMs: number, items: Map<string, Item>, stepMs = 100): Output[] {
  const outputs: Output[] = []
  while (pen.atMs < atMs) {
    pen.atMs = Math.min(atMs, pen.atMs + stepMs)
    outputs.push(...advance(state, entry(pen, 'tick')))
  }
  picture(outputs, items)
  return outputs
}

/** A radar plot of an object at (e, n) from the radar at the origin, 60 m above it. */
function plot(eM: number, nM: number): object {
  const groundM = Math.hypot(eM, nM)
  return {
    polar: {
      rangeM: Math.hypot(groundM, 60),
      azimuthDeg: ((Math.atan2(eM, nM) * 180) / Math.PI + 360) % 360,
      elevationDeg: (Math.atan2(60, groundM) * 180) / Math.PI,
      rangeSigmaM: 10,
      azimuthSigmaDeg: 0.3,
      elevationSigmaDeg: 0.5,
    },
  }
}

/** A Mode S message as the Beast door hands it on: escaped on the socket, framed by the door. */
function beast(message: Uint8Array): Uint8Array {
  const framer = createBeastFramer()
  framer.push(encodeBeastFrame(message))
  const frame = framer.next()
  assert.ok(frame !== undefined && !('rejected' in frame))
  return frame
}

/** What a hobby drone's flight puts into the journal, second by second: radar plots and Remote ID with sealed fields. */
function hobbySecond(pen: Pen, eM: number, nM: number): Entry[] {
  const sealed = { keyId: 'pilot-1', box: 'AAAA' }
  return [
    jsonFrame(pen, 'radar-1', [plot(eM, nM)]),
    jsonFrame(pen, 'rid-1', [
      {
        position: { ...placeAt(eM, nM), altHaeM: 60, sigmaM: 5, sigmaUpM: 10 },
        velocity: { eastMps: -10, northMps: 0, sigmaMps: 1 },
        remoteId: { token: 'hobby', sealedSerial: sealed, sealedPilot: sealed, selfId: 'MY DRONE', status: 'airborne' },
      },
    ]),
  ]
}

function flyHobby(state: EngineState, pen: Pen, items: Map<string, Item>, seconds: number, fromE = 3800): Output[] {
  const outputs: Output[] = []
  for (let s = 0; s < seconds; s++) {
    const at = pen.atMs
    outputs.push(...advanceAll(state, hobbySecond(pen, fromE - 10 * s, 200)))
    outputs.push(...tickTo(state, pen, at + 1000, items))
  }
  picture(outputs, items)
  return outputs
}

test('an event definition becomes the picture once it is done, and not before', () => {
  const state = newEngineState()
  const pen = newPen()
  const entries = startEntries(pen, smallEvent())
  const last = entries.pop()
  assert.deepEqual(advanceAll(state, entries), [])
  const items = picture(advance(state, last!))
  assert.deepEqual([...new Set([...items.values()].map((item) => item.kind))], ['event', 'registry', 'site', 'zone'])
  tickTo(state, pen, pen.atMs + 100, items)
  assert.deepEqual(
    ofKind<NodeItem>(items, 'node').map((node) => [node.id, node.state, node.label.relTo]),
    [
      ['radar-1', 'expected', ['QAT', 'TUR']],
      ['rid-1', 'expected', ['QAT']],
      ['adsb-1', 'expected', ['QAT', 'TUR']],
    ],
  )
  assert.equal(ofKind<FeedItem>(items, 'feed').length, 3)
})

test('hours by event time: the phase, a zone and a headcount change when their moment comes, and only then', () => {
  const { state, pen, items } = begin()
  assert.equal((items.get('event event') as Extract<Item, { kind: 'event' }>).phase, 'build-up')
  const quiet = tickTo(state, pen, START_MS + 29_900, items).filter(
    (output) => output.out === 'put' && ['event', 'zone', 'site'].includes(output.item.kind),
  )
  assert.deepEqual(quiet, [])
  tickTo(state, pen, START_MS + 30_000, items)
  assert.equal((items.get('event event') as Extract<Item, { kind: 'event' }>).phase, 'match')
  tickTo(state, pen, START_MS + 50_000, items)
  assert.equal((items.get('site lusail') as SiteItem).headcount, 80_000)
  assert.equal((items.get('zone lusail-critical') as ZoneItem).active, false)
  tickTo(state, pen, START_MS + 60_000, items)
  assert.equal((items.get('zone lusail-critical') as ZoneItem).active, true)
  tickTo(state, pen, START_MS + 120_000, items)
  assert.equal((items.get('zone lusail-critical') as ZoneItem).active, false)
  assert.equal((items.get('site lusail') as SiteItem).headcount, undefined)
})

test('a drone seen by radar and by its own word: one track, one alert, labels by intersection', () => {
  const { state, pen, items } = begin()
  flyHobby(state, pen, items, 25)
  const tracks = ofKind<TrackItem>(items, 'track')
  assert.equal(tracks.length, 1)
  const [track] = tracks
  assert.deepEqual([...(track?.nodes ?? [])].sort(), ['radar-1', 'rid-1'])
  assert.equal(track?.callsign, 'MY DRONE')
  assert.equal(track?.pilotClaimed, true)
  assert.equal(track?.serialClaimed, true)
  assert.equal(track?.assessment.identity, 'unknown')
  // The radar is shared with TUR, the receiver is not: the track is the host's alone.
  assert.deepEqual(track?.label.relTo, ['QAT'])
  assert.equal(track?.label.agreement, 'joint')
  const alerts = ofKind<AlertItem>(items, 'alert')
  assert.deepEqual(
    alerts.map(({ alert }) => [alert.kind, alert.state, alert.track, alert.sites]),
    [['intrusion', 'unacknowledged', track?.id, ['lusail']]],
  )
  assert.deepEqual(alerts[0]?.label, track?.label)
  assert.ok((alerts[0]?.alert.timeToZoneS ?? 0) > 60)
  assert.ok((alerts[0]?.alert.reasons.length ?? 0) > 0)
})

test('everything goes silent: the track is put once more, stale; the nodes fall silent; in the end it is gone', () => {
  const { state, pen, items } = begin()
  flyHobby(state, pen, items, 15)
  const outputs = tickTo(state, pen, pen.atMs + 8000, items)
  const puts = outputs.filter((output) => output.out === 'put' && output.item.kind === 'track')
  assert.ok(
    puts.some((output) => output.out === 'put' && output.item.kind === 'track' && output.item.stale),
    'never put as stale',
  )
  for (const track of ofKind<TrackItem>(items, 'track')) assert.equal(track.stale, true)
  assert.equal((items.get('node radar-1') as NodeItem).state, 'silent')
  tickTo(state, pen, pen.atMs + 120_000, items)
  assert.deepEqual(ofKind<TrackItem>(items, 'track'), [])
})

test('health of a busy node goes out at most once a second', () => {
  const { state, pen, items } = begin()
  const outputs = flyHobby(state, pen, items, 20)
  const puts = outputs.filter((output) => output.out === 'put' && output.item.kind === 'node' && output.item.id === 'radar-1')
  assert.ok(puts.length >= 10 && puts.length <= 22, `${puts.length} puts in 20 s`)
})

test('an airliner over Beast: a track with its call sign, neutral and quiet', () => {
  const { state, pen, items } = begin()
  for (let s = 0; s < 20; s++) {
    const place = placeAt(9000 - 80 * s, 3000)
    const frames = [
      encodeAirbornePosition('06a123', { ...place, altPressFt: 2500, odd: s % 2 === 1 }),
      encodeAirborneVelocity('06a123', { eastKt: -155, northKt: 0, climbFtPerMin: 0, gnssLessBaroFt: undefined }),
      encodeIdentification('06a123', { category: 'A3', callsign: 'QTR123' }),
    ]
    for (const frame of frames) picture(advance(state, entry(pen, 'frame', beast(frame), { source: 'beast', connection: 1 })), items)
    tickTo(state, pen, pen.atMs + 1000, items)
  }
  const tracks = ofKind<TrackItem>(items, 'track')
  assert.deepEqual(
    tracks.map((track) => [track.callsign, track.assessment.identity]),
    [['QTR123', 'neutral']],
  )
  assert.deepEqual(ofKind<AlertItem>(items, 'alert'), [])
})

test('commands are judged at their entry: person, post, nation, and what is asked for', () => {
  const { state, pen, items } = begin()
  flyHobby(state, pen, items, 12)
  const answer = (person: string, body: Parameters<typeof command>[2], more = {}): Output[] =>
    advance(state, command(pen, person, body, more))
  const outcomeOf = (outputs: Output[]): unknown => outputs.find((output) => output.out === 'outcome')
  const alertId = ofKind<AlertItem>(items, 'alert')[0]!.id
  const acknowledgement = answer('deniz', { kind: 'alert.acknowledge', alert: alertId }, { post: 'liaison', nation: 'TUR' })
  assert.deepEqual(
    acknowledgement.map((output) => (output.out === 'outcome' ? output.outcome : output)),
    [{ result: 'forbidden', why: 'not-your-post' }],
  )
  assert.deepEqual((outcomeOf(answer('nobody', { kind: 'alert.acknowledge', alert: alertId })) as { outcome: object }).outcome, {
    result: 'forbidden',
    why: 'unknown-person',
  })
  const done = answer('amal', { kind: 'alert.acknowledge', alert: alertId }, { key: 'ack-0001' })
  picture(done, items)
  assert.deepEqual((items.get(`alert ${alertId}`) as AlertItem).alert.state, 'acknowledged')
  assert.deepEqual((outcomeOf(done) as { outcome: object }).outcome, { result: 'done' })
  // The same key again: the same answer and position, nothing done.
  const again = answer('amal', { kind: 'alert.acknowledge', alert: alertId }, { key: 'ack-0001' })
  assert.deepEqual(again, [outcomeOf(done)])
  assert.deepEqual((outcomeOf(answer('amal', { kind: 'alert.acknowledge', alert: 'A99' })) as { outcome: object }).outcome, {
    result: 'refused',
    why: 'no-such-alert',
  })
  assert.deepEqual((outcomeOf(answer('amal', { kind: 'node.accept', node: 'nothing' })) as { outcome: object }).outcome, {
    result: 'refused',
    why: 'no-such-node',
  })
  picture(answer('amal', { kind: 'qnh.set', qnhPa: 100_900 }), items)
  assert.equal((items.get('event event') as Extract<Item, { kind: 'event' }>).qnhPa, 100_900)
})

test('the operator’s word on tracks: merged, told apart, split, by whoever keeps watch', () => {
  const { state, pen, items } = begin()
  for (let s = 0; s < 12; s++) {
    advance(state, jsonFrame(pen, 'radar-1', [plot(2000 - 10 * s, 0), plot(2600 - 10 * s, 600)]))
    tickTo(state, pen, pen.atMs + 1000, items)
  }
  const [a, b] = ofKind<TrackItem>(items, 'track').map((track) => track.id)
  assert.ok(a !== undefined && b !== undefined)
  const answer = (body: Parameters<typeof command>[2]): unknown =>
    advance(state, command(pen, 'amal', body)).map((output) => (output.out === 'outcome' ? output.outcome : output))
  assert.deepEqual(answer({ kind: 'track.differ', a, b }), [{ result: 'done' }])
  assert.deepEqual(answer({ kind: 'track.differ', a: b, b: a }), [{ result: 'refused', why: 'already' }])
  assert.deepEqual(answer({ kind: 'track.merge', a, b: 'T99' }), [{ result: 'refused', why: 'no-such-track' }])
  assert.deepEqual(answer({ kind: 'track.merge', a, b }), [{ result: 'done' }])
  tickTo(state, pen, pen.atMs + 1000, items)
  assert.deepEqual(
    ofKind<TrackItem>(items, 'track').map((track) => track.id),
    [a],
  )
  assert.deepEqual(answer({ kind: 'clutter.reset', node: 'nobody' }), [{ result: 'refused', why: 'no-such-node' }])
  assert.deepEqual(answer({ kind: 'clutter.reset', node: 'radar-1' }), [{ result: 'refused', why: 'already' }])
  assert.deepEqual(
    state.tracker.protectedDiscs.map((disc) => disc.radiusM),
    [4000, 1500, 600],
  )
  assert.deepEqual(answer({ kind: 'track.split', track: a }), [{ result: 'done' }])
  tickTo(state, pen, pen.atMs + 1000, items)
  assert.equal(ofKind<TrackItem>(items, 'track').length, 2)
})

test('the personal fields of a claim are revealed to who has the task, by reference only', () => {
  const { state, pen, items } = begin()
  flyHobby(state, pen, items, 12)
  const track = ofKind<TrackItem>(items, 'track')[0]!.id
  const outputs = advance(state, command(pen, 'amal', { kind: 'personal.view', track, why: 'incident 1' }, { key: 'view-0001' }))
  assert.deepEqual(outputs, [
    {
      out: 'reveal',
      key: 'view-0001',
      position: pen.position,
      track,
      pilot: { keyId: 'pilot-1', box: 'AAAA' },
      serial: { keyId: 'pilot-1', box: 'AAAA' },
    },
    { out: 'outcome', key: 'view-0001', position: pen.position, outcome: { result: 'done' } },
  ])
  const refused = advance(
    state,
    command(pen, 'deniz', { kind: 'personal.view', track, why: 'curious' }, { post: 'liaison', nation: 'TUR' }),
  )
  assert.deepEqual(
    refused.map((output) => output.out),
    ['outcome'],
  )
  // No item of the picture carries a sealed field.
  assert.equal(JSON.stringify([...items.values()]).includes('AAAA'), false)
})

test('what was lost is counted where somebody looks: shed before the journal, gaps, poison', () => {
  const { state, pen, items } = begin()
  tickTo(state, pen, pen.atMs + 100, items)
  picture(advance(state, entry(pen, 'shed', json({ cause: 'overload', feeds: [{ feed: 'json', frames: 7, bytes: 700 }] }))), items)
  picture(advance(state, entry(pen, 'gap', json({ from: 90, to: 95, frames: 6, cause: 'disk-full' }))), items)
  const poisoned = advance(state, entry(pen, 'poison', json({ position: 12, source: 'json', connection: 3, why: 'watchdog' })))
  assert.deepEqual(
    poisoned.filter((output) => output.out === 'reply').map((output) => (output.out === 'reply' ? [output.connection, output.close] : [])),
    [[3, true]],
  )
  // Its connection is put aside: nothing of it is read any more.
  advance(state, { ...jsonFrame(pen, 'radar-1', [plot(1000, 0)]), connection: 3 })
  assert.equal(state.detections.length, 0)
  tickTo(state, pen, pen.atMs + 1100, items)
  assert.equal((items.get('feed json') as FeedItem).shed, 9)
  assert.equal((items.get('event event') as Extract<Item, { kind: 'event' }>).unrecordedFrames, 6)
})

test('a burst beyond the buffer between two ticks is bounded and counted', () => {
  const { state, pen, items } = begin()
  for (let i = 0; i < 21; i++)
    advance(
      state,
      jsonFrame(
        pen,
        'radar-1',
        Array.from({ length: 1000 }, (_, k) => plot(1000 + k, i)),
      ),
    )
  assert.equal(state.detections.length, 20_000)
  assert.equal(state.shed.get('json'), 1000)
  // Not tracked here: 20,000 plots in one scan are the tracker's own test.
  state.detections = []
  tickTo(state, pen, pen.atMs + 1100, items)
  assert.equal((items.get('feed json') as FeedItem).shed, 1000)
})

test('frames before an event definition are passed over and counted', () => {
  const state = newEngineState()
  const pen = newPen()
  assert.deepEqual(advance(state, jsonFrame(pen, 'radar-1', [plot(1000, 0)])), [])
  assert.equal(state.tooEarly, 1)
})

test('a node that waits is accepted by a person, and its detections count from then on', () => {
  const event = smallEvent()
  const { state, pen, items } = begin({
    ...event,
    nodes: [nodeDefinition('radar-1', 'radar', 0, 0, { accepted: false }), ...event.nodes.slice(1)],
  })
  advance(state, jsonFrame(pen, 'radar-1', [plot(1000, 0)]))
  tickTo(state, pen, pen.atMs + 1000, items)
  assert.equal((items.get('node radar-1') as NodeItem).state, 'pending')
  picture(advance(state, command(pen, 'amal', { kind: 'node.accept', node: 'radar-1' })), items)
  advance(state, jsonFrame(pen, 'radar-1', [plot(1000, 0)]))
  assert.equal(state.detections.length, 1)
  tickTo(state, pen, pen.atMs + 1000, items)
  assert.equal((items.get('node radar-1') as NodeItem).state, 'operational')
  const again = advance(state, command(pen, 'amal', { kind: 'node.accept', node: 'radar-1' }))
  assert.deepEqual(
    again.map((output) => (output.out === 'outcome' ? output.outcome : output.out)),
    [{ result: 'refused', why: 'already' }],
  )
  advance(state, command(pen, 'amal', { kind: 'node.refuse', node: 'radar-1', why: 'drifts' }))
  advance(state, jsonFrame(pen, 'radar-1', [plot(1000, 0)]))
  assert.equal(state.detections.length, 0)
})

test('strangers cannot hold the places of those who come after them: who is long gone leaves the picture', () => {
  const { state, pen, items } = begin()
  for (let i = 0; i < 257; i++) advance(state, jsonFrame(pen, `stranger-${i}`, []))
  advance(state, command(pen, 'amal', { kind: 'node.refuse', node: 'stranger-7', why: 'unknown' }))
  tickTo(state, pen, pen.atMs + 1000, items)
  assert.equal((items.get('node stranger-0') as NodeItem).state, 'pending')
  assert.equal(items.has('node stranger-256'), false)
  tickTo(state, pen, pen.atMs + 610_000, items, 250)
  assert.equal(items.has('node stranger-0'), false)
  assert.equal((items.get('node stranger-7') as NodeItem).state, 'refused', 'a person’s word lasts')
  advance(state, jsonFrame(pen, 'stranger-256', []))
  tickTo(state, pen, pen.atMs + 1000, items)
  assert.equal((items.get('node stranger-256') as NodeItem).state, 'pending')
  assert.equal(state.nodes.size, state.definition.nodes.size + 2)
})

test('an accepted node that no definition knows joins with what it tells', () => {
  const { state, pen, items } = begin()
  const fix = (s: number) => ({ position: { ...placeAt(1500 - 10 * s, 0), altHaeM: 50, sigmaM: 10, sigmaUpM: 10 } })
  advance(state, jsonFrame(pen, 'stranger', [fix(0)]))
  tickTo(state, pen, pen.atMs + 200, items)
  assert.equal((items.get('node stranger') as NodeItem).state, 'pending')
  advance(state, command(pen, 'amal', { kind: 'node.accept', node: 'stranger' }))
  for (let s = 1; s < 10; s++) {
    advance(state, jsonFrame(pen, 'stranger', [fix(s)]))
    tickTo(state, pen, pen.atMs + 1000, items)
  }
  assert.equal(state.shedDetections, 0)
  assert.deepEqual(
    ofKind<TrackItem>(items, 'track').map((track) => [track.nodes, track.label.relTo]),
    [[['stranger'], ['QAT']]],
  )
})

test('entries go up and time does not go back: anything else is a fault of ours', () => {
  const { state, pen } = begin()
  assert.throws(() => advance(state, entry({ ...pen, position: pen.position - 1 }, 'tick')), /after/)
  assert.throws(() => advance(state, entry({ position: pen.position, atMs: pen.atMs - 1 }, 'tick')), /went back/)
  assert.throws(() => advance(state, entry(pen, 'tick', undefined, { version: 2 })), /newer build/)
})

test('memory is bounded whatever comes: identities, answers, stale bearings', () => {
  const { state, pen } = begin()
  for (let i = 0; i < 11; i++) {
    const claims = Array.from({ length: 1000 }, (_, k) => ({
      position: { ...placeAt(1000, k), altHaeM: 60, sigmaM: 5 },
      remoteId: { token: `fake${i * 1000 + k}` },
    }))
    advance(state, jsonFrame(pen, 'rid-1', claims))
  }
  assert.equal(state.claimMemory.size, 10_000)
  assert.equal(state.claimMemory.has('rid:fake0' as never), false)
  assert.equal(state.claimMemory.has('rid:fake10999' as never), true)
  for (let i = 0; i < 4200; i++) advance(state, command(pen, 'amal', { kind: 'alert.acknowledge', alert: 'A1' }))
  assert.equal(state.answers.size, 4096)
})

test('bearing lines: one for a node and a track, bounded, gone in seconds, and no id says which track', () => {
  const { state } = begin()
  const line = (track: string | undefined): BearingLine => ({
    node: 'rf-1' as NodeId,
    atMs: START_MS,
    eM: 0,
    nM: 0,
    azimuthRad: 1,
    sigmaRad: 0.05,
    track: track as TrackId | undefined,
  })
  const outputs: Output[] = []
  putBearings(state, [line('T77'), line(undefined), line('T77'), line(undefined)], START_MS, outputs)
  const ids = outputs.map((each) => (each.out === 'put' ? each.item.id : ''))
  assert.equal(ids[2], ids[0], 'the line of a track is renewed')
  assert.equal(new Set(ids).size, 3)
  assert.ok(ids.every((id) => !id.includes('T77')))
  putBearings(
    state,
    Array.from({ length: 3000 }, () => line(undefined)),
    START_MS + 1,
    outputs,
  )
  assert.equal(state.bearings.size, 2000)
  putBearings(state, [], START_MS + 10_000, outputs)
  assert.equal(state.bearings.size, 0)
  assert.equal(outputs.filter((each) => each.out === 'drop').length, 3003)
})

/** Every object in the state, with the name of its class. */
function classesIn(value: unknown, seen = new Set<unknown>(), found = new Set<string>()): Set<string> {
  if (typeof value === 'function' || typeof value === 'symbol') found.add(typeof value)
  if (typeof value !== 'object' || value === null || seen.has(value)) return found
  seen.add(value)
  found.add(value.constructor?.name ?? 'no class')
  if (ArrayBuffer.isView(value)) return found
  const parts = value instanceof Map ? [...value.keys(), ...value.values()] : value instanceof Set ? [...value] : Object.values(value)
  for (const part of parts) classesIn(part, seen, found)
  return found
}

test('after a night’s work the state is still plain data', () => {
  const state = newEngineState()
  advanceAll(state, journal())
  const plain = [
    'Array',
    'Float32Array',
    'Float64Array',
    'Int8Array',
    'Int32Array',
    'Map',
    'Object',
    'Set',
    'Uint8Array',
    'Uint16Array',
    'Uint32Array',
  ]
  assert.deepEqual(
    [...classesIn(state)].filter((name) => !plain.includes(name)),
    [],
  )
})

/** A journal with something of everything. */
function journal(): Entry[] {
  const pen = newPen()
  const entries = startEntries(pen, smallEvent())
  for (let s = 0; s < 30; s++) {
    entries.push(...hobbySecond(pen, 3800 - 15 * s, 100 * Math.sin(s / 5)))
    entries.push(
      entry(
        pen,
        'frame',
        beast(encodeAirbornePosition('06a123', { ...placeAt(9000 - 80 * s, 3000), altPressFt: 2500, odd: s % 2 === 1 })),
        { source: 'beast', connection: 1 },
      ),
    )
    if (s === 15) entries.push(command(pen, 'amal', { kind: 'alert.acknowledge', alert: 'A1' }))
    if (s === 20) entries.push(command(pen, 'amal', { kind: 'qnh.set', qnhPa: 100_900 }))
    for (let k = 0; k < 10; k++) {
      pen.atMs += 100
      entries.push(entry(pen, 'tick'))
    }
  }
  return entries
}

test('the same journal gives the same outputs, and a snapshot anywhere changes nothing', () => {
  const entries = journal()
  const play = (cuts: readonly number[]): string => {
    let state = newEngineState()
    const all: Output[][] = []
    entries.forEach((each, i) => {
      if (cuts.includes(i)) state = deserialize(serialize(state)) as EngineState
      all.push(advance(state, each))
    })
    // -0 and NaN would hide in JSON; they are told apart here.
    return JSON.stringify(all, (_, value: unknown) =>
      typeof value === 'number' && (Object.is(value, -0) || !Number.isFinite(value))
        ? `number ${Object.is(value, -0) ? '-0' : value}`
        : value,
    )
  }
  const whole = play([])
  assert.ok(whole.includes('"kind":"alert"') && whole.includes('"kind":"track"'))
  assert.equal(play([]), whole)
  assert.equal(play([3, 25, 101, 102, 250, entries.length - 2]), whole)
})
