import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { spareBits } from './table.ts'
import type { Field } from './table.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * How an item of octets that chain is written.
 *
 * absent      keys of fields that lie in parts not sent
 * chainEvery  octets after which a last bit says whether more follow: that bit is nobody's
 */
export type Chaining = { readonly absent: ReadonlySet<string>; readonly chainEvery: number }

/** Writes the octets of some fields, and their spare bits, to `out`. */
export function encodeFields(
  bytes: number,
  fields: readonly Field[],
  given: Fields,
  path: string,
  out: number[],
  chaining?: Chaining,
): Reject | undefined {
  const octets = new Uint8Array(bytes)
  const unknown = Object.keys(given).find((key) => key !== 'spareBits' && key !== 'further' && !fields.some((field) => field.key === key))
  if (unknown !== undefined) return reject('unknown-field', 0, `${path}.${unknown} is not in the table`)
  for (const field of fields) {
    const value = given[field.key]
    const place = field.key === '' ? path : `${path}.${field.key}`
    const expected = chaining?.absent.has(field.key) !== true && (field.when === undefined || given[field.when.key] === field.when.is)
    if (!expected && value !== undefined) return reject('unexpected-field', 0, `${place} has no place beside the other fields`)
    if (!expected) continue
    const fault = putField(octets, field, value, place)
    if (fault !== undefined) return fault
  }
  const spare = given['spareBits']
  if (spare !== undefined) {
    const gaps = gapsOf(bytes, fields, chaining)
    const width = gaps.reduce((sum, [from, to]) => sum + from - to + 1, 0)
    if (typeof spare !== 'number' || !Number.isInteger(spare) || spare < 0 || spare >= powerOfTwo(width))
      return reject('spare-bits', 0, `${path}.spareBits has ${width} bits`)
    let left = spare
    for (const [from, to] of gaps.toReversed()) {
      const size = powerOfTwo(from - to + 1)
      putBits(octets, from, to, left % size)
      left = Math.floor(left / size)
    }
  }
  out.push(...octets)
  return undefined
}

function gapsOf(bytes: number, fields: readonly Field[], chaining: Chaining | undefined): readonly (readonly [number, number])[] {
  if (chaining === undefined) return spareBits(bytes, fields)
  const chainBits: Field[] = []
  for (let octet = 0; octet < bytes; octet += chaining.chainEvery)
    chainBits.push({ key: '', as: 'unsigned', from: octet * 8 + 1, to: octet * 8 + 1, num: 1, den: 1 })
  return spareBits(bytes, [...fields, ...chainBits])
}

function putField(octets: Uint8Array, field: Field, value: unknown, path: string): Reject | undefined {
  const width = field.from - field.to + 1
  switch (field.as) {
    case 'unsigned':
    case 'signed':
      return putNumber(octets, field, value, path)
    case 'octal': {
      const digits = width / 3
      if (typeof value !== 'string' || value.length !== digits || !/^[0-7]+$/.test(value))
        return reject('not-octal', 0, `${path} is ${digits} octal digits`)
      putBits(octets, field.from, field.to, Number.parseInt(value, 8))
      return undefined
    }
    case 'hex': {
      if (typeof value !== 'string' || value.length !== width / 4 || !/^[0-9A-Fa-f]+$/.test(value))
        return reject('not-hex', 0, `${path} is ${width / 4} hexadecimal digits`)
      for (let i = 0; i < width / 8; i++)
        putBits(octets, field.from - 8 * i, field.from - 8 * i - 7, Number.parseInt(value.slice(2 * i, 2 * i + 2), 16))
      return undefined
    }
    case 'ascii':
    case 'ia5':
      return putText(octets, field, value, path)
  }
}

function putNumber(octets: Uint8Array, field: Field, value: unknown, path: string): Reject | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return reject('not-a-number', 0, `${path} is a number`)
  const codes = powerOfTwo(field.from - field.to + 1)
  const code = Math.round((value * field.den) / field.num)
  const lowest = field.as === 'signed' ? -codes / 2 : 0
  if (code < lowest || code >= lowest + codes)
    return reject(
      'out-of-range',
      0,
      `${path} is ${value}; it goes from ${(lowest * field.num) / field.den} to ${((lowest + codes - 1) * field.num) / field.den}`,
    )
  putBits(octets, field.from, field.to, code < 0 ? code + codes : code)
  return undefined
}

/** Shorter text is filled with blanks. */
function putText(octets: Uint8Array, field: Field, value: unknown, path: string): Reject | undefined {
  const bits = field.as === 'ascii' ? 8 : 6
  const length = (field.from - field.to + 1) / bits
  if (typeof value !== 'string' || value.length > length) return reject('not-text', 0, `${path} is text of at most ${length} characters`)
  for (let i = 0; i < length; i++) {
    const character = i < value.length ? value.charCodeAt(i) : 0x20
    const sound = bits === 8 ? character <= 0xff : character >= 0x20 && character <= 0x5f
    if (!sound) return reject('not-text', 0, `${path} has a character that ${bits} bits do not hold`)
    putBits(octets, field.from - bits * i, field.from - bits * (i + 1) + 1, bits === 8 ? character : character & 0x3f)
  }
  return undefined
}

/** Bits from/to, numbered from 1 at the end of the octets. */
function putBits(octets: Uint8Array, from: number, to: number, code: number): void {
  let left = code
  for (let bit = to; bit <= from; bit++) {
    const at = octets.length - 1 - ((bit - 1) >> 3)
    if (left % 2 === 1) octets[at] = (octets[at] ?? 0) | (1 << ((bit - 1) & 7))
    left = Math.floor(left / 2)
  }
}

function powerOfTwo(exponent: number): number {
  let power = 1
  for (let i = 0; i < exponent; i++) power *= 2
  return power
}

/** Octets from hexadecimal digits. */
export function octetsOfHex(value: unknown, path: string): number[] | Reject {
  if (typeof value !== 'string' || value.length % 2 !== 0 || !/^[0-9A-Fa-f]*$/.test(value))
    return reject('not-hex', 0, `${path} is hexadecimal digits, two an octet`)
  const octets: number[] = []
  for (let i = 0; i < value.length; i += 2) octets.push(Number.parseInt(value.slice(i, i + 2), 16))
  return octets
}
