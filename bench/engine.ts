/**
 * The engine alone: entries in, outputs out, on one thread without journal, sockets or feed. 200 aircraft over Beast (position and
 * velocity each second) and 100 drones over SAPIENT (a range-bearing report each second), with `doha-2022` for its 64 sites and their zones.
 */
import { hash } from 'node:crypto'
import { resolve } from 'node:path'
import { newDice } from '../sim/dice.ts'
import { detectionBytes, registrationBytes, statusBytes } from '../sim/sapient-bytes.ts'
import type { SensorReport } from '../sim/sensor-report.ts'
import { advance } from '../src/engine/advance.ts'
import { newEngineState } from '../src/engine/engine-state.ts'
import { toEntries } from '../src/event/entries.ts'
import { isEventErrors, loadEvent } from '../src/event/load-event.ts'
import type { EventDefinition, NodeDefinition } from '../src/model/event.ts'
import type { Entry, EntryType } from '../src/model/entry.ts'
import type { Output } from '../src/model/picture.ts'
import { encodeBeastFrame } from '../src/wire/adsb/beast.ts'
import { createBeastFramer } from '../src/wire/adsb/framing.ts'
import { encodeAirbornePosition, encodeAirborneVelocity } from '../src/wire/adsb/mode-s.ts'

/** Figures that a script can read. */
export type EngineFigures = {
  readonly entriesPerCpuS: number
  readonly frames: number
  readonly ticks: number
  readonly tracks: number
  readonly outputs: number
  /** Processor time of one tick's entries at the real rate, 100 ms of event time. */
  readonly meanTickMs: number
  readonly worstTickMs: number
  /** SHA-256 over the picture's items at the end: the same work was done. */
  readonly resultHash: string
}

const AIRCRAFT = 200
const DRONES = 100
const RADAR = '5a0f6d8e-3b1c-4c55-9a57-0d2f4f5e7a11'
const EVENT = resolve(import.meta.dirname, '../events/doha-2022')
const TICKS_PER_S = 10
/** First seconds are not counted: tracks are being born and code is being compiled. */
const WARM_UP_S = 5
const FULL_S = 40
const SMALL_S = 8

export async function runEngineBench({ small }: { readonly small: boolean }): Promise<EngineFigures> {
  const loaded = loadEvent(EVENT, { token: (serial) => hash('sha256', serial).slice(0, 32) })
  if (isEventErrors(loaded)) throw new Error(`${EVENT} does not load`)
  const stream = writeStream(loaded.event, small ? SMALL_S : FULL_S)
  const state = newEngineState()
  for (const entry of stream.opening) advance(state, entry)
  const all = { outputs: 0, frames: 0, ticks: 0, cpuUs: 0, worstUs: 0 }
  const last = new Map<string, Output>()
  stream.ticks.forEach((entries, i) => {
    const used = process.cpuUsage()
    const outputs = entries.map((entry) => advance(state, entry))
    const { user, system } = process.cpuUsage(used)
    for (const output of outputs.flat()) if (output.out === 'put') last.set(`${output.item.kind} ${output.item.id}`, output)
    if (i < WARM_UP_S * TICKS_PER_S) return
    all.outputs += outputs.reduce((sum, each) => sum + each.length, 0)
    all.frames += entries.length - 1
    all.ticks++
    all.cpuUs += user + system
    all.worstUs = Math.max(all.worstUs, user + system)
  })
  return {
    entriesPerCpuS: Math.round((all.frames + all.ticks) / (all.cpuUs / 1e6)),
    frames: all.frames,
    ticks: all.ticks,
    tracks: state.tracks.size,
    outputs: all.outputs,
    meanTickMs: round2(all.cpuUs / all.ticks / 1000),
    worstTickMs: round2(all.worstUs / 1000),
    resultHash: hash('sha256', JSON.stringify([...last])).slice(0, 16),
  }
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}

type Stream = { readonly opening: Entry[]; readonly ticks: Entry[][] }

function writeStream(event: EventDefinition, seconds: number): Stream {
  const pen = { position: 0, atMs: event.header.demoStartMs ?? 1_669_500_000_000 }
  const entry = (type: EntryType, payload: Uint8Array, source = 'marsad', connection = 0): Entry => ({
    position: ++pen.position,
    atMs: pen.atMs,
    type,
    version: 1,
    source,
    connection,
    payload,
  })
  const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
  const radar = event.nodes.find((node) => node.id === RADAR)
  if (radar === undefined) throw new Error(`doha-2022 has no node ${RADAR}`)
  const dice = newDice(1, 'engine bench')
  const opening = [
    entry(
      'start',
      json({ build: 'bench', node: process.version, arch: process.arch, eventHash: 'bench', mode: 'demo', epoch: 'bench', resumed: false }),
    ),
    ...toEntries(event).map((part) => entry('event', json(part))),
    entry('connection', json({ change: 'opened', peer: 'bench' }), 'sapient', 1),
    entry('frame', registrationBytes(radar, pen.atMs), 'sapient', 1),
    entry('frame', statusBytes(radar, true, dice, pen.atMs), 'sapient', 1),
  ]
  const ticks: Entry[][] = []
  for (let i = 0; i < seconds * TICKS_PER_S; i++) {
    const elapsedS = i / TICKS_PER_S
    const entries: Entry[] = []
    // Each object has its own tenth of the second, as in a room where nobody waits for anybody.
    for (let k = i % TICKS_PER_S; k < AIRCRAFT; k += TICKS_PER_S)
      for (const frame of aircraftFrames(k, elapsedS)) entries.push(entry('frame', frame, 'beast', 2))
    // A radar turns: what it sees in one turn comes together.
    if (i % TICKS_PER_S === 0) {
      for (let k = 0; k < DRONES; k++)
        entries.push(entry('frame', detectionBytes(radar, droneReport(radar, k, elapsedS, pen.atMs), dice), 'sapient', 1))
      if (i > 0) entries.push(entry('frame', statusBytes(radar, false, dice, pen.atMs), 'sapient', 1))
    }
    pen.atMs += 1000 / TICKS_PER_S
    entries.push(entry('tick', new Uint8Array(0)))
    ticks.push(entries)
  }
  return { opening, ticks }
}

/** A grid of aircraft 3 km apart at 1,500 m and above, flying east at 100 m/s. */
function aircraftFrames(index: number, elapsedS: number): Uint8Array[] {
  const address = (0x700000 + index).toString(16)
  const place = { latDeg: 25.0 + Math.floor(index / 20) * 0.03, lonDeg: 51.2 + (index % 20) * 0.03 + elapsedS * 0.00099 }
  const position = encodeAirbornePosition(address, { ...place, altPressFt: 5000 + (index % 20) * 500, odd: Math.round(elapsedS) % 2 === 1 })
  const velocity = encodeAirborneVelocity(address, { eastKt: 194, northKt: 0, climbFtPerMin: 0, gnssLessBaroFt: undefined })
  return [position, velocity].map(framed)
}

function framed(message: Uint8Array): Uint8Array {
  const framer = createBeastFramer()
  framer.push(encodeBeastFrame(message))
  const frame = framer.next()
  if (frame === undefined || 'rejected' in frame) throw new Error('the bench’s own frame is declined')
  return frame
}

/** A grid of drones 500 m apart round the radar, flying north at 8 m/s and back every 20 s. */
function droneReport(radar: NodeDefinition, index: number, elapsedS: number, atMs: number): SensorReport {
  const side = Math.ceil(Math.sqrt(DRONES))
  const swing = Math.abs(((elapsedS + 10) % 40) - 20) - 10
  const east = ((index % side) - (side - 1) / 2) * 500 + 60
  const north = (Math.floor(index / side) - (side - 1) / 2) * 500 + 40 + swing * 8
  const plan = Math.hypot(east, north)
  const where = {
    form: 'polar' as const,
    rangeM: Math.hypot(plan, 60),
    azimuthDeg: ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360,
    elevationDeg: (Math.atan2(60, plan) * 180) / Math.PI,
    rangeSigmaM: radar.rangeSigmaM ?? 6,
    azimuthSigmaDeg: 0.5,
    elevationSigmaDeg: 0.9,
  }
  return {
    measuredMs: atMs,
    where,
    localTrack: `01GQ${String(index).padStart(22, '0')}`,
    classes: [],
    rcsM2: undefined,
    radioFreqHz: undefined,
    remoteId: undefined,
  }
}
