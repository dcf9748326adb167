/**
 * Values by kind and id, each with the number of its last change, so that a reader who knows up to version N can be told
 * exactly what changed since. Removed values leave a tombstone; tombstones are bounded, and a reader older than the
 * oldest forgotten one has to start from a whole picture again.
 *
 * Records hang in one list in order of change, the newest last: telling what changed costs what changed, not what there is.
 * What is given out are the records themselves: read them at once, they change with the next put.
 */
export type Changed<T> = {
  readonly kind: string
  readonly id: string
  readonly version: number
  /** Number of the change before the last one, 0 for a value that came new: a reader who knows up to it has the value just before this one. */
  readonly before: number
  readonly value: T
}
export type Removed = { readonly kind: string; readonly id: string; readonly version: number }
export type Changes<T> = { readonly put: readonly Changed<T>[]; readonly drop: readonly Removed[] }

type Link<T> = {
  kind: string
  id: string
  version: number
  before: number
  value: T | undefined
  older: Link<T> | undefined
  newer: Link<T> | undefined
}

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
  return new LinkedStore<T>(maxTombstones)
}

class LinkedStore<T> implements VersionedStore<T> {
  readonly #maxTombstones: number
  readonly #live = new Map<string, Map<string, Link<T>>>()
  readonly #dead = new Map<string, Link<T>>()
  #oldest: Link<T> | undefined
  #newest: Link<T> | undefined
  #version = 0
  /** Readers at or above this version can be served with changes. */
  #floor = 0

  constructor(maxTombstones: number) {
    this.#maxTombstones = maxTombstones
  }

  get version(): number {
    return this.#version
  }

  count(kind?: string): number {
    if (kind !== undefined) return this.#live.get(kind)?.size ?? 0
    let sum = 0
    for (const ids of this.#live.values()) sum += ids.size
    return sum
  }

  get(kind: string, id: string): Changed<T> | undefined {
    return this.#live.get(kind)?.get(id) as Changed<T> | undefined
  }

  ofKind(kind: string): Iterable<Changed<T>> {
    return (this.#live.get(kind)?.values() ?? []) as Iterable<Changed<T>>
  }

  put(kind: string, id: string, value: T): void {
    const key = `${kind}\n${id}`
    const grave = this.#dead.get(key)
    if (grave) {
      this.#dead.delete(key)
      this.#unlink(grave)
    }
    let ids = this.#live.get(kind)
    if (!ids) this.#live.set(kind, (ids = new Map()))
    let link = ids.get(id)
    if (link) this.#unlink(link)
    else ids.set(id, (link = { kind, id, version: 0, before: 0, value, older: undefined, newer: undefined }))
    link.value = value
    this.#append(link)
  }

  drop(kind: string, id: string): boolean {
    const ids = this.#live.get(kind)
    const link = ids?.get(id)
    if (!ids || !link) return false
    ids.delete(id)
    this.#unlink(link)
    link.value = undefined
    this.#append(link)
    this.#dead.set(`${kind}\n${id}`, link)
    this.#forgetTombstones()
    return true
  }

  clear(): void {
    this.#live.clear()
    this.#dead.clear()
    this.#oldest = this.#newest = undefined
    this.#floor = ++this.#version
  }

  since(version: number): Changes<T> | 'too-old' {
    if (version > this.#version || version < this.#floor) return 'too-old'
    const put: Changed<T>[] = []
    const drop: Removed[] = []
    for (let link = this.#newest; link && link.version > version; link = link.older) {
      if (link.value === undefined) drop.push({ kind: link.kind, id: link.id, version: link.version })
      else put.push(link as Changed<T>)
    }
    return { put: put.reverse(), drop: drop.reverse() }
  }

  all(): readonly Changed<T>[] {
    const out: Changed<T>[] = []
    for (let link = this.#oldest; link; link = link.newer) if (link.value !== undefined) out.push(link as Changed<T>)
    return out
  }

  #unlink(link: Link<T>): void {
    if (link.older) link.older.newer = link.newer
    else this.#oldest = link.newer
    if (link.newer) link.newer.older = link.older
    else this.#newest = link.older
  }

  #append(link: Link<T>): void {
    link.before = link.version
    link.version = ++this.#version
    link.older = this.#newest
    link.newer = undefined
    if (this.#newest) this.#newest.newer = link
    else this.#oldest = link
    this.#newest = link
  }

  #forgetTombstones(): void {
    for (const [key, link] of this.#dead) {
      if (this.#dead.size <= this.#maxTombstones) return
      this.#dead.delete(key)
      this.#unlink(link)
      this.#floor = Math.max(this.#floor, link.version)
    }
  }
}
