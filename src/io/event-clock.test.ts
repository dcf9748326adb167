import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createEventClock } from './event-clock.ts'

test('the event clock runs from its start at its rate', () => {
  let wallMs = 1000
  const clock = createEventClock(() => wallMs, 5_000_000, 4)
  wallMs += 250
  assert.equal(clock.nowMs(), 5_001_000)
  assert.deepEqual(clock.setRate(1), { wallMs: 1250, eventMs: 5_001_000, rate: 1 })
  wallMs += 250
  assert.equal(clock.nowMs(), 5_001_250)
  assert.equal(clock.segments().length, 2)
})

test('without a start it is the wall', () => {
  let wallMs = 7777
  const clock = createEventClock(() => wallMs, undefined, 1)
  wallMs += 1
  assert.equal(clock.nowMs(), 7778)
})

test('it never goes back, whatever the wall and the segments do', () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({ wall: fc.integer({ min: -10_000, max: 10_000 }) }),
      fc.record({ rate: fc.double({ min: 0.1, max: 100, noNaN: true }) }),
      fc.record({ jump: fc.integer({ min: -10_000, max: 10_000 }) }),
    ),
  )
  fc.assert(
    fc.property(steps, (moves) => {
      let wallMs = 1_000_000
      const clock = createEventClock(() => wallMs, 500_000, 1)
      let before = clock.nowMs()
      for (const move of moves) {
        if ('wall' in move) wallMs += move.wall
        else if ('rate' in move) clock.setRate(move.rate)
        else clock.jumpTo(before + move.jump)
        const nowMs = clock.nowMs()
        assert.ok(nowMs >= before && Number.isInteger(nowMs))
        before = nowMs
      }
    }),
  )
})

test('a rate of nothing is a fault of ours', () => {
  assert.throws(() => createEventClock(() => 0, 0, 0), /rate/)
})
