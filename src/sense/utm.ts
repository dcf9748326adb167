import { cos, sin, tan, atan, asin, exp, log, wrapPi } from '../math/elementary.ts'

/**
 * Universal Transverse Mercator on WGS-84, to latitude and longitude, and the angle between grid and true north.
 *
 * Source: Krueger's series to n^4 (Karney 2011, eqs. 11, 12, 36); good to a micrometre within a zone.
 */
const A_M = 6378137
const F = 1 / 298.257223563
const N = F / (2 - F)
const N2 = N * N
const N3 = N2 * N
const N4 = N2 * N2
const RECTIFYING_M = (A_M / (1 + N)) * (1 + N2 / 4 + N4 / 64)
const BETA = [
  N / 2 - (2 / 3) * N2 + (37 / 96) * N3 - N4 / 360,
  N2 / 48 + N3 / 15 - (437 / 1440) * N4,
  (17 / 480) * N3 - (37 / 840) * N4,
  (4397 / 161280) * N4,
]
const E2 = F * (2 - F)
const E = Math.sqrt(E2)
const SCALE = 0.9996
const FALSE_EASTING_M = 500_000
const FALSE_NORTHING_SOUTH_M = 10_000_000

export type UtmZone = { readonly number: number; readonly south: boolean }

/**
 * A zone such as `39R` (number and latitude band), `39N` or `39`. S is a band of the northern hemisphere and also a common
 * way to write "south": the cell's own hemisphere decides. undefined: no zone.
 */
export function parseUtmZone(text: string | undefined, cellLatRad: number): UtmZone | undefined {
  const match = /^\s*(\d{1,2})\s*([A-Za-z]?)\s*$/.exec(text ?? '')
  const number = Number(match?.[1])
  if (match === null || !(number >= 1 && number <= 60)) return undefined
  const band = (match[2] ?? '').toUpperCase()
  if (band === '' || band === 'S') return { number, south: cellLatRad < 0 }
  if (!/^[C-HJ-NP-X]$/.test(band)) return undefined
  return { number, south: band < 'N' }
}

/** undefined: no place of the zone. */
export function utmToGeodetic(zone: UtmZone, eastingM: number, northingM: number): { latRad: number; lonRad: number } | undefined {
  if (!(eastingM > 0 && eastingM < 1_000_000 && northingM >= 0 && northingM <= 10_000_000)) return undefined
  const xi = (northingM - (zone.south ? FALSE_NORTHING_SOUTH_M : 0)) / (SCALE * RECTIFYING_M)
  const eta = (eastingM - FALSE_EASTING_M) / (SCALE * RECTIFYING_M)
  let xiP = xi
  let etaP = eta
  for (let j = 1; j <= 4; j++) {
    const beta = BETA[j - 1] ?? 0
    xiP -= beta * sin(2 * j * xi) * cosh(2 * j * eta)
    etaP -= beta * cos(2 * j * xi) * sinh(2 * j * eta)
  }
  const conformalSine = sin(xiP) / cosh(etaP)
  const lonRad = wrapPi(centralMeridianRad(zone) + atan(sinh(etaP) / cos(xiP)))
  return { latRad: latitudeOf(conformalSine), lonRad }
}

/** Grid north seen from true north at a place, clockwise, rad: true azimuth = grid azimuth + this. */
export function gridConvergenceRad(zone: UtmZone, latRad: number, lonRad: number): number {
  return atan(tan(wrapPi(lonRad - centralMeridianRad(zone))) * sin(latRad))
}

/** The zone in which a place lies, without the exceptions for Norway and Svalbard. */
export function utmZoneOf(latRad: number, lonRad: number): UtmZone {
  const number = Math.min(60, Math.max(1, Math.floor(((wrapPi(lonRad) + 3.141592653589793) / 6.283185307179586) * 60) + 1))
  return { number, south: latRad < 0 }
}

function centralMeridianRad(zone: UtmZone): number {
  return ((6 * zone.number - 183) * 3.141592653589793) / 180
}

/** Latitude from the sine of the conformal latitude: a fixed point that gains a factor of 150 each round. */
function latitudeOf(conformalSine: number): number {
  const target = atanh(conformalSine)
  let sine = conformalSine
  for (let round = 0; round < 7; round++) {
    const isometric = target + E * atanh(E * sine)
    const grown = exp(2 * isometric)
    sine = (grown - 1) / (grown + 1)
  }
  return asin(sine)
}

function atanh(x: number): number {
  return 0.5 * log((1 + x) / (1 - x))
}

function sinh(x: number): number {
  return 0.5 * (exp(x) - exp(-x))
}

function cosh(x: number): number {
  return 0.5 * (exp(x) + exp(-x))
}
