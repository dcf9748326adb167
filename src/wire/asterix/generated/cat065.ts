// Made by npm run generate from the table of category 65 ed. 1.6. Change the table, not this file.
import { decline, short, takeExplicit } from '../cursor.ts'
import type { Cursor } from '../cursor.ts'

/** I065/010 Data Source Identifier */
export type Cat065I010 = {
  readonly sac: number
  readonly sic: number
}
/** I065/010 Data Source Identifier */
function readCat065I010(c: Cursor): Cat065I010 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I065/010')
  c.at = p + 2
  const b = c.bytes
  return {
    sac: b[p]!,
    sic: b[p + 1]!,
  }
}

/** I065/000 Message Type */
function readCat065I000(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I065/000')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I065/015 Service Identification */
function readCat065I015(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I065/015')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I065/030 Time of Message */
function readCat065I030S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I065/030')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 128
}

/** I065/020 Batch Number */
function readCat065I020(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I065/020')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I065/040 SDPS Configuration and Status */
export type Cat065I040 = {
  readonly nogo: number
  readonly ovl: number
  readonly tsv: number
  readonly pss: number
  readonly sttn: number
  readonly spareBits?: number | undefined
}
/** I065/040 SDPS Configuration and Status */
function readCat065I040(c: Cursor): Cat065I040 | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I065/040')
  c.at = p + 1
  const b = c.bytes
  return {
    nogo: (b[p]! >> 6),
    ovl: ((b[p]! >> 5) & 0x1),
    tsv: ((b[p]! >> 4) & 0x1),
    pss: ((b[p]! >> 2) & 0x3),
    sttn: ((b[p]! >> 1) & 0x1),
    spareBits: ((b[p]! & 0x1)) || undefined,
  }
}

/** I065/050 Service Status Report */
function readCat065I050(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I065/050')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I065/RE Reserved Expansion Field */
function readCat065Re(c: Cursor): string | undefined {
  return takeExplicit(c, 'I065/RE')
}

/** I065/SP Special Purpose Field */
function readCat065Sp(c: Cursor): string | undefined {
  return takeExplicit(c, 'I065/SP')
}

/** A record of category 65 ed. 1.6. */
export type Cat065Record = {
  /** Data Source Identifier */
  readonly i010?: Cat065I010 | undefined
  /** Message Type */
  readonly i000?: number | undefined
  /** Service Identification */
  readonly i015?: number | undefined
  /** Time of Message */
  readonly i030S?: number | undefined
  /** Batch Number */
  readonly i020?: number | undefined
  /** SDPS Configuration and Status */
  readonly i040?: Cat065I040 | undefined
  /** Service Status Report */
  readonly i050?: number | undefined
  /** Reserved Expansion Field */
  readonly re?: string | undefined
  /** Special Purpose Field */
  readonly sp?: string | undefined
  readonly fspecBytes?: number | undefined
}

/** The record at the cursor; undefined after a fault, which the cursor then holds. */
export function readCat065(c: Cursor): Cat065Record | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'a record of category 65')
  const f1 = b[p]!
  let q = p + 1
  let f2 = 0
  if ((f1 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 65')
    f2 = b[q++]!
  }
  if ((f2 & 1) === 1) return decline(c, 'field-specification', q - 1, 'a record of category 65 has more field specification than the edition knows')
  if ((f2 & 0xf8) !== 0) return decline(c, 'unused-field', p + 1, 'a record of category 65 has a field that the edition does not use')
  c.at = q
  if (((f1 | f2) & 0xfe) === 0) return decline(c, 'empty-record', p, 'a record of category 65 has no items')
  const record = {
    i010: (f1 & 0x80) !== 0 ? readCat065I010(c) : undefined,
    i000: (f1 & 0x40) !== 0 ? readCat065I000(c) : undefined,
    i015: (f1 & 0x20) !== 0 ? readCat065I015(c) : undefined,
    i030S: (f1 & 0x10) !== 0 ? readCat065I030S(c) : undefined,
    i020: (f1 & 0x8) !== 0 ? readCat065I020(c) : undefined,
    i040: (f1 & 0x4) !== 0 ? readCat065I040(c) : undefined,
    i050: (f1 & 0x2) !== 0 ? readCat065I050(c) : undefined,
    re: (f2 & 0x4) !== 0 ? readCat065Re(c) : undefined,
    sp: (f2 & 0x2) !== 0 ? readCat065Sp(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
  return c.fault === undefined ? record : undefined
}
