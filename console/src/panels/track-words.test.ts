/// <reference types="node" />
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TrackView } from '../../../src/model/api.ts'
import { allReasons, approachOf, approachToSite, reasonNow } from './track-words.ts'

const TRACK: TrackView = {
  id: 'T1', atMs: 10_000, updatedMs: 10_000, updateIntervalS: 1, bodySeenMs: 10_000, claimSeenMs: null, latDeg: 25, lonDeg: 51, altHaeM: null, altAmslM: null, speedMps: 35, speedSigmaMps: 1, courseDeg: 270, climbMps: 0,
  ellipse: { majorM: 1, minorM: 1, bearingDeg: 0 }, verticalSigmaM: null, existence: 1, stale: false, onGround: false, identity: 'suspect', priority: 1, folded: false, callsign: null, claims: [], classes: [], nodes: [], reasonsFor: [], reasonsAgainst: [], pilotClaimed: false, serialClaimed: false,
  threats: [
    { zone: 'pearl', site: 'residence', relation: 'approaching', timeToZoneS: 74, timeSigmaS: 5, distanceM: 2590, closestM: 400 },
    { zone: 'lusail', site: 'stadium', relation: 'approaching', timeToZoneS: 148, timeSigmaS: 9, distanceM: 5180, closestM: 200 },
  ],
}

test('time to a zone is counted down from the estimate, never below zero', () => {
  assert.equal(approachOf(TRACK, undefined, 12_000)?.timeS, 72)
  assert.equal(approachOf(TRACK, undefined, 999_000)?.timeS, 0)
  assert.equal(approachOf(TRACK, undefined, 9000)?.timeS, 74, 'a clock behind the estimate adds nothing')
})

test('a site is told of its own zones alone', () => {
  assert.equal(approachToSite(TRACK, 'stadium', 10_000)?.timeS, 148)
  assert.equal(approachToSite(TRACK, 'port', 10_000), undefined)
})

test('the sentence says the same time as the figure', () => {
  const reason = { code: 'heading-to-zone', params: { zone: 'pearl', timeS: 90, distanceM: 3000 } }
  assert.deepEqual(reasonNow(reason, TRACK, 12_000).params, { zone: 'pearl', timeS: 72, distanceM: 2590 })
  assert.equal(reasonNow(reason, undefined, 12_000), reason)
  assert.equal(reasonNow({ ...reason, params: { zone: 'gone' } }, TRACK, 12_000).params['zone'], 'gone')
})

test('reasons of the alert stand first, and none is said twice', () => {
  const heading = (zone: string) => ({ code: 'heading-to-zone', params: { zone } })
  const low = { code: 'low-over-sea', params: { heightM: 60 } }
  assert.deepEqual(allReasons([heading('a')], [low, heading('a'), heading('b')]), [heading('a'), low, heading('b')])
})
