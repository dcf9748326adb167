import { z } from 'zod'
import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'

/**
 * The log that a counter-UAS system writes in a COURAGEOUS trial: one JSON document of detection sets and tracks.
 *
 * Degrees; heights in metres above mean sea level (EGM96); velocity in the object's own east, north, up, m/s; times UTC ms.
 * `null` where the published form allows it means the same as an absent field, and both are kept as they came.
 *
 * Source: CWA 18150:2024 and the published JSON form it uses, schema 0.4.1 (github.com/COURAGEOUS-isf/format).
 */
export const COURAGEOUS_VERSION = '0.4.1'

/** 64 bits on paper; what a JSON reader can hold exactly is taken. */
const count = z.int().min(0)
const optional = <T extends z.ZodType>(type: T) => type.nullable().optional()

const position3d = z.looseObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180), height_amsl: z.number() })
const location = z.discriminatedUnion('$type', [
  z.looseObject({ $type: z.literal('Arc'), from: z.number(), to: z.number() }),
  z.looseObject({ $type: z.literal('Quad'), quad: z.enum(['North', 'East', 'South', 'West']) }),
  z.looseObject({ $type: z.literal('Bearing'), bearing: z.number() }),
  z.looseObject({ $type: z.literal('Position2d'), lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }),
  position3d.extend({ $type: z.literal('Position3d') }),
  z.looseObject({ $type: z.literal('BearingElevation'), bearing: z.number(), elevation: z.number() }),
  z.looseObject({ $type: z.literal('BearingElevationDistance'), bearing: z.number(), elevation: z.number(), distance: z.number() }),
])
const alarm = z.looseObject({ active: z.boolean(), certainty: z.number().min(0).max(1) })
const recordFields = {
  time: count,
  record_number: count,
  classification: z.enum(['Unknown', 'UAV', 'GCS', 'Other']),
  velocity: optional(z.looseObject({ east: z.number(), north: z.number(), up: z.number() })),
  identification: optional(z.string()),
  cuas_location: optional(position3d),
}
const detectionRecord = z.looseObject({ ...recordFields, alarm: optional(alarm), location: optional(location) })
const trackingRecord = z.looseObject({ ...recordFields, alarm, location })
const setFields = { name: optional(z.string()), uav_home_location: optional(position3d) }

const log = z.looseObject({
  version: z.literal(COURAGEOUS_VERSION),
  vendor_name: z.string(),
  system_name: z.string(),
  static_cuas_location: position3d,
  detection: z.array(z.looseObject({ ...setFields, uas_id: optional(count), records: z.array(detectionRecord) })),
  tracks: z.array(z.looseObject({ ...setFields, uas_id: count, records: z.array(trackingRecord) })),
})
export type CourageousLog = z.infer<typeof log>
export type CourageousLocation = z.infer<typeof location>

/**
 * A document from its bytes, checked against the schema. That record numbers are unique, as its prose has it, is not
 * demanded: two of the three examples published with it repeat them.
 */
export function decodeCourageous(bytes: Uint8Array): CourageousLog | Reject {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    return reject('json-syntax', 0, error instanceof Error ? error.message : 'not JSON')
  }
  return courageousFromJson(json)
}

export function courageousFromJson(json: unknown): CourageousLog | Reject {
  const result = log.safeParse(json)
  if (result.success) return result.data
  const first = result.error.issues[0]
  return reject('courageous-schema', 0, `${first?.path.join('.') ?? ''}: ${first?.message ?? 'not a log'}`)
}

/** The document on one line, fields in the order in which they came. */
export function encodeCourageous(document: CourageousLog): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(document))
}
