import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { AlertView } from '../../../src/model/api.ts'
import { useUrlPart } from '../state/url-state.ts'
import { useWords } from '../words.tsx'

const TONE_HZ = 660
const TONE_S = 0.18

/**
 * Sound for the top priority, off until a person switches it on: browsers give no sound without a gesture, and a room
 * decides for itself. A site commander's tablet vibrates as well.
 */
export function SoundSwitch({ alerts }: { readonly alerts: readonly AlertView[] }): ReactNode {
  const words = useWords()
  const site = useUrlPart('site')
  const [context, setContext] = useState<AudioContext | undefined>(undefined)
  const heard = useRef<ReadonlySet<string> | undefined>(undefined)
  useEffect(() => {
    const calling = new Set(alerts.filter((alert) => alert.priority === 1 && alert.state === 'unacknowledged').map((alert) => alert.id))
    const before = heard.current
    heard.current = calling
    if (before === undefined || [...calling].every((id) => before.has(id))) return
    if (context !== undefined) sound(context)
    if (site !== undefined) navigator.vibrate?.([200, 100, 200])
  }, [alerts, context, site])
  const toggle = (): void => {
    if (context === undefined) {
      const made = new AudioContext()
      sound(made)
      setContext(made)
    } else {
      void context.close()
      setContext(undefined)
    }
  }
  return (
    <button type="button" className="action action-quiet sound-switch" role="switch" aria-checked={context !== undefined} onClick={toggle}>
      {words.t('queue.sound')}
    </button>
  )
}

/** Two short tones, the second higher: unlike anything else in the room, and over in half a second. */
function sound(context: AudioContext): void {
  for (const [index, factor] of [1, 1.5].entries()) {
    const tone = context.createOscillator()
    const gain = context.createGain()
    const at = context.currentTime + index * TONE_S * 1.2
    tone.frequency.value = TONE_HZ * factor
    gain.gain.setValueAtTime(0.2, at)
    gain.gain.exponentialRampToValueAtTime(0.001, at + TONE_S)
    tone.connect(gain).connect(context.destination)
    tone.start(at)
    tone.stop(at + TONE_S)
  }
}
