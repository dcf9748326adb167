import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openVault } from '../src/io/vault.ts'
import type { Item, Output } from '../src/model/picture.ts'
import { createMarsadServer } from '../src/serve/server.ts'
import { createFakeRoom } from '../test/serve/fake-room.ts'
import { alertItem, bearingItem, nodeItem, START_MS, trackItem } from '../test/serve/sample-items.ts'

/**
 * A server for work on the console: no journal, no engine, no sensors; forty invented objects circle Lusail, one of them asks for attention.
 * Usage: node scripts/fake-room.ts [port] [objects]
 */
const port = Number(process.argv[2] ?? 8081)
const objects = Number(process.argv[3] ?? 40)
const beganMs = Date.now()
const room = createFakeRoom()
const atMs = () => START_MS + Date.now() - beganMs

room.answer = ({ body }) => {
  if (body.kind === 'alert.acknowledge') acknowledged = true
  return {
    position: room.committedPosition() + 1,
    outcome: { result: 'done' },
    ...(body.kind === 'personal.view' && { revealed: { pilotLatDeg: 25.41, pilotLonDeg: 51.49, serial: 'EXAMPLE-0001' } }),
  }
}
let acknowledged = false

function moved(index: number, nowMs: number): Item {
  const radiusM = 600 + (index % 20) * 450
  const speedMps = 6 + (index % 7) * 6
  const angle = index * 2.399 + ((nowMs - START_MS) / 1000) * (speedMps / radiusM)
  const suspect = index === 0
  return trackItem({
    id: `T${index + 1}`,
    atMs: nowMs,
    eM: radiusM * Math.sin(angle),
    nM: radiusM * Math.cos(angle),
    uM: 40 + index * 5,
    veMps: speedMps * Math.cos(angle),
    vnMps: -speedMps * Math.sin(angle),
    nodes: index % 3 === 0 ? ['radar-n', 'rf-lusail'] : ['radar-n'],
    suspect,
    ...(suspect && { threatened: 'lusail-warning' }),
  })
}

let step = 0
const timer = setInterval(() => {
  const nowMs = atMs()
  room.setNow(nowMs)
  const puts: Item[] = []
  for (let i = step % 5; i < objects; i += 5) puts.push(moved(i, nowMs))
  step += 1
  if (step % 5 === 0) {
    const alert = alertItem('A1', 'T1', START_MS)
    puts.push({
      ...alert,
      alert: {
        ...alert.alert,
        changedMs: nowMs,
        state: acknowledged ? 'acknowledged' : 'unacknowledged',
        acknowledgedBy: acknowledged ? 'noura' : undefined,
        timeToZoneS: 90 + 30 * Math.sin(nowMs / 9000),
      },
    })
    puts.push(bearingItem('rf-lusail', nowMs, (nowMs / 500) % 360))
    const silent = Math.floor((nowMs - START_MS) / 30_000) % 2 === 1
    puts.push({
      ...nodeItem('rf-lusail', 'rf', 0.2, 0.3),
      state: silent ? 'silent' : 'operational',
      blindSinceMs: silent ? nowMs - 5000 : undefined,
      detections: step,
      lastSeenMs: nowMs,
    })
  }
  room.put(puts.map((item): Output => ({ out: 'put', item })))
}, 200)

const folder = mkdtempSync(join(tmpdir(), 'marsad-fake-'))
const server = await createMarsadServer({
  room,
  vault: openVault(join(folder, 'keys')),
  person: 'noura',
  consoleFolder: join(import.meta.dirname, '..', 'console', 'dist'),
  version: '0.1.0',
  log: console.error,
})
const address = await server.listen('127.0.0.1', port)
console.log(`A room without sensors answers at http://localhost:${address.port}; Ctrl-C ends it.`)
process.once('SIGINT', () => {
  clearInterval(timer)
  void server.close().then(() => process.exit(0))
})
