import { useState, type ReactNode } from 'react'
import type { AlertView } from '../../../src/model/api.ts'
import { useWords } from '../words.tsx'
import { askForm, useAskedForm } from './asked-form.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { useCommand } from './use-command.ts'

const SHELVE_S = [300, 900, 1800, 3600] as const

/** Acknowledge and shelve: what one can do with any alert. */
export function AlertActions({ alert }: { readonly alert: AlertView }): ReactNode {
  const words = useWords()
  const { busy, run } = useCommand()
  const asked = useAskedForm()
  const mayAcknowledge = alert.state === 'unacknowledged' || alert.state === 'returned'
  const mayShelve = alert.state !== 'shelved' && alert.state !== 'cleared'
  if (asked?.form === 'shelve' && asked.id === alert.id && mayShelve) return <ShelveForm alert={alert} />
  return (
    <div className="actions">
      {mayAcknowledge && (
        <button
          type="button"
          className="action action-main"
          disabled={busy}
          onClick={() => void run({ kind: 'alert.acknowledge', alert: alert.id })}
        >
          {words.t('alert.acknowledge')} <kbd>A</kbd>
        </button>
      )}
      {mayShelve && (
        <button type="button" className="action" onClick={() => askForm({ form: 'shelve', id: alert.id })}>
          {words.t('alert.shelve')} <kbd>S</kbd>
        </button>
      )}
      {alert.acknowledgedBy !== null && <p className="quiet">{words.t('queue.acknowledgedBy', { person: alert.acknowledgedBy })}</p>}
      {alert.state === 'shelved' && alert.shelvedUntilMs !== null && (
        <p className="quiet">{words.t('queue.shelvedUntil', { atMs: alert.shelvedUntilMs })}</p>
      )}
      {!mayAcknowledge && !mayShelve && alert.acknowledgedBy === null && <p className="quiet">{words.t('inspector.nothingToDo')}</p>}
    </div>
  )
}

function ShelveForm({ alert }: { readonly alert: AlertView }): ReactNode {
  const words = useWords()
  const { busy, run } = useCommand()
  const [forS, setForS] = useState<number>(SHELVE_S[0])
  const send = async (why: string): Promise<void> => {
    if ((await run({ kind: 'alert.shelve', alert: alert.id, forS, why })) !== undefined) askForm(undefined)
  }
  return (
    <ReasonForm title={words.t('alert.why')} note={words.t('alert.whyHint')} submit={words.t('alert.shelve')} busy={busy} onSend={send}>
      <fieldset className="choices">
        <legend>{words.t('alert.shelveFor')}</legend>
        {SHELVE_S.map((seconds) => (
          <label key={seconds} className="choice">
            <input type="radio" name="shelve-for" checked={forS === seconds} onChange={() => setForS(seconds)} />
            <span>{words.t('alert.shelveMinutes', { count: seconds / 60 })}</span>
          </label>
        ))}
      </fieldset>
    </ReasonForm>
  )
}
