import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test, type TestContext } from 'node:test'
import { openReplayRoom, type ReplayRoom } from '../../src/app/replay-room.ts'
import { openRoom } from '../../src/app/room.ts'
import { buildIdentity } from '../../src/io/build-identity.ts'
import { openSqliteStore } from '../../src/io/sqlite-store.ts'
import { ENTRY_TYPES } from '../../src/model/entry.ts'
import type { FeedId } from '../../src/model/ids.ts'
import type { VerifyReport } from '../../src/record/verify.ts'
import { clockRate } from '../../src/serve/feed.ts'
import { CommandUnavailable, type RoomPort } from '../../src/serve/room-port.ts'
import { smallEvent } from './small-event.ts'
import { fakeEngine } from './small-record.ts'

const main = resolve(import.meta.dirname, '..', '..', 'src', 'app', 'main.ts')
const START_MS = 1_669_402_200_000

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-commands-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function marsad(...args: string[]) {
  return spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', timeout: 30_000 })
}

async function recordWith(dataDir: string, engineModule?: string): Promise<{ frames: number }> {
  const room = await openRoom({
    event: smallEvent(),
    dataDir,
    mode: 'demo',
    clock: { startMs: START_MS, rate: 10 },
    limits: { reserveBytes: 65_536, ...(engineModule !== undefined && { engineModule }) },
  })
  let frames = 0
  for (let i = 0; i < 30; i++) {
    if (room.ingest('radar' as FeedId, new Uint8Array([i]), '192.0.2.1:1').accepted) frames++
    await new Promise((done) => setTimeout(done, 5))
  }
  await room.stop()
  return { frames }
}

test('marsad verify: 0 for a record as it was written, 1 with the entry where it is not, 2 where there is none', async (t) => {
  const folder = folderFor(t)
  await recordWith(folder)
  const sound = marsad('verify', folder, '--json')
  assert.equal(sound.status, 0, sound.stderr)
  const report = JSON.parse(sound.stdout) as VerifyReport
  assert.equal(report.sound, true)
  assert.ok(report.outputHashesCompared >= 1)
  assert.match(marsad('verify', folder, '--head', report.head, '--size', String(report.entries)).stdout, /complete and unaltered/)

  const db = new DatabaseSync(join(folder, 'journal', 'segment-000001.sqlite'))
  const row = db.prepare('SELECT position, bytes FROM entries WHERE type = 6 ORDER BY position DESC LIMIT 1').get() as {
    position: number
    bytes: Uint8Array
  }
  row.bytes[row.bytes.length - 1]! ^= 1
  db.prepare('UPDATE entries SET bytes = ? WHERE position = ?').run(row.bytes, row.position)
  db.close()
  const bad = marsad('verify', folder)
  assert.equal(bad.status, 1)
  assert.match(bad.stdout, new RegExp(`first bad entry ${row.position}\\b`))
  const none = marsad('verify', join(folder, 'nothing-here'))
  assert.equal(none.status, 2)
  assert.match(none.stderr, /name a data folder/)
  assert.equal(marsad('verify', folder, '--head', 'ab').status, 2)
})

test('a replay shows at its end what the room showed, and takes nothing in', async (t) => {
  const folder = folderFor(t)
  const { frames } = await recordWith(folder, new URL('./fake-engine.ts', import.meta.url).href)
  const settings = { folder: join(folder, 'journal'), engine: fakeEngine, build: buildIdentity(), speed: 1000 }
  const room: RoomPort = openReplayRoom(settings)
  const replay = room as ReplayRoom
  assert.equal(room.mode, 'replay')
  await replay.ended
  assert.equal(clockRate(room), 0, 'at its end a replay stands still')
  assert.equal(room.picture.get('feed', 'radar')?.frames, frames)
  assert.equal(room.ingest('radar' as FeedId, new Uint8Array([1]), '192.0.2.1:1').accepted, false)
  await assert.rejects(
    room.command({
      key: 'key-00001',
      actor: { person: 'p', post: 'w', nation: 'QAT', session: 's' },
      body: { kind: 'qnh.set', qnhPa: 100_000 },
    }),
    CommandUnavailable,
  )
  await room.stop()

  const store = openSqliteStore({ folder: settings.folder, access: 'read' })
  const times = store.readOfType(ENTRY_TYPES.frame).map((entry) => entry.atMs)
  store.close()
  const half = openReplayRoom({ ...settings, fromMs: times[10]!, toMs: times[20]!, speed: 1 })
  const shown = half.picture.get('feed', 'radar')?.frames ?? 0
  assert.ok(shown > 0 && shown < frames, `it begins in the middle: ${shown} of ${frames}`)
  await half.ended
  assert.ok((half.picture.get('feed', 'radar')?.frames ?? 0) < frames, 'and ends before the end')
  assert.ok(half.nowMs() <= times[20]!)
  await half.stop()
})
