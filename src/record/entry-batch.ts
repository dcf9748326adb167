import { assert } from '../base/assert.ts'
import type { Entry } from '../model/entry.ts'
import { encodeEntryInto, entryByteLength } from './entry-codec.ts'

/**
 * Entries on their way between threads, one after another in one buffer:
 *
 *   u32  bytes that follow for this entry, little-endian
 *   u8   0x00, so that prefix and entry together are what the leaf hash is over (no copy)
 *   …    the entry's canonical bytes
 */
export interface EntryBatch {
  readonly count: number
  readonly byteLength: number
  add(entry: Entry): void
  /** The bytes so far as a buffer of their own, to be transferred; the batch is empty again. */
  take(): ArrayBuffer
}

export function createEntryBatch(initialBytes = 65_536): EntryBatch {
  let buffer = new Uint8Array(initialBytes)
  let end = 0
  let count = 0
  return {
    get count() {
      return count
    },
    get byteLength() {
      return end
    },
    add(entry) {
      const need = 5 + entryByteLength(entry)
      if (end + need > buffer.length) buffer = grown(buffer, end + need)
      writeLength(buffer, end, need - 4)
      buffer[end + 4] = 0
      end = encodeEntryInto(entry, buffer, end + 5)
      count++
    },
    take() {
      const taken = buffer.slice(0, end).buffer
      end = 0
      count = 0
      return taken
    },
  }
}

/** The leaves (0x00 then canonical bytes) of a batch, as views into it. */
export function leavesOf(batch: ArrayBuffer): Uint8Array[] {
  const bytes = new Uint8Array(batch)
  const view = new DataView(batch)
  const leaves: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const length = view.getUint32(at, true)
    assert(length > 1 && at + 4 + length <= bytes.length, 'a batch holds whole entries')
    leaves.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return leaves
}

function grown(buffer: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, buffer.length * 2))
  larger.set(buffer)
  return larger
}

function writeLength(out: Uint8Array, at: number, value: number): void {
  out[at] = value
  out[at + 1] = value >>> 8
  out[at + 2] = value >>> 16
  out[at + 3] = value >>> 24
}
