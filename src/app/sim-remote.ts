import { CannotGoOn } from './cannot-go-on.ts'
import { createSimClock, readClock } from './sim-clock.ts'
import { createSimHttp } from './sim-http.ts'
import { playScenario, readSimPlan, type SimPlayer } from './sim-player.ts'

/** Ports that are undefined are those of the event's feeds. */
export type SimTarget = { readonly host: string; readonly httpPort: number; readonly sapientPort?: number; readonly beastPort?: number }

export interface RemoteSimulator {
  readonly counts: SimPlayer['counts']
  /** Settles when the simulator has ended: by `stop`, or with an error when the room was gone for too long. */
  readonly done: Promise<void>
  stop(): void
}

const CLOCK_MS = 1000
/** Where the clock runs fast, or has not been read yet, it is read this often, wall ms. */
const FAST_CLOCK_MS = 100
/** Without an answer from the room for this long the simulator gives up, wall ms. */
const GIVE_UP_MS = 60_000

/** Plays a scenario into a room elsewhere, paced by that room's event clock. */
export function playInto(
  target: SimTarget,
  scenarioPath: string,
  eventDir: string | undefined,
  say: (line: string) => void,
): RemoteSimulator {
  const { event, scenario } = readSimPlan(scenarioPath, eventDir)
  const portOf = (door: 'sapient' | 'beast', standard: number) => event.feeds.find((feed) => feed.door === door)?.port ?? standard
  const { host } = target
  const base = `http://${host.includes(':') ? `[${host}]` : host}:${target.httpPort}`
  const doors = {
    sapient: { host, port: target.sapientPort ?? portOf('sapient', 5020) },
    beast: { host, port: target.beastPort ?? portOf('beast', 30005) },
    ingestUrl: `${base}/api/v1/ingest/detections`,
  }
  const http = createSimHttp()
  const clock = createSimClock()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let poll: NodeJS.Timeout | undefined
  let stopped = false
  let answeredMs = performance.now()
  const player = playScenario({ event, scenario, doors, clock, http, say }, end)

  function end(error?: unknown): void {
    if (stopped) return
    stopped = true
    clearTimeout(poll)
    player.stop()
    http.close()
    if (error === undefined) resolve()
    else reject(error)
  }
  async function ask(): Promise<void> {
    const answered = await readClock(clock, http, `${base}/api/v1/clock`, isLoopback(host))
    if (stopped) return
    if (answered) answeredMs = performance.now()
    else if (performance.now() - answeredMs > GIVE_UP_MS)
      return end(
        new CannotGoOn(`no event clock at ${base} for ${GIVE_UP_MS / 1000} s: start marsad demo or serve there, or name another with --to`),
      )
    poll = setTimeout(() => ask().catch(end), clock.nowMs() === undefined || clock.rate() > 1 ? FAST_CLOCK_MS : CLOCK_MS)
  }
  ask().catch(end)
  return { counts: player.counts, done: promise, stop: () => end() }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
