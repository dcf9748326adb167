import type { Output } from '../model/picture.ts'
import type { EngineState } from './engine-state.ts'
import { eventItem, put, siteItem, zoneItem } from './place-items.ts'
import { zoneActive } from './surroundings.ts'

/** What changes by the hour: zones' activity, sites' headcounts, the phase. Looked at only when event time has reached the next boundary. */
export function crossBoundaries(state: EngineState, nowMs: number, outputs: Output[]): void {
  if (nowMs < state.nextBoundaryMs) return
  state.nextBoundaryMs = nextBoundaryMs(state, nowMs)
  state.zones = state.zones.map((shape) => {
    const zone = state.definition.zones.get(shape.zone)
    const active = zone === undefined ? shape.active : zoneActive(zone, nowMs)
    if (active === shape.active) return shape
    put(outputs, zoneItem(state, shape.zone, active))
    return { ...shape, active }
  })
  const before = state.headcounts
  state.headcounts = headcountsAt(state, nowMs)
  for (const id of state.definition.sites.keys()) if (before.get(id) !== state.headcounts.get(id)) put(outputs, siteItem(state, id))
  const phase = [...state.definition.phases.values()].find(({ fromMs, toMs }) => fromMs <= nowMs && nowMs < toMs)?.id
  if (phase !== state.phase) {
    state.phase = phase
    put(outputs, eventItem(state))
  }
}

function headcountsAt(state: EngineState, nowMs: number): Map<string, number> {
  const now = new Map<string, number>()
  for (const { site, fromMs, toMs, people } of state.definition.headcounts) if (fromMs <= nowMs && nowMs < toMs) now.set(site, people)
  return now
}

function nextBoundaryMs(state: EngineState, nowMs: number): number {
  let next = Infinity
  const consider = ({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }): void => {
    if (fromMs > nowMs && fromMs < next) next = fromMs
    if (toMs > nowMs && toMs < next) next = toMs
  }
  for (const zone of state.definition.zones.values()) zone.hours.forEach(consider)
  state.definition.headcounts.forEach(consider)
  for (const phase of state.definition.phases.values()) consider(phase)
  return next
}
