/** Writes the decoders of all ASTERIX categories, or with `--check` only says which are stale. Run by `npm run generate`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ASTERIX_TABLES } from '../src/wire/asterix/tables.ts'
import { asterixCode } from './asterix-code.ts'

const folder = resolve(import.meta.dirname, '..', 'src', 'wire', 'asterix', 'generated')
const check = process.argv.includes('--check')

for (const { table, name, file } of ASTERIX_TABLES) {
  const text = asterixCode(table, name)
  const path = join(folder, `${file}.ts`)
  if (!check) writeFileSync(path, text)
  else if (readFileSync(path, 'utf8') !== text) {
    process.stderr.write(`generate: ${path} is not what its table gives; run npm run generate\n`)
    process.exitCode = 1
  }
}
