import { deserialize, serialize } from 'node:v8'
import { hash } from 'node:crypto'

/** Plain data as bytes and back, Maps, Sets, typed arrays and shared references included. Readable by later versions of Node. */
export function freeze(value: unknown): { readonly bytes: Uint8Array; readonly sha256: string } {
  const bytes = serialize(value)
  return { bytes, sha256: hash('sha256', bytes) }
}

/** undefined where the bytes are not those that were hashed, or cannot be read. */
export function thaw(bytes: Uint8Array, sha256: string): unknown {
  if (hash('sha256', bytes) !== sha256) return undefined
  try {
    return deserialize(bytes) as unknown
  } catch (error) {
    process.emitWarning(`a snapshot cannot be read by this version of Node: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}
