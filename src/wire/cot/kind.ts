import type { CotEvent } from './message.ts'

/** What an event is about, by its type and, for atoms, by whether the sender speaks of itself. */
export type CotKind =
  | 'position'
  | 'track'
  | 'detection'
  | 'alert'
  | 'chat'
  | 'chat-receipt'
  | 'data-package'
  | 'map-point'
  | 'drawing'
  | 'protocol'
  | 'ping'
  | 'delete'
  | 'task'
  | 'reply'
  | 'other'

/** The longest prefix that fits decides. */
const BY_PREFIX: readonly (readonly [string, CotKind])[] = [
  ['b-t-f-', 'chat-receipt'],
  ['b-t-f', 'chat'],
  ['b-f-t', 'data-package'],
  ['b-d', 'detection'],
  ['b-a', 'alert'],
  ['b-m', 'map-point'],
  ['t-x-takp', 'protocol'],
  ['t-x-c-t', 'ping'],
  ['t-x-d-d', 'delete'],
  ['t-', 'task'],
  ['y-', 'reply'],
  ['u-', 'drawing'],
]

/** `position`: a TAK client or sensor says where it is itself; `track`: it says where something else is. */
export function kindOfCot(event: CotEvent): CotKind {
  const { type, detail } = event
  if (type.startsWith('a-')) return detail?.takv !== undefined || detail?.contact?.endpoint !== undefined ? 'position' : 'track'
  return BY_PREFIX.find(([prefix]) => type.startsWith(prefix))?.[1] ?? 'other'
}

/** Affiliations, by the letter after `a-`. */
export const AFFILIATIONS = {
  f: 'friend',
  h: 'hostile',
  u: 'unknown',
  p: 'pending',
  a: 'assumed-friend',
  n: 'neutral',
  s: 'suspect',
  j: 'joker',
  k: 'faker',
  o: 'none',
  x: 'other',
} as const
/** Battle dimensions, by the letter after the affiliation. */
export const DIMENSIONS = { A: 'air', G: 'ground', S: 'sea', U: 'subsurface', P: 'space', F: 'special-forces', X: 'other' } as const

export type CotAtom = {
  readonly affiliation: (typeof AFFILIATIONS)[keyof typeof AFFILIATIONS]
  readonly dimension: (typeof DIMENSIONS)[keyof typeof DIMENSIONS] | undefined
  /** What comes behind the dimension, e.g. `M-H-Q`; empty: nothing more is known. */
  readonly functionId: string
}

/** An atom's type taken apart; undefined: not an atom, or of no affiliation that there is. */
export function atomOf(type: string): CotAtom | undefined {
  const [a, affiliation = '', dimension = '', ...rest] = type.split('-')
  if (a !== 'a' || !Object.hasOwn(AFFILIATIONS, affiliation)) return undefined
  return {
    affiliation: AFFILIATIONS[affiliation as keyof typeof AFFILIATIONS],
    dimension: Object.hasOwn(DIMENSIONS, dimension) ? DIMENSIONS[dimension as keyof typeof DIMENSIONS] : undefined,
    functionId: rest.join('-'),
  }
}
