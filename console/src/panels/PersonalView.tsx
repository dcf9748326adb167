import { useState, type ReactNode } from 'react'
import type { CommandAnswer, TrackView } from '../../../src/model/api.ts'
import { useWords } from '../words.tsx'
import { Fact } from './Answers.tsx'
import { askForm, useAskedForm } from './asked-form.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { useCommand } from './use-command.ts'

/** A remote pilot's claimed position: personal, so it is asked for with a reason, and the asking stays on record. The answer lives in this view only. */
export function PersonalView({ track }: { readonly track: TrackView }): ReactNode {
  const words = useWords()
  const { busy, run } = useCommand()
  const asked = useAskedForm()
  const [answer, setAnswer] = useState<CommandAnswer['revealed'] | undefined>(undefined)
  if (!track.pilotClaimed && !track.serialClaimed) return null
  // What is not claimed cannot be asked for.
  const ask = words.t(track.pilotClaimed ? 'personal.ask' : 'personal.askSerial')
  const send = async (why: string): Promise<void> => {
    const got = await run({ kind: 'personal.view', track: track.id, why })
    if (got === undefined) return
    setAnswer(got.revealed ?? {})
    askForm(undefined)
  }
  if (answer !== undefined) {
    return (
      <div className="revealed" role="group" aria-label={words.t('personal.pilot')}>
        <dl className="facts">
          {track.pilotClaimed && (
            <Fact label={words.t('personal.pilot')}>
              {answer.pilotLatDeg === undefined || answer.pilotLonDeg === undefined ? (
                words.t('personal.erased')
              ) : (
                <bdi dir="ltr" className="tabular">
                  {words.position(answer.pilotLatDeg, answer.pilotLonDeg)}
                </bdi>
              )}
            </Fact>
          )}
          {answer.serial !== undefined && (
            <Fact label={words.t('personal.serial')}>
              <bdi dir="ltr">{answer.serial}</bdi>
            </Fact>
          )}
        </dl>
        <p className="quiet">{words.t('personal.onRecord')}</p>
      </div>
    )
  }
  if (asked?.form === 'personal' && asked.id === track.id)
    return <ReasonForm title={words.t('personal.why')} note={words.t('personal.onRecord')} submit={ask} busy={busy} onSend={send} />
  return (
    <div className="actions">
      <button type="button" className="action" onClick={() => askForm({ form: 'personal', id: track.id })}>
        {ask}
      </button>
    </div>
  )
}
