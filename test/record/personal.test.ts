/**
 * DESIGN, "Forgetting", over a room that runs: real doors, the real engine, a record on disk. What names a person is nowhere in the record but
 * sealed, and once its key is erased nobody opens it, while the record verifies and replays as before.
 */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { sessionCookie } from '../../bench/server-process.ts'
import { ENGINE_MODULE, loadEngine } from '../../src/app/engine-module.ts'
import { openReplayRoom } from '../../src/app/replay-room.ts'
import { openRoom, type Room } from '../../src/app/room.ts'
import { openSealedWith } from '../../src/app/room-server.ts'
import { verifyFolder } from '../../src/app/verify-folder.ts'
import { isReject } from '../../src/base/reject.ts'
import { buildIdentity } from '../../src/io/build-identity.ts'
import { journalFolderOf } from '../../src/io/data-folder.ts'
import { openTcpDoors } from '../../src/io/doors.ts'
import { openVault, type Vault } from '../../src/io/vault.ts'
import type { CommandAnswer } from '../../src/model/api.ts'
import type { TrackItem } from '../../src/model/picture.ts'
import { createMarsadServer } from '../../src/serve/server.ts'
import { encodeSapient, makeSapient, sapientFromJson, sapientTimestamp } from '../../src/wire/sapient/v2/decode.ts'
import { frameSapient } from '../../src/wire/sapient/v2/framing.ts'
import { nodeDefinition, placeAt, smallEvent, START_MS } from '../engine/small-event.ts'

const RF = '4d9a4a1f-5b0e-4f5e-9d3a-0a1b2c3d4e5f'
const REGISTRATION = join(import.meta.dirname, '..', 'fixtures', 'sapient', 'registration.sapient.json')

type Running = { readonly room: Room; readonly vault: Vault; readonly url: string; readonly dataDir: string; stop(): Promise<void> }

async function openRunning(t: TestContext): Promise<Running> {
  const dataDir = mkdtempSync(join(tmpdir(), 'marsad-personal-'))
  t.after(() => rmSync(dataDir, { recursive: true, force: true }))
  const vault = openVault(join(dataDir, 'keys'))
  const event = smallEvent()
  const room = await openRoom({
    event: { ...event, nodes: [...event.nodes, nodeDefinition(RF, 'rf', 0, 200)] },
    dataDir,
    mode: 'exercise',
    clock: { startMs: START_MS, rate: 1 },
    openSealed: openSealedWith(vault),
    openDoors: (host, feeds) => openTcpDoors(host, feeds, { vault, log: () => undefined }),
    onFatal: (why) => assert.fail(why),
    limits: { reserveBytes: 65_536, hashEntries: 8 },
  })
  const server = await createMarsadServer({ room, vault, person: 'amal', consoleFolder: join(dataDir, 'no-console'), version: '0' })
  const { port } = await server.listen('127.0.0.1', 0)
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= server.close().then(() => room.stop()))
  t.after(stop)
  return { room, vault, url: `http://127.0.0.1:${port}`, dataDir, stop }
}

async function trackWith(room: Room, claim: string): Promise<TrackItem> {
  for (let i = 0; i < 1000; i++) {
    const found = room.picture.ofKind('track').find((track) => track.estimate.claims.some((each) => each === claim))
    if (found !== undefined) return found
    await new Promise((done) => setTimeout(done, 10))
  }
  assert.fail(`no track with ${claim}`)
}

/** Every file below the data folder, as text in which a secret would stand. */
function everythingUnder(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
}

async function post(running: Running, path: string, body: unknown): Promise<unknown> {
  const cookie = await sessionCookie(running.url)
  const answer = await fetch(`${running.url}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })
  assert.ok(answer.ok, await answer.clone().text())
  return await answer.json()
}

let asked = 0
async function askForPerson(running: Running, track: string): Promise<CommandAnswer> {
  return (await post(running, 'commands', {
    key: `ask-${String(++asked).padStart(5, '0')}`,
    body: { kind: 'personal.view', track, why: 'a drill' },
  })) as CommandAnswer
}

test('an erased key takes the pilot and the serial away for ever, and the record verifies and replays as before', async (t) => {
  const running = await openRunning(t)
  const { room, vault, dataDir } = running
  const secrets = { serial: 'FORGETME-0001', pilot: { latDeg: 25.4321987, lonDeg: 51.4876543 } }
  const detection = {
    time: new Date(room.nowMs()).toISOString(),
    position: { ...placeAt(900, 300), altHaeM: 40, sigmaM: 5 },
    remoteId: { serial: secrets.serial, status: 'airborne', pilot: secrets.pilot },
  }
  await post(running, 'ingest/detections', { node: 'rid-1', detections: [detection] })
  const track = await trackWith(room, `rid:${vault.token(secrets.serial)}`)
  const before = await askForPerson(running, track.id)
  assert.deepEqual(
    [before.outcome, before.revealed],
    [{ result: 'done' }, { pilotLatDeg: secrets.pilot.latDeg, pilotLonDeg: secrets.pilot.lonDeg, serial: secrets.serial }],
  )
  const keys = vault.keys()
  assert.deepEqual(keys, ['pilot-2022-11-26', 'serial-2022-11-26'])
  for (const key of keys) assert.ok(vault.erase(key))
  const after = await askForPerson(running, track.id)
  assert.deepEqual([after.outcome, after.revealed], [{ result: 'refused', why: 'erased' }, undefined])
  await room.settle()
  const picture = room.picture.ofKind('track')
  await running.stop()
  const text = everythingUnder(dataDir)
  for (const secret of [secrets.serial, String(secrets.pilot.latDeg), String(secrets.pilot.lonDeg)])
    assert.equal(text.includes(secret), false, secret)
  const report = await verifyFolder(dataDir)
  assert.deepEqual([report.sound, report.faults, report.unproven, report.otherBuilds], [true, [], [], []])
  assert.ok(report.outputHashesCompared >= 3, `${report.outputHashesCompared} output hashes`)
  const replay = openReplayRoom({
    folder: journalFolderOf(dataDir),
    engine: await loadEngine(ENGINE_MODULE),
    build: buildIdentity(),
    speed: 1000,
  })
  await replay.ended
  const replayed = replay.picture.ofKind('track')
  assert.deepEqual(
    replayed.map((each) => [each.id, each.estimate.claims, each.pilotClaimed, each.serialClaimed]),
    picture.map((each) => [each.id, each.estimate.claims, each.pilotClaimed, each.serialClaimed]),
  )
  assert.equal(replayed.length, 1)
  await replay.stop()
})

test('what a SAPIENT node says of a serial, a plate and an operator is nowhere in the record, and the serial still tells objects apart', async (t) => {
  const running = await openRunning(t)
  const { room, vault, dataDir } = running
  const address = room.addresses().find((each) => each.feed === 'sapient')?.address ?? ''
  const socket = connect(Number(address.split(':').at(-1)), '127.0.0.1')
  await once(socket, 'connect')
  const json = JSON.parse(readFileSync(REGISTRATION, 'utf8')) as { registration: object }
  const registration = sapientFromJson({ timestamp: new Date(room.nowMs()).toISOString(), nodeId: RF, registration: json.registration })
  assert.ok(!isReject(registration))
  socket.write(frameSapient(encodeSapient(registration)))
  await once(socket, 'data')
  const secrets = ['SN-SAPIENT-4711', 'DOHA-PLATE-815', 'OPERATOR-FIN87']
  const place = placeAt(800, -200)
  const report = makeSapient({
    timestamp: sapientTimestamp(room.nowMs()),
    nodeId: RF,
    content: {
      case: 'detectionReport',
      value: {
        reportId: '01GGYFBAXGDG7AGAHRZ6XSNY12',
        objectId: '01GGYFBAXH4VYRQYEX7S3XGK3H',
        locationOneof: { case: 'location', value: { x: place.lonDeg, y: place.latDeg, z: 40, coordinateSystem: 1, datum: 1 } },
        id: secrets[0]!,
        objectInfo: [{ type: 'Number Plate', value: secrets[1]! }],
        trackInfo: [{ type: 'operator_id', value: secrets[2]! }],
      },
    },
  })
  const bytes = encodeSapient(report)
  for (const secret of secrets) assert.ok(Buffer.from(bytes).includes(secret), 'it went over the wire in clear')
  socket.write(frameSapient(bytes))
  const track = await trackWith(room, `rid:${vault.token(secrets[0]!)}`)
  assert.equal(track.estimate.bodySeenMs, undefined, 'a located broadcast is the object’s own word')
  assert.deepEqual((await askForPerson(running, track.id)).revealed, { serial: secrets[0] })
  socket.destroy()
  await running.stop()
  const text = everythingUnder(dataDir)
  for (const secret of secrets) assert.equal(text.includes(secret), false, secret)
  assert.ok(text.includes(vault.token(secrets[0]!)), 'the search would find it')
  assert.equal((await verifyFolder(dataDir)).sound, true)
})
