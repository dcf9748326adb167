import type { MessageKey } from '../../../src/words/catalogue.ts'

/** What a key does. `code` is the key's place: letters are found where an Arabic keyboard writes others. */
export type KeyAction =
  | 'next'
  | 'previous'
  | 'open'
  | 'acknowledge'
  | 'shelve'
  | 'showNew'
  | 'close'
  | 'search'
  | 'queue'
  | 'inspector'
  | 'map'
  | 'air'
  | 'sites'
  | 'nodes'
  | 'help'
export type KeyBinding = {
  readonly action: KeyAction
  readonly key: string
  readonly code: string
  readonly shown: string
  readonly says: MessageKey
}

export const KEYS = [
  { action: 'next', key: 'j', code: 'KeyJ', shown: 'J', says: 'keys.next' },
  { action: 'previous', key: 'k', code: 'KeyK', shown: 'K', says: 'keys.previous' },
  { action: 'open', key: 'Enter', code: 'Enter', shown: 'Enter', says: 'keys.open' },
  { action: 'acknowledge', key: 'a', code: 'KeyA', shown: 'A', says: 'keys.acknowledge' },
  { action: 'shelve', key: 's', code: 'KeyS', shown: 'S', says: 'keys.shelve' },
  { action: 'showNew', key: 'n', code: 'KeyN', shown: 'N', says: 'keys.showNew' },
  { action: 'close', key: 'Escape', code: 'Escape', shown: 'Esc', says: 'keys.close' },
  { action: 'search', key: '/', code: 'Slash', shown: '/', says: 'keys.search' },
  { action: 'queue', key: 'q', code: 'KeyQ', shown: 'Q', says: 'keys.queue' },
  { action: 'inspector', key: 'i', code: 'KeyI', shown: 'I', says: 'keys.inspector' },
  { action: 'map', key: 'm', code: 'KeyM', shown: 'M', says: 'keys.map' },
  { action: 'air', key: '1', code: 'Digit1', shown: '1', says: 'keys.air' },
  { action: 'sites', key: '2', code: 'Digit2', shown: '2', says: 'keys.sites' },
  { action: 'nodes', key: '3', code: 'Digit3', shown: '3', says: 'keys.nodes' },
  { action: 'help', key: '?', code: '', shown: '?', says: 'keys.help' },
] as const satisfies readonly KeyBinding[]

export type Press = {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/**
 * What was asked for, by the letter if the layout writes Latin, else by the key's place. `؟` is the Arabic question mark.
 * Undefined with Ctrl, Alt or Meta held: those are the browser's.
 */
export function actionOf(press: Press): KeyAction | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey) return undefined
  if (press.key === '?' || press.key === '؟') return 'help'
  const pressed = press.key.length === 1 ? press.key.toLowerCase() : press.key
  const byKey = KEYS.find((each) => each.key === pressed)
  if (byKey !== undefined) return byKey.action
  const latin = /^[\x20-\x7e]$/.test(press.key)
  return latin ? undefined : KEYS.find((each) => each.code !== '' && each.code === press.code)?.action
}
