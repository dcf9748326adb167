import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cellFrame, enuToGeodeticInto, geodeticToEnuInto, sensorRotation } from '../../src/math/geodesy.ts'
import type { CellFrame } from '../../src/math/geodesy.ts'
import type { Detection } from '../../src/model/detection.ts'
import type { Sensor } from '../../src/model/track.ts'
import { estimatesAt } from '../../src/track/estimate.ts'
import { TRACKER_SETTINGS } from '../../src/track/settings.ts'
import { Room, dice, ownReport, radarScan, scansBetween, sensor } from '../../test/sky.ts'
import type { Flight, RadarFaults } from '../../test/sky.ts'
import { score } from './score.mjs'

/**
 * The tracker on the true earth: a cell of 60 km, sensors at different heights whose north and vertical are their own, airliners on
 * geodesic courses with ADS-B, drones that pass from one site's radar to the next. Three runs of the same seed: sensors without faults;
 * with faults (one radar 3 degrees off, one clock 0.7 s ahead, one radar two seconds late); with the faults and the corrections switched off.
 */

const DEG = Math.PI / 180
const ORIGIN = { lat: 25.35, lon: 51.35 }
const SECONDS = 180

type Radar = { readonly at: Sensor; readonly faults: RadarFaults; readonly clockS: number; readonly lateS: number }
type World = {
  readonly frame: CellFrame
  readonly radars: readonly Radar[]
  readonly sensors: readonly Sensor[]
  readonly airliners: readonly Flight[]
  readonly drones: readonly Flight[]
}

/** A sensor on the ground at a place given in the cell's plane, standing on the ellipsoid. */
function onEarth(
  frame: CellFrame,
  name: string,
  kind: Sensor['kind'],
  eM: number,
  nM: number,
  heightM: number,
  more: Partial<Sensor>,
): Sensor {
  const geo = new Float64Array(3)
  enuToGeodeticInto(frame, eM, nM, 0, geo)
  const [lat = 0, lon = 0] = geo
  const at = new Float64Array(3)
  geodeticToEnuInto(frame, lat, lon, heightM, at)
  return { ...sensor(name, kind, at[0]!, at[1]!, at[2]!, more), rotation: sensorRotation(frame, lat, lon) }
}

/** Constant height above the ellipsoid, constant rates of latitude and longitude. */
function course(frame: CellFrame, eM: number, nM: number, altM: number, ve: number, vn: number): Flight {
  const geo = new Float64Array(3)
  enuToGeodeticInto(frame, eM, nM, 0, geo)
  const [lat = 0, lon = 0] = geo
  const at = (t: number): number[] => {
    const out = new Float64Array(3)
    geodeticToEnuInto(frame, lat + (vn * t) / 6350000, lon + (ve * t) / (6378000 * Math.cos(lat)), altM, out)
    return Array.from(out)
  }
  return (t) => {
    const [a, b] = [at(t - 0.05), at(t + 0.05)]
    const p = at(t)
    const v = [0, 1, 2].map((i) => (b[i]! - a[i]!) / 0.1)
    return [p[0]!, p[1]!, p[2]!, v[0]!, v[1]!, v[2]!]
  }
}

/** A drone that flies legs between turns. */
function legs(frame: CellFrame, luck: ReturnType<typeof dice>, eM: number, nM: number): Flight {
  const alt = 40 + 200 * luck.uniform()
  const speed = 6 + 14 * luck.uniform()
  const first = 2 * Math.PI * luck.uniform()
  const rate = (luck.uniform() - 0.5) * 0.03
  const turn = rate === 0 ? 1e-9 : rate
  const path = course(frame, eM, nM, alt, 0, 0)
  return (t) => {
    const home = path(0)!
    const angle = first + turn * t
    const radius = speed / turn
    return [
      home[0] + radius * (Math.sin(angle) - Math.sin(first)),
      home[1] - radius * (Math.cos(angle) - Math.cos(first)),
      home[2],
      speed * Math.cos(angle),
      speed * Math.sin(angle),
      0,
    ]
  }
}

function world(seed: number, faulty: boolean): World {
  const frame = cellFrame(ORIGIN.lat * DEG, ORIGIN.lon * DEG, 0)
  const luck = dice(seed)
  const long = { maxRangeM: 45000, periodS: 2.5, pd: 0.9, clutterPerScan: 3 }
  const short = { maxRangeM: 9000, periodS: 1, pd: 0.9, clutterPerScan: 3 }
  const radar = (at: Sensor, azimuthSigmaRad: number, biasDeg = 0, clockS = 0, lateS = 0): Radar => ({
    at,
    faults: { azimuthSigmaRad, biasRad: faulty ? biasDeg * DEG : 0 },
    clockS: faulty ? clockS : 0,
    lateS: faulty ? lateS : 0,
  })
  const radars = [
    radar(onEarth(frame, 'long-south', 'radar', 2000, -24000, 90, long), 0.004),
    radar(onEarth(frame, 'long-north', 'radar', -4000, 22000, 15, long), 0.004, 3),
    radar(onEarth(frame, 'long-east', 'radar', 25000, 4000, 40, long), 0.004, 0, 0.7),
    radar(onEarth(frame, 'site-a', 'radar', -6000, 2000, 35, short), 0.0087),
    radar(onEarth(frame, 'site-b', 'radar', 6000, 1000, 60, short), 0.0087, 0, 0, 2),
    radar(onEarth(frame, 'site-c', 'radar', 0, 11000, 20, short), 0.0087),
  ]
  const others = [
    onEarth(frame, 'adsb', 'ads-b', 0, 0, 20, { maxRangeM: 1e6, pd: 0.7, clutterPerScan: 0 }),
    onEarth(frame, 'rid', 'remote-id', 0, 0, 20, { maxRangeM: 1e6, pd: 0.8, clutterPerScan: 0 }),
  ]
  const airliners = Array.from({ length: 10 }, () => {
    const heading = 2 * Math.PI * luck.uniform()
    const speed = 80 + 140 * luck.uniform()
    const [e, n] = [(luck.uniform() - 0.5) * 40000, (luck.uniform() - 0.5) * 40000]
    return course(
      frame,
      e - 90 * speed * Math.cos(heading),
      n - 90 * speed * Math.sin(heading),
      900 + 6000 * luck.uniform(),
      speed * Math.cos(heading),
      speed * Math.sin(heading),
    )
  })
  const drones = Array.from({ length: 24 }, () => legs(frame, luck, (luck.uniform() - 0.5) * 16000, luck.uniform() * 12000 - 2000))
  return { frame, radars, sensors: [...radars.map((r) => r.at), ...others], airliners, drones }
}

/** All that arrives in (fromS, toS]: measurements by their own clocks, late ones later. */
function arrivals(w: World, seed: number): (fromS: number, toS: number) => Detection[] {
  const luck = dice(seed + 1000)
  const flights = [...w.airliners, ...w.drones]
  let pending: { dueS: number; detection: Detection }[] = []
  return (fromS, toS) => {
    for (const [i, { at, faults, clockS, lateS }] of w.radars.entries()) {
      for (const t of scansBetween(fromS, toS, at.periodS, 0.1 + 0.13 * i)) {
        for (const d of radarScan(at, t, flights, luck, faults))
          pending.push({ dueS: t + lateS, detection: { ...d, measuredMs: d.measuredMs + Math.round(clockS * 1000) } })
      }
    }
    for (const t of scansBetween(fromS, toS, 1, 0.05)) {
      for (const [i, flight] of w.airliners.entries())
        if (luck.uniform() < 0.8)
          for (const d of ownReport('adsb', t, flight, `icao:${i}`, luck, 12, true)) pending.push({ dueS: t, detection: d })
      for (const [i, flight] of w.drones.entries())
        if (i % 3 === 0 && luck.uniform() < 0.8)
          for (const d of ownReport('rid', t, flight, `rid:${i}`, luck, 6)) pending.push({ dueS: t, detection: d })
    }
    const due = pending.filter((p) => p.dueS <= toS).map((p) => p.detection)
    pending = pending.filter((p) => p.dueS > toS)
    return due
  }
}

function truthCsv(w: World): string {
  const lines = ['time,target,x,y,z,vx,vy,vz']
  for (let t = 0; t <= SECONDS; t++)
    for (const [i, flight] of [...w.airliners, ...w.drones].entries())
      lines.push([t, i + 1, ...flight(t)!.map((v) => v.toFixed(2))].join(','))
  return lines.join('\n') + '\n'
}

function runOne(name: string, faulty: boolean, correctSensors: boolean, seed: number, figures: Record<string, number>): void {
  const w = world(seed, faulty)
  const room = new Room(w.sensors, { ...TRACKER_SETTINGS, correctSensors })
  const rows = ['time,track_id,x,y,z']
  room.run(0, SECONDS, arrivals(w, seed), (timeS, { state }) => {
    if (timeS !== Math.round(timeS)) return
    for (const estimate of estimatesAt(state, timeS * 1000, 0.5))
      rows.push([timeS, estimate.id.slice(1), ...estimate.state.slice(0, 3).map((v) => v.toFixed(2))].join(','))
  })
  const folder = mkdtempSync(join(tmpdir(), 'marsad-earth-'))
  try {
    const [truth, tracks] = [join(folder, 'truth.csv'), join(folder, 'tracks.csv')]
    writeFileSync(truth, truthCsv(w))
    writeFileSync(tracks, rows.join('\n') + '\n')
    const { result } = score(truth, tracks)
    const put = (what: string, value: number) => (figures[`${name}: ${what}`] = Number(value.toPrecision(4)))
    put('gospa rms m', result.gospa.rms)
    put('localisation m', result.gospa.localisation)
    put('missed m', result.gospa.missed)
    put('false m', result.gospa.false)
    put('identity switches', result.identity.id_switches)
    put('identifiers for 34 objects', room.ids.size)
    const last = (node: string) =>
      room.outputs
        .flatMap((o) => o.biases)
        .filter((b) => b.node === node)
        .at(-1)
    put('azimuth bias found at long-north deg', (last('long-north')?.azimuthRad ?? NaN) / DEG)
    put('clock found at long-east s', last('long-east')?.clockS ?? NaN)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Figures of the three runs. */
export function runRealEarth(seed = 1): Readonly<Record<string, number>> {
  const figures: Record<string, number> = {}
  runOne('earth, sound sensors', false, true, seed, figures)
  runOne('earth, faults corrected', true, true, seed, figures)
  runOne('earth, faults uncorrected', true, false, seed, figures)
  return figures
}
