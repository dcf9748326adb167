import type { EventDefinition, EventPart } from '../model/event.ts'

/** Items in one entry: 100 sites with footprints make about 200 kB of JSON. */
const ITEMS_PER_PART = 100

/** Every list of the definition, those first that others refer to. */
const PARTS = [
  'nations',
  'agencies',
  'agreements',
  'posts',
  'persons',
  'sites',
  'zones',
  'nodes',
  'feeds',
  'phases',
  'readiness',
  'schedule',
  'headcounts',
  'clearances',
] as const

/** The definition as the parts that enter the journal: header first, the lists in chunks, `done` last. */
export function toEntries(event: EventDefinition): EventPart[] {
  const parts: EventPart[] = [{ part: 'header', header: event.header }]
  for (const part of PARTS) {
    const items: readonly unknown[] = event[part]
    for (let i = 0; i < items.length; i += ITEMS_PER_PART) parts.push({ part, items: items.slice(i, i + ITEMS_PER_PART) })
  }
  parts.push({ part: 'done' })
  return parts
}
