import { spareBits } from '../table.ts'
import type { CategoryTable, Field, Form, Item } from '../table.ts'

/**
 * The obvious way to decode: walks the table and takes bit by bit. The decoders in `generated/` must say the same.
 * Input that a decoder declines throws here.
 */
export function slowDecode(table: CategoryTable, bytes: Uint8Array): { readonly record: object; readonly length: number } {
  const reader = { bytes, at: 0 }
  return { record: items(table.items, reader), length: reader.at }
}

type Reader = { readonly bytes: Uint8Array; at: number }

function take(reader: Reader, count: number): Uint8Array {
  if (reader.at + count > reader.bytes.length) throw new Error('truncated')
  reader.at += count
  return reader.bytes.slice(reader.at - count, reader.at)
}

function octet(reader: Reader): number {
  return take(reader, 1)[0] ?? 0
}

function items(table: readonly Item[], reader: Reader): Record<string, unknown> {
  const most = Math.ceil(Math.max(...table.map((item) => item.frn)) / 7)
  const specification: number[] = []
  do specification.push(octet(reader))
  while (((specification.at(-1) ?? 0) & 1) === 1)
  if (specification.length > most) throw new Error('too long a specification')
  const out: Record<string, unknown> = {}
  for (let frn = 1; frn <= specification.length * 7; frn++) {
    if (((specification[Math.ceil(frn / 7) - 1] ?? 0) & (0x80 >> ((frn - 1) % 7))) === 0) continue
    const item = table.find((each) => each.frn === frn)
    if (item === undefined) throw new Error('unused')
    out[item.key] = decodeForm(item.form, reader)
  }
  if (specification.length > 1 && ((specification.at(-1) ?? 0) & 0xfe) === 0) out['fspecBytes'] = specification.length
  return out
}

function decodeForm(form: Form, reader: Reader): unknown {
  switch (form.form) {
    case 'value':
      return fieldOf(take(reader, form.bytes), form.field)
    case 'fixed':
      return fieldsOf(take(reader, form.bytes), form.fields, 1)
    case 'repeated': {
      const count = octet(reader)
      return Array.from({ length: count }, () => decodeForm(form.of, reader))
    }
    case 'chained': {
      const out: unknown[] = []
      let group: Uint8Array
      do {
        group = take(reader, form.bytes)
        out.push(form.fields[0]?.key === '' ? fieldOf(group, form.fields[0]) : fieldsOf(group, form.fields, 2))
      } while (((group.at(-1) ?? 0) & 1) === 1)
      return out
    }
    case 'extended': {
      const octets: number[] = []
      do octets.push(octet(reader))
      while (((octets.at(-1) ?? 0) & 1) === 1)
      let out: Record<string, unknown> = {}
      let spare = 0
      for (const [i, part] of form.parts.entries()) {
        const own: Record<string, unknown> = i < octets.length ? fieldsOf(Uint8Array.of(octets[i] ?? 0), part, 2) : {}
        const width = spareBits(1, part, 2).reduce((sum, [from, to]) => sum + from - to + 1, 0)
        spare = spare * 2 ** width + ((own['spareBits'] as number | undefined) ?? 0)
        delete own['spareBits']
        out = { ...out, ...own }
      }
      const further = octets.slice(form.parts.length)
      if (further.length > 0) out['further'] = digits(further)
      if (spare > 0) out['spareBits'] = spare
      return out
    }
    case 'compound':
      return items(form.subs, reader)
    case 'expansion': {
      const start = reader.at
      const kept = decodeForm({ form: 'explicit' }, reader) as string
      const inner = { bytes: reader.bytes.slice(0, reader.at), at: start + 1 }
      try {
        const present = octet(inner)
        const out: Record<string, unknown> = {}
        for (let frn = 1; frn <= 8; frn++) {
          if ((present & (0x80 >> (frn - 1))) === 0) continue
          const sub = form.subs.find((each) => each.frn === frn)
          if (sub === undefined) throw new Error('unused')
          out[sub.key] = decodeForm(sub.form, inner)
        }
        return inner.at === reader.at ? out : kept
      } catch (error) {
        if (error instanceof Error && /truncated|unused|too long|length 0/.test(error.message)) return kept
        throw error
      }
    }
    case 'explicit': {
      const length = octet(reader)
      if (length === 0) throw new Error('length 0')
      return digits([...take(reader, length - 1)])
    }
  }
}

function fieldsOf(octets: Uint8Array, fields: readonly Field[], lowest: number): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const field of fields) {
    const key = field.when && fields.find((each) => each.key === field.when?.key)
    if (key === undefined || fieldOf(octets, key) === field.when?.is) out[field.key] = fieldOf(octets, field)
  }
  const spare = spareBits(octets.length, fields, lowest)
    .map(([from, to]) => bitString(octets, from, to))
    .join('')
  if (spare.includes('1')) out['spareBits'] = Number.parseInt(spare, 2)
  return out
}

function bitString(octets: Uint8Array, from: number, to: number): string {
  const all = [...octets].map((each) => each.toString(2).padStart(8, '0')).join('')
  return all.slice(all.length - from, all.length - to + 1)
}

function fieldOf(octets: Uint8Array, field: Field): number | string {
  const bits = bitString(octets, field.from, field.to)
  const groups = (size: number): number[] =>
    Array.from({ length: bits.length / size }, (_, i) => Number.parseInt(bits.slice(i * size, (i + 1) * size), 2))
  switch (field.as) {
    case 'unsigned':
      return (Number.parseInt(bits, 2) * field.num) / field.den
    case 'signed': {
      const code = Number.parseInt(bits, 2) - (bits.startsWith('1') ? 2 ** bits.length : 0)
      return (code * field.num) / field.den
    }
    case 'octal':
      return groups(3).join('')
    case 'hex':
      return groups(4)
        .map((digit) => digit.toString(16).toUpperCase())
        .join('')
    case 'ascii':
      return String.fromCharCode(...groups(8))
    case 'ia5':
      return groups(6)
        .map((code) => String.fromCharCode(code < 32 ? code + 64 : code))
        .join('')
  }
}

function digits(octets: readonly number[]): string {
  return octets.map((each) => each.toString(16).padStart(2, '0').toUpperCase()).join('')
}
