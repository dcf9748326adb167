import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { figure } from './chart.ts'
import type { Point } from './chart.ts'

/**
 * What tracking costs from 10 to 10,000 objects at constant density: the kit's generator with its radius growing as the square root of the
 * number, each run in a process of its own, once with all sensors and once without the bearings, which may cost more.
 */

const here = import.meta.dirname
/** Radius that holds one object at this density, m: 16 objects a square kilometre, so that 10,000 fill 14 km, about what the kit's radars see. */
const RADIUS_PER_ROOT_M = 140

type Size = { readonly n: number; readonly seconds: number }
/** As long as their files stay below 70 MB. */
const SIZES: readonly Size[] = [
  { n: 10, seconds: 120 },
  { n: 32, seconds: 120 },
  { n: 100, seconds: 120 },
  { n: 316, seconds: 120 },
  { n: 1000, seconds: 60 },
  { n: 3162, seconds: 40 },
  { n: 10000, seconds: 20 },
]
const SMALL: readonly Size[] = [
  { n: 10, seconds: 10 },
  { n: 32, seconds: 10 },
]

type Run = { readonly detections: number; readonly cpuS: number; readonly longestMs: number; readonly memoryMb: number }
type Cost = Size & { readonly all: Run; readonly without: Run }

function track(dir: string): Run {
  return JSON.parse(
    execFileSync(process.execPath, [join(here, 'track-file.ts'), dir, join(dir, 'tracks.csv')], { encoding: 'utf8' }),
  ) as Run
}

function costOf(size: Size, folder: string): Cost {
  const dir = join(folder, `n${size.n}`)
  const radius = Math.round(RADIUS_PER_ROOT_M * Math.sqrt(size.n))
  execFileSync(process.execPath, [
    join(here, 'generate.mjs'),
    '--n',
    String(size.n),
    '--seed',
    '1',
    '--duration',
    String(size.seconds),
    '--radius',
    String(radius),
    '--out',
    dir,
  ])
  const all = track(dir)
  const file = join(dir, 'detections.csv')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^[^,\n]*,[^,\n]*,rf,.*\n/gm, ''))
  const without = track(dir)
  rmSync(dir, { recursive: true })
  return { ...size, all, without }
}

function plot(costs: readonly Cost[]): string {
  const line = (value: (c: Cost) => number): Point[] => costs.map((c) => [c.n, value(c)] as const)
  const rate = (run: Run) => run.detections / run.cpuS
  return figure('Cost at constant density, 16 objects a square kilometre, each size cold in its own process', [
    {
      label: 'detections per CPU-second',
      xLabel: 'objects',
      logX: true,
      logY: true,
      series: [
        { name: 'all sensors', points: line((c) => rate(c.all)) },
        { name: 'without bearings', points: line((c) => rate(c.without)) },
      ],
    },
    {
      label: 'CPU seconds per second of event; below 1 is faster than real time',
      xLabel: 'objects',
      logX: true,
      logY: true,
      series: [
        { name: 'all sensors', points: line((c) => c.all.cpuS / c.seconds) },
        { name: 'without bearings', points: line((c) => c.without.cpuS / c.seconds) },
        { name: 'real time', as: 'dashes', colour: '#999', points: line(() => 1) },
      ],
    },
    {
      label: 'longest step (one second of event), ms',
      xLabel: 'objects',
      logX: true,
      logY: true,
      series: [
        { name: 'all sensors', points: line((c) => c.all.longestMs) },
        { name: 'without bearings', points: line((c) => c.without.longestMs) },
      ],
    },
    {
      label: 'memory of the whole process, its input file included, MB',
      xLabel: 'objects',
      logX: true,
      logY: true,
      series: [{ name: 'all sensors', points: line((c) => c.all.memoryMb) }],
    },
  ])
}

/** Runs the sizes; the full run writes `plots/cost.svg`. */
export function runTrackingCost(options: { small: boolean }): Promise<Readonly<Record<string, number | string>>> {
  const figures: Record<string, number | string> = {
    machine: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0]!.toFixed(1)}`,
  }
  const folder = mkdtempSync(join(tmpdir(), 'marsad-cost-'))
  const costs: Cost[] = []
  try {
    for (const size of options.small ? SMALL : SIZES) {
      const cost = costOf(size, folder)
      costs.push(cost)
      const put = (name: string, value: number) => (figures[`${size.n} objects: ${name}`] = Number(value.toPrecision(4)))
      put('detections', cost.all.detections)
      put('detections per CPU-second', cost.all.detections / cost.all.cpuS)
      put('detections per CPU-second without bearings', cost.without.detections / cost.without.cpuS)
      put('times faster than real time', size.seconds / cost.all.cpuS)
      put('longest second ms', cost.all.longestMs)
      put('memory MB', cost.all.memoryMb)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  if (!options.small) {
    mkdirSync(join(here, 'plots'), { recursive: true })
    writeFileSync(join(here, 'plots', 'cost.svg'), plot(costs))
  }
  return Promise.resolve(figures)
}
