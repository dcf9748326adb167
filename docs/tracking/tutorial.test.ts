/** The tutorial runs, and what its page says is so. Figures go to a temporary folder. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'

const run = promisify(execFile)
const steps = globSync('[0-9][0-9]-*.ts', { cwd: import.meta.dirname }).sort()

/** What each step must show, by the names of its numbers. */
const CLAIMS: Readonly<Record<string, (at: (name: string) => number) => boolean>> = {
  '01-one-filter': (at) => at('filter, rms error m') < 0.7 * at('plots, rms error m') && at('NEES per dimension') < 1.5,
  '02-the-sensors-own-frame': (at) => at("in the sensor's frame, rms error m") < 0.3 * at('errors as circles, rms error m'),
  '03-interacting-models': (at) =>
    at('interacting models: turn, rms error m') < at('soft: turn, rms error m') &&
    at('interacting models: straight, rms error m') < 0.8 * at('soft: straight, rms error m') &&
    at('stiff: turn, rms error m') > 40,
  '04-gating-and-clutter': (at) =>
    at('probabilistic data association: lost runs of 40') <= 2 && at('nearest neighbour: lost runs of 40') >= 10,
  '05-existence-and-belief': (at) =>
    at('side by side, belief propagation: rms error m') < 0.7 * at('side by side, each alone: rms error m') &&
    at('largest difference of a marginal from the exact one') < 0.15 &&
    at('after landing, s until existence is below one half: Pd 0.9') <= 4,
  '06-bearings-and-claims': (at) =>
    at('directions alone: tracks shown, mean') < 4 &&
    Math.abs(at('with radar: tracks shown, mean') - 3) < 0.3 &&
    at('false claim: the track from its body at the end m') < 60 &&
    at('false claim: what it claims has been seen by a sensor (1 yes, 0 no)') === 0,
  '07-the-whole-tracker': (at) =>
    at('GOSPA rms m') < 110 && at('GOSPA rms m') < at('GOSPA rms m, radars only') && at('SIAP completeness') > 0.96,
}

test('every step has a claim to keep and a place on the page', () => {
  const page = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
  assert.deepEqual(
    steps.map((file) => basename(file, '.ts')),
    Object.keys(CLAIMS),
  )
  for (const file of steps) assert.ok(page.includes(`\`${file}\``) && page.includes(`figures/${basename(file, '.ts')}.svg`), file)
})

for (const file of steps) {
  const step = basename(file, '.ts')
  test(`${step} runs and shows what it says`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'marsad-tutorial-'))
    try {
      const { stdout } = await run(process.execPath, [join(import.meta.dirname, file), folder])
      const numbers = new Map(
        stdout
          .trim()
          .split('\n')
          .map((line) => [line.slice(0, line.lastIndexOf(': ')), Number(line.slice(line.lastIndexOf(': ') + 2))]),
      )
      assert.ok(
        CLAIMS[step]!((name) => numbers.get(name) ?? NaN),
        stdout,
      )
      const svg = readFileSync(join(folder, `${step}.svg`), 'utf8')
      assert.match(svg, /^<svg [\s\S]*<\/svg>\n$/)
      assert.ok(!/NaN|Infinity|undefined/.test(svg), 'every point has a place')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
}
