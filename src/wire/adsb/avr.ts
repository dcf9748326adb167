import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { decodeModeS } from './mode-s.ts'
import type { ModeSReport } from './mode-s.ts'

/**
 * AVR text: `*` hexadecimal message `;` or `@` 12 digits time stamp, message `;`, one a line.
 *
 * Source: dump1090 and readsb, port 30002.
 */
export type AvrLine = { readonly counter: number | undefined; readonly report: ModeSReport | { readonly kind: 'mode-ac' } }

const LINE = /^(?:\*|@([0-9A-Fa-f]{12}))((?:[0-9A-Fa-f]{2}){1,14});$/

export function decodeAvrLine(bytes: Uint8Array): AvrLine | Reject {
  const text = String.fromCharCode(...bytes.subarray(0, 64)).trim()
  const match = LINE.exec(text)
  const hex = match?.[2]
  if (bytes.length > 64 || hex === undefined)
    return reject('avr-form', 0, 'expected * or @ with 12 digits, 4, 14 or 28 hexadecimal digits, ;')
  const counter = match?.[1] === undefined ? undefined : Number.parseInt(match[1], 16)
  if (hex.length === 4) return { counter, report: { kind: 'mode-ac' } }
  const report = decodeModeS(fromHex(hex))
  return 'rejected' in report ? report : { counter, report }
}

export function encodeAvrLine(message: Uint8Array): string {
  let hex = ''
  for (const byte of message) hex += byte.toString(16).padStart(2, '0')
  return `*${hex.toUpperCase()};`
}

function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)
  return bytes
}
