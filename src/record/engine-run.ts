import { assert } from '../base/assert.ts'
import { isReject } from '../base/reject.ts'
import type { Outcome } from '../model/command.ts'
import type { SealedRef } from '../model/detection.ts'
import type { Entry } from '../model/entry.ts'
import type { SealedEntry } from '../model/journal.ts'
import type { Item, Output } from '../model/picture.ts'
import { decodeEntry } from './entry-codec.ts'
import { chainOutputs, FIRST_OUTPUT_HASH } from './output-hash.ts'

/** What is run over the journal: `engine/advance.ts`, or a test's own. The state is plain data. */
export type Engine = { readonly newState: () => unknown; readonly advance: (state: unknown, entry: Entry) => readonly Output[] }

/** What became of a command, kept so that its key is answered the same again, also after a restart. */
export type Answer = { readonly position: number; readonly outcome: Outcome; readonly pilot?: SealedRef; readonly serial?: SealedRef }

/**
 * The engine's state after `position`, with what its outputs have made so far: the whole picture, the answers and the
 * running hash. It is what a snapshot holds, and a function of the journal alone.
 */
export type EngineRun = {
  state: unknown
  position: number
  atMs: number
  outputsHash: string
  readonly items: Map<string, Item>
  readonly answers: Map<string, Answer>
}

export function newEngineRun(engine: Engine): EngineRun {
  return { state: engine.newState(), position: 0, atMs: 0, outputsHash: FIRST_OUTPUT_HASH, items: new Map(), answers: new Map() }
}

/** Keys of the oldest commands are forgotten beyond this many: a retry comes within minutes. */
const MAX_ANSWERS = 10_000

/** Applies one entry. Whatever `advance` throws goes up: then the run is spoilt and has to be restored. */
export function runEntry(engine: Engine, run: EngineRun, entry: Entry): readonly Output[] {
  assert(entry.position > run.position, `entry ${entry.position} comes after ${run.position}`)
  const outputs = engine.advance(run.state, entry)
  run.outputsHash = chainOutputs(run.outputsHash, entry.position, outputs)
  run.position = entry.position
  run.atMs = entry.atMs
  for (const output of outputs) keep(run, output)
  return outputs
}

/** Passes over an entry that is in `poison`. */
export function skipEntry(run: EngineRun, entry: Entry): void {
  run.position = entry.position
  run.atMs = entry.atMs
}

function keep(run: EngineRun, output: Output): void {
  switch (output.out) {
    case 'put':
      run.items.set(`${output.item.kind}:${output.item.id}`, output.item)
      break
    case 'drop':
      run.items.delete(`${output.kind}:${output.id}`)
      break
    case 'outcome':
      run.answers.set(output.key, { ...run.answers.get(output.key), position: output.position, outcome: output.outcome })
      if (run.answers.size > MAX_ANSWERS) forgetOldest(run.answers)
      break
    case 'reveal': {
      const known = run.answers.get(output.key) ?? { position: output.position, outcome: { result: 'done' } as const }
      run.answers.set(output.key, {
        ...known,
        ...(output.pilot && { pilot: output.pilot }),
        ...(output.serial && { serial: output.serial }),
      })
      break
    }
    case 'reply':
      break
  }
}

function forgetOldest(answers: Map<string, Answer>): void {
  const oldest = answers.keys().next()
  if (!oldest.done) answers.delete(oldest.value)
}

/** A stored entry that was sealed by us and does not decode is damage, not input. */
export function openEntry(sealed: SealedEntry): Entry {
  const entry = decodeEntry(sealed.bytes)
  if (isReject(entry)) throw new DamagedEntry(sealed.position, entry.rejected)
  return entry
}

export class DamagedEntry extends Error {
  override readonly name = 'DamagedEntry'
  constructor(position: number, why: string) {
    super(`entry ${position} of the record is damaged (${why}): run marsad verify`)
  }
}
