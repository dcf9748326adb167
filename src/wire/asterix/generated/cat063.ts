// Made by npm run generate from the table of category 63 ed. 1.7. Change the table, not this file.
import { decline, hexOf, short, takeExplicit, takeExtents } from '../cursor.ts'
import type { Cursor } from '../cursor.ts'

/** I063/010 Data Source Identifier */
export type Cat063I010 = {
  readonly sac: number
  readonly sic: number
}
/** I063/010 Data Source Identifier */
function readCat063I010(c: Cursor): Cat063I010 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I063/010')
  c.at = p + 2
  const b = c.bytes
  return {
    sac: b[p]!,
    sic: b[p + 1]!,
  }
}

/** I063/015 Service Identification */
function readCat063I015(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I063/015')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I063/030 Time of Message */
function readCat063I030S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I063/030')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 128
}

/** I063/050 Sensor Identifier */
export type Cat063I050 = {
  readonly sac: number
  readonly sic: number
}
/** I063/050 Sensor Identifier */
function readCat063I050(c: Cursor): Cat063I050 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I063/050')
  c.at = p + 2
  const b = c.bytes
  return {
    sac: b[p]!,
    sic: b[p + 1]!,
  }
}

/** I063/060 Sensor Configuration and Status */
export type Cat063I060 = {
  readonly con: number
  readonly psr: number
  readonly ssr: number
  readonly mds: number
  readonly ads: number
  readonly mlt: number
  readonly ops?: number | undefined
  readonly odp?: number | undefined
  readonly oxt?: number | undefined
  readonly msc?: number | undefined
  readonly tsv?: number | undefined
  readonly npw?: number | undefined
  readonly ttfEp?: number | undefined
  readonly ttfVal?: number | undefined
  readonly spoEp?: number | undefined
  readonly spoVal?: number | undefined
  readonly further?: string | undefined
  readonly spareBits?: number | undefined
}
/** I063/060 Sensor Configuration and Status */
function readCat063I060(c: Cursor): Cat063I060 | undefined {
  const p = c.at
  const n = takeExtents(c, 'I063/060')
  if (n === 0) return undefined
  const b = c.bytes
  return {
    con: (b[p]! >> 6),
    psr: ((b[p]! >> 5) & 0x1),
    ssr: ((b[p]! >> 4) & 0x1),
    mds: ((b[p]! >> 3) & 0x1),
    ads: ((b[p]! >> 2) & 0x1),
    mlt: ((b[p]! >> 1) & 0x1),
    ops: n > 1 ? (b[p + 1]! >> 7) : undefined,
    odp: n > 1 ? ((b[p + 1]! >> 6) & 0x1) : undefined,
    oxt: n > 1 ? ((b[p + 1]! >> 5) & 0x1) : undefined,
    msc: n > 1 ? ((b[p + 1]! >> 4) & 0x1) : undefined,
    tsv: n > 1 ? ((b[p + 1]! >> 3) & 0x1) : undefined,
    npw: n > 1 ? ((b[p + 1]! >> 2) & 0x1) : undefined,
    ttfEp: n > 2 ? (b[p + 2]! >> 7) : undefined,
    ttfVal: n > 2 ? ((b[p + 2]! >> 6) & 0x1) : undefined,
    spoEp: n > 2 ? ((b[p + 2]! >> 5) & 0x1) : undefined,
    spoVal: n > 2 ? ((b[p + 2]! >> 4) & 0x1) : undefined,
    further: n > 3 ? hexOf(b, p + 3, n - 3) : undefined,
    spareBits: ((((n > 1 ? ((b[p + 1]! >> 1) & 0x1) : 0) << 3) | (n > 2 ? ((b[p + 2]! >> 1) & 0x7) : 0))) || undefined,
  }
}

/** I063/070 Time Stamping Bias */
function readCat063I070Ms(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I063/070')
  c.at = p + 2
  const b = c.bytes
  return ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16)
}

/** I063/080 SSR / Mode S Range Gain and Bias */
export type Cat063I080 = {
  readonly srg: number
  readonly srbNm: number
}
/** I063/080 SSR / Mode S Range Gain and Bias */
function readCat063I080(c: Cursor): Cat063I080 | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I063/080')
  c.at = p + 4
  const b = c.bytes
  return {
    srg: ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 100000,
    srbNm: ((((b[p + 2]! << 8) | b[p + 3]!) << 16) >> 16) / 128,
  }
}

/** I063/081 SSR Mode S Azimuth Bias */
function readCat063I081Deg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I063/081')
  c.at = p + 2
  const b = c.bytes
  return (((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) * 360) / 65536
}

/** I063/090 PSR Range Gain and Bias */
export type Cat063I090 = {
  readonly prg: number
  readonly prbNm: number
}
/** I063/090 PSR Range Gain and Bias */
function readCat063I090(c: Cursor): Cat063I090 | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I063/090')
  c.at = p + 4
  const b = c.bytes
  return {
    prg: ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 100000,
    prbNm: ((((b[p + 2]! << 8) | b[p + 3]!) << 16) >> 16) / 128,
  }
}

/** I063/091 PSR Azimuth Bias */
function readCat063I091Deg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I063/091')
  c.at = p + 2
  const b = c.bytes
  return (((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) * 360) / 65536
}

/** I063/092 PSR Elevation Bias */
function readCat063I092Deg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I063/092')
  c.at = p + 2
  const b = c.bytes
  return (((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) * 360) / 65536
}

/** I063/RE Reserved Expansion Field */
function readCat063Re(c: Cursor): string | undefined {
  return takeExplicit(c, 'I063/RE')
}

/** I063/SP Special Purpose Field */
function readCat063Sp(c: Cursor): string | undefined {
  return takeExplicit(c, 'I063/SP')
}

/** A record of category 63 ed. 1.7. */
export type Cat063Record = {
  /** Data Source Identifier */
  readonly i010?: Cat063I010 | undefined
  /** Service Identification */
  readonly i015?: number | undefined
  /** Time of Message */
  readonly i030S?: number | undefined
  /** Sensor Identifier */
  readonly i050?: Cat063I050 | undefined
  /** Sensor Configuration and Status */
  readonly i060?: Cat063I060 | undefined
  /** Time Stamping Bias */
  readonly i070Ms?: number | undefined
  /** SSR / Mode S Range Gain and Bias */
  readonly i080?: Cat063I080 | undefined
  /** SSR Mode S Azimuth Bias */
  readonly i081Deg?: number | undefined
  /** PSR Range Gain and Bias */
  readonly i090?: Cat063I090 | undefined
  /** PSR Azimuth Bias */
  readonly i091Deg?: number | undefined
  /** PSR Elevation Bias */
  readonly i092Deg?: number | undefined
  /** Reserved Expansion Field */
  readonly re?: string | undefined
  /** Special Purpose Field */
  readonly sp?: string | undefined
  readonly fspecBytes?: number | undefined
}

/** The record at the cursor; undefined after a fault, which the cursor then holds. */
export function readCat063(c: Cursor): Cat063Record | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'a record of category 63')
  const f1 = b[p]!
  let q = p + 1
  let f2 = 0
  if ((f1 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 63')
    f2 = b[q++]!
  }
  if ((f2 & 1) === 1) return decline(c, 'field-specification', q - 1, 'a record of category 63 has more field specification than the edition knows')
  if ((f2 & 0x8) !== 0) return decline(c, 'unused-field', p + 1, 'a record of category 63 has a field that the edition does not use')
  c.at = q
  if (((f1 | f2) & 0xfe) === 0) return decline(c, 'empty-record', p, 'a record of category 63 has no items')
  const record = {
    i010: (f1 & 0x80) !== 0 ? readCat063I010(c) : undefined,
    i015: (f1 & 0x40) !== 0 ? readCat063I015(c) : undefined,
    i030S: (f1 & 0x20) !== 0 ? readCat063I030S(c) : undefined,
    i050: (f1 & 0x10) !== 0 ? readCat063I050(c) : undefined,
    i060: (f1 & 0x8) !== 0 ? readCat063I060(c) : undefined,
    i070Ms: (f1 & 0x4) !== 0 ? readCat063I070Ms(c) : undefined,
    i080: (f1 & 0x2) !== 0 ? readCat063I080(c) : undefined,
    i081Deg: (f2 & 0x80) !== 0 ? readCat063I081Deg(c) : undefined,
    i090: (f2 & 0x40) !== 0 ? readCat063I090(c) : undefined,
    i091Deg: (f2 & 0x20) !== 0 ? readCat063I091Deg(c) : undefined,
    i092Deg: (f2 & 0x10) !== 0 ? readCat063I092Deg(c) : undefined,
    re: (f2 & 0x4) !== 0 ? readCat063Re(c) : undefined,
    sp: (f2 & 0x2) !== 0 ? readCat063Sp(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
  return c.fault === undefined ? record : undefined
}
