/**
 * The engine without a server: an event folder and a few frames become entries, entries go through `advance`, and what comes out is the picture.
 *
 *     node examples/02-engine-alone.ts
 *
 * The same entries give the same picture anywhere: live, in a replay, in a test. That is Marsad's one idea (docs/ARCHITECTURE.md).
 */
import { join } from 'node:path'
import { advance } from '../src/engine/advance.ts'
import { newEngineState } from '../src/engine/engine-state.ts'
import { toEntries } from '../src/event/entries.ts'
import { isEventErrors, loadEvent } from '../src/event/load-event.ts'
import type { EntryType } from '../src/model/entry.ts'
import type { TrackItem } from '../src/model/picture.ts'

const loaded = loadEvent(join(import.meta.dirname, '..', 'events', 'doha-2022'), { token: (serial) => `token of ${serial}` })
if (isEventErrors(loaded)) throw new Error(JSON.stringify(loaded))
const startMs = Date.parse('2022-11-26T18:50:00Z')
const state = newEngineState()
const tracks = new Map<string, TrackItem>()
let position = 0
let atMs = startMs

/** One entry of the journal: it gets the next position, and the engine says what follows from it. */
function enter(type: EntryType, payload: object | undefined, source = 'marsad'): void {
  const bytes = payload === undefined ? new Uint8Array(0) : new TextEncoder().encode(JSON.stringify(payload))
  for (const output of advance(state, { position: ++position, atMs, type, version: 1, source, connection: 0, payload: bytes })) {
    if (output.out === 'put' && output.item.kind === 'track') tracks.set(output.item.id, output.item)
    if (output.out === 'drop' && output.kind === 'track') tracks.delete(output.id)
  }
}

enter('start', {
  build: 'example',
  node: process.version,
  arch: process.arch,
  eventHash: '',
  mode: 'demo',
  epoch: 'example',
  resumed: false,
})
enter('clock', { wallMs: startMs, eventMs: startMs, rate: 1 })
for (const part of toEntries(loaded.event)) enter('event', part)

/** A drone over the bay says where it is, once a second, flying north at 15 m/s. The door has put a token in place of its serial. */
for (let second = 0; second < 8; second++) {
  const detection = {
    time: new Date(atMs).toISOString(),
    position: { latDeg: 25.295 + (15 * second) / 111_000, lonDeg: 51.566, altHaeM: 60, sigmaM: 5 },
    velocity: { eastMps: 0, northMps: 15, sigmaMps: 1 },
    remoteId: { token: 'e0a1', selfId: 'EXAMPLE', status: 'airborne' },
  }
  enter('frame', { node: 'rid-974', detections: [detection] }, 'json')
  for (let i = 0; i < 10; i++) {
    atMs += 100
    enter('tick', undefined)
  }
}

for (const { id, estimate, assessment, callsign } of tracks.values()) {
  const [e, n, u, ve, vn] = estimate.state.map((value) => Math.round(value))
  console.log(
    `${id} "${callsign}" ${assessment.identity}: ${e} m east, ${n} m north, ${u} m up of the origin, ${ve} m/s east, ${vn} m/s north`,
  )
  for (const reason of [...assessment.reasonsFor, ...assessment.reasonsAgainst])
    console.log(`  ${reason.code} ${JSON.stringify(reason.params)}`)
}
