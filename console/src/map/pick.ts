import type { TrackView } from '../../../src/model/api.ts'
import type { Picture } from '../feed/picture.ts'
import type { Selection } from '../state/url-state.ts'
import { drawnHeightM } from './ink.ts'
import { isUrgent } from './looks.ts'
import type { Projection } from './projection.ts'

/** How near a pointer must come, px; a finger is given more. */
const POINTER_PX = 16
const FINGER_PX = 28

/**
 * What lies under the pointer: tracks before nodes before sites, and among tracks those that ask for a person first.
 * The nearest of its kind wins.
 */
export function pick(picture: Picture, projection: Projection, x: number, y: number, finger: boolean): Selection | undefined {
  const reach = finger ? FINGER_PX : POINTER_PX
  const track = nearest(picture.track.values(), reach, (t) => distanceTo(projection, t, x, y) - (isUrgent(t) ? reach / 2 : 0))
  if (track !== undefined) return { kind: 'track', id: track.id }
  const place = (lat: number | null, lon: number | null): number => {
    if (lat === null || lon === null) return Infinity
    const [px, py] = projection.toScreen(lon, lat, 0)
    return Math.hypot(px - x, py - y)
  }
  const node = nearest(picture.node.values(), reach * 0.75, (n) => place(n.latDeg, n.lonDeg))
  if (node !== undefined) return { kind: 'node', id: node.id }
  const site = nearest(picture.site.values(), reach, (s) => place(s.latDeg, s.lonDeg))
  return site === undefined ? undefined : { kind: 'site', id: site.id }
}

/** Folded claims are one line in the queue; none of them can be chosen alone until the map is near enough to tell them apart. */
function distanceTo(projection: Projection, track: TrackView, x: number, y: number): number {
  if (track.folded && projection.metresPerPx > 8) return Infinity
  const [px, py] = projection.toScreen(track.lonDeg, track.latDeg, drawnHeightM(track))
  return Math.hypot(px - x, py - y)
}

function nearest<T>(items: Iterable<T>, reach: number, distance: (item: T) => number): T | undefined {
  let best: T | undefined
  let least = reach
  for (const item of items) {
    const d = distance(item)
    if (d >= least) continue
    least = d
    best = item
  }
  return best
}
