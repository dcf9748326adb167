/** Kills a writing room a thousand times (or as often as the first argument says) and holds its record against the ledger of its answers. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crashRounds } from '../test/record/crash-rounds.ts'

/** A journal is followed over this many crashes, then a new one is begun: replay at each start grows with it. */
const ROUNDS_PER_JOURNAL = 100

const rounds = Number(process.argv[2] ?? 1000)
if (!Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write('usage: node scripts/crash-thousand.ts [ROUNDS]\n')
  process.exit(2)
}
const started = performance.now()
let answered = 0
let entries = 0
for (let done = 0; done < rounds;) {
  const count = Math.min(ROUNDS_PER_JOURNAL, rounds - done)
  const dataDir = mkdtempSync(join(tmpdir(), 'marsad-crash-'))
  const result = await crashRounds(dataDir, count, Math.random, (round) => process.stdout.write(`\r${done + round + 1} of ${rounds}`))
  rmSync(dataDir, { recursive: true })
  answered += result.answered
  entries += result.entries
  done += count
}
process.stdout.write(
  `\n${rounds} kills, ${answered} answered commands all in the record, ${entries} entries sound, ${Math.round((performance.now() - started) / 1000)} s\n`,
)
