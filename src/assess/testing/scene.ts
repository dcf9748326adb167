import { cellFrame, enuToGeodeticInto } from '../../math/geodesy.ts'
import type { Alert, Assessment } from '../../model/assessment.ts'
import type { Clearance, Site, Zone } from '../../model/event.ts'
import type { ClaimKey, NodeId, SiteId, TrackId, ZoneId } from '../../model/ids.ts'
import type { TrackEnd, TrackEstimate } from '../../model/track.ts'
import type { AssessContext, ClaimFacts, ClearanceShape, SensorView, ZoneShape } from '../assess-context.ts'
import type { AssessState } from '../assess-state.ts'
import { assessStep } from '../step.ts'
import type { VolumeShape } from '../volume-shape.ts'

/** A small world for tests of the stage: the ellipsoid's height and the frame's up agree at the origin, sea level is height 0. */
export const FRAME = cellFrame(0.44, 0.9, 0)
const scratch = new Float64Array(3)

/** u, m, of a place at a height above the ellipsoid. */
export function upAt(eM: number, nM: number, altHaeM: number): number {
  enuToGeodeticInto(FRAME, eM, nM, 0, scratch)
  return altHaeM - scratch[2]!
}

export function circle(eM: number, nM: number, radiusM: number, floorHaeM = -50, ceilingHaeM = 500): VolumeShape {
  return { eM, nM, radiusM, ring: undefined, floorHaeM, ceilingHaeM }
}

export function zone(
  id: string,
  site: string | undefined,
  kind: Zone['kind'],
  volume: VolumeShape,
  more: Partial<ZoneShape> = {},
): ZoneShape {
  return { zone: id as ZoneId, site: site as SiteId | undefined, kind, surface: undefined, volume, active: true, aerodrome: false, ...more }
}

/** The three rings of a site. */
export function rings(site: string, eM: number, nM: number, alertM = 4000, warningM = 1500, criticalM = 600): ZoneShape[] {
  return [
    zone(`${site}-alert`, site, 'alert', circle(eM, nM, alertM)),
    zone(`${site}-warning`, site, 'warning', circle(eM, nM, warningM)),
    zone(`${site}-critical`, site, 'critical', circle(eM, nM, criticalM)),
  ]
}

export function sensor(id: string, kind: SensorView['kind'], eM: number, nM: number, more: Partial<SensorView> = {}): SensorView {
  const all = { sectorFromRad: 0, sectorToRad: 6.283185307179586, minElevationRad: -0.1, maxElevationRad: 1.5 }
  return {
    node: id as NodeId,
    kind,
    site: undefined,
    eM,
    nM,
    uM: 20,
    rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    maxRangeM: 10000,
    ...all,
    pd: 0.9,
    periodS: 1,
    working: true,
    ...more,
  }
}

export function site(id: string): Site {
  return {
    id,
    name: { ar: id, en: id, fr: id, tr: id },
    kind: 'stadium',
    protected: true,
    place: { latRad: 0.44, lonRad: 0.9, altHaeM: 0 },
    host: 'QAT',
    invented: true,
  }
}

export function clearance(id: string, token: string, volume: VolumeShape, more: Partial<Clearance> = {}): ClearanceShape {
  const shape = { kind: 'circle' as const, latRad: 0.44, lonRad: 0.9, radiusM: volume.radiusM }
  return {
    clearance: {
      id,
      operator: 'Police air unit',
      purpose: 'police',
      volume: { shape, floorHaeM: 0, ceilingHaeM: 200 },
      fromMs: 0,
      toMs: 1e12,
      claims: [token],
      invented: true,
      ...more,
    },
    volume,
  }
}

export function context(more: Partial<AssessContext> = {}): AssessContext {
  return {
    frame: FRAME,
    geoidM: 0,
    zones: [],
    sites: new Map(),
    headcounts: new Map(),
    clearances: [],
    sensors: new Map(),
    claims: new Map(),
    ...more,
  }
}

export function claimFacts(key: string, kind: ClaimFacts['kind'], callsign?: string): [ClaimKey, ClaimFacts] {
  return [key as ClaimKey, { key: key as ClaimKey, kind, callsign, emergency: false, atMs: 0 }]
}

export type Flight = {
  readonly e: number
  readonly n: number
  readonly alt?: number
  readonly ve?: number
  readonly vn?: number
  readonly claims?: readonly string[]
  readonly body?: boolean
  readonly nodes?: readonly string[]
} & Partial<Omit<TrackEstimate, 'claims'>>

/** An estimate of a well-seen track: 10 m and 0.5 m/s of error, seen at `atMs` by a body sensor unless told otherwise. */
export function estimate(id: string, atMs: number, flight: Flight): TrackEstimate {
  const { e, n, alt = 60, ve = 0, vn = 0, claims = [], body = true, nodes = ['radar'], ...more } = flight
  return {
    id: id as TrackId,
    atMs,
    updatedMs: atMs,
    bodySeenMs: body ? atMs : undefined,
    claimSeenMs: claims.length > 0 ? atMs : undefined,
    bornMs: 0,
    updateIntervalS: 1,
    state: [e, n, upAt(e, n, alt), ve, vn, 0],
    covariance: [100, 0, 0, 100, 0, 100],
    speedSigmaMps: 0.5,
    heightKnown: true,
    existence: 0.99,
    contributors: nodes.map((node) => ({ node: node as NodeId, lastMs: atMs, count: 10 })),
    claims: claims as readonly ClaimKey[],
    classes: [{ class: 'unknown', probability: 1 }],
    onGround: false,
    ...more,
  }
}

/** What the stage has said so far: the last of each track and alert, and every alert in order. */
export type Told = { readonly assessments: Map<string, Assessment>; readonly alerts: Map<string, Alert>; readonly log: Alert[] }

export function told(): Told {
  return { assessments: new Map(), alerts: new Map(), log: [] }
}

/** One tick. */
export function run(
  state: AssessState,
  world: AssessContext,
  tracks: readonly TrackEstimate[],
  nowMs: number,
  into: Told,
  ended: readonly TrackEnd[] = [],
  silent: readonly { node: string; sinceMs: number }[] = [],
): void {
  const silentNodes = silent.map(({ node, sinceMs }) => ({ node: node as NodeId, sinceMs }))
  const outputs = assessStep(state, world, { tracks, ended, claims: [], bearings: [], silentNodes }, nowMs)
  for (const assessment of outputs.assessments) into.assessments.set(assessment.track, assessment)
  for (const alert of outputs.alerts) {
    into.alerts.set(alert.id, alert)
    into.log.push(alert)
  }
}

/** Alerts that stand: raised and not cleared. */
export function standing(into: Told): Alert[] {
  return [...into.alerts.values()].filter((alert) => alert.state !== 'cleared')
}
