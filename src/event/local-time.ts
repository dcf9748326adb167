const PATTERN = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})?$/

/** True if the runtime knows the zone's rules. */
export function knownTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/**
 * UTC milliseconds of `2022-11-26T20:30`, `…T20:30:15.250`, `…Z` or `…+03:00`. Without an offset the time is local to
 * `timeZone`. undefined if it is not such a time or no such day.
 */
export function instantMs(text: string, timeZone: string): number | undefined {
  const match = PATTERN.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour, minute, second = '0', fraction = '0', offset] = match
  const wallMs = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.padEnd(3, '0')),
  )
  const back = new Date(wallMs)
  if (
    back.getUTCDate() !== Number(day) ||
    back.getUTCMonth() !== Number(month) - 1 ||
    Number(hour) > 23 ||
    Number(minute) > 59 ||
    Number(second) > 59
  )
    return undefined
  if (offset === 'Z') return wallMs
  if (offset !== undefined) {
    const sign = offset.startsWith('-') ? -1 : 1
    return wallMs - sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))) * 60000
  }
  // The zone's offset at the guess is the offset at the instant except within hours of a change; the second round settles that.
  const first = wallMs - zoneOffsetMs(wallMs, timeZone)
  return wallMs - zoneOffsetMs(first, timeZone)
}

/** How far the zone's wall clock is ahead of UTC at an instant, ms. */
function zoneOffsetMs(atMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(atMs)
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value)
  const wallMs = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return wallMs - Math.floor(atMs / 1000) * 1000
}

/** Seconds of `4:30`, `-1:00`, `1:02:03` or a plain number; undefined if it is none. */
export function storySeconds(text: string | number): number | undefined {
  if (typeof text === 'number') return text
  const match = /^(-?)(?:(\d{1,2}):)?(\d{1,3}):(\d{2}(?:\.\d{1,3})?)$/.exec(text)
  if (!match) return undefined
  const seconds = Number(match[2] ?? 0) * 3600 + Number(match[3]) * 60 + Number(match[4])
  return match[1] === '-' ? -seconds : seconds
}
