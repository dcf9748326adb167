import type { Layer } from '@deck.gl/core'
import { IconLayer, LineLayer, ScatterplotLayer } from '@deck.gl/layers'
import type { Palette } from './palette.ts'
import type { SymbolSheet } from './symbols.ts'
import { TRAIL_POINTS, type TrackSlots } from './track-slots.ts'

/**
 * The layers of the many: trails, folded claims, velocity vectors, symbols. They read the slots' flat arrays as they are
 * (deck.gl "binary attributes"), so an update costs an upload and no call per track. Picking is off: `pick.ts` finds
 * what lies under the pointer in the same arrays.
 */
export type LayerVersions = { readonly tracks: number; readonly trails: number }
type Binary = {
  length: number
  attributes: Record<string, { value: Float32Array | Uint8Array; size: number; normalized?: boolean; offset?: number; stride?: number }>
}

let cache: { versions: LayerVersions; tracks: Binary; vectors: Binary; dots: Binary; trails: Binary } | undefined

function tracksData(slots: TrackSlots): Binary {
  return {
    length: slots.high,
    attributes: {
      getPosition: { value: slots.positions, size: 3 },
      getSize: { value: slots.sizes, size: 1 },
      instanceIconDefs: { value: slots.icons, size: 7 },
      getColor: { value: slots.opacities, size: 4, normalized: true },
    },
  }
}

function dataOf(slots: TrackSlots, versions: LayerVersions): NonNullable<typeof cache> {
  const before = cache
  const tracksChanged = before === undefined || before.versions.tracks !== versions.tracks
  const trailsChanged = before === undefined || before.versions.trails !== versions.trails
  cache = {
    versions,
    tracks: tracksChanged ? tracksData(slots) : before.tracks,
    vectors: tracksChanged
      ? {
          length: slots.high,
          attributes: { getSourcePosition: { value: slots.positions, size: 3 }, getTargetPosition: { value: slots.vectors, size: 3 } },
        }
      : before.vectors,
    dots: tracksChanged
      ? { length: slots.high, attributes: { getPosition: { value: slots.positions, size: 3 }, getRadius: { value: slots.dots, size: 1 } } }
      : before.dots,
    trails: trailsChanged
      ? { length: slots.high * TRAIL_POINTS, attributes: { getPosition: { value: slots.trail, size: 3 } } }
      : before.trails,
  }
  return cache
}

export function trackLayers(slots: TrackSlots, versions: LayerVersions, sheet: SymbolSheet, palette: Palette, scale: number): Layer[] {
  const data = dataOf(slots, versions)
  const [r, g, b] = palette.motion
  return [
    new ScatterplotLayer({
      id: 'trails',
      data: data.trails as never,
      getFillColor: [r, g, b, 90],
      getRadius: 1,
      radiusUnits: 'pixels',
      pickable: false,
    }),
    new ScatterplotLayer({ id: 'folded', data: data.dots as never, getFillColor: [r, g, b, 120], radiusUnits: 'pixels', pickable: false }),
    new LineLayer({
      id: 'vectors',
      data: data.vectors as never,
      getColor: [r, g, b, 170],
      getWidth: 1.25,
      widthUnits: 'pixels',
      pickable: false,
    }),
    new IconLayer({
      id: 'symbols',
      data: data.tracks as never,
      iconAtlas: sheet.canvas as never,
      iconMapping: {},
      sizeUnits: 'pixels',
      sizeScale: scale,
      billboard: true,
      alphaCutoff: -1,
      pickable: false,
    }),
  ]
}
