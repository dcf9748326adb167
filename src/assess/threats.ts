import { enuToGeodeticInto } from '../math/geodesy.ts'
import type { ZoneThreat } from '../model/assessment.ts'
import type { TrackEstimate } from '../model/track.ts'
import type { AssessContext, ZoneShape } from './assess-context.ts'
import { APPROACH_MIN_MPS, LOOK_AHEAD_S, NEXT_RING_S } from './limits.ts'
import { planDistanceM } from './volume-shape.ts'
import { closestApproach, zoneCrossing, type Motion } from './zone-crossing.ts'

/** How grave it is to be in a zone: higher is graver. */
export const GRAVITY: Readonly<Record<ZoneShape['kind'], number>> = { critical: 4, warning: 3, alert: 2, restriction: 1, geo: 1 }

/** An error of a time beyond this tells nothing more, s. Along an edge it has no bound. */
const MAX_SIGMA_S = 3600

/** A threat with the zone it is about, before it is cut to what the picture shows. */
export type RankedThreat = { readonly threat: ZoneThreat; readonly zone: ZoneShape; readonly gravity: number }

/** The estimate as a point in motion; its height through the true ellipsoid, NaN while unknown. */
export function motionOf(context: AssessContext, estimate: TrackEstimate, scratch: Float64Array): Motion {
  const [eM, nM, uM, veMps, vnMps, vuMps] = estimate.state
  const [ee, en, , nn, , uu] = estimate.covariance
  enuToGeodeticInto(context.frame, eM, nM, uM, scratch)
  const altHaeM = estimate.heightKnown ? scratch[2]! : NaN
  return { eM, nM, altHaeM, altSigmaM: Math.sqrt(Math.max(0, uu)), veMps, vnMps, vuMps, ee, en, nn, speedSigmaMps: estimate.speedSigmaMps }
}

/**
 * Every zone that the object is in or will be in within the look-ahead, the most urgent first. That is the next ring graver
 * than where it is: of rings one within the other the outer is always met first, so the name and the time stay steady while
 * an unsteady course grazes the inner one or misses it.
 */
export function rankThreats(zones: readonly ZoneShape[], motion: Motion): RankedThreat[] {
  const speedMps = Math.sqrt(motion.veMps * motion.veMps + motion.vnMps * motion.vnMps)
  // A course below the speed's own error points nowhere.
  const moves = speedMps >= APPROACH_MIN_MPS && speedMps >= motion.speedSigmaMps
  const lookAheadS = moves ? LOOK_AHEAD_S : 0
  const ranked: RankedThreat[] = []
  for (const zone of zones) {
    if (!zone.active) continue
    const crossing = zoneCrossing(zone.volume, motion, lookAheadS)
    if (crossing === undefined) continue
    const threat: ZoneThreat = {
      zone: zone.zone,
      site: zone.site,
      relation: crossing.timeS === 0 ? 'inside' : 'approaching',
      timeToZoneS: crossing.timeS,
      timeSigmaS: Math.min(crossing.sigmaS, MAX_SIGMA_S),
      distanceM: planDistanceM(zone.volume, motion.eM, motion.nM),
      closestM: closestApproach(zone.volume, motion, lookAheadS).distanceM,
    }
    ranked.push({ threat, zone, gravity: GRAVITY[zone.kind] })
  }
  return ranked.sort(byUrgency(ranked))
}

/** Soonest first among those ahead and graver than where it is; then where it is, the gravest first; then the rest. */
function byUrgency(ranked: readonly RankedThreat[]): (a: RankedThreat, b: RankedThreat) => number {
  let insideGravity = 0
  for (const { threat, gravity } of ranked) if (threat.relation === 'inside') insideGravity = Math.max(insideGravity, gravity)
  // Within a grave ring, one farther off in time is not yet the news.
  const nextS = insideGravity >= GRAVITY.warning ? NEXT_RING_S : LOOK_AHEAD_S
  const place = ({ threat, gravity }: RankedThreat): number =>
    threat.relation === 'inside' ? 1 : gravity > insideGravity && threat.timeToZoneS <= nextS ? 0 : 2
  return (a, b) => {
    if (place(a) !== place(b)) return place(a) - place(b)
    if (a.threat.timeToZoneS !== b.threat.timeToZoneS) return a.threat.timeToZoneS - b.threat.timeToZoneS
    if (a.gravity !== b.gravity) return b.gravity - a.gravity
    if (a.threat.closestM !== b.threat.closestM) return a.threat.closestM - b.threat.closestM
    return a.zone.zone < b.zone.zone ? -1 : 1
  }
}
