import type { ClaimKey } from '../model/ids.ts'
import type { TrackerState } from './state.ts'
import { MEAN } from './table.ts'

/**
 * A person's word on which tracks are one object and which are not. It holds against the correlator for as long as the tracks live; the newer
 * word undoes the older.
 */
export type OperatorWord = {
  /** Pairs of shown tracks, by number, that are never merged and never exchange identities; oldest first. */
  apart: { a: number; b: number }[]
  /** Tracks that keep taking in what is born beside them, as one object seen twice is. */
  joined: { track: number; radiusM: number; lastMs: number }[]
  /** Whose a claim is, for claims of tracks that are to be kept apart. */
  claimHome: Map<ClaimKey, number>
}

const CLAIM_HOMES_MAX = 2048
/** A joined track stops taking in when nothing was born beside it for so long, ms: then the two are one by themselves. */
const JOINED_KEEP_MS = 120000
/** What was shown for less than this counts as just born, ms. */
const JUST_BORN_MS = 5000
/** One object seen twice moves alike, m/s; the errors of both velocities come on top. */
const ALIKE_MPS = 6

export function newWord(): OperatorWord {
  return { apart: [], joined: [], claimHome: new Map() }
}

/** Row of a shown track by its number, -1 if there is none. */
export function rowOfShown(state: TrackerState, shown: number): number {
  const { table } = state
  for (let t = 0; t < table.count; t++) if (shown > 0 && table.shownId[t] === shown) return t
  return -1
}

/** From now on the claim belongs to that track, as against those that are kept apart from it. */
export function setHome(word: OperatorWord, claim: ClaimKey, track: number): void {
  word.claimHome.delete(claim)
  word.claimHome.set(claim, track)
  if (word.claimHome.size <= CLAIM_HOMES_MAX) return
  for (const oldest of word.claimHome.keys()) {
    word.claimHome.delete(oldest)
    return
  }
}

export function isPair(pair: { a: number; b: number }, a: number, b: number): boolean {
  return (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a)
}

/** True if a person said that the two shown tracks are not the same. */
export function keptApart(state: TrackerState, a: number, b: number): boolean {
  const { apart } = state.word
  return apart.length > 0 && a > 0 && b > 0 && apart.some((pair) => isPair(pair, a, b))
}

export function distance(state: TrackerState, i: number, j: number): number {
  const m = state.table.mean
  const de = m[i * MEAN]! - m[j * MEAN]!
  const dn = m[i * MEAN + 1]! - m[j * MEAN + 1]!
  return Math.sqrt(de * de + dn * dn)
}

/** Row of the joined track into which a just born row goes, or -1. */
export function joinedInto(state: TrackerState, row: number, atMs: number): number {
  const { table, word } = state
  if (word.joined.length === 0) return -1
  if (table.shownId[row]! > 0 && atMs - table.bornMs[row]! > JUST_BORN_MS) return -1
  for (const each of word.joined) {
    const into = rowOfShown(state, each.track)
    if (into < 0 || into === row || distance(state, into, row) > each.radiusM || !movesAlike(state, into, row)) continue
    if (keptApart(state, each.track, table.shownId[row]!)) continue
    each.lastMs = atMs
    return into
  }
  return -1
}

function movesAlike(state: TrackerState, i: number, j: number): boolean {
  const m = state.table.mean
  const a = i * MEAN
  const b = j * MEAN
  const dve = m[a + 2]! - m[b + 2]!
  const dvn = m[a + 3]! - m[b + 3]!
  const limit = ALIKE_MPS + Math.sqrt(m[a + 7]! + m[a + 9]! + m[b + 7]! + m[b + 9]!)
  return dve * dve + dvn * dvn < limit * limit
}

/** Forgets words that have done their work. */
export function ageWord(state: TrackerState, atMs: number): void {
  const { word } = state
  if (word.joined.length > 0) word.joined = word.joined.filter((each) => atMs - each.lastMs < JOINED_KEEP_MS)
}

/** True if the claim belongs to a track that a person keeps apart from this one. */
export function isAnothers(state: TrackerState, claim: ClaimKey, shown: number): boolean {
  if (state.word.apart.length === 0) return false
  const home = state.word.claimHome.get(claim)
  return home !== undefined && keptApart(state, home, shown)
}

/** A shown track has ended; `into` is the number it goes on under, 0 if none. */
export function endWord(state: TrackerState, shown: number, into: number): void {
  const { word } = state
  if (word.apart.length > 0) {
    const renamed = word.apart.map(({ a, b }) => ({ a: a === shown ? into : a, b: b === shown ? into : b }))
    word.apart = renamed.filter(({ a, b }, i) => a > 0 && b > 0 && a !== b && !renamed.slice(0, i).some((pair) => isPair(pair, a, b)))
  }
  for (const [claim, home] of word.claimHome) {
    if (home !== shown) continue
    if (into > 0) word.claimHome.set(claim, into)
    else word.claimHome.delete(claim)
  }
  word.joined = word.joined.filter((each) => each.track !== shown)
}
