import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, test } from 'node:test'
import { SaxesParser } from 'saxes'
import { exportRecord, EXPORTERS } from '../../src/app/export-record.ts'
import { openRoom } from '../../src/app/room.ts'
import type { FeedId } from '../../src/model/ids.ts'
import type { Item, Output } from '../../src/model/picture.ts'
import type { EngineRun } from '../../src/record/engine-run.ts'
import type { ReplayStep } from '../../src/record/replay.ts'
import { placeAt, smallEvent, START_MS as SMALL_START_MS } from '../engine/small-event.ts'
import { alertItem, standingItems, START_MS, trackItem } from '../serve/sample-items.ts'

/** Steps as a replay gives them: the items after each entry, and what changed. */
function stepsOf(rows: readonly (readonly [atMs: number, outputs: readonly Output[]])[]): ReplayStep[] {
  let items = new Map<string, Item>(standingItems().map((item) => [`${item.kind}:${item.id}`, item]))
  return rows.map(([atMs, outputs], index) => {
    items = new Map(items)
    for (const output of outputs) {
      if (output.out === 'put') items.set(`${output.item.kind}:${output.item.id}`, output.item)
      if (output.out === 'drop') items.delete(`${output.kind}:${output.id}`)
    }
    const run: EngineRun = { state: undefined, position: index + 1, atMs, outputsHash: '', items, answers: new Map() }
    const entry = {
      position: index + 1,
      atMs,
      type: 'tick',
      version: 1,
      source: 'marsad',
      connection: 0,
      payload: new Uint8Array(0),
    } as const
    return { run, entry, outputs, skipped: false }
  })
}
const put = (item: Item): Output => ({ out: 'put', item })
const track = (id: string, s: number, more: object = {}) => trackItem({ id, atMs: START_MS + s * 1000, eM: 100 * s, nM: 50, ...more })
const hostile = { ...track('T2', 1), callsign: '=cmd|"x", <b>\u0001&' }
const alert = alertItem('A1', 'T1', START_MS + 2000)
const STEPS = stepsOf([
  [START_MS, []],
  [START_MS + 1000, [put(track('T1', 1)), put(hostile)]],
  [START_MS + 2000, [put(track('T1', 2)), put(alert)]],
  [START_MS + 2100, [put({ ...track('T1', 2), stale: true })]],
  [
    START_MS + 3000,
    [
      put(track('T1', 3)),
      { out: 'drop', kind: 'track', id: 'T2' },
      put({ ...alert, alert: { ...alert.alert, state: 'acknowledged', acknowledgedBy: 'noura' as never } }),
    ],
  ],
  [START_MS + 4000, [put({ ...track('T3', 4), estimate: { ...track('T3', 4).estimate, heightKnown: false } })]],
])
const EVERYTHING = { fromMs: 0, toMs: Infinity }

function fileOf(format: string, span = EVERYTHING, steps = STEPS): string {
  const exporter = EXPORTERS[format]?.()
  assert.ok(exporter)
  return Array.from(exportRecord(steps, exporter, span)).join('')
}

/** RFC 4180 letter by letter. */
function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [['']]
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const row = rows.at(-1) ?? []
    const c = text[i] ?? ''
    if (quoted && c === '"' && text[i + 1] === '"') row[row.length - 1] += text[++i] ?? ''
    else if (c === '"') quoted = !quoted
    else if (!quoted && c === ',') row.push('')
    else if (!quoted && c === '\r' && text[i + 1] === '\n') {
      rows.push([''])
      i++
    } else row[row.length - 1] += c
  }
  assert.deepEqual([quoted, rows.pop()], [false, ['']], 'the file ends with a line end')
  const [head = [], ...rest] = rows
  return rest.map((row) => {
    assert.equal(row.length, head.length)
    return Object.fromEntries(head.map((name, i) => [name, row[i] ?? '']))
  })
}

/** Elements of a well-formed document with namespaces resolved, by name, with their text. */
function readXml(text: string): { name: string; text: string }[] {
  const out: { name: string; text: string }[] = []
  const open: { name: string; text: string }[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => assert.fail(error.message))
  parser.on('opentag', (tag) => {
    const element = { name: `${tag.uri}|${tag.local}`, text: '' }
    out.push(element)
    open.push(element)
  })
  parser.on('text', (run) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += run
  })
  parser.on('closetag', () => open.pop())
  parser.write(text).close()
  return out
}

type Feature = {
  id: string
  geometry: { type: string; coordinates: unknown[] } | null
  properties: Record<string, unknown> & { coordinateProperties: { times: string[] } }
}

describe('export', () => {
  test('GeoJSON: a feature a track and an alert, in degrees and metres above the ellipsoid', () => {
    const file = JSON.parse(fileOf('geojson')) as { type: string; features: Feature[] }
    assert.equal(file.type, 'FeatureCollection')
    assert.deepEqual(file.features.map((each) => each.id).sort(), ['A1', 'T1', 'T2', 'T3'])
    const of = (id: string): Feature => file.features.find((each) => each.id === id) ?? assert.fail(id)
    const t1 = of('T1')
    assert.deepEqual([t1.geometry?.type, t1.geometry?.coordinates.length], ['LineString', 3])
    assert.deepEqual(
      t1.properties.coordinateProperties.times,
      [1, 2, 3].map((s) => new Date(START_MS + s * 1000).toISOString()),
    )
    // 100 m and 50 m from an origin at 25.4207 N 51.4904 E: a degree is 110,779 m north and 100,639 m east there.
    const [lonDeg, latDeg, altM] = (t1.geometry?.coordinates[0] ?? []) as number[]
    assert.ok(Math.abs((lonDeg ?? 0) - (51.4904 + 100 / 100_639)) < 2e-6 && Math.abs((latDeg ?? 0) - (25.4207 + 50 / 110_779)) < 2e-6)
    assert.equal(altM, 60)
    assert.deepEqual([of('T2').geometry?.type, of('T2').properties['callsign']], ['Point', '=cmd|"x", <b>\u0001&'])
    assert.equal((of('T3').geometry?.coordinates ?? []).length, 2, 'a track without height is flat')
    const a1 = of('A1')
    assert.deepEqual(
      (a1.properties['states'] as { state: string }[]).map(({ state }) => state),
      ['unacknowledged', 'acknowledged'],
    )
    assert.deepEqual(a1.geometry?.coordinates, t1.geometry?.coordinates[1])
  })

  test('CSV: a row a position and an alert state; no cell is a formula', () => {
    const rows = readCsv(fileOf('csv'))
    assert.deepEqual(
      rows.map(({ kind, id, time, alert_state }) => [kind, id, Date.parse(time ?? '') - START_MS, alert_state]),
      [
        ['track', 'T1', 1000, ''],
        ['track', 'T2', 1000, ''],
        ['track', 'T1', 2000, ''],
        ['alert', 'A1', 2000, 'unacknowledged'],
        ['track', 'T1', 3000, ''],
        ['alert', 'A1', 3000, 'acknowledged'],
        ['track', 'T3', 4000, ''],
      ],
    )
    assert.equal(rows[1]?.['callsign'], `'=cmd|"x", <b>\u0001&`)
    assert.deepEqual([rows[0]?.['alt_hae_m'], rows[0]?.['alt_amsl_m'], rows[6]?.['alt_hae_m']], ['60', '90', ''])
    assert.ok(rows.every((row) => Object.values(row).every((cell) => !/^[=+@]/.test(cell))))
  })

  test('KML: well-formed, a time for each place, heights above the sea', () => {
    const elements = readXml(fileOf('kml'))
    const kml = (name: string): string[] =>
      elements.filter((each) => each.name === `http://www.opengis.net/kml/2.2|${name}`).map(({ text }) => text)
    const gx = (name: string): string[] =>
      elements.filter((each) => each.name === `http://www.google.com/kml/ext/2.2|${name}`).map(({ text }) => text)
    assert.equal(kml('Placemark').length, 4)
    assert.equal(gx('Track').length, 3)
    assert.equal(gx('coord').length, 5)
    assert.equal(kml('when').length, 5 + 1)
    assert.deepEqual([...new Set(kml('altitudeMode'))].sort(), ['absolute', 'clampToGround'])
    assert.ok(kml('name').includes('=cmd|"x", <b>\ufffd&'))
    assert.ok(gx('coord').some((coord) => coord.endsWith(' 90')))
  })

  test('a span gives what stood at its beginning and what came in it', () => {
    const rows = (fromS: number, toS: number): string[] =>
      readCsv(fileOf('csv', { fromMs: START_MS + fromS * 1000, toMs: START_MS + toS * 1000 })).map(
        ({ id, time }) => `${id} ${(Date.parse(time ?? '') - START_MS) / 1000}`,
      )
    assert.deepEqual(rows(2.05, 3), ['T1 2', 'T2 1', 'A1 2.1', 'T1 3', 'A1 3'])
    assert.deepEqual(rows(0, 1.5), ['T1 1', 'T2 1'])
    assert.deepEqual(rows(10, 20), [])
    assert.deepEqual((JSON.parse(fileOf('geojson', { fromMs: START_MS + 1e7, toMs: Infinity })) as { features: unknown[] }).features, [])
  })
})

test('marsad export: a real record as three files that agree; wrong usage is 2', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-export-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const main = resolve(import.meta.dirname, '..', '..', 'src', 'app', 'main.ts')
  const marsad = (...args: string[]) => spawnSync(process.execPath, [main, 'export', ...args], { encoding: 'utf8', timeout: 60_000 })
  const room = await openRoom({ event: smallEvent(), dataDir: folder, mode: 'demo', clock: { startMs: SMALL_START_MS, rate: 10 } })
  for (let i = 0; i < 30; i++) {
    const atMs = room.nowMs()
    const place = placeAt(-1200 + ((atMs - SMALL_START_MS) / 1000) * 12, 300)
    const detection = { time: new Date(atMs).toISOString(), position: { ...place, altHaeM: 60, sigmaM: 8, sigmaUpM: 15 }, localTrack: 'a' }
    const sent = room.ingest(
      'json' as FeedId,
      new TextEncoder().encode(JSON.stringify({ node: 'radar-1', detections: [detection] })),
      '192.0.2.1:1',
    )
    assert.ok(sent.accepted)
    await new Promise((done) => setTimeout(done, 100))
  }
  await room.stop()
  const files = Object.fromEntries(
    ['geojson', 'csv', 'kml'].map((format) => {
      const path = join(folder, `out.${format}`)
      const run = marsad(folder, '--format', format, '-o', path)
      assert.deepEqual([run.status, run.stdout], [0, ''], run.stderr)
      return [format, readFileSync(path, 'utf8')]
    }),
  )
  const rows = readCsv(files['csv'] ?? '')
  const positions = rows.filter((row) => row['kind'] === 'track')
  assert.ok(positions.length >= 5, `${positions.length} positions`)
  const { features } = JSON.parse(files['geojson'] ?? '') as { features: Feature[] }
  const tracks = features.filter((each) => each.properties['kind'] === 'track')
  assert.equal(
    tracks.reduce((sum, each) => sum + each.properties.coordinateProperties.times.length, 0),
    positions.length,
  )
  assert.equal(readXml(files['kml'] ?? '').filter(({ name }) => name.endsWith('|coord')).length, positions.length)
  for (const row of positions) {
    // The drone flew a straight line 300 m north of the origin.
    assert.ok(Math.abs(Number(row['lat_deg']) - placeAt(0, 300).latDeg) < 0.0005, row['lat_deg'])
  }
  const toStdout = marsad(folder, '--format', 'csv', '--to', new Date(SMALL_START_MS).toISOString())
  assert.deepEqual([toStdout.status, readCsv(toStdout.stdout)], [0, []])
  assert.deepEqual([marsad(folder, '--format', 'shp').status, marsad(folder).status], [2, 2])
  const nothing = marsad(join(folder, 'none'), '--format', 'csv')
  assert.deepEqual([nothing.status, nothing.stderr], [1, `marsad: there is no journal in ${join(folder, 'none')}: name a data folder\n`])
})
