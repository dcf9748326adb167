import { isReject, reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { writeDetail } from './detail.ts'
import type { XmlElement } from './element.ts'
import { COT_MESH_HEADER, TAK_MAGIC } from './framing.ts'
import { COT_TYPE, pointFault } from './message.ts'
import type { CotEvent, CotMessage } from './message.ts'
import { parseXml, xmlText } from './parse-xml.ts'
import { readTak, writeTak } from './tak.ts'
import { LAST_MS } from './values.ts'
import { unwritable } from './write-xml.ts'
import { readEvent, writeEvent } from './xml-event.ts'

const LESS_THAN = 0x3c
const BYTE_ORDER_MARK = 0xef

/**
 * One frame: an XML event, a `TakMessage` of a stream, or a mesh datagram with its `BF 01 BF`. They are told apart by the
 * first byte: no `TakMessage` begins with `<` or a byte-order mark. White space is not XML's: 0A is the tag of `takControl`.
 */
export function decodeCot(bytes: Uint8Array): CotMessage | Reject {
  const first = bytes[0]
  if (first === undefined) return reject('empty-message', 0, 'no bytes')
  if (first === TAK_MAGIC) {
    if (bytes[1] !== 1 || bytes[2] !== TAK_MAGIC) return reject('mesh-header', 0, 'a mesh datagram begins BF 01 BF: only version 1 is read')
    return readTak(bytes.subarray(COT_MESH_HEADER.length), 'tak-mesh')
  }
  if (first !== LESS_THAN && first !== BYTE_ORDER_MARK) return readTak(bytes, 'tak-stream')
  const text = xmlText(bytes)
  if (isReject(text)) return text
  const root = parseXml(text)
  if (isReject(root)) return root
  const event = readEvent(root)
  return isReject(event) ? event : { wire: 'xml', event }
}

/** The frame of a message in its `wire` form; `frameCot` puts around it what a stream needs. What the form cannot say is declined. */
export function encodeCot(message: CotMessage): Uint8Array | Reject {
  const { event, wire } = message
  const fault = event === undefined ? undefined : eventFault(event)
  if (fault !== undefined) return fault
  if (wire === 'xml') {
    if (event === undefined || message.control !== undefined || message.later !== undefined)
      return reject('not-in-xml', 0, 'XML carries an event and nothing beside it')
    return new TextEncoder().encode(writeEvent(event))
  }
  const tak = writeTak(message)
  if (isReject(tak) || wire === 'tak-stream') return tak
  const datagram = new Uint8Array(COT_MESH_HEADER.length + tak.length)
  datagram.set(COT_MESH_HEADER)
  datagram.set(tak, COT_MESH_HEADER.length)
  return datagram
}

function eventFault(event: CotEvent): Reject | undefined {
  if (event.uid === '') return reject('missing-attribute', 0, 'event has no uid')
  if (!COT_TYPE.test(event.type)) return reject('event-type', 0, `${JSON.stringify(event.type.slice(0, 60))} is no event type`)
  for (const time of [event.timeMs, event.startMs, event.staleMs])
    if (!(time >= 0 && time <= LAST_MS)) return reject('event-time', 0, `${time} is no time between 1970 and 9999`)
  const point = pointFault(event.point)
  if (point !== undefined) return reject('point-range', 0, point)
  const { version = '', uid, how = '', access = '', qos = '', opex = '' } = event
  const root: XmlElement = {
    name: 'event',
    attributes: { ...event.attributes, version, uid, how, access, qos, opex },
    children: [...(event.detail === undefined ? [] : [writeDetail(event.detail)]), ...(event.others ?? [])],
  }
  const fault = unwritable(root)
  return fault === undefined ? undefined : reject('character', 0, fault)
}
