import type { AlertView, ReasonView, TrackView } from '../../../src/model/api.ts'
import type { ObjectClass } from '../../../src/model/track.ts'
import type { RoomWords } from '../words.tsx'
import { CLASSES } from '../../../src/words/messages/kinds.ts'

/** What a track most probably is, in a word; under one half it is only an object. */
export function classWord(words: RoomWords, track: TrackView): string {
  const best = track.classes[0]
  return best === undefined || best.probability < 0.5 ? words.t('class.unknown') : classNameWord(words, best.class)
}

export function classNameWord(words: RoomWords, name: string): string {
  return isClass(name) ? words.t(`class.${name}`) : name
}
function isClass(name: string): name is ObjectClass {
  return Object.hasOwn(CLASSES, `class.${name}`)
}

/** What an alert is about, as the officer calls it. */
export function alertTitle(words: RoomWords, alert: AlertView, track: TrackView | undefined): string {
  if (alert.kind === 'claims-without-body') return words.t('queue.claims', { members: alert.members })
  if (track !== undefined) return `${words.t(`identity.${track.identity}`)} · ${classWord(words, track)}`
  return words.t(`alert.${alert.kind}`)
}

/** The alert's reasons, then those of its track that it does not say already: the same code about the same thing. */
export function allReasons(first: readonly ReasonView[], more: readonly ReasonView[]): ReasonView[] {
  const aboutOf = ({ code, params }: ReasonView): string => [code, params['zone'], params['site'], params['node'], params['claim']].join(' ')
  const said = new Set(first.map(aboutOf))
  return [...first, ...more.filter((reason) => !said.has(aboutOf(reason)))]
}

/** A reason with the time and distance of this moment, where the track still says them: no two clocks for one thing. */
export function reasonNow(reason: ReasonView, track: TrackView | undefined, nowMs: number): ReasonView {
  if (track === undefined || reason.code !== 'heading-to-zone') return reason
  const threat = track.threats.find((each) => each.zone === reason.params['zone'])
  if (threat === undefined) return reason
  return { code: reason.code, params: { ...reason.params, timeS: Math.max(0, threat.timeToZoneS - Math.max(0, nowMs - track.atMs) / 1000), distanceM: threat.distanceM } }
}

/** Time and distance to the zone now: the estimate counted down from its own instant, never below zero. */
export type Approach = { readonly zone: string | null; readonly inside: boolean; readonly timeS: number; readonly sigmaS: number; readonly distanceM: number; readonly closestM: number | undefined }

/** One track's approach to one site's zones, the soonest first; undefined if it threatens none of them. */
export function approachToSite(track: TrackView, site: string, nowMs: number): Approach | undefined {
  const threats = track.threats.filter((each) => each.site === site)
  return threats.length === 0 ? undefined : approachOf({ ...track, threats }, undefined, nowMs)
}

export function approachOf(track: TrackView | undefined, alert: AlertView | undefined, nowMs: number): Approach | undefined {
  const threat = track?.threats.find((each) => alert?.zone === null || alert?.zone === undefined || each.zone === alert.zone) ?? track?.threats[0]
  if (track !== undefined && threat !== undefined) {
    const sinceS = Math.max(0, (nowMs - track.atMs) / 1000)
    return { zone: threat.zone, inside: threat.relation === 'inside', timeS: Math.max(0, threat.timeToZoneS - sinceS), sigmaS: threat.timeSigmaS, distanceM: threat.distanceM, closestM: threat.closestM }
  }
  if (alert === undefined || alert.timeToZoneS === null || alert.distanceM === null) return undefined
  return { zone: alert.zone, inside: alert.distanceM === 0, timeS: alert.timeToZoneS, sigmaS: Number.NaN, distanceM: alert.distanceM, closestM: undefined }
}
