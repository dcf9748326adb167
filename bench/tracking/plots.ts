import { readFileSync } from 'node:fs'
import type { Second } from './score.mjs'

/** Plots of one scored run, as SVG text. */

const WIDTH = 860
const MARGIN = 50
const HUES = ['#0b6e99', '#c0392b', '#2e8b57', '#8e44ad', '#b9770e', '#34495e']

type Line = { readonly name: string; readonly colour: string; readonly points: readonly (readonly [number, number])[] }

function frame(height: number, title: string, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="white"/><text x="${MARGIN}" y="20" font-size="15">${title}</text>${body}</svg>\n`
}

function chart(lines: readonly Line[], top: number, height: number, label: string): string {
  const all = lines.flatMap((line) => line.points)
  const maxX = Math.max(...all.map((p) => p[0]), 1)
  const maxY = Math.max(...all.map((p) => p[1]), 1) * 1.05
  const x = (v: number) => MARGIN + (v / maxX) * (WIDTH - 2 * MARGIN)
  const y = (v: number) => top + height - (v / maxY) * height
  const axis = [0, 0.25, 0.5, 0.75, 1].map(
    (f) =>
      `<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${y(f * maxY)}" y2="${y(f * maxY)}" stroke="#ddd"/><text x="${MARGIN - 6}" y="${y(f * maxY) + 4}" text-anchor="end">${(f * maxY).toFixed(0)}</text><text x="${x(f * maxX)}" y="${top + height + 16}" text-anchor="middle">${(f * maxX).toFixed(0)} s</text>`,
  )
  const drawn = lines.map(
    (line, i) =>
      `<polyline fill="none" stroke="${line.colour}" stroke-width="1.6" points="${line.points.map(([a, b]) => `${x(a).toFixed(1)},${y(b).toFixed(1)}`).join(' ')}"/><text x="${WIDTH - MARGIN - 8}" y="${top + 16 + 16 * i}" text-anchor="end" fill="${line.colour}">${line.name}</text>`,
  )
  return `<text x="${MARGIN}" y="${top - 6}">${label}</text>${axis.join('')}${drawn.join('')}`
}

/** Error and number of objects over time. */
export function errorPlot(title: string, seconds: readonly Second[]): string {
  const line = (name: string, colour: string, value: (s: Second) => number): Line => ({
    name,
    colour,
    points: seconds.map((s) => [s.t, value(s)] as const),
  })
  const error = chart(
    [
      line('GOSPA', HUES[0]!, (s) => s.gospa),
      line('localisation', HUES[2]!, (s) => Math.sqrt(s.loc)),
      line('missed', HUES[1]!, (s) => Math.sqrt(s.miss)),
      line('false', HUES[4]!, (s) => Math.sqrt(s.fals)),
    ],
    50,
    230,
    'GOSPA and its parts, m (p = 2, c = 100 m)',
  )
  const count = chart([line('truth', HUES[5]!, (s) => s.truths), line('tracks', HUES[0]!, (s) => s.tracks)], 340, 150, 'objects')
  return frame(530, title, error + count)
}

/** Map of truth (grey) and tracks (a colour each). */
export function mapPlot(title: string, truthFile: string, tracksFile: string): string {
  const paths = (file: string, idColumn: string) => {
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    const head = (lines[0] ?? '').split(',')
    const [id, x, y] = [idColumn, 'x', 'y'].map((name) => head.indexOf(name)) as [number, number, number]
    const out = new Map<string, [number, number][]>()
    for (const row of lines.slice(1)) {
      const cells = row.split(',')
      const key = cells[id] ?? ''
      out.set(key, [...(out.get(key) ?? []), [Number(cells[x]), Number(cells[y])]])
    }
    return [...out.values()]
  }
  const truth = paths(truthFile, 'target')
  const tracks = paths(tracksFile, 'track_id')
  const reach = Math.max(...truth.flat(2).map(Math.abs), 1)
  const scale = (WIDTH - 2 * MARGIN) / (2 * reach)
  const place = ([x, y]: [number, number]) => `${(WIDTH / 2 + x * scale).toFixed(1)},${(WIDTH / 2 - y * scale).toFixed(1)}`
  const draw = (all: [number, number][][], colour: (i: number) => string, width: number) =>
    all
      .map((path, i) => `<polyline fill="none" stroke="${colour(i)}" stroke-width="${width}" points="${path.map(place).join(' ')}"/>`)
      .join('')
  return frame(WIDTH, title, draw(truth, () => '#bbb', 4) + draw(tracks, (i) => HUES[i % HUES.length]!, 1.2))
}
