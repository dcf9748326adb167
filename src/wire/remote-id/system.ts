import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { codeOf, rawOf, readAltitude, readLatLon, wordOf, writeAltitude, writeLatLon } from './fields.ts'
import type { LatLon, MessageBase, Reader, Writer } from './fields.ts'

/**
 * Type 4, System: the operator's place, the group, and the European class.
 *
 *   byte 1       bits 4-2 classification, bits 1-0 what the operator's place is
 *   bytes 2-9    operator's latitude, longitude, 1e-7 deg; both 0 is unknown
 *   bytes 10-11  aircraft in the group                  byte 12  radius of the group, x 10 m
 *   bytes 13-14  ceiling, 15-16 floor of the group      each x 0.5 - 1000 m above the ellipsoid, raw 0 is unknown
 *   byte 17      classification EU: bits 7-4 category, bits 3-0 class
 *   bytes 18-19  operator's altitude, the same coding   (reserved in version 0)
 *   bytes 20-23  seconds since 2019-01-01T00:00:00Z, 0 is unknown   (reserved in version 0)
 *
 * Source: ASTM F3411-22a, System message; ASD-STAN EN 4709-002 for category and class.
 */
export type System = MessageBase & {
  readonly kind: 'system'
  readonly operatorPlace: string
  readonly classification: string
  readonly operator: LatLon | undefined
  readonly areaCount: number
  readonly areaRadiusM: number
  readonly areaCeilingHaeM: number | undefined
  readonly areaFloorHaeM: number | undefined
  /** undefined unless the classification is EU. */
  readonly euCategory: string | undefined
  readonly euClass: string | undefined
  readonly operatorAltHaeM: number | undefined
  readonly since2019S: number | undefined
}

const PLACES = ['take-off', 'live', 'fixed']
const CLASSIFICATIONS = ['undeclared', 'eu']
const EU_CATEGORIES = ['undeclared', 'open', 'specific', 'certified']
const EU_CLASSES = ['undeclared', 'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6']
const RADIUS_STEP_M = 10

export function decodeSystem(reader: Reader, version: number): System | Reject {
  const { bytes, view } = reader
  const flags = bytes[1] ?? 0
  const operator = readLatLon(reader, 2)
  if (operator === false) return reject('operator-range', 2, "the operator's latitude lies within 90 degrees, longitude within 180")
  const classification = wordOf(CLASSIFICATIONS, (flags >> 2) & 7)
  const since2019S = view.getUint32(20, true)
  return {
    kind: 'system',
    version,
    operatorPlace: wordOf(PLACES, flags & 3),
    classification,
    operator,
    areaCount: view.getUint16(10, true),
    areaRadiusM: (bytes[12] ?? 0) * RADIUS_STEP_M,
    areaCeilingHaeM: readAltitude(reader, 13),
    areaFloorHaeM: readAltitude(reader, 15),
    euCategory: classification === 'eu' ? wordOf(EU_CATEGORIES, (bytes[17] ?? 0) >> 4) : undefined,
    euClass: classification === 'eu' ? wordOf(EU_CLASSES, (bytes[17] ?? 0) & 15) : undefined,
    operatorAltHaeM: readAltitude(reader, 18),
    since2019S: since2019S === 0 ? undefined : since2019S,
  }
}

export function encodeSystem(record: System, writer: Writer): void {
  const { bytes, view } = writer
  bytes[1] =
    codeOf(writer, 'classification', CLASSIFICATIONS, record.classification, 3, 2) |
    codeOf(writer, 'operatorPlace', PLACES, record.operatorPlace, 2)
  writeLatLon(writer, 2, 'operator', record.operator)
  view.setUint16(10, rawOf(writer, 'areaCount', record.areaCount, { step: 1, min: 0, max: 0xffff, unknown: 0 }), true)
  bytes[12] = rawOf(writer, 'areaRadiusM', record.areaRadiusM, { step: RADIUS_STEP_M, min: 0, max: 255, unknown: 0 })
  writeAltitude(writer, 13, 'areaCeilingHaeM', record.areaCeilingHaeM)
  writeAltitude(writer, 15, 'areaFloorHaeM', record.areaFloorHaeM)
  bytes[17] =
    codeOf(writer, 'euCategory', EU_CATEGORIES, record.euCategory, 4, 4) | codeOf(writer, 'euClass', EU_CLASSES, record.euClass, 4)
  writeAltitude(writer, 18, 'operatorAltHaeM', record.operatorAltHaeM)
  view.setUint32(20, rawOf(writer, 'since2019S', record.since2019S, { step: 1, min: 0, max: 0xffffffff, unknown: 0 }), true)
}
