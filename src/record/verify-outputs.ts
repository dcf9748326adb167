import { outputsPayload, type OutputsPayload } from '../model/entry.ts'
import type { JournalStore } from '../model/journal.ts'
import { newEngineRun, type Engine, type EngineRun } from './engine-run.ts'
import { gapsOf, notesOf, startsOf, type Note } from './journal-notes.ts'
import { replayJournal, type Thaw } from './replay.ts'
import type { Fault } from './verify-chain.ts'

export type OutputsSettings = {
  readonly engine: Engine
  readonly store: JournalStore
  readonly thaw: Thaw
  /** True where that build's outputs are this engine's. */
  readonly ownBuild: (build: string) => boolean
  /** Deep equality of plain data. */
  readonly sameValue: (a: unknown, b: unknown) => boolean
  readonly onProgress?: (position: number) => void
}

/** Positions, both ends included, and what is to be said of them. */
export type NamedSpan = { readonly from: number; readonly to: number; readonly why: string }

export type OutputsReport = {
  readonly faults: Fault[]
  /** Hashes in the record that this engine gave again. */
  readonly compared: number
  /** Spans that another build wrote: `why` is that build. */
  readonly otherBuilds: NamedSpan[]
  /** Spans in which the room saw what the record does not hold. */
  readonly unproven: NamedSpan[]
  readonly snapshotsCompared: number
}

/** Runs this engine over the whole journal and compares every output hash and snapshot that a process of the same engine wrote. */
export function verifyOutputs(settings: OutputsSettings): OutputsReport {
  const { store, ownBuild } = settings
  const last = store.lastGroup()?.lastPosition ?? 0
  const lives = livesOf(store, last)
  const unproven = unprovenSpans(settings, last)
  const report = {
    faults: [] as Fault[],
    compared: 0,
    otherBuilds: lives.filter((life) => !ownBuild(life.why)),
    unproven,
    snapshotsCompared: 0,
  }
  const own = lives.filter((life) => ownBuild(life.why))
  if (own.length === 0) return report
  const isOwn = (position: number) =>
    own.some((life) => position >= life.from && position <= life.to) &&
    !unproven.some((span) => position >= span.from && position <= span.to)
  const notes = notesOf(store, 'outputs', outputsPayload).filter((note) => isOwn(note.says.upTo) && isOwn(note.position))
  const snapshots = new Map(
    store
      .snapshots()
      .filter((each) => ownBuild(each.build) && isOwn(each.position))
      .map((each) => [each.position, each.sha256]),
  )
  return recompute(settings, last, notes, snapshots, report)
}

type Findings = { -readonly [K in keyof OutputsReport]: OutputsReport[K] }

function recompute(
  settings: OutputsSettings,
  last: number,
  notes: Note<OutputsPayload>[],
  snapshots: ReadonlyMap<number, string>,
  report: Findings,
): OutputsReport {
  const { engine, onProgress } = settings
  const waiting = notes.toSorted((a, b) => a.says.upTo - b.says.upTo)
  let run = newEngineRun(engine)
  let entered = 0
  const compareUpTo = (position: number) => {
    for (let note = waiting[0]; note !== undefined && note.says.upTo < position; note = waiting[0]) {
      waiting.shift()
      if (run.outputsHash === note.says.sha256) report.compared++
      else
        report.faults.push({
          position: note.position,
          what: `the outputs up to entry ${note.says.upTo} are not those that the room was offered`,
        })
    }
  }
  try {
    const beforeEach = (entry: { readonly position: number }) => {
      entered = entry.position
      compareUpTo(entered)
    }
    for (const step of replayJournal(settings, run, last, beforeEach)) {
      run = step.run
      const sha256 = snapshots.get(run.position)
      if (sha256 !== undefined) compareSnapshot(settings, run, sha256, report)
      if (run.position % 10_000 === 0) onProgress?.(run.position)
    }
    compareUpTo(last + 1)
  } catch (error) {
    report.faults.push({
      position: entered,
      what: `the engine cannot get past this entry: ${error instanceof Error ? error.message : String(error)}`,
    })
  }
  return report
}

function compareSnapshot({ store, thaw, sameValue }: OutputsSettings, run: EngineRun, sha256: string, report: Findings): void {
  const stored = store.snapshotAt(run.position)
  const kept = stored === undefined || stored.sha256 !== sha256 ? undefined : thaw(stored.bytes, sha256)
  if (kept !== undefined && sameValue(kept, run)) report.snapshotsCompared++
  else
    report.faults.push({
      position: run.position,
      what: 'the snapshot behind this entry is not the state that the record gives: delete it, the room is restored from the record',
    })
}

/** From each start to the next: `why` is the build that wrote. */
function livesOf(store: JournalStore, last: number): NamedSpan[] {
  const starts = startsOf(store)
  return starts.map((start, i) => ({ from: start.position, to: (starts[i + 1]?.position ?? last + 1) - 1, why: start.says.build }))
}

/**
 * What was shown between a loss and the snapshot behind it cannot be recomputed. Without a snapshot that this build can
 * read, that holds to the end; a loss that ended with its process is over at the next start, which goes on from the record.
 */
function unprovenSpans({ store, ownBuild }: OutputsSettings, last: number): NamedSpan[] {
  const kept = store.snapshots()
  return gapsOf(store).map(({ says, position }) => {
    const why = `${says.frames} frames could not be recorded (${says.cause})`
    const { snapshot } = says
    if (snapshot === undefined) return { from: says.from, to: position, why }
    if (kept.some((each) => each.position === snapshot.position && each.sha256 === snapshot.sha256 && ownBuild(each.build)))
      return { from: says.from, to: snapshot.position, why }
    const missing = `${why}; the snapshot that would let it go on is missing or of another build`
    return { from: says.from, to: last, why: missing }
  })
}
