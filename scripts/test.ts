/**
 * `npm test`: every test that npm alone can serve, browser tests included; then a list of what was skipped and why.
 * Arguments are passed on as file patterns. `MARSAD_NO_SKIP=1` makes any skip a failure (CI sets it).
 */
import { spec } from 'node:test/reporters'
import { run } from 'node:test'
import { globSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { chromiumPath } from '../test/console/browser.ts'

const root = resolve(import.meta.dirname, '..')
const patterns = process.argv.slice(2)
const files = globSync(
  patterns.length > 0
    ? patterns
    : [
        'src/**/*.test.ts',
        'sim/**/*.test.ts',
        'test/**/*.test.ts',
        'console/**/*.test.ts',
        'bench/**/*.test.ts',
        'docs/**/*.test.ts',
        'examples/**/*.test.ts',
      ],
  { cwd: root },
)
  .filter((file) => !file.includes('node_modules'))
  .map((file) => resolve(root, file))
  .sort()
if (files.length === 0) {
  process.stderr.write(`marsad: no test matches ${patterns.join(' ')}\n`)
  process.exit(2)
}

/** Unpacked once here: two test processes that unpack it at once would break each other's. */
if (files.some((file) => file.includes('/test/console/'))) await chromiumPath()

/** Two files at a time: more only makes a two-core machine slower. Browser files start their own server and browser. */
const stream = run({ files, concurrency: 2, timeout: 600_000 })
const skipped: { file: string; name: string; why: string }[] = []
const failed: { file: string; name: string }[] = []
let passed = 0
const nameOf = (file: string | undefined) => (file === undefined ? '' : relative(root, file))
stream.on('test:pass', (event) => {
  if (event.details.type === 'suite') return
  if (event.skip !== undefined && event.skip !== false)
    skipped.push({ file: nameOf(event.file), name: event.name, why: typeof event.skip === 'string' ? event.skip : 'no reason given' })
  else passed += 1
})
stream.on('test:fail', (event) => {
  if (event.details.type !== 'suite') failed.push({ file: nameOf(event.file), name: event.name })
})
stream.on('end', () => {
  process.stdout.write('\n')
  for (const entry of failed) process.stdout.write(`FAILED  ${entry.file}: ${entry.name}\n`)
  for (const entry of skipped) process.stdout.write(`SKIPPED ${entry.file}: ${entry.name} (${entry.why})\n`)
  process.stdout.write(`${passed} passed, ${failed.length} failed, ${skipped.length} skipped\n`)
  const skipsFail = process.env['MARSAD_NO_SKIP'] === '1' && skipped.length > 0
  if (skipsFail) process.stdout.write('a skip is a failure here: install what it names\n')
  process.exitCode = failed.length > 0 || skipsFail || passed === 0 ? 1 : 0
})
stream.compose(new spec()).pipe(process.stdout)
