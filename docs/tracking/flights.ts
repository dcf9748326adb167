import type { Point } from '../../bench/tracking/chart.ts'

/** Flights and errors that the steps share. */

/** Where an object is at a time: [e, n, ve, vn], m and m/s. */
export type Plane = readonly [number, number, number, number]

/** Straight for 40 s, a turn to the left at 9 deg/s for 20 s, straight for 20 s, hovering from 80 s on. */
export function drone(timeS: number): Plane {
  const speed = 15
  const turnRadps = 0.157
  const straightS = Math.min(timeS, 40)
  const turnS = Math.min(Math.max(timeS - 40, 0), 20)
  const lastS = Math.min(Math.max(timeS - 60, 0), 20)
  const heading = turnRadps * turnS
  const e = -300 + speed * straightS + (speed / turnRadps) * Math.sin(heading) + speed * lastS * Math.cos(heading)
  const n = 1500 + (speed / turnRadps) * (1 - Math.cos(heading)) + speed * lastS * Math.sin(heading)
  const moving = timeS < 80 ? speed : 0
  return [e, n, moving * Math.cos(heading), moving * Math.sin(heading)]
}

export function path(flight: (timeS: number) => Plane, seconds: number): Point[] {
  return Array.from({ length: seconds + 1 }, (_, t) => [flight(t)[0], flight(t)[1]] as const)
}

/** Root mean square. */
export function rms(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length)
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length
}

/** Normalised estimation error squared of a position, per dimension: 1 if the covariance is honest, more if it is too small. */
export function nees(errorE: number, errorN: number, ee: number, en: number, nn: number): number {
  return (nn * errorE * errorE - 2 * en * errorE * errorN + ee * errorN * errorN) / (ee * nn - en * en) / 2
}
