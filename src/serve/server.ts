import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Vault } from '../io/vault.ts'
import { commandRoutes, ingestRoutes, sessionRoutes } from './action-routes.ts'
import { consoleFiles, secureHeaders } from './console-files.ts'
import { createFeedHub, type FeedHub, type FeedSettings } from './feed.ts'
import { feedRoute, feedSocket } from './feed-route.ts'
import { guard } from './guard.ts'
import { healthRoutes, metricsRoute, type DoorsNow } from './health-routes.ts'
import { listRoutes } from './list-routes.ts'
import { openApi, openApiRoute } from './openapi.ts'
import { answerProblems, HttpProblem } from './problem.ts'
import type { RoomPort } from './room-port.ts'
import { createSessions } from './session.ts'

/**
 * The room's HTTP door: console, REST, feed, probes.
 *
 * person         id of the person for whom this machine's requests speak
 * consoleFolder  the built console
 * doors          counters of the TCP doors, by feed
 * requestsPerMinute, ingestPerMinute  limits per address
 */
export type ServerSettings = {
  readonly room: RoomPort
  readonly vault: Vault
  readonly person: string
  readonly consoleFolder: string
  readonly version: string
  readonly doors?: DoorsNow
  readonly allowedHosts?: readonly string[]
  readonly requestsPerMinute?: number
  readonly ingestPerMinute?: number
  readonly feed?: FeedSettings
  readonly log?: (line: string) => void
}

export interface MarsadServer {
  readonly app: FastifyInstance
  readonly hub: FeedHub
  /** Rejects with `EADDRINUSE` where the port is taken. */
  listen(host: string, port: number): Promise<{ readonly host: string; readonly port: number }>
  close(): Promise<void>
}

const MINUTE_MS = 60_000

export async function createMarsadServer(settings: ServerSettings): Promise<MarsadServer> {
  const { room, log = () => undefined, requestsPerMinute = 6000, ingestPerMinute = 60_000 } = settings
  // Sockets of a closing server are cut: a console reconnects, and Ctrl-C is to end within two seconds.
  const app = fastify({
    forceCloseConnections: true,
    bodyLimit: 64 << 10,
    trustProxy: false,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 100 },
  })
  const hub = createFeedHub(room, settings.feed)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerProblems(app, log)
  // Before the guard: its hook marks upgrades, so that the socket of a refused one is closed.
  await feedSocket(app)
  await secureHeaders(app)
  guard(app, { room, sessions: createSessions(), person: settings.person, allowedHosts: settings.allowedHosts ?? [] })
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: MINUTE_MS,
    errorResponseBuilder: (_request, { after }) =>
      new HttpProblem(429, 'too-many-requests', 'Too many requests from this address.', `Ask again in ${after}.`),
  })
  await openApi(app, settings.version)
  // Routes come in a plugin of their own so that they stand behind all of the above.
  await app.register(async (routes) => {
    healthRoutes(routes, room)
    metricsRoute(routes, room, hub, settings.doors ?? (() => new Map()))
    listRoutes(routes, room, hub)
    sessionRoutes(routes, room)
    commandRoutes(routes, room)
    ingestRoutes(routes, room, settings.vault, { max: ingestPerMinute, timeWindow: MINUTE_MS })
    feedRoute(routes, hub)
    openApiRoute(routes)
    await consoleFiles(routes, settings.consoleFolder)
  })
  await app.ready()
  return {
    app,
    hub,
    async listen(host, port) {
      await app.listen({ host, port })
      const address = app.server.address()
      return typeof address === 'object' && address ? { host: address.address, port: address.port } : { host, port }
    },
    async close() {
      hub.stop()
      await app.close()
    },
  }
}
