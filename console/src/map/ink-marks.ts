import type { TrackView } from '../../../src/model/api.ts'
import type { InkInput } from './ink.ts'
import { identityColour, type Palette } from './palette.ts'
import { VECTOR_S } from './track-slots.ts'

const METRES_PER_DEGREE = 111_320
type Point = { readonly x: number; readonly y: number }

function offset(track: TrackView, distanceM: number, bearingDeg: number): readonly [number, number] {
  const bearing = (bearingDeg * Math.PI) / 180
  const lat = track.latDeg + (distanceM * Math.cos(bearing)) / METRES_PER_DEGREE
  const lon = track.lonDeg + (distanceM * Math.sin(bearing)) / (METRES_PER_DEGREE * Math.cos((track.latDeg * Math.PI) / 180))
  return [lon, lat]
}

/**
 * The two-sigma ellipse of the horizontal position, through the map's own projection: its axes are projected and the
 * circle is drawn in their frame. False where it would be larger than the map and so say nothing.
 */
export function drawEllipse(context: CanvasRenderingContext2D, input: InkInput, track: TrackView, zM: number, strong: boolean): boolean {
  const { projection, palette } = input
  const { majorM, minorM, bearingDeg } = track.ellipse
  const centre = projection.toScreen(track.lonDeg, track.latDeg, zM)
  const major = projection.toScreen(...offset(track, 2 * majorM, bearingDeg), zM)
  const minor = projection.toScreen(...offset(track, 2 * minorM, bearingDeg + 90), zM)
  const ax = major[0] - centre[0],
    ay = major[1] - centre[1],
    bx = minor[0] - centre[0],
    by = minor[1] - centre[1]
  if (Math.hypot(ax, ay) > projection.widthPx) return false
  context.save()
  context.beginPath()
  for (let i = 0; i <= 48; i++) {
    const angle = (i / 48) * 2 * Math.PI
    const c = Math.cos(angle),
      s = Math.sin(angle)
    context.lineTo(centre[0] + c * ax + s * bx, centre[1] + c * ay + s * by)
  }
  context.strokeStyle = palette.textQuiet
  context.lineWidth = strong ? 1.5 : 1
  context.globalAlpha = strong ? 0.9 : 0.4
  context.stroke()
  if (strong) {
    context.globalAlpha = 0.08
    context.fillStyle = palette.text
    context.fill()
  }
  context.restore()
  return true
}

/** Where it has been, as a line, for the few. */
export function drawTrail(
  context: CanvasRenderingContext2D,
  input: InkInput,
  points: readonly (readonly [number, number])[],
  at: Point,
): void {
  if (points.length < 2) return
  context.save()
  context.strokeStyle = input.palette.textQuiet
  context.lineWidth = 1.5
  context.globalAlpha = 0.7
  context.beginPath()
  for (const [lon, lat] of points) context.lineTo(...input.projection.toScreen(lon, lat, 0))
  if (!input.projection.pitched) context.lineTo(at.x, at.y)
  context.stroke()
  context.restore()
}

/** Where it will be in `VECTOR_S`, at its present velocity; an arrow head shows which end. */
export function drawVector(context: CanvasRenderingContext2D, input: InkInput, track: TrackView, at: Point & { readonly z: number }): void {
  if (track.speedMps < 1 || track.onGround) return
  const [ex, ey] = input.projection.toScreen(...offset(track, track.speedMps * VECTOR_S, track.courseDeg), at.z)
  const length = Math.hypot(ex - at.x, ey - at.y)
  if (length < 6) return
  const ux = (ex - at.x) / length,
    uy = (ey - at.y) / length
  context.save()
  context.strokeStyle = context.fillStyle = input.palette.identity[identityColour(track.identity)]
  context.lineWidth = 2.5
  context.beginPath()
  context.moveTo(at.x, at.y)
  context.lineTo(ex, ey)
  context.stroke()
  context.beginPath()
  context.moveTo(ex + ux * 5, ey + uy * 5)
  context.lineTo(ex - ux * 5 - uy * 5, ey - uy * 5 + ux * 5)
  context.lineTo(ex - ux * 5 + uy * 5, ey - uy * 5 - ux * 5)
  context.fill()
  context.restore()
}

/** A line down to the ground point, while the map is tilted. */
export function drawStem(context: CanvasRenderingContext2D, input: InkInput, track: TrackView, at: Point): void {
  const [gx, gy] = input.projection.toScreen(track.lonDeg, track.latDeg, 0)
  context.save()
  context.strokeStyle = input.palette.textQuiet
  context.globalAlpha = 0.6
  context.lineWidth = 1
  context.beginPath()
  context.moveTo(at.x, at.y)
  context.lineTo(gx, gy)
  context.stroke()
  context.beginPath()
  context.arc(gx, gy, 2, 0, 2 * Math.PI)
  context.stroke()
  context.restore()
}

/** Four corners round the chosen one. */
export function drawSelectionRing(context: CanvasRenderingContext2D, palette: Palette, x: number, y: number, half: number): void {
  const arm = half * 0.45
  context.save()
  for (const [colour, width] of [
    [palette.halo, 5],
    [palette.text, 2],
  ] as const) {
    context.strokeStyle = colour
    context.lineWidth = width
    context.beginPath()
    for (const [sx, sy] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const) {
      context.moveTo(x + sx * half, y + sy * (half - arm))
      context.lineTo(x + sx * half, y + sy * half)
      context.lineTo(x + sx * (half - arm), y + sy * half)
    }
    context.stroke()
  }
  context.restore()
}
