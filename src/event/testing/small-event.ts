import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { loadEvent, type LoadedEvent } from '../load-event.ts'
import type { EventError } from '../event-error.ts'

const name = '{ ar: اسم, en: Name, fr: Nom, tr: Ad }'

/** A small sound event, one file; tests break one thing in it. */
export const SMALL_EVENT = `event:
  id: small
  name: ${name}
  example: true
  timeZone: Asia/Qatar
  languages: [ar, en]
  host: QAT
  origin: { latDeg: 25.3, lonDeg: 51.5, altAmslM: 0 }
  qnhHpa: 1016
  readiness: routine
  demoStart: 2022-11-26T21:50
readiness:
  - { id: routine, level: 1, name: ${name} }
nations:
  - { id: QAT, role: host, name: ${name} }
  - { id: TUR, role: partner, name: ${name} }
  - { id: FRA, role: partner, name: ${name} }
agencies:
  - { id: police, nation: QAT, name: ${name} }
agreements:
  - { id: joint, name: ${name}, parties: [QAT, TUR], purpose: ${name}, state: in-force, from: 2022-01-01T00:00, to: 2023-01-01T00:00, information: [tracks] }
posts:
  - { id: watch, name: ${name}, site: stadium, nation: QAT, tasks: [watch] }
persons:
  - { id: someone, name: Someone, nation: QAT, agency: police, post: watch, languages: [ar] }
ringSets:
  - id: rings
    alert: { radiusM: 4000, floorAmslM: 0, ceilingAmslM: 500 }
    warning: { radiusM: 1500, floorAmslM: 0, ceilingAmslM: 500 }
sites:
  - id: stadium
    name: ${name}
    kind: stadium
    protected: true
    position: { latDeg: 25.31, lonDeg: 51.51, altAmslM: 10 }
    footprint: { polygon: [[51.50, 25.30], [51.52, 25.30], [51.52, 25.32], [51.50, 25.32]] }
    host: QAT
    partner: TUR
    rings: rings
zones:
  - id: geo
    name: ${name}
    kind: geo
    volume: { circle: { latDeg: 25.3, lonDeg: 51.5, radiusM: 900 }, floorAmslM: 0, ceilingAmslM: 500 }
    hours: [{ from: 2022-11-26T18:00, to: 2022-11-27T00:30 }]
nodes:
  - id: radar
    name: ${name}
    sensor: radar
    site: stadium
    owner: QAT
    agreement: joint
    relTo: [QAT, TUR]
    position: { latDeg: 25.3, lonDeg: 51.5, altAmslM: 20 }
    sectorDeg: [10, 170]
    maxRangeM: 5000
    pd: 0.9
    periodS: 1
feeds:
  - { id: sapient, door: sapient, port: 5020, time: sender }
  - { id: beast, door: beast, port: 30005, node: radar, time: arrival }
schedule:
  - { id: match, name: ${name}, site: stadium, from: 2022-11-26T20:30, to: 2022-11-26T22:25 }
headcounts:
  - { site: stadium, from: 2022-11-26T20:00, hourly: [100, 200] }
clearances:
  - { id: police, operator: Police, purpose: police, volume: { circle: { latDeg: 25.3, lonDeg: 51.5, radiusM: 900 }, floorAmslM: 0, ceilingAmslM: 200 }, from: 2022-11-26T20:00, to: 2022-11-26T22:00, serials: [SECRET1] }
`

/** Writes an event folder, loads it, removes it. Errors name files relative to the folder. */
export function loadFiles(files: Record<string, string>): LoadedEvent | EventError[] {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-event-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const loaded = loadEvent(folder, { token: (serial) => `token-of-${serial.length}-letters` })
    return Array.isArray(loaded) ? loaded.map((error) => ({ ...error, file: error.file.slice(folder.length + 1) })) : loaded
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Line of the only place where a text stands. */
export function lineOf(text: string, part: string): number {
  const index = text.indexOf(part)
  if (index === -1 || text.indexOf(part, index + 1) !== -1) throw new Error(`"${part}" does not stand exactly once`)
  return text.slice(0, index).split('\n').length
}
