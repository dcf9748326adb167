import type { ReactNode } from 'react'
import type { AlertView, ReasonView, TrackView } from '../../../src/model/api.ts'
import { claimLabel } from '../../../src/words/words.ts'
import { useNowMs } from '../feed/feed-client.ts'
import { select } from '../state/url-state.ts'
import { isStale } from '../map/looks.ts'
import { useWords } from '../words.tsx'
import { Fact } from './Answers.tsx'
import { Figure } from './Figure.tsx'
import { approachOf, classNameWord, reasonNow } from './track-words.ts'
import { TrackSymbol } from './TrackSymbol.tsx'

/** A track's part in each of the six answers; an alert about a track gives the same ones. */
export function WhatTrack({ track }: { readonly track: TrackView }): ReactNode {
  const words = useWords()
  const nowMs = useNowMs()
  const likely = track.classes.filter((each) => each.probability >= 0.05).slice(0, 4)
  return (
    <>
      <p className="what-line">
        <TrackSymbol track={track} />
        <span className="what-identity">{words.t(`identity.${track.identity}`)}</span>
        {track.callsign !== null && <bdi dir="ltr" className="what-callsign">{track.callsign}</bdi>}
      </p>
      {isStale(track, nowMs) && <p className="stale-line">{words.t('inspector.stale', { agoS: (nowMs - track.updatedMs) / 1000 })}</p>}
      <ul className="class-list" aria-label={words.t('inspector.class')}>
        {likely.map((each) => (
          <li key={each.class}>
            <span>{each.class === 'unknown' ? words.t('identity.unknown') : classNameWord(words, each.class)}</span>
            <meter min={0} max={1} value={each.probability} aria-label={classNameWord(words, each.class)} />
            <bdi className="tabular">{words.percent(each.probability)}</bdi>
          </li>
        ))}
      </ul>
      <p className="quiet">{words.t('inspector.existence', { probability: track.existence })}</p>
      <dl className="facts">
        <Fact label={words.t('inspector.claims')}>{track.claims.length === 0 ? words.t('inspector.noClaims') : <ul className="plain">{track.claims.map((claim) => <li key={claim}><bdi dir="ltr">{claimLabel(claim)}</bdi></li>)}</ul>}</Fact>
      </dl>
    </>
  )
}

export function WhyReasons({ reasonsFor, reasonsAgainst, track }: { readonly reasonsFor: readonly ReasonView[]; readonly reasonsAgainst: readonly ReasonView[]; readonly track: TrackView | undefined }): ReactNode {
  const words = useWords()
  const nowMs = useNowMs()
  if (reasonsFor.length + reasonsAgainst.length === 0) return <p className="quiet">{words.t('inspector.noReasons')}</p>
  return (
    <>
      <ReasonList label={words.t('inspector.for')} sign="for" reasons={reasonsFor.map((reason) => reasonNow(reason, track, nowMs))} />
      <ReasonList label={words.t('inspector.against')} sign="against" reasons={reasonsAgainst} />
    </>
  )
}

function ReasonList({ label, sign, reasons }: { readonly label: string; readonly sign: 'for' | 'against'; readonly reasons: readonly ReasonView[] }): ReactNode {
  const words = useWords()
  if (reasons.length === 0) return null
  return (
    <div className={`reasons reasons-${sign}`}>
      <h4>{label}</h4>
      <ul>
        {reasons.map((reason, index) => (
          <li key={`${reason.code} ${index}`}>{words.reason(reason)}</li>
        ))}
      </ul>
    </div>
  )
}

export function WhoSees({ track }: { readonly track: TrackView }): ReactNode {
  const words = useWords()
  const nowMs = useNowMs()
  const nodes = track.nodes.toSorted((a, b) => b.lastMs - a.lastMs)
  return (
    <>
      {track.bodySeenMs === null && <p>{words.t('inspector.nobody')}</p>}
      <ul className="contributors">
        {nodes.map((each) => (
          <li key={each.node}>
            <button type="button" className="link" onClick={() => select({ kind: 'node', id: each.node })}>
              <bdi>{words.nameOf('node', each.node)}</bdi>
            </button>
            <span className={nowMs - each.lastMs > 2000 * track.updateIntervalS ? 'quiet tabular aged' : 'tabular'}>{words.t('inspector.seenAgo', { agoS: Math.max(0, (nowMs - each.lastMs) / 1000) })}</span>
            <span className="quiet tabular">{words.t('inspector.reports', { count: each.count })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

export function WhereHeading({ track }: { readonly track: TrackView }): ReactNode {
  const words = useWords()
  const nowMs = useNowMs()
  return (
    <>
      {track.threats.length === 0 ? (
        <p>{words.t(track.onGround ? 'inspector.onGround' : 'inspector.noHeading')}</p>
      ) : (
        <ul className="threats">
          {track.threats.map((threat) => (
            <li key={threat.zone}>
              <bdi className="threat-zone">{words.nameOf('zone', threat.zone)}</bdi>
              <span className="tabular">{threat.relation === 'inside' ? words.t('inspector.insideZone') : `${words.duration(Math.max(0, threat.timeToZoneS - Math.max(0, nowMs - track.atMs) / 1000))} · ${words.distance(threat.distanceM)}`}</span>
            </li>
          ))}
        </ul>
      )}
      <dl className="facts">
        <Fact label={words.t('inspector.course')}><bdi dir="ltr">{words.bearing(track.courseDeg)}</bdi></Fact>
        <Fact label={words.t('inspector.speed')}>{words.speed(track.speedMps)}</Fact>
        <Fact label={words.t('inspector.height')}>{track.altAmslM === null ? words.t('inspector.heightUnknown') : words.height(track.altAmslM)}{track.verticalSigmaM !== null && <span className="quiet"> ± {words.height(track.verticalSigmaM)}</span>}</Fact>
        <Fact label={words.t('inspector.climb')}>{words.climb(track.climbMps)}</Fact>
        <Fact label={words.t('inspector.position')}><bdi dir="ltr" className="tabular">{words.position(track.latDeg, track.lonDeg)}</bdi></Fact>
        <Fact label={words.t('inspector.uncertainty')}>± {words.distance(track.ellipse.majorM)}</Fact>
      </dl>
    </>
  )
}

export function HowLong({ track, alert }: { readonly track: TrackView | undefined; readonly alert: AlertView | undefined }): ReactNode {
  const words = useWords()
  const nowMs = useNowMs()
  const approach = alert?.state === 'returned' ? undefined : approachOf(track, alert, nowMs)
  if (approach === undefined) return <p className="quiet">{words.t('inspector.noTime')}</p>
  const stale = track !== undefined && isStale(track, nowMs)
  return (
    <>
      {approach.zone !== null && <p><bdi>{words.nameOf('zone', approach.zone)}</bdi></p>}
      {approach.inside ? (
        <p className="inside-line">{words.t('inspector.insideZone')}</p>
      ) : (
        <dl className="figures">
          <Figure label={words.t('inspector.timeToZone')} figure={words.durationFigure(approach.timeS)} stale={stale} note={Number.isFinite(approach.sigmaS) ? words.t('inspector.plusMinus', { sigmaS: approach.sigmaS }) : undefined} />
          <Figure label={words.t('inspector.distanceToZone')} figure={words.distanceFigure(approach.distanceM)} stale={stale} note={approach.closestM === undefined ? undefined : words.t('inspector.closest', { distanceM: approach.closestM })} />
        </dl>
      )}
    </>
  )
}
