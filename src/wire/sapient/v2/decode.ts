import { create, fromBinary, fromJson, toBinary, toJson } from '@bufbuild/protobuf'
import type { JsonValue, MessageInitShape } from '@bufbuild/protobuf'
import { reject } from '../../../base/reject.ts'
import type { Reject } from '../../../base/reject.ts'
import { SapientMessageSchema } from './generated/sapient_pb.ts'
import type { SapientMessage } from './generated/sapient_pb.ts'
import { shortenFloats } from './shortest-floats.ts'
import { brokenRules } from './validate.ts'

/** Nesting that is taken. The deepest sound message of the standard's own examples has 9 levels; sub-classes may add some. */
export const MAX_DEPTH = 32

/**
 * One `SapientMessage` (BSI Flex 335 v2.0) from its protobuf bytes, checked against every rule of `validate.ts`.
 * The reject names the first rule that is broken and lists the others.
 */
export function decodeSapient(bytes: Uint8Array): SapientMessage | Reject {
  let message: SapientMessage
  try {
    message = fromBinary(SapientMessageSchema, bytes, { recursionLimit: MAX_DEPTH })
  } catch (error) {
    return reject('not-protobuf', 0, `not a SapientMessage: ${shortMessage(error)}`)
  }
  return checked(message)
}

/** The same from the protobuf JSON mapping; names in lowerCamelCase or as in the schema. */
export function sapientFromJson(json: unknown): SapientMessage | Reject {
  let message: SapientMessage
  try {
    message = fromJson(SapientMessageSchema, json as JsonValue, { recursionLimit: MAX_DEPTH })
  } catch (error) {
    return reject('not-protobuf-json', 0, shortMessage(error))
  }
  return checked(message)
}

export function sapientToJson(message: SapientMessage): unknown {
  return toJson(SapientMessageSchema, message)
}

/** A message from its fields, as this project writes them; `encodeSapient` takes it. */
export function makeSapient(fields: MessageInitShape<typeof SapientMessageSchema>): SapientMessage {
  return create(SapientMessageSchema, fields)
}

/** Protobuf bytes without the length that goes before them on a socket (`frameSapient`). */
export function encodeSapient(message: SapientMessage): Uint8Array {
  return toBinary(SapientMessageSchema, message)
}

/** Time of a message, UTC ms since the epoch, whole; undefined if it carries none. */
export function sapientTimeMs(timestamp: { readonly seconds: bigint; readonly nanos: number } | undefined): number | undefined {
  return timestamp === undefined ? undefined : Number(timestamp.seconds) * 1000 + Math.floor(timestamp.nanos / 1e6)
}

export function sapientTimestamp(atMs: number): { seconds: bigint; nanos: number } {
  const seconds = Math.floor(atMs / 1000)
  return { seconds: BigInt(seconds), nanos: Math.floor((atMs - seconds * 1000) * 1e6) }
}

function checked(message: SapientMessage): SapientMessage | Reject {
  const broken = brokenRules(message)
  const first = broken[0]
  if (first === undefined) {
    shortenFloats(message)
    return message
  }
  return reject(first.rule, 0, broken.map((rule) => `${rule.path}: ${rule.text}`).join('; '))
}

function shortMessage(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300)
}
