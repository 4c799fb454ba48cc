import { bytesOf } from '../bytes'
import { faultCode } from '../fault'
import type { Clock } from '../ports/clock'
import { sleep } from '../wait'
import { buildPaddedQuery } from './dns-message'
import { familyFor } from './family'
import type { IpHost } from './host'
import {
  findMtu,
  type MssFacts,
  type MtuOutcome,
  type MtuProbe,
  type MtuProbeKind,
  type PathMtuOptions,
  type PathMtuResult,
} from './path-mtu'
import type { TcpConnection } from './tcp'

const tries = 3
const answerMs = 2_000
const lookMs = 50
/** What each link must carry whole: RFC 1122 3.3.2 for what a host takes, RFC 8200 5. */
const leastOctets = { ipv4: 576, ipv6: 1280 } as const

const lost: MtuOutcome = { outcome: 'lost' }

/** What the path to a host carries, and what TCP is told of it. Rejects as `addressOf` does, and with `ip-closed`. */
export async function pathMtu(
  clock: Clock,
  host: IpHost,
  name: string,
  options: PathMtuOptions,
): Promise<PathMtuResult> {
  const { signal, family, by = 'auto' } = options
  const address = await host.addressOf(name, { signal, family })
  const linkMtu = host.mtuFor(address)
  const port = options.port ?? 443
  const prober = new Prober(clock, host, address, options)
  const mss = by === 'udp' ? null : await prober.handshake(port)
  const kinds: readonly MtuProbeKind[] = by === 'auto' ? ['icmp', 'tcp'] : [by]
  const base = { host: name, address, linkMtu, mss }
  for (const kind of kinds) {
    if (kind === 'tcp' && mss === null) continue
    const most = kind === 'tcp' ? Math.min(linkMtu, prober.longestTcp(mss)) : linkMtu
    const least = Math.min(most, leastOctets[familyFor(address).name])
    const found = await findMtu((size) => prober.probe(kind, size), least, most)
    if (found.pathMtu !== null) return { ...base, ...found, by: kind, probes: prober.probes }
  }
  const nothing = { pathMtu: null, by: null, toldBy: null, silent: false }
  return { ...base, ...nothing, probes: prober.probes }
}

class Prober {
  readonly #clock: Clock
  readonly #host: IpHost
  readonly #address: string
  readonly #o: PathMtuOptions
  readonly #header: number
  readonly probes: MtuProbe[] = []

  constructor(clock: Clock, host: IpHost, address: string, options: PathMtuOptions) {
    this.#clock = clock
    this.#host = host
    this.#address = address
    this.#o = options
    this.#header = familyFor(address).headerOctets
  }

  /** The longest packet that TCP may send, by what the other side takes. */
  longestTcp(mss: MssFacts | null): number {
    return (mss?.theirs ?? 536) + this.#header + 20
  }

  async handshake(port: number): Promise<MssFacts | null> {
    const connection = await this.#connect(port)
    if (!connection) return null
    const theirs = connection.peerMss ?? null
    const ours = this.#host.mtuFor(this.#address) - this.#header - 20
    connection.abort()
    return { port, ours, theirs }
  }

  async #connect(port: number): Promise<TcpConnection | undefined> {
    try {
      const { signal } = this.#o
      return await this.#host.connect(this.#address, port, { timeoutMs: 5_000, signal })
    } catch (error) {
      const code = faultCode(error)
      if (code === 'tcp-refused' || code === 'tcp-timeout' || code === 'ip-unreachable')
        return undefined
      throw error
    }
  }

  async probe(by: MtuProbeKind, size: number): Promise<MtuOutcome> {
    let last = lost
    for (let n = 0; n < tries && last.outcome === 'lost'; n++) last = await this.#once(by, size)
    const probe = { by, size, ...last }
    this.probes.push(probe)
    this.#o.onProbe?.(probe)
    return last
  }

  #once(by: MtuProbeKind, size: number): Promise<MtuOutcome> {
    switch (by) {
      case 'icmp':
        return this.#echo(size)
      case 'tcp':
        return this.#segment(size)
      case 'udp':
        return this.#datagram(size)
    }
  }

  async #echo(size: number): Promise<MtuOutcome> {
    const { signal } = this.#o
    const octets = size - this.#header - 8
    const asked = { count: 1, size: octets, timeoutMs: answerMs, signal }
    const { replies } = await this.#host.ping(this.#address, asked)
    signal?.throwIfAborted()
    const [reply] = replies
    if (reply?.mtu !== undefined)
      return { outcome: 'too-big', mtu: reply.mtu, from: reply.from ?? undefined }
    return reply?.ms === null || reply === undefined ? lost : { outcome: 'passed' }
  }

  /** One segment of that size, whose acknowledgement says that it arrived. */
  async #segment(size: number): Promise<MtuOutcome> {
    const connection = await this.#connect(this.#o.port ?? 443)
    if (!connection) return lost
    const octets = size - this.#header - 20
    try {
      connection.tooBig(octets)
      await connection.write(requestOf(octets), this.#o.signal)
      for (let ms = 0; ms < answerMs && connection.unacknowledged > 0; ms += lookMs) {
        const shortened = connection.segmentOctets
        if (shortened < octets) return { outcome: 'too-big', mtu: shortened + this.#header + 20 }
        await sleep(this.#clock, lookMs, this.#o.signal)
      }
      return connection.unacknowledged > 0 ? lost : { outcome: 'passed' }
    } finally {
      connection.abort()
    }
  }

  async #datagram(size: number): Promise<MtuOutcome> {
    const { signal, port = 53 } = this.#o
    const octets = size - this.#header - 8
    const data = port === 53 ? questionOf(octets) : new Uint8Array(octets)
    const answer = await this.#host.udp(this.#address, port, data, { signal, timeoutMs: answerMs })
    return answer ? { outcome: 'passed' } : lost
  }
}

/** The beginning of a request that no server takes offence at: its end never comes. */
function requestOf(octets: number): Uint8Array {
  const head = 'GET / HTTP/1.1\r\nX-Padding: '
  return bytesOf(head.padEnd(octets, 'x').slice(0, octets))
}

/** A question that a name server answers shortly, filled up to that size (RFC 7830). */
const questionOf = (octets: number): Uint8Array =>
  buildPaddedQuery({ id: octets & 0xffff, name: '.', type: 'NS' }, octets) ?? new Uint8Array(octets)
