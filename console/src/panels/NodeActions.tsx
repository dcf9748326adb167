import type { ReactNode } from 'react'
import type { NodeView } from '../../../src/model/api.ts'
import { useWords } from '../words.tsx'
import { askForm, useAskedForm } from './asked-form.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { useCommand } from './use-command.ts'

/** A node that nobody has accepted yet: take it in, or refuse it and say why. */
export function NodeActions({ node }: { readonly node: NodeView }): ReactNode {
  const words = useWords()
  const { busy, run } = useCommand()
  const asked = useAskedForm()
  const name = words.nameOf('node', node.id)
  const refuse = async (why: string): Promise<void> => {
    if ((await run({ kind: 'node.refuse', node: node.id, why })) !== undefined) askForm(undefined)
  }
  if (asked?.form === 'refuse' && asked.id === node.id)
    return (
      <ReasonForm
        title={words.t('nodes.refuseWhy')}
        note={words.t('alert.whyHint')}
        submit={words.t('nodes.refuse')}
        busy={busy}
        onSend={refuse}
      />
    )
  return (
    <div className="actions">
      <button
        type="button"
        className="action action-main"
        disabled={busy}
        aria-label={words.t('nodes.acceptOne', { node: name })}
        onClick={() => void run({ kind: 'node.accept', node: node.id })}
      >
        {words.t('nodes.accept')}
      </button>
      <button
        type="button"
        className="action"
        aria-label={words.t('nodes.refuseOne', { node: name })}
        onClick={() => askForm({ form: 'refuse', id: node.id })}
      >
        {words.t('nodes.refuse')}
      </button>
    </div>
  )
}
