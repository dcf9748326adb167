// Made by npm run generate from the table of category 15 ed. 1.2. Change the table, not this file.
import { decline, hexOf, short, takeCount, takeExplicit, takeExtents } from '../cursor.ts'
import type { Cursor } from '../cursor.ts'

/** I015/010 Data Source Identifier */
export type Cat015I010 = {
  readonly sac: number
  readonly sic: number
}
/** I015/010 Data Source Identifier */
function readCat015I010(c: Cursor): Cat015I010 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/010')
  c.at = p + 2
  const b = c.bytes
  return {
    sac: b[p]!,
    sic: b[p + 1]!,
  }
}

/** I015/000 Message Type */
export type Cat015I000 = {
  readonly mt: number
  readonly rg: number
}
/** I015/000 Message Type */
function readCat015I000(c: Cursor): Cat015I000 | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I015/000')
  c.at = p + 1
  const b = c.bytes
  return {
    mt: (b[p]! >> 1),
    rg: (b[p]! & 0x1),
  }
}

/** I015/015 Service Identification */
function readCat015I015(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I015/015')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I015/020 Target Report Descriptor */
export type Cat015I020 = {
  readonly momu: number
  readonly ttax: number
  readonly scd: number
  readonly further?: string | undefined
  readonly spareBits?: number | undefined
}
/** I015/020 Target Report Descriptor */
function readCat015I020(c: Cursor): Cat015I020 | undefined {
  const p = c.at
  const n = takeExtents(c, 'I015/020')
  if (n === 0) return undefined
  const b = c.bytes
  return {
    momu: (b[p]! >> 6),
    ttax: ((b[p]! >> 4) & 0x3),
    scd: ((b[p]! >> 2) & 0x3),
    further: n > 1 ? hexOf(b, p + 1, n - 1) : undefined,
    spareBits: (((b[p]! >> 1) & 0x1)) || undefined,
  }
}

/** I015/030 Warning/Error Conditions */
function readCat015I030(c: Cursor): readonly number[] | undefined {
  const b = c.bytes
  const out: number[] = []
  let p = c.at
  do {
    if (p + 1 > c.end) return short(c, 'I015/030')
    out.push((b[p]! >> 1))
    p += 1
  } while ((b[p - 1]! & 1) === 1)
  c.at = p
  return out
}

/** I015/145 Time of Applicability */
function readCat015I145S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/145')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 128
}

/** I015/161 Track/Plot Number */
function readCat015I161(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/161')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!)
}

/** I015/170 Track/Plot Status */
export type Cat015I170 = {
  readonly biz: number
  readonly baz: number
  readonly tur: number
  readonly cstp: number
  readonly csth: number
  readonly cnf: number
  readonly further?: string | undefined
  readonly spareBits?: number | undefined
}
/** I015/170 Track/Plot Status */
function readCat015I170(c: Cursor): Cat015I170 | undefined {
  const p = c.at
  const n = takeExtents(c, 'I015/170')
  if (n === 0) return undefined
  const b = c.bytes
  return {
    biz: (b[p]! >> 7),
    baz: ((b[p]! >> 6) & 0x1),
    tur: ((b[p]! >> 5) & 0x1),
    cstp: ((b[p]! >> 3) & 0x1),
    csth: ((b[p]! >> 2) & 0x1),
    cnf: ((b[p]! >> 1) & 0x1),
    further: n > 1 ? hexOf(b, p + 1, n - 1) : undefined,
    spareBits: (((b[p]! >> 4) & 0x1)) || undefined,
  }
}

/** I015/050 Update Period */
export type Cat015I050 = {
  readonly updS: number
  readonly spareBits?: number | undefined
}
/** I015/050 Update Period */
function readCat015I050(c: Cursor): Cat015I050 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/050')
  c.at = p + 2
  const b = c.bytes
  return {
    updS: (((b[p]! << 8) | b[p + 1]!) & 0x3fff) / 128,
    spareBits: ((b[p]! >> 6)) || undefined,
  }
}

/** I015/270#1 Target Length */
function readCat015I270LenM(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/270#1')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!) / 100
}

/** I015/270#2 Target Width */
function readCat015I270WdtM(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/270#2')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!) / 100
}

/** I015/270#3 Target Height */
function readCat015I270HgtM(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/270#3')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!) / 100
}

/** I015/270#4 Target Orientation */
function readCat015I270OrtDeg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/270#4')
  c.at = p + 2
  const b = c.bytes
  return (((b[p]! << 8) | b[p + 1]!) * 360) / 65536
}

/** I015/270 Target Size & Orientation */
export type Cat015I270 = {
  /** Target Length */
  readonly lenM?: number | undefined
  /** Target Width */
  readonly wdtM?: number | undefined
  /** Target Height */
  readonly hgtM?: number | undefined
  /** Target Orientation */
  readonly ortDeg?: number | undefined
  readonly fspecBytes?: number | undefined
}
/** I015/270 Target Size & Orientation */
function readCat015I270(c: Cursor): Cat015I270 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I015/270')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I015/270 has more field specification than the edition knows')
  if ((f1 & 0xe) !== 0) return decline(c, 'unused-field', p + 0, 'I015/270 has a field that the edition does not use')
  c.at = q
  return {
    lenM: (f1 & 0x80) !== 0 ? readCat015I270LenM(c) : undefined,
    wdtM: (f1 & 0x40) !== 0 ? readCat015I270WdtM(c) : undefined,
    hgtM: (f1 & 0x20) !== 0 ? readCat015I270HgtM(c) : undefined,
    ortDeg: (f1 & 0x10) !== 0 ? readCat015I270OrtDeg(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I015/300 Object Classification */
export type Cat015I300 = {
  readonly cls: number
  readonly prb: number
}
/** I015/300 Object Classification */
function readCat015I300(c: Cursor): readonly Cat015I300[] | undefined {
  const n = takeCount(c, 2, 'I015/300')
  if (c.fault !== undefined) return undefined
  const b = c.bytes
  let p = c.at
  const out: Cat015I300[] = []
  for (let i = 0; i < n; i++, p += 2) {
    out.push({
      cls: (((b[p]! << 8) | b[p + 1]!) >> 7),
      prb: (b[p + 1]! & 0x7f),
    })
  }
  c.at = p
  return out
}

/** I015/400 Measurement Identifier */
export type Cat015I400 = {
  readonly pid: number
  readonly on: number
}
/** I015/400 Measurement Identifier */
function readCat015I400(c: Cursor): Cat015I400 | undefined {
  const p = c.at
  if (p + 5 > c.end) return short(c, 'I015/400')
  c.at = p + 5
  const b = c.bytes
  return {
    pid: ((b[p]! << 8) | b[p + 1]!),
    on: ((b[p + 2]! << 16) | (b[p + 3]! << 8) | b[p + 4]!),
  }
}

/** I015/600#1 Horizontal Position in WGS-84 Coordinates */
export type Cat015I600P84 = {
  readonly latDeg: number
  readonly lonDeg: number
}
/** I015/600#1 Horizontal Position in WGS-84 Coordinates */
function readCat015I600P84(c: Cursor): Cat015I600P84 | undefined {
  const p = c.at
  if (p + 8 > c.end) return short(c, 'I015/600#1')
  c.at = p + 8
  const b = c.bytes
  return {
    latDeg: ((((b[p]! << 24) | (b[p + 1]! << 16) | (b[p + 2]! << 8) | b[p + 3]!) | 0) * 180) / 2147483648,
    lonDeg: ((((b[p + 4]! << 24) | (b[p + 5]! << 16) | (b[p + 6]! << 8) | b[p + 7]!) | 0) * 180) / 2147483648,
  }
}

/** I015/600#2 Horizontal Position Resolution */
export type Cat015I600Hpr = {
  readonly rshpxM: number
  readonly rshpyM: number
  readonly corshpxy: number
}
/** I015/600#2 Horizontal Position Resolution */
function readCat015I600Hpr(c: Cursor): Cat015I600Hpr | undefined {
  const p = c.at
  if (p + 5 > c.end) return short(c, 'I015/600#2')
  c.at = p + 5
  const b = c.bytes
  return {
    rshpxM: ((b[p]! << 8) | b[p + 1]!) / 2,
    rshpyM: ((b[p + 2]! << 8) | b[p + 3]!) / 2,
    corshpxy: ((b[p + 4]! << 24) >> 24) / 128,
  }
}

/** I015/600#3 Horizontal Position Precision */
export type Cat015I600Hpp = {
  readonly sdhpxM: number
  readonly sdhpyM: number
  readonly cosdhpxy: number
}
/** I015/600#3 Horizontal Position Precision */
function readCat015I600Hpp(c: Cursor): Cat015I600Hpp | undefined {
  const p = c.at
  if (p + 5 > c.end) return short(c, 'I015/600#3')
  c.at = p + 5
  const b = c.bytes
  return {
    sdhpxM: ((b[p]! << 8) | b[p + 1]!) / 4,
    sdhpyM: ((b[p + 2]! << 8) | b[p + 3]!) / 4,
    cosdhpxy: ((b[p + 4]! << 24) >> 24) / 128,
  }
}

/** I015/600 Horizontal Position Information */
export type Cat015I600 = {
  /** Horizontal Position in WGS-84 Coordinates */
  readonly p84?: Cat015I600P84 | undefined
  /** Horizontal Position Resolution */
  readonly hpr?: Cat015I600Hpr | undefined
  /** Horizontal Position Precision */
  readonly hpp?: Cat015I600Hpp | undefined
  readonly fspecBytes?: number | undefined
}
/** I015/600 Horizontal Position Information */
function readCat015I600(c: Cursor): Cat015I600 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I015/600')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I015/600 has more field specification than the edition knows')
  if ((f1 & 0x1e) !== 0) return decline(c, 'unused-field', p + 0, 'I015/600 has a field that the edition does not use')
  c.at = q
  return {
    p84: (f1 & 0x80) !== 0 ? readCat015I600P84(c) : undefined,
    hpr: (f1 & 0x40) !== 0 ? readCat015I600Hpr(c) : undefined,
    hpp: (f1 & 0x20) !== 0 ? readCat015I600Hpp(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I015/601#1 Geometric Height (WGS-84) */
function readCat015I601GhM(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/601#1')
  c.at = p + 3
  const b = c.bytes
  return ((((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) << 8) >> 8) / 100
}

/** I015/601#2 Geometric Height Resolution */
function readCat015I601RsghM(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/601#2')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 100
}

/** I015/601#3 Geometric Height Precision */
function readCat015I601SdghM(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/601#3')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 100
}

/** I015/601#4 Confidence Interval for Geometric Height (67%) */
export type Cat015I601Ci6 = {
  readonly uci6M: number
  readonly lci6M: number
}
/** I015/601#4 Confidence Interval for Geometric Height (67%) */
function readCat015I601Ci6(c: Cursor): Cat015I601Ci6 | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/601#4')
  c.at = p + 3
  const b = c.bytes
  return {
    uci6M: ((((b[p]! << 8) | b[p + 1]!) >> 4) * 16),
    lci6M: ((((b[p + 1]! << 8) | b[p + 2]!) & 0xfff) * 16),
  }
}

/** I015/601#5 Confidence Interval for Geometric Height (95%) */
export type Cat015I601Ci9 = {
  readonly uci9M: number
  readonly lci9M: number
}
/** I015/601#5 Confidence Interval for Geometric Height (95%) */
function readCat015I601Ci9(c: Cursor): Cat015I601Ci9 | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/601#5')
  c.at = p + 3
  const b = c.bytes
  return {
    uci9M: ((((b[p]! << 8) | b[p + 1]!) >> 4) * 16),
    lci9M: ((((b[p + 1]! << 8) | b[p + 2]!) & 0xfff) * 16),
  }
}

/** I015/601#6 Correlation of Geometric Height and Horizontal Position */
export type Cat015I601Coghhp = {
  readonly x: number
  readonly y: number
}
/** I015/601#6 Correlation of Geometric Height and Horizontal Position */
function readCat015I601Coghhp(c: Cursor): Cat015I601Coghhp | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/601#6')
  c.at = p + 2
  const b = c.bytes
  return {
    x: ((b[p]! << 24) >> 24) / 128,
    y: ((b[p + 1]! << 24) >> 24) / 128,
  }
}

/** I015/601#7 Correlation of Geometric Height and Horizontal Velocity */
export type Cat015I601Coghhv = {
  readonly x: number
  readonly y: number
}
/** I015/601#7 Correlation of Geometric Height and Horizontal Velocity */
function readCat015I601Coghhv(c: Cursor): Cat015I601Coghhv | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/601#7')
  c.at = p + 2
  const b = c.bytes
  return {
    x: ((b[p]! << 24) >> 24) / 128,
    y: ((b[p + 1]! << 24) >> 24) / 128,
  }
}

/** I015/601#8 Correlation of Geometric Height and Horizontal Acceleration */
export type Cat015I601Coghha = {
  readonly x: number
  readonly y: number
}
/** I015/601#8 Correlation of Geometric Height and Horizontal Acceleration */
function readCat015I601Coghha(c: Cursor): Cat015I601Coghha | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/601#8')
  c.at = p + 2
  const b = c.bytes
  return {
    x: ((b[p]! << 24) >> 24) / 128,
    y: ((b[p + 1]! << 24) >> 24) / 128,
  }
}

/** I015/601 Geometric Height Information */
export type Cat015I601 = {
  /** Geometric Height (WGS-84) */
  readonly ghM?: number | undefined
  /** Geometric Height Resolution */
  readonly rsghM?: number | undefined
  /** Geometric Height Precision */
  readonly sdghM?: number | undefined
  /** Confidence Interval for Geometric Height (67%) */
  readonly ci6?: Cat015I601Ci6 | undefined
  /** Confidence Interval for Geometric Height (95%) */
  readonly ci9?: Cat015I601Ci9 | undefined
  /** Correlation of Geometric Height and Horizontal Position */
  readonly coghhp?: Cat015I601Coghhp | undefined
  /** Correlation of Geometric Height and Horizontal Velocity */
  readonly coghhv?: Cat015I601Coghhv | undefined
  /** Correlation of Geometric Height and Horizontal Acceleration */
  readonly coghha?: Cat015I601Coghha | undefined
  readonly fspecBytes?: number | undefined
}
/** I015/601 Geometric Height Information */
function readCat015I601(c: Cursor): Cat015I601 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I015/601')
  const f1 = b[p]!
  let q = p + 1
  let f2 = 0
  if ((f1 & 1) === 1) {
    if (q >= c.end) return short(c, 'I015/601')
    f2 = b[q++]!
  }
  if ((f2 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I015/601 has more field specification than the edition knows')
  if ((f2 & 0x7e) !== 0) return decline(c, 'unused-field', p + 1, 'I015/601 has a field that the edition does not use')
  c.at = q
  return {
    ghM: (f1 & 0x80) !== 0 ? readCat015I601GhM(c) : undefined,
    rsghM: (f1 & 0x40) !== 0 ? readCat015I601RsghM(c) : undefined,
    sdghM: (f1 & 0x20) !== 0 ? readCat015I601SdghM(c) : undefined,
    ci6: (f1 & 0x10) !== 0 ? readCat015I601Ci6(c) : undefined,
    ci9: (f1 & 0x8) !== 0 ? readCat015I601Ci9(c) : undefined,
    coghhp: (f1 & 0x4) !== 0 ? readCat015I601Coghhp(c) : undefined,
    coghhv: (f1 & 0x2) !== 0 ? readCat015I601Coghhv(c) : undefined,
    coghha: (f2 & 0x80) !== 0 ? readCat015I601Coghha(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I015/602#1 Horizontal Velocity Vector */
export type Cat015I602Hv = {
  readonly xMps: number
  readonly yMps: number
}
/** I015/602#1 Horizontal Velocity Vector */
function readCat015I602Hv(c: Cursor): Cat015I602Hv | undefined {
  const p = c.at
  if (p + 5 > c.end) return short(c, 'I015/602#1')
  c.at = p + 5
  const b = c.bytes
  return {
    xMps: ((((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) << 8) >> 12) / 100,
    yMps: ((((b[p + 2]! << 16) | (b[p + 3]! << 8) | b[p + 4]!) << 12) >> 12) / 100,
  }
}

/** I015/602#2 Horizontal Velocity Resolution */
export type Cat015I602Rshv = {
  readonly xMps: number
  readonly yMps: number
  readonly corshvxy: number
}
/** I015/602#2 Horizontal Velocity Resolution */
function readCat015I602Rshv(c: Cursor): Cat015I602Rshv | undefined {
  const p = c.at
  if (p + 5 > c.end) return short(c, 'I015/602#2')
  c.at = p + 5
  const b = c.bytes
  return {
    xMps: ((b[p]! << 8) | b[p + 1]!) / 100,
    yMps: ((b[p + 2]! << 8) | b[p + 3]!) / 100,
    corshvxy: ((b[p + 4]! << 24) >> 24) / 128,
  }
}

/** I015/602#3 Horizontal Velocity Precision */
export type Cat015I602Sdhv = {
  readonly xMps: number
  readonly yMps: number
  readonly cohvxy: number
}
/** I015/602#3 Horizontal Velocity Precision */
function readCat015I602Sdhv(c: Cursor): Cat015I602Sdhv | undefined {
  const p = c.at
  if (p + 5 > c.end) return short(c, 'I015/602#3')
  c.at = p + 5
  const b = c.bytes
  return {
    xMps: ((b[p]! << 8) | b[p + 1]!) / 100,
    yMps: ((b[p + 2]! << 8) | b[p + 3]!) / 100,
    cohvxy: ((b[p + 4]! << 24) >> 24) / 128,
  }
}

/** I015/602#4 Correlation of Horizontal Velocity and Horizontal Position */
export type Cat015I602Cohvhp = {
  readonly cohvxhpx: number
  readonly cohvxhpy: number
  readonly cohvyhpx: number
  readonly cohvyhpy: number
}
/** I015/602#4 Correlation of Horizontal Velocity and Horizontal Position */
function readCat015I602Cohvhp(c: Cursor): Cat015I602Cohvhp | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I015/602#4')
  c.at = p + 4
  const b = c.bytes
  return {
    cohvxhpx: ((b[p]! << 24) >> 24) / 128,
    cohvxhpy: ((b[p + 1]! << 24) >> 24) / 128,
    cohvyhpx: ((b[p + 2]! << 24) >> 24) / 128,
    cohvyhpy: ((b[p + 3]! << 24) >> 24) / 128,
  }
}

/** I015/602 Horizontal Velocity Information */
export type Cat015I602 = {
  /** Horizontal Velocity Vector */
  readonly hv?: Cat015I602Hv | undefined
  /** Horizontal Velocity Resolution */
  readonly rshv?: Cat015I602Rshv | undefined
  /** Horizontal Velocity Precision */
  readonly sdhv?: Cat015I602Sdhv | undefined
  /** Correlation of Horizontal Velocity and Horizontal Position */
  readonly cohvhp?: Cat015I602Cohvhp | undefined
  readonly fspecBytes?: number | undefined
}
/** I015/602 Horizontal Velocity Information */
function readCat015I602(c: Cursor): Cat015I602 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I015/602')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I015/602 has more field specification than the edition knows')
  if ((f1 & 0xe) !== 0) return decline(c, 'unused-field', p + 0, 'I015/602 has a field that the edition does not use')
  c.at = q
  return {
    hv: (f1 & 0x80) !== 0 ? readCat015I602Hv(c) : undefined,
    rshv: (f1 & 0x40) !== 0 ? readCat015I602Rshv(c) : undefined,
    sdhv: (f1 & 0x20) !== 0 ? readCat015I602Sdhv(c) : undefined,
    cohvhp: (f1 & 0x10) !== 0 ? readCat015I602Cohvhp(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I015/603#1 Horizontal Acceleration Vector */
export type Cat015I603Ha = {
  readonly xMps2: number
  readonly yMps2: number
}
/** I015/603#1 Horizontal Acceleration Vector */
function readCat015I603Ha(c: Cursor): Cat015I603Ha | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/603#1')
  c.at = p + 3
  const b = c.bytes
  return {
    xMps2: ((((b[p]! << 8) | b[p + 1]!) << 16) >> 20) / 16,
    yMps2: ((((b[p + 1]! << 8) | b[p + 2]!) << 20) >> 20) / 16,
  }
}

/** I015/603#2 Horizontal Acceleration Precision */
export type Cat015I603Sdha = {
  readonly xMps2: number
  readonly yMps2: number
  readonly cohaxy: number
}
/** I015/603#2 Horizontal Acceleration Precision */
function readCat015I603Sdha(c: Cursor): Cat015I603Sdha | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I015/603#2')
  c.at = p + 4
  const b = c.bytes
  return {
    xMps2: (((b[p]! << 8) | b[p + 1]!) >> 4) / 16,
    yMps2: (((b[p + 1]! << 8) | b[p + 2]!) & 0xfff) / 16,
    cohaxy: ((b[p + 3]! << 24) >> 24) / 128,
  }
}

/** I015/603#3 Correlation of Horizontal Acceleration and Horizontal Position */
export type Cat015I603Cohahp = {
  readonly cohaxhpx: number
  readonly cohaxhpy: number
  readonly cohayhpx: number
  readonly coayhpy: number
}
/** I015/603#3 Correlation of Horizontal Acceleration and Horizontal Position */
function readCat015I603Cohahp(c: Cursor): Cat015I603Cohahp | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I015/603#3')
  c.at = p + 4
  const b = c.bytes
  return {
    cohaxhpx: ((b[p]! << 24) >> 24) / 128,
    cohaxhpy: ((b[p + 1]! << 24) >> 24) / 128,
    cohayhpx: ((b[p + 2]! << 24) >> 24) / 128,
    coayhpy: ((b[p + 3]! << 24) >> 24) / 128,
  }
}

/** I015/603#4 Correlation of Horizontal Acceleration and Horizontal Velocity */
export type Cat015I603Cohahv = {
  readonly cohaxhvx: number
  readonly cohaxhvy: number
  readonly cohayhvx: number
  readonly cohayhvy: number
}
/** I015/603#4 Correlation of Horizontal Acceleration and Horizontal Velocity */
function readCat015I603Cohahv(c: Cursor): Cat015I603Cohahv | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I015/603#4')
  c.at = p + 4
  const b = c.bytes
  return {
    cohaxhvx: ((b[p]! << 24) >> 24) / 128,
    cohaxhvy: ((b[p + 1]! << 24) >> 24) / 128,
    cohayhvx: ((b[p + 2]! << 24) >> 24) / 128,
    cohayhvy: ((b[p + 3]! << 24) >> 24) / 128,
  }
}

/** I015/603 Horizontal Acceleration Information */
export type Cat015I603 = {
  /** Horizontal Acceleration Vector */
  readonly ha?: Cat015I603Ha | undefined
  /** Horizontal Acceleration Precision */
  readonly sdha?: Cat015I603Sdha | undefined
  /** Correlation of Horizontal Acceleration and Horizontal Position */
  readonly cohahp?: Cat015I603Cohahp | undefined
  /** Correlation of Horizontal Acceleration and Horizontal Velocity */
  readonly cohahv?: Cat015I603Cohahv | undefined
  readonly fspecBytes?: number | undefined
}
/** I015/603 Horizontal Acceleration Information */
function readCat015I603(c: Cursor): Cat015I603 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I015/603')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I015/603 has more field specification than the edition knows')
  if ((f1 & 0xe) !== 0) return decline(c, 'unused-field', p + 0, 'I015/603 has a field that the edition does not use')
  c.at = q
  return {
    ha: (f1 & 0x80) !== 0 ? readCat015I603Ha(c) : undefined,
    sdha: (f1 & 0x40) !== 0 ? readCat015I603Sdha(c) : undefined,
    cohahp: (f1 & 0x20) !== 0 ? readCat015I603Cohahp(c) : undefined,
    cohahv: (f1 & 0x10) !== 0 ? readCat015I603Cohahv(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I015/604#1 Vertical Velocity */
function readCat015I604VvMps(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/604#1')
  c.at = p + 3
  const b = c.bytes
  return ((((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) << 8) >> 8) / 100
}

/** I015/604#2 Vertical Velocity Resolution */
function readCat015I604RsvvMps(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/604#2')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!) / 100
}

/** I015/604#3 Vertical Velocity Precision */
export type Cat015I604Sdvv = {
  readonly sdvvMps: number
  readonly covvgh: number
}
/** I015/604#3 Vertical Velocity Precision */
function readCat015I604Sdvv(c: Cursor): Cat015I604Sdvv | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/604#3')
  c.at = p + 3
  const b = c.bytes
  return {
    sdvvMps: ((b[p]! << 8) | b[p + 1]!) / 100,
    covvgh: ((b[p + 2]! << 24) >> 24) / 128,
  }
}

/** I015/604#4 Correlation of Vertical Velocity and Horizontal Position */
export type Cat015I604Covvhp = {
  readonly x: number
  readonly y: number
}
/** I015/604#4 Correlation of Vertical Velocity and Horizontal Position */
function readCat015I604Covvhp(c: Cursor): Cat015I604Covvhp | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/604#4')
  c.at = p + 2
  const b = c.bytes
  return {
    x: ((b[p]! << 24) >> 24) / 128,
    y: ((b[p + 1]! << 24) >> 24) / 128,
  }
}

/** I015/604#5 Correlation of Vertical Velocity and Horizontal Velocity */
export type Cat015I604Covvhv = {
  readonly x: number
  readonly y: number
}
/** I015/604#5 Correlation of Vertical Velocity and Horizontal Velocity */
function readCat015I604Covvhv(c: Cursor): Cat015I604Covvhv | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/604#5')
  c.at = p + 2
  const b = c.bytes
  return {
    x: ((b[p]! << 24) >> 24) / 128,
    y: ((b[p + 1]! << 24) >> 24) / 128,
  }
}

/** I015/604#6 Correlation of Vertical Velocity and Horizontal Acceleration */
export type Cat015I604Covvha = {
  readonly x: number
  readonly y: number
}
/** I015/604#6 Correlation of Vertical Velocity and Horizontal Acceleration */
function readCat015I604Covvha(c: Cursor): Cat015I604Covvha | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/604#6')
  c.at = p + 2
  const b = c.bytes
  return {
    x: ((b[p]! << 24) >> 24) / 128,
    y: ((b[p + 1]! << 24) >> 24) / 128,
  }
}

/** I015/604 Vertical Velocity Information */
export type Cat015I604 = {
  /** Vertical Velocity */
  readonly vvMps?: number | undefined
  /** Vertical Velocity Resolution */
  readonly rsvvMps?: number | undefined
  /** Vertical Velocity Precision */
  readonly sdvv?: Cat015I604Sdvv | undefined
  /** Correlation of Vertical Velocity and Horizontal Position */
  readonly covvhp?: Cat015I604Covvhp | undefined
  /** Correlation of Vertical Velocity and Horizontal Velocity */
  readonly covvhv?: Cat015I604Covvhv | undefined
  /** Correlation of Vertical Velocity and Horizontal Acceleration */
  readonly covvha?: Cat015I604Covvha | undefined
  readonly fspecBytes?: number | undefined
}
/** I015/604 Vertical Velocity Information */
function readCat015I604(c: Cursor): Cat015I604 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I015/604')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I015/604 has more field specification than the edition knows')
  if ((f1 & 0x2) !== 0) return decline(c, 'unused-field', p + 0, 'I015/604 has a field that the edition does not use')
  c.at = q
  return {
    vvMps: (f1 & 0x80) !== 0 ? readCat015I604VvMps(c) : undefined,
    rsvvMps: (f1 & 0x40) !== 0 ? readCat015I604RsvvMps(c) : undefined,
    sdvv: (f1 & 0x20) !== 0 ? readCat015I604Sdvv(c) : undefined,
    covvhp: (f1 & 0x10) !== 0 ? readCat015I604Covvhp(c) : undefined,
    covvhv: (f1 & 0x8) !== 0 ? readCat015I604Covvhv(c) : undefined,
    covvha: (f1 & 0x4) !== 0 ? readCat015I604Covvha(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I015/605#1 Vertical Acceleration */
function readCat015I605VaMps2(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/605#1')
  c.at = p + 2
  const b = c.bytes
  return ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 100
}

/** I015/605#2 Vertical Acceleration Precision */
export type Cat015I605Rsva = {
  readonly sdvaMps2: number
  readonly covagh: number
  readonly covavv: number
}
/** I015/605#2 Vertical Acceleration Precision */
function readCat015I605Rsva(c: Cursor): Cat015I605Rsva | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I015/605#2')
  c.at = p + 4
  const b = c.bytes
  return {
    sdvaMps2: ((b[p]! << 8) | b[p + 1]!) / 100,
    covagh: ((b[p + 2]! << 24) >> 24) / 128,
    covavv: ((b[p + 3]! << 24) >> 24) / 128,
  }
}

/** I015/605#3 Correlation of Vertical Acceleration and Horizontal Position */
export type Cat015I605Covahp = {
  readonly x: number
  readonly y: number
}
/** I015/605#3 Correlation of Vertical Acceleration and Horizontal Position */
function readCat015I605Covahp(c: Cursor): Cat015I605Covahp | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/605#3')
  c.at = p + 2
  const b = c.bytes
  return {
    x: ((b[p]! << 24) >> 24) / 128,
    y: ((b[p + 1]! << 24) >> 24) / 128,
  }
}

/** I015/605#4 Correlation of Vertical Acceleration and Horizontal Velocity */
export type Cat015I605Covahv = {
  readonly x: number
  readonly y: number
}
/** I015/605#4 Correlation of Vertical Acceleration and Horizontal Velocity */
function readCat015I605Covahv(c: Cursor): Cat015I605Covahv | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/605#4')
  c.at = p + 2
  const b = c.bytes
  return {
    x: ((b[p]! << 24) >> 24) / 128,
    y: ((b[p + 1]! << 24) >> 24) / 128,
  }
}

/** I015/605#5 Correlation of Vertical Acceleration and Horizontal Acceleration */
export type Cat015I605Covaha = {
  readonly x: number
  readonly y: number
}
/** I015/605#5 Correlation of Vertical Acceleration and Horizontal Acceleration */
function readCat015I605Covaha(c: Cursor): Cat015I605Covaha | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/605#5')
  c.at = p + 2
  const b = c.bytes
  return {
    x: ((b[p]! << 24) >> 24) / 128,
    y: ((b[p + 1]! << 24) >> 24) / 128,
  }
}

/** I015/605 Vertical Velocity Information */
export type Cat015I605 = {
  /** Vertical Acceleration */
  readonly vaMps2?: number | undefined
  /** Vertical Acceleration Precision */
  readonly rsva?: Cat015I605Rsva | undefined
  /** Correlation of Vertical Acceleration and Horizontal Position */
  readonly covahp?: Cat015I605Covahp | undefined
  /** Correlation of Vertical Acceleration and Horizontal Velocity */
  readonly covahv?: Cat015I605Covahv | undefined
  /** Correlation of Vertical Acceleration and Horizontal Acceleration */
  readonly covaha?: Cat015I605Covaha | undefined
  readonly fspecBytes?: number | undefined
}
/** I015/605 Vertical Velocity Information */
function readCat015I605(c: Cursor): Cat015I605 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I015/605')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I015/605 has more field specification than the edition knows')
  if ((f1 & 0x6) !== 0) return decline(c, 'unused-field', p + 0, 'I015/605 has a field that the edition does not use')
  c.at = q
  return {
    vaMps2: (f1 & 0x80) !== 0 ? readCat015I605VaMps2(c) : undefined,
    rsva: (f1 & 0x40) !== 0 ? readCat015I605Rsva(c) : undefined,
    covahp: (f1 & 0x20) !== 0 ? readCat015I605Covahp(c) : undefined,
    covahv: (f1 & 0x10) !== 0 ? readCat015I605Covahv(c) : undefined,
    covaha: (f1 & 0x8) !== 0 ? readCat015I605Covaha(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I015/480 Associations */
function readCat015I480(c: Cursor): readonly string[] | undefined {
  const n = takeCount(c, 5, 'I015/480')
  if (c.fault !== undefined) return undefined
  const b = c.bytes
  let p = c.at
  const out: string[] = []
  for (let i = 0; i < n; i++, p += 5) {
    out.push(hexOf(b, p, 5))
  }
  c.at = p
  return out
}

/** I015/625#1 Range */
function readCat015I625RM(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/625#1')
  c.at = p + 3
  const b = c.bytes
  return ((((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) << 8) >> 8) / 10
}

/** I015/625#2 Range Resolution */
function readCat015I625RsrM(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/625#2')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 10
}

/** I015/625#3 Range Precision */
function readCat015I625SdrM(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/625#3')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 10
}

/** I015/625#4 Range Rate */
function readCat015I625RrMps(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/625#4')
  c.at = p + 3
  const b = c.bytes
  return ((((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) << 8) >> 8) / 10
}

/** I015/625#5 Range Rate Resolution */
function readCat015I625RsrrMps(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/625#5')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 10
}

/** I015/625#6 Range Rate Precision */
export type Cat015I625Sdrr = {
  readonly sdrrMps: number
  readonly corrr: number
}
/** I015/625#6 Range Rate Precision */
function readCat015I625Sdrr(c: Cursor): Cat015I625Sdrr | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I015/625#6')
  c.at = p + 4
  const b = c.bytes
  return {
    sdrrMps: ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 10,
    corrr: ((b[p + 3]! << 24) >> 24) / 128,
  }
}

/** I015/625#7 Range Acceleration */
function readCat015I625RaMps2(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/625#7')
  c.at = p + 2
  const b = c.bytes
  return ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 64
}

/** I015/625#8 Range Acceleration Precision */
export type Cat015I625Sdra = {
  readonly sdraMps2: number
  readonly corar: number
  readonly corarr: number
}
/** I015/625#8 Range Acceleration Precision */
function readCat015I625Sdra(c: Cursor): Cat015I625Sdra | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I015/625#8')
  c.at = p + 4
  const b = c.bytes
  return {
    sdraMps2: ((b[p]! << 8) | b[p + 1]!) / 128,
    corar: ((b[p + 2]! << 24) >> 24) / 128,
    corarr: ((b[p + 3]! << 24) >> 24) / 128,
  }
}

/** I015/625 Range Information */
export type Cat015I625 = {
  /** Range */
  readonly rM?: number | undefined
  /** Range Resolution */
  readonly rsrM?: number | undefined
  /** Range Precision */
  readonly sdrM?: number | undefined
  /** Range Rate */
  readonly rrMps?: number | undefined
  /** Range Rate Resolution */
  readonly rsrrMps?: number | undefined
  /** Range Rate Precision */
  readonly sdrr?: Cat015I625Sdrr | undefined
  /** Range Acceleration */
  readonly raMps2?: number | undefined
  /** Range Acceleration Precision */
  readonly sdra?: Cat015I625Sdra | undefined
  readonly fspecBytes?: number | undefined
}
/** I015/625 Range Information */
function readCat015I625(c: Cursor): Cat015I625 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I015/625')
  const f1 = b[p]!
  let q = p + 1
  let f2 = 0
  if ((f1 & 1) === 1) {
    if (q >= c.end) return short(c, 'I015/625')
    f2 = b[q++]!
  }
  if ((f2 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I015/625 has more field specification than the edition knows')
  if ((f2 & 0x7e) !== 0) return decline(c, 'unused-field', p + 1, 'I015/625 has a field that the edition does not use')
  c.at = q
  return {
    rM: (f1 & 0x80) !== 0 ? readCat015I625RM(c) : undefined,
    rsrM: (f1 & 0x40) !== 0 ? readCat015I625RsrM(c) : undefined,
    sdrM: (f1 & 0x20) !== 0 ? readCat015I625SdrM(c) : undefined,
    rrMps: (f1 & 0x10) !== 0 ? readCat015I625RrMps(c) : undefined,
    rsrrMps: (f1 & 0x8) !== 0 ? readCat015I625RsrrMps(c) : undefined,
    sdrr: (f1 & 0x4) !== 0 ? readCat015I625Sdrr(c) : undefined,
    raMps2: (f1 & 0x2) !== 0 ? readCat015I625RaMps2(c) : undefined,
    sdra: (f2 & 0x80) !== 0 ? readCat015I625Sdra(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I015/626#1 Doppler Velocity */
function readCat015I626DvMps(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/626#1')
  c.at = p + 3
  const b = c.bytes
  return ((((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) << 8) >> 8) / 100
}

/** I015/626#2 Precision of Doppler Velocity */
function readCat015I626SddvMps(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/626#2')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!) / 64
}

/** I015/626#3 Doppler Acceleration */
function readCat015I626DaMps2(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/626#3')
  c.at = p + 2
  const b = c.bytes
  return ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 64
}

/** I015/626#4 Precision of Doppler Acceleration */
export type Cat015I626Sdda = {
  readonly sddaMps2: number
  readonly codadv: number
}
/** I015/626#4 Precision of Doppler Acceleration */
function readCat015I626Sdda(c: Cursor): Cat015I626Sdda | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/626#4')
  c.at = p + 3
  const b = c.bytes
  return {
    sddaMps2: ((b[p]! << 8) | b[p + 1]!) / 64,
    codadv: ((b[p + 2]! << 24) >> 24) / 128,
  }
}

/** I015/626#5 Correlation of Doppler Velocity and Range */
function readCat015I626Codvr(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I015/626#5')
  c.at = p + 1
  const b = c.bytes
  return ((b[p]! << 24) >> 24) / 128
}

/** I015/626#6 Correlation of Doppler Velocity and Range Rate */
function readCat015I626Codvrr(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I015/626#6')
  c.at = p + 1
  const b = c.bytes
  return ((b[p]! << 24) >> 24) / 128
}

/** I015/626#7 Correlation of Doppler Velocity and Range Acceleration */
function readCat015I626Codvra(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I015/626#7')
  c.at = p + 1
  const b = c.bytes
  return ((b[p]! << 24) >> 24) / 128
}

/** I015/626#8 Correlation of Doppler Acceleration and Range */
function readCat015I626Codar(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I015/626#8')
  c.at = p + 1
  const b = c.bytes
  return ((b[p]! << 24) >> 24) / 128
}

/** I015/626#9 Correlation of Doppler Acceleration and Range Rate */
function readCat015I626Codarr(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I015/626#9')
  c.at = p + 1
  const b = c.bytes
  return ((b[p]! << 24) >> 24) / 128
}

/** I015/626#10 Correlation of Doppler Acceleration and Range Acceleration */
function readCat015I626Codara(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I015/626#10')
  c.at = p + 1
  const b = c.bytes
  return ((b[p]! << 24) >> 24) / 128
}

/** I015/626 Doppler Information */
export type Cat015I626 = {
  /** Doppler Velocity */
  readonly dvMps?: number | undefined
  /** Precision of Doppler Velocity */
  readonly sddvMps?: number | undefined
  /** Doppler Acceleration */
  readonly daMps2?: number | undefined
  /** Precision of Doppler Acceleration */
  readonly sdda?: Cat015I626Sdda | undefined
  /** Correlation of Doppler Velocity and Range */
  readonly codvr?: number | undefined
  /** Correlation of Doppler Velocity and Range Rate */
  readonly codvrr?: number | undefined
  /** Correlation of Doppler Velocity and Range Acceleration */
  readonly codvra?: number | undefined
  /** Correlation of Doppler Acceleration and Range */
  readonly codar?: number | undefined
  /** Correlation of Doppler Acceleration and Range Rate */
  readonly codarr?: number | undefined
  /** Correlation of Doppler Acceleration and Range Acceleration */
  readonly codara?: number | undefined
  readonly fspecBytes?: number | undefined
}
/** I015/626 Doppler Information */
function readCat015I626(c: Cursor): Cat015I626 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I015/626')
  const f1 = b[p]!
  let q = p + 1
  let f2 = 0
  if ((f1 & 1) === 1) {
    if (q >= c.end) return short(c, 'I015/626')
    f2 = b[q++]!
  }
  if ((f2 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I015/626 has more field specification than the edition knows')
  if ((f2 & 0x1e) !== 0) return decline(c, 'unused-field', p + 1, 'I015/626 has a field that the edition does not use')
  c.at = q
  return {
    dvMps: (f1 & 0x80) !== 0 ? readCat015I626DvMps(c) : undefined,
    sddvMps: (f1 & 0x40) !== 0 ? readCat015I626SddvMps(c) : undefined,
    daMps2: (f1 & 0x20) !== 0 ? readCat015I626DaMps2(c) : undefined,
    sdda: (f1 & 0x10) !== 0 ? readCat015I626Sdda(c) : undefined,
    codvr: (f1 & 0x8) !== 0 ? readCat015I626Codvr(c) : undefined,
    codvrr: (f1 & 0x4) !== 0 ? readCat015I626Codvrr(c) : undefined,
    codvra: (f1 & 0x2) !== 0 ? readCat015I626Codvra(c) : undefined,
    codar: (f2 & 0x80) !== 0 ? readCat015I626Codar(c) : undefined,
    codarr: (f2 & 0x40) !== 0 ? readCat015I626Codarr(c) : undefined,
    codara: (f2 & 0x20) !== 0 ? readCat015I626Codara(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I015/627#1 Azimuth */
function readCat015I627AzDeg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/627#1')
  c.at = p + 2
  const b = c.bytes
  return (((b[p]! << 8) | b[p + 1]!) * 360) / 65536
}

/** I015/627#2 Azimuth Resolution */
function readCat015I627RsazDeg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/627#2')
  c.at = p + 2
  const b = c.bytes
  return (((b[p]! << 8) | b[p + 1]!) * 45) / 65536
}

/** I015/627#3 Standard Deviation of Azimuth */
function readCat015I627SdazDeg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/627#3')
  c.at = p + 2
  const b = c.bytes
  return (((b[p]! << 8) | b[p + 1]!) * 45) / 65536
}

/** I015/627#4 Azimuth Rate */
function readCat015I627AzrDegPerS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/627#4')
  c.at = p + 2
  const b = c.bytes
  return (((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) * 180) / 65536
}

/** I015/627#5 Standard Deviation of Azimuth Rate */
export type Cat015I627Sdazr = {
  readonly sdazrDegPerS: number
  readonly coazraz: number
}
/** I015/627#5 Standard Deviation of Azimuth Rate */
function readCat015I627Sdazr(c: Cursor): Cat015I627Sdazr | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/627#5')
  c.at = p + 3
  const b = c.bytes
  return {
    sdazrDegPerS: (((b[p]! << 8) | b[p + 1]!) * 45) / 65536,
    coazraz: ((b[p + 2]! << 24) >> 24) / 128,
  }
}

/** I015/627#6 Azimuth Extent */
export type Cat015I627Azex = {
  readonly sDeg: number
  readonly eDeg: number
}
/** I015/627#6 Azimuth Extent */
function readCat015I627Azex(c: Cursor): Cat015I627Azex | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I015/627#6')
  c.at = p + 4
  const b = c.bytes
  return {
    sDeg: (((b[p]! << 8) | b[p + 1]!) * 360) / 65536,
    eDeg: (((b[p + 2]! << 8) | b[p + 3]!) * 360) / 65536,
  }
}

/** I015/627 Azimuth Information */
export type Cat015I627 = {
  /** Azimuth */
  readonly azDeg?: number | undefined
  /** Azimuth Resolution */
  readonly rsazDeg?: number | undefined
  /** Standard Deviation of Azimuth */
  readonly sdazDeg?: number | undefined
  /** Azimuth Rate */
  readonly azrDegPerS?: number | undefined
  /** Standard Deviation of Azimuth Rate */
  readonly sdazr?: Cat015I627Sdazr | undefined
  /** Azimuth Extent */
  readonly azex?: Cat015I627Azex | undefined
  readonly fspecBytes?: number | undefined
}
/** I015/627 Azimuth Information */
function readCat015I627(c: Cursor): Cat015I627 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I015/627')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I015/627 has more field specification than the edition knows')
  if ((f1 & 0x2) !== 0) return decline(c, 'unused-field', p + 0, 'I015/627 has a field that the edition does not use')
  c.at = q
  return {
    azDeg: (f1 & 0x80) !== 0 ? readCat015I627AzDeg(c) : undefined,
    rsazDeg: (f1 & 0x40) !== 0 ? readCat015I627RsazDeg(c) : undefined,
    sdazDeg: (f1 & 0x20) !== 0 ? readCat015I627SdazDeg(c) : undefined,
    azrDegPerS: (f1 & 0x10) !== 0 ? readCat015I627AzrDegPerS(c) : undefined,
    sdazr: (f1 & 0x8) !== 0 ? readCat015I627Sdazr(c) : undefined,
    azex: (f1 & 0x4) !== 0 ? readCat015I627Azex(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I015/628#1 Elevation */
function readCat015I628ElDeg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/628#1')
  c.at = p + 2
  const b = c.bytes
  return (((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) * 180) / 65536
}

/** I015/628#2 Elevation Resolution */
function readCat015I628RselDeg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/628#2')
  c.at = p + 2
  const b = c.bytes
  return (((b[p]! << 8) | b[p + 1]!) * 45) / 65536
}

/** I015/628#3 Standard Deviation of Elevation */
function readCat015I628SdelDeg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/628#3')
  c.at = p + 2
  const b = c.bytes
  return (((b[p]! << 8) | b[p + 1]!) * 45) / 65536
}

/** I015/628#4 Elevation Rate */
function readCat015I628ErDegPerS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/628#4')
  c.at = p + 2
  const b = c.bytes
  return (((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) * 180) / 65536
}

/** I015/628#5 Standard Deviation of Elevation Rate */
export type Cat015I628Sder = {
  readonly sdelrDegPerS: number
  readonly coelrel: number
}
/** I015/628#5 Standard Deviation of Elevation Rate */
function readCat015I628Sder(c: Cursor): Cat015I628Sder | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I015/628#5')
  c.at = p + 3
  const b = c.bytes
  return {
    sdelrDegPerS: (((b[p]! << 8) | b[p + 1]!) * 45) / 65536,
    coelrel: ((b[p + 2]! << 24) >> 24) / 128,
  }
}

/** I015/628#6 Elevation Extent */
export type Cat015I628Elex = {
  readonly sDeg: number
  readonly eDeg: number
}
/** I015/628#6 Elevation Extent */
function readCat015I628Elex(c: Cursor): Cat015I628Elex | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I015/628#6')
  c.at = p + 4
  const b = c.bytes
  return {
    sDeg: (((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) * 180) / 65536,
    eDeg: (((((b[p + 2]! << 8) | b[p + 3]!) << 16) >> 16) * 180) / 65536,
  }
}

/** I015/628 Elevation Information */
export type Cat015I628 = {
  /** Elevation */
  readonly elDeg?: number | undefined
  /** Elevation Resolution */
  readonly rselDeg?: number | undefined
  /** Standard Deviation of Elevation */
  readonly sdelDeg?: number | undefined
  /** Elevation Rate */
  readonly erDegPerS?: number | undefined
  /** Standard Deviation of Elevation Rate */
  readonly sder?: Cat015I628Sder | undefined
  /** Elevation Extent */
  readonly elex?: Cat015I628Elex | undefined
  readonly fspecBytes?: number | undefined
}
/** I015/628 Elevation Information */
function readCat015I628(c: Cursor): Cat015I628 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I015/628')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I015/628 has more field specification than the edition knows')
  if ((f1 & 0x2) !== 0) return decline(c, 'unused-field', p + 0, 'I015/628 has a field that the edition does not use')
  c.at = q
  return {
    elDeg: (f1 & 0x80) !== 0 ? readCat015I628ElDeg(c) : undefined,
    rselDeg: (f1 & 0x40) !== 0 ? readCat015I628RselDeg(c) : undefined,
    sdelDeg: (f1 & 0x20) !== 0 ? readCat015I628SdelDeg(c) : undefined,
    erDegPerS: (f1 & 0x10) !== 0 ? readCat015I628ErDegPerS(c) : undefined,
    sder: (f1 & 0x8) !== 0 ? readCat015I628Sder(c) : undefined,
    elex: (f1 & 0x4) !== 0 ? readCat015I628Elex(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I015/630#1 Direct Path - Power */
function readCat015I630DppDb(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I015/630#1')
  c.at = p + 1
  const b = c.bytes
  return ((b[p]! << 24) >> 24)
}

/** I015/630#2 Direct Path - Signal to Noise Ratio (SNR) */
function readCat015I630DpsDb(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I015/630#2')
  c.at = p + 1
  const b = c.bytes
  return ((b[p]! << 24) >> 24)
}

/** I015/630#3 Reflected Path - Power */
export type Cat015I630Rpp = {
  readonly rppDb: number
  readonly spareBits?: number | undefined
}
/** I015/630#3 Reflected Path - Power */
function readCat015I630Rpp(c: Cursor): Cat015I630Rpp | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I015/630#3')
  c.at = p + 2
  const b = c.bytes
  return {
    rppDb: ((((b[p]! << 8) | b[p + 1]!) << 23) >> 23),
    spareBits: ((b[p]! >> 1)) || undefined,
  }
}

/** I015/630#4 Reflected Path - Signal to Noise Ratio (SNR) */
function readCat015I630RpsDb(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I015/630#4')
  c.at = p + 1
  const b = c.bytes
  return ((b[p]! << 24) >> 24)
}

/** I015/630 Path Quality */
export type Cat015I630 = {
  /** Direct Path - Power */
  readonly dppDb?: number | undefined
  /** Direct Path - Signal to Noise Ratio (SNR) */
  readonly dpsDb?: number | undefined
  /** Reflected Path - Power */
  readonly rpp?: Cat015I630Rpp | undefined
  /** Reflected Path - Signal to Noise Ratio (SNR) */
  readonly rpsDb?: number | undefined
  readonly fspecBytes?: number | undefined
}
/** I015/630 Path Quality */
function readCat015I630(c: Cursor): Cat015I630 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I015/630')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I015/630 has more field specification than the edition knows')
  if ((f1 & 0xe) !== 0) return decline(c, 'unused-field', p + 0, 'I015/630 has a field that the edition does not use')
  c.at = q
  return {
    dppDb: (f1 & 0x80) !== 0 ? readCat015I630DppDb(c) : undefined,
    dpsDb: (f1 & 0x40) !== 0 ? readCat015I630DpsDb(c) : undefined,
    rpp: (f1 & 0x20) !== 0 ? readCat015I630Rpp(c) : undefined,
    rpsDb: (f1 & 0x10) !== 0 ? readCat015I630RpsDb(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I015/631 Contour (Azimuth, Elevation Angle, Range Extent) */
export type Cat015I631 = {
  readonly azconDeg: number
  readonly elconDeg: number
  readonly rgconstopM: number
  readonly rgconstartM: number
}
/** I015/631 Contour (Azimuth, Elevation Angle, Range Extent) */
function readCat015I631(c: Cursor): readonly Cat015I631[] | undefined {
  const n = takeCount(c, 8, 'I015/631')
  if (c.fault !== undefined) return undefined
  const b = c.bytes
  let p = c.at
  const out: Cat015I631[] = []
  for (let i = 0; i < n; i++, p += 8) {
    out.push({
      azconDeg: (((b[p]! << 8) | b[p + 1]!) * 360) / 65536,
      elconDeg: (((((b[p + 2]! << 8) | b[p + 3]!) << 16) >> 16) * 180) / 65536,
      rgconstopM: (((b[p + 4]! << 8) | b[p + 5]!) * 10000) / 65536,
      rgconstartM: (((b[p + 6]! << 8) | b[p + 7]!) * 10000) / 65536,
    })
  }
  c.at = p
  return out
}

/** I015/SP Special Purpose Field */
function readCat015Sp(c: Cursor): string | undefined {
  return takeExplicit(c, 'I015/SP')
}

/** A record of category 15 ed. 1.2. */
export type Cat015Record = {
  /** Data Source Identifier */
  readonly i010?: Cat015I010 | undefined
  /** Message Type */
  readonly i000?: Cat015I000 | undefined
  /** Service Identification */
  readonly i015?: number | undefined
  /** Target Report Descriptor */
  readonly i020?: Cat015I020 | undefined
  /** Warning/Error Conditions */
  readonly i030?: readonly number[] | undefined
  /** Time of Applicability */
  readonly i145S?: number | undefined
  /** Track/Plot Number */
  readonly i161?: number | undefined
  /** Track/Plot Status */
  readonly i170?: Cat015I170 | undefined
  /** Update Period */
  readonly i050?: Cat015I050 | undefined
  /** Target Size & Orientation */
  readonly i270?: Cat015I270 | undefined
  /** Object Classification */
  readonly i300?: readonly Cat015I300[] | undefined
  /** Measurement Identifier */
  readonly i400?: Cat015I400 | undefined
  /** Horizontal Position Information */
  readonly i600?: Cat015I600 | undefined
  /** Geometric Height Information */
  readonly i601?: Cat015I601 | undefined
  /** Horizontal Velocity Information */
  readonly i602?: Cat015I602 | undefined
  /** Horizontal Acceleration Information */
  readonly i603?: Cat015I603 | undefined
  /** Vertical Velocity Information */
  readonly i604?: Cat015I604 | undefined
  /** Vertical Velocity Information */
  readonly i605?: Cat015I605 | undefined
  /** Associations */
  readonly i480?: readonly string[] | undefined
  /** Range Information */
  readonly i625?: Cat015I625 | undefined
  /** Doppler Information */
  readonly i626?: Cat015I626 | undefined
  /** Azimuth Information */
  readonly i627?: Cat015I627 | undefined
  /** Elevation Information */
  readonly i628?: Cat015I628 | undefined
  /** Path Quality */
  readonly i630?: Cat015I630 | undefined
  /** Contour (Azimuth, Elevation Angle, Range Extent) */
  readonly i631?: readonly Cat015I631[] | undefined
  /** Special Purpose Field */
  readonly sp?: string | undefined
  readonly fspecBytes?: number | undefined
}

/** The record at the cursor; undefined after a fault, which the cursor then holds. */
export function readCat015(c: Cursor): Cat015Record | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'a record of category 15')
  const f1 = b[p]!
  let q = p + 1
  let f2 = 0
  if ((f1 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 15')
    f2 = b[q++]!
  }
  let f3 = 0
  if ((f2 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 15')
    f3 = b[q++]!
  }
  let f4 = 0
  if ((f3 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 15')
    f4 = b[q++]!
  }
  if ((f4 & 1) === 1) return decline(c, 'field-specification', q - 1, 'a record of category 15 has more field specification than the edition knows')
  if ((f4 & 0x6) !== 0) return decline(c, 'unused-field', p + 3, 'a record of category 15 has a field that the edition does not use')
  c.at = q
  if (((f1 | f2 | f3 | f4) & 0xfe) === 0) return decline(c, 'empty-record', p, 'a record of category 15 has no items')
  const record = {
    i010: (f1 & 0x80) !== 0 ? readCat015I010(c) : undefined,
    i000: (f1 & 0x40) !== 0 ? readCat015I000(c) : undefined,
    i015: (f1 & 0x20) !== 0 ? readCat015I015(c) : undefined,
    i020: (f1 & 0x10) !== 0 ? readCat015I020(c) : undefined,
    i030: (f1 & 0x8) !== 0 ? readCat015I030(c) : undefined,
    i145S: (f1 & 0x4) !== 0 ? readCat015I145S(c) : undefined,
    i161: (f1 & 0x2) !== 0 ? readCat015I161(c) : undefined,
    i170: (f2 & 0x80) !== 0 ? readCat015I170(c) : undefined,
    i050: (f2 & 0x40) !== 0 ? readCat015I050(c) : undefined,
    i270: (f2 & 0x20) !== 0 ? readCat015I270(c) : undefined,
    i300: (f2 & 0x10) !== 0 ? readCat015I300(c) : undefined,
    i400: (f2 & 0x8) !== 0 ? readCat015I400(c) : undefined,
    i600: (f2 & 0x4) !== 0 ? readCat015I600(c) : undefined,
    i601: (f2 & 0x2) !== 0 ? readCat015I601(c) : undefined,
    i602: (f3 & 0x80) !== 0 ? readCat015I602(c) : undefined,
    i603: (f3 & 0x40) !== 0 ? readCat015I603(c) : undefined,
    i604: (f3 & 0x20) !== 0 ? readCat015I604(c) : undefined,
    i605: (f3 & 0x10) !== 0 ? readCat015I605(c) : undefined,
    i480: (f3 & 0x8) !== 0 ? readCat015I480(c) : undefined,
    i625: (f3 & 0x4) !== 0 ? readCat015I625(c) : undefined,
    i626: (f3 & 0x2) !== 0 ? readCat015I626(c) : undefined,
    i627: (f4 & 0x80) !== 0 ? readCat015I627(c) : undefined,
    i628: (f4 & 0x40) !== 0 ? readCat015I628(c) : undefined,
    i630: (f4 & 0x20) !== 0 ? readCat015I630(c) : undefined,
    i631: (f4 & 0x10) !== 0 ? readCat015I631(c) : undefined,
    sp: (f4 & 0x8) !== 0 ? readCat015Sp(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
  return c.fault === undefined ? record : undefined
}
