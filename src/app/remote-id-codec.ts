import { isReject, reject } from '../base/reject.ts'
import type { Reject } from '../base/reject.ts'
import { createMavlinkRecordingFramer } from '../wire/mavlink/recording.ts'
import { decodeMavlink, encodeMavlink } from '../wire/mavlink/report.ts'
import type { MavlinkReport } from '../wire/mavlink/report.ts'
import { createRemoteIdRecordingFramer } from '../wire/remote-id/framing.ts'
import { decodeRemoteId, encodeRemoteId, faultOfRemoteId } from '../wire/remote-id/report.ts'
import type { RemoteIdReport } from '../wire/remote-id/report.ts'
import { createRidJsonFramer, decodeRidJson, encodeRidJson } from '../wire/remote-id/rid-json.ts'
import type { RidJson } from '../wire/remote-id/rid-json.ts'
import type { Codec } from './codecs.ts'

const MAX_RID_DOCUMENT_BYTES = 16 * 1024 * 1024

/** One object a radio frame, message or pack: raw, or Bluetooth and Wi-Fi in pcap and pcapng. */
export const REMOTE_ID_CODEC: Codec = {
  createFramer: createRemoteIdRecordingFramer,
  decode: decodeRemoteId,
  faultOf: (record) => faultOfRemoteId(record as RemoteIdReport),
  encode: (record) => checked(record, 'messages', () => encodeRemoteId(record as RemoteIdReport)),
}

/** One object a document: a receiver's datagram, an answer of network Remote ID, or flights in KML. */
export const RID_JSON_CODEC: Codec = {
  createFramer: () => createRidJsonFramer({ maxFrameBytes: MAX_RID_DOCUMENT_BYTES }),
  decode: decodeRidJson,
  faultOf: (record) => {
    const document = record as RidJson
    return document.kind === 'reception' ? faultOfRemoteId(document.report) : undefined
  },
  encode: (record) => {
    const bytes = checked(record, 'kind', () => encodeRidJson(record as RidJson))
    return isReject(bytes) ? bytes : Buffer.concat([bytes, Buffer.from('\n')])
  },
}

/** One object a frame: a stream, a telemetry log, or UDP in pcap and pcapng. */
export const MAVLINK_CODEC: Codec = {
  createFramer: createMavlinkRecordingFramer,
  decode: decodeMavlink,
  severalOnALine: true,
  faultOf: (record) => {
    const { outOfRange, name } = record as MavlinkReport
    return outOfRange === undefined
      ? undefined
      : reject('field-range', 0, `${name}: ${outOfRange.join(', ')} out of range, taken as unknown`)
  },
  encode: (record) => checked(record, 'messageId', () => encodeMavlink(record as MavlinkReport)),
}

/** Records come from JSON: one that is not even shaped like one is declined before its fields are. */
function checked(record: unknown, member: string, encode: () => Uint8Array | Reject): Uint8Array | Reject {
  return typeof record === 'object' && record !== null && member in record ? encode() : reject('no-record', 0, `a record has ${member}`)
}
