import type { ClassProbability } from '../model/detection.ts'
import type { ObjectClass } from '../model/track.ts'

/**
 * Senders' words for what they see, in our few classes; compared without case, spaces, dashes and underscores.
 * Words that are not here become `unknown`.
 *
 * Source: the class names of BSI Flex 335 v2.0's taxonomy, and words common in the makers' JSON.
 */
const CLASS_OF: ReadonlyMap<string, ObjectClass> = new Map<string, ObjectClass>([
  ['uavrotarywing', 'multirotor'],
  ['multirotor', 'multirotor'],
  ['multicopter', 'multirotor'],
  ['quadcopter', 'multirotor'],
  ['uavfixedwing', 'fixed-wing'],
  ['fixedwing', 'fixed-wing'],
  ['mannedfixedwing', 'airplane'],
  ['airplane', 'airplane'],
  ['aeroplane', 'airplane'],
  ['mannedrotarywing', 'helicopter'],
  ['helicopter', 'helicopter'],
  ['bird', 'bird'],
  ['landvehicle', 'ground-vehicle'],
  ['groundvehicle', 'ground-vehicle'],
  ['vehicle', 'ground-vehicle'],
  ['balloon', 'balloon'],
  ['clutter', 'clutter'],
])

export function objectClassOf(word: string): ObjectClass {
  return CLASS_OF.get(word.toLowerCase().replaceAll(/[\s_-]/g, '')) ?? 'unknown'
}

/** One entry per class, the most probable first, each at most 1. Probabilities that sum to more than 1 are scaled down. */
export function mergeClasses(reported: readonly ClassProbability[]): ClassProbability[] {
  const sums = new Map<ObjectClass, number>()
  let total = 0
  for (const { class: name, probability } of reported) {
    sums.set(name, (sums.get(name) ?? 0) + probability)
    total += probability
  }
  const scale = total > 1 ? 1 / total : 1
  return Array.from(sums, ([name, probability]) => ({ class: name, probability: probability * scale })).sort(
    (a, b) => b.probability - a.probability,
  )
}

type ReportedClass = {
  readonly type?: string | undefined
  readonly confidence?: number | undefined
  readonly subClass: readonly ReportedClass[]
}

/**
 * SAPIENT's tree of classes: the deepest word of each branch that we know counts, with its own confidence or else that of
 * the nearest word above that has one; without any, 0.5 (the standard gives no default, and nothing was claimed).
 */
export function classesOfTree(tree: readonly ReportedClass[]): ClassProbability[] {
  const found: ClassProbability[] = []
  for (const top of tree) collect(top, undefined, 'unknown', found)
  return mergeClasses(found)
}

function collect(node: ReportedClass, inherited: number | undefined, known: ObjectClass, found: ClassProbability[]): void {
  const own = objectClassOf(node.type ?? '')
  const name = own === 'unknown' ? known : own
  const confidence = node.confidence ?? inherited
  if (node.subClass.length === 0) found.push({ class: name, probability: confidence ?? 0.5 })
  for (const sub of node.subClass) collect(sub, confidence, name, found)
}
