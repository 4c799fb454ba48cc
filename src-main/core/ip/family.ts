import type { Words } from '../words'
import type { IpFamily } from './address'
import { buildIcmp, icmpErrorWords, icmpTypes, parseIcmp, quotedPacket } from './icmp'
import type { IcmpKind, IcmpMessage, Quoted } from './icmp-message'
import { buildIcmpv6, icmpv6ErrorWords, icmpv6Types, parseIcmpv6, quotedPacketv6 } from './icmpv6'
import { buildIpv4, parseIpv4 } from './ipv4'
import { buildIpv6, parseIpv6 } from './ipv6'
import { ipProtocols, type IpOutgoing, type IpPacket, type Unreadable } from './packet'

/** All that differs between the families; TCP, UDP and the tools are above it. */
export interface Family {
  readonly name: IpFamily
  readonly headerOctets: number
  /** The payload of a piece of a longer packet, where a packet has so much room. */
  pieceOctets(room: number): number
  parse(bytes: Uint8Array): IpPacket | Unreadable
  /** `id` numbers the packets where the family has room for it. */
  build(packet: IpOutgoing, id: number): Uint8Array
  /** The protocol number of its ICMP. */
  readonly icmp: number
  /** The longest an error's quotation may make it, so that a host of the simulated internet can say one. */
  readonly quoteOctets: number
  readonly types: { readonly [kind in IcmpKind]: number }
  readonly portUnreachable: number
  parseIcmp(packet: IpPacket): IcmpMessage | Unreadable
  buildIcmp(message: Omit<IcmpMessage, 'kind'>, src: string, dst: string): Uint8Array
  quoted(message: IcmpMessage): Quoted | Unreadable
  errorWords(message: { readonly type: number; readonly code: number }): Words
  /** The MTU that a too long packet met; 0 where it was not told. */
  mtuOf(message: IcmpMessage): number
}

export const families: { readonly [name in IpFamily]: Family } = {
  ipv4: {
    name: 'ipv4',
    headerOctets: 20,
    pieceOctets: (room) => room,
    parse: parseIpv4,
    build: (packet, id) => buildIpv4({ ...packet, id }),
    icmp: ipProtocols.icmp,
    quoteOctets: 8,
    types: {
      echo: icmpTypes.echo,
      'echo-reply': icmpTypes.echoReply,
      unreachable: icmpTypes.unreachable,
      'too-big': icmpTypes.unreachable,
      'time-exceeded': icmpTypes.timeExceeded,
    },
    portUnreachable: 3,
    parseIcmp: ({ payload }) => parseIcmp(payload),
    buildIcmp,
    quoted: quotedPacket,
    errorWords: icmpErrorWords,
    mtuOf: ({ seq }) => seq,
  },
  ipv6: {
    name: 'ipv6',
    headerOctets: 40,
    // RFC 8200 5: every link carries 1280 octets, and no router cuts what is longer than its own.
    pieceOctets: (room) => Math.min(room, 1240) - 8,
    parse: parseIpv6,
    build: buildIpv6,
    icmp: ipProtocols.icmpv6,
    quoteOctets: 1192,
    types: {
      echo: icmpv6Types.echo,
      'echo-reply': icmpv6Types.echoReply,
      unreachable: icmpv6Types.unreachable,
      'too-big': icmpv6Types.tooBig,
      'time-exceeded': icmpv6Types.timeExceeded,
    },
    portUnreachable: 4,
    parseIcmp: ({ payload, src, dst }) => parseIcmpv6(payload, src, dst),
    buildIcmp: buildIcmpv6,
    quoted: quotedPacketv6,
    errorWords: icmpv6ErrorWords,
    mtuOf: ({ id, seq }) => id * 65_536 + seq,
  },
}

/** The family that a packet says it is of. */
export function familyOfPacket(bytes: Uint8Array): Family {
  return (bytes[0] ?? 0) >> 4 === 6 ? families.ipv6 : families.ipv4
}

/** The family of an address. */
export function familyFor(address: string): Family {
  return address.includes(':') ? families.ipv6 : families.ipv4
}
