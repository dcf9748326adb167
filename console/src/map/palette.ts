import type { Theme } from '../state/url-state.ts'

/**
 * The map's colours. Ground is three greys; colour means identity (APP-6) and alert priority, nothing else.
 * Priorities have hues of their own, away from every identity: magenta, violet, grey, each with its own shape.
 */
export type Palette = {
  readonly sea: string
  readonly land: string
  readonly coast: string
  readonly line: string
  readonly faint: string
  readonly text: string
  readonly textQuiet: string
  readonly halo: string
  readonly identity: {
    readonly friend: string
    readonly hostile: string
    readonly suspect: string
    readonly neutral: string
    readonly unknown: string
  }
  /** Inside of a symbol; in daylight lighter than the words, which must be read on white. */
  readonly fill: {
    readonly friend: string
    readonly hostile: string
    readonly suspect: string
    readonly neutral: string
    readonly unknown: string
  }
  readonly priority: { readonly 1: string; readonly 2: string; readonly 3: string }
  /** Trails and vectors, RGB. */
  readonly motion: readonly [number, number, number]
}

const DARK: Palette = {
  sea: '#0f1215',
  land: '#24282d',
  coast: '#3a3f46',
  line: '#7f868f',
  faint: '#4b5159',
  text: '#e9ebee',
  textQuiet: '#a3a9b2',
  halo: '#0d0f11',
  identity: { friend: '#6db8ff', hostile: '#ff5d55', suspect: '#ffab2e', neutral: '#7fd68a', unknown: '#f4e56b' },
  fill: { friend: '#6db8ff', hostile: '#ff5d55', suspect: '#ffab2e', neutral: '#7fd68a', unknown: '#f4e56b' },
  priority: { 1: '#ff4fd8', 2: '#b79bff', 3: '#c6ccd4' },
  motion: [198, 204, 212],
}

const DAY: Palette = {
  sea: '#c9ced4',
  land: '#f1f2f4',
  coast: '#8d959e',
  line: '#5d656e',
  faint: '#a7aeb6',
  text: '#101214',
  textQuiet: '#434a52',
  halo: '#ffffff',
  identity: { friend: '#0a5fb4', hostile: '#c8120a', suspect: '#ad4d00', neutral: '#14732b', unknown: '#7a6a00' },
  fill: { friend: '#5fb2ff', hostile: '#ff6a60', suspect: '#ff9a1f', neutral: '#74d081', unknown: '#ffe94d' },
  priority: { 1: '#b8008f', 2: '#5b35c9', 3: '#4a525b' },
  motion: [60, 66, 74],
}

export function paletteOf(theme: Theme): Palette {
  return theme === 'day' ? DAY : DARK
}

export type IdentityColour = keyof Palette['identity']

/** Pending and unknown share yellow, friend and assumed friend blue: their frames tell them apart. */
export function identityColour(identity: string): IdentityColour {
  switch (identity) {
    case 'friend':
    case 'assumed-friend':
      return 'friend'
    case 'hostile':
      return 'hostile'
    case 'suspect':
      return 'suspect'
    case 'neutral':
      return 'neutral'
    default:
      return 'unknown'
  }
}
