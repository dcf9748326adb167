import { z } from 'zod'
import { isReject, reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { newByteQueue, copyBytes, dropBytes, pushBytes, queued } from '../byte-queue.ts'
import type { Framer, FramerLimits } from '../framer.ts'
import { createJsonFramer } from '../json/framing.ts'
import { bytesOfHex, hexOf } from './fields.ts'
import { decodeFlightKml } from './flight-kml.ts'
import type { KmlFlights } from './flight-kml.ts'
import { readNetwork } from './network.ts'
import type { NetworkDetails, NetworkFlights } from './network.ts'
import { decodeRemoteId, encodeRemoteId } from './report.ts'
import type { RemoteIdReport } from './report.ts'

/**
 * One datagram of a receiver: what it heard, as JSON.
 *
 * receiver     its id
 * transport    how it was heard
 * transmitter  hardware address of the sender
 * receivedAt   RFC 3339, when the receiver had it
 * frame        hexadecimal: a message or a pack, with or without application code 0D and counter
 */
export type Reception = {
  readonly kind: 'reception'
  readonly receiver: string
  readonly transport: (typeof TRANSPORTS)[number]
  readonly rssiDbm?: number | undefined
  readonly transmitter?: string | undefined
  readonly receivedAt?: string | undefined
  readonly report: RemoteIdReport
}
export type RidJson = Reception | NetworkFlights | NetworkDetails | KmlFlights

const TRANSPORTS = ['bluetooth-legacy', 'bluetooth-extended', 'wifi-beacon', 'wifi-nan', 'unknown'] as const
const receiverDatagram = z.object({
  receiver: z.string().min(1).max(64),
  transport: z.enum(TRANSPORTS),
  rssiDbm: z.number().min(-150).max(30).optional(),
  transmitter: z
    .string()
    .regex(/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i)
    .optional(),
  receivedAt: z.iso.datetime({ offset: true }).optional(),
  frame: z.string().min(2).max(4096),
})

/** A receiver's datagram, or an answer of network Remote ID (flights, or the details of one), or InterUSS's KML of flights. */
export function decodeRidJson(frame: Uint8Array): RidJson | Reject {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(frame)
  } catch (error) {
    return reject('not-utf8', 0, error instanceof Error ? error.message : 'not UTF-8')
  }
  if (text.trimStart().startsWith('<')) return decodeFlightKml(text)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return reject('json-syntax', 0, error instanceof Error ? error.message : 'not JSON')
  }
  return read(value)
}

function read(value: unknown): RidJson | Reject {
  if (typeof value !== 'object' || value === null) return reject('rid-json', 0, 'a document is an object')
  if (!('frame' in value)) return readNetwork(value)
  const datagram = receiverDatagram.safeParse(value)
  if (!datagram.success) {
    const [issue] = datagram.error.issues
    return reject('rid-json', 0, `${issue?.path.join('.') ?? 'document'}: ${issue?.message ?? 'not a datagram of a receiver'}`)
  }
  const { frame, ...rest } = datagram.data
  const bytes = bytesOfHex(frame)
  if (bytes === undefined) return reject('not-hex', 0, 'frame is hexadecimal')
  const report = decodeRemoteId(bytes)
  if (report === undefined || isReject(report)) return report ?? reject('rid-json', 0, 'the frame carries no Remote ID')
  return { kind: 'reception', ...rest, report }
}

/** The document on one line. A record of KML is not written back. */
export function encodeRidJson(record: RidJson): Uint8Array | Reject {
  if (record.kind === 'kml-flights') return reject('kml-read-only', 0, 'flights of KML are read only')
  const { kind, ...document } = record
  const sent = kind === 'reception' ? datagramOf(record) : document
  if (isReject(sent)) return sent
  const back = read(sent)
  return isReject(back) ? back : new TextEncoder().encode(JSON.stringify(sent))
}

function datagramOf(record: Reception): object | Reject {
  const { kind: _, report, ...rest } = record
  if (typeof report !== 'object' || report === null) return reject('rid-json', 0, 'a reception has a report')
  const bytes = encodeRemoteId(report)
  return isReject(bytes) ? bytes : { ...rest, frame: hexOf(bytes) }
}

/** JSON documents, or one XML document that ends with its stream. */
export function createRidJsonFramer(limits: FramerLimits): Framer {
  const json = createJsonFramer(limits)
  const xml = createWholeFramer(limits)
  let chosen: Framer | undefined
  return {
    push: (chunk) => {
      const first = chunk.find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf)
      chosen ??= first === undefined ? undefined : first === 0x3c ? xml : json
      chosen?.push(chunk)
    },
    next: () => chosen?.next(),
    end: () => chosen?.end(),
    get atByte() {
      return chosen?.atByte ?? 0
    },
    get broken() {
      return chosen?.broken ?? false
    },
  }
}

function createWholeFramer(limits: FramerLimits): Framer {
  const queue = newByteQueue()
  let broken = false
  return {
    push: (chunk) => {
      if (!broken) pushBytes(queue, chunk)
    },
    next: () => {
      if (broken || queued(queue) <= limits.maxFrameBytes) return undefined
      broken = true
      return reject('length-over-limit', 0, `a document of more than ${limits.maxFrameBytes} bytes`)
    },
    end: () => {
      const length = queued(queue)
      if (broken || length === 0) return undefined
      const whole = copyBytes(queue, 0, length)
      dropBytes(queue, length)
      return whole
    },
    atByte: 0,
    get broken() {
      return broken
    },
  }
}
