// Made by npm run generate from the table of category 48 ed. 1.32. Change the table, not this file.
import { decline, hexOf, ia5Of, octalOf, short, takeCount, takeExplicit, takeExtents } from '../cursor.ts'
import type { Cursor } from '../cursor.ts'

/** I048/010 Data Source Identifier */
export type Cat048I010 = {
  readonly sac: number
  readonly sic: number
}
/** I048/010 Data Source Identifier */
function readCat048I010(c: Cursor): Cat048I010 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I048/010')
  c.at = p + 2
  const b = c.bytes
  return {
    sac: b[p]!,
    sic: b[p + 1]!,
  }
}

/** I048/140 Time of Day */
function readCat048I140S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I048/140')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 128
}

/** I048/020 Target Report Descriptor */
export type Cat048I020 = {
  readonly typ: number
  readonly sim: number
  readonly rdp: number
  readonly spi: number
  readonly rab: number
  readonly tst?: number | undefined
  readonly err?: number | undefined
  readonly xpp?: number | undefined
  readonly me?: number | undefined
  readonly mi?: number | undefined
  readonly foefri?: number | undefined
  readonly adsbEp?: number | undefined
  readonly adsbVal?: number | undefined
  readonly scnEp?: number | undefined
  readonly scnVal?: number | undefined
  readonly paiEp?: number | undefined
  readonly paiVal?: number | undefined
  readonly acasxvEp?: number | undefined
  readonly acasxvVal?: number | undefined
  readonly poxprEp?: number | undefined
  readonly poxprVal?: number | undefined
  readonly poactEp?: number | undefined
  readonly poactVal?: number | undefined
  readonly dtfxprEp?: number | undefined
  readonly dtfxprVal?: number | undefined
  readonly dtfactEp?: number | undefined
  readonly dtfactVal?: number | undefined
  readonly irmxprEp?: number | undefined
  readonly irmxprVal?: number | undefined
  readonly irmactEp?: number | undefined
  readonly irmactVal?: number | undefined
  readonly further?: string | undefined
  readonly spareBits?: number | undefined
}
/** I048/020 Target Report Descriptor */
function readCat048I020(c: Cursor): Cat048I020 | undefined {
  const p = c.at
  const n = takeExtents(c, 'I048/020')
  if (n === 0) return undefined
  const b = c.bytes
  return {
    typ: (b[p]! >> 5),
    sim: ((b[p]! >> 4) & 0x1),
    rdp: ((b[p]! >> 3) & 0x1),
    spi: ((b[p]! >> 2) & 0x1),
    rab: ((b[p]! >> 1) & 0x1),
    tst: n > 1 ? (b[p + 1]! >> 7) : undefined,
    err: n > 1 ? ((b[p + 1]! >> 6) & 0x1) : undefined,
    xpp: n > 1 ? ((b[p + 1]! >> 5) & 0x1) : undefined,
    me: n > 1 ? ((b[p + 1]! >> 4) & 0x1) : undefined,
    mi: n > 1 ? ((b[p + 1]! >> 3) & 0x1) : undefined,
    foefri: n > 1 ? ((b[p + 1]! >> 1) & 0x3) : undefined,
    adsbEp: n > 2 ? (b[p + 2]! >> 7) : undefined,
    adsbVal: n > 2 ? ((b[p + 2]! >> 6) & 0x1) : undefined,
    scnEp: n > 2 ? ((b[p + 2]! >> 5) & 0x1) : undefined,
    scnVal: n > 2 ? ((b[p + 2]! >> 4) & 0x1) : undefined,
    paiEp: n > 2 ? ((b[p + 2]! >> 3) & 0x1) : undefined,
    paiVal: n > 2 ? ((b[p + 2]! >> 2) & 0x1) : undefined,
    acasxvEp: n > 3 ? (b[p + 3]! >> 7) : undefined,
    acasxvVal: n > 3 ? ((b[p + 3]! >> 3) & 0xf) : undefined,
    poxprEp: n > 3 ? ((b[p + 3]! >> 2) & 0x1) : undefined,
    poxprVal: n > 3 ? ((b[p + 3]! >> 1) & 0x1) : undefined,
    poactEp: n > 4 ? (b[p + 4]! >> 7) : undefined,
    poactVal: n > 4 ? ((b[p + 4]! >> 6) & 0x1) : undefined,
    dtfxprEp: n > 4 ? ((b[p + 4]! >> 5) & 0x1) : undefined,
    dtfxprVal: n > 4 ? ((b[p + 4]! >> 4) & 0x1) : undefined,
    dtfactEp: n > 4 ? ((b[p + 4]! >> 3) & 0x1) : undefined,
    dtfactVal: n > 4 ? ((b[p + 4]! >> 2) & 0x1) : undefined,
    irmxprEp: n > 5 ? (b[p + 5]! >> 7) : undefined,
    irmxprVal: n > 5 ? ((b[p + 5]! >> 6) & 0x1) : undefined,
    irmactEp: n > 5 ? ((b[p + 5]! >> 5) & 0x1) : undefined,
    irmactVal: n > 5 ? ((b[p + 5]! >> 4) & 0x1) : undefined,
    further: n > 6 ? hexOf(b, p + 6, n - 6) : undefined,
    spareBits: ((((((n > 2 ? ((b[p + 2]! >> 1) & 0x1) : 0) << 1) | (n > 4 ? ((b[p + 4]! >> 1) & 0x1) : 0)) << 3) | (n > 5 ? ((b[p + 5]! >> 1) & 0x7) : 0))) || undefined,
  }
}

/** I048/040 Measured Position in Polar Co-ordinates */
export type Cat048I040 = {
  readonly rhoNm: number
  readonly thetaDeg: number
}
/** I048/040 Measured Position in Polar Co-ordinates */
function readCat048I040(c: Cursor): Cat048I040 | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I048/040')
  c.at = p + 4
  const b = c.bytes
  return {
    rhoNm: ((b[p]! << 8) | b[p + 1]!) / 256,
    thetaDeg: (((b[p + 2]! << 8) | b[p + 3]!) * 360) / 65536,
  }
}

/** I048/070 Mode-3/A Code in Octal Representation */
export type Cat048I070 = {
  readonly v: number
  readonly g: number
  readonly l: number
  readonly mode3a: string
  readonly spareBits?: number | undefined
}
/** I048/070 Mode-3/A Code in Octal Representation */
function readCat048I070(c: Cursor): Cat048I070 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I048/070')
  c.at = p + 2
  const b = c.bytes
  return {
    v: (b[p]! >> 7),
    g: ((b[p]! >> 6) & 0x1),
    l: ((b[p]! >> 5) & 0x1),
    mode3a: octalOf((((b[p]! << 8) | b[p + 1]!) & 0xfff), 4),
    spareBits: (((b[p]! >> 4) & 0x1)) || undefined,
  }
}

/** I048/090 Flight Level in Binary Representation */
export type Cat048I090 = {
  readonly v: number
  readonly g: number
  readonly fl: number
}
/** I048/090 Flight Level in Binary Representation */
function readCat048I090(c: Cursor): Cat048I090 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I048/090')
  c.at = p + 2
  const b = c.bytes
  return {
    v: (b[p]! >> 7),
    g: ((b[p]! >> 6) & 0x1),
    fl: ((((b[p]! << 8) | b[p + 1]!) << 18) >> 18) / 4,
  }
}

/** I048/130#1 SSR Plot Runlength */
function readCat048I130SrlDeg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I048/130#1')
  c.at = p + 1
  const b = c.bytes
  return (b[p]! * 360) / 8192
}

/** I048/130#2 Number of Received Replies for (M)SSR */
function readCat048I130Srr(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I048/130#2')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I048/130#3 Amplitude of (M)SSR Reply */
function readCat048I130SamDbm(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I048/130#3')
  c.at = p + 1
  const b = c.bytes
  return ((b[p]! << 24) >> 24)
}

/** I048/130#4 Primary Plot Runlength */
function readCat048I130PrlDeg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I048/130#4')
  c.at = p + 1
  const b = c.bytes
  return (b[p]! * 360) / 8192
}

/** I048/130#5 Amplitude of Primary Plot */
function readCat048I130PamDbm(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I048/130#5')
  c.at = p + 1
  const b = c.bytes
  return ((b[p]! << 24) >> 24)
}

/** I048/130#6 Difference in Range Between PSR and SSR Plot */
function readCat048I130RpdNm(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I048/130#6')
  c.at = p + 1
  const b = c.bytes
  return ((b[p]! << 24) >> 24) / 256
}

/** I048/130#7 Difference in Azimuth Between PSR and SSR Plot */
function readCat048I130ApdDeg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I048/130#7')
  c.at = p + 1
  const b = c.bytes
  return (((b[p]! << 24) >> 24) * 360) / 16384
}

/** I048/130 Radar Plot Characteristics */
export type Cat048I130 = {
  /** SSR Plot Runlength */
  readonly srlDeg?: number | undefined
  /** Number of Received Replies for (M)SSR */
  readonly srr?: number | undefined
  /** Amplitude of (M)SSR Reply */
  readonly samDbm?: number | undefined
  /** Primary Plot Runlength */
  readonly prlDeg?: number | undefined
  /** Amplitude of Primary Plot */
  readonly pamDbm?: number | undefined
  /** Difference in Range Between PSR and SSR Plot */
  readonly rpdNm?: number | undefined
  /** Difference in Azimuth Between PSR and SSR Plot */
  readonly apdDeg?: number | undefined
  readonly fspecBytes?: number | undefined
}
/** I048/130 Radar Plot Characteristics */
function readCat048I130(c: Cursor): Cat048I130 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I048/130')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I048/130 has more field specification than the edition knows')
  c.at = q
  return {
    srlDeg: (f1 & 0x80) !== 0 ? readCat048I130SrlDeg(c) : undefined,
    srr: (f1 & 0x40) !== 0 ? readCat048I130Srr(c) : undefined,
    samDbm: (f1 & 0x20) !== 0 ? readCat048I130SamDbm(c) : undefined,
    prlDeg: (f1 & 0x10) !== 0 ? readCat048I130PrlDeg(c) : undefined,
    pamDbm: (f1 & 0x8) !== 0 ? readCat048I130PamDbm(c) : undefined,
    rpdNm: (f1 & 0x4) !== 0 ? readCat048I130RpdNm(c) : undefined,
    apdDeg: (f1 & 0x2) !== 0 ? readCat048I130ApdDeg(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I048/220 Aircraft Address */
function readCat048I220(c: Cursor): string | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I048/220')
  c.at = p + 3
  const b = c.bytes
  return hexOf(b, p, 3)
}

/** I048/240 Aircraft Identification */
function readCat048I240(c: Cursor): string | undefined {
  const p = c.at
  if (p + 6 > c.end) return short(c, 'I048/240')
  c.at = p + 6
  const b = c.bytes
  return ia5Of(b, p, 6)
}

/** I048/250 BDS Register Data */
export type Cat048I250 = {
  readonly mbdata: string
  readonly bds1: number
  readonly bds2: number
}
/** I048/250 BDS Register Data */
function readCat048I250(c: Cursor): readonly Cat048I250[] | undefined {
  const n = takeCount(c, 8, 'I048/250')
  if (c.fault !== undefined) return undefined
  const b = c.bytes
  let p = c.at
  const out: Cat048I250[] = []
  for (let i = 0; i < n; i++, p += 8) {
    out.push({
      mbdata: hexOf(b, p, 7),
      bds1: (b[p + 7]! >> 4),
      bds2: (b[p + 7]! & 0xf),
    })
  }
  c.at = p
  return out
}

/** I048/161 Track Number */
export type Cat048I161 = {
  readonly trn: number
  readonly spareBits?: number | undefined
}
/** I048/161 Track Number */
function readCat048I161(c: Cursor): Cat048I161 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I048/161')
  c.at = p + 2
  const b = c.bytes
  return {
    trn: (((b[p]! << 8) | b[p + 1]!) & 0xfff),
    spareBits: ((b[p]! >> 4)) || undefined,
  }
}

/** I048/042 Calculated Position in Cartesian Co-ordinates */
export type Cat048I042 = {
  readonly xNm: number
  readonly yNm: number
}
/** I048/042 Calculated Position in Cartesian Co-ordinates */
function readCat048I042(c: Cursor): Cat048I042 | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I048/042')
  c.at = p + 4
  const b = c.bytes
  return {
    xNm: ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 128,
    yNm: ((((b[p + 2]! << 8) | b[p + 3]!) << 16) >> 16) / 128,
  }
}

/** I048/200 Calculated Track Velocity in Polar Co-ordinates */
export type Cat048I200 = {
  readonly gspNmPerS: number
  readonly hdgDeg: number
}
/** I048/200 Calculated Track Velocity in Polar Co-ordinates */
function readCat048I200(c: Cursor): Cat048I200 | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I048/200')
  c.at = p + 4
  const b = c.bytes
  return {
    gspNmPerS: ((b[p]! << 8) | b[p + 1]!) / 16384,
    hdgDeg: (((b[p + 2]! << 8) | b[p + 3]!) * 360) / 65536,
  }
}

/** I048/170 Track Status */
export type Cat048I170 = {
  readonly cnf: number
  readonly rad: number
  readonly dou: number
  readonly mah: number
  readonly cdm: number
  readonly tre?: number | undefined
  readonly gho?: number | undefined
  readonly sup?: number | undefined
  readonly tcc?: number | undefined
  readonly further?: string | undefined
  readonly spareBits?: number | undefined
}
/** I048/170 Track Status */
function readCat048I170(c: Cursor): Cat048I170 | undefined {
  const p = c.at
  const n = takeExtents(c, 'I048/170')
  if (n === 0) return undefined
  const b = c.bytes
  return {
    cnf: (b[p]! >> 7),
    rad: ((b[p]! >> 5) & 0x3),
    dou: ((b[p]! >> 4) & 0x1),
    mah: ((b[p]! >> 3) & 0x1),
    cdm: ((b[p]! >> 1) & 0x3),
    tre: n > 1 ? (b[p + 1]! >> 7) : undefined,
    gho: n > 1 ? ((b[p + 1]! >> 6) & 0x1) : undefined,
    sup: n > 1 ? ((b[p + 1]! >> 5) & 0x1) : undefined,
    tcc: n > 1 ? ((b[p + 1]! >> 4) & 0x1) : undefined,
    further: n > 2 ? hexOf(b, p + 2, n - 2) : undefined,
    spareBits: ((n > 1 ? ((b[p + 1]! >> 1) & 0x7) : 0)) || undefined,
  }
}

/** I048/210 Track Quality */
export type Cat048I210 = {
  readonly sigxNm: number
  readonly sigyNm: number
  readonly sigvNmPerS: number
  readonly sighDeg: number
}
/** I048/210 Track Quality */
function readCat048I210(c: Cursor): Cat048I210 | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I048/210')
  c.at = p + 4
  const b = c.bytes
  return {
    sigxNm: b[p]! / 128,
    sigyNm: b[p + 1]! / 128,
    sigvNmPerS: b[p + 2]! / 16384,
    sighDeg: (b[p + 3]! * 360) / 4096,
  }
}

/** I048/030 Warning/Error Conditions and Target Classification */
function readCat048I030(c: Cursor): readonly number[] | undefined {
  const b = c.bytes
  const out: number[] = []
  let p = c.at
  do {
    if (p + 1 > c.end) return short(c, 'I048/030')
    out.push((b[p]! >> 1))
    p += 1
  } while ((b[p - 1]! & 1) === 1)
  c.at = p
  return out
}

/** I048/080 Mode-3/A Code Confidence Indicator */
export type Cat048I080 = {
  readonly qa4: number
  readonly qa2: number
  readonly qa1: number
  readonly qb4: number
  readonly qb2: number
  readonly qb1: number
  readonly qc4: number
  readonly qc2: number
  readonly qc1: number
  readonly qd4: number
  readonly qd2: number
  readonly qd1: number
  readonly spareBits?: number | undefined
}
/** I048/080 Mode-3/A Code Confidence Indicator */
function readCat048I080(c: Cursor): Cat048I080 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I048/080')
  c.at = p + 2
  const b = c.bytes
  return {
    qa4: ((b[p]! >> 3) & 0x1),
    qa2: ((b[p]! >> 2) & 0x1),
    qa1: ((b[p]! >> 1) & 0x1),
    qb4: (b[p]! & 0x1),
    qb2: (b[p + 1]! >> 7),
    qb1: ((b[p + 1]! >> 6) & 0x1),
    qc4: ((b[p + 1]! >> 5) & 0x1),
    qc2: ((b[p + 1]! >> 4) & 0x1),
    qc1: ((b[p + 1]! >> 3) & 0x1),
    qd4: ((b[p + 1]! >> 2) & 0x1),
    qd2: ((b[p + 1]! >> 1) & 0x1),
    qd1: (b[p + 1]! & 0x1),
    spareBits: ((b[p]! >> 4)) || undefined,
  }
}

/** I048/100 Mode-C Code and Code Confidence Indicator */
export type Cat048I100 = {
  readonly v: number
  readonly g: number
  readonly modec: number
  readonly qc1: number
  readonly qa1: number
  readonly qc2: number
  readonly qa2: number
  readonly qc4: number
  readonly qa4: number
  readonly qb1: number
  readonly qd1: number
  readonly qb2: number
  readonly qd2: number
  readonly qb4: number
  readonly qd4: number
  readonly spareBits?: number | undefined
}
/** I048/100 Mode-C Code and Code Confidence Indicator */
function readCat048I100(c: Cursor): Cat048I100 | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I048/100')
  c.at = p + 4
  const b = c.bytes
  return {
    v: (b[p]! >> 7),
    g: ((b[p]! >> 6) & 0x1),
    modec: (((b[p]! << 8) | b[p + 1]!) & 0xfff),
    qc1: ((b[p + 2]! >> 3) & 0x1),
    qa1: ((b[p + 2]! >> 2) & 0x1),
    qc2: ((b[p + 2]! >> 1) & 0x1),
    qa2: (b[p + 2]! & 0x1),
    qc4: (b[p + 3]! >> 7),
    qa4: ((b[p + 3]! >> 6) & 0x1),
    qb1: ((b[p + 3]! >> 5) & 0x1),
    qd1: ((b[p + 3]! >> 4) & 0x1),
    qb2: ((b[p + 3]! >> 3) & 0x1),
    qd2: ((b[p + 3]! >> 2) & 0x1),
    qb4: ((b[p + 3]! >> 1) & 0x1),
    qd4: (b[p + 3]! & 0x1),
    spareBits: (((((b[p]! >> 4) & 0x3) << 4) | (b[p + 2]! >> 4))) || undefined,
  }
}

/** I048/110 Height Measured by a 3D Radar */
export type Cat048I110 = {
  readonly heightFt: number
  readonly spareBits?: number | undefined
}
/** I048/110 Height Measured by a 3D Radar */
function readCat048I110(c: Cursor): Cat048I110 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I048/110')
  c.at = p + 2
  const b = c.bytes
  return {
    heightFt: (((((b[p]! << 8) | b[p + 1]!) << 18) >> 18) * 25),
    spareBits: ((b[p]! >> 6)) || undefined,
  }
}

/** I048/120#1 Calculated Doppler Speed */
export type Cat048I120Cal = {
  readonly d: number
  readonly calMps: number
  readonly spareBits?: number | undefined
}
/** I048/120#1 Calculated Doppler Speed */
function readCat048I120Cal(c: Cursor): Cat048I120Cal | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I048/120#1')
  c.at = p + 2
  const b = c.bytes
  return {
    d: (b[p]! >> 7),
    calMps: ((((b[p]! << 8) | b[p + 1]!) << 22) >> 22),
    spareBits: (((b[p]! >> 2) & 0x1f)) || undefined,
  }
}

/** I048/120#2 Raw Doppler Speed */
export type Cat048I120Rds = {
  readonly dopMps: number
  readonly ambMps: number
  readonly frqMhz: number
}
/** I048/120#2 Raw Doppler Speed */
function readCat048I120Rds(c: Cursor): readonly Cat048I120Rds[] | undefined {
  const n = takeCount(c, 6, 'I048/120#2')
  if (c.fault !== undefined) return undefined
  const b = c.bytes
  let p = c.at
  const out: Cat048I120Rds[] = []
  for (let i = 0; i < n; i++, p += 6) {
    out.push({
      dopMps: ((b[p]! << 8) | b[p + 1]!),
      ambMps: ((b[p + 2]! << 8) | b[p + 3]!),
      frqMhz: ((b[p + 4]! << 8) | b[p + 5]!),
    })
  }
  c.at = p
  return out
}

/** I048/120 Radial Doppler Speed */
export type Cat048I120 = {
  /** Calculated Doppler Speed */
  readonly cal?: Cat048I120Cal | undefined
  /** Raw Doppler Speed */
  readonly rds?: readonly Cat048I120Rds[] | undefined
  readonly fspecBytes?: number | undefined
}
/** I048/120 Radial Doppler Speed */
function readCat048I120(c: Cursor): Cat048I120 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I048/120')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I048/120 has more field specification than the edition knows')
  if ((f1 & 0x3e) !== 0) return decline(c, 'unused-field', p + 0, 'I048/120 has a field that the edition does not use')
  c.at = q
  return {
    cal: (f1 & 0x80) !== 0 ? readCat048I120Cal(c) : undefined,
    rds: (f1 & 0x40) !== 0 ? readCat048I120Rds(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I048/230 Communications/ACAS Capability and Flight Status */
export type Cat048I230 = {
  readonly com: number
  readonly stat: number
  readonly si: number
  readonly mssc: number
  readonly arc: number
  readonly aic: number
  readonly b1a: number
  readonly b1b: number
  readonly spareBits?: number | undefined
}
/** I048/230 Communications/ACAS Capability and Flight Status */
function readCat048I230(c: Cursor): Cat048I230 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I048/230')
  c.at = p + 2
  const b = c.bytes
  return {
    com: (b[p]! >> 5),
    stat: ((b[p]! >> 2) & 0x7),
    si: ((b[p]! >> 1) & 0x1),
    mssc: (b[p + 1]! >> 7),
    arc: ((b[p + 1]! >> 6) & 0x1),
    aic: ((b[p + 1]! >> 5) & 0x1),
    b1a: ((b[p + 1]! >> 4) & 0x1),
    b1b: (b[p + 1]! & 0xf),
    spareBits: ((b[p]! & 0x1)) || undefined,
  }
}

/** I048/260 ACAS Resolution Advisory Report */
function readCat048I260(c: Cursor): string | undefined {
  const p = c.at
  if (p + 7 > c.end) return short(c, 'I048/260')
  c.at = p + 7
  const b = c.bytes
  return hexOf(b, p, 7)
}

/** I048/055 Mode-1 Code in Octal Representation */
export type Cat048I055 = {
  readonly v: number
  readonly g: number
  readonly l: number
  readonly mode1: number
}
/** I048/055 Mode-1 Code in Octal Representation */
function readCat048I055(c: Cursor): Cat048I055 | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I048/055')
  c.at = p + 1
  const b = c.bytes
  return {
    v: (b[p]! >> 7),
    g: ((b[p]! >> 6) & 0x1),
    l: ((b[p]! >> 5) & 0x1),
    mode1: (b[p]! & 0x1f),
  }
}

/** I048/050 Mode-2 Code in Octal Representation */
export type Cat048I050 = {
  readonly v: number
  readonly g: number
  readonly l: number
  readonly mode2: string
  readonly spareBits?: number | undefined
}
/** I048/050 Mode-2 Code in Octal Representation */
function readCat048I050(c: Cursor): Cat048I050 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I048/050')
  c.at = p + 2
  const b = c.bytes
  return {
    v: (b[p]! >> 7),
    g: ((b[p]! >> 6) & 0x1),
    l: ((b[p]! >> 5) & 0x1),
    mode2: octalOf((((b[p]! << 8) | b[p + 1]!) & 0xfff), 4),
    spareBits: (((b[p]! >> 4) & 0x1)) || undefined,
  }
}

/** I048/065 Mode-1 Code Confidence Indicator */
export type Cat048I065 = {
  readonly qa4: number
  readonly qa2: number
  readonly qa1: number
  readonly qb2: number
  readonly qb1: number
  readonly spareBits?: number | undefined
}
/** I048/065 Mode-1 Code Confidence Indicator */
function readCat048I065(c: Cursor): Cat048I065 | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I048/065')
  c.at = p + 1
  const b = c.bytes
  return {
    qa4: ((b[p]! >> 4) & 0x1),
    qa2: ((b[p]! >> 3) & 0x1),
    qa1: ((b[p]! >> 2) & 0x1),
    qb2: ((b[p]! >> 1) & 0x1),
    qb1: (b[p]! & 0x1),
    spareBits: ((b[p]! >> 5)) || undefined,
  }
}

/** I048/060 Mode-2 Code Confidence Indicator */
export type Cat048I060 = {
  readonly qa4: number
  readonly qa2: number
  readonly qa1: number
  readonly qb4: number
  readonly qb2: number
  readonly qb1: number
  readonly qc4: number
  readonly qc2: number
  readonly qc1: number
  readonly qd4: number
  readonly qd2: number
  readonly qd1: number
  readonly spareBits?: number | undefined
}
/** I048/060 Mode-2 Code Confidence Indicator */
function readCat048I060(c: Cursor): Cat048I060 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I048/060')
  c.at = p + 2
  const b = c.bytes
  return {
    qa4: ((b[p]! >> 3) & 0x1),
    qa2: ((b[p]! >> 2) & 0x1),
    qa1: ((b[p]! >> 1) & 0x1),
    qb4: (b[p]! & 0x1),
    qb2: (b[p + 1]! >> 7),
    qb1: ((b[p + 1]! >> 6) & 0x1),
    qc4: ((b[p + 1]! >> 5) & 0x1),
    qc2: ((b[p + 1]! >> 4) & 0x1),
    qc1: ((b[p + 1]! >> 3) & 0x1),
    qd4: ((b[p + 1]! >> 2) & 0x1),
    qd2: ((b[p + 1]! >> 1) & 0x1),
    qd1: (b[p + 1]! & 0x1),
    spareBits: ((b[p]! >> 4)) || undefined,
  }
}

/** I048/SP Special Purpose Field */
function readCat048Sp(c: Cursor): string | undefined {
  return takeExplicit(c, 'I048/SP')
}

/** I048/RE Reserved Expansion Field */
function readCat048Re(c: Cursor): string | undefined {
  return takeExplicit(c, 'I048/RE')
}

/** A record of category 48 ed. 1.32. */
export type Cat048Record = {
  /** Data Source Identifier */
  readonly i010?: Cat048I010 | undefined
  /** Time of Day */
  readonly i140S?: number | undefined
  /** Target Report Descriptor */
  readonly i020?: Cat048I020 | undefined
  /** Measured Position in Polar Co-ordinates */
  readonly i040?: Cat048I040 | undefined
  /** Mode-3/A Code in Octal Representation */
  readonly i070?: Cat048I070 | undefined
  /** Flight Level in Binary Representation */
  readonly i090?: Cat048I090 | undefined
  /** Radar Plot Characteristics */
  readonly i130?: Cat048I130 | undefined
  /** Aircraft Address */
  readonly i220?: string | undefined
  /** Aircraft Identification */
  readonly i240?: string | undefined
  /** BDS Register Data */
  readonly i250?: readonly Cat048I250[] | undefined
  /** Track Number */
  readonly i161?: Cat048I161 | undefined
  /** Calculated Position in Cartesian Co-ordinates */
  readonly i042?: Cat048I042 | undefined
  /** Calculated Track Velocity in Polar Co-ordinates */
  readonly i200?: Cat048I200 | undefined
  /** Track Status */
  readonly i170?: Cat048I170 | undefined
  /** Track Quality */
  readonly i210?: Cat048I210 | undefined
  /** Warning/Error Conditions and Target Classification */
  readonly i030?: readonly number[] | undefined
  /** Mode-3/A Code Confidence Indicator */
  readonly i080?: Cat048I080 | undefined
  /** Mode-C Code and Code Confidence Indicator */
  readonly i100?: Cat048I100 | undefined
  /** Height Measured by a 3D Radar */
  readonly i110?: Cat048I110 | undefined
  /** Radial Doppler Speed */
  readonly i120?: Cat048I120 | undefined
  /** Communications/ACAS Capability and Flight Status */
  readonly i230?: Cat048I230 | undefined
  /** ACAS Resolution Advisory Report */
  readonly i260?: string | undefined
  /** Mode-1 Code in Octal Representation */
  readonly i055?: Cat048I055 | undefined
  /** Mode-2 Code in Octal Representation */
  readonly i050?: Cat048I050 | undefined
  /** Mode-1 Code Confidence Indicator */
  readonly i065?: Cat048I065 | undefined
  /** Mode-2 Code Confidence Indicator */
  readonly i060?: Cat048I060 | undefined
  /** Special Purpose Field */
  readonly sp?: string | undefined
  /** Reserved Expansion Field */
  readonly re?: string | undefined
  readonly fspecBytes?: number | undefined
}

/** The record at the cursor; undefined after a fault, which the cursor then holds. */
export function readCat048(c: Cursor): Cat048Record | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'a record of category 48')
  const f1 = b[p]!
  let q = p + 1
  let f2 = 0
  if ((f1 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 48')
    f2 = b[q++]!
  }
  let f3 = 0
  if ((f2 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 48')
    f3 = b[q++]!
  }
  let f4 = 0
  if ((f3 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 48')
    f4 = b[q++]!
  }
  if ((f4 & 1) === 1) return decline(c, 'field-specification', q - 1, 'a record of category 48 has more field specification than the edition knows')
  c.at = q
  if (((f1 | f2 | f3 | f4) & 0xfe) === 0) return decline(c, 'empty-record', p, 'a record of category 48 has no items')
  const record = {
    i010: (f1 & 0x80) !== 0 ? readCat048I010(c) : undefined,
    i140S: (f1 & 0x40) !== 0 ? readCat048I140S(c) : undefined,
    i020: (f1 & 0x20) !== 0 ? readCat048I020(c) : undefined,
    i040: (f1 & 0x10) !== 0 ? readCat048I040(c) : undefined,
    i070: (f1 & 0x8) !== 0 ? readCat048I070(c) : undefined,
    i090: (f1 & 0x4) !== 0 ? readCat048I090(c) : undefined,
    i130: (f1 & 0x2) !== 0 ? readCat048I130(c) : undefined,
    i220: (f2 & 0x80) !== 0 ? readCat048I220(c) : undefined,
    i240: (f2 & 0x40) !== 0 ? readCat048I240(c) : undefined,
    i250: (f2 & 0x20) !== 0 ? readCat048I250(c) : undefined,
    i161: (f2 & 0x10) !== 0 ? readCat048I161(c) : undefined,
    i042: (f2 & 0x8) !== 0 ? readCat048I042(c) : undefined,
    i200: (f2 & 0x4) !== 0 ? readCat048I200(c) : undefined,
    i170: (f2 & 0x2) !== 0 ? readCat048I170(c) : undefined,
    i210: (f3 & 0x80) !== 0 ? readCat048I210(c) : undefined,
    i030: (f3 & 0x40) !== 0 ? readCat048I030(c) : undefined,
    i080: (f3 & 0x20) !== 0 ? readCat048I080(c) : undefined,
    i100: (f3 & 0x10) !== 0 ? readCat048I100(c) : undefined,
    i110: (f3 & 0x8) !== 0 ? readCat048I110(c) : undefined,
    i120: (f3 & 0x4) !== 0 ? readCat048I120(c) : undefined,
    i230: (f3 & 0x2) !== 0 ? readCat048I230(c) : undefined,
    i260: (f4 & 0x80) !== 0 ? readCat048I260(c) : undefined,
    i055: (f4 & 0x40) !== 0 ? readCat048I055(c) : undefined,
    i050: (f4 & 0x20) !== 0 ? readCat048I050(c) : undefined,
    i065: (f4 & 0x10) !== 0 ? readCat048I065(c) : undefined,
    i060: (f4 & 0x8) !== 0 ? readCat048I060(c) : undefined,
    sp: (f4 & 0x4) !== 0 ? readCat048Sp(c) : undefined,
    re: (f4 & 0x2) !== 0 ? readCat048Re(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
  return c.fault === undefined ? record : undefined
}
