import type { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { currentPicture, eventNowMs } from '../feed/feed-client.ts'
import type { Change } from '../feed/picture.ts'
import { urlState } from '../state/url-state.ts'
import { currentWords } from '../words.tsx'
import { trackLayers } from './deck-layers.ts'
import { drawInk, drawnHeightM } from './ink.ts'
import { isStale, lookOf } from './looks.ts'
import type { Palette } from './palette.ts'
import { projectionOf } from './projection.ts'
import { drawSymbolSheet, type SymbolSheet } from './symbols.ts'
import { dropTrack, newTrackSlots, putTrack, trailOf, type TrackSlots } from './track-slots.ts'
import { showUrgentButtons } from './urgent-buttons.ts'

/** What is drawn above the ground: the many from the slots, the few with ink. */
export type TrackPainter = {
  readonly map: MapLibreMap
  readonly overlay: MapLibreOverlay
  readonly ink: HTMLCanvasElement
  readonly buttons: HTMLElement
  readonly slots: TrackSlots
  readonly stale: Set<string>
  /** Symbols and letters this much larger than on a desk. */
  readonly scale: number
  palette: Palette
  sheet: SymbolSheet
  /** Whether heights are drawn. */
  pitched: boolean
  hovered: string | undefined
  /** Counts that say what has changed since the last upload. */
  tracks: number
  trails: number
  trailsAt: number
  drawn: { tracks: number; trails: number }
}

const TRAIL_UPLOAD_MS = 1000
/** Further out than this, quiet traffic keeps its symbols and loses its words. */
const WORDS_ZOOM = 10.5

export function newTrackPainter(parts: Pick<TrackPainter, 'map' | 'overlay' | 'ink' | 'buttons' | 'scale' | 'palette'>): TrackPainter {
  return {
    ...parts,
    slots: newTrackSlots(),
    stale: new Set(),
    sheet: drawSymbolSheet(parts.palette),
    pitched: false,
    hovered: undefined,
    tracks: 0,
    trails: 0,
    trailsAt: 0,
    drawn: { tracks: -1, trails: -1 },
  }
}

function write(painter: TrackPainter, id: string): void {
  const track = currentPicture().track.get(id)
  if (track === undefined) return
  const stale = isStale(track, eventNowMs())
  if (stale) painter.stale.add(id)
  else painter.stale.delete(id)
  putTrack(painter.slots, track, lookOf(track, stale, painter.sheet), painter.pitched ? drawnHeightM(track) : 0)
}

/** Every track anew: after a snapshot, another theme, or when the map tilts. */
export function writeAllTracks(painter: TrackPainter): void {
  const { track } = currentPicture()
  for (const id of painter.slots.slotOf.keys()) if (!track.has(id)) dropTrack(painter.slots, id)
  for (const id of track.keys()) write(painter, id)
  painter.tracks++
  painter.trails++
}

/** The tracks that one message touched. */
export function writeChange(painter: TrackPainter, change: Change): void {
  if (change.whole) return writeAllTracks(painter)
  for (const id of change.drop.track ?? []) {
    dropTrack(painter.slots, id)
    painter.stale.delete(id)
  }
  for (const id of change.put.track ?? []) write(painter, id)
  if (change.put.track === undefined && change.drop.track === undefined) return
  painter.tracks++
  const now = performance.now()
  if (now - painter.trailsAt < TRAIL_UPLOAD_MS) return
  painter.trailsAt = now
  painter.trails++
}

/** Rewrites the tracks that have become old, or young again, since they were last written. */
export function writeStale(painter: TrackPainter): void {
  const now = eventNowMs()
  let changed = false
  for (const track of currentPicture().track.values()) {
    if (isStale(track, now) === painter.stale.has(track.id)) continue
    write(painter, track.id)
    changed = true
  }
  if (changed) painter.tracks++
}

export function repaintTracks(painter: TrackPainter, palette: Palette): void {
  painter.palette = palette
  painter.sheet = drawSymbolSheet(palette)
  writeAllTracks(painter)
}

/** Hands deck.gl the slots where they have changed. */
function upload(painter: TrackPainter): void {
  const { drawn, tracks, trails, slots, sheet, palette, scale } = painter
  if (drawn.tracks === tracks && drawn.trails === trails) return
  painter.drawn = { tracks, trails }
  painter.overlay.setProps({ layers: trackLayers(slots, painter.drawn, sheet, palette, scale) })
}

export function drawTracks(painter: TrackPainter): void {
  upload(painter)
  const context = fittedContext(painter.ink)
  if (context === undefined) return
  const { map, palette, hovered, slots, scale } = painter
  const picture = currentPicture()
  const projection = projectionOf(map)
  const words = currentWords()
  const selectedTrack = chosenTrack()
  drawInk(context, {
    projection,
    palette,
    words,
    nowMs: eventNowMs(),
    tracks: picture.track,
    bearings: picture.bearing,
    selectedTrack,
    hoveredTrack: hovered,
    siteAt: (id) => picture.site.get(id),
    trailOf: (id) => trailOf(slots, id),
    reducedDetail: map.getZoom() < WORDS_ZOOM,
    scale,
  })
  showUrgentButtons(painter.buttons, picture, projection, words, selectedTrack)
}

/** The chosen track, also through its alert. */
function chosenTrack(): string | undefined {
  const { selection } = urlState()
  if (selection?.kind === 'track') return selection.id
  return selection?.kind === 'alert' ? (currentPicture().alert.get(selection.id)?.track ?? undefined) : undefined
}

function fittedContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D | undefined {
  const ratio = Math.min(2, devicePixelRatio)
  const width = Math.round(canvas.clientWidth * ratio),
    height = Math.round(canvas.clientHeight * ratio)
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height]
  const context = canvas.getContext('2d')
  context?.setTransform(ratio, 0, 0, ratio, 0, 0)
  return context ?? undefined
}
