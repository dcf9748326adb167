import { z } from 'zod'

/**
 * What stands in the journal. `record/FORMAT.md` says how each byte lies; this file says what the fields mean.
 * A type is never changed: a new version of it is added, and `engine/upcast.ts` reads the old ones for ever.
 */
export const ENTRY_TYPES = {
  /** A process began or resumed to write: build, Node, architecture, event hash, mode. JSON `StartPayload`. */
  start: 1,
  /** The event clock's segment from here on. JSON `ClockPayload`. */
  clock: 2,
  /** Time went on. No payload. At least every 250 ms of the event clock. */
  tick: 3,
  /** A part of the event definition. JSON `EventPart`. */
  event: 4,
  /** A connection opened or closed on a door. JSON `ConnectionPayload`. */
  connection: 5,
  /** Bytes as received on a door, personal fields sealed. Raw bytes. */
  frame: 6,
  /** What a person asked for. JSON `CommandPayload`. */
  command: 7,
  /** Frames lost before the journal: overload, a rate limit, wrong framing and the like. JSON `ShedPayload`. */
  shed: 8,
  /** The entry at this position is skipped by every reader. JSON `PoisonPayload`. */
  poison: 9,
  /** Hash of all outputs up to and including a position. JSON `OutputsPayload`. */
  outputs: 10,
  /** Entries from..to could not be recorded. JSON `GapPayload`. */
  gap: 11,
  /** An effect was carried out, or failed. JSON `EffectDonePayload`. */
  'effect-done': 12,
} as const
export type EntryType = keyof typeof ENTRY_TYPES

/**
 * One entry.
 *
 * position  1, 2, 3, … in one journal; a hole is explained by a later `gap`
 * atMs      event clock, UTC ms since the epoch; never goes back
 * version   of the type, from 1
 * source    feed id for frames and connections, `session:<id>` for commands, `marsad` for our own
 * connection  number of the connection within this journal, 0 if none
 */
export type Entry = {
  readonly position: number
  readonly atMs: number
  readonly type: EntryType
  readonly version: number
  readonly source: string
  readonly connection: number
  readonly payload: Uint8Array
}

/** An entry before the journal's writer has stamped it. */
export type EntryDraft = Omit<Entry, 'position' | 'atMs'>

export const startPayload = z.object({
  build: z.string(),
  node: z.string(),
  arch: z.string(),
  eventHash: z.string(),
  /** Simulated nodes are refused in `serve`. */
  mode: z.enum(['demo', 'exercise', 'serve']),
  /** Identity of this journal's life; feed cursors carry it. */
  epoch: z.string(),
  /** True where this process resumed a journal that another began. */
  resumed: z.boolean(),
})
export type StartPayload = z.infer<typeof startPayload>

/** From this entry on: event time = eventMs + (wall - wallMs) * rate. */
export const clockPayload = z.object({ wallMs: z.number(), eventMs: z.number(), rate: z.number().positive() })
export type ClockPayload = z.infer<typeof clockPayload>

export const connectionPayload = z.object({
  change: z.enum(['opened', 'closed', 'refused']),
  /** Address of the other end as the door saw it. */
  peer: z.string(),
  why: z.string().optional(),
})
export type ConnectionPayload = z.infer<typeof connectionPayload>

export const shedPayload = z.object({
  /** `framing`: not shed but wrongly framed, so that there was no message to record. */
  cause: z.enum(['overload', 'rate-limit', 'quarantine', 'disk-full', 'stopping', 'framing']),
  feeds: z.array(z.object({ feed: z.string(), frames: z.number().int(), bytes: z.number().int() })),
})
export type ShedPayload = z.infer<typeof shedPayload>

export const poisonPayload = z.object({ position: z.number().int(), source: z.string(), connection: z.number().int(), why: z.string() })
export type PoisonPayload = z.infer<typeof poisonPayload>

export const outputsPayload = z.object({ upTo: z.number().int(), sha256: z.string() })
export type OutputsPayload = z.infer<typeof outputsPayload>

/** `snapshot`: the state after `to`, which the record alone cannot give any more; recomputing goes on from there. */
export const gapPayload = z.object({
  from: z.number().int(),
  to: z.number().int(),
  frames: z.number().int(),
  cause: z.string(),
  snapshot: z.object({ position: z.number().int(), sha256: z.string() }).optional(),
})
export type GapPayload = z.infer<typeof gapPayload>

export const effectDonePayload = z.object({ key: z.string(), result: z.enum(['done', 'failed']), why: z.string().optional() })
export type EffectDonePayload = z.infer<typeof effectDonePayload>
