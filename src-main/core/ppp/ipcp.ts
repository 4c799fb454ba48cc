import { dotted, octetsOf } from '../ip/address'
import { protocols } from './codes'
import type { Policy, Verdict } from './negotiation'
import { optionFits } from './option-names'
import type { RawOption } from './packet'

export const ipcpOption = { address: 3, dns1: 129, dns2: 131 } as const

const none = '0.0.0.0'
/** What a peer without an address is called (pppd does the same); nothing is ever sent to it. */
const peerLabel = '10.64.64.64'
const maxAddressChanges = 10
const maxDnsRounds = 5

/** Addresses as octets of an option; an address that is none becomes 0.0.0.0. */
export function addressOption(type: number, address: string): RawOption {
  return { type, value: octetsOf(address) ?? new Uint8Array(4) }
}

/**
 * The client's side: asks with 0.0.0.0 and takes what the Nak says (RFC 1332, RFC 1877).
 * A remembered address is never asked for: some networks fall silent then.
 */
export class IpcpClientPolicy implements Policy {
  #address = none
  #dns: Record<129 | 131, string> = { 129: none, 131: none }
  readonly #dropped = new Set<number>()
  #peerAddress: string | null = null
  #addressChanges = 0
  #dnsRounds = 0
  #zeroNaks = 0
  #labelled = 0

  get address(): string {
    return this.#address
  }
  /** Null: the peer named none, as many modems do. */
  get peerAddress(): string | null {
    return this.#peerAddress
  }
  /** Name servers in order, without 0.0.0.0 and without repeats. */
  get dns(): string[] {
    return [...new Set([this.#dns[129], this.#dns[131]])].filter((server) => server !== none)
  }
  /** How often the peer answered that our address is 0.0.0.0. */
  get zeroNaks(): number {
    return this.#zeroNaks
  }

  restart(): void {
    this.#address = none
    this.#dns = { 129: none, 131: none }
    this.#dropped.clear()
    this.#addressChanges = this.#dnsRounds = this.#zeroNaks = this.#labelled = 0
  }

  wanted(): RawOption[] {
    return [
      addressOption(ipcpOption.address, this.#address),
      addressOption(ipcpOption.dns1, this.#dns[129]),
      addressOption(ipcpOption.dns2, this.#dns[131]),
    ].filter(({ type }) => !this.#dropped.has(type))
  }

  judge(options: readonly RawOption[]): Verdict {
    const refused = options.filter((option) => !this.#agreeable(option))
    // A request without an address is fine: the peer simply has none to tell.
    if (refused.length > 0) return { kind: 'rej', options: refused }
    const lost = options.some(({ value }) => dotted(value) === none)
    if (!lost) return { kind: 'ack' }
    this.#labelled++
    return { kind: 'nak', options: [addressOption(ipcpOption.address, peerLabel)] }
  }

  /** A peer that asks us for its address is given the label, or, if it does not take it, told to do without. */
  #agreeable(option: RawOption): boolean {
    if (option.type !== ipcpOption.address || !optionFits(protocols.ipcp, option)) return false
    return dotted(option.value) !== none || this.#labelled < 2
  }

  nakked(options: readonly RawOption[]): 'again' | 'wait' | 'fail' {
    const addressChanged = this.#takeAddress(options)
    const dnsChanged = this.#takeDns(options)
    if (addressChanged && ++this.#addressChanges > maxAddressChanges) return 'fail'
    if (this.#address === none) {
      this.#zeroNaks++
      // The bearer is not up yet: asking again at once would be a storm, so the timer asks.
      return 'wait'
    }
    if (addressChanged) return 'again'
    if (++this.#dnsRounds < maxDnsRounds) return dnsChanged ? 'again' : 'wait'
    this.#dropped.add(ipcpOption.dns1).add(ipcpOption.dns2)
    return this.#dnsRounds > 3 * maxDnsRounds ? 'fail' : 'again'
  }

  #takeAddress(options: readonly RawOption[]): boolean {
    const offer = offered(options, ipcpOption.address)
    if (offer === undefined || offer === none || offer === this.#address) return false
    this.#address = offer
    return true
  }

  #takeDns(options: readonly RawOption[]): boolean {
    let changed = false
    for (const type of [ipcpOption.dns1, ipcpOption.dns2] as const) {
      const offer = offered(options, type)
      if (offer === undefined || offer === none || offer === this.#dns[type]) continue
      this.#dns[type] = offer
      changed = true
    }
    return changed
  }

  rejected(options: readonly RawOption[]): 'again' {
    for (const { type } of options) this.#dropped.add(type)
    return 'again'
  }

  peerAgreed(options: readonly RawOption[]): void {
    this.#peerAddress = offered(options, ipcpOption.address) ?? null
  }

  agreed(): void {
    this.#dnsRounds = 0
  }
}

function offered(options: readonly RawOption[], type: number): string | undefined {
  const option = options.find((one) => one.type === type && one.value.length === 4)
  return option && dotted(option.value)
}
