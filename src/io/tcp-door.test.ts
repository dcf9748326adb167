import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { test, type TestContext } from 'node:test'
import type { ConnectionPayload } from '../model/entry.ts'
import type { FeedDefinition } from '../model/event.ts'
import { createLineFramer } from '../wire/line-framer.ts'
import { createSapientFramer } from '../wire/sapient/v2/framing.ts'
import { createTcpDoor, type TcpDoorSettings } from './tcp-door.ts'

const FEED: FeedDefinition = {
  id: 'lines',
  door: 'sbs',
  mode: 'listen',
  host: '127.0.0.1',
  port: 0,
  time: 'arrival',
  maxConnections: 3,
  maxFrameBytes: 100,
  maxFramesPerS: 1000,
  maxClockSkewMs: 1000,
  priority: 3,
  simulated: true,
}

async function openDoor(t: TestContext, feed: Partial<FeedDefinition> = {}, more: Partial<TcpDoorSettings> = {}) {
  const heard = {
    frames: [] as { connection: number; text: string }[],
    changes: [] as ({ connection: number } & ConnectionPayload)[],
    shed: [] as [number, number][],
    misframed: 0,
    log: [] as string[],
  }
  let number = 0
  const door = createTcpDoor({
    feed: { ...FEED, ...feed },
    createFramer: createLineFramer,
    nextConnection: () => ++number,
    onFrame: (connection, bytes) => heard.frames.push({ connection, text: Buffer.from(bytes).toString('latin1') }),
    onConnection: (connection, payload) => heard.changes.push({ connection, ...payload }),
    onShed: (frames, bytes) => heard.shed.push([frames, bytes]),
    onMisframed: (frames) => (heard.misframed += frames),
    log: (line) => heard.log.push(line),
    nowMs: () => 0,
    ...more,
  })
  const address = await door.open()
  t.after(() => door.stop())
  const dial = async (): Promise<Socket> => {
    const socket = connect(address?.port ?? 0, '127.0.0.1')
    socket.on('error', () => socket.destroy())
    await once(socket, 'connect')
    t.after(() => socket.destroy())
    return socket
  }
  return { door, heard, dial }
}

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let i = 0; !condition(); i++) {
    assert.ok(i < 1000, `did not come: ${what}`)
    await new Promise((done) => setTimeout(done, 10))
  }
}

test('frames come by connection, replies go back to theirs', async (t) => {
  const { door, heard, dial } = await openDoor(t)
  const [a, b] = [await dial(), await dial()]
  a.write('one\r\ntw')
  b.write('three\n')
  a.write('o\n')
  await until(() => heard.frames.length === 3, 'three frames')
  const ofA = heard.frames.find((each) => each.text === 'one')?.connection ?? 0
  const ofB = heard.frames.find((each) => each.text === 'three')?.connection ?? 0
  assert.deepEqual(
    heard.frames.filter((each) => each.connection === ofA).map((each) => each.text),
    ['one', 'two'],
  )
  assert.notEqual(ofA, ofB)
  const atB = once(b, 'data')
  door.reply(ofB, Buffer.from('ack'), false)
  assert.equal(String((await atB)[0]), 'ack')
  const endOfA = once(a, 'end')
  a.resume()
  door.reply(ofA, Buffer.from('bye'), true)
  await endOfA
  await until(() => heard.changes.some((each) => each.connection === ofA && each.change === 'closed'), 'the end of A')
  door.reply(ofA, Buffer.from('too late'), false)
  assert.equal(door.counts().unsent, 1)
  assert.deepEqual(
    heard.changes.filter((each) => each.connection === ofA).map((each) => [each.change, each.why]),
    [
      ['opened', undefined],
      ['closed', 'closed by marsad'],
    ],
  )
})

test('a last line without its ending counts', async (t) => {
  const { heard, dial } = await openDoor(t)
  const socket = await dial()
  socket.end('first\nlast')
  await until(() => heard.changes.length === 2, 'the end')
  assert.deepEqual(
    heard.frames.map((each) => each.text),
    ['first', 'last'],
  )
  assert.equal(heard.changes[1]?.why, undefined)
})

test('more connections than allowed are turned away and told of once', async (t) => {
  const { door, heard, dial } = await openDoor(t, { maxConnections: 2 })
  const first = await dial()
  await dial()
  await until(() => door.counts().connections === 2, 'two connections')
  for (let i = 0; i < 5; i++) await dial()
  await until(() => door.counts().refused === 5, 'five refusals')
  first.write('still served\n')
  await until(() => heard.frames.length === 1, 'a frame')
  await until(() => heard.changes.some((each) => each.change === 'refused'), 'the refusals')
  assert.equal(heard.changes.filter((each) => each.change === 'refused').length, 1)
  assert.match(heard.log.join('\n'), /refused 5 connections.*maxConnections is 2/)
  first.destroy()
  await until(() => door.counts().connections === 1, 'one connection')
  const next = await dial()
  next.write('welcome\n')
  await until(() => heard.frames.length === 2, 'its frame')
})

test('who only connects and hangs up does not fill the record', async (t) => {
  let nowMs = 0
  const { door, heard, dial } = await openDoor(t, {}, { nowMs: () => nowMs })
  for (let i = 0; i < 80; i++) {
    const socket = await dial()
    socket.destroy()
    await until(() => door.counts().opened + door.counts().refused === i + 1 && door.counts().connections === 0, 'its end')
  }
  assert.deepEqual([door.counts().opened, door.counts().refused], [50, 30])
  assert.equal(heard.changes.filter((each) => each.change === 'opened').length, 50)
  nowMs += 1000
  const later = await dial()
  later.write('still heard\n')
  await until(() => heard.frames.length === 1, 'a frame of one who comes later')
})

test('a lost framing closes its sender alone', async (t) => {
  const { door, heard, dial } = await openDoor(t, { maxFrameBytes: 1000 }, { createFramer: createSapientFramer })
  const [good, bad] = [await dial(), await dial()]
  bad.resume()
  const closed = once(bad, 'close')
  bad.write(Buffer.from('GET / HTTP/1.1\r\n\r\n'))
  await closed
  await until(() => heard.changes.some((each) => each.change === 'closed'), 'the entry')
  assert.match(heard.changes.find((each) => each.change === 'closed')?.why ?? '', /at byte 0/)
  assert.match(heard.log[0] ?? '', /^feed lines: closed 127\.0\.0\.1:\d+: /)
  good.write(Buffer.from([3, 0, 0, 0, 1, 2, 3]))
  await until(() => heard.frames.length === 1, 'the good frame')
  assert.equal(heard.frames[0]?.text, '\x01\x02\x03')
  assert.deepEqual([door.counts().framingErrors, door.counts().connections], [1, 1])
  await until(() => heard.misframed === 1, 'the wrong frame in the counts')
})

test('garbage of any kind ends nothing but its own connection', async (t) => {
  const { door, heard, dial } = await openDoor(t, { maxConnections: 50 }, { createFramer: createSapientFramer })
  let seed = 1
  const byte = () => ((seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) >>> 16) & 255
  for (let i = 0; i < 40; i++) {
    const socket = await dial()
    socket.end(Buffer.from(Array.from({ length: 1 + (byte() % 200) }, byte)))
    socket.resume()
  }
  const socket = await dial()
  socket.write(Buffer.from([1, 0, 0, 0, 7]))
  await until(() => heard.frames.some((each) => each.text === '\x07'), 'the good frame')
  await until(() => door.counts().connections === 1, 'the others to be gone')
  assert.equal(heard.changes.filter((each) => each.change === 'closed').length, 40)
})

test('above its rate a sender loses frames, counted, and not its connection', async (t) => {
  let nowMs = 0
  const { door, heard, dial } = await openDoor(t, { maxFramesPerS: 10 }, { nowMs: () => nowMs })
  const socket = await dial()
  socket.write('x\n'.repeat(50))
  await until(() => door.counts().shed === 30, '20 at once, 30 shed')
  assert.equal(heard.frames.length, 20)
  nowMs = 1000
  socket.write('y\n'.repeat(15))
  await until(() => door.counts().shed === 35, 'ten more a second later')
  await until(() => heard.shed.length > 0, 'the report')
  assert.deepEqual(
    heard.shed.reduce(([f, b], [frames, bytes]) => [f + frames, b + bytes], [0, 0]),
    [35, 35],
  )
})

test('while what lies behind is full, nothing is read and nothing is lost', async (t) => {
  let fill = 0.9
  const { heard, dial } = await openDoor(t, { maxFramesPerS: 1e6 }, { fill: () => fill })
  const socket = await dial()
  for (let i = 0; i < 2000; i++) socket.write(`${i}`.padEnd(90, '.') + '\n')
  await until(() => heard.frames.length > 0, 'the first chunk')
  const held = heard.frames.length
  await new Promise((done) => setTimeout(done, 100))
  assert.equal(heard.frames.length, held)
  assert.ok(held < 2000)
  fill = 0
  await until(() => heard.frames.length === 2000, 'all frames')
  assert.deepEqual(
    heard.frames.map((each) => Number.parseInt(each.text, 10)),
    Array.from({ length: 2000 }, (_, i) => i),
  )
})

test('a sender that says nothing is closed', async (t) => {
  const { heard, dial } = await openDoor(t, {}, { idleMs: 100 })
  const socket = await dial()
  socket.resume()
  await once(socket, 'close')
  await until(() => heard.changes.length === 2, 'the entry')
  assert.equal(heard.changes[1]?.why, 'sent nothing for 0.1 s')
})

test('a sender that does not read its replies is closed at a bound', async (t) => {
  const { door, heard, dial } = await openDoor(t)
  const socket = await dial()
  socket.pause()
  await until(() => heard.changes.length === 1, 'the connection')
  for (let i = 0; i < 200 && heard.changes.length === 1; i++) {
    door.reply(1, Buffer.alloc(1 << 16), false)
    await new Promise((done) => setImmediate(done))
  }
  assert.equal(heard.changes[1]?.why, 'replies unread')
})

test('a taken port is an error of opening', async (t) => {
  const taken = createServer().listen(0, '127.0.0.1')
  t.after(() => taken.close())
  await once(taken, 'listening')
  await assert.rejects(openDoor(t, { port: (taken.address() as AddressInfo).port }), { code: 'EADDRINUSE' })
})

test('in mode connect it comes back whenever the other end does', async (t) => {
  const sockets: Socket[] = []
  const source = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => socket.destroy())
    socket.write(`hello ${sockets.length}\n`)
  }).listen(0, '127.0.0.1')
  await once(source, 'listening')
  const { port } = source.address() as AddressInfo
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    source.close()
  })
  const { door, heard } = await openDoor(t, { mode: 'connect', port }, { retryMs: [10, 40] })
  await until(() => heard.frames.length === 1, 'the first greeting')
  sockets[0]?.destroy()
  await until(() => heard.frames.length === 2, 'the second greeting')
  assert.deepEqual(
    heard.frames.map((each) => each.text),
    ['hello 1', 'hello 2'],
  )
  assert.deepEqual(
    heard.changes.map((each) => each.change),
    ['opened', 'closed', 'opened'],
  )
  await door.stop()
  const before = sockets.length
  await new Promise((done) => setTimeout(done, 100))
  assert.equal(sockets.length, before)
})
