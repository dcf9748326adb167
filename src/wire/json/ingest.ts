import { z } from 'zod'
import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'

/**
 * Generic JSON detections: one document names its node and holds its detections (docs/connect/json.md).
 * Two forms: as a sender writes it, and as it enters the journal, where the door has replaced `remoteId.serial` and
 * `remoteId.pilot` by a keyed token and ciphertext.
 */

const latDeg = z.number().min(-90).max(90)
const lonDeg = z.number().min(-180).max(180)
const azimuthDeg = z.number().min(0).max(360)
const elevationDeg = z.number().min(-90).max(90)
const sigmaDeg = z.number().positive().max(360)
const sigmaM = z.number().positive().max(100_000)
const speedMps = z.number().min(-3000).max(3000)

const position = z.strictObject({
  latDeg,
  lonDeg,
  altHaeM: z.number().min(-1000).max(60_000).optional(),
  sigmaM,
  sigmaUpM: sigmaM.optional(),
})
const polar = z.strictObject({
  rangeM: z.number().positive().max(1e6),
  azimuthDeg,
  elevationDeg: elevationDeg.optional(),
  rangeRateMps: speedMps.optional(),
  rangeSigmaM: sigmaM,
  azimuthSigmaDeg: sigmaDeg,
  elevationSigmaDeg: sigmaDeg.optional(),
  rangeRateSigmaMps: z.number().positive().max(3000).optional(),
})
const bearing = z.strictObject({
  azimuthDeg,
  elevationDeg: elevationDeg.optional(),
  azimuthSigmaDeg: sigmaDeg,
  elevationSigmaDeg: sigmaDeg.optional(),
})
const velocity = z.strictObject({
  eastMps: speedMps,
  northMps: speedMps,
  upMps: speedMps.optional(),
  sigmaMps: z.number().positive().max(3000),
})
const status = z.enum(['ground', 'airborne', 'emergency', 'undeclared'])
const selfId = z.string().max(64)
const remoteIdAsSent = z.strictObject({
  serial: z.string().min(1).max(64),
  selfId: selfId.optional(),
  status: status.optional(),
  pilot: z.strictObject({ latDeg, lonDeg }).optional(),
})
const sealedRef = z.strictObject({ keyId: z.string().min(1).max(64), box: z.string().min(1).max(512) })
const remoteIdSealed = z.strictObject({
  token: z.string().min(1).max(64),
  sealedSerial: sealedRef.optional(),
  sealedPilot: sealedRef.optional(),
  selfId: selfId.optional(),
  status: status.optional(),
})

const common = {
  /** When it was measured, UTC, ISO 8601 with Z. */
  time: z.iso.datetime(),
  position: position.optional(),
  polar: polar.optional(),
  bearing: bearing.optional(),
  velocity: velocity.optional(),
  localTrack: z.string().min(1).max(64).optional(),
  classes: z
    .array(z.strictObject({ class: z.string().max(40), probability: z.number().min(0).max(1) }))
    .max(16)
    .optional(),
  rcsM2: z.number().positive().optional(),
}

type Located = { readonly position?: unknown; readonly polar?: unknown; readonly bearing?: unknown }
const isLocatedOnce = (detection: Located): boolean =>
  [detection.position, detection.polar, detection.bearing].filter((form) => form !== undefined).length === 1
const locatedOnce = { message: 'give exactly one of position, polar, bearing' }

const detectionAsSent = z.strictObject({ ...common, remoteId: remoteIdAsSent.optional() }).refine(isLocatedOnce, locatedOnce)
const detectionSealed = z.strictObject({ ...common, remoteId: remoteIdSealed.optional() }).refine(isLocatedOnce, locatedOnce)
/** An empty list of detections is a heartbeat: "I am here and see nothing". */
const node = z.string().min(1).max(64)

export const ingestRequestAsSent = z.strictObject({
  node,
  simulated: z.boolean().optional(),
  detections: z.array(detectionAsSent).max(1000),
})
export type IngestRequestAsSent = z.infer<typeof ingestRequestAsSent>
export const ingestRequestSealed = z.strictObject({
  node,
  simulated: z.boolean().optional(),
  detections: z.array(detectionSealed).max(1000),
})
export type IngestRequestSealed = z.infer<typeof ingestRequestSealed>
export type SealedDetection = IngestRequestSealed['detections'][number]

/** The document as a sender writes it. Never journal these bytes: seal them first. */
export function decodeIngestAsSent(bytes: Uint8Array): IngestRequestAsSent | Reject {
  return decodeWith(ingestRequestAsSent, bytes)
}

/** The document as the journal holds it. */
export function decodeIngestSealed(bytes: Uint8Array): IngestRequestSealed | Reject {
  return decodeWith(ingestRequestSealed, bytes)
}

export function encodeIngest(request: IngestRequestAsSent | IngestRequestSealed): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(request))
}

function decodeWith<T>(schema: z.ZodType<T>, bytes: Uint8Array): T | Reject {
  let text: string
  let json: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return reject('json-utf8', 0, 'the document is not UTF-8')
  }
  try {
    json = JSON.parse(text)
  } catch (error) {
    return reject('json-syntax', 0, error instanceof Error ? error.message.slice(0, 200) : 'not JSON')
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  return reject('json-schema', 0, `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'not as documented'}`.slice(0, 300))
}
