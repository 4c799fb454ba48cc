import type { IpFamily } from '../ip/address'
import type { Cancel, Clock } from '../ports/clock'
import type { SeenLine } from '../words'
import type { Layer } from './layer'
import { neverSettled, terminatedFamily, type Ending } from './link-verdict'
import type { Negotiation } from './negotiation'
import type { ControlPacket } from './packet'

/** The network control protocol of one family (RFC 1332, RFC 5072), and how far it is. */
interface Ncp {
  readonly family: IpFamily
  /** The number of its control packets; that of its data is 0x8000 less. */
  readonly protocol: number
  readonly negotiation: Negotiation
  /** Packets of the peer. */
  frames: number
  state: 'waiting' | 'open' | 'gone'
  wasOpen: boolean
  why: Ending | undefined
}

export interface NetworkOwner {
  readonly clock: Clock
  /** How long a link that has one family waits for the other. */
  readonly graceMs: number
  /** All families there will be are open, or another one is. */
  cameUp(): void
  /** No family is open any more, but one is negotiated again. */
  again(): void
  /** No family is left. */
  ended(ending: Ending): void
  /** Why a family that opened is of no use. */
  useless(family: IpFamily): Ending | undefined
  /** Why a family did not open, or ended. */
  endingOf(family: IpFamily, ncp: { readonly asked: number; readonly frames: number }): Ending
}

/** The families of a link: each has its own negotiation, and a link lives as long as one of them does. */
export class NetworkLayers {
  readonly #owner: NetworkOwner
  readonly #ncps: Ncp[] = []
  #grace: Cancel | undefined
  #graceOver = false
  #isUp = false

  constructor(owner: NetworkOwner) {
    this.#owner = owner
  }

  add(family: IpFamily, protocol: number, negotiation: (layer: Layer) => Negotiation): void {
    const ncp: Ncp = {
      family,
      protocol,
      negotiation: negotiation({
        up: () => this.#up(ncp),
        down: () => this.#down(ncp),
        finished: () => this.#gone(ncp, ncp.wasOpen ? terminatedFamily(family) : this.#ending(ncp)),
        failed: () => this.drop(protocol, neverSettled(family)),
      }),
      frames: 0,
      state: 'waiting',
      wasOpen: false,
      why: undefined,
    }
    this.#ncps.push(ncp)
  }

  isOpen(family: IpFamily): boolean {
    return this.#ncps.some((ncp) => ncp.family === family && ncp.state === 'open')
  }
  get someOpen(): boolean {
    return this.#ncps.some(({ state }) => state === 'open')
  }

  /** Whether these control packets, or this data, are spoken here. */
  speaks(protocol: number): boolean {
    return this.#of(protocol) !== undefined
  }

  open(): void {
    for (const { negotiation } of this.#ncps) {
      negotiation.open()
      negotiation.lowerUp()
    }
  }

  /** LCP went down: everything is negotiated anew. */
  lowerDown(): void {
    this.#forgetGrace()
    this.#isUp = false
    for (const ncp of this.#ncps) {
      ncp.state = 'waiting'
      ncp.wasOpen = false
      ncp.why = undefined
      ncp.negotiation.lowerDown()
    }
  }

  abandon(): void {
    this.#forgetGrace()
    for (const { negotiation } of this.#ncps) negotiation.abandon()
  }

  receive(protocol: number, packet: ControlPacket): void {
    const ncp = this.#of(protocol)
    if (!ncp) return
    ncp.frames++
    ncp.negotiation.receive(packet)
  }

  /** The peer does not speak a family, or never settles; without `why` as its packets tell. */
  drop(protocol: number, why: Ending | undefined): void {
    const ncp = this.#of(protocol)
    if (!ncp || ncp.state === 'gone') return
    const ending = why ?? this.#ending(ncp)
    ncp.negotiation.abandon()
    this.#gone(ncp, ending)
  }

  /** Why one of the families is not open beside the other; null: all are. */
  missing(): SeenLine | null {
    const ncp = this.#ncps.find(({ state }) => state !== 'open')
    return ncp ? (ncp.why ?? this.#ending(ncp)).seen : null
  }

  /** Why no family opened. */
  ending(): Ending | undefined {
    const [first] = this.#ncps
    return first && (first.why ?? this.#ending(first))
  }

  #of(protocol: number): Ncp | undefined {
    const control = protocol | 0x8000
    return this.#ncps.find((ncp) => ncp.protocol === control)
  }

  #ending({ family, negotiation, frames }: Ncp): Ending {
    return this.#owner.endingOf(family, { asked: negotiation.requestsSent, frames })
  }

  #up(ncp: Ncp): void {
    ncp.state = 'open'
    ncp.wasOpen = true
    const useless = this.#owner.useless(ncp.family)
    if (useless) return this.drop(ncp.protocol, useless)
    this.#settle()
  }

  #down(ncp: Ncp): void {
    if (ncp.state !== 'open') return
    ncp.state = 'waiting'
    if (this.someOpen) return
    this.#isUp = false
    this.#owner.again()
  }

  #gone(ncp: Ncp, why: Ending): void {
    if (ncp.state === 'gone') return
    ncp.state = 'gone'
    ncp.why = why
    this.#settle()
  }

  #settle(): void {
    const waiting = this.#ncps.some(({ state }) => state === 'waiting')
    if (!this.someOpen) {
      const ending = waiting ? undefined : this.ending()
      if (ending) this.#owner.ended(ending)
      return
    }
    if (waiting && !this.#isUp && !this.#graceOver) return this.#wait()
    this.#forgetGrace()
    this.#isUp = true
    this.#owner.cameUp()
  }

  #wait(): void {
    this.#grace ??= this.#owner.clock.schedule(this.#owner.graceMs, () => {
      this.#grace = undefined
      this.#graceOver = true
      this.#settle()
    })
  }

  #forgetGrace(): void {
    this.#grace?.()
    this.#grace = undefined
    this.#graceOver = false
  }
}
