import { create, fromBinary, toBinary } from '@bufbuild/protobuf'
import type { Message } from '@bufbuild/protobuf'
import { isReject, reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { TakMessageSchema } from './generated/tak_pb.ts'
import type { CotEvent as TakEvent, TakMessage } from './generated/tak_pb.ts'
import { COT_TYPE, knownM, pointFault, UNKNOWN_TAK } from './message.ts'
import type { CotEvent, CotMessage, CotPoint, LaterField, TakControl } from './message.ts'
import { readTakDetail, writeTakDetail } from './tak-detail.ts'
import { LAST_MS } from './values.ts'
import { isXmlText } from './write-xml.ts'

/** One `TakMessage` of TAK protocol version 1, without what frames it. */
export function readTak(bytes: Uint8Array, wire: 'tak-stream' | 'tak-mesh'): CotMessage | Reject {
  let message: TakMessage
  try {
    message = fromBinary(TakMessageSchema, bytes, { recursionLimit: 8 })
  } catch (error) {
    return reject('not-protobuf', 0, `not a TakMessage: ${(error instanceof Error ? error.message : String(error)).slice(0, 300)}`)
  }
  const { takControl, cotEvent } = message
  if (takControl === undefined && cotEvent === undefined) return reject('empty-message', 0, 'neither an event nor protocol versions')
  if (partsOf(message).some(([, part]) => Object.values(part).some((value) => typeof value === 'string' && !isXmlText(value))))
    return reject('character', 0, 'a text holds a character that XML cannot')
  const event = cotEvent === undefined ? undefined : readTakEvent(cotEvent)
  if (event !== undefined && isReject(event)) return event
  const submission = serverTime(message.submissionTime)
  const creation = serverTime(message.creationTime)
  if (submission === undefined || creation === undefined) return reject('event-time', 0, 'a time is beyond the year 9999')
  const later = laterFields(message)
  return {
    wire,
    ...(event !== undefined && { event }),
    ...(takControl !== undefined && {
      control: {
        ...(takControl.minProtoVersion !== 0 && { minVersion: takControl.minProtoVersion }),
        ...(takControl.maxProtoVersion !== 0 && { maxVersion: takControl.maxProtoVersion }),
        ...(takControl.contactUid !== '' && { contactUid: takControl.contactUid }),
      },
    }),
    ...(submission !== 0 && { submissionMs: submission }),
    ...(creation !== 0 && { creationMs: creation }),
    ...(later.length > 0 && { later }),
  }
}

/** Protobuf has no version; it is 2.0 by the protocol's definition. */
function readTakEvent(event: TakEvent): CotEvent | Reject {
  if (event.uid === '') return reject('missing-attribute', 0, 'event has no uid')
  if (!COT_TYPE.test(event.type)) return reject('event-type', 0, `${JSON.stringify(event.type.slice(0, 60))} is no event type`)
  const times = [event.sendTime, event.startTime, event.staleTime].map(serverTime)
  const [timeMs, startMs, staleMs] = times
  if (timeMs === undefined || startMs === undefined || staleMs === undefined)
    return reject('event-time', 0, 'a time is beyond the year 9999')
  const point = readTakPoint(event)
  const fault = pointFault(point)
  if (fault !== undefined) return reject('point-range', 0, fault)
  const detail = event.detail === undefined ? undefined : readTakDetail(event.detail)
  if (detail !== undefined && isReject(detail)) return detail
  return {
    version: '2.0',
    uid: event.uid,
    type: event.type,
    ...(event.how !== '' && { how: event.how }),
    timeMs,
    startMs,
    staleMs,
    ...(event.access !== '' && { access: event.access }),
    ...(event.qos !== '' && { qos: event.qos }),
    ...(event.opex !== '' && { opex: event.opex }),
    point,
    ...(detail !== undefined && { detail }),
  }
}

function readTakPoint(event: TakEvent): CotPoint {
  const haeM = knownM(event.hae)
  const ceM = knownM(event.ce)
  const leM = knownM(event.le)
  return {
    latDeg: event.lat,
    lonDeg: event.lon,
    ...(haeM !== undefined && { haeM }),
    ...(ceM !== undefined && { ceM }),
    ...(leM !== undefined && { leM }),
  }
}

/** The `TakMessage` of a message, or what of it protobuf cannot say. Parts of a millisecond are cut off. */
export function writeTak(message: CotMessage): Uint8Array | Reject {
  const { event, control } = message
  if (event === undefined && control === undefined) return reject('empty-message', 0, 'neither an event nor protocol versions')
  const fault = event === undefined ? undefined : unsayable(event)
  if (fault !== undefined) return reject('not-in-protobuf', 0, fault)
  const tak = create(TakMessageSchema, {
    ...(control !== undefined && { takControl: writeControl(control) }),
    ...(event !== undefined && { cotEvent: writeTakEvent(event) }),
    submissionTime: BigInt(Math.floor(message.submissionMs ?? 0)),
    creationTime: BigInt(Math.floor(message.creationMs ?? 0)),
  })
  for (const field of message.later ?? []) {
    const target = partsOf(tak).find(([name]) => name === field.in)?.[1]
    if (target === undefined) return reject('not-in-protobuf', 0, `there is no ${field.in.slice(0, 40)} for a later field`)
    target.$unknown = [...(target.$unknown ?? []), { no: field.number, wireType: field.wireType, data: fromHex(field.hex) }]
  }
  return toBinary(TakMessageSchema, tak)
}

function writeControl({ minVersion, maxVersion, contactUid }: TakControl) {
  return { minProtoVersion: minVersion ?? 0, maxProtoVersion: maxVersion ?? 0, contactUid: contactUid ?? '' }
}

function writeTakEvent(event: CotEvent) {
  const { point, detail } = event
  return {
    type: event.type,
    access: event.access ?? '',
    qos: event.qos ?? '',
    opex: event.opex ?? '',
    uid: event.uid,
    sendTime: BigInt(Math.floor(event.timeMs)),
    startTime: BigInt(Math.floor(event.startMs)),
    staleTime: BigInt(Math.floor(event.staleMs)),
    how: event.how ?? '',
    lat: point.latDeg,
    lon: point.lonDeg,
    hae: point.haeM ?? UNKNOWN_TAK,
    ce: point.ceM ?? UNKNOWN_TAK,
    le: point.leM ?? UNKNOWN_TAK,
    ...(detail !== undefined && { detail: writeTakDetail(detail) }),
  }
}

function unsayable(event: CotEvent): string | undefined {
  if (event.version !== undefined && event.version !== '2.0') return `version ${event.version.slice(0, 20)} of the event`
  if (event.attributes !== undefined) return `attribute ${Object.keys(event.attributes)[0] ?? ''} of event`
  if (event.others !== undefined) return `element ${event.others[0]?.name ?? ''} beside point and detail`
  if (event.detail?.attributes !== undefined) return 'attributes of detail'
  for (const name of ['how', 'access', 'qos', 'opex'] as const) if (event[name] === '') return `an empty ${name}`
  return undefined
}

/** Messages in which a later schema may have more fields, by name. */
function partsOf(message: TakMessage): readonly (readonly [string, Message])[] {
  const { takControl, cotEvent } = message
  const detail = cotEvent?.detail
  const parts: readonly (readonly [string, Message | undefined])[] = [
    ['message', message],
    ['control', takControl],
    ['event', cotEvent],
    ['detail', detail],
    ['contact', detail?.contact],
    ['group', detail?.group],
    ['precisionLocation', detail?.precisionLocation],
    ['status', detail?.status],
    ['takv', detail?.takv],
    ['track', detail?.track],
  ]
  return parts.filter((part): part is readonly [string, Message] => part[1] !== undefined)
}

function laterFields(message: TakMessage): LaterField[] {
  return partsOf(message).flatMap(([name, part]) =>
    (part.$unknown ?? []).map(({ no, wireType, data }) => ({ in: name, number: no, wireType, hex: toHex(data) })),
  )
}

function serverTime(value: bigint): number | undefined {
  return value <= BigInt(LAST_MS) ? Number(value) : undefined
}

function toHex(bytes: Uint8Array): string {
  let out = ''
  for (const byte of bytes) out += byte.toString(16).padStart(2, '0')
  return out
}

function fromHex(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1)
  for (let i = 0; i < bytes.length; i++) bytes[i] = parseInt(text.slice(2 * i, 2 * i + 2), 16)
  return bytes
}
