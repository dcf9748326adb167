import type { TcpDoors } from '../io/doors.ts'
import type { FeedDefinition } from '../model/event.ts'
import type { RoomPort } from '../serve/room-port.ts'
import { table } from './terminal-screen.ts'

/** What each door has taken, for the terminal: the engine's counts where it has spoken, the door's own beside them. */
export function doorRows(room: RoomPort, feeds: readonly FeedDefinition[], doors: TcpDoors | undefined, httpPort: number): string[] {
  const counts = doors?.counts()
  const addresses = doors?.addresses() ?? []
  const rows = feeds.map(({ id, door: kind }) => {
    const feed = room.picture.get('feed', id)
    const door = counts?.get(id)
    const address = kind === 'json' ? `HTTP ${httpPort}` : (addresses.find((each) => each.feed === id)?.address ?? '')
    return [
      id,
      address,
      door?.connections ?? feed?.connections ?? 0,
      feed?.frames ?? 0,
      feed?.accepted ?? 0,
      feed?.rejected ?? 0,
      (feed?.shed ?? 0) + (door?.refused ?? 0),
      feed?.state ?? 'waiting',
    ]
  })
  return table([['door', 'listens on', 'connected', 'frames', 'accepted', 'rejected', 'shed', ''], ...rows])
}
