import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { codeOf, rawOf, readAltitude, readLatLon, wordOf, writeAltitude, writeLatLon } from './fields.ts'
import type { LatLon, MessageBase, Reader, Writer } from './fields.ts'

/**
 * Type 1, Location and vector.
 *
 *   byte 1       bits 7-4 status, bit 2 height above ground (else above take-off), bit 1 direction + 180 deg, bit 0 speed multiplier
 *   byte 2       direction of motion, deg clockwise from true north; 361 with its 180 is unknown
 *   byte 3       ground speed: x 0.25 m/s; with the multiplier x 0.75 + 63.75 m/s, 255 is unknown, 254.25 m/s is that or more
 *   byte 4       vertical speed, signed, x 0.5 m/s, up; 63 m/s is unknown, at most 62 m/s
 *   bytes 5-12   latitude, longitude, 1e-7 deg; both 0 is unknown
 *   bytes 13-14  pressure altitude (1013.25 hPa)       bytes 15-16  altitude above the WGS-84 ellipsoid
 *   bytes 17-18  height                                 each x 0.5 - 1000 m, raw 0 is unknown
 *   byte 19      bits 7-4 vertical, bits 3-0 horizontal accuracy
 *   byte 20      bits 7-4 accuracy of pressure altitude, bits 3-0 of speed
 *   bytes 21-22  tenths of a second since the full UTC hour, at most 36000; FFFF is unknown
 *   byte 23      bits 3-0 accuracy of the time, x 0.1 s; 0 is unknown
 *
 * Accuracies are bounds that hold with 95 %; the smallest code is the worst.
 *
 * Source: ASTM F3411-22a, Location/Vector message.
 */
export type Location = MessageBase & {
  readonly kind: 'location'
  readonly status: string
  readonly directionDeg: number | undefined
  readonly speedMps: number | undefined
  readonly climbMps: number | undefined
  readonly position: LatLon | undefined
  readonly altPressM: number | undefined
  readonly altHaeM: number | undefined
  readonly heightM: number | undefined
  readonly heightAbove: 'take-off' | 'ground'
  readonly horizontalAccuracyM: number | undefined
  readonly verticalAccuracyM: number | undefined
  readonly altPressAccuracyM: number | undefined
  readonly speedAccuracyMps: number | undefined
  readonly sinceHourS: number | undefined
  readonly timeAccuracyS: number | undefined
}

const STATUS = ['undeclared', 'ground', 'airborne', 'emergency', 'remote-id-failure']
/** The standard's nautical miles, in m. */
const HORIZONTAL_M = [undefined, 18_520, 7408, 3704, 1852, 926, 555.6, 185.2, 92.6, 30, 10, 3, 1]
const VERTICAL_M = [undefined, 150, 45, 25, 10, 3, 1]
const SPEED_MPS = [undefined, 10, 3, 1, 0.3]
const DIRECTION_UNKNOWN_DEG = 361
const SPEED_STEP_MPS = 0.25
const FAST_STEP_MPS = 0.75
const FAST_FROM_MPS = 63.75
const CLIMB = { step: 0.5, min: -124, max: 124, unknown: 126 }
const TIME = { step: 0.1, min: 0, max: 36_000, unknown: 0xffff }

export function decodeLocation(reader: Reader, version: number): Location | Reject {
  const { bytes, view, outOfRange } = reader
  const flags = bytes[1] ?? 0
  const position = readLatLon(reader, 5)
  if (position === false) return reject('position-range', 5, 'latitude lies within 90 degrees, longitude within 180')
  const direction = (bytes[2] ?? 0) + (flags & 2 ? 180 : 0)
  if (direction > DIRECTION_UNKNOWN_DEG) outOfRange.push('directionDeg')
  const climb = view.getInt8(4)
  const climbs = climb >= CLIMB.min && climb <= CLIMB.max
  if (!climbs && climb !== CLIMB.unknown) outOfRange.push('climbMps')
  const tenths = view.getUint16(21, true)
  if (tenths > TIME.max && tenths !== TIME.unknown) outOfRange.push('sinceHourS')
  const timeAccuracy = (bytes[23] ?? 0) & 15
  return {
    kind: 'location',
    version,
    status: wordOf(STATUS, flags >> 4),
    directionDeg: direction >= DIRECTION_UNKNOWN_DEG ? undefined : direction,
    speedMps: speedOf(bytes[3] ?? 0, (flags & 1) === 1),
    climbMps: climbs ? climb * CLIMB.step : undefined,
    position,
    altPressM: readAltitude(reader, 13),
    altHaeM: readAltitude(reader, 15),
    heightM: readAltitude(reader, 17),
    heightAbove: flags & 4 ? 'ground' : 'take-off',
    horizontalAccuracyM: HORIZONTAL_M[(bytes[19] ?? 0) & 15],
    verticalAccuracyM: VERTICAL_M[(bytes[19] ?? 0) >> 4],
    altPressAccuracyM: VERTICAL_M[(bytes[20] ?? 0) >> 4],
    speedAccuracyMps: SPEED_MPS[(bytes[20] ?? 0) & 15],
    sinceHourS: tenths > TIME.max ? undefined : tenths / 10,
    timeAccuracyS: timeAccuracy === 0 ? undefined : timeAccuracy / 10,
  }
}

function speedOf(raw: number, fast: boolean): number | undefined {
  if (!fast) return raw * SPEED_STEP_MPS
  return raw === 255 ? undefined : raw * FAST_STEP_MPS + FAST_FROM_MPS
}

export function encodeLocation(record: Location, writer: Writer): void {
  const { bytes, view } = writer
  const direction = rawOf(writer, 'directionDeg', record.directionDeg, { step: 1, min: 0, max: 360, unknown: DIRECTION_UNKNOWN_DEG })
  const fast = record.speedMps === undefined || record.speedMps > FAST_FROM_MPS
  bytes[1] =
    codeOf(writer, 'status', STATUS, record.status, 4, 4) |
    codeOf(writer, 'heightAbove', ['take-off', 'ground'], record.heightAbove, 1, 2) |
    (direction >= 180 ? 2 : 0) |
    (fast ? 1 : 0)
  bytes[2] = direction >= 180 ? direction - 180 : direction
  bytes[3] = fast
    ? rawOf(writer, 'speedMps', record.speedMps, { step: FAST_STEP_MPS, offset: FAST_FROM_MPS, min: 0, max: 254, unknown: 255 })
    : rawOf(writer, 'speedMps', record.speedMps, { step: SPEED_STEP_MPS, min: 0, max: 255, unknown: 255 })
  view.setInt8(4, rawOf(writer, 'climbMps', record.climbMps, CLIMB))
  writeLatLon(writer, 5, 'position', record.position)
  writeAltitude(writer, 13, 'altPressM', record.altPressM)
  writeAltitude(writer, 15, 'altHaeM', record.altHaeM)
  writeAltitude(writer, 17, 'heightM', record.heightM)
  bytes[19] =
    (accuracyCode(writer, 'verticalAccuracyM', VERTICAL_M, record.verticalAccuracyM) << 4) |
    accuracyCode(writer, 'horizontalAccuracyM', HORIZONTAL_M, record.horizontalAccuracyM)
  bytes[20] =
    (accuracyCode(writer, 'altPressAccuracyM', VERTICAL_M, record.altPressAccuracyM) << 4) |
    accuracyCode(writer, 'speedAccuracyMps', SPEED_MPS, record.speedAccuracyMps)
  view.setUint16(21, rawOf(writer, 'sinceHourS', record.sinceHourS, TIME), true)
  bytes[23] = rawOf(writer, 'timeAccuracyS', record.timeAccuracyS, { step: 0.1, min: 1, max: 15, unknown: 0 })
}

/** The best code whose bound still holds; anything worse than the worst bound is unknown. */
function accuracyCode(writer: Writer, name: string, bounds: readonly (number | undefined)[], accuracy: unknown): number {
  if (accuracy === undefined) return 0
  if (typeof accuracy !== 'number' || !(accuracy >= 0)) {
    writer.faults.push(`${name} is a number, not negative`)
    return 0
  }
  const best = bounds.findLastIndex((bound) => bound !== undefined && accuracy <= bound)
  return Math.max(0, best)
}
