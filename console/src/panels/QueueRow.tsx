import { memo, type ReactNode } from 'react'
import type { AlertView, TrackView } from '../../../src/model/api.ts'
import { useItem, useNowMs } from '../feed/feed-client.ts'
import { isStale } from '../map/looks.ts'
import { select, useUrlPart } from '../state/url-state.ts'
import { useWords } from '../words.tsx'
import { askForm } from './asked-form.ts'
import { PriorityMark } from './PriorityMark.tsx'
import { isFolded, sitesByTarget } from './queue-order.ts'
import { alertTitle, approachOf, reasonNow } from './track-words.ts'
import { TrackSymbol } from './TrackSymbol.tsx'
import { useCommand } from './use-command.ts'

const SITES_SHOWN = 2

/** One line of the queue: what, why, how long, how far, where; then the two things that one can do with it at once. */
export const QueueRow = memo(function QueueRow({
  alert,
  track,
}: {
  readonly alert: AlertView | undefined
  readonly track: TrackView | undefined
}): ReactNode {
  const words = useWords()
  const selection = useUrlPart('selection')
  const target = useItem('zone', alert?.zone ?? undefined)?.site
  // A row whose alert has just cleared keeps its place, and its height, until the hand leaves the list.
  if (alert === undefined) return <li className="queue-row queue-gone">{words.t('alert-state.cleared')}</li>
  const title = alertTitle(words, alert, track)
  const chosen = selection?.kind === 'alert' && selection.id === alert.id
  const classes = [
    'queue-row',
    `row-priority-${alert.priority}`,
    `row-${alert.state}`,
    isFolded(alert) ? 'row-folded' : '',
    chosen ? 'row-chosen' : '',
  ]
  return (
    <li className={classes.join(' ')} data-alert={alert.id}>
      <button
        type="button"
        className="queue-open"
        aria-current={chosen ? 'true' : undefined}
        onClick={() => select({ kind: 'alert', id: alert.id })}
      >
        <PriorityMark priority={alert.priority} calling={alert.state === 'unacknowledged' && alert.priority === 1} />
        <span className="sr-only">{words.t(`priority.${alert.priority}`)}</span>
        {track === undefined ? <span className="track-symbol" /> : <TrackSymbol track={track} />}
        <span className="queue-what">
          <span className="queue-title">
            {title}{' '}
            {track?.callsign ? (
              <bdi dir="ltr">{track.callsign}</bdi>
            ) : (
              alert.track !== null && (
                <bdi dir="ltr" className="quiet">
                  {alert.track}
                </bdi>
              )
            )}
          </span>
          <RowReason alert={alert} track={track} />
        </span>
        <RowFigures alert={alert} track={track} />
        <span className="queue-where">
          <span>{sitesOf(words, alert, target)}</span>
          <span className="quiet">{stateOf(words, alert)}</span>
        </span>
      </button>
      <RowActions alert={alert} title={title} />
    </li>
  )
})

function RowReason({ alert, track }: { readonly alert: AlertView; readonly track: TrackView | undefined }): ReactNode {
  const words = useWords()
  const nowMs = useNowMs()
  const reason = alert.reasons[0]
  return (
    <span className="queue-reason">
      {reason === undefined ? words.t(`alert.${alert.kind}`) : words.reason(reasonNow(reason, track, nowMs))}
    </span>
  )
}

function RowFigures({ alert, track }: { readonly alert: AlertView; readonly track: TrackView | undefined }): ReactNode {
  const words = useWords()
  const nowMs = useNowMs()
  const approach = approachOf(track, alert, nowMs)
  if (approach === undefined || alert.state === 'returned') return <span className="queue-figures" />
  const time = words.durationFigure(approach.timeS)
  const distance = words.distanceFigure(approach.distanceM)
  return (
    <span className={track !== undefined && isStale(track, nowMs) ? 'queue-figures figure-stale' : 'queue-figures'}>
      <span className="queue-figure">
        <span className="sr-only">{words.t('queue.timeToZone')}: </span>
        {approach.inside ? (
          <b className="queue-inside">{words.t('queue.inside')}</b>
        ) : (
          <>
            <bdi className="figure-value">{time.value}</bdi> <span className="figure-unit">{time.unit}</span>
          </>
        )}
      </span>
      <span className="queue-figure">
        <span className="sr-only">{words.t('queue.distance')}: </span>
        {!approach.inside && (
          <>
            <bdi className="figure-value">{distance.value}</bdi> <span className="figure-unit">{distance.unit}</span>
          </>
        )}
      </span>
    </span>
  )
}

function sitesOf(words: ReturnType<typeof useWords>, alert: AlertView, target: string | null | undefined): string {
  const sites = sitesByTarget(alert, target)
  // Two fit; where there are more, the one it heads for and how many others.
  const names = sites.slice(0, sites.length > SITES_SHOWN ? 1 : SITES_SHOWN).map((id) => words.nameOf('site', id))
  const more = alert.sites.length - names.length
  const said = words.list(names)
  return more > 0 ? `${said} ${words.t('queue.moreSites', { count: more })}` : said
}

function stateOf(words: ReturnType<typeof useWords>, alert: AlertView): string {
  if (alert.state === 'shelved' && alert.shelvedUntilMs !== null) return words.t('queue.shelvedUntil', { atMs: alert.shelvedUntilMs })
  return words.t(`alert-state.${alert.state}`)
}

function RowActions({ alert, title }: { readonly alert: AlertView; readonly title: string }): ReactNode {
  const words = useWords()
  const { busy, run } = useCommand()
  const unacknowledged = alert.state === 'unacknowledged' || alert.state === 'returned'
  const shelve = (): void => {
    select({ kind: 'alert', id: alert.id })
    askForm({ form: 'shelve', id: alert.id })
  }
  return (
    <span className="queue-actions">
      {unacknowledged && (
        <button
          type="button"
          className="action"
          disabled={busy}
          aria-label={`${words.t('alert.acknowledge')}: ${title}`}
          onClick={() => void run({ kind: 'alert.acknowledge', alert: alert.id })}
        >
          {words.t('alert.acknowledge')}
        </button>
      )}
      {alert.state !== 'shelved' && (
        <button type="button" className="action action-quiet" aria-label={`${words.t('alert.shelve')}: ${title}`} onClick={shelve}>
          {words.t('alert.shelve')}
        </button>
      )}
    </span>
  )
}
