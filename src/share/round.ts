import { PI } from '../math/elementary.ts'

/**
 * Views carry no more digits than anybody can use: six places of a degree are 0.11 m, lengths go to 0.1 m. It keeps the feed small, and an
 * item that moved by less is not sent again.
 */
export const toDeg = (rad: number): number => (rad * 180) / PI
export const placeDeg = (rad: number): number => Math.round(toDeg(rad) * 1e6) / 1e6
/** One place: metres, metres per second, seconds. */
export const tenth = (value: number): number => Math.round(value * 10) / 10
export const hundredth = (value: number): number => Math.round(value * 100) / 100
export const thousandth = (value: number): number => Math.round(value * 1000) / 1000
/** A direction, 0 <= d < 360, to 0.1 degree. */
export function directionDeg(rad: number): number {
  const deg = tenth(toDeg(rad)) % 360
  return deg < 0 ? tenth(deg + 360) % 360 : deg + 0
}
/** undefined becomes null, which JSON can say. */
export const orNull = <T>(value: T | undefined): T | null => (value === undefined ? null : value)
