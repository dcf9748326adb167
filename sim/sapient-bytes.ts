import { PI } from '../src/math/elementary.ts'
import type { NodeDefinition } from '../src/model/event.ts'
import type { ObjectClass } from '../src/model/track.ts'
import { encodeSapient, makeSapient, sapientTimestamp } from '../src/wire/sapient/v2/decode.ts'
import {
  LocationCoordinateSystem,
  LocationDatum,
  RangeBearingCoordinateSystem,
  RangeBearingDatum,
  Registration_DetectionReportCategory as ReportCategory,
  Registration_ModeType as ModeType,
  Registration_NodeType as NodeType,
  Registration_RegionType as RegionType,
  Registration_StatusReportCategory as StatusCategory,
  Registration_TimeUnits as TimeUnits,
  SpeedUnits,
  StatusReport_Info as Info,
  StatusReport_System as System,
} from '../src/wire/sapient/v2/generated/sapient_pb.ts'
import { ICD_VERSION } from '../src/wire/sapient/v2/validate.ts'
import { type Dice, throwUlid } from './dice.ts'
import type { SensorReport } from './sensor-report.ts'

const DEG_PER_RAD = 180 / PI
/** Heartbeat of every simulated node, s: short, so that a silent death shows at once. */
export const STATUS_INTERVAL_S = 1

const NODE_TYPES: Record<NodeDefinition['sensor'], NodeType> = {
  radar: NodeType.RADAR,
  rf: NodeType.PASSIVE_RF,
  camera: NodeType.CAMERA,
  acoustic: NodeType.ACOUSTIC,
  'remote-id': NodeType.PASSIVE_RF,
  'ads-b': NodeType.PASSIVE_RF,
  system: NodeType.FUSION_NODE,
  human: NodeType.HUMAN,
}

/** The classes of the standard's taxonomy that stand for ours. */
const CLASS_WORDS: Partial<Record<ObjectClass, readonly [string, string]>> = {
  multirotor: ['Air Vehicle', 'UAV Rotary Wing'],
  'fixed-wing': ['Air Vehicle', 'UAV Fixed Wing'],
  airplane: ['Air Vehicle', 'Manned Fixed Wing'],
  helicopter: ['Air Vehicle', 'Manned Rotary Wing'],
  bird: ['Animal', 'Bird'],
}

/** The first message of a node on a connection: what it is, that it is simulated, and how it reports. */
export function registrationBytes(node: NodeDefinition, atMs: number): Uint8Array {
  const inPolar = node.sensor !== 'system'
  const locationType = inPolar
    ? {
        coordinatesOneof: { case: 'rangeBearingUnits' as const, value: RangeBearingCoordinateSystem.DEGREES_M },
        datumOneof: { case: 'rangeBearingDatum' as const, value: RangeBearingDatum.TRUE },
      }
    : {
        coordinatesOneof: { case: 'locationUnits' as const, value: LocationCoordinateSystem.LAT_LNG_DEG_M },
        datumOneof: { case: 'locationDatum' as const, value: LocationDatum.WGS84_E },
      }
  const velocity = inPolar
    ? {}
    : {
        velocityType: {
          velocityUnitsOneof: {
            case: 'enuVelocityUnits' as const,
            value: { eastNorthRateUnits: SpeedUnits.MS, upRateUnits: SpeedUnits.MS },
          },
          datumOneof: { case: 'locationDatum' as const, value: LocationDatum.WGS84_E },
        },
      }
  const geometricError = { type: 'Standard Deviation', units: 'metres', variationType: 'Constant' }
  return encodeSapient(
    makeSapient({
      timestamp: sapientTimestamp(atMs),
      nodeId: node.id,
      content: {
        case: 'registration',
        value: {
          nodeDefinition: [{ nodeType: NODE_TYPES[node.sensor], nodeSubType: ['simulated'] }],
          icdVersion: ICD_VERSION,
          name: node.name.en,
          shortName: node.name.en.slice(0, 30),
          capabilities: [{ category: 'Sensor', type: node.sensor, value: String(node.maxRangeM), units: 'm' }],
          statusDefinition: {
            statusInterval: seconds(STATUS_INTERVAL_S),
            statusReport: [{ category: StatusCategory.STATUS, type: 'System' }],
          },
          modeDefinition: [
            {
              modeName: 'Default',
              modeType: ModeType.PERMANENT,
              settleTime: seconds(1),
              detectionDefinition: [
                {
                  locationType,
                  ...velocity,
                  geometricError,
                  detectionReport: [{ category: ReportCategory.DETECTION, type: 'Confidence', units: 'probability' }],
                },
              ],
              task: { concurrentTasks: 0, regionDefinition: { regionType: [RegionType.AREA_OF_INTEREST], regionArea: [locationType] } },
            },
          ],
          configData: [{ manufacturer: 'Marsad simulator', model: node.sensor }],
        },
      },
    }),
  )
}

function seconds(value: number): { units: TimeUnits; value: number } {
  return { units: TimeUnits.SECONDS, value }
}

/** A heartbeat; the first after a registration is NEW, the others UNCHANGED. */
export function statusBytes(node: NodeDefinition, first: boolean, dice: Dice, atMs: number): Uint8Array {
  const { latRad, lonRad, altHaeM } = node.place
  return encodeSapient(
    makeSapient({
      timestamp: sapientTimestamp(atMs),
      nodeId: node.id,
      content: {
        case: 'statusReport',
        value: {
          reportId: throwUlid(dice, atMs),
          system: System.OK,
          info: first ? Info.NEW : Info.UNCHANGED,
          mode: 'Default',
          ...(first
            ? {
                nodeLocation: {
                  x: lonRad * DEG_PER_RAD,
                  y: latRad * DEG_PER_RAD,
                  z: altHaeM,
                  coordinateSystem: LocationCoordinateSystem.LAT_LNG_DEG_M,
                  datum: LocationDatum.WGS84_E,
                },
              }
            : {}),
        },
      },
    }),
  )
}

/** One report; `sentMs` is the message's own time, on the sensor's clock. */
export function detectionBytes(node: NodeDefinition, report: SensorReport, dice: Dice): Uint8Array {
  const reportId = throwUlid(dice, report.measuredMs)
  return encodeSapient(
    makeSapient({
      timestamp: sapientTimestamp(report.measuredMs),
      nodeId: node.id,
      content: {
        case: 'detectionReport',
        value: {
          reportId,
          objectId: report.localTrack ?? reportId,
          ...whereFields(report.where),
          detectionConfidence: 0.9,
          classification: classification(report),
          signal: report.radioFreqHz === undefined ? [] : [{ amplitude: -60, centreFrequency: report.radioFreqHz }],
        },
      },
    }),
  )
}

function whereFields(where: SensorReport['where']) {
  if (where.form === 'position') {
    return {
      locationOneof: {
        case: 'location' as const,
        value: {
          x: where.lonDeg,
          y: where.latDeg,
          z: where.altHaeM,
          xError: where.sigmaM,
          yError: where.sigmaM,
          zError: where.sigmaUpM,
          coordinateSystem: LocationCoordinateSystem.LAT_LNG_DEG_M,
          datum: LocationDatum.WGS84_E,
        },
      },
      velocityOneof: {
        case: 'enuVelocity' as const,
        value: {
          eastRate: notZero(where.eastMps),
          northRate: notZero(where.northMps),
          upRate: where.upMps,
          eastRateError: where.velocitySigmaMps,
          northRateError: where.velocitySigmaMps,
        },
      },
    }
  }
  const range = where.form === 'polar' ? { range: where.rangeM, rangeError: where.rangeSigmaM } : {}
  const elevation =
    where.form === 'polar' && where.elevationDeg === where.elevationDeg
      ? { elevation: where.elevationDeg, elevationError: where.elevationSigmaDeg }
      : {}
  return {
    locationOneof: {
      case: 'rangeBearing' as const,
      value: {
        azimuth: where.azimuthDeg,
        azimuthError: where.azimuthSigmaDeg,
        ...range,
        ...elevation,
        coordinateSystem: RangeBearingCoordinateSystem.DEGREES_M,
        datum: RangeBearingDatum.TRUE,
      },
    },
  }
}

/** The standard's own test harness refuses a rate of exactly 0; a thousandth of a metre a second means the same. */
function notZero(rateMps: number): number {
  return rateMps === 0 ? 0.001 : rateMps
}

function classification(report: SensorReport) {
  return report.classes.flatMap(({ class: name, probability }) => {
    const words = CLASS_WORDS[name]
    return words ? [{ type: words[0], confidence: probability, subClass: [{ type: words[1], confidence: probability, level: 1 }] }] : []
  })
}
