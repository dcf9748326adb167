import type { Reject } from '../base/reject.ts'

/**
 * Cuts a byte stream into frames. A frame is one message without its length prefix or terminator, unescaped.
 * A framer holds at most one frame and one chunk; call `next` until it gives undefined after each `push`.
 */
export interface Framer {
  push(chunk: Uint8Array): void
  /** The next frame, or what had to be declined, or undefined when more bytes are needed. The frame is the caller's own copy. */
  next(): Uint8Array | Reject | undefined
  /** Call once the stream has ended: what is left is a last frame, is declined, or is nothing. */
  end(): Uint8Array | Reject | undefined
  /** Offset in the stream at which the last frame or reject began, bytes. */
  readonly atByte: number
  /** True once the frame boundaries are lost for good: the connection must be closed. */
  readonly broken: boolean
}

/** maxFrameBytes: a longer frame is declined; from the feed's definition. */
export type FramerLimits = { readonly maxFrameBytes: number }
