import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { crashRounds } from './crash-rounds.ts'

/** `node scripts/crash-thousand.ts` does a thousand. */
const ROUNDS = 20

test('what was answered is in the record, however often the process is killed', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'marsad-crash-'))
  t.after(() => rmSync(dataDir, { recursive: true }))
  const seed = Date.now() % 1_000_000
  t.diagnostic(`seed ${seed}`)
  const result = await crashRounds(dataDir, ROUNDS, seeded(seed))
  t.diagnostic(JSON.stringify(result))
  assert.ok(result.answered > ROUNDS, 'the children had time to answer something')
})

/** A linear congruential generator (Numerical Recipes, ranqd1), so that a failing run can be had again. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
