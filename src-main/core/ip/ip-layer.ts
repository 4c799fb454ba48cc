import { between, type Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import type { IpFamily } from './address'
import { Autoconfiguration, allNodes } from './autoconfiguration'
import { dhcpv6Ports } from './dhcpv6'
import { EchoBook } from './echo-book'
import { families, familyFor, familyOfPacket, type Family } from './family'
import type { IcmpKind, IcmpMessage } from './icmp-message'
import { buildIcmpv6, icmpv6Types } from './icmpv6'
import { isLinkLocal, isMulticast } from './ipv6-address'
import type { Ipv6State } from './ipv6-state'
import {
  bareMessage,
  neighbourAnswer,
  onLinkHops,
  ownerSolicitation,
  solicitedNode,
  targetOf,
} from './neighbours'
import type { Network } from './network'
import { FragmentStore, piecesOf } from './fragments'
import {
  ipProtocols,
  isUnreadable,
  uint16,
  type Fragment,
  type IpOutgoing,
  type IpPacket,
} from './packet'
import { buildAdvertisement, type RouterAdvertisement } from './router-advertisement'
import { TcpTable } from './tcp-table'
import { UdpTable } from './udp-table'

export interface IpLayerOptions {
  readonly clock: Clock
  readonly chance: Chance
  /** Our IPv4 address; null or absent on a link that carries IPv6 alone. */
  readonly address?: string | null | undefined
  /** Our IPv6 address of this link; null or absent on a link without IPv6. One for the internet is made of what a router says. */
  readonly linkLocal?: string | null | undefined
  readonly mtu: number
  /** Hands a packet to the link. False: the link did not take it. */
  send(packet: Uint8Array): boolean | void
  /** The IPv6 side learnt something. */
  readonly onIpv6?: (() => void) | undefined
  /** Answers for every address: the simulated internet. */
  readonly promiscuous?: boolean | undefined
  /** The routers a simulated internet pretends to have, nearest first; each takes one from the time to live of its family. */
  readonly routers?: readonly string[] | undefined
  /** Which addresses of a simulated internet exist. Default: all. */
  readonly exists?: ((address: string) => boolean) | undefined
  /** What a simulated internet says to who asks for a router. */
  readonly advertise?: RouterAdvertisement | undefined
}

export interface HostCounters {
  packetsIn: number
  packetsOut: number
  /** Octets of these packets, headers included. */
  bytesIn: number
  bytesOut: number
  /** Not for us, or not readable; the last reason is in `lastDropped`. */
  dropped: number
  lastDropped: string
}

/** IPv4 and IPv6 of a host, with ICMP, neighbour discovery, TCP and UDP on them; what is above asks for nothing by family. */
export class IpLayer implements Network {
  readonly clock: Clock
  readonly chance: Chance
  readonly #o: IpLayerOptions
  readonly #auto: Autoconfiguration | undefined
  readonly echoes: EchoBook
  readonly tcp: TcpTable
  readonly udp: UdpTable
  readonly counters: HostCounters = {
    packetsIn: 0,
    packetsOut: 0,
    bytesIn: 0,
    bytesOut: 0,
    dropped: 0,
    lastDropped: '',
  }
  readonly #fragments: FragmentStore
  #id: number
  #closed = false

  constructor(options: IpLayerOptions) {
    this.#o = options
    this.clock = options.clock
    this.chance = options.chance
    this.#id = between(options.chance, 0, 0xffff)
    this.tcp = new TcpTable(this)
    this.udp = new UdpTable(this, (packet) => this.#nobodyListens(packet))
    this.echoes = new EchoBook(this)
    this.#fragments = new FragmentStore(options.clock, (reason) => this.#drop(reason))
    this.#auto = this.#configured()
  }

  #configured(): Autoconfiguration | undefined {
    const { linkLocal, clock, chance, advertise } = this.#o
    if (!linkLocal || advertise) return undefined
    const auto = new Autoconfiguration({
      clock,
      chance,
      linkLocal,
      solicit: (to, type) => void this.send(bareMessage(type, linkLocal, to)),
      askForOwner: (wanted) => void this.send(ownerSolicitation(wanted)),
      ask: (to, port, data) =>
        this.udp.tell({
          src: linkLocal,
          srcPort: dhcpv6Ports.client,
          dst: to,
          dstPort: port,
          data,
        }),
      changed: () => this.#o.onIpv6?.(),
    })
    this.udp.listen(dhcpv6Ports.client, ({ data }) => auto.informed(data))
    return auto
  }

  /** Looks for a router, where the link carries IPv6. */
  start(): void {
    this.#auto?.start()
  }

  /** A prefix of NAT64 that the name servers gave away. */
  foundNat64(prefix: string): void {
    this.#auto?.foundNat64(prefix)
  }

  get closed(): boolean {
    return this.#closed
  }
  /** Null on a link without IPv6. */
  get ipv6(): Ipv6State | null {
    return this.#auto?.state ?? null
  }
  /** The address that others in the internet see; null where the link has none of that family (yet). */
  ownOf(family: IpFamily): string | null {
    return family === 'ipv4' ? (this.#o.address ?? null) : (this.ipv6?.address ?? null)
  }

  sourceFor(address: string): string {
    if (familyFor(address) === families.ipv4) return this.#o.address ?? '0.0.0.0'
    const near = isLinkLocal(address) || isMulticast(address)
    return (near ? null : this.ownOf('ipv6')) ?? this.#o.linkLocal ?? '::'
  }

  /** The longest packet to this address. */
  mtuFor(address: string): number {
    const told = address.includes(':') ? this.#auto?.mtu : undefined
    return Math.min(this.#o.mtu, told ?? this.#o.mtu)
  }

  roomFor(address: string): number {
    return this.mtuFor(address) - familyFor(address).headerOctets
  }

  send(packet: IpOutgoing): boolean {
    if (this.#closed) return false
    const family = familyFor(packet.dst)
    this.#id = (this.#id + 1) & 0xffff
    const room = this.roomFor(packet.dst)
    // TCP keeps its segments below that; what comes in one piece from UDP and ICMP may not fit.
    if (packet.payload.length > room)
      return piecesOf(packet, family.pieceOctets(room), this.#id)
        .map((piece) => this.#put(family, piece))
        .every(Boolean)
    return this.#put(family, packet)
  }

  #put(family: Family, packet: IpOutgoing): boolean {
    const octets = family.build(packet, this.#id)
    this.counters.packetsOut++
    this.counters.bytesOut += octets.length
    return this.#o.send(octets) !== false
  }

  /** A packet from the link. What cannot be read is dropped and counted, with the reason. */
  receive(bytes: Uint8Array): void {
    if (this.#closed) return
    this.counters.packetsIn++
    this.counters.bytesIn += bytes.length
    const family = familyOfPacket(bytes)
    const { linkLocal, promiscuous } = this.#o
    if (family === families.ipv6 && !linkLocal && !promiscuous)
      return this.#drop('IP version 6, which this link does not carry')
    const packet = family.parse(bytes)
    if (isUnreadable(packet)) return this.#drop(packet.error)
    if (!this.#isMine(packet.dst)) return this.#drop(`for ${packet.dst}, not for us`)
    if (packet.fragment) return this.#piece(family, packet, packet.fragment)
    if (isMulticast(packet.dst)) return this.#take(family, packet, true)
    if (this.#o.exists?.(packet.dst) === false) return this.#drop(`no such host ${packet.dst}`)
    const routers = this.#o.routers?.filter((router) => familyFor(router) === family)
    const router = routers?.[packet.ttl - 1]
    if (router !== undefined) return this.#sendError(packet, router, 'time-exceeded', 0)
    this.#take(family, packet, false)
  }

  #piece(family: Family, packet: IpPacket, fragment: Fragment): void {
    const whole = this.#fragments.take(packet, fragment)
    if (whole && this.#o.exists?.(whole.dst) !== false)
      this.#take(family, whole, isMulticast(whole.dst))
  }

  #isMine(address: string): boolean {
    const { promiscuous, address: own, linkLocal } = this.#o
    if (promiscuous === true || address === own || address === linkLocal) return true
    if (!linkLocal) return false
    const global = this.ownOf('ipv6')
    if (address === global || address === allNodes) return true
    const asked = [linkLocal, global, this.#auto?.tentative]
    return asked.some((one) => typeof one === 'string' && address === solicitedNode(one))
  }

  #take(family: Family, got: IpPacket, toMany: boolean): void {
    // Nobody answers from the address of a group.
    const packet = toMany ? { ...got, dst: this.#o.linkLocal ?? got.dst } : got
    switch (packet.protocol) {
      case family.icmp:
        return this.#icmp(family, got, packet)
      case ipProtocols.tcp:
        return toMany ? this.#drop('TCP to a group') : this.#dropIf(this.tcp.receive(packet))
      case ipProtocols.udp:
        return this.#dropIf(this.udp.receive(packet, got.dst))
      default:
        return this.#drop(`protocol ${packet.protocol}`)
    }
  }

  #dropIf(reason: string | undefined): void {
    if (reason !== undefined) this.#drop(reason)
  }

  #drop(reason: string): void {
    this.counters.dropped++
    this.counters.lastDropped = reason
  }

  #icmp(family: Family, got: IpPacket, packet: IpPacket): void {
    const message = family.parseIcmp(got)
    if (isUnreadable(message)) return this.#drop(message.error)
    switch (message.kind) {
      case 'echo': {
        const reply = { ...message, type: family.types['echo-reply'] }
        const payload = family.buildIcmp(reply, packet.dst, packet.src)
        this.send({ src: packet.dst, dst: packet.src, protocol: family.icmp, payload })
        return
      }
      case 'echo-reply':
        return this.echoes.reply(packet, message)
      case 'unreachable':
      case 'too-big':
      case 'time-exceeded':
        return this.#failed(family, packet, message)
      default:
        if (family !== families.ipv6) return this.#drop(`ICMP type ${message.type}`)
        return this.#neighbour(got, message)
    }
  }

  /** An error about a packet of ours. */
  #failed(family: Family, packet: IpPacket, message: IcmpMessage): void {
    const quoted = family.quoted(message)
    if (isUnreadable(quoted)) return this.#drop(quoted.error)
    this.echoes.failed(family, packet, message, quoted)
    if (quoted.protocol === ipProtocols.udp)
      return this.udp.failed(quoted, packet.src, family.errorWords(message))
    if (quoted.protocol !== ipProtocols.tcp) return
    const [local, remote] = [uint16(quoted.payload, 0), uint16(quoted.payload, 2)]
    const from = { address: quoted.src, port: local }
    const to = { address: quoted.dst, port: remote }
    if (message.kind !== 'too-big')
      return this.tcp.unreachable(from, to, family.errorWords(message))
    this.tcp.tooBig(from, to, family.mtuOf(message) - family.headerOctets - 20)
  }

  #neighbour(packet: IpPacket, message: IcmpMessage): void {
    switch (message.type) {
      case icmpv6Types.routerAdvertisement:
        return this.#dropIf(this.#auto?.advertised(packet, message))
      case icmpv6Types.neighbourSolicitation: {
        // One that asks from no address wants the one that we want, too.
        if (packet.src === '::') this.#neighbourHas(packet)
        const own = [this.#o.linkLocal, this.ownOf('ipv6')].filter((one) => typeof one === 'string')
        const answer = neighbourAnswer(packet, own)
        if (answer) this.send(answer)
        return
      }
      case icmpv6Types.neighbourAdvertisement:
        return this.#neighbourHas(packet)
      case icmpv6Types.routerSolicitation:
        return this.#advertise()
      default:
        return this.#drop(`ICMPv6 type ${message.type}`)
    }
  }

  #neighbourHas(packet: IpPacket): void {
    const target = targetOf(packet)
    if (target !== undefined) this.#auto?.neighbourHas(target)
  }

  #advertise(): void {
    const { advertise, linkLocal } = this.#o
    if (!advertise || !linkLocal) return this.#drop('a router solicitation, and we are no router')
    const octets = buildAdvertisement(advertise)
    const message = {
      type: icmpv6Types.routerAdvertisement,
      code: 0,
      id: uint16(octets, 0),
      seq: uint16(octets, 2),
      body: octets.subarray(4),
    }
    const payload = buildIcmpv6(message, linkLocal, allNodes)
    const protocol = ipProtocols.icmpv6
    this.send({ src: linkLocal, dst: allNodes, protocol, ttl: onLinkHops, payload })
  }

  /** RFC 1122 3.2.2.1, RFC 4443 3.1: nobody listens on that UDP port. */
  #nobodyListens(packet: IpPacket): void {
    const { portUnreachable } = familyFor(packet.dst)
    this.#sendError(packet, packet.dst, 'unreachable', portUnreachable)
  }

  #sendError(about: IpPacket, src: string, kind: IcmpKind, code: number): void {
    const family = familyFor(about.src)
    const quoted = family.build(
      { ...about, ttl: 1, payload: about.payload.subarray(0, family.quoteOctets) },
      0,
    )
    const message = { type: family.types[kind], code, id: 0, seq: 0, body: quoted }
    const payload = family.buildIcmp(message, src, about.src)
    this.send({ src, dst: about.src, protocol: family.icmp, payload })
  }

  /** Ends everything under way with `ip-closed`. */
  close(): void {
    if (this.#closed) return
    this.tcp.close()
    this.#closed = true
    this.#auto?.stop()
    this.#fragments.close()
    this.udp.close()
    this.echoes.close()
  }
}
