import { createServer, connect, type Server, type Socket } from 'node:net'
import { isReject } from '../base/reject.ts'
import type { ConnectionPayload } from '../model/entry.ts'
import type { FeedDefinition } from '../model/event.ts'
import type { Framer, FramerLimits } from '../wire/framer.ts'
import { createTokenBucket, type TokenBucket } from './token-bucket.ts'

/**
 * One feed's TCP door: listens for senders or connects to one, cuts their bytes into frames and hands these on.
 * It bounds what a sender may do (connections, frame size, frames per second, silence, unread replies), and a sender that breaks the
 * framing loses only its own connection. It reads no message: that is the engine's work.
 */
export type TcpDoorSettings = {
  readonly feed: FeedDefinition
  readonly createFramer: (limits: FramerLimits) => Framer
  /** Number of the next connection within the journal; the room counts over all doors. */
  readonly nextConnection: () => number
  readonly onFrame: (connection: number, frame: Uint8Array) => void
  readonly onConnection: (connection: number, payload: ConnectionPayload) => void
  /** Frames that the rate limit kept out since the last call, at most once a second. */
  readonly onShed: (frames: number, bytes: number) => void
  /** Frames that were none, since the last call, at most once a second. */
  readonly onMisframed?: (frames: number) => void
  readonly log: (line: string) => void
  /** Clock of the rate limit: the event clock, so that a demo run faster is not throttled. */
  readonly nowMs: () => number
  /** How full what lies behind is, 0..1: above half we stop reading, and the sender waits. */
  readonly fill?: () => number
  /** A connection that sends nothing for this long is closed. */
  readonly idleMs?: number
  /** Time between attempts in mode `connect`: doubled after each failure up to the second value. */
  readonly retryMs?: readonly [number, number]
}

export type TcpDoorCounts = {
  readonly connections: number
  readonly opened: number
  readonly refused: number
  readonly frames: number
  readonly bytes: number
  readonly framingErrors: number
  readonly shed: number
  /** Replies for a connection that is gone or does not read. */
  readonly unsent: number
}

export interface TcpDoor {
  /** Listens, or begins to connect. Answers the address it listens on; undefined in mode `connect`. Rejects if the port is taken. */
  open(): Promise<{ readonly host: string; readonly port: number } | undefined>
  /** Bytes back to one connection. `close` ends it once they are sent. False where nobody is there to read them. */
  reply(connection: number, bytes: Uint8Array, close: boolean): boolean
  /** Ends one connection from our side, e.g. a quarantined sender. */
  disconnect(connection: number, why: string): void
  counts(): TcpDoorCounts
  stop(): Promise<void>
}

/** Ten minutes: a node that has nothing to say still sends its status once a minute (BSI Flex 335 v2 leaves the interval to the node). */
const IDLE_MS = 600_000
/** A sender that does not read its replies is closed at this many unread bytes. */
const UNREAD_REPLY_BYTES = 1 << 20
const REPORT_MS = 1000
/** Each connection is two entries that are never shed: who only connects and hangs up must not fill the record. */
const CONNECTIONS_PER_S = 5
const CONNECTIONS_AT_ONCE = 50
const STOP_READING_FILL = 0.5
const RESUME_MS = 20

type Link = {
  readonly number: number
  readonly peer: string
  readonly socket: Socket
  readonly framer: Framer
  readonly bucket: TokenBucket
  closing: string | undefined
}
type Tally = { -readonly [K in keyof TcpDoorCounts]: TcpDoorCounts[K] }
type Door = {
  readonly settings: TcpDoorSettings
  readonly links: Map<number, Link>
  readonly admissions: TokenBucket
  readonly tally: Tally
  /** Since the last report. */
  readonly pending: { shedFrames: number; shedBytes: number; refused: number; refusedPeer: string; framing: number }
  stopped: boolean
}

export function createTcpDoor(settings: TcpDoorSettings): TcpDoor {
  const door: Door = {
    settings,
    links: new Map(),
    admissions: createTokenBucket(CONNECTIONS_PER_S, Math.max(CONNECTIONS_AT_ONCE, 2 * settings.feed.maxConnections)),
    tally: { connections: 0, opened: 0, refused: 0, frames: 0, bytes: 0, framingErrors: 0, shed: 0, unsent: 0 },
    pending: { shedFrames: 0, shedBytes: 0, refused: 0, refusedPeer: '', framing: 0 },
    stopped: false,
  }
  let server: Server | undefined
  let cancelRetry: (() => void) | undefined
  const timer = setInterval(() => report(door), REPORT_MS)
  timer.unref()
  return {
    async open() {
      if (settings.feed.mode === 'connect') {
        cancelRetry = keepConnected(door)
        return undefined
      }
      server = createServer((socket) => admit(door, socket))
      return await listen(server, settings.feed)
    },
    reply: (connection, bytes, close) => reply(door, connection, bytes, close),
    disconnect(connection, why) {
      const link = door.links.get(connection)
      if (link) end(link, why)
    },
    counts: () => ({ ...door.tally }),
    async stop() {
      door.stopped = true
      clearInterval(timer)
      cancelRetry?.()
      report(door)
      for (const link of door.links.values()) end(link, 'marsad stops')
      await new Promise<void>((done) => (server?.listening ? server.close(() => done()) : done()))
    },
  }
}

function listen(server: Server, feed: FeedDefinition): Promise<{ host: string; port: number }> {
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen({ host: feed.host, port: feed.port }, () => {
      server.off('error', failed)
      const address = server.address()
      done(typeof address === 'object' && address ? { host: address.address, port: address.port } : { host: feed.host, port: feed.port })
    })
  })
}

/** In mode `connect`: one connection, made again with growing pauses whenever it ends. Returns the way to give up. */
function keepConnected(door: Door): () => void {
  const { feed, log, retryMs = [1000, 30_000] } = door.settings
  let pauseMs = retryMs[0]
  let timer: NodeJS.Timeout | undefined
  let pending: Socket | undefined
  const attempt = () => {
    const socket = (pending = connect({ host: feed.host, port: feed.port }))
    let why = 'closed'
    socket.on('error', (error) => (why = error.message))
    socket.once('connect', () => {
      pauseMs = retryMs[0]
      admit(door, socket)
    })
    socket.once('close', () => {
      if (door.stopped) return
      log(`feed ${feed.id}: no connection to ${feed.host}:${feed.port} (${why}); trying again in ${pauseMs / 1000} s`)
      timer = setTimeout(attempt, pauseMs)
      pauseMs = Math.min(pauseMs * 2, retryMs[1])
    })
  }
  attempt()
  return () => {
    clearTimeout(timer)
    pending?.destroy()
  }
}

/** Takes a new connection in, or refuses it where the feed already has all it may have. */
function admit(door: Door, socket: Socket): void {
  const { feed, createFramer, nextConnection, onConnection, idleMs = IDLE_MS } = door.settings
  const peer = peerOf(socket)
  if (door.stopped || door.links.size >= feed.maxConnections || !door.admissions.take(door.settings.nowMs())) {
    door.tally.refused += 1
    door.pending.refused += 1
    door.pending.refusedPeer = peer
    socket.on('error', () => socket.destroy())
    socket.destroy()
    return
  }
  const link: Link = {
    number: nextConnection(),
    peer,
    socket,
    framer: createFramer({ maxFrameBytes: feed.maxFrameBytes }),
    bucket: createTokenBucket(feed.maxFramesPerS, feed.maxFramesPerS * 2),
    closing: undefined,
  }
  door.links.set(link.number, link)
  door.tally.opened += 1
  door.tally.connections = door.links.size
  socket.setNoDelay(true)
  socket.setTimeout(idleMs, () => end(link, `sent nothing for ${idleMs / 1000} s`))
  onConnection(link.number, { change: 'opened', peer })
  socket.on('data', (chunk) => take(door, link, chunk))
  socket.on('end', () => drain(door, link, true))
  socket.on('error', (error) => (link.closing ??= error.message))
  socket.once('close', () => {
    door.links.delete(link.number)
    door.tally.connections = door.links.size
    onConnection(link.number, link.closing === undefined ? { change: 'closed', peer } : { change: 'closed', peer, why: link.closing })
  })
}

/** `192.0.2.1:40000` or `[fe80::1]:40000`: in brackets, so that address and port can be told apart. */
function peerOf({ remoteAddress = '?', remotePort = 0 }: Socket): string {
  return remoteAddress.includes(':') ? `[${remoteAddress}]:${remotePort}` : `${remoteAddress}:${remotePort}`
}

function take(door: Door, link: Link, chunk: Uint8Array): void {
  if (link.closing !== undefined) return
  door.tally.bytes += chunk.length
  link.framer.push(chunk)
  drain(door, link, false)
  if ((door.settings.fill?.() ?? 0) > STOP_READING_FILL) holdBack(door, link)
}

/** Stops reading one connection until there is room again; TCP tells the sender. */
function holdBack(door: Door, link: Link): void {
  link.socket.pause()
  const again = setInterval(() => {
    if (!door.stopped && !link.socket.destroyed && (door.settings.fill?.() ?? 0) > STOP_READING_FILL) return
    clearInterval(again)
    link.socket.resume()
  }, RESUME_MS)
}

function drain(door: Door, link: Link, ended: boolean): void {
  const nowMs = door.settings.nowMs()
  let finishing = ended
  for (;;) {
    let frame = link.framer.next()
    if (frame === undefined && finishing) {
      finishing = false
      frame = link.framer.end()
    }
    if (frame === undefined) return
    if (isReject(frame)) {
      door.tally.framingErrors += 1
      door.pending.framing += 1
      if (!link.framer.broken) continue
      const why = `${frame.rejected} at byte ${link.framer.atByte}${frame.detail === undefined ? '' : `: ${frame.detail}`}`
      door.settings.log(`feed ${door.settings.feed.id}: closed ${link.peer}: ${why}`)
      end(link, why)
      return
    }
    if (!link.bucket.take(nowMs)) {
      door.tally.shed += 1
      door.pending.shedFrames += 1
      door.pending.shedBytes += frame.length
      continue
    }
    door.tally.frames += 1
    door.settings.onFrame(link.number, frame)
  }
}

function reply(door: Door, connection: number, bytes: Uint8Array, close: boolean): boolean {
  const link = door.links.get(connection)
  if (!link || link.closing !== undefined) {
    door.tally.unsent += 1
    return false
  }
  if (link.socket.writableLength + bytes.length > UNREAD_REPLY_BYTES) {
    door.tally.unsent += 1
    door.settings.log(`feed ${door.settings.feed.id}: closed ${link.peer}: it does not read its replies`)
    end(link, 'replies unread')
    return false
  }
  if (bytes.length > 0) link.socket.write(bytes)
  if (close) {
    link.closing = 'closed by marsad'
    link.socket.end()
    link.socket.setTimeout(2000, () => link.socket.destroy())
  }
  return true
}

function end(link: Link, why: string): void {
  link.closing ??= why
  link.socket.destroy()
}

/** Once a second, so that a flood fills neither the journal nor the log: what was shed, refused and wrongly framed since the last report. */
function report(door: Door): void {
  const { pending, settings } = door
  const { feed, onShed, onConnection, log } = settings
  if (pending.shedFrames > 0) onShed(pending.shedFrames, pending.shedBytes)
  if (pending.refused > 0) {
    onConnection(settings.nextConnection(), {
      change: 'refused',
      peer: pending.refusedPeer,
      why: `${pending.refused} more than maxConnections ${feed.maxConnections}, or than ${CONNECTIONS_PER_S} a second`,
    })
    log(
      `feed ${feed.id}: refused ${pending.refused} connections, the last from ${pending.refusedPeer}: its maxConnections is ${feed.maxConnections}, and ${CONNECTIONS_PER_S} a second may come anew`,
    )
  }
  if (pending.framing > 0) {
    settings.onMisframed?.(pending.framing)
    log(`feed ${feed.id}: ${pending.framing} frames declined for their framing`)
  }
  Object.assign(pending, { shedFrames: 0, shedBytes: 0, refused: 0, framing: 0 })
}
