import type { AlertView, EventView, FeedHealthView, View } from '../model/api.ts'
import type { AlertItem, FeedItem, Item } from '../model/picture.ts'
import { reasonViews, type MayMention } from './mention.ts'
import { bearingView, nodeView, siteView, zoneView } from './place-view.ts'
import type { ReleaseContext } from './release-context.ts'
import { orNull, placeDeg, tenth } from './round.ts'
import { trackView } from './track-view.ts'

/**
 * SI and radians -> degrees, rounded. undefined for items that are never shown. Called by `release` alone.
 *
 * whole  the recipient is the host, who sees claims' tokens as well
 */
export function toView(item: Item, context: ReleaseContext, mayMention: MayMention, whole: boolean): View | undefined {
  switch (item.kind) {
    case 'event':
      return { kind: 'event', view: eventView(item, context) }
    case 'registry':
      return undefined
    case 'site':
      return { kind: 'site', view: siteView(item) }
    case 'zone':
      return { kind: 'zone', view: zoneView(item, mayMention) }
    case 'node':
      return { kind: 'node', view: nodeView(item, mayMention) }
    case 'feed':
      return { kind: 'feed', view: feedView(item) }
    case 'track':
      return { kind: 'track', view: trackView(item, context, mayMention, whole) }
    case 'alert':
      return { kind: 'alert', view: alertView(item, mayMention, whole) }
    case 'bearing':
      return { kind: 'bearing', view: bearingView(item, context, mayMention) }
  }
}

function eventView(item: Extract<Item, { kind: 'event' }>, { registry }: ReleaseContext): EventView {
  const { header } = item
  return {
    id: header.id,
    name: header.name,
    example: header.example,
    mode: item.mode,
    timeZone: header.timeZone,
    languages: [...header.languages],
    host: header.host,
    phase: orNull(registry?.phases.find((each) => each.id === item.phase)?.name),
    readiness: orNull(registry?.readiness.find((each) => each.id === header.readiness)?.name),
    qnhHpa: tenth(item.qnhPa / 100),
    unrecordedFrames: item.unrecordedFrames ?? 0,
    shedDetections: item.shedDetections ?? 0,
    originLatDeg: placeDeg(header.origin.latRad),
    originLonDeg: placeDeg(header.origin.lonRad),
    geoidM: tenth(header.geoidM),
    nations: (registry?.nations ?? []).map(({ id, name }) => ({ id, name })),
  }
}

function feedView(item: FeedItem): FeedHealthView {
  const { kind: _kind, label: _label, ...rest } = item
  return { ...rest, lastReject: orNull(item.lastReject), lastFrameMs: orNull(item.lastFrameMs) }
}

function alertView({ alert }: AlertItem, mayMention: MayMention, whole: boolean): AlertView {
  return {
    id: alert.id,
    kind: alert.kind,
    state: alert.state,
    priority: alert.priority,
    raisedMs: alert.raisedMs,
    changedMs: alert.changedMs,
    acknowledgedBy: orNull(alert.acknowledgedBy),
    shelvedUntilMs: orNull(alert.shelvedUntilMs),
    track: alert.track !== undefined && mayMention('track', alert.track) ? alert.track : null,
    members: alert.members,
    sites: alert.sites.filter((each) => mayMention('site', each)),
    zone: alert.zone !== undefined && mayMention('zone', alert.zone) ? alert.zone : null,
    timeToZoneS: alert.timeToZoneS === undefined ? null : tenth(alert.timeToZoneS),
    distanceM: alert.distanceM === undefined ? null : tenth(alert.distanceM),
    reasons: reasonViews(alert.reasons, mayMention, whole),
  }
}
