/**
 * Unicode isolates: a value set into a sentence keeps its own direction and does not turn its neighbours round.
 *
 * Source: Unicode Standard Annex #9, section 2.4, Explicit Directional Isolates.
 */
const LEFT_TO_RIGHT_ISOLATE = '\u2066'
const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/** Call signs, coordinates, bearings: left to right in every language. */
export function isolateLtr(text: string): string {
  return LEFT_TO_RIGHT_ISOLATE + text + POP_ISOLATE
}

/** Names and values with units: the direction of their own first letter. */
export function isolate(text: string): string {
  return FIRST_STRONG_ISOLATE + text + POP_ISOLATE
}
