import { Agent, request } from 'node:http'

/** The simulator's way to the room's HTTP door: connections kept open, the session's cookie kept. */
export interface SimHttp {
  /** The parsed JSON of a GET answered 200; undefined for anything else. */
  get(url: string): Promise<unknown>
  /** The status of a POST, and the start of its body where it was refused; status 0 if there was no answer. */
  post(url: string, body: Uint8Array): Promise<{ status: number; text: string }>
  close(): void
}

/** A room that does not answer within this long is taken as not there, ms. */
const TIMEOUT_MS = 5000
/** An answer longer than this is none of the room's. */
const MAX_ANSWER_BYTES = 1 << 20

export function createSimHttp(): SimHttp {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  let cookie: string | undefined

  function ask(method: 'GET' | 'POST', url: string, body: Uint8Array | undefined): Promise<{ status: number; text: string }> {
    const { promise, resolve } = Promise.withResolvers<{ status: number; text: string }>()
    const headers = { ...(cookie && { cookie }), ...(body && { 'content-type': 'application/json', 'content-length': body.byteLength }) }
    const sent = request(url, { method, agent, timeout: TIMEOUT_MS, headers }, (response) => {
      const [begun] = response.headers['set-cookie'] ?? []
      if (begun !== undefined) cookie = begun.split(';')[0]
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
        if (text.length > MAX_ANSWER_BYTES) response.destroy()
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      response.on('close', () => resolve({ status: 0, text: 'the answer was cut short' }))
    })
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')))
    sent.on('error', (error) => resolve({ status: 0, text: error.message }))
    sent.end(body)
    return promise
  }

  return {
    get: async (url) => {
      const { status, text } = await ask('GET', url, undefined)
      if (status !== 200) return undefined
      try {
        return JSON.parse(text) as unknown
      } catch (error) {
        if (error instanceof SyntaxError) return undefined
        throw error
      }
    },
    post: async (url, body) => {
      const { status, text } = await ask('POST', url, body)
      return { status, text: text.slice(0, 300) }
    },
    close: () => agent.destroy(),
  }
}
