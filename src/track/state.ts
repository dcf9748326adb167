import type { ClaimKey, NodeId } from '../model/ids.ts'
import type { Sensor, TrackEnd } from '../model/track.ts'
import type { ClutterCount, Disc } from './clutter-map.ts'
import type { Company } from './groups.ts'
import { newWord } from './kept-apart.ts'
import type { OperatorWord } from './kept-apart.ts'
import { newTable, widenSensors } from './table.ts'
import type { TrackTable } from './table.ts'
import { TRACKER_SETTINGS } from './settings.ts'
import type { TrackerSettings } from './settings.ts'

/** What the tracker remembers of one sensor. */
export type SensorState = {
  readonly sensor: Sensor
  /** Column of the table's `visible` that it shares with its like: an emitter heard by one direction finder can be heard by all. */
  readonly group: number
  /** Time of its last scan, ms; NaN before the first. */
  lastScanMs: number
  /** Azimuth bias as estimated; 0 until known. */
  biasRad: number
  biasSigmaRad: number
  biasSamples: number
  biasCorrected: boolean
  /** Its clock ahead of the cooperative targets', s; 0 and NaN until known. */
  clockS: number
  clockSigmaS: number
  clockCorrected: boolean
  /** Recent comparisons with cooperative targets, oldest first. */
  biasRing: BiasSample[]
}

/** One plot compared with where a cooperative target was at the plot's own (uncorrected) time. */
export type BiasSample = {
  readonly atMs: number
  readonly azimuthOffRad: number
  readonly azimuthRateRadps: number
  readonly rangeOffM: number
  readonly rangeRateMps: number
  readonly rangeSigmaM: number
}

/** Where undetected objects may be: they arrive at a rate, and each look of a radar finds most of them. */
export type Undetected = {
  /** Expected number. */
  count: number
  timeMs: number
  centreE: number
  centreN: number
  radiusM: number
}

/** The last own report of a cooperative aircraft, kept apart from the fused track: what biases are measured against. */
export type CooperativeFix = {
  readonly atMs: number
  readonly e: number
  readonly n: number
  readonly u: number
  readonly ve: number
  readonly vn: number
  readonly sigmaM: number
}

/** A bearing that no track explained, for crossing with others. */
export type LooseBearing = {
  readonly sensor: number
  readonly atMs: number
  readonly azimuthRad: number
  readonly sigmaRad: number
  readonly claim: ClaimKey | undefined
}

/** The whole of the tracker: plain data, snapshotted as it stands. */
export type TrackerState = {
  readonly settings: TrackerSettings
  readonly table: TrackTable
  sensors: SensorState[]
  sensorIndex: Map<NodeId, number>
  /** Row of each candidate by its serial. */
  rows: Map<number, number>
  /** Serial of the track to which a claimed identity, or another system's track number (`node/number`), is bound. */
  claims: Map<ClaimKey, number>
  claimsOf: Map<number, ClaimKey[]>
  localTracks: Map<string, { serial: number; lastMs: number }>
  cooperative: Map<ClaimKey, CooperativeFix>
  looseBearings: LooseBearing[]
  /** What persons said of who is who. */
  word: OperatorWord
  /** Radars' clutter maps by square, in order of the last dead candidate; and where they must not hold. */
  clutter: Map<number, ClutterCount>
  protectedDiscs: Disc[]
  /** Which tracks move together, by serial, and the next group's number. */
  company: Map<number, Company>
  nextGroup: number
  /** Pairs of tracks that may be one, by both serials (`elder/younger`), since when, ms. */
  duplicates: Map<string, number>
  undetected: Undetected
  /** Area in which objects may be expected, from the radars' ranges. */
  coverage: { centreE: number; centreN: number; radiusM: number }
  nextSerial: number
  nextId: number
  startMs: number
  nowMs: number
  lastMergeMs: number
  /** Detections dropped since the last step: too late, no sensor, no room. */
  shed: number
  ended: TrackEnd[]
}

export function newTracker(settings: TrackerSettings = TRACKER_SETTINGS): TrackerState {
  return {
    settings,
    table: newTable(settings.planar.length, settings.vertical.length),
    sensors: [],
    sensorIndex: new Map(),
    rows: new Map(),
    claims: new Map(),
    claimsOf: new Map(),
    localTracks: new Map(),
    cooperative: new Map(),
    looseBearings: [],
    word: newWord(),
    company: new Map(),
    nextGroup: 1,
    clutter: new Map(),
    protectedDiscs: [],
    duplicates: new Map(),
    undetected: { count: settings.undetectedAtStart, timeMs: NaN, centreE: 0, centreN: 0, radiusM: 0 },
    coverage: { centreE: 0, centreN: 0, radiusM: 10000 },
    nextSerial: 1,
    nextId: 1,
    startMs: NaN,
    nowMs: NaN,
    lastMergeMs: NaN,
    shed: 0,
    ended: [],
  }
}

/** Probability that an object can be seen at all by sensors of a kind, before anything is known of it. */
export function priorVisibility(kind: Sensor['kind']): number {
  switch (kind) {
    case 'radar':
      return 0.98
    case 'rf':
      return 0.7
    case 'remote-id':
    case 'ads-b':
      return 0.5
    default:
      return 0.5
  }
}

/** Gives the tracker its sensors. Those it knows keep what was learnt of them; a moved or new one starts fresh. */
export function setSensors(state: TrackerState, sensors: readonly Sensor[]): void {
  const known = new Map(state.sensors.map((s) => [s.sensor.node, s]))
  const order = [...state.sensors.map((s) => s.sensor.node), ...sensors.map((s) => s.node).filter((node) => !known.has(node))]
  const given = new Map(sensors.map((s) => [s.node, s]))
  const groups = new Map<string, number>()
  state.sensors = order.map((node, index) => {
    const before = known.get(node)
    const sensor = bounded(given.get(node) ?? before!.sensor)
    const shared = sensor.kind === 'rf' || sensor.kind === 'remote-id' || sensor.kind === 'ads-b'
    const key = shared ? sensor.kind : node
    if (!groups.has(key)) groups.set(key, index)
    const group = groups.get(key)!
    if (before !== undefined && before.sensor.eM === sensor.eM && before.sensor.nM === sensor.nM) return { ...before, sensor, group }
    return {
      sensor,
      group,
      lastScanMs: NaN,
      biasRad: 0,
      biasSigmaRad: NaN,
      biasSamples: 0,
      biasCorrected: false,
      clockS: 0,
      clockSigmaS: NaN,
      clockCorrected: false,
      biasRing: [],
    }
  })
  state.sensorIndex = new Map(state.sensors.map((s, index) => [s.sensor.node, index]))
  widenSensors(state.table, state.sensors.length, (column) => priorVisibility(state.sensors[column]!.sensor.kind))
  setCoverage(state)
}

/** A sensor's figures brought into the range in which the filter's formulas hold: nothing sees everything, and no scan takes no time. */
function bounded(sensor: Sensor): Sensor {
  const clamp = (value: number, low: number, high: number) => (value >= low ? Math.min(value, high) : low)
  const { coverage, ...rest } = sensor
  const stated = coverage !== undefined && Object.values(coverage).every((value) => value === value)
  return {
    ...rest,
    ...(stated ? { coverage } : {}),
    maxRangeM: clamp(sensor.maxRangeM, 100, 1e7),
    pd: clamp(sensor.pd, 0.01, 0.99),
    clutterPerScan: clamp(sensor.clutterPerScan, 0, 1e6),
    periodS: clamp(sensor.periodS, 0.05, 600),
  }
}

/** The disc that holds every radar's range, or every sensor's where there is no radar. */
function setCoverage(state: TrackerState): void {
  const radars = state.sensors.filter((s) => s.sensor.kind === 'radar')
  const used = radars.length > 0 ? radars : state.sensors
  if (used.length === 0) return
  let e = 0
  let n = 0
  for (const s of used) {
    e += s.sensor.eM / used.length
    n += s.sensor.nM / used.length
  }
  let radius = 0
  for (const s of used) {
    const de = s.sensor.eM - e
    const dn = s.sensor.nM - n
    const reach = Math.sqrt(de * de + dn * dn) + Math.min(s.sensor.maxRangeM, 100000)
    if (reach > radius) radius = reach
  }
  state.coverage = { centreE: e, centreN: n, radiusM: radius }
}
