// Made by npm run generate from the table of category 21 ed. 2.7. Change the table, not this file.
import { decline, hexOf, ia5Of, octalOf, short, takeCount, takeExplicit, takeExtents } from '../cursor.ts'
import type { Cursor } from '../cursor.ts'

/** I021/010 Data Source Identification */
export type Cat021I010 = {
  readonly sac: number
  readonly sic: number
}
/** I021/010 Data Source Identification */
function readCat021I010(c: Cursor): Cat021I010 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/010')
  c.at = p + 2
  const b = c.bytes
  return {
    sac: b[p]!,
    sic: b[p + 1]!,
  }
}

/** I021/040 Target Report Descriptor */
export type Cat021I040 = {
  readonly atp: number
  readonly arc: number
  readonly rc: number
  readonly rab: number
  readonly dcr?: number | undefined
  readonly gbs?: number | undefined
  readonly sim?: number | undefined
  readonly tst?: number | undefined
  readonly saa?: number | undefined
  readonly cl?: number | undefined
  readonly llc?: number | undefined
  readonly ipc?: number | undefined
  readonly nogo?: number | undefined
  readonly cpr?: number | undefined
  readonly ldpj?: number | undefined
  readonly rcf?: number | undefined
  readonly tbcEp?: number | undefined
  readonly tbcVal?: number | undefined
  readonly mbcEp?: number | undefined
  readonly mbcVal?: number | undefined
  readonly further?: string | undefined
  readonly spareBits?: number | undefined
}
/** I021/040 Target Report Descriptor */
function readCat021I040(c: Cursor): Cat021I040 | undefined {
  const p = c.at
  const n = takeExtents(c, 'I021/040')
  if (n === 0) return undefined
  const b = c.bytes
  return {
    atp: (b[p]! >> 5),
    arc: ((b[p]! >> 3) & 0x3),
    rc: ((b[p]! >> 2) & 0x1),
    rab: ((b[p]! >> 1) & 0x1),
    dcr: n > 1 ? (b[p + 1]! >> 7) : undefined,
    gbs: n > 1 ? ((b[p + 1]! >> 6) & 0x1) : undefined,
    sim: n > 1 ? ((b[p + 1]! >> 5) & 0x1) : undefined,
    tst: n > 1 ? ((b[p + 1]! >> 4) & 0x1) : undefined,
    saa: n > 1 ? ((b[p + 1]! >> 3) & 0x1) : undefined,
    cl: n > 1 ? ((b[p + 1]! >> 1) & 0x3) : undefined,
    llc: n > 2 ? ((b[p + 2]! >> 6) & 0x1) : undefined,
    ipc: n > 2 ? ((b[p + 2]! >> 5) & 0x1) : undefined,
    nogo: n > 2 ? ((b[p + 2]! >> 4) & 0x1) : undefined,
    cpr: n > 2 ? ((b[p + 2]! >> 3) & 0x1) : undefined,
    ldpj: n > 2 ? ((b[p + 2]! >> 2) & 0x1) : undefined,
    rcf: n > 2 ? ((b[p + 2]! >> 1) & 0x1) : undefined,
    tbcEp: n > 3 ? (b[p + 3]! >> 7) : undefined,
    tbcVal: n > 3 ? ((b[p + 3]! >> 1) & 0x3f) : undefined,
    mbcEp: n > 4 ? (b[p + 4]! >> 7) : undefined,
    mbcVal: n > 4 ? ((b[p + 4]! >> 1) & 0x3f) : undefined,
    further: n > 5 ? hexOf(b, p + 5, n - 5) : undefined,
    spareBits: ((n > 2 ? (b[p + 2]! >> 7) : 0)) || undefined,
  }
}

/** I021/161 Track Number */
export type Cat021I161 = {
  readonly trnum: number
  readonly spareBits?: number | undefined
}
/** I021/161 Track Number */
function readCat021I161(c: Cursor): Cat021I161 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/161')
  c.at = p + 2
  const b = c.bytes
  return {
    trnum: (((b[p]! << 8) | b[p + 1]!) & 0xfff),
    spareBits: ((b[p]! >> 4)) || undefined,
  }
}

/** I021/015 Service Identification */
function readCat021I015(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/015')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I021/071 Time of Applicability for Position */
function readCat021I071S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I021/071')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 128
}

/** I021/130 Position in WGS-84 Co-ordinates */
export type Cat021I130 = {
  readonly latDeg: number
  readonly lonDeg: number
}
/** I021/130 Position in WGS-84 Co-ordinates */
function readCat021I130(c: Cursor): Cat021I130 | undefined {
  const p = c.at
  if (p + 6 > c.end) return short(c, 'I021/130')
  c.at = p + 6
  const b = c.bytes
  return {
    latDeg: (((((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) << 8) >> 8) * 180) / 8388608,
    lonDeg: (((((b[p + 3]! << 16) | (b[p + 4]! << 8) | b[p + 5]!) << 8) >> 8) * 180) / 8388608,
  }
}

/** I021/131 High-Resolution Position in WGS-84 Co-ordinates */
export type Cat021I131 = {
  readonly latDeg: number
  readonly lonDeg: number
}
/** I021/131 High-Resolution Position in WGS-84 Co-ordinates */
function readCat021I131(c: Cursor): Cat021I131 | undefined {
  const p = c.at
  if (p + 8 > c.end) return short(c, 'I021/131')
  c.at = p + 8
  const b = c.bytes
  return {
    latDeg: ((((b[p]! << 24) | (b[p + 1]! << 16) | (b[p + 2]! << 8) | b[p + 3]!) | 0) * 180) / 1073741824,
    lonDeg: ((((b[p + 4]! << 24) | (b[p + 5]! << 16) | (b[p + 6]! << 8) | b[p + 7]!) | 0) * 180) / 1073741824,
  }
}

/** I021/072 Time of Applicability for Velocity */
function readCat021I072S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I021/072')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 128
}

/** I021/150 Air Speed */
export type Cat021I150 = {
  readonly im: number
  readonly asNmPerS?: number | undefined
  readonly asMach?: number | undefined
}
/** I021/150 Air Speed */
function readCat021I150(c: Cursor): Cat021I150 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/150')
  c.at = p + 2
  const b = c.bytes
  return {
    im: (b[p]! >> 7),
    asNmPerS: (b[p]! >> 7) === 0 ? (((b[p]! << 8) | b[p + 1]!) & 0x7fff) / 16384 : undefined,
    asMach: (b[p]! >> 7) === 1 ? (((b[p]! << 8) | b[p + 1]!) & 0x7fff) / 1000 : undefined,
  }
}

/** I021/151 True Airspeed */
export type Cat021I151 = {
  readonly re: number
  readonly tasKt: number
}
/** I021/151 True Airspeed */
function readCat021I151(c: Cursor): Cat021I151 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/151')
  c.at = p + 2
  const b = c.bytes
  return {
    re: (b[p]! >> 7),
    tasKt: (((b[p]! << 8) | b[p + 1]!) & 0x7fff),
  }
}

/** I021/080 Target Address */
function readCat021I080(c: Cursor): string | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I021/080')
  c.at = p + 3
  const b = c.bytes
  return hexOf(b, p, 3)
}

/** I021/073 Time of Message Reception for Position */
function readCat021I073S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I021/073')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 128
}

/** I021/074 Time of Message Reception of Position-High Precision */
export type Cat021I074 = {
  readonly fsi: number
  readonly tomrpS: number
}
/** I021/074 Time of Message Reception of Position-High Precision */
function readCat021I074(c: Cursor): Cat021I074 | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I021/074')
  c.at = p + 4
  const b = c.bytes
  return {
    fsi: (b[p]! >> 6),
    tomrpS: (((b[p]! << 24) | (b[p + 1]! << 16) | (b[p + 2]! << 8) | b[p + 3]!) & 0x3fffffff) / 1073741824,
  }
}

/** I021/075 Time of Message Reception for Velocity */
function readCat021I075S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I021/075')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 128
}

/** I021/076 Time of Message Reception of Velocity-High Precision */
export type Cat021I076 = {
  readonly fsi: number
  readonly tomrpS: number
}
/** I021/076 Time of Message Reception of Velocity-High Precision */
function readCat021I076(c: Cursor): Cat021I076 | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I021/076')
  c.at = p + 4
  const b = c.bytes
  return {
    fsi: (b[p]! >> 6),
    tomrpS: (((b[p]! << 24) | (b[p + 1]! << 16) | (b[p + 2]! << 8) | b[p + 3]!) & 0x3fffffff) / 1073741824,
  }
}

/** I021/140 Geometric Height */
function readCat021I140Ft(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/140')
  c.at = p + 2
  const b = c.bytes
  return (((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) * 25) / 4
}

/** I021/090 Quality Indicators */
export type Cat021I090 = {
  readonly nucrnacv: number
  readonly nucpnic: number
  readonly nicbaro?: number | undefined
  readonly sil?: number | undefined
  readonly nacp?: number | undefined
  readonly sils?: number | undefined
  readonly sda?: number | undefined
  readonly gva?: number | undefined
  readonly pic?: number | undefined
  readonly src?: number | undefined
  readonly valstateEp?: number | undefined
  readonly valstateVal?: number | undefined
  readonly vd?: number | undefined
  readonly vq?: number | undefined
  readonly valdistp1M?: number | undefined
  readonly valdistp2M?: number | undefined
  readonly valdistqualp1M?: number | undefined
  readonly valdistqualp2M?: number | undefined
  readonly further?: string | undefined
  readonly spareBits?: number | undefined
}
/** I021/090 Quality Indicators */
function readCat021I090(c: Cursor): Cat021I090 | undefined {
  const p = c.at
  const n = takeExtents(c, 'I021/090')
  if (n === 0) return undefined
  const b = c.bytes
  return {
    nucrnacv: (b[p]! >> 5),
    nucpnic: ((b[p]! >> 1) & 0xf),
    nicbaro: n > 1 ? (b[p + 1]! >> 7) : undefined,
    sil: n > 1 ? ((b[p + 1]! >> 5) & 0x3) : undefined,
    nacp: n > 1 ? ((b[p + 1]! >> 1) & 0xf) : undefined,
    sils: n > 2 ? ((b[p + 2]! >> 5) & 0x1) : undefined,
    sda: n > 2 ? ((b[p + 2]! >> 3) & 0x3) : undefined,
    gva: n > 2 ? ((b[p + 2]! >> 1) & 0x3) : undefined,
    pic: n > 3 ? (b[p + 3]! >> 4) : undefined,
    src: n > 3 ? ((b[p + 3]! >> 3) & 0x1) : undefined,
    valstateEp: n > 4 ? ((b[p + 4]! >> 5) & 0x1) : undefined,
    valstateVal: n > 4 ? ((b[p + 4]! >> 3) & 0x3) : undefined,
    vd: n > 4 ? ((b[p + 4]! >> 2) & 0x1) : undefined,
    vq: n > 4 ? ((b[p + 4]! >> 1) & 0x1) : undefined,
    valdistp1M: n > 5 ? ((b[p + 5]! >> 1) * 128) : undefined,
    valdistp2M: n > 6 ? (b[p + 6]! >> 1) : undefined,
    valdistqualp1M: n > 7 ? ((b[p + 7]! >> 1) * 128) : undefined,
    valdistqualp2M: n > 8 ? (b[p + 8]! >> 1) : undefined,
    further: n > 9 ? hexOf(b, p + 9, n - 9) : undefined,
    spareBits: ((((((n > 2 ? (b[p + 2]! >> 6) : 0) << 2) | (n > 3 ? ((b[p + 3]! >> 1) & 0x3) : 0)) << 2) | (n > 4 ? (b[p + 4]! >> 6) : 0))) || undefined,
  }
}

/** I021/210 MOPS Version */
export type Cat021I210 = {
  readonly vns: number
  readonly vn: number
  readonly ltt: number
  readonly spareBits?: number | undefined
}
/** I021/210 MOPS Version */
function readCat021I210(c: Cursor): Cat021I210 | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/210')
  c.at = p + 1
  const b = c.bytes
  return {
    vns: ((b[p]! >> 6) & 0x1),
    vn: ((b[p]! >> 3) & 0x7),
    ltt: (b[p]! & 0x7),
    spareBits: ((b[p]! >> 7)) || undefined,
  }
}

/** I021/070 Mode 3/A Code in Octal Representation */
export type Cat021I070 = {
  readonly mode3a: string
  readonly spareBits?: number | undefined
}
/** I021/070 Mode 3/A Code in Octal Representation */
function readCat021I070(c: Cursor): Cat021I070 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/070')
  c.at = p + 2
  const b = c.bytes
  return {
    mode3a: octalOf((((b[p]! << 8) | b[p + 1]!) & 0xfff), 4),
    spareBits: ((b[p]! >> 4)) || undefined,
  }
}

/** I021/230 Roll Angle */
function readCat021I230Deg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/230')
  c.at = p + 2
  const b = c.bytes
  return ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 100
}

/** I021/145 Flight Level */
function readCat021I145Fl(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/145')
  c.at = p + 2
  const b = c.bytes
  return ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 4
}

/** I021/152 Magnetic Heading */
function readCat021I152Deg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/152')
  c.at = p + 2
  const b = c.bytes
  return (((b[p]! << 8) | b[p + 1]!) * 360) / 65536
}

/** I021/200 Target Status */
export type Cat021I200 = {
  readonly icf: number
  readonly lnav: number
  readonly me: number
  readonly ps: number
  readonly ss: number
}
/** I021/200 Target Status */
function readCat021I200(c: Cursor): Cat021I200 | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/200')
  c.at = p + 1
  const b = c.bytes
  return {
    icf: (b[p]! >> 7),
    lnav: ((b[p]! >> 6) & 0x1),
    me: ((b[p]! >> 5) & 0x1),
    ps: ((b[p]! >> 2) & 0x7),
    ss: (b[p]! & 0x3),
  }
}

/** I021/155 Barometric Vertical Rate */
export type Cat021I155 = {
  readonly re: number
  readonly bvrFtPerMin: number
}
/** I021/155 Barometric Vertical Rate */
function readCat021I155(c: Cursor): Cat021I155 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/155')
  c.at = p + 2
  const b = c.bytes
  return {
    re: (b[p]! >> 7),
    bvrFtPerMin: (((((b[p]! << 8) | b[p + 1]!) << 17) >> 17) * 25) / 4,
  }
}

/** I021/157 Geometric Vertical Rate */
export type Cat021I157 = {
  readonly re: number
  readonly gvrFtPerMin: number
}
/** I021/157 Geometric Vertical Rate */
function readCat021I157(c: Cursor): Cat021I157 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/157')
  c.at = p + 2
  const b = c.bytes
  return {
    re: (b[p]! >> 7),
    gvrFtPerMin: (((((b[p]! << 8) | b[p + 1]!) << 17) >> 17) * 25) / 4,
  }
}

/** I021/160 Airborne Ground Vector */
export type Cat021I160 = {
  readonly re: number
  readonly gsNmPerS: number
  readonly taDeg: number
}
/** I021/160 Airborne Ground Vector */
function readCat021I160(c: Cursor): Cat021I160 | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I021/160')
  c.at = p + 4
  const b = c.bytes
  return {
    re: (b[p]! >> 7),
    gsNmPerS: (((b[p]! << 8) | b[p + 1]!) & 0x7fff) / 16384,
    taDeg: (((b[p + 2]! << 8) | b[p + 3]!) * 360) / 65536,
  }
}

/** I021/165 Track Angle Rate */
export type Cat021I165 = {
  readonly tarDegPerS: number
  readonly spareBits?: number | undefined
}
/** I021/165 Track Angle Rate */
function readCat021I165(c: Cursor): Cat021I165 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/165')
  c.at = p + 2
  const b = c.bytes
  return {
    tarDegPerS: ((((b[p]! << 8) | b[p + 1]!) << 22) >> 22) / 32,
    spareBits: ((b[p]! >> 2)) || undefined,
  }
}

/** I021/077 Time of ASTERIX Report Transmission */
function readCat021I077S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I021/077')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 128
}

/** I021/170 Target Identification */
function readCat021I170(c: Cursor): string | undefined {
  const p = c.at
  if (p + 6 > c.end) return short(c, 'I021/170')
  c.at = p + 6
  const b = c.bytes
  return ia5Of(b, p, 6)
}

/** I021/020 Emitter Category */
function readCat021I020(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/020')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I021/220#1 Wind Speed */
function readCat021I220WsKt(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/220#1')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!)
}

/** I021/220#2 Wind Direction */
function readCat021I220WdDeg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/220#2')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!)
}

/** I021/220#3 Temperature */
function readCat021I220TmpDegC(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/220#3')
  c.at = p + 2
  const b = c.bytes
  return ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 4
}

/** I021/220#4 Turbulence */
function readCat021I220Trb(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/220#4')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I021/220 Met Information */
export type Cat021I220 = {
  /** Wind Speed */
  readonly wsKt?: number | undefined
  /** Wind Direction */
  readonly wdDeg?: number | undefined
  /** Temperature */
  readonly tmpDegC?: number | undefined
  /** Turbulence */
  readonly trb?: number | undefined
  readonly fspecBytes?: number | undefined
}
/** I021/220 Met Information */
function readCat021I220(c: Cursor): Cat021I220 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I021/220')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I021/220 has more field specification than the edition knows')
  if ((f1 & 0xe) !== 0) return decline(c, 'unused-field', p + 0, 'I021/220 has a field that the edition does not use')
  c.at = q
  return {
    wsKt: (f1 & 0x80) !== 0 ? readCat021I220WsKt(c) : undefined,
    wdDeg: (f1 & 0x40) !== 0 ? readCat021I220WdDeg(c) : undefined,
    tmpDegC: (f1 & 0x20) !== 0 ? readCat021I220TmpDegC(c) : undefined,
    trb: (f1 & 0x10) !== 0 ? readCat021I220Trb(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I021/146 Selected Altitude */
export type Cat021I146 = {
  readonly sas: number
  readonly s: number
  readonly altFt: number
}
/** I021/146 Selected Altitude */
function readCat021I146(c: Cursor): Cat021I146 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/146')
  c.at = p + 2
  const b = c.bytes
  return {
    sas: (b[p]! >> 7),
    s: ((b[p]! >> 5) & 0x3),
    altFt: (((((b[p]! << 8) | b[p + 1]!) << 19) >> 19) * 25),
  }
}

/** I021/148 Final State Selected Altitude */
export type Cat021I148 = {
  readonly mv: number
  readonly ah: number
  readonly am: number
  readonly altFt: number
}
/** I021/148 Final State Selected Altitude */
function readCat021I148(c: Cursor): Cat021I148 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/148')
  c.at = p + 2
  const b = c.bytes
  return {
    mv: (b[p]! >> 7),
    ah: ((b[p]! >> 6) & 0x1),
    am: ((b[p]! >> 5) & 0x1),
    altFt: (((((b[p]! << 8) | b[p + 1]!) << 19) >> 19) * 25),
  }
}

/** I021/110#1 Trajectory Intent Status */
export type Cat021I110Tis = {
  readonly nav: number
  readonly nvb: number
  readonly further?: string | undefined
  readonly spareBits?: number | undefined
}
/** I021/110#1 Trajectory Intent Status */
function readCat021I110Tis(c: Cursor): Cat021I110Tis | undefined {
  const p = c.at
  const n = takeExtents(c, 'I021/110#1')
  if (n === 0) return undefined
  const b = c.bytes
  return {
    nav: (b[p]! >> 7),
    nvb: ((b[p]! >> 6) & 0x1),
    further: n > 1 ? hexOf(b, p + 1, n - 1) : undefined,
    spareBits: (((b[p]! >> 1) & 0x1f)) || undefined,
  }
}

/** I021/110#2 Trajectory Intent Data */
export type Cat021I110Tid = {
  readonly tca: number
  readonly nc: number
  readonly tcpn: number
  readonly altFt: number
  readonly latDeg: number
  readonly lonDeg: number
  readonly pt: number
  readonly td: number
  readonly tra: number
  readonly toa: number
  readonly tovS: number
  readonly ttrNm: number
}
/** I021/110#2 Trajectory Intent Data */
function readCat021I110Tid(c: Cursor): readonly Cat021I110Tid[] | undefined {
  const n = takeCount(c, 15, 'I021/110#2')
  if (c.fault !== undefined) return undefined
  const b = c.bytes
  let p = c.at
  const out: Cat021I110Tid[] = []
  for (let i = 0; i < n; i++, p += 15) {
    out.push({
      tca: (b[p]! >> 7),
      nc: ((b[p]! >> 6) & 0x1),
      tcpn: (b[p]! & 0x3f),
      altFt: (((((b[p + 1]! << 8) | b[p + 2]!) << 16) >> 16) * 10),
      latDeg: (((((b[p + 3]! << 16) | (b[p + 4]! << 8) | b[p + 5]!) << 8) >> 8) * 180) / 8388608,
      lonDeg: (((((b[p + 6]! << 16) | (b[p + 7]! << 8) | b[p + 8]!) << 8) >> 8) * 180) / 8388608,
      pt: (b[p + 9]! >> 4),
      td: ((b[p + 9]! >> 2) & 0x3),
      tra: ((b[p + 9]! >> 1) & 0x1),
      toa: (b[p + 9]! & 0x1),
      tovS: ((b[p + 10]! << 16) | (b[p + 11]! << 8) | b[p + 12]!),
      ttrNm: ((b[p + 13]! << 8) | b[p + 14]!) / 100,
    })
  }
  c.at = p
  return out
}

/** I021/110 Trajectory Intent */
export type Cat021I110 = {
  /** Trajectory Intent Status */
  readonly tis?: Cat021I110Tis | undefined
  /** Trajectory Intent Data */
  readonly tid?: readonly Cat021I110Tid[] | undefined
  readonly fspecBytes?: number | undefined
}
/** I021/110 Trajectory Intent */
function readCat021I110(c: Cursor): Cat021I110 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I021/110')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I021/110 has more field specification than the edition knows')
  if ((f1 & 0x3e) !== 0) return decline(c, 'unused-field', p + 0, 'I021/110 has a field that the edition does not use')
  c.at = q
  return {
    tis: (f1 & 0x80) !== 0 ? readCat021I110Tis(c) : undefined,
    tid: (f1 & 0x40) !== 0 ? readCat021I110Tid(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I021/016 Service Management */
function readCat021I016S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/016')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 2
}

/** I021/008 Aircraft Operational Status */
export type Cat021I008 = {
  readonly ra: number
  readonly tc: number
  readonly ts: number
  readonly arv: number
  readonly cdtia: number
  readonly nottcas: number
  readonly sa: number
}
/** I021/008 Aircraft Operational Status */
function readCat021I008(c: Cursor): Cat021I008 | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/008')
  c.at = p + 1
  const b = c.bytes
  return {
    ra: (b[p]! >> 7),
    tc: ((b[p]! >> 5) & 0x3),
    ts: ((b[p]! >> 4) & 0x1),
    arv: ((b[p]! >> 3) & 0x1),
    cdtia: ((b[p]! >> 2) & 0x1),
    nottcas: ((b[p]! >> 1) & 0x1),
    sa: (b[p]! & 0x1),
  }
}

/** I021/271 Surface Capabilities and Characteristics */
export type Cat021I271 = {
  readonly poa: number
  readonly cdtis: number
  readonly b2low: number
  readonly ras: number
  readonly ident: number
  readonly lw?: number | undefined
  readonly further?: string | undefined
  readonly spareBits?: number | undefined
}
/** I021/271 Surface Capabilities and Characteristics */
function readCat021I271(c: Cursor): Cat021I271 | undefined {
  const p = c.at
  const n = takeExtents(c, 'I021/271')
  if (n === 0) return undefined
  const b = c.bytes
  return {
    poa: ((b[p]! >> 5) & 0x1),
    cdtis: ((b[p]! >> 4) & 0x1),
    b2low: ((b[p]! >> 3) & 0x1),
    ras: ((b[p]! >> 2) & 0x1),
    ident: ((b[p]! >> 1) & 0x1),
    lw: n > 1 ? (b[p + 1]! >> 4) : undefined,
    further: n > 2 ? hexOf(b, p + 2, n - 2) : undefined,
    spareBits: ((((b[p]! >> 6) << 3) | (n > 1 ? ((b[p + 1]! >> 1) & 0x7) : 0))) || undefined,
  }
}

/** I021/132 Message Amplitude */
function readCat021I132Dbm(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/132')
  c.at = p + 1
  const b = c.bytes
  return ((b[p]! << 24) >> 24)
}

/** I021/250 Mode S MB Data */
export type Cat021I250 = {
  readonly mb: string
  readonly bds1: number
  readonly bds2: number
}
/** I021/250 Mode S MB Data */
function readCat021I250(c: Cursor): readonly Cat021I250[] | undefined {
  const n = takeCount(c, 8, 'I021/250')
  if (c.fault !== undefined) return undefined
  const b = c.bytes
  let p = c.at
  const out: Cat021I250[] = []
  for (let i = 0; i < n; i++, p += 8) {
    out.push({
      mb: hexOf(b, p, 7),
      bds1: (b[p + 7]! >> 4),
      bds2: (b[p + 7]! & 0xf),
    })
  }
  c.at = p
  return out
}

/** I021/260 ACAS Resolution Advisory Report */
export type Cat021I260 = {
  readonly typ: number
  readonly styp: number
  readonly ara: number
  readonly rac: number
  readonly rat: number
  readonly mte: number
  readonly tti: number
  readonly tid: number
}
/** I021/260 ACAS Resolution Advisory Report */
function readCat021I260(c: Cursor): Cat021I260 | undefined {
  const p = c.at
  if (p + 7 > c.end) return short(c, 'I021/260')
  c.at = p + 7
  const b = c.bytes
  return {
    typ: (b[p]! >> 3),
    styp: (b[p]! & 0x7),
    ara: (((b[p + 1]! << 8) | b[p + 2]!) >> 2),
    rac: ((((b[p + 2]! << 8) | b[p + 3]!) >> 6) & 0xf),
    rat: ((b[p + 3]! >> 5) & 0x1),
    mte: ((b[p + 3]! >> 4) & 0x1),
    tti: ((b[p + 3]! >> 2) & 0x3),
    tid: (((b[p + 3]! << 24) | (b[p + 4]! << 16) | (b[p + 5]! << 8) | b[p + 6]!) & 0x3ffffff),
  }
}

/** I021/400 Receiver ID */
function readCat021I400(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/400')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I021/295#1 Aircraft Operational Status Age */
function readCat021I295AosS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#1')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#2 Target Report Descriptor Age */
function readCat021I295TrdS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#2')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#3 Mode 3/A Age */
function readCat021I295M3aS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#3')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#4 Quality Indicators Age */
function readCat021I295QiS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#4')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#5 Trajectory Intent Age */
function readCat021I295Ti1S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#5')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#6 Message Amplitude Age */
function readCat021I295MamS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#6')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#7 Geometric Height Age */
function readCat021I295GhS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#7')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#8 Flight Level Age */
function readCat021I295FlS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#8')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#9 Selected Altitude Age */
function readCat021I295SalS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#9')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#10 Final State Selected Altitude Age */
function readCat021I295FsaS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#10')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#11 Air Speed Age */
function readCat021I295AsS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#11')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#12 True Air Speed Age */
function readCat021I295TasS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#12')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#13 Magnetic Heading Age */
function readCat021I295MhS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#13')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#14 Barometric Vertical Rate Age */
function readCat021I295BvrS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#14')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#15 Geometric Vertical Rate Age */
function readCat021I295GvrS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#15')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#16 Ground Vector Age */
function readCat021I295GvS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#16')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#17 Track Angle Rate Age */
function readCat021I295TarS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#17')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#18 Target Identification Age */
function readCat021I295Ti2S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#18')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#19 Target Status Age */
function readCat021I295TsS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#19')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#20 Met Information Age */
function readCat021I295MetS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#20')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#21 Roll Angle Age */
function readCat021I295RoaS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#21')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#22 ACAS Resolution Advisory Age */
function readCat021I295AraS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#22')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295#23 Surface Capabilities and Characteristics Age */
function readCat021I295SccS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/295#23')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 10
}

/** I021/295 Data Ages */
export type Cat021I295 = {
  /** Aircraft Operational Status Age */
  readonly aosS?: number | undefined
  /** Target Report Descriptor Age */
  readonly trdS?: number | undefined
  /** Mode 3/A Age */
  readonly m3aS?: number | undefined
  /** Quality Indicators Age */
  readonly qiS?: number | undefined
  /** Trajectory Intent Age */
  readonly ti1S?: number | undefined
  /** Message Amplitude Age */
  readonly mamS?: number | undefined
  /** Geometric Height Age */
  readonly ghS?: number | undefined
  /** Flight Level Age */
  readonly flS?: number | undefined
  /** Selected Altitude Age */
  readonly salS?: number | undefined
  /** Final State Selected Altitude Age */
  readonly fsaS?: number | undefined
  /** Air Speed Age */
  readonly asS?: number | undefined
  /** True Air Speed Age */
  readonly tasS?: number | undefined
  /** Magnetic Heading Age */
  readonly mhS?: number | undefined
  /** Barometric Vertical Rate Age */
  readonly bvrS?: number | undefined
  /** Geometric Vertical Rate Age */
  readonly gvrS?: number | undefined
  /** Ground Vector Age */
  readonly gvS?: number | undefined
  /** Track Angle Rate Age */
  readonly tarS?: number | undefined
  /** Target Identification Age */
  readonly ti2S?: number | undefined
  /** Target Status Age */
  readonly tsS?: number | undefined
  /** Met Information Age */
  readonly metS?: number | undefined
  /** Roll Angle Age */
  readonly roaS?: number | undefined
  /** ACAS Resolution Advisory Age */
  readonly araS?: number | undefined
  /** Surface Capabilities and Characteristics Age */
  readonly sccS?: number | undefined
  readonly fspecBytes?: number | undefined
}
/** I021/295 Data Ages */
function readCat021I295(c: Cursor): Cat021I295 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I021/295')
  const f1 = b[p]!
  let q = p + 1
  let f2 = 0
  if ((f1 & 1) === 1) {
    if (q >= c.end) return short(c, 'I021/295')
    f2 = b[q++]!
  }
  let f3 = 0
  if ((f2 & 1) === 1) {
    if (q >= c.end) return short(c, 'I021/295')
    f3 = b[q++]!
  }
  let f4 = 0
  if ((f3 & 1) === 1) {
    if (q >= c.end) return short(c, 'I021/295')
    f4 = b[q++]!
  }
  if ((f4 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I021/295 has more field specification than the edition knows')
  if ((f4 & 0x3e) !== 0) return decline(c, 'unused-field', p + 3, 'I021/295 has a field that the edition does not use')
  c.at = q
  return {
    aosS: (f1 & 0x80) !== 0 ? readCat021I295AosS(c) : undefined,
    trdS: (f1 & 0x40) !== 0 ? readCat021I295TrdS(c) : undefined,
    m3aS: (f1 & 0x20) !== 0 ? readCat021I295M3aS(c) : undefined,
    qiS: (f1 & 0x10) !== 0 ? readCat021I295QiS(c) : undefined,
    ti1S: (f1 & 0x8) !== 0 ? readCat021I295Ti1S(c) : undefined,
    mamS: (f1 & 0x4) !== 0 ? readCat021I295MamS(c) : undefined,
    ghS: (f1 & 0x2) !== 0 ? readCat021I295GhS(c) : undefined,
    flS: (f2 & 0x80) !== 0 ? readCat021I295FlS(c) : undefined,
    salS: (f2 & 0x40) !== 0 ? readCat021I295SalS(c) : undefined,
    fsaS: (f2 & 0x20) !== 0 ? readCat021I295FsaS(c) : undefined,
    asS: (f2 & 0x10) !== 0 ? readCat021I295AsS(c) : undefined,
    tasS: (f2 & 0x8) !== 0 ? readCat021I295TasS(c) : undefined,
    mhS: (f2 & 0x4) !== 0 ? readCat021I295MhS(c) : undefined,
    bvrS: (f2 & 0x2) !== 0 ? readCat021I295BvrS(c) : undefined,
    gvrS: (f3 & 0x80) !== 0 ? readCat021I295GvrS(c) : undefined,
    gvS: (f3 & 0x40) !== 0 ? readCat021I295GvS(c) : undefined,
    tarS: (f3 & 0x20) !== 0 ? readCat021I295TarS(c) : undefined,
    ti2S: (f3 & 0x10) !== 0 ? readCat021I295Ti2S(c) : undefined,
    tsS: (f3 & 0x8) !== 0 ? readCat021I295TsS(c) : undefined,
    metS: (f3 & 0x4) !== 0 ? readCat021I295MetS(c) : undefined,
    roaS: (f3 & 0x2) !== 0 ? readCat021I295RoaS(c) : undefined,
    araS: (f4 & 0x80) !== 0 ? readCat021I295AraS(c) : undefined,
    sccS: (f4 & 0x40) !== 0 ? readCat021I295SccS(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I021/RE#1 Barometric Pressure Setting */
export type Cat021ReBps = {
  readonly bpsHpa: number
  readonly spareBits?: number | undefined
}
/** I021/RE#1 Barometric Pressure Setting */
function readCat021ReBps(c: Cursor): Cat021ReBps | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/RE#1')
  c.at = p + 2
  const b = c.bytes
  return {
    bpsHpa: (((b[p]! << 8) | b[p + 1]!) & 0xfff) / 10,
    spareBits: ((b[p]! >> 4)) || undefined,
  }
}

/** I021/RE#2 Selected Heading */
export type Cat021ReSh = {
  readonly hdr: number
  readonly stat: number
  readonly shDeg: number
  readonly spareBits?: number | undefined
}
/** I021/RE#2 Selected Heading */
function readCat021ReSh(c: Cursor): Cat021ReSh | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/RE#2')
  c.at = p + 2
  const b = c.bytes
  return {
    hdr: ((b[p]! >> 3) & 0x1),
    stat: ((b[p]! >> 2) & 0x1),
    shDeg: ((((b[p]! << 8) | b[p + 1]!) & 0x3ff) * 45) / 64,
    spareBits: ((b[p]! >> 4)) || undefined,
  }
}

/** I021/RE#3 Navigation Mode */
export type Cat021ReNav = {
  readonly ap: number
  readonly vn: number
  readonly ah: number
  readonly am: number
  readonly mfmEp: number
  readonly mfmVal: number
  readonly spareBits?: number | undefined
}
/** I021/RE#3 Navigation Mode */
function readCat021ReNav(c: Cursor): Cat021ReNav | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/RE#3')
  c.at = p + 1
  const b = c.bytes
  return {
    ap: (b[p]! >> 7),
    vn: ((b[p]! >> 6) & 0x1),
    ah: ((b[p]! >> 5) & 0x1),
    am: ((b[p]! >> 4) & 0x1),
    mfmEp: ((b[p]! >> 3) & 0x1),
    mfmVal: ((b[p]! >> 2) & 0x1),
    spareBits: ((b[p]! & 0x3)) || undefined,
  }
}

/** I021/RE#4 GPS Antenna Offset */
function readCat021ReGao(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/RE#4')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I021/RE#6 Aircraft Status */
export type Cat021ReSta = {
  readonly es: number
  readonly uat: number
  readonly rceEp: number
  readonly rceVal: number
  readonly rrlEp: number
  readonly rrlVal: number
  readonly ps3Ep?: number | undefined
  readonly ps3Val?: number | undefined
  readonly tpwEp?: number | undefined
  readonly tpwVal?: number | undefined
  readonly tsiEp?: number | undefined
  readonly tsiVal?: number | undefined
  readonly muoEp?: number | undefined
  readonly muoVal?: number | undefined
  readonly rwcEp?: number | undefined
  readonly rwcVal?: number | undefined
  readonly daaEp?: number | undefined
  readonly daaVal?: number | undefined
  readonly df17caEp?: number | undefined
  readonly df17caVal?: number | undefined
  readonly svhEp?: number | undefined
  readonly svhVal?: number | undefined
  readonly catcEp?: number | undefined
  readonly catcVal?: number | undefined
  readonly taoEp?: number | undefined
  readonly taoVal?: number | undefined
  readonly further?: string | undefined
  readonly spareBits?: number | undefined
}
/** I021/RE#6 Aircraft Status */
function readCat021ReSta(c: Cursor): Cat021ReSta | undefined {
  const p = c.at
  const n = takeExtents(c, 'I021/RE#6')
  if (n === 0) return undefined
  const b = c.bytes
  return {
    es: (b[p]! >> 7),
    uat: ((b[p]! >> 6) & 0x1),
    rceEp: ((b[p]! >> 5) & 0x1),
    rceVal: ((b[p]! >> 3) & 0x3),
    rrlEp: ((b[p]! >> 2) & 0x1),
    rrlVal: ((b[p]! >> 1) & 0x1),
    ps3Ep: n > 1 ? (b[p + 1]! >> 7) : undefined,
    ps3Val: n > 1 ? ((b[p + 1]! >> 4) & 0x7) : undefined,
    tpwEp: n > 1 ? ((b[p + 1]! >> 3) & 0x1) : undefined,
    tpwVal: n > 1 ? ((b[p + 1]! >> 1) & 0x3) : undefined,
    tsiEp: n > 2 ? (b[p + 2]! >> 7) : undefined,
    tsiVal: n > 2 ? ((b[p + 2]! >> 5) & 0x3) : undefined,
    muoEp: n > 2 ? ((b[p + 2]! >> 4) & 0x1) : undefined,
    muoVal: n > 2 ? ((b[p + 2]! >> 3) & 0x1) : undefined,
    rwcEp: n > 2 ? ((b[p + 2]! >> 2) & 0x1) : undefined,
    rwcVal: n > 2 ? ((b[p + 2]! >> 1) & 0x1) : undefined,
    daaEp: n > 3 ? (b[p + 3]! >> 7) : undefined,
    daaVal: n > 3 ? ((b[p + 3]! >> 5) & 0x3) : undefined,
    df17caEp: n > 3 ? ((b[p + 3]! >> 4) & 0x1) : undefined,
    df17caVal: n > 3 ? ((b[p + 3]! >> 1) & 0x7) : undefined,
    svhEp: n > 4 ? (b[p + 4]! >> 7) : undefined,
    svhVal: n > 4 ? ((b[p + 4]! >> 5) & 0x3) : undefined,
    catcEp: n > 4 ? ((b[p + 4]! >> 4) & 0x1) : undefined,
    catcVal: n > 4 ? ((b[p + 4]! >> 1) & 0x7) : undefined,
    taoEp: n > 5 ? (b[p + 5]! >> 7) : undefined,
    taoVal: n > 5 ? ((b[p + 5]! >> 2) & 0x1f) : undefined,
    further: n > 6 ? hexOf(b, p + 6, n - 6) : undefined,
    spareBits: ((n > 5 ? ((b[p + 5]! >> 1) & 0x1) : 0)) || undefined,
  }
}

/** I021/RE#7 True North Heading */
function readCat021ReTnhDeg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/RE#7')
  c.at = p + 2
  const b = c.bytes
  return (((b[p]! << 8) | b[p + 1]!) * 360) / 65536
}

/** I021/RE#8#1 Mode 5 Summary */
export type Cat021ReMesSum = {
  readonly m5: number
  readonly id: number
  readonly da: number
  readonly m1: number
  readonly m2: number
  readonly m3: number
  readonly mc: number
  readonly po: number
}
/** I021/RE#8#1 Mode 5 Summary */
function readCat021ReMesSum(c: Cursor): Cat021ReMesSum | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/RE#8#1')
  c.at = p + 1
  const b = c.bytes
  return {
    m5: (b[p]! >> 7),
    id: ((b[p]! >> 6) & 0x1),
    da: ((b[p]! >> 5) & 0x1),
    m1: ((b[p]! >> 4) & 0x1),
    m2: ((b[p]! >> 3) & 0x1),
    m3: ((b[p]! >> 2) & 0x1),
    mc: ((b[p]! >> 1) & 0x1),
    po: (b[p]! & 0x1),
  }
}

/** I021/RE#8#2 Mode 5 PIN / National Origin */
export type Cat021ReMesPno = {
  readonly pin: number
  readonly no: number
  readonly spareBits?: number | undefined
}
/** I021/RE#8#2 Mode 5 PIN / National Origin */
function readCat021ReMesPno(c: Cursor): Cat021ReMesPno | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I021/RE#8#2')
  c.at = p + 4
  const b = c.bytes
  return {
    pin: (((b[p]! << 8) | b[p + 1]!) & 0x3fff),
    no: (((b[p + 2]! << 8) | b[p + 3]!) & 0x7ff),
    spareBits: ((((b[p]! >> 6) << 5) | (b[p + 2]! >> 3))) || undefined,
  }
}

/** I021/RE#8#3 Extended Mode 1 Code in Octal Representation */
export type Cat021ReMesEm1 = {
  readonly v: number
  readonly l: number
  readonly em1: string
  readonly spareBits?: number | undefined
}
/** I021/RE#8#3 Extended Mode 1 Code in Octal Representation */
function readCat021ReMesEm1(c: Cursor): Cat021ReMesEm1 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/RE#8#3')
  c.at = p + 2
  const b = c.bytes
  return {
    v: (b[p]! >> 7),
    l: ((b[p]! >> 5) & 0x1),
    em1: octalOf((((b[p]! << 8) | b[p + 1]!) & 0xfff), 4),
    spareBits: (((((b[p]! >> 6) & 0x1) << 1) | ((b[p]! >> 4) & 0x1))) || undefined,
  }
}

/** I021/RE#8#4 X Pulse Presence */
export type Cat021ReMesXp = {
  readonly xp: number
  readonly x5: number
  readonly xc: number
  readonly x3: number
  readonly x2: number
  readonly x1: number
  readonly spareBits?: number | undefined
}
/** I021/RE#8#4 X Pulse Presence */
function readCat021ReMesXp(c: Cursor): Cat021ReMesXp | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/RE#8#4')
  c.at = p + 1
  const b = c.bytes
  return {
    xp: ((b[p]! >> 5) & 0x1),
    x5: ((b[p]! >> 4) & 0x1),
    xc: ((b[p]! >> 3) & 0x1),
    x3: ((b[p]! >> 2) & 0x1),
    x2: ((b[p]! >> 1) & 0x1),
    x1: (b[p]! & 0x1),
    spareBits: ((b[p]! >> 6)) || undefined,
  }
}

/** I021/RE#8#5 Figure of Merit */
export type Cat021ReMesFom = {
  readonly fom: number
  readonly spareBits?: number | undefined
}
/** I021/RE#8#5 Figure of Merit */
function readCat021ReMesFom(c: Cursor): Cat021ReMesFom | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/RE#8#5')
  c.at = p + 1
  const b = c.bytes
  return {
    fom: (b[p]! & 0x1f),
    spareBits: ((b[p]! >> 5)) || undefined,
  }
}

/** I021/RE#8#6 Mode 2 Code in Octal Representation */
export type Cat021ReMesM2 = {
  readonly v: number
  readonly l: number
  readonly mode2: string
  readonly spareBits?: number | undefined
}
/** I021/RE#8#6 Mode 2 Code in Octal Representation */
function readCat021ReMesM2(c: Cursor): Cat021ReMesM2 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/RE#8#6')
  c.at = p + 2
  const b = c.bytes
  return {
    v: (b[p]! >> 7),
    l: ((b[p]! >> 5) & 0x1),
    mode2: octalOf((((b[p]! << 8) | b[p + 1]!) & 0xfff), 4),
    spareBits: (((((b[p]! >> 6) & 0x1) << 1) | ((b[p]! >> 4) & 0x1))) || undefined,
  }
}

/** I021/RE#8 Military Extended Squitter */
export type Cat021ReMes = {
  /** Mode 5 Summary */
  readonly sum?: Cat021ReMesSum | undefined
  /** Mode 5 PIN / National Origin */
  readonly pno?: Cat021ReMesPno | undefined
  /** Extended Mode 1 Code in Octal Representation */
  readonly em1?: Cat021ReMesEm1 | undefined
  /** X Pulse Presence */
  readonly xp?: Cat021ReMesXp | undefined
  /** Figure of Merit */
  readonly fom?: Cat021ReMesFom | undefined
  /** Mode 2 Code in Octal Representation */
  readonly m2?: Cat021ReMesM2 | undefined
  readonly fspecBytes?: number | undefined
}
/** I021/RE#8 Military Extended Squitter */
function readCat021ReMes(c: Cursor): Cat021ReMes | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I021/RE#8')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I021/RE#8 has more field specification than the edition knows')
  if ((f1 & 0x2) !== 0) return decline(c, 'unused-field', p + 0, 'I021/RE#8 has a field that the edition does not use')
  c.at = q
  return {
    sum: (f1 & 0x80) !== 0 ? readCat021ReMesSum(c) : undefined,
    pno: (f1 & 0x40) !== 0 ? readCat021ReMesPno(c) : undefined,
    em1: (f1 & 0x20) !== 0 ? readCat021ReMesEm1(c) : undefined,
    xp: (f1 & 0x10) !== 0 ? readCat021ReMesXp(c) : undefined,
    fom: (f1 & 0x8) !== 0 ? readCat021ReMesFom(c) : undefined,
    m2: (f1 & 0x4) !== 0 ? readCat021ReMesM2(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I021/RE Reserved Expansion Field */
export type Cat021Re = {
  /** Barometric Pressure Setting */
  readonly bps?: Cat021ReBps | undefined
  /** Selected Heading */
  readonly sh?: Cat021ReSh | undefined
  /** Navigation Mode */
  readonly nav?: Cat021ReNav | undefined
  /** GPS Antenna Offset */
  readonly gao?: number | undefined
  /** Aircraft Status */
  readonly sta?: Cat021ReSta | undefined
  /** True North Heading */
  readonly tnhDeg?: number | undefined
  /** Military Extended Squitter */
  readonly mes?: Cat021ReMes | undefined
}
function readCat021ReContents(c: Cursor): Cat021Re | undefined {
  if (c.at >= c.end) return short(c, 'I021/RE')
  const f1 = c.bytes[c.at++]!
  if ((f1 & 0x8) !== 0) return decline(c, 'unused-field', c.at - 1, 'I021/RE has a field that the edition does not use')
  return {
    bps: (f1 & 0x80) !== 0 ? readCat021ReBps(c) : undefined,
    sh: (f1 & 0x40) !== 0 ? readCat021ReSh(c) : undefined,
    nav: (f1 & 0x20) !== 0 ? readCat021ReNav(c) : undefined,
    gao: (f1 & 0x10) !== 0 ? readCat021ReGao(c) : undefined,
    sta: (f1 & 0x4) !== 0 ? readCat021ReSta(c) : undefined,
    tnhDeg: (f1 & 0x2) !== 0 ? readCat021ReTnhDeg(c) : undefined,
    mes: (f1 & 0x1) !== 0 ? readCat021ReMes(c) : undefined,
  }
}

/** I021/RE Reserved Expansion Field */
function readCat021Re(c: Cursor): Cat021Re | string | undefined {
  const at = c.at
  const kept = takeExplicit(c, 'I021/RE')
  if (kept === undefined) return undefined
  const inner: Cursor = { bytes: c.bytes, at: at + 1, end: c.at, fault: undefined }
  const contents = readCat021ReContents(inner)
  return contents !== undefined && inner.fault === undefined && inner.at === inner.end ? contents : kept
}

/** I021/SP Special Purpose Field */
function readCat021Sp(c: Cursor): string | undefined {
  return takeExplicit(c, 'I021/SP')
}

/** A record of category 21 ed. 2.7. */
export type Cat021Record = {
  /** Data Source Identification */
  readonly i010?: Cat021I010 | undefined
  /** Target Report Descriptor */
  readonly i040?: Cat021I040 | undefined
  /** Track Number */
  readonly i161?: Cat021I161 | undefined
  /** Service Identification */
  readonly i015?: number | undefined
  /** Time of Applicability for Position */
  readonly i071S?: number | undefined
  /** Position in WGS-84 Co-ordinates */
  readonly i130?: Cat021I130 | undefined
  /** High-Resolution Position in WGS-84 Co-ordinates */
  readonly i131?: Cat021I131 | undefined
  /** Time of Applicability for Velocity */
  readonly i072S?: number | undefined
  /** Air Speed */
  readonly i150?: Cat021I150 | undefined
  /** True Airspeed */
  readonly i151?: Cat021I151 | undefined
  /** Target Address */
  readonly i080?: string | undefined
  /** Time of Message Reception for Position */
  readonly i073S?: number | undefined
  /** Time of Message Reception of Position-High Precision */
  readonly i074?: Cat021I074 | undefined
  /** Time of Message Reception for Velocity */
  readonly i075S?: number | undefined
  /** Time of Message Reception of Velocity-High Precision */
  readonly i076?: Cat021I076 | undefined
  /** Geometric Height */
  readonly i140Ft?: number | undefined
  /** Quality Indicators */
  readonly i090?: Cat021I090 | undefined
  /** MOPS Version */
  readonly i210?: Cat021I210 | undefined
  /** Mode 3/A Code in Octal Representation */
  readonly i070?: Cat021I070 | undefined
  /** Roll Angle */
  readonly i230Deg?: number | undefined
  /** Flight Level */
  readonly i145Fl?: number | undefined
  /** Magnetic Heading */
  readonly i152Deg?: number | undefined
  /** Target Status */
  readonly i200?: Cat021I200 | undefined
  /** Barometric Vertical Rate */
  readonly i155?: Cat021I155 | undefined
  /** Geometric Vertical Rate */
  readonly i157?: Cat021I157 | undefined
  /** Airborne Ground Vector */
  readonly i160?: Cat021I160 | undefined
  /** Track Angle Rate */
  readonly i165?: Cat021I165 | undefined
  /** Time of ASTERIX Report Transmission */
  readonly i077S?: number | undefined
  /** Target Identification */
  readonly i170?: string | undefined
  /** Emitter Category */
  readonly i020?: number | undefined
  /** Met Information */
  readonly i220?: Cat021I220 | undefined
  /** Selected Altitude */
  readonly i146?: Cat021I146 | undefined
  /** Final State Selected Altitude */
  readonly i148?: Cat021I148 | undefined
  /** Trajectory Intent */
  readonly i110?: Cat021I110 | undefined
  /** Service Management */
  readonly i016S?: number | undefined
  /** Aircraft Operational Status */
  readonly i008?: Cat021I008 | undefined
  /** Surface Capabilities and Characteristics */
  readonly i271?: Cat021I271 | undefined
  /** Message Amplitude */
  readonly i132Dbm?: number | undefined
  /** Mode S MB Data */
  readonly i250?: readonly Cat021I250[] | undefined
  /** ACAS Resolution Advisory Report */
  readonly i260?: Cat021I260 | undefined
  /** Receiver ID */
  readonly i400?: number | undefined
  /** Data Ages */
  readonly i295?: Cat021I295 | undefined
  /** Reserved Expansion Field */
  readonly re?: Cat021Re | string | undefined
  /** Special Purpose Field */
  readonly sp?: string | undefined
  readonly fspecBytes?: number | undefined
}

/** The record at the cursor; undefined after a fault, which the cursor then holds. */
export function readCat021(c: Cursor): Cat021Record | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'a record of category 21')
  const f1 = b[p]!
  let q = p + 1
  let f2 = 0
  if ((f1 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 21')
    f2 = b[q++]!
  }
  let f3 = 0
  if ((f2 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 21')
    f3 = b[q++]!
  }
  let f4 = 0
  if ((f3 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 21')
    f4 = b[q++]!
  }
  let f5 = 0
  if ((f4 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 21')
    f5 = b[q++]!
  }
  let f6 = 0
  if ((f5 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 21')
    f6 = b[q++]!
  }
  let f7 = 0
  if ((f6 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 21')
    f7 = b[q++]!
  }
  if ((f7 & 1) === 1) return decline(c, 'field-specification', q - 1, 'a record of category 21 has more field specification than the edition knows')
  if ((f7 & 0xf8) !== 0) return decline(c, 'unused-field', p + 6, 'a record of category 21 has a field that the edition does not use')
  c.at = q
  if (((f1 | f2 | f3 | f4 | f5 | f6 | f7) & 0xfe) === 0) return decline(c, 'empty-record', p, 'a record of category 21 has no items')
  const record = {
    i010: (f1 & 0x80) !== 0 ? readCat021I010(c) : undefined,
    i040: (f1 & 0x40) !== 0 ? readCat021I040(c) : undefined,
    i161: (f1 & 0x20) !== 0 ? readCat021I161(c) : undefined,
    i015: (f1 & 0x10) !== 0 ? readCat021I015(c) : undefined,
    i071S: (f1 & 0x8) !== 0 ? readCat021I071S(c) : undefined,
    i130: (f1 & 0x4) !== 0 ? readCat021I130(c) : undefined,
    i131: (f1 & 0x2) !== 0 ? readCat021I131(c) : undefined,
    i072S: (f2 & 0x80) !== 0 ? readCat021I072S(c) : undefined,
    i150: (f2 & 0x40) !== 0 ? readCat021I150(c) : undefined,
    i151: (f2 & 0x20) !== 0 ? readCat021I151(c) : undefined,
    i080: (f2 & 0x10) !== 0 ? readCat021I080(c) : undefined,
    i073S: (f2 & 0x8) !== 0 ? readCat021I073S(c) : undefined,
    i074: (f2 & 0x4) !== 0 ? readCat021I074(c) : undefined,
    i075S: (f2 & 0x2) !== 0 ? readCat021I075S(c) : undefined,
    i076: (f3 & 0x80) !== 0 ? readCat021I076(c) : undefined,
    i140Ft: (f3 & 0x40) !== 0 ? readCat021I140Ft(c) : undefined,
    i090: (f3 & 0x20) !== 0 ? readCat021I090(c) : undefined,
    i210: (f3 & 0x10) !== 0 ? readCat021I210(c) : undefined,
    i070: (f3 & 0x8) !== 0 ? readCat021I070(c) : undefined,
    i230Deg: (f3 & 0x4) !== 0 ? readCat021I230Deg(c) : undefined,
    i145Fl: (f3 & 0x2) !== 0 ? readCat021I145Fl(c) : undefined,
    i152Deg: (f4 & 0x80) !== 0 ? readCat021I152Deg(c) : undefined,
    i200: (f4 & 0x40) !== 0 ? readCat021I200(c) : undefined,
    i155: (f4 & 0x20) !== 0 ? readCat021I155(c) : undefined,
    i157: (f4 & 0x10) !== 0 ? readCat021I157(c) : undefined,
    i160: (f4 & 0x8) !== 0 ? readCat021I160(c) : undefined,
    i165: (f4 & 0x4) !== 0 ? readCat021I165(c) : undefined,
    i077S: (f4 & 0x2) !== 0 ? readCat021I077S(c) : undefined,
    i170: (f5 & 0x80) !== 0 ? readCat021I170(c) : undefined,
    i020: (f5 & 0x40) !== 0 ? readCat021I020(c) : undefined,
    i220: (f5 & 0x20) !== 0 ? readCat021I220(c) : undefined,
    i146: (f5 & 0x10) !== 0 ? readCat021I146(c) : undefined,
    i148: (f5 & 0x8) !== 0 ? readCat021I148(c) : undefined,
    i110: (f5 & 0x4) !== 0 ? readCat021I110(c) : undefined,
    i016S: (f5 & 0x2) !== 0 ? readCat021I016S(c) : undefined,
    i008: (f6 & 0x80) !== 0 ? readCat021I008(c) : undefined,
    i271: (f6 & 0x40) !== 0 ? readCat021I271(c) : undefined,
    i132Dbm: (f6 & 0x20) !== 0 ? readCat021I132Dbm(c) : undefined,
    i250: (f6 & 0x10) !== 0 ? readCat021I250(c) : undefined,
    i260: (f6 & 0x8) !== 0 ? readCat021I260(c) : undefined,
    i400: (f6 & 0x4) !== 0 ? readCat021I400(c) : undefined,
    i295: (f6 & 0x2) !== 0 ? readCat021I295(c) : undefined,
    re: (f7 & 0x4) !== 0 ? readCat021Re(c) : undefined,
    sp: (f7 & 0x2) !== 0 ? readCat021Sp(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
  return c.fault === undefined ? record : undefined
}
