/** The examples run as a reader runs them, against a demo of its own on free ports. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { freePorts, sessionCookie, startServer, type ServerProcess } from '../bench/server-process.ts'
import type { NodeView } from '../src/model/api.ts'

const data = mkdtempSync(join(tmpdir(), 'marsad-examples-'))
let server: ServerProcess

before(async () => {
  server = await startServer(['demo', '--no-browser', '--data', data], await freePorts())
})
after(async () => {
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

function example(name: string, ...args: string[]) {
  return promisify(execFile)(process.execPath, [join(import.meta.dirname, name), ...args], { timeout: 60_000 })
}

test('01: a detection is sent and becomes a track', async () => {
  const { stdout } = await example('01-send-a-detection.ts', server.base)
  assert.match(stdout, /^sent: \{"accepted":1,"position":\d+\}$/m)
  assert.match(stdout, /^accepted: \{"result":"done"\}$/m)
  assert.match(stdout, /^track \S+ at 2022-.*"EXAMPLE", claims rid:[0-9a-f]{32}$/m)
})

test('02: the engine alone makes the picture of one drone', async () => {
  const { stdout } = await example('02-engine-alone.ts')
  assert.match(stdout, /^\S+ "EXAMPLE" \w+: \d+ m east, -\d+ m north, \d+ m up of the origin, -?0 m\/s east, 15 m\/s north$/m)
  assert.equal(stdout, (await example('02-engine-alone.ts')).stdout, 'the same entries give the same picture')
})

test('03: a SAPIENT node registers, is accepted by a person, reports and takes its leave', async () => {
  const running = example('03-sapient-node.ts', `127.0.0.1:${server.ports.sapient}`)
  const cookie = await sessionCookie(server.base)
  const id = 'e8a3b1c2-0001-4a5b-8c6d-7e8f90a1b2c3'
  const node = async () =>
    (await fetch(`${server.base}/api/v1/nodes/${id}`, { headers: { cookie } }).then((answer) => answer.json())) as NodeView
  for (let i = 0; (await node()).state !== 'pending'; i++) {
    assert.ok(i < 200, 'it waits to be accepted')
    await new Promise((wake) => setTimeout(wake, 50))
  }
  const accepted = await fetch(`${server.base}/api/v1/commands`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ key: 'examples-accept', body: { kind: 'node.accept', node: id } }),
  })
  assert.equal(accepted.status, 200)
  const { stdout } = await running
  assert.deepEqual(
    stdout.split('\n').filter((line) => line.startsWith('answer')),
    ['answer: registrationAck '],
  )
  for (let i = 0; (await node()).state !== 'goodbye'; i++) {
    assert.ok(i < 200, 'it has taken its leave')
    await new Promise((wake) => setTimeout(wake, 50))
  }
  const view = await node()
  assert.deepEqual([view.detections, view.rejected], [5, 0])
})
