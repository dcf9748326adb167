import { createSimClock } from './sim-clock.ts'
import { createSimHttp } from './sim-http.ts'
import type { Address } from './sim-links.ts'
import { playScenario, readSimPlan, type SimPlayer } from './sim-player.ts'
import { CannotGoOn, endWith } from './cannot-go-on.ts'
import type { SimulatorMessage, SimulatorOrder } from './simulator-child.ts'

/**
 * The simulator's process as the demo starts it (`simulator-child.ts`): its first message says what to play and where, later ones how the
 * event clock goes on. It ends on SIGTERM, and when the demo is gone.
 */
const clock = createSimClock()
let player: SimPlayer | undefined

process.on('message', (message: SimulatorMessage) => {
  clock.set(message.clock, 0)
  if (message.kind !== 'begin' || player) return
  try {
    player = begin(message)
  } catch (error) {
    endWith(error)
  }
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end)
process.once('disconnect', end)

function begin({ eventDir, scenario, doors, ingestUrl }: SimulatorOrder): SimPlayer {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const plan = readSimPlan(scenario, eventDir)
  const addressOf = (door: 'sapient' | 'beast') =>
    readAddress(doors[door]) ?? { host: '127.0.0.1', port: plan.event.feeds.find((feed) => feed.door === door)?.port ?? 1 }
  return playScenario(
    { ...plan, doors: { sapient: addressOf('sapient'), beast: addressOf('beast'), ingestUrl }, clock, http: createSimHttp(), say },
    endWith,
  )
}

/** `127.0.0.1:5020` or `[::1]:5020`; undefined where the room names no such door: then the event's own port is tried. */
function readAddress(text: string | undefined): Address | undefined {
  if (text === undefined) return undefined
  const match = /^\[?(.+?)\]?:(\d+)$/.exec(text)
  if (!match) throw new CannotGoOn(`the door's address "${text}" is not host:port`)
  return { host: match[1]!, port: Number(match[2]) }
}

function end(): void {
  player?.stop()
  process.exit(0)
}
