import { bits, setBits } from './bits.ts'

/**
 * BDS 0,8 Aircraft identification and category, type codes 1 to 4. Bits of the 56-bit ME field:
 *
 *   bits 1/5    type code: 4 category set A, 3 B, 2 C, 1 D
 *   bits 6/8    emitter category, 0 none
 *   bits 9/56   eight characters of 6 bits: 1..26 A..Z, 32 space, 48..57 0..9
 *
 * Source: ICAO Doc 9871, table A-2-8.
 */
export type Identification = {
  /** Call sign without trailing spaces; undefined where a character is none. */
  readonly callsign: string | undefined
  /** e.g. `A3` large, `B6` unmanned, `A7` rotorcraft; undefined when the category is 0. */
  readonly category: string | undefined
}

const SETS = ['', 'D', 'C', 'B', 'A'] as const

export function decodeIdentification(me: Uint8Array): Identification {
  const number = bits(me, 6, 3)
  let callsign = ''
  for (let i = 0; i < 8; i++) {
    const character = characterOf(bits(me, 9 + 6 * i, 6))
    if (character === undefined) return { callsign: undefined, category: categoryOf(me, number) }
    callsign += character
  }
  callsign = callsign.trimEnd()
  return { callsign: callsign === '' ? undefined : callsign, category: categoryOf(me, number) }
}

/** Writes the ME field. Characters that the code has not become spaces. */
export function encodeIdentificationMe(identification: Identification): Uint8Array {
  const me = new Uint8Array(7)
  const set = SETS.indexOf((identification.category?.[0] ?? 'A') as (typeof SETS)[number])
  setBits(me, 1, 5, set < 1 ? 4 : set)
  setBits(me, 6, 3, Number(identification.category?.[1] ?? 0) & 7)
  const padded = (identification.callsign ?? '').toUpperCase().padEnd(8).slice(0, 8)
  for (let i = 0; i < 8; i++) setBits(me, 9 + 6 * i, 6, codeOf(padded.charCodeAt(i)))
  return me
}

function categoryOf(me: Uint8Array, number: number): string | undefined {
  const set = SETS[bits(me, 1, 5)]
  return number === 0 || set === undefined || set === '' ? undefined : `${set}${number}`
}

function characterOf(code: number): string | undefined {
  if (code >= 1 && code <= 26) return String.fromCharCode(64 + code)
  if (code === 32 || (code >= 48 && code <= 57)) return String.fromCharCode(code)
  return undefined
}

function codeOf(character: number): number {
  if (character >= 65 && character <= 90) return character - 64
  return character >= 48 && character <= 57 ? character : 32
}
