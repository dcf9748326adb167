import { resolve } from 'node:path'
import { CannotGoOn } from './cannot-go-on.ts'
import type { ServeFlags } from './commands/serve.ts'
import { doorRows } from './door-rows.ts'
import { doorPorts } from './options.ts'
import { browserUrl, openEvent, openRoomWithDoors, startServer } from './room-server.ts'
import { onStopSignal } from './stop-signals.ts'
import { openTerminalScreen, type TerminalScreen } from './terminal-screen.ts'

export async function runServe(flags: ServeFlags): Promise<void> {
  const dataDir = resolve(flags.data)
  let screen: TerminalScreen | undefined
  const early: string[] = []
  const log = (line: string) => (screen ? screen.log(line) : early.push(line))
  const event = openEvent(resolve(flags.event), dataDir)
  const { header, persons } = event.event
  if (header.example)
    throw new CannotGoOn(
      `event ${header.id} holds example values, by which nobody may be protected: run marsad demo for it, or give serve an event whose event.yaml says example: false`,
    )
  const person = persons.find((each) => each.id === flags.as)
  if (person === undefined)
    throw new CannotGoOn(
      `the event has no person ${flags.as}: give --as one of ${persons
        .slice(0, 8)
        .map((each) => each.id)
        .join(', ')}${persons.length > 8 ? ', …' : ''}`,
    )
  const { room, doors } = await openRoomWithDoors(event, {
    dataDir,
    mode: 'serve',
    clock: { startMs: undefined, rate: 1 },
    ports: doorPorts(flags),
    log,
  })
  const served = await startServer(room, {
    vault: event.vault,
    person: person.id,
    host: flags.host,
    port: flags.port,
    doors,
    log,
    allowedHosts: flags.allowHost,
  }).catch(async (error: unknown) => {
    await room.stop()
    throw error
  })
  const url = browserUrl(flags.host, served.port, flags.language)
  const rows = () => doorRows(room, event.event.feeds, doors(), served.port)
  const wholeScreen = () => {
    const { committed, shedFrames, trouble } = room.health()
    return [
      `Marsad serves ${header.name.en}.`,
      ``,
      `  Look    ${url}, from this machine, as ${person.name}`,
      `  Picture tracks ${room.picture.count('track')}, alerts ${room.picture.count('alert')}`,
      `  Record  ${committed} entries durable in ${dataDir}${shedFrames > 0 ? `; ${shedFrames} frames shed` : ''}`,
      `  Stop    Ctrl-C${trouble === undefined ? '' : `      WRONG: ${trouble}`}`,
      ``,
      ...rows().map((row) => `  ${row}`),
    ]
  }
  screen = openTerminalScreen(process.stdout, wholeScreen, () => ['', ...rows()])
  for (const line of [...event.warnings.map((each) => `warning: ${each}`), ...early]) screen.log(line)
  onStopSignal(async () => {
    screen?.stop()
    await served.server.close()
    await room.stop()
    process.stdout.write(`\nEnded. The record is in ${dataDir}.\n`)
  })
}
