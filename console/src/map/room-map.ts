import { MapLibreOverlay } from '@deck.gl/maplibre'
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { currentPicture, onChange } from '../feed/feed-client.ts'
import { onUrlState, select, urlState } from '../state/url-state.ts'
import { currentWords } from '../words.tsx'
import { roomStyle } from './basemap-style.ts'
import { coastDataReaches, jumpTo, obeyCommand, placeCamera, rememberCamera } from './camera.ts'
import { createDrawClock, type DrawClock } from './draw-clock.ts'
import { groundChanged, newGroundPainter, paintGroundSoon, restyle, showVolumes, type GroundPainter } from './ground-painter.ts'
import { onMapCommand } from './map-commands.ts'
import { paletteOf, type Palette } from './palette.ts'
import { pick } from './pick.ts'
import { FLAT_PITCH_DEG, projectionOf } from './projection.ts'
import { drawTracks, newTrackPainter, repaintTracks, writeAllTracks, writeChange, writeStale, type TrackPainter } from './track-painter.ts'

/**
 * The map, outside React: MapLibre draws the ground, deck.gl the many, a 2-D canvas the few. It listens to the feed and
 * to the address.
 */
export type RoomMapElements = { readonly ground: HTMLElement; readonly ink: HTMLCanvasElement; readonly buttons: HTMLElement }
/** `ownMove` while the map itself writes its camera into the address. */
type RoomMap = {
  readonly map: MapLibreMap
  readonly tracks: TrackPainter
  readonly ground: GroundPainter
  readonly clock: DrawClock
  placed: boolean
  ownMove: boolean
}

setWorkerUrl(workerUrl)

const STALE_CHECK_MS = 1000
/** On a wall, read from eight metres. */
const WALL_SCALE = 1.8

/** `onReady` is called once the ground has been drawn for the first time. Returns the way to end it. */
export function createRoomMap(elements: RoomMapElements, onReady: () => void): () => void {
  const palette = paletteOf(urlState().theme)
  const map = newMap(elements.ground, palette)
  const overlay = new MapLibreOverlay({ interleaved: false, layers: [], useDevicePixels: true })
  map.addControl(overlay)
  // It takes keys, and the section round it is the landmark of that name.
  map.getCanvas().setAttribute('role', 'application')
  const tracks = newTrackPainter({
    map,
    overlay,
    ink: elements.ink,
    buttons: elements.buttons,
    palette,
    scale: urlState().wall === undefined ? 1 : WALL_SCALE,
  })
  const room: RoomMap = {
    map,
    tracks,
    ground: newGroundPainter(map, palette),
    clock: createDrawClock(() => drawTracks(tracks)),
    placed: false,
    ownMove: false,
  }
  map.once('idle', onReady)
  map.on('render', () => drawTracks(tracks))
  followCamera(room)
  followPointer(room)
  const stops = [followFeed(room), followUrl(room), onMapCommand((command) => obeyCommand(map, command))]
  const staleTimer = setInterval(() => {
    writeStale(tracks)
    room.clock.soon()
  }, STALE_CHECK_MS)
  const resize = new ResizeObserver(() => map.resize())
  resize.observe(elements.ground)
  // Names set before the Arabic letters have come are set again with them.
  void document.fonts.load('14px "Noto Sans Arabic Variable"', 'لوسيل').then(() => paintGroundSoon(room.ground))
  return () => {
    for (const stop of stops) stop()
    clearInterval(staleTimer)
    clearTimeout(room.ground.timer)
    room.clock.stop()
    resize.disconnect()
    map.remove()
  }
}

function newMap(container: HTMLElement, palette: Palette): MapLibreMap {
  return new MapLibreMap({
    container,
    // MapLibre says it once; `followUrl` says it again in another language.
    locale: { 'Map.Title': currentWords().t('map.label') },
    style: roomStyle(palette, true),
    center: [51.5, 25.33],
    zoom: 10,
    minZoom: 5,
    maxZoom: 18,
    maxPitch: 70,
    attributionControl: false,
    fadeDuration: 0,
    // Lines are smooth by themselves; smoothing the rest costs four times the pixels on a tablet.
    canvasContextAttributes: { antialias: false },
  })
}

function followFeed(room: RoomMap): () => void {
  const hear: Parameters<typeof onChange>[0] = (change) => {
    writeChange(room.tracks, change)
    if (change.whole && !room.placed) {
      room.placed = true
      placeCamera(room.map)
      if (!coastDataReaches()) restyle(room.ground, room.ground.palette, false)
    }
    groundChanged(room.ground, change)
    room.clock.soon()
  }
  const stop = onChange(hear)
  // The picture may have come before the map's code did.
  if (currentPicture().event.size > 0) hear({ whole: true, put: {}, drop: {} }, currentPicture())
  return stop
}

function followUrl(room: RoomMap): () => void {
  let seen = urlState()
  return onUrlState(() => {
    const before = seen
    const next = (seen = urlState())
    if (next.theme !== before.theme) {
      const palette = paletteOf(next.theme)
      repaintTracks(room.tracks, palette)
      restyle(room.ground, palette, room.ground.covered)
    }
    if (next.language !== before.language) room.map.getCanvas().setAttribute('aria-label', currentWords().t('map.label'))
    if (next.camera !== before.camera && next.camera !== undefined && !room.ownMove) jumpTo(room.map, next.camera)
    if (
      next.selection !== before.selection ||
      next.heightAmslM !== before.heightAmslM ||
      next.language !== before.language ||
      next.digits !== before.digits
    )
      paintGroundSoon(room.ground)
    room.clock.soon()
  })
}

function followCamera(room: RoomMap): void {
  const { map, tracks, ground } = room
  map.on('pitch', () => {
    const pitched = map.getPitch() > FLAT_PITCH_DEG
    if (pitched === tracks.pitched) return
    tracks.pitched = pitched
    showVolumes(ground, pitched)
    writeAllTracks(tracks)
  })
  map.on('moveend', (event) => {
    if (event.originalEvent === undefined && !('byHand' in event)) return
    room.ownMove = true
    rememberCamera(map)
    room.ownMove = false
  })
}

function followPointer({ map, tracks, clock }: RoomMap): void {
  map.on('click', (event) => {
    const finger = event.originalEvent instanceof PointerEvent && event.originalEvent.pointerType === 'touch'
    select(pick(currentPicture(), projectionOf(map), event.point.x, event.point.y, finger))
  })
  map.on('mousemove', (event) => {
    const under = pick(currentPicture(), projectionOf(map), event.point.x, event.point.y, false)
    map.getCanvas().style.cursor = under === undefined ? '' : 'pointer'
    const hovered = under?.kind === 'track' ? under.id : undefined
    if (hovered === tracks.hovered) return
    tracks.hovered = hovered
    clock.soon()
  })
}
