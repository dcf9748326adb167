import { TWO_PI, cos, exp, log } from '../src/math/elementary.ts'

/**
 * Seeded dice as plain data: `sfc32` (Chris Doty-Humphrey's Small Fast Counting generator, 32-bit), whose state survives a snapshot.
 * Each sensor has dice of its own, so that one sensor's luck never depends on another's.
 */
export type Dice = { a: number; b: number; c: number; counter: number }

/** Dice for one purpose: the same seed and name give the same throws. */
export function newDice(seed: number, name: string): Dice {
  const dice: Dice = { a: seed | 0, b: nameHash(name), c: 0x9e3779b9 | 0, counter: 1 }
  // Twelve rounds mix the seed, as the generator's author advises.
  for (let i = 0; i < 12; i++) throwBits(dice)
  return dice
}

function nameHash(name: string): number {
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5 | 0
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return hash
}

/** 32 random bits, unsigned. */
export function throwBits(dice: Dice): number {
  const t = (((dice.a + dice.b) | 0) + dice.counter) | 0
  dice.counter = (dice.counter + 1) | 0
  dice.a = dice.b ^ (dice.b >>> 9)
  dice.b = (dice.c + (dice.c << 3)) | 0
  dice.c = (((dice.c << 21) | (dice.c >>> 11)) + t) | 0
  return t >>> 0
}

/** Uniform in [0, 1). */
export function throwUniform(dice: Dice): number {
  return throwBits(dice) / 4294967296
}

export function throwBetween(dice: Dice, from: number, to: number): number {
  return from + throwUniform(dice) * (to - from)
}

/** Normal with mean 0 and standard deviation 1, by Box and Muller; two throws each time. */
export function throwNormal(dice: Dice): number {
  const u = (throwBits(dice) + 1) / 4294967297
  const v = throwUniform(dice)
  return Math.sqrt(-2 * log(u)) * cos(TWO_PI * v)
}

/** Poisson by Knuth's product of uniforms; for the small means of clutter. */
export function throwPoisson(dice: Dice, mean: number): number {
  if (mean <= 0) return 0
  const limit = exp(-mean)
  let product = throwUniform(dice)
  let count = 0
  while (product > limit && count < 10000) {
    product *= throwUniform(dice)
    count++
  }
  return count
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID: 48 bits of UTC milliseconds and 80 random ones, in Crockford's base 32. */
export function throwUlid(dice: Dice, atMs: number): string {
  let text = ''
  let time = Math.floor(atMs)
  for (let i = 0; i < 10; i++) {
    text = CROCKFORD[time % 32]! + text
    time = Math.floor(time / 32)
  }
  for (let i = 0; i < 16; i++) text += CROCKFORD[throwBits(dice) >>> 27]!
  return text
}
