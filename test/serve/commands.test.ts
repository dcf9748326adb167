import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { connectReader } from './client.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const MAIN = join(ROOT, 'src', 'app', 'main.ts')
const FREE_PORTS = ['--port', '0', '--sapient-port', '0', '--beast-port', '0', '--sbs-port', '0']

type Run = { readonly child: ChildProcess; readonly text: () => string; readonly code: Promise<number | null> }

function marsad(t: TestContext, ...args: string[]): Run {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (part: string) => (text += part))
  const code = once(child, 'close').then(([status]) => status as number | null)
  t.after(async () => {
    child.kill('SIGKILL')
    await code
  })
  return { child, text: () => text, code }
}

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'marsad-command-'))
  t.after(() => rmSync(path, { recursive: true, force: true }))
  return path
}

async function until<T>(look: () => T | undefined | Promise<T | undefined>, what: () => string): Promise<T> {
  for (let i = 0; i < 1200; i++) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`did not come within a minute: ${what()}`)
}

/** The address that the terminal's screen names. */
const addressOf = (run: Run) => until(() => /http:\/\/localhost:(\d+)\//.exec(run.text())?.[0], run.text)

test('wrong usage ends with 2 and says what is right', async (t) => {
  for (const args of [
    ['nonsense'],
    ['demo', '--port', 'many'],
    ['demo', '--speed', '0'],
    ['demo', '--nonsense'],
    ['serve'],
    ['demo', '--language', 'de'],
  ]) {
    const run = marsad(t, ...args)
    assert.equal(await run.code, 2, `${args.join(' ')}: ${run.text()}`)
    assert.match(run.text(), /error: /)
  }
  const help = marsad(t, '--help')
  assert.equal(await help.code, 0)
  for (const name of ['demo', 'serve', 'replay', 'verify', 'decode', 'encode', 'sim', 'bench'])
    assert.match(help.text(), new RegExp(`^ {2}${name} `, 'm'))
})

test('a taken port is one line that says what to do', async (t) => {
  const taken = createServer().listen(0, '127.0.0.1')
  t.after(() => taken.close())
  await once(taken, 'listening')
  const port = String((taken.address() as AddressInfo).port)
  const http = marsad(t, 'demo', '--no-browser', '--data', folder(t), ...FREE_PORTS, '--port', port)
  assert.equal(await http.code, 1)
  assert.equal(http.text(), `marsad: port ${port} is in use: stop what listens there, or choose another with --port\n`)
  const door = marsad(t, 'demo', '--no-browser', '--data', folder(t), ...FREE_PORTS, '--beast-port', port)
  assert.equal(await door.code, 1)
  assert.equal(
    door.text(),
    `marsad: port ${port} for feed beast (beast) is in use: stop what listens there, or choose another with --beast-port\n`,
  )
})

test('serve refuses an example event and unknown people, and runs a real one', async (t) => {
  const example = join(ROOT, 'events', 'doha-2022')
  const refused = marsad(t, 'serve', '--event', example, '--data', folder(t), '--as', 'demo-watch')
  assert.equal(await refused.code, 1)
  assert.match(refused.text(), /^marsad: event doha-2022 holds example values.*example: false\n$/)
  const none = marsad(t, 'serve', '--event', folder(t), '--data', folder(t), '--as', 'x')
  assert.equal(await none.code, 1)
  assert.match(none.text(), /^marsad: /)

  const event = folder(t)
  cpSync(example, event, { recursive: true })
  const yaml = join(event, 'event.yaml')
  writeFileSync(yaml, readFileSync(yaml, 'utf8').replace('example: true', 'example: false'))
  const nobody = marsad(t, 'serve', '--event', event, '--data', folder(t), '--as', 'nobody', ...FREE_PORTS)
  assert.equal(await nobody.code, 1)
  assert.match(nobody.text(), /^marsad: the event has no person nobody: give --as one of demo-watch, /)
  const data = folder(t)
  const run = marsad(t, 'serve', '--event', event, '--data', data, '--as', 'supervisor-1', ...FREE_PORTS)
  const url = await addressOf(run)
  const session = (await (await fetch(`${url}api/v1/session`)).json()) as { person: string; demo: boolean }
  assert.deepEqual([session.person, session.demo], ['supervisor-1', false])
  assert.equal((await fetch(`${url}api/v1/demo/restart`, { method: 'POST' })).status, 404)
  run.child.kill('SIGTERM')
  assert.equal(await run.code, 0)
  assert.ok(readdirSync(data).includes('journal'))
})

test('the demo plays, begins anew when asked, and ends at Ctrl-C with nothing left behind', async (t) => {
  const data = folder(t)
  const run = marsad(t, 'demo', '--no-browser', '--data', data, ...FREE_PORTS)
  const url = await addressOf(run)
  const reader = await connectReader(url)
  const alert = await until(
    () => [...reader.picture].find(([key]) => key.startsWith('alert/'))?.[1] as { sites: string[] } | undefined,
    run.text,
  )
  assert.ok(alert.sites.includes('stadium-974'))
  await until(() => ([...reader.picture.keys()].some((key) => key.startsWith('track/')) ? true : undefined), run.text)
  const before = reader.messages.at(-1)?.epoch
  const answer = await fetch(`${url}api/v1/demo/restart`, { method: 'POST' })
  assert.deepEqual(await answer.json(), { result: 'done' })
  await until(() => (reader.messages.at(-1)?.epoch === before ? undefined : true), run.text)
  assert.equal(reader.messages.find((each) => each.epoch !== before)?.type, 'snapshot')
  await until(
    () => ([...reader.picture.keys()].some((key) => key.startsWith('alert/')) ? true : undefined),
    () => `an alert in the new journal\n${run.text()}`,
  )
  assert.deepEqual(readdirSync(join(data, 'earlier')), [before])
  run.child.kill('SIGINT')
  assert.equal(await run.code, 0, run.text())
  assert.match(run.text(), /Ended\. The record stays in /)
  assert.doesNotMatch(run.text(), /fault of ours|not everything ended|Error/)
  await assert.rejects(fetch(`${url}healthz`))
})
