import { isReject, reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import type { AsterixBlock } from './block.ts'
import { encodeFields, octetsOfHex } from './encode-field.ts'
import type {
  ChainedForm,
  CategoryTable,
  CompoundForm,
  ExpansionForm,
  ExtendedForm,
  FixedForm,
  Form,
  Item,
  RepeatedForm,
  ValueForm,
} from './table.ts'
import { ASTERIX_TABLES } from './tables.ts'

/** What a block holds at most, octets: its length has 16 bits. */
const MAX_BLOCK_BYTES = 65535
type Fields = Readonly<Record<string, unknown>>

/**
 * The bytes of a block. The way back from `decodeAsterixBlock` is exact, spare bits and unusual field specifications included.
 * What came as JSON is judged here: a key that the table does not have, a missing field or a value out of range is declined with its path.
 */
export function encodeAsterixBlock(block: AsterixBlock): Uint8Array | Reject {
  const given = block as unknown as Fields
  const category = given['category']
  if (typeof category !== 'number' || !Number.isInteger(category) || category < 0 || category > 255)
    return reject('category', 0, 'a block has a category, 0 to 255')
  const body = 'content' in given ? octetsOfHex(given['content'], 'content') : encodeRecords(category, given)
  if (isReject(body)) return body
  const length = 3 + body.length
  if (length > MAX_BLOCK_BYTES)
    return reject('length-over-limit', 0, `a block holds ${MAX_BLOCK_BYTES} octets, this one would have ${length}`)
  return Uint8Array.from([category, length >> 8, length & 255, ...body])
}

function encodeRecords(category: number, block: Fields): number[] | Reject {
  const { edition, records, undecoded } = block
  const tables = ASTERIX_TABLES.filter((entry) => entry.table.category === category)
  const table = (edition === undefined ? tables[0] : tables.find((entry) => entry.table.edition === edition))?.table
  if (table === undefined)
    return reject('edition', 0, `there is no table of category ${category}${typeof edition === 'string' ? ` ed. ${edition}` : ''}`)
  if (!Array.isArray(records)) return reject('records', 0, 'a block has a list of records')
  const out: number[] = []
  for (const [i, record] of records.entries()) {
    const fault = encodeRecord(table, record, `records[${i}]`, out)
    if (fault !== undefined) return fault
    if (out.length > MAX_BLOCK_BYTES) return reject('length-over-limit', 0, `records[${i}] no longer fits the block`)
  }
  if (undecoded === undefined) return out
  const rest = octetsOfHex(undecoded, 'undecoded')
  return isReject(rest) ? rest : [...out, ...rest]
}

function encodeRecord(table: CategoryTable, record: unknown, path: string, out: number[]): Reject | undefined {
  if (!isFields(record)) return reject('not-an-object', 0, `${path} is a record`)
  if (table.items.every((item) => record[item.key] === undefined)) return reject('empty-record', 0, `${path} has no items`)
  return encodeItems(table.items, record, path, out)
}

/** A field specification and the items it names. */
function encodeItems(items: readonly Item[], given: Fields, path: string, out: number[]): Reject | undefined {
  const unknown = Object.keys(given).find((key) => key !== 'fspecBytes' && !items.some((item) => item.key === key))
  if (unknown !== undefined) return reject('unknown-item', 0, `${path}.${unknown} is not in the table`)
  const there = items.filter((item) => given[item.key] !== undefined).toSorted((a, b) => a.frn - b.frn)
  const most = Math.ceil(Math.max(...items.map((item) => item.frn)) / 7)
  const needed = Math.max(1, ...there.map((item) => Math.ceil(item.frn / 7)))
  const octets = given['fspecBytes'] ?? needed
  if (typeof octets !== 'number' || !Number.isInteger(octets) || octets < needed || octets > most)
    return reject('fspec-bytes', 0, `${path}.fspecBytes is a whole number from ${needed} to ${most}`)
  const specification = Array.from({ length: octets }, (_, i): number => (i < octets - 1 ? 1 : 0))
  for (const { frn } of there)
    specification[Math.ceil(frn / 7) - 1] = (specification[Math.ceil(frn / 7) - 1] ?? 0) | (0x80 >> ((frn - 1) % 7))
  out.push(...specification)
  for (const item of there) {
    const fault = encodeForm(item.form, given[item.key], `${path}.${item.key}`, out)
    if (fault !== undefined) return fault
  }
  return undefined
}

function encodeForm(form: Form, given: unknown, path: string, out: number[]): Reject | undefined {
  switch (form.form) {
    case 'value':
    case 'fixed':
      return encodeFixed(form, given, path, out)
    case 'extended':
      return encodeExtended(form, given, path, out)
    case 'repeated':
      return encodeRepeated(form, given, path, out)
    case 'chained':
      return encodeChained(form, given, path, out)
    case 'compound':
      return encodeCompound(form, given, path, out)
    case 'explicit':
      return encodeExplicit(given, path, out)
    case 'expansion':
      return typeof given === 'string' ? encodeExplicit(given, path, out) : encodeExpansion(form, given, path, out)
  }
}

function encodeFixed(form: FixedForm | ValueForm, given: unknown, path: string, out: number[]): Reject | undefined {
  if (form.form === 'value') return encodeFields(form.bytes, [form.field], { '': given }, path, out)
  return isFields(given) ? encodeFields(form.bytes, form.fields, given, path, out) : reject('not-an-object', 0, `${path} has fields`)
}

function encodeExtended(form: ExtendedForm, given: unknown, path: string, out: number[]): Reject | undefined {
  if (!isFields(given)) return reject('not-an-object', 0, `${path} has fields`)
  const further = given['further'] === undefined ? [] : octetsOfHex(given['further'], `${path}.further`)
  if (isReject(further)) return further
  const last = form.parts.findLastIndex((part) => part.some((field) => given[field.key] !== undefined))
  const count = further.length > 0 ? form.parts.length : Math.max(1, last + 1)
  // All parts are one field of 8 bits a part, so that the spare bits of all parts stand side by side as they were read.
  const all = form.parts.flatMap((part, i) =>
    part.map((field) => ({ ...field, from: field.from + 8 * (form.parts.length - 1 - i), to: field.to + 8 * (form.parts.length - 1 - i) })),
  )
  const octets: number[] = []
  const absent = new Set(form.parts.slice(count).flatMap((part) => part.map((field) => field.key)))
  const fault = encodeFields(form.parts.length, all, given, path, octets, { absent, chainEvery: 1 })
  if (fault !== undefined) return fault
  const written = [...octets.slice(0, count), ...further]
  // Further octets bring their own last bits.
  for (let i = 0; i < count; i++) out.push(((written[i] ?? 0) & 0xfe) | (i < written.length - 1 ? 1 : 0))
  out.push(...further)
  return undefined
}

function encodeRepeated(form: RepeatedForm, given: unknown, path: string, out: number[]): Reject | undefined {
  if (!Array.isArray(given) || given.length > 255) return reject('not-a-list', 0, `${path} is a list of at most 255`)
  out.push(given.length)
  for (const [i, each] of given.entries()) {
    const fault = encodeFixed(form.of, each, `${path}[${i}]`, out)
    if (fault !== undefined) return fault
  }
  return undefined
}

function encodeChained(form: ChainedForm, given: unknown, path: string, out: number[]): Reject | undefined {
  if (!Array.isArray(given) || given.length === 0) return reject('not-a-list', 0, `${path} is a list of at least one`)
  const bare = form.fields.length === 1 && form.fields[0]?.key === ''
  for (const [i, each] of given.entries()) {
    const fields: unknown = bare ? { '': each as unknown } : each
    if (!isFields(fields)) return reject('not-an-object', 0, `${path}[${i}] has fields`)
    const fault = encodeFields(form.bytes, form.fields, fields, `${path}[${i}]`, out, { absent: new Set(), chainEvery: form.bytes })
    if (fault !== undefined) return fault
    if (i < given.length - 1) out[out.length - 1] = (out.at(-1) ?? 0) | 1
  }
  return undefined
}

function encodeCompound(form: CompoundForm, given: unknown, path: string, out: number[]): Reject | undefined {
  return isFields(given) ? encodeItems(form.subs, given, path, out) : reject('not-an-object', 0, `${path} has subfields`)
}

function encodeExplicit(given: unknown, path: string, out: number[]): Reject | undefined {
  const octets = octetsOfHex(given, path)
  if (isReject(octets)) return octets
  if (octets.length > 254) return reject('length-over-limit', 0, `${path} holds 254 octets`)
  out.push(octets.length + 1, ...octets)
  return undefined
}

function encodeExpansion(form: ExpansionForm, given: unknown, path: string, out: number[]): Reject | undefined {
  if (!isFields(given)) return reject('not-an-object', 0, `${path} has subfields, or is hexadecimal digits`)
  const unknown = Object.keys(given).find((key) => !form.subs.some((sub) => sub.key === key))
  if (unknown !== undefined) return reject('unknown-item', 0, `${path}.${unknown} is not in the table`)
  const contents = [0]
  for (const sub of form.subs) {
    if (given[sub.key] === undefined) continue
    contents[0] = (contents[0] ?? 0) | (0x80 >> (sub.frn - 1))
    const fault = encodeForm(sub.form, given[sub.key], `${path}.${sub.key}`, contents)
    if (fault !== undefined) return fault
  }
  if (contents.length > 254) return reject('length-over-limit', 0, `${path} holds 254 octets`)
  out.push(contents.length + 1, ...contents)
  return undefined
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
