import { atan2, cos, hypot2, hypot3, sin, tan, wrapPi } from '../src/math/elementary.ts'

/**
 * A route laid out once: pieces of known duration. Horizontal places are metres on the cell's tangent plane, heights are above
 * the ellipsoid; `truth.ts` bends them onto the earth.
 */
export type RoutePiece = {
  readonly kind: 'line' | 'arc'
  readonly durationS: number
  readonly e0: number
  readonly n0: number
  readonly h0: number
  readonly e1: number
  readonly n1: number
  readonly h1: number
  /** Arcs: centre, radius, and the angle from east to the start and through the turn, rad, anticlockwise. */
  readonly ce: number
  readonly cn: number
  readonly radiusM: number
  readonly from: number
  readonly through: number
}

export type Corner = { readonly e: number; readonly n: number; readonly h: number; readonly speedMps: number; readonly waitS: number }

const NO_ARC = { ce: 0, cn: 0, radiusM: 0, from: 0, through: 0 }

/** Lays straight legs through the corners and rounds each corner to at most `turnRadiusM`, less where legs are short. */
export function layRoute(corners: readonly Corner[], turnRadiusM: number): RoutePiece[] {
  const pieces: RoutePiece[] = []
  let here = corners[0]!
  addWait(pieces, here, here.waitS)
  for (let i = 1; i < corners.length; i++) {
    const corner = corners[i]!
    const next = corners[i + 1]
    const arc = next && corner.waitS === 0 ? roundCorner(here, corner, next, turnRadiusM) : undefined
    addLine(pieces, here, arc ? { ...corner, e: arc.e0, n: arc.n0, h: arc.h0 } : corner, here.speedMps)
    if (arc) {
      pieces.push(arc)
      here = { ...corner, e: arc.e1, n: arc.n1, h: arc.h1 }
    } else {
      addWait(pieces, corner, corner.waitS)
      here = corner
    }
  }
  return pieces
}

function addWait(pieces: RoutePiece[], at: Corner, waitS: number): void {
  if (waitS > 0) pieces.push({ kind: 'line', durationS: waitS, e0: at.e, n0: at.n, h0: at.h, e1: at.e, n1: at.n, h1: at.h, ...NO_ARC })
}

function addLine(pieces: RoutePiece[], a: Corner, b: Corner, speedMps: number): void {
  const lengthM = hypot3(b.e - a.e, b.n - a.n, b.h - a.h)
  if (lengthM > 0)
    pieces.push({ kind: 'line', durationS: lengthM / speedMps, e0: a.e, n0: a.n, h0: a.h, e1: b.e, n1: b.n, h1: b.h, ...NO_ARC })
}

/** The arc that touches both legs of a corner; undefined where it goes straight on, back on itself, or straight up or down. */
function roundCorner(a: Corner, b: Corner, c: Corner, turnRadiusM: number): RoutePiece | undefined {
  const inM = hypot2(b.e - a.e, b.n - a.n)
  const outM = hypot2(c.e - b.e, c.n - b.n)
  if (inM < 1 || outM < 1 || turnRadiusM <= 0) return undefined
  const inDir = atan2(b.n - a.n, b.e - a.e)
  const turn = wrapPi(atan2(c.n - b.n, c.e - b.e) - inDir)
  if (Math.abs(turn) < 0.001 || Math.abs(turn) > 3.1) return undefined
  const perRadius = Math.abs(tan(turn / 2))
  // Half of each leg at most, so that the next corner has room too.
  const reachM = Math.min(turnRadiusM * perRadius, inM / 2, outM / 2)
  const radiusM = reachM / perRadius
  const side = Math.sign(turn)
  const e0 = b.e - reachM * cos(inDir)
  const n0 = b.n - reachM * sin(inDir)
  const ce = e0 - side * radiusM * sin(inDir)
  const cn = n0 + side * radiusM * cos(inDir)
  const from = atan2(n0 - cn, e0 - ce)
  const h0 = b.h + ((a.h - b.h) * reachM) / inM
  const h1 = b.h + ((c.h - b.h) * reachM) / outM
  return {
    kind: 'arc',
    durationS: (radiusM * Math.abs(turn)) / b.speedMps,
    e0,
    n0,
    h0,
    e1: ce + radiusM * cos(from + turn),
    n1: cn + radiusM * sin(from + turn),
    h1,
    ce,
    cn,
    radiusM,
    from,
    through: turn,
  }
}

export function routeDurationS(pieces: readonly RoutePiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.durationS, 0)
}

/** Place `[e, n, h]` after some seconds; before the start and after the end it stands at the ends. */
export function routePlaceInto(pieces: readonly RoutePiece[], afterS: number, out: Float64Array): void {
  let left = Math.max(0, afterS)
  for (const piece of pieces) {
    if (left <= piece.durationS) return piecePlaceInto(piece, left / piece.durationS, out)
    left -= piece.durationS
  }
  piecePlaceInto(pieces.at(-1)!, 1, out)
}

function piecePlaceInto(piece: RoutePiece, share: number, out: Float64Array): void {
  if (piece.kind === 'arc') {
    const angle = piece.from + piece.through * share
    out[0] = piece.ce + piece.radiusM * cos(angle)
    out[1] = piece.cn + piece.radiusM * sin(angle)
  } else {
    out[0] = piece.e0 + (piece.e1 - piece.e0) * share
    out[1] = piece.n0 + (piece.n1 - piece.n0) * share
  }
  out[2] = piece.h0 + (piece.h1 - piece.h0) * share
}
