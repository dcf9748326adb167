import { ENTRY_TYPES } from '../model/entry.ts'
import type { JournalStore } from '../model/journal.ts'
import { openEntry } from './engine-run.ts'
import { eventHashOf, lastDefinition } from './event-hash.ts'
import { gapsOf, poisonsOf, startsOf } from './journal-notes.ts'
import { verifyChain, type Fault } from './verify-chain.ts'
import { verifyOutputs, type NamedSpan, type OutputsSettings } from './verify-outputs.ts'

/** A head that somebody noted outside the journal: it finds a record that was cut short at a commit. */
export type Witness = { readonly treeSize: number; readonly head: string }

export type VerifySettings = OutputsSettings & { readonly witnesses: readonly Witness[] }

/** What `marsad verify` found. `sound` is false as soon as there is a fault; spans that are unproven or another build's are none. */
export type VerifyReport = {
  readonly sound: boolean
  /** By position; the first is the first bad entry. */
  readonly faults: readonly Fault[]
  readonly entries: number
  readonly groups: number
  readonly lastPosition: number
  readonly root: string
  readonly head: string
  readonly starts: readonly {
    readonly position: number
    readonly build: string
    readonly node: string
    readonly arch: string
    readonly mode: string
    readonly epoch: string
    readonly resumed: boolean
  }[]
  readonly poisoned: readonly number[]
  readonly gaps: readonly { readonly from: number; readonly to: number; readonly frames: number; readonly cause: string }[]
  readonly outputHashesCompared: number
  readonly snapshotsCompared: number
  readonly otherBuilds: readonly NamedSpan[]
  readonly unproven: readonly NamedSpan[]
}

const MAX_FAULTS = 100

export function verifyJournal(settings: VerifySettings): VerifyReport {
  const { store, witnesses } = settings
  const chain = verifyChain(store, settings.onProgress)
  const base = {
    entries: chain.entries,
    groups: chain.groups,
    lastPosition: chain.lastPosition,
    root: hex(chain.root),
    head: hex(chain.head),
  }
  if (chain.entries === 0 && chain.faults.length === 0) return unreadable(base, [{ position: 0, what: 'there is no entry here' }])
  if (chain.faults.length > 0) return unreadable(base, chain.faults)
  const starts = startsOf(store)
  const outputs = verifyOutputs(settings)
  const faults = [...witnessFaults(store, witnesses), ...eventFaults(store), ...outputs.faults]
    .sort((a, b) => a.position - b.position)
    .slice(0, MAX_FAULTS)
  return {
    ...base,
    sound: faults.length === 0,
    faults,
    starts: starts.map(({ position, says: { build, node, arch, mode, epoch, resumed } }) => ({
      position,
      build,
      node,
      arch,
      mode,
      epoch,
      resumed,
    })),
    poisoned: poisonsOf(store).map((note) => note.says.position),
    gaps: gapsOf(store).map(({ says: { from, to, frames, cause } }) => ({ from, to, frames, cause })),
    outputHashesCompared: outputs.compared,
    snapshotsCompared: outputs.snapshotsCompared,
    otherBuilds: outputs.otherBuilds,
    unproven: outputs.unproven,
  }
}

/** Where the hashes do not hold, nothing that the entries say is taken for true. */
function unreadable(
  base: Pick<VerifyReport, 'entries' | 'groups' | 'lastPosition' | 'root' | 'head'>,
  faults: readonly Fault[],
): VerifyReport {
  return {
    ...base,
    sound: false,
    faults: faults.slice(0, MAX_FAULTS),
    starts: [],
    poisoned: [],
    gaps: [],
    outputHashesCompared: 0,
    snapshotsCompared: 0,
    otherBuilds: [],
    unproven: [],
  }
}

function witnessFaults(store: JournalStore, witnesses: readonly Witness[]): Fault[] {
  const last = store.lastGroup()
  return witnesses.flatMap(({ treeSize, head }) => {
    if (last === undefined || treeSize > last.treeSize)
      return [
        {
          position: last?.lastPosition ?? 0,
          what: `the record ends here with ${last?.treeSize ?? 0} entries, but a head was noted at ${treeSize}: its end was taken away`,
        },
      ]
    const group = groupOfSize(store, treeSize)
    if (group === undefined || hex(group.head) !== head)
      return [
        {
          position: group?.firstPosition ?? 0,
          what: `the head at ${treeSize} entries is not the one that was noted: the record was written anew`,
        },
      ]
    return []
  })
}

const READ_GROUPS = 2000

function groupOfSize(store: JournalStore, treeSize: number) {
  for (let from = 1; ; from += READ_GROUPS) {
    const groups = store.groups(from, READ_GROUPS)
    const found = groups.find((group) => group.treeSize === treeSize)
    if (found !== undefined || groups.length < READ_GROUPS) return found
  }
}

function eventFaults(store: JournalStore): Fault[] {
  const entries = store.readOfType(ENTRY_TYPES.event).map(openEntry)
  const found = eventHashOf(lastDefinition(entries.map((entry) => entry.payload)))
  return startsOf(store)
    .filter((start) => start.says.eventHash !== found)
    .slice(0, 1)
    .map((start) => ({
      position: start.position,
      what: `this start names event ${start.says.eventHash.slice(0, 12)}, the entries define ${found.slice(0, 12)}`,
    }))
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
