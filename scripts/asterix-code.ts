/**
 * Makes a decoder from the table of a category: types and straight-line reading, so that the engine's compiler sees fixed shapes and
 * constants instead of a table to walk. `npm run generate` writes the files, a test compares them with what the tables give.
 */
import { assert } from '../src/base/assert.ts'
import { spareBits } from '../src/wire/asterix/table.ts'
import type {
  CategoryTable,
  ChainedForm,
  CompoundForm,
  ExpansionForm,
  ExtendedForm,
  Field,
  FixedForm,
  Item,
  RepeatedForm,
  ValueForm,
} from '../src/wire/asterix/table.ts'

type Made = { readonly lines: string[]; readonly table: CategoryTable; readonly prefix: string }

/** The text of one file. prefix: name of the record and its types, as `Cat048`. */
export function asterixCode(table: CategoryTable, prefix: string): string {
  const made: Made = { lines: [], table, prefix }
  for (const item of table.items) emitItem(made, item, prefix, `I${String(table.category).padStart(3, '0')}/${numberOf(item.key)}`)
  emitRecord(made)
  const body = made.lines.join('\n')
  const names = ['asciiOf', 'decline', 'hexOf', 'ia5Of', 'octalOf', 'short', 'takeCount', 'takeExplicit', 'takeExtents'].filter((name) =>
    body.includes(`${name}(`),
  )
  return [
    `// Made by npm run generate from the table of category ${table.category} ed. ${table.edition}. Change the table, not this file.`,
    `import { ${names.join(', ')} } from '../cursor.ts'`,
    `import type { Cursor } from '../cursor.ts'`,
    '',
    body,
    '',
  ].join('\n')
}

function numberOf(key: string): string {
  return /^i\d{3}/.test(key) ? key.slice(1, 4) : key.toUpperCase()
}

function capital(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1)
}

/** What TypeScript calls the value of an item. */
function typeName(item: Item, owner: string): string {
  switch (item.form.form) {
    case 'explicit':
      return 'string'
    case 'value':
      return typeOf(item.form.field)
    case 'repeated':
      return `readonly ${item.form.of.form === 'value' ? typeOf(item.form.of.field) : owner + capital(item.key)}[]`
    case 'chained':
      return `readonly ${isBare(item.form) ? 'number' : owner + capital(item.key)}[]`
    case 'fixed':
    case 'extended':
    case 'compound':
      return owner + capital(item.key)
    case 'expansion':
      return `${owner}${capital(item.key)} | string`
  }
}

function typeOf(field: Field): 'number' | 'string' {
  return field.as === 'unsigned' || field.as === 'signed' ? 'number' : 'string'
}

function isBare(form: ChainedForm): boolean {
  return form.fields.length === 1 && form.fields[0]?.key === ''
}

function emitItem(made: Made, item: Item, owner: string, name: string): void {
  const type = typeName(item, owner)
  const reader = `read${owner}${capital(item.key)}`
  const start = (): void => {
    made.lines.push(`/** ${name} ${item.title} */`, `function ${reader}(c: Cursor): ${type} | undefined {`)
  }
  switch (item.form.form) {
    case 'explicit':
      start()
      made.lines.push(`  return takeExplicit(c, '${name}')`, '}', '')
      return
    case 'value':
      start()
      emitValue(made, item.form, name)
      return
    case 'fixed':
      emitFieldsType(
        made,
        `${owner}${capital(item.key)}`,
        `${name} ${item.title}`,
        item.form.fields.map((field) => [field, field.when !== undefined]),
        hasSpare(item.form),
      )
      start()
      emitFixed(made, item.form, name)
      return
    case 'extended':
      emitFieldsType(
        made,
        type,
        `${name} ${item.title}`,
        item.form.parts.flatMap((part, i) => part.map((field) => [field, i > 0] as const)),
        extendedSpare(item.form),
        true,
      )
      start()
      emitExtended(made, item.form, name)
      return
    case 'repeated':
      emitRepeatedType(made, item.form, owner + capital(item.key), `${name} ${item.title}`)
      start()
      emitRepeated(made, item.form, type, name)
      return
    case 'chained':
      if (!isBare(item.form))
        emitFieldsType(
          made,
          owner + capital(item.key),
          `${name} ${item.title}`,
          item.form.fields.map((field) => [field, false]),
          chainedSpare(item.form).length > 0,
        )
      start()
      emitChained(made, item.form, type, name)
      return
    case 'compound':
      for (const each of item.form.subs) emitItem(made, each, owner + capital(item.key), `${name}#${each.frn}`)
      emitItemsType(made, type, `${name} ${item.title}`, item.form.subs)
      start()
      emitCompound(made, item.form, type, name)
      return
    case 'expansion':
      emitExpansion(made, item.form, item, owner, name)
  }
}

function hasSpare(form: FixedForm): boolean {
  return spareBits(form.bytes, form.fields).length > 0
}

function extendedSpare(form: ExtendedForm): boolean {
  return form.parts.some((part) => spareBits(1, part, 2).length > 0)
}

function chainedSpare(form: ChainedForm): readonly (readonly [number, number])[] {
  return spareBits(form.bytes, form.fields, 2)
}

function emitFieldsType(
  made: Made,
  type: string,
  title: string,
  fields: readonly (readonly [Field, boolean])[],
  spare: boolean,
  further = false,
): void {
  made.lines.push(`/** ${title} */`, `export type ${type} = {`)
  const seen = new Set<string>()
  for (const [field, optional] of fields) {
    assert(!seen.has(field.key), `${type}: ${field.key} twice`)
    seen.add(field.key)
    made.lines.push(`  readonly ${field.key}${optional ? '?' : ''}: ${typeOf(field)}${optional ? ' | undefined' : ''}`)
  }
  if (further) made.lines.push('  readonly further?: string | undefined')
  if (spare) made.lines.push('  readonly spareBits?: number | undefined')
  made.lines.push('}')
}

/** Reads the contents with a cursor of their own, so that a fault in them is none of the record. */
function emitExpansion(made: Made, form: ExpansionForm, item: Item, owner: string, name: string): void {
  const type = owner + capital(item.key)
  for (const each of form.subs) emitItem(made, each, type, `${name}#${each.frn}`)
  emitItemsType(made, type, `${name} ${item.title}`, form.subs, false)
  let unused = 0xff
  for (const { frn } of form.subs) unused &= ~(0x80 >> (frn - 1))
  made.lines.push(`function read${type}Contents(c: Cursor): ${type} | undefined {`)
  made.lines.push(`  if (c.at >= c.end) return short(c, '${name}')`, '  const f1 = c.bytes[c.at++]!')
  if (unused !== 0)
    made.lines.push(
      `  if ((f1 & 0x${unused.toString(16)}) !== 0) return decline(c, 'unused-field', c.at - 1, '${name} has a field that the edition does not use')`,
    )
  made.lines.push('  return {')
  for (const each of form.subs)
    made.lines.push(
      `    ${each.key}: (f1 & 0x${(0x80 >> (each.frn - 1)).toString(16)}) !== 0 ? read${type}${capital(each.key)}(c) : undefined,`,
    )
  made.lines.push('  }', '}', '')
  made.lines.push(`/** ${name} ${item.title} */`, `function read${type}(c: Cursor): ${type} | string | undefined {`)
  made.lines.push('  const at = c.at', `  const kept = takeExplicit(c, '${name}')`, '  if (kept === undefined) return undefined')
  made.lines.push(
    '  const inner: Cursor = { bytes: c.bytes, at: at + 1, end: c.at, fault: undefined }',
    `  const contents = read${type}Contents(inner)`,
  )
  made.lines.push('  return contents !== undefined && inner.fault === undefined && inner.at === inner.end ? contents : kept', '}', '')
}

function emitItemsType(made: Made, type: string, title: string, items: readonly Item[], specification = true): void {
  const owner = type
  made.lines.push(`/** ${title} */`, `export type ${type} = {`)
  const seen = new Set<string>()
  for (const item of items) {
    assert(!seen.has(item.key), `${type}: ${item.key} twice`)
    seen.add(item.key)
    made.lines.push(`  /** ${item.title} */`, `  readonly ${item.key}?: ${typeName(item, owner)} | undefined`)
  }
  if (specification) made.lines.push('  readonly fspecBytes?: number | undefined')
  made.lines.push('}')
}

function emitValue(made: Made, form: ValueForm, name: string): void {
  emitNeed(made, form.bytes, name)
  made.lines.push(`  return ${valueOf(form.field, form.bytes, 'p')}`, '}', '')
}

function emitNeed(made: Made, bytes: number, name: string): void {
  made.lines.push(
    '  const p = c.at',
    `  if (p + ${bytes} > c.end) return short(c, '${name}')`,
    `  c.at = p + ${bytes}`,
    '  const b = c.bytes',
  )
}

/** Members of the object literal of some fields. */
function members(form: FixedForm, at: string): string[] {
  const out = form.fields.map((field) => {
    const read = valueOf(field, form.bytes, at)
    if (field.when === undefined) return `${field.key}: ${read},`
    const key = form.fields.find((other) => other.key === field.when?.key)
    assert(key !== undefined, `${field.key} hangs on an unknown field`)
    return `${field.key}: ${codeOf(key, form.bytes, at)} === ${field.when.is} ? ${read} : undefined,`
  })
  const gaps = spareBits(form.bytes, form.fields)
  if (gaps.length > 0) out.push(`spareBits: ${spareOf(gaps, form.bytes, at)} || undefined,`)
  return out
}

function spareOf(gaps: readonly (readonly [number, number])[], bytes: number, at: string): string {
  let text = ''
  let total = 0
  for (const [from, to] of gaps) {
    const width = from - to + 1
    total += width
    const read = codeOf({ key: '', as: 'unsigned', from, to, num: 1, den: 1 }, bytes, at)
    text = text === '' ? read : `((${text} << ${width}) | ${read})`
  }
  assert(total <= 31, 'more spare bits than one number holds')
  return `(${text})`
}

function emitFixed(made: Made, form: FixedForm, name: string): void {
  emitNeed(made, form.bytes, name)
  made.lines.push('  return {', ...members(form, 'p').map((line) => `    ${line}`), '  }', '}', '')
}

function emitExtended(made: Made, form: ExtendedForm, name: string): void {
  const known = form.parts.length
  made.lines.push(
    '  const p = c.at',
    `  const n = takeExtents(c, '${name}')`,
    '  if (n === 0) return undefined',
    '  const b = c.bytes',
    '  return {',
  )
  for (const [i, part] of form.parts.entries()) {
    const at = i === 0 ? 'p' : `p + ${i}`
    for (const field of part) {
      assert(field.when === undefined && field.to > 1 && field.from <= 8, `${name}: ${field.key}`)
      const read = valueOf(field, 1, at)
      made.lines.push(`    ${field.key}: ${i === 0 ? read : `n > ${i} ? ${read} : undefined`},`)
    }
  }
  made.lines.push(`    further: n > ${known} ? hexOf(b, p + ${known}, n - ${known}) : undefined,`)
  if (extendedSpare(form)) made.lines.push(`    spareBits: ${extendedSpareOf(form)} || undefined,`)
  made.lines.push('  }', '}', '')
}

/** Spare bits of all parts side by side, those of an absent part as 0. */
function extendedSpareOf(form: ExtendedForm): string {
  let text = ''
  let total = 0
  for (const [i, part] of form.parts.entries()) {
    for (const [from, to] of spareBits(1, part, 2)) {
      const width = from - to + 1
      total += width
      const read = codeOf({ key: '', as: 'unsigned', from, to, num: 1, den: 1 }, 1, i === 0 ? 'p' : `p + ${i}`)
      const there = i === 0 ? read : `(n > ${i} ? ${read} : 0)`
      text = text === '' ? there : `((${text} << ${width}) | ${there})`
    }
  }
  assert(total <= 31, 'more spare bits than one number holds')
  return `(${text})`
}

function emitRepeatedType(made: Made, form: RepeatedForm, type: string, title: string): void {
  if (form.of.form === 'value') return
  emitFieldsType(
    made,
    type,
    title,
    form.of.fields.map((field) => [field, field.when !== undefined]),
    hasSpare(form.of),
  )
}

function emitRepeated(made: Made, form: RepeatedForm, type: string, name: string): void {
  const { bytes } = form.of
  made.lines.push(
    `  const n = takeCount(c, ${bytes}, '${name}')`,
    '  if (c.fault !== undefined) return undefined',
    '  const b = c.bytes',
    '  let p = c.at',
  )
  made.lines.push(`  const out: ${type.replace('readonly ', '')} = []`, `  for (let i = 0; i < n; i++, p += ${bytes}) {`)
  if (form.of.form === 'value') made.lines.push(`    out.push(${valueOf(form.of.field, bytes, 'p')})`)
  else made.lines.push('    out.push({', ...members(form.of, 'p').map((line) => `      ${line}`), '    })')
  made.lines.push('  }', '  c.at = p', '  return out', '}', '')
}

function emitChained(made: Made, form: ChainedForm, type: string, name: string): void {
  const { bytes, fields } = form
  const gaps = chainedSpare(form)
  made.lines.push('  const b = c.bytes', `  const out: ${type.replace('readonly ', '')} = []`, '  let p = c.at', '  do {')
  made.lines.push(`    if (p + ${bytes} > c.end) return short(c, '${name}')`)
  if (isBare(form)) made.lines.push(`    out.push(${valueOf(fields[0] as Field, bytes, 'p')})`)
  else {
    made.lines.push('    out.push({', ...fields.map((field) => `      ${field.key}: ${valueOf(field, bytes, 'p')},`))
    if (gaps.length > 0) made.lines.push(`      spareBits: ${spareOf(gaps, bytes, 'p')} || undefined,`)
    made.lines.push('    })')
  }
  made.lines.push(`    p += ${bytes}`, '  } while ((b[p - 1]! & 1) === 1)', '  c.at = p', '  return out', '}', '')
}

/** Reads a field specification into f1, f2, …, 0 where absent; leaves `p` before it and `q` behind it. */
function emitSpecification(made: Made, items: readonly Item[], name: string): void {
  const octets = specificationOctets(items)
  const { lines } = made
  lines.push('  const b = c.bytes', '  const p = c.at', `  if (p >= c.end) return short(c, '${name}')`, '  const f1 = b[p]!')
  lines.push(octets === 1 ? '  const q = p + 1' : '  let q = p + 1')
  for (let k = 2; k <= octets; k++) {
    lines.push(
      `  let f${k} = 0`,
      `  if ((f${k - 1} & 1) === 1) {`,
      `    if (q >= c.end) return short(c, '${name}')`,
      `    f${k} = b[q++]!`,
      '  }',
    )
  }
  lines.push(
    `  if ((f${octets} & 1) === 1) return decline(c, 'field-specification', q - 1, '${name} has more field specification than the edition knows')`,
  )
  for (let k = 1; k <= octets; k++) {
    let unused = 0
    for (let bit = 0; bit < 7; bit++) if (!items.some((item) => item.frn === (k - 1) * 7 + bit + 1)) unused |= 0x80 >> bit
    if (unused !== 0)
      lines.push(
        `  if ((f${k} & 0x${unused.toString(16)}) !== 0) return decline(c, 'unused-field', p + ${k - 1}, '${name} has a field that the edition does not use')`,
      )
  }
  lines.push('  c.at = q')
}

function specificationOctets(items: readonly Item[]): number {
  return Math.ceil(Math.max(...items.map((item) => item.frn)) / 7)
}

function emitMembers(made: Made, items: readonly Item[], owner: string): void {
  for (const item of items.toSorted((a, b) => a.frn - b.frn)) {
    const octet = Math.ceil(item.frn / 7)
    const bit = 0x80 >> ((item.frn - 1) % 7)
    made.lines.push(`    ${item.key}: (f${octet} & 0x${bit.toString(16)}) !== 0 ? read${owner}${capital(item.key)}(c) : undefined,`)
  }
  // Octets without a field at the end are allowed, and kept so that what was sent can be sent again.
  made.lines.push('    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,')
}

function emitCompound(made: Made, form: CompoundForm, type: string, name: string): void {
  emitSpecification(made, form.subs, name)
  made.lines.push('  return {')
  emitMembers(made, form.subs, type)
  made.lines.push('  }', '}', '')
}

function emitRecord(made: Made): void {
  const { table, prefix, lines } = made
  const type = `${prefix}Record`
  lines.push(`/** A record of category ${table.category} ed. ${table.edition}. */`, `export type ${type} = {`)
  for (const item of table.items) {
    lines.push(`  /** ${item.title} */`, `  readonly ${item.key}?: ${typeName(item, prefix)} | undefined`)
  }
  lines.push('  readonly fspecBytes?: number | undefined', '}', '')
  const name = `a record of category ${table.category}`
  lines.push(
    '/** The record at the cursor; undefined after a fault, which the cursor then holds. */',
    `export function read${prefix}(c: Cursor): ${type} | undefined {`,
  )
  emitSpecification(made, table.items, name)
  const octets = specificationOctets(table.items)
  const any = Array.from({ length: octets }, (_, k) => `f${k + 1}`).join(' | ')
  lines.push(`  if (((${any}) & 0xfe) === 0) return decline(c, 'empty-record', p, '${name} has no items')`)
  lines.push('  const record = {')
  emitMembers(made, table.items, prefix)
  lines.push('  }', '  return c.fault === undefined ? record : undefined', '}')
}

// ---- fields ----

/** The bits of a field as a number without sign. */
function codeOf(field: Field, bytes: number, at: string): string {
  const { from, to } = field
  const width = from - to + 1
  const first = bytes - 1 - ((from - 1) >> 3)
  const last = bytes - 1 - ((to - 1) >> 3)
  const shift = (to - 1) & 7
  assert(last - first <= 3, `${field.key}: a number over more than four octets`)
  const joined = octets(at, first, last)
  const shifted = shift === 0 ? joined : `(${joined} ${last - first === 3 ? '>>>' : '>>'} ${shift})`
  if (width + shift === (last - first + 1) * 8) return width === 32 ? `(${joined} >>> 0)` : shifted
  return `(${shifted} & 0x${(2 ** width - 1).toString(16)})`
}

function plus(at: string, offset: number): string {
  const [base = at, more = '0'] = at.split(' + ')
  const total = Number(more) + offset
  return total === 0 ? base : `${base} + ${total}`
}

function octets(at: string, first: number, last: number): string {
  const parts: string[] = []
  for (let i = first; i <= last; i++) {
    const shift = (last - i) * 8
    const octet = `b[${plus(at, i)}]!`
    parts.push(shift === 0 ? octet : `(${octet} << ${shift})`)
  }
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' | ')})`
}

function signedOf(field: Field, bytes: number, at: string): string {
  const { from, to } = field
  const width = from - to + 1
  const first = bytes - 1 - ((from - 1) >> 3)
  const last = bytes - 1 - ((to - 1) >> 3)
  const shift = (to - 1) & 7
  assert(last - first <= 3 && width <= 32, `${field.key}: a signed field over more than four octets`)
  const joined = octets(at, first, last)
  if (width === 32) return last === first ? joined : `(${joined} | 0)`
  return `((${joined} << ${32 - shift - width}) >> ${32 - width})`
}

/** The value of a field as an expression over the octets `b` from `at`. */
function valueOf(field: Field, bytes: number, at: string): string {
  const width = field.from - field.to + 1
  const first = bytes - 1 - ((field.from - 1) >> 3)
  const aligned = (field.to - 1) % 8 === 0 && width % 8 === 0
  switch (field.as) {
    case 'unsigned':
      return scaled(codeOf(field, bytes, at), field)
    case 'signed':
      return scaled(signedOf(field, bytes, at), field)
    case 'octal':
      assert(width % 3 === 0, `${field.key}: octal digits have three bits`)
      return `octalOf(${codeOf(field, bytes, at)}, ${width / 3})`
    case 'ascii':
    case 'hex':
      assert(aligned, `${field.key}: not on octets`)
      return `${field.as}Of(b, ${plus(at, first)}, ${width / 8})`
    case 'ia5':
      assert(aligned && width % 24 === 0, `${field.key}: not on four characters`)
      return `ia5Of(b, ${plus(at, first)}, ${width / 8})`
  }
}

function scaled(code: string, field: Field): string {
  const times = field.num === 1 ? code : `(${code} * ${field.num})`
  return field.den === 1 ? times : `${times} / ${field.den}`
}
