import { Worker } from 'node:worker_threads'
import type { StoredSnapshot } from '../model/journal.ts'
import type { JournalIn, JournalOut, JournalWorkerData, Span } from './thread-messages.ts'

/** The journal's thread as the main thread sees it. */
export interface JournalThread {
  batch(batch: ArrayBuffer): void
  snapshot(snapshot: StoredSnapshot): void
  recordAgain(): void
  /** Last position that is durable. */
  committed(): number
  /** Last position that is durable or given up. */
  handled(): number
  /** Resolves when everything up to a position is handled. */
  whenHandled(position: number): Promise<void>
  close(): Promise<void>
}

export type JournalEvents = {
  readonly onProgress: (handled: number, lost: readonly Span[], lostFrames: number) => void
  readonly onFull: () => void
  readonly onSpace: () => void
  /** The record failed: nothing more may be answered. */
  readonly onFatal: (why: string) => void
}

/** Resolves when the thread has opened the store; rejects where it refuses. `last` is the last position of a journal that is resumed. */
export async function startJournalThread(data: JournalWorkerData, last: number, events: JournalEvents): Promise<JournalThread> {
  const worker = new Worker(new URL('./journal-worker.ts', import.meta.url), { workerData: data, name: 'marsad-journal' })
  const waiting: { position: number; resolve: () => void }[] = []
  let committed = last
  let handled = last
  let closed: (() => void) | undefined

  const take = (message: JournalOut) => {
    switch (message.kind) {
      case 'progress':
        handled = message.handled
        committed = Math.max(committed, message.committed)
        events.onProgress(handled, message.lost, message.lostFrames)
        while (waiting.length > 0 && waiting[0]!.position <= handled) waiting.shift()!.resolve()
        break
      case 'full':
        events.onFull()
        break
      case 'space':
        events.onSpace()
        break
      case 'fatal':
        events.onFatal(message.why)
        break
      case 'closed':
        closed?.()
        break
      case 'ready':
        break
    }
  }
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', () => {
      worker.off('error', reject)
      worker.on('error', (error) => events.onFatal(error instanceof Error ? error.message : String(error)))
      worker.on('message', take)
      resolve()
    })
  })
  const send = (message: JournalIn, transfer: ArrayBuffer[] = []) => worker.postMessage(message, transfer)
  return {
    batch: (batch) => send({ kind: 'batch', batch }, [batch]),
    snapshot: (snapshot) => send({ kind: 'snapshot', snapshot }),
    recordAgain: () => send({ kind: 'record-again' }),
    committed: () => committed,
    handled: () => handled,
    whenHandled: (position) =>
      handled >= position
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push({ position, resolve })
            waiting.sort((a, b) => a.position - b.position)
          }),
    close: () =>
      new Promise((resolve) => {
        closed = resolve
        worker.once('exit', () => resolve())
        send({ kind: 'close' })
      }),
  }
}
