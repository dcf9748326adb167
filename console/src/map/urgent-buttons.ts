import type { Picture } from '../feed/picture.ts'
import type { TrackView } from '../../../src/model/api.ts'
import { select } from '../state/url-state.ts'
import type { RoomWords } from '../words.tsx'
import { drawnHeightM } from './ink.ts'
import { isUrgent } from './looks.ts'
import type { Projection } from './projection.ts'

/**
 * A canvas has no keyboard and no words for a screen reader: over each symbol that asks for a person lies a button of
 * 44 px that says what the symbol says. Moved here by hand, as React would render them at every message.
 */
const MOST = 12
const HALF_PX = 22

export function showUrgentButtons(
  root: HTMLElement,
  picture: Picture,
  projection: Projection,
  words: RoomWords,
  chosen: string | undefined,
): void {
  const shown = new Map<string, HTMLButtonElement>()
  for (const child of root.children) if (child instanceof HTMLButtonElement) shown.set(child.dataset['track'] ?? '', child)
  let count = 0
  for (const track of picture.track.values()) {
    if (!isUrgent(track) || track.folded || count >= MOST) continue
    const [x, y] = projection.toScreen(track.lonDeg, track.latDeg, drawnHeightM(track))
    if (x < 0 || y < 0 || x > projection.widthPx || y > projection.heightPx) continue
    count++
    const button = shown.get(track.id) ?? newButton(root, track.id)
    shown.delete(track.id)
    button.style.transform = `translate(${Math.round(x - HALF_PX)}px, ${Math.round(y - HALF_PX)}px)`
    const label = labelOf(track, words)
    if (button.ariaLabel !== label) button.ariaLabel = label
    button.ariaPressed = String(track.id === chosen)
  }
  for (const [, button] of shown) button.remove()
}

function newButton(root: HTMLElement, id: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'map-target'
  button.dataset['track'] = id
  button.addEventListener('click', () => select({ kind: 'track', id }))
  root.append(button)
  return button
}

function labelOf(track: TrackView, words: RoomWords): string {
  const threat = track.threats[0]
  const parts = [track.callsign ?? track.id, words.t(`identity.${track.identity}`)]
  if (threat !== undefined)
    parts.push(
      words.nameOf('zone', threat.zone),
      threat.relation === 'inside' ? words.t('queue.inside') : words.duration(threat.timeToZoneS),
    )
  return parts.join(', ')
}
