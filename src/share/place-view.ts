import { atan2, cos, sin, TWO_PI } from '../math/elementary.ts'
import { cellFrame, enuToGeodeticInto } from '../math/geodesy.ts'
import type { BearingView, NodeView, SiteView, ZoneView } from '../model/api.ts'
import type { BearingItem, NodeItem, SiteItem, ZoneItem } from '../model/picture.ts'
import { localPlace, turnVector } from './local-frame.ts'
import type { MayMention } from './mention.ts'
import type { ReleaseContext } from './release-context.ts'
import { directionDeg, orNull, placeDeg, tenth, thousandth, toDeg } from './round.ts'

/** Corners of a circle's ring: at 5 km radius the chord is within 11 m of the arc. */
const RING_CORNERS = 48
/** How far a bearing is drawn where its node's range is unknown. */
const BEARING_DRAWN_M = 5000

export function siteView({ site, headcount }: SiteItem): SiteView {
  return {
    id: site.id,
    name: site.name,
    kind: site.kind,
    protected: site.protected,
    latDeg: placeDeg(site.place.latRad),
    lonDeg: placeDeg(site.place.lonRad),
    footprint: site.footprint === undefined ? null : site.footprint.map(corner),
    host: site.host,
    partner: orNull(site.partner),
    headcount: orNull(headcount),
    invented: site.invented,
  }
}

export function zoneView({ zone, active }: ZoneItem, mayMention: MayMention): ZoneView {
  const { shape, floorHaeM, ceilingHaeM } = zone.volume
  return {
    id: zone.id,
    site: zone.site !== undefined && mayMention('site', zone.site) ? zone.site : null,
    name: zone.name,
    kind: zone.kind,
    circle:
      shape.kind === 'circle' ? { latDeg: placeDeg(shape.latRad), lonDeg: placeDeg(shape.lonRad), radiusM: tenth(shape.radiusM) } : null,
    ring: shape.kind === 'circle' ? circleRing(shape.latRad, shape.lonRad, shape.radiusM) : shape.ring.map(corner),
    floorHaeM: tenth(floorHaeM),
    ceilingHaeM: tenth(ceilingHaeM),
    active,
    invented: zone.invented,
  }
}

export function nodeView(item: NodeItem, mayMention: MayMention): NodeView {
  const { definition, bias } = item
  const allRound = definition !== undefined && definition.sectorToRad - definition.sectorFromRad >= TWO_PI - 1e-9
  return {
    id: item.id,
    name: item.name,
    names: orNull(definition?.name),
    sensor: orNull(definition?.sensor),
    site: definition?.site !== undefined && mayMention('site', definition.site) ? definition.site : null,
    owner: definition?.owner ?? item.label.owner,
    state: item.state,
    stateSinceMs: item.stateSinceMs,
    lastSeenMs: orNull(item.lastSeenMs),
    blindSinceMs: orNull(item.blindSinceMs),
    latDeg: definition === undefined ? null : placeDeg(definition.place.latRad),
    lonDeg: definition === undefined ? null : placeDeg(definition.place.lonRad),
    maxRangeM: orNull(definition?.maxRangeM),
    sectorFromDeg: definition === undefined ? null : allRound ? 0 : directionDeg(definition.sectorFromRad),
    sectorToDeg: definition === undefined ? null : allRound ? 360 : directionDeg(definition.sectorToRad),
    detections: item.detections,
    rejected: item.rejected,
    lastReject: orNull(item.lastReject),
    clockOffsetMs: item.clockOffsetMs === undefined ? null : Math.round(item.clockOffsetMs),
    bias:
      bias === undefined
        ? null
        : {
            azimuthDeg: thousandth(toDeg(bias.azimuthRad)),
            sigmaDeg: thousandth(toDeg(bias.azimuthSigmaRad)),
            samples: bias.samples,
            corrected: bias.corrected,
          },
    simulated: definition?.simulated ?? false,
  }
}

/** The line starts at its node and is drawn as far as the node sees. Its azimuth is against true north there. */
export function bearingView({ id, line }: BearingItem, context: ReleaseContext, mayMention: MayMention): BearingView {
  const node = context.lookup('node', line.node)
  const lengthM = (node?.kind === 'node' ? node.definition?.maxRangeM : undefined) ?? BEARING_DRAWN_M
  const e = sin(line.azimuthRad)
  const n = cos(line.azimuthRad)
  const from = localPlace(context.frame, line.eM, line.nM, 0)
  const to = localPlace(context.frame, line.eM + lengthM * e, line.nM + lengthM * n, 0)
  const [east, north] = turnVector(from.rotation, e, n, 0)
  return {
    id,
    node: line.node,
    atMs: line.atMs,
    fromLatDeg: placeDeg(from.latRad),
    fromLonDeg: placeDeg(from.lonRad),
    toLatDeg: placeDeg(to.latRad),
    toLonDeg: placeDeg(to.lonRad),
    azimuthDeg: directionDeg(atan2(east, north)),
    sigmaDeg: tenth(toDeg(line.sigmaRad)),
    track: line.track !== undefined && mayMention('track', line.track) ? line.track : null,
  }
}

const corner = ({ latRad, lonRad }: { readonly latRad: number; readonly lonRad: number }): [number, number] => [
  placeDeg(lonRad),
  placeDeg(latRad),
]

/** A circle about a place as an open ring, anticlockwise from its easternmost corner as GeoJSON wants outer rings. */
function circleRing(latRad: number, lonRad: number, radiusM: number): [number, number][] {
  const frame = cellFrame(latRad, lonRad, 0)
  const out = new Float64Array(3)
  return Array.from({ length: RING_CORNERS }, (_, i) => {
    const angle = (i * TWO_PI) / RING_CORNERS
    enuToGeodeticInto(frame, radiusM * cos(angle), radiusM * sin(angle), 0, out)
    return corner({ latRad: out[0] as number, lonRad: out[1] as number })
  })
}
