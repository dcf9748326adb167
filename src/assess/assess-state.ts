import type { AlertId, NodeId, TrackId } from '../model/ids.ts'
import { newAlertBook, type AlertBook } from './alert-book.ts'
import type { TrackMemory } from './track-memory.ts'

/** One folded line: many claims, no body. */
export type Fold = { alert: AlertId | undefined; readonly number: number; members: number; sinceMs: number }

/** A node whose silence may deserve an alert. */
export type SilentNode = { readonly sinceMs: number; alert: AlertId | undefined }

/** All that the stage remembers. Plain data: it is snapshotted and goes on the same. */
export type AssessState = {
  readonly tracks: Map<TrackId, TrackMemory>
  readonly alerts: AlertBook
  nextFold: number
  readonly folds: Map<number, Fold>
  readonly silentNodes: Map<NodeId, SilentNode>
  /** Last time that standing tracks without news were looked at again. */
  reviewedMs: number
}

export function newAssess(): AssessState {
  return { tracks: new Map(), alerts: newAlertBook(), nextFold: 1, folds: new Map(), silentNodes: new Map(), reviewedMs: 0 }
}
