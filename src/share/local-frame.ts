import { enuToGeodeticInto, sensorRotation, type CellFrame } from '../math/geodesy.ts'

/**
 * A place of the cell's frame with true north and the local vertical there: 60 km from the origin the cell's own axes are half a degree off.
 *
 * rotation  cell ENU -> local ENU, 3x3 row-major
 */
export type LocalPlace = {
  readonly latRad: number
  readonly lonRad: number
  readonly altHaeM: number
  readonly rotation: readonly number[]
}

const scratch = new Float64Array(3)

export function localPlace(frame: CellFrame, eM: number, nM: number, uM: number): LocalPlace {
  enuToGeodeticInto(frame, eM, nM, uM, scratch)
  const latRad = scratch[0] as number
  const lonRad = scratch[1] as number
  return { latRad, lonRad, altHaeM: scratch[2] as number, rotation: sensorRotation(frame, latRad, lonRad) }
}

/** A vector of the cell's frame in the local one: [east, north, up]. */
export function turnVector(r: readonly number[], e: number, n: number, u: number): readonly [number, number, number] {
  return [row(r, 0, e, n, u), row(r, 3, e, n, u), row(r, 6, e, n, u)]
}

/** A covariance of the cell's frame in the local one; both as upper triangles [ee, en, eu, nn, nu, uu]. */
export function turnCovariance(
  r: readonly number[],
  [ee, en, eu, nn, nu, uu]: readonly [number, number, number, number, number, number],
): readonly [number, number, number, number, number, number] {
  // Columns of P Rt, then rows of R over them.
  const columns = [0, 3, 6].map((i) => [row(r, i, ee, en, eu), row(r, i, en, nn, nu), row(r, i, eu, nu, uu)] as const)
  const at = (i: number, j: number) => {
    const c = columns[j] as readonly [number, number, number]
    return row(r, 3 * i, c[0], c[1], c[2])
  }
  return [at(0, 0), at(0, 1), at(0, 2), at(1, 1), at(1, 2), at(2, 2)]
}

const row = (r: readonly number[], i: number, e: number, n: number, u: number) =>
  (r[i] as number) * e + (r[i + 1] as number) * n + (r[i + 2] as number) * u
