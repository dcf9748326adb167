import { assert } from '../../../base/assert.ts'
import { reject } from '../../../base/reject.ts'
import type { Reject } from '../../../base/reject.ts'
import { byteAt, copyBytes, dropBytes, newByteQueue, pushBytes, queued } from '../../byte-queue.ts'
import type { Framer, FramerLimits } from '../../framer.ts'

/**
 * SAPIENT on TCP: 4 bytes length, unsigned, little-endian, then that many bytes of one protobuf `SapientMessage`.
 * There is nothing to resynchronise on, so a length over the limit breaks the stream for good.
 *
 * Source: BSI Flex 335 v2.0; the default limit of 1,024 KiB is that of Dstl's Apex middleware.
 */
export const SAPIENT_LENGTH_BYTES = 4
export const SAPIENT_MAX_FRAME_BYTES = 1024 * 1024

export function createSapientFramer(limits: FramerLimits): Framer {
  const queue = newByteQueue()
  let atByte = 0
  let broken = false

  const next = (): Uint8Array | Reject | undefined => {
    if (broken || queued(queue) < SAPIENT_LENGTH_BYTES) return undefined
    const length = readLength(byteAt(queue, 0), byteAt(queue, 1), byteAt(queue, 2), byteAt(queue, 3))
    if (length > limits.maxFrameBytes) {
      broken = true
      atByte = queue.consumed
      return reject(
        'length-over-limit',
        atByte,
        `the length says ${length} bytes, at most ${limits.maxFrameBytes} are taken; is it little-endian?`,
      )
    }
    if (length === 0) {
      atByte = queue.consumed
      dropBytes(queue, SAPIENT_LENGTH_BYTES)
      return reject('empty-message', atByte, 'the length says 0 bytes')
    }
    if (queued(queue) < SAPIENT_LENGTH_BYTES + length) return undefined
    atByte = queue.consumed
    const frame = copyBytes(queue, SAPIENT_LENGTH_BYTES, length)
    dropBytes(queue, SAPIENT_LENGTH_BYTES + length)
    return frame
  }

  return {
    push: (chunk) => {
      if (!broken) pushBytes(queue, chunk)
    },
    next,
    end: () => {
      if (broken || queued(queue) === 0) return undefined
      atByte = queue.consumed
      broken = true
      return reject('truncated', atByte, `the stream ends ${queued(queue)} bytes into a message`)
    },
    get atByte() {
      return atByte
    },
    get broken() {
      return broken
    },
  }
}

/** The message with its length in front, as it goes on a socket. */
export function frameSapient(message: Uint8Array): Uint8Array {
  assert(message.length > 0 && message.length < 0x1_0000_0000, 'a SAPIENT message has between 1 byte and 4 GiB')
  const framed = new Uint8Array(SAPIENT_LENGTH_BYTES + message.length)
  framed[0] = message.length & 0xff
  framed[1] = (message.length >>> 8) & 0xff
  framed[2] = (message.length >>> 16) & 0xff
  framed[3] = (message.length >>> 24) & 0xff
  framed.set(message, SAPIENT_LENGTH_BYTES)
  return framed
}

function readLength(b0: number, b1: number, b2: number, b3: number): number {
  return ((b3 << 24) | (b2 << 16) | (b1 << 8) | b0) >>> 0
}
