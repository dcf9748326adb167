import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { BEAST_ESCAPE, BEAST_HEADER_BYTES, beastBodyBytes } from './framing.ts'
import { decodeModeS } from './mode-s.ts'
import type { ModeSReport } from './mode-s.ts'

/**
 * One Beast frame as `createBeastFramer` gives it: type, 6 bytes time stamp (big-endian), 1 byte signal, data.
 *
 * counter  ticks of 12 MHz, or on a Radarcape GPS seconds of the day and ns; undefined when it is one of the constants that
 *          stand for "none" (0) or "made by multilateration" (FF004D4C4154): neither is a time
 * signal   0..255, amplitude
 */
export type BeastFrame = { readonly counter: number | undefined; readonly signal: number; readonly report: BeastReport }
export type BeastReport = ModeSReport | { readonly kind: 'mode-ac' } | { readonly kind: 'receiver' }

const MLAT_COUNTER = 0xff004d4c4154

export function decodeBeastFrame(frame: Uint8Array): BeastFrame | Reject {
  const type = frame[0] ?? 0
  const body = beastBodyBytes(type)
  if (body === undefined) return reject('beast-type', 0, `${type.toString(16).padStart(2, '0')} is no frame type`)
  if (frame.length !== 1 + body)
    return reject('beast-length', frame.length, `type ${type.toString(16)} has ${1 + body} bytes, not ${frame.length}`)
  if (type === 0xe3) return { counter: undefined, signal: 0, report: { kind: 'receiver' } }
  const counter = counterOf(frame)
  const signal = frame[7] ?? 0
  if (type === 0x31) return { counter, signal, report: { kind: 'mode-ac' } }
  if (type !== 0x32 && type !== 0x33) return { counter, signal, report: { kind: 'receiver' } }
  const report = decodeModeS(frame.subarray(BEAST_HEADER_BYTES))
  if ('rejected' in report) return { ...report, atByte: report.atByte + BEAST_HEADER_BYTES }
  return { counter, signal, report }
}

/** The escaped bytes of one frame with a Mode S message of 7 or 14 bytes, as they go on a socket. */
export function encodeBeastFrame(message: Uint8Array, counter = 0, signal = 0): Uint8Array {
  const frame = [BEAST_ESCAPE, message.length === 14 ? 0x33 : 0x32]
  const put = (byte: number): void => {
    frame.push(byte)
    if (byte === BEAST_ESCAPE) frame.push(byte)
  }
  let divisor = 0x10000000000 // 2^40, the weight of the first of 6 bytes
  for (let i = 0; i < 6; i++) {
    put(Math.floor(counter / divisor) % 256)
    divisor /= 256
  }
  put(signal & 0xff)
  for (const byte of message) put(byte)
  return Uint8Array.from(frame)
}

function counterOf(frame: Uint8Array): number | undefined {
  let counter = 0
  for (let i = 1; i <= 6; i++) counter = counter * 256 + (frame[i] ?? 0)
  return counter === 0 || counter === MLAT_COUNTER ? undefined : counter
}
