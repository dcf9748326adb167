import type { Alert } from '../model/assessment.ts'
import type { Outcome } from '../model/command.ts'
import type { AlertId } from '../model/ids.ts'
import { setState } from './alert-book.ts'
import type { AssessState } from './assess-state.ts'

export type AlertAnswer = { readonly outcome: Outcome; readonly alerts: readonly Alert[] }

const refusedAnswer = (why: 'no-such-alert' | 'already' | 'not-now'): AlertAnswer => ({ outcome: { result: 'refused', why }, alerts: [] })

/** A person has seen it (ISA-18.2). What had already returned to normal is thereby cleared. */
export function acknowledge(state: AssessState, alert: string, person: string, nowMs: number): AlertAnswer {
  const record = state.alerts.records.get(alert as AlertId)
  if (record === undefined || record.alert.state === 'cleared') return refusedAnswer('no-such-alert')
  if (record.acknowledged && record.alert.state === 'acknowledged') return refusedAnswer('already')
  record.acknowledged = true
  record.alert = { ...record.alert, acknowledgedBy: person, shelvedUntilMs: undefined }
  setState(record, record.returnedMs === undefined ? 'acknowledged' : 'cleared', nowMs)
  return sayNow(state, alert as AlertId, nowMs)
}

/** Puts an alert aside until a time. Refused for the top priority, which is never held back. */
export function shelve(state: AssessState, alert: string, person: string, untilMs: number, nowMs: number): AlertAnswer {
  const record = state.alerts.records.get(alert as AlertId)
  if (record === undefined || record.alert.state === 'cleared') return refusedAnswer('no-such-alert')
  if (record.alert.priority === 1 || record.returnedMs !== undefined || untilMs <= nowMs) return refusedAnswer('not-now')
  record.acknowledged = true
  record.alert = { ...record.alert, acknowledgedBy: person, shelvedUntilMs: untilMs }
  setState(record, 'shelved', nowMs)
  return sayNow(state, alert as AlertId, nowMs)
}

function sayNow(state: AssessState, id: AlertId, nowMs: number): AlertAnswer {
  const record = state.alerts.records.get(id)
  if (record === undefined) return refusedAnswer('no-such-alert')
  record.unsaid = undefined
  record.saidMs = nowMs
  if (record.alert.state === 'cleared') state.alerts.records.delete(id)
  return { outcome: { result: 'done' }, alerts: [record.alert] }
}
