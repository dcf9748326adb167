/**
 * Values by kind and id, each with the number of its last change, so that a reader who knows up to version N can be told
 * exactly what changed since. Removed values leave a tombstone; tombstones are bounded, and a reader older than the
 * oldest forgotten one has to start from a whole picture again.
 *
 * Records hang in one list in order of change, the newest last: telling what changed costs what changed, not what there is.
 */
export type Changed<T> = { readonly kind: string; readonly id: string; readonly version: number; readonly value: T }
export type Removed = { readonly kind: string; readonly id: string; readonly version: number }
export type Changes<T> = { readonly put: readonly Changed<T>[]; readonly drop: readonly Removed[] }

type Link<T> = { kind: string; id: string; version: number; value: T | undefined; older: Link<T> | undefined; newer: Link<T> | undefined }

export interface VersionedStore<T> {
  /** Number of the last change; 0 when nothing ever happened. */
  readonly version: number
  /** Values there are, of one kind or of all. */
  count(kind?: string): number
  get(kind: string, id: string): Changed<T> | undefined
  /** Values of one kind, in the order in which their ids first came. */
  ofKind(kind: string): Iterable<Changed<T>>
  put(kind: string, id: string, value: T): void
  /** True if there was such a value. */
  drop(kind: string, id: string): boolean
  /** Everything goes, and so do all readers' positions. */
  clear(): void
  /** What changed after `version`, oldest first; `too-old` where that is no longer known or was never given out. */
  since(version: number): Changes<T> | 'too-old'
  all(): readonly Changed<T>[]
}

/** maxTombstones  how many removed ids are remembered */
export function createVersionedStore<T>(maxTombstones = 20_000): VersionedStore<T> {
  const live = new Map<string, Map<string, Link<T>>>()
  const dead = new Map<string, Link<T>>()
  let oldest: Link<T> | undefined
  let newest: Link<T> | undefined
  let version = 0
  /** Readers at or above this version can be served with changes. */
  let floor = 0

  function unlink(link: Link<T>): void {
    if (link.older) link.older.newer = link.newer
    else oldest = link.newer
    if (link.newer) link.newer.older = link.older
    else newest = link.older
  }
  function append(link: Link<T>): void {
    link.version = ++version
    link.older = newest
    link.newer = undefined
    if (newest) newest.newer = link
    else oldest = link
    newest = link
  }
  function kindOf(kind: string): Map<string, Link<T>> {
    let ids = live.get(kind)
    if (!ids) live.set(kind, (ids = new Map()))
    return ids
  }
  function forgetTombstones(): void {
    for (const [key, link] of dead) {
      if (dead.size <= maxTombstones) return
      dead.delete(key)
      unlink(link)
      floor = Math.max(floor, link.version)
    }
  }

  return {
    get version() {
      return version
    },
    count(kind) {
      if (kind !== undefined) return live.get(kind)?.size ?? 0
      let sum = 0
      for (const ids of live.values()) sum += ids.size
      return sum
    },
    get(kind, id) {
      return live.get(kind)?.get(id) as Changed<T> | undefined
    },
    ofKind(kind) {
      return (live.get(kind) ?? new Map<string, Link<T>>()).values() as Iterable<Changed<T>>
    },
    put(kind, id, value) {
      const ids = kindOf(kind)
      const key = `${kind}\n${id}`
      const grave = dead.get(key)
      if (grave) {
        dead.delete(key)
        unlink(grave)
      }
      let link = ids.get(id)
      if (link) unlink(link)
      else ids.set(id, (link = { kind, id, version: 0, value, older: undefined, newer: undefined }))
      link.value = value
      append(link)
    },
    drop(kind, id) {
      const ids = live.get(kind)
      const link = ids?.get(id)
      if (!ids || !link) return false
      ids.delete(id)
      unlink(link)
      link.value = undefined
      append(link)
      dead.set(`${kind}\n${id}`, link)
      forgetTombstones()
      return true
    },
    clear() {
      live.clear()
      dead.clear()
      oldest = newest = undefined
      floor = ++version
    },
    since(from) {
      if (from > version || from < floor) return 'too-old'
      const put: Changed<T>[] = []
      const drop: Removed[] = []
      for (let link = newest; link && link.version > from; link = link.older) {
        if (link.value === undefined) drop.push({ kind: link.kind, id: link.id, version: link.version })
        else put.push(link as Changed<T>)
      }
      return { put: put.reverse(), drop: drop.reverse() }
    },
    all() {
      const out: Changed<T>[] = []
      for (let link = oldest; link; link = link.newer) if (link.value !== undefined) out.push(link as Changed<T>)
      return out
    },
  }
}
