import { z } from 'zod'
import { alertView, eventView, feedHealthView, ingestRequest, nodeView, problem, siteView, trackView, zoneView } from '../model/api.ts'
import { commandPayload } from '../model/command.ts'

/** Schemas of requests and answers that are not items of the picture themselves. */

export const listQuery = z.object({ limit: z.coerce.number().int().min(1).max(1000).default(500), cursor: z.string().max(200).optional() })
export const idParams = z.object({ id: z.string().min(1).max(100) })
export const feedQuery = z.object({ cursor: z.string().max(100).optional() })
export const ingestQuery = z.object({ feed: z.string().max(64).optional() })
/** The actor is the session's, never the sender's word. */
export const commandRequest = commandPayload.omit({ actor: true }).meta({ id: 'CommandRequest' })
export const ingestAnswer = z.object({ accepted: z.number().int(), position: z.number().int() }).meta({ id: 'IngestAnswer' })
export const done = z.object({ result: z.literal('done') }).meta({ id: 'Done' })
/** What the door asks beyond `ingestRequest`: one measurement an object, not several that might contradict each other. */
export const ingestBody = ingestRequest.superRefine((request, context) => {
  request.detections.forEach((each, index) => {
    const forms = [each.position, each.polar, each.bearing].filter((form) => form !== undefined).length
    if (forms !== 1)
      context.addIssue({
        code: 'custom',
        path: ['detections', index],
        message: `needs exactly one of position, polar, bearing; has ${forms}`,
      })
  })
})

const geometry = z.union([
  z.object({ type: z.literal('Point'), coordinates: z.array(z.number()).min(2).max(3) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(z.tuple([z.number(), z.number()])).min(4)) }),
])
export type Geometry = z.infer<typeof geometry>

const featureOf = <T extends z.ZodType>(properties: T) =>
  z.object({ type: z.literal('Feature'), id: z.string(), geometry: geometry.nullable(), properties })
const featuresOf = <T extends z.ZodType>(name: string, item: T) =>
  z
    .object({ type: z.literal('FeatureCollection'), features: z.array(featureOf(item)), next: z.string().nullable() })
    .meta({ id: `${name}Features` })
const listOf = <T extends z.ZodType>(name: string, item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() }).meta({ id: `${name}List` })

/** The lists of the API: path, kind of item, schema, and whether it can be drawn. */
export const LISTS = [
  { path: 'event', kind: 'event', item: eventView, list: listOf('Event', eventView), features: undefined },
  { path: 'sites', kind: 'site', item: siteView, list: listOf('Site', siteView), features: featuresOf('Site', siteView) },
  { path: 'zones', kind: 'zone', item: zoneView, list: listOf('Zone', zoneView), features: featuresOf('Zone', zoneView) },
  { path: 'nodes', kind: 'node', item: nodeView, list: listOf('Node', nodeView), features: featuresOf('Node', nodeView) },
  { path: 'feeds', kind: 'feed', item: feedHealthView, list: listOf('Feed', feedHealthView), features: undefined },
  { path: 'tracks', kind: 'track', item: trackView, list: listOf('Track', trackView), features: featuresOf('Track', trackView) },
  { path: 'alerts', kind: 'alert', item: alertView, list: listOf('Alert', alertView), features: featuresOf('Alert', alertView) },
] as const
export type ListKind = (typeof LISTS)[number]['kind']

/** Problems that any guarded route may answer, for the OpenAPI document. */
export const PROBLEMS = {
  '4xx': { description: 'What was wrong with the request, and what to do', content: { 'application/json': { schema: problem } } },
  '5xx': { description: 'Why it cannot be answered now, and what to do', content: { 'application/json': { schema: problem } } },
} as const
