/**
 * Sends one Remote ID detection to a running room and prints the track that comes of it, as the feed tells it.
 *
 *     npm start                                                        (in another terminal)
 *     node examples/01-send-a-detection.ts [http://localhost:8080]
 *
 * The room does not know the receiver, so it waits until a person accepts it; here the example does that too. docs/connect/json.md has every field.
 */
import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import type { ClockView, CommandAnswer, FeedMessage } from '../src/model/api.ts'

const base = process.argv[2] ?? 'http://localhost:8080'
const node = 'example-receiver'
const place = { latDeg: 25.61, lonDeg: 51.72, altHaeM: 60, sigmaM: 5 }
/** The session goes by a cookie that the first answer brings. */
const session = await fetch(`${base}/api/v1/session`)
const cookie = (session.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''

async function ask(path: string, body?: object): Promise<unknown> {
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const answer = await fetch(`${base}/api/v1/${path}`, {
    ...sent,
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
  return JSON.parse(text)
}

async function sendDetection(): Promise<void> {
  // The room's clock, not ours: the demo plays a night of 2022.
  const { nowMs } = (await ask('clock')) as ClockView
  const remoteId = { serial: 'EXAMPLE0001', selfId: 'EXAMPLE', status: 'airborne' }
  const answer = await ask('ingest/detections', {
    node,
    simulated: true,
    detections: [{ time: new Date(nowMs).toISOString(), position: place, remoteId }],
  })
  console.log('sent:', JSON.stringify(answer))
}

const feed = new WebSocket(`${base.replace('http', 'ws')}/api/v1/feed`, { headers: { cookie } })
feed.on('message', (data: Buffer) => {
  const { put, atMs } = JSON.parse(data.toString()) as FeedMessage
  const track = put.track?.find((each) => Math.hypot(each.latDeg - place.latDeg, each.lonDeg - place.lonDeg) < 0.002)
  if (track === undefined) return
  console.log(
    `track ${track.id} at ${new Date(atMs).toISOString()}: ${track.identity}, "${track.callsign}", claims ${track.claims.join(' ')}`,
  )
  feed.close()
})
await new Promise((opened, failed) => feed.once('open', opened).once('error', failed))
await sendDetection()
const accepted = (await ask('commands', { key: randomUUID(), body: { kind: 'node.accept', node } })) as CommandAnswer
console.log('accepted:', JSON.stringify(accepted.outcome))
await sendDetection()
