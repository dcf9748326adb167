// Made by npm run generate from the table of category 21 ed. 0.26. Change the table, not this file.
import { decline, hexOf, ia5Of, octalOf, short, takeCount, takeExplicit, takeExtents } from '../cursor.ts'
import type { Cursor } from '../cursor.ts'

/** I021/010 Data Source Identification */
export type Cat021V026I010 = {
  readonly sac: number
  readonly sic: number
}
/** I021/010 Data Source Identification */
function readCat021V026I010(c: Cursor): Cat021V026I010 | undefined {
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
export type Cat021V026I040 = {
  readonly dcr: number
  readonly gbs: number
  readonly sim: number
  readonly tst: number
  readonly rab: number
  readonly saa: number
  readonly spi: number
  readonly atp: number
  readonly arc: number
  readonly spareBits?: number | undefined
}
/** I021/040 Target Report Descriptor */
function readCat021V026I040(c: Cursor): Cat021V026I040 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/040')
  c.at = p + 2
  const b = c.bytes
  return {
    dcr: (b[p]! >> 7),
    gbs: ((b[p]! >> 6) & 0x1),
    sim: ((b[p]! >> 5) & 0x1),
    tst: ((b[p]! >> 4) & 0x1),
    rab: ((b[p]! >> 3) & 0x1),
    saa: ((b[p]! >> 2) & 0x1),
    spi: ((b[p]! >> 1) & 0x1),
    atp: (b[p + 1]! >> 5),
    arc: ((b[p + 1]! >> 3) & 0x3),
    spareBits: ((((b[p]! & 0x1) << 3) | (b[p + 1]! & 0x7))) || undefined,
  }
}

/** I021/030 Time of Day */
function readCat021V026I030S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I021/030')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 128
}

/** I021/130 Position in WGS-84 Co-ordinates */
export type Cat021V026I130 = {
  readonly latDeg: number
  readonly lonDeg: number
}
/** I021/130 Position in WGS-84 Co-ordinates */
function readCat021V026I130(c: Cursor): Cat021V026I130 | undefined {
  const p = c.at
  if (p + 8 > c.end) return short(c, 'I021/130')
  c.at = p + 8
  const b = c.bytes
  return {
    latDeg: ((((b[p]! << 24) | (b[p + 1]! << 16) | (b[p + 2]! << 8) | b[p + 3]!) | 0) * 180) / 33554432,
    lonDeg: ((((b[p + 4]! << 24) | (b[p + 5]! << 16) | (b[p + 6]! << 8) | b[p + 7]!) | 0) * 180) / 33554432,
  }
}

/** I021/080 Target Address */
function readCat021V026I080(c: Cursor): string | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I021/080')
  c.at = p + 3
  const b = c.bytes
  return hexOf(b, p, 3)
}

/** I021/140 Geometric Altitude */
function readCat021V026I140Ft(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/140')
  c.at = p + 2
  const b = c.bytes
  return (((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) * 25) / 4
}

/** I021/090 Figure of Merit */
export type Cat021V026I090 = {
  readonly ac: number
  readonly mn: number
  readonly dc: number
  readonly pa: number
  readonly spareBits?: number | undefined
}
/** I021/090 Figure of Merit */
function readCat021V026I090(c: Cursor): Cat021V026I090 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/090')
  c.at = p + 2
  const b = c.bytes
  return {
    ac: (b[p]! >> 6),
    mn: ((b[p]! >> 4) & 0x3),
    dc: ((b[p]! >> 2) & 0x3),
    pa: ((b[p + 1]! << 28) >> 28),
    spareBits: (((((b[p]! << 8) | b[p + 1]!) >> 4) & 0x3f)) || undefined,
  }
}

/** I021/210 Link Technology Indicator */
export type Cat021V026I210 = {
  readonly dti: number
  readonly mds: number
  readonly uat: number
  readonly vdl: number
  readonly otr: number
  readonly spareBits?: number | undefined
}
/** I021/210 Link Technology Indicator */
function readCat021V026I210(c: Cursor): Cat021V026I210 | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/210')
  c.at = p + 1
  const b = c.bytes
  return {
    dti: ((b[p]! >> 4) & 0x1),
    mds: ((b[p]! >> 3) & 0x1),
    uat: ((b[p]! >> 2) & 0x1),
    vdl: ((b[p]! >> 1) & 0x1),
    otr: (b[p]! & 0x1),
    spareBits: ((b[p]! >> 5)) || undefined,
  }
}

/** I021/230 Roll Angle */
function readCat021V026I230Deg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/230')
  c.at = p + 2
  const b = c.bytes
  return ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 100
}

/** I021/145 Flight Level */
function readCat021V026I145Fl(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/145')
  c.at = p + 2
  const b = c.bytes
  return ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 4
}

/** I021/150 Air Speed */
export type Cat021V026I150 = {
  readonly im: number
  readonly asNmPerS?: number | undefined
  readonly asMach?: number | undefined
}
/** I021/150 Air Speed */
function readCat021V026I150(c: Cursor): Cat021V026I150 | undefined {
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
function readCat021V026I151Kt(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/151')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!)
}

/** I021/152 Magnetic Heading */
function readCat021V026I152Deg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/152')
  c.at = p + 2
  const b = c.bytes
  return (((b[p]! << 8) | b[p + 1]!) * 360) / 65536
}

/** I021/155 Barometric Vertical Rate */
function readCat021V026I155FtPerMin(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/155')
  c.at = p + 2
  const b = c.bytes
  return (((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) * 25) / 4
}

/** I021/157 Geometric Vertical Rate */
function readCat021V026I157FtPerMin(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/157')
  c.at = p + 2
  const b = c.bytes
  return (((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) * 25) / 4
}

/** I021/160 Ground Vector */
export type Cat021V026I160 = {
  readonly gsNmPerS: number
  readonly taDeg: number
}
/** I021/160 Ground Vector */
function readCat021V026I160(c: Cursor): Cat021V026I160 | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I021/160')
  c.at = p + 4
  const b = c.bytes
  return {
    gsNmPerS: ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 16384,
    taDeg: (((b[p + 2]! << 8) | b[p + 3]!) * 360) / 65536,
  }
}

/** I021/165 Rate Of Turn */
export type Cat021V026I165 = {
  readonly ti: number
  readonly rotDegPerS?: number | undefined
  readonly further?: string | undefined
  readonly spareBits?: number | undefined
}
/** I021/165 Rate Of Turn */
function readCat021V026I165(c: Cursor): Cat021V026I165 | undefined {
  const p = c.at
  const n = takeExtents(c, 'I021/165')
  if (n === 0) return undefined
  const b = c.bytes
  return {
    ti: (b[p]! >> 6),
    rotDegPerS: n > 1 ? ((b[p + 1]! << 24) >> 25) / 4 : undefined,
    further: n > 2 ? hexOf(b, p + 2, n - 2) : undefined,
    spareBits: (((b[p]! >> 1) & 0x1f)) || undefined,
  }
}

/** I021/170 Target Identification */
function readCat021V026I170(c: Cursor): string | undefined {
  const p = c.at
  if (p + 6 > c.end) return short(c, 'I021/170')
  c.at = p + 6
  const b = c.bytes
  return ia5Of(b, p, 6)
}

/** I021/095 Velocity Accuracy */
function readCat021V026I095(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/095')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I021/032 Time of Day Accuracy */
function readCat021V026I032S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/032')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 256
}

/** I021/200 Target Status */
function readCat021V026I200(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/200')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I021/020 Emitter Category */
function readCat021V026I020(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/020')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I021/220#1 Wind Speed */
function readCat021V026I220WsKt(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/220#1')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!)
}

/** I021/220#2 Wind Direction */
function readCat021V026I220WdDeg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/220#2')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!)
}

/** I021/220#3 Temperature */
function readCat021V026I220TmpDegC(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/220#3')
  c.at = p + 2
  const b = c.bytes
  return ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 4
}

/** I021/220#4 Turbulence */
function readCat021V026I220Trb(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/220#4')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I021/220 Met Information */
export type Cat021V026I220 = {
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
function readCat021V026I220(c: Cursor): Cat021V026I220 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I021/220')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I021/220 has more field specification than the edition knows')
  if ((f1 & 0xe) !== 0) return decline(c, 'unused-field', p + 0, 'I021/220 has a field that the edition does not use')
  c.at = q
  return {
    wsKt: (f1 & 0x80) !== 0 ? readCat021V026I220WsKt(c) : undefined,
    wdDeg: (f1 & 0x40) !== 0 ? readCat021V026I220WdDeg(c) : undefined,
    tmpDegC: (f1 & 0x20) !== 0 ? readCat021V026I220TmpDegC(c) : undefined,
    trb: (f1 & 0x10) !== 0 ? readCat021V026I220Trb(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I021/146 Intermediate State Selected Altitude */
export type Cat021V026I146 = {
  readonly sas: number
  readonly src: number
  readonly altFt: number
}
/** I021/146 Intermediate State Selected Altitude */
function readCat021V026I146(c: Cursor): Cat021V026I146 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/146')
  c.at = p + 2
  const b = c.bytes
  return {
    sas: (b[p]! >> 7),
    src: ((b[p]! >> 5) & 0x3),
    altFt: (((((b[p]! << 8) | b[p + 1]!) << 19) >> 19) * 25),
  }
}

/** I021/148 Final State Selected Altitude */
export type Cat021V026I148 = {
  readonly mv: number
  readonly ah: number
  readonly am: number
  readonly altFt: number
}
/** I021/148 Final State Selected Altitude */
function readCat021V026I148(c: Cursor): Cat021V026I148 | undefined {
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
export type Cat021V026I110Tis = {
  readonly nav: number
  readonly nvb: number
  readonly further?: string | undefined
  readonly spareBits?: number | undefined
}
/** I021/110#1 Trajectory Intent Status */
function readCat021V026I110Tis(c: Cursor): Cat021V026I110Tis | undefined {
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
export type Cat021V026I110Tid = {
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
function readCat021V026I110Tid(c: Cursor): readonly Cat021V026I110Tid[] | undefined {
  const n = takeCount(c, 15, 'I021/110#2')
  if (c.fault !== undefined) return undefined
  const b = c.bytes
  let p = c.at
  const out: Cat021V026I110Tid[] = []
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
export type Cat021V026I110 = {
  /** Trajectory Intent Status */
  readonly tis?: Cat021V026I110Tis | undefined
  /** Trajectory Intent Data */
  readonly tid?: readonly Cat021V026I110Tid[] | undefined
  readonly fspecBytes?: number | undefined
}
/** I021/110 Trajectory Intent */
function readCat021V026I110(c: Cursor): Cat021V026I110 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I021/110')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I021/110 has more field specification than the edition knows')
  if ((f1 & 0x3e) !== 0) return decline(c, 'unused-field', p + 0, 'I021/110 has a field that the edition does not use')
  c.at = q
  return {
    tis: (f1 & 0x80) !== 0 ? readCat021V026I110Tis(c) : undefined,
    tid: (f1 & 0x40) !== 0 ? readCat021V026I110Tid(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I021/070 Mode 3/A Code in Octal Representation */
export type Cat021V026I070 = {
  readonly v: number
  readonly g: number
  readonly l: number
  readonly mode3a: string
  readonly spareBits?: number | undefined
}
/** I021/070 Mode 3/A Code in Octal Representation */
function readCat021V026I070(c: Cursor): Cat021V026I070 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I021/070')
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

/** I021/131 Signal Amplitude */
function readCat021V026I131(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I021/131')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I021/RE Reserved Expansion Field */
function readCat021V026Re(c: Cursor): string | undefined {
  return takeExplicit(c, 'I021/RE')
}

/** I021/SP Special Purpose Field */
function readCat021V026Sp(c: Cursor): string | undefined {
  return takeExplicit(c, 'I021/SP')
}

/** A record of category 21 ed. 0.26. */
export type Cat021V026Record = {
  /** Data Source Identification */
  readonly i010?: Cat021V026I010 | undefined
  /** Target Report Descriptor */
  readonly i040?: Cat021V026I040 | undefined
  /** Time of Day */
  readonly i030S?: number | undefined
  /** Position in WGS-84 Co-ordinates */
  readonly i130?: Cat021V026I130 | undefined
  /** Target Address */
  readonly i080?: string | undefined
  /** Geometric Altitude */
  readonly i140Ft?: number | undefined
  /** Figure of Merit */
  readonly i090?: Cat021V026I090 | undefined
  /** Link Technology Indicator */
  readonly i210?: Cat021V026I210 | undefined
  /** Roll Angle */
  readonly i230Deg?: number | undefined
  /** Flight Level */
  readonly i145Fl?: number | undefined
  /** Air Speed */
  readonly i150?: Cat021V026I150 | undefined
  /** True Airspeed */
  readonly i151Kt?: number | undefined
  /** Magnetic Heading */
  readonly i152Deg?: number | undefined
  /** Barometric Vertical Rate */
  readonly i155FtPerMin?: number | undefined
  /** Geometric Vertical Rate */
  readonly i157FtPerMin?: number | undefined
  /** Ground Vector */
  readonly i160?: Cat021V026I160 | undefined
  /** Rate Of Turn */
  readonly i165?: Cat021V026I165 | undefined
  /** Target Identification */
  readonly i170?: string | undefined
  /** Velocity Accuracy */
  readonly i095?: number | undefined
  /** Time of Day Accuracy */
  readonly i032S?: number | undefined
  /** Target Status */
  readonly i200?: number | undefined
  /** Emitter Category */
  readonly i020?: number | undefined
  /** Met Information */
  readonly i220?: Cat021V026I220 | undefined
  /** Intermediate State Selected Altitude */
  readonly i146?: Cat021V026I146 | undefined
  /** Final State Selected Altitude */
  readonly i148?: Cat021V026I148 | undefined
  /** Trajectory Intent */
  readonly i110?: Cat021V026I110 | undefined
  /** Mode 3/A Code in Octal Representation */
  readonly i070?: Cat021V026I070 | undefined
  /** Signal Amplitude */
  readonly i131?: number | undefined
  /** Reserved Expansion Field */
  readonly re?: string | undefined
  /** Special Purpose Field */
  readonly sp?: string | undefined
  readonly fspecBytes?: number | undefined
}

/** The record at the cursor; undefined after a fault, which the cursor then holds. */
export function readCat021V026(c: Cursor): Cat021V026Record | undefined {
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
  if ((f5 & 1) === 1) return decline(c, 'field-specification', q - 1, 'a record of category 21 has more field specification than the edition knows')
  if ((f5 & 0xf8) !== 0) return decline(c, 'unused-field', p + 4, 'a record of category 21 has a field that the edition does not use')
  c.at = q
  if (((f1 | f2 | f3 | f4 | f5) & 0xfe) === 0) return decline(c, 'empty-record', p, 'a record of category 21 has no items')
  const record = {
    i010: (f1 & 0x80) !== 0 ? readCat021V026I010(c) : undefined,
    i040: (f1 & 0x40) !== 0 ? readCat021V026I040(c) : undefined,
    i030S: (f1 & 0x20) !== 0 ? readCat021V026I030S(c) : undefined,
    i130: (f1 & 0x10) !== 0 ? readCat021V026I130(c) : undefined,
    i080: (f1 & 0x8) !== 0 ? readCat021V026I080(c) : undefined,
    i140Ft: (f1 & 0x4) !== 0 ? readCat021V026I140Ft(c) : undefined,
    i090: (f1 & 0x2) !== 0 ? readCat021V026I090(c) : undefined,
    i210: (f2 & 0x80) !== 0 ? readCat021V026I210(c) : undefined,
    i230Deg: (f2 & 0x40) !== 0 ? readCat021V026I230Deg(c) : undefined,
    i145Fl: (f2 & 0x20) !== 0 ? readCat021V026I145Fl(c) : undefined,
    i150: (f2 & 0x10) !== 0 ? readCat021V026I150(c) : undefined,
    i151Kt: (f2 & 0x8) !== 0 ? readCat021V026I151Kt(c) : undefined,
    i152Deg: (f2 & 0x4) !== 0 ? readCat021V026I152Deg(c) : undefined,
    i155FtPerMin: (f2 & 0x2) !== 0 ? readCat021V026I155FtPerMin(c) : undefined,
    i157FtPerMin: (f3 & 0x80) !== 0 ? readCat021V026I157FtPerMin(c) : undefined,
    i160: (f3 & 0x40) !== 0 ? readCat021V026I160(c) : undefined,
    i165: (f3 & 0x20) !== 0 ? readCat021V026I165(c) : undefined,
    i170: (f3 & 0x10) !== 0 ? readCat021V026I170(c) : undefined,
    i095: (f3 & 0x8) !== 0 ? readCat021V026I095(c) : undefined,
    i032S: (f3 & 0x4) !== 0 ? readCat021V026I032S(c) : undefined,
    i200: (f3 & 0x2) !== 0 ? readCat021V026I200(c) : undefined,
    i020: (f4 & 0x80) !== 0 ? readCat021V026I020(c) : undefined,
    i220: (f4 & 0x40) !== 0 ? readCat021V026I220(c) : undefined,
    i146: (f4 & 0x20) !== 0 ? readCat021V026I146(c) : undefined,
    i148: (f4 & 0x10) !== 0 ? readCat021V026I148(c) : undefined,
    i110: (f4 & 0x8) !== 0 ? readCat021V026I110(c) : undefined,
    i070: (f4 & 0x4) !== 0 ? readCat021V026I070(c) : undefined,
    i131: (f4 & 0x2) !== 0 ? readCat021V026I131(c) : undefined,
    re: (f5 & 0x4) !== 0 ? readCat021V026Re(c) : undefined,
    sp: (f5 & 0x2) !== 0 ? readCat021V026Sp(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
  return c.fault === undefined ? record : undefined
}
