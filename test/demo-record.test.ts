/**
 * The ten-minute demo as a user runs it, faster: its own processes, real sockets, a real record; stopped by Ctrl-C; then proven.
 * `MARSAD_OTHER_NODE` names a second Node that has to recompute the same outputs (CI gives the next major).
 */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { freePorts, startServer } from '../bench/server-process.ts'

const main = resolve(import.meta.dirname, '..', 'src', 'app', 'main.ts')
const run = promisify(execFile)
const SPEED = 20
/** Just short of the ten minutes after which the demo begins a new journal. */
const STORY_S = 590

type Verdict = {
  sound: boolean
  entries: number
  root: string
  outputHashesCompared: number
  snapshotsCompared: number
  otherBuilds: unknown[]
  poisoned: unknown[]
  gaps: unknown[]
}
const data = mkdtempSync(join(tmpdir(), 'marsad-demo-record-'))

async function verify(node: string): Promise<Verdict> {
  const { stdout } = await run(node, ['--disable-warning=ExperimentalWarning', main, 'verify', data, '--json'], {
    timeout: 300_000,
    maxBuffer: 1 << 24,
  })
  return JSON.parse(stdout) as Verdict
}

before(async () => {
  const server = await startServer(['demo', '--no-browser', '--speed', String(SPEED), '--data', data], await freePorts())
  try {
    let storyS = 0
    for (const deadline = Date.now() + 240_000; storyS < STORY_S && Date.now() < deadline;) {
      await new Promise((wake) => setTimeout(wake, 200))
      const clock = (await fetch(`${server.base}/api/v1/clock`, { headers: { cookie: await cookieOf(server.base) } }).then((answer) =>
        answer.json(),
      )) as { nowMs: number }
      storyS = (clock.nowMs - Date.parse('2022-11-26T18:50:00Z')) / 1000
    }
    assert.ok(storyS >= STORY_S, `the story came to ${storyS} s`)
  } finally {
    const ended = once(server.child, 'exit')
    server.child.kill('SIGINT')
    assert.deepEqual(await ended, [0, null], 'Ctrl-C ends the demo cleanly')
  }
})

let cookie: string | undefined
async function cookieOf(base: string): Promise<string> {
  cookie ??= ((await fetch(`${base}/api/v1/session`)).headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  return cookie
}

after(() => rmSync(data, { recursive: true, force: true }))

test('every output of the ten minutes is recomputed from the journal alone, hash for hash', async () => {
  const verdict = await verify(process.execPath)
  assert.equal(verdict.sound, true)
  assert.deepEqual([verdict.otherBuilds, verdict.poisoned, verdict.gaps], [[], [], []])
  assert.ok(verdict.entries > 10_000, `${verdict.entries} entries`)
  assert.ok(verdict.outputHashesCompared >= 5, `${verdict.outputHashesCompared} output hashes`)
})

test('another Node recomputes the same outputs', async (t) => {
  const other = process.env['MARSAD_OTHER_NODE']
  if (other === undefined) return t.skip('needs MARSAD_OTHER_NODE, the path of another Node')
  assert.notEqual((await run(other, ['--version'])).stdout.trim(), process.version)
  assert.deepEqual(await verify(other), await verify(process.execPath))
})
