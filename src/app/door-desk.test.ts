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
