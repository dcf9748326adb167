import { useEffect, useState, type ReactNode } from 'react'
import type { Problem } from '../../../src/model/api.ts'
import { useRefusal, useSession } from '../api/session.ts'
import { useEvent, useStatus } from '../feed/feed-client.ts'
import { MapPanel } from '../map/MapPanel.tsx'
import { Announcer } from '../panels/Announcer.tsx'
import { EmptyState } from '../panels/EmptyState.tsx'
import { Inspector } from '../panels/Inspector.tsx'
import { KeyMap } from '../panels/KeyMap.tsx'
import { NodesPanel } from '../panels/NodesPanel.tsx'
import { Queue } from '../panels/Queue.tsx'
import { SitesPanel } from '../panels/SitesPanel.tsx'
import { Timeline } from '../panels/Timeline.tsx'
import { useUrlPart } from '../state/url-state.ts'
import { useWords, type RoomWords } from '../words.tsx'
import { Rail } from './Rail.tsx'
import { TopBar } from './TopBar.tsx'
import { Wall } from './Wall.tsx'

/** The one frame of the room. The map is always there; everything else stands beside it. */
export function Frame(): ReactNode {
  const words = useWords()
  const theme = useUrlPart('theme')
  const view = useUrlPart('view')
  const wall = useUrlPart('wall')
  const own = useUrlPart('site')
  const chosen = useUrlPart('selection') !== undefined || own !== undefined
  useDocument(words, theme)
  const refusal = useRefusal()
  if (refusal !== undefined) return <Refused problem={refusal} />
  if (wall !== undefined) {
    return (
      <NamedFrame>
        <Wall wall={wall} />
      </NamedFrame>
    )
  }
  return (
    <>
      <a className="skip" href="#queue">
        {words.t('app.skip')}
      </a>
      <NamedFrame>
        <div className={`frame view-${view}${chosen ? ' has-selection' : ''}`}>
          <TopBar />
          <Rail />
          {view === 'sites' && (
            <aside className="area-side">
              <SitesPanel />
            </aside>
          )}
          {view === 'nodes' && (
            <aside className="area-side">
              <NodesPanel />
            </aside>
          )}
          <main className="area-map">
            <MapPanel />
          </main>
          <div className="area-inspector">
            <Inspector />
          </div>
          <div className="area-queue">
            <Queue />
          </div>
          <div className="area-timeline">
            <Timeline />
          </div>
        </div>
      </NamedFrame>
      <Announcer />
      <KeyMap />
    </>
  )
}

/** Nobody is let in from here: what it is, and what to do, also in the server's own words. */
function Refused({ problem }: { readonly problem: Problem }): ReactNode {
  const words = useWords()
  return (
    <main className="refused">
      <h1>{words.t('app.name')}</h1>
      <EmptyState title={words.t('state.forbidden')} todo={words.t('state.forbiddenTodo')} />
      <p className="quiet" lang="en" dir="ltr">
        {problem.message} {problem.todo}
      </p>
    </main>
  )
}

function useDocument(words: RoomWords, theme: 'dark' | 'day'): void {
  useEffect(() => {
    document.documentElement.lang = words.lang
    document.documentElement.dir = words.dir
    document.title = words.t('app.name')
  }, [words])
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
}

/** The whole screen wears its state by name: nobody may take a simulation, a replay or an old picture for the present. */
function NamedFrame({ children }: { readonly children: ReactNode }): ReactNode {
  const words = useWords()
  const event = useEvent()
  const { link, loaded } = useStatus()
  const lost = link === 'lost' && loaded
  const mode = event?.mode ?? 'serve'
  const replay = useSession()?.replay === true
  const name = replay
    ? words.t('mode.replay')
    : mode === 'demo'
      ? words.t('mode.simulation')
      : mode === 'exercise'
        ? words.t('mode.exercise')
        : undefined
  return (
    <div className={`named-frame${name === undefined && !lost ? '' : ' named'}${lost ? ' lost' : ''}`}>
      {(name !== undefined || lost) && (
        <div className="frame-name" role="status">
          {lost && <LostName />}
          {name !== undefined && <strong>{name}</strong>}
        </div>
      )}
      {children}
    </div>
  )
}

/** Counted by this machine's own clock, as the server's is not to be had. */
function LostName(): ReactNode {
  const words = useWords()
  const { linkSinceMs } = useStatus()
  const [lostS, setLostS] = useState(0)
  useEffect(() => {
    const count = (): void => setLostS(Math.max(0, Math.round((Date.now() - linkSinceMs) / 1000)))
    count()
    const timer = setInterval(count, 1000)
    return () => clearInterval(timer)
  }, [linkSinceMs])
  return (
    <>
      <strong>{words.t('mode.lost', { sinceS: lostS })}</strong>
      <span>{words.t('mode.lostTodo')}</span>
    </>
  )
}
