import type { CSSProperties, ReactNode } from 'react'
import type { AlertView } from '../../../src/model/api.ts'
import { useAlerts, useNowMs, useStatus, useTracks } from '../feed/feed-client.ts'
import { select, useUrlPart } from '../state/url-state.ts'
import { useWords } from '../words.tsx'
import { PriorityMark } from './PriorityMark.tsx'
import { alertTitle } from './track-words.ts'
import './panels.css'
import './timeline.css'

const SPAN_MS = 15 * 60_000
const STEP_MS = 5 * 60_000

/** The last quarter of an hour with a mark for each alert; now is at its end, where reading ends. */
export function Timeline(): ReactNode {
  const words = useWords()
  const nowMs = useNowMs()
  const alerts = useAlerts()
  const site = useUrlPart('site')
  const { loaded, rate } = useStatus()
  const startMs = nowMs - SPAN_MS
  const marks = [...alerts.values()]
    .filter((alert) => alert.raisedMs >= startMs && alert.raisedMs <= nowMs && (site === undefined || alert.sites.includes(site)))
    .sort((a, b) => a.raisedMs - b.raisedMs)
  const ticks: number[] = []
  for (let tick = Math.ceil(startMs / STEP_MS) * STEP_MS; tick < nowMs - STEP_MS / 5; tick += STEP_MS) ticks.push(tick)
  return (
    <section className="timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title" className="timeline-title">
        {words.t('timeline.title')}
        {rate !== 1 && loaded && <span className="quiet"> · {words.t('timeline.rate', { count: rate })}</span>}
      </h2>
      <div className="timeline-band">
        {loaded &&
          ticks.map((tick) => (
            <span key={tick} className="timeline-tick" style={at(tick, startMs)}>
              {words.minute(tick)}
            </span>
          ))}
        <ul className="timeline-marks" aria-labelledby="timeline-title">
          {togetherOf(marks).map((alerts) => (
            <Mark key={alerts[0].id} alerts={alerts} startMs={startMs} />
          ))}
        </ul>
        <span className="timeline-now">{words.t('timeline.now')}</span>
      </div>
    </section>
  )
}

/** Alerts closer than this share one mark: two buttons one upon the other can be hit by nobody. */
const TOGETHER_MS = 75_000
type Together = readonly [AlertView, ...AlertView[]]

function togetherOf(marks: readonly AlertView[]): Together[] {
  const groups: [AlertView, ...AlertView[]][] = []
  for (const alert of marks) {
    const last = groups.at(-1)
    if (last !== undefined && alert.raisedMs - last[0].raisedMs < TOGETHER_MS) last.push(alert)
    else groups.push([alert])
  }
  return groups
}

/** One mark opens the most urgent of its alerts, the latest of these; its label names them all. */
function Mark({ alerts, startMs }: { readonly alerts: Together; readonly startMs: number }): ReactNode {
  const words = useWords()
  const tracks = useTracks()
  const chosen = useUrlPart('selection')
  const [first] = alerts
  const alert = alerts.reduce((best, each) => (each.priority <= best.priority ? each : best))
  const label = alerts
    .map((each) =>
      words.t('timeline.alertAt', {
        atMs: each.raisedMs,
        text: alertTitle(words, each, each.track === null ? undefined : tracks.get(each.track)),
      }),
    )
    .join(' · ')
  const current = chosen?.kind === 'alert' && alerts.some((each) => each.id === chosen.id)
  return (
    <li style={at(first.raisedMs, startMs)}>
      <button
        type="button"
        className={`timeline-mark mark-${alert.state}`}
        aria-label={label}
        title={label}
        aria-current={current ? 'true' : undefined}
        onClick={() => select({ kind: 'alert', id: alert.id })}
      >
        <PriorityMark priority={alert.priority} />
      </button>
    </li>
  )
}

function at(ms: number, startMs: number): CSSProperties {
  return { insetInlineStart: `${(((ms - startMs) / SPAN_MS) * 100).toFixed(2)}%` }
}
