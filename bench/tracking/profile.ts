/**
 * Where the tracker's time goes: generates a scenario, tracks it in a process of its own under V8's sampling profiler, and prints each function's and each
 * file's own share of the samples between reading the detections and writing the tracks.
 *
 *   node bench/tracking/profile.ts [--n 1000] [--seconds 60] [--radius 10000] [--pd 0.9] [--clutter 1]
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'

type Profile = {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string }
    readonly children?: readonly number[]
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

const text = (value: string) => ({ type: 'string', default: value }) as const
const { values } = parseArgs({
  options: { n: text('1000'), seconds: text('60'), radius: text('10000'), pd: text('0.9'), clutter: text('1') },
})
const here = import.meta.dirname

/** Microseconds by function, below the call of `runScenario`; the collector's and the program's own samples have no caller and are counted where they fall in time. */
function shares(profile: Profile): { readonly byFunction: Map<string, number>; readonly totalUs: number } {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
  const inside = new Set<number>()
  const enter = (id: number): void => {
    inside.add(id)
    for (const child of nodes.get(id)?.children ?? []) enter(child)
  }
  for (const node of profile.nodes) if (node.callFrame.functionName === 'runScenario') enter(node.id)
  const first = profile.samples.findIndex((id) => inside.has(id))
  const last = profile.samples.findLastIndex((id) => inside.has(id))
  const byFunction = new Map<string, number>()
  let totalUs = 0
  for (let i = first; i <= last; i++) {
    const frame = nodes.get(profile.samples[i]!)!.callFrame
    if (frame.functionName === '(idle)') continue
    const us = profile.timeDeltas[i]!
    const name = `${frame.functionName || '(anonymous)'}${frame.url === '' ? '' : ` ${basename(frame.url)}`}`
    byFunction.set(name, (byFunction.get(name) ?? 0) + us)
    totalUs += us
  }
  return { byFunction, totalUs }
}

const folder = mkdtempSync(join(tmpdir(), 'marsad-profile-'))
try {
  execFileSync(process.execPath, [
    join(here, 'generate.mjs'),
    '--n',
    values.n,
    '--seed',
    '1',
    '--duration',
    values.seconds,
    '--radius',
    values.radius,
    '--pd',
    values.pd,
    '--clutter',
    values.clutter,
    '--out',
    folder,
  ])
  const run = JSON.parse(
    execFileSync(
      process.execPath,
      [
        '--cpu-prof',
        '--cpu-prof-interval',
        '500',
        '--cpu-prof-dir',
        folder,
        join(here, 'track-file.ts'),
        folder,
        join(folder, 'tracks.csv'),
      ],
      { encoding: 'utf8' },
    ),
  ) as { detections: number; cpuS: number }
  const file = readdirSync(folder).find((name) => name.endsWith('.cpuprofile'))
  const { byFunction, totalUs } = shares(JSON.parse(readFileSync(join(folder, file ?? ''), 'utf8')) as Profile)
  const byFile = new Map<string, number>()
  for (const [name, us] of byFunction) {
    const of = name.split(' ').at(-1)!
    const group = of.endsWith('.ts') ? of : 'collector and V8'
    byFile.set(group, (byFile.get(group) ?? 0) + us)
  }
  const table = (head: string, rows: ReadonlyMap<string, number>, count: number): string =>
    `| share | ${head} |\n| --- | --- |\n${[...rows]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, count)
      .map(([name, us]) => `| ${((100 * us) / totalUs).toFixed(1)} % | ${name} |\n`)
      .join('')}\n`
  process.stdout.write(
    `${run.detections} detections, ${run.cpuS.toFixed(2)} CPU-s under the profiler\n\n${table('file', byFile, 16)}${table('function', byFunction, 20)}`,
  )
} finally {
  rmSync(folder, { recursive: true })
}
