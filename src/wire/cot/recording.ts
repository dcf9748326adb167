import { isReject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { createPacketFramer, isCapture } from '../capture/packet-framer.ts'
import type { Packet } from '../capture/packet-framer.ts'
import { udpPayload } from '../capture/udp.ts'
import type { Framer, FramerLimits } from '../framer.ts'
import { createCotFramer } from './framing.ts'

/** The largest datagram with its headers, with room for blocks of pcapng that carry other things. */
const MAX_PACKET_BYTES = 1024 * 1024

type Piece = { readonly at: number; readonly found: Uint8Array | Reject }

/**
 * Messages of a recording: a stream's bytes, one mesh datagram, or the UDP datagrams of a pcap or pcapng file, told apart by the first
 * four bytes. Packets that are not UDP are passed over. Offsets are those of the file.
 */
export function createCotRecordingFramer(limits: FramerLimits): Framer {
  const raw = createCotFramer(limits)
  const packets = createPacketFramer({ maxFrameBytes: MAX_PACKET_BYTES })
  let kind: 'unknown' | 'raw' | 'capture' = 'unknown'
  let start: Uint8Array = new Uint8Array(0)
  let waiting: Piece[] = []
  let atByte = 0
  const settle = (captured: boolean): void => {
    kind = captured ? 'capture' : 'raw'
    ;(captured ? packets : raw).push(start)
  }
  const fromCapture = (): Uint8Array | Reject | undefined => {
    while (waiting.length === 0) {
      const packet = packets.next()
      if (packet === undefined) return undefined
      if (isReject(packet)) {
        atByte = packet.atByte
        return packet
      }
      waiting = piecesOf(packet, limits)
    }
    const first = waiting.shift()
    atByte = first?.at ?? atByte
    return first?.found
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
      const piece = fromCapture() ?? packets.end()
      if (waiting.length === 0 && piece !== undefined && isReject(piece)) atByte = piece.atByte
      return piece
    },
    get atByte() {
      return atByte
    },
    get broken() {
      return kind === 'capture' ? packets.broken : raw.broken
    },
  }
}

/** A datagram holds one event or one mesh message. */
function piecesOf(packet: Packet, limits: FramerLimits): Piece[] {
  const payload = udpPayload(packet.linkType, packet.bytes)
  if (payload === undefined) return []
  if (isReject(payload)) return [{ at: packet.atByte, found: payload }]
  const framer = createCotFramer(limits)
  framer.push(packet.bytes.subarray(payload.from, payload.to))
  const pieces: Piece[] = []
  for (let found = framer.next() ?? framer.end(); found !== undefined; found = framer.next() ?? framer.end())
    pieces.push({ at: packet.atByte + payload.from + framer.atByte, found })
  return pieces
}
