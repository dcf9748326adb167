import { clockView, type ClockView } from '../model/api.ts'
import type { SimHttp } from './sim-http.ts'

type Segment = ClockView['segments'][number]

/** The room's event clock as the simulator keeps it: segments over the wall clock, also ones that have not begun. */
export interface SimClock {
  /** undefined before the first word from the room. */
  nowMs(): number | undefined
  rate(): number
  /** wallOffsetMs: the room's wall clock less ours, ms. */
  set(segments: readonly Segment[], wallOffsetMs: number): void
}

export function createSimClock(): SimClock {
  let segments: readonly Segment[] = []
  let offsetMs = 0
  const inForce = (wallMs: number) => segments.findLast((segment) => segment.wallMs <= wallMs) ?? segments[0]
  return {
    nowMs: () => {
      const wallMs = Date.now() + offsetMs
      const segment = inForce(wallMs)
      // Before the first segment begins, time stands at its start.
      return segment && segment.eventMs + Math.max(0, wallMs - segment.wallMs) * segment.rate
    },
    rate: () => inForce(Date.now() + offsetMs)?.rate ?? 1,
    set: (next, wallOffsetMs) => {
      segments = [...next]
      offsetMs = wallOffsetMs
    },
  }
}

/** Reads the clock of a room over HTTP; false if there was no answer. One machine has one wall clock; another's is estimated, to half a round trip. */
export async function readClock(clock: SimClock, http: SimHttp, clockUrl: string, sameMachine: boolean): Promise<boolean> {
  const sentMs = Date.now()
  const body = await http.get(clockUrl)
  const parsed = body === undefined ? undefined : clockView.safeParse(body)
  if (!parsed?.success || parsed.data.segments.length === 0) return false
  clock.set(parsed.data.segments, sameMachine ? 0 : theirWallMs(parsed.data) - (sentMs + Date.now()) / 2)
  return true
}

/** Their wall clock when they answered, from the event time that they gave and the segment that it lies in. */
function theirWallMs(view: ClockView): number {
  const segment = view.segments.findLast((each) => each.eventMs <= view.nowMs) ?? view.segments[0]!
  return segment.wallMs + (view.nowMs - segment.eventMs) / segment.rate
}
