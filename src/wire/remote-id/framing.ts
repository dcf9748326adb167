import { isReject, reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { byteAt, copyBytes, dropBytes, newByteQueue, pushBytes, queued } from '../byte-queue.ts'
import type { ByteQueue } from '../byte-queue.ts'
import { createPacketFramer, isCapture } from '../capture/packet-framer.ts'
import type { Framer } from '../framer.ts'
import { APPLICATION_CODE } from './carrier.ts'
import { MESSAGE_BYTES } from './fields.ts'
import { isPack, PACK_HEADER_BYTES, packBytes } from './pack.ts'
import { CAPTURED, CAPTURED_HEADER_BYTES, carriesRemoteId } from './report.ts'

/** The largest Wi-Fi frame with its radiotap header, and room for blocks of pcapng that carry other things. */
const MAX_PACKET_BYTES = 1024 * 1024

/**
 * Messages and packs one after another, each with or without application code and counter. Nothing in them is a checksum or a
 * mark, so a length that cannot be ends the stream.
 */
export function createRemoteIdFramer(): Framer {
  const queue = newByteQueue()
  let atByte = 0
  let broken = false
  const decline = (fault: Reject): Reject => {
    broken = true
    return fault
  }
  return {
    push: (chunk) => {
      if (!broken) pushBytes(queue, chunk)
    },
    next: () => {
      if (broken || queued(queue) === 0) return undefined
      atByte = queue.consumed
      const length = frameBytes(queue)
      if (length === undefined) return undefined
      if (isReject(length)) return decline(length)
      if (queued(queue) < length) return undefined
      const frame = copyBytes(queue, 0, length)
      dropBytes(queue, length)
      return frame
    },
    end: () => {
      const rest = queued(queue)
      if (broken || rest === 0) return undefined
      atByte = queue.consumed
      dropBytes(queue, rest)
      return decline(reject('truncated', atByte, `the stream ends ${rest} bytes into a message`))
    },
    get atByte() {
      return atByte
    },
    get broken() {
      return broken
    },
  }
}

/** Bytes of the frame at the front; undefined: not known yet. */
function frameBytes(queue: ByteQueue): number | Reject | undefined {
  const counted = byteAt(queue, 0) === APPLICATION_CODE ? 2 : 0
  if (queued(queue) < counted + 1) return undefined
  if (!isPack(byteAt(queue, counted))) return counted + MESSAGE_BYTES
  if (queued(queue) < counted + PACK_HEADER_BYTES) return undefined
  const length = packBytes(copyBytes(queue, counted, PACK_HEADER_BYTES), 0)
  return isReject(length) ? { ...length, atByte: queue.consumed + counted + length.atByte } : counted + length
}

/**
 * Frames of a recording: raw, or the packets of a pcap or pcapng file of Bluetooth or Wi-Fi, told apart by the first four bytes.
 * Offsets are those of the file.
 */
export function createRemoteIdRecordingFramer(): Framer {
  const raw = createRemoteIdFramer()
  const packets = createPacketFramer({ maxFrameBytes: MAX_PACKET_BYTES })
  let kind: 'unknown' | 'raw' | 'capture' = 'unknown'
  let start: Uint8Array = new Uint8Array(0)
  let atByte = 0
  const settle = (captured: boolean): void => {
    kind = captured ? 'capture' : 'raw'
    ;(captured ? packets : raw).push(start)
  }
  const fromCapture = (): Uint8Array | Reject | undefined => {
    const packet = packets.next()
    if (packet === undefined) return undefined
    atByte = packet.atByte
    if (isReject(packet)) return packet
    if (!carriesRemoteId(packet.linkType)) return reject('link-type', packet.atByte, `link type ${packet.linkType} is not read`)
    const frame = new Uint8Array(CAPTURED_HEADER_BYTES + packet.bytes.length)
    frame.set([CAPTURED, packet.linkType & 0xff, packet.linkType >> 8])
    frame.set(packet.bytes, CAPTURED_HEADER_BYTES)
    return frame
  }
  const fromRaw = (piece: Uint8Array | Reject | undefined): Uint8Array | Reject | undefined => {
    atByte = raw.atByte
    return piece
  }
  return {
    push: (chunk) => {
      if (kind === 'raw') return raw.push(chunk)
      if (kind === 'capture') return packets.push(chunk)
      const joined = new Uint8Array(start.length + chunk.length)
      joined.set(start)
      joined.set(chunk, start.length)
      start = joined
      if (start.length >= 4) settle(isCapture(start))
    },
    next: () => (kind === 'capture' ? fromCapture() : kind === 'raw' ? fromRaw(raw.next()) : undefined),
    end: () => {
      if (kind === 'unknown') settle(false)
      if (kind === 'raw') return fromRaw(raw.next() ?? raw.end())
      const fault = packets.end()
      atByte = fault?.atByte ?? atByte
      return fault
    },
    get atByte() {
      return atByte
    },
    get broken() {
      return kind === 'capture' ? packets.broken : raw.broken
    },
  }
}
