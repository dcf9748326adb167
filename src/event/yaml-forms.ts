import { z } from 'zod'
import { sensorKind } from '../model/event.ts'

/**
 * The event's YAML as its author writes it: degrees, metres, local times. `docs/event.md` explains each field;
 * `convert.ts` turns it into the model's radians and UTC.
 */

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/)
const word = z.string().min(1).max(300)
export const textForm = z.strictObject({ ar: word, en: word, fr: word, tr: word })
export type TextForm = z.infer<typeof textForm>
const latDeg = z.number().min(-90).max(90)
const lonDeg = z.number().min(-180).max(180)
const languages = z.array(z.enum(['ar', 'en', 'fr', 'tr'])).min(1)
/** Checked again with the event's time zone in `convert.ts`. */
const time = z.string()
const invented = z.boolean().default(false)
const lengthM = z.number().positive().max(1e6)
const bearingDeg = z.number().min(0).max(360)

/** Says what is missing when not exactly one of several keys is given. */
function exactlyOne(keys: readonly string[], why: string) {
  return (value: object, context: z.RefinementCtx): void => {
    const given = keys.filter((key) => (value as Record<string, unknown>)[key] !== undefined)
    if (given.length === 1) return
    const found = given.length === 0 ? 'none is given' : `${given.join(' and ')} are given`
    context.addIssue({
      code: 'custom',
      message: `${why} needs exactly one of ${keys.join(', ')}; ${found}`,
      params: { fix: given.length === 0 ? `add one of ${keys.join(', ')}` : `keep one of ${given.join(', ')}` },
    })
  }
}

const heightM = z.number().min(-1000).max(60000)
export const positionForm = z
  .strictObject({ latDeg, lonDeg, altHaeM: heightM.optional(), altAmslM: heightM.optional() })
  .superRefine(exactlyOne(['altHaeM', 'altAmslM'], 'a position'))
export type PositionForm = z.infer<typeof positionForm>
/** GeoJSON's order: longitude, then latitude. */
const lonLat = z.tuple([lonDeg, latDeg])
const polygon = z.array(lonLat).min(3).max(2000)

const heights = {
  floorHaeM: heightM.optional(),
  floorAmslM: heightM.optional(),
  ceilingHaeM: heightM.optional(),
  ceilingAmslM: heightM.optional(),
}
export type HeightsForm = {
  floorHaeM?: number | undefined
  floorAmslM?: number | undefined
  ceilingHaeM?: number | undefined
  ceilingAmslM?: number | undefined
}
function checkHeights(value: HeightsForm, context: z.RefinementCtx): void {
  exactlyOne(['floorHaeM', 'floorAmslM'], 'the floor')(value, context)
  exactlyOne(['ceilingHaeM', 'ceilingAmslM'], 'the ceiling')(value, context)
}
export const volumeForm = z
  .strictObject({ circle: z.strictObject({ latDeg, lonDeg, radiusM: lengthM }).optional(), polygon: polygon.optional(), ...heights })
  .superRefine(exactlyOne(['circle', 'polygon'], 'a volume'))
  .superRefine(checkHeights)
export type VolumeForm = z.infer<typeof volumeForm>

const hours = z.array(z.strictObject({ from: time, to: time })).max(500)
export type HoursForm = z.infer<typeof hours>

const shape = z.strictObject({ lengthM, widthM: lengthM, bearingDeg })
export const footprintForm = z
  .strictObject({ oval: shape.optional(), rectangle: shape.optional(), polygon: polygon.optional() })
  .superRefine(exactlyOne(['oval', 'rectangle', 'polygon'], 'a footprint'))
export type FootprintForm = z.infer<typeof footprintForm>

export const siteForm = z.strictObject({
  id,
  name: textForm,
  kind: z.enum(['stadium', 'residence', 'training', 'airport', 'port', 'base', 'coast', 'fan-zone', 'mobile', 'headquarters']),
  protected: z.boolean(),
  position: positionForm,
  footprint: footprintForm.optional(),
  /** Where position and footprint come from; for readers, not read further. */
  source: word.optional(),
  host: id,
  partner: id.optional(),
  /** Names a ring set: its circles become this site's zones. */
  rings: id.optional(),
  invented,
})
export type SiteForm = z.infer<typeof siteForm>

const ringForm = z.strictObject({ radiusM: lengthM, ...heights, hours: hours.optional() }).superRefine(checkHeights)
export type RingForm = z.infer<typeof ringForm>
export const ringSetForm = z.strictObject({
  id,
  alert: ringForm.optional(),
  warning: ringForm.optional(),
  critical: ringForm.optional(),
  invented,
})
export type RingSetForm = z.infer<typeof ringSetForm>

export const zoneForm = z.strictObject({
  id,
  site: id.optional(),
  name: textForm,
  kind: z.enum(['alert', 'warning', 'critical', 'geo', 'restriction']),
  volume: volumeForm,
  hours: hours.default([]),
  surface: z.enum(['land', 'sea']).optional(),
  invented,
})
export type ZoneForm = z.infer<typeof zoneForm>

export const nodeForm = z.strictObject({
  id,
  name: textForm,
  sensor: sensorKind,
  site: id.optional(),
  owner: id,
  agreement: id.optional(),
  relTo: z.array(id).default([]),
  position: positionForm,
  sectorDeg: z.tuple([z.number().min(0).max(360), z.number().min(0).max(720)]).default([0, 360]),
  elevationDeg: z.tuple([z.number().min(-90).max(90), z.number().min(-90).max(90)]).default([-10, 90]),
  maxRangeM: lengthM,
  pd: z.number().min(0).max(1),
  clutterPerScan: z.number().min(0).max(10000).default(0),
  periodS: z.number().positive().max(3600),
  rangeSigmaM: z.number().positive().max(10000).optional(),
  azimuthSigmaDeg: z.number().positive().max(90).optional(),
  elevationSigmaDeg: z.number().positive().max(90).optional(),
  positionSigmaM: z.number().positive().max(10000).optional(),
  accepted: z.boolean().default(false),
  simulated: z.boolean().default(false),
  invented,
})
export type NodeForm = z.infer<typeof nodeForm>

export const feedForm = z.strictObject({
  id,
  door: z.enum(['sapient', 'beast', 'sbs', 'json']),
  mode: z.enum(['listen', 'connect']).default('listen'),
  host: z.string().min(1).max(253).default('127.0.0.1'),
  port: z.number().int().min(0).max(65535),
  node: id.optional(),
  time: z.enum(['sender', 'arrival', 'offset']),
  maxConnections: z.number().int().positive().max(10000).default(64),
  maxFrameBytes: z.number().int().positive().max(16777216).default(262144),
  maxFramesPerS: z.number().positive().max(1e6).default(2000),
  maxClockSkewMs: z.number().positive().max(86400000).default(5000),
  priority: z.number().int().min(1).max(9).default(5),
  simulated: z.boolean().default(false),
})
export type FeedForm = z.infer<typeof feedForm>

export const nationForm = z.strictObject({
  id: z.string().regex(/^[A-Z]{3}$/),
  name: textForm,
  role: z.enum(['host', 'partner', 'observer']),
})
export const agencyForm = z.strictObject({ id, name: textForm, nation: id, invented })
export const postForm = z.strictObject({
  id,
  name: textForm,
  site: id.optional(),
  nation: id.optional(),
  tasks: z.array(z.enum(['watch', 'acknowledge', 'accept-nodes', 'set-qnh', 'view-personal'])),
  invented,
})
export const personForm = z.strictObject({ id, name: word, nation: id, agency: id, post: id, languages, invented })
export const agreementForm = z.strictObject({
  id,
  name: textForm,
  parties: z.array(id).min(2),
  purpose: textForm,
  state: z.enum(['drafted', 'signed', 'awaiting-ratification', 'in-force', 'ended']),
  from: time,
  to: time,
  information: z.array(z.enum(['tracks', 'alerts', 'nodes', 'claims', 'personal'])),
  invented,
})
export const phaseForm = z.strictObject({ id, name: textForm, from: time, to: time })
export const readinessForm = z.strictObject({ id, name: textForm, level: z.number().int().min(1).max(5) })
export const sessionForm = z.strictObject({ id, name: textForm, site: id, from: time, to: time, invented })
export const headcountForm = z.strictObject({
  site: id,
  from: time,
  hourly: z.array(z.number().int().min(0).max(1e7)).min(1).max(2000),
  invented,
})
export const clearanceForm = z.strictObject({
  id,
  operator: word,
  purpose: z.enum(['police', 'broadcast', 'medical', 'display', 'other']),
  volume: volumeForm,
  from: time,
  to: time,
  /** Serials that the cleared drone broadcasts; they become keyed tokens and go no further. */
  serials: z.array(z.string().min(1).max(64)).default([]),
  icao: z.array(z.string().regex(/^[0-9a-f]{6}$/)).default([]),
  invented,
})
export type ClearanceForm = z.infer<typeof clearanceForm>

export const headerForm = z.strictObject({
  id,
  name: textForm,
  example: z.boolean(),
  timeZone: z.string(),
  languages,
  host: id,
  origin: positionForm,
  qnhHpa: z.number().min(870).max(1086),
  geoidM: z.number().min(-120).max(120).optional(),
  declinationDeg: z.number().min(-180).max(180).optional(),
  readiness: id,
  demoStart: time.optional(),
})
export type HeaderForm = z.infer<typeof headerForm>

/** The lists that may stand at the top of any file of the folder; lists of the same name are joined. */
export const SECTION_FORMS = {
  nations: nationForm,
  agencies: agencyForm,
  agreements: agreementForm,
  posts: postForm,
  persons: personForm,
  sites: siteForm,
  ringSets: ringSetForm,
  zones: zoneForm,
  nodes: nodeForm,
  feeds: feedForm,
  phases: phaseForm,
  readiness: readinessForm,
  schedule: sessionForm,
  headcounts: headcountForm,
  clearances: clearanceForm,
} as const
export type Section = keyof typeof SECTION_FORMS
export type Forms = { [S in Section]: z.infer<(typeof SECTION_FORMS)[S]> }
