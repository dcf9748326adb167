import { encodeSapient, makeSapient, sapientTimestamp } from '../wire/sapient/v2/decode.ts'
import { frameSapient } from '../wire/sapient/v2/framing.ts'

/** The id under which Marsad speaks SAPIENT: a UUID v4 in form, "marsad" in its first six bytes. */
export const MARSAD_NODE_ID = '6d617273-6164-4000-8000-000000000001'
/** As much of a declined message goes back with the error: the maker recognises it, and an answer is never larger than this. */
const MAX_PACKET_BYTES = 4096
const MAX_TEXT_CHARACTERS = 1000

/** Answer to a registration, with its length in front. `node` is the registering node. */
export function registrationAck(nowMs: number, node: string, acceptance: boolean, reasons: readonly string[]): Uint8Array {
  return message(nowMs, node, { case: 'registrationAck', value: { acceptance, ackResponseReason: [...reasons] } })
}

/** The declined message with what is wrong with it. `node` is undefined before a registration. */
export function errorMessage(nowMs: number, node: string | undefined, packet: Uint8Array, text: string): Uint8Array {
  return message(nowMs, node, {
    case: 'error',
    value: { packet: packet.slice(0, MAX_PACKET_BYTES), errorMessage: [text.slice(0, MAX_TEXT_CHARACTERS)] },
  })
}

type Content = NonNullable<Parameters<typeof makeSapient>[0]['content']>

function message(nowMs: number, node: string | undefined, content: Content): Uint8Array {
  const envelope = { timestamp: sapientTimestamp(nowMs), nodeId: MARSAD_NODE_ID, content }
  return frameSapient(encodeSapient(makeSapient(node === undefined ? envelope : { ...envelope, destinationId: node })))
}
