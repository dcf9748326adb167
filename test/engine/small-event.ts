import type { EventDefinition, EventPart, NodeDefinition } from '../../src/model/event.ts'
import { type Entry, type EntryType } from '../../src/model/entry.ts'
import type { CommandBody } from '../../src/model/command.ts'
import type { Output } from '../../src/model/picture.ts'
import { advance } from '../../src/engine/advance.ts'
import type { EngineState } from '../../src/engine/engine-state.ts'
import { toEntries } from '../../src/event/entries.ts'

/** A small event for engine tests: one stadium with its rings, a radar, a Remote ID receiver, an ADS-B receiver, a SAPIENT door. */

export const START_MS = 1_669_500_000_000
const RAD = Math.PI / 180
export const ORIGIN = { latDeg: 25.42, lonDeg: 51.49 }
const name = (en: string) => ({ ar: en, en, fr: en, tr: en })
/** Place so many metres north and east of the origin, on a sphere: for positions of sensors and zones, not for truth. */
export function placeAt(eastM: number, northM: number): { latDeg: number; lonDeg: number } {
  return { latDeg: ORIGIN.latDeg + northM / 110_900, lonDeg: ORIGIN.lonDeg + eastM / (111_320 * Math.cos(ORIGIN.latDeg * RAD)) }
}
const radians = ({ latDeg, lonDeg }: { latDeg: number; lonDeg: number }) => ({ latRad: latDeg * RAD, lonRad: lonDeg * RAD })

export function nodeDefinition(
  id: string,
  sensor: NodeDefinition['sensor'],
  eastM: number,
  northM: number,
  more: Partial<NodeDefinition> = {},
): NodeDefinition {
  const all = { sectorFromRad: 0, sectorToRad: 2 * Math.PI, minElevationRad: -0.2, maxElevationRad: 1.4, maxRangeM: 10_000 }
  return {
    id,
    name: name(id),
    sensor,
    owner: 'QAT',
    relTo: ['QAT'],
    place: { ...radians(placeAt(eastM, northM)), altHaeM: 0 },
    ...all,
    pd: 0.95,
    clutterPerScan: 0.1,
    periodS: 1,
    rangeSigmaM: 10,
    azimuthSigmaRad: 0.005,
    accepted: true,
    simulated: false,
    invented: true,
    ...more,
  }
}

export function smallEvent(more: Partial<EventDefinition> = {}): EventDefinition {
  const ring = (kind: 'alert' | 'warning' | 'critical', radiusM: number) => ({
    id: `lusail-${kind}`,
    site: 'lusail',
    name: name(kind),
    kind,
    volume: { shape: { kind: 'circle' as const, ...radians(ORIGIN), radiusM }, floorHaeM: -60, ceilingHaeM: 470 },
    hours: [],
    invented: true,
  })
  const feed = (id: string, door: 'json' | 'beast' | 'sapient', node?: string) => ({
    id,
    door,
    mode: 'listen' as const,
    host: '127.0.0.1',
    port: 0,
    ...(node === undefined ? {} : { node }),
    time: 'sender' as const,
    maxConnections: 4,
    maxFrameBytes: 65_536,
    maxFramesPerS: 1000,
    maxClockSkewMs: 5000,
    priority: 2,
    simulated: false,
  })
  const person = (id: string, nation: string, post: string) => ({
    id,
    name: id,
    nation,
    agency: 'a',
    post,
    languages: ['ar' as const],
    invented: true,
  })
  return {
    header: {
      id: 'small',
      name: name('Small'),
      example: true,
      timeZone: 'Asia/Qatar',
      languages: ['ar', 'en'],
      host: 'QAT',
      origin: { ...radians(ORIGIN), altHaeM: -30 },
      qnhPa: 101_325,
      geoidM: -30,
      declinationRad: 0.045,
      readiness: 'normal',
    },
    nations: [
      { id: 'QAT', name: name('Qatar'), role: 'host' },
      { id: 'TUR', name: name('Türkiye'), role: 'partner' },
    ],
    agencies: [{ id: 'a', name: name('a'), nation: 'QAT', invented: true }],
    agreements: [
      {
        id: 'joint',
        name: name('joint'),
        parties: ['QAT', 'TUR'],
        purpose: name('joint'),
        state: 'in-force',
        fromMs: START_MS - 1e9,
        toMs: START_MS + 1e9,
        information: ['tracks', 'alerts', 'nodes'],
        invented: true,
      },
    ],
    posts: [
      { id: 'watch', name: name('Watch'), tasks: ['watch', 'acknowledge', 'accept-nodes', 'set-qnh', 'view-personal'], invented: true },
      { id: 'liaison', name: name('Liaison'), tasks: ['watch'], invented: true },
    ],
    persons: [person('amal', 'QAT', 'watch'), person('deniz', 'TUR', 'liaison')],
    sites: [
      {
        id: 'lusail',
        name: name('Lusail'),
        kind: 'stadium',
        protected: true,
        place: { ...radians(ORIGIN), altHaeM: -20 },
        host: 'QAT',
        partner: 'TUR',
        invented: false,
      },
    ],
    zones: [
      ring('alert', 4000),
      ring('warning', 1500),
      { ...ring('critical', 600), hours: [{ fromMs: START_MS + 60_000, toMs: START_MS + 120_000 }] },
    ],
    nodes: [
      nodeDefinition('radar-1', 'radar', 0, 0, { agreement: 'joint', relTo: ['QAT', 'TUR'], site: 'lusail' }),
      nodeDefinition('rid-1', 'remote-id', 100, 0),
      nodeDefinition('adsb-1', 'ads-b', 0, 100, { agreement: 'joint', relTo: ['QAT', 'TUR'], maxRangeM: 400_000 }),
    ],
    feeds: [feed('json', 'json'), feed('beast', 'beast', 'adsb-1'), feed('sapient', 'sapient')],
    phases: [
      { id: 'build-up', name: name('Build-up'), fromMs: 0, toMs: START_MS + 30_000 },
      { id: 'match', name: name('Match'), fromMs: START_MS + 30_000, toMs: START_MS + 1e9 },
    ],
    readiness: [{ id: 'normal', name: name('Normal'), level: 1 }],
    schedule: [],
    headcounts: [{ site: 'lusail', fromMs: START_MS + 45_000, toMs: START_MS + 90_000, people: 80_000, invented: true }],
    clearances: [],
    ...more,
  }
}

const text = new TextEncoder()
export const json = (value: unknown): Uint8Array => text.encode(JSON.stringify(value))

/** Writes a journal in memory: hands out entries with positions and times that only go up. */
export type Pen = { position: number; atMs: number }

export function newPen(): Pen {
  return { position: 0, atMs: START_MS }
}

export function entry(pen: Pen, type: EntryType, payload: Uint8Array = new Uint8Array(0), more: Partial<Entry> = {}): Entry {
  return { position: ++pen.position, atMs: pen.atMs, type, version: 1, source: 'marsad', connection: 0, payload, ...more }
}

export function startEntries(pen: Pen, event: EventDefinition, mode: 'demo' | 'serve' = 'demo'): Entry[] {
  const start = entry(pen, 'start', json({ build: 'test', node: 'v24', arch: 'x64', eventHash: 'x', mode, epoch: 'e1', resumed: false }))
  const clock = entry(pen, 'clock', json({ wallMs: pen.atMs, eventMs: pen.atMs, rate: 1 }))
  return [start, clock, ...toEntries(event).map((part: EventPart) => entry(pen, 'event', json(part)))]
}

export function command(pen: Pen, person: string, body: CommandBody, more: { key?: string; post?: string; nation?: string } = {}): Entry {
  const { key = `key-${String(pen.position).padStart(6, '0')}`, post = 'watch', nation = 'QAT' } = more
  return entry(pen, 'command', json({ key, actor: { person, post, nation, session: 's1' }, body }), { source: 'session:s1' })
}

/** One document of the JSON door. */
export function jsonFrame(pen: Pen, node: string, detections: readonly object[]): Entry {
  return entry(
    pen,
    'frame',
    json({ node, detections: detections.map((detection) => ({ time: new Date(pen.atMs).toISOString(), ...detection })) }),
    { source: 'json' },
  )
}

export function advanceAll(state: EngineState, entries: readonly Entry[]): Output[] {
  return entries.flatMap((each) => advance(state, each))
}

/** The picture that outputs leave behind: items by `kind id`. */
export function picture(outputs: readonly Output[], into = new Map<string, Extract<Output, { out: 'put' }>['item']>()): typeof into {
  for (const output of outputs) {
    if (output.out === 'put') into.set(`${output.item.kind} ${output.item.id}`, output.item)
    if (output.out === 'drop') into.delete(`${output.kind} ${output.id}`)
  }
  return into
}
