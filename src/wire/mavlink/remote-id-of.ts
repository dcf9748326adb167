import { isReject, reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { bytesOfHex, MESSAGE_BYTES } from '../remote-id/fields.ts'
import { decodeRemoteIdMessage } from '../remote-id/message.ts'
import type { RemoteIdMessage } from '../remote-id/message.ts'
import { decodePack } from '../remote-id/pack.ts'
import type { Unread } from '../remote-id/pack.ts'
import type { MavlinkReport } from './report.ts'

/** Of F3411-22 and -22a, whose codes MAVLink uses. */
const VERSION = 2

/**
 * What an OPEN_DRONE_ID message says, as Remote ID: codes become its words, and numbers keep the finer steps that MAVLink has.
 * undefined: no such message, or one that says nothing of an aircraft (arm status, system update).
 */
export function remoteIdOfMavlink(report: MavlinkReport): readonly (RemoteIdMessage | Unread)[] | Reject | undefined {
  if (report.fields === undefined) return undefined
  switch (report.name) {
    case 'OPEN_DRONE_ID_BASIC_ID': {
      const { idType = 0, aircraftType = 0, uasIdHex } = report.fields
      if (idType > 15 || aircraftType > 15)
        return reject('drone-id-code', 0, `id type ${idType}, aircraft type ${aircraftType}: at most 15`)
      return one([0x00 | VERSION, (idType << 4) | aircraftType, ...(bytesOfHex(uasIdHex) ?? [])])
    }
    case 'OPEN_DRONE_ID_LOCATION':
      return locationOf(report.fields)
    case 'OPEN_DRONE_ID_AUTHENTICATION': {
      const { authType = 0, page = 0, lastPage = 0, lengthBytes = 0, since2019S = 0, dataHex } = report.fields
      if (authType > 15 || page > 15) return reject('drone-id-code', 0, `authentication type ${authType}, page ${page}: at most 15`)
      const stamp = [0, 8, 16, 24].map((shift) => (since2019S >>> shift) & 0xff)
      const head = page === 0 ? [lastPage, lengthBytes, ...stamp] : []
      return one([0x20 | VERSION, (authType << 4) | page, ...head, ...(bytesOfHex(dataHex) ?? [])].slice(0, MESSAGE_BYTES))
    }
    case 'OPEN_DRONE_ID_SELF_ID':
      return one([0x30 | VERSION, report.fields.textType ?? 0, ...new TextEncoder().encode(report.fields.text)])
    case 'OPEN_DRONE_ID_SYSTEM':
      return systemOf(report.fields)
    case 'OPEN_DRONE_ID_OPERATOR_ID':
      return one([0x50 | VERSION, report.fields.idType ?? 0, ...new TextEncoder().encode(report.fields.id)])
    case 'OPEN_DRONE_ID_MESSAGE_PACK': {
      const { messageBytes = 0, messageCount = 0, messagesHex } = report.fields
      const pack = decodePack(Uint8Array.from([0xf0 | VERSION, messageBytes, messageCount, ...(bytesOfHex(messagesHex) ?? [])]))
      return isReject(pack) ? pack : pack.messages
    }
    default:
      return undefined
  }
}

type FieldsNamed<Name extends string> = Extract<MavlinkReport, { readonly name: Name; readonly fields: object }>['fields']

function one(bytes: readonly number[]): readonly RemoteIdMessage[] | Reject {
  const message = new Uint8Array(MESSAGE_BYTES)
  message.set(bytes)
  const record = decodeRemoteIdMessage(message)
  return isReject(record) ? record : [record]
}

function locationOf(fields: FieldsNamed<'OPEN_DRONE_ID_LOCATION'>): readonly RemoteIdMessage[] | Reject {
  const { status = 0, heightReference = 0, latDeg, lonDeg } = fields
  const { horizontalAccuracy = 0, verticalAccuracy = 0, barometerAccuracy = 0, speedAccuracy = 0, timestampAccuracy = 0 } = fields
  if ([status, horizontalAccuracy, verticalAccuracy, barometerAccuracy, speedAccuracy, timestampAccuracy].some((code) => code > 15))
    return reject('drone-id-code', 0, 'status and accuracies are codes of at most 15')
  const codes = new Uint8Array(MESSAGE_BYTES)
  codes.set([0x10 | VERSION, (status << 4) | (heightReference === 1 ? 4 : 0)])
  codes.set([(verticalAccuracy << 4) | horizontalAccuracy, (barometerAccuracy << 4) | speedAccuracy, 0, 0, timestampAccuracy], 19)
  const words = decodeRemoteIdMessage(codes)
  if (isReject(words) || words.kind !== 'location') return isReject(words) ? words : [words]
  const { directionDeg, speedMps, climbMps, altPressM, altHaeM, heightM, sinceHourS } = fields
  const position = placeOf(latDeg, lonDeg)
  const { remainderHex: _, ...rest } = words
  return [{ ...rest, directionDeg, speedMps, climbMps, position, altPressM, altHaeM, heightM, sinceHourS }]
}

function systemOf(fields: FieldsNamed<'OPEN_DRONE_ID_SYSTEM'>): readonly RemoteIdMessage[] | Reject {
  const { operatorPlace = 0, classification = 0, euCategory = 0, euClass = 0, operatorLatDeg, operatorLonDeg } = fields
  if (operatorPlace > 3 || classification > 7 || euCategory > 15 || euClass > 15)
    return reject('drone-id-code', 0, 'a code of the operator or of the classification is too large')
  const codes = new Uint8Array(MESSAGE_BYTES)
  codes.set([0x40 | VERSION, (classification << 2) | operatorPlace])
  codes[17] = (euCategory << 4) | euClass
  const words = decodeRemoteIdMessage(codes)
  if (isReject(words) || words.kind !== 'system') return isReject(words) ? words : [words]
  const { areaCount = 0, areaRadiusM = 0, areaCeilingHaeM, areaFloorHaeM, operatorAltHaeM } = fields
  const since2019S = fields.since2019S === 0 ? undefined : fields.since2019S
  const operator = placeOf(operatorLatDeg, operatorLonDeg)
  const { remainderHex: _, ...rest } = words
  return [{ ...rest, operator, areaCount, areaRadiusM, areaCeilingHaeM, areaFloorHaeM, operatorAltHaeM, since2019S }]
}

/** Both 0 is unknown, as on the radio. */
function placeOf(latDeg: number | undefined, lonDeg: number | undefined): { latDeg: number; lonDeg: number } | undefined {
  if (latDeg === undefined || lonDeg === undefined || (latDeg === 0 && lonDeg === 0)) return undefined
  return { latDeg, lonDeg }
}
