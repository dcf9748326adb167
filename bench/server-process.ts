/** Starts Marsad as its users do, a process of its own, and tells when it answers. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  server.close()
  await once(server, 'close')
  return address.port
}

export type Ports = { readonly http: number; readonly sapient: number; readonly beast: number; readonly sbs: number }

export async function freePorts(): Promise<Ports> {
  return { http: await freePort(), sapient: await freePort(), beast: await freePort(), sbs: await freePort() }
}

/** The port options that `demo` and `serve` share. */
export function portOptions(ports: Ports): string[] {
  return [
    '--port',
    String(ports.http),
    '--sapient-port',
    String(ports.sapient),
    '--beast-port',
    String(ports.beast),
    '--sbs-port',
    String(ports.sbs),
  ]
}

export type ServerProcess = { readonly child: ChildProcess; readonly base: string; readonly ports: Ports; stop(): Promise<void> }

/** Starts `marsad <args>` and waits until `/readyz` answers; throws with what it printed if it ends before or takes over `timeoutMs`. */
export async function startServer(args: readonly string[], ports: Ports, timeoutMs = 60_000): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(root, 'src/app/main.ts'), ...args, ...portOptions(ports)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout?.on('data', (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-4000)))
  child.stderr?.on('data', (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-4000)))
  const base = `http://127.0.0.1:${ports.http}`
  const deadline = Date.now() + timeoutMs
  for (;;) {
    if (child.exitCode !== null) throw new Error(`marsad ${args.join(' ')} ended with ${child.exitCode}: ${printed}`)
    if (Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`marsad ${args.join(' ')} was not ready in ${timeoutMs} ms: ${printed}`)
    }
    const ready = await fetch(`${base}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) break
    await new Promise((wake) => setTimeout(wake, 20))
  }
  return {
    child,
    base,
    ports,
    async stop() {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGINT')
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(timer)
    },
  }
}

/** A session cookie of the demo officer or of the person that `serve --as` named. */
export async function sessionCookie(base: string): Promise<string> {
  const answer = await fetch(`${base}/api/v1/session`)
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}
