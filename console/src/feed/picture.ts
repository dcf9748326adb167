import type {
  AlertView,
  BearingView,
  EventView,
  FeedHealthView,
  FeedMessage,
  NodeView,
  SiteView,
  TrackView,
  View,
  ViewKind,
  ZoneView,
} from '../../../src/model/api.ts'

/** The reader's picture as the feed has told it so far: one map per kind, by id. Written by `applyMessage` alone. */
export type Picture = {
  readonly event: Map<string, EventView>
  readonly site: Map<string, SiteView>
  readonly zone: Map<string, ZoneView>
  readonly node: Map<string, NodeView>
  readonly feed: Map<string, FeedHealthView>
  readonly track: Map<string, TrackView>
  readonly alert: Map<string, AlertView>
  readonly bearing: Map<string, BearingView>
}
export type ViewOf<K extends ViewKind> = Extract<View, { kind: K }>['view']

export const VIEW_KINDS: readonly ViewKind[] = ['event', 'site', 'zone', 'node', 'feed', 'track', 'alert', 'bearing']

export function newPicture(): Picture {
  return {
    event: new Map(),
    site: new Map(),
    zone: new Map(),
    node: new Map(),
    feed: new Map(),
    track: new Map(),
    alert: new Map(),
    bearing: new Map(),
  }
}

/** The ids that one message put (or patched) or dropped, by kind. After a snapshot every id of the new picture, and `whole` is true. */
export type Change = {
  readonly whole: boolean
  readonly put: Partial<Record<ViewKind, readonly string[]>>
  readonly drop: Partial<Record<ViewKind, readonly string[]>>
}

/** Applies one feed message in place and says what it touched. A snapshot replaces everything. */
export function applyMessage(picture: Picture, message: FeedMessage): Change {
  const whole = message.type === 'snapshot'
  const put: Partial<Record<ViewKind, readonly string[]>> = {}
  const drop: Partial<Record<ViewKind, readonly string[]>> = {}
  for (const kind of VIEW_KINDS) {
    const items = picture[kind] as Map<string, { readonly id: string }>
    if (whole) items.clear()
    const gone = message.drop[kind]
    if (gone !== undefined) {
      for (const id of gone) items.delete(id)
      drop[kind] = gone
    }
    const views = message.put[kind] as readonly { readonly id: string }[] | undefined
    const patches = message.patch[kind] as readonly { readonly id: string }[] | undefined
    if (views === undefined && patches === undefined) continue
    const ids: string[] = []
    for (const view of views ?? []) {
      items.set(view.id, view)
      ids.push(view.id)
    }
    for (const patch of patches ?? []) {
      const known = items.get(patch.id)
      if (known === undefined) continue
      items.set(patch.id, { ...known, ...patch })
      ids.push(patch.id)
    }
    put[kind] = ids
  }
  return { whole, put, drop }
}
