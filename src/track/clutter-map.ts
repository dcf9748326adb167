import { exp } from '../math/elementary.ts'
import type { NodeId } from '../model/ids.ts'
import type { TrackerState } from './state.ts'
import { MEAN } from './table.ts'

/**
 * Where radars start candidates that die again: reflectors, traffic, wind turbines. A coarse grid for each radar counts them and raises its clutter
 * density there, so that it takes more to start a track. It forgets by itself, can be shown and reset, and never holds inside a protected disc: whoever
 * wants to reach a stadium must not be taken for the clutter that he flew through.
 */
export type ClutterCount = {
  readonly sensor: number
  readonly x: number
  readonly y: number
  /** Dead candidates, fading with the memory; the time of that count, ms; since when there is something here, ms. */
  count: number
  atMs: number
  readonly sinceMs: number
}

/** A disc in the cell's frame in which nothing is suppressed, m. */
export type Disc = { readonly eM: number; readonly nM: number; readonly radiusM: number }

/** One square of the map as it is shown. */
export type ClutterCell = {
  readonly node: NodeId
  /** Its centre in the cell's frame, and its side, m. */
  readonly eM: number
  readonly nM: number
  readonly sizeM: number
  /** False reports a scan that it is held to give beside what the sensor's own figure says. */
  readonly perScan: number
  readonly sinceMs: number
  /** When it will be forgotten if nothing more comes, ms. */
  readonly expiresMs: number
  /** False where it lies wholly in a protected disc: then it is only shown. */
  readonly raises: boolean
}

/** Side of a square, m: some widths of a radar's beam at its range. Ours. */
const SIDE_M = 500
/** Time in which a count fades to a third, s; after so many ms without a new one the square is forgotten. Ours. */
const MEMORY_S = 60
const FORGET_MS = 180000
/** Fewer than this are chance. */
const COUNT_MIN = 5
/** Candidates that lived longer were something, ms. */
const SHORT_LIVED_MS = 15000
const CELLS_MAX = 4096
const HALF = 2048

function keyOf(sensor: number, x: number, y: number): number {
  return (sensor * 2 * HALF + x + HALF) * 2 * HALF + y + HALF
}

function squareOf(metres: number): number {
  return Math.max(-HALF, Math.min(HALF - 1, Math.floor(metres / SIDE_M)))
}

/** A candidate that was never shown has died. */
export function noteDeadCandidate(state: TrackerState, row: number, atMs: number): void {
  const { table, clutter } = state
  if (atMs - table.bornMs[row]! > SHORT_LIVED_MS || table.claimMs[row]! > 0) return
  const x = squareOf(table.mean[row * MEAN]!)
  const y = squareOf(table.mean[row * MEAN + 1]!)
  for (const [s, sensor] of state.sensors.entries()) {
    if (sensor.sensor.kind !== 'radar' || table.seenCount[row * table.groupCount + s]! === 0) continue
    const key = keyOf(s, x, y)
    const cell = clutter.get(key)
    clutter.delete(key)
    if (cell === undefined) clutter.set(key, { sensor: s, x, y, count: 1, atMs, sinceMs: atMs })
    else {
      cell.count = faded(cell, atMs) + 1
      cell.atMs = Math.max(cell.atMs, atMs)
      clutter.set(key, cell)
    }
    if (clutter.size > CELLS_MAX) clutter.delete(clutter.keys().next().value!)
  }
}

function faded(cell: ClutterCount, atMs: number): number {
  return cell.count * exp(-Math.max(0, atMs - cell.atMs) / (MEMORY_S * 1000))
}

/** Density of false reports a scan, 1/m^2, that the map adds to a radar's own figure at a place. */
export function extraClutter(state: TrackerState, sensor: number, e: number, n: number, atMs: number): number {
  if (state.clutter.size === 0) return 0
  const cell = state.clutter.get(keyOf(sensor, squareOf(e), squareOf(n)))
  if (cell === undefined) return 0
  const perScan = excessOf(state, cell, atMs)
  if (perScan === 0 || state.protectedDiscs.some((disc) => within(disc, e, n, 0))) return 0
  return perScan / (SIDE_M * SIDE_M)
}

function excessOf(state: TrackerState, cell: ClutterCount, atMs: number): number {
  const count = faded(cell, atMs)
  if (count < COUNT_MIN) return 0
  const { periodS, clutterPerScan, maxRangeM } = state.sensors[cell.sensor]!.sensor
  const known = (clutterPerScan * SIDE_M * SIDE_M) / (3.141592653589793 * maxRangeM * maxRangeM)
  return Math.max(0, (count * periodS) / MEMORY_S - known)
}

/** True where the whole of a square with this half-diagonal about the place lies in the disc. */
function within(disc: Disc, e: number, n: number, halfM: number): boolean {
  const de = e - disc.eM
  const dn = n - disc.nM
  const left = disc.radiusM - halfM
  return left >= 0 && de * de + dn * dn <= left * left
}

/** Forgets squares in which nothing has come for long. Called about once a second. */
export function ageClutter(state: TrackerState, atMs: number): void {
  // In order of their last candidate: the first that is fresh ends the search.
  for (const [key, cell] of state.clutter) {
    if (atMs - cell.atMs < FORGET_MS) break
    state.clutter.delete(key)
  }
}

/** The squares that raise clutter now, or would if they were not protected, for the room to see. */
export function clutterCells(state: TrackerState, nowMs: number): ClutterCell[] {
  const out: ClutterCell[] = []
  for (const cell of state.clutter.values()) {
    const perScan = excessOf(state, cell, nowMs)
    if (perScan === 0) continue
    const eM = (cell.x + 0.5) * SIDE_M
    const nM = (cell.y + 0.5) * SIDE_M
    const raises = !state.protectedDiscs.some((disc) => within(disc, eM, nM, 0.7072 * SIDE_M))
    out.push({
      node: state.sensors[cell.sensor]!.sensor.node,
      eM,
      nM,
      sizeM: SIDE_M,
      perScan,
      sinceMs: cell.sinceMs,
      expiresMs: cell.atMs + FORGET_MS,
      raises,
    })
  }
  return out
}

/** Forgets all that one radar's map holds; false if it holds nothing. */
export function resetClutter(state: TrackerState, node: string): boolean {
  let any = false
  for (const [key, cell] of state.clutter) {
    if (state.sensors[cell.sensor]?.sensor.node !== node) continue
    state.clutter.delete(key)
    any = true
  }
  return any
}

/** Gives the discs in which the map must not hold: alert rings. */
export function setProtectedDiscs(state: TrackerState, discs: readonly Disc[]): void {
  state.protectedDiscs = discs.map(({ eM, nM, radiusM }) => ({ eM, nM, radiusM }))
}
