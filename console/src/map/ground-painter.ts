import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { currentPicture } from '../feed/feed-client.ts'
import type { Change } from '../feed/picture.ts'
import { urlState } from '../state/url-state.ts'
import { currentWords } from '../words.tsx'
import { roomStyle, styleImages } from './basemap-style.ts'
import { coverageFeatures, footprintFeatures, nodeFeatures, siteFeatures, zoneFeatures } from './ground-features.ts'
import type { Palette } from './palette.ts'

/** Sites, zones, nodes and coverage on the ground: made anew only when one of them, the choice or the language changes. */
export type GroundPainter = {
  readonly map: MapLibreMap
  palette: Palette
  /** False where our coast data does not reach. */
  covered: boolean
  /** Whether volumes stand up. */
  pitched: boolean
  ready: boolean
  /** What was threatened and blind when the ground was last drawn. */
  key: string
  timer: ReturnType<typeof setTimeout> | undefined
}

const SOURCES = {
  footprints: footprintFeatures,
  sites: siteFeatures,
  zones: zoneFeatures,
  coverage: coverageFeatures,
  nodes: nodeFeatures,
} as const
/** Several changes of one moment are drawn together. */
const GATHER_MS = 120

export function newGroundPainter(map: MapLibreMap, palette: Palette): GroundPainter {
  const painter: GroundPainter = { map, palette, covered: true, pitched: false, ready: false, key: '', timer: undefined }
  map.once('style.load', () => styleLoaded(painter))
  return painter
}

export function paintGroundSoon(painter: GroundPainter): void {
  painter.timer ??= setTimeout(() => {
    painter.timer = undefined
    paint(painter)
  }, GATHER_MS)
}

/** Draws the ground anew where a message changed it: places, threatened places, nodes that fell blind or came back. */
export function groundChanged(painter: GroundPainter, { whole, put, drop }: Change): void {
  const places = put.site ?? put.zone ?? put.event ?? drop.site ?? drop.zone
  if (whole || places !== undefined || keyNow() !== painter.key) paintGroundSoon(painter)
}

export function restyle(painter: GroundPainter, palette: Palette, covered: boolean): void {
  painter.palette = palette
  painter.covered = covered
  painter.ready = false
  painter.map.setStyle(roomStyle(palette, covered), { diff: false })
  painter.map.once('style.load', () => styleLoaded(painter))
}

export function showVolumes(painter: GroundPainter, pitched: boolean): void {
  painter.pitched = pitched
  if (painter.map.getLayer('zone-volume') !== undefined)
    painter.map.setLayoutProperty('zone-volume', 'visibility', pitched ? 'visible' : 'none')
}

function styleLoaded(painter: GroundPainter): void {
  const { map, palette } = painter
  for (const [name, image] of Object.entries(styleImages(palette))) if (!map.hasImage(name)) map.addImage(name, image, { pixelRatio: 2 })
  painter.ready = true
  showVolumes(painter, painter.pitched)
  paint(painter)
}

function paint(painter: GroundPainter): void {
  if (!painter.ready) return
  const { selection, heightAmslM } = urlState()
  const picture = currentPicture()
  painter.key = keyNow()
  const geoidM = [...picture.event.values()][0]?.geoidM ?? 0
  const context = { picture, words: currentWords(), selection, heightAmslM, threatened: threatenedIds(), geoidM }
  for (const [name, features] of Object.entries(SOURCES))
    void painter.map.getSource<GeoJSONSource>(name)?.setData({ type: 'FeatureCollection', features: features(context) })
}

/** Of the rings that a track comes to only the next light up: a drone low over the sea stands to a dozen rings somehow. */
const THREATS_SHOWN = 2

/** Zones and sites that an alert names while it asks for somebody. */
function threatenedIds(): Set<string> {
  const ids = new Set<string>()
  const picture = currentPicture()
  for (const alert of picture.alert.values()) {
    if (alert.kind === 'node-silent' || (alert.state !== 'unacknowledged' && alert.state !== 'acknowledged')) continue
    if (alert.zone !== null) ids.add(alert.zone)
    for (const site of alert.sites) ids.add(site)
    const coming = picture.track.get(alert.track ?? '')?.threats.filter((threat) => threat.relation === 'approaching') ?? []
    for (const threat of coming.slice(0, THREATS_SHOWN)) ids.add(threat.zone)
  }
  return ids
}

function keyNow(): string {
  const blind = [...currentPicture().node.values()].map((node) => `${node.id}${node.blindSinceMs ?? ''}`)
  return `${[...threatenedIds()].toSorted().join()} ${blind.join()}`
}
