import { reject } from '../base/reject.ts'
import type { Reject } from '../base/reject.ts'
import { copyBytes, dropBytes, findByte, newByteQueue, pushBytes, queued } from './byte-queue.ts'
import type { ByteQueue } from './byte-queue.ts'
import type { Framer, FramerLimits } from './framer.ts'

const LF = 0x0a
const CR = 0x0d

/** Text lines ended by LF or CR LF, without their ending; empty lines are passed over. AVR, SBS and newline-delimited JSON. */
export function createLineFramer(limits: FramerLimits): Framer {
  const queue = newByteQueue()
  let atByte = 0
  let skipping = false // inside a line that was declined as too long, until its end
  let searched = 0 // bytes of the held line that are known to hold no LF

  const next = (): Uint8Array | Reject | undefined => {
    for (;;) {
      const end = findByte(queue, LF, searched)
      if (end < 0) {
        searched = queued(queue)
        if (searched <= limits.maxFrameBytes) return undefined
        const wasSkipping = skipping
        atByte = wasSkipping ? atByte : queue.consumed
        dropBytes(queue, searched)
        searched = 0
        skipping = true
        if (wasSkipping) return undefined
        return reject('line-over-limit', atByte, `a line is longer than ${limits.maxFrameBytes} bytes; it is passed over to its end`)
      }
      searched = 0
      if (skipping) {
        skipping = false
        dropBytes(queue, end + 1)
        continue
      }
      const line = takeLine(queue, end)
      atByte = line.at
      if (line.bytes.length > limits.maxFrameBytes)
        return reject('line-over-limit', atByte, `a line is longer than ${limits.maxFrameBytes} bytes`)
      if (line.bytes.length > 0) return line.bytes
    }
  }

  return {
    push: (chunk) => pushBytes(queue, chunk),
    next,
    end: () => {
      const rest = queued(queue)
      if (rest === 0 || skipping) return undefined
      atByte = queue.consumed
      const bytes = copyBytes(queue, 0, rest)
      dropBytes(queue, rest)
      searched = 0
      return bytes
    },
    get atByte() {
      return atByte
    },
    broken: false,
  }
}

function takeLine(queue: ByteQueue, end: number): { at: number; bytes: Uint8Array } {
  const at = queue.consumed
  const bytes = copyBytes(queue, 0, end)
  dropBytes(queue, end + 1)
  return { at, bytes: bytes.length > 0 && bytes[bytes.length - 1] === CR ? bytes.subarray(0, bytes.length - 1) : bytes }
}
