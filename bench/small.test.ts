/** Every benchmark runs small here, so that it cannot rot. What it measures is looked at by hand (RESULTS.md), never asserted. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'

const main = resolve(import.meta.dirname, '..', 'src', 'app', 'main.ts')
const run = promisify(execFile)

for (const name of ['journal', 'engine', 'tracking', 'tracking-cost', 'tracking-real', 'latency', 'start-up', 'memory', 'asterix', 'cot']) {
  test(`marsad bench ${name} --small --json prints figures`, async () => {
    const { stdout } = await run(process.execPath, [main, 'bench', name, '--small', '--json'], { timeout: 120_000 })
    const figures = JSON.parse(stdout) as Record<string, number | string>
    assert.ok(Object.keys(figures).length > 0)
    for (const [key, value] of Object.entries(figures)) assert.ok(typeof value === 'string' || Number.isFinite(value), `${key} is a number`)
  })
}

test('a benchmark that there is not is a wrong usage', async () => {
  await assert.rejects(
    run(process.execPath, [main, 'bench', 'speed-of-light']),
    (error: { code?: number; stderr?: string }) => error.code === 2 && /one of: journal/.test(error.stderr ?? ''),
  )
})
