import type { ReactNode } from 'react'

/** Nothing to show is a state of its own: what it is, and what to do. */
export function EmptyState({
  title,
  todo,
  busy = false,
}: {
  readonly title: string
  readonly todo?: string | undefined
  readonly busy?: boolean
}): ReactNode {
  return (
    <div className="empty-state" aria-busy={busy}>
      <p className="empty-title">{title}</p>
      {todo !== undefined && <p className="empty-todo">{todo}</p>}
    </div>
  )
}
