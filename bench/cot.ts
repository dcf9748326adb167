/**
 * Cursor on Target: XML events a CPU-second from a stream's bytes to mapped records (framing, parsing, typing), the same from TAK
 * protocol v1, and the way back to XML.
 */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { constants, PerformanceObserver } from 'node:perf_hooks'
import { isReject } from '../src/base/reject.ts'
import { decodeCot, encodeCot } from '../src/wire/cot/decode.ts'
import { createCotFramer, frameCot } from '../src/wire/cot/framing.ts'
import type { CotMessage } from '../src/wire/cot/message.ts'
import { COT_MAX_FRAME_BYTES } from '../src/wire/cot/parse-xml.ts'

type Figures = Readonly<Record<string, number | string>>

/** As a counter-drone system reports a track to TAK clients: 560 bytes of XML. */
function trackEvent(i: number, wire: CotMessage['wire']): CotMessage {
  const atMs = 1_671_389_400_000 + i * 10
  return {
    wire,
    event: {
      version: '2.0',
      uid: `track-${i % 500}`,
      type: 'a-u-A-M-H-Q',
      how: 'm-f',
      timeMs: atMs,
      startMs: atMs,
      staleMs: atMs + 15_000,
      point: { latDeg: 25.42 + (i % 1000) * 1e-5, lonDeg: 51.49 - (i % 777) * 1e-5, haeM: 40 + (i % 90) / 10, ceM: 12.5, leM: 20 },
      detail: {
        contact: { callsign: `UAS ${i % 500}` },
        group: { name: 'Cyan', role: 'Team Member' },
        track: { courseDeg: (i % 3600) / 10, speedMps: 11.4 },
        precisionLocation: { pointSource: 'GPS', altSource: 'GPS' },
        links: [{ uid: 'radar-1', type: 'a-f-G-E-S-R', relation: 'c-f' }],
        remarks: { text: 'multirotor & no clearance' },
      },
    },
  }
}

function streamOf(count: number, wire: CotMessage['wire']): Uint8Array {
  const frames = Array.from({ length: count }, (_, i) => {
    const frame = encodeCot(trackEvent(i, wire))
    assert.ok(!isReject(frame))
    return frameCot(frame)
  })
  return Buffer.concat(frames)
}

/** Everything in the stream in chunks of a socket's size; gives how many were read and the sum of latitudes, so that nothing is idle. */
function readAll(stream: Uint8Array): { readonly count: number; readonly sum: number } {
  const framer = createCotFramer({ maxFrameBytes: COT_MAX_FRAME_BYTES })
  let count = 0
  let sum = 0
  for (let at = 0; at < stream.length; at += 65_536) {
    framer.push(stream.subarray(at, at + 65_536))
    for (let frame = framer.next(); frame !== undefined; frame = framer.next()) {
      assert.ok(!isReject(frame))
      const message = decodeCot(frame)
      assert.ok(!isReject(message))
      count += 1
      sum += message.event?.point.latDeg ?? 0
    }
  }
  return { count, sum }
}

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

export async function runCotBench({ small }: { readonly small: boolean }): Promise<Figures> {
  const count = small ? 2000 : 50_000
  const rounds = small ? 1 : 4
  let gcMs = 0
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ((entry as { detail?: { kind?: number } }).detail?.kind !== constants.NODE_PERFORMANCE_GC_WEAKCB) gcMs += entry.duration
  })
  const xml = streamOf(count, 'xml')
  const tak = streamOf(count, 'tak-stream')
  readAll(xml)
  readAll(tak)
  observer.observe({ entryTypes: ['gc'] })
  let seen = { count: 0, sum: 0 }
  const xmlS = cpuSeconds(() => {
    for (let round = 0; round < rounds; round++) seen = readAll(xml)
  })
  // The observer hears of collections some turns of the loop later.
  await new Promise((wake) => setTimeout(wake, 50))
  const xmlGcMs = gcMs
  const takS = cpuSeconds(() => {
    for (let round = 0; round < rounds; round++) assert.deepEqual(readAll(tak), seen)
  })
  const writeS = cpuSeconds(() => void streamOf(count, 'xml'))
  observer.disconnect()
  return {
    bytesPerXmlEvent: Math.round(xml.length / count),
    xmlEventsPerCpuS: Math.round((count * rounds) / xmlS),
    takEventsPerCpuS: Math.round((count * rounds) / takS),
    xmlWrittenPerCpuS: Math.round(count / writeS),
    xmlGarbageShare: xmlGcMs / 1000 / xmlS,
    resultHash: createHash('sha256').update(`${seen.count} ${seen.sum}`).digest('hex').slice(0, 16),
  }
}
