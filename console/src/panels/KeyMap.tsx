import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useWords } from '../words.tsx'
import { handleKey } from './keyboard.ts'
import { KEYS } from './keys.ts'
import './key-map.css'

const SHOW = 'marsad-show-keys'

/** Shows the map of keys to one who has no key for it, or does not know it. */
export function showKeys(): void {
  document.dispatchEvent(new Event(SHOW))
}

/** Listens for the room's keys, and shows their map on `?`: beside the map, over the inspector, never over the map. */
export function KeyMap(): ReactNode {
  const words = useWords()
  const [open, set] = useState(false)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => handleKey(event, { open, set })
    const show = (): void => set(true)
    document.addEventListener('keydown', listen)
    document.addEventListener(SHOW, show)
    return () => {
      document.removeEventListener('keydown', listen)
      document.removeEventListener(SHOW, show)
    }
  }, [open])
  useEffect(() => {
    if (!open) return undefined
    const before = document.activeElement
    panel.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [open])
  if (!open) return null
  return (
    <section ref={panel} className="key-map" role="dialog" aria-modal="false" aria-labelledby="keys-title" tabIndex={-1}>
      <header className="panel-head">
        <h2 id="keys-title">{words.t('keys.title')}</h2>
        <button type="button" className="action action-quiet" onClick={() => set(false)}>
          {words.t('action.close')}
        </button>
      </header>
      <dl className="key-list">
        {KEYS.map(({ action, shown, says }) => (
          <div key={action} className="key-line">
            <dt>
              <kbd dir="ltr">{shown}</kbd>
            </dt>
            <dd>{words.t(says)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
