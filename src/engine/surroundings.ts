import type { ClearanceShape, SensorView, ZoneShape } from '../assess/assess-context.ts'
import { volumeShape } from '../assess/volume-shape.ts'
import { geodeticToEnuInto, sensorRotation, type CellFrame } from '../math/geodesy.ts'
import type { Clearance, NodeDefinition, Zone } from '../model/event.ts'
import type { NodeId, SiteId, ZoneId } from '../model/ids.ts'
import type { Sensor } from '../model/track.ts'
import type { Disc } from '../track/clutter-map.ts'
import type { Definition } from './definition.ts'

/** Lays the event definition's places into the cell's frame, for the stages that know no degrees. */

export function zoneShapes(definition: Definition, frame: CellFrame, nowMs: number): ZoneShape[] {
  return [...definition.zones.values()].map((zone) => {
    const siteKind = zone.site === undefined ? undefined : definition.sites.get(zone.site)?.kind
    return {
      zone: zone.id as ZoneId,
      site: zone.site as SiteId | undefined,
      kind: zone.kind,
      surface: zone.surface,
      volume: volumeShape(frame, zone.volume),
      active: zoneActive(zone, nowMs),
      aerodrome: siteKind === 'airport' || siteKind === 'base',
    }
  })
}

/** The rings round sites, whatever their hours: there no clutter map may hold. */
export function protectedDiscs(zones: readonly ZoneShape[]): Disc[] {
  return zones
    .filter(({ kind }) => kind === 'alert' || kind === 'warning' || kind === 'critical')
    .map(({ volume: { eM, nM, radiusM } }) => ({ eM, nM, radiusM }))
}

/** By its hours; a zone without hours is always active. */
export function zoneActive(zone: Zone, nowMs: number): boolean {
  return zone.hours.length === 0 || zone.hours.some(({ fromMs, toMs }) => fromMs <= nowMs && nowMs < toMs)
}

export function clearanceShapes(clearances: Iterable<Clearance>, frame: CellFrame): ClearanceShape[] {
  return [...clearances].map((clearance) => ({ clearance, volume: volumeShape(frame, clearance.volume) }))
}

/** A defined node as the assessment sees it; whether it works is filled in by its health. */
export function sensorView(node: NodeDefinition, frame: CellFrame): SensorView {
  const sensor = trackerSensor(node, frame)
  const { eM, nM, uM, rotation } = sensor
  const { sectorFromRad, sectorToRad, minElevationRad, maxElevationRad, maxRangeM, pd, periodS } = node
  return {
    node: sensor.node,
    kind: node.sensor,
    site: node.site as SiteId | undefined,
    eM,
    nM,
    uM,
    rotation,
    maxRangeM,
    sectorFromRad,
    sectorToRad,
    minElevationRad,
    maxElevationRad,
    pd,
    periodS,
    working: false,
  }
}

export function trackerSensor(node: NodeDefinition, frame: CellFrame): Sensor {
  const { pd, clutterPerScan, periodS, maxRangeM } = node
  const sensor = { ...sensorAt(node.place, frame), node: node.id as NodeId, kind: node.sensor, maxRangeM, pd, clutterPerScan, periodS }
  // What takes objects' own words or another system's tracks hears them wherever they are.
  if (node.sensor === 'ads-b' || node.sensor === 'remote-id' || node.sensor === 'system' || node.sensor === 'human') return sensor
  const { minRangeM = 0, sectorFromRad, sectorToRad, minElevationRad, maxElevationRad } = node
  return { ...sensor, coverage: { minRangeM, sectorFromRad, sectorToRad, minElevationRad, maxElevationRad } }
}

/** Where a sensor stands in the cell's frame and how its own frame is turned against it. */
export function sensorAt(place: NodeDefinition['place'], frame: CellFrame): Pick<Sensor, 'eM' | 'nM' | 'uM' | 'rotation'> {
  const out = new Float64Array(3)
  geodeticToEnuInto(frame, place.latRad, place.lonRad, place.altHaeM, out)
  return { eM: out[0]!, nM: out[1]!, uM: out[2]!, rotation: sensorRotation(frame, place.latRad, place.lonRad) }
}
