import type { ClassProbability } from '../model/detection.ts'
import type { ObjectClass, TrackEstimate } from '../model/track.ts'
import { CLASS_COUNT } from './table.ts'
import type { TrackTable } from './table.ts'

/** Order of the classes in the table's columns. */
export const CLASSES: readonly ObjectClass[] = ['multirotor', 'fixed-wing', 'airplane', 'helicopter', 'bird', 'ground-vehicle', 'balloon', 'clutter', 'unknown']
/** Share of the newest report once several have been heard: about the last ten count. */
const SHARE_MIN = 0.1
/** Classes below this are not told. */
const TOLD_MIN = 0.005

/**
 * Takes one sensor's opinion of a track's class into the running mean of all opinions. Opinions of one sensor over time are no independent
 * evidence, so they are averaged, never multiplied; what a sensor leaves open counts as unknown.
 */
export function noteClasses(table: TrackTable, row: number, reported: readonly ClassProbability[]): void {
  if (reported.length === 0) return
  const at = row * CLASS_COUNT
  const heard = ++table.classReports[row]!
  const share = Math.max(SHARE_MIN, 1 / heard)
  let said = 0
  for (const { probability } of reported) if (probability > 0) said += probability
  const scale = said > 1 ? 1 / said : 1
  for (let c = 0; c < CLASS_COUNT; c++) table.classes[at + c]! *= 1 - share
  for (const { class: name, probability } of reported) {
    if (probability > 0) table.classes[at + CLASSES.indexOf(name)]! += share * probability * scale
  }
  table.classes[at + CLASS_COUNT - 1]! += share * Math.max(0, 1 - said * scale)
}

/** Of a track that nobody has said anything about. */
export const UNKNOWN_CLASS: TrackEstimate['classes'] = [{ class: 'unknown', probability: 1 }]

/** Class probabilities of a track, the most probable first; they sum to 1. */
export function classesOf(table: TrackTable, row: number): TrackEstimate['classes'] {
  if (table.classReports[row] === 0) return UNKNOWN_CLASS
  const told: { class: ObjectClass; probability: number }[] = []
  let sum = 0
  for (const [c, name] of CLASSES.entries()) {
    const probability = table.classes[row * CLASS_COUNT + c]!
    if (probability < TOLD_MIN) continue
    told.push({ class: name, probability })
    sum += probability
  }
  for (const each of told) each.probability /= sum
  return told.sort((a, b) => b.probability - a.probability)
}
