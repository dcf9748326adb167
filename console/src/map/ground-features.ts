import type { Feature, Polygon, Position } from 'geojson'
import type { NodeView, SiteView, ZoneView } from '../../../src/model/api.ts'
import type { Picture } from '../feed/picture.ts'
import type { Selection } from '../state/url-state.ts'
import type { RoomWords } from '../words.tsx'

/** Sites, zones and nodes as the map's sources want them. Made again only when one of them, the choice or the language changes. */
const METRES_PER_DEGREE = 111_320
const CIRCLE_POINTS = 72

export type GroundContext = {
  readonly picture: Picture
  readonly words: RoomWords
  readonly selection: Selection | undefined
  readonly heightAmslM: number | undefined
  /** Zones and sites that an alert names. */
  readonly threatened: ReadonlySet<string>
  readonly geoidM: number
}

export function circleRing(latDeg: number, lonDeg: number, radiusM: number, fromDeg = 0, toDeg = 360): Position[] {
  const sweep = (((toDeg - fromDeg) % 360) + 360) % 360 || 360
  const steps = Math.max(8, Math.round((CIRCLE_POINTS * sweep) / 360))
  const ring: Position[] = sweep === 360 ? [] : [[lonDeg, latDeg]]
  for (let i = 0; i <= steps; i++) {
    const angle = ((fromDeg + (sweep * i) / steps) * Math.PI) / 180
    const lat = latDeg + (radiusM * Math.cos(angle)) / METRES_PER_DEGREE
    const lon = lonDeg + (radiusM * Math.sin(angle)) / (METRES_PER_DEGREE * Math.cos((latDeg * Math.PI) / 180))
    ring.push([lon, lat])
  }
  if (sweep !== 360) ring.push([lonDeg, latDeg])
  return ring
}

function zoneRing(zone: ZoneView): Position[] {
  if (zone.circle !== null) return circleRing(zone.circle.latDeg, zone.circle.lonDeg, zone.circle.radiusM)
  const ring: Position[] = zone.ring.map(([lon, lat]) => [lon, lat])
  const first = ring[0]
  return first === undefined ? [] : [...ring, first]
}

/** In force at the chosen height, which is above the sea; zones are given above the ellipsoid. */
export function applies(zone: ZoneView, heightAmslM: number | undefined, geoidM: number): boolean {
  if (!zone.active) return false
  return heightAmslM === undefined || (zone.floorHaeM - geoidM <= heightAmslM && heightAmslM <= zone.ceilingHaeM - geoidM)
}

export function zoneFeatures(context: GroundContext): Feature<Polygon>[] {
  const { picture, selection, heightAmslM, threatened, geoidM } = context
  return [...picture.zone.values()].map((zone) => {
    const site = zone.site === null ? undefined : picture.site.get(zone.site)
    const ofChosenSite = selection?.kind === 'site' && selection.id === zone.site
    return {
      type: 'Feature',
      properties: {
        id: zone.id,
        kind: zone.kind,
        applies: applies(zone, heightAmslM, geoidM),
        threatened: threatened.has(zone.id),
        chosen: ofChosenSite || (selection?.kind === 'zone' && selection.id === zone.id),
        minZoom: minZoomOf(site),
        floorM: Math.max(0, zone.floorHaeM - geoidM),
        ceilingM: Math.max(0, zone.ceilingHaeM - geoidM),
      },
      geometry: { type: 'Polygon', coordinates: [zoneRing(zone)] },
    }
  })
}

/** The rings of small sites appear when there is room for them; sixty-four at once would be a knot. */
function minZoomOf(site: SiteView | undefined): number {
  if (site === undefined) return 0
  return site.kind === 'stadium' || site.kind === 'airport' ? 9 : 12
}

const RANK: Readonly<Record<string, number>> = { stadium: 1, airport: 1, port: 2, base: 2, 'fan-zone': 2, headquarters: 2, coast: 2 }

export function siteFeatures(context: GroundContext): Feature[] {
  const { picture, words, selection, threatened } = context
  return [...picture.site.values()].map((site) => {
    const rank = RANK[site.kind] ?? 3
    return {
      type: 'Feature',
      properties: {
        id: site.id,
        label: words.local(site.name),
        rank,
        labelZoom: rank === 1 ? 9 : rank === 2 ? 11 : 13,
        chosen: selection?.kind === 'site' && selection.id === site.id,
        threatened: threatened.has(site.id),
      },
      geometry: { type: 'Point', coordinates: [site.lonDeg, site.latDeg] },
    }
  })
}

export function footprintFeatures({ picture }: GroundContext): Feature[] {
  const features: Feature[] = []
  for (const site of picture.site.values()) {
    const first = site.footprint?.[0]
    if (site.footprint === null || first === undefined) continue
    features.push({
      type: 'Feature',
      properties: { id: site.id, kind: site.kind },
      geometry: { type: 'Polygon', coordinates: [[...site.footprint, first].map(([lon, lat]) => [lon, lat])] },
    })
  }
  return features
}

function nodeLabel(node: NodeView, words: RoomWords): string {
  const name = node.names === null ? node.name : words.local(node.names)
  return node.blindSinceMs === null ? name : `${name}\n${words.t('nodes.blindSince', { atMs: node.blindSinceMs })}`
}

export function nodeFeatures({ picture, words, selection }: GroundContext): Feature[] {
  const features: Feature[] = []
  for (const node of picture.node.values()) {
    if (node.latDeg === null || node.lonDeg === null) continue
    features.push({
      type: 'Feature',
      properties: {
        id: node.id,
        label: nodeLabel(node, words),
        blind: node.blindSinceMs !== null,
        chosen: selection?.kind === 'node' && selection.id === node.id,
      },
      geometry: { type: 'Point', coordinates: [node.lonDeg, node.latDeg] },
    })
  }
  return features
}

/** What blind nodes should see, and what the chosen node sees. */
export function coverageFeatures({ picture, selection }: GroundContext): Feature<Polygon>[] {
  const features: Feature<Polygon>[] = []
  for (const node of picture.node.values()) {
    const chosen = selection?.kind === 'node' && selection.id === node.id
    const state = node.blindSinceMs !== null ? 'blind' : chosen ? 'chosen' : undefined
    if (state === undefined || node.latDeg === null || node.lonDeg === null || node.maxRangeM === null) continue
    const ring = circleRing(node.latDeg, node.lonDeg, node.maxRangeM, node.sectorFromDeg ?? 0, node.sectorToDeg ?? 360)
    features.push({ type: 'Feature', properties: { id: node.id, state }, geometry: { type: 'Polygon', coordinates: [ring] } })
  }
  return features
}
