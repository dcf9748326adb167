import type { TrackView } from '../../../src/model/api.ts'

/**
 * The tracks as the map draws them: flat arrays, one slot a track, written only where a message changed something.
 * A message of 500 changed tracks among 5,000 writes 500 slots; nothing is allocated and nothing rendered by React.
 *
 * positions  [lon, lat, z] per slot, degrees and metres above the sea; z is 0 while the map is seen from straight above
 * vectors    [lon, lat, z] at the end of the velocity vector
 * sizes      height of the symbol, px; 0 hides the slot
 * icons      seven numbers per slot, as deck.gl's icon layer defines them: offset x, y, frame x, y, width, height, mask
 * dots       radius of the dot that stands for a folded claim, px; 0 hides it
 * trail      TRAIL_POINTS past positions per slot, a ring; a hidden point lies at the slot's own position
 */
export type TrackSlots = {
  capacity: number
  /** Slots below this one may be in use. */
  high: number
  readonly slotOf: Map<string, number>
  idOf: (string | undefined)[]
  readonly free: number[]
  positions: Float32Array
  vectors: Float32Array
  sizes: Float32Array
  icons: Float32Array
  opacities: Uint8Array
  dots: Float32Array
  trail: Float32Array
  trailNext: Uint8Array
  trailMs: Float64Array
}

export const TRAIL_POINTS = 24
/** Between two points of a trail, ms of event time: 24 points are the last two minutes. */
export const TRAIL_STEP_MS = 5000
/** A velocity vector reaches where the object will be after this time, s. */
export const VECTOR_S = 60
const FIRST_CAPACITY = 512
const METRES_PER_DEGREE = 111_320
/** A jump longer than this starts a new trail, m. */
const TRAIL_BREAK_M = 3000

export function newTrackSlots(): TrackSlots {
  const slots: TrackSlots = {
    capacity: 0,
    high: 0,
    slotOf: new Map(),
    idOf: [],
    free: [],
    positions: new Float32Array(0),
    vectors: new Float32Array(0),
    sizes: new Float32Array(0),
    icons: new Float32Array(0),
    opacities: new Uint8Array(0),
    dots: new Float32Array(0),
    trail: new Float32Array(0),
    trailNext: new Uint8Array(0),
    trailMs: new Float64Array(0),
  }
  grow(slots, FIRST_CAPACITY)
  return slots
}

function grow(slots: TrackSlots, capacity: number): void {
  const longer = <A extends Float32Array | Uint8Array | Float64Array>(from: A, to: A): A => {
    to.set(from)
    return to
  }
  slots.positions = longer(slots.positions, new Float32Array(capacity * 3))
  slots.vectors = longer(slots.vectors, new Float32Array(capacity * 3))
  slots.sizes = longer(slots.sizes, new Float32Array(capacity))
  slots.icons = longer(slots.icons, new Float32Array(capacity * 7))
  slots.opacities = longer(slots.opacities, new Uint8Array(capacity * 4))
  slots.dots = longer(slots.dots, new Float32Array(capacity))
  slots.trail = longer(slots.trail, new Float32Array(capacity * TRAIL_POINTS * 3))
  slots.trailNext = longer(slots.trailNext, new Uint8Array(capacity))
  slots.trailMs = longer(slots.trailMs, new Float64Array(capacity))
  slots.capacity = capacity
}

/** How a symbol looks, chosen by `looks.ts`. */
export type Look = {
  readonly iconX: number
  readonly iconY: number
  readonly iconSize: number
  readonly sizePx: number
  readonly opacity: number
  readonly dotPx: number
  readonly withVector: boolean
  readonly withTrail: boolean
}

/** Writes one track; makes a slot for a new one. `zM` is the height to draw it at. */
export function putTrack(slots: TrackSlots, view: TrackView, look: Look, zM: number): void {
  let slot = slots.slotOf.get(view.id)
  const fresh = slot === undefined
  if (slot === undefined) {
    slot = slots.free.pop() ?? slots.high++
    if (slot >= slots.capacity) grow(slots, slots.capacity * 2)
    slots.slotOf.set(view.id, slot)
    slots.idOf[slot] = view.id
  }
  const p = slot * 3
  slots.positions[p] = view.lonDeg
  slots.positions[p + 1] = view.latDeg
  slots.positions[p + 2] = zM
  writeVector(slots, p, view, look.withVector, zM)
  writeTrail(slots, slot, view, look.withTrail, fresh)
  slots.sizes[slot] = look.sizePx
  slots.dots[slot] = look.dotPx
  const i = slot * 7
  slots.icons[i + 2] = look.iconX
  slots.icons[i + 3] = look.iconY
  slots.icons[i + 4] = look.iconSize
  slots.icons[i + 5] = look.iconSize
  slots.opacities.fill(255, slot * 4, slot * 4 + 3)
  slots.opacities[slot * 4 + 3] = look.opacity
}

function writeVector(slots: TrackSlots, p: number, view: TrackView, shown: boolean, zM: number): void {
  const reachM = shown ? view.speedMps * VECTOR_S : 0
  const course = (view.courseDeg * Math.PI) / 180
  const north = (reachM * Math.cos(course)) / METRES_PER_DEGREE
  const east = (reachM * Math.sin(course)) / (METRES_PER_DEGREE * Math.cos((view.latDeg * Math.PI) / 180))
  slots.vectors[p] = view.lonDeg + east
  slots.vectors[p + 1] = view.latDeg + north
  slots.vectors[p + 2] = zM
}

function writeTrail(slots: TrackSlots, slot: number, view: TrackView, shown: boolean, fresh: boolean): void {
  const base = slot * TRAIL_POINTS * 3
  const last = ((slots.trailNext[slot]! + TRAIL_POINTS - 1) % TRAIL_POINTS) * 3 + base
  const jumped =
    Math.abs(slots.trail[last + 1]! - view.latDeg) * METRES_PER_DEGREE > TRAIL_BREAK_M ||
    Math.abs(slots.trail[last]! - view.lonDeg) * METRES_PER_DEGREE > TRAIL_BREAK_M
  if (fresh || jumped || !shown) {
    for (let k = 0; k < TRAIL_POINTS; k++) {
      slots.trail[base + k * 3] = view.lonDeg
      slots.trail[base + k * 3 + 1] = view.latDeg
    }
    slots.trailNext[slot] = 0
    slots.trailMs[slot] = view.atMs
    return
  }
  if (view.atMs - slots.trailMs[slot]! < TRAIL_STEP_MS) return
  const at = base + slots.trailNext[slot]! * 3
  slots.trail[at] = view.lonDeg
  slots.trail[at + 1] = view.latDeg
  slots.trailNext[slot] = (slots.trailNext[slot]! + 1) % TRAIL_POINTS
  slots.trailMs[slot] = view.atMs
}

/** Frees the slot of an ended track. */
export function dropTrack(slots: TrackSlots, id: string): void {
  const slot = slots.slotOf.get(id)
  if (slot === undefined) return
  slots.slotOf.delete(id)
  slots.idOf[slot] = undefined
  slots.free.push(slot)
  slots.sizes[slot] = 0
  slots.dots[slot] = 0
  const p = slot * 3
  slots.vectors.set(slots.positions.subarray(p, p + 3), p)
  const base = slot * TRAIL_POINTS * 3
  slots.trail.fill(0, base, base + TRAIL_POINTS * 3)
}

/** Past positions, oldest first, [lon, lat]. */
export function trailOf(slots: TrackSlots, id: string): [number, number][] {
  const slot = slots.slotOf.get(id)
  if (slot === undefined) return []
  const points: [number, number][] = []
  for (let k = 0; k < TRAIL_POINTS; k++) {
    const at = (slot * TRAIL_POINTS + ((slots.trailNext[slot]! + k) % TRAIL_POINTS)) * 3
    const point: [number, number] = [slots.trail[at]!, slots.trail[at + 1]!]
    const before = points.at(-1)
    if (before === undefined || before[0] !== point[0] || before[1] !== point[1]) points.push(point)
  }
  return points
}
