import { assert } from '../base/assert.ts'
import * as model from '../model/event.ts'

/** The event definition by kind and id, as its entries brought it. Sites, zones and the rest keep the order in which they came. */
export type Definition = {
  header: model.EventHeader | undefined
  readonly nations: Map<string, model.Nation>
  readonly agencies: Map<string, model.Agency>
  readonly agreements: Map<string, model.Agreement>
  readonly posts: Map<string, model.Post>
  readonly persons: Map<string, model.Person>
  readonly sites: Map<string, model.Site>
  readonly zones: Map<string, model.Zone>
  readonly nodes: Map<string, model.NodeDefinition>
  readonly feeds: Map<string, model.FeedDefinition>
  readonly phases: Map<string, model.Phase>
  readonly readiness: Map<string, model.Readiness>
  readonly schedule: Map<string, model.SessionPlan>
  readonly headcounts: model.Headcount[]
  readonly clearances: Map<string, model.Clearance>
}

export function newDefinition(): Definition {
  return {
    header: undefined,
    nations: new Map(),
    agencies: new Map(),
    agreements: new Map(),
    posts: new Map(),
    persons: new Map(),
    sites: new Map(),
    zones: new Map(),
    nodes: new Map(),
    feeds: new Map(),
    phases: new Map(),
    readiness: new Map(),
    schedule: new Map(),
    headcounts: [],
    clearances: new Map(),
  }
}

type Schema<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false; error: { message: string } } }

function parseItem<T>(schema: Schema<T>, part: string, item: unknown): T {
  const parsed = schema.safeParse(item)
  assert(parsed.success, `event part ${part}: ${parsed.success ? '' : parsed.error.message}`)
  return parsed.data
}

type ListPart = Exclude<model.EventPart['part'], 'header' | 'done'>

/** Adds one part's items to a definition. A later item with the same id replaces an earlier one. Items that the model's schemas decline are a fault of our own writer. */
export function addItems(definition: Definition, part: ListPart, items: readonly unknown[]): void {
  const add = <T extends { readonly id: string }>(schema: Schema<T>, into: Map<string, T>): void => {
    for (const item of items) {
      const value = parseItem(schema, part, item)
      into.set(value.id, value)
    }
  }
  switch (part) {
    case 'nations':
      return add(model.nation, definition.nations)
    case 'agencies':
      return add(model.agency, definition.agencies)
    case 'agreements':
      return add(model.agreement, definition.agreements)
    case 'posts':
      return add(model.post, definition.posts)
    case 'persons':
      return add(model.person, definition.persons)
    case 'sites':
      return add(model.site, definition.sites)
    case 'zones':
      return add(model.zone, definition.zones)
    case 'nodes':
      return add(model.nodeDefinition, definition.nodes)
    case 'feeds':
      return add(model.feedDefinition, definition.feeds)
    case 'phases':
      return add(model.phase, definition.phases)
    case 'readiness':
      return add(model.readinessLevel, definition.readiness)
    case 'schedule':
      return add(model.session, definition.schedule)
    case 'headcounts':
      for (const item of items) definition.headcounts.push(parseItem(model.headcount, part, item))
      return
    case 'clearances':
      return add(model.clearance, definition.clearances)
  }
}
