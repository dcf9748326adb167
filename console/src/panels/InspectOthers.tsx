import type { ReactNode } from 'react'
import type { FeedHealthView, ZoneView } from '../../../src/model/api.ts'
import { useNowMs, useTracks } from '../feed/feed-client.ts'
import { select } from '../state/url-state.ts'
import { useWords } from '../words.tsx'
import { Answers, Fact } from './Answers.tsx'
import { classWord, seenWord } from './track-words.ts'

export function InspectZone({ zone }: { readonly zone: ZoneView }): ReactNode {
  const words = useWords()
  const threats = [...useTracks().values()]
    .flatMap((track) => track.threats.filter((threat) => threat.zone === zone.id).map((threat) => ({ track, threat })))
    .sort((a, b) => a.threat.timeToZoneS - b.threat.timeToZoneS)
  const soonest = threats[0]
  return (
    <Answers
      asks={{ why: 'inspector.whereIs', where: 'inspector.coming' }}
      answers={{
        what: (
          <dl className="facts">
            <Fact label={words.t('inspector.kind')}>{words.t(`zone.${zone.kind}`)}</Fact>
            <Fact label={words.t('inspector.state')}>
              {words.t(zone.active ? 'zone.active' : 'zone.inactive')}
              {zone.invented && ` · ${words.t('site.invented')}`}
            </Fact>
            <Fact label={words.t('zone.heights')}>
              <bdi>
                {words.height(zone.floorHaeM)} – {words.height(zone.ceilingHaeM)}
              </bdi>
            </Fact>
          </dl>
        ),
        why:
          zone.site === null ? (
            <p className="quiet">{words.t(`zone.${zone.kind}`)}</p>
          ) : (
            <button type="button" className="link" onClick={() => zone.site !== null && select({ kind: 'site', id: zone.site })}>
              {words.t('inspector.openSite', { site: words.nameOf('site', zone.site) })}
            </button>
          ),
        who: null,
        where:
          threats.length === 0 ? (
            <p className="quiet">{words.t('site.nothingComing')}</p>
          ) : (
            <ul className="plain">
              {threats.map(({ track }) => (
                <li key={track.id}>
                  <button type="button" className="link" onClick={() => select({ kind: 'track', id: track.id })}>
                    {classWord(words, track)} <bdi dir="ltr">{track.callsign ?? track.id}</bdi>
                  </button>
                </li>
              ))}
            </ul>
          ),
        howLong: <p>{soonest === undefined ? words.t('inspector.noTime') : words.duration(soonest.threat.timeToZoneS)}</p>,
        toDo: <p className="quiet">{words.t('inspector.nothingToDo')}</p>,
      }}
    />
  )
}

export function InspectFeed({ feed }: { readonly feed: FeedHealthView }): ReactNode {
  const words = useWords()
  const nowMs = useNowMs()
  return (
    <Answers
      asks={{ why: 'inspector.stands' }}
      answers={{
        what: (
          <dl className="facts">
            <Fact label={words.t('inspector.kind')}>
              <bdi dir="ltr">{feed.door.toUpperCase()}</bdi>
            </Fact>
            <Fact label={words.t('nodes.state')}>
              {words.t(`feed-state.${feed.state}`)} <span className="quiet">{words.t('nodes.since', { atMs: feed.stateSinceMs })}</span>
            </Fact>
          </dl>
        ),
        why: (
          <dl className="facts">
            {(['frames', 'accepted', 'rejected', 'shed'] as const).map((count) => (
              <Fact key={count} label={words.t(`nodes.${count}`)}>
                <bdi className="tabular">{words.number(feed[count])}</bdi>
              </Fact>
            ))}
            {feed.lastReject !== null && (
              <Fact label={words.t('nodes.lastRejectLabel')}>
                <bdi dir="ltr">{feed.lastReject}</bdi>
              </Fact>
            )}
          </dl>
        ),
        who: (
          <dl className="facts">
            <Fact label={words.t('nodes.connections')}>
              <bdi className="tabular">{words.number(feed.connections)}</bdi>
            </Fact>
          </dl>
        ),
        where: null,
        howLong: <p>{feed.lastFrameMs === null ? words.t('nodes.never') : seenWord(words, (nowMs - feed.lastFrameMs) / 1000)}</p>,
        toDo: <p className="quiet">{words.t('inspector.nothingToDo')}</p>,
      }}
    />
  )
}
