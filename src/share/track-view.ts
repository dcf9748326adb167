import { atan2 } from '../math/elementary.ts'
import type { TrackView } from '../model/api.ts'
import type { TrackItem } from '../model/picture.ts'
import { covarianceEllipse } from './ellipse.ts'
import { localPlace, turnCovariance, turnVector } from './local-frame.ts'
import { reasonViews, threatViews, type MayMention } from './mention.ts'
import type { ReleaseContext } from './release-context.ts'
import { directionDeg, hundredth, orNull, placeDeg, tenth, toDeg } from './round.ts'

/** Speed, course, climb and the ellipse are against true north and the local vertical at the track, not the cell's axes. */
export function trackView(item: TrackItem, context: ReleaseContext, mayMention: MayMention, whole: boolean): TrackView {
  const { estimate, assessment } = item
  const [e, n, u, ve, vn, vu] = estimate.state
  const place = localPlace(context.frame, e, n, u)
  const [east, north, up] = turnVector(place.rotation, ve, vn, vu)
  const [ee, en, , nn, , uu] = turnCovariance(place.rotation, estimate.covariance)
  const { majorM, minorM, bearingRad } = covarianceEllipse(ee, en, nn)
  const known = estimate.heightKnown
  return {
    id: item.id,
    atMs: estimate.atMs,
    updatedMs: estimate.updatedMs,
    updateIntervalS: hundredth(estimate.updateIntervalS),
    bodySeenMs: orNull(estimate.bodySeenMs),
    claimSeenMs: orNull(estimate.claimSeenMs),
    latDeg: placeDeg(place.latRad),
    lonDeg: placeDeg(place.lonRad),
    altHaeM: known ? tenth(place.altHaeM) : null,
    altAmslM: known ? tenth(place.altHaeM - context.header.geoidM) : null,
    speedMps: tenth(Math.sqrt(east * east + north * north)),
    speedSigmaMps: tenth(estimate.speedSigmaMps),
    courseDeg: directionDeg(atan2(east, north)),
    climbMps: tenth(up),
    ellipse: { majorM: tenth(majorM), minorM: tenth(minorM), bearingDeg: tenth(toDeg(bearingRad)) },
    verticalSigmaM: known ? tenth(Math.sqrt(Math.max(0, uu))) : null,
    existence: hundredth(estimate.existence),
    stale: item.stale,
    onGround: estimate.onGround,
    identity: assessment.identity,
    priority: orNull(assessment.priority),
    folded: assessment.folded,
    callsign: orNull(item.callsign),
    // A serial's token is ours alone: a partner could follow a person by it.
    claims: estimate.claims.filter((each) => whole || !each.startsWith('rid:')),
    classes: estimate.classes.map((each) => ({ class: each.class, probability: hundredth(each.probability) })),
    nodes: estimate.contributors
      .filter((each) => mayMention('node', each.node))
      .map(({ node, lastMs, count }) => ({ node, lastMs, count })),
    threats: threatViews(assessment.threats, mayMention),
    reasonsFor: reasonViews(assessment.reasonsFor, mayMention, whole),
    reasonsAgainst: reasonViews(assessment.reasonsAgainst, mayMention, whole),
    pilotClaimed: item.pilotClaimed,
    serialClaimed: item.serialClaimed,
  }
}
