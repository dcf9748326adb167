import type { ConnectionPayload, EntryDraft } from '../model/entry.ts'
import type { FeedDefinition } from '../model/event.ts'

/**
 * Between the doors (sockets, this folder) and the sequencer (`app/`): doors frame bytes, seal personal fields and hand
 * drafts in; the room stamps them and tells the doors what to send back.
 */

/** What became of a draft. `shed` has already been counted by the sequencer and will stand in a `shed` entry. */
export type Submitted =
  | { readonly result: 'accepted'; readonly position: number }
  | { readonly result: 'shed'; readonly cause: 'overload' | 'quarantine' | 'stopping' }

/** `framing`: not shed but wrongly framed; the feed shows it as rejected. */
export type ShedCause = 'overload' | 'rate-limit' | 'quarantine' | 'disk-full' | 'stopping' | 'framing'

/** The room, as the doors see it. */
export interface DoorHost {
  /** Event clock, UTC ms. */
  nowMs(): number
  /** Number of the next connection within the journal, over all doors; also for one that will be refused. */
  nextConnection(): number
  /** Writes a `connection` entry. A peer in quarantine is turned away through `Doors.closeConnection`. */
  connectionChanged(feed: string, connection: number, payload: ConnectionPayload): void
  /** Stamps and records one entry. `draft.source` is the feed's id, `draft.connection` the number from `nextConnection`. */
  submit(draft: EntryDraft): Submitted
  /** Counts frames that the door itself dropped (its rate limit) or could not make out; they go into the next `shed` entry. */
  countShed(feed: string, frames: number, bytes: number, cause: ShedCause): void
  /** How full the queues behind are, 0..1. A stream door stops reading above 0.5, and nothing is lost. */
  fill(): number
}

/** The doors, as the room sees them. */
export interface Doors {
  /** Sends bytes to a connection, then ends it if `close`. False where the connection has gone or does not read: no fault of ours. */
  reply(connection: number, bytes: Uint8Array, close: boolean): boolean
  /** Ends a connection at once (quarantine). The door still calls `connectionChanged`. */
  closeConnection(connection: number, why: string): void
  /** What each door listens on, for the terminal, e.g. `{feed:'radar', address:'127.0.0.1:5020'}`. */
  addresses(): readonly { readonly feed: string; readonly address: string }[]
  stop(): Promise<void>
}

export type OpenDoors = (host: DoorHost, feeds: readonly FeedDefinition[]) => Promise<Doors>
