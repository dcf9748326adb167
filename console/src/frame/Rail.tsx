import type { ReactNode } from 'react'
import { useUrlState, type ConsoleView } from '../state/url-state.ts'
import { useWords } from '../words.tsx'

const ICONS: Readonly<Record<ConsoleView, ReactNode>> = {
  air: <path d="M12 3v18M12 8 3 13v2l9-2 9 2v-2zM8 21l4-2 4 2" />,
  sites: <path d="M12 21s-7-6.2-7-11.5A7 7 0 0 1 19 9.5C19 14.8 12 21 12 21zm0-9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z" />,
  nodes: (
    <path d="M12 13v8M9 21h6M12 13a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7.5 15.5a6.4 6.4 0 0 1 0-9m9 0a6.4 6.4 0 0 1 0 9M4.7 18.3a10.3 10.3 0 0 1 0-14.6m14.6 0a10.3 10.3 0 0 1 0 14.6" />
  ),
}
const VIEWS: readonly ConsoleView[] = ['air', 'sites', 'nodes']

/** The views of the room. The map and the queue stay whichever is open. */
export function Rail(): ReactNode {
  const words = useWords()
  const [{ view }, set] = useUrlState()
  return (
    <nav className="area-rail" aria-label={words.t('rail.label')}>
      {VIEWS.map((each) => (
        <button
          key={each}
          type="button"
          className="rail-button"
          aria-current={each === view ? 'page' : undefined}
          onClick={() => set({ view: each })}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            {ICONS[each]}
          </svg>
          <span>{words.t(`rail.${each}`)}</span>
        </button>
      ))}
    </nav>
  )
}
