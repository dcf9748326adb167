/// <reference types="node" />
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AlertView } from '../../../src/model/api.ts'
import { holdQueue, queueOf } from './queue-order.ts'

function alert(id: string, patch: Partial<AlertView> = {}): AlertView {
  return {
    id,
    kind: 'intrusion',
    state: 'unacknowledged',
    priority: 2,
    raisedMs: 0,
    changedMs: 0,
    acknowledgedBy: null,
    shelvedUntilMs: null,
    track: null,
    members: 1,
    sites: ['lusail'],
    zone: null,
    timeToZoneS: null,
    distanceM: null,
    reasons: [],
    ...patch,
  }
}
const ids = (alerts: readonly AlertView[]): string[] => alerts.map((each) => each.id)

test('the most urgent stands first', () => {
  const sorted = queueOf(
    [
      alert('shelved', { state: 'shelved', priority: 1 }),
      alert('late', { timeToZoneS: 300 }),
      alert('returned', { state: 'returned', priority: 1 }),
      alert('soon', { timeToZoneS: 60 }),
      alert('seen', { state: 'acknowledged', timeToZoneS: 10 }),
      alert('top', { priority: 1, timeToZoneS: 400 }),
      alert('no-time'),
      alert('cleared', { state: 'cleared', priority: 1 }),
    ],
    undefined,
  )
  assert.deepEqual(ids(sorted), ['top', 'soon', 'late', 'no-time', 'seen', 'returned', 'shelved'])
})

test('a flood of claims never stands before an object of its priority', () => {
  const sorted = queueOf(
    [alert('flood', { kind: 'claims-without-body', members: 200, timeToZoneS: 1 }), alert('object', { state: 'acknowledged' })],
    undefined,
  )
  assert.deepEqual(ids(sorted), ['object', 'flood'])
})

test('a site commander sees the alerts of that site alone', () => {
  assert.deepEqual(ids(queueOf([alert('a', { sites: ['lusail', 'port'] }), alert('b', { sites: ['port'] })], 'lusail')), ['a'])
})

const anyAlert = fc
  .record({
    n: fc.nat(40),
    priority: fc.constantFrom(1, 2, 3),
    state: fc.constantFrom('unacknowledged', 'acknowledged', 'returned', 'shelved'),
    timeToZoneS: fc.option(fc.nat(500)),
    kind: fc.constantFrom('intrusion', 'claims-without-body'),
    raisedMs: fc.nat(5),
  })
  .map(({ n, ...patch }) => alert(`A${n}`, patch as Partial<AlertView>))
const anyQueue = fc.uniqueArray(anyAlert, { selector: (each) => each.id })

test('the order does not depend on how the alerts came', () => {
  fc.assert(
    fc.property(anyQueue, fc.nat(), (alerts, turn) => {
      const cut = alerts.length === 0 ? 0 : turn % alerts.length
      assert.deepEqual(ids(queueOf([...alerts.slice(cut), ...alerts.slice(0, cut)], undefined)), ids(queueOf(alerts, undefined)))
    }),
  )
})

test('under a hand every row keeps its place, and what is new waits; nothing is lost', () => {
  fc.assert(
    fc.property(anyQueue, anyQueue, (before, now) => {
      const order = ids(queueOf(before, undefined))
      const sorted = queueOf(now, undefined)
      const held = holdQueue(sorted, order)
      assert.deepEqual(
        held.rows.map((row) => row.id),
        order,
      )
      const shown = held.rows.flatMap((row) => (row.alert === undefined ? [] : [row.alert.id]))
      assert.deepEqual([...shown, ...ids(held.waiting)].toSorted(), ids(sorted).toSorted())
    }),
  )
})
