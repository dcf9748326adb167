/** What a radio frame brought: where the Remote ID bytes lie in it and who sent it. */
export type Carrier = 'bytes' | 'bluetooth-legacy' | 'bluetooth-extended' | 'wifi-beacon' | 'wifi-nan'

/**
 * transmitter  the sender's hardware address, `aa:bb:cc:dd:ee:ff`: often random, never an identity
 * rssiDbm      as the receiver measured it
 * ssid         name of the network, Wi-Fi beacons only
 * payloads     Remote ID each: a message counter, then one message or a pack; `at` is its offset in the frame
 * proprietary  beacons of makers' own, recognised and not decoded
 */
export type RadioFrame = {
  readonly carrier: Carrier
  readonly transmitter: string | undefined
  readonly rssiDbm: number | undefined
  readonly ssid: string | undefined
  readonly payloads: readonly { readonly at: number; readonly bytes: Uint8Array }[]
  readonly proprietary: readonly Proprietary[]
}

/** name: what is known of it; bytesHex: the maker's element without its length. */
export type Proprietary = { readonly name: string; readonly bytesHex: string }

/** The application code that marks Open Drone ID in service data and vendor elements. */
export const APPLICATION_CODE = 0x0d

export function addressOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(':')
}
