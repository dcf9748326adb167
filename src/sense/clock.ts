import type { FeedDefinition } from '../model/event.ts'
import type { ClockState } from './state.ts'

/** Differences kept for the median: at 1 Hz half a minute, long enough to ride out a burst of late reports. */
const SAMPLES = 31

export function newClock(): ClockState {
  return { samplesMs: new Float64Array(SAMPLES), count: 0, offsetMs: undefined }
}

/**
 * When a report counts as measured, after the feed's time setting, ms. Never later than its arrival.
 *
 * sender   the sender's time, unless it is further off than the feed allows
 * arrival  our own clock at the door
 * offset   the sender's time less the running median of (sender - arrival): its clock may be wrong by any constant, and
 *          the usual latency is taken as nothing
 */
export function measuredAtMs(clock: ClockState, feed: FeedDefinition, senderMs: number | undefined, arrivalMs: number): number {
  if (senderMs === undefined) return arrivalMs
  observe(clock, senderMs - arrivalMs)
  if (feed.time === 'arrival') return arrivalMs
  const corrected = feed.time === 'offset' ? senderMs - (clock.offsetMs ?? 0) : senderMs
  if (Math.abs(corrected - arrivalMs) > feed.maxClockSkewMs) return arrivalMs
  return Math.min(corrected, arrivalMs)
}

function observe(clock: ClockState, differenceMs: number): void {
  clock.samplesMs[clock.count % SAMPLES] = differenceMs
  clock.count += 1
  const sorted = clock.samplesMs.slice(0, Math.min(clock.count, SAMPLES)).sort()
  clock.offsetMs = sorted[sorted.length >> 1]
}
