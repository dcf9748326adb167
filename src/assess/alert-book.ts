import type { Alert, AlertState, Priority } from '../model/assessment.ts'
import type { AlertId, SiteId, TrackId, ZoneId } from '../model/ids.ts'
import type { Reason } from '../model/reason.ts'
import * as limits from './limits.ts'

/** What asks for somebody at this moment. */
export type AlertCondition = {
  readonly priority: Priority
  readonly sites: readonly SiteId[]
  readonly zone: ZoneId | undefined
  readonly timeToZoneS: number | undefined
  readonly distanceM: number | undefined
  readonly members: number
  readonly reasons: readonly Reason[]
}

/** One alert with what its delays and dead bands need. */
export type AlertRecord = {
  alert: Alert
  /** Nobody has acknowledged it since it was raised or grew graver. */
  acknowledged: boolean
  /** The condition is gone since; undefined while it holds. */
  goneSinceMs: number | undefined
  /** Why it is gone: shown once it has returned. */
  goneReason: Reason | undefined
  returnedMs: number | undefined
  lowerSinceMs: number | undefined
  zoneSinceMs: number
  /** When each listed site was last concerned. */
  readonly siteSeenMs: Map<SiteId, number>
  /** Where and how fast its object was when it was lost; it may be found again. */
  lost: { readonly atMs: number; readonly eM: number; readonly nM: number; readonly veMps: number; readonly vnMps: number } | undefined
  /** `now`: to be said at once; `soon`: figures only, at the next refresh. */
  unsaid: 'now' | 'soon' | undefined
  saidMs: number
}

/** All standing alerts, in the order in which they were raised. Plain data. */
export type AlertBook = { nextNumber: number; readonly records: Map<AlertId, AlertRecord>; refused: number }

export function newAlertBook(): AlertBook {
  return { nextNumber: 1, records: new Map(), refused: 0 }
}

/** Raises an alert; undefined when the book is full, which is counted. */
export function raiseAlert(
  book: AlertBook,
  kind: Alert['kind'],
  track: TrackId | undefined,
  condition: AlertCondition,
  nowMs: number,
): AlertId | undefined {
  if (book.records.size >= limits.MAX_ALERTS && !makeRoom(book, condition.priority, nowMs)) {
    book.refused++
    return undefined
  }
  const id = `A${book.nextNumber++}` as AlertId
  const alert: Alert = {
    id,
    kind,
    state: 'unacknowledged',
    raisedMs: nowMs,
    changedMs: nowMs,
    acknowledgedBy: undefined,
    shelvedUntilMs: undefined,
    track,
    ...condition,
  }
  book.records.set(id, {
    alert,
    acknowledged: false,
    goneSinceMs: undefined,
    goneReason: undefined,
    returnedMs: undefined,
    lowerSinceMs: undefined,
    zoneSinceMs: nowMs,
    siteSeenMs: new Map(condition.sites.map((site) => [site, nowMs])),
    lost: undefined,
    unsaid: 'now',
    saidMs: nowMs,
  })
  return id
}

/** A full book gives up an alert that has returned, or one that is less urgent than the new one. */
function makeRoom(book: AlertBook, priority: Priority, nowMs: number): boolean {
  let victim: AlertRecord | undefined
  let standing = 0
  for (const record of book.records.values()) {
    if (record.alert.state === 'cleared') continue
    standing++
    const givesWay = record.alert.state === 'returned' || record.alert.priority > priority
    if (givesWay && (victim === undefined || record.alert.priority > victim.alert.priority)) victim = record
  }
  if (standing < limits.MAX_ALERTS) return true
  if (victim === undefined) return false
  book.refused++
  setState(victim, 'cleared', nowMs)
  return true
}

/** The condition holds: keeps the alert standing, renews its figures, raises its priority at once and lowers it with delay. */
export function holdAlert(record: AlertRecord, condition: AlertCondition, nowMs: number): void {
  record.goneSinceMs = undefined
  record.goneReason = undefined
  record.lost = undefined
  if (record.returnedMs !== undefined) {
    record.returnedMs = undefined
    setState(record, record.alert.state === 'shelved' ? 'shelved' : 'unacknowledged', nowMs)
  }
  const priority = settlePriority(record, condition.priority, nowMs)
  const graver = priority < record.alert.priority
  if (priority !== record.alert.priority) {
    record.alert = { ...record.alert, priority, changedMs: nowMs }
    record.unsaid = 'now'
  }
  // Graver news asks again, whether it was acknowledged or shelved; the top priority is never held back.
  if (graver && (record.alert.state === 'acknowledged' || (record.alert.state === 'shelved' && priority === 1))) {
    record.acknowledged = false
    record.alert = { ...record.alert, acknowledgedBy: undefined, shelvedUntilMs: undefined }
    setState(record, 'unacknowledged', nowMs)
  }
  renewFigures(record, condition, nowMs)
}

function settlePriority(record: AlertRecord, wanted: Priority, nowMs: number): Priority {
  if (wanted <= record.alert.priority) {
    record.lowerSinceMs = undefined
    return wanted
  }
  record.lowerSinceMs ??= nowMs
  if (nowMs - record.lowerSinceMs < limits.LOWER_DELAY_S * 1000) return record.alert.priority
  record.lowerSinceMs = undefined
  return wanted
}

function renewFigures(record: AlertRecord, condition: AlertCondition, nowMs: number): void {
  const { alert } = record
  if (condition.zone !== alert.zone) record.zoneSinceMs = nowMs
  const sites = heldSites(record, condition.sites, nowMs)
  const sitesChanged = sites.length !== alert.sites.length || sites.some((site, i) => site !== alert.sites[i])
  if (sitesChanged || condition.zone !== alert.zone) record.unsaid = 'now'
  const { zone, timeToZoneS, distanceM, members, reasons } = condition
  record.alert = { ...alert, sites, zone, timeToZoneS, distanceM, members, reasons }
  record.unsaid ??= 'soon'
}

/** Sites join at once and leave after a while. */
function heldSites(record: AlertRecord, sites: readonly SiteId[], nowMs: number): SiteId[] {
  for (const site of sites) record.siteSeenMs.set(site, nowMs)
  for (const [site, seenMs] of record.siteSeenMs) if (nowMs - seenMs > limits.SITE_HOLD_MS) record.siteSeenMs.delete(site)
  return [...record.siteSeenMs.keys()].sort()
}

/** The condition is gone: after the off-delay, or at once where the cause is certain, the alert returns to normal. */
export function easeAlert(record: AlertRecord, reason: Reason, delayS: number, nowMs: number): void {
  if (record.returnedMs !== undefined || record.alert.state === 'cleared') return
  if (record.goneSinceMs === undefined) record.goneSinceMs = nowMs
  record.goneReason = reason
  if (nowMs - record.goneSinceMs < delayS * 1000) return
  record.returnedMs = nowMs
  const aged = withAge(reason, nowMs - record.goneSinceMs)
  record.alert = {
    ...record.alert,
    timeToZoneS: undefined,
    reasons: [aged, ...record.alert.reasons.filter((each) => each.code !== reason.code)].slice(0, limits.MAX_REASONS),
  }
  setState(record, record.acknowledged ? 'cleared' : 'returned', nowMs)
}

/** A reason that counts the seconds since, counted anew. */
function withAge(reason: Reason, ageMs: number): Reason {
  if (reason.code !== 'landed' && reason.code !== 'lost' && reason.code !== 'left-zones') return reason
  return { code: reason.code, params: { agoS: ageMs / 1000 } }
}

/** While an alert waits after its return, the seconds in its first reason go on. */
function ageReason(record: AlertRecord, nowMs: number): void {
  const [first, ...rest] = record.alert.reasons
  if (
    record.alert.state !== 'returned' ||
    first === undefined ||
    record.goneSinceMs === undefined ||
    nowMs - record.saidMs < limits.RETURNED_REFRESH_MS
  )
    return
  const aged = withAge(first, nowMs - record.goneSinceMs)
  if (aged === first) return
  record.alert = { ...record.alert, reasons: [aged, ...rest] }
  record.unsaid ??= 'soon'
}

/** Clears what returned long enough ago, ends shelving that expired. */
export function ageAlert(record: AlertRecord, nowMs: number): void {
  ageReason(record, nowMs)
  const { alert } = record
  if (
    alert.state === 'returned' &&
    record.returnedMs !== undefined &&
    nowMs - record.returnedMs >= limits.RETURNED_HOLD_S[alert.priority] * 1000
  )
    setState(record, 'cleared', nowMs)
  if (alert.state === 'shelved' && alert.shelvedUntilMs !== undefined && nowMs >= alert.shelvedUntilMs) {
    record.alert = { ...alert, shelvedUntilMs: undefined }
    record.acknowledged = false
    setState(record, record.returnedMs === undefined ? 'unacknowledged' : 'cleared', nowMs)
  }
}

export function setState(record: AlertRecord, state: AlertState, nowMs: number): void {
  record.alert = { ...record.alert, state, changedMs: nowMs }
  record.unsaid = 'now'
}

/** Alerts with something to say: changes at once, figures at the refresh rate. Cleared ones leave the book when said. */
export function sayAlerts(book: AlertBook, nowMs: number): Alert[] {
  const said: Alert[] = []
  for (const [id, record] of book.records) {
    const due = record.unsaid === 'now' || (record.unsaid === 'soon' && nowMs - record.saidMs >= limits.ALERT_REFRESH_MS)
    if (due) {
      said.push(record.alert)
      record.unsaid = undefined
      record.saidMs = nowMs
    }
    if (record.alert.state === 'cleared') book.records.delete(id)
  }
  return said
}
