import { isReject, reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { bytesOfHex, hexOf, MESSAGE_BYTES } from './fields.ts'
import { decodeRemoteIdMessage, encodeRemoteIdMessage } from './message.ts'
import type { RemoteIdMessage } from './message.ts'

/** A message inside a pack that had to be declined: the others of its pack are still good. atByte of `why` counts from the message. */
export type Unread = { readonly kind: 'unread'; readonly bytesHex: string; readonly why: Reject }

/**
 * packVersion   of the pack's own header; undefined: one message without a pack
 * paddingBytes  zeros behind the last message, which senders of a fixed length leave
 * trailingHex   what else stands there
 */
export type Pack = {
  readonly packVersion: number | undefined
  readonly messages: readonly (RemoteIdMessage | Unread)[]
  readonly paddingBytes?: number | undefined
  readonly trailingHex?: string | undefined
}

export const PACK_HEADER_BYTES = 3
export const MAX_PACK_MESSAGES = 9
const PACK_TYPE = 15
/** The most that one element of a Wi-Fi frame or one Bluetooth advertisement holds. */
const MAX_PADDING_BYTES = 1650

export function isPack(first: number): boolean {
  return first >> 4 === PACK_TYPE
}

/** Bytes of the messages that a pack's header announces, or why the header cannot be true. */
export function packBytes(bytes: Uint8Array, at: number): number | Reject {
  const size = bytes[at + 1] ?? 0
  const count = bytes[at + 2] ?? 0
  if (size !== MESSAGE_BYTES) return reject('pack-size', at + 1, `messages of ${size} bytes, not ${MESSAGE_BYTES}`)
  if (count > MAX_PACK_MESSAGES) return reject('pack-count', at + 2, `${count} messages, at most ${MAX_PACK_MESSAGES} are allowed`)
  return PACK_HEADER_BYTES + count * MESSAGE_BYTES
}

/**
 * One message, or type 15, Message pack: byte 1 size of a message (25), byte 2 their count (1 to 9), then the messages.
 * Transmitters that have nothing to say yet send packs of 0; that is what such a pack then reads.
 * A single message that is declined declines the whole; in a pack it costs only itself.
 *
 * Source: ASTM F3411-22a, Message Pack.
 */
export function decodePack(bytes: Uint8Array): Pack | Reject {
  if (bytes.length === 0) return reject('truncated', 0, 'no message')
  if (!isPack(bytes[0] ?? 0)) {
    const message = decodeRemoteIdMessage(bytes.subarray(0, MESSAGE_BYTES))
    if (isReject(message)) return message
    return { packVersion: undefined, messages: [message], ...behind(bytes, MESSAGE_BYTES) }
  }
  if (bytes.length < PACK_HEADER_BYTES) return reject('truncated', bytes.length, 'a pack ends inside its header')
  const length = packBytes(bytes, 0)
  if (isReject(length)) return length
  if (length > bytes.length)
    return reject('truncated', bytes.length, `a pack of ${bytes[2]} messages has ${length} bytes, not ${bytes.length}`)
  const messages: (RemoteIdMessage | Unread)[] = []
  for (let at = PACK_HEADER_BYTES; at < length; at += MESSAGE_BYTES) {
    const one = bytes.subarray(at, at + MESSAGE_BYTES)
    const message = isPack(one[0] ?? 0) ? reject('pack-in-pack', 0, 'a pack holds no pack') : decodeRemoteIdMessage(one)
    messages.push(isReject(message) ? { kind: 'unread', bytesHex: hexOf(one), why: message } : message)
  }
  return { packVersion: (bytes[0] ?? 0) & 15, messages, ...behind(bytes, length) }
}

function behind(bytes: Uint8Array, from: number): { paddingBytes?: number; trailingHex?: string } {
  const rest = bytes.subarray(from)
  if (rest.length === 0) return {}
  return rest.every((byte) => byte === 0) ? { paddingBytes: rest.length } : { trailingHex: hexOf(rest) }
}

export function encodePack(pack: Pack): Uint8Array | Reject {
  const { packVersion, messages } = pack
  if (!Array.isArray(messages) || (messages.length === 0 && packVersion === undefined))
    return reject('no-message', 0, 'a report has messages')
  if (packVersion === undefined && messages.length !== 1) return reject('no-pack', 0, 'several messages need a packVersion')
  if (messages.length > MAX_PACK_MESSAGES)
    return reject('pack-count', 0, `${messages.length} messages, at most ${MAX_PACK_MESSAGES} are allowed`)
  const bytes: number[] = []
  if (packVersion !== undefined) {
    if (!(Number.isInteger(packVersion) && packVersion >= 0 && packVersion <= 15))
      return reject('field-range', 0, 'packVersion lies from 0 to 15')
    bytes.push((PACK_TYPE << 4) | packVersion, MESSAGE_BYTES, messages.length)
  }
  for (const message of messages as readonly (RemoteIdMessage | Unread)[]) {
    if (typeof message !== 'object' || message === null) return reject('no-message', 0, 'a message is an object')
    const one = message.kind === 'unread' ? bytesOfHex(message.bytesHex) : encodeRemoteIdMessage(message)
    if (one === undefined || (!isReject(one) && one.length !== MESSAGE_BYTES))
      return reject('field-range', 0, `bytesHex is one message of ${MESSAGE_BYTES} bytes in hexadecimal`)
    if (isReject(one)) return one
    bytes.push(...one)
  }
  const rest = pack.paddingBytes === undefined ? bytesOfHex(pack.trailingHex ?? '') : zeros(pack.paddingBytes)
  if (rest === undefined) return reject('field-range', 0, `trailingHex is hexadecimal, paddingBytes at most ${MAX_PADDING_BYTES}`)
  return Uint8Array.from([...bytes, ...rest])
}

function zeros(count: unknown): Uint8Array | undefined {
  const fits = typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= MAX_PADDING_BYTES
  return fits ? new Uint8Array(count) : undefined
}
