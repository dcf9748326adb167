import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CommandPayload } from '../model/command.ts'
import type { TrackId } from '../model/ids.ts'
import { createCommandDesk } from './command-desk.ts'

const command = (key: string): CommandPayload => ({
  key,
  actor: { person: 'amal', post: 'watch', nation: 'QAT', session: 's' },
  body: { kind: 'qnh.set', qnhPa: 101_000 },
})

test('answers are remembered, but not for ever: the oldest goes first', async () => {
  let position = 0
  const desk = createCommandDesk({ append: () => ++position, openSealed: () => undefined, readEntry: () => undefined })
  const ask = async (key: string) => {
    const asked = desk.take(command(key))
    desk.onOutcome({ out: 'outcome', key, position, outcome: { result: 'done' } })
    desk.release(position)
    return await asked
  }
  for (let i = 0; i < 10_001; i++) await ask(`key-${i}`)
  assert.equal((await ask('key-0')).position, 10_002, 'forgotten: it becomes an entry again, and the engine has the last word')
  // Its entry cannot be read here, so that the desk says whether it knows the key.
  await assert.rejects(desk.take(command('key-10000')), /used for another command/)
})

test('a command that could not be recorded is not done, though the engine remembers its key', async () => {
  let position = 9
  const desk = createCommandDesk({ append: () => ++position, openSealed: () => undefined, readEntry: () => undefined })
  const problem = { error: 'disk-full', message: 'not recorded', todo: 'a new key' }
  const first = desk.take(command('key-lost'))
  desk.onLost(10, problem)
  await assert.rejects(first, /not recorded/)
  const again = desk.take(command('key-lost'))
  desk.onOutcome({ out: 'outcome', key: 'key-lost', position: 10, outcome: { result: 'done' } })
  desk.release(11)
  await assert.rejects(again, /not recorded/)
})

test('where a command cannot be appended its sender is told, and nothing is left behind that fails later', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const unheld: unknown[] = []
  const onUnheld = (reason: unknown) => unheld.push(reason)
  process.on('unhandledRejection', onUnheld)
  t.after(() => process.off('unhandledRejection', onUnheld))
  const append = () => {
    throw new Error('the journal is gone')
  }
  const desk = createCommandDesk({ append, openSealed: () => undefined, readEntry: () => undefined })
  await assert.rejects(desk.take(command('key-00001')), /the journal is gone/)
  t.mock.timers.tick(60_000)
  await new Promise((done) => setImmediate(done))
  assert.deepEqual(unheld, [])
})

test('what was sealed under a key that is erased is answered so; where there is no vault nothing is said of it', async () => {
  let revealed: Record<string, never> | undefined
  let position = 0
  const desk = createCommandDesk({ append: () => ++position, openSealed: () => revealed, readEntry: () => undefined })
  const ask = async (key: string) => {
    const asked = desk.take(command(key))
    desk.onOutcome({ out: 'outcome', key, position, outcome: { result: 'done' } })
    desk.onReveal({
      out: 'reveal',
      key,
      position,
      track: 'T1' as TrackId,
      pilot: { keyId: 'pilot-2022-11-26', box: 'AAAA' },
      serial: undefined,
    })
    desk.release(position)
    return (await asked).outcome
  }
  assert.deepEqual(await ask('key-00001'), { result: 'done' })
  revealed = {}
  assert.deepEqual(await ask('key-00002'), { result: 'refused', why: 'erased' })
})
