type Point = { readonly latRad: number; readonly lonRad: number }

/**
 * The first two edges of a closed ring that cross or touch where they should not, as indices of their first corners; undefined if the ring is simple.
 * Plane geometry on latitude and longitude: exact enough for "does it cross itself" at the size of a site or a zone.
 */
export function selfCrossing(ring: readonly Point[]): [number, number] | undefined {
  const n = ring.length
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const adjacent = j === i + 1 || (i === 0 && j === n - 1)
      if (adjacent ? same(ring[i]!, ring[(i + 1) % n]!) : cross(ring[i]!, ring[(i + 1) % n]!, ring[j]!, ring[(j + 1) % n]!)) return [i, j]
    }
  }
  return undefined
}

/** Twice the signed area, in radians squared; nought for corners on one line. */
export function ringArea(ring: readonly Point[]): number {
  const first = ring[0]!
  let sum = 0
  for (let i = 0; i < ring.length; i++) sum += turn(first, ring[i]!, ring[(i + 1) % ring.length]!)
  return sum
}

function same(a: Point, b: Point): boolean {
  return a.latRad === b.latRad && a.lonRad === b.lonRad
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.lonRad - a.lonRad) * (c.latRad - a.latRad) - (b.latRad - a.latRad) * (c.lonRad - a.lonRad)
}

function within(a: Point, b: Point, p: Point): boolean {
  return (
    Math.min(a.lonRad, b.lonRad) <= p.lonRad &&
    p.lonRad <= Math.max(a.lonRad, b.lonRad) &&
    Math.min(a.latRad, b.latRad) <= p.latRad &&
    p.latRad <= Math.max(a.latRad, b.latRad)
  )
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const abc = turn(a, b, c)
  const abd = turn(a, b, d)
  const cda = turn(c, d, a)
  const cdb = turn(c, d, b)
  if (((abc > 0 && abd < 0) || (abc < 0 && abd > 0)) && ((cda > 0 && cdb < 0) || (cda < 0 && cdb > 0))) return true
  return (
    (abc === 0 && within(a, b, c)) || (abd === 0 && within(a, b, d)) || (cda === 0 && within(c, d, a)) || (cdb === 0 && within(c, d, b))
  )
}
