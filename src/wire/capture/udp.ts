import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'

/** Where in a captured packet the payload of a UDP datagram lies. */
export type UdpPayload = { readonly from: number; readonly to: number; readonly destinationPort: number }

const ETHERTYPE_IPV4 = 0x0800
const ETHERTYPE_IPV6 = 0x86dd
const VLAN_TAGS = [0x8100, 0x88a8, 0x9100]
const PROTOCOL_UDP = 17
/** IPv6 headers that may stand before UDP and have their length in units of 8 octets: hop-by-hop, routing, destination options. */
const IPV6_EXTENSIONS = [0, 43, 60]
const IPV6_FRAGMENT = 44

/**
 * The UDP payload of a packet, by the length that UDP states: short Ethernet frames carry padding behind it.
 * undefined: not UDP. A fragment is declined, for it is not put together with its others.
 *
 * Source: RFC 768, 791, 8200; link types as registered with tcpdump.org.
 */
export function udpPayload(linkType: number, packet: Uint8Array): UdpPayload | Reject | undefined {
  const network = networkOf(linkType, packet)
  if (network === undefined) return reject('link-type', 0, `link type ${linkType} is not read`)
  if (network.ethertype === ETHERTYPE_IPV4) return ofIpv4(packet, network.at)
  if (network.ethertype === ETHERTYPE_IPV6) return ofIpv6(packet, network.at)
  return undefined
}

function networkOf(linkType: number, packet: Uint8Array): { at: number; ethertype: number } | undefined {
  switch (linkType) {
    case 0: // BSD loopback: an address family in the byte order of the host
      return { at: 4, ethertype: packet[4] !== undefined && packet[4] >> 4 === 6 ? ETHERTYPE_IPV6 : ETHERTYPE_IPV4 }
    case 1: {
      let at = 12
      while (VLAN_TAGS.includes(half(packet, at))) at += 4
      return { at: at + 2, ethertype: half(packet, at) }
    }
    case 12:
    case 14:
    case 101: // IP without a link header
      return { at: 0, ethertype: (packet[0] ?? 0) >> 4 === 6 ? ETHERTYPE_IPV6 : ETHERTYPE_IPV4 }
    case 113: // Linux "any" interface
      return { at: 16, ethertype: half(packet, 14) }
    case 228:
      return { at: 0, ethertype: ETHERTYPE_IPV4 }
    case 229:
      return { at: 0, ethertype: ETHERTYPE_IPV6 }
    case 276: // Linux "any" interface, version 2
      return { at: 20, ethertype: half(packet, 0) }
    default:
      return undefined
  }
}

function ofIpv4(packet: Uint8Array, at: number): UdpPayload | Reject | undefined {
  if (at + 20 > packet.length) return reject('truncated', packet.length, 'the packet ends inside its IP header')
  const headerBytes = ((packet[at] ?? 0) & 15) * 4
  if ((packet[at] ?? 0) >> 4 !== 4 || headerBytes < 20) return reject('ip-header', at, 'not an IP version 4 header')
  if (packet[at + 9] !== PROTOCOL_UDP) return undefined
  if ((half(packet, at + 6) & 0x3fff) !== 0)
    return reject('ip-fragment', at + 6, 'a fragment of a datagram; fragments are not put together')
  return ofUdp(packet, at + headerBytes)
}

function ofIpv6(packet: Uint8Array, at: number): UdpPayload | Reject | undefined {
  if (at + 40 > packet.length) return reject('truncated', packet.length, 'the packet ends inside its IP header')
  let protocol = packet[at + 6] ?? 0
  let next = at + 40
  while (IPV6_EXTENSIONS.includes(protocol)) {
    if (next + 8 > packet.length) return reject('truncated', packet.length, 'the packet ends inside its IP header')
    protocol = packet[next] ?? 0
    next += 8 + (packet[next + 1] ?? 0) * 8
  }
  if (protocol === IPV6_FRAGMENT) return reject('ip-fragment', next, 'a fragment of a datagram; fragments are not put together')
  return protocol === PROTOCOL_UDP ? ofUdp(packet, next) : undefined
}

function ofUdp(packet: Uint8Array, at: number): UdpPayload | Reject {
  if (at + 8 > packet.length) return reject('truncated', packet.length, 'the packet ends inside its UDP header')
  const length = half(packet, at + 4)
  if (length < 8) return reject('udp-length', at + 4, `a UDP length of ${length} does not hold its own header`)
  if (at + length > packet.length)
    return reject('truncated', packet.length, `UDP states ${length} octets, ${packet.length - at} were captured`)
  return { from: at + 8, to: at + length, destinationPort: half(packet, at + 2) }
}

function half(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
}
