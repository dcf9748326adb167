// Made by npm run generate from the table of category 34 ed. 1.29. Change the table, not this file.
import { decline, short, takeCount, takeExplicit } from '../cursor.ts'
import type { Cursor } from '../cursor.ts'

/** I034/010 Data Source Identifier */
export type Cat034I010 = {
  readonly sac: number
  readonly sic: number
}
/** I034/010 Data Source Identifier */
function readCat034I010(c: Cursor): Cat034I010 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I034/010')
  c.at = p + 2
  const b = c.bytes
  return {
    sac: b[p]!,
    sic: b[p + 1]!,
  }
}

/** I034/000 Message Type */
function readCat034I000(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I034/000')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I034/030 Time of Day */
function readCat034I030S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I034/030')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 128
}

/** I034/020 Sector Number */
function readCat034I020Deg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I034/020')
  c.at = p + 1
  const b = c.bytes
  return (b[p]! * 360) / 256
}

/** I034/041 Antenna Rotation Speed */
function readCat034I041S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I034/041')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!) / 128
}

/** I034/050#1 Common Part */
export type Cat034I050Com = {
  readonly nogo: number
  readonly rdpc: number
  readonly rdpr: number
  readonly ovlrdp: number
  readonly ovlxmt: number
  readonly msc: number
  readonly tsv: number
  readonly spareBits?: number | undefined
}
/** I034/050#1 Common Part */
function readCat034I050Com(c: Cursor): Cat034I050Com | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I034/050#1')
  c.at = p + 1
  const b = c.bytes
  return {
    nogo: (b[p]! >> 7),
    rdpc: ((b[p]! >> 6) & 0x1),
    rdpr: ((b[p]! >> 5) & 0x1),
    ovlrdp: ((b[p]! >> 4) & 0x1),
    ovlxmt: ((b[p]! >> 3) & 0x1),
    msc: ((b[p]! >> 2) & 0x1),
    tsv: ((b[p]! >> 1) & 0x1),
    spareBits: ((b[p]! & 0x1)) || undefined,
  }
}

/** I034/050#4 Specific Status Information for a PSR Sensor */
export type Cat034I050Psr = {
  readonly ant: number
  readonly chab: number
  readonly ovl: number
  readonly msc: number
  readonly spareBits?: number | undefined
}
/** I034/050#4 Specific Status Information for a PSR Sensor */
function readCat034I050Psr(c: Cursor): Cat034I050Psr | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I034/050#4')
  c.at = p + 1
  const b = c.bytes
  return {
    ant: (b[p]! >> 7),
    chab: ((b[p]! >> 5) & 0x3),
    ovl: ((b[p]! >> 4) & 0x1),
    msc: ((b[p]! >> 3) & 0x1),
    spareBits: ((b[p]! & 0x7)) || undefined,
  }
}

/** I034/050#5 Specific Status Information for a SSR Sensor */
export type Cat034I050Ssr = {
  readonly ant: number
  readonly chab: number
  readonly ovl: number
  readonly msc: number
  readonly spareBits?: number | undefined
}
/** I034/050#5 Specific Status Information for a SSR Sensor */
function readCat034I050Ssr(c: Cursor): Cat034I050Ssr | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I034/050#5')
  c.at = p + 1
  const b = c.bytes
  return {
    ant: (b[p]! >> 7),
    chab: ((b[p]! >> 5) & 0x3),
    ovl: ((b[p]! >> 4) & 0x1),
    msc: ((b[p]! >> 3) & 0x1),
    spareBits: ((b[p]! & 0x7)) || undefined,
  }
}

/** I034/050#6 Specific Status Information for a Mode S Sensor */
export type Cat034I050Mds = {
  readonly ant: number
  readonly chab: number
  readonly ovlsur: number
  readonly msc: number
  readonly scf: number
  readonly dlf: number
  readonly ovlscf: number
  readonly ovldlf: number
  readonly spareBits?: number | undefined
}
/** I034/050#6 Specific Status Information for a Mode S Sensor */
function readCat034I050Mds(c: Cursor): Cat034I050Mds | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I034/050#6')
  c.at = p + 2
  const b = c.bytes
  return {
    ant: (b[p]! >> 7),
    chab: ((b[p]! >> 5) & 0x3),
    ovlsur: ((b[p]! >> 4) & 0x1),
    msc: ((b[p]! >> 3) & 0x1),
    scf: ((b[p]! >> 2) & 0x1),
    dlf: ((b[p]! >> 1) & 0x1),
    ovlscf: (b[p]! & 0x1),
    ovldlf: (b[p + 1]! >> 7),
    spareBits: ((b[p + 1]! & 0x7f)) || undefined,
  }
}

/** I034/050 System Configuration and Status */
export type Cat034I050 = {
  /** Common Part */
  readonly com?: Cat034I050Com | undefined
  /** Specific Status Information for a PSR Sensor */
  readonly psr?: Cat034I050Psr | undefined
  /** Specific Status Information for a SSR Sensor */
  readonly ssr?: Cat034I050Ssr | undefined
  /** Specific Status Information for a Mode S Sensor */
  readonly mds?: Cat034I050Mds | undefined
  readonly fspecBytes?: number | undefined
}
/** I034/050 System Configuration and Status */
function readCat034I050(c: Cursor): Cat034I050 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I034/050')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I034/050 has more field specification than the edition knows')
  if ((f1 & 0x62) !== 0) return decline(c, 'unused-field', p + 0, 'I034/050 has a field that the edition does not use')
  c.at = q
  return {
    com: (f1 & 0x80) !== 0 ? readCat034I050Com(c) : undefined,
    psr: (f1 & 0x10) !== 0 ? readCat034I050Psr(c) : undefined,
    ssr: (f1 & 0x8) !== 0 ? readCat034I050Ssr(c) : undefined,
    mds: (f1 & 0x4) !== 0 ? readCat034I050Mds(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I034/060#1 Common Part */
export type Cat034I060Com = {
  readonly redrdp: number
  readonly redxmt: number
  readonly spareBits?: number | undefined
}
/** I034/060#1 Common Part */
function readCat034I060Com(c: Cursor): Cat034I060Com | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I034/060#1')
  c.at = p + 1
  const b = c.bytes
  return {
    redrdp: ((b[p]! >> 4) & 0x7),
    redxmt: ((b[p]! >> 1) & 0x7),
    spareBits: ((((b[p]! >> 7) << 1) | (b[p]! & 0x1))) || undefined,
  }
}

/** I034/060#4 Specific Processing Mode Information for a PSR Sensor */
export type Cat034I060Psr = {
  readonly pol: number
  readonly redrad: number
  readonly stc: number
  readonly spareBits?: number | undefined
}
/** I034/060#4 Specific Processing Mode Information for a PSR Sensor */
function readCat034I060Psr(c: Cursor): Cat034I060Psr | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I034/060#4')
  c.at = p + 1
  const b = c.bytes
  return {
    pol: (b[p]! >> 7),
    redrad: ((b[p]! >> 4) & 0x7),
    stc: ((b[p]! >> 2) & 0x3),
    spareBits: ((b[p]! & 0x3)) || undefined,
  }
}

/** I034/060#5 Specific Processing Mode Information for a SSR Sensor */
export type Cat034I060Ssr = {
  readonly redrad: number
  readonly spareBits?: number | undefined
}
/** I034/060#5 Specific Processing Mode Information for a SSR Sensor */
function readCat034I060Ssr(c: Cursor): Cat034I060Ssr | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I034/060#5')
  c.at = p + 1
  const b = c.bytes
  return {
    redrad: (b[p]! >> 5),
    spareBits: ((b[p]! & 0x1f)) || undefined,
  }
}

/** I034/060#6 Specific Processing Mode Information for a Mode S Sensor */
export type Cat034I060Mds = {
  readonly redrad: number
  readonly clu: number
  readonly spareBits?: number | undefined
}
/** I034/060#6 Specific Processing Mode Information for a Mode S Sensor */
function readCat034I060Mds(c: Cursor): Cat034I060Mds | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I034/060#6')
  c.at = p + 1
  const b = c.bytes
  return {
    redrad: (b[p]! >> 5),
    clu: ((b[p]! >> 4) & 0x1),
    spareBits: ((b[p]! & 0xf)) || undefined,
  }
}

/** I034/060 System Processing Mode */
export type Cat034I060 = {
  /** Common Part */
  readonly com?: Cat034I060Com | undefined
  /** Specific Processing Mode Information for a PSR Sensor */
  readonly psr?: Cat034I060Psr | undefined
  /** Specific Processing Mode Information for a SSR Sensor */
  readonly ssr?: Cat034I060Ssr | undefined
  /** Specific Processing Mode Information for a Mode S Sensor */
  readonly mds?: Cat034I060Mds | undefined
  readonly fspecBytes?: number | undefined
}
/** I034/060 System Processing Mode */
function readCat034I060(c: Cursor): Cat034I060 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I034/060')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I034/060 has more field specification than the edition knows')
  if ((f1 & 0x62) !== 0) return decline(c, 'unused-field', p + 0, 'I034/060 has a field that the edition does not use')
  c.at = q
  return {
    com: (f1 & 0x80) !== 0 ? readCat034I060Com(c) : undefined,
    psr: (f1 & 0x10) !== 0 ? readCat034I060Psr(c) : undefined,
    ssr: (f1 & 0x8) !== 0 ? readCat034I060Ssr(c) : undefined,
    mds: (f1 & 0x4) !== 0 ? readCat034I060Mds(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I034/070 Message Count Values */
export type Cat034I070 = {
  readonly typ: number
  readonly count: number
}
/** I034/070 Message Count Values */
function readCat034I070(c: Cursor): readonly Cat034I070[] | undefined {
  const n = takeCount(c, 2, 'I034/070')
  if (c.fault !== undefined) return undefined
  const b = c.bytes
  let p = c.at
  const out: Cat034I070[] = []
  for (let i = 0; i < n; i++, p += 2) {
    out.push({
      typ: (b[p]! >> 3),
      count: (((b[p]! << 8) | b[p + 1]!) & 0x7ff),
    })
  }
  c.at = p
  return out
}

/** I034/100 Generic Polar Window */
export type Cat034I100 = {
  readonly rhostNm: number
  readonly rhoendNm: number
  readonly thetastDeg: number
  readonly thetaendDeg: number
}
/** I034/100 Generic Polar Window */
function readCat034I100(c: Cursor): Cat034I100 | undefined {
  const p = c.at
  if (p + 8 > c.end) return short(c, 'I034/100')
  c.at = p + 8
  const b = c.bytes
  return {
    rhostNm: ((b[p]! << 8) | b[p + 1]!) / 256,
    rhoendNm: ((b[p + 2]! << 8) | b[p + 3]!) / 256,
    thetastDeg: (((b[p + 4]! << 8) | b[p + 5]!) * 360) / 65536,
    thetaendDeg: (((b[p + 6]! << 8) | b[p + 7]!) * 360) / 65536,
  }
}

/** I034/110 Data Filter */
function readCat034I110(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I034/110')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I034/120 3D-Position Of Data Source */
export type Cat034I120 = {
  readonly hgtM: number
  readonly latDeg: number
  readonly lonDeg: number
}
/** I034/120 3D-Position Of Data Source */
function readCat034I120(c: Cursor): Cat034I120 | undefined {
  const p = c.at
  if (p + 8 > c.end) return short(c, 'I034/120')
  c.at = p + 8
  const b = c.bytes
  return {
    hgtM: ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16),
    latDeg: (((((b[p + 2]! << 16) | (b[p + 3]! << 8) | b[p + 4]!) << 8) >> 8) * 180) / 8388608,
    lonDeg: (((((b[p + 5]! << 16) | (b[p + 6]! << 8) | b[p + 7]!) << 8) >> 8) * 180) / 8388608,
  }
}

/** I034/090 Collimation Error */
export type Cat034I090 = {
  readonly rngNm: number
  readonly azmDeg: number
}
/** I034/090 Collimation Error */
function readCat034I090(c: Cursor): Cat034I090 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I034/090')
  c.at = p + 2
  const b = c.bytes
  return {
    rngNm: ((b[p]! << 24) >> 24) / 128,
    azmDeg: (((b[p + 1]! << 24) >> 24) * 360) / 16384,
  }
}

/** I034/RE Reserved Expansion Field */
function readCat034Re(c: Cursor): string | undefined {
  return takeExplicit(c, 'I034/RE')
}

/** I034/SP Special Purpose Field */
function readCat034Sp(c: Cursor): string | undefined {
  return takeExplicit(c, 'I034/SP')
}

/** A record of category 34 ed. 1.29. */
export type Cat034Record = {
  /** Data Source Identifier */
  readonly i010?: Cat034I010 | undefined
  /** Message Type */
  readonly i000?: number | undefined
  /** Time of Day */
  readonly i030S?: number | undefined
  /** Sector Number */
  readonly i020Deg?: number | undefined
  /** Antenna Rotation Speed */
  readonly i041S?: number | undefined
  /** System Configuration and Status */
  readonly i050?: Cat034I050 | undefined
  /** System Processing Mode */
  readonly i060?: Cat034I060 | undefined
  /** Message Count Values */
  readonly i070?: readonly Cat034I070[] | undefined
  /** Generic Polar Window */
  readonly i100?: Cat034I100 | undefined
  /** Data Filter */
  readonly i110?: number | undefined
  /** 3D-Position Of Data Source */
  readonly i120?: Cat034I120 | undefined
  /** Collimation Error */
  readonly i090?: Cat034I090 | undefined
  /** Reserved Expansion Field */
  readonly re?: string | undefined
  /** Special Purpose Field */
  readonly sp?: string | undefined
  readonly fspecBytes?: number | undefined
}

/** The record at the cursor; undefined after a fault, which the cursor then holds. */
export function readCat034(c: Cursor): Cat034Record | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'a record of category 34')
  const f1 = b[p]!
  let q = p + 1
  let f2 = 0
  if ((f1 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 34')
    f2 = b[q++]!
  }
  if ((f2 & 1) === 1) return decline(c, 'field-specification', q - 1, 'a record of category 34 has more field specification than the edition knows')
  c.at = q
  if (((f1 | f2) & 0xfe) === 0) return decline(c, 'empty-record', p, 'a record of category 34 has no items')
  const record = {
    i010: (f1 & 0x80) !== 0 ? readCat034I010(c) : undefined,
    i000: (f1 & 0x40) !== 0 ? readCat034I000(c) : undefined,
    i030S: (f1 & 0x20) !== 0 ? readCat034I030S(c) : undefined,
    i020Deg: (f1 & 0x10) !== 0 ? readCat034I020Deg(c) : undefined,
    i041S: (f1 & 0x8) !== 0 ? readCat034I041S(c) : undefined,
    i050: (f1 & 0x4) !== 0 ? readCat034I050(c) : undefined,
    i060: (f1 & 0x2) !== 0 ? readCat034I060(c) : undefined,
    i070: (f2 & 0x80) !== 0 ? readCat034I070(c) : undefined,
    i100: (f2 & 0x40) !== 0 ? readCat034I100(c) : undefined,
    i110: (f2 & 0x20) !== 0 ? readCat034I110(c) : undefined,
    i120: (f2 & 0x10) !== 0 ? readCat034I120(c) : undefined,
    i090: (f2 & 0x8) !== 0 ? readCat034I090(c) : undefined,
    re: (f2 & 0x4) !== 0 ? readCat034Re(c) : undefined,
    sp: (f2 & 0x2) !== 0 ? readCat034Sp(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
  return c.fault === undefined ? record : undefined
}
