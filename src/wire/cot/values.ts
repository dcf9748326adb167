import { utcFields, utcMs } from '../utc.ts'

/** How an attribute's text is a value. A text that is none of its kind leaves the whole element as it came. */
export type ValueKind = 'text' | 'number' | 'integer' | 'boolean' | 'time'
export type ValueOf<K extends ValueKind> = K extends 'text' ? string : K extends 'boolean' ? boolean : number

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/
const INTEGER = /^[+-]?\d{1,16}$/

export function readValue(kind: ValueKind, text: string): string | number | boolean | undefined {
  switch (kind) {
    case 'text':
      return text
    case 'number':
      return readNumber(text)
    case 'integer':
      return INTEGER.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined
    case 'time':
      return readTime(text)
  }
}

export function writeValue(kind: ValueKind, value: string | number | boolean): string {
  if (kind === 'time') return writeTime(value as number)
  return typeof value === 'number' ? writeNumber(value) : String(value)
}

/** A finite decimal; undefined: none. */
export function readNumber(text: string): number | undefined {
  if (!NUMBER.test(text)) return undefined
  const value = Number(text)
  return value - value === 0 ? value : undefined
}

/** The shortest decimal that reads back as the same number, never with an exponent, which the schema's decimals do not allow. */
export function writeNumber(value: number): string {
  const text = String(value)
  const e = text.indexOf('e')
  if (e < 0) return text
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '', part = ''] = text.slice(sign.length, e).split('.')
  const digits = whole + part
  const point = whole.length + Number(text.slice(e + 1))
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.padEnd(point, '0').slice(0, point)}${digits.length > point ? `.${digits.slice(point)}` : ''}`
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,12}))?(?:Z|([+-])(\d\d):(\d\d))$/

/** UTC ms since the epoch, to the microsecond; undefined: not a time with its zone between 1970 and 9999. */
export function readTime(text: string): number | undefined {
  const match = TIME.exec(text)
  if (match === null) return undefined
  const micro = match[7] === undefined ? 0 : Number(match[7].padEnd(6, '0').slice(0, 6))
  const at = utcMs({
    year: Number(match[1]),
    month: Number(match[2]),
    day: Number(match[3]),
    hour: Number(match[4]),
    minute: Number(match[5]),
    second: Number(match[6]),
    millisecond: Math.floor(micro / 1000),
  })
  if (at === undefined) return undefined
  const zoneMs = match[8] === undefined ? 0 : (Number(match[9]) * 60 + Number(match[10])) * 60_000
  const utc = match[8] === '-' ? at + zoneMs : at - zoneMs
  return utc >= 0 && utc <= LAST_MS ? utc + (micro % 1000) / 1000 : undefined
}

/** 9999-12-31T23:59:59.999Z. */
export const LAST_MS = 253_402_300_799_999

/** Three digits of a second, or six where there are microseconds. */
export function writeTime(atMs: number): string {
  const wholeMs = Math.floor(atMs)
  const micro = Math.round((atMs - wholeMs) * 1000)
  const { year, month, day, hour, minute, second, millisecond } = utcFields(micro === 1000 ? wholeMs + 1 : wholeMs)
  const rest = micro > 0 && micro < 1000 ? String(micro).padStart(3, '0') : ''
  const two = (value: number): string => (value < 10 ? `0${value}` : String(value))
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}.${String(millisecond).padStart(3, '0')}${rest}Z`
}
