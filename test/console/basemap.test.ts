import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { isEventErrors, loadEvent } from '../../src/event/load-event.ts'
import { sharedData } from '../shared-data.ts'

type Ring = [number, number][]
const folder = resolve(import.meta.dirname, '..', '..', 'console', 'public', 'basemap')
const rings = (name: string): Ring[][] => {
  const { features } = JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as { features: { geometry: { coordinates: Ring[] } }[] }
  return features.map((f) => f.geometry.coordinates)
}
const land = [...rings('land.geojson'), ...rings('reclaimed.geojson')]

function inside([x, y]: readonly [number, number], ring: Ring): boolean {
  let is = false
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x1, y1] = ring[i]!,
      [x2, y2] = ring[i + 1]!
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) is = !is
  }
  return is
}
const onLand = (p: readonly [number, number]): boolean =>
  land.some(([outline, ...water]) => inside(p, outline!) && !water.some((ring) => inside(p, ring)))

test('every point along every open runway lies on land', (t) => {
  const path = sharedData('geo', 'doha-runways.csv')
  if (path === undefined) return t.skip('needs ../shared/data/geo')
  const rows = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))
  assert.equal(rows.length, 4)
  for (const row of rows) {
    for (let i = 0; i <= 20; i++) {
      const f = i / 20
      const p = [Number(row[10]) * (1 - f) + Number(row[16]) * f, Number(row[9]) * (1 - f) + Number(row[15]) * f] as const
      assert.ok(onLand(p), `${row[2]} ${row[8]}/${row[14]} at ${p.join(' ')}`)
    }
  }
})

test('all eight stadiums stand on land, with 250 m round them', (t) => {
  const path = sharedData('geo', 'doha-stadiums.geojson')
  if (path === undefined) return t.skip('needs ../shared/data/geo')
  const { features } = JSON.parse(readFileSync(path, 'utf8')) as {
    features: { properties: { name: string }; geometry: { coordinates: [number, number] } }[]
  }
  assert.equal(features.length, 8)
  for (const { properties, geometry } of features) {
    const [lon, lat] = geometry.coordinates
    for (const [de, dn] of [
      [0, 0],
      [250, 0],
      [-250, 0],
      [0, 250],
      [0, -250],
    ] as const) {
      assert.ok(onLand([lon + de / 100_600, lat + dn / 110_900]), `${properties.name} ${de} ${dn}`)
    }
  }
})

test('The Pearl is land with its harbours, and the open sea is not', () => {
  assert.ok(onLand([51.54, 25.365]))
  assert.ok(!onLand([51.55, 25.37]))
  assert.ok(!onLand([51.65, 25.4]))
  assert.ok(!onLand([51.7, 25.28]))
})

test('every protected site of the demo event stands on land', () => {
  const loaded = loadEvent(resolve(import.meta.dirname, '..', '..', 'events', 'doha-2022'), { token: (serial) => serial })
  assert.ok(!isEventErrors(loaded))
  const sites = loaded.event.sites.filter((site) => site.protected)
  assert.equal(sites.length, 64)
  const wet = sites
    .filter((site) => !onLand([(site.place.lonRad * 180) / Math.PI, (site.place.latRad * 180) / Math.PI]))
    .map((site) => site.id)
  assert.deepEqual(wet, [])
})
