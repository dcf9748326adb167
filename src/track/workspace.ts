import type { BeliefWork } from '../math/belief.ts'
import { MODEL_WORK } from '../math/planar-update.ts'
import type { PlanarGeometry } from '../math/planar-update.ts'
import { VERTICAL_WORK } from '../math/vertical-update.ts'

/**
 * Working room of one association. Nothing in it outlives a scan: it is filled before it is read, so it is no part of the
 * state and of no snapshot.
 */
export type Workspace = {
  /** By detection: measured coordinates, their variances (infinite where not measured), Cartesian position in the cell, seconds before the scan's time. */
  z0: Float64Array
  z1: Float64Array
  z2: Float64Array
  r0: Float64Array
  r1: Float64Array
  r2: Float64Array
  e: Float64Array
  n: Float64Array
  u: Float64Array
  tauS: Float64Array
  /** By detection: density of new objects there, and of all that is no known object (new and false), per unit of the measured coordinates. */
  birth: Float64Array
  other: Float64Array
  /** By detection: row of the track to which its claim is bound, -1 if none; that row only is a candidate. */
  bound: Int32Array
  /** By detection: next in the same cell of the index. */
  nextInCell: Int32Array
  cells: Int32Array
  /** By track: probability of detection in this scan, geometry, innovations. */
  pd: Float64Array
  geometry: Geometry[]
  planarWork: Float64Array
  verticalWork: Float64Array
  /** By pair. */
  n0: Float64Array
  n1: Float64Array
  nz: Float64Array
  planarLikelihood: Float64Array
  planarMean: Float64Array
  verticalLikelihood: Float64Array
  verticalMean: Float64Array
  readonly belief: BeliefWork
  /** Claims whose track flew elsewhere: detection and row. */
  readonly strays: { detection: number; row: number }[]
  readonly planarModels: number
  readonly verticalModels: number
}

/** One track as the scan's sensor sees it. */
export type Geometry = PlanarGeometry & {
  /** Predicted coordinates at the scan's time; change of the third per metre of height; variance of its noise. */
  z0: number
  z1: number
  z2: number
  hz: number
  rz: number
  /** Gradients of the third coordinate on the plane, and of the first two on height: cross terms taken as noise. */
  h20: number
  h21: number
  h02: number
  h12: number
}

export const CELLS = 8192

function geometry(): Geometry {
  return { h00: 1, h01: 0, h10: 0, h11: 1, r0: 0, r1: 0, tauS: 0, z0: 0, z1: 0, z2: 0, hz: 1, rz: 0, h20: 0, h21: 0, h02: 0, h12: 0 }
}

export function newWorkspace(planarModels: number, verticalModels: number): Workspace {
  const none = () => new Float64Array(0)
  const work: Workspace = {
    z0: none(),
    z1: none(),
    z2: none(),
    r0: none(),
    r1: none(),
    r2: none(),
    e: none(),
    n: none(),
    u: none(),
    tauS: none(),
    birth: none(),
    other: none(),
    bound: new Int32Array(0),
    nextInCell: new Int32Array(0),
    cells: new Int32Array(CELLS),
    pd: none(),
    geometry: [],
    planarWork: none(),
    verticalWork: none(),
    n0: none(),
    n1: none(),
    nz: none(),
    planarLikelihood: none(),
    planarMean: none(),
    verticalLikelihood: none(),
    verticalMean: none(),
    belief: {
      pairStart: new Int32Array(1),
      ratio: none(),
      detection: new Int32Array(0),
      toTrack: none(),
      toDetection: none(),
      explained: none(),
      missed: none(),
      marginal: none(),
    },
    strays: [],
    planarModels,
    verticalModels,
  }
  roomForDetections(work, 256)
  roomForTracks(work, 256)
  roomForPairs(work, 1024)
  return work
}

/** Makes room for so many detections; contents are lost. */
export function roomForDetections(work: Workspace, count: number): void {
  if (work.z0.length >= count) return
  const size = Math.max(count, work.z0.length * 2)
  for (const column of ['z0', 'z1', 'z2', 'r0', 'r1', 'r2', 'e', 'n', 'u', 'tauS', 'birth', 'other'] as const)
    work[column] = new Float64Array(size)
  work.bound = new Int32Array(size)
  work.nextInCell = new Int32Array(size)
  work.belief.explained = new Float64Array(size)
}

/** Makes room for so many tracks; contents are lost. */
export function roomForTracks(work: Workspace, count: number): void {
  if (work.pd.length >= count) return
  const size = Math.max(count, work.pd.length * 2)
  work.pd = new Float64Array(size)
  while (work.geometry.length < size) work.geometry.push(geometry())
  work.planarWork = new Float64Array(size * work.planarModels * MODEL_WORK)
  work.verticalWork = new Float64Array(size * work.verticalModels * VERTICAL_WORK)
  work.belief.pairStart = new Int32Array(size + 1)
  work.belief.missed = new Float64Array(size)
}

/** Makes room for so many pairs; contents are kept. */
export function roomForPairs(work: Workspace, count: number): void {
  if (work.n0.length >= count) return
  const size = Math.max(count, work.n0.length * 2)
  const wider = (from: Float64Array, width: number) => {
    const to = new Float64Array(size * width)
    to.set(from)
    return to
  }
  work.n0 = wider(work.n0, 1)
  work.n1 = wider(work.n1, 1)
  work.nz = wider(work.nz, 1)
  work.planarLikelihood = wider(work.planarLikelihood, work.planarModels)
  work.planarMean = wider(work.planarMean, 1)
  work.verticalLikelihood = wider(work.verticalLikelihood, work.verticalModels)
  work.verticalMean = wider(work.verticalMean, 1)
  const detection = new Int32Array(size)
  detection.set(work.belief.detection)
  work.belief.detection = detection
  work.belief.ratio = wider(work.belief.ratio, 1)
  work.belief.toTrack = new Float64Array(size)
  work.belief.toDetection = new Float64Array(size)
  work.belief.marginal = new Float64Array(size)
}

let shared: Workspace | undefined

/** The one workspace of this thread for trackers with so many models. */
export function workspaceFor(planarModels: number, verticalModels: number): Workspace {
  if (shared?.planarModels !== planarModels || shared.verticalModels !== verticalModels) shared = newWorkspace(planarModels, verticalModels)
  return shared
}
