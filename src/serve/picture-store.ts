import type { Item, ItemKind, Output } from '../model/picture.ts'
import { createVersionedStore, type Changed, type Changes } from './versioned-store.ts'

export type ItemOf<K extends ItemKind> = Extract<Item, { readonly kind: K }>

/** The room's whole picture before release: what the engine last said of every item. Nothing goes out from here but through `share/release.ts`. */
export interface PictureStore {
  /** Number of the last change. */
  readonly version: number
  /** Event clock and position of the last entry that was applied. */
  readonly atMs: number
  readonly position: number
  /** Takes the puts and drops among an entry's outputs; effects are not the picture's business. */
  apply(outputs: readonly Output[], atMs: number, position: number): void
  get<K extends ItemKind>(kind: K, id: string): ItemOf<K> | undefined
  ofKind<K extends ItemKind>(kind: K): readonly ItemOf<K>[]
  count(kind?: ItemKind): number
  /** What changed after `version`; `too-old` where only the whole picture helps. */
  since(version: number): Changes<Item> | 'too-old'
  all(): readonly Changed<Item>[]
  /** Empties the picture: a new journal began. */
  clear(): void
  /** `changed` is called after every `apply` that changed something and after `clear`; returns the way to stop. */
  listen(changed: () => void): () => void
}

export function createPictureStore(maxTombstones?: number): PictureStore {
  const store = createVersionedStore<Item>(maxTombstones)
  const listeners = new Set<() => void>()
  let atMs = 0
  let position = 0
  const tell = () => {
    for (const changed of listeners) changed()
  }
  return {
    get version() {
      return store.version
    },
    get atMs() {
      return atMs
    },
    get position() {
      return position
    },
    apply(outputs, entryAtMs, entryPosition) {
      const before = store.version
      for (const output of outputs) {
        if (output.out === 'put') store.put(output.item.kind, output.item.id, output.item)
        else if (output.out === 'drop') store.drop(output.kind, output.id)
      }
      atMs = entryAtMs
      position = entryPosition
      if (store.version !== before) tell()
    },
    get<K extends ItemKind>(kind: K, id: string) {
      return store.get(kind, id)?.value as ItemOf<K> | undefined
    },
    ofKind<K extends ItemKind>(kind: K) {
      return Array.from(store.ofKind(kind), (each) => each.value as ItemOf<K>)
    },
    count: (kind) => store.count(kind),
    since: (version) => store.since(version),
    all: () => store.all(),
    clear() {
      store.clear()
      atMs = 0
      position = 0
      tell()
    },
    listen(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}
