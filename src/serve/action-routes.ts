import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { clockView, commandAnswer, sessionView, type IngestRequest } from '../model/api.ts'
import { sealPersonal } from '../io/personal.ts'
import type { Vault } from '../io/vault.ts'
import type { FeedId } from '../model/ids.ts'
import { sessionOfRequest } from './guard.ts'
import { HttpProblem } from './problem.ts'
import type { RoomPort } from './room-port.ts'
import { commandRequest, done, ingestAnswer, ingestBody, ingestQuery, PROBLEMS } from './schemas.ts'
import { toSessionView } from './session.ts'

/** Who and when: the clock and the reader's own session. */
export function sessionRoutes(app: FastifyInstance, room: RoomPort): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()
  typed.get(
    '/api/v1/clock',
    { schema: { tags: ['room'], summary: 'The event clock as segments', response: { 200: clockView, ...PROBLEMS } } },
    async () => room.clock(),
  )
  typed.get(
    '/api/v1/session',
    { schema: { tags: ['room'], summary: 'Who you are here', response: { 200: sessionView, ...PROBLEMS } } },
    async (request) => toSessionView(sessionOfRequest(request), room.mode),
  )
}

export function commandRoutes(app: FastifyInstance, room: RoomPort): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()
  typed.post(
    '/api/v1/commands',
    {
      schema: {
        tags: ['room'],
        summary: 'What a person asks for; answered once durable and applied',
        body: commandRequest,
        response: { 200: commandAnswer, ...PROBLEMS },
      },
    },
    async (request) => {
      const { id, person, post } = sessionOfRequest(request)
      const actor = { person: person.id, post: post.id, nation: person.nation, session: id }
      return await room.command({ key: request.body.key, actor, body: request.body.body })
    },
  )
  typed.post(
    '/api/v1/demo/restart',
    { schema: { tags: ['demo'], summary: 'Tells the story from the beginning, in a new journal', response: { 200: done, ...PROBLEMS } } },
    async (request) => {
      sessionOfRequest(request)
      if (room.mode !== 'demo') throw new HttpProblem(404, 'no-demo', 'This is no demo.', 'Restart is for `marsad demo` alone.')
      await room.restart()
      return { result: 'done' as const }
    },
  )
}

/** 2 MiB: a thousand detections with everything that they can carry. */
const INGEST_BYTES = 2 << 20

/** Statuses of what the room's door declines; anything else is the room's own trouble. */
const DOOR_STATUS: Readonly<Record<string, number>> = { 'rate-limit': 429, 'too-large': 413, 'no-such-feed': 404 }

export type IngestLimits = { readonly max: number; readonly timeWindow: number }

/** The generic JSON door. Personal fields are sealed here, before anything else sees them. */
export function ingestRoutes(app: FastifyInstance, room: RoomPort, vault: Vault, rateLimit: IngestLimits): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/api/v1/ingest/detections',
    {
      bodyLimit: INGEST_BYTES,
      config: { rateLimit },
      schema: {
        tags: ['doors'],
        summary: 'Detections of one node',
        querystring: ingestQuery,
        body: ingestBody,
        response: { 202: ingestAnswer, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      sessionOfRequest(request)
      const feed = jsonFeed(room, request.query.feed)
      const sealed = sealPersonal(vault, room.nowMs(), request.body as IngestRequest)
      const answer = room.ingest(feed, Buffer.from(JSON.stringify(sealed)), peerOf(request))
      if (!answer.accepted)
        throw new HttpProblem(DOOR_STATUS[answer.problem.error] ?? 503, answer.problem.error, answer.problem.message, answer.problem.todo)
      void reply.status(202)
      return { accepted: request.body.detections.length, position: answer.position }
    },
  )
}

function jsonFeed(room: RoomPort, wanted: string | undefined): FeedId {
  const feeds = room.picture.ofKind('feed').filter((each) => each.door === 'json')
  const feed = wanted === undefined ? feeds[0] : feeds.find((each) => each.id === wanted)
  if (!feed)
    throw new HttpProblem(
      404,
      'no-such-feed',
      wanted === undefined ? 'The event has no feed with the JSON door.' : `The event has no JSON feed ${JSON.stringify(wanted)}.`,
      'Name one of /api/v1/feeds, or add a feed with door: json to the event.',
    )
  return feed.id as FeedId
}

/** One connection a sender, not one a request: clients open new ones as they like. */
const peerOf = (request: FastifyRequest) => request.socket.remoteAddress ?? '?'
