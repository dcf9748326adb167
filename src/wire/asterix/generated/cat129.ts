// Made by npm run generate from the table of category 129 ed. 1.2. Change the table, not this file.
import { asciiOf, decline, short, takeExplicit } from '../cursor.ts'
import type { Cursor } from '../cursor.ts'

/** I129/010 Data Source Identifier */
export type Cat129I010 = {
  readonly sac: number
  readonly sic: number
}
/** I129/010 Data Source Identifier */
function readCat129I010(c: Cursor): Cat129I010 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I129/010')
  c.at = p + 2
  const b = c.bytes
  return {
    sac: b[p]!,
    sic: b[p + 1]!,
  }
}

/** I129/015 Data Destination Identifier */
export type Cat129I015 = {
  readonly dac: number
  readonly dic: number
}
/** I129/015 Data Destination Identifier */
function readCat129I015(c: Cursor): Cat129I015 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I129/015')
  c.at = p + 2
  const b = c.bytes
  return {
    dac: b[p]!,
    dic: b[p + 1]!,
  }
}

/** I129/020 Manufacturer Identification */
function readCat129I020(c: Cursor): string | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I129/020')
  c.at = p + 3
  const b = c.bytes
  return asciiOf(b, p, 3)
}

/** I129/030 Model Identification */
function readCat129I030(c: Cursor): string | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I129/030')
  c.at = p + 3
  const b = c.bytes
  return asciiOf(b, p, 3)
}

/** I129/040 Serial Number */
function readCat129I040(c: Cursor): string | undefined {
  const p = c.at
  if (p + 12 > c.end) return short(c, 'I129/040')
  c.at = p + 12
  const b = c.bytes
  return asciiOf(b, p, 12)
}

/** I129/050 Country of Registration */
function readCat129I050(c: Cursor): string | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I129/050')
  c.at = p + 2
  const b = c.bytes
  return asciiOf(b, p, 2)
}

/** I129/070 Time of Day */
function readCat129I070S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I129/070')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 128
}

/** I129/080 Position in WGS-84 */
export type Cat129I080 = {
  readonly latDeg: number
  readonly lonDeg: number
}
/** I129/080 Position in WGS-84 */
function readCat129I080(c: Cursor): Cat129I080 | undefined {
  const p = c.at
  if (p + 8 > c.end) return short(c, 'I129/080')
  c.at = p + 8
  const b = c.bytes
  return {
    latDeg: ((((b[p]! << 24) | (b[p + 1]! << 16) | (b[p + 2]! << 8) | b[p + 3]!) | 0) * 180) / 1073741824,
    lonDeg: ((((b[p + 4]! << 24) | (b[p + 5]! << 16) | (b[p + 6]! << 8) | b[p + 7]!) | 0) * 180) / 1073741824,
  }
}

/** I129/090 Altitude above Mean Sea Level */
function readCat129I090M(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I129/090')
  c.at = p + 3
  const b = c.bytes
  return ((((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) << 8) >> 8) / 10
}

/** I129/100 Altitude above Ground */
function readCat129I100M(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I129/100')
  c.at = p + 3
  const b = c.bytes
  return ((((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) << 8) >> 8) / 10
}

/** I129/110 GNSS Accuracy */
function readCat129I110M(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I129/110')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!)
}

/** I129/120 Operational Risk */
export type Cat129I120 = {
  readonly ucc: number
  readonly arc: number
  readonly aec: number
  readonly spareBits?: number | undefined
}
/** I129/120 Operational Risk */
function readCat129I120(c: Cursor): Cat129I120 | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I129/120')
  c.at = p + 3
  const b = c.bytes
  return {
    ucc: (b[p]! >> 6),
    arc: ((b[p]! >> 4) & 0x3),
    aec: (b[p]! & 0xf),
    spareBits: (((b[p + 1]! << 8) | b[p + 2]!)) || undefined,
  }
}

/** I129/SP Special Purpose Field */
function readCat129Sp(c: Cursor): string | undefined {
  return takeExplicit(c, 'I129/SP')
}

/** I129/185 Horizontal Velocity */
export type Cat129I185 = {
  readonly vxMps: number
  readonly vyMps: number
}
/** I129/185 Horizontal Velocity */
function readCat129I185(c: Cursor): Cat129I185 | undefined {
  const p = c.at
  if (p + 5 > c.end) return short(c, 'I129/185')
  c.at = p + 5
  const b = c.bytes
  return {
    vxMps: ((((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) << 8) >> 12) / 100,
    vyMps: ((((b[p + 2]! << 16) | (b[p + 3]! << 8) | b[p + 4]!) << 12) >> 12) / 100,
  }
}

/** I129/220 Vertical Velocity */
export type Cat129I220 = {
  readonly vzMps: number
  readonly spareBits?: number | undefined
}
/** I129/220 Vertical Velocity */
function readCat129I220(c: Cursor): Cat129I220 | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I129/220')
  c.at = p + 3
  const b = c.bytes
  return {
    vzMps: ((((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) << 12) >> 12) / 100,
    spareBits: ((b[p]! >> 4)) || undefined,
  }
}

/** A record of category 129 ed. 1.2. */
export type Cat129Record = {
  /** Data Source Identifier */
  readonly i010?: Cat129I010 | undefined
  /** Data Destination Identifier */
  readonly i015?: Cat129I015 | undefined
  /** Manufacturer Identification */
  readonly i020?: string | undefined
  /** Model Identification */
  readonly i030?: string | undefined
  /** Serial Number */
  readonly i040?: string | undefined
  /** Country of Registration */
  readonly i050?: string | undefined
  /** Time of Day */
  readonly i070S?: number | undefined
  /** Position in WGS-84 */
  readonly i080?: Cat129I080 | undefined
  /** Altitude above Mean Sea Level */
  readonly i090M?: number | undefined
  /** Altitude above Ground */
  readonly i100M?: number | undefined
  /** GNSS Accuracy */
  readonly i110M?: number | undefined
  /** Operational Risk */
  readonly i120?: Cat129I120 | undefined
  /** Special Purpose Field */
  readonly sp?: string | undefined
  /** Horizontal Velocity */
  readonly i185?: Cat129I185 | undefined
  /** Vertical Velocity */
  readonly i220?: Cat129I220 | undefined
  readonly fspecBytes?: number | undefined
}

/** The record at the cursor; undefined after a fault, which the cursor then holds. */
export function readCat129(c: Cursor): Cat129Record | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'a record of category 129')
  const f1 = b[p]!
  let q = p + 1
  let f2 = 0
  if ((f1 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 129')
    f2 = b[q++]!
  }
  let f3 = 0
  if ((f2 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 129')
    f3 = b[q++]!
  }
  if ((f3 & 1) === 1) return decline(c, 'field-specification', q - 1, 'a record of category 129 has more field specification than the edition knows')
  if ((f3 & 0x7e) !== 0) return decline(c, 'unused-field', p + 2, 'a record of category 129 has a field that the edition does not use')
  c.at = q
  if (((f1 | f2 | f3) & 0xfe) === 0) return decline(c, 'empty-record', p, 'a record of category 129 has no items')
  const record = {
    i010: (f1 & 0x80) !== 0 ? readCat129I010(c) : undefined,
    i015: (f1 & 0x40) !== 0 ? readCat129I015(c) : undefined,
    i020: (f1 & 0x20) !== 0 ? readCat129I020(c) : undefined,
    i030: (f1 & 0x10) !== 0 ? readCat129I030(c) : undefined,
    i040: (f1 & 0x8) !== 0 ? readCat129I040(c) : undefined,
    i050: (f1 & 0x4) !== 0 ? readCat129I050(c) : undefined,
    i070S: (f1 & 0x2) !== 0 ? readCat129I070S(c) : undefined,
    i080: (f2 & 0x80) !== 0 ? readCat129I080(c) : undefined,
    i090M: (f2 & 0x40) !== 0 ? readCat129I090M(c) : undefined,
    i100M: (f2 & 0x20) !== 0 ? readCat129I100M(c) : undefined,
    i110M: (f2 & 0x10) !== 0 ? readCat129I110M(c) : undefined,
    i120: (f2 & 0x8) !== 0 ? readCat129I120(c) : undefined,
    sp: (f2 & 0x4) !== 0 ? readCat129Sp(c) : undefined,
    i185: (f2 & 0x2) !== 0 ? readCat129I185(c) : undefined,
    i220: (f3 & 0x80) !== 0 ? readCat129I220(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
  return c.fault === undefined ? record : undefined
}
