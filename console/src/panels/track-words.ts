import type { AlertView, ReasonView, TrackView } from '../../../src/model/api.ts'
import type { ObjectClass } from '../../../src/model/track.ts'
import type { RoomWords } from '../words.tsx'
import { CLASSES } from '../../../src/words/messages/kinds.ts'

/** What a track most probably is, in a word; under one half it is only an object. */
export function classWord(words: RoomWords, track: TrackView): string {
  const best = track.classes[0]
  return best === undefined || best.probability < 0.5 ? words.t('class.unknown') : classNameWord(words, best.class)
}

/** When something was last seen; within the second it is seen now. */
export function seenWord(words: RoomWords, agoS: number): string {
  return agoS < 1 ? words.t('inspector.seenNow') : words.t('inspector.seenAgo', { agoS })
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

/** Reasons that calm: said of an alert that is passing, never for it. */
const CALMING: ReadonlySet<string> = new Set(['landed', 'lost', 'left-zones', 'turned-away'])
/** Two reasons with the same key say the same thing, at two moments. */
const aboutOf = ({ code, params }: ReasonView): string => [code, params['zone'], params['site'], params['node'], params['claim']].join(' ')

/** What speaks for an alert now, what against it, and what did speak for it and is over. */
export type StandingReasons = {
  readonly for: readonly ReasonView[]
  readonly against: readonly ReasonView[]
  readonly earlier: readonly ReasonView[]
}

/**
 * The alert's reasons first, then those of its track that it does not say already. An alert that passes keeps the reasons of
 * its last bad moment: those that its track no longer gives are earlier ones, never shown as of now.
 */
export function standingReasons(alert: AlertView, track: TrackView | undefined): StandingReasons {
  const speaking = alert.reasons.filter((reason) => !CALMING.has(reason.code))
  const against = eachOnce([...alert.reasons.filter((reason) => CALMING.has(reason.code)), ...(track?.reasonsAgainst ?? [])])
  if (track === undefined) return { for: speaking, against, earlier: [] }
  const passing = alert.state === 'returned' || alert.reasons.some((reason) => CALMING.has(reason.code))
  const held = new Set(track.reasonsFor.map(aboutOf))
  const earlier = passing ? speaking.filter((reason) => !held.has(aboutOf(reason))) : []
  return { for: eachOnce([...speaking.filter((reason) => !earlier.includes(reason)), ...track.reasonsFor]), against, earlier }
}

function eachOnce(reasons: readonly ReasonView[]): ReasonView[] {
  const said = new Set<string>()
  return reasons.filter((reason) => !said.has(aboutOf(reason)) && said.add(aboutOf(reason)))
}

/** A reason with the figures of this moment, where the track still says them: no two clocks, speeds or heights for one thing. */
export function reasonNow(reason: ReasonView, track: TrackView | undefined, nowMs: number): ReasonView {
  // What calms is told by the alert, which alone counts how long ago.
  if (track === undefined || CALMING.has(reason.code)) return reason
  const about = aboutOf(reason)
  const said = [...track.reasonsFor, ...track.reasonsAgainst].find((each) => aboutOf(each) === about) ?? reason
  const sinceS = Math.max(0, nowMs - track.atMs) / 1000
  const params = { ...said.params }
  const threat = track.threats.find((each) => each.zone === params['zone'])
  if (said.code === 'heading-to-zone' && threat !== undefined) {
    params['timeS'] = Math.max(0, threat.timeToZoneS - sinceS)
    params['distanceM'] = threat.distanceM
  }
  if (said.code === 'closest-approach' && threat !== undefined && said !== reason) {
    params['timeS'] = Math.max(0, Number(params['timeS']) - sinceS)
    params['distanceM'] = threat.closestM
  }
  if (said !== reason && 'speedMps' in params) params['speedMps'] = track.speedMps
  if (said !== reason && 'heightM' in params && track.altAmslM !== null) params['heightM'] = track.altAmslM
  return { code: said.code, params }
}

/** Time and distance to the zone now: the estimate counted down from its own instant, never below zero. */
export type Approach = {
  readonly zone: string | null
  readonly inside: boolean
  readonly timeS: number
  readonly sigmaS: number
  readonly distanceM: number
  readonly closestM: number | undefined
}

/** The next zone of the same site for one who is inside the outer: what there is still time for. */
export function nextApproach(track: TrackView | undefined, inside: Approach, nowMs: number): Approach | undefined {
  if (track === undefined || !inside.inside) return undefined
  const here = track.threats.find((threat) => threat.zone === inside.zone)
  const threats = track.threats
    .filter((threat) => threat.relation === 'approaching' && threat.site !== null && threat.site === here?.site)
    .toSorted((a, b) => a.timeToZoneS - b.timeToZoneS)
  return threats.length === 0 ? undefined : approachOf({ ...track, threats }, undefined, nowMs)
}

/** One track's approach to one site's zones, the soonest first; undefined if it threatens none of them. */
export function approachToSite(track: TrackView, site: string, nowMs: number): Approach | undefined {
  const threats = track.threats.filter((each) => each.site === site)
  return threats.length === 0 ? undefined : approachOf({ ...track, threats }, undefined, nowMs)
}

export function approachOf(track: TrackView | undefined, alert: AlertView | undefined, nowMs: number): Approach | undefined {
  const threat =
    track?.threats.find((each) => alert?.zone === null || alert?.zone === undefined || each.zone === alert.zone) ?? track?.threats[0]
  if (track !== undefined && threat !== undefined) {
    const sinceS = Math.max(0, (nowMs - track.atMs) / 1000)
    return {
      zone: threat.zone,
      inside: threat.relation === 'inside',
      timeS: Math.max(0, threat.timeToZoneS - sinceS),
      sigmaS: threat.timeSigmaS,
      distanceM: threat.distanceM,
      closestM: threat.closestM,
    }
  }
  if (alert === undefined || alert.timeToZoneS === null || alert.distanceM === null) return undefined
  return {
    zone: alert.zone,
    inside: alert.distanceM === 0,
    timeS: alert.timeToZoneS,
    sigmaS: Number.NaN,
    distanceM: alert.distanceM,
    closestM: undefined,
  }
}
