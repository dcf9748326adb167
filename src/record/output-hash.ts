import { hash } from 'node:crypto'
import type { Output } from '../model/picture.ts'

/**
 * One text for one value, so that two runs can compare their outputs by a hash (FORMAT.md, "Outputs").
 *
 * Keys are sorted by UTF-16 code units; fields that are undefined are left out; NaN and the infinities are null, -0 is 0;
 * bytes are {"base64":"…"}; a Map is an array of its pairs and a Set of its members, in their order.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
    case 'number':
      return Number.isFinite(value) ? String(value === 0 ? 0 : value) : 'null'
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      return value === null ? 'null' : canonicalObject(value)
    case 'undefined':
      return 'null'
    default:
      throw new TypeError(`an output holds a ${typeof value}: outputs are plain data`)
  }
}

function canonicalObject(value: object): string {
  if (Array.isArray(value)) return canonicalList(value)
  if (value instanceof Uint8Array)
    return `{"base64":${JSON.stringify(Buffer.from(value.buffer, value.byteOffset, value.length).toString('base64'))}}`
  if (ArrayBuffer.isView(value)) return canonicalList(Array.from(value as Float64Array))
  if (value instanceof Map) return canonicalList([...value.entries()])
  if (value instanceof Set) return canonicalList([...value])
  const fields = value as Readonly<Record<string, unknown>>
  let text = '{'
  for (const key of Object.keys(fields).sort()) {
    const field = fields[key]
    if (field === undefined) continue
    if (text.length > 1) text += ','
    text += `${JSON.stringify(key)}:${canonicalJson(field)}`
  }
  return `${text}}`
}

function canonicalList(values: readonly unknown[]): string {
  let text = '['
  for (let i = 0; i < values.length; i++) text += (i === 0 ? '' : ',') + canonicalJson(values[i])
  return `${text}]`
}

/** The chain before the first output. */
export const FIRST_OUTPUT_HASH = '0'.repeat(64)

/** SHA-256(previous hash in hex || "\n" || position || "\n" || canonical JSON of the outputs), in hex. Entries without outputs leave the chain as it is. */
export function chainOutputs(previous: string, position: number, outputs: readonly Output[]): string {
  return outputs.length === 0 ? previous : hash('sha256', `${previous}\n${position}\n${canonicalJson(outputs)}`)
}
