/** Calls `draw` on a frame after `soon()`, never more often than the machine can bear. */
export type DrawClock = { readonly soon: () => void; readonly stop: () => void }

/** The feed may speak twenty times a second; objects that move by a pixel are served by five pictures. Moving the map draws every frame. */
const LEAST_PAUSE_MS = 200
/** Where drawing is slow (no graphics card), it happens less often, so that the ground and the feed get their turn. */
const MOST_PAUSE_MS = 1000
const PAUSE_PER_COST = 4

export function createDrawClock(draw: () => void): DrawClock {
  let drawnAt = 0
  let pauseMs = LEAST_PAUSE_MS
  let frame = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  const go = (): void => {
    frame = 0
    const began = (drawnAt = performance.now())
    draw()
    requestAnimationFrame(() => {
      pauseMs = Math.min(MOST_PAUSE_MS, Math.max(LEAST_PAUSE_MS, PAUSE_PER_COST * (performance.now() - began)))
    })
  }
  return {
    soon: () => {
      if (frame !== 0 || waiting !== undefined) return
      waiting = setTimeout(
        () => {
          waiting = undefined
          frame = requestAnimationFrame(go)
        },
        Math.max(0, drawnAt + pauseMs - performance.now()),
      )
    },
    stop: () => {
      clearTimeout(waiting)
      cancelAnimationFrame(frame)
    },
  }
}
