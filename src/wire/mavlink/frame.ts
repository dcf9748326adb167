import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { crcExtraOf, crcExtraThatFits, x25, x25Step } from './checksum.ts'

/**
 * One frame of MAVLink.
 *
 *   version 2   FD, length, incompatible flags, compatible flags, sequence, system, component, 3 bytes id, payload, 2 bytes checksum,
 *               13 bytes signature where incompatible flag 0 is set
 *   version 1   FE, length, sequence, system, component, 1 byte id, payload, 2 bytes checksum
 *
 * The checksum runs over everything behind the first byte and a byte that stands for the message's definition. Version 2 cuts
 * trailing zeros off the payload, but for its first byte.
 *
 * Source: mavlink.io, "Serialization" and "Message signing".
 */
export const MAGIC_2 = 0xfd
export const MAGIC_1 = 0xfe
export const SIGNATURE_BYTES = 13
export const SIGNED_FLAG = 1
export const MAX_FRAME_BYTES = 10 + 255 + 2 + SIGNATURE_BYTES
const HEADER_2_BYTES = 10
const HEADER_1_BYTES = 6

/** crcExtra: the byte that makes the checksum right; `known` false: no definition we know has this id, so only 8 bits are checked. */
export type FrameHead = {
  readonly protocol: 1 | 2
  readonly messageId: number
  readonly payloadFrom: number
  readonly payloadTo: number
  readonly bytes: number
  readonly signed: boolean
}

/** Layout of the frame that begins at `at`; undefined: not enough bytes to tell. The byte there is a magic. */
export function headOf(bytes: Uint8Array, at: number): FrameHead | undefined {
  const version2 = bytes[at] === MAGIC_2
  if (at + (version2 ? 3 : 2) > bytes.length) return undefined
  const header = version2 ? HEADER_2_BYTES : HEADER_1_BYTES
  const signed = version2 && ((bytes[at + 2] ?? 0) & SIGNED_FLAG) === SIGNED_FLAG
  const payloadTo = header + (bytes[at + 1] ?? 0)
  const messageId = version2 ? (bytes[at + 7] ?? 0) | ((bytes[at + 8] ?? 0) << 8) | ((bytes[at + 9] ?? 0) << 16) : (bytes[at + 5] ?? 0)
  return {
    protocol: version2 ? 2 : 1,
    messageId,
    payloadFrom: header,
    payloadTo,
    bytes: payloadTo + 2 + (signed ? SIGNATURE_BYTES : 0),
    signed,
  }
}

export type Checked = { readonly crcExtra: number; readonly known: boolean }

/** Judges the checksum of the whole frame that begins at `at`. */
export function checkFrame(bytes: Uint8Array, at: number, head: FrameHead): Checked | Reject {
  const end = at + head.payloadTo
  const crc = x25(bytes, at + 1, end)
  const sent = (bytes[end] ?? 0) | ((bytes[end + 1] ?? 0) << 8)
  const extra = crcExtraOf(head.messageId)
  if (extra !== undefined && x25Step(crc, extra) === sent) return { crcExtra: extra, known: true }
  const fits = extra === undefined ? crcExtraThatFits(crc, sent) : undefined
  if (fits !== undefined) return { crcExtra: fits, known: false }
  return reject('mavlink-crc', end - at, `the checksum of message ${head.messageId} is wrong`)
}
