import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LoadedEvent } from '../event/load-event.ts'
import { createDemoRun } from './demo-run.ts'
import type { Room } from './room.ts'

test('a demo that is stopped while it fails to begin anew stops all the same', async () => {
  const failing = Promise.withResolvers<void>()
  const room = { restart: () => failing.promise } as unknown as Room
  const run = createDemoRun({
    event: { event: { header: { id: 'trial', demoStartMs: 0 }, feeds: [] } } as unknown as LoadedEvent,
    eventDir: '',
    scenario: '',
    room,
    doors: () => undefined,
    speed: 1,
    ingestUrl: () => '',
    log: () => undefined,
  })
  const asked = run.port.restart()
  const stopped = run.stop()
  failing.reject(new Error('port taken'))
  await assert.rejects(asked, /port taken/)
  await stopped
})
