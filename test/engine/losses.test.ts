/** Nothing is dropped without a counter that an operator can see: what the engine lets go stands in the event's item, what a door lost in the feed's. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { raiseAlert } from '../../src/assess/alert-book.ts'
import { MAX_ALERTS } from '../../src/assess/limits.ts'
import { advance } from '../../src/engine/advance.ts'
import { newEngineState, type EngineState } from '../../src/engine/engine-state.ts'
import type { EngineLosses, FeedItem, Item } from '../../src/model/picture.ts'
import { advanceAll, entry, json, jsonFrame, newPen, picture, placeAt, smallEvent, startEntries, type Pen } from './small-event.ts'

type Bench = { readonly state: EngineState; readonly pen: Pen; readonly items: Map<string, Item> }

function begin(): Bench {
  const state = newEngineState()
  const pen = newPen()
  advance(state, jsonFrame(pen, 'radar-1', []))
  return { state, pen, items: picture(advanceAll(state, startEntries(pen, smallEvent()))) }
}

function tickFor({ state, pen, items }: Bench, ms: number): void {
  for (let passed = 0; passed < ms; passed += 100) {
    pen.atMs += 100
    picture(advance(state, entry(pen, 'tick')), items)
  }
}

function lossesOf({ items }: Bench): EngineLosses | undefined {
  const event = items.get('event event')
  assert.ok(event?.kind === 'event')
  return event.losses
}

function claim(serial: string, eastM = 900): object {
  return { position: { ...placeAt(eastM, 0), altHaeM: 60, sigmaM: 5 }, remoteId: { token: serial, status: 'airborne' } }
}

test('a frame before the event definition is told of once there is one', () => {
  const bench = begin()
  tickFor(bench, 100)
  assert.deepEqual(lossesOf(bench), { framesTooEarly: 1, alertsRefused: 0, claimsShed: 0 })
})

test('claims beyond what is kept between two ticks are counted', () => {
  const bench = begin()
  for (let i = 0; i < 21; i++)
    advance(
      bench.state,
      jsonFrame(
        bench.pen,
        'rid-1',
        Array.from({ length: 1000 }, (_, k) => claim(`${i}-${k}`)),
      ),
    )
  // 21,000 objects in one scan are the tracker's own test.
  bench.state.detections = []
  bench.state.claims = []
  tickFor(bench, 6000)
  assert.equal(lossesOf(bench)?.claimsShed, 1000)
})

test('an alert that finds the book full of graver ones is counted', () => {
  const bench = begin()
  tickFor(bench, 6000)
  const grave = { priority: 1, sites: [], zone: undefined, timeToZoneS: undefined, distanceM: undefined, members: 1, reasons: [] } as const
  for (let i = 0; i < MAX_ALERTS; i++) raiseAlert(bench.state.assess.alerts, 'node-silent', undefined, grave, bench.pen.atMs)
  for (let s = 0; s < 12; s++) {
    advance(bench.state, jsonFrame(bench.pen, 'rid-1', [claim('hobby', 3800 - 10 * s)]))
    tickFor(bench, 1000)
  }
  assert.equal(
    [...bench.items.values()].some((item) => item.kind === 'alert' && item.alert.kind !== 'node-silent'),
    false,
  )
  assert.ok((lossesOf(bench)?.alertsRefused ?? 0) > 0)
})

test('bytes that begin no frame stand in the feed’s counts as rejected, frames that came while stopping as shed', () => {
  const bench = begin()
  advance(bench.state, entry(bench.pen, 'shed', json({ cause: 'framing', feeds: [{ feed: 'beast', frames: 4, bytes: 0 }] })))
  advance(bench.state, entry(bench.pen, 'shed', json({ cause: 'stopping', feeds: [{ feed: 'beast', frames: 2, bytes: 40 }] })))
  tickFor(bench, 1100)
  const feed = bench.items.get('feed beast') as FeedItem
  assert.deepEqual([feed.rejected, feed.shed], [4, 2])
  assert.match(feed.lastReject ?? '', /framing/)
})
