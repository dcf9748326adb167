/**
 * Whether class probabilities mean what they say: the busy night of the demo event through the simulator's bytes, the doors' framing and the engine;
 * every ten seconds each track's probabilities are held against the class of the object it follows. Draws plots/class-reliability.svg.
 *
 *   node bench/tracking/reliability.ts [SECONDS]
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { layTruth, truthAt } from '../../sim/truth.ts'
import { isEventErrors, loadEvent } from '../../src/event/load-event.ts'
import { loadScenario } from '../../src/event/load-scenario.ts'
import { cellFrame } from '../../src/math/geodesy.ts'
import type { TrackEstimate } from '../../src/model/track.ts'
import { playScenario, TOKEN } from '../../test/engine/play-scenario.ts'
import { figure, INK } from './chart.ts'
import type { Point } from './chart.ts'

const EVENT = resolve(import.meta.dirname, '../../events/doha-2022')
const SECONDS = Number(process.argv[2] ?? 180)
/** A track follows the object nearest to it within this distance, if no object of another class is within twice of that; else it is left out. */
const NEAR_M = 120
const SETTLED_S = 20
const BINS = 10

const loaded = loadEvent(EVENT, { token: TOKEN })
if (isEventErrors(loaded)) throw new Error('the event cannot be loaded')
const scenario = loadScenario(resolve(EVENT, 'scenarios/busy.yaml'), loaded.event)
if (Array.isArray(scenario)) throw new Error('the scenario cannot be loaded')
const { latRad, lonRad, altHaeM } = loaded.event.header.origin
const frame = cellFrame(latRad, lonRad, altHaeM)
const objects = layTruth(frame, scenario.objects, scenario.seed)

/** Class of what a track follows; undefined where nothing or more than one kind is near. */
function classNear(estimate: TrackEstimate): string | undefined {
  const near = objects
    .flatMap((object) => {
      const truth = truthAt(frame, object, estimate.atMs)
      if (truth === undefined) return []
      const d = Math.hypot(
        truth.state[0]! - estimate.state[0],
        truth.state[1]! - estimate.state[1],
        estimate.heightKnown ? truth.state[2]! - estimate.state[2] : 0,
      )
      return d < 2 * NEAR_M ? [{ d, name: object.object.class as string }] : []
    })
    .toSorted((a, b) => a.d - b.d)
  const [first] = near
  if (first === undefined || first.d > NEAR_M || near.some((each) => each.name !== first.name)) return undefined
  return first.name
}

type Bin = { said: number; right: number; count: number }
const bins = (): Bin[] => Array.from({ length: BINS }, () => ({ said: 0, right: 0, count: 0 }))
const byClass = new Map<string, Bin[]>([
  ['all classes', bins()],
  ['multirotor', bins()],
  ['bird', bins()],
  ['airplane', bins()],
])
const tally = { judged: 0, left: 0, first: 0, brier: 0, unknown: 0 }
const latest = new Map<string, TrackEstimate>()

function note(name: string, probability: number, right: boolean): void {
  for (const each of ['all classes', name]) {
    const bin = byClass.get(each)?.[Math.min(BINS - 1, Math.floor(probability * BINS))]
    if (bin === undefined) continue
    bin.said += probability
    bin.right += right ? 1 : 0
    bin.count++
  }
}

function judge(estimate: TrackEstimate): void {
  const truth = classNear(estimate)
  if (truth === undefined) {
    tally.left++
    return
  }
  tally.judged++
  const said = new Map(estimate.classes.map((each) => [each.class as string, each.probability]))
  tally.first += estimate.classes[0]?.class === truth ? 1 : 0
  tally.unknown += said.get('unknown') ?? 0
  for (const name of new Set(['multirotor', 'fixed-wing', 'airplane', 'helicopter', 'bird', 'ground-vehicle', 'balloon', 'clutter'])) {
    const probability = said.get(name) ?? 0
    tally.brier += (probability - (name === truth ? 1 : 0)) ** 2
    // What is never said and never so says nothing of reliability.
    if (probability > 0.005 || name === truth) note(name, probability, name === truth)
  }
}

let nextMs = scenario.fromMs + SETTLED_S * 1000
playScenario(loaded.event, scenario, scenario.fromMs + SECONDS * 1000, (outputs, atMs) => {
  for (const output of outputs) if (output.out === 'put' && output.item.kind === 'track') latest.set(output.item.id, output.item.estimate)
  if (atMs < nextMs) return
  nextMs += 10_000
  for (const estimate of latest.values()) if (atMs - estimate.updatedMs < 3000) judge(estimate)
})

const points = (of: readonly Bin[]): Point[] =>
  of.filter((bin) => bin.count >= 5).map((bin) => [bin.said / bin.count, bin.right / bin.count] as const)
const colours = [INK.blue, INK.red, INK.green, INK.violet]
const all = byClass.get('all classes')!
const count = all.reduce((sum, bin) => sum + bin.count, 0)
const error = all.reduce((sum, bin) => sum + Math.abs(bin.said - bin.right), 0) / count
process.stdout.write(
  `tracks judged: ${tally.judged}\nleft out, nothing or several kinds near: ${tally.left}\nfirst class right: ${(tally.first / tally.judged).toFixed(3)}\nBrier score: ${(tally.brier / tally.judged).toFixed(3)}\nexpected calibration error: ${error.toFixed(3)}\nmean probability of unknown: ${(tally.unknown / tally.judged).toFixed(3)}\n`,
)
for (const bin of all)
  if (bin.count > 0)
    process.stdout.write(`  said ${(bin.said / bin.count).toFixed(2)}, true ${(bin.right / bin.count).toFixed(2)} (${bin.count})\n`)
const folder = join(import.meta.dirname, 'plots')
mkdirSync(folder, { recursive: true })
const diagonal = {
  name: 'as said',
  colour: INK.grey,
  as: 'dashes' as const,
  points: [
    [0, 0],
    [1, 1],
  ] as const,
}
writeFileSync(
  join(folder, 'class-reliability.svg'),
  figure('Class probabilities: said and true', [
    {
      label: 'share that was of the class, by the probability said (bins of a tenth with at least five samples)',
      xLabel: 'probability said',
      x: [0, 1],
      y: [0, 1],
      heightPx: 420,
      series: [
        diagonal,
        ...[...byClass].flatMap(([name, of], i) => [
          { name, colour: colours[i]!, points: points(of), size: name === 'all classes' ? 2.4 : 1.2 },
          { name: '', colour: colours[i]!, points: points(of), as: 'dots' as const, size: 3 },
        ]),
      ],
    },
    {
      label: 'samples in the bin, all classes',
      xLabel: 'probability said',
      x: [0, 1],
      heightPx: 110,
      series: [{ name: '', colour: INK.blue, points: all.map((bin, i) => [(i + 0.5) / BINS, bin.count] as const) }],
    },
  ]),
)
