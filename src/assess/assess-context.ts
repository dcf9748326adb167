import type { CellFrame } from '../math/geodesy.ts'
import type { ClaimKey, NodeId, SiteId, ZoneId } from '../model/ids.ts'
import type { Clearance, Site, Zone } from '../model/event.ts'
import type { Sensor } from '../model/track.ts'
import type { VolumeShape } from './volume-shape.ts'

/**
 * A zone in the cell's frame.
 *
 * active     by its hours and event time
 * aerodrome  its site is an airport or a base: aircraft belong there
 */
export type ZoneShape = {
  readonly zone: ZoneId
  readonly site: SiteId | undefined
  readonly kind: Zone['kind']
  readonly surface: Zone['surface']
  readonly volume: VolumeShape
  readonly active: boolean
  readonly aerodrome: boolean
}

/** A clearance in the cell's frame. */
export type ClearanceShape = { readonly clearance: Clearance; readonly volume: VolumeShape }

/**
 * What a sensor can see, for judging what it ought to have seen.
 *
 * working  it reports, by its health at this moment
 */
export type SensorView = {
  readonly node: NodeId
  readonly kind: Sensor['kind']
  readonly site: SiteId | undefined
  readonly eM: number
  readonly nM: number
  readonly uM: number
  /** Row-major, cell ENU -> sensor ENU. */
  readonly rotation: readonly number[]
  readonly maxRangeM: number
  readonly sectorFromRad: number
  readonly sectorToRad: number
  readonly minElevationRad: number
  readonly maxElevationRad: number
  readonly pd: number
  readonly periodS: number
  readonly working: boolean
}

/** The last that an object said of itself under one key. */
export type ClaimFacts = {
  readonly key: ClaimKey
  readonly kind: 'remote-id' | 'ads-b'
  readonly callsign: string | undefined
  readonly emergency: boolean
  readonly atMs: number
}

/** What the assessment knows beside the tracks: made by the engine from the event definition and the health of nodes. */
export type AssessContext = {
  readonly frame: CellFrame
  /** Geoid above the ellipsoid, m: altAmslM = altHaeM - geoidM. */
  readonly geoidM: number
  readonly zones: readonly ZoneShape[]
  readonly sites: ReadonlyMap<string, Site>
  /** People expected at a site at this hour. */
  readonly headcounts: ReadonlyMap<string, number>
  readonly clearances: readonly ClearanceShape[]
  readonly sensors: ReadonlyMap<string, SensorView>
  readonly claims: ReadonlyMap<string, ClaimFacts>
}
