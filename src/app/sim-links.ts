import { connect, type Socket } from 'node:net'
import { decodeSapient } from '../wire/sapient/v2/decode.ts'
import { createSapientFramer } from '../wire/sapient/v2/framing.ts'
import type { SimHttp } from './sim-http.ts'

/** What became of what the simulator sent. */
export type LinkCounts = { sent: number; bytes: number; dropped: number; refused: number; lastRefusal: string | undefined }

export type Address = { readonly host: string; readonly port: number }

/** A sensor's way into the room. */
export interface SimLink {
  readonly name: string
  readonly counts: LinkCounts
  /** Opens the connection if it should stand and does not, closes it if it should not. */
  keep(wanted: boolean): void
  /** Sends, or drops where the connection is not there or the other end does not read. */
  send(bytes: Uint8Array, kind: 'detections' | 'status'): void
  close(): void
}

/** Unread bytes above this are dropped, as a sensor's own small memory would. */
const MAX_UNSENT_BYTES = 4 << 20
/** Pause before a new try, ms: doubled after each failure up to the last. */
const FIRST_PAUSE_MS = 200
const LAST_PAUSE_MS = 5000

function newCounts(): LinkCounts {
  return { sent: 0, bytes: 0, dropped: 0, refused: 0, lastRefusal: undefined }
}

type StreamPlan = {
  readonly name: string
  readonly host: string
  readonly port: number
  /** Called on each new connection; what it returns is sent first. */
  readonly greet: () => Uint8Array | undefined
  /** True when detections may be sent. */
  readonly ready: () => boolean
  readonly heard: (chunk: Uint8Array) => void
  readonly lost: () => void
  readonly counts: LinkCounts
}

/** One TCP connection that is kept open with growing pauses between tries. */
function createStream(plan: StreamPlan): SimLink {
  const { counts } = plan
  let socket: Socket | undefined
  let connected = false
  let pauseMs = FIRST_PAUSE_MS
  let notBeforeMs = 0

  function open(): void {
    const opened = connect({ host: plan.host, port: plan.port, noDelay: true })
    socket = opened
    opened.on('connect', () => {
      connected = true
      const greeting = plan.greet()
      if (greeting) write(greeting)
    })
    opened.on('data', (chunk) => {
      // An answer shows that somebody serves there: the next failure begins with a short pause again.
      pauseMs = FIRST_PAUSE_MS
      plan.heard(chunk)
    })
    opened.on('error', (error) => {
      counts.lastRefusal = error.message
    })
    opened.on('close', () => {
      if (socket !== opened) return
      socket = undefined
      connected = false
      notBeforeMs = performance.now() + pauseMs
      pauseMs = Math.min(LAST_PAUSE_MS, pauseMs * 2)
      plan.lost()
    })
  }

  function write(bytes: Uint8Array): void {
    socket?.write(bytes)
    counts.bytes += bytes.byteLength
  }

  function close(): void {
    const old = socket
    socket = undefined
    connected = false
    pauseMs = FIRST_PAUSE_MS
    notBeforeMs = 0
    old?.destroy()
    plan.lost()
  }

  return {
    name: plan.name,
    counts,
    keep: (wanted) => {
      if (!wanted && socket) close()
      else if (wanted && !socket && performance.now() >= notBeforeMs) open()
    },
    send: (bytes, kind) => {
      const may = connected && (kind === 'status' || plan.ready()) && (socket?.writableLength ?? 0) < MAX_UNSENT_BYTES
      if (!may) counts.dropped += 1
      else {
        write(bytes)
        counts.sent += 1
      }
    },
    close,
  }
}

/** A Beast receiver as client: bytes out, nothing in. */
export function createBeastLink(name: string, { host, port }: Address): SimLink {
  return createStream({ name, host, port, greet: () => undefined, ready: () => true, heard: () => {}, lost: () => {}, counts: newCounts() })
}

/**
 * A SAPIENT node: its registration first; detections only once that is acknowledged. `registration` makes the bytes of a
 * new connection, `opened` is told that the next status must be a NEW one.
 */
export function createSapientLink(name: string, { host, port }: Address, registration: () => Uint8Array, opened: () => void): SimLink {
  const counts = newCounts()
  let acknowledged = false
  let framer = createSapientFramer({ maxFrameBytes: 1 << 20 })

  function heard(chunk: Uint8Array): void {
    framer.push(chunk)
    for (let frame = framer.next(); frame !== undefined; frame = framer.next()) {
      if (!(frame instanceof Uint8Array)) continue
      const message = decodeSapient(frame)
      if ('rejected' in message) refusal(`answered something that is not SAPIENT: ${message.detail ?? message.rejected}`)
      else if (message.content.case === 'registrationAck') {
        acknowledged = message.content.value.acceptance === true
        if (!acknowledged) refusal(message.content.value.ackResponseReason.join('; ') || 'registration refused')
      } else if (message.content.case === 'error') refusal(message.content.value.errorMessage.join('; '))
    }
  }
  function refusal(why: string): void {
    counts.refused += 1
    counts.lastRefusal = why
  }

  return createStream({
    name,
    host,
    port,
    counts,
    greet: () => {
      opened()
      return registration()
    },
    ready: () => acknowledged,
    heard,
    lost: () => {
      acknowledged = false
      framer = createSapientFramer({ maxFrameBytes: 1 << 20 })
    },
  })
}

/** Documents of one node that wait while one is on its way; more are dropped, the oldest first. */
const MAX_WAITING_DOCUMENTS = 100

/** A JSON node: one POST at a time, in order. */
export function createJsonLink(name: string, http: SimHttp, ingestUrl: string): SimLink {
  const counts = newCounts()
  const waiting: Uint8Array[] = []
  let busy = false
  let wanted = true

  async function drain(): Promise<void> {
    busy = true
    for (let body = waiting.shift(); body; body = waiting.shift()) {
      const { status, text } = await http.post(ingestUrl, body)
      if (status === 202) {
        counts.sent += 1
        counts.bytes += body.byteLength
      } else {
        counts.refused += 1
        counts.lastRefusal = status === 0 ? text : `${status} ${text}`
      }
    }
    busy = false
  }

  return {
    name,
    counts,
    keep: (should) => {
      wanted = should
    },
    send: (bytes) => {
      if (!wanted) return
      waiting.push(bytes)
      if (waiting.length > MAX_WAITING_DOCUMENTS) {
        waiting.shift()
        counts.dropped += 1
      }
      if (!busy) void drain()
    },
    close: () => {
      waiting.length = 0
    },
  }
}
