import { isReject, reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { byteAt, copyBytes, dropBytes, newByteQueue, pushBytes, queued } from '../byte-queue.ts'
import type { ByteQueue } from '../byte-queue.ts'
import type { Framer } from '../framer.ts'
import { maxBytesOf } from './checksum.ts'
import { checkFrame, headOf, MAGIC_1, MAGIC_2, MAX_FRAME_BYTES } from './frame.ts'

/** A telemetry log puts 8 bytes before each frame: microseconds since 1970, big-endian. */
export const STAMP_BYTES = 8

/**
 * Frames of versions 1 and 2 out of a stream. A frame counts once its checksum is right; everything else is passed over byte by
 * byte and told of once, so framing recovers at the next whole frame. The checksum of a message that no definition names proves too
 * little: it counts only in step, between two frames or at an end.
 *
 * stampBytes: 0, or `STAMP_BYTES` for a telemetry log; a frame then comes out with its stamp.
 */
export function createMavlinkFramer(stampBytes: 0 | typeof STAMP_BYTES = 0): Framer {
  const queue = newByteQueue()
  const state = { atByte: 0, passedFrom: 0, passed: 0, wrong: 0, ended: false }

  const told = (): Reject => {
    const { passed, wrong, passedFrom } = state
    state.atByte = passedFrom
    state.passed = 0
    state.wrong = 0
    return wrong > 0
      ? reject(
          'mavlink-crc',
          passedFrom,
          `${passed} bytes are passed over; in them ${wrong} places began like a frame, with a wrong checksum`,
        )
      : reject('mavlink-noise', passedFrom, `${passed} bytes without a frame are passed over`)
  }
  const passOne = (wrong: boolean): void => {
    if (state.passed === 0) state.passedFrom = queue.consumed
    state.passed += 1
    if (wrong) state.wrong += 1
    dropBytes(queue, 1)
  }
  const next = (): Uint8Array | Reject | undefined => {
    for (;;) {
      const found = frameAtFront(queue, stampBytes, state.passed === 0, state.ended)
      if (found === 'wait') return undefined
      if (found === 'none' || found === 'wrong') {
        passOne(found === 'wrong')
        if (state.passed >= MAX_PASSED_BYTES) return told()
        continue
      }
      if (state.passed > 0) return told()
      state.atByte = queue.consumed
      const frame = copyBytes(queue, 0, found)
      dropBytes(queue, found)
      return frame
    }
  }
  return {
    push: (chunk) => pushBytes(queue, chunk),
    next,
    end: () => {
      state.ended = true
      const piece = next()
      return piece ?? (state.passed > 0 ? told() : undefined)
    },
    get atByte() {
      return state.atByte
    },
    broken: false,
  }
}

/** How much is passed over before it is told of. */
const MAX_PASSED_BYTES = 4096

/** Bytes of the good frame at the front; `wrong`: it begins like one; `wait`: more bytes are needed to say. */
function frameAtFront(queue: ByteQueue, stampBytes: number, inStep: boolean, ended: boolean): number | 'none' | 'wrong' | 'wait' {
  const held = queued(queue)
  if (held <= stampBytes) return held > 0 && ended ? 'none' : 'wait'
  const bytes = queue.bytes.subarray(queue.start, Math.min(queue.end, queue.start + stampBytes + MAX_FRAME_BYTES))
  const magic = bytes[stampBytes]
  if (magic !== MAGIC_2 && magic !== MAGIC_1) return 'none'
  const head = headOf(bytes, stampBytes)
  if (head === undefined || stampBytes + head.bytes > held) return ended ? 'none' : 'wait'
  // What cannot count is not worth a checksum: a stream of false beginnings would otherwise cost one of 280 bytes for each of its bytes.
  const most = maxBytesOf(head.messageId)
  if (most === undefined ? !inStep : head.protocol === 1 && head.payloadTo - head.payloadFrom > most) return 'wrong'
  if (isReject(checkFrame(bytes, stampBytes, head))) return 'wrong'
  const length = stampBytes + head.bytes
  if (most !== undefined || (ended && held === length)) return length
  // Of a message that nobody defines 8 bits are checked, so the next frame must begin where it ends.
  if (held <= length + stampBytes) return ended ? 'wrong' : 'wait'
  const following = byteAt(queue, length + stampBytes)
  return following === MAGIC_2 || following === MAGIC_1 ? length : 'wrong'
}

/** Whether a file begins as a telemetry log does: a stamp, then a whole frame with a good checksum. */
export function isTelemetryLog(start: Uint8Array): boolean {
  if (start[0] !== 0 || (start[STAMP_BYTES] !== MAGIC_1 && start[STAMP_BYTES] !== MAGIC_2)) return false
  const head = headOf(start, STAMP_BYTES)
  return head !== undefined && STAMP_BYTES + head.bytes <= start.length && !isReject(checkFrame(start, STAMP_BYTES, head))
}
