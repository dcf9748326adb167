import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { sharedData } from '../../test/shared-data.ts'
import { cellFrame, geodeticToEnuInto } from '../math/geodesy.ts'
import { checkEvent, isEventErrors, loadEvent } from './load-event.ts'

const FOLDER = resolve(import.meta.dirname, '../../events/doha-2022')
const loaded = loadEvent(FOLDER, { token: (serial) => serial })
assert(!isEventErrors(loaded), JSON.stringify(loaded))
const { event, warnings } = loaded
const DEG_PER_RAD = 180 / Math.PI

test('64 protected sites: 8 stadiums, 32 residences, 24 training grounds, each with its rings', () => {
  const kinds = Object.groupBy(
    event.sites.filter((site) => site.protected),
    (site) => site.kind,
  )
  assert.deepEqual(Object.fromEntries(Object.entries(kinds).map(([kind, sites]) => [kind, sites.length])), {
    residence: 32,
    stadium: 8,
    training: 24,
  })
  for (const site of event.sites.filter(({ protected: guarded }) => guarded)) {
    assert(site.footprint, site.id)
    assert.equal(site.partner, 'TUR')
    assert.deepEqual(
      event.zones.filter((zone) => zone.site === site.id && zone.kind !== 'geo' && zone.kind !== 'restriction').map((zone) => zone.kind),
      ['alert', 'warning', 'critical'],
      site.id,
    )
  }
  assert.deepEqual(warnings, [], 'none nearer to another than 300 m')
})

test('the stadiums stand where the outside data has them', (t) => {
  const path = sharedData('geo', 'doha-stadiums.geojson')
  if (path === undefined) return t.skip('needs ../shared/data/geo')
  const { features } = JSON.parse(readFileSync(path, 'utf8')) as {
    features: { properties: { name: string }; geometry: { coordinates: [number, number] } }[]
  }
  assert.equal(features.length, 8)
  for (const { properties, geometry } of features) {
    const site = event.sites.find((each) => each.kind === 'stadium' && each.name.en.startsWith(properties.name))
    assert(site, properties.name)
    assert(Math.abs(site.place.lonRad * DEG_PER_RAD - geometry.coordinates[0]) < 1e-9, properties.name)
    assert(Math.abs(site.place.latRad * DEG_PER_RAD - geometry.coordinates[1]) < 1e-9, properties.name)
  }
})

test("the runway ends lie inside the airport's footprint", (t) => {
  const path = sharedData('geo', 'doha-runways.csv')
  if (path === undefined) return t.skip('needs ../shared/data/geo')
  const ring = event.sites.find((site) => site.id === 'hamad-airport')!.footprint!
  const inside = (latRad: number, lonRad: number) =>
    ring.reduce((odd, a, i) => {
      const b = ring[(i + 1) % ring.length]!
      return a.latRad > latRad !== b.latRad > latRad &&
        lonRad < a.lonRad + ((latRad - a.latRad) / (b.latRad - a.latRad)) * (b.lonRad - a.lonRad)
        ? !odd
        : odd
    }, false)
  const ends = readFileSync(path, 'utf8')
    .split('\n')
    .filter((row) => row.includes('OTHH'))
    .flatMap((row) => {
      const cells = row.split(',')
      return [
        [cells[9], cells[10]],
        [cells[15], cells[16]],
      ]
    })
  assert.equal(ends.length, 4)
  for (const [lat, lon] of ends) assert(inside(Number(lat) / DEG_PER_RAD, Number(lon) / DEG_PER_RAD), `${lat} ${lon}`)
})

test('what is needed by the demo is there: one officer with every task, the joint command in force, people in the stands', () => {
  const [first] = event.persons
  const post = event.posts.find(({ id }) => id === first?.post)
  assert.deepEqual([first?.nation, post?.site, post?.tasks.length], ['QAT', 'lusail', 5])
  const at = event.header.demoStartMs!
  assert(
    event.agreements.some(
      ({ parties, state, fromMs, toMs }) =>
        parties.includes('QAT') && parties.includes('TUR') && state === 'in-force' && fromMs <= at && at < toMs,
    ),
  )
  assert((event.headcounts.find(({ site, fromMs, toMs }) => site === 'lusail' && fromMs <= at && at < toMs)?.people ?? 0) > 50000)
  assert(event.schedule.some(({ site, fromMs, toMs }) => site === 'lusail' && fromMs <= at && at + 600000 < toMs))
  assert.deepEqual(
    event.feeds.map(({ door, port }) => [door, port]),
    [
      ['sapient', 5020],
      ['beast', 30005],
      ['sbs', 30003],
      ['json', 0],
    ],
  )
  assert.equal(event.nodes.filter((node) => !node.accepted).length, 1)
  for (const node of event.nodes) assert(node.simulated && node.invented, node.id)
})

test('all that is invented says so; what is not stands in the reports or on the map', () => {
  for (const site of event.sites)
    if (site.kind === 'residence' || site.kind === 'training' || site.kind === 'mobile' || site.kind === 'headquarters')
      assert(site.invented, site.id)
  for (const list of [event.persons, event.posts, event.zones, event.clearances, event.schedule, event.headcounts, event.agreements])
    for (const item of list) assert(item.invented)
})

test('everything lies within the reach of one rigid frame', () => {
  const { latRad, lonRad, altHaeM } = event.header.origin
  const frame = cellFrame(latRad, lonRad, altHaeM)
  const out = new Float64Array(3)
  for (const site of event.sites) {
    geodeticToEnuInto(frame, site.place.latRad, site.place.lonRad, site.place.altHaeM, out)
    assert(Math.hypot(out[0]!, out[1]!) < 100_000, site.id)
  }
})

test('the events of the recordings load too', () => {
  for (const name of ['los-angeles', 'pymodes']) {
    const { ok, lines } = checkEvent(resolve(FOLDER, '..', name))
    assert(ok, lines.join('\n'))
  }
})
