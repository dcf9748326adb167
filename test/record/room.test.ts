import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { openRoom, type Room, type RoomOptions } from '../../src/app/room.ts'
import { journalFolderOf } from '../../src/io/data-folder.ts'
import { openSqliteStore } from '../../src/io/sqlite-store.ts'
import { effectDonePayload } from '../../src/model/entry.ts'
import { notesOf } from '../../src/record/journal-notes.ts'
import { verifyFolder } from '../../src/app/verify-folder.ts'
import type { Doors, DoorHost } from '../../src/io/door-port.ts'
import type { CommandPayload } from '../../src/model/command.ts'
import type { FeedId } from '../../src/model/ids.ts'
import { CommandUnavailable } from '../../src/serve/room-port.ts'
import { SPIN, THROW } from './fake-engine.ts'
import { smallEvent } from './small-event.ts'
import { fakeEngine } from './small-record.ts'

const RADAR = 'radar' as FeedId
const engineModule = new URL('./fake-engine.ts', import.meta.url).href

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-room-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function open(dataDir: string, more: Partial<RoomOptions> = {}): Promise<Room> {
  return openRoom({
    event: smallEvent(),
    dataDir,
    mode: 'demo',
    clock: { startMs: 1_669_402_200_000, rate: 1 },
    onFatal: (why) => assert.fail(why),
    ...more,
    limits: { engineModule, watchdogMs: 600, reserveBytes: 65_536, ...more.limits },
  })
}

function command(key: string, kind: 'qnh.set' | 'node.accept' = 'qnh.set', person = 'p1'): CommandPayload {
  return {
    key,
    actor: { person, post: 'watch', nation: 'QAT', session: 's1' },
    body: kind === 'qnh.set' ? { kind, qnhPa: 100_000 } : { kind, node: 'n1' },
  }
}

function pictureOf(room: Room): [string, unknown][] {
  const items = room.picture
    .all()
    .flatMap(({ value }) => (value === undefined ? [] : [[`${value.kind}:${value.id}`, value] as [string, unknown]]))
  return items.sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Ticks go on by the wall, so a picture is compared without what only counts them. */
function withoutTicks(items: [string, unknown][]): [string, unknown][] {
  return items.filter(([key]) => key !== 'feed:ticks')
}

test('a command is answered when it is durable and applied, and its key is answered the same, also after a restart', async (t) => {
  const folder = folderFor(t)
  let room = await open(folder)
  const answer = await room.command(command('key-00001'))
  assert.equal(answer.outcome.result, 'done')
  assert.ok(room.committedPosition() >= answer.position)
  assert.deepEqual(await room.command(command('key-00001')), answer)
  const both = await Promise.all([room.command(command('key-00002', 'node.accept')), room.command(command('key-00002', 'node.accept'))])
  assert.deepEqual(both[0], both[1])
  assert.deepEqual(both[0].outcome, { result: 'refused', why: 'not-now' })
  await assert.rejects(
    room.command(command('key-00001', 'qnh.set', 'p2')),
    (error) => error instanceof CommandUnavailable && error.problem.error === 'key-reused',
  )
  await room.stop()
  room = await open(folder)
  assert.deepEqual(await room.command(command('key-00001')), answer)
  assert.deepEqual(await room.command(command('key-00002', 'node.accept')), both[0])
  await assert.rejects(room.command(command('key-00001', 'node.accept')), CommandUnavailable)
  await room.stop()
  const report = await verifyFolder(folder, [], fakeEngine)
  assert.deepEqual(report.faults, [])
  assert.equal(report.starts.length, 2)
})

test('what became of each effect is an entry: an answer that was given, bytes that nobody was there to read', async (t) => {
  const folder = folderFor(t)
  const room = await open(folder)
  const frame = room.ingest(RADAR, new Uint8Array([1, 2]), '192.0.2.1:5')
  assert.ok(frame.accepted)
  await room.command(command('key-00009'))
  await room.settle()
  await room.stop()
  const store = openSqliteStore({ folder: journalFolderOf(folder), access: 'read' })
  const done = notesOf(store, 'effect-done', effectDonePayload).map((note) => note.says)
  store.close()
  assert.deepEqual(done, [
    { key: `r${frame.position}`, result: 'failed', why: 'the connection is gone' },
    { key: 'key-00009', result: 'done' },
  ])
})

test('a resumed room shows the picture that it would show had it never stopped', async (t) => {
  const stopping = folderFor(t)
  const going = folderFor(t)
  const frames = Array.from({ length: 60 }, (_, i) => new Uint8Array([i & 0x7f, (i * 7) & 0xff]))
  // The two rooms differ in when ticks fall, so only what frames and commands make is compared.
  const one = await open(going)
  for (const frame of frames) assert.ok(one.ingest(RADAR, frame, '192.0.2.1:5').accepted)
  await one.settle()
  let other = await open(stopping, { limits: { snapshotEntries: 20, snapshotMs: 300 } })
  for (const [i, frame] of frames.entries()) {
    assert.ok(other.ingest(RADAR, frame, '192.0.2.1:5').accepted)
    if (i % 20 !== 19) continue
    await other.stop()
    other = await open(stopping, { limits: { snapshotEntries: 20, snapshotMs: 300 } })
  }
  await other.settle()
  const radarOnly = (room: Room) => withoutTicks(pictureOf(room)).filter(([key]) => key === 'feed:radar')
  assert.equal(radarOnly(one).length, 1)
  assert.deepEqual(radarOnly(other), radarOnly(one))
  await Promise.all([one.stop(), other.stop()])
  const report = await verifyFolder(stopping, [], fakeEngine)
  assert.deepEqual(report.faults, [])
  assert.ok(report.outputHashesCompared >= 4, 'every life left its hash')
  assert.ok(report.snapshotsCompared >= 1)
})

for (const [name, magic] of [
  ['holds up', SPIN],
  ['breaks', THROW],
] as const) {
  test(`an entry that ${name} the engine is skipped, its sender is put in quarantine, and the room goes on`, async (t) => {
    const folder = folderFor(t)
    const lines: string[] = []
    const closed: number[] = []
    const replies: number[] = []
    let host: DoorHost | undefined
    const doors: Doors = {
      reply: (connection) => replies.push(connection) > 0,
      closeConnection: (connection) => closed.push(connection),
      addresses: () => [],
      stop: () => Promise.resolve(),
    }
    const openDoors = (given: DoorHost) => {
      host = given
      return Promise.resolve(doors)
    }
    const room = await open(folder, { openDoors, log: (line) => lines.push(line) })
    assert.ok(host)
    const [bad, good] = [host.nextConnection(), host.nextConnection()]
    host.connectionChanged('radar', bad, { change: 'opened', peer: '192.0.2.9:1000' })
    host.connectionChanged('radar', good, { change: 'opened', peer: '192.0.2.8:1000' })
    const send = (connection: number, ...bytes: number[]) =>
      host!.submit({ type: 'frame', version: 1, source: 'radar', connection, payload: new Uint8Array(bytes) })
    for (let i = 0; i < 10; i++) send(good, i)
    const poisoned = send(bad, magic, 1)
    for (let i = 0; i < 10; i++) send(good, 100 + i)
    const answer = await room.command(command('after-the-poison'))
    assert.equal(answer.outcome.result, 'done')
    assert.equal(room.health().poisoned, 1)
    assert.deepEqual(closed, [bad])
    assert.deepEqual(send(bad, 1), { result: 'shed', cause: 'quarantine' })
    const again = host.nextConnection()
    host.connectionChanged('radar', again, { change: 'opened', peer: '192.0.2.9:1001' })
    await room.settle()
    assert.deepEqual(closed, [bad, again], 'it is turned away when it comes back from another port')
    assert.equal(send(good, 5).result, 'accepted')
    await room.settle()
    assert.equal(
      replies.filter((connection) => connection === good).length,
      21,
      'each frame was answered once, also those replayed after the fall',
    )
    const before = pictureOf(room)
    await room.stop()
    assert.ok(lines.some((line) => line.includes('is skipped')))
    const report = await verifyFolder(folder, [], fakeEngine)
    assert.deepEqual(report.faults, [])
    assert.equal(poisoned.result, 'accepted')
    assert.deepEqual(report.poisoned, [poisoned.result === 'accepted' ? poisoned.position : 0])
    const resumed = await open(folder)
    const radar = (items: [string, unknown][]) => items.filter(([key]) => key === 'feed:radar')
    assert.deepEqual(radar(pictureOf(resumed)), radar(before))
    await resumed.stop()
  })
}

test('an engine that breaks on everything ends the process instead of going round for ever', async (t) => {
  const fatal: string[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  const room = await open(folderFor(t), {
    limits: { maxPoisons: 5 },
    onFatal: (why) => {
      fatal.push(why)
      resolve()
    },
  })
  for (let i = 0; i < 8; i++) room.ingest(RADAR, new Uint8Array([THROW]), `192.0.2.${i}:1`)
  await promise
  assert.match(fatal[0]!, /broke the engine/)
  await room.stop()
})

test('one data folder, one process', async (t) => {
  const folder = folderFor(t)
  const room = await open(folder)
  await assert.rejects(open(folder), /another marsad process is using/)
  const script = `import { openDataFolder } from ${JSON.stringify(new URL('../../src/io/data-folder.ts', import.meta.url).href)}; openDataFolder(${JSON.stringify(folder)})`
  const child = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  assert.notEqual(child.status, 0)
  assert.match(child.stderr, /another marsad process is using/)
  await room.stop()
  await (await open(folder)).stop()
})

test('a journal of another event is refused with what to do', async (t) => {
  const folder = folderFor(t)
  await (await open(folder)).stop()
  await assert.rejects(open(folder, { event: smallEvent('another') }), /records another event definition.*--data/)
  await (await open(folder)).stop()
})

test('start again begins a new journal and keeps the old one, which still verifies', async (t) => {
  const folder = folderFor(t)
  const room = await open(folder)
  await room.command(command('key-00001'))
  const { epoch } = room
  let told = 0
  room.onRestart(() => told++)
  await room.restart()
  assert.equal(told, 1)
  assert.notEqual(room.epoch, epoch)
  assert.equal(room.picture.count(), 0)
  assert.equal((await room.command(command('key-00001'))).outcome.result, 'done')
  await room.stop()
  assert.equal((await verifyFolder(join(folder, 'earlier', epoch), [], fakeEngine)).sound, true)
  assert.equal((await verifyFolder(folder, [], fakeEngine)).starts.length, 1)
})

test('a new beginning that failed, for a port that was taken, can be tried again', async (t) => {
  const folder = folderFor(t)
  let taken = false
  const openDoors: NonNullable<RoomOptions['openDoors']> = () =>
    taken
      ? Promise.reject(new Error('port taken'))
      : Promise.resolve({ reply: () => true, closeConnection: () => undefined, addresses: () => [], stop: () => Promise.resolve() })
  const room = await open(folder, { openDoors })
  const { epoch } = room
  taken = true
  await assert.rejects(room.restart(), /port taken/)
  await assert.rejects(room.restart(), /port taken/)
  taken = false
  await room.restart()
  assert.equal((await room.command(command('key-00001'))).outcome.result, 'done')
  await room.stop()
  assert.equal((await verifyFolder(join(folder, 'earlier', epoch), [], fakeEngine)).sound, true)
})

test('stopping is quick and everything taken is in the record', async (t) => {
  const folder = folderFor(t)
  const room = await open(folder)
  let accepted = 0
  for (let i = 0; i < 2000; i++) if (room.ingest(RADAR, new Uint8Array([i & 0x7f]), '192.0.2.1:1').accepted) accepted++
  await room.stop()
  const report = await verifyFolder(folder, [], fakeEngine)
  assert.deepEqual(report.faults, [])
  const resumed = await open(folder)
  const radar = resumed.picture.get('feed', 'radar')
  assert.equal(radar?.frames, accepted)
  await resumed.stop()
})

test('a record can be verified while the room writes it', async (t) => {
  const folder = folderFor(t)
  const room = await open(folder, { limits: { hashEntries: 20, snapshotEntries: 50 } })
  const sending = setInterval(() => {
    for (let i = 0; i < 10; i++) room.ingest(RADAR, new Uint8Array([i]), '192.0.2.1:1')
  }, 1)
  t.after(() => clearInterval(sending))
  let before = 0
  for (let round = 0; round < 5; round++) {
    await room.command(command(`key-0000${round}`))
    const report = await verifyFolder(folder, [], fakeEngine)
    assert.deepEqual(report.faults, [])
    assert.ok(report.entries > before)
    before = report.entries
  }
  clearInterval(sending)
  await room.stop()
})

test('a room that is stopped while it fails to begin anew closes its journal and lets its folder go', async (t) => {
  const folder = folderFor(t)
  let openings = 0
  const doors: Doors = { reply: () => false, closeConnection: () => undefined, addresses: () => [], stop: () => Promise.resolve() }
  const openDoors = () => (++openings === 2 ? Promise.reject(new Error('port taken')) : Promise.resolve(doors))
  const room = await open(folder, { openDoors })
  const asked = room.restart()
  const stopped = room.stop()
  await assert.rejects(asked, /port taken/)
  await stopped
  const again = await open(folder, { openDoors })
  await again.stop()
  assert.deepEqual((await verifyFolder(folder, [], fakeEngine)).faults, [])
})

test('doors that cannot be closed do not keep the journal open or the folder locked', async (t) => {
  const folder = folderFor(t)
  const doors: Doors = {
    reply: () => false,
    closeConnection: () => undefined,
    addresses: () => [],
    stop: () => Promise.reject(new Error('a door is stuck')),
  }
  const room = await open(folder, { openDoors: () => Promise.resolve(doors) })
  const answer = await room.command(command('key-00001'))
  await assert.rejects(room.stop(), /a door is stuck/)
  const again = await open(folder)
  assert.deepEqual(await again.command(command('key-00001')), answer)
  await again.stop()
})
