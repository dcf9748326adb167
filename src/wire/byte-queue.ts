/**
 * Bytes that have arrived and are not yet framed. Whoever pushes also drains, so it holds one partial frame and one chunk.
 *
 * consumed  bytes dropped from the front so far: the stream offset of `at(0)`
 */
export type ByteQueue = {
  bytes: Uint8Array
  start: number
  end: number
  consumed: number
}

export function newByteQueue(): ByteQueue {
  return { bytes: new Uint8Array(4096), start: 0, end: 0, consumed: 0 }
}

export function queued(queue: ByteQueue): number {
  return queue.end - queue.start
}

export function pushBytes(queue: ByteQueue, chunk: Uint8Array): void {
  const held = queue.end - queue.start
  if (queue.end + chunk.length > queue.bytes.length) {
    // Moving what is held to the front is enough while it fits; else double, so that pushing stays linear in the bytes.
    const target =
      held + chunk.length <= queue.bytes.length ? queue.bytes : new Uint8Array(Math.max(queue.bytes.length * 2, held + chunk.length))
    target.set(queue.bytes.subarray(queue.start, queue.end), 0)
    queue.bytes = target
    queue.start = 0
    queue.end = held
  }
  queue.bytes.set(chunk, queue.end)
  queue.end += chunk.length
}

/** Byte `index` from the front; 0 beyond the end, so look at `queued` first. */
export function byteAt(queue: ByteQueue, index: number): number {
  return queue.bytes[queue.start + index] ?? 0
}

/** Index from the front of the first `value` at or after `from`, or -1. */
export function findByte(queue: ByteQueue, value: number, from: number): number {
  const found = queue.bytes.subarray(queue.start, queue.end).indexOf(value, from)
  return found
}

/** A copy of `count` bytes beginning at `from`. */
export function copyBytes(queue: ByteQueue, from: number, count: number): Uint8Array {
  return queue.bytes.slice(queue.start + from, queue.start + from + count)
}

export function dropBytes(queue: ByteQueue, count: number): void {
  queue.start += count
  queue.consumed += count
  if (queue.start === queue.end) {
    queue.start = 0
    queue.end = 0
  }
}
