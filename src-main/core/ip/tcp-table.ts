import { Fault } from '../fault'
import type { Words } from '../words'
import { between } from '../ports/chance'
import type { Expectation } from '../wait'
import type { Network } from './network'
import { ipProtocols, isUnreadable, type IpPacket } from './packet'
import { add } from './sequence'
import type { Endpoint } from '../ports/stream'
import { TcpConnection } from './tcp'
import { buildSegment, flags, parseSegment, type Segment } from './tcp-segment'

/** Connections a flood of SYNs may open at most. */
const mostConnections = 1_024

type Handler = (connection: TcpConnection) => void

/** All connections of a host, and who listens. */
export class TcpTable {
  readonly #network: Network
  readonly #connections = new Map<string, TcpConnection>()
  readonly #listeners = new Map<number, Handler>()
  readonly #everyPort = new Map<string, Handler>()

  constructor(network: Network) {
    this.#network = network
  }

  get size(): number {
    return this.#connections.size
  }

  connect(remote: Endpoint, wait: Expectation<TcpConnection>): TcpConnection {
    const address = this.#network.sourceFor(remote.address)
    const local = { address, port: this.#freePort(address, remote) }
    const connection: TcpConnection = this.#add(local, remote, undefined, {
      established: () => wait.resolve(connection),
      gone: (fault) => wait.reject(fault ?? new Fault('tcp-closed')),
    })
    connection.start()
    return connection
  }

  #freePort(address: string, remote: Endpoint): number {
    for (;;) {
      const port = between(this.#network.chance, 49_152, 65_535)
      if (!this.#connections.has(key({ address, port }, remote))) return port
    }
  }

  listen(port: number, handler: Handler): () => void {
    this.#listeners.set(port, handler)
    return () => this.#listeners.delete(port)
  }
  /** Takes connections to any port of an address, whatever else listens on that port. */
  listenAt(address: string, handler: Handler): void {
    this.#everyPort.set(address, handler)
  }

  #add(
    local: Endpoint,
    remote: Endpoint,
    syn: Segment | undefined,
    events: { established(): void; gone(fault: Fault | undefined): void },
  ): TcpConnection {
    const name = key(local, remote)
    const connection = new TcpConnection(
      {
        clock: this.#network.clock,
        local,
        remote,
        mss: this.#network.roomFor(remote.address) - 20,
        firstSeq: between(this.#network.chance, 0, 0xffffffff),
        send: (segment) => this.#send(segment, local.address, remote.address),
        established: events.established,
        gone: (fault) => {
          this.#connections.delete(name)
          events.gone(fault)
        },
      },
      syn,
    )
    this.#connections.set(name, connection)
    return connection
  }

  /** Returns why a segment was dropped. */
  receive(packet: IpPacket): string | undefined {
    const segment = parseSegment(packet.payload, packet.src, packet.dst)
    if (isUnreadable(segment)) return segment.error
    const local = { address: packet.dst, port: segment.dstPort }
    const remote = { address: packet.src, port: segment.srcPort }
    const known = this.#connections.get(key(local, remote))
    // RFC 6191 in short: a new SYN takes the place of a connection that only waits for its end.
    const reused = known?.state === 'time-wait' && (segment.flags & flags.syn) !== 0
    if (reused) known.abort()
    else if (known) {
      known.receive(segment)
      return undefined
    }
    return this.#knock(local, remote, segment)
  }

  #knock(local: Endpoint, remote: Endpoint, segment: Segment): string | undefined {
    const handler = this.#everyPort.get(local.address) ?? this.#listeners.get(local.port)
    const fresh = (segment.flags & (flags.syn | flags.ack | flags.rst)) === flags.syn
    if (handler && fresh && this.#connections.size < mostConnections) {
      const connection: TcpConnection = this.#add(local, remote, segment, {
        established: () => handler(connection),
        gone: () => undefined,
      })
      connection.start()
      return undefined
    }
    if ((segment.flags & flags.rst) === 0) this.#refuse(local, remote, segment)
    return `TCP port ${local.port}: no such connection`
  }

  /** RFC 9293 3.5.2: a reset that the other side will believe. */
  #refuse(local: Endpoint, remote: Endpoint, segment: Segment): void {
    const acknowledges = (segment.flags & flags.ack) !== 0
    const length =
      segment.data.length +
      (segment.flags & flags.syn ? 1 : 0) +
      (segment.flags & flags.fin ? 1 : 0)
    const reset: Segment = {
      srcPort: local.port,
      dstPort: remote.port,
      seq: acknowledges ? segment.ack : 0,
      ack: acknowledges ? 0 : add(segment.seq, length),
      flags: acknowledges ? flags.rst : flags.rst | flags.ack,
      window: 0,
      data: new Uint8Array(),
    }
    this.#send(reset, local.address, remote.address)
  }

  #send(segment: Segment, src: string, dst: string): void {
    const payload = buildSegment(segment, src, dst)
    this.#network.send({ src, dst, protocol: ipProtocols.tcp, payload })
  }

  /** An ICMP error about one of our segments. */
  unreachable(local: Endpoint, remote: Endpoint, text: Words): void {
    this.#connections.get(key(local, remote))?.unreachable(text)
  }

  /** A segment of ours was too long for a link on the way; `octets` of data pass. */
  tooBig(local: Endpoint, remote: Endpoint, octets: number): void {
    this.#connections.get(key(local, remote))?.tooBig(octets)
  }

  close(): void {
    for (const connection of [...this.#connections.values()])
      connection.abort(new Fault('ip-closed'))
    this.#listeners.clear()
    this.#everyPort.clear()
  }
}

function key(local: Endpoint, remote: Endpoint): string {
  return `${local.address}:${local.port} ${remote.address}:${remote.port}`
}
