import type { ReactNode } from 'react'
import type { AlertView } from '../../../src/model/api.ts'
import { useItem, useNowMs, useZones } from '../feed/feed-client.ts'
import { select } from '../state/url-state.ts'
import { useWords } from '../words.tsx'
import { AlertActions } from './AlertActions.tsx'
import { Answers, Fact } from './Answers.tsx'
import { PersonalView } from './PersonalView.tsx'
import { PriorityMark } from './PriorityMark.tsx'
import { sitesByTarget } from './queue-order.ts'
import { standingReasons } from './track-words.ts'
import { HowLong, WhatTrack, WhereHeading, WhoSees, WhyReasons } from './TrackAnswers.tsx'

/** An alert about an object answers with the object; one that folds many, or that a node raised, answers with its own figures. */
export function InspectAlert({ alert }: { readonly alert: AlertView }): ReactNode {
  const words = useWords()
  const track = useItem('track', alert.track ?? undefined)
  const reasons = standingReasons(alert, track)
  const sites = <SitesConcerned alert={alert} />
  return (
    <Answers
      answers={{
        what: (
          <>
            <AlertLine alert={alert} />
            {track !== undefined && <WhatTrack track={track} />}
          </>
        ),
        why: <WhyReasons reasonsFor={reasons.for} reasonsAgainst={reasons.against} reasonsEarlier={reasons.earlier} track={track} />,
        who: track === undefined ? <p className="quiet">{words.t('inspector.nobody')}</p> : <WhoSees track={track} />,
        where:
          track === undefined ? (
            sites
          ) : (
            <>
              {sites}
              <WhereHeading track={track} />
            </>
          ),
        howLong: <HowLong track={track} alert={alert} />,
        toDo: (
          <>
            <AlertActions alert={alert} />
            {track !== undefined && <PersonalView key={track.id} track={track} />}
          </>
        ),
      }}
    />
  )
}

function AlertLine({ alert }: { readonly alert: AlertView }): ReactNode {
  const words = useWords()
  const nowMs = useNowMs()
  return (
    <>
      <p className="what-line">
        <PriorityMark priority={alert.priority} />
        <span>
          {words.t(`priority.${alert.priority}`)} · {words.t(`alert.${alert.kind}`)}
        </span>
      </p>
      <dl className="facts">
        <Fact label={words.t('inspector.state')}>
          {words.t(`alert-state.${alert.state}`)} ·{' '}
          <span className="quiet">{words.t('queue.raised', { agoS: Math.max(0, (nowMs - alert.raisedMs) / 1000) })}</span>
        </Fact>
        {alert.members > 1 && (
          <Fact label={words.t('inspector.members')}>
            <bdi className="tabular">{words.number(alert.members)}</bdi>
          </Fact>
        )}
      </dl>
    </>
  )
}

function SitesConcerned({ alert }: { readonly alert: AlertView }): ReactNode {
  const words = useWords()
  const zones = useZones()
  const zone = alert.zone === null ? undefined : zones.get(alert.zone)
  if (alert.sites.length === 0) return zone === undefined ? <p className="quiet">{words.t('inspector.noHeading')}</p> : null
  return (
    <ul className="plain site-links" aria-label={words.t('queue.sites')}>
      {sitesByTarget(alert, zone?.site).map((id) => (
        <li key={id}>
          <button type="button" className="link" onClick={() => select({ kind: 'site', id })}>
            <bdi>{words.nameOf('site', id)}</bdi>
          </button>
        </li>
      ))}
    </ul>
  )
}
