import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { FeedDefinition } from '../model/event.ts'
import { demoOfficer } from '../serve/session.ts'
import { CannotGoOn } from './cannot-go-on.ts'
import type { DemoFlags } from './commands/demo.ts'
import { createDemoRun, PRE_ROLL_MS, storyStartMs, type DemoRun } from './demo-run.ts'
import { doorRows } from './door-rows.ts'
import { hasDesktop, openBrowser } from './open-browser.ts'
import { doorPorts } from './options.ts'
import { browserUrl, openEvent, openRoomWithDoors, startServer, type OpenedRoom } from './room-server.ts'
import { onStopSignal } from './stop-signals.ts'
import { openTerminalScreen, type TerminalScreen } from './terminal-screen.ts'

const EVENT_DIR = join(import.meta.dirname, '..', '..', 'events', 'doha-2022')
const SCENARIO = join(EVENT_DIR, 'scenarios', 'demo.yaml')
const OWN_ADDRESSES = new Set(['127.0.0.1', '::1', 'localhost'])

export async function runDemo(flags: DemoFlags): Promise<void> {
  const dataDir = flags.data === undefined ? mkdtempSync(join(tmpdir(), 'marsad-demo-')) : resolve(flags.data)
  let screen: TerminalScreen | undefined
  let run: DemoRun | undefined
  const early: string[] = []
  const log = (line: string) => (screen ? screen.log(line) : early.push(line))
  const event = openEvent(EVENT_DIR, dataDir)
  const person = demoOfficer(event.event)
  if (person === undefined)
    throw new CannotGoOn('the event names nobody of the host nation whose chair a visitor could take: add a person to people.yaml')
  const onFatal = (why: string) => {
    process.stderr.write(`marsad: ${why}\n`)
    void run?.stop().finally(() => process.exit(70))
    setTimeout(() => process.exit(70), 1000)
  }
  const opened = await openRoomWithDoors(event, {
    dataDir,
    mode: 'demo',
    clock: { startMs: storyStartMs(event) - PRE_ROLL_MS, rate: 1 },
    ports: doorPorts(flags),
    log,
    onFatal,
  })
  const { room, doors } = opened
  let httpPort = flags.port
  run = createDemoRun({
    event,
    eventDir: EVENT_DIR,
    scenario: SCENARIO,
    room,
    doors,
    speed: flags.speed,
    ingestUrl: () => `http://127.0.0.1:${httpPort}/api/v1/ingest/detections`,
    log,
  })
  const served = await startServer(run.port, { vault: event.vault, person, host: flags.host, port: flags.port, doors, log }).catch(
    async (error: unknown) => {
      await room.stop()
      throw error
    },
  )
  httpPort = served.port
  run.begin()
  const url = browserUrl(flags.host, httpPort, flags.language)
  const name = event.event.persons.find((each) => each.id === person)?.name ?? person
  screen = openTerminalScreen(
    process.stdout,
    () => wholeScreen({ url, name, dataDir, host: flags.host, httpPort, opened, feeds: event.event.feeds, run: run as DemoRun }),
    () => ['', ...doorRows(room, event.event.feeds, doors(), httpPort)],
  )
  for (const line of early) screen.log(line)
  if (flags.browser && hasDesktop()) openBrowser(url, (why) => screen?.log(`no browser could be opened (${why}): open ${url} yourself`))
  onStopSignal(async () => {
    screen?.stop()
    try {
      await Promise.all([run?.stop(), served.server.close()])
    } finally {
      await room.stop()
    }
    process.stdout.write(`\nEnded. The record stays in ${dataDir}; npx marsad verify ${dataDir} proves it.\n`)
  })
}

type ScreenFacts = {
  url: string
  name: string
  dataDir: string
  host: string
  httpPort: number
  opened: OpenedRoom
  feeds: readonly FeedDefinition[]
  run: DemoRun
}

function wholeScreen({ url, name, dataDir, host, httpPort, opened, feeds, run }: ScreenFacts): string[] {
  const { room, doors } = opened
  const { committed, shedFrames, trouble } = room.health()
  const timeZone = room.picture.get('event', 'event')?.header.timeZone ?? 'UTC'
  const clock = new Date(room.nowMs()).toLocaleTimeString('en-GB', { timeZone })
  const wrong = [run.trouble(), trouble].filter((each) => each !== undefined)
  return [
    `Marsad demo: an invented match night of 2022. SIMULATION: no real sensor is connected.`,
    ``,
    `  Look    ${url}`,
    `  You are ${name} (invented), with no password, from this machine only.${OWN_ADDRESSES.has(host) ? '' : ' The network gets 401.'}`,
    `  Clock   ${clock} ${timeZone}; tracks ${room.picture.count('track')}, alerts ${room.picture.count('alert')}`,
    `  Record  ${committed} entries durable in ${dataDir}${shedFrames > 0 ? `; ${shedFrames} frames shed` : ''}`,
    `  Stop    Ctrl-C${wrong.length > 0 ? `      WRONG: ${wrong.join('; ')}` : ''}`,
    ``,
    ...doorRows(room, feeds, doors(), httpPort).map((row) => `  ${row}`),
  ]
}
