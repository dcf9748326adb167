import { cos, sin, tan, TWO_PI } from '../src/math/elementary.ts'
import { enuToGeodeticInto, geodeticToEnuInto, type CellFrame } from '../src/math/geodesy.ts'
import type { Motion, ScenarioObject } from '../src/model/scenario.ts'
import { newDice, throwBetween, throwUniform } from './dice.ts'
import { layRoute, routeDurationS, routePlaceInto, type RoutePiece } from './route.ts'

/** One object of the truth, laid out: its place follows from the time alone, whatever was asked before. */
export type TruthObject = {
  readonly object: ScenarioObject
  /** Which copy, from 0. */
  readonly copy: number
  /** Metres on the cell's tangent plane that this copy is shifted by. */
  readonly shiftE: number
  readonly shiftN: number
  /** Middle of orbit, hover, flock or runway threshold on the tangent plane, and its height above the ellipsoid. */
  readonly e: number
  readonly n: number
  readonly h: number
  readonly route: readonly RoutePiece[]
  readonly routeS: number
  /** Phases that make each copy move its own way, rad. */
  readonly phases: readonly number[]
}

/** Where and how fast. `state` is [e, n, u, ve, vn, vu] in the cell's frame, m and m/s. */
export type Truth = { state: Float64Array; onGround: boolean }

/** Half of the time over which a speed is taken, s. */
const HALF_STEP_S = 0.05
/** Runs from the threshold to the touchdown point, m: where a 3 degree glide path with 15 m over the threshold meets the ground. */
const TOUCHDOWN_BEYOND_M = 300
/** Braking of an airliner on the runway, m/s^2. */
const BRAKE_MPS2 = 2

export function layTruth(frame: CellFrame, objects: readonly ScenarioObject[], seed: number): TruthObject[] {
  return objects.flatMap((object) => Array.from({ length: object.copies }, (_, copy) => layObject(frame, object, copy, seed)))
}

function layObject(frame: CellFrame, object: ScenarioObject, copy: number, seed: number): TruthObject {
  const dice = newDice(seed, `truth ${object.id} ${copy}`)
  const angle = throwBetween(dice, 0, TWO_PI)
  const awayM = object.spreadM * Math.sqrt(throwUniform(dice))
  const phases = Array.from({ length: 8 }, () => throwBetween(dice, 0, TWO_PI))
  const shift = { shiftE: awayM * cos(angle), shiftN: awayM * sin(angle) }
  const { motion } = object
  if (motion.kind === 'route') {
    const corners = motion.points.map((point) => {
      const [e, n] = onPlane(frame, point)
      return { e, n, h: point.altHaeM, speedMps: point.speedMps ?? motion.speedMps, waitS: point.waitS }
    })
    const route = layRoute(corners, motion.turnRadiusM)
    return { object, copy, ...shift, e: corners[0]!.e, n: corners[0]!.n, h: corners[0]!.h, route, routeS: routeDurationS(route), phases }
  }
  const [e, n] = onPlane(frame, motion)
  return { object, copy, ...shift, e, n, h: motion.altHaeM, route: [], routeS: 0, phases }
}

function onPlane(frame: CellFrame, place: { latRad: number; lonRad: number; altHaeM: number }): [number, number] {
  const out = new Float64Array(3)
  geodeticToEnuInto(frame, place.latRad, place.lonRad, place.altHaeM, out)
  return [out[0]!, out[1]!]
}

/** The object's truth at an instant, or undefined while it is not there. */
export function truthAt(frame: CellFrame, truth: TruthObject, atMs: number): Truth | undefined {
  const { object } = truth
  if (atMs < object.fromMs || atMs >= object.toMs) return undefined
  const before = placeAt(frame, truth, atMs / 1000 - HALF_STEP_S)
  const after = placeAt(frame, truth, atMs / 1000 + HALF_STEP_S)
  const here = placeAt(frame, truth, atMs / 1000)
  const state = new Float64Array(6)
  for (let i = 0; i < 3; i++) {
    state[i] = here.place[i]!
    state[i + 3] = (after.place[i]! - before.place[i]!) / (2 * HALF_STEP_S)
  }
  return { state, onGround: here.onGround }
}

/**
 * Place in the cell's frame. Motions are laid on the tangent plane with a height above the ellipsoid; from the plane's latitude and
 * longitude and that height the true place in the frame follows exactly.
 */
function placeAt(frame: CellFrame, truth: TruthObject, atS: number): { place: Float64Array; onGround: boolean } {
  const place = new Float64Array(3)
  const onGround = planePlaceInto(truth, truth.object.motion, atS, place)
  const altHaeM = place[2]!
  enuToGeodeticInto(frame, place[0]! + truth.shiftE, place[1]! + truth.shiftN, 0, place)
  geodeticToEnuInto(frame, place[0]!, place[1]!, altHaeM, place)
  return { place, onGround }
}

/** Writes `[e, n]` on the tangent plane and the height above the ellipsoid; true if the object stands on the ground. */
function planePlaceInto(truth: TruthObject, motion: Motion, atS: number, out: Float64Array): boolean {
  const sinceS = atS - truth.object.fromMs / 1000
  const [p0, p1, p2, p3, p4] = truth.phases as [number, number, number, number, number]
  switch (motion.kind) {
    case 'route':
      routePlaceInto(truth.route, sinceS, out)
      return motion.lands && sinceS >= truth.routeS
    case 'orbit': {
      const angle = p0 + ((motion.clockwise ? -1 : 1) * (sinceS * motion.speedMps)) / motion.radiusM
      return put(out, truth.e + motion.radiusM * cos(angle), truth.n + motion.radiusM * sin(angle), truth.h)
    }
    case 'hover': {
      // Periods of 17 and 23 s: the slow swing of a multirotor that holds its place by satellite navigation.
      return put(
        out,
        truth.e + motion.driftM * sin((TWO_PI * sinceS) / 17 + p0),
        truth.n + motion.driftM * sin((TWO_PI * sinceS) / 23 + p1),
        truth.h + 0.3 * motion.driftM * sin((TWO_PI * sinceS) / 29 + p2),
      )
    }
    case 'flock':
      return flockInto(truth, motion, sinceS, [p0, p1, p2, p3, p4], out)
    case 'approach':
      return approachInto(truth, motion, atS, out)
  }
}

function put(out: Float64Array, e: number, n: number, h: number): false {
  out[0] = e
  out[1] = n
  out[2] = h
  return false
}

/** A shared wander of the flock, and each bird's own circle of about 40 m within it. */
function flockInto(
  truth: TruthObject,
  motion: Extract<Motion, { kind: 'flock' }>,
  sinceS: number,
  phases: readonly [number, number, number, number, number],
  out: Float64Array,
): false {
  const slow = (motion.speedMps / motion.radiusM) * sinceS
  const own = (motion.speedMps / 130) * sinceS
  const [p0, p1, p2, p3, p4] = phases
  const e = motion.radiusM * 0.8 * sin(slow) + 40 * sin(own + p0) + 15 * sin(2.3 * own + p1)
  const n = motion.radiusM * 0.6 * sin(1.4 * slow + 1) + 40 * sin(0.9 * own + p2) + 15 * sin(2.7 * own + p3)
  return put(out, truth.e + e, truth.n + n, truth.h + 12 * sin(0.5 * own + p4))
}

function approachInto(truth: TruthObject, motion: Extract<Motion, { kind: 'approach' }>, atS: number, out: Float64Array): boolean {
  const toGoS = motion.touchdownMs / 1000 - atS
  // Along the runway from its threshold, m: negative before it.
  let alongM: number
  if (toGoS >= 0) alongM = TOUCHDOWN_BEYOND_M - toGoS * motion.speedMps
  else {
    const brakingS = Math.min(-toGoS, motion.speedMps / BRAKE_MPS2)
    alongM = TOUCHDOWN_BEYOND_M + motion.speedMps * brakingS - (BRAKE_MPS2 / 2) * brakingS * brakingS
  }
  const climbM = Math.max(0, TOUCHDOWN_BEYOND_M - alongM) * tan(motion.glideRad)
  put(
    out,
    truth.e + alongM * sin(motion.courseRad),
    truth.n + alongM * cos(motion.courseRad),
    Math.min(truth.h + climbM, motion.levelAltHaeM),
  )
  return toGoS <= 0
}
