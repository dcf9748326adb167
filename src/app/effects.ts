import type { Effect, Output } from '../model/picture.ts'
import type { Span } from './thread-messages.ts'

/** Effects wait here until the entry that caused them is durable; those of entries that were lost are never carried out. */
export interface Effects {
  add(position: number, outputs: readonly Output[]): void
  /** The journal has come up to `handled` and has given up `lost`. */
  handled(handled: number, lost: readonly Span[]): void
}

/** Lost spans are remembered this far back, for effects that the engine tells later than the journal. */
const MAX_SPANS = 4096

/** `lost` is called for an effect that will not happen. */
export function createEffects(
  carryOut: (effect: Effect, position: number) => void,
  giveUp: (effect: Effect, position: number) => void,
): Effects {
  const waiting: { readonly position: number; readonly effect: Effect }[] = []
  const lostSpans: Span[] = []
  let handledTo = 0

  const release = () => {
    let ready = 0
    while (ready < waiting.length && waiting[ready]!.position <= handledTo) ready++
    for (const { position, effect } of waiting.splice(0, ready)) {
      if (lostSpans.some((span) => position >= span.from && position <= span.to)) giveUp(effect, position)
      else carryOut(effect, position)
    }
  }
  return {
    add(position, outputs) {
      for (const output of outputs) if (output.out !== 'put' && output.out !== 'drop') waiting.push({ position, effect: output })
      release()
    },
    handled(handled, lost) {
      handledTo = handled
      lostSpans.push(...lost)
      if (lostSpans.length > MAX_SPANS) lostSpans.splice(0, lostSpans.length - MAX_SPANS)
      release()
    },
  }
}
