import type { ReactNode } from 'react'
import { useItem, useStatus } from '../feed/feed-client.ts'
import { select, useUrlPart, type Selection } from '../state/url-state.ts'
import { useWords, type RoomWords } from '../words.tsx'
import { EmptyState } from './EmptyState.tsx'
import { InspectAlert } from './InspectAlert.tsx'
import { InspectNode } from './InspectNode.tsx'
import { InspectFeed, InspectZone } from './InspectOthers.tsx'
import { InspectSite } from './InspectSite.tsx'
import { InspectTrack } from './InspectTrack.tsx'
import './panels.css'
import './inspector.css'

/** The thing you chose. Whatever it is, it answers the same six questions in the same order. */
export function Inspector(): ReactNode {
  const words = useWords()
  const chosen = useUrlPart('selection')
  const own = useUrlPart('site')
  // A site commander who has chosen nothing sees the own site.
  const selection: Selection | undefined = chosen ?? (own === undefined ? undefined : { kind: 'site', id: own })
  return (
    <section className="panel inspector" aria-labelledby="inspector-title" id="inspector" tabIndex={-1}>
      <header className="panel-head">
        <h2 id="inspector-title">{selection === undefined ? words.t('inspector.title') : titleOf(words, selection)}</h2>
        {chosen !== undefined && (
          <button type="button" className="action action-quiet" onClick={() => select(undefined)}>
            {words.t('action.close')}
          </button>
        )}
      </header>
      {selection === undefined ? (
        <EmptyState title={words.t('inspector.empty')} todo={words.t('inspector.emptyTodo')} />
      ) : (
        <Chosen key={`${selection.kind} ${selection.id}`} selection={selection} />
      )}
    </section>
  )
}

function titleOf(words: RoomWords, { kind, id }: Selection): string {
  if (kind === 'track') return words.t('inspector.track', { id })
  if (kind === 'alert') return words.t('inspector.alert', { id })
  return kind === 'feed' ? id : words.nameOf(kind, id)
}

function Chosen({ selection: { kind, id } }: { readonly selection: Selection }): ReactNode {
  const words = useWords()
  const { loaded } = useStatus()
  const track = useItem('track', kind === 'track' ? id : undefined)
  const alert = useItem('alert', kind === 'alert' ? id : undefined)
  const site = useItem('site', kind === 'site' ? id : undefined)
  const node = useItem('node', kind === 'node' ? id : undefined)
  const zone = useItem('zone', kind === 'zone' ? id : undefined)
  const feed = useItem('feed', kind === 'feed' ? id : undefined)
  if (track !== undefined) return <InspectTrack track={track} />
  if (alert !== undefined) return <InspectAlert alert={alert} />
  if (site !== undefined) return <InspectSite site={site} />
  if (node !== undefined) return <InspectNode node={node} />
  if (zone !== undefined) return <InspectZone zone={zone} />
  if (feed !== undefined) return <InspectFeed feed={feed} />
  if (!loaded) return <EmptyState title={words.t('state.loading')} busy />
  return <EmptyState title={words.t('inspector.gone')} todo={words.t('inspector.goneTodo')} />
}
