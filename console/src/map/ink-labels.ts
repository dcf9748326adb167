import type { TrackView } from '../../../src/model/api.ts'
import type { InkInput } from './ink.ts'
import { identityColour } from './palette.ts'

/** Labels are placed most important first, each where it covers no earlier one; a quiet one that finds no place is left out. */
export type LabelRequest = {
  readonly track: TrackView
  readonly x: number
  readonly y: number
  readonly large: boolean
  readonly stale: boolean
}
type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
type Line = { readonly text: string; readonly font: string; readonly colour: string; readonly height: number }

export const MAP_FONT = "'Noto Sans Variable', 'Noto Sans Arabic Variable', sans-serif"

export function placeLabels(context: CanvasRenderingContext2D, input: InkInput, requests: readonly LabelRequest[]): void {
  const taken: Box[] = requests.map((r) =>
    r.large ? { x: r.x - 18, y: r.y - 18, w: 36, h: 36 } : { x: r.x - 7, y: r.y - 7, w: 14, h: 14 },
  )
  context.save()
  context.direction = input.words.dir
  context.textBaseline = 'top'
  context.lineJoin = 'round'
  for (const request of requests) {
    const lines = linesOf(input, request)
    const box = placeFor(context, input, request, lines, taken)
    if (box === undefined) continue
    taken.push(box)
    paint(context, input, box, lines, request)
  }
  context.restore()
}

/** One line in `sizePx`, with room above and below. */
function line(input: InkInput, text: string, weight: number, sizePx: number, colour: string): Line {
  const scaled = Math.round(sizePx * input.scale)
  return { text, font: `${weight} ${scaled}px ${MAP_FONT}`, colour, height: Math.round(scaled * 1.35) }
}

function linesOf(input: InkInput, { track, large, stale }: LabelRequest): Line[] {
  const { words, palette, nowMs } = input
  const name = track.callsign ?? track.id
  const height = track.onGround ? '' : track.altAmslM === null ? '' : words.height(track.altAmslM)
  const speed = words.speedFigure(track.speedMps)
  const moving = `${speed.value}\u00a0${speed.unit}`
  const age = stale ? words.duration((nowMs - track.updatedMs) / 1000) : ''
  const quiet = palette.textQuiet
  if (!large) {
    const detail = stale ? age : [height, moving].filter((part) => part !== '').join(' · ')
    return [line(input, isolated(name), 500, 11, stale ? quiet : palette.text), line(input, detail, 400, 11, quiet)]
  }
  const colour = palette.identity[identityColour(track.identity)]
  const lines: Line[] = [
    line(input, `${isolated(name)} · ${words.t(`identity.${track.identity}`)}`, 700, 15, colour),
    line(input, [height, moving].filter((part) => part !== '').join(' · '), 500, 13, palette.text),
  ]
  const threat = track.threats[0]
  if (threat !== undefined) {
    const time =
      threat.relation === 'inside'
        ? words.t('queue.inside')
        : `${words.duration(Math.max(0, threat.timeToZoneS - Math.max(0, nowMs - track.atMs) / 1000))} · ${words.distance(threat.distanceM)}`
    lines.push(line(input, time, 700, 15, palette.text))
  }
  if (stale) lines.push(line(input, age, 500, 13, quiet))
  return lines
}

/** Call signs and identifiers keep their own direction. */
function isolated(name: string): string {
  return `\u2066${name}\u2069`
}

/** Away from what it threatens first, then the other side, below, above; the large ones take the first that is free or, at worst, the first. */
function placeFor(
  context: CanvasRenderingContext2D,
  input: InkInput,
  request: LabelRequest,
  lines: readonly Line[],
  taken: readonly Box[],
): Box | undefined {
  let w = 0
  for (const line of lines) {
    context.font = line.font
    w = Math.max(w, context.measureText(line.text).width)
  }
  const h = lines.reduce((sum, line) => sum + line.height, 0)
  const gap = (request.large ? 30 : 11) * input.scale
  const right = { x: request.x + gap, y: request.y - h / 2, w, h }
  const left = { x: request.x - gap - w, y: request.y - h / 2, w, h }
  const below = { x: request.x - w / 2, y: request.y + gap, w, h }
  const above = { x: request.x - w / 2, y: request.y - gap - h, w, h }
  const order = leftFirst(input, request) ? [left, right, below, above] : [right, left, below, above]
  const free = order.find(
    (box) =>
      box.x >= 2 &&
      box.x + box.w <= input.projection.widthPx - 2 &&
      box.y >= 2 &&
      box.y + box.h <= input.projection.heightPx - 2 &&
      !taken.some((other) => overlap(box, other)),
  )
  return free ?? (request.large ? order[0] : undefined)
}

/** A label keeps clear of the site that its track threatens: it stands on the other side. Else as the language reads. */
function leftFirst({ projection, words, siteAt }: InkInput, { x, track }: LabelRequest): boolean {
  const threatened = track.threats[0]?.site
  const site = threatened === undefined || threatened === null ? undefined : siteAt(threatened)
  return site === undefined ? words.dir === 'rtl' : projection.toScreen(site.lonDeg, site.latDeg, 0)[0] > x
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

function paint(context: CanvasRenderingContext2D, input: InkInput, box: Box, lines: readonly Line[], request: LabelRequest): void {
  const onRight = box.x >= request.x
  context.textAlign = onRight ? 'left' : box.x + box.w <= request.x ? 'right' : 'center'
  const x = onRight ? box.x : box.x + box.w <= request.x ? box.x + box.w : box.x + box.w / 2
  let y = box.y
  if (request.large) {
    // A plate, so that what a person acts on is read over whatever lies beneath.
    context.globalAlpha = 0.82
    context.fillStyle = input.palette.halo
    context.beginPath()
    context.roundRect(box.x - 6, box.y - 3, box.w + 12, box.h + 6, 4)
    context.fill()
  }
  context.globalAlpha = request.stale && !request.large ? 0.75 : 1
  for (const line of lines) {
    context.font = line.font
    context.lineWidth = 3.5
    context.strokeStyle = input.palette.halo
    context.strokeText(line.text, x, y)
    context.fillStyle = line.colour
    context.fillText(line.text, x, y)
    y += line.height
  }
}
