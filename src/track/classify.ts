import type { ClassProbability } from '../model/detection.ts'
import type { ObjectClass, TrackEstimate } from '../model/track.ts'
import { BODY_CLASSES, physicsLikelihoodInto, physicsWeight } from './physics.ts'
import { CLASS_COUNT } from './table.ts'
import type { TrackTable } from './table.ts'

/** Order of the classes in the table's columns. */
export const CLASSES: readonly ObjectClass[] = [
  'multirotor',
  'fixed-wing',
  'airplane',
  'helicopter',
  'bird',
  'ground-vehicle',
  'balloon',
  'clutter',
  'unknown',
]
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

/** Of a track of which nothing is known yet. */
export const UNKNOWN_CLASS: TrackEstimate['classes'] = [{ class: 'unknown', probability: 1 }]
/** Share of what sensors leave open that motion and echo may fill: they alone never make a class likelier than not. */
const PHYSICS_SHARE = 0.4
/** Kinds of body before motion and echo: all alike, but manned aircraft and balloons are few among what says nothing of itself. */
const PRIOR: readonly number[] = [1, 0.5, 0.3, 0.2, 1, 0.5, 0.2]

const likelihood = new Float64Array(BODY_CLASSES)
const fused = new Float64Array(CLASS_COUNT)

/**
 * Class probabilities of a track, the most probable first; they sum to 1. What sensors report is weighed by how well motion and echo fit it;
 * of what they leave open, these two fill a part.
 */
export function classesOf(table: TrackTable, row: number): TrackEstimate['classes'] {
  const weight = physicsWeight(table, row)
  const heard = table.classReports[row]! > 0
  if (!heard && weight === 0) return UNKNOWN_CLASS
  physicsLikelihoodInto(table, row, likelihood)
  fuse(table, row, heard, weight)
  const told: { class: ObjectClass; probability: number }[] = []
  let sum = 0
  for (const [c, name] of CLASSES.entries()) {
    const probability = fused[c]!
    if (probability < TOLD_MIN) continue
    told.push({ class: name, probability })
    sum += probability
  }
  for (const each of told) each.probability /= sum
  return told.sort((a, b) => b.probability - a.probability)
}

/** Fills `fused`. */
function fuse(table: TrackTable, row: number, heard: boolean, weight: number): void {
  const at = row * CLASS_COUNT
  const open = heard ? table.classes[at + CLASS_COUNT - 1]! : 1
  let reported = 0
  let weighed = 0
  let prior = 0
  for (let c = 0; c < CLASS_COUNT - 1; c++) {
    const said = heard ? table.classes[at + c]! : 0
    // Clutter has neither motion nor echo of its own: its report stands.
    const fit = c < BODY_CLASSES ? 1 - weight + weight * likelihood[c]! : 1
    const fitting = said * fit
    fused[c] = fitting
    reported += said
    weighed += fitting
    if (c < BODY_CLASSES) prior += PRIOR[c]! * likelihood[c]!
  }
  const filled = open * PHYSICS_SHARE * weight
  for (let c = 0; c < CLASS_COUNT - 1; c++) {
    fused[c] =
      (weighed > 0 ? ((fused[c] ?? 0) * reported) / weighed : 0) + (c < BODY_CLASSES ? (filled * PRIOR[c]! * likelihood[c]!) / prior : 0)
  }
  fused[CLASS_COUNT - 1] = open - filled
}
