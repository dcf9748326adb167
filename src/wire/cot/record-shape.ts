import { z } from 'zod'
import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { DETAIL } from './detail-tables.ts'
import type { ElementTable } from './detail-tables.ts'
import type { CotMessage } from './message.ts'
import type { ValueKind } from './values.ts'

/** The JSON that `decodeCot` gives, checked field by field on the way back. */

const text = z.string()
const finite = z.number()
const timeMs = z.number().min(0)
const attributes = z.record(text, text)
const node: z.ZodType = z.lazy(() => z.union([text, element]))
const element = z.strictObject({ name: text, attributes: attributes.optional(), children: z.array(node).optional() })

const KINDS: Readonly<Record<ValueKind, z.ZodType>> = { text, number: finite, integer: z.int(), boolean: z.boolean(), time: timeMs }

function shapeOf(table: ElementTable, more: Readonly<Record<string, z.ZodType>> = {}): z.ZodType {
  const shape: Record<string, z.ZodType> = { ...more }
  for (const [key, [, kind]] of Object.entries(table.fields)) shape[key] = KINDS[kind].optional()
  if (table.text === true) shape['text'] = text.optional()
  if (table.numbered !== undefined) shape[`${table.numbered}s`] = z.array(text).optional()
  for (const [key, child] of Object.entries(table.children ?? {})) {
    const each = shapeOf(child)
    shape[key] = (child.list === true ? z.array(each) : each).optional()
  }
  if (table.open === true) shape['others'] = z.array(node).optional()
  return z.strictObject(shape)
}

const point = z.strictObject({ latDeg: finite, lonDeg: finite, haeM: finite.optional(), ceM: finite.optional(), leM: finite.optional() })

const event = z.strictObject({
  version: text.optional(),
  uid: text.min(1),
  type: text,
  how: text.optional(),
  timeMs,
  startMs: timeMs,
  staleMs: timeMs,
  access: text.optional(),
  qos: text.optional(),
  opex: text.optional(),
  point,
  detail: shapeOf(DETAIL, { attributes: attributes.optional() }).optional(),
  attributes: attributes.optional(),
  others: z.array(element).optional(),
})

const message = z.strictObject({
  wire: z.enum(['xml', 'tak-stream', 'tak-mesh']),
  event: event.optional(),
  control: z.strictObject({ minVersion: z.uint32().optional(), maxVersion: z.uint32().optional(), contactUid: text.optional() }).optional(),
  submissionMs: timeMs.optional(),
  creationMs: timeMs.optional(),
  later: z
    .array(z.strictObject({ in: text, number: z.int().min(1), wireType: z.int().min(0).max(5), hex: text.regex(/^(?:[0-9a-f]{2})*$/) }))
    .optional(),
})

export function cotFromJson(json: unknown): CotMessage | Reject {
  const result = message.safeParse(json)
  if (result.success) return result.data as CotMessage
  const first = result.error.issues[0]
  return reject('record-shape', 0, `${first?.path.join('.') ?? ''}: ${first?.message ?? 'not a message'}`)
}
