import { readFileSync } from 'node:fs'
import { isReject } from '../../src/base/reject.ts'
import { cellFrame, geodeticToEnuInto } from '../../src/math/geodesy.ts'
import type { CellFrame } from '../../src/math/geodesy.ts'
import { decodeCprNear, decodeCprPair } from '../../src/wire/adsb/cpr.ts'
import type { CprPosition, LatLonDeg } from '../../src/wire/adsb/cpr.ts'
import { decodeModeS } from '../../src/wire/adsb/mode-s.ts'
import type { Flight } from '../../test/sky.ts'

/** Real flights as functions of time, in a cell round the middle of the flight. */
export type Recording = {
  readonly frame: CellFrame
  readonly flight: Flight
  readonly lastS: number
  readonly points: number
  /** Root mean square of the recorded places about the flight, m: what the recording itself is unsure of. */
  readonly residualM: number
}

const DEG = Math.PI / 180
const FT = 0.3048
type Fix = { readonly timeS: number; readonly latDeg: number; readonly lonDeg: number; readonly altM: number }

/**
 * The airliner of pyModeS' test recording. Its times are whole seconds and the messages of one second are not in order, so each stands
 * for the middle of its second, and the flight is a parabola fitted to the places within 12 s.
 */
export function airliner(file: string): Recording {
  const messages = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [seconds = '', hex = ''] = line.replaceAll('"', '').split(',')
      return { second: Number(seconds), bytes: new Uint8Array(Buffer.from(hex, 'hex')) }
    })
  messages.sort((a, b) => a.second - b.second)
  const startS = messages[0]!.second
  const fixes: Fix[] = []
  const last: { even?: CprPosition; odd?: CprPosition } = {}
  let near: LatLonDeg | undefined
  for (const { second, bytes } of messages) {
    const report = decodeModeS(bytes)
    if (isReject(report) || report.kind !== 'airborne-position' || report.cpr === undefined || report.altPressFt === undefined) continue
    last[report.cpr.odd ? 'odd' : 'even'] = report.cpr
    if (near === undefined && last.even !== undefined && last.odd !== undefined)
      near = decodeCprPair(last.even, last.odd, report.cpr.odd ? 'odd' : 'even', 'airborne')
    else if (near !== undefined) near = decodeCprNear(report.cpr, near, 'airborne')
    // The first place may come of a pair that is seconds apart.
    if (near !== undefined && second - startS > 4) fixes.push({ timeS: second - startS + 0.5, ...near, altM: report.altPressFt * FT })
  }
  return fitted(fixes, 12)
}

/** Stone Soup's log of a real drone, one place a second: a parabola through the places within 2 s, which leaves the receiver's noise in it. */
export function drone(file: string): Recording {
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1)
  const rows = lines.map((line) => line.split(','))
  const startS = Number(rows[0]?.[1])
  return fitted(
    rows.map((cells) => ({ timeS: Number(cells[1]) - startS, latDeg: Number(cells[2]), lonDeg: Number(cells[3]), altM: Number(cells[4]) })),
    2,
  )
}

/** Least-squares quadratic through the places within `halfS` of a time, by axis. */
function fitted(fixes: readonly Fix[], halfS: number): Recording {
  const middle = (of: (fix: Fix) => number): number => (Math.min(...fixes.map(of)) + Math.max(...fixes.map(of))) / 2
  const frame = cellFrame(middle((f) => f.latDeg) * DEG, middle((f) => f.lonDeg) * DEG, Math.min(...fixes.map((f) => f.altM)))
  const out = new Float64Array(3)
  // Near its ends a fit hangs on one side only, so the flight begins and ends half a window inside the recording.
  const zeroS = fixes[0]!.timeS + halfS / 2
  const places = fixes.map((fix) => {
    geodeticToEnuInto(frame, fix.latDeg * DEG, fix.lonDeg * DEG, fix.altM, out)
    return { t: fix.timeS - zeroS, at: [out[0]!, out[1]!, out[2]!] as const }
  })
  const lastS = Math.floor(places.at(-1)!.t - halfS / 2)
  const flight: Flight = (t) => {
    const near = places.filter((p) => Math.abs(p.t - t) <= halfS)
    if (t < 0 || t > lastS || near.length < 4) return undefined
    const [e, n, u] = [0, 1, 2].map((axis) => quadratic(near.map((p) => [p.t - t, p.at[axis]!])))
    return [e![0], n![0], u![0], e![1], n![1], u![1]]
  }
  let sum = 0
  let count = 0
  for (const place of places) {
    const at = flight(place.t)
    if (at === undefined) continue
    sum += (place.at[0] - at[0]) ** 2 + (place.at[1] - at[1]) ** 2 + (place.at[2] - at[2]) ** 2
    count++
  }
  return { frame, flight, lastS, points: fixes.length, residualM: Math.sqrt(sum / count) }
}

/** Value and slope at 0 of the parabola nearest to the points. */
function quadratic(points: readonly (readonly number[])[]): [number, number] {
  const s = [0, 0, 0, 0, 0]
  const y = [0, 0, 0]
  for (const [t = 0, v = 0] of points) {
    for (let k = 0; k < 5; k++) s[k]! += t ** k
    for (let k = 0; k < 3; k++) y[k]! += v * t ** k
  }
  const [s0, s1, s2, s3, s4] = s as [number, number, number, number, number]
  const [y0, y1, y2] = y as [number, number, number]
  const det = s0 * (s2 * s4 - s3 * s3) - s1 * (s1 * s4 - s2 * s3) + s2 * (s1 * s3 - s2 * s2)
  // Few points at few times carry a line, not a parabola.
  if (Math.abs(det) < 1e-9) return [y0 / s0, 0]
  const value = (y0 * (s2 * s4 - s3 * s3) - s1 * (y1 * s4 - y2 * s3) + s2 * (y1 * s3 - y2 * s2)) / det
  const slope = (s0 * (y1 * s4 - y2 * s3) - y0 * (s1 * s4 - s2 * s3) + s2 * (s1 * y2 - s2 * y1)) / det
  return [value, slope]
}
