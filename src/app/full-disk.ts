import type { GapPayload } from '../model/entry.ts'
import type { StoredSnapshot } from '../model/journal.ts'
import type { Span } from './thread-messages.ts'

export type FullDiskSettings = {
  /** Ships everything so far, tells the journal to record again, and returns the last position before that. */
  readonly recordAgain: () => number
  /** Asks the engine for a snapshot of its state at that point. */
  readonly freeze: () => void
  readonly keepSnapshot: (snapshot: StoredSnapshot) => void
  readonly appendGap: (gap: GapPayload) => void
  /** Counts of shed frames wait while they could not be recorded. */
  readonly holdCounts: (hold: boolean) => void
}

/**
 * A full disk, from the first entry that could not be recorded to the `gap` that explains it. Meanwhile the room goes on
 * seeing: the engine is given what the journal loses, and a snapshot behind the gap says what it made of it.
 */
export interface FullDisk {
  /** True from the first loss until the gap is written. */
  active(): boolean
  onFull(): void
  onLost(lost: readonly Span[], frames: number): void
  onHandled(position: number): void
  onSpace(): void
  onFrozen(snapshot: StoredSnapshot): void
  /** Another engine has taken over: what the one before it was asked, it may never have answered. */
  onRestored(): void
}

export function createFullDisk(settings: FullDiskSettings): FullDisk {
  let active = false
  let from = 0
  let to = 0
  let frames = 0
  let endsAt: number | undefined
  let handled = 0
  let snapshot: StoredSnapshot | undefined

  const endIfPossible = () => {
    if (endsAt === undefined || snapshot === undefined || handled < endsAt) return
    settings.keepSnapshot(snapshot)
    if (from > 0)
      settings.appendGap({ from, to, frames, cause: 'disk-full', snapshot: { position: snapshot.position, sha256: snapshot.sha256 } })
    settings.holdCounts(false)
    active = false
    from = to = frames = 0
    endsAt = snapshot = undefined
  }
  return {
    active: () => active,
    onFull() {
      active = true
      endsAt = snapshot = undefined
      settings.holdCounts(true)
    },
    onLost(lost, lostFrames) {
      const first = lost[0]
      const last = lost[lost.length - 1]
      if (first === undefined || last === undefined) return
      if (from === 0) from = first.from
      to = Math.max(to, last.to)
      frames += lostFrames
    },
    onHandled(position) {
      handled = position
      endIfPossible()
    },
    onSpace() {
      endsAt = settings.recordAgain()
      settings.freeze()
    },
    onFrozen(taken) {
      if (endsAt === undefined || taken.position < endsAt) return
      snapshot = taken
      endIfPossible()
    },
    onRestored() {
      if (endsAt !== undefined && snapshot === undefined) settings.freeze()
    },
  }
}
