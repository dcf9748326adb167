import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { copyBytes, dropBytes, newByteQueue, pushBytes, queued } from '../byte-queue.ts'
import type { ByteQueue } from '../byte-queue.ts'
import type { FramerLimits } from '../framer.ts'

/** One packet as it was captured. linkType: as registered with tcpdump.org; atByte: offset of its first octet in the file. */
export type Packet = { readonly linkType: number; readonly bytes: Uint8Array; readonly atByte: number }

/** Like a `Framer`, but what comes out knows what it was taken from. */
export type PacketFramer = {
  push(chunk: Uint8Array): void
  next(): Packet | Reject | undefined
  end(): Reject | undefined
  readonly broken: boolean
}

const PCAP_MICROSECONDS = 0xa1b2c3d4
const PCAP_NANOSECONDS = 0xa1b23c4d
const PCAPNG_SECTION = 0x0a0d0d0a
const PCAPNG_BYTE_ORDER = 0x1a2b3c4d
const PCAP_FILE_BYTES = 24
const PCAP_PACKET_BYTES = 16
/** Interfaces of one section that are remembered; real files have a handful. */
const MAX_INTERFACES = 1024

/** Whether a file begins as a capture does; 4 octets are enough to tell. */
export function isCapture(start: Uint8Array): boolean {
  return [true, false].some((little) => {
    const magic = word(start, 0, little)
    return magic === PCAP_MICROSECONDS || magic === PCAP_NANOSECONDS || magic === PCAPNG_SECTION
  })
}

/**
 * Packets of a pcap or pcapng file, of either byte order.
 *
 * Source: draft-ietf-opsawg-pcap and draft-ietf-opsawg-pcapng.
 */
export function createPacketFramer(limits: FramerLimits): PacketFramer {
  const queue = newByteQueue()
  const state: State = { kind: 'unknown', little: true, linkTypes: [], limits, broken: false }
  return {
    push: (chunk) => {
      if (!state.broken) pushBytes(queue, chunk)
    },
    next: () => {
      while (!state.broken) {
        const step = takeNext(queue, state)
        if (step !== 'again') return step
      }
      return undefined
    },
    end: () => {
      if (state.broken || queued(queue) === 0) return undefined
      state.broken = true
      return reject('truncated', queue.consumed, `the capture ends ${queued(queue)} octets into a packet`)
    },
    get broken() {
      return state.broken
    },
  }
}

type State = {
  kind: 'unknown' | 'pcap' | 'pcapng'
  little: boolean
  /** Of the interfaces of this section, in order; a pcap file has one. */
  linkTypes: number[]
  readonly limits: FramerLimits
  broken: boolean
}

type Step = Packet | Reject | 'again' | undefined

function takeNext(queue: ByteQueue, state: State): Step {
  if (state.kind === 'pcap') return takePcapPacket(queue, state)
  if (state.kind === 'pcapng') return takePcapngBlock(queue, state)
  if (queued(queue) < 4) return undefined
  const start = copyBytes(queue, 0, 4)
  if (word(start, 0, true) === PCAPNG_SECTION) {
    state.kind = 'pcapng'
    return 'again'
  }
  if (!isCapture(start)) return broken(queue, state, 'not-a-capture', 'the file begins neither as pcap nor as pcapng')
  if (queued(queue) < PCAP_FILE_BYTES) return undefined
  const magic = word(start, 0, true)
  state.little = magic === PCAP_MICROSECONDS || magic === PCAP_NANOSECONDS
  state.kind = 'pcap'
  // The upper half of the link type holds flags.
  state.linkTypes = [word(copyBytes(queue, 20, 4), 0, state.little) & 0xffff]
  dropBytes(queue, PCAP_FILE_BYTES)
  return 'again'
}

function takePcapPacket(queue: ByteQueue, state: State): Step {
  if (queued(queue) < PCAP_PACKET_BYTES) return undefined
  const length = word(copyBytes(queue, 8, 4), 0, state.little)
  if (length > state.limits.maxFrameBytes) return tooLong(queue, state, length)
  if (queued(queue) < PCAP_PACKET_BYTES + length) return undefined
  const atByte = queue.consumed + PCAP_PACKET_BYTES
  const bytes = copyBytes(queue, PCAP_PACKET_BYTES, length)
  dropBytes(queue, PCAP_PACKET_BYTES + length)
  return { linkType: state.linkTypes[0] ?? 0, bytes, atByte }
}

function takePcapngBlock(queue: ByteQueue, state: State): Step {
  if (queued(queue) < 12) return undefined
  const head = copyBytes(queue, 0, 12)
  if (word(head, 0, true) === PCAPNG_SECTION) {
    if (word(head, 8, true) !== PCAPNG_BYTE_ORDER && word(head, 8, false) !== PCAPNG_BYTE_ORDER)
      return broken(queue, state, 'pcapng-section', 'a section without its byte order mark')
    state.little = word(head, 8, true) === PCAPNG_BYTE_ORDER
    state.linkTypes = []
  }
  const type = word(head, 0, state.little)
  const length = word(head, 4, state.little)
  if (length < 12 || length % 4 !== 0) return broken(queue, state, 'pcapng-length', `a block of ${length} octets`)
  if (length > state.limits.maxFrameBytes) return tooLong(queue, state, length)
  if (queued(queue) < length) return undefined
  const atByte = queue.consumed
  const block = copyBytes(queue, 0, length)
  dropBytes(queue, length)
  return readPcapngBlock(type, block, atByte, state)
}

function readPcapngBlock(type: number, block: Uint8Array, atByte: number, state: State): Step {
  const { little, linkTypes } = state
  const room = block.length - 12
  switch (type) {
    case 1: // interface description
      if (room < 8 || linkTypes.length >= MAX_INTERFACES) return reject('pcapng-interface', atByte, 'an interface that cannot be read')
      linkTypes.push(half(block, 8, little))
      return 'again'
    case 2: // packet block, obsolete
      return room < 20
        ? reject('truncated', atByte, 'a packet block without its header')
        : cut(block, 28, word(block, 20, little), half(block, 8, little), atByte, state)
    case 3: // simple packet: its length is that on the wire, cut to what there is
      return room < 4
        ? reject('truncated', atByte, 'a packet block without its header')
        : cut(block, 12, Math.min(word(block, 8, little), room - 4), 0, atByte, state)
    case 6: // enhanced packet
      return room < 20
        ? reject('truncated', atByte, 'a packet block without its header')
        : cut(block, 28, word(block, 20, little), word(block, 8, little), atByte, state)
    default:
      return 'again'
  }
}

function cut(block: Uint8Array, from: number, length: number, interfaceIndex: number, atByte: number, state: State): Packet | Reject {
  const linkType = state.linkTypes[interfaceIndex]
  if (linkType === undefined) return reject('pcapng-interface', atByte, `a packet of interface ${interfaceIndex}, which was not described`)
  if (from + length > block.length - 4) return reject('truncated', atByte, `a packet of ${length} octets in a block of ${block.length}`)
  return { linkType, bytes: block.slice(from, from + length), atByte: atByte + from }
}

function tooLong(queue: ByteQueue, state: State, length: number): Reject {
  return broken(queue, state, 'length-over-limit', `a packet of ${length} octets, at most ${state.limits.maxFrameBytes} are taken`)
}

function broken(queue: ByteQueue, state: State, rejected: string, detail: string): Reject {
  state.broken = true
  return reject(rejected, queue.consumed, detail)
}

function word(bytes: Uint8Array, at: number, little: boolean): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4)
  return (little ? (d << 24) | (c << 16) | (b << 8) | a : (a << 24) | (b << 16) | (c << 8) | d) >>> 0
}

function half(bytes: Uint8Array, at: number, little: boolean): number {
  const [a = 0, b = 0] = bytes.subarray(at, at + 2)
  return little ? (b << 8) | a : (a << 8) | b
}
