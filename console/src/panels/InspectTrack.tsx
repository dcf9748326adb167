import type { ReactNode } from 'react'
import type { TrackView } from '../../../src/model/api.ts'
import { useAlerts } from '../feed/feed-client.ts'
import { useWords } from '../words.tsx'
import { AlertActions } from './AlertActions.tsx'
import { Answers } from './Answers.tsx'
import { PersonalView } from './PersonalView.tsx'
import { HowLong, WhatTrack, WhereHeading, WhoSees, WhyReasons } from './TrackAnswers.tsx'

export function InspectTrack({ track }: { readonly track: TrackView }): ReactNode {
  const words = useWords()
  const alerts = useAlerts()
  const alert = [...alerts.values()].find((each) => each.track === track.id && each.state !== 'cleared')
  const asksNothing = alert === undefined && !track.pilotClaimed && !track.serialClaimed
  return (
    <Answers
      answers={{
        what: <WhatTrack track={track} />,
        why: <WhyReasons reasonsFor={track.reasonsFor} reasonsAgainst={track.reasonsAgainst} track={track} />,
        who: <WhoSees track={track} />,
        where: <WhereHeading track={track} />,
        howLong: <HowLong track={track} alert={alert} />,
        toDo: (
          <>
            {alert !== undefined && <AlertActions alert={alert} />}
            <PersonalView key={track.id} track={track} />
            {asksNothing && <p className="quiet">{words.t('inspector.nothingToDo')}</p>}
          </>
        ),
      }}
    />
  )
}
