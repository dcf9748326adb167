import websocket from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { WebSocket } from 'ws'
import { feedMessage } from '../model/api.ts'
import type { FeedHub } from './feed.ts'
import { sessionOfRequest } from './guard.ts'
import { HttpProblem } from './problem.ts'
import { feedQuery, PROBLEMS } from './schemas.ts'

/** A reader whose connection died without a word is found within twice this. */
const PING_MS = 15_000
/** RFC 6455 close codes: try again later; policy violation. */
const TRY_LATER = 1013
const NOT_WANTED = 1008

export async function feedSocket(app: FastifyInstance): Promise<void> {
  // Readers have nothing to say but pongs. Compression costs more than a local network and would hold memory per reader.
  await app.register(websocket, { options: { perMessageDeflate: false, maxPayload: 1024, clientTracking: true } })
}

export function feedRoute(app: FastifyInstance, hub: FeedHub): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/api/v1/feed',
    schema: {
      tags: ['picture'],
      summary: 'WebSocket: a snapshot, or what changed since cursor; then deltas',
      querystring: feedQuery,
      response: { 101: feedMessage.describe('Each text frame after the upgrade is one of these'), ...PROBLEMS },
    },
    // Asked before the upgrade, while a problem can still be told.
    preValidation: async (request) => {
      sessionOfRequest(request)
    },
    handler: () => {
      throw new HttpProblem(
        426,
        'upgrade-required',
        'The feed is a WebSocket.',
        'Connect to ws://…/api/v1/feed; for single answers use the lists.',
      )
    },
    wsHandler: (socket, request) => {
      const { cursor } = request.query as { cursor?: string }
      attend(socket, hub, sessionOfRequest(request).recipient, cursor)
    },
  })
}

function attend(socket: WebSocket, hub: FeedHub, recipient: Parameters<FeedHub['join']>[1], cursor: string | undefined): void {
  const leave = hub.join(
    {
      get bufferedAmount() {
        return socket.bufferedAmount
      },
      send: (text) => socket.send(text, { binary: false }),
      terminate: () => socket.terminate(),
    },
    recipient,
    cursor,
  )
  if (!leave) return socket.close(TRY_LATER, 'too many readers')
  let heard = true
  const ping = setInterval(() => {
    if (!heard) return socket.terminate()
    heard = false
    socket.ping()
  }, PING_MS)
  socket.on('pong', () => (heard = true))
  socket.on('message', () => socket.close(NOT_WANTED, 'the feed takes no messages'))
  socket.on('error', () => socket.terminate())
  socket.once('close', () => {
    clearInterval(ping)
    leave()
  })
}
