/**
 * A room that takes commands as fast as they are answered, until it is killed. It prints a line for each answer: that
 * line is the outside ledger. `crash-rounds.ts` starts and kills it.
 */
import { writeSync } from 'node:fs'
import { openRoom } from '../../src/app/room.ts'
import { smallEvent } from './small-event.ts'

const [, , dataDir = '', round = '0', eventId] = process.argv
const LANES = 8
const room = await openRoom({
  event: smallEvent(eventId),
  dataDir,
  mode: 'exercise',
  clock: { startMs: 1_669_402_200_000, rate: 20 },
  limits: { engineModule: new URL('./fake-engine.ts', import.meta.url).href, snapshotMs: 2000, hashEntries: 50, reserveBytes: 65_536 },
  log: () => undefined,
})
writeSync(1, 'ready\n')
let sent = 0
const frames = setInterval(() => {
  for (let i = 0; i < 20; i++) room.ingest('radar' as never, new Uint8Array([i, sent & 0x7f, 3]), '192.0.2.1:99')
}, 5)
frames.unref()
await Promise.all(Array.from({ length: LANES }, lane))

async function lane(): Promise<void> {
  for (;;) {
    const key = `r${round.padStart(5, '0')}-${String(sent++).padStart(8, '0')}`
    const answer = await room.command({
      key,
      actor: { person: 'p', post: 'w', nation: 'QAT', session: 's' },
      body: { kind: 'qnh.set', qnhPa: 100_000 },
    })
    // Synchronous, so that the ledger holds every answer that was given before the kill.
    writeSync(1, `${key} ${answer.position} ${answer.outcome.result}\n`)
  }
}
