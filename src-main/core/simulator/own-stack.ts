import { concat } from '../bytes'
import { Fault, faultCode } from '../fault'
import { IpHost } from '../ip/host'
import type { ByteStream } from '../ports/stream'
import { NetworkGateway } from './gateway'
import type { ModemBase } from './modem-base'
import { modemTls, type Way } from './way'

const MTU = 1500
const HANDSHAKE_MS = 60_000
const DATAGRAM_MS = 20_000
/** <err> of the A76XX manual, TCP/IP. */
const NETWORK_FAILURE = 1
const TIMEOUT = 10
const NO_NAME = 11
const UNKNOWN = 12

interface OwnSocket {
  readonly kind: 'tcp' | 'udp'
  /** Undefined: of datagrams. */
  readonly connection?: ByteStream
  /** Where its datagrams go when nothing else is said. */
  readonly to?: { readonly host: string; readonly port: number }
  /** Octets that came and were not read. */
  inbox: Uint8Array
  from: string
}

/** What the stack tells of itself, whatever the command set makes of it. */
export interface StackNews {
  /** Octets came on a socket. */
  arrived(socket: number): void
  /** The other side closed it (1), or the network was lost (2). */
  closed(socket: number, reason: 1 | 2): void
}

/** The TCP/IP stack inside a simulated modem: an IP host of its own on the session of its first context. */
export class OwnStack {
  readonly #modem: ModemBase
  readonly #news: StackNews
  readonly #sockets = new Map<number, OwnSocket>()
  #host: IpHost | undefined
  #gateway: NetworkGateway | undefined
  #unhear: (() => void) | undefined

  constructor(modem: ModemBase, news: StackNews) {
    this.#modem = modem
    this.#news = news
  }

  get isOpen(): boolean {
    return this.#host !== undefined
  }
  get address(): string | undefined {
    return this.#host?.address ?? undefined
  }
  socket(number: number): OwnSocket | undefined {
    return this.#sockets.get(number)
  }
  get numbers(): readonly number[] {
    return [...this.#sockets.keys()]
  }

  /** False: there is no session to open it on. */
  open(): boolean {
    const { contexts, radio } = this.#modem
    const [cid] = contexts.cids
    const session = cid === undefined ? undefined : contexts.get(cid)
    if (radio.state.kind !== 'registered' || !session || session.address === null) return false
    const { network, clock, chance } = this.#modem
    const gateway = new NetworkGateway({
      session,
      network,
      clock,
      chance,
      air: radio.air,
      reachable: () => radio.state.kind === 'registered',
    })
    const host = new IpHost({
      clock,
      chance,
      address: session.address,
      mtu: MTU,
      dns: session.point.dns,
      ...(network.openTls && { openTls: modemTls(network.openTls) }),
      send: (packet) => gateway.fromModem(packet),
    })
    gateway.onPacket((packet) => host.receive(packet))
    this.#unhear = session.onEnd(() => this.#lost())
    this.#gateway = gateway
    this.#host = host
    return true
  }
  close(): void {
    this.#unhear?.()
    this.#unhear = undefined
    this.#sockets.clear()
    this.#host?.close()
    this.#gateway?.close()
    this.#host = this.#gateway = undefined
  }
  #lost(): void {
    for (const socket of this.#sockets.keys()) this.#news.closed(socket, 2)
    this.close()
  }

  /** The result of the manual: 0, or what went wrong. */
  async connect(number: number, host: string, port: number): Promise<number> {
    try {
      await this.connectBy(number, host, { port })
      return 0
    } catch (error) {
      return resultOf(error)
    }
  }
  /** The same, over TLS where the way is so. Rejects like `IpHost.connect`. */
  async connectBy(number: number, host: string, way: Way): Promise<void> {
    const connection = await this.dial(host, way)
    const socket: OwnSocket = {
      kind: 'tcp',
      connection,
      inbox: new Uint8Array(0),
      from: `${connection.remote.address}:${way.port}`,
    }
    this.#sockets.set(number, socket)
    void this.#read(number, socket, connection)
  }
  /** One GET. Rejects like `IpHost.http`. */
  async get(
    host: string,
    path: string,
    { port, wishes }: Way = { port: 80 },
  ): Promise<{ readonly status: number; readonly body: Uint8Array }> {
    const scheme = wishes ? 'https' : 'http'
    const url = `${scheme}://${host}:${port}${path}`
    return this.#need().http(url, { timeoutMs: HANDSHAKE_MS, tls: wishes })
  }
  /** A connection that has no number among the sockets. Rejects like `IpHost.connect`. */
  async dial(host: string, { port, wishes }: Way): Promise<ByteStream> {
    const ip = this.#need()
    const timeoutMs = HANDSHAKE_MS
    return wishes
      ? ip.connectTls(host, port, { ...wishes, timeoutMs })
      : ip.connect(host, port, { timeoutMs })
  }
  bind(number: number, to?: { readonly host: string; readonly port: number }): void {
    this.#sockets.set(number, {
      kind: 'udp',
      inbox: new Uint8Array(0),
      from: '',
      ...(to && { to }),
    })
  }
  async #read(number: number, socket: OwnSocket, connection: ByteStream): Promise<void> {
    for (;;) {
      const octets = await connection.read().catch(() => undefined)
      if (this.#sockets.get(number) !== socket) return
      if (!octets) break
      this.#arrive(number, socket, octets)
    }
    this.#sockets.delete(number)
    this.#news.closed(number, 1)
  }
  #arrive(number: number, socket: OwnSocket, octets: Uint8Array): void {
    socket.inbox = concat([socket.inbox, octets])
    this.#news.arrived(number)
  }

  /** Sends on a connection, or a datagram to a place. */
  send(number: number, octets: Uint8Array, to?: { host: string; port: number }): boolean {
    const socket = this.#sockets.get(number)
    if (!socket) return false
    if (socket.connection) {
      // What cannot be sent any more is told as the end of the socket.
      void socket.connection.write(octets).catch(() => undefined)
      return true
    }
    const place = to ?? socket.to
    if (!place) return false
    void this.#datagram(number, socket, octets, place).catch(() => undefined)
    return true
  }
  async #datagram(
    number: number,
    socket: OwnSocket,
    octets: Uint8Array,
    { host, port }: { host: string; port: number },
  ): Promise<void> {
    const back = await this.#need().udp(host, port, octets, { timeoutMs: DATAGRAM_MS })
    if (!back || this.#sockets.get(number) !== socket) return
    socket.from = `${host}:${port}`
    this.#arrive(number, socket, back)
  }
  /** Takes up to so many octets. */
  take(number: number, most: number): { readonly octets: Uint8Array; readonly left: number } {
    const socket = this.#sockets.get(number)
    const octets = socket?.inbox.slice(0, most) ?? new Uint8Array(0)
    if (socket) socket.inbox = socket.inbox.slice(octets.length)
    return { octets, left: socket?.inbox.length ?? 0 }
  }
  end(number: number): boolean {
    const socket = this.#sockets.get(number)
    this.#sockets.delete(number)
    socket?.connection?.end()
    return socket !== undefined
  }
  #need(): IpHost {
    if (!this.#host) throw new Fault('ip-closed')
    return this.#host
  }
}

function resultOf(error: unknown): number {
  const code = faultCode(error)
  if (code?.startsWith('dns-')) return NO_NAME
  if (code === 'tcp-timeout') return TIMEOUT
  if (code === 'ip-closed') return NETWORK_FAILURE
  // A refusal has no number of its own.
  return code === 'tcp-refused' ? UNKNOWN : NETWORK_FAILURE
}
