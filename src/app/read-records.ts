import { isReject, reject } from '../base/reject.ts'
import type { Reject } from '../base/reject.ts'
import { createJsonFramer } from '../wire/json/framing.ts'
import { MAX_DOCUMENT_BYTES } from './codecs.ts'

export type ReadRecord = { readonly atByte: number; readonly record: unknown }

/** JSON values of a stream, by line or by bracket; the items of a list one by one. */
export async function* readRecords(source: AsyncIterable<Uint8Array>): AsyncGenerator<ReadRecord> {
  const framer = createJsonFramer({ maxFrameBytes: MAX_DOCUMENT_BYTES })
  for await (const chunk of source) {
    framer.push(chunk)
    for (let piece = framer.next(); piece !== undefined; piece = framer.next()) yield* parse(framer.atByte, piece)
    if (framer.broken) return
  }
  for (let piece = framer.end(); piece !== undefined; piece = framer.end()) yield* parse(framer.atByte, piece)
}

function* parse(atByte: number, piece: Uint8Array | Reject): Generator<ReadRecord> {
  if (isReject(piece)) return yield { atByte, record: piece }
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(piece))
  } catch (error) {
    return yield { atByte, record: reject('json-syntax', 0, error instanceof Error ? error.message : 'not JSON') }
  }
  if (!Array.isArray(value)) return yield { atByte, record: value }
  for (const record of value) yield { atByte, record }
}
