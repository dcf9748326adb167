import { Worker } from 'node:worker_threads'
import { assert } from '../base/assert.ts'
import type { EngineIn, EngineOut, EngineWorkerData } from './thread-messages.ts'

const CHECK_MS = 100
const POISON_WINDOW_MS = 60_000
const MAX_ENGINE_HEAP_MB = 4096

export type SupervisorSettings = {
  readonly worker: Omit<EngineWorkerData, 'watch'>
  /** An entry that is advanced for longer than this trips the watchdog. */
  readonly watchdogMs: number
  /** More poisoned entries than this in a minute are no hostile sender but a broken engine. */
  readonly maxPoisons: number
  readonly onMessage: (message: EngineOut) => void
  /** Records that an entry is to be skipped, ships everything so far, and returns the last position given out. */
  readonly poison: (position: number, connection: number, why: string) => number
  /** Resolves when the journal has handled everything up to a position. */
  readonly handled: (position: number) => Promise<void>
  readonly onFatal: (why: string) => void
}

/** Keeps one engine worker going: watches it, ends it when an entry holds it up, and starts another that skips that entry. */
export interface Supervisor {
  begin(upTo: number, silentUpTo: number): void
  batch(batch: ArrayBuffer): void
  freeze(): void
  /** Position up to which results have been told. */
  applied(): number
  /** True while there is no engine that follows the journal. */
  replacing(): boolean
  stop(): Promise<void>
}

export function createSupervisor(settings: SupervisorSettings): Supervisor {
  return new EngineSupervisor(settings)
}

class EngineSupervisor implements Supervisor {
  readonly #settings: SupervisorSettings
  readonly #watch = new SharedArrayBuffer(16)
  readonly #cells = new BigInt64Array(this.#watch)
  readonly #timer: NodeJS.Timeout
  #worker: Worker
  /** Messages for the next worker while there is none that takes them. */
  #queue: EngineIn[] | undefined
  #applied = 0
  #seen = 0n
  #stuckMs = 0
  #poisonedAtMs: number[] = []
  #stopped = false

  constructor(settings: SupervisorSettings) {
    this.#settings = settings
    this.#worker = this.#spawn()
    this.#timer = setInterval(() => this.#check(), CHECK_MS)
  }

  begin(upTo: number, silentUpTo: number): void {
    this.#send({ kind: 'begin', upTo, silentUpTo })
  }

  batch(batch: ArrayBuffer): void {
    this.#send({ kind: 'batch', batch })
  }

  freeze(): void {
    this.#send({ kind: 'freeze' })
  }

  applied(): number {
    return this.#applied
  }

  replacing(): boolean {
    return this.#queue !== undefined
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    await this.#worker.terminate()
  }

  #send(message: EngineIn): void {
    if (this.#queue !== undefined) this.#queue.push(message)
    else this.#worker.postMessage(message, message.kind === 'batch' ? [message.batch] : [])
  }

  #spawn(): Worker {
    Atomics.store(this.#cells, 0, 0n)
    const workerData: EngineWorkerData = { ...this.#settings.worker, watch: this.#watch }
    const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), {
      workerData,
      name: 'marsad-engine',
      resourceLimits: { maxOldGenerationSizeMb: MAX_ENGINE_HEAP_MB },
    })
    worker.on('message', (message: EngineOut) => {
      if (worker === this.#worker) this.#take(message)
    })
    worker.on('error', (error) => {
      if (worker === this.#worker) this.#fell(error instanceof Error ? error.message : String(error))
    })
    return worker
  }

  #take(message: EngineOut): void {
    if (message.kind === 'threw') return this.#replace(message.position, message.why)
    if (message.kind === 'failed') return this.#settings.onFatal(`the engine failed outside any entry: ${message.why}`)
    if (message.kind === 'applied') this.#applied = Math.max(this.#applied, message.position)
    this.#settings.onMessage(message)
  }

  /** The thread itself is gone, of memory for one. */
  #fell(why: string): void {
    const position = Number(Atomics.load(this.#cells, 0))
    if (position === 0) this.#settings.onFatal(`the engine's worker ended: ${why}`)
    else this.#replace(position, why)
  }

  /** Counts only the checks that this thread was there for: where the whole process was suspended, nobody was stuck. */
  #check(): void {
    // The one that fell is being replaced: the position it fell at still stands in the cell.
    if (this.#queue !== undefined) return
    const position = Atomics.load(this.#cells, 0)
    this.#stuckMs = position !== 0n && position === this.#seen ? this.#stuckMs + CHECK_MS : 0
    this.#seen = position
    if (this.#stuckMs >= this.#settings.watchdogMs) this.#replace(Number(position), `took longer than ${this.#settings.watchdogMs} ms`)
  }

  #replace(position: number, why: string): void {
    assert(this.#queue === undefined || !this.#stopped, 'a stopped engine is not replaced')
    if (this.#stopped) return
    const connection = Number(Atomics.load(this.#cells, 1))
    const fallen = this.#worker
    this.#stuckMs = 0
    this.#seen = 0n
    this.#queue = []
    if (this.#poisonsTooOften()) {
      void fallen.terminate()
      this.#settings.onFatal(
        `more than ${this.#settings.maxPoisons} entries in ${POISON_WINDOW_MS / 1000} s broke the engine, the last with: ${why}`,
      )
      return
    }
    const cut = this.#settings.poison(position, connection, firstLine(why))
    this.#queue = []
    void this.#resume(fallen, cut)
  }

  /** What was shipped up to `cut` is replayed from the journal; what comes later waits in the queue. */
  async #resume(fallen: Worker, cut: number): Promise<void> {
    await fallen.terminate()
    await this.#settings.handled(cut)
    if (this.#stopped) return
    this.#worker = this.#spawn()
    const waiting = this.#queue ?? []
    this.#queue = undefined
    this.begin(cut, this.#applied)
    for (const message of waiting) this.#send(message)
  }

  #poisonsTooOften(): boolean {
    const nowMs = performance.now()
    this.#poisonedAtMs = [...this.#poisonedAtMs.filter((atMs) => nowMs - atMs < POISON_WINDOW_MS), nowMs]
    return this.#poisonedAtMs.length > this.#settings.maxPoisons
  }
}

function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').slice(0, 300)
}
