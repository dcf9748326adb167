/**
 * Bytes in at a door to feed out: ADS-B position messages over the Beast door, each aircraft once a second, against the feed's
 * update of the track that carries the same ICAO address. One process serves, this one sends and listens, as in a real room.
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import type { FeedMessage } from '../src/model/api.ts'
import { encodeBeastFrame } from '../src/wire/adsb/beast.ts'
import { encodeAirbornePosition } from '../src/wire/adsb/mode-s.ts'
import { freePorts, sessionCookie, startServer } from './server-process.ts'

const EVENT = join(import.meta.dirname, 'events', 'load')
const SEND_EVERY_MS = 20
/** First seconds are left out: tracks are being born and code is being compiled. */
const WARM_UP_S = 10

type Fleet = { readonly addresses: string[]; readonly sentMs: Float64Array; readonly odd: Uint8Array }

/** A grid of aircraft 3 km apart, flying east at 100 m/s, so that none is another's neighbour. */
function frameOf(fleet: Fleet, index: number, elapsedS: number): Uint8Array {
  const perRow = 75
  const latDeg = 24.5 + Math.floor(index / perRow) * 0.027
  const lonDeg = 50.5 + (index % perRow) * 0.03 + elapsedS * 0.00099
  fleet.odd[index] = 1 - (fleet.odd[index] ?? 0)
  return encodeBeastFrame(
    encodeAirbornePosition(fleet.addresses[index] ?? '', {
      latDeg,
      lonDeg,
      altPressFt: 10_000 + (index % 20) * 500,
      odd: fleet.odd[index] === 1,
    }),
  )
}

async function sendFor(fleet: Fleet, port: number, seconds: number): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  await once(socket, 'connect')
  const startMs = performance.now()
  const count = fleet.addresses.length
  let sent = 0
  while (performance.now() - startMs < seconds * 1000) {
    const elapsedS = (performance.now() - startMs) / 1000
    const due = Math.floor(elapsedS * count)
    const chunks: Uint8Array[] = []
    for (; sent < due; sent += 1) {
      const index = sent % count
      chunks.push(frameOf(fleet, index, elapsedS))
      fleet.sentMs[index] = performance.now()
    }
    if (chunks.length > 0 && !socket.write(Buffer.concat(chunks))) await once(socket, 'drain')
    await new Promise((wake) => setTimeout(wake, SEND_EVERY_MS))
  }
  socket.end()
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

async function measure(detectionsPerS: number, seconds: number): Promise<Record<string, number>> {
  const data = mkdtempSync(join(tmpdir(), 'marsad-bench-'))
  const server = await startServer(['serve', '--event', EVENT, '--data', data, '--as', 'recorder'], await freePorts())
  const fleet: Fleet = {
    addresses: Array.from({ length: detectionsPerS }, (_, index) => (0x700000 + index).toString(16)),
    sentMs: new Float64Array(detectionsPerS),
    odd: new Uint8Array(detectionsPerS),
  }
  const indexOf = new Map(fleet.addresses.map((address, index) => [`icao:${address}`, index]))
  const indexOfTrack = new Map<string, number | undefined>()
  const delaysMs: number[] = []
  let bytes = 0
  let updates = 0
  const startMs = performance.now()
  const feed = new WebSocket(`ws://127.0.0.1:${server.ports.http}/api/v1/feed`, {
    headers: { cookie: await sessionCookie(server.base), origin: server.base },
    perMessageDeflate: false,
  })
  feed.on('message', (data_: Buffer) => {
    const nowMs = performance.now()
    const message = JSON.parse(data_.toString()) as FeedMessage
    for (const track of message.put.track ?? []) indexOfTrack.set(track.id, indexOf.get(track.claims[0] ?? ''))
    const tracks = [...(message.put.track ?? []), ...(message.patch.track ?? [])] as { id: string }[]
    if (nowMs - startMs < WARM_UP_S * 1000 || tracks.length === 0) return
    bytes += data_.length
    updates += tracks.length
    for (const track of tracks) {
      const index = indexOfTrack.get(track.id)
      const sentMs = index === undefined ? 0 : (fleet.sentMs[index] ?? 0)
      if (index === undefined || sentMs === 0) continue
      delaysMs.push(nowMs - sentMs)
      fleet.sentMs[index] = 0
    }
  })
  await once(feed, 'open')
  try {
    await sendFor(fleet, server.ports.beast, WARM_UP_S + seconds)
    await new Promise((wake) => setTimeout(wake, 500))
  } finally {
    feed.close()
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
  const sorted = delaysMs.sort((a, b) => a - b)
  return {
    [`sent${detectionsPerS}`]: detectionsPerS * seconds,
    [`seen${detectionsPerS}`]: sorted.length,
    [`p50Ms${detectionsPerS}`]: quantile(sorted, 0.5),
    [`p99Ms${detectionsPerS}`]: quantile(sorted, 0.99),
    [`bytesPerUpdate${detectionsPerS}`]: bytes / updates,
  }
}

export async function runLatencyBench(options: { small: boolean }): Promise<Record<string, number>> {
  if (options.small) return measure(50, 3)
  return { ...(await measure(500, 20)), ...(await measure(5000, 20)) }
}
