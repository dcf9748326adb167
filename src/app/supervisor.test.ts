import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createEntryBatch } from '../record/entry-batch.ts'
import { createSupervisor } from './supervisor.ts'

const SPINS = new Uint8Array([0xee])
const WATCHDOG_MS = 300

test('a journal slower than the watchdog does not make one bad entry two', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-supervisor-'))
  const poisoned: number[] = []
  const restored = Promise.withResolvers<void>()
  let begun = 0
  const supervisor = createSupervisor({
    worker: {
      engineModule: new URL('../../test/record/fake-engine.ts', import.meta.url).href,
      folder,
      build: 'test',
      snapshotEntries: 1e9,
      snapshotMs: 1e9,
      hashEntries: 1e9,
    },
    watchdogMs: WATCHDOG_MS,
    maxPoisons: 10,
    onMessage: (message) => {
      if (message.kind === 'restored' && ++begun === 2) restored.resolve()
    },
    poison: (position) => {
      poisoned.push(position)
      return position + 1
    },
    handled: () => new Promise((resolve) => setTimeout(resolve, 4 * WATCHDOG_MS)),
    onFatal: (why) => restored.reject(new Error(why)),
  })
  t.after(async () => {
    await supervisor.stop()
    rmSync(folder, { recursive: true })
  })
  supervisor.begin(0, 0)
  const batch = createEntryBatch()
  batch.add({ position: 1, atMs: 1, type: 'frame', version: 1, source: 'radar', connection: 1, payload: SPINS })
  supervisor.batch(batch.take())
  await restored.promise
  assert.deepEqual(poisoned, [1])
})
