import type { ReactNode } from 'react'
import { useAnnouncement } from './announce.ts'

/** Says what became of the last command, to eyes and to screen readers. Mounted once, empty when there is nothing. */
export function Announcer(): ReactNode {
  const said = useAnnouncement()
  return (
    <div className="announcer" role="status" aria-live="polite">
      {said !== undefined && (
        <p key={said.number} className={`announcement announcement-${said.tone}`}>
          {said.text}
        </p>
      )}
    </div>
  )
}
