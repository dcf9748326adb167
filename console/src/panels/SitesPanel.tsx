import { useMemo, useState, type ReactNode } from 'react'
import type { AlertView, SiteView } from '../../../src/model/api.ts'
import { useAlerts, useSites, useStatus, useZones } from '../feed/feed-client.ts'
import { select, setUrlState, useUrlPart } from '../state/url-state.ts'
import { useWords } from '../words.tsx'
import { EmptyState } from './EmptyState.tsx'
import { PriorityMark } from './PriorityMark.tsx'
import { queueOf } from './queue-order.ts'
import { nameMatches } from './site-search.ts'
import './panels.css'
import './lists.css'

/** Every site and how it stands; found by its name in any of the four languages. Those that something comes to are first, of these the one it heads for. */
export function SitesPanel(): ReactNode {
  const words = useWords()
  const sites = useSites()
  const alerts = useAlerts()
  const { loaded } = useStatus()
  const own = useUrlPart('site')
  const [query, setQuery] = useState('')
  const zones = useZones()
  const bySite = useMemo(() => alertsBySite(alerts.values()), [alerts])
  const targets = useMemo(
    () =>
      new Set(
        [...bySite.values()]
          .map(([first]) => first?.zone ?? undefined)
          .map((zone) => (zone === undefined ? undefined : zones.get(zone)?.site)),
      ),
    [bySite, zones],
  )
  const found = [...sites.values()]
    .filter((site) => query.trim() === '' || nameMatches(site.name, query))
    .sort(
      (a, b) =>
        urgencyOf(bySite.get(a.id)) - urgencyOf(bySite.get(b.id)) ||
        Number(targets.has(b.id)) - Number(targets.has(a.id)) ||
        Number(b.protected) - Number(a.protected),
    )
  return (
    <section className="panel sites-panel" aria-labelledby="sites-title">
      <header className="panel-head">
        <h2 id="sites-title">{words.t('sites.title')}</h2>
        <span className="panel-note">{words.t('sites.count', { count: found.length })}</span>
      </header>
      <div className="search">
        <label htmlFor="site-search" className="sr-only">
          {words.t('sites.search')}
        </label>
        <input
          id="site-search"
          type="search"
          dir="auto"
          placeholder={words.t('sites.search')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        {own !== undefined && (
          <button type="button" className="action" onClick={() => setUrlState({ site: undefined })}>
            {words.t('sites.all')}
          </button>
        )}
      </div>
      {!loaded && <EmptyState title={words.t('state.loading')} busy />}
      {loaded && found.length === 0 && <EmptyState title={words.t('sites.none')} todo={words.t('sites.noneTodo')} />}
      <ul className="health-list" aria-labelledby="sites-title">
        {found.map((site) => (
          <SiteCard key={site.id} site={site} alerts={bySite.get(site.id) ?? []} own={own === site.id} />
        ))}
      </ul>
    </section>
  )
}

function SiteCard({
  site,
  alerts,
  own,
}: {
  readonly site: SiteView
  readonly alerts: readonly AlertView[]
  readonly own: boolean
}): ReactNode {
  const words = useWords()
  const selection = useUrlPart('selection')
  const first = alerts[0]
  return (
    <li className={own ? 'health site-own' : 'health'}>
      <button
        type="button"
        className="health-open site-open"
        aria-current={selection?.kind === 'site' && selection.id === site.id ? 'true' : undefined}
        onClick={() => select({ kind: 'site', id: site.id })}
      >
        <span className="health-name">
          <bdi>{words.local(site.name)}</bdi>
        </span>
        <span className="health-state">
          {first !== undefined && <PriorityMark priority={first.priority} />}
          <span className={first === undefined ? 'quiet' : ''}>
            {first === undefined ? words.t('site.quiet') : words.t('sites.alerts', { count: alerts.length })}
          </span>
        </span>
        <span className="health-line quiet">{words.t(`site.${site.kind as 'stadium'}`)}</span>
      </button>
    </li>
  )
}

/** Open alerts of each site, the most urgent first. */
function alertsBySite(alerts: Iterable<AlertView>): ReadonlyMap<string, readonly AlertView[]> {
  const bySite = new Map<string, AlertView[]>()
  for (const alert of queueOf(alerts, undefined)) {
    if (alert.state === 'shelved') continue
    for (const site of alert.sites) {
      const list = bySite.get(site)
      if (list === undefined) bySite.set(site, [alert])
      else list.push(alert)
    }
  }
  return bySite
}

/** Sites keep their order within a priority, so that the list does not run about with the seconds. */
function urgencyOf(alerts: readonly AlertView[] | undefined): number {
  return alerts?.[0]?.priority ?? 9
}
