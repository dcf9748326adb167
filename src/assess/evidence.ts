import type { ClaimKey } from '../model/ids.ts'
import type { ObjectClass, TrackEstimate } from '../model/track.ts'
import type { AssessContext, ClaimFacts, ClearanceShape } from './assess-context.ts'
import * as limits from './limits.ts'
import type { TrackMemory } from './track-memory.ts'
import { insidePlan, planDistanceM } from './volume-shape.ts'
import type { Motion } from './zone-crossing.ts'

/** How a claimed clearance stands to what the object does. */
export type ClearanceStanding = { readonly shape: ClearanceShape; readonly broken: undefined | 'volume' | 'hours' | 'height' }

/** What is known of one object at one moment, gathered once and judged by the others. */
export type Evidence = {
  readonly ageS: number
  readonly speedMps: number
  /** Height above mean sea level, m; NaN while unknown. */
  readonly amslM: number
  /** One sigma of it, m. */
  readonly heightSigmaM: number
  /** Distinct independent sensors that saw a body lately. */
  readonly bodySensors: number
  /** Any sensor has ever seen a body here. */
  readonly bodyEver: boolean
  /** A sensor saw a body lately enough to agree with what the object claims. */
  readonly bodyAgrees: boolean
  /** A body agreed lately enough for a cleared flight to stay known. */
  readonly bodyAgreedOfLate: boolean
  /** Distinct radio sensors that hear an emission from it lately. */
  readonly radioSensors: number
  readonly radioLately: boolean
  readonly remoteId: ClaimFacts | undefined
  readonly adsb: ClaimFacts | undefined
  readonly claimLately: boolean
  readonly clearance: ClearanceStanding | undefined
  readonly classes: Readonly<Record<'drone' | 'wing' | 'bird' | 'surface', number>>
  readonly best: { readonly class: ObjectClass; readonly probability: number } | undefined
  readonly erratic: boolean
  /** It surely exists, and its speed is known well. */
  readonly steady: boolean
  readonly overSea: boolean
}

export function gatherEvidence(context: AssessContext, memory: TrackMemory, motion: Motion, nowMs: number): Evidence {
  const { estimate } = memory
  const claimLately = estimate.claimSeenMs !== undefined && nowMs - estimate.claimSeenMs <= limits.CLAIM_HEARD_S * 1000
  const claims = estimate.claims.map((key) => context.claims.get(key)).filter((facts) => facts !== undefined)
  const sensors = countSensors(context, estimate, nowMs)
  if (sensors.radio > 0) memory.radioSeenMs = nowMs
  const agreesMs = Math.max(limits.BODY_AGREES_S, 3 * estimate.updateIntervalS) * 1000
  // What lives by its body alone has one, or it would not be a track; what has also claimed must be seen more than once.
  const bodyEver = estimate.bodySeenMs !== undefined && (memory.bodyConfirmed || !memory.claimed)
  const bodyAgoMs = bodyEver && estimate.bodySeenMs !== undefined ? nowMs - estimate.bodySeenMs : Infinity
  return {
    ageS: (nowMs - memory.firstMs) / 1000,
    speedMps: Math.sqrt(motion.veMps * motion.veMps + motion.vnMps * motion.vnMps),
    amslM: motion.altHaeM - context.geoidM,
    heightSigmaM: motion.altSigmaM,
    bodySensors: sensors.body,
    bodyEver,
    bodyAgrees: bodyAgoMs <= agreesMs,
    bodyAgreedOfLate: bodyAgoMs <= limits.CLEARED_MEMORY_S * 1000,
    radioSensors: sensors.radio,
    radioLately: memory.radioSeenMs !== undefined && nowMs - memory.radioSeenMs <= limits.CLAIM_HEARD_S * 1000,
    remoteId: claims.find((facts) => facts.kind === 'remote-id'),
    adsb: claims.find((facts) => facts.kind === 'ads-b'),
    claimLately,
    clearance: clearanceStanding(context, estimate.claims, motion, nowMs),
    classes: sumClasses(estimate),
    best: estimate.classes.find((c) => c.class !== 'unknown'),
    steady:
      estimate.existence >= limits.BARE_BODY_EXISTENCE &&
      memory.bodyConfirmed &&
      motion.speedSigmaMps <= limits.SPEED_SHARE * Math.sqrt(motion.veMps * motion.veMps + motion.vnMps * motion.vnMps),
    erratic: memory.turnRadps >= limits.ERRATIC_RADPS,
    overSea: context.zones.some((zone) => zone.surface === 'sea' && insidePlan(zone.volume, motion.eM, motion.nM)),
  }
}

function countSensors(context: AssessContext, estimate: TrackEstimate, nowMs: number): { body: number; radio: number } {
  let body = 0
  let radio = 0
  for (const contributor of estimate.contributors) {
    const kind = context.sensors.get(contributor.node)?.kind
    if (kind === undefined || kind === 'remote-id' || kind === 'ads-b' || nowMs - contributor.lastMs > limits.CLAIM_HEARD_S * 1000) continue
    body++
    if (kind === 'rf') radio++
  }
  return { body, radio }
}

function sumClasses(estimate: TrackEstimate): Evidence['classes'] {
  const sums = { drone: 0, wing: 0, bird: 0, surface: 0 }
  for (const { class: name, probability } of estimate.classes) {
    if (name === 'multirotor' || name === 'fixed-wing') sums.drone += probability
    if (name === 'fixed-wing') sums.wing += probability
    if (name === 'bird') sums.bird += probability
    if (name === 'ground-vehicle') sums.surface += probability
  }
  return sums
}

/** The clearance that one of the claimed identities holds: the first that is kept, else the first that is broken. */
function clearanceStanding(
  context: AssessContext,
  claims: readonly ClaimKey[],
  motion: Motion,
  nowMs: number,
): ClearanceStanding | undefined {
  let broken: ClearanceStanding | undefined
  for (const shape of context.clearances) {
    if (!shape.clearance.claims.some((token) => claims.some((key) => key === token))) continue
    const standing: ClearanceStanding = { shape, broken: breachOf(shape, motion, nowMs) }
    if (standing.broken === undefined) return standing
    broken ??= standing
  }
  return broken
}

function breachOf(shape: ClearanceShape, motion: Motion, nowMs: number): ClearanceStanding['broken'] {
  const { clearance, volume } = shape
  if (nowMs < clearance.fromMs || nowMs >= clearance.toMs) return 'hours'
  if (planDistanceM(volume, motion.eM, motion.nM) > limits.CLEARANCE_MARGIN_M + Math.sqrt(Math.max(0, motion.ee + motion.nn)))
    return 'volume'
  const margin = limits.CLEARANCE_MARGIN_M + 2 * motion.altSigmaM
  if (motion.altHaeM > volume.ceilingHaeM + margin || motion.altHaeM < volume.floorHaeM - margin) return 'height'
  return undefined
}
