import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { utcFields, utcMs } from '../utc.ts'

/**
 * One SBS-1 (BaseStation) line, 22 comma fields:
 *
 *   1 MSG          2 type 1..8        3, 4, 6 session, aircraft, flight numbers     5 address
 *   7, 8 date and time made           9, 10 date and time logged
 *   11 call sign   12 altitude ft     13 ground speed kt   14 track deg   15 lat deg   16 lon deg
 *   17 vertical rate ft/min           18 squawk   19 alert   20 emergency   21 ident   22 on ground
 *
 * An empty field was not in this message; flags are 0, 1 or -1 (both true), or empty. The times carry no zone: they are read as
 * UTC (readsb's are), and a feeder on local time shows up as a constant clock offset.
 *
 * Source: readsb's output on port 30003; the field list as commonly published for BaseStation.
 */
export type SbsLine = {
  readonly type: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
  /** Six hexadecimal digits in lower case; `~` in front where it is no ICAO address. */
  readonly address: string
  readonly madeMs: number | undefined
  readonly callsign: string | undefined
  /** Pressure altitude. */
  readonly altPressFt: number | undefined
  readonly speedKt: number | undefined
  readonly trackDeg: number | undefined
  readonly latDeg: number | undefined
  readonly lonDeg: number | undefined
  readonly climbFtPerMin: number | undefined
  readonly squawk: string | undefined
  readonly emergency: boolean | undefined
  readonly onGround: boolean | undefined
}

const FIELDS = 22
const MAX_LINE_BYTES = 512
/** SEL, ID, AIR, STA and CLK lines tell a display's own business. */
const OTHER_LINES = new Set(['SEL', 'ID', 'AIR', 'STA', 'CLK'])

/** undefined for a line kind that carries no report. */
export function decodeSbsLine(bytes: Uint8Array): SbsLine | Reject | undefined {
  if (bytes.length > MAX_LINE_BYTES) return reject('sbs-length', MAX_LINE_BYTES, `a line has at most ${MAX_LINE_BYTES} bytes`)
  const fields = String.fromCharCode(...bytes).split(',')
  if (OTHER_LINES.has(fields[0] ?? '')) return undefined
  if (fields[0] !== 'MSG') return reject('sbs-kind', 0, 'a line begins with MSG')
  if (fields.length !== FIELDS) return reject('sbs-fields', bytes.length, `a line has ${FIELDS} fields, not ${fields.length}`)
  const type = numberOf(fields, 1, 1, 8)
  const address = /^~?[0-9A-F]{6}$/i.test(fields[4] ?? '') ? (fields[4] ?? '').toLowerCase() : undefined
  if (typeof type !== 'number' || !isType(type)) return reject('sbs-type', 4, 'the type is a number from 1 to 8')
  if (address === undefined) return reject('sbs-address', fieldAt(fields, 4), 'the address has six hexadecimal digits')
  return decodeFields(fields, type, address)
}

function decodeFields(fields: readonly string[], type: SbsLine['type'], address: string): SbsLine | Reject {
  const altPressFt = numberOf(fields, 11, -2000, 200_000)
  const speedKt = numberOf(fields, 12, 0, 10_000)
  const trackDeg = numberOf(fields, 13, -360, 360)
  const latDeg = numberOf(fields, 14, -90, 90)
  const lonDeg = numberOf(fields, 15, -180, 180)
  const climbFtPerMin = numberOf(fields, 16, -100_000, 100_000)
  for (const value of [altPressFt, speedKt, trackDeg, latDeg, lonDeg, climbFtPerMin]) if (typeof value === 'object') return value
  const callsign = (fields[10] ?? '').trim()
  const squawk = fields[17] ?? ''
  return {
    type,
    address,
    madeMs: timeOf(fields[6] ?? '', fields[7] ?? ''),
    callsign: callsign === '' ? undefined : callsign.slice(0, 8),
    altPressFt: altPressFt as number | undefined,
    speedKt: speedKt as number | undefined,
    trackDeg: trackDeg as number | undefined,
    latDeg: latDeg as number | undefined,
    lonDeg: lonDeg as number | undefined,
    climbFtPerMin: climbFtPerMin as number | undefined,
    squawk: /^[0-7]{4}$/.test(squawk) ? squawk : undefined,
    emergency: flagOf(fields[19]),
    onGround: flagOf(fields[21]),
  }
}

/** The line without its CR LF. */
export function encodeSbsLine(line: SbsLine): string {
  const at = line.madeMs === undefined ? ['', ''] : dateAndTime(line.madeMs)
  const number = (value: number | undefined, decimals: number): string => (value === undefined ? '' : value.toFixed(decimals))
  const flag = (value: boolean | undefined): string => (value === undefined ? '' : value ? '-1' : '0')
  const values = [
    line.callsign ?? '',
    number(line.altPressFt, 0),
    number(line.speedKt, 1),
    number(line.trackDeg, 1),
    number(line.latDeg, 6),
    number(line.lonDeg, 6),
    number(line.climbFtPerMin, 0),
    line.squawk ?? '',
  ]
  return [
    'MSG',
    line.type,
    1,
    1,
    line.address.toUpperCase(),
    1,
    ...at,
    ...at,
    ...values,
    '',
    flag(line.emergency),
    '',
    flag(line.onGround),
  ].join(',')
}

function isType(type: number): type is SbsLine['type'] {
  return type === Math.floor(type)
}

/** undefined: empty; a reject: no number, or out of its range. */
function numberOf(fields: readonly string[], index: number, least: number, most: number): number | undefined | Reject {
  const text = (fields[index] ?? '').trim()
  if (text === '') return undefined
  const value = /^[+-]?\d{1,9}(\.\d{1,12})?$/.test(text) ? Number(text) : undefined
  if (value === undefined || value < least || value > most)
    return reject('sbs-number', fieldAt(fields, index), `field ${index + 1} is a number from ${least} to ${most}`)
  return value
}

function flagOf(text: string | undefined): boolean | undefined {
  if (text === '-1' || text === '1') return true
  return text === '0' ? false : undefined
}

function timeOf(date: string, time: string): number | undefined {
  const match = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?$/.exec(`${date} ${time}`)
  if (match === null) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number)
  const millisecond = Number((match[7] ?? '0').padEnd(3, '0'))
  return utcMs({
    year: year ?? 0,
    month: month ?? 0,
    day: day ?? 0,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: second ?? 0,
    millisecond,
  })
}

function dateAndTime(atMs: number): [string, string] {
  const at = utcFields(atMs)
  const two = (value: number): string => String(value).padStart(2, '0')
  return [
    `${String(at.year).padStart(4, '0')}/${two(at.month)}/${two(at.day)}`,
    `${two(at.hour)}:${two(at.minute)}:${two(at.second)}.${String(at.millisecond).padStart(3, '0')}`,
  ]
}

/** Byte offset at which field `index` begins. */
function fieldAt(fields: readonly string[], index: number): number {
  let at = 0
  for (let i = 0; i < index; i++) at += (fields[i]?.length ?? 0) + 1
  return at
}
