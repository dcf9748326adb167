import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runEngineBench } from '../../bench/engine.ts'

test('the engine’s bench runs, tracks all of its 300 objects and does the same work twice', async () => {
  const first = await runEngineBench({ small: true })
  assert.equal(first.tracks, 300)
  assert.ok(first.entriesPerCpuS > 0)
  assert.equal((await runEngineBench({ small: true })).resultHash, first.resultHash)
})
