import { join } from 'node:path'
import { isEventErrors, loadEvent, type LoadedEvent } from '../event/load-event.ts'
import { formatEventError } from '../event/event-error.ts'
import type { OpenDoors } from '../io/door-port.ts'
import { openTcpDoors, type DoorOverrides, type TcpDoors } from '../io/doors.ts'
import { openPilot, openSerial } from '../io/personal.ts'
import { openVault, type Vault } from '../io/vault.ts'
import type { RoomPort } from '../serve/room-port.ts'
import { createMarsadServer, type MarsadServer } from '../serve/server.ts'
import { CannotGoOn } from './cannot-go-on.ts'
import type { OpenSealed } from './command-desk.ts'
import { openRoom, type Room } from './room.ts'
import { VERSION } from './version.ts'

/** What `demo` and `serve` share: an event, its room, its doors and the HTTP server before it. */

/** The vault lies beside the journal in the data folder, never in it. */
export function openEvent(eventDir: string, dataDir: string): LoadedEvent & { readonly vault: Vault } {
  const vault = openVault(join(dataDir, 'keys'))
  const loaded = loadEvent(eventDir, { token: (serial) => vault.token(serial) })
  if (!isEventErrors(loaded)) return { ...loaded, vault }
  const [first, ...more] = loaded
  throw new CannotGoOn(
    `${first === undefined ? `${eventDir} holds no event` : formatEventError(first)}${more.length > 0 ? `\n${more.map((each) => `  ${formatEventError(each)}`).join('\n')}` : ''}`,
  )
}

export type OpenedRoom = { readonly room: Room; readonly doors: () => TcpDoors | undefined }

export async function openRoomWithDoors(
  event: LoadedEvent & { readonly vault: Vault },
  options: {
    dataDir: string
    mode: 'demo' | 'serve'
    clock: { startMs: number | undefined; rate: number }
    ports: NonNullable<DoorOverrides['ports']>
    log: (line: string) => void
    onFatal?: (why: string) => void
  },
): Promise<OpenedRoom> {
  let doors: TcpDoors | undefined
  const openDoors: OpenDoors = async (host, feeds) =>
    (doors = await openTcpDoors(host, feeds, { vault: event.vault, ports: options.ports, log: options.log }))
  const { dataDir, mode, clock, log, onFatal } = options
  const room = await openRoom({
    event: event.event,
    dataDir,
    mode,
    clock,
    openDoors,
    openSealed: openSealedWith(event.vault),
    log,
    ...(onFatal && { onFatal }),
  })
  return { room, doors: () => doors }
}

export function openSealedWith(vault: Vault): OpenSealed {
  return ({ pilot, serial }) => {
    const place = pilot && openPilot(vault, pilot)
    const name = serial && openSerial(vault, serial)
    return { ...(place && { pilotLatDeg: place.latDeg, pilotLonDeg: place.lonDeg }), ...(name !== undefined && { serial: name }) }
  }
}

export const CONSOLE_FOLDER = join(import.meta.dirname, '..', '..', 'console', 'dist')

/** The HTTP server, listening. A taken port ends in one line that says what to do. */
export async function startServer(
  room: RoomPort,
  options: {
    vault: Vault
    person: string
    host: string
    port: number
    doors: () => TcpDoors | undefined
    log: (line: string) => void
    allowedHosts?: readonly string[]
  },
): Promise<{ server: MarsadServer; port: number }> {
  const { vault, person, host, port, doors, log, allowedHosts = [] } = options
  const server = await createMarsadServer({
    room,
    vault,
    person,
    consoleFolder: CONSOLE_FOLDER,
    version: VERSION,
    doors: () => doors()?.counts() ?? new Map(),
    allowedHosts,
    log,
  })
  try {
    return { server, port: (await server.listen(host, port)).port }
  } catch (error) {
    await server.close()
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') throw new CannotGoOn(`port ${port} is in use: stop what listens there, or choose another with --port`)
    if (code === 'EACCES') throw new CannotGoOn(`port ${port} may not be opened by this user: choose one above 1023 with --port`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new CannotGoOn(`this machine has no address ${host}: give one of its own with --host`)
    throw error
  }
}

/** Address for a browser on this machine. */
export function browserUrl(host: string, port: number, language: string | undefined): string {
  const name =
    host === '0.0.0.0' || host === '::' || host === '127.0.0.1' || host === '::1' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}/${language === undefined ? '' : `?lang=${language}`}`
}
