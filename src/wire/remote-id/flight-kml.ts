import { SaxesParser } from 'saxes'
import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import type { LatLon } from './fields.ts'
import { AIRCRAFT, HORIZONTAL_ACCURACIES, SPEED_ACCURACIES, VERTICAL_ACCURACIES } from './network.ts'
import { isSerialNumber } from './serial-number.ts'

/**
 * Flights that are to be injected into network Remote ID, as InterUSS writes them in KML: a folder `flight: …` with its details in
 * the description, a line that is flown, polygons `alt: …` and `speed: … (m/s)` that hold where the line crosses them, and the
 * operator's place. Read only.
 *
 * Source: interuss/monitoring @ 0361389, monitoring/monitorlib/kml and its test data.
 */
export type KmlFlights = { readonly kind: 'kml-flights'; readonly flights: readonly KmlFlight[] }
export type KmlFlight = {
  readonly name: string
  /** `serial_number`, `aircraft_type` and the other lines of the description. */
  readonly details: Readonly<Record<string, string>>
  readonly track: readonly LatLon[]
  readonly altitudes: readonly { readonly altHaeM: number; readonly outline: readonly LatLon[] }[]
  readonly speeds: readonly { readonly speedMps: number; readonly outline: readonly LatLon[] }[]
  readonly operator: LatLon | undefined
}

type Place = LatLon & { readonly altM: number }
type Placemark = { name: string; places: Place[]; isPoint: boolean; isLine: boolean }
type Folder = { name: string; description: string; placemarks: Placemark[] }
const MAX_DEPTH = 32
const PIECE_CHARACTERS = 4096

export function decodeFlightKml(text: string): KmlFlights | Reject {
  const folders = readFolders(text)
  if (!Array.isArray(folders)) return folders
  const flights: KmlFlight[] = []
  for (const folder of folders) {
    if (!folder.name.startsWith('flight:')) continue
    const flight = flightOf(folder)
    if ('rejected' in flight) return flight
    flights.push(flight)
  }
  return flights.length > 0 ? { kind: 'kml-flights', flights } : reject('kml-no-flight', 0, 'no folder is named `flight: …`')
}

/** Folders with the placemarks directly inside them. The parser fetches nothing and takes no document type. */
function readFolders(text: string): Folder[] | Reject {
  const parser = new SaxesParser()
  const folders: Folder[] = []
  const open: string[] = []
  const within: Folder[] = []
  let placemark: Placemark | undefined
  let words = ''
  let fault: Reject | undefined
  parser.on('error', (error) => (fault ??= reject('kml-syntax', parser.position, error.message)))
  parser.on('doctype', () => (fault ??= reject('kml-doctype', parser.position, 'a document type is not taken')))
  parser.on('opentag', ({ name }) => {
    open.push(name)
    words = ''
    if (open.length > MAX_DEPTH) fault ??= reject('kml-depth', parser.position, `elements ${MAX_DEPTH} deep`)
    if (name === 'Folder') within.push({ name: '', description: '', placemarks: [] })
    if (name === 'Placemark') placemark = { name: '', places: [], isPoint: false, isLine: false }
    if (name === 'Point' && placemark !== undefined) placemark.isPoint = true
    if (name === 'LineString' && placemark !== undefined) placemark.isLine = true
  })
  parser.on('text', (piece) => (words += piece))
  parser.on('cdata', (piece) => (words += piece))
  parser.on('closetag', ({ name }) => {
    open.pop()
    const parent = open.at(-1)
    const folder = within.at(-1)
    if (name === 'name' && parent === 'Folder' && folder !== undefined) folder.name = words.trim()
    if (name === 'name' && parent === 'Placemark' && placemark !== undefined) placemark.name = words.trim()
    if (name === 'description' && parent === 'Folder' && folder !== undefined) folder.description = words
    if (name === 'coordinates' && placemark !== undefined) placemark.places = placesOf(words)
    if (name === 'Placemark' && placemark !== undefined) folder?.placemarks.push(placemark)
    if (name === 'Folder' && folder !== undefined) folders.push(...within.splice(-1))
    words = ''
  })
  // In pieces, so that a fault ends the work.
  for (let at = 0; at < text.length && fault === undefined; at += PIECE_CHARACTERS) parser.write(text.slice(at, at + PIECE_CHARACTERS))
  if (fault === undefined) parser.close()
  return fault ?? folders
}

function placesOf(words: string): Place[] {
  return words
    .trim()
    .split(/\s+/)
    .map((each) => {
      const [lonDeg = NaN, latDeg = NaN, altM = 0] = each.split(',').map(Number)
      return { latDeg, lonDeg, altM }
    })
}

const WORDS = {
  accuracy_h: HORIZONTAL_ACCURACIES,
  accuracy_v: VERTICAL_ACCURACIES,
  speed_accuracy: SPEED_ACCURACIES,
  aircraft_type: AIRCRAFT,
} as const

function flightOf(folder: Folder): KmlFlight | Reject {
  const lines = folder.description.split('\n').map((line) => /^\s*([a-z_]+)\s*:\s*(.*?)\s*$/.exec(line))
  const details: Record<string, string> = {}
  for (const line of lines) if (line?.[1] !== undefined) details[line[1]] = line[2] ?? ''
  const serial = details['serial_number'] ?? ''
  if (!isSerialNumber(serial)) return reject('kml-flight', 0, `${folder.name}: serial_number ${serial} is not one of ANSI/CTA-2063-A`)
  for (const [name, words] of Object.entries(WORDS)) {
    const word = details[name]
    if (word === undefined) return reject('kml-flight', 0, `${folder.name}: ${name} is missing`)
    if (!(words as readonly string[]).includes(word))
      return reject('kml-flight', 0, `${folder.name}: ${name} ${word} is none of ${words.join(', ')}`)
  }
  const track = folder.placemarks.find((placemark) => placemark.isLine)?.places ?? []
  if (track.length === 0) return reject('kml-flight', 0, `${folder.name}: no line that is flown`)
  const bad = folder.placemarks
    .flatMap((placemark) => placemark.places)
    .find(({ latDeg, lonDeg }) => !(Math.abs(latDeg) <= 90 && Math.abs(lonDeg) <= 180))
  if (bad !== undefined) return reject('kml-flight', 0, `${folder.name}: a place at latitude ${bad.latDeg}, longitude ${bad.lonDeg}`)
  const flat = (places: readonly Place[]): LatLon[] => places.map(({ latDeg, lonDeg }) => ({ latDeg, lonDeg }))
  return {
    name: folder.name.slice('flight:'.length).trim(),
    details,
    track: flat(track),
    altitudes: folder.placemarks
      .filter(({ name }) => name.startsWith('alt:'))
      .map(({ places }) => ({ altHaeM: places[0]?.altM ?? 0, outline: flat(places) })),
    speeds: folder.placemarks.flatMap(({ name, places }) => {
      const [, speed] = /^speed:.*\(([\d.]+)\)$/.exec(name) ?? []
      return speed === undefined ? [] : [{ speedMps: Number(speed), outline: flat(places) }]
    }),
    operator: flat(folder.placemarks.find(({ isPoint }) => isPoint)?.places ?? [])[0],
  }
}
