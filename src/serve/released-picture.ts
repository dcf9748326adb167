import type { View, ViewKind } from '../model/api.ts'
import type { Item } from '../model/picture.ts'
import { releaseClass, type Recipient } from '../share/label.ts'
import { releaseContext, type ReleaseContext } from '../share/release-context.ts'
import { isWithheld, release, type Released } from '../share/release.ts'
import { createMentionIndex } from './mention-index.ts'
import type { PictureStore } from './picture-store.ts'
import { createVersionedStore, type Changed, type Changes, type VersionedStore } from './versioned-store.ts'

/**
 * One view as its readers get it, with its JSON made once for all of them.
 *
 * fields  the JSON of each field
 * json    the whole
 * patch   the id and the fields that are others than at the change before; undefined for a view that came new
 */
export type Shown = {
  readonly view: Released<View>
  readonly fields: ReadonlyMap<string, string>
  readonly json: string
  readonly patch: string | undefined
}

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

const keyOf = (kind: string, id: string) => `${kind}\n${id}`

export function createReleasedPicture(picture: PictureStore, recipient: Recipient): ReleasedPicture {
  const store = createVersionedStore<Shown>()
  const mentions = createMentionIndex()
  const judgement = createJudgement(picture, (kind, id) => mentions.asked(keyOf(kind, id)))
  let seen = 0
  let faulty = 0

  /** True if the item came into or fell out of what the recipient may have. */
  function take(item: Item, context: ReleaseContext): boolean {
    mentions.judging(keyOf(item.kind, item.id))
    const answer = release(item, recipient, context)
    if (isWithheld(answer)) {
      if (answer.withheld === 'not-finite') faulty += 1
      return store.drop(item.kind, item.id)
    }
    const before = store.get(item.kind, item.id)
    const shown = show(answer, before?.value)
    if (before?.value.json !== shown.json) store.put(item.kind, item.id, shown)
    return before === undefined
  }

  function remove(kind: string, id: string): boolean {
    mentions.forget(keyOf(kind, id))
    return store.drop(kind, id)
  }

  function rebuild(context: ReleaseContext): void {
    const there = new Set<string>()
    for (const { kind, id, value } of picture.all()) {
      there.add(keyOf(kind, id))
      take(value, context)
    }
    for (const { kind, id } of store.all()) if (!there.has(keyOf(kind, id))) remove(kind, id)
  }

  function follow(changes: Changes<Item>, context: ReleaseContext): void {
    const turned: string[] = []
    for (const { kind, id } of changes.drop) if (remove(kind, id)) turned.push(keyOf(kind, id))
    for (const { kind, id, value } of changes.put) if (take(value, context)) turned.push(keyOf(kind, id))
    for (const dependent of new Set(turned.flatMap((key) => [...mentions.dependents(key)]))) {
      const [kind = '', id = ''] = dependent.split('\n', 2)
      const item = picture.get(kind as Item['kind'], id)
      if (item) take(item, context)
    }
  }

  return {
    store,
    get faulty() {
      return faulty
    },
    sync(nowMs) {
      const { context, changed } = judgement(nowMs)
      if (!context || (!changed && seen === picture.version)) return
      const changes = changed ? 'too-old' : picture.since(seen)
      seen = picture.version
      if (changes === 'too-old') rebuild(context)
      else follow(changes, context)
    },
  }
}

/** Agreements begin and end on the minute at the finest: which are in force is looked at once a second of the event clock. */
const LOOK_AGAIN_MS = 1000

/** What items are judged by now; `changed` where header, registry or the agreements in force are others than at the last call. No context before the event is there. */
function createJudgement(
  picture: PictureStore,
  asked: (kind: string, id: string) => void,
): (nowMs: number) => { context: ReleaseContext | undefined; changed: boolean } {
  let context: ReleaseContext | undefined
  let looksAgainMs = 0
  let agreements = ''
  return (nowMs) => {
    const header = picture.get('event', 'event')?.header
    const registry = picture.get('registry', 'registry')
    if (!header) return { context: undefined, changed: false }
    const same = context?.header === header && context.registry === registry
    if (same && nowMs < looksAgainMs) return { context, changed: false }
    context = releaseContext(header, registry, nowMs, (kind, id) => {
      asked(kind, id)
      return picture.get(kind, id)
    })
    looksAgainMs = nowMs + LOOK_AGAIN_MS
    const before = agreements
    agreements = [...context.inForceIds].sort().join(' ')
    return { context, changed: !same || agreements !== before }
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

function show(view: Released<View>, before: Shown | undefined): Shown {
  const fields = new Map<string, string>()
  const all: string[] = []
  const changed: string[] = []
  for (const [key, value] of Object.entries(view.view)) {
    const field = `"${key}":${JSON.stringify(value)}`
    fields.set(key, field)
    all.push(field)
    if (key === 'id' || before?.fields.get(key) !== field) changed.push(field)
  }
  const sameFields = before !== undefined && before.fields.size === fields.size
  return { view, fields, json: `{${all.join(',')}}`, patch: sameFields ? `{${changed.join(',')}}` : undefined }
}

/**
 * Members `put` and `patch` of a message, by kind in the order of the kinds: whole views, and for a reader who has the view just
 * before (`from`, the version it knows up to) only what is new in it.
 */
export function changesJson(changed: readonly Changed<Shown>[], from: number | undefined): string {
  const put = new Map<string, string[]>()
  const patch = new Map<string, string[]>()
  for (const { kind, value, before } of changed) {
    const known = from !== undefined && before !== 0 && from >= before && value.patch !== undefined
    const byKind = known ? patch : put
    const json = known ? (value.patch as string) : value.json
    const list = byKind.get(kind)
    if (list) list.push(json)
    else byKind.set(kind, [json])
  }
  return `"put":${kindsJson(put)},"patch":${kindsJson(patch)}`
}

function kindsJson(byKind: ReadonlyMap<string, readonly string[]>): string {
  return `{${VIEW_KINDS.flatMap((kind) => (byKind.has(kind) ? [`"${kind}":[${byKind.get(kind)?.join(',')}]`] : [])).join(',')}}`
}
