/**
 * Compact position reporting: 17 bits of latitude and of longitude inside zones, even and odd.
 *
 * Airborne zones are 6 deg (even) and 360/59 deg (odd) of latitude; on the surface a quarter of that. One message gives a
 * place only near a reference; an even and an odd one together give it anywhere (on the surface, up to a quarter globe).
 *
 * Source: RTCA DO-260B A.1.7 and table of NL transition latitudes; NASA's verified tables check it (cpr.test.ts).
 */
export type CprFormat = 'airborne' | 'surface'
export type CprPosition = { readonly odd: boolean; readonly latCpr: number; readonly lonCpr: number }
export type LatLonDeg = { readonly latDeg: number; readonly lonDeg: number }

const SCALE = 131072 // 2^17
/** Zones from the equator to a pole. */
const NZ = 15

/** Transition latitudes, deg: below the first there are 59 longitude zones, below the second 58, and so on to 2; above the last, 1. */
const NL_LATITUDES_DEG: readonly number[] = [
  10.4704713, 14.82817437, 18.18626357, 21.02939493, 23.54504487, 25.82924707, 27.9389871, 29.91135686, 31.77209708, 33.53993436,
  35.22899598, 36.85025108, 38.41241892, 39.92256684, 41.38651832, 42.80914012, 44.19454951, 45.54626723, 46.86733252, 48.16039128,
  49.42776439, 50.67150166, 51.89342469, 53.09516153, 54.27817472, 55.44378444, 56.59318756, 57.72747354, 58.84763776, 59.95459277,
  61.04917774, 62.13216659, 63.20427479, 64.26616523, 65.3184531, 66.36171008, 67.39646774, 68.42322022, 69.44242631, 70.45451075,
  71.45986473, 72.45884545, 73.45177442, 74.43893416, 75.42056257, 76.39684391, 77.36789461, 78.33374083, 79.29428225, 80.24923213,
  81.19801349, 82.13956981, 83.07199445, 83.99173563, 84.89166191, 85.75541621, 86.53536998, 87.0,
]

/** Number of longitude zones at a latitude, 59 at the equator to 1 at the poles. */
export function longitudeZones(latDeg: number): number {
  const latitude = Math.abs(latDeg)
  let low = 0
  let high = NL_LATITUDES_DEG.length
  while (low < high) {
    const middle = (low + high) >> 1
    // At 87 deg itself there are still 2 zones; everywhere else the lower count begins at the transition.
    const limit = NL_LATITUDES_DEG[middle] ?? 90
    if (latitude < limit || (limit === 87 && latitude === 87)) high = middle
    else low = middle + 1
  }
  return 59 - low
}

/** The 17-bit code of a place. */
export function encodeCpr(place: LatLonDeg, odd: boolean, format: CprFormat): CprPosition {
  const span = spanDeg(format)
  const dLat = span / (odd ? 4 * NZ - 1 : 4 * NZ)
  const yz = Math.floor((SCALE * modulo(place.latDeg, dLat)) / dLat + 0.5)
  const rLat = dLat * (yz / SCALE + Math.floor(place.latDeg / dLat))
  const zones = Math.max(longitudeZones(rLat) - (odd ? 1 : 0), 1)
  const dLon = span / zones
  const xz = Math.floor((SCALE * modulo(place.lonDeg, dLon)) / dLon + 0.5)
  return { odd, latCpr: yz & (SCALE - 1), lonCpr: xz & (SCALE - 1) }
}

/**
 * The place from an even and an odd code, for the instant of the newer one. Undefined where the two straddle a change
 * of zone count or give no latitude. On the surface `near` picks among the four quarters of the globe and must be given.
 */
export function decodeCprPair(
  even: CprPosition,
  odd: CprPosition,
  newest: 'even' | 'odd',
  format: CprFormat,
  near?: LatLonDeg,
): LatLonDeg | undefined {
  if (format === 'surface' && near === undefined) return undefined
  const span = spanDeg(format)
  const dLatEven = span / (4 * NZ)
  const dLatOdd = span / (4 * NZ - 1)
  const j = Math.floor((59 * even.latCpr - 60 * odd.latCpr) / SCALE + 0.5)
  const latEven = pickLatitude(dLatEven * (modulo(j, 60) + even.latCpr / SCALE), format, near)
  const latOdd = pickLatitude(dLatOdd * (modulo(j, 59) + odd.latCpr / SCALE), format, near)
  if (latEven === undefined || latOdd === undefined) return undefined
  if (longitudeZones(latEven) !== longitudeZones(latOdd)) return undefined
  const latDeg = newest === 'even' ? latEven : latOdd
  const nl = longitudeZones(latDeg)
  const zones = Math.max(nl - (newest === 'odd' ? 1 : 0), 1)
  const dLon = span / zones
  const m = Math.floor((even.lonCpr * (nl - 1) - odd.lonCpr * nl) / SCALE + 0.5)
  const code = newest === 'even' ? even.lonCpr : odd.lonCpr
  const lonDeg = dLon * (modulo(m, zones) + code / SCALE)
  return { latDeg, lonDeg: format === 'surface' && near !== undefined ? nearestQuarter(lonDeg, near.lonDeg) : wrapLongitude(lonDeg) }
}

/** The place from one code and a reference within half a zone (airborne: 180 NM, surface: 45 NM). */
export function decodeCprNear(code: CprPosition, near: LatLonDeg, format: CprFormat): LatLonDeg | undefined {
  const span = spanDeg(format)
  const dLat = span / (code.odd ? 4 * NZ - 1 : 4 * NZ)
  const yz = code.latCpr / SCALE
  const j = Math.floor(near.latDeg / dLat) + Math.floor(0.5 + modulo(near.latDeg, dLat) / dLat - yz)
  const latDeg = dLat * (j + yz)
  if (latDeg < -90 || latDeg > 90) return undefined
  const dLon = span / Math.max(longitudeZones(latDeg) - (code.odd ? 1 : 0), 1)
  const xz = code.lonCpr / SCALE
  const m = Math.floor(near.lonDeg / dLon) + Math.floor(0.5 + modulo(near.lonDeg, dLon) / dLon - xz)
  return { latDeg, lonDeg: wrapLongitude(dLon * (m + xz)) }
}

function spanDeg(format: CprFormat): number {
  return format === 'airborne' ? 360 : 90
}

/** Latitudes come out in [0, span); those of the southern hemisphere lie in the top quarter. */
function pickLatitude(raw: number, format: CprFormat, near: LatLonDeg | undefined): number | undefined {
  if (format === 'surface') {
    const south = raw - 90
    return near !== undefined && Math.abs(near.latDeg - south) < Math.abs(near.latDeg - raw) ? south : raw
  }
  const latDeg = raw >= 270 ? raw - 360 : raw
  return latDeg >= -90 && latDeg <= 90 ? latDeg : undefined
}

function nearestQuarter(lonDeg: number, nearDeg: number): number {
  let best = wrapLongitude(lonDeg)
  for (let quarter = 1; quarter < 4; quarter++) {
    const candidate = wrapLongitude(lonDeg + 90 * quarter)
    if (apartDeg(candidate, nearDeg) < apartDeg(best, nearDeg)) best = candidate
  }
  return best
}

function apartDeg(a: number, b: number): number {
  return Math.abs(wrapLongitude(a - b))
}

/** Into [-180, 180). */
function wrapLongitude(lonDeg: number): number {
  return modulo(lonDeg + 180, 360) - 180
}

function modulo(x: number, y: number): number {
  return x - y * Math.floor(x / y)
}
