import { WebMercatorViewport } from '@deck.gl/core'
import type { Map as MapLibreMap } from 'maplibre-gl'

/** Puts places on the screen with the same camera as the symbols' layer, heights too. */
export type Projection = {
  readonly widthPx: number
  readonly heightPx: number
  readonly pitched: boolean
  /** Screen px from the map's upper left corner. `zM` is the height above the sea and counts only while pitched. */
  readonly toScreen: (lonDeg: number, latDeg: number, zM: number) => readonly [number, number]
  /** Metres on the ground per px in the middle of the map. */
  readonly metresPerPx: number
}

/** Below this pitch everything is drawn on the ground: seen from straight above, height would only displace it. */
export const FLAT_PITCH_DEG = 15

export function projectionOf(map: MapLibreMap): Projection {
  const { clientWidth, clientHeight } = map.getContainer()
  const centre = map.getCenter()
  const pitch = map.getPitch()
  const viewport = new WebMercatorViewport({
    width: Math.max(1, clientWidth),
    height: Math.max(1, clientHeight),
    longitude: centre.lng,
    latitude: centre.lat,
    zoom: map.getZoom(),
    pitch,
    bearing: map.getBearing(),
  })
  const pitched = pitch > FLAT_PITCH_DEG
  const metresPerPx = (40_075_016.7 * Math.cos((centre.lat * Math.PI) / 180)) / (512 * Math.pow(2, map.getZoom()))
  return {
    widthPx: clientWidth,
    heightPx: clientHeight,
    pitched,
    metresPerPx,
    toScreen: (lonDeg, latDeg, zM) => {
      const [x, y] = viewport.project([lonDeg, latDeg, pitched ? zM : 0])
      return [x!, y!]
    },
  }
}
