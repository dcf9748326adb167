import { isReject, reject } from '../base/reject.ts'
import type { Reject } from '../base/reject.ts'
import { ASTERIX_DEFAULTS, decodeAsterixBlock } from '../wire/asterix/block.ts'
import type { AsterixBlock, AsterixSettings } from '../wire/asterix/block.ts'
import { encodeAsterixBlock } from '../wire/asterix/encode.ts'
import { ASTERIX_MAX_FRAME_BYTES } from '../wire/asterix/framing.ts'
import { createAsterixRecordingFramer } from '../wire/asterix/recording.ts'
import { ASTERIX_TABLES } from '../wire/asterix/tables.ts'
import type { Codec } from './codecs.ts'

/** One object a data block: from raw bytes, or from the UDP datagrams of a pcap or pcapng file. */
export function asterixCodec(settings: AsterixSettings = ASTERIX_DEFAULTS): Codec {
  return {
    createFramer: () => createAsterixRecordingFramer({ maxFrameBytes: ASTERIX_MAX_FRAME_BYTES }),
    decode: (frame) => decodeAsterixBlock(frame, settings),
    severalOnALine: true,
    faultOf: (record) => {
      const block = record as AsterixBlock
      return 'fault' in block ? block.fault : undefined
    },
    encode: (record) => {
      const bytes = encodeAsterixBlock(record as AsterixBlock)
      if (isReject(bytes)) return bytes
      // What is written must be readable; a block that was recorded with its fault keeps it.
      const back = decodeAsterixBlock(bytes, settingsOf(record as AsterixBlock))
      const fault: Reject | undefined = isReject(back) ? back : 'fault' in back ? back.fault : undefined
      const known = 'undecoded' in (record as AsterixBlock)
      return fault === undefined || known ? bytes : reject(fault.rejected, 0, fault.detail)
    },
  }
}

/** Settings from words like `021=0.26`, or one line that says what is wrong. */
export function asterixSettings(editions: readonly string[]): AsterixSettings | string {
  let settings = ASTERIX_DEFAULTS
  for (const each of editions) {
    const [, number = '', edition = ''] = /^(?:cat)?0*(\d+)=(.+)$/i.exec(each) ?? []
    const known = ASTERIX_TABLES.filter(({ table }) => table.category === Number(number)).map(({ table }) => table.edition)
    if (!known.includes(edition)) {
      const all = ASTERIX_TABLES.map(({ table }) => `${String(table.category).padStart(3, '0')}=${table.edition}`).join(', ')
      return `there is no edition ${each}; use one of ${all}`
    }
    if (number === '21') settings = { ...settings, cat021: edition as AsterixSettings['cat021'] }
    if (number === '129') settings = { ...settings, cat129: edition as AsterixSettings['cat129'] }
  }
  return settings
}

function settingsOf(block: AsterixBlock): AsterixSettings {
  if (block.category === 21 && block.edition === '0.26') return { ...ASTERIX_DEFAULTS, cat021: '0.26' }
  if (block.category === 129 && block.edition === '1.2-risk-in-1-byte') return { ...ASTERIX_DEFAULTS, cat129: '1.2-risk-in-1-byte' }
  return ASTERIX_DEFAULTS
}
