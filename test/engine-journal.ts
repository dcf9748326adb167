/** A journal in memory for tests of the engine: stamps entries as the sequencer does, with ticks every 100 ms, and keeps the picture. */
import { toEntries } from '../src/event/entries.ts'
import { isEventErrors, loadEvent } from '../src/event/load-event.ts'
import { advance } from '../src/engine/advance.ts'
import { newEngineState } from '../src/engine/engine-state.ts'
import type { Entry, EntryDraft, EntryType } from '../src/model/entry.ts'
import type { Item, ItemKind, Output } from '../src/model/picture.ts'

const TICK_MS = 100
const encoder = new TextEncoder()

export type EngineJournal = {
  readonly items: Map<string, Item>
  readonly entries: Entry[]
  /** Ticks up to `atMs`, then one frame. */
  frameAt(atMs: number, feed: string, payload: Uint8Array): void
  tickTo(atMs: number): void
  of<K extends ItemKind>(kind: K): Extract<Item, { kind: K }>[]
}

/** Opens an engine on the event in `folder` with its clock at `startMs`; `onOutputs` sees what each entry gave. */
export function openEngineJournal(
  folder: string,
  startMs: number,
  onOutputs: (outputs: readonly Output[], atMs: number) => void = () => {},
): EngineJournal {
  const loaded = loadEvent(folder, { token: (serial) => `token-of-${serial}` })
  if (isEventErrors(loaded)) throw new Error(JSON.stringify(loaded))
  const state = newEngineState()
  const items = new Map<string, Item>()
  const entries: Entry[] = []
  let nowMs = startMs
  const append = (draft: EntryDraft, atMs: number): void => {
    const entry: Entry = { ...draft, position: entries.length + 1, atMs }
    entries.push(entry)
    const outputs = advance(state, entry)
    for (const output of outputs) {
      if (output.out === 'put') items.set(`${output.item.kind}:${output.item.id}`, output.item)
      if (output.out === 'drop') items.delete(`${output.kind}:${output.id}`)
    }
    onOutputs(outputs, atMs)
  }
  const own = (type: EntryType, value: unknown): void =>
    append(
      {
        type,
        version: 1,
        source: 'marsad',
        connection: 0,
        payload: value === undefined ? new Uint8Array() : encoder.encode(JSON.stringify(value)),
      },
      nowMs,
    )
  own('start', { build: 'test', node: 'test', arch: 'test', eventHash: loaded.hash, mode: 'serve', epoch: 'test', resumed: false })
  for (const part of toEntries(loaded.event)) own('event', part)
  const tickTo = (atMs: number): void => {
    while (nowMs + TICK_MS <= atMs) {
      nowMs += TICK_MS
      own('tick', undefined)
    }
  }
  return {
    items,
    entries,
    tickTo,
    frameAt(atMs, feed, payload) {
      tickTo(atMs)
      append({ type: 'frame', version: 1, source: feed, connection: 1, payload }, Math.max(nowMs, atMs))
      nowMs = Math.max(nowMs, atMs)
    },
    of: (kind) => [...items.values()].filter((item) => item.kind === kind) as never,
  }
}
