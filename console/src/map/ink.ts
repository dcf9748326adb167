import type { BearingView, TrackView } from '../../../src/model/api.ts'
import type { RoomWords } from '../words.tsx'
import { drawBearing } from './ink-bearings.ts'
import { drawEllipse, drawSelectionRing, drawStem, drawTrail, drawVector } from './ink-marks.ts'
import { placeLabels, type LabelRequest } from './ink-labels.ts'
import { isLittle, isStale, isUrgent } from './looks.ts'
import { identityColour, type Palette } from './palette.ts'
import type { Projection } from './projection.ts'
import { categoryOf, drawSymbol } from './symbols.ts'

/**
 * What the map draws over the many: the few tracks that ask for a person, the chosen one, their uncertainty, bearings and
 * labels. A 2-D canvas, because the browser sets Arabic, digits and direction right there. Every list is bounded.
 */
export type InkInput = {
  readonly projection: Projection
  readonly palette: Palette
  readonly words: RoomWords
  readonly nowMs: number
  readonly tracks: ReadonlyMap<string, TrackView>
  readonly bearings: ReadonlyMap<string, BearingView>
  readonly selectedTrack: string | undefined
  readonly hoveredTrack: string | undefined
  readonly siteAt: (id: string) => { readonly lonDeg: number; readonly latDeg: number } | undefined
  readonly trailOf: (id: string) => readonly (readonly [number, number])[]
  readonly reducedDetail: boolean
  /** Letters and symbols this much larger: a wall is read from eight metres. */
  readonly scale: number
}

const MOST_LABELS = 80
const MOST_ELLIPSES = 120
const MOST_BEARINGS = 60
const URGENT_PX = 30
/** An ellipse smaller than this on the screen tells nothing, px. */
const SMALLEST_ELLIPSE_PX = 7
/** Bearings fade out over this time, ms. */
const BEARING_MS = 12_000

type Placed = {
  readonly track: TrackView
  readonly x: number
  readonly y: number
  readonly z: number
  readonly urgent: boolean
  readonly chosen: boolean
  readonly stale: boolean
}

/** The height to draw a track at, m above the sea; 0 while nothing has measured it. */
export function drawnHeightM(track: TrackView): number {
  return track.altAmslM === null || track.onGround ? 0 : Math.max(0, track.altAmslM)
}

export function drawInk(context: CanvasRenderingContext2D, input: InkInput): void {
  const { projection } = input
  context.clearRect(0, 0, projection.widthPx, projection.heightPx)
  const placed = placeTracks(input)
  drawBearings(context, input)
  let ellipses = 0
  for (const item of placed) {
    if (ellipses >= MOST_ELLIPSES) break
    if (
      item.track.ellipse.majorM * 2 > SMALLEST_ELLIPSE_PX * projection.metresPerPx &&
      drawEllipse(context, input, item.track, item.z, item.urgent || item.chosen)
    )
      ellipses++
  }
  for (const item of placed) if (item.urgent || item.chosen) drawTrail(context, input, input.trailOf(item.track.id), item)
  for (const item of placed) if (projection.pitched && item.z > 0) drawStem(context, input, item.track, item)
  for (const item of placed) if (item.urgent) drawUrgent(context, input, item)
  for (const item of placed)
    if (item.chosen) drawSelectionRing(context, input.palette, item.x, item.y, (item.urgent ? 27 : 19) * input.scale)
  placeLabels(context, input, labelRequests(input, placed))
}

/** Everything on the screen that is not folded; the least important first, so that the most important is drawn last. */
function placeTracks(input: InkInput): Placed[] {
  const { projection } = input
  const placed: Placed[] = []
  for (const track of input.tracks.values()) {
    if (track.folded) continue
    const z = drawnHeightM(track)
    const [x, y] = projection.toScreen(track.lonDeg, track.latDeg, z)
    if (x < -60 || y < -60 || x > projection.widthPx + 60 || y > projection.heightPx + 60) continue
    placed.push({ track, x, y, z, urgent: isUrgent(track), chosen: track.id === input.selectedTrack, stale: isStale(track, input.nowMs) })
  }
  return placed.toSorted((a, b) => weight(a) - weight(b))
}

function weight(item: Placed): number {
  const byIdentity =
    item.track.identity === 'hostile' ? 30 : item.track.identity === 'suspect' ? 20 : item.track.identity === 'neutral' ? 0 : 5
  const byPriority = item.track.priority === null ? 0 : 100 - item.track.priority * 20
  return (item.chosen ? 200 : 0) + byPriority + byIdentity + (item.track.onGround ? -5 : 0)
}

function labelRequests(input: InkInput, placed: readonly Placed[]): LabelRequest[] {
  const requests: LabelRequest[] = []
  for (let i = placed.length - 1; i >= 0 && requests.length < MOST_LABELS; i--) {
    const item = placed[i]!
    const large = item.urgent || item.chosen
    // Far out, quiet traffic keeps its symbol and loses its words.
    if (!large && (input.reducedDetail || item.track.onGround || isLittle(item.track)) && item.track.id !== input.hoveredTrack) continue
    requests.push({ track: item.track, x: item.x, y: item.y, large, stale: item.stale })
  }
  return requests
}

const urgentSymbols = new Map<string, ReturnType<typeof drawSymbol>>()

function drawUrgent(context: CanvasRenderingContext2D, input: InkInput, item: Placed): void {
  const { palette } = input
  if (!item.stale) drawVector(context, input, item.track, item)
  const scale = Math.min(2, globalThis.devicePixelRatio ?? 1)
  const sizePx = URGENT_PX * input.scale
  const key = `${palette.sea} ${scale} ${sizePx} ${item.track.identity} ${categoryOf(item.track)} ${item.stale}`
  let symbol = urgentSymbols.get(key)
  if (symbol === undefined) {
    symbol = drawSymbol(item.track.identity, categoryOf(item.track), item.stale ? 'stale' : 'live', sizePx * scale, palette)
    urgentSymbols.set(key, symbol)
  }
  // A faint pool of the identity's own colour: seen from the corner of the eye, it says where to look first.
  const glowPx = 46 * input.scale
  const glow = context.createRadialGradient(item.x, item.y, 8, item.x, item.y, glowPx)
  const colour = palette.identity[identityColour(item.track.identity)]
  glow.addColorStop(0, `${colour}55`)
  glow.addColorStop(1, `${colour}00`)
  context.fillStyle = glow
  context.fillRect(item.x - glowPx, item.y - glowPx, 2 * glowPx, 2 * glowPx)
  context.drawImage(
    symbol.canvas,
    item.x - symbol.anchorX / scale,
    item.y - symbol.anchorY / scale,
    symbol.canvas.width / scale,
    symbol.canvas.height / scale,
  )
}

function drawBearings(context: CanvasRenderingContext2D, input: InkInput): void {
  let drawn = 0
  for (const bearing of input.bearings.values()) {
    const age = (input.nowMs - bearing.atMs) / BEARING_MS
    if (age > 1 || drawn >= MOST_BEARINGS) continue
    drawBearing(context, input, bearing, 1 - Math.max(0, age))
    drawn++
  }
}
