import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { consistencyOf } from './consistency.ts'
import { errorPlot, mapPlot } from './plots.ts'
import { runRealEarth } from './real-earth.ts'
import { score } from './score.mjs'

/** Figures of the tracking benchmark, flat: scenario and figure. */
export type TrackingFigures = Readonly<Record<string, number | string>>

type Scenario = { readonly name: string; readonly args: readonly string[]; readonly plot: boolean }

const here = import.meta.dirname

/** GOSPA rms of the kit's `reference/oracle.mjs` (told which detection is whose; `--q 6 --qz 0.15`) for seeds 1 to 10, m. */
const TOLD: Readonly<Record<string, readonly number[]>> = {
  n100: [146.43, 145.22, 142.36, 146.87, 138.3, 138.23, 144.09, 149.28, 144.03, 146.37],
  hard: [158.04, 163.53, 157.86, 156.81, 160.96, 151.6, 162.22, 159.35, 167.51, 161.67],
}

function scenarios(small: boolean): Scenario[] {
  const of = (name: string, plot: boolean, ...args: string[]): Scenario => ({ name, args, plot })
  const hard = ['--n', '100', '--radius', '1500', '--pd', '0.6', '--clutter', '10']
  if (small) return [of('n10-s1', false, '--n', '10', '--seed', '1', '--duration', '40')]
  const seeds = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']
  return [
    of('n10-s1', false, '--n', '10', '--seed', '1'),
    ...seeds.map((s) => of(`n100-s${s}`, s === '1', '--n', '100', '--seed', s)),
    ...seeds.map((s) => of(`hard-s${s}`, s === '1', ...hard, '--seed', s)),
    of('n1000-s1', true, '--n', '1000', '--seed', '1'),
  ]
}

/**
 * Generator, tracker, scorer. Each scenario runs in a process of its own, so rates are those of a cold start. The full run writes its plots
 * beside this file. The hash is over all tracks files: same code, same hash.
 */
export function runTrackingBench(options: { small: boolean }): Promise<TrackingFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-tracking-'))
  const figures: Record<string, number | string> = {}
  const hash = createHash('sha256')
  const sums = new Map<string, { rms: number; ratio: number; worst: number; switches: number; count: number }>()
  try {
    for (const scenario of scenarios(options.small)) {
      const dir = join(folder, scenario.name)
      const tracks = join(dir, 'tracks.csv')
      execFileSync(process.execPath, [join(here, 'generate.mjs'), ...scenario.args, '--out', dir])
      const run = JSON.parse(execFileSync(process.execPath, [join(here, 'track-file.ts'), dir, tracks], { encoding: 'utf8' })) as {
        detections: number
        cpuS: number
        longestMs: number
        memoryMb: number
      }
      hash.update(readFileSync(tracks))
      const truth = join(dir, 'truth.csv')
      const { result, per } = score(truth, tracks)
      const { neesPerDimension, inside95 } = consistencyOf(truth, tracks)
      const { gospa, siap, identity } = result
      const put = (name: string, value: number) => (figures[`${scenario.name} ${name}`] = Number(value.toPrecision(5)))
      put('gospa rms m', gospa.rms)
      put('localisation m', gospa.localisation)
      put('missed m', gospa.missed)
      put('false m', gospa.false)
      put('completeness', siap.completeness)
      put('spuriousness', siap.spuriousness)
      put('position error m', siap.position_accuracy_m ?? NaN)
      put('identity switches', identity.id_switches)
      put('nees per dimension', neesPerDimension)
      put('inside 95 % region', inside95)
      put('detections per CPU-second', run.detections / run.cpuS)
      put('longest second ms', run.longestMs)
      put('memory MB', run.memoryMb)
      const [group = '', seed = ''] = scenario.name.split('-s')
      const ratio = gospa.rms / (TOLD[group]?.[Number(seed) - 1] ?? NaN)
      if (ratio === ratio) put('gospa rms, ratio to told associations', ratio)
      const sum = sums.get(group) ?? { rms: 0, ratio: 0, worst: 0, switches: 0, count: 0 }
      sums.set(group, {
        rms: sum.rms + gospa.rms,
        ratio: sum.ratio + ratio,
        worst: Math.max(sum.worst, ratio),
        switches: sum.switches + identity.id_switches,
        count: sum.count + 1,
      })
      if (scenario.plot) {
        writeFileSync(join(here, `${scenario.name}-error.svg`), errorPlot(`${scenario.name}: GOSPA rms ${gospa.rms.toFixed(1)} m`, per))
        if (scenario.name !== 'n1000-s1')
          writeFileSync(join(here, `${scenario.name}-map.svg`), mapPlot(`${scenario.name}: truth (grey) and tracks`, truth, tracks))
      }
      rmSync(dir, { recursive: true })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  for (const [group, { rms, ratio, worst, switches, count }] of sums) {
    if (count < 2) continue
    figures[`${group} mean of ${count} seeds: gospa rms m`] = Number((rms / count).toFixed(2))
    figures[`${group} mean of ${count} seeds: ratio to told associations`] = Number((ratio / count).toFixed(4))
    figures[`${group} worst of ${count} seeds: ratio to told associations`] = Number(worst.toFixed(4))
    figures[`${group} mean of ${count} seeds: identity switches`] = switches / count
  }
  if (!options.small) Object.assign(figures, runRealEarth())
  figures['result hash'] = hash.digest('hex').slice(0, 16)
  return Promise.resolve(figures)
}
