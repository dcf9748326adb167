import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { before, test } from 'node:test'
import { isEventErrors, loadEvent } from '../src/event/load-event.ts'
import { loadScenario } from '../src/event/load-scenario.ts'
import { cellFrame, geodeticToEnuInto, type CellFrame } from '../src/math/geodesy.ts'
import type { EventDefinition, Zone } from '../src/model/event.ts'
import type { Scenario } from '../src/model/scenario.ts'
import { layTruth, truthAt, type TruthObject } from './truth.ts'

/** The demo's story as the issue tells it, judged on the scenario's own truth. Distances are horizontal, in the cell's true frame. */
const FOLDER = resolve(import.meta.dirname, '../events/doha-2022')
let event: EventDefinition
let scenario: Scenario
let frame: CellFrame
let objects: TruthObject[]

before(() => {
  const loaded = loadEvent(FOLDER, { token: (serial) => serial })
  assert(!isEventErrors(loaded), JSON.stringify(loaded))
  event = loaded.event
  const read = loadScenario(resolve(FOLDER, 'scenarios/demo.yaml'), event)
  assert(!Array.isArray(read), JSON.stringify(read))
  scenario = read
  const { latRad, lonRad, altHaeM } = event.header.origin
  frame = cellFrame(latRad, lonRad, altHaeM)
  objects = layTruth(frame, scenario.objects, scenario.seed)
})

function stateOf(id: string, atS: number): Float64Array | undefined {
  return truthAt(
    frame,
    objects.find(({ object }) => object.id === id)!,
    scenario.zeroMs + atS * 1000,
  )?.state
}

function distanceM(state: Float64Array, place: { latRad: number; lonRad: number; altHaeM: number }): number {
  const out = new Float64Array(3)
  geodeticToEnuInto(frame, place.latRad, place.lonRad, place.altHaeM, out)
  return Math.hypot(state[0]! - out[0]!, state[1]! - out[1]!)
}

const siteOf = (id: string) => event.sites.find((site) => site.id === id)!
const zoneOf = (id: string) => event.zones.find((zone) => zone.id === id)!
const radiusOf = (zone: Zone) => (zone.volume.shape.kind === 'circle' ? zone.volume.shape.radiusM : NaN)
const speed = (state: Float64Array) => Math.hypot(state[3]!, state[4]!)

/** Seconds of the story, to a tenth, in which something holds for the low flyer. */
function secondsWhere(holds: (state: Float64Array) => boolean): number[] {
  return Array.from({ length: 3600 }, (_, i) => 264 + i / 10).filter((atS) => {
    const state = stateOf('low-flyer', atS)
    return state !== undefined && holds(state)
  })
}

test('4:30: a fixed wing 9 km east of Lusail over the sea, 35 m/s, 60 m, without radio', () => {
  const state = stateOf('low-flyer', 270)!
  const lusail = siteOf('lusail').place
  const away = distanceM(state, lusail)
  assert(Math.abs(away - 9200) < 30, `${away} m`)
  assert(Math.abs(speed(state) - 35) < 0.1)
  const flyer = scenario.objects.find(({ id }) => id === 'low-flyer')!
  assert.deepEqual([flyer.class, flyer.radio, flyer.remoteId, flyer.adsb], ['fixed-wing', undefined, undefined, undefined])
  assert(flyer.motion.kind === 'route' && Math.abs(flyer.motion.points[0]!.altHaeM - 60 - event.header.geoidM) < 1)
  assert(away < radiusOf(zoneOf('lusail.alert')), 'inside the alert ring at once')
  assert.equal(stateOf('low-flyer', 260), undefined, 'nothing before')
})

test("5:10: it crosses the alert ring of The Pearl's residence, and no other site's but Lusail's before it turns", () => {
  const entered = event.sites.flatMap((site) => {
    const zone = event.zones.find(({ id }) => id === `${site.id}.alert`)
    const inside = zone ? secondsWhere((state) => distanceM(state, site.place) < radiusOf(zone)) : []
    return inside.length > 0 && inside[0]! < 470 ? [[site.id, inside[0]!] as const] : []
  })
  const inOrder = entered.toSorted(([, a], [, b]) => a - b)
  assert.deepEqual(
    inOrder.map(([id]) => id),
    ['lusail', 'residence-the-pearl'],
  )
  assert(Math.abs(inOrder[1]![1] - 310) <= 2, `${inOrder[1]![1]} s`)
  const inPearl = secondsWhere(
    (state) => distanceM(state, siteOf('residence-the-pearl').place) < radiusOf(zoneOf('residence-the-pearl.alert')),
  )
  assert(inPearl.at(-1)! - inPearl[0]! > 60, 'long enough inside to be sure of it')
  assert.deepEqual(
    secondsWhere((state) => distanceM(state, siteOf('residence-the-pearl').place) < radiusOf(zoneOf('residence-the-pearl.warning'))),
    [],
  )
})

test('7:50: it crosses the warning ring, turns away at 2 km, and the critical ring stays clear', () => {
  const lusail = siteOf('lusail').place
  const inside = secondsWhere((state) => distanceM(state, lusail) < radiusOf(zoneOf('lusail.warning')))
  assert(Math.abs(inside[0]! - 470) <= 2, `in at ${inside[0]} s`)
  assert(inside.at(-1)! < 490, `out at ${inside.at(-1)} s`)
  const nearest = Math.min(...secondsWhere(() => true).map((atS) => distanceM(stateOf('low-flyer', atS)!, lusail)))
  assert(Math.abs(nearest - 2000) < 30, `nearest ${nearest} m`)
  assert(nearest > radiusOf(zoneOf('lusail.critical')))
  assert(distanceM(stateOf('low-flyer', 550)!, lusail) > 3500, 'well away at 9:10')
})

test('the quadcopter nears Stadium 974, keeps out of its critical ring, and is down at 2:20', () => {
  const stadium = siteOf('stadium-974').place
  const at = (atS: number) => distanceM(stateOf('hobby', atS)!, stadium)
  assert(at(0) < radiusOf(zoneOf('stadium-974.alert')) && at(0) > radiusOf(zoneOf('stadium-974.warning')))
  assert(at(0) < at(-60) && at(60) < at(0), 'it nears')
  const all = Array.from({ length: 2540 }, (_, i) => -74 + i / 10)
  assert(Math.min(...all.map(at)) > radiusOf(zoneOf('stadium-974.critical')))
  const landed = all.find(
    (atS) =>
      truthAt(
        frame,
        objects.find(({ object }) => object.id === 'hobby')!,
        scenario.zeroMs + atS * 1000,
      )!.onGround,
  )!
  assert(Math.abs(landed - 140) < 4, `down at ${landed} s`)
  const hobby = scenario.objects.find(({ id }) => id === 'hobby')!
  assert.equal(hobby.remoteId?.pilotFromMs, scenario.zeroMs + 70_000)
})

test('police and broadcast drones keep to their clearances', () => {
  for (const [id, clearance] of [
    ['police', 'police-lusail'],
    ['broadcast', 'broadcast-lusail'],
  ] as const) {
    const { volume, claims, fromMs, toMs } = event.clearances.find((each) => each.id === clearance)!
    const object = scenario.objects.find((each) => each.id === id)!
    assert(claims.includes(`rid:${object.remoteId!.serial}`))
    assert(fromMs < scenario.fromMs && toMs > scenario.toMs)
    assert(volume.shape.kind === 'circle')
    for (let atS = -60; atS < 600; atS += 5)
      assert(distanceM(stateOf(id, atS)!, { ...volume.shape, altHaeM: 0 }) < volume.shape.radiusM - 100)
  }
})

test('airliners come down the glide path, touch down on time, and keep clear of the low flyer', () => {
  const airliners = scenario.objects.filter(({ motion }) => motion.kind === 'approach')
  assert(airliners.length >= 8)
  for (const { id, motion } of airliners) {
    assert(motion.kind === 'approach')
    const touchdownS = (motion.touchdownMs - scenario.zeroMs) / 1000
    const before = stateOf(id, touchdownS - 60)
    if (before) {
      const toGoM = distanceM(before, motion)
      const out = new Float64Array(3)
      geodeticToEnuInto(frame, motion.latRad, motion.lonRad, motion.altHaeM, out)
      // Slope over the ground from 60 s out to the touchdown point 300 m beyond the threshold: 3 degrees is 5.24 %.
      assert(Math.abs((before[2]! - out[2]!) / (toGoM + 300) - 0.0524) < 0.002, id)
      const courseDeg = (Math.atan2(before[3]!, before[4]!) * 180) / Math.PI
      assert(Math.abs(courseDeg - 158.2) < 1, `${id} flies ${courseDeg}, the runway ends give 158.2`)
    }
    for (let atS = 264; atS < 500; atS += 2) {
      const [liner, low] = [stateOf(id, atS), stateOf('low-flyer', atS)]
      if (liner && low) assert(Math.hypot(liner[0]! - low[0]!, liner[1]! - low[1]!) > 1500, `${id} at ${atS} s`)
    }
  }
})

test('the faults stand on the timetable', () => {
  const faults = scenario.sensors.flatMap(({ node, faults: all }) =>
    all.map((fault) => ({
      node,
      kind: fault.kind,
      fromS: (fault.fromMs - scenario.zeroMs) / 1000,
      toS: (fault.toMs - scenario.zeroMs) / 1000,
    })),
  )
  const named = (node: string) => event.nodes.find(({ id }) => id === node)!.name.en
  assert.deepEqual(
    faults.map(({ node, kind, fromS, toS }) => [named(node), kind, fromS, Math.min(toS, 3600)]),
    [
      ['North radar', 'azimuth-bias', 180, 3600],
      ['RF finder Lusail', 'silent', 180, 550],
    ],
  )
  assert.deepEqual(
    scenario.floods.map(({ count, fromMs, toMs }) => [count, (fromMs - scenario.zeroMs) / 1000, (toMs - scenario.zeroMs) / 1000]),
    [[200, 210, 550]],
  )
})
