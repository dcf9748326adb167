import { isReject, reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { readDetail, writeDetail } from './detail.ts'
import type { XmlElement } from './element.ts'
import { COT_TYPE, knownM, pointFault } from './message.ts'
import type { CotEvent, CotPoint } from './message.ts'
import { readNumber, readTime, writeNumber, writeTime } from './values.ts'
import { attributeText, writeXml } from './write-xml.ts'

const EVENT_ATTRIBUTES: ReadonlySet<string> = new Set(['version', 'uid', 'type', 'how', 'time', 'start', 'stale', 'access', 'qos', 'opex'])

const POINT_ATTRIBUTES: ReadonlySet<string> = new Set(['lat', 'lon', 'hae', 'ce', 'le'])

/** `<event>` as its schema has it. */
export function readEvent(root: XmlElement): CotEvent | Reject {
  if (root.name !== 'event') return reject('not-an-event', 0, `the root is ${root.name.slice(0, 40)}, not event`)
  const attributes = root.attributes ?? {}
  const { uid, type } = attributes
  if (uid === undefined || uid === '') return missing('uid')
  if (type === undefined) return missing('type')
  if (!COT_TYPE.test(type)) return reject('event-type', 0, `${JSON.stringify(type.slice(0, 60))} is no event type`)
  const timeMs = timeOf(attributes, 'time')
  const startMs = timeOf(attributes, 'start')
  const staleMs = timeOf(attributes, 'stale')
  if (isReject(timeMs)) return timeMs
  if (isReject(startMs)) return startMs
  if (isReject(staleMs)) return staleMs
  const parts = readParts(root)
  if (isReject(parts)) return parts
  const event: Growing = { uid, type, timeMs, startMs, staleMs, point: parts.point }
  if (attributes['version'] !== undefined) event.version = attributes['version']
  if (attributes['how'] !== undefined) event.how = attributes['how']
  if (attributes['access'] !== undefined) event.access = attributes['access']
  if (attributes['qos'] !== undefined) event.qos = attributes['qos']
  if (attributes['opex'] !== undefined) event.opex = attributes['opex']
  if (parts.detail !== undefined) event.detail = parts.detail
  if (parts.others !== undefined) event.others = parts.others
  const more = unknownAttributes(attributes)
  if (more !== undefined) event.attributes = more
  return event
}

/** Filled field by field: this runs for every event. */
type Growing = { -readonly [K in keyof CotEvent]: CotEvent[K] }
type GrowingPoint = { -readonly [K in keyof CotPoint]: CotPoint[K] }

type Parts = {
  readonly point: CotPoint
  readonly detail: CotEvent['detail'] | undefined
  readonly others: readonly XmlElement[] | undefined
}

function readParts(root: XmlElement): Parts | Reject {
  let point: CotPoint | undefined
  let detail: CotEvent['detail']
  const others: XmlElement[] = []
  for (const child of root.children ?? []) {
    if (typeof child === 'string') {
      if (/[^ \t\r\n]/.test(child)) return reject('text-in-event', 0, 'event holds text beside its elements')
    } else if (child.name === 'point') {
      if (point !== undefined) return reject('duplicate-element', 0, 'there are two points')
      const read = readPoint(child)
      if (isReject(read)) return read
      point = read
    } else if (child.name === 'detail') {
      if (detail !== undefined) return reject('duplicate-element', 0, 'there are two details')
      detail = readDetail(child)
    } else others.push(child)
  }
  if (point === undefined) return reject('missing-element', 0, 'event has no point')
  return { point, detail, others: others.length > 0 ? others : undefined }
}

function readPoint({ attributes = {}, children }: XmlElement): CotPoint | Reject {
  for (const name in attributes)
    if (!POINT_ATTRIBUTES.has(name)) return reject('unknown-attribute', 0, `point has no attribute ${name.slice(0, 40)}`)
  if (children?.some((child) => typeof child !== 'string') === true) return reject('unknown-element', 0, 'point has no elements in it')
  const latDeg = readNumber(attributes['lat'] ?? '')
  const lonDeg = readNumber(attributes['lon'] ?? '')
  const hae = readNumber(attributes['hae'] ?? '')
  const ce = readNumber(attributes['ce'] ?? '')
  const le = readNumber(attributes['le'] ?? '')
  if (latDeg === undefined || lonDeg === undefined || hae === undefined || ce === undefined || le === undefined)
    return reject('point-number', 0, 'point needs lat, lon, hae, ce and le, each a decimal number')
  const point: GrowingPoint = { latDeg, lonDeg }
  const haeM = knownM(hae)
  const ceM = knownM(ce)
  const leM = knownM(le)
  if (haeM !== undefined) point.haeM = haeM
  if (ceM !== undefined) point.ceM = ceM
  if (leM !== undefined) point.leM = leM
  const fault = pointFault(point)
  return fault === undefined ? point : reject('point-range', 0, fault)
}

/** The canonical form: `docs/standards/cot.md` says what of a document it keeps. */
export function writeEvent(event: CotEvent): string {
  const { point } = event
  let out = event.version === undefined ? '<event' : `<event version="${attributeText(event.version)}"`
  out += ` uid="${attributeText(event.uid)}" type="${attributeText(event.type)}"`
  if (event.how !== undefined) out += ` how="${attributeText(event.how)}"`
  out += ` time="${writeTime(event.timeMs)}" start="${writeTime(event.startMs)}" stale="${writeTime(event.staleMs)}"`
  if (event.access !== undefined) out += ` access="${attributeText(event.access)}"`
  if (event.qos !== undefined) out += ` qos="${attributeText(event.qos)}"`
  if (event.opex !== undefined) out += ` opex="${attributeText(event.opex)}"`
  for (const [name, value] of Object.entries(event.attributes ?? {})) out += ` ${name}="${attributeText(value)}"`
  out += `><point lat="${writeNumber(point.latDeg)}" lon="${writeNumber(point.lonDeg)}"`
  out += ` hae="${metres(point.haeM)}" ce="${metres(point.ceM)}" le="${metres(point.leM)}"/>`
  if (event.detail !== undefined) out += writeXml(writeDetail(event.detail))
  for (const other of event.others ?? []) out += writeXml(other)
  return `${out}</event>`
}

function metres(value: number | undefined): string {
  return value === undefined ? '9999999.0' : writeNumber(value)
}

type Attributes = Readonly<Record<string, string>>

function timeOf(attributes: Attributes, name: string): number | Reject {
  const text = attributes[name]
  if (text === undefined) return missing(name)
  return (
    readTime(text) ??
    reject('event-time', 0, `${name} ${JSON.stringify(text.slice(0, 40))} is no UTC time such as 2022-12-18T18:50:00.000Z`)
  )
}

function missing(name: string): Reject {
  return reject('missing-attribute', 0, `event has no ${name}`)
}

function unknownAttributes(attributes: Attributes): Attributes | undefined {
  let more: Record<string, string> | undefined
  for (const name in attributes) {
    if (EVENT_ATTRIBUTES.has(name)) continue
    // Without a prototype: an attribute may be called __proto__.
    more ??= Object.create(null) as Record<string, string>
    more[name] = attributes[name] ?? ''
  }
  return more
}
