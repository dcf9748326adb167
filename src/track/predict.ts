import { exp } from '../math/elementary.ts'
import { mixPlanar, planarMomentsInto, planarMotion, predictPlanar, PLANAR_BLOCK } from '../math/planar-imm.ts'
import type { PlanarMotion } from '../math/planar-imm.ts'
import { predictVertical, verticalMomentsInto, verticalMotion, VERTICAL_BLOCK } from '../math/vertical-imm.ts'
import type { VerticalMotion } from '../math/vertical-imm.ts'
import type { TrackerSettings } from './settings.ts'
import type { TrackerState } from './state.ts'
import { MEAN } from './table.ts'
import type { TrackTable } from './table.ts'

/** Models mix at most so often, ms: between looks that follow each other fast a change of motion would not show anyway. */
const MIX_EVERY_MS = 400
/** Longer steps are cut, so that models may change more than once on the way, ms. */
const STEP_MAX_MS = 1000

export type Motion = { readonly planar: PlanarMotion; readonly vertical: VerticalMotion }

/** Motions by step, for each settings: they follow from the two alone, so they are remembered, within a bound. */
const motions = new WeakMap<TrackerSettings, Map<number, Motion>>()
const MOTIONS_MAX = 4096

/** The motion of one step. */
export function motionOf(settings: TrackerSettings, stepMs: number): Motion {
  let known = motions.get(settings)
  if (known === undefined) motions.set(settings, (known = new Map()))
  const found = known.get(stepMs)
  if (found !== undefined) return found
  if (known.size >= MOTIONS_MAX) known.clear()
  const dtS = stepMs / 1000
  const motion = {
    planar: planarMotion(settings.planar, Float64Array.from(settings.planarRates), dtS),
    vertical: verticalMotion(settings.vertical.length, Float64Array.from(settings.verticalRates), dtS),
  }
  known.set(stepMs, motion)
  return motion
}

/** Ages the existence of one track: it may have vanished since. Without this each new look could only make it surer. */
export function ageExistence(state: TrackerState, row: number, toMs: number): void {
  const { table } = state
  const dtS = (toMs - table.aliveMs[row]!) / 1000
  if (!(dtS > 0)) return
  table.existence[row]! *= exp(-state.settings.deathPerS * dtS)
  table.aliveMs[row] = toMs
}

/** Brings one track forward to a time; a track that is there already stays. */
export function predictTrack(state: TrackerState, row: number, toMs: number): void {
  const { table, settings } = state
  let left = toMs - table.timeMs[row]!
  if (!(left > 0)) return
  const planarBase = row * table.planarCount * PLANAR_BLOCK
  const verticalBase = row * table.verticalCount * VERTICAL_BLOCK
  while (left > 0) {
    const stepMs = left > STEP_MAX_MS ? STEP_MAX_MS : left
    const motion = motionOf(settings, stepMs)
    const reachedMs = toMs - left + stepMs
    const sinceMs = reachedMs - table.mixedMs[row]!
    if (sinceMs >= MIX_EVERY_MS) {
      mixPlanar(table.planar, planarBase, table.planarWeight, row * table.planarCount, motionOf(settings, sinceMs).planar)
      table.mixedMs[row] = reachedMs
    }
    predictPlanar(table.planar, planarBase, motion.planar)
    predictVertical(settings.vertical, table.vertical, verticalBase, table.verticalWeight, row * table.verticalCount, motion.vertical)
    left -= stepMs
  }
  table.timeMs[row] = toMs
  refreshMean(table, row)
}

/** Recomputes the mean and covariance of one track from its models. */
export function refreshMean(table: TrackTable, row: number): void {
  const at = row * MEAN
  planarMomentsInto(
    table.planar,
    row * table.planarCount * PLANAR_BLOCK,
    table.planarWeight,
    row * table.planarCount,
    table.planarCount,
    table.mean,
    at,
  )
  verticalMomentsInto(
    table.vertical,
    row * table.verticalCount * VERTICAL_BLOCK,
    table.verticalWeight,
    row * table.verticalCount,
    table.verticalCount,
    table.mean,
    at + 10,
  )
}
