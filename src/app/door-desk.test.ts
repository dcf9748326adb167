import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EntryDraft } from '../model/entry.ts'
import type { FeedDefinition } from '../model/event.ts'
import { createDoorDesk } from './door-desk.ts'
import { createQuarantine } from './quarantine.ts'
import type { Sequencer } from './sequencer.ts'

const FEED: FeedDefinition = {
  id: 'json',
  door: 'json',
  mode: 'listen',
  host: '127.0.0.1',
  port: 0,
  time: 'arrival',
  maxConnections: 3,
  maxFrameBytes: 100,
  maxFramesPerS: 1000,
  maxClockSkewMs: 1000,
  priority: 3,
  simulated: true,
}

test('who posted a frame that broke the engine may post again after its quarantine, over a connection of its own', () => {
  const drafts: EntryDraft[] = []
  const wall = { ms: 0 }
  const append = (draft: EntryDraft) => drafts.push(draft)
  const sequencer = {
    append,
    offer: (draft: EntryDraft) => ({ result: 'accepted', position: append(draft) }),
    countShed: () => undefined,
  } as unknown as Sequencer
  const desk = createDoorDesk({
    sequencer,
    quarantine: createQuarantine(() => wall.ms),
    feeds: [FEED],
    nowMs: () => 0,
    firstConnection: 1,
    doors: () => undefined,
  })
  const post = () => desk.ingest('json', new Uint8Array(1), '192.0.2.1').accepted
  assert.equal(post(), true)
  desk.putInQuarantine(1, 'its bytes stopped the engine')
  assert.equal(post(), false)
  wall.ms += 61_000
  assert.equal(post(), true)
  const told = drafts.map((draft) => `${draft.type} ${draft.connection}`)
  assert.deepEqual(told, ['connection 1', 'frame 1', 'connection 1', 'connection 2', 'frame 2'])
  assert.match(new TextDecoder().decode(drafts[2]?.payload), /closed/)
})

type Shed = readonly [feed: string, frames: number, bytes: number, cause: string]

test('a JSON feed takes no more than its maxFramesPerS by the event clock; the rest is answered so and counted', () => {
  const shed: Shed[] = []
  const clock = { ms: 0 }
  const sequencer = {
    append: () => 1,
    offer: () => ({ result: 'accepted', position: 1 }),
    countShed: (...count: Shed) => shed.push(count),
  } as unknown as Sequencer
  const desk = createDoorDesk({
    sequencer,
    quarantine: createQuarantine(() => 0),
    feeds: [{ ...FEED, maxFramesPerS: 2 }],
    nowMs: () => clock.ms,
    firstConnection: 1,
    doors: () => undefined,
  })
  // Another address for each: the limit is the feed's.
  const post = (host: number) => desk.ingest('json', new Uint8Array(3), `192.0.2.${host}`)
  assert.deepEqual(
    [1, 2, 3, 4].map((host) => post(host).accepted),
    [true, true, true, true],
  )
  const over = post(5)
  assert.equal(over.accepted ? undefined : over.problem.error, 'rate-limit')
  assert.deepEqual(shed, [['json', 1, 3, 'rate-limit']])
  clock.ms += 500
  assert.deepEqual([post(6).accepted, post(7).accepted], [true, false])
})

test('what comes while Marsad stops is counted', () => {
  const shed: Shed[] = []
  const sequencer = { append: () => 1, countShed: (...count: Shed) => shed.push(count) } as unknown as Sequencer
  const desk = createDoorDesk({
    sequencer,
    quarantine: createQuarantine(() => 0),
    feeds: [FEED],
    nowMs: () => 0,
    firstConnection: 1,
    doors: () => undefined,
  })
  desk.stop()
  assert.deepEqual(desk.host.submit({ type: 'frame', version: 1, source: 'json', connection: 1, payload: new Uint8Array(5) }), {
    result: 'shed',
    cause: 'stopping',
  })
  assert.deepEqual(shed, [['json', 1, 5, 'stopping']])
})
