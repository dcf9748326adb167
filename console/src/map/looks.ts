import type { TrackView } from '../../../src/model/api.ts'
import { categoryOf, CELL_PX, symbolKey, type SymbolSheet } from './symbols.ts'
import type { Look } from './track-slots.ts'

/** Cell heights in px; the symbol itself is about half of its cell. */
const LITTLE_PX = 20
const QUIET_PX = 28
const KNOWN_PX = 34
const HIDDEN: Look = { iconX: 0, iconY: 0, iconSize: CELL_PX, sizePx: 0, opacity: 0, dotPx: 0, withVector: false, withTrail: false }
const FOLDED: Look = { ...HIDDEN, dotPx: 1.5 }
/** A claim that no sensor has seen a body behind yet. */
const BARE_CLAIM: Look = { ...HIDDEN, dotPx: 3 }

/**
 * Younger than this is never called old: several sensors together update ten times a second, and the way to the screen
 * alone takes a third of one. A symbol that flickers hollow would teach eyes to overlook it.
 */
const LEAST_STALE_MS = 2000

/** Older than two of its update intervals: drawn hollow with its age. Judged here, as a silent server cannot say so. */
export function isStale(track: TrackView, nowMs: number): boolean {
  return nowMs - track.updatedMs > Math.max(LEAST_STALE_MS, 2000 * track.updateIntervalS)
}

/** True where a person is asked to look: drawn large, on top, by `ink.ts`. */
export function isUrgent(track: TrackView): boolean {
  return track.priority !== null || track.identity === 'suspect' || track.identity === 'hostile'
}

/** Most probably nothing to anybody: a bird or an echo. Known by its class, it stays on the map and keeps quiet. */
export function isLittle(track: TrackView): boolean {
  const best = track.classes[0]
  if (best !== undefined && best.probability >= 0.5 && (best.class === 'bird' || best.class === 'clutter')) return true
  return (
    track.reasonsFor.some((reason) => reason.code === 'kinematics-bird') ||
    track.reasonsAgainst.some((reason) => reason.code === 'kinematics-bird')
  )
}

/** Remote ID alone: a claim, drawn as a body only once there is one. */
function isBareClaim(track: TrackView): boolean {
  return track.bodySeenMs === null && track.claims.some((claim) => claim.startsWith('rid:'))
}

/**
 * How a track looks among the many. The few that ask for a person are drawn by `ink.ts` above them all, and the folded
 * claims are a layer of dots; both hide here.
 */
export function lookOf(track: TrackView, stale: boolean, sheet: SymbolSheet): Look {
  if (track.folded) return FOLDED
  const urgent = isUrgent(track)
  if (!urgent && isBareClaim(track)) return BARE_CLAIM
  const cell = sheet.cellOf.get(symbolKey(track.identity, categoryOf(track), stale ? 'stale' : 'live'))
  if (cell === undefined) return HIDDEN
  const little = isLittle(track)
  const quiet = little || track.identity === 'neutral' || track.onGround
  return {
    iconX: cell[0],
    iconY: cell[1],
    iconSize: CELL_PX,
    sizePx: urgent ? 0 : little ? LITTLE_PX : quiet ? QUIET_PX : KNOWN_PX,
    dotPx: 0,
    opacity: stale ? 150 : little ? 120 : quiet ? 165 : 215,
    withVector: !stale && !track.onGround && track.speedMps > 2,
    withTrail: !track.onGround,
  }
}
