import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '../base/assert.ts'
import { isReject } from '../base/reject.ts'
import type { Entry } from '../model/entry.ts'
import { sameEngine } from '../io/build-identity.ts'
import { freeze, thaw } from '../io/snapshot-codec.ts'
import { openSqliteStore } from '../io/sqlite-store.ts'
import { leavesOf } from '../record/entry-batch.ts'
import { decodeEntry } from '../record/entry-codec.ts'
import { newEngineRun, runEntry, type Engine, type EngineRun } from '../record/engine-run.ts'
import { replayJournal, restoreBefore } from '../record/replay.ts'
import { loadEngine } from './engine-module.ts'
import type { EngineIn, EngineOut, EngineWorkerData, EntryResult } from './thread-messages.ts'

/**
 * The engine's worker: advances entries in order and tells what came out. Before each entry it writes the entry's
 * position into shared memory; the supervisor ends this thread when the cell stands still.
 */
assert(parentPort !== null, 'runs as a worker')
const port = parentPort
const data = workerData as EngineWorkerData
const cell = new BigInt64Array(data.watch)
const tell = (message: EngineOut) => port.postMessage(message)
const engine: Engine = await loadEngine(data.engineModule)
/** A batch's results are told at least this often, so that a long batch does not hold back the picture. */
const MAX_RESULTS = 512

let run: EngineRun = newEngineRun(engine)
let frozenAt = { position: 0, atMs: 0 }
let spoilt = false

port.on('message', (message: EngineIn) => {
  if (spoilt) return
  try {
    take(message)
  } catch (error) {
    spoilt = true
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const position = Number(Atomics.load(cell, 0))
    tell(position === 0 ? { kind: 'failed', why } : { kind: 'threw', position, why })
  }
})

function take(message: EngineIn): void {
  switch (message.kind) {
    case 'begin':
      begin(message.upTo, message.silentUpTo)
      break
    case 'batch':
      advanceBatch(message.batch)
      break
    case 'freeze':
      freezeNow(true)
      break
  }
}

function begin(upTo: number, silentUpTo: number): void {
  const store = openSqliteStore({ folder: data.folder, access: 'read' })
  const results: EntryResult[] = []
  try {
    const settings = { engine, store, thaw, ownBuild: (build: string) => sameEngine(build, data.build) }
    run = restoreBefore(settings, upTo)
    frozenAt = { position: run.position, atMs: run.atMs }
    for (const step of replayJournal(settings, run, upTo, (entry) => watch(entry.position, entry.connection))) {
      run = step.run
      watch(0, 0)
      if (step.entry.position > silentUpTo && step.outputs.length > 0)
        results.push({ position: step.entry.position, atMs: step.entry.atMs, outputs: step.outputs })
    }
  } finally {
    store.close()
  }
  tell({ kind: 'restored', position: upTo, atMs: run.atMs, items: [...run.items.values()], answers: [...run.answers] })
  tell({ kind: 'applied', position: upTo, atMs: run.atMs, results })
}

function advanceBatch(batch: ArrayBuffer): void {
  let results: EntryResult[] = []
  for (const leaf of leavesOf(batch)) {
    const entry = decodeEntry(leaf.subarray(1))
    assert(!isReject(entry), 'a batch holds entries that the sequencer encoded')
    watch(entry.position, entry.connection)
    const outputs = runEntry(engine, run, entry)
    watch(0, 0)
    if (outputs.length > 0) results.push({ position: entry.position, atMs: entry.atMs, outputs })
    if (results.length >= MAX_RESULTS) {
      tell({ kind: 'applied', position: entry.position, atMs: entry.atMs, results })
      results = []
    }
    afterEntry(entry)
  }
  tell({ kind: 'applied', position: run.position, atMs: run.atMs, results })
}

/** Hashes and snapshots fall due by position and event time, so that two runs make them alike. */
function afterEntry(entry: Entry): void {
  if (entry.position % data.hashEntries === 0) tell({ kind: 'hash', upTo: entry.position, sha256: run.outputsHash })
  if (entry.type !== 'tick') return
  if (entry.position - frozenAt.position >= data.snapshotEntries || entry.atMs - frozenAt.atMs >= data.snapshotMs) freezeNow(false)
}

function freezeNow(asked: boolean): void {
  const { bytes, sha256 } = freeze(run)
  if (asked) tell({ kind: 'hash', upTo: run.position, sha256: run.outputsHash })
  frozenAt = { position: run.position, atMs: run.atMs }
  tell({ kind: 'frozen', asked, snapshot: { position: run.position, build: data.build, sha256, bytes, pinned: asked } })
}

function watch(position: number, connection: number): void {
  Atomics.store(cell, 1, BigInt(connection))
  Atomics.store(cell, 0, BigInt(position))
}
