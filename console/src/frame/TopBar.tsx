import type { ReactNode } from 'react'
import type { AlertView } from '../../../src/model/api.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../../src/words/language.ts'
import { useSession } from '../api/session.ts'
import { useAlerts, useEvent, useFeeds, useNowMs, useStatus } from '../feed/feed-client.ts'
import { SessionMenu } from '../panels/SessionMenu.tsx'
import { useUrlState, type Language } from '../state/url-state.ts'
import { useWords } from '../words.tsx'

/** Time at the start, load and health in the middle, who sits here at the end. */
export function TopBar(): ReactNode {
  const words = useWords()
  return (
    <header className="area-top" aria-label={words.t('header.label')}>
      <Clocks />
      <Load />
      <Desk />
    </header>
  )
}

function Clocks(): ReactNode {
  const words = useWords()
  const event = useEvent()
  const nowMs = useNowMs()
  return (
    <div className="top-group top-time">
      <h1 className="top-name">{words.t('app.name')}</h1>
      <span className="top-item">
        <span className="sr-only">{words.t('header.eventTime')}: </span>
        <time className="top-clock">{event === undefined ? '—' : words.time(nowMs)}</time>
      </span>
      <span className="top-item top-utc">
        <span className="top-label">{words.t('header.utc')}</span> <time>{event === undefined ? '—' : words.time(nowMs, 'UTC')}</time>
      </span>
      {event !== undefined && event.phase !== null && (
        <span className="top-item top-phase">
          <span className="sr-only">{words.t('header.phase')}: </span>
          {words.local(event.phase)}
        </span>
      )}
      {event !== undefined && event.readiness !== null && (
        <span className="top-item top-readiness">
          <span className="sr-only">{words.t('header.readiness')}: </span>
          {words.local(event.readiness)}
        </span>
      )}
    </div>
  )
}

const LOAD_WINDOW_MS = 600_000

/** Alerts raised in the last ten minutes: the room's own measure of whether it is still quiet. */
function recentOf(alerts: ReadonlyMap<string, AlertView>, nowMs: number): number {
  let count = 0
  for (const alert of alerts.values()) if (nowMs - alert.raisedMs <= LOAD_WINDOW_MS) count++
  return count
}

function Load(): ReactNode {
  const words = useWords()
  const alerts = useAlerts()
  const feeds = useFeeds()
  const { committed, link } = useStatus()
  const unrecorded = useEvent()?.unrecordedFrames ?? 0
  const nowMs = useNowMs(5000)
  const silent = [...feeds.values()].filter((feed) => feed.state === 'silent')
  const live = [...feeds.values()].filter((feed) => feed.state === 'live').length
  return (
    <div className="top-group top-load">
      <span className="top-item">
        <span className="sr-only">{words.t('header.alarmLoad')}: </span>
        {words.t('header.alarmLoadValue', { count: recentOf(alerts, nowMs) })}
      </span>
      {feeds.size > 0 && (
        <span className={`top-item top-feeds${silent.length > 0 ? ' top-warn' : ''}`}>
          <span className="top-label">{words.t('header.feeds')}</span> {/* Without the server nobody knows which are live. */}
          {link === 'lost' ? '—' : words.t('header.feedsLive', { count: live, total: feeds.size })}
          {silent[0] !== undefined && link !== 'lost' && (
            <span className="top-silent">
              {' · '}
              <bdi dir="ltr">{silent[0].id}</bdi> {words.t('nodes.since', { atMs: silent[0].stateSinceMs })}
            </span>
          )}
        </span>
      )}
      <span className="top-item top-record">
        <span className="top-label">{words.t('header.record')}</span> <bdi>{words.number(committed)}</bdi>
      </span>
      {unrecorded > 0 && <span className="top-item top-warn">{words.t('header.unrecorded', { count: unrecorded })}</span>}
    </div>
  )
}

function Desk(): ReactNode {
  const words = useWords()
  const event = useEvent()
  const session = useSession()
  const [{ language, digits, theme }, set] = useUrlState()
  const nation = event?.nations.find((each) => each.id === session?.nation)
  return (
    <div className="top-group top-desk">
      <SessionMenu />
      {nation !== undefined && <span className="top-item top-nation">{words.local(nation.name)}</span>}
      <select
        className="top-control"
        aria-label={words.t('header.language')}
        value={language}
        onChange={(e) => set({ language: e.target.value as Language })}
      >
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each}>
            {LANGUAGE_NAMES[each]}
          </option>
        ))}
      </select>
      {language === 'ar' && (
        <button
          type="button"
          className="top-control"
          aria-label={`${words.t('session.digits')} ${digits === 'arabic' ? '٠١٢' : '012'}`}
          aria-pressed={digits === 'arabic'}
          onClick={() => set({ digits: digits === 'arabic' ? 'latin' : 'arabic' })}
        >
          {digits === 'arabic' ? '٠١٢' : '012'}
        </button>
      )}
      <button
        type="button"
        className="top-control"
        aria-label={words.t('session.themeDay')}
        aria-pressed={theme === 'day'}
        onClick={() => set({ theme: theme === 'day' ? 'dark' : 'day' })}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d="M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM12 1v3M12 20v3M1 12h3M20 12h3M4.2 4.2l2.1 2.1M17.7 17.7l2.1 2.1M4.2 19.8l2.1-2.1M17.7 6.3l2.1-2.1" />
        </svg>
      </button>
    </div>
  )
}
