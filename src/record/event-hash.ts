import { createHash } from 'node:crypto'

/** SHA-256 over the payloads of the `event` entries in order, each with its length as u32 big-endian before it; in hex. */
export function eventHashOf(payloads: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  const length = new Uint8Array(4)
  for (const payload of payloads) {
    new DataView(length.buffer).setUint32(0, payload.length)
    hash.update(length).update(payload)
  }
  return hash.digest('hex')
}

const utf8 = new TextDecoder()

/** The payloads from the last `header` part on: a definition that was cut short by a crash is written again whole. */
export function lastDefinition(payloads: readonly Uint8Array[]): readonly Uint8Array[] {
  const header = payloads.findLastIndex((payload) => (JSON.parse(utf8.decode(payload)) as { part?: string }).part === 'header')
  return header === -1 ? payloads : payloads.slice(header)
}
