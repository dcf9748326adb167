import type { ClaimKey, TrackId } from '../model/ids.ts'
import type { TrackEstimate } from '../model/track.ts'

/**
 * The picture of a region from its cells' tracks. Cells share sensors, feeds and each other's past, so how far their errors go together is unknown: their tracks
 * are joined by covariance intersection, which is never surer than it may be, and no evidence counts twice.
 *
 * Source: Julier and Uhlmann 1997, A non-divergent estimation algorithm in the presence of unknown correlations.
 */

/** One cell's word: its live tracks, and where its frame lies in the region's (rotation row-major, cell ENU -> region ENU; offset in m). */
export type CellTracks = {
  readonly cell: string
  readonly rotation: readonly number[]
  readonly offsetM: readonly [number, number, number]
  readonly tracks: readonly TrackEstimate[]
}

/** Plain state: which regional track each cell's track is part of, and what was last known of it. */
export type RegionalState = {
  nextId: number
  tracks: Map<string, RegionalTrack>
  /** By `cell/track`. */
  parts: Map<string, string>
}

/** state and covariance as in `TrackEstimate`, in the region's frame. */
export type RegionalTrack = {
  readonly id: string
  readonly atMs: number
  readonly updatedMs: number
  readonly state: readonly number[]
  readonly covariance: readonly number[]
  readonly speedSigmaMps: number
  readonly existence: number
  readonly claims: readonly ClaimKey[]
  readonly parts: readonly { readonly cell: string; readonly track: TrackId }[]
}

type Part = { readonly key: string; readonly cell: string; readonly estimate: TrackEstimate; readonly x: number[]; readonly p: number[] }

/** A track that no cell has any more is kept for a hand-over for so long, ms. */
const HOLD_MS = 10000
/** Squared distance in position within which tracks of two cells become one (99.7 % of three), and from which they part again. */
const JOIN_D2 = 14
const PART_D2 = 40
/** Two tracks of one object move alike, m/s, beside both errors. */
const ALIKE_MPS = 5
/** A manoeuvre that nobody has seen yet: acceleration, m/s^2. */
const ACCELERATION_MPS2 = 2
/** Weights tried for covariance intersection. */
const STEPS = 20

export function newRegion(): RegionalState {
  return { nextId: 1, tracks: new Map(), parts: new Map() }
}

/** The region's tracks at a time, in order of birth. Changes `state`; the same words give the same picture. */
export function fuseCells(state: RegionalState, cells: readonly CellTracks[], nowMs: number): RegionalTrack[] {
  const parts = cells.flatMap((cell) => cell.tracks.map((estimate) => partOf(cell, estimate, nowMs)))
  const members = new Map<string, Part[]>()
  const loose = bound(state, parts, members)
  joinLoose(state, loose, members, nowMs)
  const out = new Map<string, RegionalTrack>()
  for (const [id, before] of state.tracks) if (!members.has(id) && nowMs - before.updatedMs <= HOLD_MS) out.set(id, before)
  for (const [id, own] of members) out.set(id, fused(id, own, nowMs))
  state.tracks = new Map([...out].sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1))))
  state.parts = new Map([...members].flatMap(([id, own]) => own.map((part): [string, string] => [part.key, id])))
  return [...members.keys()].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))).map((id) => out.get(id)!)
}

/** A cell's track in the region's frame, moved to a time by straight flight. */
function partOf(cell: CellTracks, estimate: TrackEstimate, nowMs: number): Part {
  const r = cell.rotation
  const turned = (x: number, y: number, z: number): number[] => [0, 3, 6].map((k) => r[k]! * x + r[k + 1]! * y + r[k + 2]! * z)
  const [e, n, u, ve, vn, vu] = estimate.state
  const v = turned(ve, vn, vu)
  const dtS = Math.max(0, (nowMs - estimate.atMs) / 1000)
  const x = turned(e, n, u).map((value, k) => value + cell.offsetM[k]! + dtS * v[k]!)
  const p = turnCovariance(r, estimate.covariance)
  const moved = dtS * estimate.speedSigmaMps + 0.5 * ACCELERATION_MPS2 * dtS * dtS
  for (const k of [0, 3, 5]) p[k]! += moved * moved + 1e-6
  return { key: `${cell.cell}/${estimate.id}`, cell: cell.cell, estimate, x: [...x, ...v], p }
}

/** R P R^T of an upper triangle. */
function turnCovariance(r: readonly number[], c: readonly number[]): number[] {
  const full = [c[0]!, c[1]!, c[2]!, c[1]!, c[3]!, c[4]!, c[2]!, c[4]!, c[5]!]
  const at = (i: number, j: number): number => {
    let sum = 0
    for (let k = 0; k < 3; k++) for (let l = 0; l < 3; l++) sum += r[3 * i + k]! * full[3 * k + l]! * r[3 * j + l]!
    return sum
  }
  return [at(0, 0), at(0, 1), at(0, 2), at(1, 1), at(1, 2), at(2, 2)]
}

/** Parts stay where they were, unless they have drifted from the others there; returns those that belong nowhere yet. */
function bound(state: RegionalState, parts: readonly Part[], members: Map<string, Part[]>): Part[] {
  const loose: Part[] = []
  // The surest first: it says where the track is.
  for (const part of parts.toSorted((a, b) => spread(a.p) - spread(b.p) || (a.key < b.key ? -1 : 1))) {
    const id = state.parts.get(part.key)
    if (id === undefined) {
      loose.push(part)
      continue
    }
    const own = members.get(id)
    if (own === undefined) members.set(id, [part])
    else if (own.every((other) => other.cell !== part.cell) && distance2(own[0]!, part) < PART_D2) own.push(part)
    else loose.push(part)
  }
  return loose
}

/** Joins loose parts to the nearest track without one of their cell, live or held for a hand-over; the rest become tracks of their own. */
function joinLoose(state: RegionalState, loose: readonly Part[], members: Map<string, Part[]>, nowMs: number): void {
  for (const part of loose) {
    let chosen: string | undefined
    let nearest = JOIN_D2
    for (const [id, own] of members) {
      if (own.some((other) => other.cell === part.cell) || !alike(own[0]!, part)) continue
      const d2 = distance2(own[0]!, part)
      if (d2 < nearest) [chosen, nearest] = [id, d2]
    }
    for (const [id, before] of state.tracks) {
      if (members.has(id) || nowMs - before.updatedMs > HOLD_MS) continue
      const held = heldPart(before, nowMs)
      const d2 = distance2(held, part)
      if (d2 < nearest && alike(held, part)) [chosen, nearest] = [id, d2]
    }
    const id = chosen ?? `R${state.nextId++}`
    const own = members.get(id)
    if (own === undefined) members.set(id, [part])
    else own.push(part)
  }
}

/** A track that no cell has at the moment, moved to a time. */
function heldPart(track: RegionalTrack, nowMs: number): Part {
  const dtS = Math.max(0, (nowMs - track.atMs) / 1000)
  const moved = dtS * track.speedSigmaMps + 0.5 * ACCELERATION_MPS2 * dtS * dtS
  const x = track.state.map((value, k) => (k < 3 ? value + dtS * track.state[k + 3]! : value))
  const p = track.covariance.map((value, k) => (k === 0 || k === 3 || k === 5 ? value + moved * moved : value))
  return { key: '', cell: '', estimate: { speedSigmaMps: track.speedSigmaMps } as TrackEstimate, x, p }
}

function spread(p: readonly number[]): number {
  return p[0]! + p[3]! + p[5]!
}

function alike(a: Part, b: Part): boolean {
  const d = [3, 4, 5].reduce((sum, k) => sum + (a.x[k]! - b.x[k]!) * (a.x[k]! - b.x[k]!), 0)
  const limit = ALIKE_MPS + 3 * (a.estimate.speedSigmaMps + b.estimate.speedSigmaMps)
  return d <= limit * limit
}

/** Squared distance in the sum of both covariances: generous where the errors go together, never too strict. */
function distance2(a: Part, b: Part): number {
  const i = inverse(a.p.map((value, k) => value + b.p[k]!))
  const d = [0, 1, 2].map((k) => a.x[k]! - b.x[k]!)
  return quadratic(i, d)
}

function quadratic(c: readonly number[], d: readonly number[]): number {
  return (
    c[0]! * d[0]! * d[0]! +
    c[3]! * d[1]! * d[1]! +
    c[5]! * d[2]! * d[2]! +
    2 * (c[1]! * d[0]! * d[1]! + c[2]! * d[0]! * d[2]! + c[4]! * d[1]! * d[2]!)
  )
}

/** Inverse of a symmetric 3x3 matrix as an upper triangle. */
function inverse(c: readonly number[]): number[] {
  const [a, b, d, e, f, g] = c as [number, number, number, number, number, number]
  const m00 = e * g - f * f
  const m01 = d * f - b * g
  const m02 = b * f - d * e
  const det = a * m00 + b * m01 + d * m02
  return [m00 / det, m01 / det, m02 / det, (a * g - d * d) / det, (b * d - a * f) / det, (a * e - b * b) / det]
}

function times(c: readonly number[], x: readonly number[]): number[] {
  return [
    c[0]! * x[0]! + c[1]! * x[1]! + c[2]! * x[2]!,
    c[1]! * x[0]! + c[3]! * x[1]! + c[4]! * x[2]!,
    c[2]! * x[0]! + c[4]! * x[1]! + c[5]! * x[2]!,
  ]
}

function fused(id: string, own: readonly Part[], nowMs: number): RegionalTrack {
  let { x, p } = own[0]!
  let { speedSigmaMps } = own[0]!.estimate
  for (const part of own.slice(1)) {
    const weight = bestWeight(p, part.p)
    const one = inverse(p)
    const two = inverse(part.p)
    const joint = inverse(one.map((value, k) => weight * value + (1 - weight) * two[k]!))
    const sum = times(one, x).map((value, k) => weight * value + (1 - weight) * times(two, part.x)[k]!)
    const v = [3, 4, 5].map((k) => weight * x[k]! + (1 - weight) * part.x[k]!)
    x = [...times(joint, sum), ...v]
    p = joint
    speedSigmaMps = Math.max(
      Math.min(speedSigmaMps, part.estimate.speedSigmaMps),
      weight * speedSigmaMps + (1 - weight) * part.estimate.speedSigmaMps,
    )
  }
  return {
    id,
    atMs: nowMs,
    updatedMs: Math.max(...own.map((part) => part.estimate.updatedMs)),
    state: x,
    covariance: p,
    speedSigmaMps,
    // The cells share evidence: the surest of them is as sure as anybody may be.
    existence: Math.max(...own.map((part) => part.estimate.existence)),
    claims: [...new Set(own.flatMap((part) => part.estimate.claims))].sort(),
    parts: own.map((part) => ({ cell: part.cell, track: part.estimate.id })),
  }
}

/** The weight of the first that makes the joint covariance smallest (its trace). */
function bestWeight(p: readonly number[], q: readonly number[]): number {
  const one = inverse(p)
  const two = inverse(q)
  let best = 1
  let least = spread(p)
  for (let k = 0; k < STEPS; k++) {
    const weight = k / STEPS
    const trace = spread(inverse(one.map((value, i) => weight * value + (1 - weight) * two[i]!)))
    if (trace < least) [best, least] = [weight, trace]
  }
  return best
}
