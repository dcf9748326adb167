import type { ElementTable } from './detail-tables.ts'
import type { XmlElement, XmlNode } from './element.ts'
import { readValue, writeValue } from './values.ts'
import type { ValueKind } from './values.ts'

/** A table made ready for looking up by the names on the wire. */
type Plan = {
  readonly table: ElementTable
  readonly attributes: ReadonlyMap<string, { readonly key: string; readonly kind: ValueKind }>
  readonly children: ReadonlyMap<string, { readonly key: string; readonly list: boolean; readonly plan: Plan }>
}
type Values = Record<string, unknown>

const PLANS = new Map<ElementTable, Plan>()

function planOf(table: ElementTable): Plan {
  const known = PLANS.get(table)
  if (known !== undefined) return known
  const plan: Plan = {
    table,
    attributes: new Map(Object.entries(table.fields).map(([key, [attribute, kind]]) => [attribute, { key, kind }])),
    children: new Map(
      Object.entries(table.children ?? {}).map(([key, child]) => [child.element, { key, list: child.list === true, plan: planOf(child) }]),
    ),
  }
  PLANS.set(table, plan)
  return plan
}

/**
 * The element's values, or undefined where anything in it does not fit its table: whole elements only, so that nothing
 * of an element is lost by giving it a type. In an open table what does not fit goes to `others`.
 */
export function readElement(table: ElementTable, element: XmlElement): Values | undefined {
  return read(planOf(table), element)
}

function read(plan: Plan, element: XmlElement): Values | undefined {
  const out: Values = {}
  if (!readAttributes(plan, element.attributes, out)) return undefined
  if (element.children === undefined) return out
  return readChildren(plan, element.children, out) ? out : undefined
}

function readAttributes(plan: Plan, attributes: XmlElement['attributes'], out: Values): boolean {
  const { numbered } = plan.table
  for (const name in attributes) {
    const text = attributes[name] ?? ''
    const field = plan.attributes.get(name)
    if (field !== undefined) {
      const value = readValue(field.kind, text)
      if (value === undefined) return false
      out[field.key] = value
    } else {
      if (numbered === undefined) return false
      const list = (out[`${numbered}s`] ??= []) as string[]
      if (name !== `${numbered}${list.length}`) return false
      list.push(text)
    }
  }
  return true
}

function readChildren(plan: Plan, children: readonly XmlNode[], out: Values): boolean {
  const { text, open } = plan.table
  // undefined for a name: one of its elements did not fit, so that all of them stay as they came, in their order.
  let typed: Map<string, Values[] | undefined> | undefined
  for (const child of children) {
    if (typeof child === 'string') continue
    const known = plan.children.get(child.name)
    if (known === undefined) continue
    typed ??= new Map()
    const before = typed.get(child.name)
    const values = read(known.plan, child)
    if (values === undefined) typed.set(child.name, undefined)
    else if (before !== undefined && known.list) before.push(values)
    else typed.set(child.name, typed.has(child.name) ? undefined : [values])
  }
  const others: XmlNode[] = []
  for (const child of children) {
    if (typeof child === 'string') {
      if (text === true && children.length === 1) out['text'] = child
      else if (text === true || /[^ \t\r\n]/.test(child)) addText(others, child)
    } else if (typed?.get(child.name) === undefined) others.push(child)
  }
  if (others.length > 0) {
    if (open !== true) return false
    out['others'] = others
  }
  if (typed === undefined) return true
  for (const [name, values] of typed) {
    const known = plan.children.get(name)
    if (values !== undefined && known !== undefined) out[known.key] = known.list ? values : values[0]
  }
  return true
}

/** Texts that only typed elements stood between are one text, as they will be read again. */
function addText(nodes: XmlNode[], text: string): void {
  const before = nodes.at(-1)
  if (typeof before === 'string') nodes[nodes.length - 1] = before + text
  else nodes.push(text)
}

/** The element of such values; typed children come in the table's order, then the others in theirs. */
export function writeElement(table: ElementTable, values: Readonly<Values>): XmlElement {
  const attributes: Record<string, string> = {}
  for (const [key, [attribute, kind]] of Object.entries(table.fields)) {
    const value = values[key]
    if (value !== undefined) attributes[attribute] = writeValue(kind, value as string | number | boolean)
  }
  if (table.numbered !== undefined) {
    const list = (values[`${table.numbered}s`] ?? []) as readonly string[]
    for (const [index, text] of list.entries()) attributes[`${table.numbered}${index}`] = text
  }
  const children: XmlNode[] = []
  if (table.text === true && typeof values['text'] === 'string' && values['text'] !== '') children.push(values['text'])
  for (const [key, child] of Object.entries(table.children ?? {})) children.push(...writeChild(child, values[key]))
  children.push(...((values['others'] ?? []) as readonly XmlNode[]))
  return { name: table.element, ...(Object.keys(attributes).length > 0 && { attributes }), ...(children.length > 0 && { children }) }
}

export function writeChild(table: ElementTable, value: unknown): XmlElement[] {
  if (value === undefined) return []
  const all = (table.list === true ? value : [value]) as readonly Values[]
  return all.map((each) => writeElement(table, each))
}
