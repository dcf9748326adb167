import type { Agreement, EventHeader, NodeDefinition, Person, Post } from '../../src/model/event.ts'
import type { AlertId, ClaimKey, NationId, NodeId, SiteId, TrackId, ZoneId } from '../../src/model/ids.ts'
import type { Label } from '../../src/model/label.ts'
import type { AlertItem, BearingItem, FeedItem, Item, NodeItem, SiteItem, TrackItem, ZoneItem } from '../../src/model/picture.ts'
import type { Registry } from '../../src/share/release-context.ts'

/** A small invented event round the stadium of Lusail, as the engine would put it into the picture. */

export const START_MS = Date.UTC(2022, 10, 25, 18, 50)
const rad = (deg: number) => (deg * Math.PI) / 180
const text = (en: string) => ({ ar: `${en} ع`, en, fr: en, tr: en })
const lusail = { latRad: rad(25.4207), lonRad: rad(51.4904), altHaeM: -20 }
export const nation = (id: string) => id as NationId
export const label = (owner = 'QAT', relTo: string[] = [], agreement?: string): Label => ({
  policy: 'MARSAD',
  classification: 'restricted',
  owner: nation(owner),
  relTo: [owner, ...relTo].map(nation),
  ...(agreement !== undefined && { agreement }),
})
export const shared = label('QAT', ['TUR'], 'joint')

export const header: EventHeader = {
  id: 'sample',
  name: text('Sample'),
  example: true,
  timeZone: 'Asia/Qatar',
  languages: ['ar', 'en', 'fr', 'tr'],
  host: 'QAT',
  origin: lusail,
  qnhPa: 101_500,
  geoidM: -29.95,
  declinationRad: rad(2.6),
  readiness: 'normal',
  demoStartMs: START_MS,
}
export const eventItem: Item = { kind: 'event', id: 'event', label: shared, header, mode: 'demo', phase: 'match', qnhPa: 101_500 }

const persons: Person[] = [
  { id: 'noura', name: 'Noura Example', nation: 'QAT', agency: 'lekhwiya', post: 'watch', languages: ['ar', 'en'], invented: true },
  { id: 'emre', name: 'Emre Example', nation: 'TUR', agency: 'tsk', post: 'liaison', languages: ['tr', 'en'], invented: true },
]
const posts: Post[] = [
  {
    id: 'watch',
    name: text('Watch officer'),
    nation: 'QAT',
    tasks: ['watch', 'acknowledge', 'accept-nodes', 'set-qnh', 'view-personal'],
    invented: true,
  },
  { id: 'liaison', name: text('Liaison officer'), nation: 'TUR', tasks: ['watch'], invented: true },
]
export const agreement: Agreement = {
  id: 'joint',
  name: text('Joint command'),
  parties: ['QAT', 'TUR'],
  purpose: text('Air picture'),
  state: 'in-force',
  fromMs: START_MS - 86_400_000,
  toMs: START_MS + 86_400_000,
  information: ['tracks', 'alerts', 'nodes'],
  invented: true,
}
export const registry: Registry = {
  kind: 'registry',
  id: 'registry',
  label: label(),
  nations: [
    { id: 'QAT', name: text('Qatar'), role: 'host' },
    { id: 'TUR', name: text('Türkiye'), role: 'partner' },
  ],
  agencies: [
    { id: 'lekhwiya', name: text('Lekhwiya'), nation: 'QAT', invented: true },
    { id: 'tsk', name: text('Forces'), nation: 'TUR', invented: true },
  ],
  agreements: [agreement],
  posts,
  persons,
  phases: [{ id: 'match', name: text('Match'), fromMs: START_MS - 7_200_000, toMs: START_MS + 7_200_000 }],
  readiness: [{ id: 'normal', name: text('Normal'), level: 1 }],
  schedule: [],
  headcounts: [],
  clearances: [],
}

export function siteItem(id: string, northKm: number, eastKm: number, itemLabel = shared): SiteItem {
  const place = { latRad: lusail.latRad + northKm / 6371, lonRad: lusail.lonRad + eastKm / (6371 * Math.cos(lusail.latRad)), altHaeM: -20 }
  const d = 0.00003
  const footprint = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([x = 0, y = 0]) => ({ latRad: place.latRad + y * d, lonRad: place.lonRad + x * d }))
  return {
    kind: 'site',
    id,
    label: itemLabel,
    headcount: 80_000,
    site: { id, name: text(id), kind: 'stadium', protected: true, place, footprint, host: 'QAT', partner: 'TUR', invented: true },
  }
}

export function zoneItem(
  id: string,
  site: SiteItem,
  kind: 'alert' | 'warning' | 'critical',
  radiusM: number,
  itemLabel = shared,
): ZoneItem {
  const { latRad, lonRad } = site.site.place
  return {
    kind: 'zone',
    id,
    label: itemLabel,
    active: true,
    zone: {
      id,
      site: site.id,
      name: text(id),
      kind,
      volume: { shape: { kind: 'circle', latRad, lonRad, radiusM }, floorHaeM: -20, ceilingHaeM: 480 },
      hours: [],
      invented: true,
    },
  }
}

export function nodeItem(id: string, sensor: NodeDefinition['sensor'], northKm: number, eastKm: number, itemLabel = shared): NodeItem {
  const definition: NodeDefinition = {
    id,
    name: text(id),
    sensor,
    site: 'lusail',
    owner: itemLabel.owner,
    relTo: [...itemLabel.relTo],
    place: { latRad: lusail.latRad + northKm / 6371, lonRad: lusail.lonRad + eastKm / (6371 * Math.cos(lusail.latRad)), altHaeM: 0 },
    sectorFromRad: 0,
    sectorToRad: 2 * Math.PI,
    maxRangeM: 12_000,
    minElevationRad: -0.1,
    maxElevationRad: 1,
    pd: 0.9,
    clutterPerScan: 1,
    periodS: 1,
    accepted: true,
    simulated: true,
    invented: true,
  }
  return {
    kind: 'node',
    id,
    label: itemLabel,
    definition,
    name: id,
    state: 'operational',
    stateSinceMs: START_MS,
    lastSeenMs: START_MS,
    blindSinceMs: undefined,
    detections: 0,
    rejected: 0,
    lastReject: undefined,
    clockOffsetMs: 12.4,
    bias: { node: id as NodeId, azimuthRad: rad(0.4), azimuthSigmaRad: rad(0.1), samples: 40, corrected: false },
  }
}

export function feedItem(id: string, door: FeedItem['door']): FeedItem {
  return {
    kind: 'feed',
    id,
    label: label(),
    door,
    state: 'live',
    stateSinceMs: START_MS,
    connections: 1,
    frames: 0,
    bytes: 0,
    accepted: 0,
    rejected: 0,
    shed: 0,
    lastReject: undefined,
    lastFrameMs: undefined,
  }
}

export type TrackShape = {
  id: string
  atMs: number
  eM: number
  nM: number
  uM?: number
  veMps?: number
  vnMps?: number
  label?: Label
  nodes?: readonly string[]
  threatened?: string
  suspect?: boolean
}

export function trackItem(shape: TrackShape): TrackItem {
  const { id, atMs, eM, nM, uM = 80, veMps = 0, vnMps = 0, nodes = ['radar-n'], threatened, suspect = false } = shape
  const contributors = nodes.map((node) => ({ node: node as NodeId, lastMs: atMs, count: 10 }))
  return {
    kind: 'track',
    id,
    label: shape.label ?? shared,
    callsign: undefined,
    stale: false,
    pilotClaimed: suspect,
    serialClaimed: suspect,
    nodes: nodes.map((each) => each as NodeId),
    estimate: {
      id: id as TrackId,
      atMs,
      updatedMs: atMs,
      bodySeenMs: atMs,
      claimSeenMs: suspect ? atMs : undefined,
      bornMs: START_MS,
      updateIntervalS: 1,
      state: [eM, nM, uM, veMps, vnMps, 0],
      covariance: [900, 300, 0, 400, 0, 100],
      speedSigmaMps: 1.2,
      heightKnown: true,
      existence: 0.98,
      contributors,
      claims: suspect ? ['rid:0123456789abcdef0123456789abcdef' as ClaimKey] : [],
      classes: [
        { class: 'multirotor', probability: 0.8 },
        { class: 'bird', probability: 0.2 },
      ],
      onGround: false,
    },
    assessment: {
      track: id as TrackId,
      identity: suspect ? 'suspect' : 'unknown',
      priority: suspect ? 1 : undefined,
      folded: false,
      threats:
        threatened === undefined
          ? []
          : [
              {
                zone: threatened as ZoneId,
                site: 'lusail' as SiteId,
                relation: 'approaching',
                timeToZoneS: 140,
                timeSigmaS: 6,
                distanceM: 3100,
                closestM: 200,
              },
            ],
      reasonsFor: [
        { code: 'body-seen-by', params: { node: nodes[0] ?? 'radar-n', agoS: 0.4 } },
        { code: 'kinematics-drone', params: { speedMps: 18.123456, heightM: 80 } },
      ],
      reasonsAgainst: [],
    },
  }
}

export function alertItem(id: string, track: string, atMs: number, itemLabel = shared): AlertItem {
  return {
    kind: 'alert',
    id,
    label: itemLabel,
    alert: {
      id: id as AlertId,
      kind: 'intrusion',
      state: 'unacknowledged',
      priority: 1,
      raisedMs: atMs,
      changedMs: atMs,
      acknowledgedBy: undefined,
      shelvedUntilMs: undefined,
      track: track as TrackId,
      members: 1,
      sites: ['lusail' as SiteId],
      zone: 'lusail-warning' as ZoneId,
      timeToZoneS: 140,
      distanceM: 3100,
      reasons: [{ code: 'heading-to-zone', params: { zone: 'lusail-warning', timeS: 140, distanceM: 3100 } }],
    },
  }
}

export function bearingItem(node: string, atMs: number, azimuthDeg: number): BearingItem {
  return {
    kind: 'bearing',
    id: node,
    label: shared,
    line: { node: node as NodeId, atMs, eM: 500, nM: -200, azimuthRad: rad(azimuthDeg), sigmaRad: rad(3), track: undefined },
  }
}

/** Everything that stands still. */
export function standingItems(): Item[] {
  const lusailSite = siteItem('lusail', 0, 0)
  const residence = siteItem('residence-1', -6, 4)
  return [
    eventItem,
    registry,
    lusailSite,
    residence,
    siteItem('base', 9, -12, label()),
    zoneItem('lusail-alert', lusailSite, 'alert', 8000),
    zoneItem('lusail-warning', lusailSite, 'warning', 5000),
    zoneItem('lusail-critical', lusailSite, 'critical', 1500),
    zoneItem('residence-1-warning', residence, 'warning', 2000),
    nodeItem('radar-n', 'radar', 3, 0),
    nodeItem('rf-lusail', 'rf', 0.2, 0.3),
    nodeItem('radar-base', 'radar', 9, -12, label()),
    feedItem('sapient', 'sapient'),
    feedItem('json', 'json'),
    feedItem('beast', 'beast'),
  ]
}
