import type { NodeId } from '../model/ids.ts'
import { easeAlert, holdAlert, raiseAlert, type AlertCondition } from './alert-book.ts'
import type { AssessContext } from './assess-context.ts'
import type { AssessState } from './assess-state.ts'
import * as limits from './limits.ts'

/** Nodes of protected sites that have fallen silent: one low alert each, after a delay that lets them restart. */
export function tendSilentNodes(
  state: AssessState,
  context: AssessContext,
  silent: readonly { readonly node: NodeId; readonly sinceMs: number }[],
  nowMs: number,
): void {
  for (const { node, sinceMs } of silent) {
    const site = context.sensors.get(node)?.site
    if (site === undefined || context.sites.get(site)?.protected !== true) continue
    const known = state.silentNodes.get(node)
    const record = known?.alert === undefined ? undefined : state.alerts.records.get(known.alert)
    const condition: AlertCondition = {
      priority: 3,
      sites: [site],
      zone: undefined,
      timeToZoneS: undefined,
      distanceM: undefined,
      members: 1,
      reasons: [{ code: 'node-silent', params: { node, sinceMs } }],
    }
    if (record !== undefined) holdAlert(record, condition, nowMs)
    else if (known === undefined) state.silentNodes.set(node, { sinceMs, alert: undefined })
    else if (known.alert === undefined && nowMs - known.sinceMs >= limits.NODE_SILENT_DELAY_S * 1000)
      known.alert = raiseAlert(state.alerts, 'node-silent', undefined, condition, nowMs)
  }
  for (const [node, known] of state.silentNodes) {
    if (silent.some((each) => each.node === node)) continue
    const record = known.alert === undefined ? undefined : state.alerts.records.get(known.alert)
    if (record === undefined) state.silentNodes.delete(node)
    else easeAlert(record, { code: 'node-silent', params: { node, sinceMs: known.sinceMs } }, limits.NODE_SILENT_DELAY_S, nowMs)
  }
}
