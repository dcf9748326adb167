import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isIP } from 'node:net'
import { HttpProblem } from './problem.ts'
import type { RoomPort } from './room-port.ts'
import { sessionOf, type Session, type Sessions } from './session.ts'

/**
 * Stands before every route. A web page elsewhere must reach nothing here, neither by a name that it points at this machine (the Host header)
 * nor by a request that the officer's browser makes for it (Origin); and nobody is served without a session but the health probes.
 */
export type GuardSettings = {
  readonly room: RoomPort
  readonly sessions: Sessions
  /** Person of the sessions given to this machine. */
  readonly person: string
  /** Names, beside localhost and plain addresses, under which this server may be asked. */
  readonly allowedHosts: readonly string[]
}

const OPEN_PATHS = new Set(['/healthz', '/readyz'])
/** Any of these shows a proxy in between: then the nearest address is the proxy's, and says nothing of who asks. */
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']
const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

declare module 'fastify' {
  interface FastifyRequest {
    marsadSession: Session | undefined
  }
}

export function guard(app: FastifyInstance, settings: GuardSettings): void {
  app.decorateRequest('marsadSession', undefined)
  app.addHook('onRequest', async (request, reply) => {
    checkHost(request, settings.allowedHosts)
    const path = request.url.split('?')[0] as string
    if (OPEN_PATHS.has(path)) return
    checkOrigin(request)
    if (!fromThisMachine(request)) throw noSession(settings.room.mode)
    let id = settings.sessions.read(request.headers.cookie)
    if (id === undefined) {
      const begun = settings.sessions.begin()
      id = begun.id
      void reply.header('set-cookie', begun.setCookie)
    }
    request.marsadSession = sessionOf(settings.room.picture, id, settings.person)
  })
}

/** The session of a guarded route. Refuses while the event definition is still being read. */
export function sessionOfRequest(request: FastifyRequest): Session {
  if (request.marsadSession) return request.marsadSession
  throw new HttpProblem(
    503,
    'starting',
    'The event definition is still being read.',
    'Ask again in a second; /readyz answers 200 once all is there.',
  )
}

function checkHost(request: FastifyRequest, allowedHosts: readonly string[]): void {
  const name = hostName(request.headers.host)
  if (name !== undefined && (isIP(name) !== 0 || name === 'localhost' || allowedHosts.includes(name))) return
  throw new HttpProblem(
    403,
    'foreign-host',
    `This server is not known as ${JSON.stringify(request.headers.host ?? '')}.`,
    'Open it as http://localhost or by its address, or name it with --allow-host.',
  )
}

/** Host without port and brackets, in lower case; undefined if malformed. */
function hostName(host: string | undefined): string | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+))(?::\d{1,5})?$/.exec(host?.toLowerCase() ?? '')
  return match?.[1] ?? match?.[2]
}

function checkOrigin(request: FastifyRequest): void {
  const upgrade = request.headers.upgrade !== undefined
  if (READING.has(request.method) && !upgrade) return
  const { origin, host } = request.headers
  // A program that is no browser sends no Origin; a browser always does on what changes something and on WebSockets.
  const foreign =
    origin !== undefined ? origin !== `http://${host}` && origin !== `https://${host}` : request.headers['sec-fetch-site'] === 'cross-site'
  if (foreign)
    throw new HttpProblem(
      403,
      'foreign-origin',
      `A page of ${JSON.stringify(origin ?? 'another site')} may not ask this.`,
      'Use the console that this server itself serves.',
    )
}

function fromThisMachine(request: FastifyRequest): boolean {
  if (PROXY_HEADERS.some((name) => request.headers[name] !== undefined)) return false
  const address = request.socket.remoteAddress ?? ''
  return address === '::1' || /^(?:::ffff:)?127\./.test(address)
}

function noSession(mode: RoomPort['mode']): HttpProblem {
  return new HttpProblem(
    401,
    'no-session',
    'This version lets in only requests from the machine that it runs on.',
    mode === 'demo'
      ? 'Open http://localhost on that machine; the demo asks for no password and therefore gives nothing to the network.'
      : 'Open the console on that machine, as the person that --as names, e.g. through an SSH tunnel.',
  )
}
