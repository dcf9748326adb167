import type { ReactNode } from 'react'
import type { AlertView } from '../../../src/model/api.ts'

/** Each priority has its own shape as well as its colour: a diamond, a triangle, a ring. Decoration: the word stands beside it. */
export function PriorityMark({
  priority,
  calling = false,
}: {
  readonly priority: AlertView['priority']
  readonly calling?: boolean
}): ReactNode {
  return (
    <svg
      className={`priority-mark priority-${priority}${calling ? ' calling' : ''}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {priority === 1 && <path d="M12 1 23 12 12 23 1 12Z" />}
      {priority === 2 && <path d="M12 3 23 21H1Z" />}
      {priority === 3 && <circle cx="12" cy="12" r="7.5" />}
    </svg>
  )
}
