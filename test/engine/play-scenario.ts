import {
  connectionOpened,
  newSimulation,
  registrationOf,
  stepSimulation,
  wantsConnection,
  type Emission,
  type Simulation,
} from '../../sim/simulation.ts'
import { advance } from '../../src/engine/advance.ts'
import { newEngineState, type EngineState } from '../../src/engine/engine-state.ts'
import type { EventDefinition } from '../../src/model/event.ts'
import type { Entry } from '../../src/model/entry.ts'
import type { Output } from '../../src/model/picture.ts'
import type { Scenario } from '../../src/model/scenario.ts'
import { createBeastFramer } from '../../src/wire/adsb/framing.ts'
import type { Framer } from '../../src/wire/framer.ts'
import { decodeIngestAsSent, encodeIngest } from '../../src/wire/json/ingest.ts'
import { createSapientFramer, SAPIENT_MAX_FRAME_BYTES } from '../../src/wire/sapient/v2/framing.ts'
import { entry, json, startEntries, type Pen } from './small-event.ts'

/** The simulator's bytes through the doors' framing into one journal in memory, and the engine along with it: the demo without sockets, disk or waiting. */
export type Play = { readonly state: EngineState; readonly pen: Pen; readonly entries: Entry[] }

const TICK_MS = 100

/** Stands for the vault: a token that hides the serial, a box that is only a mark. */
const token = (serial: string): string => `t${Array.from(serial).reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 1_000_000_007, 7)}`
export const TOKEN = token

/** Plays a scenario and hands every entry's outputs to `see`. */
export function playScenario(
  event: EventDefinition,
  scenario: Scenario,
  untilMs: number,
  see: (outputs: readonly Output[], atMs: number) => void,
): Play {
  const pen: Pen = { position: 0, atMs: scenario.fromMs }
  const play: Play = { state: newEngineState(), pen, entries: [] }
  const write = (written: Entry): void => {
    play.entries.push(written)
    see(advance(play.state, written), written.atMs)
  }
  for (const each of startEntries(pen, event)) write(each)
  const simulation = newSimulation(event, scenario)
  const links = new Map<number, { connection: number; framer: Framer }>()
  let connections = 0
  while (pen.atMs < untilMs) {
    const nowMs = pen.atMs + TICK_MS
    scenario.sensors.forEach((sensor, index) => {
      const wants = sensor.door !== 'json' && wantsConnection(simulation, index)
      if (wants && !links.has(index)) {
        links.set(index, openLink(simulation, index, ++connections, sensor.door === 'sapient', event, pen, write))
      }
    })
    for (const emission of stepSimulation(simulation, nowMs)) {
      pen.atMs = Math.max(pen.atMs, emission.dueMs)
      writeEmission(emission, event, links.get(emission.sensor), pen, write)
    }
    pen.atMs = nowMs
    write(entry(pen, 'tick'))
  }
  return play
}

function openLink(
  simulation: Simulation,
  index: number,
  connection: number,
  sapient: boolean,
  event: EventDefinition,
  pen: Pen,
  write: (entry: Entry) => void,
): { connection: number; framer: Framer } {
  const framer = sapient ? createSapientFramer({ maxFrameBytes: SAPIENT_MAX_FRAME_BYTES }) : createBeastFramer()
  const source = feedOf(event, sapient ? 'sapient' : 'beast')
  write(entry(pen, 'connection', json({ change: 'opened', peer: 'simulator' }), { source, connection }))
  connectionOpened(simulation, index)
  const link = { connection, framer }
  if (sapient) writeFramed(registrationOf(simulation, index, pen.atMs), source, link, pen, write)
  return link
}

function feedOf(event: EventDefinition, door: string): string {
  return event.feeds.find((feed) => feed.door === door)?.id ?? ''
}

function writeFramed(
  bytes: Uint8Array,
  source: string,
  link: { connection: number; framer: Framer },
  pen: Pen,
  write: (entry: Entry) => void,
): void {
  link.framer.push(bytes)
  for (let frame = link.framer.next(); frame !== undefined; frame = link.framer.next()) {
    if ('rejected' in frame) throw new Error(`the simulator's own bytes are declined: ${frame.rejected}`)
    write(entry(pen, 'frame', frame, { source, connection: link.connection }))
  }
}

function writeEmission(
  emission: Emission,
  event: EventDefinition,
  link: { connection: number; framer: Framer } | undefined,
  pen: Pen,
  write: (entry: Entry) => void,
): void {
  if (emission.door !== 'json') {
    if (link !== undefined) writeFramed(emission.bytes, feedOf(event, emission.door), link, pen, write)
    return
  }
  const request = decodeIngestAsSent(emission.bytes)
  if ('rejected' in request) throw new Error(`the simulator's own document is declined: ${request.detail}`)
  const detections = request.detections.map(({ remoteId, ...rest }) => {
    if (remoteId === undefined) return rest
    const { serial, pilot, ...kept } = remoteId
    const box = { keyId: 'k', box: 'AAAA' }
    return { ...rest, remoteId: { ...kept, token: token(serial), sealedSerial: box, ...(pilot === undefined ? {} : { sealedPilot: box }) } }
  })
  write(entry(pen, 'frame', encodeIngest({ ...request, detections }), { source: feedOf(event, 'json') }))
}
