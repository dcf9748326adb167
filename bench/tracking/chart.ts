/** Figures as SVG text: panels of lines and dots over linear or logarithmic axes. Used by the tracking benchmarks and the tutorial. */

export type Point = readonly [number, number]
export type Series = {
  readonly name: string
  readonly points: readonly Point[]
  /** Default: a line. */
  readonly as?: 'line' | 'dots' | 'dashes'
  readonly colour?: string
  /** Width of the line or radius of the dots, px. */
  readonly size?: number
}
export type Panel = {
  readonly label: string
  readonly xLabel: string
  readonly series: readonly Series[]
  readonly heightPx?: number
  readonly logX?: boolean
  readonly logY?: boolean
  /** One metre is as long on both axes. */
  readonly equal?: boolean
  readonly x?: readonly [number, number]
  readonly y?: readonly [number, number]
}

export const INK = {
  blue: '#0b6e99',
  red: '#c0392b',
  green: '#2e8b57',
  violet: '#8e44ad',
  ochre: '#b9770e',
  slate: '#34495e',
  grey: '#b5b5b5',
} as const
const HUES = Object.values(INK)

const WIDTH = 860
const MARGIN = { left: 62, right: 24 }
const PLOT = WIDTH - MARGIN.left - MARGIN.right

type Axis = { readonly at: (value: number) => number; readonly ticks: readonly number[] }

/** Labels without rounding noise: 0.1, 2, 5000, 1e6. */
function label(value: number): string {
  return Math.abs(value) >= 1e6 ? value.toExponential(0).replace('+', '') : String(Number(value.toPrecision(4)))
}

function linearAxis(low: number, high: number, from: number, to: number): Axis {
  const span = high - low || 1
  const rough = span / (Math.abs(to - from) > 400 ? 8 : 5)
  const decade = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((m) => m * decade).find((s) => s >= rough) ?? rough
  const ticks: number[] = []
  for (let k = Math.ceil(low / step); k * step <= high + 1e-9 * span; k++) ticks.push(k * step)
  return { at: (value) => from + ((value - low) / span) * (to - from), ticks }
}

function logAxis(low: number, high: number, from: number, to: number): Axis {
  const [a, b] = [Math.floor(Math.log10(low) + 1e-9), Math.ceil(Math.log10(high) - 1e-9)]
  const ticks: number[] = []
  for (let k = a; k <= b; k++) ticks.push(10 ** k)
  return { at: (value) => from + ((Math.log10(value) - a) / (b - a || 1)) * (to - from), ticks }
}

function extent(values: readonly number[], padded: boolean): [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  if (!(low <= high)) return [0, 1]
  const pad = padded ? 0.05 * (high - low || 1) : 0
  return [low - pad, high + pad]
}

/** Ranges of both axes; with `equal` the tighter one is widened round its middle. */
function ranges(panel: Panel, heightPx: number): { x: readonly [number, number]; y: readonly [number, number] } {
  const all = panel.series.flatMap((s) => s.points).filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b))
  const x =
    panel.x ??
    extent(
      all.map((p) => p[0]),
      panel.equal === true,
    )
  const y = panel.y ?? extent([...all.map((p) => p[1]), ...(panel.equal === true || panel.logY === true ? [] : [0])], true)
  if (panel.equal !== true) return { x, y }
  const perPx = Math.max((x[1] - x[0]) / PLOT, (y[1] - y[0]) / heightPx)
  const round = (range: readonly [number, number], px: number): [number, number] => {
    const middle = (range[0] + range[1]) / 2
    return [middle - (perPx * px) / 2, middle + (perPx * px) / 2]
  }
  return { x: round(x, PLOT), y: round(y, heightPx) }
}

function drawSeries(series: Series, colour: string, x: Axis, y: Axis): string {
  const place = ([a, b]: Point): string => `${x.at(a).toFixed(1)},${y.at(b).toFixed(1)}`
  if (series.as === 'dots') {
    const r = series.size ?? 1.6
    return `<path fill="none" stroke="${colour}" stroke-width="${2 * r}" stroke-linecap="round" d="${series.points.map((p) => `M${place(p)}h0`).join('')}"/>`
  }
  const dash = series.as === 'dashes' ? ' stroke-dasharray="6 4"' : ''
  // A gap in the values is a gap in the line.
  const runs: Point[][] = [[]]
  for (const p of series.points) {
    if (Number.isFinite(p[0]) && Number.isFinite(p[1])) runs.at(-1)!.push(p)
    else runs.push([])
  }
  return runs
    .filter((run) => run.length > 1)
    .map(
      (run) =>
        `<polyline fill="none" stroke="${colour}" stroke-width="${series.size ?? 1.6}"${dash} points="${run.map(place).join(' ')}"/>`,
    )
    .join('')
}

function drawPanel(panel: Panel, top: number, heightPx: number, clip: string): string {
  const { x: xs, y: ys } = ranges(panel, heightPx)
  const x = (panel.logX === true ? logAxis : linearAxis)(xs[0], xs[1], MARGIN.left, WIDTH - MARGIN.right)
  const y = (panel.logY === true ? logAxis : linearAxis)(ys[0], ys[1], top + heightPx, top)
  const bottom = top + heightPx
  const grid = [
    ...x.ticks.map(
      (v) =>
        `<line x1="${x.at(v).toFixed(1)}" x2="${x.at(v).toFixed(1)}" y1="${top}" y2="${bottom}" stroke="#e6e6e6"/><text x="${x.at(v).toFixed(1)}" y="${bottom + 15}" text-anchor="middle">${label(v)}</text>`,
    ),
    ...y.ticks.map(
      (v) =>
        `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y.at(v).toFixed(1)}" y2="${y.at(v).toFixed(1)}" stroke="#e6e6e6"/><text x="${MARGIN.left - 6}" y="${(y.at(v) + 4).toFixed(1)}" text-anchor="end">${label(v)}</text>`,
    ),
  ]
  const colours = panel.series.map((s, i) => s.colour ?? HUES[i % HUES.length]!)
  const drawn = panel.series.map((s, i) => drawSeries(s, colours[i]!, x, y))
  const named = panel.series.map((s, i) => [s.name, colours[i]!] as const).filter(([name]) => name !== '')
  const key = named.map(
    ([name, colour], i) =>
      `<text x="${WIDTH - MARGIN.right - 8}" y="${top + 16 + 15 * i}" text-anchor="end" fill="${colour}" stroke="white" stroke-width="3" paint-order="stroke">${name}</text>`,
  )
  return `<text x="${MARGIN.left}" y="${top - 7}">${panel.label}</text><text x="${WIDTH - MARGIN.right}" y="${bottom + 30}" text-anchor="end">${panel.xLabel}</text>${grid.join('')}<clipPath id="${clip}"><rect x="${MARGIN.left}" y="${top}" width="${PLOT}" height="${heightPx}"/></clipPath><g clip-path="url(#${clip})">${drawn.join('')}</g><rect x="${MARGIN.left}" y="${top}" width="${PLOT}" height="${heightPx}" fill="none" stroke="#999"/>${key.join('')}`
}

/** One figure: a title and panels below each other. */
export function figure(title: string, panels: readonly Panel[]): string {
  let top = 58
  const bodies = panels.map((panel, i) => {
    const heightPx = panel.heightPx ?? 230
    const body = drawPanel(panel, top, heightPx, `panel${i}`)
    top += heightPx + 62
    return body
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${top - 20}" viewBox="0 0 ${WIDTH} ${top - 20}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="white"/><text x="${MARGIN.left}" y="24" font-size="15">${title}</text>${bodies.join('')}</svg>\n`
}

/** Outline of the ellipse that holds a share of a two-dimensional normal distribution (`sigmas` 2.448: 95 %). */
export function ellipse(x: number, y: number, xx: number, xy: number, yy: number, sigmas = 2.448): Point[] {
  // Columns of the Cholesky factor carry the unit circle onto the ellipse.
  const a = Math.sqrt(xx)
  const b = xy / a
  const c = Math.sqrt(Math.max(0, yy - b * b))
  return Array.from({ length: 41 }, (_, k) => {
    const angle = (2 * Math.PI * k) / 40
    return [x + sigmas * a * Math.cos(angle), y + sigmas * (b * Math.cos(angle) + c * Math.sin(angle))]
  })
}
