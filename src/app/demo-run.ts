import type { LoadedEvent } from '../event/load-event.ts'
import type { ClockSegment } from '../io/event-clock.ts'
import type { TcpDoors } from '../io/doors.ts'
import type { FeedDefinition } from '../model/event.ts'
import type { RoomPort } from '../serve/room-port.ts'
import { CannotGoOn } from './cannot-go-on.ts'
import type { Room } from './room.ts'
import { startSimulator, type Simulator } from './simulator-child.ts'

/**
 * The demo's story round a running room. The clock starts before the story; once the simulator knocks at the doors it runs up to the beginning at a
 * faster rate, so that the first alert stands when the page opens; then at the story's. At its end, or when somebody asks, all begins anew in a
 * new journal.
 */
export const PRE_ROLL_MS = 75_000
/** Where two busy cores deliver 50 ms late, half a second of the story is lost at this rate; at 20 the tracker begins to see airliners twice. */
export const PRE_ROLL_RATE = 10
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
  if (startMs === undefined)
    throw new CannotGoOn(`event ${event.event.header.id} gives no demoStart: add it to event.yaml, or use marsad serve`)
  return startMs
}

const LOOK_MS = 20
/** After a beginning that failed the next is tried no sooner, wall ms: each sets a journal aside, and only a few are kept. */
const RETRY_MS = 10_000
/** The story does not wait longer than this for its simulator, wall ms. */
const KNOCK_PATIENCE_MS = 10_000

type Stage = 'waiting' | 'rolling' | 'playing'

export function createDemoRun(settings: DemoSettings): DemoRun {
  const { room, event, speed, log } = settings
  const startMs = storyStartMs(event)
  let simulator: Simulator | undefined
  let trouble: string | undefined
  let stage: Stage = 'waiting'
  let begunMs = 0
  let restarting: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let retryAtMs = 0

  function begin(): void {
    stage = 'waiting'
    begunMs = performance.now()
    trouble = undefined
    const { eventDir, scenario } = settings
    const doors = doorAddresses(event.event.feeds, settings.doors())
    simulator = startSimulator({ eventDir, scenario, doors, ingestUrl: settings.ingestUrl(), clock: room.clock().segments }, log, (why) => {
      trouble = `the simulator has ended (${why})`
      log(`${trouble}; start again in the console begins it anew`)
    })
    timer ??= setInterval(look, LOOK_MS)
  }

  function look(): void {
    if (restarting !== undefined) return
    const nowMs = room.nowMs()
    if (stage === 'waiting' && (knocked() || performance.now() - begunMs > KNOCK_PATIENCE_MS)) {
      stage = 'rolling'
      room.setRate(Math.max(PRE_ROLL_RATE, speed))
      simulator?.tellClock(plannedClock(room.clock().segments, startMs, speed))
    }
    if (stage === 'rolling' && nowMs >= startMs) {
      stage = 'playing'
      room.setRate(speed)
      simulator?.tellClock(room.clock().segments)
    }
    if (nowMs >= startMs + STORY_MS && performance.now() >= retryAtMs)
      restart().catch((error: unknown) => {
        retryAtMs = performance.now() + RETRY_MS
        trouble = `the story could not begin anew: ${error instanceof Error ? error.message : String(error)}`
        log(trouble)
      })
  }

  const knocked = () => [...(settings.doors()?.counts().values() ?? [])].some((each) => each.opened > 0)

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
      // Whoever asked to begin anew is told how that went; here it only has to be over.
      await restarting?.catch(() => undefined)
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

function doorAddresses(
  feeds: readonly FeedDefinition[],
  doors: TcpDoors | undefined,
): Partial<Record<'sapient' | 'beast' | 'sbs', string>> {
  const out: Partial<Record<'sapient' | 'beast' | 'sbs', string>> = {}
  const addresses = doors?.addresses() ?? []
  for (const { id, door } of feeds) {
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
