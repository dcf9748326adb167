import { reject } from '../base/reject.ts'
import type { Reject } from '../base/reject.ts'
import { wrapTwoPi } from '../math/elementary.ts'
import type { Detection, EvidenceKind, Measurement } from '../model/detection.ts'
import type { NodeDefinition } from '../model/event.ts'
import type { ClaimKey, NodeId } from '../model/ids.ts'
import {
  LocationCoordinateSystem,
  LocationDatum,
  RangeBearingCoordinateSystem,
  RangeBearingDatum,
} from '../wire/sapient/v2/generated/sapient_pb.ts'
import type { DetectionReport, Location, RangeBearing } from '../wire/sapient/v2/generated/sapient_pb.ts'
import { classesOfTree } from './object-class.ts'
import { positionMeasurement, RAD_PER_DEG } from './place.ts'
import type { SapientNode, SenseContext } from './state.ts'
import { gridConvergenceRad, parseUtmZone, utmToGeodetic, utmZoneOf } from './utm.ts'

/** Metres a radian of latitude, mean radius: for turning an angular error into metres, where 0.3 % is nothing. */
const M_PER_RAD = 6371000
/** Used where neither the report nor the event definition tells an error. */
const DEFAULT_POSITION_SIGMA_M = 50
const DEFAULT_VELOCITY_SIGMA_MPS = 5
const DEFAULT_RANGE_SIGMA_M = 50
const DEFAULT_ANGLE_SIGMA_RAD = 3 * RAD_PER_DEG
/** What a sender claims to know is taken within these bounds: nobody measures to a millimetre. */
const SIGMA_M_BOUNDS = [0.5, 20_000] as const
const SIGMA_RAD_BOUNDS = [0.0002, 1.5] as const
const SIGMA_MPS_BOUNDS = [0.1, 500] as const

export type DetectionFrame = {
  readonly context: SenseContext
  readonly definition: NodeDefinition | undefined
  readonly node: SapientNode
  readonly id: NodeId
  readonly measuredMs: number
  readonly receivedMs: number
}

/** A SAPIENT detection report as a detection; undefined for the report that an object was lost. */
export function adaptDetectionReport(frame: DetectionFrame, report: DetectionReport, claim?: ClaimKey): Detection | Reject | undefined {
  if (report.state?.toLowerCase() === 'lost') return undefined
  const where = report.locationOneof
  if (where.case === undefined) return reject('no-location', 0, 'neither location nor range_bearing')
  const measurement = where.case === 'location' ? adaptLocation(frame, where.value, report) : adaptRangeBearing(frame, where.value)
  if ('rejected' in measurement) return measurement
  const kind = frame.definition?.sensor ?? frame.node.kind
  return {
    node: frame.id,
    measuredMs: frame.measuredMs,
    receivedMs: frame.receivedMs,
    evidence: evidenceOf(frame, kind, claim !== undefined && where.case === 'location'),
    measurement,
    claim,
    localTrack: report.objectId,
    classes: classesOfTree(report.classification),
    rcsM2: NaN,
    onGround: false,
  }
}

/** A receiver of broadcasts that gives an identity with a location passes on the object's own word; a direction or a range it measured itself. */
function evidenceOf(frame: DetectionFrame, kind: NodeDefinition['sensor'], locatedClaim: boolean): EvidenceKind {
  if (locatedClaim && (kind === 'rf' || kind === 'remote-id')) return 'claim'
  return frame.node.fusion || kind === 'system' ? 'local-track' : 'body'
}

/** Latitude, longitude and height of a location, or why it is none. */
export function geodeticOf(
  context: SenseContext,
  node: SapientNode,
  location: Location,
): { latRad: number; lonRad: number; altHaeM: number } | Reject {
  const x = location.x ?? NaN
  const y = location.y ?? NaN
  const altHaeM = (location.z ?? NaN) + (location.datum === LocationDatum.WGS84_G ? context.geoidM : 0)
  if (altHaeM < -1000 || altHaeM > 60_000) return reject('height-out-of-range', 0, `z ${location.z ?? 0} is no height in metres`)
  if (location.coordinateSystem === LocationCoordinateSystem.UTM_M) {
    const zone = parseUtmZone(location.utmZone ?? node.utmZone, context.frame.originLatRad)
    if (zone === undefined) return reject('utm-zone', 0, `utm_zone "${(location.utmZone ?? '').slice(0, 10)}" is none, e.g. 39R`)
    const place = utmToGeodetic(zone, x, y)
    return place === undefined
      ? reject('utm-out-of-range', 0, `x ${x}, y ${y} are no easting and northing in metres`)
      : { ...place, altHaeM }
  }
  const scale = location.coordinateSystem === LocationCoordinateSystem.LAT_LNG_RAD_M ? 1 : RAD_PER_DEG
  const latRad = y * scale
  const lonRad = x * scale
  if (Math.abs(latRad) > 90 * RAD_PER_DEG || Math.abs(lonRad) > 180 * RAD_PER_DEG)
    return reject('place-out-of-range', 0, `x ${x} is no longitude or y ${y} no latitude`)
  return { latRad, lonRad, altHaeM }
}

function adaptLocation(frame: DetectionFrame, location: Location, report: DetectionReport): Measurement | Reject {
  const { context, definition, node } = frame
  const place = geodeticOf(context, node, location)
  if ('rejected' in place) return place
  const fallbackM = definition?.positionSigmaM ?? DEFAULT_POSITION_SIGMA_M
  const metres = errorScaleM(location, node)
  const xSigmaM = location.xError === undefined ? fallbackM : metres(location.xError)
  const ySigmaM = location.yError === undefined ? fallbackM : metres(location.yError)
  const speed = report.velocityOneof.case === 'enuVelocity' ? report.velocityOneof.value : undefined
  const unit = node.speedUnitMps
  const speedSigma = Math.max(speed?.eastRateError ?? 0, speed?.northRateError ?? 0) * unit
  return positionMeasurement(context, {
    ...place,
    horizontalSigmaM: within(Math.max(xSigmaM, ySigmaM), SIGMA_M_BOUNDS),
    verticalSigmaM: within(location.zError === undefined ? fallbackM : Math.abs(location.zError), SIGMA_M_BOUNDS),
    eastMps: (speed?.eastRate ?? NaN) * unit,
    northMps: (speed?.northRate ?? NaN) * unit,
    upMps: (speed?.upRate ?? NaN) * node.climbUnitMps,
    velocitySigmaMps: within(speedSigma > 0 ? speedSigma : DEFAULT_VELOCITY_SIGMA_MPS, SIGMA_MPS_BOUNDS),
  })
}

/**
 * Turns `x_error`, `y_error` into metres. The standard leaves their unit to the registration's geometric_error. Where that
 * is not told, an error under 0.01 of an angular coordinate is an angle (0.01 deg is 1.1 km), a larger one metres.
 */
function errorScaleM(location: Location, node: SapientNode): (error: number) => number {
  if (location.coordinateSystem === LocationCoordinateSystem.UTM_M) return Math.abs
  const inRadians = location.coordinateSystem === LocationCoordinateSystem.LAT_LNG_RAD_M
  return (error) => {
    const size = Math.abs(error)
    const unit = node.errorUnit ?? (size >= 0.01 ? 'metres' : inRadians ? 'radians' : 'degrees')
    if (unit === 'metres') return size
    return size * M_PER_RAD * (unit === 'degrees' ? RAD_PER_DEG : 1)
  }
}

function adaptRangeBearing(frame: DetectionFrame, from: RangeBearing): Measurement | Reject {
  const { definition } = frame
  const angle =
    from.coordinateSystem === RangeBearingCoordinateSystem.RADIANS_M || from.coordinateSystem === RangeBearingCoordinateSystem.RADIANS_KM
      ? 1
      : RAD_PER_DEG
  const length =
    from.coordinateSystem === RangeBearingCoordinateSystem.DEGREES_KM || from.coordinateSystem === RangeBearingCoordinateSystem.RADIANS_KM
      ? 1000
      : 1
  if (from.azimuth === undefined) return reject('azimuth-missing', 0, 'a range without an azimuth is not taken')
  const turnRad = northRad(frame, from.datum)
  if (typeof turnRad !== 'number') return turnRad
  const azimuthRad = wrapTwoPi(from.azimuth * angle + turnRad)
  const elevationRad = from.elevation === undefined ? NaN : from.elevation * angle
  if (Math.abs(from.azimuth * angle) > 4 * 3.141592653589793)
    return reject('azimuth-out-of-range', 0, `azimuth ${from.azimuth} is none in the unit given`)
  if (elevationRad < -90 * RAD_PER_DEG || elevationRad > 90 * RAD_PER_DEG)
    return reject('elevation-out-of-range', 0, `elevation ${from.elevation ?? 0} is none in the unit given`)
  const azimuthSigmaRad = within(
    from.azimuthError === undefined ? (definition?.azimuthSigmaRad ?? DEFAULT_ANGLE_SIGMA_RAD) : Math.abs(from.azimuthError) * angle,
    SIGMA_RAD_BOUNDS,
  )
  const elevationSigmaRad = within(
    from.elevationError === undefined ? (definition?.elevationSigmaRad ?? DEFAULT_ANGLE_SIGMA_RAD) : Math.abs(from.elevationError) * angle,
    SIGMA_RAD_BOUNDS,
  )
  const angles = { azimuthRad, elevationRad, azimuthSigmaRad, elevationSigmaRad: elevationRad === elevationRad ? elevationSigmaRad : NaN }
  if (from.range === undefined) return { kind: 'bearing', ...angles }
  const rangeM = from.range * length
  if (!(rangeM > 0 && rangeM < 1e6)) return reject('range-out-of-range', 0, `range ${from.range} is none in the unit given`)
  const rangeSigmaM = within(
    from.rangeError === undefined ? (definition?.rangeSigmaM ?? DEFAULT_RANGE_SIGMA_M) : Math.abs(from.rangeError) * length,
    SIGMA_M_BOUNDS,
  )
  return { kind: 'polar', rangeM, ...angles, rangeSigmaM, rangeRateMps: NaN, rangeRateSigmaMps: NaN }
}

/** Azimuth of the report's north from true north, rad. */
function northRad(frame: DetectionFrame, datum: number | undefined): number | Reject {
  const { context, node } = frame
  const place = frame.definition?.place ?? node.place
  switch (datum) {
    case RangeBearingDatum.TRUE:
      return 0
    case RangeBearingDatum.MAGNETIC:
      return context.declinationRad
    case RangeBearingDatum.GRID: {
      if (place === undefined)
        return reject('no-node-location', 0, 'a grid bearing needs the place of its node: send node_location in a status report')
      const zone = parseUtmZone(node.utmZone, context.frame.originLatRad) ?? utmZoneOf(place.latRad, place.lonRad)
      return gridConvergenceRad(zone, place.latRad, place.lonRad)
    }
    default:
      return reject(
        'platform-datum',
        0,
        'a bearing from the platform needs its heading, which SAPIENT does not carry: send TRUE, MAGNETIC or GRID',
      )
  }
}

function within(value: number, [least, most]: readonly [number, number]): number {
  return Math.min(most, Math.max(least, value))
}
