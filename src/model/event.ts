import { z } from 'zod'

/**
 * The event definition as it enters the journal: SI and radians, WGS-84. `event/` makes it from the YAML files
 * (degrees, feet never) and `engine/` reads it from `event` entries; nothing else defines an event.
 */

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/)
const text = z.object({ ar: z.string(), en: z.string(), fr: z.string(), tr: z.string() })
const ms = z.number().int()
const latRad = z.number().min(-1.5707963267948966).max(1.5707963267948966)
const lonRad = z.number().min(-3.141592653589793).max(3.141592653589793)
const place = z.object({ latRad, lonRad, altHaeM: z.number() })
const ring = z.array(z.object({ latRad, lonRad })).min(3).max(2000)
/** True where EVENT sources do not tell it: rosters, sensors, residences and the like are invented for the demo. */
const invented = z.boolean()

export const localText = text
export type LocalText = z.infer<typeof text>

/** Either a circle or a polygon, from floor to ceiling in metres above the ellipsoid. */
export const volume = z.object({
  shape: z.union([
    z.object({ kind: z.literal('circle'), latRad, lonRad, radiusM: z.number().positive() }),
    z.object({ kind: z.literal('polygon'), ring }),
  ]),
  floorHaeM: z.number(),
  ceilingHaeM: z.number(),
})
export type Volume = z.infer<typeof volume>

export const site = z.object({
  id,
  name: text,
  kind: z.enum(['stadium', 'residence', 'training', 'airport', 'port', 'base', 'coast', 'fan-zone', 'mobile', 'headquarters']),
  /** Counted among the 64 protected sites. */
  protected: z.boolean(),
  place,
  footprint: ring.optional(),
  host: id,
  partner: id.optional(),
  invented,
})
export type Site = z.infer<typeof site>

export const zone = z.object({
  id,
  site: id.optional(),
  name: text,
  /** `geo`: a national geo-zone; `restriction`: a temporary one. */
  kind: z.enum(['alert', 'warning', 'critical', 'geo', 'restriction']),
  volume,
  /** Empty: always. */
  hours: z.array(z.object({ fromMs: ms, toMs: ms })),
  /** What lies beneath a geo-zone, where it is all of one kind: an object low over the sea is judged by it. */
  surface: z.enum(['land', 'sea']).optional(),
  invented,
})
export type Zone = z.infer<typeof zone>

export const sensorKind = z.enum(['radar', 'rf', 'camera', 'acoustic', 'remote-id', 'ads-b', 'system', 'human'])

export const nodeDefinition = z.object({
  id,
  name: text,
  sensor: sensorKind,
  site: id.optional(),
  owner: id,
  /** The agreement under which its reports are shared; undefined for the host's own. */
  agreement: id.optional(),
  relTo: z.array(id),
  place,
  /** Horizontal coverage from the sensor's north, clockwise; 0 to 2 pi is all round. */
  sectorFromRad: z.number(),
  sectorToRad: z.number(),
  /** Nearer than this it is blind: a pulse radar hears nothing while it sends. */
  minRangeM: z.number().min(0).optional(),
  maxRangeM: z.number().positive(),
  minElevationRad: z.number(),
  maxElevationRad: z.number(),
  pd: z.number().min(0).max(1),
  clutterPerScan: z.number().min(0),
  periodS: z.number().positive(),
  rangeSigmaM: z.number().positive().optional(),
  azimuthSigmaRad: z.number().positive().optional(),
  elevationSigmaRad: z.number().positive().optional(),
  positionSigmaM: z.number().positive().optional(),
  /** Accepted by a named person before the event; others wait as pending when they register. */
  accepted: z.boolean(),
  /** A simulator's node: refused outside demo and exercise. */
  simulated: z.boolean(),
  invented,
})
export type NodeDefinition = z.infer<typeof nodeDefinition>

export const feedDefinition = z.object({
  id,
  door: z.enum(['sapient', 'beast', 'sbs', 'json']),
  mode: z.enum(['listen', 'connect']),
  host: z.string(),
  port: z.number().int().min(0).max(65535),
  /** The node that a feed without node ids of its own (Beast, SBS) stands for. */
  node: id.optional(),
  /** Whose clock counts for `measuredMs`: the sender's, the arrival, or the sender's less its estimated offset. */
  time: z.enum(['sender', 'arrival', 'offset']),
  maxConnections: z.number().int().positive(),
  maxFrameBytes: z.number().int().positive(),
  maxFramesPerS: z.number().positive(),
  /** A sender's clock further off than this is reported and its time replaced by the arrival. */
  maxClockSkewMs: z.number().positive(),
  /** Shed first when overloaded: 1 is kept longest. */
  priority: z.number().int().min(1).max(9),
  simulated: z.boolean(),
})
export type FeedDefinition = z.infer<typeof feedDefinition>

export const nation = z.object({ id, name: text, role: z.enum(['host', 'partner', 'observer']) })
export type Nation = z.infer<typeof nation>
export const agency = z.object({ id, name: text, nation: id, invented })
export type Agency = z.infer<typeof agency>
export const post = z.object({
  id,
  name: text,
  site: id.optional(),
  nation: id.optional(),
  /** What the post lets its holder do; the authority issue replaces this list by evaluated policies. */
  tasks: z.array(z.enum(['watch', 'acknowledge', 'accept-nodes', 'set-qnh', 'view-personal'])),
  invented,
})
export type Post = z.infer<typeof post>
export const person = z.object({
  id,
  name: z.string(),
  nation: id,
  agency: id,
  post: id,
  languages: z.array(z.enum(['ar', 'en', 'fr', 'tr'])),
  invented,
})
export type Person = z.infer<typeof person>
export const agreement = z.object({
  id,
  name: text,
  parties: z.array(id).min(2),
  purpose: text,
  state: z.enum(['drafted', 'signed', 'awaiting-ratification', 'in-force', 'ended']),
  fromMs: ms,
  toMs: ms,
  /** Kinds of information that it lets flow between its parties. */
  information: z.array(z.enum(['tracks', 'alerts', 'nodes', 'claims', 'personal'])),
  invented,
})
export type Agreement = z.infer<typeof agreement>
export const phase = z.object({ id, name: text, fromMs: ms, toMs: ms })
export type Phase = z.infer<typeof phase>
export const readinessLevel = z.object({ id, name: text, level: z.number().int().min(1).max(5) })
export type Readiness = z.infer<typeof readinessLevel>
export const session = z.object({ id, name: text, site: id, fromMs: ms, toMs: ms, invented })
export type SessionPlan = z.infer<typeof session>
/** Expected people at a site for one hour. */
export const headcount = z.object({ site: id, fromMs: ms, toMs: ms, people: z.number().int().min(0), invented })
export type Headcount = z.infer<typeof headcount>
export const clearance = z.object({
  id,
  operator: z.string(),
  purpose: z.enum(['police', 'broadcast', 'medical', 'display', 'other']),
  volume,
  fromMs: ms,
  toMs: ms,
  /** Keyed tokens of the cleared serials; a serial in the YAML becomes a token at the door and never enters the journal. */
  claims: z.array(z.string()),
  invented,
})
export type Clearance = z.infer<typeof clearance>

export const eventHeader = z.object({
  id,
  name: text,
  /** Example values: `serve` refuses them, `demo` says so. */
  example: z.boolean(),
  timeZone: z.string(),
  languages: z.array(z.enum(['ar', 'en', 'fr', 'tr'])).min(1),
  host: id,
  /** Origin of the cell's rigid ENU frame. */
  origin: place,
  /** Sea-level pressure at the start; later values are `qnh` commands. */
  qnhPa: z.number().min(87000).max(108600),
  /** Geoid above the ellipsoid at the origin (EGM96), m: altAmslM = altHaeM - geoidM. */
  geoidM: z.number(),
  declinationRad: z.number(),
  readiness: id,
  /** Where the event clock stands when a demo starts. */
  demoStartMs: ms.optional(),
})
export type EventHeader = z.infer<typeof eventHeader>

export const eventDefinition = z.object({
  header: eventHeader,
  nations: z.array(nation),
  agencies: z.array(agency),
  agreements: z.array(agreement),
  posts: z.array(post),
  persons: z.array(person),
  sites: z.array(site),
  zones: z.array(zone),
  nodes: z.array(nodeDefinition),
  feeds: z.array(feedDefinition),
  phases: z.array(phase),
  readiness: z.array(readinessLevel),
  schedule: z.array(session),
  headcounts: z.array(headcount),
  clearances: z.array(clearance),
})
export type EventDefinition = z.infer<typeof eventDefinition>

/** One `event` entry carries one part, so that no entry grows without bound: header first, then the others, `done` last. */
export const eventPart = z.union([
  z.object({ part: z.literal('header'), header: eventHeader }),
  z.object({
    part: z.enum([
      'nations',
      'agencies',
      'agreements',
      'posts',
      'persons',
      'sites',
      'zones',
      'nodes',
      'feeds',
      'phases',
      'readiness',
      'schedule',
      'headcounts',
      'clearances',
    ]),
    items: z.array(z.unknown()),
  }),
  z.object({ part: z.literal('done') }),
])
export type EventPart = z.infer<typeof eventPart>
