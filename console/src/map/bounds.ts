import type { Picture } from '../feed/picture.ts'
import type { Selection } from '../state/url-state.ts'
import { isUrgent } from './looks.ts'

/** [[west, south], [east, north]], degrees. */
export type Bounds = [[number, number], [number, number]]

/** Sites further from the event's origin than this do not widen the first view. */
const HOME_RADIUS_DEG = 0.32
const LEAST_SPAN_DEG = 0.03
/** Rings that the first view shows whole; the outer one of a large site would make everything small. */
const RINGS: ReadonlySet<string> = new Set(['warning', 'critical'])

export function boundsOf(points: readonly (readonly [number, number])[]): Bounds | undefined {
  if (points.length === 0) return undefined
  let west = Infinity,
    south = Infinity,
    east = -Infinity,
    north = -Infinity
  for (const [lon, lat] of points) {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  const padLon = Math.max(0, (LEAST_SPAN_DEG - (east - west)) / 2),
    padLat = Math.max(0, (LEAST_SPAN_DEG - (north - south)) / 2)
  return [
    [west - padLon, south - padLat],
    [east + padLon, north + padLat],
  ]
}

/** The heart of the event with its rings, or the own site with its rings, and everything that asks for a person wherever it is. */
export function homeBounds(picture: Picture, site: string | undefined): Bounds | undefined {
  const own = site === undefined ? undefined : ownBounds(picture, site)
  if (own !== undefined) return own
  const event = [...picture.event.values()][0]
  const points: [number, number][] = []
  const shown = new Set<string>()
  for (const site of picture.site.values()) {
    const near =
      event === undefined ||
      (Math.abs(site.latDeg - event.originLatDeg) < HOME_RADIUS_DEG && Math.abs(site.lonDeg - event.originLonDeg) < HOME_RADIUS_DEG)
    if (near && (site.kind === 'stadium' || picture.site.size < 12)) {
      points.push([site.lonDeg, site.latDeg])
      shown.add(site.id)
    }
  }
  for (const zone of picture.zone.values())
    if (zone.site !== null && shown.has(zone.site) && RINGS.has(zone.kind)) points.push(...(zoneBounds(picture, zone.id) ?? []))
  // What asks for a person, and the whole of the ring that it heads for.
  for (const track of picture.track.values()) {
    if (!isUrgent(track)) continue
    points.push([track.lonDeg, track.latDeg])
    const target = track.threats[0]
    if (target?.relation === 'approaching' && target.site !== null) points.push(...(zoneBounds(picture, target.zone) ?? []))
  }
  if (points.length === 0 && event !== undefined)
    return [
      [event.originLonDeg - 0.3, event.originLatDeg - 0.2],
      [event.originLonDeg + 0.3, event.originLatDeg + 0.2],
    ]
  return boundsOf(points)
}

function ownBounds(picture: Picture, id: string): Bounds | undefined {
  const corners: [number, number][] = []
  for (const zone of picture.zone.values()) {
    if (zone.site !== id || zone.kind === 'restriction' || zone.kind === 'geo') continue
    corners.push(...(zoneBounds(picture, zone.id) ?? []))
  }
  const site = picture.site.get(id)
  return corners.length > 0 || site === undefined ? boundsOf(corners) : boundsOf([[site.lonDeg, site.latDeg]])
}

/** The chosen thing with what it threatens, so that the way between them is seen. */
export function selectionBounds(picture: Picture, selection: Selection | undefined): Bounds | undefined {
  if (selection === undefined) return undefined
  const { kind, id } = selection
  if (kind === 'site') {
    const site = picture.site.get(id)
    return site === undefined
      ? undefined
      : boundsOf([
          [site.lonDeg - 0.02, site.latDeg - 0.015],
          [site.lonDeg + 0.02, site.latDeg + 0.015],
        ])
  }
  if (kind === 'node') {
    const node = picture.node.get(id)
    return node === undefined || node.lonDeg === null || node.latDeg === null
      ? undefined
      : boundsOf([
          [node.lonDeg - 0.05, node.latDeg - 0.04],
          [node.lonDeg + 0.05, node.latDeg + 0.04],
        ])
  }
  if (kind === 'zone') return zoneBounds(picture, id)
  const trackId = kind === 'track' ? id : picture.alert.get(id)?.track
  const track = picture.track.get(trackId ?? '')
  const sites = kind === 'alert' ? (picture.alert.get(id)?.sites ?? []) : (track?.threats.flatMap((t) => t.site ?? []) ?? [])
  const points: [number, number][] = track === undefined ? [] : [[track.lonDeg, track.latDeg]]
  for (const siteId of sites) {
    const site = picture.site.get(siteId)
    if (site !== undefined) points.push([site.lonDeg, site.latDeg])
  }
  const target = (kind === 'alert' ? picture.alert.get(id)?.zone : undefined) ?? track?.threats[0]?.zone
  const ring = picture.zone.get(target ?? '')
  // A national zone may be as wide as the country.
  if (ring !== undefined && ring.site !== null) points.push(...(zoneBounds(picture, ring.id) ?? []))
  return boundsOf(points)
}

function zoneBounds(picture: Picture, id: string): Bounds | undefined {
  const zone = picture.zone.get(id)
  if (zone === undefined) return undefined
  if (zone.circle === null) return boundsOf(zone.ring)
  const { latDeg, lonDeg, radiusM } = zone.circle
  return boundsOf([
    [lonDeg - radiusM / 100_000, latDeg - radiusM / 111_000],
    [lonDeg + radiusM / 100_000, latDeg + radiusM / 111_000],
  ])
}
