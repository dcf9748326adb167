import { resolve } from 'node:path'
import { formatEventError } from '../../src/event/event-error.ts'
import { isEventErrors, loadEvent } from '../../src/event/load-event.ts'
import { cellFrame, geodeticToEnuInto, type CellFrame } from '../../src/math/geodesy.ts'
import type { Identity, Priority, ZoneThreat } from '../../src/model/assessment.ts'
import type { EventDefinition } from '../../src/model/event.ts'
import type { AlertId, ClaimKey, NationId, NodeId, SiteId, TrackId, ZoneId } from '../../src/model/ids.ts'
import type { Label } from '../../src/model/label.ts'
import type { AlertItem, FeedItem, Item, NodeItem, Output, TrackItem } from '../../src/model/picture.ts'
import type { Reason } from '../../src/model/reason.ts'
import type { ObjectClass } from '../../src/model/track.ts'

/**
 * The demo event with a sky that this file makes up, so that the console can be looked at and tested at a chosen moment
 * of the story without sensors. `light`: the opening. `match-day`: claims flood, a node is blind, and the suspect comes
 * over the sea.
 */
export type Load = 'light' | 'match-day'
export type DohaPicture = { readonly startMs: number; readonly standing: readonly Item[]; readonly at: (nowMs: number) => Output[] }

const LABEL: Label = { policy: 'MARSAD', classification: 'restricted', owner: 'QAT' as NationId, relTo: ['QAT' as NationId] }
const RAD = Math.PI / 180
const RF_LUSAIL = '8c1b7b52-70c6-4f0e-8d7b-2f6a9b1c3d23'
const RF_974_A = '8c1b7b52-70c6-4f0e-8d7b-2f6a9b1c3d21'
const PARTNER = 'c7e2a4d0-9f3b-4b86-8a3e-61d5c0b7e9f4'
const LUSAIL = [25.420861, 51.490389] as const
const STADIUM_974 = [25.288695, 51.566465] as const

export function dohaPicture(load: Load, extraTracks = 0): DohaPicture {
  const loaded = loadEvent(resolve(import.meta.dirname, '..', '..', 'events', 'doha-2022'), {
    token: (serial) => serial.toLowerCase().padEnd(32, '0'),
  })
  if (isEventErrors(loaded)) throw new Error(loaded.map(formatEventError).join('; '))
  const { event } = loaded
  const startMs = event.header.demoStartMs ?? 0
  const { origin } = event.header
  const sky = skyOf(cellFrame(origin.latRad, origin.lonRad, origin.altHaeM), event.header.geoidM, startMs)
  return {
    startMs,
    standing: standingItems(event, startMs, load),
    at: (nowMs) =>
      (load === 'light' ? lightSky(sky, nowMs) : matchDaySky(sky, nowMs))
        .concat(many(sky, nowMs, extraTracks))
        .map((item) => ({ out: 'put', item })),
  }
}

function standingItems(event: EventDefinition, startMs: number, load: Load): Item[] {
  const { header, nations, agencies, agreements, posts, persons, phases, readiness, schedule, headcounts, clearances } = event
  const people = new Map(headcounts.filter((each) => each.fromMs <= startMs && startMs < each.toMs).map((each) => [each.site, each.people]))
  const phase = phases.find((each) => each.fromMs <= startMs && startMs < each.toMs)
  const blind = load === 'match-day'
  return [
    { kind: 'event', id: 'event', label: LABEL, header, mode: 'demo', phase: phase?.id, qnhPa: header.qnhPa },
    {
      kind: 'registry',
      id: 'registry',
      label: LABEL,
      nations,
      agencies,
      agreements,
      posts,
      persons,
      phases,
      readiness,
      schedule,
      headcounts,
      clearances,
    },
    ...event.sites.map((site): Item => ({ kind: 'site', id: site.id, label: LABEL, site, headcount: people.get(site.id) })),
    ...event.zones.map((zone): Item => ({
      kind: 'zone',
      id: zone.id,
      label: LABEL,
      zone,
      active: zone.hours.length === 0 || zone.hours.some((each) => each.fromMs <= startMs && startMs < each.toMs),
    })),
    ...event.nodes.map((node): NodeItem => {
      const silent = blind && node.id === RF_LUSAIL
      return {
        kind: 'node',
        id: node.id,
        label: LABEL,
        definition: node,
        name: node.name.en,
        state: silent ? 'silent' : 'operational',
        stateSinceMs: startMs,
        lastSeenMs: startMs,
        blindSinceMs: silent ? startMs : undefined,
        detections: 1200,
        rejected: 0,
        lastReject: undefined,
        clockOffsetMs: 4,
        bias:
          node.id === 'north-radar' && blind
            ? { node: 'north-radar' as NodeId, azimuthRad: 3.02 * RAD, azimuthSigmaRad: 0.06 * RAD, samples: 212, corrected: true }
            : undefined,
      }
    }),
    ...event.feeds.map((feed): FeedItem => ({
      kind: 'feed',
      id: feed.id,
      label: LABEL,
      door: feed.door,
      state: feed.id === 'sbs' ? 'waiting' : 'live',
      stateSinceMs: startMs,
      connections: 1,
      frames: 5200,
      bytes: 312_000,
      accepted: 5198,
      rejected: 2,
      shed: 0,
      lastReject: undefined,
      lastFrameMs: startMs,
    })),
  ]
}

type Sky = { readonly startMs: number; readonly track: (shape: Shape, nowMs: number) => TrackItem }
type Shape = {
  id: string
  /** Where it is at the story's start, and how it moves. */
  latDeg: number
  lonDeg: number
  altAmslM: number
  speedMps?: number
  courseDeg?: number
  turnRadiusM?: number
  sigmaM?: number
  callsign?: string
  identity?: Identity
  priority?: Priority
  threats?: readonly ZoneThreat[]
  reasonsFor?: readonly Reason[]
  reasonsAgainst?: readonly Reason[]
  folded?: boolean
  class?: ObjectClass
  nodes?: readonly string[]
  claims?: readonly string[]
  pilot?: boolean
  lastSeenS?: number
  onGround?: boolean
}

function skyOf(frame: CellFrame, geoidM: number, startMs: number): Sky {
  const enu = new Float64Array(3)
  return {
    startMs,
    track: (shape, nowMs) => {
      const { id, speedMps = 0, courseDeg = 0, turnRadiusM, sigmaM = 12, claims = [], nodes = ['doha-radar'], onGround = false } = shape
      const seenMs = nowMs - (shape.lastSeenS ?? 0) * 1000
      const t = (seenMs - startMs) / 1000
      geodeticToEnuInto(frame, shape.latDeg * RAD, shape.lonDeg * RAD, shape.altAmslM + geoidM, enu)
      const turn = turnRadiusM === undefined ? 0 : (speedMps / turnRadiusM) * t
      const course = courseDeg * RAD + turn
      const east =
        turnRadiusM === undefined ? speedMps * t * Math.sin(course) : turnRadiusM * (Math.cos(courseDeg * RAD) - Math.cos(course))
      const north =
        turnRadiusM === undefined ? speedMps * t * Math.cos(course) : turnRadiusM * (Math.sin(course) - Math.sin(courseDeg * RAD))
      const best = shape.class ?? 'unknown'
      return {
        kind: 'track',
        id,
        label: LABEL,
        callsign: shape.callsign,
        stale: shape.lastSeenS !== undefined,
        pilotClaimed: shape.pilot ?? false,
        serialClaimed: shape.pilot ?? false,
        nodes: nodes.map((node) => node as NodeId),
        estimate: {
          id: id as TrackId,
          atMs: seenMs,
          updatedMs: seenMs,
          bodySeenMs: shape.folded === true ? undefined : seenMs,
          claimSeenMs: claims.length > 0 ? seenMs : undefined,
          bornMs: startMs - 60_000,
          updateIntervalS: 1,
          state: [enu[0]! + east, enu[1]! + north, enu[2]!, speedMps * Math.sin(course), speedMps * Math.cos(course), 0],
          covariance: [sigmaM * sigmaM, 0, 0, sigmaM * sigmaM * 4, 0, 100],
          speedSigmaMps: 1,
          heightKnown: true,
          existence: 0.99,
          contributors: nodes.map((node) => ({ node: node as NodeId, lastMs: seenMs, count: 40 })),
          claims: claims.map((claim) => claim as ClaimKey),
          classes:
            best === 'unknown'
              ? [{ class: 'unknown', probability: 1 }]
              : [
                  { class: best, probability: 0.86 },
                  { class: 'unknown', probability: 0.14 },
                ],
          onGround,
        },
        assessment: {
          track: id as TrackId,
          identity: shape.identity ?? 'unknown',
          threats: shape.threats ?? [],
          priority: shape.priority,
          reasonsFor: shape.reasonsFor ?? [],
          reasonsAgainst: shape.reasonsAgainst ?? [],
          folded: shape.folded ?? false,
        },
      }
    },
  }
}

/** Airliners on approach to Hamad from the north, two leaving, the cleared drones of Lusail, birds over the bay. */
function usualTraffic(): Shape[] {
  const liner = (
    id: string,
    callsign: string,
    latDeg: number,
    lonDeg: number,
    altAmslM: number,
    speedMps: number,
    courseDeg: number,
    icao: string,
  ): Shape => ({
    id,
    callsign,
    latDeg,
    lonDeg,
    altAmslM,
    speedMps,
    courseDeg,
    identity: 'neutral',
    class: 'airplane',
    nodes: ['hamad-approach-radar', 'adsb-hamad'],
    claims: [`icao:${icao}`],
    sigmaM: 40,
  })
  return [
    liner('T1', 'QTR41K', 25.4702, 51.527, 640, 72, 156, '06a123'),
    liner('T2', 'QTR8W', 25.5712, 51.4805, 1180, 84, 156, '06a1f4'),
    liner('T3', 'THY782', 25.6604, 51.439, 1620, 96, 156, '4ba9e2'),
    liner('T4', 'UAE847', 25.2118, 51.652, 540, 88, 156, '896412'),
    liner('T5', 'MSR935', 25.1302, 51.712, 1900, 128, 118, '010103'),
    liner('T6', 'RAM218', 25.612, 51.748, 2600, 140, 205, '020110'),
    {
      id: 'T7',
      callsign: 'POLICE1',
      latDeg: 25.4252,
      lonDeg: 51.4838,
      altAmslM: 90,
      speedMps: 8,
      courseDeg: 40,
      turnRadiusM: 320,
      identity: 'assumed-friend',
      class: 'multirotor',
      nodes: ['5a0f6d8e-3b1c-4c55-9a57-0d2f4f5e7a11', 'rid-lusail'],
      claims: ['rid:1sim0police00001'],
      reasonsFor: [{ code: 'clearance-matches', params: { clearance: 'police-lusail', operator: 'Host police air unit' } }],
    },
    {
      id: 'T8',
      callsign: 'BROADC1',
      latDeg: 25.419,
      lonDeg: 51.4948,
      altAmslM: 70,
      speedMps: 4,
      courseDeg: 200,
      turnRadiusM: 150,
      identity: 'assumed-friend',
      class: 'multirotor',
      nodes: ['5a0f6d8e-3b1c-4c55-9a57-0d2f4f5e7a11', 'rid-lusail'],
      claims: ['rid:1sim0broadc00001'],
    },
    ...[0, 1, 2, 3, 4].map((i): Shape => ({
      id: `T${9 + i}`,
      latDeg: 25.302 + i * 0.0032,
      lonDeg: 51.524 + (i % 2) * 0.006,
      altAmslM: 30 + i * 8,
      speedMps: 11,
      courseDeg: 60 + i * 25,
      turnRadiusM: 500 + i * 90,
      class: 'bird',
      nodes: ['doha-radar'],
      sigmaM: 25,
    })),
    {
      id: 'T14',
      latDeg: 25.352,
      lonDeg: 51.462,
      altAmslM: 140,
      speedMps: 9,
      courseDeg: 310,
      nodes: ['north-radar'],
      sigmaM: 70,
      lastSeenS: 14,
      class: 'unknown',
    },
  ]
}

function threat(zone: string, site: string, timeToZoneS: number, distanceM: number, closestM: number): ZoneThreat {
  return {
    zone: zone as ZoneId,
    site: site as SiteId,
    relation: timeToZoneS <= 0 ? 'inside' : 'approaching',
    timeToZoneS: Math.max(0, timeToZoneS),
    timeSigmaS: 7,
    distanceM: Math.max(0, distanceM),
    closestM,
  }
}

function alert(id: string, more: Partial<AlertItem['alert']> & Pick<AlertItem['alert'], 'kind' | 'priority' | 'raisedMs'>): AlertItem {
  return {
    kind: 'alert',
    id,
    label: LABEL,
    alert: {
      id: id as AlertId,
      state: 'unacknowledged',
      changedMs: more.raisedMs,
      acknowledgedBy: undefined,
      shelvedUntilMs: undefined,
      track: undefined,
      members: 1,
      sites: [],
      zone: undefined,
      timeToZoneS: undefined,
      distanceM: undefined,
      reasons: [],
      ...more,
    },
  }
}

/** A hobby quadcopter nears Stadium 974: two bearings, Remote ID, radar. */
function lightSky(sky: Sky, nowMs: number): Item[] {
  const t = (nowMs - sky.startMs) / 1000
  const distanceM = Math.max(60, 1240 - 6.5 * t)
  const quad: Shape = {
    id: 'T15',
    latDeg: STADIUM_974[0] + 0.0212,
    lonDeg: STADIUM_974[1] - 0.0146,
    altAmslM: 85,
    speedMps: 6.5,
    courseDeg: 148,
    identity: 'suspect',
    priority: 2,
    class: 'multirotor',
    pilot: true,
    sigmaM: 18,
    nodes: ['doha-radar', RF_974_A, 'rid-974'],
    claims: ['rid:9f31c2d0aa'],
    threats: [threat('stadium-974.warning', 'stadium-974', distanceM / 6.5, distanceM, 180)],
    reasonsFor: [
      { code: 'body-seen', params: { sensors: 3 } },
      { code: 'kinematics-drone', params: { speedMps: 6.5, heightM: 85 } },
      { code: 'heading-to-zone', params: { zone: 'stadium-974.warning', timeS: distanceM / 6.5, distanceM } },
      { code: 'people-beneath', params: { site: 'stadium-974', headcount: 38_000 } },
    ],
    reasonsAgainst: [{ code: 'claim-agrees', params: { claim: 'rid:9f31c2d0aa', distanceM: 22 } }],
  }
  const items: Item[] = [...usualTraffic(), quad].map((shape) => sky.track(shape, nowMs))
  items.push({
    kind: 'bearing',
    id: RF_974_A,
    label: LABEL,
    line: {
      node: RF_974_A as NodeId,
      atMs: nowMs,
      eM: 5200,
      nM: -3900,
      azimuthRad: 338 * RAD,
      sigmaRad: 2.5 * RAD,
      track: 'T15' as TrackId,
    },
  })
  items.push(
    alert('A1', {
      kind: 'intrusion',
      priority: 2,
      raisedMs: sky.startMs - 20_000,
      track: 'T15' as TrackId,
      sites: ['stadium-974' as SiteId],
      zone: 'stadium-974.warning' as ZoneId,
      timeToZoneS: distanceM / 6.5,
      distanceM,
      reasons: [{ code: 'heading-to-zone', params: { zone: 'stadium-974.warning', timeS: distanceM / 6.5, distanceM } }],
    }),
  )
  return items
}

/** The flood of fakes round Lusail, a blind RF finder, and the fixed wing from the sea. */
function matchDaySky(sky: Sky, nowMs: number): Item[] {
  const t = (nowMs - sky.startMs) / 1000
  const toRingM = Math.max(0, 6750 - 35 * t)
  const timeS = toRingM / 35
  const suspect: Shape = {
    id: 'T31',
    latDeg: LUSAIL[0] - 0.008,
    lonDeg: LUSAIL[1] + 0.0895,
    altAmslM: 60,
    speedMps: 35,
    courseDeg: 275,
    identity: 'suspect',
    priority: 1,
    class: 'fixed-wing',
    sigmaM: 28,
    nodes: ['coastal-radar', PARTNER],
    threats: [
      threat('lusail.warning', 'lusail', timeS, toRingM, 240),
      threat('residence-the-pearl.alert', 'residence-the-pearl', timeS - 75, toRingM - 2600, 900),
    ],
    reasonsFor: [
      { code: 'body-seen', params: { sensors: 2 } },
      { code: 'low-over-sea', params: { heightM: 60, speedMps: 35 } },
      { code: 'no-radio', params: { sinceS: 90 + t } },
      { code: 'heading-to-zone', params: { zone: 'lusail.warning', timeS, distanceM: toRingM } },
      { code: 'people-beneath', params: { site: 'lusail', headcount: 88_000 } },
    ],
  }
  const fakes = Array.from({ length: 200 }, (_, i): Shape => {
    const radius = 0.004 + 0.022 * Math.sqrt(((i * 7919) % 200) / 200)
    const angle = i * 2.39996
    return {
      id: `T${100 + i}`,
      latDeg: LUSAIL[0] + radius * Math.cos(angle),
      lonDeg: LUSAIL[1] + radius * 1.1 * Math.sin(angle),
      altAmslM: 50 + (i % 9) * 10,
      speedMps: 6,
      courseDeg: (i * 47) % 360,
      turnRadiusM: 200,
      folded: true,
      class: 'unknown',
      nodes: ['rid-lusail'],
      claims: [`rid:fake${String(i).padStart(6, '0')}`],
      identity: 'pending',
    }
  })
  const items: Item[] = [...usualTraffic(), suspect, ...fakes].map((shape) => sky.track(shape, nowMs))
  items.push(
    alert('A2', {
      kind: 'claims-without-body',
      priority: 3,
      raisedMs: sky.startMs - 50_000,
      members: 200,
      sites: ['lusail' as SiteId],
      reasons: [{ code: 'claim-without-body', params: { claims: 200, radiusM: 2900 } }],
    }),
  )
  items.push(
    alert('A3', {
      kind: 'node-silent',
      priority: 3,
      raisedMs: sky.startMs - 2000,
      state: 'acknowledged',
      acknowledgedBy: 'Noora Al-Demo',
      sites: ['lusail' as SiteId],
      reasons: [{ code: 'node-silent', params: { node: RF_LUSAIL, sinceMs: sky.startMs } }],
    }),
  )
  items.push(
    alert('A4', {
      kind: 'intrusion',
      priority: 1,
      raisedMs: sky.startMs + 1000,
      track: 'T31' as TrackId,
      sites: ['lusail' as SiteId, 'residence-the-pearl' as SiteId],
      zone: 'lusail.warning' as ZoneId,
      timeToZoneS: timeS,
      distanceM: toRingM,
      reasons: [{ code: 'heading-to-zone', params: { zone: 'lusail.warning', timeS, distanceM: toRingM } }],
    }),
  )
  return items
}

/** Quiet objects beyond the story, for load. */
function many(sky: Sky, nowMs: number, count: number): Item[] {
  return Array.from({ length: count }, (_, i) =>
    sky.track(
      {
        id: `T${1000 + i}`,
        latDeg: 25.1 + ((i * 37) % 500) / 1000,
        lonDeg: 51.2 + ((i * 91) % 600) / 1000,
        altAmslM: 100 + (i % 40) * 20,
        speedMps: 12 + (i % 30),
        courseDeg: (i * 53) % 360,
        turnRadiusM: 800 + (i % 10) * 200,
        class: 'multirotor',
      },
      nowMs,
    ),
  )
}
