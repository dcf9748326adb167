import type { NodeDefinition } from '../model/event.ts'
import {
  Registration_NodeType as NodeType,
  Registration_TimeUnits as TimeUnits,
  SpeedUnits,
} from '../wire/sapient/v2/generated/sapient_pb.ts'
import type { Registration } from '../wire/sapient/v2/generated/sapient_pb.ts'
import type { SapientNode } from './state.ts'

/** ms per unit, by the enumeration's numbers from 1. */
const MS_PER_UNIT: Readonly<Record<number, number>> = {
  [TimeUnits.NANOSECONDS]: 1e-6,
  [TimeUnits.MICROSECONDS]: 1e-3,
  [TimeUnits.MILLISECONDS]: 1,
  [TimeUnits.SECONDS]: 1000,
  [TimeUnits.MINUTES]: 60_000,
  [TimeUnits.HOURS]: 3_600_000,
  [TimeUnits.DAYS]: 86_400_000,
}
/** A node may choose its heartbeat, but not so slow that its silence is never noticed. */
const MAX_STATUS_INTERVAL_MS = 600_000

/** Types that act on something, or do not say what they are: registered for their status only. */
const EFFECTORS: ReadonlySet<number> = new Set([
  NodeType.UNSPECIFIED,
  NodeType.OTHER,
  NodeType.KINETIC,
  NodeType.JAMMER,
  NodeType.CYBER,
  NodeType.LDEW,
  NodeType.RFDEW,
])

const SENSOR_OF: Readonly<Record<number, NodeDefinition['sensor']>> = {
  [NodeType.RADAR]: 'radar',
  [NodeType.LIDAR]: 'radar',
  [NodeType.CAMERA]: 'camera',
  [NodeType.POINTABLE_NODE]: 'camera',
  [NodeType.ACOUSTIC]: 'acoustic',
  [NodeType.PASSIVE_RF]: 'rf',
  [NodeType.HUMAN]: 'human',
}

/** What is kept of a registration that `wire` found sound. */
export function readRegistration(registration: Registration): SapientNode {
  const types = registration.nodeDefinition.map((definition) => definition.nodeType ?? NodeType.UNSPECIFIED)
  const subTypes = registration.nodeDefinition.flatMap((definition) => definition.nodeSubType)
  const detection = registration.modeDefinition.flatMap((mode) => mode.detectionDefinition)
  const velocity = detection
    .map((definition) => definition.velocityType?.velocityUnitsOneof)
    .find((units) => units?.case === 'enuVelocityUnits')
  const interval = registration.statusDefinition?.statusInterval
  return {
    simulated: subTypes.some((subType) => subType.toLowerCase() === 'simulated'),
    // One effector among several types makes the whole node one.
    effector: types.some((type) => EFFECTORS.has(type)),
    fusion: types.includes(NodeType.FUSION_NODE),
    kind: types.map((type) => SENSOR_OF[type]).find((kind) => kind !== undefined) ?? 'system',
    statusIntervalMs: Math.min(MAX_STATUS_INTERVAL_MS, Math.max(0, (interval?.value ?? 0) * (MS_PER_UNIT[interval?.units ?? 0] ?? 1000))),
    utmZone: detection.map((definition) => definition.locationType?.zone).find((zone) => zone !== undefined),
    errorUnit: errorUnitOf(detection.map((definition) => definition.geometricError?.units).find((units) => units !== undefined)),
    speedUnitMps: unitMps(velocity?.value?.eastNorthRateUnits),
    climbUnitMps: unitMps(velocity?.value?.upRateUnits),
    newSystem: undefined,
    place: undefined,
  }
}

function unitMps(units: SpeedUnits | undefined): number {
  return units === SpeedUnits.KPH ? 1 / 3.6 : 1
}

function errorUnitOf(words: string | undefined): SapientNode['errorUnit'] {
  const word = (words ?? '').trim().toLowerCase()
  if (word === 'm' || word.startsWith('met')) return 'metres'
  if (word.startsWith('deg')) return 'degrees'
  return word.startsWith('rad') ? 'radians' : undefined
}
