import type { AlertView, CommandAnswer, EventView, FeedHealthView, FeedMessage, NodeView, SessionView, SiteView, TrackView, ZoneView } from '../../src/model/api.ts'
import type { CommandBody } from '../../src/model/command.ts'

/**
 * A night at the console as the feed would tell it: a suspect over the sea, a quadcopter that is being watched, a folded
 * flood of claims, cleared and civil flights, a silent node, a biased one, one that waits to be accepted. Invented.
 */
export const NIGHT_MS = Date.UTC(2022, 10, 28, 18, 55, 0)

const name = (ar: string, en: string, fr = en, tr = en): SiteView['name'] => ({ ar, en, fr, tr })

export const EVENT: EventView = {
  id: 'event', name: name('الدوحة 2022', 'Doha 2022'), example: true, mode: 'demo', timeZone: 'Asia/Qatar', languages: ['ar', 'en', 'fr', 'tr'], host: 'QAT',
  phase: name('يوم مباراة', 'Match day', 'Jour de match', 'Maç günü'), readiness: name('استعداد مرتفع', 'Raised readiness', 'Posture renforcée', 'Yüksek hazırlık'), qnhHpa: 1013.2, originLatDeg: 25.4209, originLonDeg: 51.4905, geoidM: -29.9,
  nations: [{ id: 'QAT', name: name('قطر', 'Qatar') }, { id: 'TUR', name: name('تركيا', 'Türkiye') }],
}
export const SESSION: SessionView = { person: 'noura', name: 'Noura Al-Example', post: 'watch', postName: name('ضابط المناوبة', 'Watch officer', 'Officier de quart', 'Nöbetçi subay'), nation: 'QAT', demo: true, tasks: ['watch', 'acknowledge', 'accept-nodes', 'view-personal'] }

function site(id: string, kind: string, names: SiteView['name'], latDeg: number, lonDeg: number, headcount: number | null = null): SiteView {
  return { id, name: names, kind, protected: true, latDeg, lonDeg, footprint: null, host: 'QAT', partner: 'TUR', headcount, invented: kind !== 'stadium' }
}
const SITES: readonly SiteView[] = [
  site('lusail', 'stadium', name('استاد لوسيل', 'Lusail Stadium', 'Stade de Lusail', 'Lusail Stadyumu'), 25.4209, 51.4905, 88_000),
  site('stadium-974', 'stadium', name('استاد 974', 'Stadium 974', 'Stade 974', 'Stadyum 974'), 25.2893, 51.5665, 40_000),
  site('residence-7', 'residence', name('مقر إقامة 7', 'Residence 7', 'Résidence 7', 'Konaklama 7'), 25.405, 51.53),
  site('corniche', 'fan-zone', name('منطقة مشجعي الكورنيش', 'Corniche fan zone', 'Zone de supporters de la Corniche', 'Korniş taraftar alanı'), 25.30, 51.52, 12_000),
  site('training-3', 'training', name('ملعب تدريب 3', 'Training ground 3', 'Terrain 3', 'Antrenman sahası 3'), 25.35, 51.45),
]
function zone(id: string, siteId: string, kind: ZoneView['kind'], names: ZoneView['name'], latDeg: number, lonDeg: number, radiusM: number): ZoneView {
  return { id, site: siteId, name: names, kind, circle: { latDeg, lonDeg, radiusM }, ring: [], floorHaeM: -30, ceilingHaeM: 1500, active: true, invented: true }
}
const ZONES: readonly ZoneView[] = [
  zone('lusail-warning', 'lusail', 'warning', name('منطقة تحذير لوسيل', 'Lusail warning zone', 'Zone d’avertissement de Lusail', 'Lusail uyarı bölgesi'), 25.4209, 51.4905, 3000),
  zone('residence-7-alert', 'residence-7', 'alert', name('منطقة تنبيه مقر الإقامة 7', 'Residence 7 alert zone', 'Zone d’alerte de la Résidence 7', 'Konaklama 7 ikaz bölgesi'), 25.405, 51.53, 1500),
  zone('974-warning', 'stadium-974', 'warning', name('منطقة تحذير استاد 974', 'Stadium 974 warning zone', 'Zone d’avertissement du Stade 974', 'Stadyum 974 uyarı bölgesi'), 25.2893, 51.5665, 2000),
]

function node(id: string, sensor: string, names: SiteView['name'], patch: Partial<NodeView> = {}): NodeView {
  return {
    id, name: names.en, names, sensor, site: 'lusail', owner: 'QAT', state: 'operational', stateSinceMs: NIGHT_MS - 3_600_000, lastSeenMs: NIGHT_MS - 400, blindSinceMs: null, latDeg: 25.42, lonDeg: 51.50, maxRangeM: 12_000,
    sectorFromDeg: 0, sectorToDeg: 360, detections: 48_211, rejected: 0, lastReject: null, clockOffsetMs: 12, bias: null, simulated: true, ...patch,
  }
}
const NODES: readonly NodeView[] = [
  node('coastal-radar', 'radar', name('رادار الساحل', 'Coastal radar', 'Radar côtier', 'Kıyı radarı'), { sectorFromDeg: 20, sectorToDeg: 160, maxRangeM: 20_000 }),
  node('north-radar', 'radar', name('رادار الشمال', 'North radar', 'Radar nord', 'Kuzey radarı'), { bias: { azimuthDeg: 3.02, sigmaDeg: 0.21, samples: 240, corrected: true } }),
  node('rf-lusail', 'rf', name('كاشف لوسيل اللاسلكي', 'Lusail radio detector', 'Détecteur radio de Lusail', 'Lusail telsiz algılayıcı'), { state: 'silent', stateSinceMs: NIGHT_MS - 120_000, lastSeenMs: NIGHT_MS - 120_000, blindSinceMs: NIGHT_MS - 118_000, rejected: 3, lastReject: 'time-in-future: 4 200 ms ahead' }),
  node('rival-system', 'system', name('منظومة مجاورة', 'Neighbour system', 'Système voisin', 'Komşu sistem'), { state: 'pending', detections: 0, site: null }),
]
const FEEDS: readonly FeedHealthView[] = [
  { id: 'sapient', door: 'sapient', state: 'live', stateSinceMs: NIGHT_MS - 3_600_000, connections: 4, frames: 90_411, bytes: 18_000_000, accepted: 90_408, rejected: 3, shed: 0, lastReject: 'time-in-future', lastFrameMs: NIGHT_MS - 100 },
  { id: 'airport-beast', door: 'beast', state: 'silent', stateSinceMs: NIGHT_MS - 42_000, connections: 0, frames: 240_000, bytes: 5_000_000, accepted: 239_990, rejected: 10, shed: 0, lastReject: null, lastFrameMs: NIGHT_MS - 42_000 },
]

function track(id: string, patch: Partial<TrackView>): TrackView {
  return {
    id, atMs: NIGHT_MS, updatedMs: NIGHT_MS - 300, updateIntervalS: 1, bodySeenMs: NIGHT_MS - 300, claimSeenMs: null, latDeg: 25.42, lonDeg: 51.56, altHaeM: 30, altAmslM: 60, speedMps: 20, speedSigmaMps: 1, courseDeg: 90, climbMps: 0,
    ellipse: { majorM: 40, minorM: 15, bearingDeg: 30 }, verticalSigmaM: 20, existence: 0.98, stale: false, onGround: false, identity: 'unknown', priority: null, folded: false, callsign: null, claims: [], classes: [{ class: 'unknown', probability: 1 }],
    nodes: [{ node: 'coastal-radar', lastMs: NIGHT_MS - 300, count: 44 }], threats: [], reasonsFor: [], reasonsAgainst: [], pilotClaimed: false, serialClaimed: false, ...patch,
  }
}
const SUSPECT = track('T41', {
  identity: 'suspect', priority: 1, speedMps: 35, courseDeg: 268, climbMps: -0.4, latDeg: 25.418, lonDeg: 51.572,
  classes: [{ class: 'fixed-wing', probability: 0.86 }, { class: 'bird', probability: 0.09 }, { class: 'unknown', probability: 0.05 }],
  nodes: [{ node: 'coastal-radar', lastMs: NIGHT_MS - 300, count: 44 }, { node: 'rival-system', lastMs: NIGHT_MS - 6200, count: 9 }],
  threats: [
    { zone: 'residence-7-alert', site: 'residence-7', relation: 'approaching', timeToZoneS: 74, timeSigmaS: 6, distanceM: 2590, closestM: 400 },
    { zone: 'lusail-warning', site: 'lusail', relation: 'approaching', timeToZoneS: 148, timeSigmaS: 11, distanceM: 5180, closestM: 250 },
  ],
  reasonsFor: [{ code: 'heading-to-zone', params: { zone: 'residence-7-alert', timeS: 74, distanceM: 2590 } }, { code: 'low-over-sea', params: { heightM: 60, speedMps: 35 } }, { code: 'no-radio', params: { sinceS: 96 } }, { code: 'kinematics-drone', params: { speedMps: 35, heightM: 60 } }, { code: 'people-beneath', params: { site: 'lusail', headcount: 88_000 } }],
  reasonsAgainst: [{ code: 'body-seen', params: { sensors: 1 } }],
})
const QUADCOPTER = track('T12', {
  identity: 'unknown', priority: 2, callsign: 'RID-HOBBY', speedMps: 9, courseDeg: 200, latDeg: 25.303, lonDeg: 51.57, claims: ['rid:9f83ab2210'], claimSeenMs: NIGHT_MS - 900, pilotClaimed: true, serialClaimed: true,
  classes: [{ class: 'multirotor', probability: 0.93 }, { class: 'bird', probability: 0.07 }],
  threats: [{ zone: '974-warning', site: 'stadium-974', relation: 'inside', timeToZoneS: 0, timeSigmaS: 0, distanceM: 0, closestM: 900 }],
  reasonsFor: [{ code: 'inside-zone', params: { zone: '974-warning', sinceS: 40 } }, { code: 'claim-agrees', params: { claim: 'rid:9f83ab2210', distanceM: 18 } }, { code: 'radio-heard', params: { sensors: 2 } }],
})
const AIRLINER = track('T3', { identity: 'neutral', callsign: 'QTR8AB', claims: ['icao:06a1b2'], speedMps: 82, altAmslM: 900, classes: [{ class: 'airplane', probability: 0.99 }], latDeg: 25.27, lonDeg: 51.66, reasonsFor: [{ code: 'kinematics-airliner', params: { speedMps: 82, heightM: 900 } }] })
const POLICE = track('T5', { identity: 'friend', callsign: 'POLICE-2', claims: ['rid:77aa01'], speedMps: 6, latDeg: 25.424, lonDeg: 51.487, classes: [{ class: 'multirotor', probability: 0.97 }], reasonsFor: [{ code: 'clearance-matches', params: { clearance: 'police-1', operator: 'Police Air Unit' } }] })
const BIRD = track('T9', { stale: true, updatedMs: NIGHT_MS - 9000, atMs: NIGHT_MS - 9000, speedMps: 12, latDeg: 25.31, lonDeg: 51.52, classes: [{ class: 'bird', probability: 0.8 }] })

function alert(id: string, patch: Partial<AlertView>): AlertView {
  return { id, kind: 'intrusion', state: 'unacknowledged', priority: 2, raisedMs: NIGHT_MS - 60_000, changedMs: NIGHT_MS, acknowledgedBy: null, shelvedUntilMs: null, track: null, members: 1, sites: [], zone: null, timeToZoneS: null, distanceM: null, reasons: [], ...patch }
}
export const SUSPECT_ALERT = alert('A7', { priority: 1, track: 'T41', sites: ['residence-7', 'lusail'], zone: 'residence-7-alert', timeToZoneS: 74, distanceM: 2590, reasons: SUSPECT.reasonsFor })
const ALERTS: readonly AlertView[] = [
  alert('A2', { state: 'acknowledged', acknowledgedBy: 'noura', raisedMs: NIGHT_MS - 290_000, track: 'T12', sites: ['stadium-974'], zone: '974-warning', timeToZoneS: 0, distanceM: 0, reasons: QUADCOPTER.reasonsFor }),
  alert('A4', { kind: 'node-silent', priority: 3, raisedMs: NIGHT_MS - 118_000, reasons: [{ code: 'node-silent', params: { node: 'rf-lusail', sinceMs: NIGHT_MS - 120_000 } }], sites: ['lusail'] }),
  alert('A5', { kind: 'claims-without-body', priority: 2, raisedMs: NIGHT_MS - 88_000, members: 200, sites: ['lusail'], reasons: [{ code: 'claim-without-body', params: { claims: 200, radiusM: 3000 } }] }),
  SUSPECT_ALERT,
]

/** The first message of the feed. */
export function matchNight(): FeedMessage {
  return {
    type: 'snapshot', epoch: 'night', cursor: 'c0', atMs: NIGHT_MS, rate: 1, committed: 48_112,
    put: { event: [EVENT], site: [...SITES], zone: [...ZONES], node: [...NODES], feed: [...FEEDS], track: [SUSPECT, QUADCOPTER, AIRLINER, POLICE, BIRD], alert: [...ALERTS], bearing: [] },
    drop: {},
  }
}

/** A later message that changes what it names. */
export function delta(atMs: number, put: FeedMessage['put'], drop: FeedMessage['drop'] = {}): FeedMessage {
  return { type: 'delta', epoch: 'night', cursor: `c${atMs}`, atMs, rate: 1, committed: 48_120, put, drop }
}

/** What the server would answer, and what the feed would then say. */
export function answerOf(body: CommandBody): { readonly answer: CommandAnswer; readonly then: FeedMessage | undefined } {
  const done: CommandAnswer = { position: 48_121, outcome: { result: 'done' } }
  const known = 'alert' in body ? ALERTS.find((each) => each.id === body.alert) : undefined
  if (body.kind === 'alert.acknowledge' && known !== undefined) return { answer: done, then: delta(NIGHT_MS + 2000, { alert: [{ ...known, state: 'acknowledged', acknowledgedBy: 'noura' }] }) }
  if (body.kind === 'alert.shelve' && known !== undefined) return { answer: done, then: delta(NIGHT_MS + 2000, { alert: [{ ...known, state: 'shelved', shelvedUntilMs: NIGHT_MS + body.forS * 1000 }] }) }
  if (body.kind === 'personal.view') return { answer: { ...done, revealed: { pilotLatDeg: 25.2991, pilotLonDeg: 51.5602, serial: 'EXAMPLE-0001' } }, then: undefined }
  return { answer: { position: 48_121, outcome: { result: 'refused', why: 'not-now' } }, then: undefined }
}
