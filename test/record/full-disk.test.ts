import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { CommitFailed, createRecorder } from '../../src/app/recorder.ts'
import { openRoom, type Room } from '../../src/app/room.ts'
import { ownEntry } from '../../src/app/sequencer.ts'
import type { JournalOut } from '../../src/app/thread-messages.ts'
import { verifyFolder } from '../../src/app/verify-folder.ts'
import { openSqliteStore } from '../../src/io/sqlite-store.ts'
import { ENTRY_TYPES, type EntryDraft } from '../../src/model/entry.ts'
import type { FeedId } from '../../src/model/ids.ts'
import { createEntryBatch } from '../../src/record/entry-batch.ts'
import { FIRST_SEAL } from '../../src/record/seal.ts'
import { smallEvent } from './small-event.ts'
import { fakeEngine } from './small-record.ts'

const AT_MS = 1_669_402_200_000
const frame: EntryDraft = { type: 'frame', version: 1, source: 'radar', connection: 1, payload: new Uint8Array(2000).fill(7) }

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-full-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('when the file may not grow: frames are given up and counted, commands go to the reserve, and it records again', (t) => {
  const store = openSqliteStore({ folder: folderFor(t), access: 'write', maxPages: 40 })
  const told: JournalOut[] = []
  let room = false
  let released = 0
  const reserve = {
    release() {
      released++
      store.limitPages(60)
    },
    rebuild: () => room,
  }
  const recorder = createRecorder(store, reserve, FIRST_SEAL, (message) => told.push(message))
  let position = 0
  const write = (...drafts: EntryDraft[]) => {
    const batch = createEntryBatch()
    for (const draft of drafts) batch.add({ ...draft, position: ++position, atMs: AT_MS })
    recorder.take([batch.take()])
  }
  while (!recorder.full) write(frame, frame)
  assert.equal(released, 1)
  const full = position
  assert.deepEqual(told.filter((message) => message.kind === 'full').length, 1)
  write(frame, ownEntry('command', { key: 'k' }), frame)
  const progress = told.at(-1)
  assert.ok(progress?.kind === 'progress')
  assert.deepEqual(progress, {
    kind: 'progress',
    handled: full + 3,
    committed: full + 2,
    lost: [
      { from: full + 1, to: full + 1 },
      { from: full + 3, to: full + 3 },
    ],
    lostFrames: 2,
  })
  recorder.probe()
  assert.ok(!told.some((message) => message.kind === 'space'))
  room = true
  store.limitPages(4000)
  recorder.probe()
  recorder.probe()
  assert.equal(told.filter((message) => message.kind === 'space').length, 1)
  recorder.recordAgain()
  write(frame, frame)
  assert.equal(store.lastGroup()?.lastPosition, full + 5)
  assert.deepEqual(
    store.readOfType(ENTRY_TYPES.command).map((entry) => entry.position),
    [full + 2],
  )
  store.close()
})

test('any other failure of a commit ends the writing', () => {
  const recorder = createRecorder(
    { append: () => ({ result: 'failed', why: 'disk I/O error (SQLite code 1034)' }) },
    { release: () => assert.fail('a failed fsync is no full disk'), rebuild: () => true },
    FIRST_SEAL,
    () => undefined,
  )
  const batch = createEntryBatch()
  batch.add({ ...frame, position: 1, atMs: AT_MS })
  assert.throws(
    () => recorder.take([batch.take()]),
    (error) => error instanceof CommitFailed && /1034/.test(error.message),
  )
})

/** A disk of a few megabytes that is really full: only who may mount can have one. */
function smallDisk(t: TestContext, megabytes: number): string | undefined {
  const at = mkdtempSync(join(tmpdir(), 'marsad-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'marsad-test', at])
  if (mounted.status !== 0) {
    rmSync(at, { recursive: true })
    return undefined
  }
  t.after(() => {
    execFileSync('umount', [at])
    rmSync(at, { recursive: true })
  })
  return at
}

test('a disk that is really full: the room goes on, says so, and the record names the span', async (t) => {
  const disk = smallDisk(t, 24)
  if (disk === undefined) return t.skip('needs the right to mount a tmpfs')
  const folder = join(disk, 'data')
  mkdirSync(folder)
  const open = () =>
    openRoom({
      event: smallEvent(),
      dataDir: folder,
      mode: 'demo',
      clock: { startMs: AT_MS, rate: 1 },
      onFatal: (why) => assert.fail(why),
      limits: { engineModule: new URL('./fake-engine.ts', import.meta.url).href, reserveBytes: 2 << 20, snapshotEntries: 300 },
    })
  const room = await open()
  const send = (count: number) => {
    let accepted = 0
    for (let i = 0; i < count; i++)
      if (room.ingest('radar' as FeedId, new Uint8Array([i & 0x7f, 1, 2, 3]), '192.0.2.1:1').accepted) accepted++
    return accepted
  }
  const command = (key: string) =>
    room.command({ key, actor: { person: 'p', post: 'w', nation: 'QAT', session: 's' }, body: { kind: 'qnh.set', qnhPa: 100_000 } })
  let sent = send(100)
  await room.settle()
  const stuff = join(disk, 'stuff')
  fillDisk(stuff)
  for (let i = 0; i < 400 && room.health().trouble !== 'disk-full'; i++) {
    sent += send(200)
    await room.settle()
  }
  assert.equal(room.health().trouble, 'disk-full')
  sent += send(50)
  const answer = await command('while-full-1')
  assert.equal(answer.outcome.result, 'done', 'a command goes to the reserve')
  await room.settle()
  assert.equal(framesShown(room), sent, 'the room sees what the record loses')
  rmSync(stuff)
  await untilWell(room)
  sent += send(30)
  const after = await command('when-well-1')
  assert.equal(after.outcome.result, 'done')
  await room.settle()
  assert.equal(framesShown(room), sent)
  await room.stop()
  const report = await verifyFolder(folder, [], fakeEngine)
  assert.deepEqual(report.faults, [])
  assert.equal(report.gaps.length, 1)
  assert.ok(report.gaps[0]!.frames >= 50)
  assert.equal(report.unproven.length, 1)
  assert.ok(report.outputHashesCompared >= 1, 'what comes behind the gap is recomputed from its snapshot')
  const resumed = await open()
  assert.equal(framesShown(resumed), sent, 'a restart goes on from what the room had seen')
  await resumed.stop()
})

function framesShown(room: Room): number | undefined {
  return room.picture.get('feed', 'radar')?.frames
}

function fillDisk(path: string): void {
  for (let megabytes = 64; megabytes >= 1 / 256;) {
    try {
      writeFileSync(path, Buffer.alloc(megabytes * 1_048_576, 1), { flag: 'a' })
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC')
      megabytes /= 2
    }
  }
}

async function untilWell(room: Room): Promise<void> {
  for (let i = 0; i < 200 && room.health().trouble !== undefined; i++) await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(room.health().trouble, undefined)
}
