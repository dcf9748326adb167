import { assert } from '../../base/assert.ts'

/**
 * How a category is written down: its User Application Profile as data. From these tables `npm run generate` makes the decoders in
 * `generated/`, and `encode.ts` walks them to write records.
 *
 * Bits are numbered as the standard does: bit 1 is the last bit of the item (of the octet in an extended item), `from` is the higher one.
 * What no row covers is spare. A number is its code times num/den, in the unit at the end of its key.
 */
export type FieldCoding = 'unsigned' | 'signed' | 'octal' | 'ascii' | 'ia5' | 'hex'
export type Field = {
  readonly key: string
  readonly as: FieldCoding
  readonly from: number
  readonly to: number
  readonly num: number
  readonly den: number
  /** The field is there only while another field of the item has this value; its bits mean something else otherwise. */
  readonly when?: { readonly key: string; readonly is: number }
}

export type FixedForm = { readonly form: 'fixed'; readonly bytes: number; readonly fields: readonly Field[] }
export type ValueForm = { readonly form: 'value'; readonly bytes: number; readonly field: Field }
export type ExtendedForm = { readonly form: 'extended'; readonly parts: readonly (readonly Field[])[] }
export type RepeatedForm = { readonly form: 'repeated'; readonly of: FixedForm | ValueForm }
export type ChainedForm = { readonly form: 'chained'; readonly bytes: number; readonly fields: readonly Field[] }
export type CompoundForm = { readonly form: 'compound'; readonly subs: readonly Item[] }
export type ExplicitForm = { readonly form: 'explicit' }
export type ExpansionForm = { readonly form: 'expansion'; readonly subs: readonly Item[] }
export type Form = FixedForm | ValueForm | ExtendedForm | RepeatedForm | ChainedForm | CompoundForm | ExplicitForm | ExpansionForm

/** One item of a record, or one subfield of a compound item: frn is its bit in the field specification, from 1. */
export type Item = { readonly frn: number; readonly key: string; readonly title: string; readonly form: Form }

export type CategoryTable = { readonly category: number; readonly edition: string; readonly items: readonly Item[] }

function field(as: FieldCoding, key: string, from: number, to: number, num = 1, den = 1): Field {
  assert(from >= to && to >= 1 && num > 0 && den > 0, `${key}: bits ${from}/${to}`)
  return { key, as, from, to, num, den }
}

export function unsigned(key: string, from: number, to: number, num = 1, den = 1): Field {
  return field('unsigned', key, from, to, num, den)
}

/** Two's complement. */
export function signed(key: string, from: number, to: number, num = 1, den = 1): Field {
  return field('signed', key, from, to, num, den)
}

/** Three bits a digit, as text: a code, not a number. */
export function octal(key: string, from: number, to: number): Field {
  return field('octal', key, from, to)
}

/** Eight bits a character. */
export function ascii(key: string, from: number, to: number): Field {
  return field('ascii', key, from, to)
}

/** Six bits a character, the last six of IA-5: codes 0 to 31 are `@` to `_`, 32 to 63 blank to `?`. Blanks at the end are kept. */
export function ia5(key: string, from: number, to: number): Field {
  return field('ia5', key, from, to)
}

/** Bits without a meaning of their own here, or an address: capital hexadecimal digits. */
export function hex(key: string, from: number, to: number): Field {
  return field('hex', key, from, to)
}

export function when(key: string, is: number, there: Field): Field {
  return { ...there, when: { key, is } }
}

/** Several fields in a fixed number of octets: an object. */
export function fixed(bytes: number, fields: readonly Field[]): FixedForm {
  return { form: 'fixed', bytes, fields }
}

/** One field over all octets: its bare value. */
export function value(bytes: number, only: Field): ValueForm {
  return { form: 'value', bytes, field: only }
}

/** Octets of seven bits and a bit that says whether another follows. Octets beyond the last part known are kept as `further`. */
export function extended(parts: readonly (readonly Field[])[]): ExtendedForm {
  return { form: 'extended', parts }
}

/** An octet that counts, then so many. */
export function repeated(of: FixedForm | ValueForm): RepeatedForm {
  return { form: 'repeated', of }
}

/** Groups of octets whose last bit says whether another group follows. */
export function chained(bytes: number, fields: readonly Field[]): ChainedForm {
  return { form: 'chained', bytes, fields }
}

/** A field specification of its own, then the subfields it names. */
export function compound(subs: readonly Item[]): CompoundForm {
  return { form: 'compound', subs }
}

/** An octet with the length, itself counted, then octets that are kept as they are: hexadecimal digits. */
export function explicit(): ExplicitForm {
  return { form: 'explicit' }
}

/**
 * An explicit item whose octets have a meaning: one octet whose eight bits name the subfields (no chaining), then those. What does not
 * follow it to the last octet is kept as hexadecimal digits, for these fields have editions of their own.
 */
export function expansion(subs: readonly Item[]): ExpansionForm {
  return { form: 'expansion', subs }
}

export function item(frn: number, key: string, title: string, form: Form): Item {
  return { frn, key, title, form }
}

export function sub(frn: number, key: string, title: string, form: Form): Item {
  return { frn, key, title, form }
}

export function category(number: number, edition: string, items: readonly Item[]): CategoryTable {
  return { category: number, edition, items }
}

/** Bits that no field covers, highest first, as [from, to]. */
export function spareBits(bytes: number, fields: readonly Field[], lowest = 1): readonly (readonly [number, number])[] {
  const gaps: [number, number][] = []
  let next = bytes * 8
  for (const { from, to } of fields.toSorted((a, b) => b.from - a.from)) {
    if (from > next) continue
    if (from < next) gaps.push([next, from + 1])
    next = to - 1
  }
  if (next >= lowest) gaps.push([next, lowest])
  return gaps
}
