import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { byteAt, dropBytes, findByte, newByteQueue, pushBytes, queued } from '../byte-queue.ts'
import type { ByteQueue } from '../byte-queue.ts'
import type { Framer } from '../framer.ts'

/**
 * Beast binary: `1A`, a type byte, 6 bytes time stamp, 1 byte signal level, data. Every `1A` after the type is doubled,
 * so a lone one always begins a frame, and framing recovers there. A frame comes out unescaped, without its `1A`.
 *
 *   type 31  Mode A/C, 2 bytes          type 32  Mode S short, 7 bytes     type 33  Mode S long, 14 bytes
 *   type 34, 35  receiver's settings and position, 14 bytes                type e3  receiver's id, 8 bytes, no stamp
 *
 * Source: readsb's README and its reader, seen on port 30005.
 */
export const BEAST_ESCAPE = 0x1a
/** Type, time stamp and signal before the data. */
export const BEAST_HEADER_BYTES = 8

/** Bytes after the type byte, unescaped; undefined: no such type. */
export function beastBodyBytes(type: number): number | undefined {
  switch (type) {
    case 0x31:
      return 9
    case 0x32:
      return 14
    case 0x33:
    case 0x34:
    case 0x35:
      return 21
    case 0xe3:
      return 8
    default:
      return undefined
  }
}

export function createBeastFramer(): Framer {
  const queue = newByteQueue()
  let atByte = 0

  const next = (): Uint8Array | Reject | undefined => {
    if (queued(queue) === 0) return undefined
    atByte = queue.consumed
    const noise = skipToEscape(queue)
    if (noise > 0) return reject('beast-noise', atByte, `${noise} bytes before a frame are passed over`)
    if (queued(queue) < 2) return undefined
    const type = byteAt(queue, 1)
    const body = beastBodyBytes(type)
    if (body === undefined) {
      dropBytes(queue, type === BEAST_ESCAPE ? 2 : 1) // a doubled escape is data of a frame whose start we missed
      return reject('beast-type', atByte, `${type.toString(16).padStart(2, '0')} is no frame type`)
    }
    return unescapeFrame(queue, body, atByte)
  }

  return {
    push: (chunk) => pushBytes(queue, chunk),
    next,
    end: () => {
      const rest = queued(queue)
      if (rest === 0) return undefined
      atByte = queue.consumed
      dropBytes(queue, rest)
      return reject('truncated', atByte, `the stream ends ${rest} bytes into a frame`)
    },
    get atByte() {
      return atByte
    },
    broken: false,
  }
}

/** Bytes dropped from the front up to the first escape. */
function skipToEscape(queue: ByteQueue): number {
  const at = findByte(queue, BEAST_ESCAPE, 0)
  const noise = at < 0 ? queued(queue) : at
  dropBytes(queue, noise)
  return noise
}

function unescapeFrame(queue: ByteQueue, body: number, atByte: number): Uint8Array | Reject | undefined {
  const held = queued(queue)
  const frame = new Uint8Array(1 + body)
  frame[0] = byteAt(queue, 1)
  let read = 2
  for (let written = 1; written <= body; written++) {
    if (read >= held) return undefined
    const byte = byteAt(queue, read)
    if (byte === BEAST_ESCAPE) {
      if (read + 1 >= held) return undefined
      if (byteAt(queue, read + 1) !== BEAST_ESCAPE) {
        dropBytes(queue, read)
        return reject('beast-short', atByte, `a frame of type ${(frame[0] ?? 0).toString(16)} ends after ${written - 1} of ${body} bytes`)
      }
      read++
    }
    read++
    frame[written] = byte
  }
  dropBytes(queue, read)
  return frame
}
