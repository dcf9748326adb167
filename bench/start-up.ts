/** How long a user waits: from the start of the process to an answering server, and to the first alert of the demo. */
import { freePorts, sessionCookie, startServer } from './server-process.ts'

type AlertList = { items: { state: string }[] }

async function untilFirstAlert(base: string, timeoutMs: number): Promise<void> {
  const cookie = await sessionCookie(base)
  const deadline = Date.now() + timeoutMs
  while (Date.now() < deadline) {
    const answer = await fetch(`${base}/api/v1/alerts`, { headers: { cookie } })
    if (answer.ok && ((await answer.json()) as AlertList).items.length > 0) return
    await new Promise((wake) => setTimeout(wake, 50))
  }
  throw new Error('no alert came')
}

export async function runStartUpBench(options: { small: boolean }): Promise<Record<string, number>> {
  const ready: number[] = []
  const alert: number[] = []
  for (let run = 0; run < (options.small ? 1 : 5); run += 1) {
    const startedMs = performance.now()
    const server = await startServer(['demo'], await freePorts())
    ready.push(performance.now() - startedMs)
    await untilFirstAlert(server.base, 60_000)
    alert.push(performance.now() - startedMs)
    await server.stop()
  }
  const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
  return { runs: ready.length, readyMs: Math.round(median(ready)), firstAlertMs: Math.round(median(alert)) }
}
