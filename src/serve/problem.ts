import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod'
import type { Problem } from '../model/api.ts'
import { CommandUnavailable } from './room-port.ts'

/** An answer other than the one asked for: its status and what the caller reads. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'
  readonly status: number
  readonly problem: Problem
  constructor(status: number, error: string, message: string, todo: string) {
    super(message)
    this.status = status
    this.problem = { error, message, todo }
  }
}

export function notFound(what: string, id: string): HttpProblem {
  return new HttpProblem(404, `no-such-${what}`, `There is no ${what} ${JSON.stringify(id)}.`, `List what there is, without the id.`)
}

/** Every error leaves as a `Problem`; a fault of ours is logged with its stack and told without it. */
export function answerProblems(app: FastifyInstance, log: (line: string) => void): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { status, problem } = toProblem(error)
    if (status === 500) log(`${request.method} ${request.url}: ${error.stack ?? error.message}`)
    return sendProblem(reply, status, problem)
  })
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, 404, {
      error: 'no-such-path',
      message: `There is nothing at ${request.method} ${request.url.split('?')[0]}.`,
      todo: 'Read /api/openapi.json for what there is.',
    }),
  )
}

export function sendProblem(reply: FastifyReply, status: number, problem: Problem): FastifyReply {
  // The route's own schema knows the answers that it gives; a problem can come at any status.
  return reply
    .status(status)
    .type('application/json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem)
}

function toProblem(error: FastifyError): { status: number; problem: Problem } {
  if (error instanceof HttpProblem) return { status: error.status, problem: error.problem }
  if (error instanceof CommandUnavailable) return { status: 503, problem: error.problem }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const faults = error.validation.slice(0, 5).map((each) => `${each.instancePath || '/'}: ${each.message ?? 'not as described'}`)
    return {
      status: 400,
      problem: {
        error: 'not-as-described',
        message: `${error.validationContext ?? 'request'} ${faults.join('; ')}`,
        todo: 'Compare the request with /api/openapi.json.',
      },
    }
  }
  if (isResponseSerializationError(error)) return { status: 500, problem: OURS }
  const status = error.statusCode
  if (status === undefined || status < 400 || status > 499) return { status: 500, problem: OURS }
  const known = KNOWN[status] ?? { error: 'bad-request', todo: 'Compare the request with /api/openapi.json.' }
  return { status, problem: { ...known, message: error.message } }
}

/** What the framework itself refuses. */
const KNOWN: Readonly<Record<number, Omit<Problem, 'message'>>> = {
  400: { error: 'bad-request', todo: 'Send one JSON document in UTF-8.' },
  413: { error: 'too-large', todo: 'Send fewer objects in one request.' },
  415: { error: 'media-type', todo: 'Send content-type: application/json.' },
}

const OURS: Problem = {
  error: 'our-fault',
  message: 'Marsad failed at this request.',
  todo: 'The server log has the details; report them to the maintainers.',
}
