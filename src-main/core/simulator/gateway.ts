import { latin1 } from '../bytes'
import { IpHost } from '../ip/host'
import { behindNat64 } from '../ip/nat64'
import { serveHttp } from '../ip/http-server'
import type { HttpReply, HttpRequest } from '../ip/http-server'
import type { Chance } from '../ports/chance'
import type { Cancel, Clock } from '../ports/clock'
import type { Air } from './air'
import { brokerName } from './internet'
import { advertisementOf, dns6, modemLinkLocal, nat64Of, routers6 } from './ipv6-network'
import { MQTT_PORT } from './mqtt-broker'
import type { SimulatedNetwork } from './network'
import { tooBigAnswer } from './path-limit'
import { serveInternet } from './services'
import type { Session } from './session'
import { serveComputer } from './this-computer'

/** The modem's own end of the link: the first router of every path. */
export const MODEM_ADDRESS = '10.64.64.64'
const CORE_ROUTER = '100.127.10.16'
const MTU = 1500
/** The HTTP entry point of SORACOM Beam. */
const BEAM_PORT = 8888

/** The way of a session's packets to the internet and back: counted, delayed, and sometimes lost. */
export class NetworkGateway {
  readonly #session: Session
  readonly #network: SimulatedNetwork
  readonly #clock: Clock
  readonly #chance: Chance
  readonly #air: Air
  readonly #reachable: () => boolean
  readonly #listeners = new Set<(packet: Uint8Array) => void>()
  readonly #internet: IpHost
  #endTalks: (() => void) | undefined
  readonly #flying = new Set<Cancel>()
  #lastUp = 0
  #lastDown = 0
  constructor(options: {
    session: Session
    network: SimulatedNetwork
    clock: Clock
    chance: Chance
    air: Air
    /** False while the radio has no coverage. */
    reachable: () => boolean
  }) {
    this.#session = options.session
    this.#network = options.network
    this.#clock = options.clock
    this.#chance = options.chance
    this.#air = options.air
    this.#reachable = options.reachable
    this.#internet = this.#serve()
  }
  onPacket(listener: (packet: Uint8Array) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  fromModem(packet: Uint8Array): void {
    if (!this.#passes()) return
    this.#session.traffic(packet.length, 'up')
    if (this.#tooLong(packet)) return this.#refuse(packet, (answer) => this.#fromInternet(answer))
    this.#lastUp = this.#fly(this.#lastUp, () => this.#internet.receive(packet))
  }
  close(): void {
    for (const cancel of this.#flying) cancel()
    this.#flying.clear()
    this.#internet.close()
    this.#endTalks?.()
  }

  #tooLong(packet: Uint8Array): boolean {
    return packet.length > (this.#air.pathMtu ?? Infinity)
  }
  #refuse(packet: Uint8Array, tell: (answer: Uint8Array) => void): void {
    const { pathMtu, pathSilent } = this.#air
    if (pathSilent || pathMtu === undefined) return
    const router = packet[0] === 0x45 ? CORE_ROUTER : routers6[1]
    const answer = tooBigAnswer(packet, pathMtu, router)
    if (answer) tell(answer)
  }

  #fromInternet(packet: Uint8Array): void {
    if (this.#tooLong(packet))
      return this.#refuse(packet, (answer) => this.#internet.receive(answer))
    this.#lastDown = this.#fly(this.#lastDown, () => {
      if (!this.#passes()) return
      this.#session.traffic(packet.length, 'down')
      for (const listener of [...this.#listeners]) listener(packet)
    })
  }
  #passes(): boolean {
    return this.#reachable() && (this.#air.loss === 0 || this.#chance.next() >= this.#air.loss)
  }
  /** Half a round trip; a packet never overtakes the one before it. Gives the time of arrival in microseconds. */
  #fly(notBeforeUs: number, arrive: () => void): number {
    const nowUs = this.#clock.monotonicUs()
    const oneWayMs = (this.#network.roundTripMs() + this.#air.extraMs) / 2
    const atUs = Math.max(notBeforeUs, nowUs + oneWayMs * 1000)
    const cancel = this.#clock.schedule((atUs - nowUs) / 1000, () => {
      this.#flying.delete(cancel)
      arrive()
    })
    this.#flying.add(cancel)
    return atUs
  }
  #serve(): IpHost {
    const { internet } = this.#network
    const { dns } = this.#session.point
    const { ipv6 } = this.#session
    const nat64 = nat64Of(this.#session)
    const near: readonly string[] = [
      MODEM_ADDRESS,
      CORE_ROUTER,
      ...dns,
      ...(ipv6 ? [modemLinkLocal, ...routers6, ...dns6] : []),
    ]
    const host = new IpHost({
      clock: this.#clock,
      chance: this.#chance,
      address: MODEM_ADDRESS,
      mtu: MTU,
      dns: [],
      promiscuous: true,
      ...(ipv6 && { linkLocal: modemLinkLocal, advertise: advertisementOf(ipv6) }),
      routers: [MODEM_ADDRESS, CORE_ROUTER, ...routers6],
      exists: (address) => near.includes(address) || internet.answersPing(this.#behind(address)),
      send: (packet) => this.#fromInternet(packet),
    })
    const nowMs = () => this.#clock.nowMs()
    serveInternet(host, { internet, nowMs, nat64 })
    const { outside } = this.#network
    if (outside)
      this.#endTalks = serveComputer(host, {
        ...{ internet, outside, nat64 },
        isOpen: () => this.#air.computer,
      })
    host.listenTcp(MQTT_PORT, (connection) => {
      const { broker } = this.#air
      if (broker === 'away' || !internet.isAt(brokerName, connection.local.address, nat64))
        return connection.abort()
      void internet.broker.serve(connection, () => this.#air.broker !== 'refuses')
    })
    for (const port of [80, BEAM_PORT])
      host.listenTcp(port, (connection) => {
        // It ends its own connection, whatever the client does.
        void serveHttp(connection, (request) => this.#http(request))
      })
    return host
  }
  /** The host that NAT64 hides behind an address; any other as it is. */
  #behind(address: string): string {
    const prefix = nat64Of(this.#session)
    return (prefix && behindNat64(prefix, address)) ?? address
  }
  #http(request: HttpRequest): HttpReply {
    const { internet } = this.#network
    const to = this.#behind(request.to)
    const { status, type, body } = internet.request(to, {
      client: request.from,
      imsi: this.#session.imsi,
      host: request.headers['host'] ?? to,
      method: request.method,
      path: request.path,
      body: latin1(request.body),
    })
    return { status, headers: { 'content-type': type }, body }
  }
}
