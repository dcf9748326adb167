import type { BearingView } from '../../../src/model/api.ts'
import type { InkInput } from './ink.ts'

const METRES_PER_DEGREE = 111_320
/** Half-width of the wedge, in standard deviations. */
const WEDGE_SIGMAS = 2

/** A line of bearing with a wedge of two standard deviations: it says "somewhere along here", never a place. */
export function drawBearing(context: CanvasRenderingContext2D, input: InkInput, bearing: BearingView, strength: number): void {
  const { projection, palette } = input
  const reachM = Math.hypot(
    (bearing.toLatDeg - bearing.fromLatDeg) * METRES_PER_DEGREE,
    (bearing.toLonDeg - bearing.fromLonDeg) * METRES_PER_DEGREE * Math.cos((bearing.fromLatDeg * Math.PI) / 180),
  )
  const from = projection.toScreen(bearing.fromLonDeg, bearing.fromLatDeg, 0)
  const end = (offsetDeg: number): readonly [number, number] => {
    const azimuth = ((bearing.azimuthDeg + offsetDeg) * Math.PI) / 180
    const lat = bearing.fromLatDeg + (reachM * Math.cos(azimuth)) / METRES_PER_DEGREE
    const lon = bearing.fromLonDeg + (reachM * Math.sin(azimuth)) / (METRES_PER_DEGREE * Math.cos((bearing.fromLatDeg * Math.PI) / 180))
    return projection.toScreen(lon, lat, 0)
  }
  const middle = end(0)
  const spread = bearing.sigmaDeg * WEDGE_SIGMAS
  context.save()
  context.globalAlpha = 0.1 + 0.1 * strength
  context.fillStyle = palette.text
  context.beginPath()
  context.moveTo(...from)
  for (let i = -4; i <= 4; i++) context.lineTo(...end((spread * i) / 4))
  context.closePath()
  context.globalAlpha = 0.07 * strength
  context.fill()
  context.globalAlpha = 0.25 + 0.45 * strength
  context.strokeStyle = palette.textQuiet
  context.lineWidth = 1
  context.setLineDash([8, 5])
  context.beginPath()
  context.moveTo(...from)
  context.lineTo(...middle)
  context.stroke()
  context.restore()
}
