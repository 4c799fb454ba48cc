import type { Facts } from '../at/knowledge'
import { dotted } from '../ip/address'
import { parseIpv6 } from '../ip/ipv6'
import { ipProtocols, isUnreadable } from '../ip/packet'
import type { Severity, Words } from '../words'
import { dnsTalk, type DnsTalk } from './dns-talk'
import { dhcpv6Says, icmpv6Says } from './icmpv6-talk'
import type { PacketSays } from './packet-says'
import {
  afterMs,
  octetsOf,
  acknowledgedOnly,
  cannotBeReached,
  dnsAnswers,
  dnsAsks,
  dnsRefuses,
  dnsServerFails,
  icmpCode,
  noIpAddress,
  noIpv6Address,
  noSuchDnsName,
  pingReply,
  pingRequest,
  tcpFin,
  tcpFromTo,
  tcpReset,
  tcpSyn,
  tcpSynAck,
  ttlPassed,
  udpFromTo,
  unreachable,
} from './words'

const most = 256

interface Ip {
  readonly dir: 'rx' | 'tx'
  readonly src: string
  readonly dst: string
  /** What the IP packet carries. */
  readonly data: Uint8Array
  readonly nowUs: number
}

const word = (data: Uint8Array, at: number) => ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0)

/** Tells packets by what they are for; it knows the names that were looked up, and how long an answer took. */
export class PacketTalk {
  readonly #names = new Map<string, string>()
  readonly #asked = new Map<string, number>()

  /** `packet` begins with the header of IPv4 or IPv6; undefined where only that can be told. */
  says(packet: Uint8Array, dir: 'rx' | 'tx', nowUs: number): PacketSays | undefined {
    if ((packet[0] ?? 0) >> 4 === 6) return this.#ipv6(packet, dir, nowUs)
    const header = ((packet[0] ?? 0) & 15) * 4
    // A further piece of a packet has no header of its own.
    if (packet.length < 28 || header < 20 || (word(packet, 6) & 0x1fff) !== 0) return undefined
    const [src, dst] = [dotted(packet.subarray(12, 16)), dotted(packet.subarray(16, 20))]
    const data = packet.subarray(header, Math.max(header, word(packet, 2)))
    const ip: Ip = { dir, src, dst, data, nowUs }
    switch (packet[9]) {
      case 1:
        return this.#icmp(ip)
      case 6:
        return data.length < 20 ? undefined : this.#tcp(ip)
      case 17:
        return data.length < 8 ? undefined : this.#udp(ip)
      default:
        return undefined
    }
  }

  #ipv6(packet: Uint8Array, dir: 'rx' | 'tx', nowUs: number): PacketSays | undefined {
    const parsed = parseIpv6(packet)
    // A further piece of a packet has no header of its own.
    if (isUnreadable(parsed) || (parsed.fragment && parsed.fragment.at > 0)) return undefined
    const { src, dst, payload: data, protocol } = parsed
    const ip: Ip = { dir, src, dst, data, nowUs }
    switch (protocol) {
      case ipProtocols.icmpv6:
        return data.length < 8 ? undefined : (this.#echo(ip, 128, 129) ?? icmpv6Says(src, data))
      case ipProtocols.tcp:
        return data.length < 20 ? undefined : this.#tcp(ip)
      case ipProtocols.udp:
        return data.length < 8 ? undefined : this.#udp(ip)
      default:
        return undefined
    }
  }

  #named(address: string): string {
    return this.#names.get(address) ?? address
  }

  /** Undefined for what is neither of the two types. */
  #echo({ src, dst, data, nowUs }: Ip, request: number, reply: number): PacketSays | undefined {
    const [type = 0, code = 0] = data
    const seq = word(data, 6)
    const facts = { icmp_type: type, icmp_code: code, seq }
    const key = `ping ${word(data, 4)} ${seq}`
    if (type === request) {
      this.#ask(key, nowUs)
      const to = this.#named(dst)
      return {
        facts,
        words: pingRequest(seq, to),
      }
    }
    if (type !== reply) return undefined
    const took = this.#took(key, nowUs)
    const from = this.#named(src)
    return {
      facts: { ...facts, ...took.facts },
      words: pingReply(seq, from, took),
    }
  }

  #icmp(ip: Ip): PacketSays | undefined {
    const echo = this.#echo(ip, 8, 0)
    if (echo) return echo
    const { src, data } = ip
    const [type = 0, code = 0] = data
    const facts = { icmp_type: type, icmp_code: code, seq: word(data, 6) }
    if (type === 3) {
      const what = unreachable[code] ?? icmpCode(code)
      return {
        facts,
        severity: 'warning',
        words: cannotBeReached(src, what),
      }
    }
    if (type !== 11) return undefined
    return {
      facts,
      words: ttlPassed(src),
    }
  }

  #udp(ip: Ip): PacketSays {
    const { src, dst, data, nowUs } = ip
    const [from, to] = [word(data, 0), word(data, 2)]
    const facts = { src_port: from, dst_port: to }
    const dns = from === 53 || to === 53 ? dnsTalk(data.subarray(8)) : undefined
    if (dns) return this.#dns(dns, facts, nowUs)
    const dhcp = from === 547 || to === 547 ? dhcpv6Says(data.subarray(8), facts) : undefined
    if (dhcp) return dhcp
    const time = from === 123 || to === 123 ? ' (NTP)' : ''
    const octets = Math.max(0, data.length - 8)
    return {
      facts,
      words: udpFromTo(this.#named(src), from, this.#named(dst), to, time, counted(octets), octets),
    }
  }

  #dns(dns: DnsTalk, ports: Facts, nowUs: number): PacketSays {
    const { name, type, addresses, rcode } = dns
    const key = `dns ${dns.id} ${name}`
    const facts = { ...ports, dns_name: name, dns_type: type }
    if (!dns.answer) {
      this.#ask(key, nowUs)
      return {
        facts,
        words: dnsAsks(type, name),
      }
    }
    const took = this.#took(key, nowUs)
    const all = { ...facts, ...took.facts, rcode }
    if (rcode !== 0 || addresses.length === 0) {
      const why = refusal(rcode, type)
      // Most hosts have no IPv6 address, and who wants one asks for the other as well.
      const harmless = rcode === 0 && type === 'AAAA'
      return {
        facts: all,
        ...(harmless ? {} : { severity: 'warning' as const }),
        words: dnsRefuses(type, name, why, took),
      }
    }
    for (const address of addresses) keep(this.#names, address, name)
    return {
      facts: { ...all, addresses: [...addresses] },
      words: dnsAnswers(type, name, addresses, took),
    }
  }

  #tcp({ src, dst, data, nowUs }: Ip): PacketSays {
    const [from, to] = [word(data, 0), word(data, 2)]
    const flags = data[13] ?? 0
    const octets = Math.max(0, data.length - ((data[12] ?? 0) >> 4) * 4)
    const facts = { src_port: from, dst_port: to, tcp_flags: flags, data_length: octets }
    const [near, far] = [`${this.#named(src)}:${from}`, `${this.#named(dst)}:${to}`]
    const said = (words: Words, severity?: Severity): PacketSays => ({
      facts,
      words,
      ...(severity ? { severity } : {}),
    })
    const [fin, syn, rst, ack] = [1, 2, 4, 16].map((flag) => (flags & flag) !== 0)
    if (rst) return said(tcpReset(near), 'warning')
    if (syn && !ack) {
      this.#ask(`tcp ${dst}:${to} ${from}`, nowUs)
      return said(tcpSyn(far))
    }
    if (syn) {
      const took = this.#took(`tcp ${src}:${from} ${to}`, nowUs)
      const told = said(tcpSynAck(near, took))
      return { ...told, facts: { ...facts, ...took.facts } }
    }
    if (fin) return said(tcpFin(near))
    const what = octets === 0 ? acknowledgedOnly : octetsOf(octets)
    return said(tcpFromTo(near, far, what))
  }

  #ask(key: string, nowUs: number): void {
    keep(this.#asked, key, nowUs)
  }

  #took(key: string, nowUs: number): Words & { readonly facts: Facts } {
    const since = this.#asked.get(key)
    this.#asked.delete(key)
    if (since === undefined || nowUs <= since) return { en: '', ja: '', facts: {} }
    const ms = Math.round((nowUs - since) / 1000)
    return { ...afterMs(ms), facts: { rtt_ms: ms } }
  }
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (map.size >= most) map.clear()
  map.set(key, value)
}

const counted = (octets: number) => (octets === 1 ? '1 octet' : `${octets} octets`)

function refusal(rcode: number, type: string): Words {
  if (rcode === 3) return noSuchDnsName
  if (rcode !== 0) return dnsServerFails(rcode)
  return type === 'AAAA' ? noIpv6Address : noIpAddress
}
