import { Fault, faultCode } from '../fault'
import { between, type Chance } from '../ports/chance'
import type { OpenTls, TlsStream, TlsWishes } from '../ports/tls'
import { expectWithin, type Expectation } from '../wait'
import { plainAddress, type IpFamily } from './address'
import { destinationOf, type FamilyChoice } from './destination'
import { resolveName, type DnsOptions, type DnsResult, type DnsServer } from './dns'
import { familyFor } from './family'
import { longestPacket } from './fragments'
import { httpRequest, type HttpOptions, type HttpResult, type HttpTarget } from './http'
import { HttpReader } from './http-read'
import { timeExceededWords } from './words'
import { IpLayer, type HostCounters, type IpLayerOptions } from './ip-layer'
import type { Ipv6State } from './ipv6-state'
import { ipv4OnlyName, nat64PrefixOf } from './nat64'
import { answersNtp, buildNtpQuery, readNtp, type NtpResult } from './ntp'
import { uint16 } from './packet'
import { runPing, type PingOptions, type PingResult } from './ping'
import { secureStream } from './secure'
import type { ByteStream } from '../ports/stream'
import type { TcpConnection } from './tcp'
import { runTrace, type TraceOptions, type TraceResult } from './traceroute'
import type { UdpHandler, UdpOptions, UdpSocket, UdpSocketOptions } from './udp-table'
import { quoted } from '../words'
import { packetTooLong, portRange } from './words'

export interface IpHostOptions extends IpLayerOptions {
  /** Name servers that came with the IPv4 address; those of IPv6 are learnt from its routers. */
  readonly dns: readonly string[]
  /** Makes a connection a secure one; absent: no https. */
  readonly openTls?: OpenTls | undefined
}

export interface ConnectOptions {
  readonly signal?: AbortSignal | undefined
  readonly timeoutMs?: number | undefined
  /** Default: IPv6 where the name and the link have it, else IPv4. */
  readonly family?: FamilyChoice | undefined
}

export interface ConnectTlsOptions extends ConnectOptions, TlsWishes {}

/** A small host for IPv4 and IPv6 in user space: it needs no driver, and changes no route of the computer. */
export class IpHost {
  readonly #o: IpHostOptions
  readonly #ip: IpLayer
  #nat64: Promise<string | null> | undefined

  constructor(options: IpHostOptions) {
    this.#o = options
    this.#ip = new IpLayer(options)
    this.#ip.start()
  }

  get chance(): Chance {
    return this.#o.chance
  }
  get counters(): HostCounters {
    return this.#ip.counters
  }
  /** IPv4; null on a link that carries IPv6 alone. */
  get address(): string | null {
    return this.#ip.ownOf('ipv4')
  }
  /** Null on a link without IPv6. */
  get ipv6(): Ipv6State | null {
    return this.#ip.ipv6
  }
  get dns(): readonly string[] {
    return [...this.#o.dns, ...(this.ipv6?.dns ?? [])]
  }

  /** The longest packet that our own link carries to this address. */
  mtuFor(address: string): number {
    return this.#ip.mtuFor(address)
  }

  /** A packet from the link. What cannot be read is dropped and counted, with the reason. */
  receive(bytes: Uint8Array): void {
    this.#ip.receive(bytes)
  }

  /** The address that a name or an address stands for on this link. */
  addressOf(host: string, options: DnsOptions & Pick<ConnectOptions, 'family'>): Promise<string> {
    const { family = 'auto', ...dns } = options
    return destinationOf(host, family, {
      own: (one) => this.#ip.ownOf(one),
      look: (name, one) => this.#look(name, one, dns),
      nat64: () => this.nat64(dns),
    })
  }

  async #look(name: string, family: IpFamily, options: DnsOptions): Promise<string | undefined> {
    const type = family === 'ipv6' ? 'AAAA' : 'A'
    const { answers } = await this.resolve(name, { ...options, type })
    const data = answers.find((answer) => answer.type === type)?.data
    // In the form in which packets name it.
    return typeof data === 'string' ? plainAddress(data) : undefined
  }

  /** The prefix by which a link of IPv6 alone reaches IPv4, told by a router or by the name servers (RFC 7050); null: none. */
  async nat64(options: DnsOptions = {}): Promise<string | null> {
    const { ipv6 } = this
    if (ipv6 === null || ipv6.nat64 !== null) return ipv6?.nat64 ?? null
    this.#nat64 ??= this.#askForNat64(options)
    return this.#nat64
  }

  async #askForNat64({ signal }: DnsOptions): Promise<string | null> {
    try {
      const { answers } = await this.resolve(ipv4OnlyName, { type: 'AAAA', signal })
      const found = answers.flatMap(({ type, data }) => {
        const prefix = type === 'AAAA' && typeof data === 'string' ? nat64PrefixOf(data) : undefined
        return prefix ?? []
      })[0]
      if (found !== undefined) this.#ip.foundNat64(found)
      return found ?? null
    } catch (error) {
      this.#nat64 = undefined
      const code = faultCode(error)
      if (code === 'dns-no-such-name' || code === 'dns-failed') return null
      throw error
    }
  }

  #mustBeOpen(): void {
    if (this.#ip.closed) throw new Fault('ip-closed')
  }

  /** Rejects only when the name cannot be resolved or the size does not fit; lost echoes are in the result. */
  async ping(host: string, options: PingOptions = {}): Promise<PingResult> {
    this.#mustBeOpen()
    const size = options.size ?? 56
    mustFit(size, size >= 0 ? 28 : Infinity)
    const { family } = options
    const address = await this.addressOf(host, { signal: options.signal, family })
    mustFit(size, familyFor(address).headerOctets + 8)
    const id = this.#ip.echoes.newId()
    const timeoutMs = options.timeoutMs ?? 5_000
    const { signal } = options
    const echo = (seq: number) =>
      this.#ip.echoes.echo({ address, id, seq, size, timeoutMs, signal })
    return runPing(this.#o.clock, host, address, echo, options, () => this.#ip.closed)
  }

  async traceroute(host: string, options: TraceOptions = {}): Promise<TraceResult> {
    this.#mustBeOpen()
    const { signal } = options
    const address = await this.addressOf(host, { signal, family: options.family })
    const id = this.#ip.echoes.newId()
    const timeoutMs = options.timeoutMs ?? 3_000
    let seq = 0
    const echo = async (ttl: number) => {
      if (signal?.aborted) throw new Fault('at-cancelled')
      this.#mustBeOpen()
      const one = { address, id, seq: ++seq, size: 32, timeoutMs, signal, ttl }
      const { from, ms, error } = await this.#ip.echoes.echo(one)
      const final = from === address || (error !== null && error !== timeExceededWords.en)
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
          this.#ip.udp.ask(server.address, server.port, query, fits, ms, signal),
        askTcp: (server, query, ms, signal) => this.#askDnsOverTcp(server, query, ms, signal),
      },
      this.dns,
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
      throw new Fault('bad-input', portRange(port))
    const { signal, timeoutMs = 20_000 } = options
    const address = await this.addressOf(host, { signal, timeoutMs, family: options.family })
    const detail = quoted(`${host}:${port}`)
    const wait: Expectation<TcpConnection> = expectWithin(
      this.#o.clock,
      timeoutMs,
      { code: 'tcp-timeout', detail },
      signal,
    )
    const connection = this.#ip.tcp.connect({ address, port }, wait)
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
    const { openTls } = this.#o
    if (!openTls) throw new Fault('tls-none')
    const carrier = await this.connect(host, port, options)
    const ask = (server: string) => this.ntp(server, { signal: options.signal, timeoutMs: 3_000 })
    const timeoutMs = options.timeoutMs ?? 20_000
    return secureStream({ openTls, ask }, carrier, { ...options, timeoutMs, host })
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
          family: options.family,
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
    const { signal, family } = options
    mustFit(data.length, 28)
    const address = await this.addressOf(host, { signal, family })
    mustFit(data.length, familyFor(address).headerOctets + 8)
    return this.#ip.udp.ask(address, port, data, () => true, options.timeoutMs ?? 5_000, signal)
  }

  /** A port of ours for a talk with a port of a host, whose name is looked up once. */
  async udpSocket(
    host: string,
    port: number,
    take: (data: Uint8Array) => void,
    options: UdpSocketOptions = {},
  ): Promise<UdpSocket> {
    this.#mustBeOpen()
    const { refused, ...rest } = options
    return this.#ip.udp.open(await this.addressOf(host, rest), port, take, refused)
  }

  /** The time by NTP, and how far this computer's clock is off. */
  async ntp(host: string, options: ConnectOptions = {}): Promise<NtpResult> {
    this.#mustBeOpen()
    const { clock } = this.#o
    const address = await this.addressOf(host, { signal: options.signal, family: options.family })
    const sentMs = clock.nowMs()
    const sentUs = clock.monotonicUs()
    const query = buildNtpQuery(sentMs)
    const fits = (reply: Uint8Array) => answersNtp(query, reply)
    const ms = options.timeoutMs ?? 5_000
    const reply = await this.#ip.udp.ask(address, 123, query, fits, ms, options.signal)
    if (!reply) throw new Fault('ip-no-answer', quoted(`${host}, NTP`))
    return readNtp(host, reply, sentMs, sentMs + (clock.monotonicUs() - sentUs) / 1000)
  }

  /** Takes connections to a port. Returns the way to stop. */
  listenTcp(port: number, handler: (connection: TcpConnection) => void): () => void {
    return this.#ip.tcp.listen(port, handler)
  }

  /** Takes datagrams to a port. Returns the way to stop. */
  onUdp(port: number, handler: UdpHandler): () => void {
    return this.#ip.udp.listen(port, handler)
  }

  /** Takes connections and datagrams to every port of an address. */
  listenAt(
    address: string,
    { tcp, udp }: { readonly tcp: (connection: TcpConnection) => void; readonly udp: UdpHandler },
  ): void {
    this.#ip.tcp.listenAt(address, tcp)
    this.#ip.udp.listenAt(address, udp)
  }

  get closed(): boolean {
    return this.#ip.closed
  }

  /** Open connections. */
  get connections(): number {
    return this.#ip.tcp.size
  }

  /** Ends everything under way with `ip-closed`. */
  close(): void {
    this.#ip.close()
  }
}

/** What is longer than the link carries goes in fragments; this is the end of all lengths. */
function mustFit(data: number, headers: number): void {
  if (data + headers <= longestPacket) return
  throw new Fault('ip-too-long', packetTooLong(data + headers, longestPacket))
}
