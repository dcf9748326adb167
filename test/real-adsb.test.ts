/**
 * Real aircraft through the engine: recordings of others, and what readsb, an independent decoder, said of the same bytes.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { isReject } from '../src/base/reject.ts'
import { encodeBeastFrame } from '../src/wire/adsb/beast.ts'
import { createBeastFramer } from '../src/wire/adsb/framing.ts'
import { cellFrame, enuToGeodeticInto } from '../src/math/geodesy.ts'
import { openEngineJournal } from './engine-journal.ts'
import { sharedData } from './shared-data.ts'

const RAD_PER_DEG = Math.PI / 180
const events = resolve(import.meta.dirname, '..', 'events')

/** Metres between two places a few kilometres apart: flat is good enough for a tolerance. */
function apartM(aLatDeg: number, aLonDeg: number, bLatDeg: number, bLonDeg: number): number {
  return Math.hypot((aLatDeg - bLatDeg) * 111_200, (aLonDeg - bLonDeg) * 111_200 * Math.cos(aLatDeg * RAD_PER_DEG))
}

type Recorded = { readonly atMs: number; readonly message: Uint8Array }

function pyModesRecording(path: string): Recorded[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [seconds = '', hex = ''] = line.replaceAll('"', '').split(',')
      return { atMs: Number(seconds) * 1000, message: new Uint8Array(Buffer.from(hex, 'hex')) }
    })
    .sort((a, b) => a.atMs - b.atMs)
}

test('one real airliner over twelve minutes is one track with its call sign, where readsb puts it', (t) => {
  const path = sharedData('adsb', 'pymodes_adsb.csv')
  const oracle = sharedData('adsb', 'readsb-out', 'pymodes_adsb.jsonl')
  if (path === undefined || oracle === undefined) return t.skip('needs ../shared/data')
  const recording = pyModesRecording(path)
  const startMs = recording[0]!.atMs
  const tracks = new Map<string, { firstMs: number; lastMs: number; callsign: string | undefined; claims: readonly string[] }>()
  const path_: { e: number; n: number; u: number }[] = []
  const journal = openEngineJournal(resolve(events, 'pymodes'), startMs - 1000, (outputs) => {
    for (const output of outputs) {
      if (output.out !== 'put' || output.item.kind !== 'track') continue
      const { estimate, callsign } = output.item
      tracks.set(estimate.id, {
        firstMs: tracks.get(estimate.id)?.firstMs ?? estimate.atMs,
        lastMs: estimate.atMs,
        callsign,
        claims: estimate.claims,
      })
      path_.push({ e: estimate.state[0], n: estimate.state[1], u: estimate.state[2] })
    }
  })
  for (const { atMs, message } of recording) journal.frameAt(atMs, 'beast', framed(message))
  assert.equal(tracks.size, 1, 'one object, one track')
  const [track] = [...tracks.values()]
  const said = readFileSync(oracle, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { hex: string; flight?: string; lat?: number; lon?: number })
  assert.deepEqual(track!.claims, [`icao:${said[0]!.hex}`])
  assert.equal(track!.callsign, said.find((row) => row.flight !== undefined)!.flight!.trim())
  assert.ok(track!.lastMs - track!.firstMs > 600_000, 'the same identifier for over ten minutes')
  const ours = positionsOf(journal.of('event')[0]!.header.origin, path_)
  // readsb stamped arrival, not the recording's time, so places are compared along the path: 250 m/s, a few updates a second.
  const positioned = said.filter((row) => row.lat !== undefined && row.lon !== undefined)
  assert.ok(positioned.length > 100)
  const offM = positioned
    .map((row) => Math.min(...ours.map((place) => apartM(place.latDeg, place.lonDeg, row.lat!, row.lon!))))
    .sort((a, b) => a - b)
  assert.ok(
    offM[Math.floor(offM.length * 0.95)]! < 300,
    `95 % of readsb's positions lie on our track, the rest up to ${Math.round(offM.at(-1)!)} m off`,
  )
})

function framed(message: Uint8Array): Uint8Array {
  const framer = createBeastFramer()
  framer.push(encodeBeastFrame(message))
  const frame = framer.next()
  if (frame === undefined || isReject(frame)) throw new Error('no frame')
  return frame
}

function positionsOf(
  origin: { latRad: number; lonRad: number; altHaeM: number },
  path: readonly { e: number; n: number; u: number }[],
): { latDeg: number; lonDeg: number }[] {
  const frame = cellFrame(origin.latRad, origin.lonRad, origin.altHaeM)
  const place = new Float64Array(3)
  return path.map(({ e, n, u }) => {
    enuToGeodeticInto(frame, e, n, u, place)
    return { latDeg: place[0]! / RAD_PER_DEG, lonDeg: place[1]! / RAD_PER_DEG }
  })
}

test('real traffic over Los Angeles as readsb sends it by SBS: its aircraft become tracks where readsb has them, and no others', (t) => {
  const path = sharedData('adsb', 'readsb-out', 'lax.sbs')
  const oracle = sharedData('adsb', 'readsb-out', 'lax_aircraft.json')
  if (path === undefined || oracle === undefined) return t.skip('needs ../shared/data')
  const lines = readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
  const timeMs = (line: string): number => {
    const [, , , , , , date = '', time = ''] = line.split(',')
    return Date.parse(`${date.replaceAll('/', '-')}T${time}Z`)
  }
  const journal = openEngineJournal(resolve(events, 'los-angeles'), timeMs(lines[0]!) - 1000)
  for (const line of lines) journal.frameAt(timeMs(line), 'sbs', new TextEncoder().encode(line))
  journal.tickTo(timeMs(lines.at(-1)!) + 300)
  const said = (JSON.parse(readFileSync(oracle, 'utf8')) as { aircraft: { hex: string; flight?: string; lat?: number; lon?: number }[] })
    .aircraft
  const positioned = new Map(said.filter((aircraft) => aircraft.lat !== undefined).map((aircraft) => [`icao:${aircraft.hex}`, aircraft]))
  assert.equal(positioned.size, 19)
  const tracks = journal.of('track')
  const origin = journal.of('event')[0]!.header.origin
  assert.equal(tracks.length, 19)
  assert.equal(new Set(tracks.map((track) => track.estimate.claims[0])).size, tracks.length, 'no aircraft twice')
  for (const track of tracks) {
    const aircraft = positioned.get(track.estimate.claims[0] ?? '')
    assert.ok(aircraft !== undefined, `${track.estimate.claims.join()} has a position at readsb too`)
    const [place] = positionsOf(origin, [{ e: track.estimate.state[0], n: track.estimate.state[1], u: track.estimate.state[2] }])
    const offM = apartM(place!.latDeg, place!.lonDeg, aircraft.lat!, aircraft.lon!)
    // The feeder played the messages back faster than they were received, so speed and positions disagree by up to seconds of flight.
    assert.ok(offM < 1000, `${aircraft.hex} is ${Math.round(offM)} m from where readsb saw it last`)
    if (aircraft.flight !== undefined && track.callsign !== undefined) assert.equal(track.callsign, aircraft.flight.trim())
  }
  const callsigns = tracks.filter((track) => track.callsign !== undefined).length
  assert.ok(callsigns >= 3, `${callsigns} tracks with a call sign`)
})
