import { isReject } from '../../base/reject.ts'
import { decodeRemoteIdMessage } from './message.ts'
import { MESSAGE_BYTES } from './fields.ts'
import type { Location } from './location.ts'
import { HORIZONTAL_ACCURACIES, SPEED_ACCURACIES, STATUSES, VERTICAL_ACCURACIES } from './network.ts'
import type { NetworkState } from './network.ts'

/** F3411-22a. */
const VERSION = 2

/** The state of a flight as the radio's Location says it, unknown being undefined; its time stays in the state's own timestamp. */
export function locationOfState(state: NetworkState): Location | undefined {
  const { position } = state
  // The words of network and radio stand in the same order; but for "or worse", which the radio has no code for.
  const horizontal = Math.max(0, HORIZONTAL_ACCURACIES.indexOf(position.accuracy_h ?? 'HAUnknown') - 1)
  const vertical = Math.max(0, VERTICAL_ACCURACIES.indexOf(position.accuracy_v ?? 'VAUnknown') - 1)
  const speed = Math.max(0, SPEED_ACCURACIES.indexOf(state.speed_accuracy) - 1)
  const codes = new Uint8Array(MESSAGE_BYTES)
  codes.set([0x10 | VERSION, (STATUSES.indexOf(state.operational_status ?? 'Undeclared') << 4) | heightFlag(position)])
  codes.set([(vertical << 4) | horizontal, speed], 19)
  const words = decodeRemoteIdMessage(codes)
  if (isReject(words) || words.kind !== 'location') return undefined
  const { remainderHex: _, ...rest } = words
  const { lat, lng } = position
  return {
    ...rest,
    directionDeg: known(state.track, 361),
    speedMps: known(state.speed, 255),
    climbMps: known(state.vertical_speed, 63),
    position: lat === undefined || lng === undefined || (lat === 0 && lng === 0) ? undefined : { latDeg: lat, lonDeg: lng },
    altPressM: known(position.pressure_altitude, -1000),
    altHaeM: known(position.alt, -1000),
    heightM: known(position.height?.distance, -1000),
    sinceHourS: undefined,
    timeAccuracyS: state.timestamp_accuracy === 0 ? undefined : state.timestamp_accuracy,
  }
}

function heightFlag(position: NetworkState['position']): number {
  return position.height?.reference === 'GroundLevel' ? 4 : 0
}

function known(value: number | undefined, unknown: number): number | undefined {
  return value === unknown ? undefined : value
}
