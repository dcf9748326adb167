import { useCallback, useSyncExternalStore } from 'react'
import type {
  AlertView,
  EventView,
  FeedHealthView,
  FeedMessage,
  NodeView,
  SiteView,
  TrackView,
  ViewKind,
  ZoneView,
} from '../../../src/model/api.ts'
import { openFeedLink, type LinkState } from './feed-link.ts'
import { applyMessage, newPicture, VIEW_KINDS, type Change, type Picture, type ViewOf } from './picture.ts'

/**
 * The console's copy of the picture and who watches it. React reads it through the hooks below, which render at most
 * four times a second; the map listens to `onChange` and sees every message.
 */
export type FeedStatus = {
  readonly link: LinkState
  /** Wall clock of this machine when `link` last changed, ms since the epoch. */
  readonly linkSinceMs: number
  /** False until the first snapshot has arrived. */
  readonly loaded: boolean
  readonly epoch: string | undefined
  /** Position of the last durable entry. */
  readonly committed: number
  /** Rate of the event clock against the wall; 0 is paused. */
  readonly rate: number
}

type Listener = () => void
const RENDER_MS = 250

const picture = newPicture()
const listeners = new Map<ViewKind | 'status' | 'clock', Set<Listener>>()
const changeListeners = new Set<(change: Change, picture: Picture) => void>()
const frozen = new Map<ViewKind, ReadonlyMap<string, unknown>>()
const dirty = new Set<ViewKind>()
let status: FeedStatus = { link: 'connecting', linkSinceMs: Date.now(), loaded: false, epoch: undefined, committed: 0, rate: 1 }
let clock = { eventMs: 0, heardMs: 0 }
let running = { ms: 0, at: performance.now() }
let shownMs = 0
let flushTimer: ReturnType<typeof setTimeout> | undefined

/** Opens the feed; the console calls it once. */
export function startFeed(url: string): () => void {
  const link = openFeedLink(url, { onMessage: hear, onState: (next) => setStatus({ ...status, link: next, linkSinceMs: Date.now() }) })
  const ticker = setInterval(() => {
    keepRunning()
    emit('clock')
  }, RENDER_MS)
  return () => {
    link.stop()
    clearInterval(ticker)
  }
}

/** Calls back after every message, with what it touched. For the map, which must not render through React. */
export function onChange(listener: (change: Change, picture: Picture) => void): () => void {
  changeListeners.add(listener)
  return () => changeListeners.delete(listener)
}

/** The live maps: read, never write. */
export function currentPicture(): Picture {
  return picture
}

/** A page that was held up for longer than this has messages waiting that it has not read: its clock waits with it. */
const MOST_STEP_MS = 2 * RENDER_MS

/** This machine's running time, ms, without the spans in which the page was held up. */
function runningMs(): number {
  return running.ms + Math.min(performance.now() - running.at, MOST_STEP_MS)
}

function keepRunning(): void {
  running = { ms: runningMs(), at: performance.now() }
}

/**
 * Event clock now, ms since the epoch: run on from the newest instant that the feed has told, at its rate. It runs on also
 * where the server lives and its picture stands still, so that everything grows old. Never goes back within an epoch.
 */
export function eventNowMs(): number {
  if (!status.loaded) return 0
  const now = clock.eventMs + (runningMs() - clock.heardMs) * status.rate
  shownMs = Math.max(shownMs, now)
  return shownMs
}

function hear(message: FeedMessage): void {
  const change = applyMessage(picture, message)
  if (change.whole) shownMs = message.atMs
  // A heartbeat repeats the instant of the last entry: it is no news of the time.
  if (change.whole || message.atMs > clock.eventMs || message.rate !== status.rate) clock = { eventMs: message.atMs, heardMs: runningMs() }
  for (const kind of VIEW_KINDS) if (change.whole || change.put[kind] !== undefined || change.drop[kind] !== undefined) dirty.add(kind)
  for (const listener of changeListeners) listener(change, picture)
  status = { ...status, loaded: true, epoch: message.epoch, committed: message.committed, rate: message.rate }
  if (change.whole) flush()
  else flushTimer ??= setTimeout(flush, RENDER_MS)
}

function flush(): void {
  clearTimeout(flushTimer)
  flushTimer = undefined
  const kinds = [...dirty]
  dirty.clear()
  for (const kind of kinds) frozen.delete(kind)
  for (const kind of kinds) emit(kind)
  emit('status')
}

function setStatus(next: FeedStatus): void {
  status = next
  emit('status')
}

function emit(topic: ViewKind | 'status' | 'clock'): void {
  for (const listener of listeners.get(topic) ?? []) listener()
}

function subscribeTo(topic: ViewKind | 'status' | 'clock'): (listener: Listener) => () => void {
  return (listener) => {
    const set = listeners.get(topic) ?? new Set()
    listeners.set(topic, set)
    set.add(listener)
    return () => set.delete(listener)
  }
}

/** A copy that stays as it is until the next flush, made only when somebody looks. */
function frozenMap<K extends ViewKind>(kind: K): ReadonlyMap<string, ViewOf<K>> {
  const known = frozen.get(kind)
  if (known !== undefined) return known as ReadonlyMap<string, ViewOf<K>>
  const copy = new Map(picture[kind] as Map<string, ViewOf<K>>)
  frozen.set(kind, copy)
  return copy
}

const subscribers = Object.fromEntries(
  [...VIEW_KINDS, 'status', 'clock'].map((topic) => [topic, subscribeTo(topic as ViewKind)]),
) as Record<ViewKind | 'status' | 'clock', (listener: Listener) => () => void>
const readers = Object.fromEntries(VIEW_KINDS.map((kind) => [kind, () => frozenMap(kind)])) as {
  readonly [K in ViewKind]: () => ReadonlyMap<string, ViewOf<K>>
}

function useKind<K extends ViewKind>(kind: K): ReadonlyMap<string, ViewOf<K>> {
  return useSyncExternalStore(subscribers[kind], readers[kind] as () => ReadonlyMap<string, ViewOf<K>>)
}

export function useTracks(): ReadonlyMap<string, TrackView> {
  return useKind('track')
}
export function useAlerts(): ReadonlyMap<string, AlertView> {
  return useKind('alert')
}
export function useNodes(): ReadonlyMap<string, NodeView> {
  return useKind('node')
}
export function useFeeds(): ReadonlyMap<string, FeedHealthView> {
  return useKind('feed')
}
export function useSites(): ReadonlyMap<string, SiteView> {
  return useKind('site')
}
export function useZones(): ReadonlyMap<string, ZoneView> {
  return useKind('zone')
}

/** The event, or undefined until the first snapshot. */
export function useEvent(): EventView | undefined {
  return useSyncExternalStore(subscribers.event, firstEvent)
}
function firstEvent(): EventView | undefined {
  for (const event of frozenMap('event').values()) return event
  return undefined
}

/** One item; renders only when that item changed. */
export function useItem<K extends ViewKind>(kind: K, id: string | undefined): ViewOf<K> | undefined {
  const read = useCallback(() => (id === undefined ? undefined : frozenMap(kind).get(id)), [kind, id])
  return useSyncExternalStore(subscribers[kind], read)
}

export function useStatus(): FeedStatus {
  return useSyncExternalStore(subscribers.status, readStatus)
}
function readStatus(): FeedStatus {
  return status
}

/** Event clock, ms, in steps of `stepMs` so that a component renders no more often than it needs. 0 before the first snapshot. */
export function useNowMs(stepMs = 1000): number {
  const read = useCallback(() => Math.floor(eventNowMs() / stepMs) * stepMs, [stepMs])
  return useSyncExternalStore(subscribers.clock, read)
}
