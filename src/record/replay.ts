import type { Entry, GapPayload } from '../model/entry.ts'
import type { JournalStore } from '../model/journal.ts'
import type { Output } from '../model/picture.ts'
import { newEngineRun, openEntry, runEntry, skipEntry, type Engine, type EngineRun } from './engine-run.ts'
import { gapsOf, poisonsOf, type Note } from './journal-notes.ts'

/** Reads a snapshot's bytes: undefined where they are not those hashed. It is a parameter because `record/` knows no serialiser. */
export type Thaw = (bytes: Uint8Array, sha256: string) => unknown

export type ReplaySettings = {
  readonly engine: Engine
  readonly store: JournalStore
  readonly thaw: Thaw
  /** True where a snapshot of that build holds a state that this engine can go on from. */
  readonly ownBuild: (build: string) => boolean
}

/** One step of a replay. `run` is another object after a `gap` whose snapshot was taken up. */
export type ReplayStep = { readonly run: EngineRun; readonly entry: Entry; readonly outputs: readonly Output[]; readonly skipped: boolean }

const READ_ENTRIES = 2000

/** The newest state that a snapshot gives at or before `position`; else an empty one. */
export function restoreBefore({ engine, store, thaw, ownBuild }: ReplaySettings, position: number): EngineRun {
  for (let at = position; at > 0;) {
    const snapshot = store.snapshotBefore(at)
    if (snapshot === undefined) break
    const run = ownBuild(snapshot.build) ? thaw(snapshot.bytes, snapshot.sha256) : undefined
    if (isEngineRun(run) && run.position === snapshot.position) return run
    at = snapshot.position - 1
  }
  return newEngineRun(engine)
}

/**
 * Advances `from` over the journal up to `upTo`, entry by entry. Poisoned entries are passed over. Behind entries that
 * could not be recorded it goes on from the snapshot that their `gap` names, because the room's state did.
 */
export function* replayJournal(
  settings: ReplaySettings,
  from: EngineRun,
  upTo: number,
  beforeEach?: (entry: Entry) => void,
): Generator<ReplayStep, EngineRun> {
  const { engine, store } = settings
  const poisoned = new Set(poisonsOf(store).map((note) => note.says.position))
  const gaps = gapsOf(store)
  let run = from
  for (let next = run.position + 1; next <= upTo;) {
    const chunk = store.read(next, READ_ENTRIES)
    if (chunk.length === 0) break
    for (const sealed of chunk) {
      if (sealed.position > upTo) return run
      run = afterGaps(settings, gaps, run, sealed.position)
      const entry = openEntry(sealed)
      beforeEach?.(entry)
      const skipped = poisoned.has(entry.position)
      if (skipped) skipEntry(run, entry)
      yield { run, entry, outputs: skipped ? [] : runEntry(engine, run, entry), skipped }
      next = entry.position + 1
    }
  }
  return run
}

/** The state before the entry at `position`: that of a gap's snapshot where the gap lies between. */
function afterGaps(
  { store, thaw, ownBuild }: ReplaySettings,
  gaps: readonly Note<GapPayload>[],
  run: EngineRun,
  position: number,
): EngineRun {
  let state = run
  for (const { says } of gaps) {
    const { snapshot } = says
    if (snapshot === undefined || snapshot.position < state.position || snapshot.position >= position) continue
    const stored = store.snapshotAt(snapshot.position)
    if (stored === undefined || stored.sha256 !== snapshot.sha256 || !ownBuild(stored.build)) continue
    const thawed = thaw(stored.bytes, stored.sha256)
    if (isEngineRun(thawed)) state = thawed
  }
  return state
}

export function isEngineRun(value: unknown): value is EngineRun {
  return (
    typeof value === 'object' &&
    value !== null &&
    'state' in value &&
    'position' in value &&
    'outputsHash' in value &&
    'items' in value &&
    value.items instanceof Map &&
    'answers' in value &&
    value.answers instanceof Map
  )
}
