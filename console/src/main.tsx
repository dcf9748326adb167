import '@fontsource-variable/noto-sans/wght.css'
import '@fontsource-variable/noto-sans-arabic/wght.css'
import 'maplibre-gl/dist/maplibre-gl.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadSession } from './api/session.ts'
import { startFeed } from './feed/feed-client.ts'
import { Frame } from './frame/Frame.tsx'
import './frame/tokens.css'
import './frame/frame.css'
import './map/map.css'

const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
// The page may stand under any path; the session's cookie comes with the first answer, so it is asked for before the feed opens.
void loadSession().then(() => startFeed(`${scheme}://${location.host}/api/v1/feed`))

const root = document.getElementById('room')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Frame />
    </StrictMode>,
  )
}
