import { useEffect, useRef, type ReactNode } from 'react'
import type { TrackView } from '../../../src/model/api.ts'
import { useNowMs } from '../feed/feed-client.ts'
import { isStale } from '../map/looks.ts'
import { paletteOf } from '../map/palette.ts'
import { categoryOf, drawSymbol } from '../map/symbols.ts'
import { useUrlPart } from '../state/url-state.ts'

const DRAWN_PX = 44

/** The map's own APP-6 symbol, so that what stands in a list is found on the map. Decoration: the words stand beside it. */
export function TrackSymbol({ track }: { readonly track: TrackView }): ReactNode {
  const theme = useUrlPart('theme')
  const holder = useRef<HTMLSpanElement>(null)
  const { identity } = track
  const stale = isStale(track, useNowMs())
  const category = categoryOf(track)
  useEffect(() => {
    const { canvas } = drawSymbol(identity, category, stale ? 'stale' : 'live', DRAWN_PX, paletteOf(theme))
    holder.current?.replaceChildren(canvas)
  }, [identity, category, stale, theme])
  return <span className="track-symbol" ref={holder} aria-hidden="true" />
}
