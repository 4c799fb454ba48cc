import { between } from '../ports/chance'
import type { Cancel } from '../ports/clock'
import { familyFor, type Family } from './family'
import type { IcmpMessage, Quoted } from './icmp-message'
import type { Network } from './network'
import { uint16, type IpPacket } from './packet'
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
    const family = familyFor(address)
    const src = this.#network.sourceFor(address)
    const message = { type: family.types.echo, code: 0, id, seq, body }
    const payload = family.buildIcmp(message, src, address)
    this.#network.send({ src, dst: address, protocol: family.icmp, payload, ttl })
  }

  reply(packet: IpPacket, message: IcmpMessage): void {
    const waiting = this.#waiting.get(`${message.id} ${message.seq}`)
    if (waiting?.address !== packet.src) return
    waiting.settle({ ms: this.#since(waiting), ttl: packet.ttl, from: packet.src, error: null })
  }

  /** A router or the host says why there will be no answer. */
  failed(family: Family, packet: IpPacket, message: IcmpMessage, quoted: Quoted): void {
    if (quoted.protocol !== family.icmp) return
    // Identifier and sequence number of the echo it is about.
    const [id, seq] = [uint16(quoted.payload, 4), uint16(quoted.payload, 6)]
    const waiting = this.#waiting.get(`${id} ${seq}`)
    if (!waiting) return
    const ms = message.kind === 'time-exceeded' ? this.#since(waiting) : null
    const error = family.errorWords(message).en
    const told = message.kind === 'too-big' ? family.mtuOf(message) : 0
    const mtu = told > 0 ? { mtu: told } : {}
    waiting.settle({ ms, ttl: packet.ttl, from: packet.src, error, ...mtu })
  }

  #since({ sentUs }: Waiting): number {
    return (this.#network.clock.monotonicUs() - sentUs) / 1000
  }

  close(): void {
    for (const waiting of [...this.#waiting.values()]) waiting.settle(nobody)
  }
}
