import { isReject, reject } from '../base/reject.ts'
import type { Reject } from '../base/reject.ts'
import { decodeAvrLine, encodeAvrLine } from '../wire/adsb/avr.ts'
import { decodeBeastFrame, encodeBeastFrame } from '../wire/adsb/beast.ts'
import { encodeModeS } from '../wire/adsb/encode-report.ts'
import { createBeastFramer } from '../wire/adsb/framing.ts'
import type { ModeSReport } from '../wire/adsb/mode-s.ts'
import { decodeSbsLine, encodeSbsLine } from '../wire/adsb/sbs.ts'
import type { SbsLine } from '../wire/adsb/sbs.ts'
import { courageousFromJson, decodeCourageous, encodeCourageous } from '../wire/courageous/log.ts'
import type { Framer } from '../wire/framer.ts'
import { createJsonFramer } from '../wire/json/framing.ts'
import { decodeIngestAsSent, encodeIngest } from '../wire/json/ingest.ts'
import { createLineFramer } from '../wire/line-framer.ts'
import { decodeSapient, encodeSapient, sapientFromJson, sapientToJson } from '../wire/sapient/v2/decode.ts'
import { createSapientFramer, frameSapient, SAPIENT_MAX_FRAME_BYTES } from '../wire/sapient/v2/framing.ts'
import { asterixCodec, asterixSettings } from './asterix-codec.ts'
import { MAVLINK_CODEC, REMOTE_ID_CODEC, RID_JSON_CODEC } from './remote-id-codec.ts'
import { COT_CODEC } from './cot-codec.ts'

/**
 * What `marsad decode` and `marsad encode` know of a format.
 *
 * decode  undefined: a frame that carries no record
 * encode  the bytes of one record with what frames it, from what `decode` prints
 */
export type Codec = {
  readonly createFramer: () => Framer
  readonly decode: (frame: Uint8Array) => object | Reject | undefined
  readonly encode: (record: unknown) => Uint8Array | Reject
  /** A line of hexadecimal digits is a datagram, which may hold several frames. */
  readonly severalOnALine?: boolean
  /** What went wrong inside a record that could be read in part. */
  readonly faultOf?: (record: object) => Reject | undefined
}

/** editions: words like `021=0.26`, for formats whose bytes do not tell their edition. */
export type CodecOptions = { readonly editions?: readonly string[] | undefined }

const MAX_LINE_BYTES = 64 * 1024
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024

const CODECS: Readonly<Record<string, Codec>> = {
  sapient: {
    createFramer: () => createSapientFramer({ maxFrameBytes: SAPIENT_MAX_FRAME_BYTES }),
    decode: (frame) => {
      const message = decodeSapient(frame)
      return isReject(message) ? message : (sapientToJson(message) as object)
    },
    encode: (record) => {
      const message = sapientFromJson(record)
      return isReject(message) ? message : frameSapient(encodeSapient(message))
    },
  },
  beast: {
    createFramer: createBeastFramer,
    decode: (frame) => {
      const beast = decodeBeastFrame(frame)
      return isReject(beast) ? beast : { counter: beast.counter, signal: beast.signal, ...beast.report }
    },
    encode: (record) => {
      const { counter, signal, ...report } = record as { counter?: number; signal?: number } & ModeSReport
      const message = encodeModeS(report as ModeSReport)
      return isReject(message) ? message : encodeBeastFrame(message, counter ?? 0, signal ?? 0)
    },
  },
  avr: {
    createFramer: () => createLineFramer({ maxFrameBytes: MAX_LINE_BYTES }),
    decode: (frame) => {
      const line = decodeAvrLine(frame)
      return isReject(line) ? line : { counter: line.counter, ...line.report }
    },
    encode: (record) => {
      const message = encodeModeS(record as ModeSReport)
      return isReject(message) ? message : Buffer.from(`${encodeAvrLine(message)}\n`)
    },
  },
  sbs: {
    createFramer: () => createLineFramer({ maxFrameBytes: MAX_LINE_BYTES }),
    decode: decodeSbsLine,
    encode: (record) => {
      const line = record as SbsLine
      if (typeof line.address !== 'string' || typeof line.type !== 'number')
        return reject('no-address', 0, 'a record has an address and a type')
      const bytes = Buffer.from(encodeSbsLine(line))
      const back = decodeSbsLine(bytes)
      return back !== undefined && isReject(back) ? back : Buffer.concat([bytes, Buffer.from('\r\n')])
    },
  },
  json: {
    createFramer: () => createJsonFramer({ maxFrameBytes: MAX_DOCUMENT_BYTES }),
    decode: decodeIngestAsSent,
    encode: (record) => {
      const request = decodeIngestAsSent(Buffer.from(JSON.stringify(record)))
      return isReject(request) ? request : Buffer.concat([encodeIngest(request), Buffer.from('\n')])
    },
  },
  cot: COT_CODEC,
  courageous: {
    createFramer: () => createJsonFramer({ maxFrameBytes: MAX_DOCUMENT_BYTES }),
    decode: decodeCourageous,
    encode: (record) => {
      const document = courageousFromJson(record)
      return isReject(document) ? document : Buffer.concat([encodeCourageous(document), Buffer.from('\n')])
    },
  },
  'remote-id': REMOTE_ID_CODEC,
  'rid-json': RID_JSON_CODEC,
  mavlink: MAVLINK_CODEC,
}

const LATER = ['stix']

/** The codec, or one line that says which there are. */
export function codecOf(format: string, options: CodecOptions = {}): Codec | string {
  if (format === 'asterix') {
    const settings = asterixSettings(options.editions ?? [])
    return typeof settings === 'string' ? settings : asterixCodec(settings)
  }
  if (options.editions !== undefined) return `format ${format} has no editions to choose from`
  const codec = Object.hasOwn(CODECS, format) ? CODECS[format] : undefined
  if (codec !== undefined) return codec
  const known = [...Object.keys(CODECS), 'asterix'].join(', ')
  return LATER.includes(format)
    ? `format ${format} comes with a later version; this one knows ${known}`
    : `there is no format ${format}; use one of ${known}`
}
