import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isReject } from '../base/reject.ts'
import { createEventClock, type EventClock } from '../io/event-clock.ts'
import type { Entry, EntryDraft } from '../model/entry.ts'
import { leavesOf } from '../record/entry-batch.ts'
import { decodeEntry } from '../record/entry-codec.ts'
import { createSequencer, type Sequencer } from './sequencer.ts'

type Bench = { sequencer: Sequencer; clock: EventClock; entries: Entry[]; wall: { ms: number } }

function bench(rate = 1, maxWaitingEntries = 1e9): Bench {
  const wall = { ms: 1_000_000 }
  const entries: Entry[] = []
  const clock = createEventClock(() => wall.ms, 1_669_402_200_000, rate)
  const sequencer = createSequencer({
    clock,
    last: { position: 0, atMs: 0 },
    maxWaitingEntries,
    maxWaitingBytes: 1e12,
    ship(batch) {
      for (const leaf of leavesOf(batch)) {
        const entry = decodeEntry(leaf.subarray(1))
        assert.ok(!isReject(entry))
        entries.push(entry)
      }
    },
  })
  return { sequencer, clock, entries, wall }
}

const frame = (source = 'radar'): EntryDraft => ({ type: 'frame', version: 1, source, connection: 1, payload: new Uint8Array([1]) })

test('whatever comes when: positions rise by one, time never goes back, and a tick comes within 250 ms', () => {
  const moves = fc.array(
    fc.record({
      wallMs: fc.integer({ min: -500, max: 20_000 }),
      what: fc.constantFrom('timer', 'frame', 'rate'),
      rate: fc.double({ min: 0.5, max: 60, noNaN: true }),
    }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(moves, (list) => {
      const { sequencer, clock, entries, wall } = bench()
      for (const { wallMs, what, rate } of list) {
        wall.ms += wallMs
        if (what === 'timer') sequencer.onTimer()
        else if (what === 'frame') sequencer.append(frame())
        else sequencer.appendClock(clock.setRate(rate))
      }
      sequencer.flush()
      let before: Entry | undefined
      for (const entry of entries) {
        assert.equal(entry.position, (before?.position ?? 0) + 1)
        if (before !== undefined) assert.ok(entry.atMs >= before.atMs)
        if (before !== undefined && entry.type !== 'clock')
          assert.ok(entry.atMs - before.atMs <= 250, `${entry.atMs - before.atMs} ms before ${entry.type}`)
        before = entry
      }
    }),
  )
})

test('a wall that is set back does not stop time: it goes on from where it was, in a new segment of the clock', () => {
  const { sequencer, entries, wall } = bench()
  const run = (ms: number) => {
    for (let i = 0; i < ms; i += 20) {
      wall.ms += 20
      sequencer.onTimer()
    }
    sequencer.flush()
  }
  run(1000)
  const before = entries.length
  wall.ms -= 3_600_000
  run(1000)
  const later = entries.slice(before)
  assert.deepEqual(
    later.filter((entry) => entry.type !== 'tick').map((entry) => entry.type),
    ['clock'],
  )
  assert.ok(later.filter((entry) => entry.type === 'tick').length >= 9, `${later.length} entries in a second`)
})

test('a start comes first, however long the threads took to begin: no tick stands before it', () => {
  const { sequencer, entries, wall } = bench()
  wall.ms += 730
  sequencer.append({ ...frame('marsad'), type: 'start', connection: 0 })
  wall.ms += 100
  sequencer.onTimer()
  sequencer.flush()
  assert.deepEqual(
    entries.map(({ type, atMs }) => [type, atMs - 1_669_402_200_000]),
    [
      ['start', 730],
      ['tick', 830],
    ],
  )
})

test('at the wall’s pace ticks are 100 ms apart, at sixty times 250 ms', () => {
  for (const [rate, wallMs, stepMs] of [
    [1, 1000, 100],
    [60, 1000, 250],
  ] as const) {
    const { sequencer, entries, wall } = bench(rate)
    wall.ms += wallMs
    sequencer.onTimer()
    sequencer.flush()
    const ticks = entries.filter((entry) => entry.type === 'tick')
    assert.equal(ticks.length, (wallMs * rate) / stepMs)
    for (let i = 1; i < ticks.length; i++) assert.equal(ticks[i]!.atMs - ticks[i - 1]!.atMs, stepMs)
  }
})

test('a machine that slept for an hour writes a segment of the clock, not its ticks', () => {
  const { sequencer, entries, wall } = bench()
  wall.ms += 3_600_000
  sequencer.onTimer()
  sequencer.flush()
  assert.deepEqual(
    entries.map((entry) => entry.type),
    ['clock', 'tick'],
  )
})

test('under overload the lowest priority goes first, commands never, and every frame is counted', () => {
  const { sequencer, entries, wall } = bench(1, 100)
  const refusedAt = new Map<number, number>()
  for (let i = 0; i < 120; i++) {
    for (const priority of [9, 5, 1]) {
      const taken = sequencer.offer(frame(`p${priority}`), priority)
      if (taken.result === 'shed' && !refusedAt.has(priority)) refusedAt.set(priority, sequencer.fill())
    }
  }
  assert.deepEqual([...refusedAt.keys()], [9, 5, 1])
  assert.ok(
    refusedAt.get(9)! >= 0.5 && refusedAt.get(9)! < refusedAt.get(5)! && refusedAt.get(5)! < refusedAt.get(1)! && refusedAt.get(1)! <= 1,
  )
  assert.ok(sequencer.append({ ...frame(), type: 'command' }) > 0, 'a command is taken however full it is')
  wall.ms += 1000
  sequencer.onTimer()
  sequencer.flush()
  const shed = entries
    .filter((entry) => entry.type === 'shed')
    .map((entry) => JSON.parse(Buffer.from(entry.payload).toString()) as { cause: string; feeds: { feed: string; frames: number }[] })
  assert.equal(shed.length, 1)
  assert.equal(shed[0]!.cause, 'overload')
  const recorded = entries.filter((entry) => entry.type === 'frame').length
  assert.equal(recorded + shed[0]!.feeds.reduce((sum, each) => sum + each.frames, 0), 360)
  sequencer.progress(sequencer.assigned())
  assert.equal(sequencer.offer(frame(), 9).result, 'accepted', 'when the queues are empty again, all are taken')
})

test('while the disk is full the counts wait, and come afterwards', () => {
  const { sequencer, entries, wall } = bench()
  sequencer.holdCounts(true)
  sequencer.countShed('radar', 3, 30, 'rate-limit')
  wall.ms += 2000
  sequencer.onTimer()
  sequencer.holdCounts(false)
  wall.ms += 100
  sequencer.onTimer()
  sequencer.flush()
  assert.equal(entries.filter((entry) => entry.type === 'shed').length, 1)
  assert.equal(entries.findLast((entry) => entry.type === 'shed')!.position, entries.at(-1)!.position)
})

test('before the end the counts are told at once, however short ago the last were', () => {
  const { sequencer, entries, wall } = bench()
  const told = () => {
    sequencer.flush()
    return entries.filter((entry) => entry.type === 'shed').length
  }
  sequencer.countShed('radar', 1, 10, 'overload')
  wall.ms += 1100
  sequencer.onTimer()
  sequencer.countShed('radar', 2, 20, 'stopping')
  sequencer.countShed('radar', 3, 0, 'framing')
  wall.ms += 100
  sequencer.onTimer()
  assert.equal(told(), 1)
  sequencer.reportShed()
  sequencer.reportShed()
  assert.equal(told(), 3)
  assert.equal(sequencer.shedFrames(), 3, 'what was wrongly framed was not shed')
})
