import { useState, type ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useSession } from '../api/session.ts'
import { useEvent } from '../feed/feed-client.ts'
import { useUrlPart } from '../state/url-state.ts'
import { useWords } from '../words.tsx'
import { announce } from './announce.ts'
import { showKeys } from './KeyMap.tsx'
import './session-menu.css'

/** Who sits here; in the demo, how to start the story again. Language, digits and light stand in the bar beside it. */
export function SessionMenu(): ReactNode {
  const words = useWords()
  const session = useSession()
  const label = session === undefined ? words.t('session.open') : words.local(session.postName)
  return (
    <DialogTrigger>
      <Button className="action action-quiet session-button">{label}</Button>
      <Popover placement="bottom end" className="session-popover">
        <Dialog className="session-menu" aria-label={words.t('session.menu')}>
          {({ close }) => (
            // The popover stands outside the page's flow and takes the browser's direction, not the reader's.
            <div dir={words.dir} lang={words.lang} className="session-body">
              <SessionBody />
              <button
                type="button"
                className="action"
                onClick={() => {
                  close()
                  showKeys()
                }}
              >
                {words.t('keys.open-help')} <kbd dir="ltr">?</kbd>
              </button>
            </div>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function SessionBody(): ReactNode {
  const words = useWords()
  const session = useSession()
  const event = useEvent()
  const theme = useUrlPart('theme')
  const [busy, setBusy] = useState(false)
  const restart = async (): Promise<void> => {
    setBusy(true)
    const done = await restartDemo()
    setBusy(false)
    announce(words.t(done ? 'session.restarting' : 'outcome.failed'), done ? 'done' : 'fault')
  }
  return (
    <div data-theme={theme}>
      {session !== undefined && <p>{words.t('session.signedIn', { name: session.name, post: words.local(session.postName) })}</p>}
      {event !== undefined && <p className="quiet">{words.local(event.name)}</p>}
      {session?.demo === true && (
        <>
          <p>{words.t('session.demoOfficer')}</p>
          <button type="button" className="action" disabled={busy} onClick={() => void restart()}>
            {words.t(busy ? 'session.restarting' : 'session.restart')}
          </button>
          <p className="quiet">{words.t('session.restartHint')}</p>
        </>
      )}
    </div>
  )
}

/** True once the server has opened a new journal; the feed then sends a snapshot of it. */
async function restartDemo(): Promise<boolean> {
  try {
    const response = await fetch('/api/v1/demo/restart', { method: 'POST' })
    return response.ok
  } catch (error) {
    console.warn('demo not restarted', error)
    return false
  }
}
