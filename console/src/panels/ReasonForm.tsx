import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useWords } from '../words.tsx'
import { askForm } from './asked-form.ts'

const SHORTEST_WHY = 1
const LONGEST_WHY = 500

/** Asks why, because the answer stays on record; `children` stand before the reason. Escape gives up. */
export function ReasonForm({
  title,
  note,
  submit,
  busy,
  onSend,
  children,
}: {
  readonly title: string
  readonly note: string
  readonly submit: string
  readonly busy: boolean
  readonly onSend: (why: string) => Promise<void>
  readonly children?: ReactNode
}): ReactNode {
  const words = useWords()
  const [why, setWhy] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (why.trim().length >= SHORTEST_WHY) void onSend(why.trim())
  }
  return (
    <form className="reason-form" aria-label={title} onSubmit={send}>
      {children}
      <label htmlFor="reason-why">{title}</label>
      <textarea
        id="reason-why"
        ref={field}
        rows={2}
        required
        maxLength={LONGEST_WHY}
        dir="auto"
        value={why}
        aria-describedby="reason-note"
        onKeyDown={(event) => event.key === 'Escape' && askForm(undefined)}
        onChange={(event) => setWhy(event.target.value)}
      />
      <p id="reason-note" className="quiet">
        {note}
      </p>
      <div className="form-actions">
        <button type="submit" className="action action-main" disabled={busy || why.trim().length < SHORTEST_WHY}>
          {busy ? words.t('action.sending') : submit}
        </button>
        <button type="button" className="action action-quiet" onClick={() => askForm(undefined)}>
          {words.t('action.cancel')}
        </button>
      </div>
    </form>
  )
}
