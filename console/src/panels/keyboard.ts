import { currentPicture } from '../feed/feed-client.ts'
import { askMap } from '../map/map-commands.ts'
import { select, setUrlState, urlState } from '../state/url-state.ts'
import { currentWords } from '../words.tsx'
import { askForm, askedForm } from './asked-form.ts'
import { firstOf } from './queue-order.ts'
import { actionOf, type KeyAction } from './keys.ts'
import { carryOut } from './use-command.ts'

/** Handles the room's keys. Typing in a field is typing; Enter and Space on a control are that control's. */
export function handleKey(event: KeyboardEvent, help: { readonly open: boolean; readonly set: (open: boolean) => void }): void {
  if (event.defaultPrevented || event.repeat || isTyping(event.target)) return
  const action = actionOf(event)
  if (action === undefined || action === 'open') return
  if (action === 'help') help.set(!help.open)
  else if (action === 'close' && help.open) help.set(false)
  else act(action)
  event.preventDefault()
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=radio], [type=range])'))
  )
}

function act(action: Exclude<KeyAction, 'open' | 'help'>): void {
  switch (action) {
    case 'next':
      return step(1)
    case 'previous':
      return step(-1)
    case 'acknowledge':
      return acknowledge()
    case 'shelve': {
      const alert = alertInHand()
      if (alert === undefined) return
      select({ kind: 'alert', id: alert })
      return askForm({ form: 'shelve', id: alert })
    }
    case 'showNew':
      return document.querySelector<HTMLElement>('.queue-new button')?.click()
    case 'close':
      // An open form is the nearest thing to close; what is chosen stays for the next press.
      return askedForm() === undefined ? select(undefined) : askForm(undefined)
    case 'search':
      setUrlState({ view: 'sites' })
      return void requestAnimationFrame(() => document.querySelector<HTMLElement>('#site-search')?.focus())
    case 'queue':
      return (document.querySelector<HTMLElement>('.queue-open') ?? document.querySelector<HTMLElement>('#queue'))?.focus()
    case 'inspector':
      return document.querySelector<HTMLElement>('#inspector')?.focus()
    case 'map':
      return askMap('focus')
    case 'air':
    case 'sites':
    case 'nodes':
      return setUrlState({ view: action })
  }
}

/** The alert that a key is about: the row with the focus, else the one that is open, also through its track or as the first of its site. */
function alertInHand(): string | undefined {
  const row = document.activeElement?.closest<HTMLElement>('[data-alert]')?.dataset['alert']
  if (row !== undefined) return row
  const { selection } = urlState()
  if (selection?.kind === 'alert') return selection.id
  const site = selection?.kind === 'site' ? selection.id : selection === undefined ? urlState().site : undefined
  if (site !== undefined) return firstOf(currentPicture().alert.values(), site)?.id
  if (selection?.kind !== 'track') return undefined
  for (const alert of currentPicture().alert.values()) if (alert.track === selection.id && alert.state !== 'cleared') return alert.id
  return undefined
}

function acknowledge(): void {
  const id = alertInHand()
  const alert = id === undefined ? undefined : currentPicture().alert.get(id)
  if (alert === undefined || (alert.state !== 'unacknowledged' && alert.state !== 'returned')) return
  void carryOut({ kind: 'alert.acknowledge', alert: alert.id }, currentWords())
}

/** Opens the next row of the queue as it is shown, and puts the focus on it. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-alert]')]
  const hand = alertInHand()
  const here = rows.findIndex((row) => row.dataset['alert'] === hand)
  const next = here < 0 ? rows[by === 1 ? 0 : rows.length - 1] : rows[Math.min(rows.length - 1, Math.max(0, here + by))]
  const id = next?.dataset['alert']
  if (id === undefined) return
  select({ kind: 'alert', id })
  next?.querySelector<HTMLElement>('.queue-open')?.focus()
}
