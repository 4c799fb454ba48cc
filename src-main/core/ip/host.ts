import { Fault } from '../fault'
import { between, type Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import type { OpenTls, TlsStream, TlsWishes } from '../ports/tls'
import { expectWithin, type Expectation } from '../wait'
import { isAddress, mustBeName } from './address'
import { resolveName, type DnsOptions, type DnsResult, type DnsServer } from './dns'
import { EchoBook } from './echo-book'
import { httpRequest, type HttpOptions, type HttpResult, type HttpTarget } from './http'
import { buildIcmp, icmpErrorWords, icmpTypes, parseIcmp, quotedPacket } from './icmp'
import { HttpReader } from './http-read'
import { buildIpv4, ipProtocols, isUnreadable, parseIpv4, uint16, type Ipv4Packet } from './ipv4'
import { answersNtp, buildNtpQuery, readNtp, type NtpResult } from './ntp'
import { runPing, type PingOptions, type PingResult } from './ping'
import { secureStream } from './secure'
import type { ByteStream } from './stream'
import type { TcpConnection } from './tcp'
import { TcpTable } from './tcp-table'
import { runTrace, type TraceOptions, type TraceResult } from './traceroute'
import { UdpTable, type UdpHandler, type UdpOptions } from './udp-table'

export interface IpHostOptions {
  readonly clock: Clock
  readonly chance: Chance
  readonly address: string
  readonly mtu: number
  readonly dns: readonly string[]
  /** Hands a packet to the link. False: the link did not take it. */
  send(packet: Uint8Array): boolean | void
  /** Makes a connection a secure one; absent: no https. */
  readonly openTls?: OpenTls | undefined
  /** Answers for every address: the simulated internet. */
  readonly promiscuous?: boolean | undefined
  /** The routers a simulated internet pretends to have, nearest first; each takes one from the time to live. */
  readonly routers?: readonly string[] | undefined
  /** Which addresses of a simulated internet exist. Default: all. */
  readonly exists?: ((address: string) => boolean) | undefined
}

export interface ConnectOptions {
  readonly signal?: AbortSignal | undefined
  readonly timeoutMs?: number | undefined
}

export interface ConnectTlsOptions extends ConnectOptions, TlsWishes {}

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

/** A small IPv4 host in user space: it needs no driver, and changes no route of the computer. */
export class IpHost {
  readonly #o: IpHostOptions
  readonly #echoes: EchoBook
  readonly #tcp: TcpTable
  readonly #udp: UdpTable
  readonly counters: HostCounters = {
    packetsIn: 0,
    packetsOut: 0,
    bytesIn: 0,
    bytesOut: 0,
    dropped: 0,
    lastDropped: '',
  }
  #id: number
  #closed = false

  constructor(options: IpHostOptions) {
    this.#o = options
    this.#id = between(options.chance, 0, 0xffff)
    const network = {
      clock: options.clock,
      chance: options.chance,
      address: options.address,
      mtu: options.mtu,
      send: (packet: { src: string; dst: string; protocol: number; payload: Uint8Array }) =>
        this.#send(packet),
    }
    this.#tcp = new TcpTable(network)
    this.#udp = new UdpTable(network, (packet) => this.#unreachable(packet))
    this.#echoes = new EchoBook(network)
  }

  get address(): string {
    return this.#o.address
  }
  get dns(): readonly string[] {
    return this.#o.dns
  }

  /** A packet from the link. What cannot be read is dropped and counted, with the reason. */
  receive(bytes: Uint8Array): void {
    if (this.#closed) return
    this.counters.packetsIn++
    this.counters.bytesIn += bytes.length
    const packet = parseIpv4(bytes)
    if (isUnreadable(packet)) return this.#drop(packet.error)
    const mine = this.#o.promiscuous === true || packet.dst === this.#o.address
    if (!mine) return this.#drop(`for ${packet.dst}, not for us`)
    if (this.#o.exists?.(packet.dst) === false) return this.#drop(`no such host ${packet.dst}`)
    const router = this.#o.routers?.[packet.ttl - 1]
    if (router !== undefined) return this.#sendError(packet, router, icmpTypes.timeExceeded, 0)
    switch (packet.protocol) {
      case ipProtocols.icmp:
        return this.#icmp(packet)
      case ipProtocols.tcp:
        return this.#dropIf(this.#tcp.receive(packet))
      case ipProtocols.udp:
        return this.#dropIf(this.#udp.receive(packet))
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

  #send(packet: {
    src: string
    dst: string
    protocol: number
    payload: Uint8Array
    ttl?: number
  }): boolean {
    if (this.#closed) return false
    this.#id = (this.#id + 1) & 0xffff
    this.counters.packetsOut++
    this.counters.bytesOut += 20 + packet.payload.length
    return this.#o.send(buildIpv4({ ...packet, id: this.#id })) !== false
  }

  #icmp(packet: Ipv4Packet): void {
    const message = parseIcmp(packet.payload)
    if (isUnreadable(message)) return this.#drop(message.error)
    switch (message.type) {
      case icmpTypes.echo: {
        const payload = buildIcmp({ ...message, type: icmpTypes.echoReply })
        this.#send({ src: packet.dst, dst: packet.src, protocol: ipProtocols.icmp, payload })
        return
      }
      case icmpTypes.echoReply:
        return this.#echoes.reply(packet, message)
      case icmpTypes.unreachable:
      case icmpTypes.timeExceeded: {
        this.#echoes.error(packet, message)
        const quoted = quotedPacket(message)
        if (!isUnreadable(quoted) && quoted.protocol === ipProtocols.tcp)
          this.#tcp.unreachable(
            quoted.dst,
            uint16(quoted.payload, 2),
            uint16(quoted.payload, 0),
            icmpErrorWords(message),
          )
        return
      }
      default:
        return this.#drop(`ICMP type ${message.type}`)
    }
  }

  /** RFC 1122 3.2.2.1: nobody listens on that UDP port. */
  #unreachable(packet: Ipv4Packet): void {
    this.#sendError(packet, packet.dst, icmpTypes.unreachable, 3)
  }

  #sendError(about: Ipv4Packet, src: string, type: number, code: number): void {
    const quoted = buildIpv4({
      src: about.src,
      dst: about.dst,
      protocol: about.protocol,
      ttl: 1,
      id: 0,
      payload: about.payload.subarray(0, 8),
    })
    const payload = buildIcmp({ type, code, id: 0, seq: 0, body: quoted })
    this.#send({ src, dst: about.src, protocol: ipProtocols.icmp, payload })
  }

  /** A name's first IPv4 address, or the address itself. */
  async #addressOf(host: string, options: DnsOptions): Promise<string> {
    if (isAddress(host)) return host
    mustBeName(host)
    const { answers } = await this.resolve(host, { ...options, type: 'A' })
    const found = answers.find(({ type }) => type === 'A')
    if (typeof found?.data !== 'string')
      throw new Fault('dns-failed', {
        en: `${host} has no IPv4 address`,
        ja: `${host} に IPv4 アドレス（A レコード）がありません。`,
      })
    return found.data
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new Fault('ip-closed')
  }

  /** Rejects only when the name cannot be resolved or the size does not fit; lost echoes are in the result. */
  async ping(host: string, options: PingOptions = {}): Promise<PingResult> {
    this.#mustBeOpen()
    const size = options.size ?? 56
    if (!(size >= 0 && size + 28 <= this.#o.mtu))
      throw new Fault('ip-too-long', {
        en: `${size + 28} octets, MTU ${this.#o.mtu}`,
        ja: `${size + 28} バイト、MTU ${this.#o.mtu}。`,
      })
    const address = await this.#addressOf(host, { signal: options.signal })
    const id = this.#echoes.newId()
    const timeoutMs = options.timeoutMs ?? 5_000
    const { signal } = options
    const echo = (seq: number) => this.#echoes.echo({ address, id, seq, size, timeoutMs, signal })
    return runPing(this.#o.clock, host, address, echo, options, () => this.#closed)
  }

  async traceroute(host: string, options: TraceOptions = {}): Promise<TraceResult> {
    this.#mustBeOpen()
    const { signal } = options
    const address = await this.#addressOf(host, { signal })
    const id = this.#echoes.newId()
    const timeoutMs = options.timeoutMs ?? 3_000
    let seq = 0
    const echo = async (ttl: number) => {
      if (signal?.aborted) throw new Fault('at-cancelled')
      this.#mustBeOpen()
      const one = { address, id, seq: ++seq, size: 32, timeoutMs, signal, ttl }
      const { from, ms, error } = await this.#echoes.echo(one)
      const final =
        from === address || (error !== null && error !== icmpErrorWords({ type: 11, code: 0 }).en)
      return { from, ms, final }
    }
    return runTrace(host, address, echo, options)
  }

  resolve(name: string, options: DnsOptions = {}): Promise<DnsResult> {
    this.#mustBeOpen()
    return resolveName(
      {
        nowUs: () => this.#o.clock.monotonicUs(),
        newId: () => between(this.#o.chance, 0, 0xffff),
        askUdp: (server, query, fits, ms, signal) =>
          this.#udp.ask(server.address, server.port, query, fits, ms, signal),
        askTcp: (server, query, ms, signal) => this.#askDnsOverTcp(server, query, ms, signal),
      },
      this.#o.dns,
      name,
      options,
    )
  }

  async #askDnsOverTcp(
    server: DnsServer,
    query: Uint8Array,
    timeoutMs: number,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array> {
    const connection = await this.connect(server.address, server.port, { timeoutMs, signal })
    const late = this.#o.clock.schedule(timeoutMs, () => connection.abort())
    try {
      await connection.write(Uint8Array.of(query.length >> 8, query.length & 0xff), signal)
      await connection.write(query, signal)
      const reader = new HttpReader(() => connection.read(signal))
      const head = await reader.exactly(2)
      return await reader.exactly(uint16(head, 0))
    } finally {
      late()
      connection.end()
    }
  }

  /** A TCP connection to a name or an address. Default limit 20 s for name and handshake each. */
  async connect(host: string, port: number, options: ConnectOptions = {}): Promise<TcpConnection> {
    this.#mustBeOpen()
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Fault('bad-input', {
        en: `port ${port}: 1 to 65535`,
        ja: `ポート番号 ${port}: 1～65535 で指定してください。`,
      })
    const { signal, timeoutMs = 20_000 } = options
    const address = await this.#addressOf(host, { signal, timeoutMs })
    const detail = `${host}:${port}`
    const wait: Expectation<TcpConnection> = expectWithin(
      this.#o.clock,
      timeoutMs,
      { code: 'tcp-timeout', detail },
      signal,
    )
    const connection = this.#tcp.connect({ address, port }, wait)
    try {
      return await wait.promise
    } catch (error) {
      connection.abort()
      throw error
    }
  }

  /**
   * A connection with TLS to a name or an address. Default limit 20 s for name, TCP and TLS each. Rejects with the verdict on a
   * certificate before anything is sent; one that is out of date is told as a wrong clock where a time server says so.
   */
  async connectTls(
    host: string,
    port: number,
    options: ConnectTlsOptions = {},
  ): Promise<TlsStream> {
    const { openTls, clock } = this.#o
    if (!openTls) throw new Fault('tls-none')
    const carrier = await this.connect(host, port, options)
    const ask = (server: string) => this.ntp(server, { signal: options.signal, timeoutMs: 3_000 })
    const timeoutMs = options.timeoutMs ?? 20_000
    return secureStream({ openTls, clock, ask }, carrier, { ...options, timeoutMs, host })
  }

  /** The connection that a URL asks for. */
  open(target: HttpTarget, options: ConnectTlsOptions = {}): Promise<ByteStream | TlsStream> {
    const { host, port } = target
    return target.secure ? this.connectTls(host, port, options) : this.connect(host, port, options)
  }

  http(url: string, options: HttpOptions = {}): Promise<HttpResult> {
    this.#mustBeOpen()
    return httpRequest(
      this.#o.clock,
      (target, timeoutMs) =>
        this.open(target, {
          ...options.tls,
          signal: options.signal,
          timeoutMs: Math.min(timeoutMs, 30_000),
        }),
      url,
      options,
    )
  }

  /** Sends one datagram and waits for the first that comes back to it; undefined when none did. */
  async udp(
    host: string,
    port: number,
    data: Uint8Array,
    options: UdpOptions = {},
  ): Promise<Uint8Array | undefined> {
    this.#mustBeOpen()
    if (data.length + 28 > this.#o.mtu)
      throw new Fault('ip-too-long', {
        en: `${data.length + 28} octets, MTU ${this.#o.mtu}`,
        ja: `${data.length + 28} バイト、MTU ${this.#o.mtu}。`,
      })
    const { signal } = options
    const address = await this.#addressOf(host, { signal })
    return this.#udp.ask(address, port, data, () => true, options.timeoutMs ?? 5_000, signal)
  }

  /** The time by NTP, and how far this computer's clock is off. */
  async ntp(host: string, options: ConnectOptions = {}): Promise<NtpResult> {
    this.#mustBeOpen()
    const { clock } = this.#o
    const address = await this.#addressOf(host, { signal: options.signal })
    const sentMs = clock.nowMs()
    const sentUs = clock.monotonicUs()
    const query = buildNtpQuery(sentMs)
    const fits = (reply: Uint8Array) => answersNtp(query, reply)
    const ms = options.timeoutMs ?? 5_000
    const reply = await this.#udp.ask(address, 123, query, fits, ms, options.signal)
    if (!reply) throw new Fault('ip-no-answer', `${host}, NTP`)
    return readNtp(host, reply, sentMs, sentMs + (clock.monotonicUs() - sentUs) / 1000)
  }

  /** Takes connections to a port. Returns the way to stop. */
  listenTcp(port: number, handler: (connection: TcpConnection) => void): () => void {
    return this.#tcp.listen(port, handler)
  }

  /** Takes datagrams to a port. Returns the way to stop. */
  onUdp(port: number, handler: UdpHandler): () => void {
    return this.#udp.listen(port, handler)
  }

  /** Open connections. */
  get connections(): number {
    return this.#tcp.size
  }

  /** Ends everything under way with `ip-closed`. */
  close(): void {
    if (this.#closed) return
    this.#tcp.close()
    this.#closed = true
    this.#udp.close()
    this.#echoes.close()
  }
}
