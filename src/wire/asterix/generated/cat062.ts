// Made by npm run generate from the table of category 62 ed. 1.21. Change the table, not this file.
import { asciiOf, decline, hexOf, ia5Of, octalOf, short, takeCount, takeExplicit, takeExtents } from '../cursor.ts'
import type { Cursor } from '../cursor.ts'

/** I062/010 Data Source Identifier */
export type Cat062I010 = {
  readonly sac: number
  readonly sic: number
}
/** I062/010 Data Source Identifier */
function readCat062I010(c: Cursor): Cat062I010 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/010')
  c.at = p + 2
  const b = c.bytes
  return {
    sac: b[p]!,
    sic: b[p + 1]!,
  }
}

/** I062/015 Service Identification */
function readCat062I015(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/015')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I062/070 Time Of Track Information */
function readCat062I070S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I062/070')
  c.at = p + 3
  const b = c.bytes
  return ((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) / 128
}

/** I062/105 Calculated Position In WGS-84 Co-ordinates */
export type Cat062I105 = {
  readonly latDeg: number
  readonly lonDeg: number
}
/** I062/105 Calculated Position In WGS-84 Co-ordinates */
function readCat062I105(c: Cursor): Cat062I105 | undefined {
  const p = c.at
  if (p + 8 > c.end) return short(c, 'I062/105')
  c.at = p + 8
  const b = c.bytes
  return {
    latDeg: ((((b[p]! << 24) | (b[p + 1]! << 16) | (b[p + 2]! << 8) | b[p + 3]!) | 0) * 180) / 33554432,
    lonDeg: ((((b[p + 4]! << 24) | (b[p + 5]! << 16) | (b[p + 6]! << 8) | b[p + 7]!) | 0) * 180) / 33554432,
  }
}

/** I062/100 Calculated Track Position (Cartesian) */
export type Cat062I100 = {
  readonly xM: number
  readonly yM: number
}
/** I062/100 Calculated Track Position (Cartesian) */
function readCat062I100(c: Cursor): Cat062I100 | undefined {
  const p = c.at
  if (p + 6 > c.end) return short(c, 'I062/100')
  c.at = p + 6
  const b = c.bytes
  return {
    xM: ((((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) << 8) >> 8) / 2,
    yM: ((((b[p + 3]! << 16) | (b[p + 4]! << 8) | b[p + 5]!) << 8) >> 8) / 2,
  }
}

/** I062/185 Calculated Track Velocity (Cartesian) */
export type Cat062I185 = {
  readonly vxMps: number
  readonly vyMps: number
}
/** I062/185 Calculated Track Velocity (Cartesian) */
function readCat062I185(c: Cursor): Cat062I185 | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I062/185')
  c.at = p + 4
  const b = c.bytes
  return {
    vxMps: ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 4,
    vyMps: ((((b[p + 2]! << 8) | b[p + 3]!) << 16) >> 16) / 4,
  }
}

/** I062/210 Calculated Acceleration (Cartesian) */
export type Cat062I210 = {
  readonly axMps2: number
  readonly ayMps2: number
}
/** I062/210 Calculated Acceleration (Cartesian) */
function readCat062I210(c: Cursor): Cat062I210 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/210')
  c.at = p + 2
  const b = c.bytes
  return {
    axMps2: ((b[p]! << 24) >> 24) / 4,
    ayMps2: ((b[p + 1]! << 24) >> 24) / 4,
  }
}

/** I062/060 Track Mode 3/A Code */
export type Cat062I060 = {
  readonly v: number
  readonly g: number
  readonly ch: number
  readonly mode3a: string
  readonly spareBits?: number | undefined
}
/** I062/060 Track Mode 3/A Code */
function readCat062I060(c: Cursor): Cat062I060 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/060')
  c.at = p + 2
  const b = c.bytes
  return {
    v: (b[p]! >> 7),
    g: ((b[p]! >> 6) & 0x1),
    ch: ((b[p]! >> 5) & 0x1),
    mode3a: octalOf((((b[p]! << 8) | b[p + 1]!) & 0xfff), 4),
    spareBits: (((b[p]! >> 4) & 0x1)) || undefined,
  }
}

/** I062/245 Target Identification */
export type Cat062I245 = {
  readonly sti: number
  readonly chr: string
  readonly spareBits?: number | undefined
}
/** I062/245 Target Identification */
function readCat062I245(c: Cursor): Cat062I245 | undefined {
  const p = c.at
  if (p + 7 > c.end) return short(c, 'I062/245')
  c.at = p + 7
  const b = c.bytes
  return {
    sti: (b[p]! >> 6),
    chr: ia5Of(b, p + 1, 6),
    spareBits: ((b[p]! & 0x3f)) || undefined,
  }
}

/** I062/380#1 Target Address */
function readCat062I380Adr(c: Cursor): string | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I062/380#1')
  c.at = p + 3
  const b = c.bytes
  return hexOf(b, p, 3)
}

/** I062/380#2 Target Identification */
function readCat062I380Id(c: Cursor): string | undefined {
  const p = c.at
  if (p + 6 > c.end) return short(c, 'I062/380#2')
  c.at = p + 6
  const b = c.bytes
  return ia5Of(b, p, 6)
}

/** I062/380#3 Magnetic Heading */
function readCat062I380MhgDeg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/380#3')
  c.at = p + 2
  const b = c.bytes
  return (((b[p]! << 8) | b[p + 1]!) * 360) / 65536
}

/** I062/380#4 Indicated Airspeed/Mach No */
export type Cat062I380Ias = {
  readonly im: number
  readonly iasNmPerS?: number | undefined
  readonly iasMach?: number | undefined
}
/** I062/380#4 Indicated Airspeed/Mach No */
function readCat062I380Ias(c: Cursor): Cat062I380Ias | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/380#4')
  c.at = p + 2
  const b = c.bytes
  return {
    im: (b[p]! >> 7),
    iasNmPerS: (b[p]! >> 7) === 0 ? (((b[p]! << 8) | b[p + 1]!) & 0x7fff) / 16384 : undefined,
    iasMach: (b[p]! >> 7) === 1 ? (((b[p]! << 8) | b[p + 1]!) & 0x7fff) / 1000 : undefined,
  }
}

/** I062/380#5 True Airspeed */
function readCat062I380TasKt(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/380#5')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!)
}

/** I062/380#6 Selected Altitude */
export type Cat062I380Sal = {
  readonly sas: number
  readonly src: number
  readonly altFt: number
}
/** I062/380#6 Selected Altitude */
function readCat062I380Sal(c: Cursor): Cat062I380Sal | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/380#6')
  c.at = p + 2
  const b = c.bytes
  return {
    sas: (b[p]! >> 7),
    src: ((b[p]! >> 5) & 0x3),
    altFt: (((((b[p]! << 8) | b[p + 1]!) << 19) >> 19) * 25),
  }
}

/** I062/380#7 Final State Selected Altitude */
export type Cat062I380Fss = {
  readonly mv: number
  readonly ah: number
  readonly am: number
  readonly altFt: number
}
/** I062/380#7 Final State Selected Altitude */
function readCat062I380Fss(c: Cursor): Cat062I380Fss | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/380#7')
  c.at = p + 2
  const b = c.bytes
  return {
    mv: (b[p]! >> 7),
    ah: ((b[p]! >> 6) & 0x1),
    am: ((b[p]! >> 5) & 0x1),
    altFt: (((((b[p]! << 8) | b[p + 1]!) << 19) >> 19) * 25),
  }
}

/** I062/380#8 Trajectory Intent Status */
export type Cat062I380Tis = {
  readonly nav: number
  readonly nvb: number
  readonly further?: string | undefined
  readonly spareBits?: number | undefined
}
/** I062/380#8 Trajectory Intent Status */
function readCat062I380Tis(c: Cursor): Cat062I380Tis | undefined {
  const p = c.at
  const n = takeExtents(c, 'I062/380#8')
  if (n === 0) return undefined
  const b = c.bytes
  return {
    nav: (b[p]! >> 7),
    nvb: ((b[p]! >> 6) & 0x1),
    further: n > 1 ? hexOf(b, p + 1, n - 1) : undefined,
    spareBits: (((b[p]! >> 1) & 0x1f)) || undefined,
  }
}

/** I062/380#9 Trajectory Intent Data */
export type Cat062I380Tid = {
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
/** I062/380#9 Trajectory Intent Data */
function readCat062I380Tid(c: Cursor): readonly Cat062I380Tid[] | undefined {
  const n = takeCount(c, 15, 'I062/380#9')
  if (c.fault !== undefined) return undefined
  const b = c.bytes
  let p = c.at
  const out: Cat062I380Tid[] = []
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

/** I062/380#10 Communications/ACAS Capability and Flight Status */
export type Cat062I380Com = {
  readonly com: number
  readonly stat: number
  readonly ssc: number
  readonly arc: number
  readonly aic: number
  readonly b1a: number
  readonly b1b: number
  readonly spareBits?: number | undefined
}
/** I062/380#10 Communications/ACAS Capability and Flight Status */
function readCat062I380Com(c: Cursor): Cat062I380Com | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/380#10')
  c.at = p + 2
  const b = c.bytes
  return {
    com: (b[p]! >> 5),
    stat: ((b[p]! >> 2) & 0x7),
    ssc: (b[p + 1]! >> 7),
    arc: ((b[p + 1]! >> 6) & 0x1),
    aic: ((b[p + 1]! >> 5) & 0x1),
    b1a: ((b[p + 1]! >> 4) & 0x1),
    b1b: (b[p + 1]! & 0xf),
    spareBits: ((b[p]! & 0x3)) || undefined,
  }
}

/** I062/380#11 Status Reported by ADS-B */
export type Cat062I380Sab = {
  readonly ac: number
  readonly mn: number
  readonly dc: number
  readonly gbs: number
  readonly stat: number
  readonly spareBits?: number | undefined
}
/** I062/380#11 Status Reported by ADS-B */
function readCat062I380Sab(c: Cursor): Cat062I380Sab | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/380#11')
  c.at = p + 2
  const b = c.bytes
  return {
    ac: (b[p]! >> 6),
    mn: ((b[p]! >> 4) & 0x3),
    dc: ((b[p]! >> 2) & 0x3),
    gbs: ((b[p]! >> 1) & 0x1),
    stat: (b[p + 1]! & 0x7),
    spareBits: (((((b[p]! << 8) | b[p + 1]!) >> 3) & 0x3f)) || undefined,
  }
}

/** I062/380#12 ACAS Resolution Advisory Report */
function readCat062I380Acs(c: Cursor): string | undefined {
  const p = c.at
  if (p + 7 > c.end) return short(c, 'I062/380#12')
  c.at = p + 7
  const b = c.bytes
  return hexOf(b, p, 7)
}

/** I062/380#13 Barometric Vertical Rate */
function readCat062I380BvrFtPerMin(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/380#13')
  c.at = p + 2
  const b = c.bytes
  return (((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) * 25) / 4
}

/** I062/380#14 Geometric Vertical Rate */
function readCat062I380GvrFtPerMin(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/380#14')
  c.at = p + 2
  const b = c.bytes
  return (((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) * 25) / 4
}

/** I062/380#15 Roll Angle */
function readCat062I380RanDeg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/380#15')
  c.at = p + 2
  const b = c.bytes
  return ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 100
}

/** I062/380#16 Track Angle Rate */
export type Cat062I380Tar = {
  readonly ti: number
  readonly rotDegPerS: number
  readonly spareBits?: number | undefined
}
/** I062/380#16 Track Angle Rate */
function readCat062I380Tar(c: Cursor): Cat062I380Tar | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/380#16')
  c.at = p + 2
  const b = c.bytes
  return {
    ti: (b[p]! >> 6),
    rotDegPerS: ((b[p + 1]! << 24) >> 25) / 4,
    spareBits: ((((b[p]! & 0x3f) << 1) | (b[p + 1]! & 0x1))) || undefined,
  }
}

/** I062/380#17 Track Angle */
function readCat062I380TanDeg(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/380#17')
  c.at = p + 2
  const b = c.bytes
  return (((b[p]! << 8) | b[p + 1]!) * 360) / 65536
}

/** I062/380#18 Ground Speed */
function readCat062I380GsNmPerS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/380#18')
  c.at = p + 2
  const b = c.bytes
  return ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 16384
}

/** I062/380#19 Velocity Uncertainty */
function readCat062I380Vun(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/380#19')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I062/380#20 Meteorological Data */
export type Cat062I380Met = {
  readonly ws: number
  readonly wd: number
  readonly tmp: number
  readonly trb: number
  readonly wsdKt: number
  readonly wddDeg: number
  readonly tmpdDegC: number
  readonly trbd: number
  readonly spareBits?: number | undefined
}
/** I062/380#20 Meteorological Data */
function readCat062I380Met(c: Cursor): Cat062I380Met | undefined {
  const p = c.at
  if (p + 8 > c.end) return short(c, 'I062/380#20')
  c.at = p + 8
  const b = c.bytes
  return {
    ws: (b[p]! >> 7),
    wd: ((b[p]! >> 6) & 0x1),
    tmp: ((b[p]! >> 5) & 0x1),
    trb: ((b[p]! >> 4) & 0x1),
    wsdKt: ((b[p + 1]! << 8) | b[p + 2]!),
    wddDeg: ((b[p + 3]! << 8) | b[p + 4]!),
    tmpdDegC: ((((b[p + 5]! << 8) | b[p + 6]!) << 16) >> 16) / 4,
    trbd: b[p + 7]!,
    spareBits: ((b[p]! & 0xf)) || undefined,
  }
}

/** I062/380#21 Emitter Category */
function readCat062I380Emc(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/380#21')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I062/380#22 Position */
export type Cat062I380Pos = {
  readonly latDeg: number
  readonly lonDeg: number
}
/** I062/380#22 Position */
function readCat062I380Pos(c: Cursor): Cat062I380Pos | undefined {
  const p = c.at
  if (p + 6 > c.end) return short(c, 'I062/380#22')
  c.at = p + 6
  const b = c.bytes
  return {
    latDeg: (((((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) << 8) >> 8) * 180) / 8388608,
    lonDeg: (((((b[p + 3]! << 16) | (b[p + 4]! << 8) | b[p + 5]!) << 8) >> 8) * 180) / 8388608,
  }
}

/** I062/380#23 Geometric Altitude */
function readCat062I380GalFt(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/380#23')
  c.at = p + 2
  const b = c.bytes
  return (((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) * 25) / 4
}

/** I062/380#24 Position Uncertainty */
export type Cat062I380Pun = {
  readonly pun: number
  readonly spareBits?: number | undefined
}
/** I062/380#24 Position Uncertainty */
function readCat062I380Pun(c: Cursor): Cat062I380Pun | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/380#24')
  c.at = p + 1
  const b = c.bytes
  return {
    pun: (b[p]! & 0xf),
    spareBits: ((b[p]! >> 4)) || undefined,
  }
}

/** I062/380#25 BDS Register DATA */
export type Cat062I380Bdsdata = {
  readonly mb: string
  readonly bds1: number
  readonly bds2: number
}
/** I062/380#25 BDS Register DATA */
function readCat062I380Bdsdata(c: Cursor): readonly Cat062I380Bdsdata[] | undefined {
  const n = takeCount(c, 8, 'I062/380#25')
  if (c.fault !== undefined) return undefined
  const b = c.bytes
  let p = c.at
  const out: Cat062I380Bdsdata[] = []
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

/** I062/380#26 Indicated Airspeed */
function readCat062I380IarKt(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/380#26')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!)
}

/** I062/380#27 Mach Number */
function readCat062I380MacMach(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/380#27')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!) / 125
}

/** I062/380#28 Barometric Pressure Setting */
export type Cat062I380Bps = {
  readonly bpsHpa: number
  readonly spareBits?: number | undefined
}
/** I062/380#28 Barometric Pressure Setting */
function readCat062I380Bps(c: Cursor): Cat062I380Bps | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/380#28')
  c.at = p + 2
  const b = c.bytes
  return {
    bpsHpa: (((b[p]! << 8) | b[p + 1]!) & 0xfff) / 10,
    spareBits: ((b[p]! >> 4)) || undefined,
  }
}

/** I062/380 Aircraft Derived Data */
export type Cat062I380 = {
  /** Target Address */
  readonly adr?: string | undefined
  /** Target Identification */
  readonly id?: string | undefined
  /** Magnetic Heading */
  readonly mhgDeg?: number | undefined
  /** Indicated Airspeed/Mach No */
  readonly ias?: Cat062I380Ias | undefined
  /** True Airspeed */
  readonly tasKt?: number | undefined
  /** Selected Altitude */
  readonly sal?: Cat062I380Sal | undefined
  /** Final State Selected Altitude */
  readonly fss?: Cat062I380Fss | undefined
  /** Trajectory Intent Status */
  readonly tis?: Cat062I380Tis | undefined
  /** Trajectory Intent Data */
  readonly tid?: readonly Cat062I380Tid[] | undefined
  /** Communications/ACAS Capability and Flight Status */
  readonly com?: Cat062I380Com | undefined
  /** Status Reported by ADS-B */
  readonly sab?: Cat062I380Sab | undefined
  /** ACAS Resolution Advisory Report */
  readonly acs?: string | undefined
  /** Barometric Vertical Rate */
  readonly bvrFtPerMin?: number | undefined
  /** Geometric Vertical Rate */
  readonly gvrFtPerMin?: number | undefined
  /** Roll Angle */
  readonly ranDeg?: number | undefined
  /** Track Angle Rate */
  readonly tar?: Cat062I380Tar | undefined
  /** Track Angle */
  readonly tanDeg?: number | undefined
  /** Ground Speed */
  readonly gsNmPerS?: number | undefined
  /** Velocity Uncertainty */
  readonly vun?: number | undefined
  /** Meteorological Data */
  readonly met?: Cat062I380Met | undefined
  /** Emitter Category */
  readonly emc?: number | undefined
  /** Position */
  readonly pos?: Cat062I380Pos | undefined
  /** Geometric Altitude */
  readonly galFt?: number | undefined
  /** Position Uncertainty */
  readonly pun?: Cat062I380Pun | undefined
  /** BDS Register DATA */
  readonly bdsdata?: readonly Cat062I380Bdsdata[] | undefined
  /** Indicated Airspeed */
  readonly iarKt?: number | undefined
  /** Mach Number */
  readonly macMach?: number | undefined
  /** Barometric Pressure Setting */
  readonly bps?: Cat062I380Bps | undefined
  readonly fspecBytes?: number | undefined
}
/** I062/380 Aircraft Derived Data */
function readCat062I380(c: Cursor): Cat062I380 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I062/380')
  const f1 = b[p]!
  let q = p + 1
  let f2 = 0
  if ((f1 & 1) === 1) {
    if (q >= c.end) return short(c, 'I062/380')
    f2 = b[q++]!
  }
  let f3 = 0
  if ((f2 & 1) === 1) {
    if (q >= c.end) return short(c, 'I062/380')
    f3 = b[q++]!
  }
  let f4 = 0
  if ((f3 & 1) === 1) {
    if (q >= c.end) return short(c, 'I062/380')
    f4 = b[q++]!
  }
  if ((f4 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I062/380 has more field specification than the edition knows')
  c.at = q
  return {
    adr: (f1 & 0x80) !== 0 ? readCat062I380Adr(c) : undefined,
    id: (f1 & 0x40) !== 0 ? readCat062I380Id(c) : undefined,
    mhgDeg: (f1 & 0x20) !== 0 ? readCat062I380MhgDeg(c) : undefined,
    ias: (f1 & 0x10) !== 0 ? readCat062I380Ias(c) : undefined,
    tasKt: (f1 & 0x8) !== 0 ? readCat062I380TasKt(c) : undefined,
    sal: (f1 & 0x4) !== 0 ? readCat062I380Sal(c) : undefined,
    fss: (f1 & 0x2) !== 0 ? readCat062I380Fss(c) : undefined,
    tis: (f2 & 0x80) !== 0 ? readCat062I380Tis(c) : undefined,
    tid: (f2 & 0x40) !== 0 ? readCat062I380Tid(c) : undefined,
    com: (f2 & 0x20) !== 0 ? readCat062I380Com(c) : undefined,
    sab: (f2 & 0x10) !== 0 ? readCat062I380Sab(c) : undefined,
    acs: (f2 & 0x8) !== 0 ? readCat062I380Acs(c) : undefined,
    bvrFtPerMin: (f2 & 0x4) !== 0 ? readCat062I380BvrFtPerMin(c) : undefined,
    gvrFtPerMin: (f2 & 0x2) !== 0 ? readCat062I380GvrFtPerMin(c) : undefined,
    ranDeg: (f3 & 0x80) !== 0 ? readCat062I380RanDeg(c) : undefined,
    tar: (f3 & 0x40) !== 0 ? readCat062I380Tar(c) : undefined,
    tanDeg: (f3 & 0x20) !== 0 ? readCat062I380TanDeg(c) : undefined,
    gsNmPerS: (f3 & 0x10) !== 0 ? readCat062I380GsNmPerS(c) : undefined,
    vun: (f3 & 0x8) !== 0 ? readCat062I380Vun(c) : undefined,
    met: (f3 & 0x4) !== 0 ? readCat062I380Met(c) : undefined,
    emc: (f3 & 0x2) !== 0 ? readCat062I380Emc(c) : undefined,
    pos: (f4 & 0x80) !== 0 ? readCat062I380Pos(c) : undefined,
    galFt: (f4 & 0x40) !== 0 ? readCat062I380GalFt(c) : undefined,
    pun: (f4 & 0x20) !== 0 ? readCat062I380Pun(c) : undefined,
    bdsdata: (f4 & 0x10) !== 0 ? readCat062I380Bdsdata(c) : undefined,
    iarKt: (f4 & 0x8) !== 0 ? readCat062I380IarKt(c) : undefined,
    macMach: (f4 & 0x4) !== 0 ? readCat062I380MacMach(c) : undefined,
    bps: (f4 & 0x2) !== 0 ? readCat062I380Bps(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I062/040 Track Number */
function readCat062I040(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/040')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!)
}

/** I062/080 Track Status */
export type Cat062I080 = {
  readonly mon: number
  readonly spi: number
  readonly mrh: number
  readonly src: number
  readonly cnf: number
  readonly sim?: number | undefined
  readonly tse?: number | undefined
  readonly tsb?: number | undefined
  readonly fpc?: number | undefined
  readonly aff?: number | undefined
  readonly stp?: number | undefined
  readonly kos?: number | undefined
  readonly ama?: number | undefined
  readonly md4?: number | undefined
  readonly me?: number | undefined
  readonly mi?: number | undefined
  readonly md5?: number | undefined
  readonly cst?: number | undefined
  readonly psr?: number | undefined
  readonly ssr?: number | undefined
  readonly mds?: number | undefined
  readonly ads?: number | undefined
  readonly suc?: number | undefined
  readonly aac?: number | undefined
  readonly sds?: number | undefined
  readonly ems?: number | undefined
  readonly pft?: number | undefined
  readonly fplt?: number | undefined
  readonly dupt?: number | undefined
  readonly dupf?: number | undefined
  readonly dupm?: number | undefined
  readonly sfc?: number | undefined
  readonly idd?: number | undefined
  readonly iec?: number | undefined
  readonly mlat?: number | undefined
  readonly m5i?: number | undefined
  readonly further?: string | undefined
  readonly spareBits?: number | undefined
}
/** I062/080 Track Status */
function readCat062I080(c: Cursor): Cat062I080 | undefined {
  const p = c.at
  const n = takeExtents(c, 'I062/080')
  if (n === 0) return undefined
  const b = c.bytes
  return {
    mon: (b[p]! >> 7),
    spi: ((b[p]! >> 6) & 0x1),
    mrh: ((b[p]! >> 5) & 0x1),
    src: ((b[p]! >> 2) & 0x7),
    cnf: ((b[p]! >> 1) & 0x1),
    sim: n > 1 ? (b[p + 1]! >> 7) : undefined,
    tse: n > 1 ? ((b[p + 1]! >> 6) & 0x1) : undefined,
    tsb: n > 1 ? ((b[p + 1]! >> 5) & 0x1) : undefined,
    fpc: n > 1 ? ((b[p + 1]! >> 4) & 0x1) : undefined,
    aff: n > 1 ? ((b[p + 1]! >> 3) & 0x1) : undefined,
    stp: n > 1 ? ((b[p + 1]! >> 2) & 0x1) : undefined,
    kos: n > 1 ? ((b[p + 1]! >> 1) & 0x1) : undefined,
    ama: n > 2 ? (b[p + 2]! >> 7) : undefined,
    md4: n > 2 ? ((b[p + 2]! >> 5) & 0x3) : undefined,
    me: n > 2 ? ((b[p + 2]! >> 4) & 0x1) : undefined,
    mi: n > 2 ? ((b[p + 2]! >> 3) & 0x1) : undefined,
    md5: n > 2 ? ((b[p + 2]! >> 1) & 0x3) : undefined,
    cst: n > 3 ? (b[p + 3]! >> 7) : undefined,
    psr: n > 3 ? ((b[p + 3]! >> 6) & 0x1) : undefined,
    ssr: n > 3 ? ((b[p + 3]! >> 5) & 0x1) : undefined,
    mds: n > 3 ? ((b[p + 3]! >> 4) & 0x1) : undefined,
    ads: n > 3 ? ((b[p + 3]! >> 3) & 0x1) : undefined,
    suc: n > 3 ? ((b[p + 3]! >> 2) & 0x1) : undefined,
    aac: n > 3 ? ((b[p + 3]! >> 1) & 0x1) : undefined,
    sds: n > 4 ? (b[p + 4]! >> 6) : undefined,
    ems: n > 4 ? ((b[p + 4]! >> 3) & 0x7) : undefined,
    pft: n > 4 ? ((b[p + 4]! >> 2) & 0x1) : undefined,
    fplt: n > 4 ? ((b[p + 4]! >> 1) & 0x1) : undefined,
    dupt: n > 5 ? (b[p + 5]! >> 7) : undefined,
    dupf: n > 5 ? ((b[p + 5]! >> 6) & 0x1) : undefined,
    dupm: n > 5 ? ((b[p + 5]! >> 5) & 0x1) : undefined,
    sfc: n > 5 ? ((b[p + 5]! >> 4) & 0x1) : undefined,
    idd: n > 5 ? ((b[p + 5]! >> 3) & 0x1) : undefined,
    iec: n > 5 ? ((b[p + 5]! >> 2) & 0x1) : undefined,
    mlat: n > 5 ? ((b[p + 5]! >> 1) & 0x1) : undefined,
    m5i: n > 6 ? (b[p + 6]! >> 7) : undefined,
    further: n > 7 ? hexOf(b, p + 7, n - 7) : undefined,
    spareBits: ((n > 6 ? ((b[p + 6]! >> 1) & 0x3f) : 0)) || undefined,
  }
}

/** I062/290#1 Track Age */
function readCat062I290TrkS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/290#1')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/290#2 PSR Age */
function readCat062I290PsrS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/290#2')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/290#3 SSR Age */
function readCat062I290SsrS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/290#3')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/290#4 Mode S Age */
function readCat062I290MdsS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/290#4')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/290#5 ADS-C Age */
function readCat062I290AdsS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/290#5')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!) / 4
}

/** I062/290#6 ADS-B Extended Squitter Age */
function readCat062I290EsS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/290#6')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/290#7 ADS-B VDL Mode 4 Age */
function readCat062I290VdlS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/290#7')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/290#8 ADS-B UAT Age */
function readCat062I290UatS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/290#8')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/290#9 Loop Age */
function readCat062I290LopS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/290#9')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/290#10 Multilateration Age */
function readCat062I290MltS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/290#10')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/290 System Track Update Ages */
export type Cat062I290 = {
  /** Track Age */
  readonly trkS?: number | undefined
  /** PSR Age */
  readonly psrS?: number | undefined
  /** SSR Age */
  readonly ssrS?: number | undefined
  /** Mode S Age */
  readonly mdsS?: number | undefined
  /** ADS-C Age */
  readonly adsS?: number | undefined
  /** ADS-B Extended Squitter Age */
  readonly esS?: number | undefined
  /** ADS-B VDL Mode 4 Age */
  readonly vdlS?: number | undefined
  /** ADS-B UAT Age */
  readonly uatS?: number | undefined
  /** Loop Age */
  readonly lopS?: number | undefined
  /** Multilateration Age */
  readonly mltS?: number | undefined
  readonly fspecBytes?: number | undefined
}
/** I062/290 System Track Update Ages */
function readCat062I290(c: Cursor): Cat062I290 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I062/290')
  const f1 = b[p]!
  let q = p + 1
  let f2 = 0
  if ((f1 & 1) === 1) {
    if (q >= c.end) return short(c, 'I062/290')
    f2 = b[q++]!
  }
  if ((f2 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I062/290 has more field specification than the edition knows')
  if ((f2 & 0x1e) !== 0) return decline(c, 'unused-field', p + 1, 'I062/290 has a field that the edition does not use')
  c.at = q
  return {
    trkS: (f1 & 0x80) !== 0 ? readCat062I290TrkS(c) : undefined,
    psrS: (f1 & 0x40) !== 0 ? readCat062I290PsrS(c) : undefined,
    ssrS: (f1 & 0x20) !== 0 ? readCat062I290SsrS(c) : undefined,
    mdsS: (f1 & 0x10) !== 0 ? readCat062I290MdsS(c) : undefined,
    adsS: (f1 & 0x8) !== 0 ? readCat062I290AdsS(c) : undefined,
    esS: (f1 & 0x4) !== 0 ? readCat062I290EsS(c) : undefined,
    vdlS: (f1 & 0x2) !== 0 ? readCat062I290VdlS(c) : undefined,
    uatS: (f2 & 0x80) !== 0 ? readCat062I290UatS(c) : undefined,
    lopS: (f2 & 0x40) !== 0 ? readCat062I290LopS(c) : undefined,
    mltS: (f2 & 0x20) !== 0 ? readCat062I290MltS(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I062/200 Mode of Movement */
export type Cat062I200 = {
  readonly trans: number
  readonly long: number
  readonly vert: number
  readonly adf: number
  readonly spareBits?: number | undefined
}
/** I062/200 Mode of Movement */
function readCat062I200(c: Cursor): Cat062I200 | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/200')
  c.at = p + 1
  const b = c.bytes
  return {
    trans: (b[p]! >> 6),
    long: ((b[p]! >> 4) & 0x3),
    vert: ((b[p]! >> 2) & 0x3),
    adf: ((b[p]! >> 1) & 0x1),
    spareBits: ((b[p]! & 0x1)) || undefined,
  }
}

/** I062/295#1 Measured Flight Level Age */
function readCat062I295MflS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#1')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#2 Mode 1 Age */
function readCat062I295Md1S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#2')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#3 Mode 2 Age */
function readCat062I295Md2S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#3')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#4 Mode 3/A Age */
function readCat062I295MdaS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#4')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#5 Mode 4 Age */
function readCat062I295Md4S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#5')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#6 Mode 5 Age */
function readCat062I295Md5S(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#6')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#7 Magnetic Heading Age */
function readCat062I295MhgS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#7')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#8 Indicated Airspeed / Mach Nb Age */
function readCat062I295IasS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#8')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#9 True Airspeed Age */
function readCat062I295TasS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#9')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#10 Selected Altitude Age */
function readCat062I295SalS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#10')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#11 Final State Selected Altitude Age */
function readCat062I295FssS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#11')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#12 Trajectory Intent Age */
function readCat062I295TidS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#12')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#13 Communication/ACAS Capability and Flight Status Age */
function readCat062I295ComS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#13')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#14 Status Reported by ADS-B Age */
function readCat062I295SabS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#14')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#15 ACAS Resolution Advisory Report Age */
function readCat062I295AcsS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#15')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#16 Barometric Vertical Rate Age */
function readCat062I295BvrS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#16')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#17 Geometrical Vertical Rate Age */
function readCat062I295GvrS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#17')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#18 Roll Angle Age */
function readCat062I295RanS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#18')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#19 Track Angle Rate Age */
function readCat062I295TarS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#19')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#20 Track Angle Age */
function readCat062I295TanS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#20')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#21 Ground Speed Age */
function readCat062I295GspS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#21')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#22 Velocity Uncertainty Age */
function readCat062I295VunS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#22')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#23 Meteorological Data Age */
function readCat062I295MetS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#23')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#24 Emitter Category Age */
function readCat062I295EmcS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#24')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#25 Position Age */
function readCat062I295PosS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#25')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#26 Geometric Altitude Age */
function readCat062I295GalS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#26')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#27 Position Uncertainty Age */
function readCat062I295PunS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#27')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#28 BDS Register Data Age */
function readCat062I295MbS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#28')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#29 Indicated Airspeed Data Age */
function readCat062I295IarS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#29')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#30 Mach Number Data Age */
function readCat062I295MacS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#30')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295#31 Barometric Pressure Setting Data Age */
function readCat062I295BpsS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/295#31')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/295 Track Data Ages */
export type Cat062I295 = {
  /** Measured Flight Level Age */
  readonly mflS?: number | undefined
  /** Mode 1 Age */
  readonly md1S?: number | undefined
  /** Mode 2 Age */
  readonly md2S?: number | undefined
  /** Mode 3/A Age */
  readonly mdaS?: number | undefined
  /** Mode 4 Age */
  readonly md4S?: number | undefined
  /** Mode 5 Age */
  readonly md5S?: number | undefined
  /** Magnetic Heading Age */
  readonly mhgS?: number | undefined
  /** Indicated Airspeed / Mach Nb Age */
  readonly iasS?: number | undefined
  /** True Airspeed Age */
  readonly tasS?: number | undefined
  /** Selected Altitude Age */
  readonly salS?: number | undefined
  /** Final State Selected Altitude Age */
  readonly fssS?: number | undefined
  /** Trajectory Intent Age */
  readonly tidS?: number | undefined
  /** Communication/ACAS Capability and Flight Status Age */
  readonly comS?: number | undefined
  /** Status Reported by ADS-B Age */
  readonly sabS?: number | undefined
  /** ACAS Resolution Advisory Report Age */
  readonly acsS?: number | undefined
  /** Barometric Vertical Rate Age */
  readonly bvrS?: number | undefined
  /** Geometrical Vertical Rate Age */
  readonly gvrS?: number | undefined
  /** Roll Angle Age */
  readonly ranS?: number | undefined
  /** Track Angle Rate Age */
  readonly tarS?: number | undefined
  /** Track Angle Age */
  readonly tanS?: number | undefined
  /** Ground Speed Age */
  readonly gspS?: number | undefined
  /** Velocity Uncertainty Age */
  readonly vunS?: number | undefined
  /** Meteorological Data Age */
  readonly metS?: number | undefined
  /** Emitter Category Age */
  readonly emcS?: number | undefined
  /** Position Age */
  readonly posS?: number | undefined
  /** Geometric Altitude Age */
  readonly galS?: number | undefined
  /** Position Uncertainty Age */
  readonly punS?: number | undefined
  /** BDS Register Data Age */
  readonly mbS?: number | undefined
  /** Indicated Airspeed Data Age */
  readonly iarS?: number | undefined
  /** Mach Number Data Age */
  readonly macS?: number | undefined
  /** Barometric Pressure Setting Data Age */
  readonly bpsS?: number | undefined
  readonly fspecBytes?: number | undefined
}
/** I062/295 Track Data Ages */
function readCat062I295(c: Cursor): Cat062I295 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I062/295')
  const f1 = b[p]!
  let q = p + 1
  let f2 = 0
  if ((f1 & 1) === 1) {
    if (q >= c.end) return short(c, 'I062/295')
    f2 = b[q++]!
  }
  let f3 = 0
  if ((f2 & 1) === 1) {
    if (q >= c.end) return short(c, 'I062/295')
    f3 = b[q++]!
  }
  let f4 = 0
  if ((f3 & 1) === 1) {
    if (q >= c.end) return short(c, 'I062/295')
    f4 = b[q++]!
  }
  let f5 = 0
  if ((f4 & 1) === 1) {
    if (q >= c.end) return short(c, 'I062/295')
    f5 = b[q++]!
  }
  if ((f5 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I062/295 has more field specification than the edition knows')
  if ((f5 & 0x1e) !== 0) return decline(c, 'unused-field', p + 4, 'I062/295 has a field that the edition does not use')
  c.at = q
  return {
    mflS: (f1 & 0x80) !== 0 ? readCat062I295MflS(c) : undefined,
    md1S: (f1 & 0x40) !== 0 ? readCat062I295Md1S(c) : undefined,
    md2S: (f1 & 0x20) !== 0 ? readCat062I295Md2S(c) : undefined,
    mdaS: (f1 & 0x10) !== 0 ? readCat062I295MdaS(c) : undefined,
    md4S: (f1 & 0x8) !== 0 ? readCat062I295Md4S(c) : undefined,
    md5S: (f1 & 0x4) !== 0 ? readCat062I295Md5S(c) : undefined,
    mhgS: (f1 & 0x2) !== 0 ? readCat062I295MhgS(c) : undefined,
    iasS: (f2 & 0x80) !== 0 ? readCat062I295IasS(c) : undefined,
    tasS: (f2 & 0x40) !== 0 ? readCat062I295TasS(c) : undefined,
    salS: (f2 & 0x20) !== 0 ? readCat062I295SalS(c) : undefined,
    fssS: (f2 & 0x10) !== 0 ? readCat062I295FssS(c) : undefined,
    tidS: (f2 & 0x8) !== 0 ? readCat062I295TidS(c) : undefined,
    comS: (f2 & 0x4) !== 0 ? readCat062I295ComS(c) : undefined,
    sabS: (f2 & 0x2) !== 0 ? readCat062I295SabS(c) : undefined,
    acsS: (f3 & 0x80) !== 0 ? readCat062I295AcsS(c) : undefined,
    bvrS: (f3 & 0x40) !== 0 ? readCat062I295BvrS(c) : undefined,
    gvrS: (f3 & 0x20) !== 0 ? readCat062I295GvrS(c) : undefined,
    ranS: (f3 & 0x10) !== 0 ? readCat062I295RanS(c) : undefined,
    tarS: (f3 & 0x8) !== 0 ? readCat062I295TarS(c) : undefined,
    tanS: (f3 & 0x4) !== 0 ? readCat062I295TanS(c) : undefined,
    gspS: (f3 & 0x2) !== 0 ? readCat062I295GspS(c) : undefined,
    vunS: (f4 & 0x80) !== 0 ? readCat062I295VunS(c) : undefined,
    metS: (f4 & 0x40) !== 0 ? readCat062I295MetS(c) : undefined,
    emcS: (f4 & 0x20) !== 0 ? readCat062I295EmcS(c) : undefined,
    posS: (f4 & 0x10) !== 0 ? readCat062I295PosS(c) : undefined,
    galS: (f4 & 0x8) !== 0 ? readCat062I295GalS(c) : undefined,
    punS: (f4 & 0x4) !== 0 ? readCat062I295PunS(c) : undefined,
    mbS: (f4 & 0x2) !== 0 ? readCat062I295MbS(c) : undefined,
    iarS: (f5 & 0x80) !== 0 ? readCat062I295IarS(c) : undefined,
    macS: (f5 & 0x40) !== 0 ? readCat062I295MacS(c) : undefined,
    bpsS: (f5 & 0x20) !== 0 ? readCat062I295BpsS(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I062/136 Measured Flight Level */
function readCat062I136Fl(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/136')
  c.at = p + 2
  const b = c.bytes
  return ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 4
}

/** I062/130 Calculated Track Geometric Altitude */
function readCat062I130Ft(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/130')
  c.at = p + 2
  const b = c.bytes
  return (((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) * 25) / 4
}

/** I062/135 Calculated Track Barometric Altitude */
export type Cat062I135 = {
  readonly qnh: number
  readonly ctbFl: number
}
/** I062/135 Calculated Track Barometric Altitude */
function readCat062I135(c: Cursor): Cat062I135 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/135')
  c.at = p + 2
  const b = c.bytes
  return {
    qnh: (b[p]! >> 7),
    ctbFl: ((((b[p]! << 8) | b[p + 1]!) << 17) >> 17) / 4,
  }
}

/** I062/220 Calculated Rate of Climb/Descent */
function readCat062I220FtPerMin(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/220')
  c.at = p + 2
  const b = c.bytes
  return (((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) * 25) / 4
}

/** I062/390#1 FPPS Identification Tag */
export type Cat062I390Tag = {
  readonly sac: number
  readonly sic: number
}
/** I062/390#1 FPPS Identification Tag */
function readCat062I390Tag(c: Cursor): Cat062I390Tag | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/390#1')
  c.at = p + 2
  const b = c.bytes
  return {
    sac: b[p]!,
    sic: b[p + 1]!,
  }
}

/** I062/390#2 Callsign */
function readCat062I390Cs(c: Cursor): string | undefined {
  const p = c.at
  if (p + 7 > c.end) return short(c, 'I062/390#2')
  c.at = p + 7
  const b = c.bytes
  return asciiOf(b, p, 7)
}

/** I062/390#3 IFPS_FLIGHT_ID */
export type Cat062I390Ifi = {
  readonly typ: number
  readonly nbr: number
  readonly spareBits?: number | undefined
}
/** I062/390#3 IFPS_FLIGHT_ID */
function readCat062I390Ifi(c: Cursor): Cat062I390Ifi | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I062/390#3')
  c.at = p + 4
  const b = c.bytes
  return {
    typ: (b[p]! >> 6),
    nbr: (((b[p]! << 24) | (b[p + 1]! << 16) | (b[p + 2]! << 8) | b[p + 3]!) & 0x7ffffff),
    spareBits: (((b[p]! >> 3) & 0x7)) || undefined,
  }
}

/** I062/390#4 Flight Category */
export type Cat062I390Fct = {
  readonly gatoat: number
  readonly fr1fr2: number
  readonly rvsm: number
  readonly hpr: number
  readonly spareBits?: number | undefined
}
/** I062/390#4 Flight Category */
function readCat062I390Fct(c: Cursor): Cat062I390Fct | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/390#4')
  c.at = p + 1
  const b = c.bytes
  return {
    gatoat: (b[p]! >> 6),
    fr1fr2: ((b[p]! >> 4) & 0x3),
    rvsm: ((b[p]! >> 2) & 0x3),
    hpr: ((b[p]! >> 1) & 0x1),
    spareBits: ((b[p]! & 0x1)) || undefined,
  }
}

/** I062/390#5 Type of Aircraft */
function readCat062I390Tac(c: Cursor): string | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I062/390#5')
  c.at = p + 4
  const b = c.bytes
  return asciiOf(b, p, 4)
}

/** I062/390#6 Wake Turbulence Category */
function readCat062I390Wtc(c: Cursor): string | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/390#6')
  c.at = p + 1
  const b = c.bytes
  return asciiOf(b, p, 1)
}

/** I062/390#7 Departure Airport */
function readCat062I390Dep(c: Cursor): string | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I062/390#7')
  c.at = p + 4
  const b = c.bytes
  return asciiOf(b, p, 4)
}

/** I062/390#8 Destination Airport */
function readCat062I390Dst(c: Cursor): string | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I062/390#8')
  c.at = p + 4
  const b = c.bytes
  return asciiOf(b, p, 4)
}

/** I062/390#9 Runway Designation */
export type Cat062I390Rds = {
  readonly nu1: string
  readonly nu2: string
  readonly ltr: string
}
/** I062/390#9 Runway Designation */
function readCat062I390Rds(c: Cursor): Cat062I390Rds | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I062/390#9')
  c.at = p + 3
  const b = c.bytes
  return {
    nu1: asciiOf(b, p, 1),
    nu2: asciiOf(b, p + 1, 1),
    ltr: asciiOf(b, p + 2, 1),
  }
}

/** I062/390#10 Current Cleared Flight Level */
function readCat062I390CflFl(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/390#10')
  c.at = p + 2
  const b = c.bytes
  return ((b[p]! << 8) | b[p + 1]!) / 4
}

/** I062/390#11 Current Control Position */
export type Cat062I390Ctl = {
  readonly centre: number
  readonly position: number
}
/** I062/390#11 Current Control Position */
function readCat062I390Ctl(c: Cursor): Cat062I390Ctl | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/390#11')
  c.at = p + 2
  const b = c.bytes
  return {
    centre: b[p]!,
    position: b[p + 1]!,
  }
}

/** I062/390#12 Time of Departure / Arrival */
export type Cat062I390Tod = {
  readonly typ: number
  readonly day: number
  readonly hor: number
  readonly min: number
  readonly avs: number
  readonly sec: number
  readonly spareBits?: number | undefined
}
/** I062/390#12 Time of Departure / Arrival */
function readCat062I390Tod(c: Cursor): readonly Cat062I390Tod[] | undefined {
  const n = takeCount(c, 4, 'I062/390#12')
  if (c.fault !== undefined) return undefined
  const b = c.bytes
  let p = c.at
  const out: Cat062I390Tod[] = []
  for (let i = 0; i < n; i++, p += 4) {
    out.push({
      typ: (b[p]! >> 3),
      day: ((b[p]! >> 1) & 0x3),
      hor: (b[p + 1]! & 0x1f),
      min: (b[p + 2]! & 0x3f),
      avs: (b[p + 3]! >> 7),
      sec: (b[p + 3]! & 0x3f),
      spareBits: (((((((((b[p]! << 8) | b[p + 1]!) >> 5) & 0xf) << 2) | (b[p + 2]! >> 6)) << 1) | ((b[p + 3]! >> 6) & 0x1))) || undefined,
    })
  }
  c.at = p
  return out
}

/** I062/390#13 Aircraft Stand */
function readCat062I390Ast(c: Cursor): string | undefined {
  const p = c.at
  if (p + 6 > c.end) return short(c, 'I062/390#13')
  c.at = p + 6
  const b = c.bytes
  return asciiOf(b, p, 6)
}

/** I062/390#14 Stand Status */
export type Cat062I390Sts = {
  readonly emp: number
  readonly avl: number
  readonly spareBits?: number | undefined
}
/** I062/390#14 Stand Status */
function readCat062I390Sts(c: Cursor): Cat062I390Sts | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/390#14')
  c.at = p + 1
  const b = c.bytes
  return {
    emp: (b[p]! >> 6),
    avl: ((b[p]! >> 4) & 0x3),
    spareBits: ((b[p]! & 0xf)) || undefined,
  }
}

/** I062/390#15 Standard Instrument Departure */
function readCat062I390Std(c: Cursor): string | undefined {
  const p = c.at
  if (p + 7 > c.end) return short(c, 'I062/390#15')
  c.at = p + 7
  const b = c.bytes
  return asciiOf(b, p, 7)
}

/** I062/390#16 Standard Instrument Arrival */
function readCat062I390Sta(c: Cursor): string | undefined {
  const p = c.at
  if (p + 7 > c.end) return short(c, 'I062/390#16')
  c.at = p + 7
  const b = c.bytes
  return asciiOf(b, p, 7)
}

/** I062/390#17 Pre-Emergency Mode 3/A */
export type Cat062I390Pem = {
  readonly va: number
  readonly mode3a: string
  readonly spareBits?: number | undefined
}
/** I062/390#17 Pre-Emergency Mode 3/A */
function readCat062I390Pem(c: Cursor): Cat062I390Pem | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/390#17')
  c.at = p + 2
  const b = c.bytes
  return {
    va: ((b[p]! >> 4) & 0x1),
    mode3a: octalOf((((b[p]! << 8) | b[p + 1]!) & 0xfff), 4),
    spareBits: ((b[p]! >> 5)) || undefined,
  }
}

/** I062/390#18 Pre-Emergency Callsign */
function readCat062I390Pec(c: Cursor): string | undefined {
  const p = c.at
  if (p + 7 > c.end) return short(c, 'I062/390#18')
  c.at = p + 7
  const b = c.bytes
  return asciiOf(b, p, 7)
}

/** I062/390 Flight Plan Related Data */
export type Cat062I390 = {
  /** FPPS Identification Tag */
  readonly tag?: Cat062I390Tag | undefined
  /** Callsign */
  readonly cs?: string | undefined
  /** IFPS_FLIGHT_ID */
  readonly ifi?: Cat062I390Ifi | undefined
  /** Flight Category */
  readonly fct?: Cat062I390Fct | undefined
  /** Type of Aircraft */
  readonly tac?: string | undefined
  /** Wake Turbulence Category */
  readonly wtc?: string | undefined
  /** Departure Airport */
  readonly dep?: string | undefined
  /** Destination Airport */
  readonly dst?: string | undefined
  /** Runway Designation */
  readonly rds?: Cat062I390Rds | undefined
  /** Current Cleared Flight Level */
  readonly cflFl?: number | undefined
  /** Current Control Position */
  readonly ctl?: Cat062I390Ctl | undefined
  /** Time of Departure / Arrival */
  readonly tod?: readonly Cat062I390Tod[] | undefined
  /** Aircraft Stand */
  readonly ast?: string | undefined
  /** Stand Status */
  readonly sts?: Cat062I390Sts | undefined
  /** Standard Instrument Departure */
  readonly std?: string | undefined
  /** Standard Instrument Arrival */
  readonly sta?: string | undefined
  /** Pre-Emergency Mode 3/A */
  readonly pem?: Cat062I390Pem | undefined
  /** Pre-Emergency Callsign */
  readonly pec?: string | undefined
  readonly fspecBytes?: number | undefined
}
/** I062/390 Flight Plan Related Data */
function readCat062I390(c: Cursor): Cat062I390 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I062/390')
  const f1 = b[p]!
  let q = p + 1
  let f2 = 0
  if ((f1 & 1) === 1) {
    if (q >= c.end) return short(c, 'I062/390')
    f2 = b[q++]!
  }
  let f3 = 0
  if ((f2 & 1) === 1) {
    if (q >= c.end) return short(c, 'I062/390')
    f3 = b[q++]!
  }
  if ((f3 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I062/390 has more field specification than the edition knows')
  if ((f3 & 0xe) !== 0) return decline(c, 'unused-field', p + 2, 'I062/390 has a field that the edition does not use')
  c.at = q
  return {
    tag: (f1 & 0x80) !== 0 ? readCat062I390Tag(c) : undefined,
    cs: (f1 & 0x40) !== 0 ? readCat062I390Cs(c) : undefined,
    ifi: (f1 & 0x20) !== 0 ? readCat062I390Ifi(c) : undefined,
    fct: (f1 & 0x10) !== 0 ? readCat062I390Fct(c) : undefined,
    tac: (f1 & 0x8) !== 0 ? readCat062I390Tac(c) : undefined,
    wtc: (f1 & 0x4) !== 0 ? readCat062I390Wtc(c) : undefined,
    dep: (f1 & 0x2) !== 0 ? readCat062I390Dep(c) : undefined,
    dst: (f2 & 0x80) !== 0 ? readCat062I390Dst(c) : undefined,
    rds: (f2 & 0x40) !== 0 ? readCat062I390Rds(c) : undefined,
    cflFl: (f2 & 0x20) !== 0 ? readCat062I390CflFl(c) : undefined,
    ctl: (f2 & 0x10) !== 0 ? readCat062I390Ctl(c) : undefined,
    tod: (f2 & 0x8) !== 0 ? readCat062I390Tod(c) : undefined,
    ast: (f2 & 0x4) !== 0 ? readCat062I390Ast(c) : undefined,
    sts: (f2 & 0x2) !== 0 ? readCat062I390Sts(c) : undefined,
    std: (f3 & 0x80) !== 0 ? readCat062I390Std(c) : undefined,
    sta: (f3 & 0x40) !== 0 ? readCat062I390Sta(c) : undefined,
    pem: (f3 & 0x20) !== 0 ? readCat062I390Pem(c) : undefined,
    pec: (f3 & 0x10) !== 0 ? readCat062I390Pec(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I062/270 Target Size and Orientation */
export type Cat062I270 = {
  readonly lengthM: number
  readonly orientationDeg?: number | undefined
  readonly widthM?: number | undefined
  readonly further?: string | undefined
}
/** I062/270 Target Size and Orientation */
function readCat062I270(c: Cursor): Cat062I270 | undefined {
  const p = c.at
  const n = takeExtents(c, 'I062/270')
  if (n === 0) return undefined
  const b = c.bytes
  return {
    lengthM: (b[p]! >> 1),
    orientationDeg: n > 1 ? ((b[p + 1]! >> 1) * 360) / 128 : undefined,
    widthM: n > 2 ? (b[p + 2]! >> 1) : undefined,
    further: n > 3 ? hexOf(b, p + 3, n - 3) : undefined,
  }
}

/** I062/300 Vehicle Fleet Identification */
function readCat062I300(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/300')
  c.at = p + 1
  const b = c.bytes
  return b[p]!
}

/** I062/110#1 Mode 5 Summary */
export type Cat062I110Sum = {
  readonly m5: number
  readonly id: number
  readonly da: number
  readonly m1: number
  readonly m2: number
  readonly m3: number
  readonly mc: number
  readonly x: number
}
/** I062/110#1 Mode 5 Summary */
function readCat062I110Sum(c: Cursor): Cat062I110Sum | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/110#1')
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
    x: (b[p]! & 0x1),
  }
}

/** I062/110#2 Mode 5 PIN/ National Origin/Mission Code */
export type Cat062I110Pmn = {
  readonly pin: number
  readonly nat: number
  readonly mis: number
  readonly spareBits?: number | undefined
}
/** I062/110#2 Mode 5 PIN/ National Origin/Mission Code */
function readCat062I110Pmn(c: Cursor): Cat062I110Pmn | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I062/110#2')
  c.at = p + 4
  const b = c.bytes
  return {
    pin: (((b[p]! << 8) | b[p + 1]!) & 0x3fff),
    nat: (b[p + 2]! & 0x1f),
    mis: (b[p + 3]! & 0x3f),
    spareBits: ((((((b[p]! >> 6) << 3) | (b[p + 2]! >> 5)) << 2) | (b[p + 3]! >> 6))) || undefined,
  }
}

/** I062/110#3 Mode 5 Reported Position */
export type Cat062I110Pos = {
  readonly latDeg: number
  readonly lonDeg: number
}
/** I062/110#3 Mode 5 Reported Position */
function readCat062I110Pos(c: Cursor): Cat062I110Pos | undefined {
  const p = c.at
  if (p + 6 > c.end) return short(c, 'I062/110#3')
  c.at = p + 6
  const b = c.bytes
  return {
    latDeg: (((((b[p]! << 16) | (b[p + 1]! << 8) | b[p + 2]!) << 8) >> 8) * 180) / 8388608,
    lonDeg: (((((b[p + 3]! << 16) | (b[p + 4]! << 8) | b[p + 5]!) << 8) >> 8) * 180) / 8388608,
  }
}

/** I062/110#4 Mode 5 GNSS-derived Altitude */
export type Cat062I110Ga = {
  readonly res: number
  readonly gaFt: number
  readonly spareBits?: number | undefined
}
/** I062/110#4 Mode 5 GNSS-derived Altitude */
function readCat062I110Ga(c: Cursor): Cat062I110Ga | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/110#4')
  c.at = p + 2
  const b = c.bytes
  return {
    res: ((b[p]! >> 6) & 0x1),
    gaFt: (((((b[p]! << 8) | b[p + 1]!) << 18) >> 18) * 25),
    spareBits: ((b[p]! >> 7)) || undefined,
  }
}

/** I062/110#5 Extended Mode 1 Code in Octal Representation */
export type Cat062I110Em1 = {
  readonly em1: string
  readonly spareBits?: number | undefined
}
/** I062/110#5 Extended Mode 1 Code in Octal Representation */
function readCat062I110Em1(c: Cursor): Cat062I110Em1 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/110#5')
  c.at = p + 2
  const b = c.bytes
  return {
    em1: octalOf((((b[p]! << 8) | b[p + 1]!) & 0xfff), 4),
    spareBits: ((b[p]! >> 4)) || undefined,
  }
}

/** I062/110#6 Time Offset for POS and GA */
function readCat062I110TosS(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/110#6')
  c.at = p + 1
  const b = c.bytes
  return ((b[p]! << 24) >> 24) / 128
}

/** I062/110#7 X Pulse Presence */
export type Cat062I110Xp = {
  readonly x5: number
  readonly xc: number
  readonly x3: number
  readonly x2: number
  readonly x1: number
  readonly spareBits?: number | undefined
}
/** I062/110#7 X Pulse Presence */
function readCat062I110Xp(c: Cursor): Cat062I110Xp | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/110#7')
  c.at = p + 1
  const b = c.bytes
  return {
    x5: ((b[p]! >> 4) & 0x1),
    xc: ((b[p]! >> 3) & 0x1),
    x3: ((b[p]! >> 2) & 0x1),
    x2: ((b[p]! >> 1) & 0x1),
    x1: (b[p]! & 0x1),
    spareBits: ((b[p]! >> 5)) || undefined,
  }
}

/** I062/110 Mode 5 Data Reports and Extended Mode 1 Code */
export type Cat062I110 = {
  /** Mode 5 Summary */
  readonly sum?: Cat062I110Sum | undefined
  /** Mode 5 PIN/ National Origin/Mission Code */
  readonly pmn?: Cat062I110Pmn | undefined
  /** Mode 5 Reported Position */
  readonly pos?: Cat062I110Pos | undefined
  /** Mode 5 GNSS-derived Altitude */
  readonly ga?: Cat062I110Ga | undefined
  /** Extended Mode 1 Code in Octal Representation */
  readonly em1?: Cat062I110Em1 | undefined
  /** Time Offset for POS and GA */
  readonly tosS?: number | undefined
  /** X Pulse Presence */
  readonly xp?: Cat062I110Xp | undefined
  readonly fspecBytes?: number | undefined
}
/** I062/110 Mode 5 Data Reports and Extended Mode 1 Code */
function readCat062I110(c: Cursor): Cat062I110 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I062/110')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I062/110 has more field specification than the edition knows')
  c.at = q
  return {
    sum: (f1 & 0x80) !== 0 ? readCat062I110Sum(c) : undefined,
    pmn: (f1 & 0x40) !== 0 ? readCat062I110Pmn(c) : undefined,
    pos: (f1 & 0x20) !== 0 ? readCat062I110Pos(c) : undefined,
    ga: (f1 & 0x10) !== 0 ? readCat062I110Ga(c) : undefined,
    em1: (f1 & 0x8) !== 0 ? readCat062I110Em1(c) : undefined,
    tosS: (f1 & 0x4) !== 0 ? readCat062I110TosS(c) : undefined,
    xp: (f1 & 0x2) !== 0 ? readCat062I110Xp(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I062/120 Track Mode 2 Code */
export type Cat062I120 = {
  readonly mode2: string
  readonly spareBits?: number | undefined
}
/** I062/120 Track Mode 2 Code */
function readCat062I120(c: Cursor): Cat062I120 | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/120')
  c.at = p + 2
  const b = c.bytes
  return {
    mode2: octalOf((((b[p]! << 8) | b[p + 1]!) & 0xfff), 4),
    spareBits: ((b[p]! >> 4)) || undefined,
  }
}

/** I062/510 Composed Track Number */
export type Cat062I510 = {
  readonly ident: number
  readonly track: number
}
/** I062/510 Composed Track Number */
function readCat062I510(c: Cursor): readonly Cat062I510[] | undefined {
  const b = c.bytes
  const out: Cat062I510[] = []
  let p = c.at
  do {
    if (p + 3 > c.end) return short(c, 'I062/510')
    out.push({
      ident: b[p]!,
      track: (((b[p + 1]! << 8) | b[p + 2]!) >> 1),
    })
    p += 3
  } while ((b[p - 1]! & 1) === 1)
  c.at = p
  return out
}

/** I062/500#1 Estimated Accuracy Of Track Position (Cartesian) */
export type Cat062I500Apc = {
  readonly xM: number
  readonly yM: number
}
/** I062/500#1 Estimated Accuracy Of Track Position (Cartesian) */
function readCat062I500Apc(c: Cursor): Cat062I500Apc | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I062/500#1')
  c.at = p + 4
  const b = c.bytes
  return {
    xM: ((b[p]! << 8) | b[p + 1]!) / 2,
    yM: ((b[p + 2]! << 8) | b[p + 3]!) / 2,
  }
}

/** I062/500#2 XY Covariance Component */
function readCat062I500CovM(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/500#2')
  c.at = p + 2
  const b = c.bytes
  return ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 2
}

/** I062/500#3 Estimated Accuracy Of Track Position (WGS-84) */
export type Cat062I500Apw = {
  readonly latDeg: number
  readonly lonDeg: number
}
/** I062/500#3 Estimated Accuracy Of Track Position (WGS-84) */
function readCat062I500Apw(c: Cursor): Cat062I500Apw | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I062/500#3')
  c.at = p + 4
  const b = c.bytes
  return {
    latDeg: (((b[p]! << 8) | b[p + 1]!) * 180) / 33554432,
    lonDeg: (((b[p + 2]! << 8) | b[p + 3]!) * 180) / 33554432,
  }
}

/** I062/500#4 Estimated Accuracy Of Calculated Track Geometric Altitude */
function readCat062I500AgaFt(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/500#4')
  c.at = p + 1
  const b = c.bytes
  return (b[p]! * 25) / 4
}

/** I062/500#5 Estimated Accuracy Of Calculated Track Barometric Altitude */
function readCat062I500AbaFl(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/500#5')
  c.at = p + 1
  const b = c.bytes
  return b[p]! / 4
}

/** I062/500#6 Estimated Accuracy Of Track Velocity (Cartesian) */
export type Cat062I500Atv = {
  readonly xMps: number
  readonly yMps: number
}
/** I062/500#6 Estimated Accuracy Of Track Velocity (Cartesian) */
function readCat062I500Atv(c: Cursor): Cat062I500Atv | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/500#6')
  c.at = p + 2
  const b = c.bytes
  return {
    xMps: b[p]! / 4,
    yMps: b[p + 1]! / 4,
  }
}

/** I062/500#7 Estimated Accuracy Of Acceleration (Cartesian) */
export type Cat062I500Aa = {
  readonly xMps2: number
  readonly yMps2: number
}
/** I062/500#7 Estimated Accuracy Of Acceleration (Cartesian) */
function readCat062I500Aa(c: Cursor): Cat062I500Aa | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/500#7')
  c.at = p + 2
  const b = c.bytes
  return {
    xMps2: b[p]! / 4,
    yMps2: b[p + 1]! / 4,
  }
}

/** I062/500#8 Estimated Accuracy Of Rate Of Climb/Descent */
function readCat062I500ArcFtPerMin(c: Cursor): number | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/500#8')
  c.at = p + 1
  const b = c.bytes
  return (b[p]! * 25) / 4
}

/** I062/500 Estimated Accuracies */
export type Cat062I500 = {
  /** Estimated Accuracy Of Track Position (Cartesian) */
  readonly apc?: Cat062I500Apc | undefined
  /** XY Covariance Component */
  readonly covM?: number | undefined
  /** Estimated Accuracy Of Track Position (WGS-84) */
  readonly apw?: Cat062I500Apw | undefined
  /** Estimated Accuracy Of Calculated Track Geometric Altitude */
  readonly agaFt?: number | undefined
  /** Estimated Accuracy Of Calculated Track Barometric Altitude */
  readonly abaFl?: number | undefined
  /** Estimated Accuracy Of Track Velocity (Cartesian) */
  readonly atv?: Cat062I500Atv | undefined
  /** Estimated Accuracy Of Acceleration (Cartesian) */
  readonly aa?: Cat062I500Aa | undefined
  /** Estimated Accuracy Of Rate Of Climb/Descent */
  readonly arcFtPerMin?: number | undefined
  readonly fspecBytes?: number | undefined
}
/** I062/500 Estimated Accuracies */
function readCat062I500(c: Cursor): Cat062I500 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I062/500')
  const f1 = b[p]!
  let q = p + 1
  let f2 = 0
  if ((f1 & 1) === 1) {
    if (q >= c.end) return short(c, 'I062/500')
    f2 = b[q++]!
  }
  if ((f2 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I062/500 has more field specification than the edition knows')
  if ((f2 & 0x7e) !== 0) return decline(c, 'unused-field', p + 1, 'I062/500 has a field that the edition does not use')
  c.at = q
  return {
    apc: (f1 & 0x80) !== 0 ? readCat062I500Apc(c) : undefined,
    covM: (f1 & 0x40) !== 0 ? readCat062I500CovM(c) : undefined,
    apw: (f1 & 0x20) !== 0 ? readCat062I500Apw(c) : undefined,
    agaFt: (f1 & 0x10) !== 0 ? readCat062I500AgaFt(c) : undefined,
    abaFl: (f1 & 0x8) !== 0 ? readCat062I500AbaFl(c) : undefined,
    atv: (f1 & 0x4) !== 0 ? readCat062I500Atv(c) : undefined,
    aa: (f1 & 0x2) !== 0 ? readCat062I500Aa(c) : undefined,
    arcFtPerMin: (f2 & 0x80) !== 0 ? readCat062I500ArcFtPerMin(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I062/340#1 Sensor Identification */
export type Cat062I340Sid = {
  readonly sac: number
  readonly sic: number
}
/** I062/340#1 Sensor Identification */
function readCat062I340Sid(c: Cursor): Cat062I340Sid | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/340#1')
  c.at = p + 2
  const b = c.bytes
  return {
    sac: b[p]!,
    sic: b[p + 1]!,
  }
}

/** I062/340#2 Measured Position */
export type Cat062I340Pos = {
  readonly rhoNm: number
  readonly thetaDeg: number
}
/** I062/340#2 Measured Position */
function readCat062I340Pos(c: Cursor): Cat062I340Pos | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I062/340#2')
  c.at = p + 4
  const b = c.bytes
  return {
    rhoNm: ((b[p]! << 8) | b[p + 1]!) / 256,
    thetaDeg: (((b[p + 2]! << 8) | b[p + 3]!) * 360) / 65536,
  }
}

/** I062/340#3 Measured 3-D Height */
function readCat062I340HeightFt(c: Cursor): number | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/340#3')
  c.at = p + 2
  const b = c.bytes
  return (((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) * 25)
}

/** I062/340#4  */
export type Cat062I340Mdc = {
  readonly v: number
  readonly g: number
  readonly lmcFl: number
}
/** I062/340#4  */
function readCat062I340Mdc(c: Cursor): Cat062I340Mdc | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/340#4')
  c.at = p + 2
  const b = c.bytes
  return {
    v: (b[p]! >> 7),
    g: ((b[p]! >> 6) & 0x1),
    lmcFl: ((((b[p]! << 8) | b[p + 1]!) << 18) >> 18) / 4,
  }
}

/** I062/340#5  */
export type Cat062I340Mda = {
  readonly v: number
  readonly g: number
  readonly l: number
  readonly mode3a: string
  readonly spareBits?: number | undefined
}
/** I062/340#5  */
function readCat062I340Mda(c: Cursor): Cat062I340Mda | undefined {
  const p = c.at
  if (p + 2 > c.end) return short(c, 'I062/340#5')
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

/** I062/340#6  */
export type Cat062I340Typ = {
  readonly typ: number
  readonly sim: number
  readonly rab: number
  readonly tst: number
  readonly spareBits?: number | undefined
}
/** I062/340#6  */
function readCat062I340Typ(c: Cursor): Cat062I340Typ | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/340#6')
  c.at = p + 1
  const b = c.bytes
  return {
    typ: (b[p]! >> 5),
    sim: ((b[p]! >> 4) & 0x1),
    rab: ((b[p]! >> 3) & 0x1),
    tst: ((b[p]! >> 2) & 0x1),
    spareBits: ((b[p]! & 0x3)) || undefined,
  }
}

/** I062/340 Measured Information */
export type Cat062I340 = {
  /** Sensor Identification */
  readonly sid?: Cat062I340Sid | undefined
  /** Measured Position */
  readonly pos?: Cat062I340Pos | undefined
  /** Measured 3-D Height */
  readonly heightFt?: number | undefined
  /**  */
  readonly mdc?: Cat062I340Mdc | undefined
  /**  */
  readonly mda?: Cat062I340Mda | undefined
  /**  */
  readonly typ?: Cat062I340Typ | undefined
  readonly fspecBytes?: number | undefined
}
/** I062/340 Measured Information */
function readCat062I340(c: Cursor): Cat062I340 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I062/340')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I062/340 has more field specification than the edition knows')
  if ((f1 & 0x2) !== 0) return decline(c, 'unused-field', p + 0, 'I062/340 has a field that the edition does not use')
  c.at = q
  return {
    sid: (f1 & 0x80) !== 0 ? readCat062I340Sid(c) : undefined,
    pos: (f1 & 0x40) !== 0 ? readCat062I340Pos(c) : undefined,
    heightFt: (f1 & 0x20) !== 0 ? readCat062I340HeightFt(c) : undefined,
    mdc: (f1 & 0x10) !== 0 ? readCat062I340Mdc(c) : undefined,
    mda: (f1 & 0x8) !== 0 ? readCat062I340Mda(c) : undefined,
    typ: (f1 & 0x4) !== 0 ? readCat062I340Typ(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I062/RE#1 Contributing Sensors With Local Tracknumbers */
export type Cat062ReCst = {
  readonly sac: number
  readonly sic: number
  readonly typ: number
  readonly ltn: number
  readonly spareBits?: number | undefined
}
/** I062/RE#1 Contributing Sensors With Local Tracknumbers */
function readCat062ReCst(c: Cursor): readonly Cat062ReCst[] | undefined {
  const n = takeCount(c, 5, 'I062/RE#1')
  if (c.fault !== undefined) return undefined
  const b = c.bytes
  let p = c.at
  const out: Cat062ReCst[] = []
  for (let i = 0; i < n; i++, p += 5) {
    out.push({
      sac: b[p]!,
      sic: b[p + 1]!,
      typ: (b[p + 2]! & 0xf),
      ltn: ((b[p + 3]! << 8) | b[p + 4]!),
      spareBits: ((b[p + 2]! >> 4)) || undefined,
    })
  }
  c.at = p
  return out
}

/** I062/RE#2 Contributing Sensors No Local Tracknumbers */
export type Cat062ReCsn = {
  readonly sac: number
  readonly sic: number
  readonly typ: number
  readonly spareBits?: number | undefined
}
/** I062/RE#2 Contributing Sensors No Local Tracknumbers */
function readCat062ReCsn(c: Cursor): readonly Cat062ReCsn[] | undefined {
  const n = takeCount(c, 3, 'I062/RE#2')
  if (c.fault !== undefined) return undefined
  const b = c.bytes
  let p = c.at
  const out: Cat062ReCsn[] = []
  for (let i = 0; i < n; i++, p += 3) {
    out.push({
      sac: b[p]!,
      sic: b[p + 1]!,
      typ: (b[p + 2]! & 0xf),
      spareBits: ((b[p + 2]! >> 4)) || undefined,
    })
  }
  c.at = p
  return out
}

/** I062/RE#3 Calculated Track Velocity Relative to System Reference Point */
export type Cat062ReTvs = {
  readonly vxMps: number
  readonly vyMps: number
}
/** I062/RE#3 Calculated Track Velocity Relative to System Reference Point */
function readCat062ReTvs(c: Cursor): Cat062ReTvs | undefined {
  const p = c.at
  if (p + 4 > c.end) return short(c, 'I062/RE#3')
  c.at = p + 4
  const b = c.bytes
  return {
    vxMps: ((((b[p]! << 8) | b[p + 1]!) << 16) >> 16) / 4,
    vyMps: ((((b[p + 2]! << 8) | b[p + 3]!) << 16) >> 16) / 4,
  }
}

/** I062/RE#4 Supplementary Track Status */
export type Cat062ReSts = {
  readonly fdr: number
  readonly lnavEp: number
  readonly lnavVal: number
  readonly further?: string | undefined
  readonly spareBits?: number | undefined
}
/** I062/RE#4 Supplementary Track Status */
function readCat062ReSts(c: Cursor): Cat062ReSts | undefined {
  const p = c.at
  const n = takeExtents(c, 'I062/RE#4')
  if (n === 0) return undefined
  const b = c.bytes
  return {
    fdr: (b[p]! >> 7),
    lnavEp: ((b[p]! >> 6) & 0x1),
    lnavVal: ((b[p]! >> 5) & 0x1),
    further: n > 1 ? hexOf(b, p + 1, n - 1) : undefined,
    spareBits: (((b[p]! >> 1) & 0xf)) || undefined,
  }
}

/** I062/RE#5#1 Priority Status for Version 3 ADS-B Systems */
export type Cat062ReV3Ps3 = {
  readonly ep: number
  readonly val: number
  readonly spareBits?: number | undefined
}
/** I062/RE#5#1 Priority Status for Version 3 ADS-B Systems */
function readCat062ReV3Ps3(c: Cursor): Cat062ReV3Ps3 | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/RE#5#1')
  c.at = p + 1
  const b = c.bytes
  return {
    ep: (b[p]! >> 7),
    val: ((b[p]! >> 4) & 0x7),
    spareBits: ((b[p]! & 0xf)) || undefined,
  }
}

/** I062/RE#5#2 Aircraft Status */
export type Cat062ReV3As = {
  readonly rceEp: number
  readonly rceVal: number
  readonly rrlEp: number
  readonly rrlVal: number
  readonly tpwEp: number
  readonly tpwVal: number
  readonly tsiEp: number
  readonly tsiVal: number
  readonly taoEp: number
  readonly taoRe: number
  readonly taoVal: number
  readonly spareBits?: number | undefined
}
/** I062/RE#5#2 Aircraft Status */
function readCat062ReV3As(c: Cursor): Cat062ReV3As | undefined {
  const p = c.at
  if (p + 3 > c.end) return short(c, 'I062/RE#5#2')
  c.at = p + 3
  const b = c.bytes
  return {
    rceEp: (b[p]! >> 7),
    rceVal: ((b[p]! >> 5) & 0x3),
    rrlEp: ((b[p]! >> 4) & 0x1),
    rrlVal: ((b[p]! >> 3) & 0x1),
    tpwEp: ((b[p]! >> 2) & 0x1),
    tpwVal: (b[p]! & 0x3),
    tsiEp: (b[p + 1]! >> 7),
    tsiVal: ((b[p + 1]! >> 5) & 0x3),
    taoEp: ((b[p + 1]! >> 4) & 0x1),
    taoRe: ((b[p + 1]! >> 3) & 0x1),
    taoVal: ((((b[p + 1]! << 8) | b[p + 2]!) >> 5) & 0x3f),
    spareBits: ((b[p + 2]! & 0x1f)) || undefined,
  }
}

/** I062/RE#5#3 UAS/RPAS Status */
export type Cat062ReV3Uas = {
  readonly muoEp: number
  readonly muoVal: number
  readonly daaEp: number
  readonly daaVal: number
  readonly rwcEp: number
  readonly rwcVal: number
  readonly spareBits?: number | undefined
}
/** I062/RE#5#3 UAS/RPAS Status */
function readCat062ReV3Uas(c: Cursor): Cat062ReV3Uas | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/RE#5#3')
  c.at = p + 1
  const b = c.bytes
  return {
    muoEp: (b[p]! >> 7),
    muoVal: ((b[p]! >> 6) & 0x1),
    daaEp: ((b[p]! >> 5) & 0x1),
    daaVal: ((b[p]! >> 3) & 0x3),
    rwcEp: ((b[p]! >> 2) & 0x1),
    rwcVal: ((b[p]! >> 1) & 0x1),
    spareBits: ((b[p]! & 0x1)) || undefined,
  }
}

/** I062/RE#5#4 Collision Avoidance System Status */
export type Cat062ReV3Cass = {
  readonly svhEp: number
  readonly svhVal: number
  readonly catcEp: number
  readonly catcVal: number
  readonly spareBits?: number | undefined
}
/** I062/RE#5#4 Collision Avoidance System Status */
function readCat062ReV3Cass(c: Cursor): Cat062ReV3Cass | undefined {
  const p = c.at
  if (p + 1 > c.end) return short(c, 'I062/RE#5#4')
  c.at = p + 1
  const b = c.bytes
  return {
    svhEp: (b[p]! >> 7),
    svhVal: ((b[p]! >> 5) & 0x3),
    catcEp: ((b[p]! >> 4) & 0x1),
    catcVal: ((b[p]! >> 1) & 0x7),
    spareBits: ((b[p]! & 0x1)) || undefined,
  }
}

/** I062/RE#5 ADS-B Version 3 Data */
export type Cat062ReV3 = {
  /** Priority Status for Version 3 ADS-B Systems */
  readonly ps3?: Cat062ReV3Ps3 | undefined
  /** Aircraft Status */
  readonly as?: Cat062ReV3As | undefined
  /** UAS/RPAS Status */
  readonly uas?: Cat062ReV3Uas | undefined
  /** Collision Avoidance System Status */
  readonly cass?: Cat062ReV3Cass | undefined
  readonly fspecBytes?: number | undefined
}
/** I062/RE#5 ADS-B Version 3 Data */
function readCat062ReV3(c: Cursor): Cat062ReV3 | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'I062/RE#5')
  const f1 = b[p]!
  const q = p + 1
  if ((f1 & 1) === 1) return decline(c, 'field-specification', q - 1, 'I062/RE#5 has more field specification than the edition knows')
  if ((f1 & 0xe) !== 0) return decline(c, 'unused-field', p + 0, 'I062/RE#5 has a field that the edition does not use')
  c.at = q
  return {
    ps3: (f1 & 0x80) !== 0 ? readCat062ReV3Ps3(c) : undefined,
    as: (f1 & 0x40) !== 0 ? readCat062ReV3As(c) : undefined,
    uas: (f1 & 0x20) !== 0 ? readCat062ReV3Uas(c) : undefined,
    cass: (f1 & 0x10) !== 0 ? readCat062ReV3Cass(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
}

/** I062/RE Reserved Expansion Field */
export type Cat062Re = {
  /** Contributing Sensors With Local Tracknumbers */
  readonly cst?: readonly Cat062ReCst[] | undefined
  /** Contributing Sensors No Local Tracknumbers */
  readonly csn?: readonly Cat062ReCsn[] | undefined
  /** Calculated Track Velocity Relative to System Reference Point */
  readonly tvs?: Cat062ReTvs | undefined
  /** Supplementary Track Status */
  readonly sts?: Cat062ReSts | undefined
  /** ADS-B Version 3 Data */
  readonly v3?: Cat062ReV3 | undefined
}
function readCat062ReContents(c: Cursor): Cat062Re | undefined {
  if (c.at >= c.end) return short(c, 'I062/RE')
  const f1 = c.bytes[c.at++]!
  if ((f1 & 0x7) !== 0) return decline(c, 'unused-field', c.at - 1, 'I062/RE has a field that the edition does not use')
  return {
    cst: (f1 & 0x80) !== 0 ? readCat062ReCst(c) : undefined,
    csn: (f1 & 0x40) !== 0 ? readCat062ReCsn(c) : undefined,
    tvs: (f1 & 0x20) !== 0 ? readCat062ReTvs(c) : undefined,
    sts: (f1 & 0x10) !== 0 ? readCat062ReSts(c) : undefined,
    v3: (f1 & 0x8) !== 0 ? readCat062ReV3(c) : undefined,
  }
}

/** I062/RE Reserved Expansion Field */
function readCat062Re(c: Cursor): Cat062Re | string | undefined {
  const at = c.at
  const kept = takeExplicit(c, 'I062/RE')
  if (kept === undefined) return undefined
  const inner: Cursor = { bytes: c.bytes, at: at + 1, end: c.at, fault: undefined }
  const contents = readCat062ReContents(inner)
  return contents !== undefined && inner.fault === undefined && inner.at === inner.end ? contents : kept
}

/** I062/SP Special Purpose Field */
function readCat062Sp(c: Cursor): string | undefined {
  return takeExplicit(c, 'I062/SP')
}

/** A record of category 62 ed. 1.21. */
export type Cat062Record = {
  /** Data Source Identifier */
  readonly i010?: Cat062I010 | undefined
  /** Service Identification */
  readonly i015?: number | undefined
  /** Time Of Track Information */
  readonly i070S?: number | undefined
  /** Calculated Position In WGS-84 Co-ordinates */
  readonly i105?: Cat062I105 | undefined
  /** Calculated Track Position (Cartesian) */
  readonly i100?: Cat062I100 | undefined
  /** Calculated Track Velocity (Cartesian) */
  readonly i185?: Cat062I185 | undefined
  /** Calculated Acceleration (Cartesian) */
  readonly i210?: Cat062I210 | undefined
  /** Track Mode 3/A Code */
  readonly i060?: Cat062I060 | undefined
  /** Target Identification */
  readonly i245?: Cat062I245 | undefined
  /** Aircraft Derived Data */
  readonly i380?: Cat062I380 | undefined
  /** Track Number */
  readonly i040?: number | undefined
  /** Track Status */
  readonly i080?: Cat062I080 | undefined
  /** System Track Update Ages */
  readonly i290?: Cat062I290 | undefined
  /** Mode of Movement */
  readonly i200?: Cat062I200 | undefined
  /** Track Data Ages */
  readonly i295?: Cat062I295 | undefined
  /** Measured Flight Level */
  readonly i136Fl?: number | undefined
  /** Calculated Track Geometric Altitude */
  readonly i130Ft?: number | undefined
  /** Calculated Track Barometric Altitude */
  readonly i135?: Cat062I135 | undefined
  /** Calculated Rate of Climb/Descent */
  readonly i220FtPerMin?: number | undefined
  /** Flight Plan Related Data */
  readonly i390?: Cat062I390 | undefined
  /** Target Size and Orientation */
  readonly i270?: Cat062I270 | undefined
  /** Vehicle Fleet Identification */
  readonly i300?: number | undefined
  /** Mode 5 Data Reports and Extended Mode 1 Code */
  readonly i110?: Cat062I110 | undefined
  /** Track Mode 2 Code */
  readonly i120?: Cat062I120 | undefined
  /** Composed Track Number */
  readonly i510?: readonly Cat062I510[] | undefined
  /** Estimated Accuracies */
  readonly i500?: Cat062I500 | undefined
  /** Measured Information */
  readonly i340?: Cat062I340 | undefined
  /** Reserved Expansion Field */
  readonly re?: Cat062Re | string | undefined
  /** Special Purpose Field */
  readonly sp?: string | undefined
  readonly fspecBytes?: number | undefined
}

/** The record at the cursor; undefined after a fault, which the cursor then holds. */
export function readCat062(c: Cursor): Cat062Record | undefined {
  const b = c.bytes
  const p = c.at
  if (p >= c.end) return short(c, 'a record of category 62')
  const f1 = b[p]!
  let q = p + 1
  let f2 = 0
  if ((f1 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 62')
    f2 = b[q++]!
  }
  let f3 = 0
  if ((f2 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 62')
    f3 = b[q++]!
  }
  let f4 = 0
  if ((f3 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 62')
    f4 = b[q++]!
  }
  let f5 = 0
  if ((f4 & 1) === 1) {
    if (q >= c.end) return short(c, 'a record of category 62')
    f5 = b[q++]!
  }
  if ((f5 & 1) === 1) return decline(c, 'field-specification', q - 1, 'a record of category 62 has more field specification than the edition knows')
  if ((f1 & 0x40) !== 0) return decline(c, 'unused-field', p + 0, 'a record of category 62 has a field that the edition does not use')
  if ((f5 & 0xf8) !== 0) return decline(c, 'unused-field', p + 4, 'a record of category 62 has a field that the edition does not use')
  c.at = q
  if (((f1 | f2 | f3 | f4 | f5) & 0xfe) === 0) return decline(c, 'empty-record', p, 'a record of category 62 has no items')
  const record = {
    i010: (f1 & 0x80) !== 0 ? readCat062I010(c) : undefined,
    i015: (f1 & 0x20) !== 0 ? readCat062I015(c) : undefined,
    i070S: (f1 & 0x10) !== 0 ? readCat062I070S(c) : undefined,
    i105: (f1 & 0x8) !== 0 ? readCat062I105(c) : undefined,
    i100: (f1 & 0x4) !== 0 ? readCat062I100(c) : undefined,
    i185: (f1 & 0x2) !== 0 ? readCat062I185(c) : undefined,
    i210: (f2 & 0x80) !== 0 ? readCat062I210(c) : undefined,
    i060: (f2 & 0x40) !== 0 ? readCat062I060(c) : undefined,
    i245: (f2 & 0x20) !== 0 ? readCat062I245(c) : undefined,
    i380: (f2 & 0x10) !== 0 ? readCat062I380(c) : undefined,
    i040: (f2 & 0x8) !== 0 ? readCat062I040(c) : undefined,
    i080: (f2 & 0x4) !== 0 ? readCat062I080(c) : undefined,
    i290: (f2 & 0x2) !== 0 ? readCat062I290(c) : undefined,
    i200: (f3 & 0x80) !== 0 ? readCat062I200(c) : undefined,
    i295: (f3 & 0x40) !== 0 ? readCat062I295(c) : undefined,
    i136Fl: (f3 & 0x20) !== 0 ? readCat062I136Fl(c) : undefined,
    i130Ft: (f3 & 0x10) !== 0 ? readCat062I130Ft(c) : undefined,
    i135: (f3 & 0x8) !== 0 ? readCat062I135(c) : undefined,
    i220FtPerMin: (f3 & 0x4) !== 0 ? readCat062I220FtPerMin(c) : undefined,
    i390: (f3 & 0x2) !== 0 ? readCat062I390(c) : undefined,
    i270: (f4 & 0x80) !== 0 ? readCat062I270(c) : undefined,
    i300: (f4 & 0x40) !== 0 ? readCat062I300(c) : undefined,
    i110: (f4 & 0x20) !== 0 ? readCat062I110(c) : undefined,
    i120: (f4 & 0x10) !== 0 ? readCat062I120(c) : undefined,
    i510: (f4 & 0x8) !== 0 ? readCat062I510(c) : undefined,
    i500: (f4 & 0x4) !== 0 ? readCat062I500(c) : undefined,
    i340: (f4 & 0x2) !== 0 ? readCat062I340(c) : undefined,
    re: (f5 & 0x4) !== 0 ? readCat062Re(c) : undefined,
    sp: (f5 & 0x2) !== 0 ? readCat062Sp(c) : undefined,
    fspecBytes: q - p > 1 && (b[q - 1]! & 0xfe) === 0 ? q - p : undefined,
  }
  return c.fault === undefined ? record : undefined
}
