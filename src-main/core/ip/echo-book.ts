import { between } from '../ports/chance'
import type { Cancel } from '../ports/clock'
import { buildIcmp, icmpErrorWords, icmpTypes, quotedEcho, type IcmpMessage } from './icmp'
import { ipProtocols, type Ipv4Packet } from './ipv4'
import type { Network } from './network'
import type { PingReply } from './ping'

export interface EchoRequest {
  readonly address: string
  readonly id: number
  readonly seq: number
  /** Octets of data. */
  readonly size: number
  readonly timeoutMs: number
  readonly signal: AbortSignal | undefined
  readonly ttl?: number
}

interface Waiting {
  readonly sentUs: number
  readonly address: string
  settle(reply: Omit<PingReply, 'seq'>): void
}

const nobody = { ms: null, ttl: null, from: null, error: null }

/** Echoes under way, by identifier and sequence number. */
export class EchoBook {
  readonly #network: Network
  readonly #waiting = new Map<string, Waiting>()

  constructor(network: Network) {
    this.#network = network
  }

  newId(): number {
    return between(this.#network.chance, 1, 0xffff)
  }

  /** Resolves with the answer, or without one when time or patience ran out. */
  echo(request: EchoRequest): Promise<PingReply> {
    const { clock } = this.#network
    const seq = request.seq & 0xffff
    const key = `${request.id} ${seq}`
    return new Promise((resolve) => {
      const stop = () => settle(nobody)
      const settle = (reply: Omit<PingReply, 'seq'>) => {
        this.#waiting.delete(key)
        cancel()
        request.signal?.removeEventListener('abort', stop)
        resolve({ seq: request.seq, ...reply })
      }
      const cancel: Cancel = clock.schedule(request.timeoutMs, stop)
      const sentUs = clock.monotonicUs()
      this.#waiting.set(key, { sentUs, address: request.address, settle })
      request.signal?.addEventListener('abort', stop, { once: true })
      this.#send(request, seq)
    })
  }

  #send({ address, id, size, ttl }: EchoRequest, seq: number): void {
    const body = Uint8Array.from({ length: size }, (_, i) => i & 0xff)
    const payload = buildIcmp({ type: icmpTypes.echo, code: 0, id, seq, body })
    const packet = { src: this.#network.address, dst: address, protocol: ipProtocols.icmp, payload }
    this.#network.send(ttl === undefined ? packet : { ...packet, ttl })
  }

  reply(packet: Ipv4Packet, message: IcmpMessage): void {
    const waiting = this.#waiting.get(`${message.id} ${message.seq}`)
    if (waiting?.address !== packet.src) return
    waiting.settle({ ms: this.#since(waiting), ttl: packet.ttl, from: packet.src, error: null })
  }

  /** A router or the host says why there will be no answer. */
  error(packet: Ipv4Packet, message: IcmpMessage): void {
    const echo = quotedEcho(message)
    const waiting = echo && this.#waiting.get(`${echo.id} ${echo.seq}`)
    if (!waiting) return
    const dead = message.type === icmpTypes.timeExceeded
    const ms = dead ? this.#since(waiting) : null
    waiting.settle({ ms: ms, ttl: packet.ttl, from: packet.src, error: icmpErrorWords(message).en })
  }

  #since({ sentUs }: Waiting): number {
    return (this.#network.clock.monotonicUs() - sentUs) / 1000
  }

  close(): void {
    for (const waiting of [...this.#waiting.values()]) waiting.settle(nobody)
  }
}
