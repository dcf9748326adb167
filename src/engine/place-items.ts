import type { EngineLosses, Item, Output } from '../model/picture.ts'
import type { EngineState } from './engine-state.ts'
import { hostLabel, openLabel, siteLabel, zoneLabel } from './labels.ts'

/** Items of the picture that follow from the event definition and the hour. */

export function eventItem(state: EngineState): Item | undefined {
  const { header } = state.definition
  if (header === undefined) return undefined
  return {
    kind: 'event',
    id: 'event',
    label: openLabel(state.definition),
    header,
    mode: state.mode,
    phase: state.phase,
    qnhPa: state.qnhPa,
    ...(state.unrecordedFrames > 0 ? { unrecordedFrames: state.unrecordedFrames } : {}),
    ...(state.shedDetections > 0 ? { shedDetections: state.shedDetections } : {}),
    ...lossesOf(state),
  }
}

function lossesOf(state: EngineState): { readonly losses?: EngineLosses } {
  const losses = { framesTooEarly: state.tooEarly, alertsRefused: state.assess.alerts.refused, claimsShed: state.shedClaims }
  return losses.framesTooEarly + losses.alertsRefused + losses.claimsShed > 0 ? { losses } : {}
}

/** Counters in the event's item change by the tick; they are told at most so often, ms. */
const EVENT_REFRESH_MS = 5000

export function putEventIfDue(state: EngineState, nowMs: number, outputs: Output[]): void {
  if (!state.eventDirty || nowMs - state.eventPutMs < EVENT_REFRESH_MS) return
  state.eventDirty = false
  state.eventPutMs = nowMs
  put(outputs, eventItem(state))
}

export function registryItem(state: EngineState): Item {
  const d = state.definition
  return {
    kind: 'registry',
    id: 'registry',
    label: hostLabel(d),
    nations: [...d.nations.values()],
    agencies: [...d.agencies.values()],
    agreements: [...d.agreements.values()],
    posts: [...d.posts.values()],
    persons: [...d.persons.values()],
    phases: [...d.phases.values()],
    readiness: [...d.readiness.values()],
    schedule: [...d.schedule.values()],
    headcounts: d.headcounts,
    clearances: [...d.clearances.values()],
  }
}

export function siteItem(state: EngineState, id: string): Item | undefined {
  const site = state.definition.sites.get(id)
  return site === undefined
    ? undefined
    : { kind: 'site', id, label: siteLabel(state.definition, site), site, headcount: state.headcounts.get(id) }
}

export function zoneItem(state: EngineState, id: string, active: boolean): Item | undefined {
  const zone = state.definition.zones.get(id)
  return zone === undefined ? undefined : { kind: 'zone', id, label: zoneLabel(state.definition, zone), zone, active }
}

export function put(outputs: Output[], item: Item | undefined): void {
  if (item !== undefined) outputs.push({ out: 'put', item })
}

/** The event, its registry, sites and zones, all anew. */
export function putAlways(state: EngineState, outputs: Output[]): void {
  put(outputs, eventItem(state))
  put(outputs, registryItem(state))
  for (const id of state.definition.sites.keys()) put(outputs, siteItem(state, id))
  for (const shape of state.zones) put(outputs, zoneItem(state, shape.zone, shape.active))
}
