import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TrackView } from '../../../src/model/api.ts'
import { dropTrack, newTrackSlots, putTrack, trailOf, TRAIL_POINTS, TRAIL_STEP_MS, type Look } from './track-slots.ts'

const LOOK: Look = { iconX: 80, iconY: 160, iconSize: 80, sizePx: 30, dotPx: 0, opacity: 200, withVector: true, withTrail: true }
function view(id: string, latDeg: number, lonDeg: number, atMs = 0): TrackView {
  return { id, atMs, latDeg, lonDeg, speedMps: 20, courseDeg: 90 } as TrackView
}

const place = fc.record({ lat: fc.double({ min: 24, max: 27, noNaN: true }), lon: fc.double({ min: 50, max: 53, noNaN: true }) })
const steps = fc.array(fc.oneof(fc.record({ put: fc.nat(900), place }), fc.record({ drop: fc.nat(900) })), { maxLength: 1500 })

test('after any puts and drops each living track has one slot of its own with its place, and every other slot is hidden', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const slots = newTrackSlots()
      const twin = new Map<string, { lat: number; lon: number }>()
      for (const step of all) {
        if ('put' in step) {
          putTrack(slots, view(`T${step.put}`, step.place.lat, step.place.lon), LOOK, 0)
          twin.set(`T${step.put}`, step.place)
        } else {
          dropTrack(slots, `T${step.drop}`)
          twin.delete(`T${step.drop}`)
        }
      }
      assert.deepEqual([...slots.slotOf.keys()].toSorted(), [...twin.keys()].toSorted())
      assert.equal(new Set(slots.slotOf.values()).size, twin.size)
      for (const [id, { lat, lon }] of twin) {
        const slot = slots.slotOf.get(id)!
        assert.equal(slots.positions[slot * 3], Math.fround(lon))
        assert.equal(slots.positions[slot * 3 + 1], Math.fround(lat))
      }
      let shown = 0
      for (let slot = 0; slot < slots.high; slot++) if (slots.sizes[slot]! > 0) shown++
      assert.equal(shown, twin.size)
      assert.ok(slots.high <= slots.capacity)
    }),
    { numRuns: 40 },
  )
})

test('the velocity vector ends where the object will be in a minute', () => {
  const slots = newTrackSlots()
  putTrack(slots, view('T1', 25, 51), LOOK, 0)
  // 20 m/s to the east for 60 s are 1,200 m; a degree of longitude at 25 N is 100,893 m (111,320 cos 25).
  assert.ok(Math.abs(slots.vectors[0]! - (51 + 1200 / 100_893)) < 1e-5)
  assert.ok(Math.abs(slots.vectors[1]! - 25) < 1e-5)
})

test('a trail keeps its last points in order, forgets the oldest, and begins anew after a jump', () => {
  const slots = newTrackSlots()
  const count = TRAIL_POINTS + 10
  for (let i = 0; i <= count; i++) putTrack(slots, view('T1', 25 + i * 0.001, 51, i * TRAIL_STEP_MS), LOOK, 0)
  const trail = trailOf(slots, 'T1')
  assert.equal(trail.length, TRAIL_POINTS)
  for (let i = 1; i < trail.length; i++) assert.ok(trail[i]![1] > trail[i - 1]![1])
  assert.equal(trail.at(-1)![1], Math.fround(25 + count * 0.001))
  putTrack(slots, view('T1', 26, 51, (count + 1) * TRAIL_STEP_MS), LOOK, 0)
  assert.equal(trailOf(slots, 'T1').length, 1)
})
