import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useStatus } from '../feed/feed-client.ts'
import { useUrlState } from '../state/url-state.ts'
import { useWords } from '../words.tsx'
import { askMap } from './map-commands.ts'
import type { RoomMapElements } from './room-map.ts'

/** The map and its few controls. Everything that moves on it is drawn by `room-map.ts`, outside React. */
export function MapPanel({ controls = true }: { readonly controls?: boolean }): ReactNode {
  const words = useWords()
  const ground = useRef<HTMLDivElement>(null)
  const ink = useRef<HTMLCanvasElement>(null)
  const buttons = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)
  const [ready, setReady] = useState(false)
  const { loaded, link } = useStatus()
  useEffect(() => {
    if (ground.current === null || ink.current === null || buttons.current === null) return undefined
    return startMap(
      { ground: ground.current, ink: ink.current, buttons: buttons.current },
      () => setReady(true),
      () => setFailed(true),
    )
  }, [])
  return (
    <section className="map-panel" aria-label={words.t('map.label')} aria-busy={!ready && !failed} dir="ltr">
      <div className="map-ground" ref={ground} />
      <canvas className="map-ink" ref={ink} aria-hidden="true" />
      <div className="map-targets" role="group" aria-label={words.t('map.objects')} ref={buttons} />
      {failed && (
        <p className="map-note" dir={words.dir}>
          {words.t('map.noWebgl')}
        </p>
      )}
      {!failed && !loaded && (
        <p className="map-note" dir={words.dir} role="status">
          {words.t(link === 'lost' ? 'state.failed' : 'state.loading')}
        </p>
      )}
      {controls && <MapControls />}
      {controls && <HeightSlider />}
      <p className="map-origin" dir={words.dir}>
        <bdi dir="ltr">GSHHG · Natural Earth · OurAirports</bdi>
      </p>
    </section>
  )
}

/** The map's code is large and comes after the queue has been drawn. */
function startMap(elements: RoomMapElements, onReady: () => void, onFailure: () => void): () => void {
  let stop: (() => void) | undefined
  let stopped = false
  import('./room-map.ts')
    .then(({ createRoomMap }) => {
      if (!stopped) stop = createRoomMap(elements, onReady)
    })
    .catch((error: unknown) => {
      console.warn('the map did not start', error)
      onFailure()
    })
  return () => {
    stopped = true
    stop?.()
  }
}

function MapControls(): ReactNode {
  const words = useWords()
  const [{ selection }] = useUrlState()
  return (
    <div className="map-controls" role="group" aria-label={words.t('map.controls')} dir={words.dir}>
      <MapButton label={words.t('map.zoomIn')} path="M12 5v14M5 12h14" onPress={() => askMap('zoom-in')} />
      <MapButton label={words.t('map.zoomOut')} path="M5 12h14" onPress={() => askMap('zoom-out')} />
      <MapButton label={words.t('map.home')} path="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5" onPress={() => askMap('home')} />
      <MapButton label={words.t('map.tilt')} path="M3 17 8 8h8l5 9zM12 8V3M12 3l-2 2M12 3l2 2" onPress={() => askMap('tilt')} />
      <MapButton
        label={words.t('inspector.showOnMap')}
        path="M12 4v4M12 16v4M4 12h4M16 12h4M12 12h.01"
        disabled={selection === undefined}
        onPress={() => askMap('fit')}
      />
    </div>
  )
}

function MapButton({
  label,
  path,
  disabled = false,
  onPress,
}: {
  readonly label: string
  readonly path: string
  readonly disabled?: boolean
  readonly onPress: () => void
}): ReactNode {
  return (
    <button type="button" className="map-button" aria-label={label} title={label} disabled={disabled} onClick={onPress}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={path} />
      </svg>
    </button>
  )
}

/** The slider's steps, m above the sea: fine near the ground, where drones are. The last means all heights. */
const HEIGHTS_M: readonly number[] = [0, 30, 60, 90, 120, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000, 5000]

function HeightSlider(): ReactNode {
  const words = useWords()
  const [{ heightAmslM }, set] = useUrlState()
  const all = HEIGHTS_M.length
  const step =
    heightAmslM === undefined
      ? all
      : Math.max(
          0,
          HEIGHTS_M.findIndex((height) => height >= heightAmslM),
        )
  const said = heightAmslM === undefined ? words.t('map.allHeights') : words.t('map.zonesAt', { heightM: heightAmslM })
  return (
    <label className="map-height" dir={words.dir}>
      <span className="map-height-value">{said}</span>
      <input
        type="range"
        min={0}
        max={all}
        step={1}
        value={step}
        aria-label={words.t('map.height')}
        aria-valuetext={said}
        onChange={(event) => set({ heightAmslM: HEIGHTS_M[Number(event.target.value)] })}
      />
    </label>
  )
}
