import { isReject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { createPacketFramer, isCapture } from '../capture/packet-framer.ts'
import type { Packet } from '../capture/packet-framer.ts'
import { udpPayload } from '../capture/udp.ts'
import type { Framer, FramerLimits } from '../framer.ts'
import { createAsterixFramer, splitDatagram } from './framing.ts'
import type { BlockAt } from './framing.ts'

/** The largest datagram with its headers, with room for blocks of pcapng that carry other things. */
const MAX_PACKET_BYTES = 1024 * 1024

/**
 * Blocks of a recording: raw, or the UDP datagrams of a pcap or pcapng file, told apart by the first four octets.
 * Packets that are not UDP are passed over. Offsets are those of the file.
 */
export function createAsterixRecordingFramer(limits: FramerLimits): Framer {
  const raw = createAsterixFramer(limits)
  const packets = createPacketFramer({ maxFrameBytes: MAX_PACKET_BYTES })
  let kind: 'unknown' | 'raw' | 'capture' = 'unknown'
  let start: Uint8Array = new Uint8Array(0)
  let waiting: BlockAt[] = []
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
      waiting = blocksOf(packet).toReversed()
    }
    const first = waiting.pop()
    atByte = first?.at ?? atByte
    return first?.block
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
    next: () => {
      if (kind === 'capture') return fromCapture()
      const piece = kind === 'raw' ? raw.next() : undefined
      atByte = raw.atByte
      return piece
    },
    end: () => {
      if (kind === 'unknown') settle(false)
      const piece = kind === 'capture' ? packets.end() : (raw.next() ?? raw.end())
      atByte = kind === 'capture' ? (piece === undefined || !isReject(piece) ? atByte : piece.atByte) : raw.atByte
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

function blocksOf(packet: Packet): BlockAt[] {
  const payload = udpPayload(packet.linkType, packet.bytes)
  if (payload === undefined) return []
  if (isReject(payload)) return [{ at: packet.atByte + payload.atByte, block: payload }]
  return splitDatagram(packet.bytes.subarray(payload.from, payload.to)).map(({ at, block }) => ({
    at: packet.atByte + payload.from + at,
    block,
  }))
}
