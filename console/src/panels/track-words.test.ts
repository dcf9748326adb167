/// <reference types="node" />
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AlertView, ReasonView, TrackView } from '../../../src/model/api.ts'
import { approachOf, approachToSite, nextApproach, reasonNow, standingReasons } from './track-words.ts'

const TRACK: TrackView = {
  id: 'T1',
  atMs: 10_000,
  updatedMs: 10_000,
  updateIntervalS: 1,
  bodySeenMs: 10_000,
  claimSeenMs: null,
  latDeg: 25,
  lonDeg: 51,
  altHaeM: null,
  altAmslM: null,
  speedMps: 35,
  speedSigmaMps: 1,
  courseDeg: 270,
  climbMps: 0,
  ellipse: { majorM: 1, minorM: 1, bearingDeg: 0 },
  verticalSigmaM: null,
  existence: 1,
  stale: false,
  onGround: false,
  identity: 'suspect',
  priority: 1,
  folded: false,
  callsign: null,
  claims: [],
  classes: [],
  nodes: [],
  reasonsFor: [],
  reasonsAgainst: [],
  pilotClaimed: false,
  serialClaimed: false,
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

test('a reason tells the speed and height of now while the track gives it', () => {
  const low = { code: 'low-over-sea', params: { speedMps: 30, heightM: 44 } }
  const track = { ...TRACK, altAmslM: 60, reasonsFor: [low] }
  assert.deepEqual(reasonNow({ ...low }, track, 10_000).params, { speedMps: 35, heightM: 60 })
  assert.deepEqual(reasonNow({ ...low }, TRACK, 10_000).params, low.params, 'what was said once stays as it was said')
  const landed = (agoS: number): ReasonView => ({ code: 'landed', params: { agoS } })
  assert.deepEqual(reasonNow(landed(12), { ...TRACK, reasonsAgainst: [landed(0)] }, 10_000), landed(12))
})

test('inside the outer ring the clock runs to the next one of the same site', () => {
  const [pearl, lusail] = TRACK.threats
  assert.ok(pearl !== undefined && lusail !== undefined)
  const threats = [{ ...lusail, zone: 'lusail-alert', relation: 'inside' as const, timeToZoneS: 0, distanceM: 0 }, pearl, lusail]
  const inside = approachOf({ ...TRACK, threats }, undefined, 10_000)
  assert.equal(inside?.inside, true)
  assert.ok(inside !== undefined)
  assert.equal(nextApproach({ ...TRACK, threats }, inside, 12_000)?.timeS, 146)
  assert.equal(nextApproach(TRACK, inside, 12_000), undefined)
})

const ALERT: AlertView = {
  id: 'A1',
  kind: 'intrusion',
  state: 'unacknowledged',
  priority: 1,
  raisedMs: 0,
  changedMs: 0,
  acknowledgedBy: null,
  shelvedUntilMs: null,
  track: 'T1',
  members: 1,
  sites: [],
  zone: null,
  timeToZoneS: null,
  distanceM: null,
  reasons: [],
}
const heading = (zone: string): ReasonView => ({ code: 'heading-to-zone', params: { zone } })
const inside = (zone: string, sinceS: number): ReasonView => ({ code: 'inside-zone', params: { zone, sinceS } })
const TURNED: ReasonView = { code: 'turned-away', params: { zone: 'a', distanceM: 2000 } }

test('reasons of the alert stand first, and none is said twice', () => {
  const low = { code: 'low-over-sea', params: { heightM: 60 } }
  const standing = standingReasons({ ...ALERT, reasons: [heading('a')] }, { ...TRACK, reasonsFor: [low, heading('a'), heading('b')] })
  assert.deepEqual(standing, { for: [heading('a'), low, heading('b')], against: [], earlier: [] })
})

test('an alert that passes shows what is over as earlier, and says once why it passes', () => {
  const standing = standingReasons(
    { ...ALERT, reasons: [TURNED, inside('a', 18)] },
    { ...TRACK, reasonsFor: [inside('outer', 250)], reasonsAgainst: [{ ...TURNED }] },
  )
  assert.deepEqual(standing, { for: [inside('outer', 250)], against: [TURNED], earlier: [inside('a', 18)] })
})
