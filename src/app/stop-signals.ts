/** Ctrl-C ends within two seconds: what is not done by then is cut off, and the journal stands that as it stands a power cut. */
const PATIENCE_MS = 1900

/** Calls `stop` once at the first SIGINT, SIGTERM or SIGHUP, then ends the process. */
export function onStopSignal(stop: () => Promise<void>): void {
  let stopping = false
  const begin = () => {
    if (stopping) return
    stopping = true
    const patience = setTimeout(() => {
      process.stderr.write('marsad: not everything ended in time; the record is whole up to its last commit\n')
      process.exit(0)
    }, PATIENCE_MS)
    stop().then(
      () => {
        clearTimeout(patience)
        process.exit(0)
      },
      (error: unknown) => {
        process.stderr.write(`marsad: while stopping: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, begin)
}
