import type { Reject } from '../base/reject.ts'
import { reject } from '../base/reject.ts'
import type { Entry, EntryType } from '../model/entry.ts'

/**
 * The version of each entry type that this build writes and `advance` reads.
 *
 * The rule: a version, once written anywhere, is readable for ever. Who changes a payload raises its number here and adds to
 * `UPCASTS` the step from the version before; steps are never changed or removed, and each has a test with bytes of its
 * time. A version newer than this table is declined: an older build does not guess what a newer one meant.
 */
export const CURRENT_VERSION: Readonly<Record<EntryType, number>> = {
  start: 1,
  clock: 1,
  tick: 1,
  event: 1,
  connection: 1,
  frame: 1,
  command: 1,
  shed: 1,
  poison: 1,
  outputs: 1,
  gap: 1,
  'effect-done': 1,
}

/** One step: payload of version n to payload of version n + 1. Index 0 leads from 1 to 2. */
type Upcast = (payload: Uint8Array) => Uint8Array

const UPCASTS: Readonly<Partial<Record<EntryType, readonly Upcast[]>>> = {}

/** The entry as the newest version would have been written. */
export function upcast(entry: Entry): Entry | Reject {
  const current = CURRENT_VERSION[entry.type]
  if (entry.version === current) return entry
  return upcastTo(entry, current, UPCASTS[entry.type] ?? [])
}

export function upcastTo(entry: Entry, current: number, steps: readonly Upcast[]): Entry | Reject {
  if (!Number.isInteger(entry.version) || entry.version < 1)
    return reject('entry-version', 0, `${entry.type} version ${entry.version}: versions count from 1`)
  if (entry.version > current)
    return reject(
      'entry-version',
      0,
      `${entry.type} version ${entry.version} was written by a newer build; this one reads up to ${current}`,
    )
  let { payload } = entry
  for (let version = entry.version; version < current; version++) {
    const step = steps[version - 1]
    if (step === undefined) return reject('entry-version', 0, `${entry.type} version ${version}: no step leads to ${version + 1}`)
    payload = step(payload)
  }
  return { ...entry, version: current, payload }
}
