import { between, type Chance } from '../ports/chance'
import type { Cancel, Clock } from '../ports/clock'
import {
  buildAddressRequest,
  buildInformationRequest,
  dhcpv6Types,
  parseDhcpv6,
  type Dhcpv6Message,
  type LentAddress,
} from './dhcpv6'
import { isUnreadable } from './packet'

/** RFC 8415 7.6: the first wait of each kind is 1 s (10 s to keep an address), and each is twice as long. */
const firstWaitMs = 1_000
const keepWaitMs = 10_000
const longestWaitMs = 3_600_000
const mostAsked = { information: 6, request: 10, decline: 4 } as const
/** A server that lends what is taken is not asked again at once. */
const afterDeclineMs = 10_000
const surePreference = 255
const forEver = 0xffffffff

export interface Dhcpv6ClientOptions {
  readonly clock: Clock
  readonly chance: Chance
  /** The interface identifier, of which our name is made. */
  readonly identifier: Uint8Array
  ask(data: Uint8Array): void
  told(dns: readonly string[]): void
  /** Finds out whether an address is free to be used. */
  check(address: string, done: (free: boolean) => void): void
  /** Null: it is not ours any more. */
  lent(address: string | null): void
  /** Somebody on the link has the address that was lent; another is asked for. */
  taken(address: string): void
}

type Doing = 'idle' | 'information' | 'solicit' | 'request' | 'renew' | 'rebind' | 'decline'

/** Name servers, and where a router says so an address, from a server of DHCPv6 (RFC 8415). */
export class Dhcpv6Client {
  readonly #o: Dhcpv6ClientOptions
  #doing: Doing = 'idle'
  #transaction = 0
  #again: Cancel | undefined
  #next: Cancel | undefined
  #expires: Cancel | undefined
  #best: Dhcpv6Message | undefined
  #lease: { readonly server: Uint8Array | undefined; readonly lent: LentAddress } | undefined

  constructor(options: Dhcpv6ClientOptions) {
    this.#o = options
  }

  askForServers(): void {
    if (this.#doing === 'idle' && !this.#lease) this.#begin('information')
  }

  /** Looks for a server that lends an address. */
  borrow(): void {
    if (this.#lease || (this.#doing !== 'idle' && this.#doing !== 'information')) return
    this.#begin('solicit')
  }

  stop(): void {
    for (const cancel of [this.#again, this.#next, this.#expires]) cancel?.()
    this.#again = this.#next = this.#expires = undefined
    this.#doing = 'idle'
  }

  #begin(doing: Doing): void {
    this.#again?.()
    this.#doing = doing
    this.#best = undefined
    this.#transaction = between(this.#o.chance, 0, 0xffffff)
    this.#send(0, 0)
  }

  #send(tries: number, elapsedMs: number): void {
    const { clock, ask } = this.#o
    ask(this.#message(elapsedMs))
    const keeps = this.#doing === 'renew' || this.#doing === 'rebind'
    const waitMs = Math.min(longestWaitMs, (keeps ? keepWaitMs : firstWaitMs) * 2 ** tries)
    if (this.#doing === 'information' && tries + 1 >= mostAsked.information) return
    this.#again = clock.schedule(waitMs, () => this.#silent(tries, elapsedMs + waitMs))
  }

  #silent(tries: number, elapsedMs: number): void {
    // RFC 8415 18.2.1: what came until the first wait is over is chosen from.
    if (this.#doing === 'solicit' && this.#best) return this.#choose(this.#best)
    if (this.#doing === 'request' && tries + 1 >= mostAsked.request) return this.#begin('solicit')
    if (this.#doing === 'decline' && tries + 1 >= mostAsked.decline) return this.#declined()
    this.#send(tries + 1, elapsedMs)
  }

  #message(elapsedMs: number): Uint8Array {
    const { identifier } = this.#o
    const request = { transaction: this.#transaction, identifier, elapsedMs }
    const { server, lent } = this.#lease ?? {}
    switch (this.#doing) {
      case 'solicit':
        return buildAddressRequest(dhcpv6Types.solicit, request, undefined, undefined)
      case 'request':
      case 'renew':
      case 'decline':
        return buildAddressRequest(dhcpv6Types[this.#doing], request, server, lent?.address)
      case 'rebind':
        return buildAddressRequest(dhcpv6Types.rebind, request, undefined, lent?.address)
      default:
        return buildInformationRequest(request)
    }
  }

  /** What came to the port of a DHCPv6 client. */
  informed(data: Uint8Array): void {
    const message = parseDhcpv6(data)
    if (isUnreadable(message) || message.transaction !== this.#transaction) return
    if (this.#doing === 'solicit') {
      if (message.type === dhcpv6Types.advertise && message.lent) this.#offered(message)
    } else if (message.type === dhcpv6Types.reply && this.#doing !== 'idle') this.#replied(message)
  }

  #offered(message: Dhcpv6Message): void {
    const { preference = 0 } = message
    if (preference > (this.#best?.preference ?? -1)) this.#best = message
    if (preference === surePreference) this.#choose(message)
  }

  #choose({ server, lent }: Dhcpv6Message): void {
    if (lent) this.#lease = { server, lent }
    this.#begin('request')
  }

  #replied({ dns, server, lent }: Dhcpv6Message): void {
    const asked = this.#doing
    this.#again?.()
    this.#again = undefined
    this.#doing = 'idle'
    this.#o.told(dns)
    if (asked === 'information') return
    if (asked === 'decline') return this.#declined()
    if (!lent) return this.#lost()
    const kept = asked !== 'request' && lent.address === this.#lease?.lent.address
    this.#lease = { server, lent }
    this.#watch(lent)
    if (kept) return this.#o.lent(lent.address)
    // RFC 8415 18.2.10.1: a lent address is looked for on the link before it is used.
    this.#o.check(lent.address, (free) => {
      if (free) this.#o.lent(lent.address)
      else this.#decline(lent.address)
    })
  }

  #decline(address: string): void {
    this.stop()
    this.#o.lent(null)
    this.#o.taken(address)
    this.#begin('decline')
  }

  #declined(): void {
    this.stop()
    this.#lease = undefined
    this.#again = this.#o.clock.schedule(afterDeclineMs, () => this.#begin('solicit'))
  }

  /** RFC 8415 18.2.4: the server is asked at half of the time, anybody at four fifths of it, unless it says otherwise. */
  #watch({ validSeconds, renewSeconds, rebindSeconds }: LentAddress): void {
    this.#next?.()
    this.#expires?.()
    this.#next = this.#expires = undefined
    if (validSeconds === forEver) return
    const { clock } = this.#o
    const renew = renewSeconds || validSeconds / 2
    const rebind = rebindSeconds || validSeconds * 0.8
    const longest = longestWaitMs * 400
    this.#expires = clock.schedule(Math.min(longest, validSeconds * 1000), () => this.#lost())
    this.#next = clock.schedule(Math.min(longest, renew * 1000), () => {
      this.#begin('renew')
      const restMs = Math.max(0, rebind - renew) * 1000
      this.#next = clock.schedule(Math.min(longest, restMs), () => this.#begin('rebind'))
    })
  }

  #lost(): void {
    this.stop()
    const had = this.#lease !== undefined
    this.#lease = undefined
    if (had) this.#o.lent(null)
    this.#begin('solicit')
  }
}
