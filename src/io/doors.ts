import type { FeedDefinition } from '../model/event.ts'
import { createBeastFramer } from '../wire/adsb/framing.ts'
import type { Framer, FramerLimits } from '../wire/framer.ts'
import { createLineFramer } from '../wire/line-framer.ts'
import { createSapientFramer } from '../wire/sapient/v2/framing.ts'
import type { DoorHost, Doors } from './door-port.ts'
import { sealSapient } from './personal-sapient.ts'
import { createTcpDoor, type TcpDoor, type TcpDoorCounts } from './tcp-door.ts'
import type { Vault } from './vault.ts'

export type DoorOverrides = {
  /** Seals what a frame says of persons before anything else sees it. */
  readonly vault: Vault
  /** Ports in place of the event's, by door; 0 lets the system choose. */
  readonly ports?: Partial<Record<FeedDefinition['door'], number>>
  /** Address in place of the event's for doors that listen. */
  readonly bindHost?: string
  readonly log: (line: string) => void
}

export type TcpDoors = Doors & { counts(): ReadonlyMap<string, TcpDoorCounts> }

/** The door's port is taken, or may not be used by us. */
export class DoorNotOpened extends Error {
  override readonly name = 'DoorNotOpened'
}

const FRAMERS: Readonly<Record<Exclude<FeedDefinition['door'], 'json'>, (limits: FramerLimits) => Framer>> = {
  sapient: createSapientFramer,
  beast: createBeastFramer,
  sbs: createLineFramer,
}

/** Opens a TCP door for each feed that has one; generic JSON comes in over HTTP. All or none: if one cannot be opened, the others are closed again. */
export async function openTcpDoors(host: DoorHost, feeds: readonly FeedDefinition[], overrides: DoorOverrides): Promise<TcpDoors> {
  const doors = new Map<string, TcpDoor>()
  const addresses: { feed: string; address: string }[] = []
  const doorOf = new Map<number, TcpDoor>()
  const stop = async () => {
    await Promise.all([...doors.values()].map((door) => door.stop()))
  }
  for (const declared of feeds) {
    if (declared.door === 'json') continue
    const feed = placed(declared, overrides)
    const door: TcpDoor = createTcpDoor({
      feed,
      createFramer: FRAMERS[declared.door],
      log: overrides.log,
      nowMs: () => host.nowMs(),
      fill: () => host.fill(),
      nextConnection: () => host.nextConnection(),
      onFrame: (connection, frame) => {
        const payload = feed.door === 'sapient' ? sealSapient(overrides.vault, host.nowMs(), frame) : frame
        host.submit({ type: 'frame', version: 1, source: feed.id, connection, payload })
      },
      onConnection(connection, payload) {
        if (payload.change === 'opened') doorOf.set(connection, door)
        if (payload.change === 'closed') doorOf.delete(connection)
        host.connectionChanged(feed.id, connection, payload)
      },
      onShed: (frames, bytes) => host.countShed(feed.id, frames, bytes, 'rate-limit'),
      onMisframed: (frames) => host.countShed(feed.id, frames, 0, 'framing'),
    })
    doors.set(feed.id, door)
    try {
      const at = await door.open()
      addresses.push({ feed: feed.id, address: at ? `${at.host}:${at.port}` : `to ${feed.host}:${feed.port}` })
    } catch (error) {
      await stop()
      throw notOpened(feed, error)
    }
  }
  return {
    reply: (connection, bytes, close) => doorOf.get(connection)?.reply(connection, bytes, close) ?? false,
    closeConnection: (connection, why) => doorOf.get(connection)?.disconnect(connection, why),
    addresses: () => addresses,
    counts: () => new Map([...doors].map(([feed, door]) => [feed, door.counts()])),
    stop,
  }
}

function placed(feed: FeedDefinition, { ports, bindHost }: DoorOverrides): FeedDefinition {
  const port = ports?.[feed.door] ?? feed.port
  return { ...feed, port, host: feed.mode === 'listen' && bindHost !== undefined ? bindHost : feed.host }
}

function notOpened(feed: FeedDefinition, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const at = `${feed.host}:${feed.port}`
  if (code === 'EADDRINUSE')
    return new DoorNotOpened(
      `port ${feed.port} for feed ${feed.id} (${feed.door}) is in use: stop what listens there, or choose another with --${feed.door}-port`,
      { cause: error },
    )
  if (code === 'EACCES')
    return new DoorNotOpened(
      `port ${feed.port} for feed ${feed.id} (${feed.door}) may not be opened by this user: choose one above 1023 with --${feed.door}-port`,
      { cause: error },
    )
  if (code === 'EADDRNOTAVAIL')
    return new DoorNotOpened(
      `feed ${feed.id} (${feed.door}) cannot listen on ${at}: this machine has no such address; correct host in the event's feeds`,
      { cause: error },
    )
  return error instanceof Error ? error : new Error(String(error))
}
