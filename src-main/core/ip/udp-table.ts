import type { FamilyChoice } from './destination'
import { Fault } from '../fault'
import { between } from '../ports/chance'
import type { Cancel } from '../ports/clock'
import { cancelled } from '../wait'
import type { Words } from '../words'
import type { Network } from './network'
import type { Quoted } from './icmp-message'
import { ipProtocols, isUnreadable, uint16, type IpPacket } from './packet'
import { buildUdp, parseUdp } from './udp'

export interface UdpOptions {
  /** Default: IPv6 where the name and the link have it, else IPv4. */
  readonly family?: FamilyChoice | undefined
  readonly signal?: AbortSignal | undefined
  /** How long to wait for an answer. Default 5 s. */
  readonly timeoutMs?: number | undefined
}

export interface UdpSocketOptions extends Omit<UdpOptions, 'timeoutMs'> {
  /** The host or a router says that a datagram did not arrive, and why. */
  readonly refused?: ((from: string, words: Words) => void) | undefined
}

export interface UdpArrival {
  readonly data: Uint8Array
  readonly src: string
  readonly srcPort: number
  readonly dst: string
  readonly dstPort: number
  reply(data: Uint8Array): void
}

export type UdpHandler = (arrival: UdpArrival) => void

/** A port of ours that talks with one port of somebody. */
export interface UdpSocket {
  readonly localPort: number
  send(data: Uint8Array): void
  close(): void
}

interface Question {
  readonly server: string
  readonly port: number
  take(data: Uint8Array): void
  fail(fault: Fault): void
  readonly refused?: UdpSocketOptions['refused'] | undefined
}

/** Datagrams by port: questions under way, and listeners. */
export class UdpTable {
  readonly #network: Network
  readonly #nobody: (packet: IpPacket) => void
  readonly #questions = new Map<number, Question>()
  readonly #listeners = new Map<number, UdpHandler>()
  readonly #everyPort = new Map<string, UdpHandler>()

  constructor(network: Network, nobody: (packet: IpPacket) => void) {
    this.#network = network
    this.#nobody = nobody
  }

  /** Sends a datagram from a new port; resolves with the first answer that fits, or undefined. */
  ask(
    server: string,
    port: number,
    data: Uint8Array,
    fits: (reply: Uint8Array) => boolean,
    timeoutMs: number,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array | undefined> {
    const { clock } = this.#network
    const srcPort = this.#freePort()
    return new Promise((resolve, reject) => {
      const finish = (act: () => void) => {
        cancel()
        signal?.removeEventListener('abort', stop)
        this.#questions.delete(srcPort)
        act()
      }
      const stop = () => finish(() => reject(cancelled(signal)))
      const cancel: Cancel = clock.schedule(timeoutMs, () => finish(() => resolve(undefined)))
      this.#questions.set(srcPort, {
        server,
        port,
        take: (reply) => (fits(reply) ? finish(() => resolve(reply.slice())) : undefined),
        fail: (fault) => finish(() => reject(fault)),
      })
      signal?.addEventListener('abort', stop, { once: true })
      if (signal?.aborted) return stop()
      this.tell({ src: this.#network.sourceFor(server), srcPort, dst: server, dstPort: port, data })
    })
  }

  #freePort(): number {
    for (;;) {
      const port = between(this.#network.chance, 49_152, 65_535)
      if (!this.#questions.has(port) && !this.#listeners.has(port)) return port
    }
  }

  /** A new port for a talk with `server`; whatever comes from there is taken until it is closed. */
  open(
    server: string,
    port: number,
    take: (data: Uint8Array) => void,
    refused?: UdpSocketOptions['refused'],
  ): UdpSocket {
    const srcPort = this.#freePort()
    const close = () => void this.#questions.delete(srcPort)
    this.#questions.set(srcPort, {
      server,
      port,
      take: (data) => take(data.slice()),
      fail: close,
      refused,
    })
    const src = this.#network.sourceFor(server)
    return {
      localPort: srcPort,
      send: (data) => this.tell({ src, srcPort, dst: server, dstPort: port, data }),
      close,
    }
  }

  listen(port: number, handler: UdpHandler): () => void {
    this.#listeners.set(port, handler)
    return () => this.#listeners.delete(port)
  }
  /** Takes datagrams to any port of an address, whatever else listens on that port. */
  listenAt(address: string, handler: UdpHandler): void {
    this.#everyPort.set(address, handler)
  }

  /** `sentTo`: a group where it was one, which the check sum covers. Returns why a datagram was dropped. */
  receive(packet: IpPacket, sentTo = packet.dst): string | undefined {
    const datagram = parseUdp(packet.payload, packet.src, sentTo)
    if (isUnreadable(datagram)) return datagram.error
    const { srcPort, dstPort, data } = datagram
    const question = this.#questions.get(dstPort)
    if (question) {
      if (question.server !== packet.src || question.port !== srcPort)
        return `an answer from ${packet.src}:${srcPort}, which was not asked`
      question.take(data)
      return undefined
    }
    const listener = this.#everyPort.get(packet.dst) ?? this.#listeners.get(dstPort)
    if (!listener) {
      this.#nobody(packet)
      return `UDP port ${dstPort}: nobody listens`
    }
    const { src, dst } = packet
    const reply = (answer: Uint8Array) =>
      this.tell({ src: dst, srcPort: dstPort, dst: src, dstPort: srcPort, data: answer })
    listener({ data, src, srcPort, dst, dstPort, reply })
    return undefined
  }

  /** A router or the host says why a datagram of ours did not arrive. */
  failed(quoted: Quoted, from: string, words: Words): void {
    const [local, remote] = [uint16(quoted.payload, 0), uint16(quoted.payload, 2)]
    const question = this.#questions.get(local)
    if (question?.server !== quoted.dst || question.port !== remote) return
    question.refused?.(from, words)
  }

  /** Sends a datagram that nobody here waits for an answer to. */
  tell(datagram: {
    src: string
    srcPort: number
    dst: string
    dstPort: number
    data: Uint8Array
  }): void {
    const { src, dst } = datagram
    this.#network.send({
      src,
      dst,
      protocol: ipProtocols.udp,
      payload: buildUdp(datagram, src, dst),
    })
  }

  close(): void {
    for (const question of [...this.#questions.values()]) question.fail(new Fault('ip-closed'))
    this.#listeners.clear()
    this.#everyPort.clear()
  }
}
