import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { decodeAirbornePosition, encodeAirbornePositionMe } from './airborne-position.ts'
import type { AirbornePosition } from './airborne-position.ts'
import { decodeAirborneVelocity, encodeAirborneVelocityMe } from './airborne-velocity.ts'
import type { AirborneVelocity } from './airborne-velocity.ts'
import { decodeAircraftStatus } from './aircraft-status.ts'
import type { AircraftStatus } from './aircraft-status.ts'
import { bits, setBits } from './bits.ts'
import { encodeCpr } from './cpr.ts'
import { parityOverlay, writeParity } from './crc24.ts'
import { decodeIdentification, encodeIdentificationMe } from './identification.ts'
import type { Identification } from './identification.ts'
import { decodeOperationalStatus } from './operational-status.ts'
import type { OperationalStatus } from './operational-status.ts'
import { decodeSurfacePosition } from './surface-position.ts'
import type { SurfacePosition } from './surface-position.ts'

/**
 * A Mode S message of 7 or 14 bytes.
 *
 *   bits 1/5     downlink format: 11 all-call reply, 17 extended squitter, 18 the same from other than a transponder
 *   bits 6/8     capability (11, 17) or code format (18)
 *   bits 9/32    address
 *   bits 33/88   ME field (17, 18)
 *   last 24      parity; formats 0, 4, 5, 16, 20, 21 lay the address over it, 11 the interrogator
 *
 * Source: ICAO Annex 10 vol. IV, 3.1.2; ICAO Doc 9871.
 */
export type ModeSReport =
  | (SquitterHeader & { readonly kind: 'identification' } & Identification)
  | (SquitterHeader & { readonly kind: 'airborne-position' } & AirbornePosition)
  | (SquitterHeader & { readonly kind: 'surface-position' } & SurfacePosition)
  | (SquitterHeader & { readonly kind: 'airborne-velocity' } & AirborneVelocity)
  | (SquitterHeader & { readonly kind: 'aircraft-status' } & AircraftStatus)
  | (SquitterHeader & { readonly kind: 'operational-status' } & OperationalStatus)
  | (SquitterHeader & { readonly kind: 'other-squitter'; readonly typeCode: number })
  | { readonly kind: 'all-call'; readonly downlinkFormat: 11; readonly address: string }
  /** A format whose sender cannot be told from the message alone; it is left to a later issue. */
  | { readonly kind: 'other-format'; readonly downlinkFormat: number }

/**
 * address  six hexadecimal digits in lower case
 * sender   `aircraft`: its own word, with its ICAO address; `other-address`: its own, address not ICAO;
 *          `rebroadcast`: ADS-R, a ground station repeats it; `ground`: TIS-B, a ground station's track
 */
export type SquitterHeader = {
  readonly downlinkFormat: 17 | 18
  readonly address: string
  readonly sender: 'aircraft' | 'other-address' | 'rebroadcast' | 'ground'
}

/** Senders of format 18 by its code format; 3 and 4 have no ME field of this table. */
const SENDERS = ['aircraft', 'other-address', 'ground', undefined, undefined, 'ground', 'rebroadcast', undefined] as const

export function decodeModeS(message: Uint8Array): ModeSReport | Reject {
  const downlinkFormat = Math.min(bits(message, 1, 5), 24)
  const length = downlinkFormat >= 16 ? 14 : 7
  if (message.length !== length)
    return reject('mode-s-length', message.length, `format ${downlinkFormat} has ${length} bytes, not ${message.length}`)
  if (downlinkFormat === 11) {
    // An interrogator's code of up to 7 bits may lie over the parity.
    if (parityOverlay(message) > 0x7f) return reject('mode-s-parity', 4, 'the parity of an all-call reply is wrong')
    return { kind: 'all-call', downlinkFormat, address: addressOf(message) }
  }
  if (downlinkFormat !== 17 && downlinkFormat !== 18) return { kind: 'other-format', downlinkFormat }
  if (parityOverlay(message) !== 0) return reject('mode-s-parity', 11, 'the parity of a squitter is wrong')
  const sender = downlinkFormat === 17 ? 'aircraft' : SENDERS[bits(message, 6, 3)]
  if (sender === undefined) return { kind: 'other-format', downlinkFormat }
  return decodeSquitter({ downlinkFormat, address: addressOf(message), sender }, message.subarray(4, 11))
}

function decodeSquitter(header: SquitterHeader, me: Uint8Array): ModeSReport {
  const typeCode = bits(me, 1, 5)
  if (typeCode >= 1 && typeCode <= 4) return { ...header, kind: 'identification', ...decodeIdentification(me) }
  if (typeCode >= 5 && typeCode <= 8) return { ...header, kind: 'surface-position', ...decodeSurfacePosition(me) }
  if (typeCode === 0 || (typeCode >= 9 && typeCode <= 18) || (typeCode >= 20 && typeCode <= 22))
    return { ...header, kind: 'airborne-position', ...decodeAirbornePosition(me) }
  if (typeCode === 19) {
    const velocity = decodeAirborneVelocity(me)
    if (velocity !== undefined) return { ...header, kind: 'airborne-velocity', ...velocity }
  }
  if (typeCode === 28) {
    const status = decodeAircraftStatus(me)
    if (status !== undefined) return { ...header, kind: 'aircraft-status', ...status }
  }
  if (typeCode === 31) {
    const status = decodeOperationalStatus(me)
    if (status !== undefined) return { ...header, kind: 'operational-status', ...status }
  }
  return { ...header, kind: 'other-squitter', typeCode }
}

/** DF17 with an identification, 14 bytes. `address` in six hexadecimal digits. */
export function encodeIdentification(address: string, identification: Identification): Uint8Array {
  return squitter(address, encodeIdentificationMe(identification))
}

/** DF17 with a barometric airborne position, type code 11 (containment 186 m), 14 bytes. */
export function encodeAirbornePosition(
  address: string,
  position: { readonly latDeg: number; readonly lonDeg: number; readonly altPressFt: number | undefined; readonly odd: boolean },
): Uint8Array {
  const cpr = encodeCpr(position, position.odd, 'airborne')
  return squitter(
    address,
    encodeAirbornePositionMe({ typeCode: 11, surveillanceStatus: 0, altPressFt: position.altPressFt, altHaeFt: undefined, cpr }),
  )
}

/** DF17 with a velocity over ground, 14 bytes. */
export function encodeAirborneVelocity(
  address: string,
  velocity: {
    readonly eastKt: number
    readonly northKt: number
    readonly climbFtPerMin: number | undefined
    readonly gnssLessBaroFt: number | undefined
  },
): Uint8Array {
  return squitter(address, encodeAirborneVelocityMe({ ...velocity, nacV: 1, climbSource: 'gnss' }))
}

/** DF17, capability 5, around an ME field of 7 bytes. */
export function squitter(address: string, me: Uint8Array): Uint8Array {
  const message = new Uint8Array(14)
  setBits(message, 1, 5, 17)
  setBits(message, 6, 3, 5) // capability 5: level 2 transponder, airborne
  setBits(message, 9, 24, Number.parseInt(address, 16))
  message.set(me, 4)
  writeParity(message)
  return message
}

function addressOf(message: Uint8Array): string {
  return bits(message, 9, 24).toString(16).padStart(6, '0')
}
