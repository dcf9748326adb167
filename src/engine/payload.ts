import { assert } from '../base/assert.ts'
import type { Entry } from '../model/entry.ts'

type Schema<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false; error: { message: string } } }

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * An entry's JSON payload. Only our own doors and commands write such entries, after validation: one that does not fit its
 * schema is a fault of ours, and the supervisor poisons it.
 */
export function jsonPayload<T>(entry: Entry, schema: Schema<T>): T {
  const parsed = schema.safeParse(JSON.parse(utf8.decode(entry.payload)))
  assert(parsed.success, `${entry.type} entry ${entry.position}: ${parsed.success ? '' : parsed.error.message}`)
  return parsed.data
}
