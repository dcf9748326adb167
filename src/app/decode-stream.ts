import { isReject, reject } from '../base/reject.ts'
import type { Reject } from '../base/reject.ts'
import type { Framer } from '../wire/framer.ts'
import { createLineFramer } from '../wire/line-framer.ts'
import type { Codec } from './codecs.ts'
import { MAX_DOCUMENT_BYTES } from './codecs.ts'

/** One thing found in a stream: a record, or what was declined, with the offset at which its frame begins. */
export type Found = { readonly atByte: number; readonly record: object } | { readonly atByte: number; readonly declined: Reject }

/** Everything in a stream in order. `hex`: the stream is text, one frame in hexadecimal a line; offsets are those of the text. */
export async function* decodeStream(source: AsyncIterable<Uint8Array>, codec: Codec, hex: boolean): AsyncGenerator<Found> {
  const framer = hex ? createLineFramer({ maxFrameBytes: 2 * MAX_DOCUMENT_BYTES }) : codec.createFramer()
  const decode = hex ? (line: Uint8Array) => decodeHexLine(line, codec) : (frame: Uint8Array) => [codec.decode(frame)]
  const found = function* (piece: Uint8Array | Reject): Generator<Found> {
    const { atByte } = framer
    if (isReject(piece)) return yield { atByte, declined: piece }
    for (const record of decode(piece)) {
      if (record === undefined) continue
      if (isReject(record)) {
        yield { atByte, declined: record }
        continue
      }
      yield { atByte, record }
      const fault = codec.faultOf?.(record)
      if (fault !== undefined) yield { atByte: hex ? atByte : atByte + fault.atByte, declined: fault }
    }
  }
  for await (const chunk of source) {
    framer.push(chunk)
    for (let piece = framer.next(); piece !== undefined; piece = framer.next()) yield* found(piece)
    if (framer.broken) return
  }
  for (let piece = framer.end(); piece !== undefined; piece = framer.end()) yield* found(piece)
}

/** A frame as a door takes it, or the same with what frames it on the wire (length, escape, line end). */
function decodeHexLine(line: Uint8Array, codec: Codec): (object | Reject | undefined)[] {
  const digits = Buffer.from(line).toString('latin1').replaceAll(/\s/g, '')
  if (digits === '' || digits.startsWith('#')) return []
  if (digits.length % 2 === 1 || !/^[0-9a-f]+$/i.test(digits)) return [reject('not-hex', 0, 'a line holds one frame in hexadecimal digits')]
  const bytes = Buffer.from(digits, 'hex')
  const framer = codec.createFramer()
  framer.push(bytes)
  if (codec.severalOnALine === true) return framesOf(framer).map((piece) => (isReject(piece) ? piece : codec.decode(piece)))
  const framed = framer.next()
  const whole = framed !== undefined && !isReject(framed) && framer.next() === undefined && framer.end() === undefined
  return [codec.decode(whole ? framed : bytes)]
}

/** All that a framer has once its bytes have ended. */
function framesOf(framer: Framer): (Uint8Array | Reject)[] {
  const pieces: (Uint8Array | Reject)[] = []
  for (let piece = framer.next(); piece !== undefined; piece = framer.next()) pieces.push(piece)
  for (let piece = framer.end(); piece !== undefined; piece = framer.end()) pieces.push(piece)
  return pieces
}
