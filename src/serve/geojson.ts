import type { AlertView, NodeView, SiteView, TrackView, ZoneView } from '../model/api.ts'
import type { Geometry } from './schemas.ts'

/** Where a view lies, as RFC 7946 says it: longitude first, WGS-84, closed rings. null where it lies nowhere. */
export type Drawable =
  | { readonly kind: 'site'; readonly view: SiteView }
  | { readonly kind: 'zone'; readonly view: ZoneView }
  | { readonly kind: 'node'; readonly view: NodeView }
  | { readonly kind: 'track'; readonly view: TrackView }
  | { readonly kind: 'alert'; readonly view: AlertView }

/** trackOf  finds an alert's track among what the same reader may have */
export function geometryOf(item: Drawable, trackOf: (id: string) => TrackView | undefined): Geometry | null {
  switch (item.kind) {
    case 'site':
      return item.view.footprint ? polygon(item.view.footprint) : point(item.view.lonDeg, item.view.latDeg)
    case 'zone':
      return polygon(item.view.ring)
    case 'node':
      return item.view.latDeg === null || item.view.lonDeg === null ? null : point(item.view.lonDeg, item.view.latDeg)
    case 'track':
      return trackPoint(item.view)
    case 'alert': {
      const track = item.view.track === null ? undefined : trackOf(item.view.track)
      return track ? trackPoint(track) : null
    }
  }
}

function trackPoint({ lonDeg, latDeg, altHaeM }: TrackView): Geometry {
  return { type: 'Point', coordinates: altHaeM === null ? [lonDeg, latDeg] : [lonDeg, latDeg, altHaeM] }
}

const point = (lonDeg: number, latDeg: number): Geometry => ({ type: 'Point', coordinates: [lonDeg, latDeg] })

function polygon(ring: readonly (readonly [number, number])[]): Geometry {
  const corners = ring.map(([lon, lat]): [number, number] => [lon, lat])
  if (signedArea(corners) < 0) corners.reverse()
  const [first] = corners
  const last = corners.at(-1)
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) corners.push([first[0], first[1]])
  return { type: 'Polygon', coordinates: [corners] }
}

/** Twice the area in square degrees, positive if the ring turns anticlockwise. */
function signedArea(ring: readonly (readonly [number, number])[]): number {
  let sum = 0
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as readonly [number, number]
    sum += x * nextY - nextX * y
  })
  return sum
}
