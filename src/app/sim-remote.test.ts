import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { createBeastFramer } from '../wire/adsb/framing.ts'
import { decodeBeastFrame } from '../wire/adsb/beast.ts'
import { decodeIngestAsSent } from '../wire/json/ingest.ts'
import { decodeSapient, encodeSapient, makeSapient, sapientTimestamp } from '../wire/sapient/v2/decode.ts'
import { createSapientFramer, frameSapient } from '../wire/sapient/v2/framing.ts'
import { playInto } from './sim-remote.ts'

const SCENARIO = resolve(import.meta.dirname, '../../events/doha-2022/scenarios/demo.yaml')
const ZERO_MS = Date.UTC(2022, 10, 26, 18, 50)

/** A room as the simulator sees it: a clock, three doors, and what came in through them. */
async function fakeRoom(options: { acknowledge: boolean; startMs: number; rate: number }) {
  const seen = {
    sapient: [] as string[],
    nodes: new Set<string>(),
    beast: 0,
    json: [] as { node: string; cookie: string | undefined }[],
    refused: 0,
    clock: { wallMs: Date.now(), eventMs: options.startMs, rate: options.rate },
  }
  const sockets = new Set<Socket>()
  const http = createHttpServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      response.setHeader('set-cookie', 'marsad=abc; HttpOnly')
      if (request.url === '/api/v1/clock') {
        const { wallMs, eventMs, rate } = seen.clock
        response.end(JSON.stringify({ nowMs: Math.floor(eventMs + (Date.now() - wallMs) * rate), segments: [seen.clock] }))
        return
      }
      const body = decodeIngestAsSent(Buffer.concat(chunks))
      if ('rejected' in body) seen.refused += 1
      else seen.json.push({ node: body.node, cookie: request.headers.cookie })
      response.statusCode = 202
      response.end('{}')
    })
  })
  const sapient = createServer((socket) => {
    sockets.add(socket)
    const framer = createSapientFramer({ maxFrameBytes: 1 << 20 })
    socket.on('error', () => sockets.delete(socket))
    socket.on('data', (chunk) => {
      framer.push(chunk)
      for (let frame = framer.next(); frame !== undefined; frame = framer.next()) {
        const message = frame instanceof Uint8Array ? decodeSapient(frame) : frame
        if ('rejected' in message) {
          seen.refused += 1
          continue
        }
        const node = message.nodeId ?? ''
        const info = message.content.case === 'statusReport' ? ` ${message.content.value.info}` : ''
        seen.sapient.push(`${node.slice(0, 8)}${node.slice(-2)} ${message.content.case}${info}`)
        seen.nodes.add(node)
        if (message.content.case !== 'registration') continue
        socket.write(
          frameSapient(
            encodeSapient(
              makeSapient({
                timestamp: sapientTimestamp(ZERO_MS),
                nodeId: node,
                content: {
                  case: 'registrationAck',
                  value: { acceptance: options.acknowledge, ackResponseReason: options.acknowledge ? [] : ['not here'] },
                },
              }),
            ),
          ),
        )
      }
    })
  })
  const beast = createServer((socket) => {
    sockets.add(socket)
    const framer = createBeastFramer()
    socket.on('error', () => sockets.delete(socket))
    socket.on('data', (chunk) => {
      framer.push(chunk)
      for (let frame = framer.next(); frame !== undefined; frame = framer.next()) {
        if (frame instanceof Uint8Array && !('rejected' in decodeBeastFrame(frame))) seen.beast += 1
        else seen.refused += 1
      }
    })
  })
  for (const server of [http, sapient, beast]) await once(server.listen(0, '127.0.0.1'), 'listening')
  const portOf = (server: Server) => (server.address() as AddressInfo).port
  const close = () => {
    for (const socket of sockets) socket.destroy()
    http.closeAllConnections()
    for (const server of [http, sapient, beast]) server.close()
  }
  return {
    seen,
    sockets,
    close,
    target: { host: '127.0.0.1', httpPort: portOf(http), sapientPort: portOf(sapient), beastPort: portOf(beast) },
  }
}

/** Waits until something holds; a test that hangs here names what it waited for. */
async function until(what: string, holds: () => boolean): Promise<void> {
  for (let i = 0; i < 1500; i++) {
    if (holds()) return
    await new Promise((later) => setTimeout(later, 20))
  }
  assert.fail(`waited in vain for ${what}`)
}

test('sensors register, beat and report through every door; after a lost connection and a new beginning they register again', async () => {
  const room = await fakeRoom({ acknowledge: true, startMs: ZERO_MS - 30_000, rate: 10 })
  const { seen } = room
  const said: string[] = []
  const simulator = playInto(room.target, SCENARIO, undefined, (line) => said.push(line))
  const radar = '5a0f6d8e11'
  const of = (kind: string) => seen.sapient.filter((line) => line === `${radar} ${kind}`).length
  try {
    await until(
      'detections, documents and squitters',
      () => of('detectionReport') > 3 && seen.json.length > 20 && seen.beast > 20 && seen.nodes.size >= 5,
    )
    const own = seen.sapient.filter((line) => line.startsWith(radar)).map((line) => line.slice(radar.length + 1))
    assert.equal(own[0], 'registration')
    assert.equal(
      own.find((kind) => kind.startsWith('statusReport')),
      'statusReport 1',
      'the first status is NEW',
    )
    assert(
      own
        .filter((kind) => kind.startsWith('statusReport'))
        .slice(1)
        .every((kind) => kind === 'statusReport 2'),
      'the others UNCHANGED',
    )
    assert.equal(seen.refused, 0)
    assert(
      seen.json.slice(20).some(({ cookie }) => cookie === 'marsad=abc'),
      'one session is kept',
    )

    for (const socket of room.sockets) socket.destroy()
    await until('a second registration', () => of('registration') === 2 && of('statusReport 1') === 2)

    seen.clock = { wallMs: Date.now(), eventMs: ZERO_MS - 75_000, rate: 1 }
    await until('registration in the new story', () => of('registration') >= 3)
    await until('the word that it begins anew', () => said.filter((line) => line.includes('plays from')).length === 2)
    assert.match(said.at(-1)!, /2022-11-26T18:48:45/)
  } finally {
    simulator.stop()
    room.close()
  }
  await simulator.done
})

test('a node that is refused sends heartbeats but no detections, and its refusal is told', async () => {
  const room = await fakeRoom({ acknowledge: false, startMs: ZERO_MS, rate: 10 })
  const simulator = playInto(room.target, SCENARIO, undefined, () => {})
  try {
    await until('heartbeats', () => room.seen.sapient.filter((line) => line.includes('statusReport 2')).length > 10)
    assert(!room.seen.sapient.some((line) => line.includes('detectionReport')))
    const refused = [...simulator.counts.values()].find(({ refused: count }) => count > 0)
    assert.equal(refused?.lastRefusal, 'not here')
  } finally {
    simulator.stop()
    room.close()
  }
  await simulator.done
})

test('a scenario that is not one ends with the place of the mistake', () => {
  assert.throws(
    () =>
      playInto(
        { host: '127.0.0.1', httpPort: 1 },
        resolve(import.meta.dirname, '../../events/doha-2022/event.yaml'),
        resolve(import.meta.dirname, '../../events/doha-2022'),
        () => {},
      ),
    /event\.yaml:\d+:\d+: .+: .+/,
  )
})

test("the demo's own process plays what it is told and ends when asked, and when the demo is gone", async () => {
  const room = await fakeRoom({ acknowledge: true, startMs: ZERO_MS, rate: 5 })
  const { httpPort, sapientPort, beastPort } = room.target
  try {
    for (const farewell of ['SIGTERM', 'disconnect'] as const) {
      const before = room.seen.json.length
      const child = fork(resolve(import.meta.dirname, 'sim-process.ts'), [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
      const exited = once(child, 'exit')
      child.send({
        kind: 'begin',
        eventDir: resolve(SCENARIO, '../..'),
        scenario: SCENARIO,
        doors: { sapient: `127.0.0.1:${sapientPort}`, beast: `127.0.0.1:${beastPort}` },
        ingestUrl: `http://127.0.0.1:${httpPort}/api/v1/ingest/detections`,
        clock: [{ wallMs: Date.now(), eventMs: ZERO_MS, rate: 5 }],
      })
      await until('documents', () => room.seen.json.length > before + 5)
      if (farewell === 'SIGTERM') child.kill('SIGTERM')
      else child.disconnect()
      assert.deepEqual(await exited, [0, null])
    }
  } finally {
    room.close()
  }
})
