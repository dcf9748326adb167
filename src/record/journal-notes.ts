import {
  ENTRY_TYPES,
  gapPayload,
  poisonPayload,
  startPayload,
  type EntryType,
  type GapPayload,
  type PoisonPayload,
  type StartPayload,
} from '../model/entry.ts'
import type { JournalStore } from '../model/journal.ts'
import { openEntry } from './engine-run.ts'

/** What an entry of one of our own JSON types says, and where it stands. */
export type Note<T> = { readonly position: number; readonly atMs: number; readonly says: T }

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** All entries of a JSON type, in order. Throws where one is damaged. */
export function notesOf<T>(store: Pick<JournalStore, 'readOfType'>, type: EntryType, schema: { parse(value: unknown): T }): Note<T>[] {
  return store.readOfType(ENTRY_TYPES[type]).map((sealed) => {
    const entry = openEntry(sealed)
    return { position: entry.position, atMs: entry.atMs, says: schema.parse(JSON.parse(utf8.decode(entry.payload))) }
  })
}

export function startsOf(store: JournalStore): Note<StartPayload>[] {
  return notesOf(store, 'start', startPayload)
}

export function gapsOf(store: JournalStore): Note<GapPayload>[] {
  return notesOf(store, 'gap', gapPayload)
}

export function poisonsOf(store: JournalStore): Note<PoisonPayload>[] {
  return notesOf(store, 'poison', poisonPayload)
}
