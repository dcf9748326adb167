import type { TcpDoors } from '../io/doors.ts'
import type { RoomPort } from '../serve/room-port.ts'
import { table } from './terminal-screen.ts'

/** What each door has taken, for the terminal: the engine's counts where it has spoken, the door's own beside them. */
export function doorRows(room: RoomPort, doors: TcpDoors | undefined, addresses: readonly { readonly feed: string; readonly address: string }[], httpPort: number): string[] {
  const counts = doors?.counts()
  const rows = room.picture.ofKind('feed').map((feed) => {
    const door = counts?.get(feed.id)
    const address = addresses.find((each) => each.feed === feed.id)?.address ?? `http ${httpPort}`
    return [feed.id, address, door?.connections ?? feed.connections, feed.frames, feed.accepted, feed.rejected + (door?.framingErrors ?? 0), feed.shed + (door?.refused ?? 0), feed.state]
  })
  return table([['door', 'listens on', 'connected', 'frames', 'accepted', 'rejected', 'shed', ''], ...rows])
}
