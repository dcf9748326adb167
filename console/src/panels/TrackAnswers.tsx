import type { ReactNode } from 'react'
import type { AlertView, ReasonView, TrackView } from '../../../src/model/api.ts'
import { claimLabel } from '../../../src/words/words.ts'
import { useNowMs } from '../feed/feed-client.ts'
import { select } from '../state/url-state.ts'
import { isStale } from '../map/looks.ts'
import { useWords } from '../words.tsx'
import { Fact } from './Answers.tsx'
import { Figure } from './Figure.tsx'
import { approachOf, classNameWord, nextApproach, reasonNow, seenWord, type Approach } from './track-words.ts'
import { TrackSymbol } from './TrackSymbol.tsx'

/** A track's part in each of the six answers; an alert about a track gives the same ones. */
export function WhatTrack({ track }: { readonly track: TrackView }): ReactNode {
  const words = useWords()
  const nowMs = useNowMs()
  const likely = track.classes.filter((each) => each.probability >= 0.05).slice(0, 4)
  const known = likely.filter((each) => each.class !== 'unknown')
  const labelOf = (name: string): string => (name === 'unknown' ? words.t('inspector.classUnknown') : classNameWord(words, name))
  return (
    <>
      <p className="what-line">
        <TrackSymbol track={track} />
        <span className="what-identity">{words.t(`identity.${track.identity}`)}</span>
        {track.callsign !== null && (
          <bdi dir="ltr" className="what-callsign">
            {track.callsign}
          </bdi>
        )}
      </p>
      {isStale(track, nowMs) && <p className="stale-line">{words.t('inspector.stale', { agoS: (nowMs - track.updatedMs) / 1000 })}</p>}
      {known.length === 0 ? (
        <p>{words.t('inspector.classUnknown')}</p>
      ) : (
        <ul className="class-list" aria-label={words.t('inspector.class')}>
          {likely.map((each) => (
            <li key={each.class}>
              <span>{labelOf(each.class)}</span>
              <meter min={0} max={1} value={each.probability} aria-label={labelOf(each.class)} />
              <bdi className="tabular">{words.percent(each.probability)}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">{words.t('inspector.existence', { probability: track.existence })}</p>
      <dl className="facts">
        <Fact label={words.t('inspector.claims')}>
          {track.claims.length === 0 ? (
            words.t('inspector.noClaims')
          ) : (
            <ul className="plain">
              {track.claims.map((claim) => (
                <li key={claim}>
                  <bdi dir="ltr">{claimLabel(claim)}</bdi>
                </li>
              ))}
            </ul>
          )}
        </Fact>
      </dl>
    </>
  )
}

export function WhyReasons({
  reasonsFor,
  reasonsAgainst,
  reasonsEarlier = [],
  track,
}: {
  readonly reasonsFor: readonly ReasonView[]
  readonly reasonsAgainst: readonly ReasonView[]
  readonly reasonsEarlier?: readonly ReasonView[]
  readonly track: TrackView | undefined
}): ReactNode {
  const words = useWords()
  const nowMs = useNowMs()
  if (reasonsFor.length + reasonsAgainst.length + reasonsEarlier.length === 0)
    return <p className="quiet">{words.t('inspector.noReasons')}</p>
  return (
    <>
      <ReasonList label={words.t('inspector.for')} sign="for" reasons={reasonsFor.map((reason) => reasonNow(reason, track, nowMs))} />
      <ReasonList
        label={words.t('inspector.against')}
        sign="against"
        reasons={reasonsAgainst.map((reason) => reasonNow(reason, track, nowMs))}
      />
      <ReasonList label={words.t('inspector.earlier')} sign="earlier" reasons={reasonsEarlier} />
    </>
  )
}

function ReasonList({
  label,
  sign,
  reasons,
}: {
  readonly label: string
  readonly sign: 'for' | 'against' | 'earlier'
  readonly reasons: readonly ReasonView[]
}): ReactNode {
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

/** A sensor that was quiet for longer than this has lost sight of it, however often the others see it. */
const AGED_MS = 5000

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
            <span className={nowMs - each.lastMs > Math.max(AGED_MS, 2000 * track.updateIntervalS) ? 'quiet tabular aged' : 'tabular'}>
              {seenWord(words, (nowMs - each.lastMs) / 1000)}
            </span>
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
              <span className="tabular">
                {threat.relation === 'inside'
                  ? words.t('inspector.insideZone')
                  : `${words.duration(Math.max(0, threat.timeToZoneS - Math.max(0, nowMs - track.atMs) / 1000))} · ${words.distance(threat.distanceM)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <dl className="facts">
        <Fact label={words.t('inspector.course')}>
          <bdi dir="ltr">{words.bearing(track.courseDeg)}</bdi>
        </Fact>
        <Fact label={words.t('inspector.speed')}>{words.speed(track.speedMps)}</Fact>
        <Fact label={words.t('inspector.height')}>
          {track.altAmslM === null ? words.t('inspector.heightUnknown') : words.height(track.altAmslM)}
          {track.verticalSigmaM !== null && <span className="quiet"> ± {words.height(track.verticalSigmaM)}</span>}
        </Fact>
        <Fact label={words.t('inspector.climb')}>{words.climb(track.climbMps)}</Fact>
        <Fact label={words.t('inspector.position')}>
          <bdi dir="ltr" className="tabular">
            {words.position(track.latDeg, track.lonDeg)}
          </bdi>
        </Fact>
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
  return (
    <ApproachClock approach={approach} next={nextApproach(track, approach, nowMs)} stale={track !== undefined && isStale(track, nowMs)} />
  )
}

/** Time and distance, large; for one inside already, that it is, and the time to the next ring in. */
export function ApproachClock({
  approach,
  next,
  stale,
}: {
  readonly approach: Approach
  readonly next: Approach | undefined
  readonly stale: boolean
}): ReactNode {
  const words = useWords()
  const nameOf = ({ zone }: Approach): ReactNode =>
    zone !== null && (
      <p>
        <bdi>{words.nameOf('zone', zone)}</bdi>
      </p>
    )
  return (
    <>
      {nameOf(approach)}
      {approach.inside ? (
        <p className="inside-line">{words.t('inspector.insideZone')}</p>
      ) : (
        <ApproachFigures approach={approach} stale={stale} />
      )}
      {next !== undefined && (
        <>
          {nameOf(next)}
          <ApproachFigures approach={next} stale={stale} />
        </>
      )}
    </>
  )
}

function ApproachFigures({ approach, stale }: { readonly approach: Approach; readonly stale: boolean }): ReactNode {
  const words = useWords()
  return (
    <dl className="figures">
      <Figure
        label={words.t('inspector.timeToZone')}
        figure={words.durationFigure(approach.timeS)}
        stale={stale}
        note={Number.isFinite(approach.sigmaS) ? words.t('inspector.plusMinus', { sigmaS: approach.sigmaS }) : undefined}
      />
      <Figure
        label={words.t('inspector.distanceToZone')}
        figure={words.distanceFigure(approach.distanceM)}
        stale={stale}
        note={approach.closestM === undefined ? undefined : words.t('inspector.closest', { distanceM: approach.closestM })}
      />
    </dl>
  )
}
