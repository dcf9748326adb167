import type { ReactNode } from 'react'
import type { SiteView } from '../../../src/model/api.ts'
import { useAlerts, useEvent, useNodes, useNowMs, useTracks, useZones } from '../feed/feed-client.ts'
import { select, setUrlState, useUrlPart } from '../state/url-state.ts'
import { useWords } from '../words.tsx'
import { Answers, Fact } from './Answers.tsx'
import { Figure } from './Figure.tsx'
import { queueOf } from './queue-order.ts'
import { alertTitle, approachToSite, reasonNow } from './track-words.ts'

export function InspectSite({ site }: { readonly site: SiteView }): ReactNode {
  const words = useWords()
  const alerts = queueOf(useAlerts().values(), site.id)
  const tracks = useTracks()
  const nodes = [...useNodes().values()].filter((node) => node.site === site.id)
  const own = useUrlPart('site')
  const nowMs = useNowMs()
  return (
    <Answers
      asks={{ why: 'inspector.stands', who: 'inspector.watches', where: 'inspector.coming' }}
      answers={{
        what: <WhatSite site={site} />,
        why: alerts.length === 0 ? <p className="quiet">{words.t('site.quiet')}</p> : (
          <ul className="reasons">{alerts.map((alert) => <li key={alert.id}>{alert.reasons[0] === undefined ? words.t(`alert.${alert.kind}`) : words.reason(reasonNow(alert.reasons[0], alert.track === null ? undefined : tracks.get(alert.track), nowMs))}</li>)}</ul>
        ),
        who: nodes.length === 0 ? <p className="quiet">{words.t('site.noWatchers')}</p> : (
          <ul className="contributors" aria-label={words.t('site.watchers')}>
            {nodes.map((node) => (
              <li key={node.id}>
                <button type="button" className="link" onClick={() => select({ kind: 'node', id: node.id })}><bdi>{words.nameOf('node', node.id)}</bdi></button>
                <span>{words.t(`node-state.${node.state}`)}</span>
              </li>
            ))}
          </ul>
        ),
        where: alerts.length === 0 ? <p className="quiet">{words.t('site.nothingComing')}</p> : (
          <ul className="plain">
            {alerts.map((alert) => (
              <li key={alert.id}><button type="button" className="link" onClick={() => select({ kind: 'alert', id: alert.id })}>{alertTitle(words, alert, alert.track === null ? undefined : tracks.get(alert.track))}</button></li>
            ))}
          </ul>
        ),
        howLong: <SiteClock site={site} />,
        toDo: (
          <div className="actions">
            <button type="button" className="action" onClick={() => setUrlState({ site: own === site.id ? undefined : site.id })}>
              {own === site.id ? words.t('sites.all') : words.t('sites.only', { site: words.local(site.name) })}
            </button>
          </div>
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
      <Fact label={words.t('inspector.position')}><bdi dir="ltr" className="tabular">{words.position(site.latDeg, site.lonDeg)}</bdi></Fact>
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
      return track === undefined ? undefined : approachToSite(track, site.id, nowMs)
    })
    .filter((each) => each !== undefined)
    .sort((a, b) => a.timeS - b.timeS)[0]
  if (coming === undefined) return <p className="quiet">{words.t('inspector.noTime')}</p>
  if (coming.inside) return <p className="inside-line">{words.t('inspector.insideZone')}</p>
  return (
    <dl className="figures">
      <Figure label={words.t('inspector.timeToZone')} figure={words.durationFigure(coming.timeS)} />
      <Figure label={words.t('inspector.distanceToZone')} figure={words.distanceFigure(coming.distanceM)} />
    </dl>
  )
}
