import { MapLibreOverlay } from '@deck.gl/maplibre'
import { Map as MapLibreMap, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { currentPicture, eventNowMs, onChange } from '../feed/feed-client.ts'
import type { Change } from '../feed/picture.ts'
import { onUrlState, select, setUrlState, urlState, type Camera } from '../state/url-state.ts'
import { currentWords } from '../words.tsx'
import { roomStyle, styleImages } from './basemap-style.ts'
import { homeBounds, selectionBounds, type Bounds } from './bounds.ts'
import { trackLayers } from './deck-layers.ts'
import { coverageFeatures, footprintFeatures, nodeFeatures, siteFeatures, zoneFeatures, type GroundContext } from './ground-features.ts'
import { drawInk, drawnHeightM } from './ink.ts'
import { isStale, lookOf } from './looks.ts'
import { onMapCommand, type MapCommand } from './map-commands.ts'
import { paletteOf } from './palette.ts'
import { pick } from './pick.ts'
import { FLAT_PITCH_DEG, projectionOf } from './projection.ts'
import { drawSymbolSheet, type SymbolSheet } from './symbols.ts'
import { dropTrack, newTrackSlots, putTrack, trailOf } from './track-slots.ts'
import { showUrgentButtons } from './urgent-buttons.ts'

/**
 * The map, outside React: MapLibre draws the ground, deck.gl the many, a 2-D canvas the few. It listens to the feed and
 * to the address and draws at most once a frame.
 */
export type RoomMapElements = { readonly ground: HTMLElement; readonly ink: HTMLCanvasElement; readonly buttons: HTMLElement }

setWorkerUrl(workerUrl)

const STALE_CHECK_MS = 1000
const TRAIL_UPLOAD_MS = 1000
/** The feed may speak twenty times a second; objects that move by a pixel are served by five pictures. Moving the map draws every frame. */
const LEAST_DRAW_MS = 200
const MOST_PAUSE_MS = 1000
const TILT_DEG = 55
const WALL_SCALE = 1.8
const GROUND_SOURCES = { footprints: footprintFeatures, sites: siteFeatures, zones: zoneFeatures, coverage: coverageFeatures, nodes: nodeFeatures } as const

/** `onReady` is called once the ground has been drawn for the first time. Returns the way to end it. */
export function createRoomMap(elements: RoomMapElements, onReady: () => void): () => void {
  const slots = newTrackSlots()
  const overlay = new MapLibreOverlay({ interleaved: false, layers: [], useDevicePixels: true })
  const staleIds = new Set<string>()
  const scale = urlState().wall === undefined ? 1 : WALL_SCALE
  const state = { palette: paletteOf(urlState().theme), sheet: undefined as SymbolSheet | undefined, tracks: 0, trails: 0, trailsAt: 0, drawn: { tracks: -1, trails: -1 }, frame: 0, drawnAt: 0, pauseMs: LEAST_DRAW_MS, waiting: undefined as ReturnType<typeof setTimeout> | undefined, pitched: false, hovered: undefined as string | undefined, covered: true, placedOnce: false, ownMove: false, groundKey: '', styleReady: false }
  const map = new MapLibreMap({
    container: elements.ground,
    style: roomStyle(state.palette, true),
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
  state.sheet = drawSymbolSheet(state.palette)
  map.addControl(overlay)

  const draw = (): void => {
    state.frame = 0
    const began = (state.drawnAt = performance.now())
    uploadTracks()
    drawOver()
    // Where drawing is slow (no graphics card), it happens less often, so that the ground and the feed get their turn.
    requestAnimationFrame(() => {
      state.pauseMs = Math.min(MOST_PAUSE_MS, Math.max(LEAST_DRAW_MS, 4 * (performance.now() - began)))
    })
  }
  const schedule = (): void => {
    if (state.frame !== 0 || state.waiting !== undefined) return
    const early = state.drawnAt + state.pauseMs - performance.now()
    if (early <= 0) state.frame = requestAnimationFrame(draw)
    else
      state.waiting = setTimeout(() => {
        state.waiting = undefined
        state.frame = requestAnimationFrame(draw)
      }, early)
  }
  const uploadTracks = (): void => {
    if (state.sheet === undefined || (state.drawn.tracks === state.tracks && state.drawn.trails === state.trails)) return
    state.drawn = { tracks: state.tracks, trails: state.trails }
    overlay.setProps({ layers: trackLayers(slots, state.drawn, state.sheet, state.palette, scale) })
  }
  const drawOver = (): void => {
    const context = fittedContext(elements.ink)
    if (context === undefined) return
    const { selection } = urlState()
    const projection = projectionOf(map)
    const picture = currentPicture()
    const chosenTrack = selection?.kind === 'track' ? selection.id : selection?.kind === 'alert' ? (picture.alert.get(selection.id)?.track ?? undefined) : undefined
    const words = currentWords()
    const nowMs = eventNowMs()
    drawInk(context, { projection, palette: state.palette, words, nowMs, tracks: picture.track, bearings: picture.bearing, selectedTrack: chosenTrack, hoveredTrack: state.hovered, trailOf: (id) => trailOf(slots, id), reducedDetail: map.getZoom() < 10.5, scale })
    showUrgentButtons(elements.buttons, picture, projection, words, chosenTrack)
  }
  const write = (id: string): void => {
    const track = currentPicture().track.get(id)
    if (track === undefined || state.sheet === undefined) return
    const stale = isStale(track, eventNowMs())
    if (stale) staleIds.add(id)
    else staleIds.delete(id)
    putTrack(slots, track, lookOf(track, stale, state.sheet), state.pitched ? drawnHeightM(track) : 0)
  }
  const writeAll = (): void => {
    const { track } = currentPicture()
    for (const id of slots.slotOf.keys()) if (!track.has(id)) dropTrack(slots, id)
    for (const id of track.keys()) write(id)
    state.tracks++
    state.trails++
    schedule()
  }
  const setGround = (): void => {
    if (!state.styleReady) return
    const context = groundContext()
    for (const [name, features] of Object.entries(GROUND_SOURCES)) map.getSource<GeoJSONSource>(name)?.setData({ type: 'FeatureCollection', features: features(context) })
  }
  let groundTimer: ReturnType<typeof setTimeout> | undefined
  const setGroundSoon = (): void => {
    groundTimer ??= setTimeout(() => {
      groundTimer = undefined
      setGround()
    }, 120)
  }
  const hear = (change: Change): void => {
    if (change.whole) {
      writeAll()
      placeOnce()
      setGroundSoon()
      return
    }
    for (const id of change.drop.track ?? []) {
      dropTrack(slots, id)
      staleIds.delete(id)
    }
    for (const id of change.put.track ?? []) write(id)
    if (change.put.track !== undefined || change.drop.track !== undefined) {
      state.tracks++
      const now = performance.now()
      if (now - state.trailsAt > TRAIL_UPLOAD_MS) {
        state.trailsAt = now
        state.trails++
      }
    }
    if (change.put.site ?? change.put.zone ?? change.put.event ?? change.drop.zone ?? change.drop.site) setGroundSoon()
    else if (groundKeyNow() !== state.groundKey) setGroundSoon()
    schedule()
  }
  const groundContext = (): GroundContext => {
    const { selection, heightAmslM } = urlState()
    state.groundKey = groundKeyNow()
    return { picture: currentPicture(), words: currentWords(), selection, heightAmslM, threatened: threatenedIds(), geoidM: eventOf()?.geoidM ?? 0 }
  }

  const fitTo = (bounds: Bounds | undefined, maxZoom: number): void => {
    if (bounds === undefined) return
    map.fitBounds(bounds, { padding: paddingOf(map), maxZoom, animate: !matchMedia('(prefers-reduced-motion: reduce)').matches, duration: 500 })
  }
  /** The first view: where the link says, else the whole event. */
  const placeOnce = (): void => {
    if (state.placedOnce) return
    state.placedOnce = true
    const { camera } = urlState()
    const bounds = homeBounds(currentPicture(), urlState().site)
    const event = eventOf()
    if (event !== undefined && !(event.originLonDeg > 50.4 && event.originLonDeg < 53 && event.originLatDeg > 24.2 && event.originLatDeg < 27)) setStyle(false)
    if (camera !== undefined) map.jumpTo(cameraOf(camera))
    else if (bounds !== undefined) map.fitBounds(bounds, { padding: paddingOf(map), maxZoom: 13, animate: false })
  }
  const setStyle = (covered: boolean): void => {
    state.covered = covered
    state.styleReady = false
    map.setStyle(roomStyle(state.palette, covered), { diff: false })
    map.once('style.load', styleLoaded)
  }
  const styleLoaded = (): void => {
    for (const [name, image] of Object.entries(styleImages(state.palette))) if (!map.hasImage(name)) map.addImage(name, image, { pixelRatio: 2 })
    state.styleReady = true
    showVolumes()
    setGround()
  }
  const showVolumes = (): void => {
    if (map.getLayer('zone-volume') !== undefined) map.setLayoutProperty('zone-volume', 'visibility', state.pitched ? 'visible' : 'none')
  }
  const obey = (command: MapCommand): void => {
    if (command === 'fit') fitTo(selectionBounds(currentPicture(), urlState().selection), 13.5)
    else if (command === 'home') fitTo(homeBounds(currentPicture(), urlState().site), 13)
    else if (command === 'zoom-in') map.zoomIn()
    else if (command === 'zoom-out') map.zoomOut()
    else if (command === 'focus') map.getCanvas().focus()
    else map.easeTo({ pitch: map.getPitch() > FLAT_PITCH_DEG ? 0 : TILT_DEG, duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 400 })
  }

  let seen = urlState()
  const followUrl = (): void => {
    const next = urlState()
    const before = seen
    seen = next
    if (next.theme !== before.theme) {
      state.palette = paletteOf(next.theme)
      state.sheet = drawSymbolSheet(state.palette)
      setStyle(state.covered)
      writeAll()
    }
    if (next.camera !== before.camera && next.camera !== undefined && !state.ownMove) map.jumpTo(cameraOf(next.camera))
    if (next.selection !== before.selection || next.heightAmslM !== before.heightAmslM || next.language !== before.language || next.digits !== before.digits) setGroundSoon()
    schedule()
  }

  map.once('style.load', styleLoaded)
  map.once('idle', onReady)
  map.on('render', () => {
    uploadTracks()
    drawOver()
  })
  map.on('pitch', () => {
    const pitched = map.getPitch() > FLAT_PITCH_DEG
    if (pitched === state.pitched) return
    state.pitched = pitched
    showVolumes()
    writeAll()
  })
  map.on('moveend', (event) => {
    if (!state.placedOnce || event.originalEvent === undefined) return
    const centre = map.getCenter()
    state.ownMove = true
    setUrlState({ camera: { latDeg: centre.lat, lonDeg: centre.lng, zoom: map.getZoom(), bearingDeg: map.getBearing(), pitchDeg: map.getPitch() } })
    state.ownMove = false
  })
  map.on('click', (event) => {
    const finger = event.originalEvent instanceof PointerEvent && event.originalEvent.pointerType === 'touch'
    select(pick(currentPicture(), projectionOf(map), event.point.x, event.point.y, finger))
  })
  map.on('mousemove', (event) => {
    const under = pick(currentPicture(), projectionOf(map), event.point.x, event.point.y, false)
    map.getCanvas().style.cursor = under === undefined ? '' : 'pointer'
    const hovered = under?.kind === 'track' ? under.id : undefined
    if (hovered === state.hovered) return
    state.hovered = hovered
    schedule()
  })

  const staleTimer = setInterval(() => {
    const now = eventNowMs()
    let changed = false
    for (const track of currentPicture().track.values()) {
      if (isStale(track, now) === staleIds.has(track.id)) continue
      write(track.id)
      changed = true
    }
    if (changed) state.tracks++
    schedule()
  }, STALE_CHECK_MS)
  const stops = [onChange(hear), onUrlState(followUrl), onMapCommand(obey)]
  const resize = new ResizeObserver(() => map.resize())
  resize.observe(elements.ground)
  void document.fonts.load('14px "Noto Sans Arabic Variable"', 'لوسيل').then(setGroundSoon)
  if (currentPicture().event.size > 0) hear({ whole: true, put: {}, drop: {} })

  return () => {
    for (const stop of stops) stop()
    clearInterval(staleTimer)
    clearTimeout(groundTimer)
    cancelAnimationFrame(state.frame)
    clearTimeout(state.waiting)
    resize.disconnect()
    map.remove()
  }
}

function cameraOf(camera: Camera): { center: [number, number]; zoom: number; bearing: number; pitch: number } {
  return { center: [camera.lonDeg, camera.latDeg], zoom: camera.zoom, bearing: camera.bearingDeg, pitch: camera.pitchDeg }
}

function eventOf(): { geoidM: number; originLatDeg: number; originLonDeg: number } | undefined {
  for (const event of currentPicture().event.values()) return event
  return undefined
}

/** Zones and sites that a standing alert names. */
function threatenedIds(): Set<string> {
  const ids = new Set<string>()
  const picture = currentPicture()
  for (const alert of picture.alert.values()) {
    if (alert.state === 'cleared' || alert.kind === 'node-silent') continue
    if (alert.zone !== null) ids.add(alert.zone)
    for (const site of alert.sites) ids.add(site)
    for (const threat of picture.track.get(alert.track ?? '')?.threats ?? []) ids.add(threat.zone)
  }
  return ids
}

/** Tells whether anything on the ground must be drawn anew: threatened places, and nodes that fell blind or came back. */
function groundKeyNow(): string {
  const blind = [...currentPicture().node.values()].map((node) => `${node.id}${node.blindSinceMs ?? ''}`)
  return `${[...threatenedIds()].toSorted().join()} ${blind.join()}`
}

/** Room for labels and controls round what is fitted; less on a small map. */
function paddingOf(map: MapLibreMap): { top: number; bottom: number; left: number; right: number } {
  const { clientWidth, clientHeight } = map.getContainer()
  const across = Math.min(150, clientWidth * 0.14), up = Math.min(80, clientHeight * 0.13)
  return { top: up, bottom: up, left: across, right: across }
}

function fittedContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D | undefined {
  const ratio = Math.min(2, devicePixelRatio)
  const width = Math.round(canvas.clientWidth * ratio), height = Math.round(canvas.clientHeight * ratio)
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height]
  const context = canvas.getContext('2d')
  context?.setTransform(ratio, 0, 0, ratio, 0, 0)
  return context ?? undefined
}

