import type { Facts } from '../at/knowledge'
import { dotted } from '../ip/address'
import { parseIpv6 } from '../ip/ipv6'
import { ipProtocols, isUnreadable } from '../ip/packet'
import type { Severity, Words } from '../words'
import { dnsTalk, type DnsTalk } from './dns-talk'
import { dhcpv6Says, icmpv6Says } from './icmpv6-talk'
import type { PacketSays } from './packet-says'

const most = 256
const unreachable: { readonly [code: number]: Words } = {
  0: { en: 'the network', ja: 'ネットワーク' },
  1: { en: 'the host', ja: 'ホスト' },
  2: { en: 'the protocol', ja: 'プロトコル' },
  3: { en: 'the port', ja: 'ポート' },
}

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
        words: both(`Ping request ${seq} to ${to}.`, `${to} への ping 要求 ${seq} です。`),
      }
    }
    if (type !== reply) return undefined
    const took = this.#took(key, nowUs)
    const from = this.#named(src)
    return {
      facts: { ...facts, ...took.facts },
      words: both(
        `Ping reply ${seq} from ${from}${took.en}.`,
        `${from} からの ping 応答 ${seq} です${took.ja}。`,
      ),
    }
  }

  #icmp(ip: Ip): PacketSays | undefined {
    const echo = this.#echo(ip, 8, 0)
    if (echo) return echo
    const { src, data } = ip
    const [type = 0, code = 0] = data
    const facts = { icmp_type: type, icmp_code: code, seq: word(data, 6) }
    if (type === 3) {
      const what = unreachable[code] ?? both(`code ${code}`, `コード ${code}`)
      return {
        facts,
        severity: 'warning',
        words: both(
          `${src} says that ${what.en} cannot be reached.`,
          `${src} からの通知：${what.ja}に到達できません。`,
        ),
      }
    }
    if (type !== 11) return undefined
    return {
      facts,
      words: both(
        `${src} gave the packet up: it had passed too many routers (TTL).`,
        `${src} からの通知：TTL 切れでパケットが破棄されました。`,
      ),
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
      words: both(
        `UDP from ${this.#named(src)}:${from} to ${this.#named(dst)}:${to}${time}, ${counted(octets)} of data.`,
        `UDP${time}：${this.#named(src)}:${from} から ${this.#named(dst)}:${to} へ、データ ${octets} オクテット。`,
      ),
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
        words: both(`DNS asks ${type} ${name}.`, `DNS の問い合わせ：${type} ${name}`),
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
        words: both(
          `DNS answers ${type} ${name}: ${why.en}${took.en}.`,
          `DNS の応答：${type} ${name}、${why.ja}${took.ja}。`,
        ),
      }
    }
    for (const address of addresses) keep(this.#names, address, name)
    return {
      facts: { ...all, addresses: [...addresses] },
      words: both(
        `DNS answers ${type} ${name}: ${addresses.join(', ')}${took.en}.`,
        `DNS の応答：${type} ${name} は ${addresses.join('、')}${took.ja}。`,
      ),
    }
  }

  #tcp({ src, dst, data, nowUs }: Ip): PacketSays {
    const [from, to] = [word(data, 0), word(data, 2)]
    const flags = data[13] ?? 0
    const octets = Math.max(0, data.length - ((data[12] ?? 0) >> 4) * 4)
    const facts = { src_port: from, dst_port: to, tcp_flags: flags, data_length: octets }
    const [near, far] = [`${this.#named(src)}:${from}`, `${this.#named(dst)}:${to}`]
    const said = (en: string, ja: string, severity?: Severity): PacketSays => ({
      facts,
      words: both(en, ja),
      ...(severity ? { severity } : {}),
    })
    const [fin, syn, rst, ack] = [1, 2, 4, 16].map((flag) => (flags & flag) !== 0)
    if (rst)
      return said(
        `TCP RST from ${near}: the connection is refused or broken off.`,
        `TCP RST（${near}）：接続が拒否または中断されました。`,
        'warning',
      )
    if (syn && !ack) {
      this.#ask(`tcp ${dst}:${to} ${from}`, nowUs)
      return said(
        `TCP SYN to ${far}: asks for a connection.`,
        `TCP SYN（${far}）：接続を要求しています。`,
      )
    }
    if (syn) {
      const took = this.#took(`tcp ${src}:${from} ${to}`, nowUs)
      const told = said(
        `TCP SYN ACK from ${near}: takes the connection${took.en}.`,
        `TCP SYN ACK（${near}）：接続を受け入れました${took.ja}。`,
      )
      return { ...told, facts: { ...facts, ...took.facts } }
    }
    if (fin)
      return said(
        `TCP FIN from ${near}: has no more to send.`,
        `TCP FIN（${near}）：送信を終了します。`,
      )
    const what =
      octets === 0
        ? both('acknowledged', '確認応答')
        : both(counted(octets), `${octets} オクテット`)
    return said(
      `TCP from ${near} to ${far}: ${what.en}.`,
      `TCP：${near} から ${far} へ、${what.ja}。`,
    )
  }

  #ask(key: string, nowUs: number): void {
    keep(this.#asked, key, nowUs)
  }

  #took(key: string, nowUs: number): { en: string; ja: string; facts: Facts } {
    const since = this.#asked.get(key)
    this.#asked.delete(key)
    if (since === undefined || nowUs <= since) return { en: '', ja: '', facts: {} }
    const ms = Math.round((nowUs - since) / 1000)
    return { en: `, after ${ms} ms`, ja: `（${ms} ms 後）`, facts: { rtt_ms: ms } }
  }
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (map.size >= most) map.clear()
  map.set(key, value)
}

const counted = (octets: number) => (octets === 1 ? '1 octet' : `${octets} octets`)
const both = (en: string, ja: string): Words => ({ en, ja })

function refusal(rcode: number, type: string): Words {
  if (rcode === 3) return both('there is no such name', '名前が存在しません')
  if (rcode !== 0)
    return both(
      `the server refuses or fails (RCODE ${rcode})`,
      `サーバーのエラーです（RCODE ${rcode}）`,
    )
  return type === 'AAAA'
    ? both('no IPv6 address', 'IPv6 アドレスがありません')
    : both('no address', 'アドレスがありません')
}
