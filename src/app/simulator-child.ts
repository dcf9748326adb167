import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { ClockSegment } from '../io/event-clock.ts'

/**
 * The simulator as a process of its own: it shares nothing with the room but the event's files, the doors and the clock. The first message tells
 * it everything; later ones, that the clock goes on otherwise. When our end of the channel closes, it ends.
 *
 * doors    addresses, `host:port`, by the kind of door
 * clock    segments of the event clock, also ones that have not begun
 */
export type SimulatorOrder = {
  readonly kind: 'begin'
  readonly eventDir: string
  readonly scenario: string
  readonly doors: Readonly<Partial<Record<'sapient' | 'beast' | 'sbs', string>>>
  readonly ingestUrl: string
  readonly clock: readonly ClockSegment[]
}
export type SimulatorClock = { readonly kind: 'clock'; readonly clock: readonly ClockSegment[] }
export type SimulatorMessage = SimulatorOrder | SimulatorClock

export interface Simulator {
  readonly pid: number | undefined
  tellClock(clock: readonly ClockSegment[]): void
  /** Resolves when it has ended, by force after half a second. */
  stop(): Promise<void>
}

const PROCESS = join(import.meta.dirname, 'sim-process.ts')
const PATIENCE_MS = 500

/** ended: called if it ends without having been stopped. */
export function startSimulator(order: Omit<SimulatorOrder, 'kind'>, log: (line: string) => void, ended: (why: string) => void): Simulator {
  const child = fork(PROCESS, [], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let stopping = false
  forwardLines(child, log)
  const gone = new Promise<void>((done) => {
    child.once('error', (error) => {
      if (!stopping) ended(error.message)
      done()
    })
    child.once('exit', (code, signal) => {
      if (!stopping) ended(signal === null ? `code ${code}` : signal)
      done()
    })
  })
  const send = (message: SimulatorMessage) => {
    if (child.connected) child.send(message, (error) => error && !stopping && log(`simulator: ${error.message}`))
  }
  send({ kind: 'begin', ...order })
  return {
    pid: child.pid,
    tellClock: (clock) => send({ kind: 'clock', clock }),
    async stop() {
      stopping = true
      child.kill('SIGTERM')
      const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
      await gone
      clearTimeout(force)
    },
  }
}

function forwardLines(child: ChildProcess, log: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.trim() !== '') log(`simulator: ${line}`)
    })
  }
}
