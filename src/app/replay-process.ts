import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openVault } from '../io/vault.ts'
import { buildIdentity } from '../io/build-identity.ts'
import { journalFolderOf } from '../io/data-folder.ts'
import { hasJournal } from '../io/sqlite-store.ts'
import { CannotGoOn } from './cannot-go-on.ts'
import { ENGINE_MODULE, loadEngine } from './engine-module.ts'
import { openReplayRoom, type ReplayRoom } from './replay-room.ts'
import { browserUrl, startServer } from './room-server.ts'

type ReplayFlags = {
  readonly from?: number
  readonly to?: number
  readonly speed: number
  readonly host: string
  readonly port: number
  readonly language?: string
}

/** `marsad replay`: serves a recorded room until it is interrupted. Nothing is written to the record's folder. */
export async function runReplay(data: string, flags: ReplayFlags): Promise<void> {
  const folder = journalFolderOf(data)
  if (!hasJournal(folder)) throw new CannotGoOn(`there is no journal in ${data}: name a data folder`)
  const room = openReplayRoom({
    folder,
    engine: await loadEngine(ENGINE_MODULE),
    build: buildIdentity(),
    speed: flags.speed,
    ...(flags.from !== undefined && { fromMs: flags.from }),
    ...(flags.to !== undefined && { toMs: flags.to }),
  })
  // The record's keys stay closed in a replay: sealed fields are asked for in the live room, where the asking is recorded.
  const keys = mkdtempSync(join(tmpdir(), 'marsad-replay-'))
  const log = (line: string) => process.stderr.write(`${line}\n`)
  try {
    const { server, port } = await startServer(room, {
      vault: openVault(keys),
      person: firstPerson(room),
      host: flags.host,
      port: flags.port,
      doors: () => undefined,
      log,
    })
    process.stdout.write(`${screenOf(room, browserUrl(flags.host, port, flags.language), flags.speed)}\n`)
    void room.ended.then(() => process.stdout.write('the record has been played to its end; the console keeps showing it. Ctrl-C ends.\n'))
    await interrupted()
    await server.close()
  } finally {
    await room.stop()
    rmSync(keys, { recursive: true, force: true })
  }
}

/** The console needs somebody to speak for: the first person of the recorded event who may watch. */
function firstPerson(room: ReplayRoom): string {
  const registry = room.picture.ofKind('registry')[0]
  const watching = new Set(registry?.posts.filter((post) => post.tasks.includes('watch')).map((post) => post.id))
  return (registry?.persons.find((person) => watching.has(person.post)) ?? registry?.persons[0])?.id ?? ''
}

function screenOf(room: ReplayRoom, url: string, speed: number): string {
  const time = (ms: number) => new Date(ms).toISOString()
  return [
    `Marsad replays a record: event time ${time(room.span.fromMs)} to ${time(room.span.toMs)} at ${speed} x`,
    `  console  ${url}`,
    '  stop     Ctrl-C',
  ].join('\n')
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
