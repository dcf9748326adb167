import type { Command } from 'commander'

/** Figures of one benchmark: flat, so that scripts can read them. Rates are per CPU-second unless the name says wall. */
type Figures = Readonly<Record<string, number | string>>
type Bench = { readonly about: string; readonly run: (options: { small: boolean }) => Promise<Figures> }

const BENCHES: Readonly<Record<string, Bench>> = {
  journal: {
    about: 'entries a second through hash, tree and commit, beside bare SQLite in one run',
    run: async (options) => (await import('../../../bench/journal.ts')).runJournalBench(options),
  },
  engine: {
    about: 'the engine alone: entries per CPU-second',
    run: async (options) => (await import('../../../bench/engine.ts')).runEngineBench(options),
  },
  latency: {
    about: 'bytes in at a door to feed out, p50 and p99 at 500 and 5,000 detections a second; bytes per track update',
    run: async (options) => (await import('../../../bench/latency.ts')).runLatencyBench(options),
  },
  'start-up': {
    about: 'from the start of the process to an answering server and to the first alert of the demo',
    run: async (options) => (await import('../../../bench/start-up.ts')).runStartUpBench(options),
  },
  memory: {
    about: 'memory after an hour of the demo, run faster than real time',
    run: async (options) => (await import('../../../bench/memory.ts')).runMemoryBench(options),
  },
  asterix: {
    about: 'ASTERIX records decoded with every item typed, as JSON, and encoded',
    run: async (options) => (await import('../../../bench/asterix.ts')).runAsterixBench(options),
  },
  cot: {
    about: 'Cursor on Target: XML and TAK protocol v1 events mapped, with framing, and the way back',
    run: async (options) => (await import('../../../bench/cot.ts')).runCotBench(options),
  },
  tracking: {
    about: 'generator, tracker, scorer: accuracy and speed',
    run: async (options) => (await import('../../../bench/tracking/run.ts')).runTrackingBench(options),
  },
  'tracking-cost': {
    about: 'what tracking costs from 10 to 10,000 objects at constant density, plotted',
    run: async (options) => (await import('../../../bench/tracking/cost.ts')).runTrackingCost(options),
  },
  'tracking-real': {
    about: 'a real airliner and a real drone over simulated radars, scored; needs ../shared/data',
    run: async (options) => (await import('../../../bench/tracking/real-data.ts')).runTrackingReal(options),
  },
}

function show(name: string, figures: Figures): string {
  const width = Math.max(...Object.keys(figures).map((key) => key.length))
  const rows = Object.entries(figures).map(
    ([key, value]) =>
      `  ${key.padEnd(width)}  ${typeof value === 'number' && !Number.isInteger(value) ? value.toPrecision(4) : String(value)}`,
  )
  return `${name}\n${rows.join('\n')}\n`
}

/** `marsad bench [NAME]`: the benchmarks; results that we stand by are in bench/RESULTS.md. */
export function registerBench(program: Command): void {
  const names = Object.entries(BENCHES).map(([name, bench]) => `  ${name.padEnd(14)} ${bench.about}`)
  program
    .command('bench')
    .description('runs the benchmarks, all or one')
    .argument('[name]', `one of: ${Object.keys(BENCHES).join(', ')}`)
    .option('--json', 'prints the figures as one JSON object')
    .option('--small', 'a run of a few seconds that shows that it works; its figures say little')
    .addHelpText('after', `\nBenchmarks:\n${names.join('\n')}`)
    .action(async (name: string | undefined, options: { json?: boolean; small?: boolean }) => {
      if (name !== undefined && !Object.hasOwn(BENCHES, name)) {
        process.stderr.write(`marsad bench: no benchmark "${name}"; one of: ${Object.keys(BENCHES).join(', ')}\n`)
        process.exitCode = 2
        return
      }
      const all: Record<string, Figures> = {}
      for (const [key, bench] of Object.entries(BENCHES)) {
        if (name !== undefined && key !== name) continue
        const figures = await bench.run({ small: options.small === true })
        all[key] = figures
        if (options.json !== true) process.stdout.write(show(key, figures))
      }
      if (options.json === true) process.stdout.write(`${JSON.stringify(name === undefined ? all : all[name])}\n`)
    })
}
