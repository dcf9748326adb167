import type { AssessContext } from './assess-context.ts'
import type { AssessState } from './assess-state.ts'
import { shouldSee } from './fair-chance.ts'
import * as limits from './limits.ts'
import type { TrackMemory } from './track-memory.ts'
import type { Motion } from './zone-crossing.ts'

/** Looks of body sensors at one track: of radars that owe them, being near enough, and of direction finders and cameras; and of farther radars and other systems. */
type Looks = { owed: number; other: number }

/**
 * Counts the looks of body sensors in a new estimate and decides whether there is a body. A radar's plot may have been
 * drawn to the wrong track, from clutter, a neighbour or a turned antenna; what a nearer radar ought to see and does not
 * is believed only if it goes on, and nothing is while a better-seen track flies there and so explains it.
 */
export function noteBodyLooks(state: AssessState, context: AssessContext, memory: TrackMemory, motion: Motion): void {
  const { estimate } = memory
  if (memory.bodyConfirmed) return
  const { looks, owedPerS } = looksOf(context, memory, motion)
  const added = { owed: Math.max(0, looks.owed - memory.looks.owed), other: Math.max(0, looks.other - memory.looks.other) }
  memory.looks = looks
  push(memory.owedLooksMs, added.owed, estimate.updatedMs)
  push(memory.allLooksMs, added.owed + added.other, estimate.updatedMs)
  // A look starts the claim's chance anew.
  if (added.owed + added.other > 0) {
    memory.unseenS = 0
    memory.missProbability = 1
  }
  const atMs = estimate.updatedMs
  const needed = Math.max(limits.BODY_LOOKS, limits.BODY_LOOKS_SHARE * owedPerS * limits.BODY_LOOKS_S)
  const counted = owedPerS > 0 ? memory.owedLooksMs : memory.allLooksMs
  const enough =
    within(counted, atMs, limits.BODY_LOOKS_S) >= Math.min(needed, limits.STUBBORN_LOOKS) ||
    within(memory.allLooksMs, atMs, limits.STUBBORN_LOOKS_S) >= limits.STUBBORN_LOOKS
  memory.bodyConfirmed = enough && !(memory.claimed && explainedByAnother(state, memory))
}

/** Whether a confirmed track flies so near and alike that its plots may have been taken for this one's. Asked only on the verge of believing, so rarely. */
function explainedByAnother(state: AssessState, memory: TrackMemory): boolean {
  const [eM, nM, , veMps, vnMps] = memory.estimate.state
  for (const other of state.tracks.values()) {
    if (other === memory || !other.bodyConfirmed) continue
    const [otherE, otherN, , otherVe, otherVn] = other.estimate.state
    const apart2 = (eM - otherE) * (eM - otherE) + (nM - otherN) * (nM - otherN)
    const unlike2 = (veMps - otherVe) * (veMps - otherVe) + (vnMps - otherVn) * (vnMps - otherVn)
    if (apart2 <= limits.SHADOW_M * limits.SHADOW_M && unlike2 <= limits.SHADOW_MPS * limits.SHADOW_MPS) return true
  }
  return false
}

function looksOf(context: AssessContext, memory: TrackMemory, motion: Motion): { looks: Looks; owedPerS: number } {
  const { estimate } = memory
  const looks: Looks = { owed: 0, other: 0 }
  let owedPerS = 0
  for (const sensor of context.sensors.values()) {
    if (sensor.kind === 'remote-id' || sensor.kind === 'ads-b') continue
    const count = estimate.contributors.find((each) => each.node === sensor.node)?.count ?? 0
    const owes = sensor.kind === 'radar' && sensor.working && shouldSee(sensor, motion, estimate.state[2])
    if (owes) owedPerS += sensor.pd / sensor.periodS
    if (owes || (sensor.kind !== 'radar' && sensor.kind !== 'system')) looks.owed += count
    else looks.other += count
  }
  return { looks, owedPerS }
}

function push(timesMs: number[], times: number, atMs: number): void {
  for (let i = 0; i < Math.min(times, limits.STUBBORN_LOOKS); i++) timesMs.push(atMs)
  if (timesMs.length > limits.STUBBORN_LOOKS) timesMs.splice(0, timesMs.length - limits.STUBBORN_LOOKS)
}

function within(timesMs: readonly number[], nowMs: number, windowS: number): number {
  let count = 0
  for (const atMs of timesMs) if (nowMs - atMs <= windowS * 1000) count++
  return count
}
