import type { StoredSnapshot } from '../model/journal.ts'
import type { Item, Output } from '../model/picture.ts'
import type { Answer } from '../record/engine-run.ts'

/** What the main thread, the journal's thread and the engine's worker say to each other. Batches are laid out as `record/entry-batch.ts` says. */

export type JournalIn =
  | { readonly kind: 'batch'; readonly batch: ArrayBuffer }
  | { readonly kind: 'snapshot'; readonly snapshot: StoredSnapshot }
  /** There is room again: what comes after this message is recorded as always. */
  | { readonly kind: 'record-again' }
  | { readonly kind: 'close' }

export type JournalOut =
  | { readonly kind: 'ready' }
  /** `handled`: last position that was committed or given up; `committed`: last that is durable; `lost`: spans given up, and how many frames were in them. */
  | {
      readonly kind: 'progress'
      readonly handled: number
      readonly committed: number
      readonly lost: readonly Span[]
      readonly lostFrames: number
    }
  | { readonly kind: 'full' }
  | { readonly kind: 'space' }
  | { readonly kind: 'fatal'; readonly why: string }
  | { readonly kind: 'closed' }

/** Positions, both ends included. */
export type Span = { readonly from: number; readonly to: number }

export type JournalWorkerData = {
  readonly folder: string
  readonly reserveFolder: string
  readonly reserveBytes: number
  readonly maxPages: number | undefined
}

export type EngineIn =
  /** Restore the newest snapshot and replay the journal up to `upTo`; outputs up to `silentUpTo` have been told before. */
  | { readonly kind: 'begin'; readonly upTo: number; readonly silentUpTo: number }
  | { readonly kind: 'batch'; readonly batch: ArrayBuffer }
  /** Tell the running hash and a snapshot now. */
  | { readonly kind: 'freeze' }

export type EngineOut =
  | {
      readonly kind: 'restored'
      readonly position: number
      readonly atMs: number
      readonly items: readonly Item[]
      readonly answers: readonly (readonly [string, Answer])[]
    }
  | { readonly kind: 'applied'; readonly position: number; readonly atMs: number; readonly results: readonly EntryResult[] }
  | { readonly kind: 'threw'; readonly position: number; readonly why: string }
  | { readonly kind: 'hash'; readonly upTo: number; readonly sha256: string }
  | { readonly kind: 'frozen'; readonly asked: boolean; readonly snapshot: StoredSnapshot }
  | { readonly kind: 'failed'; readonly why: string }

export type EntryResult = { readonly position: number; readonly atMs: number; readonly outputs: readonly Output[] }

export type EngineWorkerData = {
  /** URL of a module that exports `newEngineState` and `advance`. */
  readonly engineModule: string
  readonly folder: string
  readonly build: string
  /** Two 64-bit cells: position and connection of the entry that is being advanced, 0 between entries. */
  readonly watch: SharedArrayBuffer
  readonly snapshotEntries: number
  readonly snapshotMs: number
  readonly hashEntries: number
}
