import type { IpFamily } from '../ip/address'
import { ipv6Octets, ipv6Text } from '../ip/ipv6-address'
import type { Cancel, Clock } from '../ports/clock'
import type { IpOffer } from './pdp-grant'
import type { AccessPoint } from './providers'

/** How a session ended. `idle` and `killed`: by the network; `detached`: the radio went; `released`: the modem asked. */
export type SessionEnd = 'idle' | 'killed' | 'lost' | 'detached' | 'released'

/** The IPv6 side of a session: a prefix of its own, and the interface identifier that IPV6CP gives. */
export interface SessionIpv6 {
  /** `2001:db8:64:1::`, of 64 bits. */
  readonly prefix: string
  readonly identifier: Uint8Array
}

export interface SessionAddresses {
  /** Null: IPv6 alone. */
  readonly ipv4: string | null
  readonly ipv6: SessionIpv6 | null
}

/** A data session of one card: an address of the operator, from activation to its end. */
export class Session {
  readonly imsi: string
  readonly point: AccessPoint
  /** IPv4; null on a session of IPv6 alone. */
  readonly address: string | null
  readonly ipv6: SessionIpv6 | null
  readonly offer: IpOffer
  readonly openedMs: number
  bytesUp = 0
  bytesDown = 0
  readonly #clock: Clock
  readonly #listeners = new Set<(end: SessionEnd) => void>()
  #lastUs: number
  #idle: Cancel | undefined
  #idleMs: number
  #ended: SessionEnd | undefined
  constructor(options: {
    imsi: string
    point: AccessPoint
    addresses: SessionAddresses
    offer: IpOffer
    clock: Clock
  }) {
    this.imsi = options.imsi
    this.point = options.point
    this.address = options.addresses.ipv4
    this.ipv6 = options.addresses.ipv6
    this.offer = options.offer
    this.#clock = options.clock
    this.openedMs = options.clock.nowMs()
    this.#idleMs = options.point.idleMinutes * 60_000
    this.#lastUs = options.clock.monotonicUs()
  }
  get families(): readonly IpFamily[] {
    return [
      ...(this.address === null ? [] : (['ipv4'] as const)),
      ...(this.ipv6 ? (['ipv6'] as const) : []),
    ]
  }
  /** As AT tells them: IPv6 as 16 numbers (27.007, 10.1.41, the default). */
  get told(): readonly string[] {
    return [
      ...(this.address === null ? [] : [this.address]),
      ...(this.ipv6 ? [numbers(this.ipv6)] : []),
    ]
  }
  get ended(): SessionEnd | undefined {
    return this.#ended
  }
  onEnd(listener: (end: SessionEnd) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  /** Counts traffic and starts the idle time anew. */
  traffic(bytes: number, direction: 'up' | 'down'): void {
    if (direction === 'up') this.bytesUp += bytes
    else this.bytesDown += bytes
    this.#lastUs = this.#clock.monotonicUs()
  }
  /** The network counts silence only while someone has a call on the session. */
  watchIdle(minutes = this.point.idleMinutes): void {
    this.#idleMs = minutes * 60_000
    this.#lastUs = this.#clock.monotonicUs()
    this.#arm(this.#idleMs)
  }
  stopIdle(): void {
    this.#idle?.()
    this.#idle = undefined
  }
  end(reason: SessionEnd): void {
    if (this.#ended) return
    this.#ended = reason
    this.stopIdle()
    for (const listener of [...this.#listeners]) listener(reason)
  }
  #arm(ms: number): void {
    this.stopIdle()
    this.#idle = this.#clock.schedule(ms, () => {
      const silentMs = (this.#clock.monotonicUs() - this.#lastUs) / 1000
      if (silentMs >= this.#idleMs) this.end('idle')
      else this.#arm(this.#idleMs - silentMs)
    })
  }
}

/** The address that a host makes of it, as text. */
export function addressOf({ prefix, identifier }: SessionIpv6): string {
  const octets = ipv6Octets(prefix) ?? new Uint8Array(16)
  octets.set(identifier, 8)
  return ipv6Text(octets)
}

const numbers = (ipv6: SessionIpv6) => [...(ipv6Octets(addressOf(ipv6)) ?? [])].join('.')

/** Its addresses in one text, for a person. */
export const sessionText = ({ address, ipv6 }: Session): string =>
  [address, ipv6 && addressOf(ipv6)].filter((one) => one !== null).join(' ')
