import { connectionPayload, ENTRY_TYPES, type EntryDraft } from '../model/entry.ts'
import type { EventPart } from '../model/event.ts'
import { hasJournal, openSqliteStore } from '../io/sqlite-store.ts'
import { gapsOf, notesOf, startsOf } from '../record/journal-notes.ts'
import { eventHashOf, lastDefinition } from '../record/event-hash.ts'
import { openEntry } from '../record/engine-run.ts'
import { holesOf } from '../record/holes.ts'
import { ownEntry } from './sequencer.ts'
import type { Span } from './thread-messages.ts'

/** How a journal stands before a process begins to write to it. */
export type JournalOpening = {
  readonly fresh: boolean
  /** False where the first process ended before the whole event definition was durable: it is written again. */
  readonly eventKnown: boolean
  readonly last: { readonly position: number; readonly atMs: number }
  /** Numbers are given once in a journal. */
  readonly nextConnection: number
  /** Connections that the last process left open. */
  readonly leftOpen: readonly { readonly connection: number; readonly source: string; readonly peer: string }[]
  /** Missing positions that no `gap` explains yet: the last process ended while its disk was full. */
  readonly holes: readonly Span[]
}

/** The journal in this folder cannot be gone on with; the message says what to do. */
export class JournalRefused extends Error {
  override readonly name = 'JournalRefused'
}

export function eventDrafts(parts: readonly EventPart[]): EntryDraft[] {
  return parts.map((part) => ownEntry('event', part))
}

/** Reads what is there. Throws `JournalRefused` where it records another event than `eventHash`. */
export function readOpening(folder: string, eventHash: string): JournalOpening {
  const nothing: JournalOpening = {
    fresh: true,
    eventKnown: false,
    last: { position: 0, atMs: 0 },
    nextConnection: 1,
    leftOpen: [],
    holes: [],
  }
  if (!hasJournal(folder)) return nothing
  const store = openSqliteStore({ folder, access: 'read' })
  try {
    const last = store.lastGroup()
    if (last === undefined) return nothing
    const newest = store.read(last.lastPosition, 1)[0]
    if (newest === undefined) throw new JournalRefused(`the journal in ${folder} ends before its last group: run marsad verify`)
    const starts = startsOf(store)
    const first = starts[0]
    if (first === undefined) throw new JournalRefused(`the journal in ${folder} has no start entry: run marsad verify`)
    if (first.says.eventHash !== eventHash)
      throw new JournalRefused(
        `the journal in ${folder} records another event definition (hash ${first.says.eventHash.slice(0, 12)}, this one has ${eventHash.slice(0, 12)}): name another folder with --data, or bring back the event's files as they were`,
      )
    const eventKnown =
      eventHashOf(lastDefinition(store.readOfType(ENTRY_TYPES.event).map((sealed) => openEntry(sealed).payload))) === eventHash
    return {
      fresh: false,
      eventKnown,
      last: { position: last.lastPosition, atMs: newest.atMs },
      ...connectionsOf(store),
      holes: holesOf(store, gapsOf(store)),
    }
  } finally {
    store.close()
  }
}

function connectionsOf(store: Parameters<typeof startsOf>[0]): Pick<JournalOpening, 'nextConnection' | 'leftOpen'> {
  const open = new Map<number, { connection: number; source: string; peer: string }>()
  let highest = 0
  const entries = store.readOfType(ENTRY_TYPES.connection).map(openEntry)
  const notes = notesOf(store, 'connection', connectionPayload)
  for (const [i, { connection, source }] of entries.entries()) {
    const { change, peer } = notes[i]!.says
    highest = Math.max(highest, connection)
    if (change === 'opened') open.set(connection, { connection, source, peer })
    else open.delete(connection)
  }
  return { nextConnection: highest + 1, leftOpen: [...open.values()] }
}
