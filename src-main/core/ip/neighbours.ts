import { concat } from '../bytes'
import { allNodes } from './autoconfiguration'
import { buildIcmpv6, icmpv6Types } from './icmpv6'
import { ipv6Octets, ipv6Text } from './ipv6-address'
import { ipProtocols, type IpOutgoing, type IpPacket } from './packet'

/** Both must come straight from the link (RFC 4861 7.1). */
export const onLinkHops = 255

/** Where others ask for an address (RFC 4291 2.7.1). */
export function solicitedNode(address: string): string {
  const octets = ipv6Octets(address) ?? new Uint8Array(16)
  return ipv6Text(
    concat([Uint8Array.of(0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0xff), octets.subarray(13)]),
  )
}

/** The answer to a neighbour solicitation; a point-to-point link has no link-layer addresses to tell (RFC 4861 7.2.4). */
export function neighbourAnswer(packet: IpPacket, own: readonly string[]): IpOutgoing | undefined {
  const target = targetOf(packet)
  if (target === undefined || !own.includes(target)) return undefined
  const nobody = packet.src === '::'
  const dst = nobody ? allNodes : packet.src
  const flags = (nobody ? 0 : 0x40) | 0x20
  const message = {
    type: icmpv6Types.neighbourAdvertisement,
    code: 0,
    id: flags << 8,
    seq: 0,
    body: ipv6Octets(target) ?? new Uint8Array(16),
  }
  const payload = buildIcmpv6(message, target, dst)
  return { src: target, dst, protocol: ipProtocols.icmpv6, ttl: onLinkHops, payload }
}

/** Asks all who might have an address for it, from none of ours (RFC 4862 5.4.2). */
export function ownerSolicitation(address: string): IpOutgoing {
  const dst = solicitedNode(address)
  const body = ipv6Octets(address) ?? new Uint8Array(16)
  const message = { type: icmpv6Types.neighbourSolicitation, code: 0, id: 0, seq: 0, body }
  const payload = buildIcmpv6(message, '::', dst)
  return { src: '::', dst, protocol: ipProtocols.icmpv6, ttl: onLinkHops, payload }
}

/** The address that a neighbour speaks of in a message straight from the link; undefined where it does not come from there, or is cut. */
export function targetOf({ ttl, payload }: IpPacket): string | undefined {
  return ttl === onLinkHops && payload.length >= 24 ? ipv6Text(payload, 8) : undefined
}

/** A router solicitation or the like: nothing but its header (RFC 4861 4.1). */
export function bareMessage(type: number, src: string, dst: string): IpOutgoing {
  const payload = buildIcmpv6({ type, code: 0, id: 0, seq: 0, body: new Uint8Array() }, src, dst)
  return { src, dst, protocol: ipProtocols.icmpv6, ttl: onLinkHops, payload }
}
