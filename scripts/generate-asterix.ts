/** Writes the decoders of all ASTERIX categories and the page's tables, or with `--check` only says which are stale. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ASTERIX_TABLES } from '../src/wire/asterix/tables.ts'
import { asterixCode } from './asterix-code.ts'
import { asterixPages, PAGE_MARK } from './asterix-pages.ts'

const root = resolve(import.meta.dirname, '..')
const check = process.argv.includes('--check')

function put(path: string, text: string): void {
  if (!check) writeFileSync(path, text)
  else if (readFileSync(path, 'utf8') !== text) {
    process.stderr.write(`generate: ${path} is not what the tables give; run npm run generate\n`)
    process.exitCode = 1
  }
}

for (const { table, name, file } of ASTERIX_TABLES) put(join(root, 'src/wire/asterix/generated', `${file}.ts`), asterixCode(table, name))

const page = join(root, 'docs/standards/asterix.md')
const written = readFileSync(page, 'utf8').split(PAGE_MARK)[0]?.trimEnd() ?? ''
put(page, `${written}\n\n${PAGE_MARK}\n\n${asterixPages()}`)
