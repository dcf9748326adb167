import type { AlertView } from '../../../src/model/api.ts'

/** Where an alert stands before its priority: active ones, then those that returned to normal, then shelved ones. */
function rankOf(alert: AlertView): number {
  if (alert.state === 'shelved') return 2
  return alert.state === 'returned' ? 1 : 0
}

/**
 * Most urgent first. Within one priority an object comes before a folded set of claims, so that a flood of fakes never
 * buries a real one; then what nobody has acknowledged; then the shorter time to its zone; then the older.
 */
export function byUrgency(a: AlertView, b: AlertView): number {
  return (
    rankOf(a) - rankOf(b) ||
    a.priority - b.priority ||
    Number(isFolded(a)) - Number(isFolded(b)) ||
    Number(a.state !== 'unacknowledged') - Number(b.state !== 'unacknowledged') ||
    (a.timeToZoneS ?? Infinity) - (b.timeToZoneS ?? Infinity) || // NaN for two unknown times falls through to age
    a.raisedMs - b.raisedMs ||
    (a.id < b.id ? -1 : 1)
  )
}

/** One line that stands for many claims. */
export function isFolded(alert: AlertView): boolean {
  return alert.kind === 'claims-without-body'
}

/** What asks for this reader: everything not cleared, at one site if the reader holds one. */
export function queueOf(alerts: Iterable<AlertView>, site: string | undefined): AlertView[] {
  const open: AlertView[] = []
  for (const alert of alerts) if (alert.state !== 'cleared' && (site === undefined || alert.sites.includes(site))) open.push(alert)
  return open.sort(byUrgency)
}

/** The alert's sites, that of the zone it is about first. */
export function sitesByTarget(alert: AlertView, target: string | null | undefined): readonly string[] {
  return target !== undefined && target !== null && alert.sites.includes(target)
    ? [target, ...alert.sites.filter((id) => id !== target)]
    : alert.sites
}

/** What a site is to act on first: the head of its queue, but for what is put aside. */
export function firstOf(alerts: Iterable<AlertView>, site: string): AlertView | undefined {
  return queueOf(alerts, site).find((alert) => alert.state !== 'shelved')
}

export type HeldQueue = {
  /** In the order shown. While held, rows keep their places; one that has left the queue is undefined. */
  readonly rows: readonly { readonly id: string; readonly alert: AlertView | undefined }[]
  /** What waits to be put in its place, most urgent first. */
  readonly waiting: readonly AlertView[]
}

/**
 * The queue as a hand in the list may see it: nothing moves under it.
 *
 * sorted  the queue in its right order
 * order   ids in the order that stood when the hand came, or undefined when no hand is in the list
 */
export function holdQueue(sorted: readonly AlertView[], order: readonly string[] | undefined): HeldQueue {
  if (order === undefined) return { rows: sorted.map((alert) => ({ id: alert.id, alert })), waiting: [] }
  const byId = new Map(sorted.map((alert) => [alert.id, alert]))
  const rows = order.map((id) => ({ id, alert: byId.get(id) }))
  const shown = new Set(order)
  return { rows, waiting: sorted.filter((alert) => !shown.has(alert.id)) }
}
