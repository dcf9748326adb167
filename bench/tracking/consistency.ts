import { readFileSync } from 'node:fs'

/** Whether a tracker's covariances are honest: normalised estimation error squared (NEES) of position. */
export type Consistency = { readonly neesPerDimension: number; readonly inside95: number; readonly samples: number }

/** A track further than this from every truth is false and has no error to speak of, m. */
const NEAR_M = 100
/** 95 % point of chi-squared with three degrees of freedom. */
const CHI2_95 = 7.815

function columns(file: string, names: readonly string[]): number[][] {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const head = (lines[0] ?? '').split(',')
  const at = names.map((name) => head.indexOf(name))
  return lines.slice(1).map((line) => {
    const cells = line.split(',')
    return at.map((i) => Number(cells[i]))
  })
}

/** Compares each track row, with its covariance, to the nearest truth of its second. */
export function consistencyOf(truthFile: string, tracksFile: string): Consistency {
  const truth = new Map<number, number[][]>()
  for (const row of columns(truthFile, ['time', 'x', 'y', 'z'])) {
    const second = truth.get(row[0]!)
    if (second === undefined) truth.set(row[0]!, [row])
    else second.push(row)
  }
  let sum = 0
  let inside = 0
  let samples = 0
  for (const [time, x, y, z, ...p] of columns(tracksFile, ['time', 'x', 'y', 'z', 'pxx', 'pxy', 'pxz', 'pyy', 'pyz', 'pzz'])) {
    let best = NEAR_M
    let error: readonly [number, number, number] | undefined
    for (const [, tx, ty, tz] of truth.get(time!) ?? []) {
      const off = [tx! - x!, ty! - y!, tz! - z!] as const
      const distance = Math.hypot(...off)
      if (distance >= best) continue
      best = distance
      error = off
    }
    if (error === undefined) continue
    const d2 = quadratic(p, error)
    sum += d2 / 3
    inside += d2 < CHI2_95 ? 1 : 0
    samples++
  }
  return { neesPerDimension: sum / samples, inside95: inside / samples, samples }
}

/** x' P^-1 x for P given by its upper triangle. */
function quadratic(p: readonly number[], x: readonly [number, number, number]): number {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = p
  const i00 = d * f - e * e
  const i01 = c * e - b * f
  const i02 = b * e - c * d
  const det = a * i00 + b * i01 + c * i02
  const i11 = a * f - c * c
  const i12 = b * c - a * e
  const i22 = a * d - b * b
  return (i00 * x[0] * x[0] + i11 * x[1] * x[1] + i22 * x[2] * x[2] + 2 * (i01 * x[0] * x[1] + i02 * x[0] * x[2] + i12 * x[1] * x[2])) / det
}
