import { useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useAlerts, useStatus, useTracks } from '../feed/feed-client.ts'
import { useUrlPart } from '../state/url-state.ts'
import { useWords } from '../words.tsx'
import { EmptyState } from './EmptyState.tsx'
import { PriorityMark } from './PriorityMark.tsx'
import { QueueRow } from './QueueRow.tsx'
import { queueOf } from './queue-order.ts'
import { SoundSwitch } from './SoundSwitch.tsx'
import { alertTitle } from './track-words.ts'
import { useHeldQueue } from './use-held-queue.ts'
import './panels.css'
import './queue.css'

/** What asks for you, most urgent first. Nothing moves under a hand: what is new waits behind its own button. */
export function Queue(): ReactNode {
  const words = useWords()
  const alerts = useAlerts()
  const tracks = useTracks()
  const site = useUrlPart('site')
  const { loaded, link } = useStatus()
  const sorted = useMemo(() => queueOf(alerts.values(), site), [alerts, site])
  const held = useHeldQueue(sorted)
  const list = useRef<HTMLOListElement>(null)
  const keyDown = (event: KeyboardEvent<HTMLElement>): void => {
    held.handlers.onKeyDown?.(event)
    moveFocus(event, list.current)
  }
  const first = held.waiting[0]
  return (
    <section className="panel queue" aria-labelledby="queue-title" id="queue" tabIndex={-1}>
      <header className="panel-head">
        <h2 id="queue-title">{words.t('queue.title')}</h2>
        {site !== undefined && <span className="panel-note">{words.t('sites.only', { site: words.nameOf('site', site) })}</span>}
        <SoundSwitch alerts={sorted} />
      </header>
      <div className="queue-new" role="status">
        {first !== undefined && (
          <button type="button" onClick={held.release} data-key="n">
            <PriorityMark priority={first.priority} calling={first.priority === 1} />
            <span className="queue-new-count">{words.t('queue.new', { count: held.waiting.length })}</span>
            <span>{alertTitle(words, first, first.track === null ? undefined : tracks.get(first.track))}</span>
            <span className="quiet">{words.t('queue.showNew')}</span>
          </button>
        )}
      </div>
      {!loaded && (
        <EmptyState
          title={words.t(link === 'lost' ? 'state.failed' : 'state.loading')}
          todo={link === 'lost' ? words.t('state.failedTodo') : undefined}
          busy={link !== 'lost'}
        />
      )}
      {loaded && held.rows.length === 0 && (
        <EmptyState title={words.t('queue.empty')} todo={words.t('queue.emptyTodo', { count: tracks.size })} />
      )}
      {/* The list itself is not a control: it watches for a hand, and arrow keys move between the controls in it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol ref={list} className="queue-list" aria-labelledby="queue-title" {...held.handlers} onKeyDown={keyDown}>
        {held.rows.map(({ id, alert }) => (
          <QueueRow key={id} alert={alert} track={alert?.track === null || alert === undefined ? undefined : tracks.get(alert.track)} />
        ))}
      </ol>
    </section>
  )
}

/** Up and down move between rows; Home and End go to the ends. */
function moveFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (list === null || (step === undefined && event.key !== 'Home' && event.key !== 'End')) return
  const rows = [...list.querySelectorAll<HTMLElement>('.queue-open')]
  const here = rows.findIndex((row) => row.parentElement?.contains(document.activeElement) === true)
  const next = event.key === 'Home' ? 0 : event.key === 'End' ? rows.length - 1 : Math.min(rows.length - 1, Math.max(0, here + (step ?? 0)))
  rows[next]?.focus()
  event.preventDefault()
}
