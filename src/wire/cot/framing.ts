import { assert } from '../../base/assert.ts'
import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { byteAt, copyBytes, dropBytes, findByte, newByteQueue, pushBytes, queued } from '../byte-queue.ts'
import type { ByteQueue } from '../byte-queue.ts'
import type { Framer, FramerLimits } from '../framer.ts'
import { newScan, scanDocument } from './xml-scan.ts'
import type { XmlScan } from './xml-scan.ts'

/**
 * Cursor on Target on a TCP stream: XML events one after the other with nothing between them, or, once both sides have agreed, protobuf
 * messages as `BF`, varint length, `TakMessage`. The first byte of each message says which. A mesh datagram is `BF 01 BF` and a
 * `TakMessage` to its end.
 *
 * A frame is the XML event alone, the `TakMessage` alone, or the mesh datagram whole.
 *
 * Source: TAK protocol notes in ATAK-CIV 4.x (`takproto`).
 */
export const TAK_MAGIC = 0xbf
export const COT_MESH_HEADER: Uint8Array = Uint8Array.of(TAK_MAGIC, 1, TAK_MAGIC)
const LESS_THAN = 0x3c
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

type State = { readonly queue: ByteQueue; scan: XmlScan; atByte: number; broken: boolean }

export function createCotFramer(limits: FramerLimits): Framer {
  const state: State = { queue: newByteQueue(), scan: newScan(), atByte: 0, broken: false }
  return {
    push: (chunk) => {
      if (!state.broken) pushBytes(state.queue, chunk)
    },
    next: () => nextFrame(state, limits.maxFrameBytes),
    end: () => lastFrame(state),
    get atByte() {
      return state.atByte
    },
    get broken() {
      return state.broken
    },
  }
}

function nextFrame(state: State, maxBytes: number): Uint8Array | Reject | undefined {
  const { queue, scan } = state
  if (state.broken) return undefined
  if (scan.at === 0) skipBetween(queue)
  if (queued(queue) === 0) return undefined
  state.atByte = queue.consumed
  const first = byteAt(queue, 0)
  if (first === TAK_MAGIC) return nextTak(state, maxBytes)
  if (first === LESS_THAN) return nextXml(state, maxBytes)
  if (first === BYTE_ORDER_MARK[0] && queued(queue) < 3) return undefined
  return skipNoise(state)
}

function nextTak(state: State, maxBytes: number): Uint8Array | Reject | undefined {
  const { queue } = state
  let length = 0
  let at = 1
  for (let scale = 1; ; scale *= 128, at++) {
    if (at >= queued(queue)) return undefined
    const byte = byteAt(queue, at)
    length += (byte & 0x7f) * scale
    if (length > maxBytes || at > 5) return breakOff(state, 'length-over-limit', `a message says it is longer than ${maxBytes} bytes`)
    if (byte < 0x80) break
  }
  const from = at + 1
  // No `TakMessage` is one byte long: this is a datagram's header, and the datagram ends where its bytes end.
  if (length === 1 && from < queued(queue) && byteAt(queue, from) === TAK_MAGIC)
    return queued(queue) > maxBytes + COT_MESH_HEADER.length ? breakOff(state, 'length-over-limit', 'a datagram is too long') : undefined
  if (length === 0) {
    dropBytes(queue, from)
    return reject('empty-message', state.atByte, 'the length says 0 bytes')
  }
  if (queued(queue) < from + length) return undefined
  const frame = copyBytes(queue, from, length)
  dropBytes(queue, from + length)
  return frame
}

function nextXml(state: State, maxBytes: number): Uint8Array | Reject | undefined {
  const { queue, scan } = state
  const found = scanDocument(queue, scan)
  if (found === 'doctype') return breakOff(state, 'doctype', 'a DOCTYPE or other declaration is refused')
  if (found === undefined) {
    return queued(queue) > maxBytes ? breakOff(state, 'event-over-limit', `an event is longer than ${maxBytes} bytes`) : undefined
  }
  const { from, to } = found
  state.atByte = queue.consumed + from
  const cut = found.cut
  const frame = copyBytes(queue, from, to - from)
  dropBytes(queue, to)
  state.scan = newScan()
  if (to - from > maxBytes) return reject('event-over-limit', state.atByte, `an event is longer than ${maxBytes} bytes`)
  return cut ? reject('truncated', state.atByte, 'an XML declaration begins inside an event that has not ended') : frame
}

/** The stream can no longer be cut into messages. */
function breakOff(state: State, code: string, text: string): Reject {
  state.broken = true
  return reject(code, state.atByte, text)
}

/** White space and a byte-order mark between messages mean nothing. */
function skipBetween(queue: ByteQueue): void {
  let count = 0
  while (count < queued(queue) && [0x20, 0x09, 0x0a, 0x0d].includes(byteAt(queue, count))) count += 1
  dropBytes(queue, count)
  if (BYTE_ORDER_MARK.every((byte, index) => index < queued(queue) && byteAt(queue, index) === byte)) {
    dropBytes(queue, 3)
    skipBetween(queue)
  }
}

/** Bytes that begin no message, up to the next `<`. */
function skipNoise(state: State): Reject {
  const { queue } = state
  const next = findByte(queue, LESS_THAN, 0)
  const count = next < 0 ? queued(queue) : next
  const noise = reject('noise', state.atByte, `${count} bytes begin neither an XML event nor a TAK message`)
  dropBytes(queue, count)
  return noise
}

/** What is left where the stream ends: a mesh datagram is whole then; XML outside an element is nothing. */
function lastFrame(state: State): Uint8Array | Reject | undefined {
  const { queue, scan } = state
  if (state.broken || queued(queue) === 0) return undefined
  state.atByte = queue.consumed
  const rest = queued(queue)
  const bytes = copyBytes(queue, 0, rest)
  state.broken = true
  if (COT_MESH_HEADER.every((byte, index) => bytes[index] === byte) && rest > COT_MESH_HEADER.length) return bytes
  if (bytes[0] === LESS_THAN && scan.mode === 'text' && scan.root.length === 0) return undefined
  return reject('truncated', state.atByte, `the stream ends ${rest} bytes into a message`)
}

/** A frame as it goes on a stream: protobuf gets `BF` and its length, XML and mesh datagrams are whole as they are. */
export function frameCot(frame: Uint8Array): Uint8Array {
  assert(frame.length > 0, 'a frame has bytes')
  const first = frame[0]
  if (first === TAK_MAGIC || first === LESS_THAN) return frame
  const prefix = [TAK_MAGIC]
  let length = frame.length
  for (; length >= 0x80; length = length >>> 7) prefix.push((length & 0x7f) | 0x80)
  prefix.push(length)
  const framed = new Uint8Array(prefix.length + frame.length)
  framed.set(prefix)
  framed.set(frame, prefix.length)
  return framed
}
