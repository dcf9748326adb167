import type { EventDefinition } from '../model/event.ts'
import type { EventError } from './event-error.ts'
import { knownTimeZone } from './local-time.ts'
import type { Placed, Sections } from './read-sections.ts'
import { errorAt } from './yaml-source.ts'

/** The header's own words that need the runtime: its time zone, and its host among the nations. */
export function checkHeader(sections: Sections, errors: EventError[]): void {
  const header = sections.header
  if (!header) return
  if (!knownTimeZone(header.value.timeZone)) {
    errors.push(
      errorAt(
        { file: header.place.file, path: [...header.place.path, 'timeZone'] },
        `unknown time zone "${header.value.timeZone}"`,
        'write an IANA name such as Asia/Qatar',
      ),
    )
  }
  const host = sections.nations.find(({ value }) => value.id === header.value.host)
  if (host && host.value.role !== 'host') {
    errors.push(
      errorAt(
        { file: host.place.file, path: [...host.place.path, 'role'] },
        `nation "${host.value.id}" is the event's host but has the role "${host.value.role}"`,
        'write role: host',
      ),
    )
  }
}

/** Every span of time ends after it begins; what stands twice for one hour is said once. */
export function checkSpans(sections: Sections, event: EventDefinition, errors: EventError[]): void {
  const spans = [
    { placed: sections.agreements, items: event.agreements },
    { placed: sections.phases, items: event.phases },
    { placed: sections.schedule, items: event.schedule },
    { placed: sections.clearances, items: event.clearances },
  ]
  for (const { placed, items } of spans) {
    items.forEach((item, i) => checkSpan(placed[i]!, [], item, errors))
  }
  checkZoneHours(sections, event, errors)
  checkHeadcounts(event, sections, errors)
}

function checkSpan(
  placed: Placed<unknown>,
  path: readonly (string | number)[],
  span: { fromMs: number; toMs: number },
  errors: EventError[],
): void {
  if (span.fromMs === 0 || span.toMs === 0 || span.toMs > span.fromMs) return
  errors.push(
    errorAt(
      { file: placed.place.file, path: [...placed.place.path, ...path, 'to'] },
      '"to" is not after "from"',
      'write a later time; past midnight, write the next day',
    ),
  )
}

function checkZoneHours(sections: Sections, event: EventDefinition, errors: EventError[]): void {
  const zones = new Map(event.zones.map((zone) => [zone.id, zone]))
  for (const placed of sections.zones) {
    zones.get(placed.value.id)?.hours.forEach((span, i) => checkSpan(placed, ['hours', i], span, errors))
  }
  for (const placed of sections.ringSets) {
    const site = sections.sites.find(({ value }) => value.rings === placed.value.id)
    for (const kind of ['alert', 'warning', 'critical'] as const) {
      if (site) zones.get(`${site.value.id}.${kind}`)?.hours.forEach((span, i) => checkSpan(placed, [kind, 'hours', i], span, errors))
    }
  }
}

function checkHeadcounts(event: EventDefinition, sections: Sections, errors: EventError[]): void {
  const seen = new Set<string>()
  let index = 0
  for (const placed of sections.headcounts) {
    const hours = event.headcounts.slice(index, index + placed.value.hourly.length)
    index += placed.value.hourly.length
    const twice = hours.find((hour) => seen.has(`${hour.site} ${hour.fromMs}`))
    if (twice)
      errors.push(
        errorAt(
          placed.place,
          `headcounts of "${twice.site}" overlap at ${new Date(twice.fromMs).toISOString()}`,
          'give each hour of a site once',
        ),
      )
    for (const hour of hours) seen.add(`${hour.site} ${hour.fromMs}`)
  }
}
