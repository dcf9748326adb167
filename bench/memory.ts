/** Memory of the server after an hour of the demo on its event clock, run faster than real time. */
import { freePorts, sessionCookie, startServer } from './server-process.ts'

const SPEED = 30

async function residentMb(base: string): Promise<number> {
  const text = await fetch(`${base}/metrics`).then((answer) => answer.text())
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 1e6
}

/** Speed is a ratio of the event clock to the wall; the story loops, each loop with a new journal, as it does for a user. */
export async function runMemoryBench(options: { small: boolean }): Promise<Record<string, number>> {
  const hourMs = options.small ? 60_000 : 3_600_000
  const server = await startServer(['demo', '--speed', String(SPEED)], await freePorts())
  try {
    await sessionCookie(server.base)
    const firstMb = await residentMb(server.base)
    let highestMb = firstMb
    const endMs = performance.now() + hourMs / SPEED
    while (performance.now() < endMs) {
      await new Promise((wake) => setTimeout(wake, 1000))
      highestMb = Math.max(highestMb, await residentMb(server.base))
    }
    return {
      speed: SPEED,
      eventHours: hourMs / 3_600_000,
      firstMb: Math.round(firstMb),
      highestMb: Math.round(highestMb),
      lastMb: Math.round(await residentMb(server.base)),
    }
  } finally {
    await server.stop()
  }
}
