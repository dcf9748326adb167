import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { openSqliteStore } from '../../src/io/sqlite-store.ts'
import { journalFolderOf } from '../../src/io/data-folder.ts'
import { commandPayload, type CommandPayload } from '../../src/model/command.ts'
import { sameEngine, buildIdentity } from '../../src/io/build-identity.ts'
import { notesOf } from '../../src/record/journal-notes.ts'
import { fakeEngine, verifyStore } from './small-record.ts'

export type CrashResult = { readonly rounds: number; readonly answered: number; readonly entries: number; readonly kills: number }

/**
 * Kills a writing process with SIGKILL at a random moment, again and again on the same journal, and holds what it had
 * answered (an outside ledger) against what is in the record.
 *
 * random  0 <= x < 1, seeded by the caller
 */
export async function crashRounds(
  dataDir: string,
  rounds: number,
  random: () => number,
  onRound: (round: number) => void = () => undefined,
): Promise<CrashResult> {
  const ledger = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    // The moment counts from the child's first sign of life; every fifth is killed while it still starts.
    await lifeAndDeath(dataDir, round, round % 5 === 4 ? { afterStartMs: 100 + random() * 400 } : { afterReadyMs: random() * 150 }, ledger)
    onRound(round)
  }
  const store = openSqliteStore({ folder: journalFolderOf(dataDir), access: 'read' })
  try {
    const build = buildIdentity()
    const report = verifyStore(store, { ownBuild: (other) => sameEngine(other, build), engine: fakeEngine })
    assert.deepEqual(report.faults, [], 'the record is sound after every crash')
    assert.deepEqual(report.unproven, [])
    const recorded = new Map<string, number>(
      notesOf<CommandPayload>(store, 'command', commandPayload).map((note) => [note.says.key, note.position]),
    )
    for (const [key, position] of ledger) assert.equal(recorded.get(key), position, `command ${key} was answered with position ${position}`)
    return { rounds, answered: ledger.size, entries: report.entries, kills: rounds }
  } finally {
    store.close()
  }
}

type Moment = { readonly afterReadyMs: number } | { readonly afterStartMs: number }

async function lifeAndDeath(dataDir: string, round: number, moment: Moment, ledger: Map<string, number>): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', new URL('./crash-child.ts', import.meta.url).pathname, dataDir, String(round)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let out = ''
  let errors = ''
  let killing = false
  const killAfter = (ms: number) => {
    killing = true
    setTimeout(() => child.kill('SIGKILL'), ms)
  }
  if ('afterStartMs' in moment) killAfter(moment.afterStartMs)
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    if (!killing && 'afterReadyMs' in moment) killAfter(moment.afterReadyMs)
  })
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_, by) => resolve(by)))
  assert.equal(signal, 'SIGKILL', `round ${round}: the child ended by itself: ${errors}`)
  // A line without its end was cut off by the kill, so nobody has read it as an answer.
  const whole = out.slice(0, out.lastIndexOf('\n') + 1)
  for (const line of whole.split('\n')) {
    const [key, position, result] = line.split(' ')
    if (result === undefined) continue
    assert.equal(result, 'done')
    assert.equal(ledger.has(key!), false, 'a key is answered once')
    ledger.set(key!, Number(position))
  }
}
