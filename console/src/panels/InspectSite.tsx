import type { ReactNode } from 'react'
import type { AlertView, SiteView } from '../../../src/model/api.ts'
import { useAlerts, useEvent, useNodes, useNowMs, useTracks, useZones } from '../feed/feed-client.ts'
import { isStale } from '../map/looks.ts'
import { select, setUrlState, useUrlPart } from '../state/url-state.ts'
import { useWords } from '../words.tsx'
import { AlertActions } from './AlertActions.tsx'
import { Answers, Fact } from './Answers.tsx'
import { firstOf, queueOf } from './queue-order.ts'
import { ApproachClock } from './TrackAnswers.tsx'
import { alertTitle, approachToSite, nextApproach, reasonNow } from './track-words.ts'

export function InspectSite({ site }: { readonly site: SiteView }): ReactNode {
  const words = useWords()
  const alerts = queueOf(useAlerts().values(), site.id)
  const tracks = useTracks()
  const first = firstOf(alerts, site.id)
  const nodes = [...useNodes().values()].filter((node) => node.site === site.id)
  const own = useUrlPart('site')
  const nowMs = useNowMs()
  return (
    <Answers
      asks={{ why: 'inspector.stands', who: 'inspector.watches', where: 'inspector.coming' }}
      answers={{
        what: <WhatSite site={site} />,
        why:
          alerts.length === 0 ? (
            <p className="quiet">{words.t('site.quiet')}</p>
          ) : (
            <ul className="reasons">
              {alerts.map((alert) => (
                <li key={alert.id}>
                  {alert.reasons[0] === undefined
                    ? words.t(`alert.${alert.kind}`)
                    : words.reason(reasonNow(alert.reasons[0], alert.track === null ? undefined : tracks.get(alert.track), nowMs))}
                </li>
              ))}
            </ul>
          ),
        who:
          nodes.length === 0 ? (
            <p className="quiet">{words.t('site.noWatchers')}</p>
          ) : (
            <ul className="contributors" aria-label={words.t('site.watchers')}>
              {nodes.map((node) => (
                <li key={node.id}>
                  <button type="button" className="link" onClick={() => select({ kind: 'node', id: node.id })}>
                    <bdi>{words.nameOf('node', node.id)}</bdi>
                  </button>
                  <span>{words.t(`node-state.${node.state}`)}</span>
                </li>
              ))}
            </ul>
          ),
        where: <Coming alerts={alerts} site={site} />,
        howLong: <SiteClock site={site} />,
        toDo: (
          <>
            {first !== undefined && (
              <div>
                <p className="quiet">
                  <button type="button" className="link" onClick={() => select({ kind: 'alert', id: first.id })}>
                    {alertTitle(words, first, first.track === null ? undefined : tracks.get(first.track))}
                  </button>
                </p>
                <AlertActions alert={first} />
              </div>
            )}
            <div className="actions">
              <button type="button" className="action" onClick={() => setUrlState({ site: own === site.id ? undefined : site.id })}>
                {own === site.id ? words.t('sites.all') : words.t('sites.only', { site: words.local(site.name) })}
              </button>
            </div>
          </>
        ),
      }}
    />
  )
}

function WhatSite({ site }: { readonly site: SiteView }): ReactNode {
  const words = useWords()
  const event = useEvent()
  const nation = (id: string): string => {
    const found = event?.nations.find((each) => each.id === id)
    return found === undefined ? id : words.local(found.name)
  }
  const zones = [...useZones().values()].filter((zone) => zone.site === site.id)
  return (
    <dl className="facts">
      <Fact label={words.t('site.kind')}>{words.t(`site.${site.kind as 'stadium'}`)}</Fact>
      <Fact label={words.t('site.command')}>{words.list([site.host, site.partner].filter((id) => id !== null).map(nation))}</Fact>
      <Fact label={words.t('inspector.position')}>
        <bdi dir="ltr" className="tabular">
          {words.position(site.latDeg, site.lonDeg)}
        </bdi>
      </Fact>
      {site.headcount !== null && <Fact label={words.t('site.peopleLabel')}>{words.t('site.people', { headcount: site.headcount })}</Fact>}
      {zones.length > 0 && <Fact label={words.t('site.zones')}>{words.list(zones.map((zone) => words.t(`zone.${zone.kind}`)))}</Fact>}
      {site.invented && <Fact label={words.t('inspector.state')}>{words.t('site.invented')}</Fact>}
    </dl>
  )
}

/** The soonest thing that comes to this site. */
function SiteClock({ site }: { readonly site: SiteView }): ReactNode {
  const words = useWords()
  const nowMs = useNowMs()
  const tracks = useTracks()
  const coming = queueOf(useAlerts().values(), site.id)
    .filter((alert) => alert.state === 'unacknowledged' || alert.state === 'acknowledged')
    .map((alert) => {
      const track = alert.track === null ? undefined : tracks.get(alert.track)
      const approach = track === undefined ? undefined : approachToSite(track, site.id, nowMs)
      return track === undefined || approach === undefined ? undefined : { track, approach }
    })
    .filter((each) => each !== undefined)
    .sort((a, b) => a.approach.timeS - b.approach.timeS)[0]
  if (coming === undefined) return <p className="quiet">{words.t('inspector.noTime')}</p>
  return (
    <ApproachClock
      approach={coming.approach}
      next={nextApproach(coming.track, coming.approach, nowMs)}
      stale={isStale(coming.track, nowMs)}
    />
  )
}

/** Objects on their way here, each with its time and distance; a silent node or a folded claim comes to nobody. */
function Coming({ alerts, site }: { readonly alerts: readonly AlertView[]; readonly site: SiteView }): ReactNode {
  const words = useWords()
  const nowMs = useNowMs()
  const tracks = useTracks()
  const coming = alerts.filter((alert) => alert.track !== null && alert.state !== 'returned')
  if (coming.length === 0) return <p className="quiet">{words.t('site.nothingComing')}</p>
  return (
    <ul className="threats">
      {coming.map((alert) => {
        const track = alert.track === null ? undefined : tracks.get(alert.track)
        const approach = track === undefined ? undefined : approachToSite(track, site.id, nowMs)
        return (
          <li key={alert.id}>
            <button type="button" className="link" onClick={() => select({ kind: 'alert', id: alert.id })}>
              {alertTitle(words, alert, track)}
            </button>
            {approach !== undefined && (
              <span className="tabular">
                {approach.inside
                  ? words.t('inspector.insideZone')
                  : `${words.duration(approach.timeS)} · ${words.distance(approach.distanceM)}`}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
