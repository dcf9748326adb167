import type { FeedMessage } from '../../../src/model/api.ts'

/** `lost`: the server closed the feed or has been quiet for `QUIET_MS`; found by this console's own timer. */
export type LinkState = 'connecting' | 'live' | 'lost'

export type FeedLink = { readonly stop: () => void }

/** The server sends at least one message a second, even when nothing changed. */
const QUIET_MS = 3000
/**
 * Silence is counted in looks, not by the clock: a page that was itself held up finds its messages waiting between two
 * looks, and does not blame the server.
 */
const CHECK_MS = 500
const QUIET_LOOKS = QUIET_MS / CHECK_MS
const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 8000

export type LinkEvents = {
  readonly onMessage: (message: FeedMessage) => void
  readonly onState: (state: LinkState) => void
}

/**
 * Holds one WebSocket to the feed, resumes by the last cursor after a break, and doubles the pause between tries.
 * A message that is not JSON is our server's fault: the link starts over from a snapshot.
 */
export function openFeedLink(url: string, events: LinkEvents): FeedLink {
  let socket: WebSocket | undefined
  let cursor: string | undefined
  let retryMs = FIRST_RETRY_MS
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let looksInSilence = 0
  let state: LinkState = 'connecting'
  let stopped = false

  const setState = (next: LinkState): void => {
    if (next === state) return
    state = next
    events.onState(next)
  }
  const scheduleRetry = (): void => {
    if (stopped || retryTimer !== undefined) return
    retryTimer = setTimeout(() => {
      retryTimer = undefined
      connect()
    }, retryMs)
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
  }
  const hear = (data: unknown): void => {
    const message = parseMessage(data)
    if (message === undefined) {
      cursor = undefined
      socket?.close()
      return
    }
    looksInSilence = 0
    retryMs = FIRST_RETRY_MS
    cursor = message.cursor
    setState('live')
    events.onMessage(message)
  }
  const connect = (): void => {
    const opened = new WebSocket(cursor === undefined ? url : `${url}?cursor=${encodeURIComponent(cursor)}`)
    socket = opened
    opened.addEventListener('message', (event) => socket === opened && hear(event.data))
    opened.addEventListener('close', () => {
      if (socket !== opened) return
      socket = undefined
      if (state === 'live') setState('lost')
      scheduleRetry()
    })
  }
  const watch = setInterval(() => {
    if (++looksInSilence < QUIET_LOOKS) return
    looksInSilence = 0
    setState('lost')
    // A socket that is open and says nothing is as bad as a closed one: drop it and try again.
    if (socket?.readyState === WebSocket.OPEN) socket.close()
  }, CHECK_MS)

  connect()
  return {
    stop: () => {
      stopped = true
      clearInterval(watch)
      clearTimeout(retryTimer)
      const open = socket
      socket = undefined
      open?.close()
    },
  }
}

function parseMessage(data: unknown): FeedMessage | undefined {
  if (typeof data !== 'string') return undefined
  try {
    const value: unknown = JSON.parse(data)
    return typeof value === 'object' && value !== null && 'type' in value && 'put' in value ? (value as FeedMessage) : undefined
  } catch {
    return undefined
  }
}
