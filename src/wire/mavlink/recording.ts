import { isReject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { createPacketFramer, isCapture } from '../capture/packet-framer.ts'
import type { Packet } from '../capture/packet-framer.ts'
import { udpPayload } from '../capture/udp.ts'
import type { Framer } from '../framer.ts'
import { MAX_FRAME_BYTES } from './frame.ts'
import { createMavlinkFramer, isTelemetryLog, STAMP_BYTES } from './framing.ts'

const MAX_PACKET_BYTES = 1024 * 1024
/** Enough to hold the first frame of a telemetry log whole. */
const START_BYTES = STAMP_BYTES + MAX_FRAME_BYTES

type PieceAt = { readonly at: number; readonly piece: Uint8Array | Reject }

/**
 * Frames of a recording: a stream as it came, a telemetry log (a stamp before each frame), or the UDP datagrams of a pcap or pcapng
 * file, told apart by how it begins. Offsets are those of the file.
 */
export function createMavlinkRecordingFramer(): Framer {
  const packets = createPacketFramer({ maxFrameBytes: MAX_PACKET_BYTES })
  let stream: Framer | undefined
  let captured = false
  let start: Uint8Array = new Uint8Array(0)
  let waiting: PieceAt[] = []
  let atByte = 0
  const settle = (): void => {
    captured = isCapture(start)
    if (captured) return packets.push(start)
    stream = createMavlinkFramer(isTelemetryLog(start) ? STAMP_BYTES : 0)
    stream.push(start)
  }
  const fromCapture = (): Uint8Array | Reject | undefined => {
    while (waiting.length === 0) {
      const packet = packets.next()
      if (packet === undefined) return undefined
      waiting = isReject(packet) ? [{ at: packet.atByte, piece: packet }] : datagramPieces(packet).toReversed()
    }
    const first = waiting.pop()
    atByte = first?.at ?? atByte
    return first?.piece
  }
  const fromStream = (piece: Uint8Array | Reject | undefined): Uint8Array | Reject | undefined => {
    atByte = stream?.atByte ?? atByte
    return piece
  }
  const next = (): Uint8Array | Reject | undefined => (captured ? fromCapture() : fromStream(stream?.next()))
  return {
    push: (chunk) => {
      if (captured) return packets.push(chunk)
      if (stream !== undefined) return stream.push(chunk)
      const joined = new Uint8Array(start.length + chunk.length)
      joined.set(start)
      joined.set(chunk, start.length)
      start = joined
      if (start.length >= START_BYTES || (start.length >= 4 && isCapture(start))) settle()
    },
    next,
    end: () => {
      if (!captured && stream === undefined) settle()
      const piece = next()
      if (piece !== undefined) return piece
      if (!captured) return fromStream(stream?.end())
      const fault = packets.end()
      atByte = fault?.atByte ?? atByte
      return fault
    },
    get atByte() {
      return atByte
    },
    get broken() {
      return captured && packets.broken
    },
  }
}

/** The frames of one datagram, which may hold several; each datagram stands for itself. */
function datagramPieces(packet: Packet): PieceAt[] {
  const payload = udpPayload(packet.linkType, packet.bytes)
  if (payload === undefined) return []
  if (isReject(payload)) return [{ at: packet.atByte + payload.atByte, piece: payload }]
  const framer = createMavlinkFramer()
  framer.push(packet.bytes.subarray(payload.from, payload.to))
  const pieces: PieceAt[] = []
  const from = packet.atByte + payload.from
  for (let piece = framer.next(); piece !== undefined; piece = framer.next()) pieces.push({ at: from + framer.atByte, piece })
  for (let piece = framer.end(); piece !== undefined; piece = framer.end()) pieces.push({ at: from + framer.atByte, piece })
  return pieces
}
