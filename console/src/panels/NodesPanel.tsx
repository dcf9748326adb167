import type { ReactNode } from 'react'
import type { FeedHealthView, NodeView } from '../../../src/model/api.ts'
import { useFeeds, useNodes, useNowMs, useStatus } from '../feed/feed-client.ts'
import { select, useUrlPart } from '../state/url-state.ts'
import { useWords } from '../words.tsx'
import { EmptyState } from './EmptyState.tsx'
import { NodeActions } from './NodeActions.tsx'
import { isBiased, sinceMs } from './node-words.ts'
import { seenWord } from './track-words.ts'
import './panels.css'
import './lists.css'

/** What needs a person first, then what is not well, then the rest by name. */
const URGENCY: Readonly<Record<NodeView['state'], number>> = {
  pending: 0,
  fault: 1,
  silent: 2,
  expected: 3,
  operational: 4,
  'status-only': 5,
  goodbye: 6,
  refused: 7,
}
const WELL: readonly NodeView['state'][] = ['operational', 'status-only']

/** Health of every node and feed: since when, how much, what was refused and why, whose clock or north is off. */
export function NodesPanel(): ReactNode {
  const words = useWords()
  const nodes = useNodes()
  const feeds = useFeeds()
  const { loaded } = useStatus()
  const site = useUrlPart('site')
  const sorted = [...nodes.values()]
    .filter((node) => site === undefined || node.site === site)
    .sort((a, b) => URGENCY[a.state] - URGENCY[b.state] || (words.nameOf('node', a.id) < words.nameOf('node', b.id) ? -1 : 1))
  return (
    <section className="panel nodes-panel" aria-labelledby="nodes-title">
      <header className="panel-head">
        <h2 id="nodes-title">{words.t('nodes.title')}</h2>
      </header>
      {!loaded && <EmptyState title={words.t('state.loading')} busy />}
      {loaded && sorted.length === 0 && feeds.size === 0 && <EmptyState title={words.t('nodes.empty')} todo={words.t('nodes.emptyTodo')} />}
      {sorted.length > 0 && (
        <h3 className="list-head" id="nodes-list-title">
          {words.t('nodes.nodes')}
        </h3>
      )}
      <ul className="health-list" aria-labelledby={sorted.length > 0 ? 'nodes-list-title' : 'nodes-title'}>
        {sorted.map((node) => (
          <NodeCard key={node.id} node={node} />
        ))}
      </ul>
      {feeds.size > 0 && (
        <h3 className="list-head" id="feeds-list-title">
          {words.t('nodes.feeds')}
        </h3>
      )}
      <ul className="health-list" aria-labelledby={feeds.size > 0 ? 'feeds-list-title' : 'nodes-title'}>
        {[...feeds.values()].map((feed) => (
          <FeedCard key={feed.id} feed={feed} />
        ))}
      </ul>
    </section>
  )
}

function NodeCard({ node }: { readonly node: NodeView }): ReactNode {
  const words = useWords()
  const nowMs = useNowMs()
  const selection = useUrlPart('selection')
  const well = WELL.includes(node.state)
  const kind = node.sensor === null ? undefined : words.t(`sensor.${node.sensor as 'radar'}`)
  return (
    <li className={well ? 'health' : 'health unwell'}>
      <button
        type="button"
        className="health-open"
        aria-current={selection?.kind === 'node' && selection.id === node.id ? 'true' : undefined}
        onClick={() => select({ kind: 'node', id: node.id })}
      >
        <span className="health-name">
          <bdi>{words.nameOf('node', node.id)}</bdi>
          {kind !== undefined && <span className="quiet"> {kind}</span>}
        </span>
        <span className="health-state">
          {words.t(`node-state.${node.state}`)} <span className="quiet tabular">{words.t('nodes.since', { atMs: sinceMs(node) })}</span>
        </span>
        <span className="health-line quiet tabular">
          <span>
            {node.lastSeenMs === null
              ? words.t('nodes.never')
              : `${words.t('nodes.lastSeen')} ${seenWord(words, (nowMs - node.lastSeenMs) / 1000)}`}
          </span>
          <span>
            {words.t('nodes.detections')} <bdi>{words.number(node.detections)}</bdi>
          </span>
          {node.rejected > 0 && (
            <span>
              {words.t('nodes.rejected')} <bdi>{words.number(node.rejected)}</bdi>
            </span>
          )}
          {node.clockOffsetMs !== null && (
            <span>
              {words.t('nodes.clock')} {words.milliseconds(node.clockOffsetMs)}
            </span>
          )}
        </span>
        {node.bias !== null && (
          <span className={isBiased(node.bias) ? 'health-line' : 'health-line quiet'}>
            {words.t('nodes.bias')} {words.t('nodes.biasValue', { biasDeg: node.bias.azimuthDeg, sigmaDeg: node.bias.sigmaDeg })}{' '}
            <span className="quiet">{words.t(node.bias.corrected ? 'nodes.corrected' : 'nodes.notCorrected')}</span>
          </span>
        )}
        {node.blindSinceMs !== null && node.blindSinceMs !== sinceMs(node) && (
          <span className="health-line">{words.t('nodes.blindSince', { atMs: node.blindSinceMs })}</span>
        )}
        {node.lastReject !== null && <span className="health-line quiet">{words.t('nodes.lastReject', { text: node.lastReject })}</span>}
      </button>
      {node.state === 'pending' && <NodeActions node={node} />}
    </li>
  )
}

function FeedCard({ feed }: { readonly feed: FeedHealthView }): ReactNode {
  const words = useWords()
  return (
    <li className={feed.state === 'live' ? 'health' : 'health unwell'}>
      <button type="button" className="health-open" onClick={() => select({ kind: 'feed', id: feed.id })}>
        <span className="health-name">
          <bdi dir="ltr">{feed.id}</bdi>{' '}
          <bdi dir="ltr" className="quiet">
            {feed.door.toUpperCase()}
          </bdi>
        </span>
        <span className="health-state">
          {words.t(`feed-state.${feed.state}`)} <span className="quiet tabular">{words.t('nodes.since', { atMs: feed.stateSinceMs })}</span>
        </span>
        <span className="health-line quiet tabular">
          {(['connections', 'frames', 'rejected', 'shed'] as const).map(
            (count) =>
              (feed[count] > 0 || count === 'frames') && (
                <span key={count}>
                  {words.t(`nodes.${count}`)} <bdi>{words.number(feed[count])}</bdi>
                </span>
              ),
          )}
        </span>
        {feed.lastReject !== null && <span className="health-line quiet">{words.t('nodes.lastReject', { text: feed.lastReject })}</span>}
      </button>
    </li>
  )
}
