import ms from 'milsymbol'
import type { TrackView } from '../../../src/model/api.ts'
import { identityColour, type Palette } from './palette.ts'

/**
 * APP-6 symbols, drawn once per theme into one sheet. milsymbol draws; the colours are ours, so that the same hues
 * stand on the map, in the queue and in the inspector.
 *
 * Source: APP-6(D) and MIL-STD-2525D number codes: standard identity is digit 4, symbol set 01 is air.
 */
export type TrackCategory = 'unmanned' | 'fixed-wing' | 'rotary' | 'balloon' | 'civil' | 'air'
export type SymbolStyle = 'live' | 'stale'

const ENTITY: Readonly<Record<TrackCategory, string>> = {
  unmanned: '110300',
  'fixed-wing': '110100',
  rotary: '110200',
  civil: '120100',
  balloon: '120400',
  air: '000000',
}
const IDENTITY_DIGIT: Readonly<Record<TrackView['identity'], string>> = {
  pending: '0',
  unknown: '1',
  'assumed-friend': '2',
  friend: '3',
  neutral: '4',
  suspect: '5',
  hostile: '6',
}
const CATEGORIES = Object.keys(ENTITY) as TrackCategory[]
const IDENTITIES = Object.keys(IDENTITY_DIGIT) as TrackView['identity'][]
const STYLES: readonly SymbolStyle[] = ['live', 'stale']

/** What the most probable class is drawn as. Class probabilities below one half show no more than "something in the air". */
export function categoryOf(track: TrackView): TrackCategory {
  const best = track.classes[0]
  if (best === undefined || best.probability < 0.5) return 'air'
  switch (best.class) {
    case 'multirotor':
    case 'fixed-wing':
      return 'unmanned'
    case 'airplane':
      return 'civil'
    case 'helicopter':
      return 'rotary'
    case 'balloon':
      return 'balloon'
    default:
      return 'air'
  }
}

export function sidcOf(identity: TrackView['identity'], category: TrackCategory): string {
  return `100${IDENTITY_DIGIT[identity]}01` + '0000' + ENTITY[category] + '0000'
}

/** One symbol on a canvas of its own; `sizePx` is milsymbol's size, the frame's octagon. Stale ones are hollow. */
export function drawSymbol(
  identity: TrackView['identity'],
  category: TrackCategory,
  style: SymbolStyle,
  sizePx: number,
  palette: Palette,
): { canvas: HTMLCanvasElement; anchorX: number; anchorY: number } {
  const colour = palette.identity[identityColour(identity)]
  const fill = palette.fill[identityColour(identity)]
  const look =
    style === 'stale'
      ? { fill: false, monoColor: colour, strokeWidth: 7, outlineWidth: 0 }
      : {
          outlineWidth: 4,
          outlineColor: palette.halo,
          colorMode: { Civilian: fill, Friend: fill, Hostile: fill, Neutral: fill, Unknown: fill, Suspect: fill },
          strokeWidth: 4,
        }
  const symbol = new ms.Symbol(sidcOf(identity, category), { size: sizePx, civilianColor: false, ...look })
  const { x, y } = symbol.getAnchor()
  return { canvas: symbol.asCanvas(1), anchorX: x, anchorY: y }
}

export const CELL_PX = 80
const COLUMNS = 12

export type SymbolSheet = { readonly canvas: HTMLCanvasElement; readonly cellOf: ReadonlyMap<string, readonly [number, number]> }

export function symbolKey(identity: TrackView['identity'], category: TrackCategory, style: SymbolStyle): string {
  return `${identity}/${category}/${style}`
}

/** All symbols, each centred on its anchor in a square cell. */
export function drawSymbolSheet(palette: Palette): SymbolSheet {
  const count = IDENTITIES.length * CATEGORIES.length * STYLES.length
  const canvas = document.createElement('canvas')
  canvas.width = COLUMNS * CELL_PX
  canvas.height = Math.ceil(count / COLUMNS) * CELL_PX
  const context = canvas.getContext('2d')
  const cellOf = new Map<string, readonly [number, number]>()
  let cell = 0
  for (const identity of IDENTITIES) {
    for (const category of CATEGORIES) {
      for (const style of STYLES) {
        const x = (cell % COLUMNS) * CELL_PX
        const y = Math.floor(cell / COLUMNS) * CELL_PX
        const drawn = drawSymbol(identity, category, style, SYMBOL_PX, palette)
        context?.drawImage(drawn.canvas, x + CELL_PX / 2 - drawn.anchorX, y + CELL_PX / 2 - drawn.anchorY)
        cellOf.set(symbolKey(identity, category, style), [x, y])
        cell++
      }
    }
  }
  return { canvas, cellOf }
}
/** milsymbol's size within a cell: a frame is up to 1.6 times as wide. */
const SYMBOL_PX = 42
