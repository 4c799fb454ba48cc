import { familyOfPacket } from '../ip/family'
import { isUnreadable } from '../ip/packet'

/** What a router says to the sender of a packet that is too long for it (RFC 1191, RFC 4443 3.2); undefined for what is no packet. */
export function tooBigAnswer(
  packet: Uint8Array,
  mtu: number,
  router: string,
): Uint8Array | undefined {
  const family = familyOfPacket(packet)
  const about = family.parse(packet)
  if (isUnreadable(about)) return undefined
  const body = packet.slice(0, family.headerOctets + Math.min(family.quoteOctets, 64))
  // 32 bits, of which ICMP of IPv4 has the lower half.
  const [id, seq] = [mtu >> 16, mtu & 0xffff]
  const code = family.name === 'ipv4' ? 4 : 0
  const message = { type: family.types['too-big'], code, id, seq, body }
  const payload = family.buildIcmp(message, router, about.src)
  return family.build({ src: router, dst: about.src, protocol: family.icmp, payload }, 0)
}
