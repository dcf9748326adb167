import { assert } from '../base/assert.ts'

/** From `wallMs` on: event time = eventMs + (wall - wallMs) * rate. */
export type ClockSegment = { readonly wallMs: number; readonly eventMs: number; readonly rate: number }

/**
 * The event clock: what the journal's writer stamps entries with. Piecewise linear over the wall clock, in whole
 * milliseconds, and it never goes back, whatever the wall clock does.
 */
export interface EventClock {
  nowMs(): number
  rate(): number
  /** How far the wall has been set back behind what was read already, event ms: for so long time would stand still. 0 while it runs on. */
  behindMs(): number
  /** All segments; the last that has begun is in force. */
  segments(): readonly ClockSegment[]
  /** Goes on at another rate from now. */
  setRate(rate: number): ClockSegment
  /** Goes on from a later time; earlier than now is now. */
  jumpTo(eventMs: number): ClockSegment
}

/**
 * wallNowMs  the machine's clock, UTC ms
 * startMs    event time now; undefined for the wall's own
 * rate       event time per wall time, above 0
 */
export function createEventClock(wallNowMs: () => number, startMs: number | undefined, rate: number): EventClock {
  const wallMs = wallNowMs()
  const segments: ClockSegment[] = [{ wallMs, eventMs: Math.floor(startMs ?? wallMs), rate: checkedRate(rate) }]
  let latestMs = segments[0]!.eventMs

  const readingMs = () => {
    const segment = segments[segments.length - 1]!
    return Math.floor(segment.eventMs + (wallNowMs() - segment.wallMs) * segment.rate)
  }
  const nowMs = () => {
    latestMs = Math.max(latestMs, readingMs())
    return latestMs
  }
  const begin = (eventMs: number, segmentRate: number) => {
    const segment = { wallMs: wallNowMs(), eventMs, rate: segmentRate }
    segments.push(segment)
    latestMs = eventMs
    return segment
  }
  return {
    nowMs,
    rate: () => segments[segments.length - 1]!.rate,
    behindMs: () => Math.max(0, latestMs - readingMs()),
    segments: () => segments.slice(),
    setRate: (next) => begin(nowMs(), checkedRate(next)),
    jumpTo: (eventMs) => begin(Math.max(nowMs(), Math.floor(eventMs)), segments[segments.length - 1]!.rate),
  }
}

function checkedRate(rate: number): number {
  assert(Number.isFinite(rate) && rate > 0 && rate <= 10_000, `clock rate ${rate} is above 0 and at most 10,000`)
  return rate
}
