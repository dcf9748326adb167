import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import { z } from 'zod'
import type { FeedHub } from './feed.ts'
import { VIEW_KINDS } from './released-picture.ts'
import type { RoomPort } from './room-port.ts'

/** What one door has counted; the doors' own type, by the names that they and the metrics share. */
export type DoorCounts = {
  readonly connections: number
  readonly opened: number
  readonly refused: number
  readonly frames: number
  readonly bytes: number
  readonly framingErrors: number
  readonly shed: number
  readonly unsent: number
}
export type DoorsNow = () => ReadonlyMap<string, DoorCounts>

const health = z.object({ ok: z.boolean(), trouble: z.string().nullable() }).meta({ id: 'Health' })

/** `/healthz`: the process answers. `/readyz`: it has the event and nothing is wrong. They say nothing of the picture and are open to all. */
export function healthRoutes(app: FastifyInstance, room: RoomPort): void {
  app.get(
    '/healthz',
    { config: { rateLimit: false }, schema: { tags: ['operations'], summary: 'Does the process answer', response: { 200: health } } },
    (_request, reply) => reply.send({ ok: true, trouble: null }),
  )
  app.get(
    '/readyz',
    {
      config: { rateLimit: false },
      schema: { tags: ['operations'], summary: 'Is the room ready', response: { 200: health, 503: health } },
    },
    (_request, reply) => {
      const { ready, trouble } = room.health()
      const ok = ready && trouble === undefined
      return reply.status(ok ? 200 : 503).send({ ok, trouble: trouble ?? (ready ? null : 'starting') })
    },
  )
}

/** `/metrics` in Prometheus' text form, read at each scrape from the counters that the parts keep. */
export function metricsRoute(app: FastifyInstance, room: RoomPort, hub: FeedHub, doors: DoorsNow): void {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const requests = new Counter({
    name: 'marsad_http_requests_total',
    help: 'Requests answered, by status',
    labelNames: ['status'],
    registers: [register],
  })
  app.addHook('onResponse', (_request, reply, next) => {
    requests.inc({ status: String(reply.statusCode) })
    next()
  })
  const gauge = (name: string, help: string, collect: () => number) =>
    new Gauge({
      name,
      help,
      registers: [register],
      collect() {
        this.set(collect())
      },
    })
  gauge('marsad_position_assigned', 'Last position given out', () => room.health().assigned)
  gauge('marsad_position_committed', 'Last position that is durable', () => room.health().committed)
  gauge('marsad_position_applied', 'Last position that the engine has applied', () => room.health().applied)
  gauge('marsad_shed_frames', 'Frames shed before the journal', () => room.health().shedFrames)
  gauge('marsad_poisoned', 'Entries that tripped the watchdog', () => room.health().poisoned)
  const event = () => room.picture.get('event', 'event')
  gauge('marsad_shed_detections', 'Detections that the tracker had to let go', () => event()?.shedDetections ?? 0)
  gauge('marsad_unrecorded_frames', 'Frames that could not be recorded, by the gaps in the journal', () => event()?.unrecordedFrames ?? 0)
  gauge('marsad_frames_too_early', 'Frames that came before the event definition', () => event()?.losses?.framesTooEarly ?? 0)
  gauge('marsad_alerts_refused', 'Alerts that found no room among graver ones, or made it', () => event()?.losses?.alertsRefused ?? 0)
  gauge('marsad_claims_shed', 'Claims that came when no more were kept between two ticks', () => event()?.losses?.claimsShed ?? 0)
  for (const [name, help] of Object.entries(FEED_HELP))
    gauge(`marsad_feed_${name}`, help, () => hub.counts()[name as keyof typeof FEED_HELP])
  gauge('marsad_release_faulty', 'Items kept in because a number in them was not finite', () => hub.pictures.faulty())
  byLabel(register, 'marsad_picture_items', 'Items of the picture', 'kind', () =>
    VIEW_KINDS.map((kind) => [kind, room.picture.count(kind)] as const),
  )
  for (const [name, help] of Object.entries(DOOR_HELP))
    byLabel(register, `marsad_door_${name}`, help, 'feed', () =>
      [...doors()].map(([feed, counts]) => [feed, counts[name as keyof DoorCounts]] as const),
    )
  app.get(
    '/metrics',
    { schema: { tags: ['operations'], summary: 'Prometheus metrics' } },
    async (_request, reply) => await reply.type(register.contentType).send(await register.metrics()),
  )
}

function byLabel(register: Registry, name: string, help: string, label: string, read: () => readonly (readonly [string, number])[]): void {
  new Gauge({
    name,
    help,
    labelNames: [label],
    registers: [register],
    collect() {
      this.reset()
      for (const [value, count] of read()) this.set({ [label]: value }, count)
    },
  })
}

const FEED_HELP = {
  readers: 'Feed readers connected',
  messages: 'Feed messages sent',
  bytes: 'Feed bytes sent',
  snapshots: 'Feed messages that were whole pictures',
  skipped: 'Times that a slow reader was skipped',
  dropped: 'Readers dropped because they did not read',
} as const

const DOOR_HELP = {
  connections: 'Connections open at a door',
  opened: 'Connections ever opened at a door',
  refused: 'Connections refused at a door',
  frames: 'Frames handed on by a door',
  bytes: 'Bytes received at a door',
  framingErrors: 'Frames declined for their framing',
  shed: 'Frames kept out by a rate limit',
  unsent: 'Replies that could not be sent',
} as const
