import type { ReasonView, TrackView } from '../model/api.ts'
import type { ZoneThreat } from '../model/assessment.ts'
import type { Reason } from '../model/reason.ts'
import { tenth, thousandth } from './round.ts'

/** Whether a view may name another item to its recipient. */
export type MayMention = (kind: 'site' | 'zone' | 'node' | 'track', id: string) => boolean

/**
 * Reasons that name only what the recipient may know of.
 *
 * whole  the recipient is the host; others learn that there is a Remote ID, not the token that stands for its serial
 */
export function reasonViews(reasons: readonly Reason[], mayMention: MayMention, whole: boolean): ReasonView[] {
  const out: ReasonView[] = []
  for (const { code, params } of reasons) {
    const named: Record<string, string | number> = {}
    let known = true
    for (const [name, value] of Object.entries(params) as [string, string | number][]) {
      if ((name === 'node' || name === 'zone' || name === 'site') && !mayMention(name, String(value))) known = false
      const hidden = name === 'claim' && !whole && String(value).startsWith('rid:')
      named[name] = typeof value === 'number' ? thousandth(value) : hidden ? 'rid:' : value
    }
    if (known) out.push({ code, params: named })
  }
  return out
}

export function threatViews(threats: readonly ZoneThreat[], mayMention: MayMention): TrackView['threats'] {
  return threats
    .filter((each) => mayMention('zone', each.zone))
    .map((each) => ({
      zone: each.zone,
      site: each.site !== undefined && mayMention('site', each.site) ? each.site : null,
      relation: each.relation,
      timeToZoneS: tenth(each.timeToZoneS),
      timeSigmaS: tenth(each.timeSigmaS),
      distanceM: tenth(each.distanceM),
      closestM: tenth(each.closestM),
    }))
}
