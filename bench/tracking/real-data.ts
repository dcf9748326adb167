import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enuToGeodeticInto, geodeticToEnuInto, sensorRotation } from '../../src/math/geodesy.ts'
import { polarInto } from '../../src/math/polar.ts'
import type { Detection } from '../../src/model/detection.ts'
import type { Sensor } from '../../src/model/track.ts'
import { estimatesAt } from '../../src/track/estimate.ts'
import { sharedData } from '../../test/shared-data.ts'
import { Room, detection, dice, ownReport, scansBetween, sensor } from '../../test/sky.ts'
import type { Flight } from '../../test/sky.ts'
import { figure } from './chart.ts'
import type { Panel, Point } from './chart.ts'
import { consistencyOf } from './consistency.ts'
import { airliner, drone } from './recordings.ts'
import type { Recording } from './recordings.ts'
import { score } from './score.mjs'

/**
 * Real flights as truth: one airliner's ADS-B (twelve minutes) and one drone's log (sixteen), seen by simulated radars and by their own
 * thinned and noised reports, tracked with the settings of every other run, and scored against the full recording. What the radars add is
 * simulated, how the objects fly is not.
 */

const DEG = Math.PI / 180

/** A radar given by its place in the cell's plane. */
type Radar = {
  readonly eM: number
  readonly nM: number
  readonly rangeSigmaM: number
  readonly azimuthSigmaDeg: number
  readonly elevationSigmaDeg: number
  readonly periodS: number
  readonly pd: number
  readonly clutter: number
  readonly maxRangeM: number
}
type Scene = {
  readonly name: string
  readonly recording: Recording
  readonly flights: readonly Flight[]
  readonly seconds: number
  readonly radars: readonly Radar[]
  /** Own reports: one every so many seconds, with this error; none if undefined. */
  readonly reports?: { readonly everyS: number; readonly sigmaM: number }
  /** Nothing is heard in the last ten seconds of each minute. */
  readonly dropouts?: boolean
  /** Cut-off of GOSPA, m: what a far radar's beam is wide. */
  readonly cutM: number
}
type Track = { readonly id: string; readonly at: readonly number[]; readonly timeS: number }
type Played = {
  readonly figures: Record<string, number>
  readonly tracks: readonly Track[]
  readonly error: readonly Point[]
  readonly gospa: readonly Point[]
}

const SMALL_RADAR: Radar = {
  eM: 0,
  nM: 0,
  rangeSigmaM: 8,
  azimuthSigmaDeg: 0.5,
  elevationSigmaDeg: 1,
  periodS: 1,
  pd: 0.9,
  clutter: 5,
  maxRangeM: 8000,
}
const LONG_RADAR: Radar = {
  eM: 0,
  nM: 0,
  rangeSigmaM: 40,
  azimuthSigmaDeg: 0.08,
  elevationSigmaDeg: 0.3,
  periodS: 4,
  pd: 0.85,
  clutter: 20,
  maxRangeM: 90000,
}

function standing(recording: Recording, name: string, radar: Radar): Sensor {
  const geo = new Float64Array(3)
  const at = new Float64Array(3)
  enuToGeodeticInto(recording.frame, radar.eM, radar.nM, 0, geo)
  geodeticToEnuInto(recording.frame, geo[0]!, geo[1]!, 15, at)
  return {
    ...sensor(name, 'radar', at[0]!, at[1]!, at[2]!, {
      maxRangeM: radar.maxRangeM,
      pd: radar.pd,
      clutterPerScan: radar.clutter,
      periodS: radar.periodS,
    }),
    rotation: sensorRotation(recording.frame, geo[0]!, geo[1]!),
  }
}

const polar = new Float64Array(12)

/** One scan: what is in range, with the radar's errors, and false plots all over its range up to 600 m high. */
function look(at: Sensor, radar: Radar, timeS: number, flights: readonly Flight[], luck: ReturnType<typeof dice>): Detection[] {
  const [azimuthSigmaRad, elevationSigmaRad] = [radar.azimuthSigmaDeg * DEG, radar.elevationSigmaDeg * DEG]
  const plot = (range: number, azimuth: number, elevation: number): Detection =>
    detection(at.node, timeS, 'body', {
      kind: 'polar',
      rangeM: range + radar.rangeSigmaM * luck.normal(),
      azimuthRad: azimuth + azimuthSigmaRad * luck.normal(),
      elevationRad: elevation + elevationSigmaRad * luck.normal(),
      rangeRateMps: NaN,
      rangeSigmaM: radar.rangeSigmaM,
      azimuthSigmaRad,
      elevationSigmaRad,
      rangeRateSigmaMps: NaN,
    })
  const out: Detection[] = []
  for (const flight of flights) {
    const place = flight(timeS)
    const seen = luck.uniform() < radar.pd
    if (place === undefined || !seen) continue
    polarInto(at.rotation, place[0] - at.eM, place[1] - at.nM, place[2] - at.uM, polar)
    if (polar[0]! < radar.maxRangeM) out.push(plot(polar[0]!, polar[1]!, polar[2]!))
  }
  for (let i = Math.floor(2 * radar.clutter * luck.uniform()); i > 0; i--) {
    const range = radar.maxRangeM * Math.sqrt(0.0025 + 0.9975 * luck.uniform())
    out.push(plot(range, 2 * Math.PI * luck.uniform(), Math.asin(Math.min(0.5, (600 * luck.uniform()) / range))))
  }
  return out
}

/** What arrives in (fromS, toS]. */
function arrivals(scene: Scene, radars: readonly Sensor[], seed: number): (fromS: number, toS: number) => Detection[] {
  const luck = dice(seed)
  const { reports } = scene
  return (fromS, toS) => {
    if (scene.dropouts === true && fromS % 60 >= 50) return []
    const out: Detection[] = []
    for (const [i, at] of radars.entries()) {
      const radar = scene.radars[i]!
      for (const t of scansBetween(fromS, toS, radar.periodS, 0.1 + 0.37 * i)) out.push(...look(at, radar, t, scene.flights, luck))
    }
    if (reports !== undefined)
      for (const t of scansBetween(fromS, toS, reports.everyS, 0.6))
        for (const [i, flight] of scene.flights.entries()) out.push(...ownReport('reports', t, flight, `rid:${i}`, luck, reports.sigmaM))
    return out
  }
}

/** Rows of all tracks at each whole second. */
function trackScene(scene: Scene): Track[] {
  const radars = scene.radars.map((radar, i) => standing(scene.recording, `radar-${i + 1}`, radar))
  const tracks: Track[] = []
  const reporter =
    scene.reports === undefined
      ? []
      : [sensor('reports', 'remote-id', 0, 0, 0, { maxRangeM: 1e7, periodS: scene.reports.everyS, clutterPerScan: 0, pd: 0.95 })]
  new Room([...radars, ...reporter]).run(0, scene.seconds, arrivals(scene, radars, 1), (timeS, { state }) => {
    if (timeS !== Math.round(timeS)) return
    for (const { id, state: x, covariance } of estimatesAt(state, timeS * 1000, 0.5))
      tracks.push({ id: id.slice(1), timeS, at: [...x.slice(0, 3), ...covariance] })
  })
  return tracks
}

function play(scene: Scene): Played {
  const tracks = trackScene(scene)
  const truth = ['time,target,x,y,z']
  for (let t = 0; t <= scene.seconds; t++) {
    for (const [i, flight] of scene.flights.entries()) {
      const at = flight(t)
      if (at !== undefined) truth.push([t, i + 1, ...at.slice(0, 3).map((v) => v.toFixed(2))].join(','))
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'marsad-real-'))
  try {
    const [truthFile, tracksFile] = [join(folder, 'truth.csv'), join(folder, 'tracks.csv')]
    writeFileSync(truthFile, truth.join('\n') + '\n')
    writeFileSync(
      tracksFile,
      [
        'time,track_id,x,y,z,pxx,pxy,pxz,pyy,pyz,pzz',
        ...tracks.map((row) => [row.timeS, row.id, ...row.at.map((v) => v.toFixed(2))].join(',')),
      ].join('\n') + '\n',
    )
    const { result, per } = score(truthFile, tracksFile, { c: scene.cutM, to: scene.seconds })
    const { gospa, siap, identity } = result
    const figures = {
      'gospa rms m': gospa.rms,
      'localisation m': gospa.localisation,
      'missed m': gospa.missed,
      'false m': gospa.false,
      completeness: siap.completeness,
      spuriousness: siap.spuriousness,
      'position error m': siap.position_accuracy_m ?? NaN,
      'identity switches': identity.id_switches,
      'identifiers shown': new Set(tracks.map((row) => row.id)).size,
      'nees per dimension': consistencyOf(truthFile, tracksFile).neesPerDimension,
    }
    return {
      figures,
      tracks,
      error: per.map((s) => [s.t, s.truths > s.miss / ((scene.cutM * scene.cutM) / 2) ? Math.sqrt(s.loc) : NaN] as const),
      gospa: per.map((s) => [s.t, s.gospa] as const),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The same flight again: later, and turned about the take-off place, so that the copies cross. */
function copies(flight: Flight, count: number, laterS: number): Flight[] {
  const home = flight(0)!
  return Array.from({ length: count }, (_, k) => {
    const [c, s] = [Math.cos(0.7 * k), Math.sin(0.7 * k)]
    return (t: number) => {
      const at = flight(t - k * laterS)
      if (at === undefined) return undefined
      const [e, n] = [at[0] - home[0], at[1] - home[1]]
      return [home[0] + c * e - s * n, home[1] + s * e + c * n, at[2], c * at[3] - s * at[4], s * at[3] + c * at[4], at[5]] as const
    }
  })
}

function scenes(plane: Recording, uav: Recording, small: boolean): Scene[] {
  const [start, end] = [plane.flight(0)!, plane.flight(plane.lastS)!]
  // Three long-range radars beside the way, each hand-over within reach of the next.
  const along = (share: number, sideM: number): Radar => ({
    ...LONG_RADAR,
    eM: start[0] + share * (end[0] - start[0]) + sideM,
    nM: start[1] + share * (end[1] - start[1]),
  })
  const long = [along(0.15, 20000), along(0.5, -25000), along(0.85, 20000)]
  const home = uav.flight(0)!
  const near = (eM: number, nM: number, more: Partial<Radar> = {}): Radar => ({
    ...SMALL_RADAR,
    eM: home[0] + eM,
    nM: home[1] + nM,
    ...more,
  })
  const pair = [near(2000, 1200), near(-3000, -1500)]
  const airlinerScene = { recording: plane, flights: [plane.flight], seconds: small ? 60 : plane.lastS, radars: long, cutM: 500 }
  const droneScene = { recording: uav, flights: [uav.flight], seconds: small ? 60 : uav.lastS, radars: pair, cutM: 100 }
  return [
    { ...airlinerScene, name: 'airliner, three radars' },
    { ...airlinerScene, name: 'airliner, three radars and ADS-B each 20 s', reports: { everyS: 20, sigmaM: 30 } },
    { ...airlinerScene, name: 'airliner, ADS-B each 5 s alone', radars: [], reports: { everyS: 5, sigmaM: 30 } },
    { ...droneScene, name: 'drone, two radars' },
    { ...droneScene, name: 'drone, two radars, silent 10 s a minute', dropouts: true },
    { ...droneScene, name: 'drone, one poor radar', radars: [near(3500, 1500, { pd: 0.6, clutter: 50 })] },
    { ...droneScene, name: 'drone, two radars and Remote ID each 3 s', reports: { everyS: 3, sigmaM: 5 } },
    { ...droneScene, name: 'drone eight times, a minute apart', flights: copies(uav.flight, 8, 60) },
  ]
}

function drawScene(scene: Scene, played: Played): string {
  const path = (flight: Flight): Point[] =>
    Array.from({ length: scene.seconds + 1 }, (_, t) => flight(t)).flatMap((at) => (at === undefined ? [] : [[at[0], at[1]] as const]))
  const byId = new Map<string, Point[]>()
  for (const { id, at } of played.tracks) byId.set(id, [...(byId.get(id) ?? []), [at[0]!, at[1]!]])
  const map: Panel = {
    label: 'm east and north: the full recording (grey) and the tracks, a colour for each identifier',
    xLabel: '',
    equal: true,
    heightPx: 380,
    series: [
      ...scene.flights.map((flight) => ({ name: '', points: path(flight), colour: '#ccc', size: 5 })),
      ...[...byId.values()].map((points) => ({ name: '', points, size: 1.3 })),
    ],
  }
  const height: Panel = {
    label: 'height, m, over time, s',
    xLabel: 's',
    series: [
      ...scene.flights.map((flight) => ({
        name: '',
        colour: '#ccc',
        size: 4,
        points: Array.from({ length: scene.seconds + 1 }, (_, t) => [t, flight(t)?.[2] ?? NaN] as const),
      })),
      {
        name: '',
        as: 'dots' as const,
        size: 0.8,
        colour: '#0b6e99',
        points: played.tracks.map(({ timeS, at }) => [timeS, at[2]!] as const),
      },
    ],
  }
  const errors: Panel = {
    label: `GOSPA and its localisation part, m (c = ${scene.cutM} m)`,
    xLabel: 's',
    series: [
      { name: 'GOSPA', points: played.gospa },
      { name: 'localisation', points: played.error },
    ],
  }
  return figure(`Real flight: ${scene.name}`, [map, height, errors])
}

/** Runs all scenes; the full run draws each into `plots/`. Without the recordings it says so and nothing else. */
export function runTrackingReal(options: { small: boolean }): Promise<Readonly<Record<string, number | string>>> {
  const [adsb, log] = [sharedData('adsb', 'pymodes_adsb.csv'), sharedData('drone-tracks', 'stonesoup_UAV_Rot.csv')]
  if (adsb === undefined || log === undefined)
    return Promise.resolve({ skipped: 'needs ../shared/data (adsb/pymodes_adsb.csv, drone-tracks/stonesoup_UAV_Rot.csv)' })
  const [plane, uav] = [airliner(adsb), drone(log)]
  const figures: Record<string, number | string> = {}
  // What a run without a track has no value for is left out.
  const put = (name: string, value: number) => {
    if (Number.isFinite(value)) figures[name] = Number(value.toPrecision(4))
  }
  for (const [name, recording] of [
    ['airliner', plane],
    ['drone', uav],
  ] as const) {
    put(`${name}: recorded places`, recording.points)
    put(`${name}: recording about its own fit, rms m`, recording.residualM)
  }
  for (const scene of scenes(plane, uav, options.small)) {
    const played = play(scene)
    for (const [name, value] of Object.entries(played.figures)) put(`${scene.name}: ${name}`, value)
    if (options.small) continue
    const folder = join(import.meta.dirname, 'plots')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `real-${scene.name.replaceAll(/[ ,]+/g, '-').toLowerCase()}.svg`), drawScene(scene, played))
  }
  return Promise.resolve(figures)
}
