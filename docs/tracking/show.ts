import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Prints a step's numbers, one a line, and writes its figure into `figures/`, or into the folder given on the command line. */
export function show(step: string, numbers: Readonly<Record<string, number>>, svg: string): void {
  for (const [name, value] of Object.entries(numbers)) process.stdout.write(`${name}: ${Number(value.toPrecision(4))}\n`)
  const folder = process.argv[2] ?? join(import.meta.dirname, 'figures')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${step}.svg`), svg)
}
