import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { sharedData } from '../test/shared-data.ts'
import { RECLAIMED } from './reclaimed-land.ts'

/**
 * Makes console/public/basemap/*.geojson from ../shared/data/geo: coast (GSHHG), land border (Natural Earth), runways
 * (OurAirports) and our own hand-drawn reclaimed land. The files are committed; run this only when a source changes.
 * A map for looks: nothing decides by it.
 */
type LonLat = [number, number]
type Ring = LonLat[]
type Feature = { type: 'Feature'; properties: Record<string, string | number>; geometry: { type: string; coordinates: unknown } }

/** About 35 m: below one pixel until zoom 13. */
const TOLERANCE_DEG = 0.00035
/** Islets smaller than this are dropped, square degrees (about 0.01 km2). */
const SMALLEST_DEG2 = 1e-6
const RUNWAY_CLOSED_COLUMN = 7

function twiceArea(ring: Ring): number {
  let sum = 0
  for (let i = 0; i + 1 < ring.length; i++) sum += ring[i]![0] * ring[i + 1]![1] - ring[i + 1]![0] * ring[i]![1]
  return Math.abs(sum)
}

/** Distance of `p` from the segment a-b in degrees of latitude; longitudes are shortened for 25.3 N. */
function offLineDeg(p: LonLat, a: LonLat, b: LonLat): number {
  const shorten = 0.904
  const bx = (b[0] - a[0]) * shorten,
    by = b[1] - a[1]
  const px = (p[0] - a[0]) * shorten,
    py = p[1] - a[1]
  const length2 = bx * bx + by * by
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, (px * bx + py * by) / length2))
  return Math.hypot(px - t * bx, py - t * by)
}

/** Douglas and Peucker (1973), without recursion. First and last points stay. */
export function simplify(points: Ring, toleranceDeg: number): Ring {
  const keep = new Uint8Array(points.length)
  keep[0] = keep[points.length - 1] = 1
  const spans: [number, number][] = [[0, points.length - 1]]
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span
    let worst = 0,
      at = -1
    for (let i = from + 1; i < to; i++) {
      const off = offLineDeg(points[i]!, points[from]!, points[to]!)
      if (off > worst) [worst, at] = [off, i]
    }
    if (worst <= toleranceDeg) continue
    keep[at] = 1
    spans.push([from, at], [at, to])
  }
  return points.filter((_, i) => keep[i] === 1)
}

/** A closed ring has equal ends: it is cut at its middle so that both halves have a baseline. */
function simplifyRing(ring: Ring): Ring {
  const middle = ring.length >> 1
  return [...simplify(ring.slice(0, middle + 1), TOLERANCE_DEG).slice(0, -1), ...simplify(ring.slice(middle), TOLERANCE_DEG)]
}

const round = ([lon, lat]: LonLat): LonLat => [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]
const feature = (type: string, coordinates: unknown, properties: Feature['properties']): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})

function source(name: string): string {
  const path = sharedData('geo', name)
  if (path === undefined) throw new Error(`needs ../shared/data/geo/${name}`)
  return readFileSync(path, 'utf8')
}

function coast(): Feature[] {
  const { features } = JSON.parse(source('qatar-land-gshhg-full.geojson')) as { features: { geometry: { coordinates: Ring[] } }[] }
  const rings = features.map((f) => f.geometry.coordinates[0]!).filter((ring) => twiceArea(ring) / 2 > SMALLEST_DEG2)
  return rings
    .map((ring) => simplifyRing(ring).map(round))
    .filter((ring) => ring.length >= 4)
    .map((ring) => feature('Polygon', [ring], { kind: 'land' }))
}

/** The part of Natural Earth's outline between the head of Salwa bay and the Inland Sea: the only stretch that is no coast. */
function border(): Feature {
  const { features } = JSON.parse(source('qatar-ne10m.geojson')) as { features: { geometry: { coordinates: Ring[] } }[] }
  const ring = features[0]!.geometry.coordinates[0]!
  const from = ring.findIndex(([lon, lat]) => lon === 51.21591 && lat === 24.62508)
  return feature(
    'LineString',
    ring
      .slice(from, ring.length - 1)
      .concat([ring[0]!])
      .map(round),
    { kind: 'border' },
  )
}

function runways(): Feature[] {
  const rows = source('doha-runways.csv')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))
  return rows
    .filter((row) => row[RUNWAY_CLOSED_COLUMN] !== '1')
    .map((row) => {
      const ends: Ring = [
        [Number(row[10]), Number(row[9])],
        [Number(row[16]), Number(row[15])],
      ]
      return feature('LineString', ends.map(round), {
        kind: 'runway',
        airport: row[2]!,
        name: `${row[8]!}/${row[14]!}`,
        widthM: Math.round(Number(row[4]) * 0.3048),
      })
    })
}

function write(name: string, features: Feature[]): void {
  const folder = resolve(import.meta.dirname, '..', 'console', 'public', 'basemap')
  mkdirSync(folder, { recursive: true })
  const lines = features.map((f) => JSON.stringify(f)).join(',\n')
  writeFileSync(resolve(folder, name), `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`)
  console.log(`${name}: ${features.length} features, ${lines.length} bytes`)
}

if (import.meta.main) {
  write('land.geojson', coast())
  write(
    'reclaimed.geojson',
    RECLAIMED.map(({ name, rings }) =>
      feature(
        'Polygon',
        rings.map((ring) => [...ring, ring[0]!]),
        { kind: 'reclaimed', name },
      ),
    ),
  )
  write('lines.geojson', [border(), ...runways()])
}
