import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { WebSocket } from 'ws'
import { openVault, type Vault } from '../../src/io/vault.ts'
import { feedMessage, type FeedMessage } from '../../src/model/api.ts'
import type { FeedSettings } from '../../src/serve/feed.ts'
import { createMarsadServer, type MarsadServer, type ServerSettings } from '../../src/serve/server.ts'
import { createFakeRoom, type FakeRoom } from './fake-room.ts'

export const QUICK_FEED: FeedSettings = { flushMs: 5, heartbeatMs: 200, highWaterBytes: 1 << 16, stuckMs: 30_000, maxReaders: 20 }

export type Served = {
  readonly room: FakeRoom
  readonly server: MarsadServer
  readonly vault: Vault
  readonly url: string
  readonly port: number
}

/** A server on a port of the system's choice, gone when the test ends. */
export async function serveFakeRoom(
  t: TestContext,
  settings: Partial<ServerSettings> & { room?: FakeRoom } = {},
  host = '127.0.0.1',
): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-serve-'))
  const room = settings.room ?? createFakeRoom()
  const vault = openVault(join(folder, 'keys'))
  const server = await createMarsadServer({
    vault,
    person: 'noura',
    consoleFolder: join(folder, 'no-console'),
    version: '0.0.0-test',
    feed: QUICK_FEED,
    ...settings,
    room,
  })
  const { port } = await server.listen(host, 0)
  t.after(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })
  return { room, server, vault, port, url: `http://127.0.0.1:${port}` }
}

export type Reader = {
  readonly socket: WebSocket
  readonly messages: FeedMessage[]
  /** kind/id -> view, as a console keeps it. */
  readonly picture: Map<string, unknown>
  cursor: string | undefined
  until(condition: (reader: Reader) => boolean, what: string): Promise<void>
  close(): Promise<void>
}

/** Drops, puts and patches a copy of the picture, as a console does. */
export function applyMessage(picture: Map<string, unknown>, message: FeedMessage): void {
  if (message.type === 'snapshot') picture.clear()
  for (const [kind, ids] of Object.entries(message.drop)) for (const id of ids) picture.delete(`${kind}/${id}`)
  for (const [kind, views] of Object.entries(message.put)) for (const view of views ?? []) picture.set(`${kind}/${view.id}`, view)
  for (const [kind, views] of Object.entries(message.patch)) {
    for (const view of views ?? []) {
      const key = `${kind}/${String(view.id)}`
      assert.ok(picture.has(key), `${key} is patched and unknown`)
      picture.set(key, { ...(picture.get(key) as object), ...view })
    }
  }
}

export async function connectReader(url: string, cursor?: string, headers: Record<string, string> = {}): Promise<Reader> {
  const address = new URL('/api/v1/feed', url.replace('http', 'ws'))
  if (cursor !== undefined) address.searchParams.set('cursor', cursor)
  const socket = new WebSocket(address, { headers })
  const waiting = new Set<() => void>()
  const reader: Reader = {
    socket,
    messages: [],
    picture: new Map(),
    cursor,
    until: (condition, what) =>
      new Promise((done, failed) => {
        const timer = setTimeout(() => failed(new Error(`did not come within 10 s: ${what}`)), 10_000)
        const look = () => {
          if (!condition(reader)) return
          clearTimeout(timer)
          waiting.delete(look)
          done()
        }
        waiting.add(look)
        look()
      }),
    close: () =>
      new Promise((done) => {
        socket.once('close', () => done())
        socket.close()
      }),
  }
  socket.on('message', (data: Buffer) => {
    const message = feedMessage.strict().parse(JSON.parse(data.toString()))
    reader.messages.push(message)
    reader.cursor = message.cursor
    applyMessage(reader.picture, message)
    for (const look of waiting) look()
  })
  await new Promise<void>((done, failed) => {
    socket.once('open', done)
    socket.once('error', failed)
  })
  return reader
}
