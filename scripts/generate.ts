/**
 * `npm run generate`: makes the ASTERIX decoders from their tables, and the protobuf code beside each schema with Debian's `protoc`
 * (`apt-get install protobuf-compiler`) and npm's protoc-gen-es. With `--check` it writes nothing and fails where the committed code differs.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const check = process.argv.includes('--check')

function fail(message: string): never {
  process.stderr.write(`generate: ${message}\n`)
  process.exit(1)
}

if (spawnSync('protoc', ['--version']).status !== 0) fail('protoc is not installed; on Debian: apt-get install protobuf-compiler')

let differing = 0
for (const schema of globSync('src/wire/**/*.proto', { cwd: root })) {
  const folder = dirname(join(root, schema))
  const out = mkdtempSync(join(tmpdir(), 'marsad-generate-'))
  const run = spawnSync(
    'protoc',
    [
      `--plugin=protoc-gen-es=${join(root, 'node_modules/.bin/protoc-gen-es')}`,
      `-I${folder}`,
      `--es_out=${out}`,
      '--es_opt=target=ts,import_extension=ts,erasable_syntax=true',
      basename(schema),
    ],
    { cwd: folder, encoding: 'utf8' },
  )
  if (run.status !== 0) fail(`${schema}: ${run.stderr}`)
  for (const file of globSync('**/*.ts', { cwd: out })) {
    const committed = join(folder, 'generated', file)
    if (!check) cpSync(join(out, file), committed)
    else if (readFileSync(committed, 'utf8') !== readFileSync(join(out, file), 'utf8')) {
      process.stderr.write(`generate: ${schema}: generated/${file} is not what the schema gives; run npm run generate\n`)
      differing += 1
    }
  }
  rmSync(out, { recursive: true })
}
process.stdout.write(check ? `generated code is ${differing === 0 ? 'up to date' : 'stale'}\n` : 'generated\n')
process.exitCode = differing === 0 ? 0 : 1

await import('./generate-asterix.ts')
