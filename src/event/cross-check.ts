import type { EventDefinition } from '../model/event.ts'
import { checkHeader, checkSpans } from './cross-check-spans.ts'
import { checkShapes } from './cross-check-shapes.ts'
import { nearest, type EventError } from './event-error.ts'
import type { Placed, Sections } from './read-sections.ts'
import type { Section } from './yaml-forms.ts'
import { errorAt } from './yaml-source.ts'

/** What no single item can know of itself: duplicates, references, times, shapes. */
export function crossCheck(sections: Sections, event: EventDefinition, errors: EventError[], warnings: string[]): void {
  checkDuplicates(sections, errors)
  checkReferences(sections, errors)
  checkFeeds(sections, errors)
  checkSharing(sections, errors)
  checkHeader(sections, errors)
  checkSpans(sections, event, errors)
  checkShapes(sections, event, errors, warnings)
}

const WITH_ID = [
  'nations',
  'agencies',
  'agreements',
  'posts',
  'persons',
  'sites',
  'ringSets',
  'zones',
  'nodes',
  'feeds',
  'phases',
  'readiness',
  'schedule',
  'clearances',
] as const

function checkDuplicates(sections: Sections, errors: EventError[]): void {
  for (const section of WITH_ID) {
    const seen = new Map<string, Placed<{ id: string }>>()
    const placed: readonly Placed<{ id: string }>[] = sections[section]
    for (const item of placed) {
      const before = seen.get(item.value.id)
      if (before) {
        const first = errorAt({ file: before.place.file, path: [...before.place.path, 'id'] }, '', '')
        errors.push(
          errorAt(
            { file: item.place.file, path: [...item.place.path, 'id'] },
            `${section} has a second "${item.value.id}"`,
            `rename it or remove it; the first is at ${first.file}:${first.line}`,
          ),
        )
      } else seen.set(item.value.id, item)
    }
  }
  const ringZones = new Set(
    sections.sites
      .filter(({ value }) => value.rings !== undefined)
      .flatMap(({ value }) => [`${value.id}.alert`, `${value.id}.warning`, `${value.id}.critical`]),
  )
  for (const { value, place } of sections.zones) {
    if (ringZones.has(value.id))
      errors.push(
        errorAt(
          { file: place.file, path: [...place.path, 'id'] },
          `zone "${value.id}" is also drawn by its site's ring set`,
          "rename the zone, or remove the site's rings",
        ),
      )
  }
}

/** Which key of which section names an item of which other section. */
const REFERENCES: readonly { section: Section; key: string; target: Section }[] = [
  { section: 'agencies', key: 'nation', target: 'nations' },
  { section: 'agreements', key: 'parties', target: 'nations' },
  { section: 'posts', key: 'site', target: 'sites' },
  { section: 'posts', key: 'nation', target: 'nations' },
  { section: 'persons', key: 'nation', target: 'nations' },
  { section: 'persons', key: 'agency', target: 'agencies' },
  { section: 'persons', key: 'post', target: 'posts' },
  { section: 'sites', key: 'host', target: 'nations' },
  { section: 'sites', key: 'partner', target: 'nations' },
  { section: 'sites', key: 'rings', target: 'ringSets' },
  { section: 'zones', key: 'site', target: 'sites' },
  { section: 'nodes', key: 'site', target: 'sites' },
  { section: 'nodes', key: 'owner', target: 'nations' },
  { section: 'nodes', key: 'relTo', target: 'nations' },
  { section: 'nodes', key: 'agreement', target: 'agreements' },
  { section: 'feeds', key: 'node', target: 'nodes' },
  { section: 'schedule', key: 'site', target: 'sites' },
  { section: 'headcounts', key: 'site', target: 'sites' },
]

function checkReferences(sections: Sections, errors: EventError[]): void {
  const known = new Map<Section, Set<string>>()
  for (const section of WITH_ID)
    known.set(section, new Set((sections[section] as readonly Placed<{ id: string }>[]).map(({ value }) => value.id)))
  const check = (placed: Placed<unknown>, path: readonly (string | number)[], word: string, target: Section) => {
    const words = known.get(target)!
    if (words.has(word) || sections.refused.has(word)) return
    const near = nearest(word, words)
    errors.push(
      errorAt(
        { file: placed.place.file, path: [...placed.place.path, ...path] },
        `unknown ${singular(target)} "${word}"`,
        near === undefined ? `define it under ${target}` : `write "${near}", or define it under ${target}`,
      ),
    )
  }
  for (const { section, key, target } of REFERENCES) {
    for (const placed of sections[section] as readonly Placed<Record<string, unknown>>[]) {
      const value = placed.value[key]
      if (typeof value === 'string') check(placed, [key], value, target)
      else if (Array.isArray(value)) value.forEach((word, i) => check(placed, [key, i], String(word), target))
    }
  }
  if (sections.header) {
    check(sections.header, ['host'], sections.header.value.host, 'nations')
    check(sections.header, ['readiness'], sections.header.value.readiness, 'readiness')
  }
}

const SINGULAR: Partial<Record<Section, string>> = { agencies: 'agency', readiness: 'readiness level', ringSets: 'ring set' }

function singular(section: Section): string {
  return SINGULAR[section] ?? section.replace(/s$/, '')
}

function checkFeeds(sections: Sections, errors: EventError[]): void {
  const ports = new Map<number, string>()
  for (const { value, place } of sections.feeds) {
    if ((value.door === 'beast' || value.door === 'sbs') && value.node === undefined) {
      errors.push(errorAt(place, `feed "${value.id}" has no node`, `add node: the receiver for which ${value.door} stands`))
    }
    // The JSON door is part of the HTTP server and listens on no port of its own.
    if (value.door === 'json' || value.mode !== 'listen' || value.port === 0) continue
    const other = ports.get(value.port)
    if (other === undefined) ports.set(value.port, value.id)
    else
      errors.push(
        errorAt(
          { file: place.file, path: [...place.path, 'port'] },
          `port ${value.port} is taken by feed "${other}"`,
          'give each listening feed its own port',
        ),
      )
  }
}

/** What a node's owner shares needs the agreement that lets it flow, and its parties. */
function checkSharing(sections: Sections, errors: EventError[]): void {
  const agreements = new Map(sections.agreements.map(({ value }) => [value.id, value]))
  for (const { value, place } of sections.nodes) {
    const agreement = value.agreement === undefined ? undefined : agreements.get(value.agreement)
    if (!agreement) continue
    for (const [i, nation] of value.relTo.entries()) {
      if (!agreement.parties.includes(nation))
        errors.push(
          errorAt(
            { file: place.file, path: [...place.path, 'relTo', i] },
            `"${nation}" is no party to agreement "${agreement.id}"`,
            `remove it, or share only with ${agreement.parties.join(', ')}`,
          ),
        )
    }
    if (!agreement.parties.includes(value.owner))
      errors.push(
        errorAt(
          { file: place.file, path: [...place.path, 'agreement'] },
          `the node's owner "${value.owner}" is no party to agreement "${agreement.id}"`,
          'name an agreement of the owner',
        ),
      )
  }
}
