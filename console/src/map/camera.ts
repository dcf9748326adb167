import type { Map as MapLibreMap } from 'maplibre-gl'
import { currentPicture } from '../feed/feed-client.ts'
import { setUrlState, urlState, type Camera } from '../state/url-state.ts'
import { homeBounds, selectionBounds, type Bounds } from './bounds.ts'
import type { MapCommand } from './map-commands.ts'
import { FLAT_PITCH_DEG } from './projection.ts'

/** Where the map looks: from the address at first, then by hand; what a hand did goes back into the address. */
const TILT_DEG = 55
const NEAREST_FIT_ZOOM = 13.5
const HOME_ZOOM = 13
/** Marks movements that a person asked for by a button: they are kept in the address like those by hand. */
export const BY_HAND = { byHand: true }

/** Where our coast data lies: Qatar and its sea. Elsewhere the ground is plain. */
const COAST_DATA = { west: 50.4, east: 53, south: 24.2, north: 27 }

export function coastDataReaches(): boolean {
  const event = [...currentPicture().event.values()][0]
  if (event === undefined) return true
  const { originLonDeg, originLatDeg } = event
  return (
    originLonDeg > COAST_DATA.west && originLonDeg < COAST_DATA.east && originLatDeg > COAST_DATA.south && originLatDeg < COAST_DATA.north
  )
}

/** The first view: where the link says, else the whole event. */
export function placeCamera(map: MapLibreMap): void {
  const { camera, site } = urlState()
  const bounds = homeBounds(currentPicture(), site)
  if (camera !== undefined) jumpTo(map, camera)
  else if (bounds !== undefined) map.fitBounds(bounds, { padding: paddingOf(map), maxZoom: HOME_ZOOM, animate: false })
}

export function jumpTo(map: MapLibreMap, camera: Camera): void {
  map.jumpTo({ center: [camera.lonDeg, camera.latDeg], zoom: camera.zoom, bearing: camera.bearingDeg, pitch: camera.pitchDeg })
}

export function rememberCamera(map: MapLibreMap): void {
  const centre = map.getCenter()
  setUrlState({
    camera: { latDeg: centre.lat, lonDeg: centre.lng, zoom: map.getZoom(), bearingDeg: map.getBearing(), pitchDeg: map.getPitch() },
  })
}

export function obeyCommand(map: MapLibreMap, command: MapCommand): void {
  const { selection, site } = urlState()
  switch (command) {
    case 'fit':
      return fitTo(map, selectionBounds(currentPicture(), selection), NEAREST_FIT_ZOOM)
    case 'home':
      return fitTo(map, homeBounds(currentPicture(), site), HOME_ZOOM, { pitch: 0, bearing: 0 })
    case 'zoom-in':
      return void map.zoomIn({}, BY_HAND)
    case 'zoom-out':
      return void map.zoomOut({}, BY_HAND)
    case 'focus':
      return map.getCanvas().focus()
    case 'tilt':
      return void map.easeTo({ pitch: map.getPitch() > FLAT_PITCH_DEG ? 0 : TILT_DEG, duration: stillWanted() ? 0 : 400 }, BY_HAND)
  }
}

function fitTo(
  map: MapLibreMap,
  bounds: Bounds | undefined,
  maxZoom: number,
  turn: { pitch?: number; bearing?: number } = { bearing: map.getBearing() },
): void {
  if (bounds !== undefined)
    map.fitBounds(bounds, { ...turn, padding: paddingOf(map), maxZoom, animate: !stillWanted(), duration: 500 }, BY_HAND)
}

function stillWanted(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** Room for labels and controls round what is fitted; less on a small map. */
function paddingOf(map: MapLibreMap): { top: number; bottom: number; left: number; right: number } {
  const { clientWidth, clientHeight } = map.getContainer()
  const across = Math.min(150, clientWidth * 0.14),
    up = Math.min(80, clientHeight * 0.13)
  return { top: up, bottom: up, left: across, right: across }
}
