import { z } from 'zod'
import { outcome } from './command.ts'
import { localText } from './event.ts'

/**
 * What a reader gets, after `share/release.ts`: degrees, metres, UTC ms. One set of schemas validates requests, makes the
 * OpenAPI document and types the console. Heights always name their datum.
 */

export const reasonView = z
  .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
  .meta({ id: 'Reason' })
export type ReasonView = z.infer<typeof reasonView>
export const identityView = z
  .enum(['pending', 'unknown', 'assumed-friend', 'friend', 'neutral', 'suspect', 'hostile'])
  .meta({ id: 'Identity' })
export const priorityView = z.union([z.literal(1), z.literal(2), z.literal(3)])
const lonLat = z.tuple([z.number(), z.number()])

export const zoneThreatView = z
  .object({
    zone: z.string(),
    site: z.string().nullable(),
    relation: z.enum(['inside', 'approaching']),
    timeToZoneS: z.number(),
    timeSigmaS: z.number(),
    distanceM: z.number(),
    closestM: z.number(),
  })
  .meta({ id: 'ZoneThreat' })

export const trackView = z
  .object({
    id: z.string(),
    atMs: z.number(),
    updatedMs: z.number(),
    updateIntervalS: z.number(),
    bodySeenMs: z.number().nullable(),
    claimSeenMs: z.number().nullable(),
    latDeg: z.number(),
    lonDeg: z.number(),
    /** null while nothing has measured height. */
    altHaeM: z.number().nullable(),
    altAmslM: z.number().nullable(),
    speedMps: z.number(),
    speedSigmaMps: z.number(),
    courseDeg: z.number(),
    climbMps: z.number(),
    /** One-sigma ellipse of the horizontal position. */
    ellipse: z.object({ majorM: z.number(), minorM: z.number(), bearingDeg: z.number() }),
    verticalSigmaM: z.number().nullable(),
    existence: z.number(),
    stale: z.boolean(),
    onGround: z.boolean(),
    identity: identityView,
    priority: priorityView.nullable(),
    folded: z.boolean(),
    callsign: z.string().nullable(),
    claims: z.array(z.string()),
    classes: z.array(z.object({ class: z.string(), probability: z.number() })),
    nodes: z.array(z.object({ node: z.string(), lastMs: z.number(), count: z.number() })),
    threats: z.array(zoneThreatView),
    reasonsFor: z.array(reasonView),
    reasonsAgainst: z.array(reasonView),
    pilotClaimed: z.boolean(),
    serialClaimed: z.boolean(),
  })
  .meta({ id: 'Track' })
export type TrackView = z.infer<typeof trackView>

export const alertView = z
  .object({
    id: z.string(),
    kind: z.enum(['intrusion', 'claims-without-body', 'node-silent', 'clearance-broken']),
    state: z.enum(['unacknowledged', 'acknowledged', 'returned', 'shelved', 'cleared']),
    priority: priorityView,
    raisedMs: z.number(),
    changedMs: z.number(),
    acknowledgedBy: z.string().nullable(),
    shelvedUntilMs: z.number().nullable(),
    track: z.string().nullable(),
    members: z.number(),
    sites: z.array(z.string()),
    zone: z.string().nullable(),
    timeToZoneS: z.number().nullable(),
    distanceM: z.number().nullable(),
    reasons: z.array(reasonView),
  })
  .meta({ id: 'Alert' })
export type AlertView = z.infer<typeof alertView>

export const siteView = z
  .object({
    id: z.string(),
    name: localText,
    kind: z.string(),
    protected: z.boolean(),
    latDeg: z.number(),
    lonDeg: z.number(),
    footprint: z.array(lonLat).nullable(),
    host: z.string(),
    partner: z.string().nullable(),
    headcount: z.number().nullable(),
    invented: z.boolean(),
  })
  .meta({ id: 'Site' })
export type SiteView = z.infer<typeof siteView>

export const zoneView = z
  .object({
    id: z.string(),
    site: z.string().nullable(),
    name: localText,
    kind: z.enum(['alert', 'warning', 'critical', 'geo', 'restriction']),
    circle: z.object({ latDeg: z.number(), lonDeg: z.number(), radiusM: z.number() }).nullable(),
    ring: z.array(lonLat),
    floorHaeM: z.number(),
    ceilingHaeM: z.number(),
    active: z.boolean(),
    invented: z.boolean(),
  })
  .meta({ id: 'Zone' })
export type ZoneView = z.infer<typeof zoneView>

export const nodeView = z
  .object({
    id: z.string(),
    name: z.string(),
    names: localText.nullable(),
    sensor: z.string().nullable(),
    site: z.string().nullable(),
    owner: z.string(),
    state: z.enum(['expected', 'pending', 'operational', 'silent', 'fault', 'goodbye', 'refused', 'status-only']),
    stateSinceMs: z.number(),
    lastSeenMs: z.number().nullable(),
    blindSinceMs: z.number().nullable(),
    latDeg: z.number().nullable(),
    lonDeg: z.number().nullable(),
    maxRangeM: z.number().nullable(),
    sectorFromDeg: z.number().nullable(),
    sectorToDeg: z.number().nullable(),
    detections: z.number(),
    rejected: z.number(),
    lastReject: z.string().nullable(),
    clockOffsetMs: z.number().nullable(),
    bias: z.object({ azimuthDeg: z.number(), sigmaDeg: z.number(), samples: z.number(), corrected: z.boolean() }).nullable(),
    simulated: z.boolean(),
  })
  .meta({ id: 'Node' })
export type NodeView = z.infer<typeof nodeView>

export const feedHealthView = z
  .object({
    id: z.string(),
    door: z.enum(['sapient', 'beast', 'sbs', 'json']),
    state: z.enum(['waiting', 'live', 'silent']),
    stateSinceMs: z.number(),
    connections: z.number(),
    frames: z.number(),
    bytes: z.number(),
    accepted: z.number(),
    rejected: z.number(),
    shed: z.number(),
    lastReject: z.string().nullable(),
    lastFrameMs: z.number().nullable(),
  })
  .meta({ id: 'FeedHealth' })
export type FeedHealthView = z.infer<typeof feedHealthView>

export const bearingView = z
  .object({
    id: z.string(),
    node: z.string(),
    atMs: z.number(),
    fromLatDeg: z.number(),
    fromLonDeg: z.number(),
    toLatDeg: z.number(),
    toLonDeg: z.number(),
    azimuthDeg: z.number(),
    sigmaDeg: z.number(),
    track: z.string().nullable(),
  })
  .meta({ id: 'Bearing' })
export type BearingView = z.infer<typeof bearingView>

export const eventView = z
  .object({
    id: z.string(),
    name: localText,
    example: z.boolean(),
    mode: z.enum(['demo', 'exercise', 'serve']),
    timeZone: z.string(),
    languages: z.array(z.enum(['ar', 'en', 'fr', 'tr'])),
    host: z.string(),
    phase: localText.nullable(),
    readiness: localText.nullable(),
    qnhHpa: z.number(),
    originLatDeg: z.number(),
    originLonDeg: z.number(),
    geoidM: z.number(),
    unrecordedFrames: z.number(),
    shedDetections: z.number(),
    nations: z.array(z.object({ id: z.string(), name: localText })),
  })
  .meta({ id: 'Event' })
export type EventView = z.infer<typeof eventView>

/** One item of the picture as a reader gets it, by kind. */
export type View =
  | { readonly kind: 'event'; readonly view: EventView }
  | { readonly kind: 'site'; readonly view: SiteView }
  | { readonly kind: 'zone'; readonly view: ZoneView }
  | { readonly kind: 'node'; readonly view: NodeView }
  | { readonly kind: 'feed'; readonly view: FeedHealthView }
  | { readonly kind: 'track'; readonly view: TrackView }
  | { readonly kind: 'alert'; readonly view: AlertView }
  | { readonly kind: 'bearing'; readonly view: BearingView }
export type ViewKind = View['kind']

/**
 * A message of `/api/v1/feed` (JSON text frames). The first is `snapshot`, or `delta` when `?cursor=` could be resumed.
 * `put`, `patch` and `drop` are by kind: a `put` replaces the whole item, a `patch` the fields that it names of the item with its
 * id, a `drop` removes ids and comes first. `cursor` is opaque; give the last one back to resume.
 */
export const feedMessage = z
  .object({
    type: z.enum(['snapshot', 'delta']),
    epoch: z.string(),
    cursor: z.string(),
    /** Event clock at the last entry behind this message. */
    atMs: z.number(),
    /** Rate of the event clock against the wall. */
    rate: z.number(),
    /** Position of the last entry that is durable. */
    committed: z.number(),
    put: z
      .object({
        event: z.array(eventView),
        site: z.array(siteView),
        zone: z.array(zoneView),
        node: z.array(nodeView),
        feed: z.array(feedHealthView),
        track: z.array(trackView),
        alert: z.array(alertView),
        bearing: z.array(bearingView),
      })
      .partial(),
    patch: z
      .object({
        event: z.array(eventView.partial().required({ id: true })),
        site: z.array(siteView.partial().required({ id: true })),
        zone: z.array(zoneView.partial().required({ id: true })),
        node: z.array(nodeView.partial().required({ id: true })),
        feed: z.array(feedHealthView.partial().required({ id: true })),
        track: z.array(trackView.partial().required({ id: true })),
        alert: z.array(alertView.partial().required({ id: true })),
        bearing: z.array(bearingView.partial().required({ id: true })),
      })
      .partial(),
    drop: z.record(z.string(), z.array(z.string())),
  })
  .meta({ id: 'FeedMessage' })
export type FeedMessage = z.infer<typeof feedMessage>

/** `GET /api/v1/clock`: the event clock as segments; the last that has begun is in force. */
export const clockView = z
  .object({ nowMs: z.number(), segments: z.array(z.object({ wallMs: z.number(), eventMs: z.number(), rate: z.number() })) })
  .meta({ id: 'Clock' })
export type ClockView = z.infer<typeof clockView>

/** `GET /api/v1/session`: who the reader is. */
export const sessionView = z
  .object({
    person: z.string(),
    name: z.string(),
    post: z.string(),
    postName: localText,
    nation: z.string(),
    demo: z.boolean(),
    /** The room plays a record. */ replay: z.boolean(),
    tasks: z.array(z.string()),
  })
  .meta({ id: 'Session' })
export type SessionView = z.infer<typeof sessionView>

/** `POST /api/v1/commands` answers this once the command is durable and applied. */
export const commandAnswer = z
  .object({
    position: z.number(),
    outcome,
    revealed: z
      .object({ pilotLatDeg: z.number().optional(), pilotLonDeg: z.number().optional(), serial: z.string().optional() })
      .optional(),
  })
  .meta({ id: 'CommandAnswer' })
export type CommandAnswer = z.infer<typeof commandAnswer>

/** Every error of the API: what happened and what to do. */
export const problem = z.object({ error: z.string(), message: z.string(), todo: z.string() }).meta({ id: 'Problem' })
export type Problem = z.infer<typeof problem>

/** One object of `POST /api/v1/ingest/detections` and of the JSON door's lines. Documented in docs/connect/json.md. Strict at every depth: a field that we do not know is a typing error, and the answer names it. */
export const jsonDetection = z
  .strictObject({
    /** When it was measured, UTC ISO 8601 with Z. */
    time: z.iso.datetime(),
    /** Give exactly one of `position`, `polar`, `bearing`. */
    position: z
      .strictObject({
        latDeg: z.number().min(-90).max(90),
        lonDeg: z.number().min(-180).max(180),
        altHaeM: z.number().min(-1000).max(60000).optional(),
        sigmaM: z.number().positive().max(100000),
        sigmaUpM: z.number().positive().max(100000).optional(),
      })
      .optional(),
    polar: z
      .strictObject({
        rangeM: z.number().positive().max(1e6),
        azimuthDeg: z.number().min(0).max(360),
        elevationDeg: z.number().min(-90).max(90).optional(),
        rangeRateMps: z.number().min(-3000).max(3000).optional(),
        rangeSigmaM: z.number().positive().max(100000),
        azimuthSigmaDeg: z.number().positive().max(360),
        elevationSigmaDeg: z.number().positive().max(360).optional(),
        rangeRateSigmaMps: z.number().positive().max(3000).optional(),
      })
      .optional(),
    bearing: z
      .strictObject({
        azimuthDeg: z.number().min(0).max(360),
        elevationDeg: z.number().min(-90).max(90).optional(),
        azimuthSigmaDeg: z.number().positive().max(360),
        elevationSigmaDeg: z.number().positive().max(360).optional(),
      })
      .optional(),
    velocity: z
      .strictObject({
        eastMps: z.number().min(-3000).max(3000),
        northMps: z.number().min(-3000).max(3000),
        upMps: z.number().min(-3000).max(3000).optional(),
        sigmaMps: z.number().positive().max(3000),
      })
      .optional(),
    localTrack: z.string().min(1).max(64).optional(),
    classes: z
      .array(z.strictObject({ class: z.string().max(40), probability: z.number().min(0).max(1) }))
      .max(16)
      .optional(),
    rcsM2: z.number().positive().optional(),
    /** A Remote ID broadcast as a receiver decoded it. Its serial and pilot are sealed at the door and never enter the journal in clear. */
    remoteId: z
      .strictObject({
        serial: z.string().min(1).max(64),
        selfId: z.string().max(64).optional(),
        status: z.enum(['ground', 'airborne', 'emergency', 'undeclared']).optional(),
        pilot: z.strictObject({ latDeg: z.number().min(-90).max(90), lonDeg: z.number().min(-180).max(180) }).optional(),
      })
      .optional(),
  })
  .meta({ id: 'Detection' })
export type JsonDetection = z.infer<typeof jsonDetection>
/** An empty list is a heartbeat: "I am here and see nothing". */
export const ingestRequest = z
  .strictObject({ node: z.string().min(1).max(64), simulated: z.boolean().optional(), detections: z.array(jsonDetection).max(1000) })
  .meta({ id: 'IngestRequest' })
export type IngestRequest = z.infer<typeof ingestRequest>
