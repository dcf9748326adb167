import { isReject } from '../base/reject.ts'
import { decodeCot, encodeCot } from '../wire/cot/decode.ts'
import { frameCot } from '../wire/cot/framing.ts'
import { COT_MAX_FRAME_BYTES } from '../wire/cot/parse-xml.ts'
import { cotFromJson } from '../wire/cot/record-shape.ts'
import { createCotRecordingFramer } from '../wire/cot/recording.ts'
import type { Codec } from './codecs.ts'

/** One object a message: from a stream's bytes (XML, TAK protocol v1), a mesh datagram, or the UDP datagrams of a pcap or pcapng file. */
export const COT_CODEC: Codec = {
  createFramer: () => createCotRecordingFramer({ maxFrameBytes: COT_MAX_FRAME_BYTES }),
  decode: decodeCot,
  encode: (record) => {
    const message = cotFromJson(record)
    if (isReject(message)) return message
    const frame = encodeCot(message)
    if (isReject(frame)) return frame
    const back = decodeCot(frame)
    return isReject(back) ? back : frameCot(frame)
  },
}
