import { isDeepStrictEqual } from 'node:util'
import { createRecorder } from '../../src/app/recorder.ts'
import { createSequencer, ownEntry, type Sequencer } from '../../src/app/sequencer.ts'
import { eventDrafts } from '../../src/app/journal-opening.ts'
import { toEntries } from '../../src/event/entries.ts'
import { createEventClock } from '../../src/io/event-clock.ts'
import { freeze, thaw } from '../../src/io/snapshot-codec.ts'
import type { Entry } from '../../src/model/entry.ts'
import type { JournalStore } from '../../src/model/journal.ts'
import type { Output } from '../../src/model/picture.ts'
import { leavesOf } from '../../src/record/entry-batch.ts'
import { decodeEntry } from '../../src/record/entry-codec.ts'
import { newEngineRun, runEntry, type Engine, type EngineRun } from '../../src/record/engine-run.ts'
import { eventHashOf } from '../../src/record/event-hash.ts'
import { FIRST_SEAL } from '../../src/record/seal.ts'
import { verifyJournal, type VerifySettings } from '../../src/record/verify.ts'
import * as fake from './fake-engine.ts'
import { smallEvent } from './small-event.ts'

export const BUILD = '0.1.0+gtest.e0123456789ab'
export const fakeEngine: Engine = {
  newState: fake.newEngineState,
  advance: fake.advance as (state: unknown, entry: Entry) => readonly Output[],
}

/** Writes a record by the real sequencer, codec, recorder and engine run, in one thread and with a clock of its own. */
export type Writing = {
  readonly sequencer: Sequencer
  readonly run: EngineRun
  tick(ms: number): void
  frame(...bytes: number[]): number
  hashNow(): void
  freezeNow(): void
}

export function writeRecord(store: JournalStore, startMs = 1_669_402_200_000): Writing {
  let wallMs = 1_000_000
  const clock = createEventClock(() => wallMs, startMs, 1)
  const recorder = createRecorder(store, { release: () => undefined, rebuild: () => true }, FIRST_SEAL, () => undefined)
  const run = newEngineRun(fakeEngine)
  const sequencer = createSequencer({
    clock,
    last: { position: 0, atMs: 0 },
    maxWaitingEntries: 1e6,
    maxWaitingBytes: 1e9,
    ship(batch, last) {
      for (const leaf of leavesOf(batch)) runEntry(fakeEngine, run, decodeEntry(leaf.subarray(1)) as Entry)
      recorder.take([batch])
      sequencer.progress(last)
    },
  })
  const drafts = eventDrafts(toEntries(smallEvent()))
  const start = {
    build: BUILD,
    node: process.version,
    arch: process.arch,
    eventHash: eventHashOf(drafts.map((draft) => draft.payload)),
    mode: 'exercise',
    epoch: 'trial',
    resumed: false,
  }
  for (const draft of [ownEntry('start', start), ownEntry('clock', clock.segments()[0]), ...drafts]) sequencer.append(draft)
  sequencer.flush()
  return {
    sequencer,
    run,
    tick(ms) {
      wallMs += ms
      sequencer.onTimer()
      sequencer.flush()
    },
    frame(...bytes) {
      return sequencer.append({ type: 'frame', version: 1, source: 'radar', connection: 1, payload: new Uint8Array(bytes) })
    },
    hashNow() {
      sequencer.flush()
      sequencer.append(ownEntry('outputs', { upTo: run.position, sha256: run.outputsHash }))
      sequencer.flush()
    },
    freezeNow() {
      sequencer.flush()
      store.putSnapshot({ position: run.position, build: BUILD, pinned: false, ...freeze(run) })
    },
  }
}

export function verifySettings(store: JournalStore, more: Partial<VerifySettings> = {}): VerifySettings {
  return { store, engine: fakeEngine, thaw, ownBuild: (build) => build === BUILD, sameValue: isDeepStrictEqual, witnesses: [], ...more }
}

export function verifyStore(store: JournalStore, more: Partial<VerifySettings> = {}) {
  return verifyJournal(verifySettings(store, more))
}
