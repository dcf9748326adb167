import type { View, ViewKind } from '../model/api.ts'
import type { Item } from '../model/picture.ts'
import { releaseClass, type Recipient } from '../share/label.ts'
import { releaseContext, type ReleaseContext } from '../share/release-context.ts'
import { isWithheld, release, type Released } from '../share/release.ts'
import type { PictureStore } from './picture-store.ts'
import { createVersionedStore, type Changed, type VersionedStore } from './versioned-store.ts'

/** One view as its readers get it, with its JSON made once for all of them. */
export type Shown = { readonly view: Released<View>; readonly json: string }

/**
 * The picture as one class of recipients may have it, with versions of its own: not even the numbers tell how much else there is.
 * What stops being released is dropped here like what is gone.
 */
export interface ReleasedPicture {
  readonly store: VersionedStore<Shown>
  /** Items kept in because a number in them was not finite: a fault of ours, shown in `/metrics`. */
  readonly faulty: number
  /** Takes over what changed in the room's picture since the last call. */
  sync(nowMs: number): void
}

export const VIEW_KINDS: readonly ViewKind[] = ['event', 'site', 'zone', 'node', 'feed', 'track', 'alert', 'bearing']

export function createReleasedPicture(picture: PictureStore, recipient: Recipient): ReleasedPicture {
  const store = createVersionedStore<Shown>()
  let seen = 0
  let context: ReleaseContext | undefined
  let contextKey: readonly unknown[] = []
  let faulty = 0

  /** True if the judgement itself changed: another header, registry or set of agreements in force. */
  function renewContext(nowMs: number): boolean {
    const header = picture.get('event', 'event')?.header
    const registry = picture.get('registry', 'registry')
    if (!header) return false
    const next = context && contextKey[0] === header && contextKey[1] === registry && nowMs < (contextKey[2] as number) ? context : releaseContext(header, registry, nowMs, (kind, id) => picture.get(kind, id))
    if (next === context) return false
    const inForce = [...next.inForceIds].sort().join(' ')
    const changed = contextKey[0] !== header || contextKey[1] !== registry || contextKey[3] !== inForce
    context = next
    // Agreements begin and end on the minute at the finest: their state is looked at once a second of the event clock.
    contextKey = [header, registry, nowMs + 1000, inForce]
    return changed
  }

  /** True if the item came into or fell out of what the recipient may have, so that others that name it must be judged again. */
  function take(item: Item, judge: ReleaseContext): boolean {
    const before = store.get(item.kind, item.id)
    const answer = release(item, recipient, judge)
    if (isWithheld(answer)) {
      if (answer.withheld === 'not-finite') faulty += 1
      return answer.withheld !== 'not-shown' && store.drop(item.kind, item.id)
    }
    const json = JSON.stringify(answer.view)
    if (before?.value.json !== json) store.put(item.kind, item.id, { view: answer, json })
    return before === undefined
  }

  function rebuild(judge: ReleaseContext): void {
    const there = new Set<string>()
    for (const { value } of picture.all()) {
      there.add(`${value.kind}\n${value.id}`)
      take(value, judge)
    }
    for (const { kind, id } of store.all()) if (!there.has(`${kind}\n${id}`)) store.drop(kind, id)
  }

  return {
    store,
    get faulty() {
      return faulty
    },
    sync(nowMs) {
      const judgementChanged = renewContext(nowMs)
      if (!context) return
      if (!judgementChanged && seen === picture.version) return
      const changes = judgementChanged ? 'too-old' : picture.since(seen)
      seen = picture.version
      if (changes === 'too-old') return rebuild(context)
      for (const { kind, id } of changes.drop) store.drop(kind, id)
      let visibilityChanged = false
      for (const { value } of changes.put) visibilityChanged = take(value, context) || visibilityChanged
      // The host is told everything; only a partner's views leave out names.
      if (visibilityChanged && recipient.nation !== context.header.host) rebuild(context)
    },
  }
}

/** The released pictures of all classes that anybody has asked for, over one room's picture. */
export interface ReleasedPictures {
  of(recipient: Recipient): ReleasedPicture
  faulty(): number
}

export function createReleasedPictures(picture: PictureStore): ReleasedPictures {
  const byClass = new Map<string, ReleasedPicture>()
  return {
    of(recipient) {
      const key = releaseClass(recipient)
      let released = byClass.get(key)
      if (!released) byClass.set(key, (released = createReleasedPicture(picture, recipient)))
      return released
    },
    faulty: () => [...byClass.values()].reduce((sum, each) => sum + each.faulty, 0),
  }
}

/** Puts by kind as JSON, in the order of the kinds. */
export function putJson(changed: readonly Changed<Shown>[]): string {
  const byKind = new Map<string, string[]>()
  for (const { kind, value } of changed) {
    const list = byKind.get(kind)
    if (list) list.push(value.json)
    else byKind.set(kind, [value.json])
  }
  return `{${VIEW_KINDS.filter((kind) => byKind.has(kind)).map((kind) => `"${kind}":[${(byKind.get(kind) as string[]).join(',')}]`).join(',')}}`
}
