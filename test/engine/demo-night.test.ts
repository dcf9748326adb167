import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { before, test } from 'node:test'
import { isEventErrors, loadEvent } from '../../src/event/load-event.ts'
import { loadScenario } from '../../src/event/load-scenario.ts'
import type { AlertItem, Item, NodeItem, TrackItem } from '../../src/model/picture.ts'
import type { Alert } from '../../src/model/assessment.ts'
import { playScenario, TOKEN } from './play-scenario.ts'
import { picture } from './small-event.ts'

/**
 * The demo's story, minute by minute, through the simulator's bytes, the doors' framing and the engine, without sockets or
 * waiting. What the simulator knows as truth is the judge: which serials are whose, when things happen.
 */
const EVENT = resolve(import.meta.dirname, '../../events/doha-2022')

/** The picture every five seconds of the story, and every alert that was ever said. */
type Night = {
  readonly at: Map<number, Map<string, Item>>
  readonly alerts: { readonly s: number; readonly alert: Alert }[]
  readonly pilotClaimedS: number | undefined
}
let night: Night

before(() => {
  const loaded = loadEvent(EVENT, { token: TOKEN })
  assert.ok(!isEventErrors(loaded))
  const scenario = loadScenario(resolve(EVENT, 'scenarios/demo.yaml'), loaded.event)
  assert.ok(!Array.isArray(scenario))
  const items = new Map<string, Item>()
  const at = new Map<number, Map<string, Item>>()
  const alerts: { s: number; alert: Alert }[] = []
  let pilotClaimedS: number | undefined
  playScenario(loaded.event, scenario, scenario.zeroMs + 625_000, (outputs, atMs) => {
    const s = (atMs - scenario.zeroMs) / 1000
    picture(outputs, items)
    for (const output of outputs) {
      if (output.out !== 'put') continue
      if (output.item.kind === 'alert') alerts.push({ s, alert: output.item.alert })
      if (output.item.kind === 'track' && output.item.pilotClaimed) pilotClaimedS ??= s
    }
    const slot = Math.floor(s / 5) * 5
    if (!at.has(slot)) at.set(slot, new Map(items))
  })
  night = { at, alerts, pilotClaimedS }
})

const clock = (minutes: number, seconds: number): number => minutes * 60 + seconds
function items<T extends Item>(s: number, kind: T['kind']): T[] {
  return [...(night.at.get(s)?.values() ?? [])].filter((item): item is T => item.kind === kind)
}
const standing = (s: number): Alert[] =>
  items<AlertItem>(s, 'alert')
    .map((item) => item.alert)
    .filter((alert) => alert.state !== 'cleared' && alert.state !== 'returned')
const codes = (alert: Alert | undefined): string[] => (alert?.reasons ?? []).map((reason) => reason.code)

test('0:00 one alert with its reason and time to the zone; everything cleared, scheduled or feathered is quiet', () => {
  const [alert, ...others] = standing(0)
  assert.deepEqual(others, [])
  assert.equal(alert?.kind, 'intrusion')
  assert.ok(alert?.sites.includes('stadium-974' as never))
  assert.ok(codes(alert).includes('heading-to-zone') && codes(alert).includes('radio-heard'))
  assert.ok((alert?.timeToZoneS ?? 0) > 30 && (alert?.timeToZoneS ?? 0) < 300)
  const tracks = items<TrackItem>(0, 'track')
  const byCallsign = new Map(tracks.map((track) => [track.callsign, track.assessment.identity]))
  assert.equal(byCallsign.get('POLICE AIR UNIT'), 'friend')
  assert.equal(byCallsign.get('HOST BROADCASTER'), 'assumed-friend')
  for (const callsign of ['QTR61W', 'DLH628', 'QTR9TK', 'THY782', 'UAE77K']) assert.equal(byCallsign.get(callsign), 'neutral', callsign)
})

test('1:10 its pilot is claimed; 2:20 it lands and the alert clears by rule', () => {
  assert.ok(
    night.pilotClaimedS !== undefined && night.pilotClaimedS >= clock(1, 9) && night.pilotClaimedS <= clock(1, 20),
    `claimed at ${night.pilotClaimedS}`,
  )
  const hobby = night.alerts.find(({ alert }) => alert.kind === 'intrusion')?.alert.id
  const returned = night.alerts.find(({ alert }) => alert.id === hobby && alert.state === 'returned')
  assert.ok(returned !== undefined && returned.s >= clock(2, 15) && returned.s <= clock(2, 35), `returned at ${returned?.s}`)
  assert.equal(codes(returned.alert)[0], 'landed')
  assert.deepEqual(standing(clock(3, 0)), [])
})

test('3:00 the RF node falls silent and is blind since then; the north radar’s bias is found', () => {
  const node = items<NodeItem>(clock(3, 15), 'node').find((item) => item.definition?.sensor === 'rf' && item.state === 'silent')
  assert.ok(node?.blindSinceMs !== undefined)
  assert.deepEqual(
    standing(clock(3, 20)).map((alert) => [alert.kind, alert.priority]),
    [['node-silent', 3]],
  )
  const bias = items<NodeItem>(clock(9, 0), 'node').find((item) => item.id === 'north-radar')?.bias
  const biasDeg = ((bias?.azimuthRad ?? 0) * 180) / Math.PI
  assert.ok(Math.abs(biasDeg - 3) < 0.6 && bias?.corrected === true, `bias ${biasDeg}`)
})

test('3:30 two hundred fakes are one folded line, and no more', () => {
  for (let s = clock(3, 50); s <= clock(9, 5); s += 5) {
    const folds = standing(s).filter((alert) => alert.kind === 'claims-without-body')
    assert.equal(folds.length, 1, `at ${s} s`)
    if (s >= clock(4, 15)) assert.ok((folds[0]?.members ?? 0) >= 190, `${folds[0]?.members} members at ${s} s`)
  }
})

test('4:30 the fixed wing: suspect, above the flood within seconds, one track and one alert to the end', () => {
  const raised = night.alerts.find(({ alert }) => alert.priority === 1)
  assert.ok(raised !== undefined && raised.s <= clock(4, 40), `raised at ${raised?.s}`)
  assert.ok(codes(raised.alert).includes('kinematics-drone') || codes(raised.alert).includes('low-over-sea'))
  assert.ok((raised.alert.timeToZoneS ?? 0) > 120, 'minutes to the ring')
  const sites = new Set<string>()
  for (let s = clock(4, 45); s <= clock(7, 45); s += 5) {
    const intrusions = standing(s).filter((alert) => alert.kind === 'intrusion')
    assert.deepEqual(
      intrusions.map((alert) => [alert.id, alert.priority]),
      [[raised.alert.id, 1]],
      `at ${s} s`,
    )
    intrusions[0]?.sites.forEach((site) => sites.add(site))
    const suspects = items<TrackItem>(s, 'track').filter((track) => track.assessment.identity === 'suspect')
    assert.equal(suspects.length, 1, `${suspects.length} suspects at ${s} s`)
  }
  assert.ok(sites.has('lusail') && sites.has('residence-the-pearl'), [...sites].join())
  // The partner's system sees it too from 5:10 on.
  const seen = items<TrackItem>(clock(6, 0), 'track').find((track) => track.assessment.identity === 'suspect')
  assert.ok((seen?.nodes.length ?? 0) >= 2)
})

test('7:50 it crosses the warning ring and turns away: the alert returns to normal and says why', () => {
  const atRing = items<AlertItem>(clock(7, 45), 'alert').find(({ alert }) => alert.priority === 1)?.alert
  assert.ok((atRing?.timeToZoneS ?? 99) < 12 && atRing?.zone === 'lusail.warning')
  const returned = night.alerts.find(({ alert }) => alert.id === atRing?.id && alert.state === 'returned')
  assert.ok(returned !== undefined && returned.s > clock(7, 50) && returned.s < clock(9, 0), `returned at ${returned?.s}`)
  const turned = returned.alert.reasons.find((reason) => reason.code === 'turned-away')
  assert.ok(turned?.code === 'turned-away' && Math.abs(turned.params.distanceM - 2000) < 150, JSON.stringify(turned))
})

test('9:10 the node is back and the flood ends: nothing asks for anybody', () => {
  const node = items<NodeItem>(clock(9, 20), 'node').find((item) => item.name === 'RF finder Lusail')
  assert.deepEqual([node?.state, node?.blindSinceMs], ['operational', undefined])
  assert.deepEqual(standing(clock(9, 55)), [])
})

test('the whole night asks for somebody four times', () => {
  const kinds = new Map(night.alerts.map(({ alert }) => [alert.id, alert.kind]))
  assert.deepEqual([...kinds.values()].sort(), ['claims-without-body', 'intrusion', 'intrusion', 'node-silent'])
})
