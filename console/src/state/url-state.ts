import { useCallback, useSyncExternalStore } from 'react'

/** Everything that the screen shows, and nothing else, is in the address: a link opens the same view for a colleague. */
export type ConsoleView = 'air' | 'sites' | 'nodes'
export type Language = 'ar' | 'en' | 'fr' | 'tr'
export type Theme = 'dark' | 'day'
export type Wall = 'sites' | 'air' | 'load'
/** What is chosen: `sel=track:T3`. */
export type Selection = { readonly kind: 'track' | 'site' | 'node' | 'zone' | 'alert' | 'feed'; readonly id: string }
/** Where the map looks, `at=lat,lon,zoom,bearing,pitch`. */
export type Camera = {
  readonly latDeg: number
  readonly lonDeg: number
  readonly zoom: number
  readonly bearingDeg: number
  readonly pitchDeg: number
}

export type UrlState = {
  readonly view: ConsoleView
  readonly selection: Selection | undefined
  /** A site commander's own site. */
  readonly site: string | undefined
  /** Height at which zones are shown, m above sea level; undefined shows all. */
  readonly heightAmslM: number | undefined
  readonly language: Language
  readonly digits: 'arabic' | 'latin'
  readonly theme: Theme
  readonly wall: Wall | undefined
  readonly camera: Camera | undefined
}

const VIEWS: readonly ConsoleView[] = ['air', 'sites', 'nodes']
const LANGUAGES: readonly Language[] = ['ar', 'en', 'fr', 'tr']
const SELECTABLE: readonly Selection['kind'][] = ['track', 'site', 'node', 'zone', 'alert', 'feed']
const WALLS: readonly Wall[] = ['sites', 'air', 'load']

export function parseSelection(text: string | null): Selection | undefined {
  if (text === null) return undefined
  const colon = text.indexOf(':')
  const kind = SELECTABLE.find((known) => known === text.slice(0, colon))
  const id = text.slice(colon + 1)
  return kind === undefined || id === '' ? undefined : { kind, id }
}

function parseCamera(text: string | null): Camera | undefined {
  const numbers = (text ?? '').split(',').map(Number)
  const [latDeg, lonDeg, zoom, bearingDeg = 0, pitchDeg = 0] = numbers
  if (latDeg === undefined || lonDeg === undefined || zoom === undefined || numbers.some((n) => !Number.isFinite(n))) return undefined
  return { latDeg, lonDeg, zoom, bearingDeg, pitchDeg }
}

function parseHeight(text: string | null): number | undefined {
  const value = text === null || text === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) && value >= 0 ? value : undefined
}

/** Unknown values fall back to the default, so that an old link still opens. Arabic is the room's first language. */
export function parseUrl(search: string): UrlState {
  const query = new URLSearchParams(search)
  const language = LANGUAGES.find((known) => known === query.get('lang')) ?? 'ar'
  return {
    view: VIEWS.find((known) => known === query.get('view')) ?? 'air',
    selection: parseSelection(query.get('sel')),
    site: query.get('site') ?? undefined,
    heightAmslM: parseHeight(query.get('height')),
    language,
    digits: query.get('digits') === 'arabic' ? 'arabic' : 'latin',
    theme: query.get('theme') === 'day' ? 'day' : 'dark',
    wall: WALLS.find((known) => known === query.get('wall')),
    camera: parseCamera(query.get('at')),
  }
}

export function formatUrl(state: UrlState): string {
  const query = new URLSearchParams()
  query.set('lang', state.language)
  if (state.view !== 'air') query.set('view', state.view)
  if (state.selection !== undefined) query.set('sel', `${state.selection.kind}:${state.selection.id}`)
  if (state.site !== undefined) query.set('site', state.site)
  if (state.heightAmslM !== undefined) query.set('height', String(state.heightAmslM))
  if (state.digits !== 'latin') query.set('digits', state.digits)
  if (state.theme !== 'dark') query.set('theme', state.theme)
  if (state.wall !== undefined) query.set('wall', state.wall)
  if (state.camera !== undefined) {
    const { latDeg, lonDeg, zoom, bearingDeg, pitchDeg } = state.camera
    query.set('at', [latDeg.toFixed(4), lonDeg.toFixed(4), zoom.toFixed(2), bearingDeg.toFixed(0), pitchDeg.toFixed(0)].join(','))
  }
  // Colons and commas are legal in a query; keep the address readable.
  return `?${query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',')}`
}

let current: UrlState = parseUrl(globalThis.location?.search ?? '')
const listeners = new Set<() => void>()

export function urlState(): UrlState {
  return current
}

/** Changes the address. What a person chose makes a step in the browser's history; moving the map or a slider does not. */
export function setUrlState(patch: Partial<UrlState>): void {
  const next = { ...current, ...patch }
  const before = formatUrl(current)
  const after = formatUrl(next)
  current = next
  if (before === after) return
  const step = 'selection' in patch || 'view' in patch || 'language' in patch || 'site' in patch
  history[step ? 'pushState' : 'replaceState'](null, '', after)
  notify()
}

/** Chooses an object, or nothing. */
export function select(selection: Selection | undefined): void {
  setUrlState({ selection })
}

export function onUrlState(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function notify(): void {
  for (const listener of listeners) listener()
}

globalThis.addEventListener?.('popstate', () => {
  current = parseUrl(location.search)
  notify()
})

/** The whole state and its setter. */
export function useUrlState(): readonly [UrlState, (patch: Partial<UrlState>) => void] {
  return [useSyncExternalStore(onUrlState, urlState), setUrlState] as const
}

/** One part of it; renders only when that part changed. */
export function useUrlPart<K extends keyof UrlState>(key: K): UrlState[K] {
  return useSyncExternalStore(
    onUrlState,
    useCallback(() => current[key], [key]),
  )
}
