import { cellFrame, geodeticToEnuInto, type CellFrame } from '../math/geodesy.ts'
import type { EventDefinition } from '../model/event.ts'
import type { EventError } from './event-error.ts'
import type { Sections } from './read-sections.ts'
import { ringArea, selfCrossing } from './ring-check.ts'
import { errorAt, type YamlPlace } from './yaml-source.ts'

type Point = { latRad: number; lonRad: number }

/** Beyond this distance from the cell's origin a place is a slip of the pen: one rigid frame serves about 60 km. */
const FAR_M = 300_000

/** Rings that cross themselves, heights upside down, places far from the event, rings in the wrong order. */
export function checkShapes(sections: Sections, event: EventDefinition, errors: EventError[], warnings: string[]): void {
  const { latRad, lonRad, altHaeM } = event.header.origin
  const frame = cellFrame(latRad, lonRad, altHaeM)
  const sites = new Map(event.sites.map((site) => [site.id, site]))
  for (const { value, place } of sections.sites) {
    const site = sites.get(value.id)!
    checkPlace({ file: place.file, path: [...place.path, 'position'] }, site.place, frame, errors)
    if (site.footprint) checkRing({ file: place.file, path: [...place.path, 'footprint'] }, site.footprint, frame, errors)
  }
  const zones = new Map(event.zones.map((zone) => [zone.id, zone]))
  for (const { value, place } of sections.zones)
    checkVolume({ file: place.file, path: [...place.path, 'volume'] }, zones.get(value.id)!.volume, frame, errors)
  event.clearances.forEach((clearance, i) => {
    const { place } = sections.clearances[i]!
    checkVolume({ file: place.file, path: [...place.path, 'volume'] }, clearance.volume, frame, errors)
  })
  event.nodes.forEach((node, i) =>
    checkPlace({ file: sections.nodes[i]!.place.file, path: [...sections.nodes[i]!.place.path, 'position'] }, node.place, frame, errors),
  )
  checkNodes(sections, errors)
  checkRingSets(sections, errors)
  warnCloseSites(event, frame, warnings)
}

function distanceM(frame: CellFrame, point: Point): number {
  const out = new Float64Array(3)
  geodeticToEnuInto(frame, point.latRad, point.lonRad, 0, out)
  return Math.hypot(out[0]!, out[1]!)
}

function checkPlace(place: YamlPlace, point: Point, frame: CellFrame, errors: EventError[]): boolean {
  const km = Math.round(distanceM(frame, point) / 1000)
  if (km * 1000 <= FAR_M) return true
  errors.push(
    errorAt(
      place,
      `the place lies ${km} km from the event's origin`,
      'check the degrees; polygons are written [lonDeg, latDeg], longitude first',
    ),
  )
  return false
}

function checkVolume(place: YamlPlace, volume: EventDefinition['zones'][number]['volume'], frame: CellFrame, errors: EventError[]): void {
  if (volume.ceilingHaeM <= volume.floorHaeM)
    errors.push(
      errorAt(
        place,
        'the ceiling is not above the floor',
        'write a ceiling above the floor; mind that a height above the ellipsoid is not one above the sea',
      ),
    )
  if (volume.shape.kind === 'polygon') checkRing(place, volume.shape.ring, frame, errors)
  else checkPlace(place, volume.shape, frame, errors)
}

function checkRing(place: YamlPlace, ring: readonly Point[], frame: CellFrame, errors: EventError[]): void {
  for (const point of ring) if (!checkPlace(place, point, frame, errors)) return
  const crossing = selfCrossing(ring)
  if (crossing)
    errors.push(
      errorAt(
        place,
        `the ring crosses itself: the edges after corner ${crossing[0] + 1} and corner ${crossing[1] + 1} meet`,
        'list the corners in order round the area, each once',
      ),
    )
  else if (ringArea(ring) === 0) errors.push(errorAt(place, 'the ring has no area', 'give at least three corners that are not on one line'))
}

function checkNodes(sections: Sections, errors: EventError[]): void {
  for (const { value, place } of sections.nodes) {
    if (value.sectorDeg[1] <= value.sectorDeg[0] || value.sectorDeg[1] - value.sectorDeg[0] > 360) {
      errors.push(
        errorAt(
          { file: place.file, path: [...place.path, 'sectorDeg'] },
          `sector ${value.sectorDeg[0]} to ${value.sectorDeg[1]} is not clockwise within one turn`,
          'write it clockwise; through north, add 360 to its end, such as [300, 420]',
        ),
      )
    }
    if (value.elevationDeg[1] <= value.elevationDeg[0])
      errors.push(
        errorAt(
          { file: place.file, path: [...place.path, 'elevationDeg'] },
          'the elevations are not in order',
          'write the lower one first',
        ),
      )
  }
}

function checkRingSets(sections: Sections, errors: EventError[]): void {
  for (const { value, place } of sections.ringSets) {
    const kinds = (['alert', 'warning', 'critical'] as const).filter((kind) => value[kind] !== undefined)
    for (const [i, kind] of kinds.entries()) {
      const ring = value[kind]!
      const outer = i === 0 ? undefined : value[kinds[i - 1]!]
      if (outer && ring.radiusM >= outer.radiusM)
        errors.push(
          errorAt(
            { file: place.file, path: [...place.path, kind, 'radiusM'] },
            `the ${kind} ring is not inside the ${kinds[i - 1]} ring`,
            `write less than ${outer.radiusM}`,
          ),
        )
      const { floorHaeM, floorAmslM, ceilingHaeM, ceilingAmslM } = ring
      const [floor, ceiling] = floorHaeM !== undefined && ceilingHaeM !== undefined ? [floorHaeM, ceilingHaeM] : [floorAmslM, ceilingAmslM]
      if (floor !== undefined && ceiling !== undefined && ceiling <= floor)
        errors.push(
          errorAt(
            { file: place.file, path: [...place.path, kind] },
            'the ceiling is not above the floor',
            'write a ceiling above the floor',
          ),
        )
    }
  }
}

/** Protected places nearer than this are drawn on top of one another and are usually one site entered twice. */
const CLOSE_M = 300

function warnCloseSites(event: EventDefinition, frame: CellFrame, warnings: string[]): void {
  const out = new Float64Array(3)
  const places = event.sites
    .filter((site) => site.protected)
    .map((site) => {
      geodeticToEnuInto(frame, site.place.latRad, site.place.lonRad, site.place.altHaeM, out)
      return { id: site.id, eM: out[0]!, nM: out[1]! }
    })
  places.forEach((a, i) => {
    for (const b of places.slice(i + 1)) {
      const apartM = Math.hypot(a.eM - b.eM, a.nM - b.nM)
      if (apartM < CLOSE_M) warnings.push(`protected sites "${a.id}" and "${b.id}" are ${Math.round(apartM)} m apart`)
    }
  })
}
