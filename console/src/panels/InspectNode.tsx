import type { ReactNode } from 'react'
import type { NodeView } from '../../../src/model/api.ts'
import { useAlerts, useEvent, useNowMs, useTracks } from '../feed/feed-client.ts'
import { select } from '../state/url-state.ts'
import { useWords } from '../words.tsx'
import { Answers, Fact } from './Answers.tsx'
import { NodeActions } from './NodeActions.tsx'
import { sinceMs } from './node-words.ts'
import { seenWord } from './track-words.ts'

export function InspectNode({ node }: { readonly node: NodeView }): ReactNode {
  const words = useWords()
  const nowMs = useNowMs()
  const seen = [...useTracks().values()].filter((track) =>
    track.nodes.some((each) => each.node === node.id && nowMs - each.lastMs < 4000 * track.updateIntervalS),
  )
  const raised = [...useAlerts().values()].filter(
    (alert) => alert.state !== 'cleared' && alert.reasons.some((reason) => reason.params['node'] === node.id),
  )
  return (
    <Answers
      asks={{ why: 'inspector.stands', who: 'inspector.sees', where: 'inspector.whereIs' }}
      answers={{
        what: <NodeKind node={node} />,
        why: <NodeStanding node={node} />,
        who: <NodeSight node={node} seen={seen.length} nowMs={nowMs} />,
        where: <NodePlace node={node} />,
        howLong:
          raised.length === 0 ? (
            <p className="quiet">{words.t('inspector.noTime')}</p>
          ) : (
            <ul className="plain">
              {raised.map((alert) => (
                <li key={alert.id}>
                  <button type="button" className="link" onClick={() => select({ kind: 'alert', id: alert.id })}>
                    {words.t(`alert.${alert.kind}`)}
                  </button>
                </li>
              ))}
            </ul>
          ),
        toDo: node.state === 'pending' ? <NodeActions node={node} /> : <p className="quiet">{words.t('inspector.nothingToDo')}</p>,
      }}
    />
  )
}

type OfNode = { readonly node: NodeView }

function NodeKind({ node }: OfNode): ReactNode {
  const words = useWords()
  const owner = useEvent()?.nations.find((each) => each.id === node.owner)
  return (
    <dl className="facts">
      <Fact label={words.t('inspector.kind')}>
        {node.sensor === null ? words.t('class.unknown') : words.t(`sensor.${node.sensor as 'radar'}`)}
        {node.simulated && ` · ${words.t('nodes.simulated')}`}
      </Fact>
      <Fact label={words.t('nodes.state')}>
        {words.t(`node-state.${node.state}`)} <span className="quiet">{words.t('nodes.since', { atMs: sinceMs(node) })}</span>
      </Fact>
      {node.blindSinceMs !== null && (
        <Fact label={words.t('map.coverage')}>{words.t('nodes.blindSince', { atMs: node.blindSinceMs })}</Fact>
      )}
      <Fact label={words.t('nodes.owner')}>{owner === undefined ? node.owner : words.local(owner.name)}</Fact>
    </dl>
  )
}

function NodeStanding({ node }: OfNode): ReactNode {
  const words = useWords()
  return (
    <dl className="facts">
      <Fact label={words.t('nodes.detections')}>
        <bdi className="tabular">{words.number(node.detections)}</bdi>
      </Fact>
      <Fact label={words.t('nodes.rejected')}>
        <bdi className="tabular">{words.number(node.rejected)}</bdi>
      </Fact>
      {node.lastReject !== null && (
        <Fact label={words.t('nodes.lastRejectLabel')}>
          <bdi dir="ltr">{node.lastReject}</bdi>
        </Fact>
      )}
      <Fact label={words.t('nodes.clock')}>{node.clockOffsetMs === null ? '—' : words.milliseconds(node.clockOffsetMs)}</Fact>
      <Fact label={words.t('nodes.bias')}>
        {node.bias === null ? (
          '—'
        ) : (
          <>
            {words.t('nodes.biasValue', { biasDeg: node.bias.azimuthDeg, sigmaDeg: node.bias.sigmaDeg })}{' '}
            <span className="quiet">{words.t(node.bias.corrected ? 'nodes.corrected' : 'nodes.notCorrected')}</span>
          </>
        )}
      </Fact>
    </dl>
  )
}

function NodeSight({ node, seen, nowMs }: OfNode & { readonly seen: number; readonly nowMs: number }): ReactNode {
  const words = useWords()
  return (
    <>
      <p>{words.t('nodes.sees', { count: seen })}</p>
      {node.lastSeenMs === null ? (
        <p className="quiet">{words.t('nodes.never')}</p>
      ) : (
        <p className="quiet">
          {words.t('nodes.lastSeen')} {seenWord(words, (nowMs - node.lastSeenMs) / 1000)}
        </p>
      )}
    </>
  )
}

function NodePlace({ node }: OfNode): ReactNode {
  const words = useWords()
  const allRound = node.sectorFromDeg === null || node.sectorToDeg === null || Math.abs(node.sectorToDeg - node.sectorFromDeg) >= 359
  return (
    <dl className="facts">
      {node.site !== null && (
        <Fact label={words.t('queue.sites')}>
          <button type="button" className="link" onClick={() => node.site !== null && select({ kind: 'site', id: node.site })}>
            <bdi>{words.nameOf('site', node.site)}</bdi>
          </button>
        </Fact>
      )}
      {node.latDeg !== null && node.lonDeg !== null && (
        <Fact label={words.t('inspector.position')}>
          <bdi dir="ltr" className="tabular">
            {words.position(node.latDeg, node.lonDeg)}
          </bdi>
        </Fact>
      )}
      {node.maxRangeM !== null && <Fact label={words.t('nodes.range')}>{words.distance(node.maxRangeM)}</Fact>}
      <Fact label={words.t('nodes.sector')}>
        {allRound ? (
          words.t('nodes.allRound')
        ) : (
          <bdi dir="ltr">
            {words.bearing(node.sectorFromDeg ?? Number.NaN)} – {words.bearing(node.sectorToDeg ?? Number.NaN)}
          </bdi>
        )}
      </Fact>
    </dl>
  )
}
