import { dirname } from 'node:path'
import { connectionOpened, newSimulation, registrationOf, stepSimulation, wantsConnection, type Simulation } from '../../sim/simulation.ts'
import { formatEventError } from '../event/event-error.ts'
import { isEventErrors, loadEvent } from '../event/load-event.ts'
import { loadScenario } from '../event/load-scenario.ts'
import type { EventDefinition } from '../model/event.ts'
import type { Scenario } from '../model/scenario.ts'
import { CannotGoOn } from './cannot-go-on.ts'
import type { SimClock } from './sim-clock.ts'
import type { SimHttp } from './sim-http.ts'
import { createBeastLink, createJsonLink, createSapientLink, type Address, type LinkCounts, type SimLink } from './sim-links.ts'

/** Where the simulator knocks. */
export type SimDoors = { readonly sapient: Address; readonly beast: Address; readonly ingestUrl: string }
export type SimPlan = {
  readonly event: EventDefinition
  readonly scenario: Scenario
  readonly doors: SimDoors
  readonly clock: SimClock
  readonly http: SimHttp
  readonly say: (line: string) => void
}

/** A scenario being played into a room's doors. */
export interface SimPlayer {
  readonly counts: ReadonlyMap<string, LinkCounts>
  stop(): void
}

/** How often the simulation moves on, wall ms: short against the 250 ms of the engine's ticks. */
const STEP_MS = 20
/** The event clock further away from the simulation than this began anew or jumped, event ms at rate 1. */
const JUMP_MS = 5000
/** A busy machine may keep us from stepping for a while: so much event time is played late rather than left out. */
const STARVED_MS = 60_000
/** How long a word about a changed rate may be on its way, wall ms: so long the simulation may run ahead or fall behind. */
const CLOCK_NEWS_MS = 400

/** Reads event and scenario; the event is the folder above the scenario's unless it is named. */
export function readSimPlan(scenarioPath: string, eventDir: string | undefined): { event: EventDefinition; scenario: Scenario } {
  const folder = eventDir ?? dirname(dirname(scenarioPath))
  // Serials stay with the simulator, which plays them: it needs no keyed tokens.
  const loaded = loadEvent(folder, { token: (serial) => serial })
  if (isEventErrors(loaded))
    throw new CannotGoOn(`${formatEventError(loaded[0]!)}${eventDir === undefined ? ' (name the event with --event)' : ''}`)
  const scenario = loadScenario(scenarioPath, loaded.event)
  if (Array.isArray(scenario)) throw new CannotGoOn(formatEventError(scenario[0]!))
  return { event: loaded.event, scenario }
}

/** fatal: called once if a step threw: a fault of ours. */
export function playScenario(plan: SimPlan, fatal: (error: unknown) => void): SimPlayer {
  const playing: Playing = { plan, simulation: undefined, links: [], counts: new Map(), fastest: 1 }
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  function stop(): void {
    stopped = true
    clearTimeout(timer)
    for (const link of playing.links) link.close()
  }
  function tick(): void {
    if (stopped) return
    try {
      moveOn(playing)
      timer = setTimeout(tick, STEP_MS)
    } catch (error) {
      stop()
      fatal(error)
    }
  }
  tick()
  return { counts: playing.counts, stop }
}

type Playing = {
  readonly plan: SimPlan
  simulation: Simulation | undefined
  links: SimLink[]
  readonly counts: Map<string, LinkCounts>
  fastest: number
}

function moveOn(playing: Playing): void {
  const { clock, scenario } = playing.plan
  const nowMs = clock.nowMs()
  if (nowMs === undefined) return
  playing.fastest = Math.max(playing.fastest, clock.rate())
  if (!playing.simulation || jumped(playing, playing.simulation, Math.min(nowMs, scenario.toMs))) begin(playing, nowMs)
  const simulation = playing.simulation!
  playing.links.forEach((link, index) => link.keep(wantsConnection(simulation, index)))
  for (const emission of stepSimulation(simulation, Math.min(nowMs, scenario.toMs)))
    playing.links[emission.sensor]!.send(emission.bytes, emission.kind)
}

function jumped(playing: Playing, simulation: Simulation, nowMs: number): boolean {
  const slackMs = Math.max(JUMP_MS, CLOCK_NEWS_MS * playing.fastest)
  return (
    nowMs >= playing.plan.scenario.fromMs - slackMs &&
    (nowMs < simulation.nowMs - slackMs || nowMs > simulation.nowMs + slackMs + STARVED_MS)
  )
}

/** Lays the simulation anew at an instant and lets every sensor connect again: the room has begun a new journal, or time has jumped. */
function begin(playing: Playing, nowMs: number): void {
  const { scenario, event, say } = playing.plan
  for (const link of playing.links) link.close()
  const startMs = Math.min(scenario.toMs, Math.max(scenario.fromMs, Math.floor(nowMs)))
  const simulation = newSimulation(event, scenario, startMs)
  playing.simulation = simulation
  playing.fastest = 1
  playing.links = simulation.sensors.map((_, index) => openLink(playing.plan, simulation, index))
  playing.counts.clear()
  for (const link of playing.links) playing.counts.set(link.name, link.counts)
  say(
    nowMs >= scenario.toMs
      ? `scenario ${scenario.id} is over; it waits for the event clock to begin anew`
      : `scenario ${scenario.id} plays from ${new Date(startMs).toISOString()}`,
  )
}

function openLink({ doors, http }: SimPlan, simulation: Simulation, index: number): SimLink {
  const { node, plan } = simulation.sensors[index]!
  switch (plan.door) {
    case 'sapient':
      return createSapientLink(
        node.id,
        doors.sapient,
        () => registrationOf(simulation, index, simulation.nowMs),
        () => connectionOpened(simulation, index),
      )
    case 'beast':
      return createBeastLink(node.id, doors.beast)
    case 'json':
      return createJsonLink(node.id, http, doors.ingestUrl)
  }
}

/** One line for each sensor that could not say all it had to. */
export function complaints(counts: ReadonlyMap<string, LinkCounts>): string[] {
  return [...counts]
    .filter(([, { dropped, refused }]) => dropped + refused > 0)
    .map(
      ([node, { sent, dropped, refused, lastRefusal }]) =>
        `${node}: ${sent} sent, ${dropped} dropped, ${refused} refused${lastRefusal === undefined ? '' : `, the last: ${lastRefusal}`}`,
    )
}
