import { between, type Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import type { IpHost } from './host'
import { uint32 } from './packet'
import { runPing, type PingOptions, type PingReply, type PingResult } from './ping'
import type { UdpSocket } from './udp-table'

export const echoPort = 7
/** A mark of this run and a number. */
export const leastEchoOctets = 12

export interface UdpEchoOptions extends PingOptions {
  readonly host: string
  /** Default 7 (RFC 862). */
  readonly port?: number | undefined
}

export interface UdpEchoResult extends PingResult {
  readonly port: number
  /** Octets of each datagram. */
  readonly size: number
  /** Came back behind one that was sent later (RFC 4737). */
  readonly reordered: number
  /** Came back more than once. */
  readonly duplicated: number
  /** Came back after it was given up; counted as lost. */
  readonly late: number
  /** Came back from that port with other octets: what listens there does not echo. Counted as lost. */
  readonly altered: number
}

interface Parts {
  readonly clock: Clock
  readonly chance: Chance
  readonly host: IpHost
}

/** Datagrams that a host sends back as they are (RFC 862). Lost ones are in the result; rejects where the host has no address. */
export async function runUdpEcho(parts: Parts, options: UdpEchoOptions): Promise<UdpEchoResult> {
  const { clock, chance, host } = parts
  const { port = echoPort, signal, family, size = 56, timeoutMs = 5_000 } = options
  const address = await host.addressOf(options.host, { signal, family })
  const book = new EchoedBook(clock, chance, Math.max(size, leastEchoOctets))
  book.socket = await host.udpSocket(address, port, (data) => book.take(data), {
    signal,
    refused: (from, words) => book.refused(from, words.en),
  })
  try {
    const echo = (seq: number) => book.echo(seq, timeoutMs, signal)
    const result = await runPing(clock, options.host, address, echo, options, () => host.closed)
    const { reordered, duplicated, late, altered, size: octets } = book
    return { ...result, port, size: octets, reordered, duplicated, late, altered }
  } finally {
    book.socket.close()
  }
}

interface Waiting {
  readonly sentUs: number
  settle(reply: Partial<PingReply>): void
}

/** Datagrams under way, by their numbers. */
class EchoedBook {
  readonly #clock: Clock
  readonly #mark: Uint8Array
  readonly size: number
  readonly #waiting = new Map<number, Waiting>()
  readonly #back = new Set<number>()
  socket: UdpSocket | undefined
  #last = 0
  #furthest = 0
  reordered = 0
  duplicated = 0
  late = 0
  altered = 0

  constructor(clock: Clock, chance: Chance, size: number) {
    this.#clock = clock
    this.#mark = Uint8Array.from({ length: 8 }, () => between(chance, 0, 255))
    this.size = size
  }

  #datagram(seq: number): Uint8Array {
    const data = Uint8Array.from({ length: this.size }, (_, i) => i & 0xff)
    data.set(this.#mark)
    new DataView(data.buffer).setUint32(8, seq)
    return data
  }

  echo(seq: number, timeoutMs: number, signal: AbortSignal | undefined): Promise<PingReply> {
    return new Promise((resolve) => {
      const stop = () => settle({})
      const settle = (reply: Partial<PingReply>) => {
        this.#waiting.delete(seq)
        cancel()
        signal?.removeEventListener('abort', stop)
        resolve({ seq, ms: null, ttl: null, from: null, error: null, ...reply })
      }
      const cancel = this.#clock.schedule(timeoutMs, stop)
      signal?.addEventListener('abort', stop, { once: true })
      this.#waiting.set(seq, { sentUs: this.#clock.monotonicUs(), settle })
      this.#last = seq
      this.socket?.send(this.#datagram(seq))
    })
  }

  take(data: Uint8Array): void {
    const seq = data.length < leastEchoOctets ? 0 : uint32(data, 8)
    const sent = seq >= 1 && seq <= this.#last ? this.#datagram(seq) : undefined
    if (sent?.length !== data.length || !sent.every((octet, i) => octet === data[i])) {
      this.altered++
      return
    }
    if (this.#back.has(seq)) {
      this.duplicated++
      return
    }
    this.#back.add(seq)
    if (seq < this.#furthest) this.reordered++
    this.#furthest = Math.max(seq, this.#furthest)
    const waiting = this.#waiting.get(seq)
    if (!waiting) this.late++
    waiting?.settle({ ms: (this.#clock.monotonicUs() - waiting.sentUs) / 1000 })
  }

  /** Which of them a router or the host means is in the part that is not always quoted: the oldest under way. */
  refused(from: string, error: string): void {
    const [oldest] = this.#waiting.values()
    oldest?.settle({ from, error })
  }
}
