import { isReject, reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { byteAt, copyBytes, dropBytes, newByteQueue, pushBytes, queued } from '../byte-queue.ts'
import type { Framer, FramerLimits } from '../framer.ts'

/** Category and length. */
export const BLOCK_HEADER_BYTES = 3
/** The longest block its 16-bit length can state. */
export const ASTERIX_MAX_FRAME_BYTES = 65535

/**
 * Blocks of a byte stream, as some senders put them on TCP and as raw recordings have them. A frame is one block with its header.
 * A length that does not hold the header leaves nothing to go on by and breaks the stream for good.
 */
export function createAsterixFramer(limits: FramerLimits): Framer {
  const queue = newByteQueue()
  let atByte = 0
  let broken = false
  const breakOff = (rejected: string, detail: string): Reject => {
    broken = true
    atByte = queue.consumed
    return reject(rejected, atByte, detail)
  }
  const next = (): Uint8Array | Reject | undefined => {
    if (broken || queued(queue) < BLOCK_HEADER_BYTES) return undefined
    const length = (byteAt(queue, 1) << 8) | byteAt(queue, 2)
    if (length < BLOCK_HEADER_BYTES) return breakOff('block-length', `a block of ${length} octets would not hold its own header`)
    if (length > limits.maxFrameBytes)
      return breakOff('length-over-limit', `a block of ${length} octets, at most ${limits.maxFrameBytes} are taken`)
    if (queued(queue) < length) return undefined
    atByte = queue.consumed
    const block = copyBytes(queue, 0, length)
    dropBytes(queue, length)
    return block
  }
  return {
    push: (chunk) => {
      if (!broken) pushBytes(queue, chunk)
    },
    next,
    end: () => {
      if (broken || queued(queue) === 0) return undefined
      return breakOff('truncated', `the stream ends ${queued(queue)} octets into a block`)
    },
    get atByte() {
      return atByte
    },
    get broken() {
      return broken
    },
  }
}

/** Length of the block at an offset of a datagram, header included, or why there is none. */
export function blockBytes(bytes: Uint8Array, at: number): number | Reject {
  const left = bytes.length - at
  if (left < BLOCK_HEADER_BYTES) return reject('truncated', bytes.length, `a block begins with 3 octets; ${left} are there`)
  const length = ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
  if (length < BLOCK_HEADER_BYTES) return reject('block-length', at + 1, `a block of ${length} octets would not hold its own header`)
  if (length > left) return reject('truncated', bytes.length, `the block says ${length} octets; ${left} are there`)
  return length
}

/** A block, or what was declined, with its offset in the datagram. */
export type BlockAt = { readonly at: number; readonly block: Uint8Array | Reject }

/** The blocks of one datagram, each a view of it; a datagram may hold several, of different categories. A fault ends the list. */
export function splitDatagram(datagram: Uint8Array): BlockAt[] {
  const blocks: BlockAt[] = []
  for (let at = 0; at < datagram.length;) {
    const length = blockBytes(datagram, at)
    if (isReject(length)) {
      blocks.push({ at, block: length })
      break
    }
    blocks.push({ at, block: datagram.subarray(at, at + length) })
    at += length
  }
  return blocks
}
