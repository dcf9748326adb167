import { readFileSync } from 'node:fs'
import type { Detection, Measurement } from '../model/detection.ts'
import type { ClaimKey, NodeId } from '../model/ids.ts'
import type { Sensor, TrackEstimate } from '../model/track.ts'
import { estimatesAt } from '../track/estimate.ts'
import { TRACKER_SETTINGS } from '../track/settings.ts'
import type { TrackerSettings } from '../track/settings.ts'
import { newTracker, setSensors } from '../track/state.ts'
import { advanceTracks } from '../track/step.ts'
import { CannotGoOn } from './cannot-go-on.ts'

/**
 * Scenarios as CSV files on a flat earth, in degrees (bench/tracking/README.md), and the tracker run over them.
 */

const DEG = Math.PI / 180
/** `max_range` left empty: hears everything. */
const EVERYWHERE_M = 1e7
const FLAT = [1, 0, 0, 0, 1, 0, 0, 0, 1]

/** Reads a CSV file row by row: `row` gets the needed columns' cells, in the order asked for (the same array each time), and the line's number. */
function eachRow(file: string, needed: readonly string[], row: (cells: string[], line: number) => void): void {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (fault) {
    throw new CannotGoOn(`${file}: cannot be read (${fault instanceof Error ? fault.message : String(fault)})`)
  }
  let columns: number[] | undefined
  const asked: string[] = needed.map(() => '')
  for (let from = 0, line = 1; from < text.length; line++) {
    const end = text.indexOf('\n', from)
    const stop = end < 0 ? text.length : end
    const cells = text.slice(from, text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop).split(',')
    from = stop + 1
    if (columns === undefined) {
      columns = needed.map((name) => cells.indexOf(name))
      const missing = needed.find((_, i) => columns?.[i] === -1)
      if (missing !== undefined) throw new CannotGoOn(`${file}:1: no column "${missing}"; expected ${needed.join(',')}`)
    } else if (cells.length > 1) {
      for (const [i, column] of columns.entries()) asked[i] = cells[column] ?? ''
      row(asked, line)
    }
  }
  if (columns === undefined) throw new CannotGoOn(`${file}:1: is empty; expected ${needed.join(',')}`)
}

function number(file: string, line: number, name: string, cell: string, empty?: number): number {
  if (cell === '' && empty !== undefined) return empty
  const value = Number(cell)
  if (cell === '' || !Number.isFinite(value)) throw new CannotGoOn(`${file}:${line}: ${name} is "${cell}", expected a number`)
  return value
}

const KINDS: Readonly<Record<string, Sensor['kind']>> = { radar: 'radar', rf: 'rf', rid: 'remote-id' }

export function readSensors(file: string): Sensor[] {
  const sensors: Sensor[] = []
  eachRow(file, ['sensor', 'type', 'x', 'y', 'z', 'period', 'max_range', 'pd', 'clutter_mean'], (cells, line) => {
    const at = (i: number, name: string, empty?: number) => number(file, line, name, cells[i] ?? '', empty)
    const kind = KINDS[cells[1] ?? '']
    if (kind === undefined) throw new CannotGoOn(`${file}:${line}: type is "${cells[1] ?? ''}", expected radar, rf or rid`)
    sensors.push({
      node: (cells[0] ?? '') as NodeId,
      kind,
      eM: at(2, 'x'),
      nM: at(3, 'y'),
      uM: at(4, 'z'),
      rotation: FLAT,
      maxRangeM: at(6, 'max_range', EVERYWHERE_M),
      pd: at(7, 'pd'),
      clutterPerScan: at(8, 'clutter_mean', 0),
      periodS: at(5, 'period'),
    })
  })
  return sensors
}

/** Detections of a scenario in columns; objects are made of them a second at a time, as a sensor's door would. */
export type DetectionColumns = {
  readonly count: number
  readonly timeMs: Float64Array
  /** Six numbers a row: m1, m2, m3, s1, s2, s3 as in the file; NaN where empty. */
  readonly values: Float64Array
  readonly nodes: readonly NodeId[]
  readonly node: Uint16Array
  /** Index into TYPES. */
  readonly type: Uint8Array
  readonly tags: readonly (ClaimKey | undefined)[]
  readonly tag: Uint32Array
}

const TYPES = ['radar', 'rf', 'rid']

export function readDetections(file: string): DetectionColumns {
  const nodes: NodeId[] = []
  const tags: (ClaimKey | undefined)[] = [undefined]
  const nodeIndex = new Map<string, number>()
  const tagIndex = new Map<string, number>([['', 0]])
  let count = 0
  let columns = widened(undefined, 4096)
  eachRow(file, ['time', 'sensor', 'type', 'm1', 'm2', 'm3', 's1', 's2', 's3', 'tag'], (cells, line) => {
    if (count === columns.timeMs.length) columns = widened(columns, count * 2)
    const i = count++
    columns.timeMs[i] = Math.round(number(file, line, 'time', cells[0] ?? '') * 1000)
    if (i > 0 && columns.timeMs[i]! < columns.timeMs[i - 1]!)
      throw new CannotGoOn(`${file}:${line}: time goes back; expected rows in order of time`)
    const type = TYPES.indexOf(cells[2] ?? '')
    if (type < 0) throw new CannotGoOn(`${file}:${line}: type is "${cells[2] ?? ''}", expected radar, rf or rid`)
    columns.type[i] = type
    number(file, line, 'm1', cells[3] ?? '')
    for (let v = 0; v < 6; v++) columns.values[6 * i + v] = number(file, line, `column ${v + 4}`, cells[3 + v] ?? '', NaN)
    columns.node[i] = indexIn(nodeIndex, cells[1] ?? '', (name) => nodes.push(name as NodeId))
    columns.tag[i] = indexIn(tagIndex, cells[9] ?? '', (name) => tags.push(`rid:${name}` as ClaimKey))
  })
  return { ...columns, count, nodes, tags }
}

type Room = Pick<DetectionColumns, 'timeMs' | 'values' | 'node' | 'type' | 'tag'>

function widened(from: Room | undefined, size: number): Room {
  const to = {
    timeMs: new Float64Array(size),
    values: new Float64Array(size * 6),
    node: new Uint16Array(size),
    type: new Uint8Array(size),
    tag: new Uint32Array(size),
  }
  if (from === undefined) return to
  to.timeMs.set(from.timeMs)
  to.values.set(from.values)
  to.node.set(from.node)
  to.type.set(from.type)
  to.tag.set(from.tag)
  return to
}

function indexIn(index: Map<string, number>, name: string, add: (name: string) => void): number {
  const known = index.get(name)
  if (known !== undefined) return known
  // Copied, so that no slice keeps the whole file in memory.
  const copy = Array.from(name).join('')
  index.set(copy, index.size)
  add(copy)
  return index.size - 1
}

function detectionAt(columns: DetectionColumns, i: number): Detection {
  const { values, timeMs } = columns
  const at = 6 * i
  const claim = columns.tags[columns.tag[i]!]
  return {
    node: columns.nodes[columns.node[i]!]!,
    measuredMs: timeMs[i]!,
    receivedMs: timeMs[i]!,
    evidence: claim === undefined ? 'body' : 'claim',
    measurement: measurementOf(
      columns.type[i]!,
      values[at]!,
      values[at + 1]!,
      values[at + 2]!,
      values[at + 3]!,
      values[at + 4]!,
      values[at + 5]!,
    ),
    claim,
    localTrack: undefined,
    classes: NO_CLASSES,
    rcsM2: NaN,
    onGround: false,
  }
}

const NO_CLASSES: Detection['classes'] = []

function measurementOf(type: number, m1: number, m2: number, m3: number, s1: number, s2: number, s3: number): Measurement {
  if (type === 0)
    return {
      kind: 'polar',
      rangeM: m1,
      azimuthRad: m2 * DEG,
      elevationRad: m3 * DEG,
      rangeRateMps: NaN,
      rangeSigmaM: s1,
      azimuthSigmaRad: s2 * DEG,
      elevationSigmaRad: s3 * DEG,
      rangeRateSigmaMps: NaN,
    }
  if (type === 1) return { kind: 'bearing', azimuthRad: m1 * DEG, elevationRad: NaN, azimuthSigmaRad: s1 * DEG, elevationSigmaRad: NaN }
  return {
    kind: 'position',
    eM: m1,
    nM: m2,
    uM: m3,
    horizontalSigmaM: s1,
    verticalSigmaM: s3,
    veMps: NaN,
    vnMps: NaN,
    vuMps: NaN,
    velocitySigmaMps: NaN,
  }
}

export type ScenarioRun = {
  readonly rows: { readonly timeS: number; readonly estimates: readonly TrackEstimate[] }[]
  readonly detections: number
  /** User and system time of all threads from the first detection to the last estimate, s. */
  readonly cpuS: number
  /** Longest single call of the tracker, ms. */
  readonly longestMs: number
}

/** A track is written from this existence: a missed and a false track weigh the same in the score. */
const EXISTENCE_MIN = 0.5

/** Runs the tracker over a scenario: all detections up to each whole second, then the tracks at that second. */
export function runScenario(
  sensors: readonly Sensor[],
  columns: DetectionColumns,
  settings: TrackerSettings = TRACKER_SETTINGS,
): ScenarioRun {
  const state = newTracker(settings)
  setSensors(state, sensors)
  const lastMs = columns.count === 0 ? 0 : columns.timeMs[columns.count - 1]!
  const rows: { timeS: number; estimates: TrackEstimate[] }[] = []
  let usedUs = 0
  let longestMs = 0
  let from = 0
  for (let timeS = 0; timeS * 1000 < lastMs + 1000; timeS++) {
    const batch: Detection[] = []
    while (from < columns.count && columns.timeMs[from]! <= timeS * 1000) batch.push(detectionAt(columns, from++))
    const before = process.cpuUsage()
    const started = performance.now()
    advanceTracks(state, batch, timeS * 1000)
    state.ended.length = 0
    rows.push({ timeS, estimates: estimatesAt(state, timeS * 1000, EXISTENCE_MIN) })
    longestMs = Math.max(longestMs, performance.now() - started)
    const used = process.cpuUsage(before)
    usedUs += used.user + used.system
  }
  return { rows, detections: columns.count, cpuS: usedUs / 1e6, longestMs }
}

/** The rows as a tracks file: positions and the covariance of position, m and m^2. */
export function tracksCsv(run: ScenarioRun): string {
  const lines = ['time,track_id,x,y,z,vx,vy,vz,pxx,pxy,pxz,pyy,pyz,pzz,existence']
  for (const { timeS, estimates } of run.rows) {
    for (const { id, state, covariance, existence } of estimates) {
      lines.push(
        `${timeS},${id.slice(1)},${state.map((v) => v.toFixed(2)).join(',')},${covariance.map((v) => v.toFixed(3)).join(',')},${existence.toFixed(6)}`,
      )
    }
  }
  return lines.join('\n') + '\n'
}
