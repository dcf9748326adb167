import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { assert } from '../base/assert.ts'
import { reserveIn } from '../io/data-folder.ts'
import { noteHead } from '../io/head-file.ts'
import { openSqliteStore } from '../io/sqlite-store.ts'
import { sealStateOf } from '../record/seal.ts'
import { createRecorder, type Recorder } from './recorder.ts'
import type { JournalIn, JournalOut, JournalWorkerData } from './thread-messages.ts'

/** The journal's own thread: the only writer of the record. It waits for the disk so that nobody else has to. */
const PROBE_MS = 1000
/** Batches that have come in while the last commit ran are committed together, up to this many bytes. */
const MAX_DRAIN_BYTES = 1 << 20
const NOTE_HEAD_MS = 10_000

assert(parentPort !== null, 'runs as a worker')
const port = parentPort
const data = workerData as JournalWorkerData
const tell = (message: JournalOut) => port.postMessage(message)
const store = openSqliteStore({ folder: data.folder, access: 'write', ...(data.maxPages !== undefined && { maxPages: data.maxPages }) })
const recorder = openRecorder()
const probing = setInterval(() => guard(() => recorder.probe()), PROBE_MS)

let notedAtMs = performance.now()
port.on('message', (message: JournalIn) => guard(() => take(message)))
tell({ kind: 'ready' })

function openRecorder(): Recorder {
  const last = store.lastGroup()
  const seal = sealStateOf(last, store.frontier())
  if (seal === undefined) throw new Error(`the tree of ${data.folder} does not fit its last group: run marsad verify`)
  store.dropSnapshotsAfter(last?.lastPosition ?? 0)
  const reserve = reserveIn(data.reserveFolder, data.reserveBytes)
  reserve.rebuild()
  return createRecorder(store, reserve, seal, tell)
}

function take(message: JournalIn): void {
  const batches: ArrayBuffer[] = []
  let bytes = 0
  let next: JournalIn | undefined = message
  while (next?.kind === 'batch') {
    batches.push(next.batch)
    bytes += next.batch.byteLength
    next = bytes < MAX_DRAIN_BYTES ? (receiveMessageOnPort(port)?.message as JournalIn | undefined) : undefined
  }
  if (batches.length > 0) recorder.take(batches)
  if (performance.now() - notedAtMs > NOTE_HEAD_MS && !recorder.full) noteLastHead()
  if (next !== undefined) takeOther(next)
}

function takeOther(message: Exclude<JournalIn, { kind: 'batch' }>): void {
  switch (message.kind) {
    case 'snapshot':
      keepSnapshot(message.snapshot)
      break
    case 'record-again':
      recorder.recordAgain()
      break
    case 'close':
      clearInterval(probing)
      if (!recorder.full) noteLastHead()
      store.close()
      tell({ kind: 'closed' })
      port.close()
      break
  }
}

function noteLastHead(): void {
  notedAtMs = performance.now()
  const last = store.lastGroup()
  if (last !== undefined) noteHead(data.folder, { treeSize: last.treeSize, head: Buffer.from(last.head).toString('hex') })
}

/** A snapshot is a short cut: where the disk is full it is left out, unless a `gap` rests on it. */
function keepSnapshot(snapshot: Extract<JournalIn, { kind: 'snapshot' }>['snapshot']): void {
  if (recorder.full && !snapshot.pinned) return
  const done = store.putSnapshot(snapshot)
  if (done.result === 'failed') throw new Error(`a snapshot could not be written: ${done.why}`)
}

/** After any failure the thread does nothing more: what it would write next might not be what is on the disk. */
function guard(work: () => void): void {
  try {
    work()
  } catch (error) {
    tell({ kind: 'fatal', why: error instanceof Error ? error.message : String(error) })
    clearInterval(probing)
    port.close()
  }
}
