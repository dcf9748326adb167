import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Item, Output } from '../../src/model/picture.ts'
import { createFeedHub, type FeedSocket } from '../../src/serve/feed.ts'
import { applyMessage, connectReader, serveFakeRoom, QUICK_FEED } from './client.ts'
import { createFakeRoom } from './fake-room.ts'
import { alertItem, label, START_MS, trackItem } from './sample-items.ts'

const put = (item: Item): Output => ({ out: 'put', item })
const track = (id: string, eM = 0, more = {}) => put(trackItem({ id, atMs: START_MS, eM, nM: 0, ...more }))
const officer = { person: 'noura', nation: 'QAT', tasks: [] }
const partner = { person: 'emre', nation: 'TUR', tasks: [] }

test('a reader gets a snapshot, then deltas', async (t) => {
  const { room, url } = await serveFakeRoom(t)
  room.put([track('T1')])
  const reader = await connectReader(url)
  await reader.until((r) => r.messages.length > 0, 'a first message')
  const [first] = reader.messages
  assert.equal(first?.type, 'snapshot')
  assert.equal(first.epoch, 'fake-1')
  assert.equal(first.rate, 1)
  assert.equal(first.put.site?.length, 3)
  assert.equal(first.put.track?.[0]?.id, 'T1')
  room.put([track('T2', 100), { out: 'drop', kind: 'track', id: 'T1' }])
  await reader.until((r) => r.picture.has('track/T2') && !r.picture.has('track/T1'), 'the change')
  const change = reader.messages.find((each) => each.put.track?.[0]?.id === 'T2')
  assert.equal(change?.type, 'delta')
  assert.deepEqual(change.put.site, undefined)
  await reader.close()
})

test('a quiet room is heard of all the same', async (t) => {
  const { url } = await serveFakeRoom(t)
  const reader = await connectReader(url)
  await reader.until((r) => r.messages.length >= 3, 'two heartbeats')
  assert.deepEqual(
    reader.messages.slice(1).map((each) => [each.type, each.put, each.drop]),
    [
      ['delta', {}, {}],
      ['delta', {}, {}],
    ].slice(0, reader.messages.length - 1),
  )
  await reader.close()
})

test('a reader resumes where it left, and does not hear again what it had', async (t) => {
  const { room, url } = await serveFakeRoom(t)
  room.put([track('T1'), track('T2')])
  const before = await connectReader(url)
  await before.until((r) => r.picture.has('track/T2'), 'both tracks')
  await before.close()
  room.put([track('T3'), { out: 'drop', kind: 'track', id: 'T1' }])
  const after = await connectReader(url, before.cursor)
  await after.until((r) => r.messages.length > 0, 'a first message')
  assert.equal(after.messages[0]?.type, 'delta')
  assert.deepEqual(
    after.messages[0].put.track?.map((each) => each.id),
    ['T3'],
  )
  assert.deepEqual(after.messages[0].drop, { track: ['T1'] })
  await after.close()
})

test('a cursor of another life of the room, a forged one and nonsense get a snapshot', async (t) => {
  const { room, url } = await serveFakeRoom(t)
  const reader = await connectReader(url)
  await reader.until((r) => r.cursor !== undefined, 'a cursor')
  await room.restart()
  await reader.until((r) => r.messages.at(-1)?.epoch === 'fake-2', 'the new epoch')
  assert.equal(reader.messages.find((each) => each.epoch === 'fake-2')?.type, 'snapshot')
  const old = reader.messages[0]?.cursor as string
  const bytes = Buffer.from(reader.cursor as string, 'base64url')
  bytes[5] = (bytes[5] as number) ^ 1
  for (const cursor of [old, bytes.toString('base64url'), 'nonsense', '']) {
    const again = await connectReader(url, cursor)
    await again.until((r) => r.messages.length > 0, 'a first message')
    assert.equal(again.messages[0]?.type, 'snapshot', `cursor ${JSON.stringify(cursor)}`)
    await again.close()
  }
  await reader.close()
})

test('a cursor older than the remembered removals gets a snapshot', () => {
  const room = createFakeRoom({ maxTombstones: 3 })
  const hub = createFeedHub(room, QUICK_FEED)
  room.put([track('T0')])
  const reader = fakeSocket()
  const leave = hub.join(reader, officer, undefined)
  leave?.()
  // The hub has its own memory of removals, and the room's picture a shorter one: both paths end in the truth.
  for (let i = 0; i < 10; i++) room.put([track(`X${i}`), { out: 'drop', kind: 'track', id: `X${i}` }])
  room.put([{ out: 'drop', kind: 'track', id: 'T0' }])
  const again = fakeSocket()
  hub.join(again, officer, reader.cursor)
  hub.stop()
  assert.equal(reader.picture.has('track/T0'), true)
  applyAll(again, reader.picture)
  assert.equal(reader.picture.has('track/T0'), false)
})

test('a slow reader is skipped, then told everything at once; a stuck one is dropped', () => {
  const room = createFakeRoom()
  let nowMs = 0
  const hub = createFeedHub(room, QUICK_FEED, () => nowMs)
  const slow = fakeSocket()
  const quick = fakeSocket()
  hub.join(slow, officer, undefined)
  hub.join(quick, officer, undefined)
  slow.bufferedAmount = QUICK_FEED.highWaterBytes + 1
  for (let i = 0; i < 50; i++) {
    room.put([track('T1', i), track(`N${i}`)])
    nowMs += 20
    hub.flush()
  }
  assert.equal(quick.messages.length, 51)
  assert.equal(slow.messages.length, 1)
  slow.bufferedAmount = 0
  hub.flush()
  assert.equal(slow.messages.length, 2)
  assert.deepEqual(slow.picture, quick.picture)
  slow.bufferedAmount = QUICK_FEED.highWaterBytes + 1
  hub.flush()
  nowMs += QUICK_FEED.stuckMs
  hub.flush()
  assert.equal(slow.terminated, true)
  assert.deepEqual({ ...hub.counts(), bytes: 0, messages: 0 }, { readers: 1, messages: 0, bytes: 0, snapshots: 2, skipped: 52, dropped: 1 })
  hub.stop()
})

test('a reader that never reads holds no more than its bound in memory', async (t) => {
  const { room, server, port } = await serveFakeRoom(t)
  const socket = connect(port, '127.0.0.1')
  socket.pause()
  socket.write(
    `GET /api/v1/feed HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  )
  while (server.hub.counts().readers === 0) await new Promise((done) => setTimeout(done, 5))
  // More than the kernel's socket buffers take, several times over.
  for (let round = 0; server.hub.counts().skipped < 20; round++) {
    assert.ok(round < 2000, 'the reader was never found slow')
    room.put(Array.from({ length: 400 }, (_, i) => track(`T${i}`, round)))
    await new Promise((done) => setTimeout(done, 6))
  }
  const sent = server.hub.counts().bytes
  for (let round = 0; round < 20; round++) {
    room.put(Array.from({ length: 400 }, (_, i) => track(`T${i}`, -round)))
    await new Promise((done) => setTimeout(done, 6))
  }
  assert.equal(server.hub.counts().bytes, sent)
  socket.destroy()
})

test("whatever is dropped and resumed, a reader ends with the server's picture", () => {
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('put' as const),
        id: fc.integer({ min: 0, max: 8 }),
        eM: fc.integer({ min: -500, max: 500 }),
        secret: fc.boolean(),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('drop' as const), id: fc.integer({ min: 0, max: 8 }) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('flush' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('stall' as const), reader: fc.nat(1), on: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('reconnect' as const), reader: fc.nat(1), keepCursor: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 0, max: 4 }), (steps, maxTombstones) => {
      const room = createFakeRoom({ maxTombstones })
      const hub = createFeedHub(room, QUICK_FEED, () => 0)
      const people = [officer, partner]
      const pictures = [new Map<string, unknown>(), new Map<string, unknown>()]
      const sockets = people.map((who, i) => {
        const socket = fakeSocket(pictures[i])
        return { socket, leave: hub.join(socket, who, undefined) }
      })
      const reconnect = (i: number, cursor: string | undefined) => {
        sockets[i]?.leave?.()
        const socket = fakeSocket(pictures[i])
        sockets[i] = { socket, leave: hub.join(socket, people[i] as typeof officer, cursor) }
      }
      for (const each of steps) {
        if (each.do === 'put')
          room.put([
            track(`T${each.id}`, each.eM, { label: each.secret ? label() : label('QAT', ['TUR']) }),
            put(alertItem(`A${each.id}`, `T${each.id}`, START_MS)),
          ])
        else if (each.do === 'drop') room.put([{ out: 'drop', kind: 'track', id: `T${each.id}` }])
        else if (each.do === 'flush') hub.flush()
        else if (each.do === 'stall') (sockets[each.reader] as (typeof sockets)[0]).socket.bufferedAmount = each.on ? 1e9 : 0
        else if (each.do === 'reconnect') reconnect(each.reader, each.keepCursor ? sockets[each.reader]?.socket.cursor : undefined)
        else void room.restart()
      }
      sockets.forEach(({ socket }) => (socket.bufferedAmount = 0))
      hub.flush()
      people.forEach((who, i) => {
        const fresh = fakeSocket()
        createFeedHubOnce(room, fresh, who)
        assert.deepEqual(sorted(pictures[i] as Map<string, unknown>), sorted(fresh.picture))
      })
      hub.stop()
    }),
    { numRuns: 300 },
  )
})

/** A hub made just now knows nothing but the room's present picture. */
function createFeedHubOnce(room: ReturnType<typeof createFakeRoom>, socket: FeedSocket, who: typeof officer): void {
  const hub = createFeedHub(room, QUICK_FEED, () => 0)
  hub.join(socket, who, undefined)
  hub.stop()
}

const sorted = (picture: Map<string, unknown>) => [...picture].sort(([a], [b]) => (a < b ? -1 : 1))

type FakeSocket = FeedSocket & {
  bufferedAmount: number
  messages: Parameters<typeof applyMessage>[1][]
  picture: Map<string, unknown>
  cursor: string | undefined
  terminated: boolean
}

function fakeSocket(picture = new Map<string, unknown>()): FakeSocket {
  const socket: FakeSocket = {
    bufferedAmount: 0,
    messages: [],
    picture,
    cursor: undefined,
    terminated: false,
    send(text) {
      const message = JSON.parse(Buffer.from(text).toString()) as FakeSocket['messages'][0]
      socket.messages.push(message)
      socket.cursor = message.cursor
      applyMessage(picture, message)
    },
    terminate: () => (socket.terminated = true),
  }
  return socket
}

function applyAll(socket: FakeSocket, picture: Map<string, unknown>): void {
  for (const message of socket.messages) applyMessage(picture, message)
}
