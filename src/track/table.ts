import { PLANAR_BLOCK } from '../math/planar-imm.ts'
import { VERTICAL_BLOCK } from '../math/vertical-imm.ts'

/** Numbers of a track's mean: e, n, ve, vn, ee, en, nn, vee, ven, vnn (planar), u, vu, uu, vuvu (vertical). */
export const MEAN = 14
/** Object classes of the model. */
export const CLASS_COUNT = 9

/**
 * All candidates and tracks as columns of flat arrays: row t of each column belongs to track t. Rows 0 .. count - 1 are in use;
 * a removed row is filled from the end. A candidate is a track that has not been shown yet.
 */
export type TrackTable = {
  count: number
  capacity: number
  /** Planar models a track, vertical models a track, visibility groups a track. */
  readonly planarCount: number
  readonly verticalCount: number
  groupCount: number
  planar: Float64Array
  planarWeight: Float64Array
  vertical: Float64Array
  verticalWeight: Float64Array
  mean: Float64Array
  /** Probability that there is an object. */
  existence: Float64Array
  /** Time of the existence; of the state, ms. */
  aliveMs: Float64Array
  timeMs: Float64Array
  /** Time of the last mixing of its models, ms. */
  mixedMs: Float64Array
  bornMs: Float64Array
  /** Last association of any evidence; of a body; of a claim; NaN if none. */
  updatedMs: Float64Array
  bodyMs: Float64Array
  claimMs: Float64Array
  /** Last report that it stands on the ground, and of height; NaN if none. */
  groundMs: Float64Array
  heightMs: Float64Array
  intervalS: Float64Array
  /** Position when a sensor last saw the body, m. */
  bodyE: Float64Array
  bodyN: Float64Array
  hits: Uint32Array
  /** Opinions of its class heard, and their running mean by class (classify.ts). */
  classReports: Uint32Array
  classes: Float64Array
  /** Running mean log likelihood of its motion by class, its last look, ms, and how many; running mean cross-section, dBsm, and how many (physics.ts). */
  motionFit: Float64Array
  motionFitMs: Float64Array
  motionLooks: Float64Array
  rcsDb: Float64Array
  rcsLooks: Float64Array
  /** Never reused number of the candidate; its identifier as a track, 0 until it is shown. */
  serial: Uint32Array
  shownId: Uint32Array
  /** 1 where the track changed since the last output. */
  changed: Uint8Array
  /** By group: probability that sensors of the group can see this object at all. */
  visible: Float64Array
  /** By sensor (group count and sensor count share one width): last association ms, and how many. */
  seenMs: Float64Array
  seenCount: Uint32Array
}

const FLOATS = [
  'existence',
  'aliveMs',
  'timeMs',
  'mixedMs',
  'bornMs',
  'updatedMs',
  'bodyMs',
  'claimMs',
  'groundMs',
  'heightMs',
  'intervalS',
  'bodyE',
  'bodyN',
  'motionFitMs',
  'motionLooks',
  'rcsDb',
  'rcsLooks',
] as const

export function newTable(planarCount: number, verticalCount: number): TrackTable {
  const none = () => new Float64Array(0)
  const table: TrackTable = {
    count: 0,
    capacity: 0,
    planarCount,
    verticalCount,
    groupCount: 0,
    planar: none(),
    planarWeight: none(),
    vertical: none(),
    verticalWeight: none(),
    mean: none(),
    existence: none(),
    aliveMs: none(),
    timeMs: none(),
    mixedMs: none(),
    bornMs: none(),
    updatedMs: none(),
    bodyMs: none(),
    claimMs: none(),
    groundMs: none(),
    heightMs: none(),
    intervalS: none(),
    bodyE: none(),
    bodyN: none(),
    hits: new Uint32Array(0),
    classReports: new Uint32Array(0),
    classes: none(),
    motionFit: none(),
    motionFitMs: none(),
    motionLooks: none(),
    rcsDb: none(),
    rcsLooks: none(),
    serial: new Uint32Array(0),
    shownId: new Uint32Array(0),
    changed: new Uint8Array(0),
    visible: none(),
    seenMs: none(),
    seenCount: new Uint32Array(0),
  }
  growTable(table, 64)
  return table
}

function widerFloats(from: Float64Array, length: number): Float64Array {
  const to = new Float64Array(length)
  to.set(from)
  return to
}

/** Makes room for `capacity` rows. */
export function growTable(table: TrackTable, capacity: number): void {
  table.planar = widerFloats(table.planar, capacity * table.planarCount * PLANAR_BLOCK)
  table.planarWeight = widerFloats(table.planarWeight, capacity * table.planarCount)
  table.vertical = widerFloats(table.vertical, capacity * table.verticalCount * VERTICAL_BLOCK)
  table.verticalWeight = widerFloats(table.verticalWeight, capacity * table.verticalCount)
  table.mean = widerFloats(table.mean, capacity * MEAN)
  table.classes = widerFloats(table.classes, capacity * CLASS_COUNT)
  table.motionFit = widerFloats(table.motionFit, capacity * CLASS_COUNT)
  for (const column of FLOATS) table[column] = widerFloats(table[column], capacity)
  for (const column of ['hits', 'classReports', 'serial', 'shownId'] as const) {
    const wider = new Uint32Array(capacity)
    wider.set(table[column])
    table[column] = wider
  }
  const changed = new Uint8Array(capacity)
  changed.set(table.changed)
  table.changed = changed
  table.visible = widerFloats(table.visible, capacity * table.groupCount)
  table.seenMs = widerFloats(table.seenMs, capacity * table.groupCount)
  const seenCount = new Uint32Array(capacity * table.groupCount)
  seenCount.set(table.seenCount)
  table.seenCount = seenCount
  table.capacity = capacity
}

/** Widens the columns by sensor; new sensors have seen nothing, and start with the given visibility. */
export function widenSensors(table: TrackTable, width: number, visibility: (column: number) => number): void {
  const old = table.groupCount
  if (width <= old) return
  const visible = new Float64Array(table.capacity * width)
  const seenMs = new Float64Array(table.capacity * width)
  const seenCount = new Uint32Array(table.capacity * width)
  for (let t = 0; t < table.count; t++) {
    for (let s = 0; s < width; s++) {
      const known = s < old
      visible[t * width + s] = known ? table.visible[t * old + s]! : visibility(s)
      seenMs[t * width + s] = known ? table.seenMs[t * old + s]! : 0
      seenCount[t * width + s] = known ? table.seenCount[t * old + s]! : 0
    }
  }
  table.visible = visible
  table.seenMs = seenMs
  table.seenCount = seenCount
  table.groupCount = width
}

function copyWithin(array: Float64Array | Uint32Array, to: number, from: number, width: number): void {
  array.copyWithin(to * width, from * width, (from + 1) * width)
}

/** Copies row `from` over row `to`. */
export function copyRow(table: TrackTable, to: number, from: number): void {
  copyWithin(table.planar, to, from, table.planarCount * PLANAR_BLOCK)
  copyWithin(table.planarWeight, to, from, table.planarCount)
  copyWithin(table.vertical, to, from, table.verticalCount * VERTICAL_BLOCK)
  copyWithin(table.verticalWeight, to, from, table.verticalCount)
  copyWithin(table.mean, to, from, MEAN)
  copyWithin(table.classes, to, from, CLASS_COUNT)
  copyWithin(table.motionFit, to, from, CLASS_COUNT)
  table.classReports[to] = table.classReports[from]!
  for (const column of FLOATS) table[column][to] = table[column][from]!
  table.hits[to] = table.hits[from]!
  table.serial[to] = table.serial[from]!
  table.shownId[to] = table.shownId[from]!
  table.changed[to] = table.changed[from]!
  copyWithin(table.visible, to, from, table.groupCount)
  copyWithin(table.seenMs, to, from, table.groupCount)
  copyWithin(table.seenCount, to, from, table.groupCount)
}
