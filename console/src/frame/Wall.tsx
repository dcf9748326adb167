import { useMemo, type ReactNode } from 'react'
import type { AlertView, SiteView } from '../../../src/model/api.ts'
import { useAlerts, useEvent, useFeeds, useItem, useNodes, useNowMs, useSites, useStatus, useTracks } from '../feed/feed-client.ts'
import { MapPanel } from '../map/MapPanel.tsx'
import { isStale } from '../map/looks.ts'
import { PriorityMark } from '../panels/PriorityMark.tsx'
import { queueOf, sitesByTarget } from '../panels/queue-order.ts'
import { alertTitle, approachOf } from '../panels/track-words.ts'
import type { Wall as WallKind } from '../state/url-state.ts'
import { useWords } from '../words.tsx'
import './wall.css'

/** Wallboards: no controls, read from eight metres. */
export function Wall({ wall }: { readonly wall: WallKind }): ReactNode {
  return (
    <div className="wall">
      <WallHead />
      {wall === 'air' && (
        <main className="wall-main">
          <MapPanel controls={false} />
        </main>
      )}
      {wall === 'sites' && <SiteTiles />}
      {wall === 'load' && <LoadFigures />}
    </div>
  )
}

/** The time, and the one thing that is most urgent. */
function WallHead(): ReactNode {
  const words = useWords()
  const event = useEvent()
  const nowMs = useNowMs()
  const alerts = useAlerts()
  const tracks = useTracks()
  const first = useMemo(
    () => queueOf(alerts.values(), undefined).find((alert) => alert.state !== 'shelved' && alert.state !== 'returned'),
    [alerts],
  )
  return (
    <header className="wall-head" aria-label={words.t('header.label')}>
      <time className="wall-clock">{event === undefined ? '—' : words.time(nowMs)}</time>
      {first === undefined ? (
        <span className="quiet">{words.t('queue.empty')}</span>
      ) : (
        <FirstAlert alert={first} title={alertTitle(words, first, first.track === null ? undefined : tracks.get(first.track))} />
      )}
    </header>
  )
}

function FirstAlert({ alert, title }: { readonly alert: AlertView; readonly title: string }): ReactNode {
  const words = useWords()
  const nowMs = useNowMs()
  const tracks = useTracks()
  const track = alert.track === null ? undefined : tracks.get(alert.track)
  const approach = approachOf(track, alert, nowMs)
  const sites = sitesByTarget(alert, useItem('zone', alert.zone ?? undefined)?.site)
  return (
    <>
      <span className="wall-first">
        <PriorityMark priority={alert.priority} calling={alert.state === 'unacknowledged' && alert.priority === 1} />
        <strong>{title}</strong>
        <span>
          {sites[0] !== undefined && words.nameOf('site', sites[0])}{' '}
          {sites.length > 1 && words.t('queue.moreSites', { count: sites.length - 1 })}
        </span>
      </span>
      {approach !== undefined && (
        <span className={track !== undefined && isStale(track, nowMs) ? 'wall-figures wall-stale' : 'wall-figures'}>
          {approach.inside ? words.t('queue.inside') : `${words.duration(approach.timeS)} · ${words.distance(approach.distanceM)}`}
        </span>
      )}
    </>
  )
}

const KIND_ORDER = ['stadium', 'residence', 'training']
const orderOf = (site: SiteView): number => KIND_ORDER.indexOf(site.kind)

/** One tile for each protected site, stadiums first, in the event's own order: a place on the wall stays where it is. */
function SiteTiles(): ReactNode {
  const words = useWords()
  const sites = useSites()
  const alerts = useAlerts()
  const bySite = useMemo(() => {
    const worst = new Map<string, AlertView>()
    for (const alert of queueOf(alerts.values(), undefined))
      if (alert.state !== 'shelved') for (const site of alert.sites) if (!worst.has(site)) worst.set(site, alert)
    return worst
  }, [alerts])
  return (
    <main className="wall-main">
      <ul className="wall-tiles" aria-label={words.t('sites.title')}>
        {[...sites.values()]
          .filter((site) => site.protected)
          .toSorted((a, b) => orderOf(a) - orderOf(b))
          .map((site) => (
            <Tile key={site.id} site={site} alert={bySite.get(site.id)} />
          ))}
      </ul>
    </main>
  )
}

function Tile({ site, alert }: { readonly site: SiteView; readonly alert: AlertView | undefined }): ReactNode {
  const words = useWords()
  return (
    <li className={alert === undefined ? 'wall-tile' : `wall-tile tile-priority-${alert.priority}`}>
      {alert !== undefined && <PriorityMark priority={alert.priority} calling={alert.state === 'unacknowledged' && alert.priority === 1} />}
      <bdi>{words.local(site.name)}</bdi>
      {alert !== undefined && <span className="sr-only">{words.t(`priority.${alert.priority}`)}</span>}
    </li>
  )
}

const LOAD_WINDOW_MS = 600_000

function LoadFigures(): ReactNode {
  const words = useWords()
  const alerts = useAlerts()
  const tracks = useTracks()
  const feeds = useFeeds()
  const { committed } = useStatus()
  const nowMs = useNowMs(5000)
  const all = [...alerts.values()]
  const calling = all.filter((alert) => alert.state === 'unacknowledged').length
  const recent = all.filter((alert) => nowMs - alert.raisedMs <= LOAD_WINDOW_MS).length
  const nodes = useNodes()
  const seeing = [...nodes.values()].filter((node) => node.state === 'operational').length
  const live = [...feeds.values()].filter((feed) => feed.state === 'live').length
  const figures: readonly (readonly [string, string])[] = [
    [words.t('alert-state.unacknowledged'), words.number(calling)],
    [words.t('header.alarmLoad'), words.t('header.alarmLoadValue', { count: recent })],
    [words.t('rail.air'), words.t('map.tracks', { count: tracks.size })],
    [words.t('header.feeds'), words.t('header.feedsLive', { count: live, total: feeds.size })],
    [words.t('nodes.nodes'), words.t('header.feedsLive', { count: seeing, total: nodes.size })],
    [words.t('header.record'), words.number(committed)],
  ]
  return (
    <main className="wall-main">
      <dl className="wall-load">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </main>
  )
}
