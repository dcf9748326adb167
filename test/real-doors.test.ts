/**
 * Real traffic through the real doors of a real `marsad serve`: a recording of others goes in by TCP at the pace in which it was
 * stamped, and what comes out of the API is what readsb, an independent decoder, saw in the same bytes.
 */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { freePorts, sessionCookie, startServer } from '../bench/server-process.ts'
import type { FeedHealthView, TrackView } from '../src/model/api.ts'
import { sharedData } from './shared-data.ts'

const event = resolve(import.meta.dirname, '..', 'events', 'los-angeles')

function timeMs(line: string): number {
  const [, , , , , , date = '', time = ''] = line.split(',')
  return Date.parse(`${date.replaceAll('/', '-')}T${time}Z`)
}

test('marsad serve takes a recording of Los Angeles by SBS: the aircraft of readsb are tracks with their call signs', async (t) => {
  const path = sharedData('adsb', 'readsb-out', 'lax.sbs')
  const oracle = sharedData('adsb', 'readsb-out', 'lax_aircraft.json')
  if (path === undefined || oracle === undefined) return t.skip('needs ../shared/data')
  const data = mkdtempSync(join(tmpdir(), 'marsad-real-doors-'))
  const server = await startServer(['serve', '--event', event, '--data', data, '--as', 'recorder'], await freePorts())
  try {
    const socket = connect(server.ports.sbs, '127.0.0.1')
    await once(socket, 'connect')
    const lines = readFileSync(path, 'utf8')
      .split(/\r?\n/)
      .filter((line) => line !== '')
    const startMs = performance.now()
    for (const line of lines) {
      const dueMs = startMs + timeMs(line) - timeMs(lines[0]!)
      if (dueMs > performance.now()) await new Promise((wake) => setTimeout(wake, dueMs - performance.now()))
      socket.write(`${line}\r\n`)
    }
    await new Promise((wake) => setTimeout(wake, 1000))
    const cookie = await sessionCookie(server.base)
    const list = async <T>(kind: string) =>
      ((await fetch(`${server.base}/api/v1/${kind}?limit=500`, { headers: { cookie } }).then((answer) => answer.json())) as { items: T[] })
        .items
    const tracks = await list<TrackView>('tracks')
    const said = (JSON.parse(readFileSync(oracle, 'utf8')) as { aircraft: { hex: string; flight?: string; lat?: number }[] }).aircraft
    const positioned = said.filter((aircraft) => aircraft.lat !== undefined)
    assert.deepEqual(tracks.flatMap((track) => track.claims).sort(), positioned.map((aircraft) => `icao:${aircraft.hex}`).sort())
    const flights = new Map<string, string>(
      said.flatMap((aircraft) => (aircraft.flight === undefined ? [] : [[`icao:${aircraft.hex}`, aircraft.flight.trim()] as const])),
    )
    const callsigns = tracks.filter((track) => track.callsign !== null)
    assert.ok(callsigns.length >= 3)
    for (const track of callsigns) assert.equal(track.callsign, flights.get(track.claims[0] ?? ''))
    const feed = (await list<FeedHealthView>('feeds')).find((each) => each.id === 'sbs')
    assert.deepEqual([feed?.frames, feed?.rejected], [lines.length, 0])
    socket.end()
  } finally {
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
})
