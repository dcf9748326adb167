import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PerformanceObserver } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { isReject } from '../src/base/reject.ts'
import { decodeAsterixDatagram } from '../src/wire/asterix/block.ts'
import type { AsterixBlock } from '../src/wire/asterix/block.ts'
import { encodeAsterixBlock } from '../src/wire/asterix/encode.ts'
import { createAsterixRecordingFramer } from '../src/wire/asterix/recording.ts'
import { sharedData } from '../test/shared-data.ts'

/** Rates are per CPU-second, the garbage collector's threads included. */
export type AsterixFigures = {
  /** Real plots and service messages of two radars, or our fixtures where the recording is absent. */
  readonly source: string
  readonly records: number
  readonly bytesPerRecord: number
  readonly typedRecordsPerCpuS: number
  readonly jsonRecordsPerCpuS: number
  readonly encodedRecordsPerCpuS: number
  /** Part of the wall time of the typed run that the garbage collector took. */
  readonly garbageShare: number
  /** SHA-256 over the JSON: the same work was done. */
  readonly resultHash: string
}

/** Decodes the same blocks over and over: every item into typed records, the same as JSON text, and back to bytes. */
export async function runAsterixBench({ small }: { readonly small: boolean }): Promise<AsterixFigures> {
  const { source, blocks } = inputs()
  const decoded = blocks.flatMap((bytes) => decodeAsterixDatagram(bytes))
  const known = decoded.filter((block): block is AsterixBlock => !isReject(block))
  const perRound = known.reduce((sum, block) => sum + ('records' in block ? block.records.length : 0), 0)
  const rounds = (records: number): number => Math.max(1, Math.round((small ? records / 200 : records) / perRound))
  const typed = (): number => {
    let count = 0
    for (const bytes of blocks) count += decodeAsterixDatagram(bytes).length
    return count
  }
  const json = (): number => {
    let count = 0
    for (const bytes of blocks) count += JSON.stringify(decodeAsterixDatagram(bytes)).length
    return count
  }
  const encoded = (): number => {
    let count = 0
    for (const block of known) count += (encodeAsterixBlock(block) as Uint8Array).length
    return count
  }
  repeat(typed, rounds(1_000_000))
  let collectedMs = 0
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) collectedMs += entry.duration
  })
  observer.observe({ entryTypes: ['gc'] })
  const started = performance.now()
  const typedRate = rate(typed, rounds(6_000_000), perRound)
  const wallMs = performance.now() - started
  // The observer hears of collections a little after they were.
  await setTimeout(100)
  observer.disconnect()
  repeat(json, rounds(100_000))
  const jsonRate = rate(json, rounds(600_000), perRound)
  const encodedRate = rate(encoded, rounds(100_000), perRound)
  return {
    source,
    records: perRound,
    bytesPerRecord: Math.round(blocks.reduce((sum, bytes) => sum + bytes.length, 0) / perRound),
    typedRecordsPerCpuS: typedRate,
    jsonRecordsPerCpuS: jsonRate,
    encodedRecordsPerCpuS: encodedRate,
    garbageShare: Math.round((collectedMs / wallMs) * 1000) / 1000,
    resultHash: hash('sha256', JSON.stringify(decoded)).slice(0, 16),
  }
}

function inputs(): { readonly source: string; readonly blocks: readonly Uint8Array[] } {
  const recording = sharedData('asterix', 'cat_034_048.pcap')
  if (recording === undefined) {
    const folder = resolve(import.meta.dirname, '..', 'test', 'fixtures', 'asterix')
    const names = ['cat015-drone-plot', 'cat021-drone', 'cat034-north-marker', 'cat048-two-plots', 'cat062-track']
    return {
      source: 'fixtures',
      blocks: names.map((name) => Buffer.from(readFileSync(join(folder, `${name}.asterix.hex`), 'utf8').trim(), 'hex')),
    }
  }
  const framer = createAsterixRecordingFramer({ maxFrameBytes: 65535 })
  framer.push(readFileSync(recording))
  const blocks: Uint8Array[] = []
  for (let piece = framer.next(); piece !== undefined; piece = framer.next()) if (!isReject(piece)) blocks.push(piece)
  return { source: 'cat_034_048.pcap', blocks }
}

function repeat(work: () => number, times: number): number {
  let total = 0
  for (let i = 0; i < times; i++) total += work()
  return total
}

function rate(work: () => number, times: number, perRound: number): number {
  const before = process.cpuUsage()
  repeat(work, times)
  const { user, system } = process.cpuUsage(before)
  return Math.round((times * perRound * 1e6) / (user + system))
}
