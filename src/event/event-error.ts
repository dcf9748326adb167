/**
 * What is wrong with an event file, so that its author can mend it without asking.
 *
 * file  path as given by the author: the event folder and the file inside it
 * line  from 1; column from 1
 */
export type EventError = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly problem: string
  readonly fix: string
}

/** One line for a terminal: `events/x/sites.yaml:12:5: unknown site "lusial": write "lusail"`. */
export function formatEventError(error: EventError): string {
  return `${error.file}:${error.line}:${error.column}: ${error.problem}: ${error.fix}`
}

export function byPlace(a: EventError, b: EventError): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}

/** The known word nearest to a misspelt one, or undefined if none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Letters inserted, deleted, replaced, or swapped with their neighbour (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let above: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replace = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      let best = Math.min(replace, row[j]! + 1, next[j - 1]! + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, above[j - 2]! + 1)
      next.push(best)
    }
    above = row
    row = next
  }
  return row[b.length]!
}
