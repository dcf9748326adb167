import type { LoadedEvent } from '../event/load-event.ts'
import type { ClockSegment } from '../io/event-clock.ts'
import type { TcpDoors } from '../io/doors.ts'
import type { RoomPort } from '../serve/room-port.ts'
import { CannotGoOn } from './cannot-go-on.ts'
import type { Room } from './room.ts'
import { startSimulator, type Simulator } from './simulator-child.ts'

/**
 * The demo's story round a running room: the event clock runs up to the story's beginning at a faster rate, so that the first alert stands when
 * the page opens; then at the story's; at its end, or when somebody asks, it begins anew in a new journal.
 */
export const PRE_ROLL_MS = 75_000
export const PRE_ROLL_RATE = 20
export const STORY_MS = 600_000

export type DemoSettings = {
  readonly event: LoadedEvent
  readonly eventDir: string
  readonly scenario: string
  readonly room: Room
  readonly doors: () => TcpDoors | undefined
  /** Event time per wall time once the story has begun. */
  readonly speed: number
  /** Where the simulator posts what sensors say in JSON. */
  readonly ingestUrl: () => string
  readonly log: (line: string) => void
}

export interface DemoRun {
  /** The room as the server is to see it: starting again takes the simulator along. */
  readonly port: RoomPort
  begin(): void
  /** For the terminal: undefined while it plays. */
  trouble(): string | undefined
  stop(): Promise<void>
}

/** Event time at which the story begins. */
export function storyStartMs(event: LoadedEvent): number {
  const startMs = event.event.header.demoStartMs
  if (startMs === undefined) throw new CannotGoOn(`event ${event.event.header.id} gives no demoStart: add it to event.yaml, or use marsad serve`)
  return startMs
}

const LOOK_MS = 20

export function createDemoRun(settings: DemoSettings): DemoRun {
  const { room, event, speed, log } = settings
  const startMs = storyStartMs(event)
  let simulator: Simulator | undefined
  let trouble: string | undefined
  let rolling = true
  let restarting: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  function begin(): void {
    rolling = true
    trouble = undefined
    simulator = startSimulator({ eventDir: settings.eventDir, scenario: settings.scenario, doors: doorAddresses(room, settings.doors()), ingestUrl: settings.ingestUrl(), clock: plannedClock(room.clock().segments, startMs, speed) }, log, (why) => {
      trouble = `the simulator has ended (${why})`
      log(`${trouble}; start again in the console begins it anew`)
    })
    timer ??= setInterval(look, LOOK_MS)
  }

  function look(): void {
    if (restarting !== undefined) return
    const nowMs = room.nowMs()
    if (rolling && nowMs >= startMs) {
      rolling = false
      room.setRate(speed)
      simulator?.tellClock(room.clock().segments)
    }
    if (nowMs >= startMs + STORY_MS) restart().catch((error: unknown) => log(`the story could not begin anew: ${error instanceof Error ? error.message : String(error)}`))
  }

  async function beginAnew(): Promise<void> {
    await simulator?.stop()
    await room.restart()
    begin()
  }

  function restart(): Promise<void> {
    restarting ??= beginAnew().finally(() => (restarting = undefined))
    return restarting
  }

  return {
    port: withRestart(room, restart),
    begin,
    trouble: () => trouble,
    async stop() {
      clearInterval(timer)
      await restarting
      await simulator?.stop()
    },
  }
}

/** The segments there are, and the one that will follow when the story begins: the simulator keeps time with the room from the start. */
export function plannedClock(segments: readonly ClockSegment[], startMs: number, speed: number): ClockSegment[] {
  const last = segments.at(-1)
  if (last === undefined || last.eventMs >= startMs) return [...segments]
  return [...segments, { wallMs: last.wallMs + (startMs - last.eventMs) / last.rate, eventMs: startMs, rate: speed }]
}

function doorAddresses(room: Room, doors: TcpDoors | undefined): Partial<Record<'sapient' | 'beast' | 'sbs', string>> {
  const out: Partial<Record<'sapient' | 'beast' | 'sbs', string>> = {}
  const addresses = doors?.addresses() ?? []
  for (const { id, door } of room.picture.ofKind('feed')) {
    const address = addresses.find((each) => each.feed === id)?.address
    if (door !== 'json' && address !== undefined) out[door] ??= address
  }
  return out
}

function withRestart(room: Room, restart: () => Promise<void>): RoomPort {
  return {
    mode: room.mode,
    get epoch() {
      return room.epoch
    },
    get picture() {
      return room.picture
    },
    clock: () => room.clock(),
    nowMs: () => room.nowMs(),
    committedPosition: () => room.committedPosition(),
    health: () => room.health(),
    command: (payload) => room.command(payload),
    ingest: (feed, bytes, peer) => room.ingest(feed, bytes, peer),
    restart,
    onRestart: (listener) => room.onRestart(listener),
    stop: () => room.stop(),
  }
}
