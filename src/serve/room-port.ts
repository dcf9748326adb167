import type { ClockView, CommandAnswer, Problem } from '../model/api.ts'
import type { CommandPayload } from '../model/command.ts'
import type { FeedId } from '../model/ids.ts'
import type { PictureStore } from './picture-store.ts'

/** What a feed's bytes met at the sequencer: a place in the journal, or the reason why there was none. */
export type IngestAnswer = { readonly accepted: true; readonly position: number } | { readonly accepted: false; readonly problem: Problem }

/** How the room itself is, for `/healthz`, `/readyz`, `/metrics` and the terminal. */
export type RoomHealth = {
  /** The engine has applied the event definition and follows the journal. */
  readonly ready: boolean
  /** undefined while all is well; else what is wrong, in a word: `disk-full`, `engine-restarting`, `engine-behind`, `stopping`. */
  readonly trouble: string | undefined
  /** Last position that has been given out, that is durable, that the engine has applied. */
  readonly assigned: number
  readonly committed: number
  readonly applied: number
  /** Frames that were shed before the journal since the process began. */
  readonly shedFrames: number
  readonly poisoned: number
}

/**
 * One running event as `serve` sees it. `app/room.ts` implements it for a live journal, `app/replay-room.ts` for a recorded one.
 */
export interface RoomPort {
  /** Identity of the journal's life; another after `restart()`. */
  readonly epoch: string
  readonly mode: 'demo' | 'exercise' | 'serve' | 'replay'
  /** The picture before `release()`; another object after `restart()`. */
  readonly picture: PictureStore
  clock(): ClockView
  nowMs(): number
  /** Position of the last entry that is durable. */
  committedPosition(): number
  health(): RoomHealth
  /** Answers once the command is durable and applied; the same key is answered the same again. Throws `CommandUnavailable` where the record cannot take it. */
  command(payload: CommandPayload): Promise<CommandAnswer>
  /** One framed message for a feed from the REST door; the room gives it a connection of its own per peer. */
  ingest(feed: FeedId, bytes: Uint8Array, peer: string): IngestAnswer
  /** Begins a new journal from the start of the story. Demo only; elsewhere it throws. */
  restart(): Promise<void>
  /** Called after each `restart()`, when `epoch` and `picture` are others. Returns the way to stop listening. */
  onRestart(listener: () => void): () => void
  stop(): Promise<void>
}

/** The record cannot take a command (disk full, stopping, replay): the API answers 503 with these words. */
export class CommandUnavailable extends Error {
  override readonly name = 'CommandUnavailable'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}
