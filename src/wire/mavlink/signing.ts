import { isReject, reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { headOf, SIGNATURE_BYTES } from './frame.ts'
import { decodeMavlink } from './report.ts'
import type { MavlinkReport } from './report.ts'

/** The last stamp of each stream (`system/component/link`): a signed frame may not be older. Plain data. */
export type SigningState = Map<string, number>

const KEY_BYTES = 32
const HASH_BYTES = 6
/** A stream that was never heard begins at most this far behind the newest stamp of all: one minute, in units of 10 us. */
const NEW_STREAM_WINDOW = 6_000_000

/**
 * Judges a frame where a key is set: signed, by this key, and later than everything its stream has said.
 * The signature is the first 48 bits of SHA-256 over key, frame from its first byte to its checksum, link id and stamp.
 *
 * sha256  the hash of its argument, 32 bytes
 *
 * Source: mavlink.io, "Message signing".
 */
export function decodeSignedMavlink(
  frame: Uint8Array,
  key: Uint8Array,
  state: SigningState,
  sha256: (bytes: Uint8Array) => Uint8Array,
): MavlinkReport | Reject {
  const report = decodeMavlink(frame)
  if (isReject(report)) return report
  const { signature } = report
  const at = frame[0] === 0 ? 8 : 0
  const head = headOf(frame, at)
  if (signature === undefined || head === undefined) return reject('mavlink-unsigned', at, 'a key is set and the frame is not signed')
  if (key.length !== KEY_BYTES) return reject('mavlink-key', at, `a key has ${KEY_BYTES} bytes`)
  const covered = frame.subarray(at, frame.length - HASH_BYTES)
  const text = new Uint8Array(KEY_BYTES + covered.length)
  text.set(key)
  text.set(covered, KEY_BYTES)
  const hash = sha256(text)
  let difference = 0
  // Every byte is looked at, so that time tells nothing of how much was right.
  for (let i = 0; i < HASH_BYTES; i++) difference |= (hash[i] ?? 0) ^ (frame[frame.length - HASH_BYTES + i] ?? 0)
  if (difference !== 0) return reject('mavlink-signature', frame.length - SIGNATURE_BYTES, 'the signature is not made with the key')
  const stream = `${report.systemId}/${report.componentId}/${signature.linkId}`
  const last = state.get(stream)
  const newest = Math.max(0, ...state.values())
  const tooOld = last === undefined ? signature.stamp + NEW_STREAM_WINDOW < newest : signature.stamp <= last
  if (tooOld) return reject('mavlink-replay', frame.length - SIGNATURE_BYTES, 'the signature is older than what has been heard')
  state.set(stream, signature.stamp)
  return report
}
