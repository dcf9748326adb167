import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { Palette } from './palette.ts'

/** The ground: three greys and lines. No glyph server: MapLibre draws the letters of the page's own fonts. */
export const TEXT_FONT = ['Noto Sans Variable', 'Noto Sans Arabic Variable']
const EMPTY = { type: 'FeatureCollection', features: [] } as const
const BASE = `${import.meta.env.BASE_URL}basemap/`

/** `covered`: false where the event lies outside our coast data; the ground is then plain, as we know no sea there. */
export function roomStyle(palette: Palette, covered: boolean): StyleSpecification {
  const empty = { type: 'geojson', data: EMPTY as never } as const
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: `${BASE}land.geojson` },
      reclaimed: { type: 'geojson', data: `${BASE}reclaimed.geojson` },
      lines: { type: 'geojson', data: `${BASE}lines.geojson` },
      footprints: empty,
      sites: empty,
      zones: empty,
      coverage: empty,
      nodes: empty,
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': covered ? palette.sea : palette.land } },
      // Lines first, fills over them: only the outer edge of all land together stays to be seen.
      { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': palette.coast, 'line-width': 2 } },
      { id: 'reclaimed-edge', type: 'line', source: 'reclaimed', paint: { 'line-color': palette.coast, 'line-width': 2 } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': palette.land } },
      { id: 'reclaimed', type: 'fill', source: 'reclaimed', paint: { 'fill-color': palette.land } },
      {
        id: 'footprints',
        type: 'fill',
        source: 'footprints',
        paint: { 'fill-color': palette.faint, 'fill-opacity': ['case', ['==', ['get', 'kind'], 'stadium'], 1, 0.25] },
      },
      {
        id: 'border',
        type: 'line',
        source: 'lines',
        filter: ['==', ['get', 'kind'], 'border'],
        paint: { 'line-color': palette.faint, 'line-width': 1, 'line-dasharray': [6, 3, 1, 3] },
      },
      {
        id: 'runways',
        type: 'line',
        source: 'lines',
        filter: ['==', ['get', 'kind'], 'runway'],
        paint: { 'line-color': palette.faint, 'line-width': widthOf(50, 1.5) },
      },
      ...coverageLayers(palette),
      ...zoneLayers(palette),
      // The last layer's letters find their place first: a site's name goes before a node's.
      ...nodeLayers(palette),
      ...siteLayers(palette),
    ],
  }
}

/** A line of `metres` on the ground, never thinner than `leastPx`. At zoom 20 and 25 N a pixel is 0.0675 m (512 px tiles). */
function widthOf(metres: number, leastPx: number): ExpressionSpecification {
  const at = (zoom: number): number => Math.max(leastPx, metres / (0.0675 * Math.pow(2, 20 - zoom)))
  return ['interpolate', ['exponential', 2], ['zoom'], 8, at(8), 11, at(11), 13, at(13), 16, at(16), 20, at(20)]
}

const shown: ExpressionSpecification = ['get', 'applies']

/** Critical is a solid line, warning long dashes, alert dots; national zones a chain. A threatened zone is bright, the others faint. */
function zoneLayers(palette: Palette): LayerSpecification[] {
  const threatened: ExpressionSpecification = ['get', 'threatened']
  const line = (kind: string, dash: number[] | undefined, width: number): LayerSpecification => ({
    id: `zone-${kind}`,
    type: 'line',
    source: 'zones',
    filter: ['all', ['==', ['get', 'kind'], kind], shown, ['any', threatened, ['get', 'chosen'], ['>=', ['zoom'], ['get', 'minZoom']]]],
    layout: { 'line-cap': dash?.[0] === 0 ? 'round' : 'butt' },
    paint: {
      'line-color': ['case', threatened, palette.text, ['get', 'chosen'], palette.text, palette.line],
      'line-opacity': ['case', threatened, 0.9, ['get', 'chosen'], 0.9, 0.42],
      'line-width': ['case', threatened, width + 0.7, width],
      ...(dash === undefined ? {} : { 'line-dasharray': dash }),
    },
  })
  return [
    {
      id: 'zone-critical-fill',
      type: 'fill',
      source: 'zones',
      filter: ['all', ['==', ['get', 'kind'], 'critical'], shown, ['any', threatened, ['>=', ['zoom'], ['get', 'minZoom']]]],
      paint: { 'fill-color': palette.text, 'fill-opacity': ['case', threatened, 0.1, 0.04] },
    },
    line('alert', [0, 3], 1.3),
    line('warning', [5, 3], 1.2),
    line('critical', undefined, 1.4),
    line('geo', [8, 3, 2, 3], 1.2),
    line('restriction', [3, 2], 1.6),
    {
      id: 'zone-volume',
      type: 'fill-extrusion',
      source: 'zones',
      layout: { visibility: 'none' },
      // Only what matters stands up: sixty-four sites' walls would hide each other.
      filter: [
        'all',
        shown,
        ['any', threatened, ['get', 'chosen'], ['all', ['==', ['get', 'kind'], 'warning'], ['<=', ['get', 'minZoom'], 9]]],
      ],
      paint: {
        'fill-extrusion-color': palette.line,
        'fill-extrusion-base': ['get', 'floorM'],
        'fill-extrusion-height': ['get', 'ceilingM'],
        'fill-extrusion-opacity': 0.16,
      },
    },
  ]
}

/** Where a node should see and does not: hatched, with its time. */
function coverageLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'coverage-blind',
      type: 'fill',
      source: 'coverage',
      filter: ['==', ['get', 'state'], 'blind'],
      paint: { 'fill-pattern': 'hatch', 'fill-opacity': 0.28 },
    },
    {
      id: 'coverage-blind-edge',
      type: 'line',
      source: 'coverage',
      filter: ['==', ['get', 'state'], 'blind'],
      paint: { 'line-color': palette.text, 'line-width': 1.2, 'line-dasharray': [2, 2], 'line-opacity': 0.7 },
    },
    {
      id: 'coverage-chosen',
      type: 'line',
      source: 'coverage',
      filter: ['==', ['get', 'state'], 'chosen'],
      paint: { 'line-color': palette.text, 'line-width': 1.2, 'line-opacity': 0.7 },
    },
  ]
}

function siteLayers(palette: Palette): LayerSpecification[] {
  const bright: ExpressionSpecification = ['any', ['get', 'chosen'], ['get', 'threatened']]
  return [
    {
      id: 'site-dots',
      type: 'circle',
      source: 'sites',
      paint: {
        'circle-radius': [
          'interpolate',
          ['linear'],
          ['zoom'],
          9,
          ['case', ['any', bright, ['==', ['get', 'rank'], 1]], 4, 1.4],
          13,
          ['case', ['==', ['get', 'rank'], 1], 5, 3.5],
        ],
        'circle-color': ['case', bright, palette.text, ['==', ['get', 'rank'], 1], palette.line, palette.faint],
        'circle-stroke-color': palette.halo,
        'circle-stroke-width': ['case', ['==', ['get', 'rank'], 1], 1, 0],
      },
    },
    {
      id: 'site-names',
      type: 'symbol',
      source: 'sites',
      filter: ['any', bright, ['>=', ['zoom'], ['get', 'labelZoom']]],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': TEXT_FONT,
        'text-size': ['case', ['==', ['get', 'rank'], 1], 13, 11.5],
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.6,
        'text-justify': 'auto',
        'text-max-width': 9,
        'symbol-sort-key': ['case', bright, 0, ['get', 'rank']],
        'text-padding': 4,
      },
      paint: { 'text-color': ['case', bright, palette.text, palette.textQuiet], 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
    },
  ]
}

function nodeLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'node-marks',
      type: 'symbol',
      source: 'nodes',
      layout: {
        'icon-image': ['case', ['get', 'blind'], 'node-blind', 'node'],
        'icon-allow-overlap': true,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.35, 13, 0.6],
      },
      paint: { 'icon-opacity': ['case', ['any', ['get', 'blind'], ['get', 'chosen']], 1, 0.6] },
    },
    {
      id: 'node-names',
      type: 'symbol',
      source: 'nodes',
      filter: ['any', ['get', 'blind'], ['get', 'chosen'], ['>=', ['zoom'], 13]],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': TEXT_FONT,
        'text-size': 12,
        'text-variable-anchor': ['bottom', 'top', 'left', 'right'],
        'text-radial-offset': 0.9,
        'text-justify': 'auto',
        'text-max-width': 12,
        'text-padding': 4,
      },
      paint: {
        'text-color': ['case', ['get', 'blind'], palette.text, palette.textQuiet],
        'text-halo-color': palette.halo,
        'text-halo-width': 1.6,
      },
    },
  ]
}

/** Pictures that the style names: the hatching of blind coverage, and a node's mark. */
export function styleImages(palette: Palette): Record<string, ImageData> {
  return {
    hatch: picture(32, (c) => {
      c.strokeStyle = palette.textQuiet
      c.lineWidth = 2
      for (let i = -32; i <= 32; i += 16) {
        c.moveTo(i, 32)
        c.lineTo(i + 32, 0)
      }
      c.stroke()
    }),
    node: picture(32, (c) => drawNode(c, palette, false)),
    'node-blind': picture(32, (c) => drawNode(c, palette, true)),
  }
}

function drawNode(c: CanvasRenderingContext2D, palette: Palette, blind: boolean): void {
  c.lineWidth = 3
  c.strokeStyle = palette.halo
  c.fillStyle = blind ? palette.halo : palette.line
  c.beginPath()
  c.moveTo(16, 5)
  c.lineTo(28, 27)
  c.lineTo(4, 27)
  c.closePath()
  c.fill()
  c.stroke()
  if (!blind) return
  c.strokeStyle = palette.text
  c.stroke()
  c.beginPath()
  c.moveTo(11, 15)
  c.lineTo(21, 25)
  c.moveTo(21, 15)
  c.lineTo(11, 25)
  c.stroke()
}

function picture(sizePx: number, draw: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = sizePx
  const context = canvas.getContext('2d')
  if (context === null) return new ImageData(sizePx, sizePx)
  draw(context)
  return context.getImageData(0, 0, sizePx, sizePx)
}
