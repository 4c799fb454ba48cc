import { dotted } from '../ip/address'
import { protocols } from './codes'
import { addressOption, ipcpOption } from './ipcp'
import type { Policy, Verdict } from './negotiation'
import { optionFits } from './option-names'
import type { RawOption } from './packet'

/** What real modems do in IPCP that the RFC does not promise. Each was seen; the simulator plays them on demand. */
export interface IpcpQuirks {
  /** The modem's own request carries no address. */
  readonly omitAddress?: boolean | undefined
  /** Naks with 0.0.0.0 before the bearer is up: so many times. `Infinity`: for ever. */
  readonly zeroNaks?: number | undefined
  /** Acknowledges 0.0.0.0 as it was asked for. */
  readonly acceptZeroAddress?: boolean | undefined
  /** Each Nak carries other name servers: so many times. */
  readonly changingDns?: number | undefined
  /** Name servers stay 0.0.0.0 in every Nak. */
  readonly zeroDns?: boolean | undefined
  readonly rejectDns?: boolean | undefined
  /** Every Nak carries another address, for ever. */
  readonly nakForever?: boolean | undefined
}

export interface IpcpServerOptions {
  readonly address: string
  readonly clientAddress: string
  readonly dns: readonly string[]
  readonly quirks: IpcpQuirks
}

/** The modem's side: gives the client its address and name servers by Nak. */
export class IpcpServerPolicy implements Policy {
  readonly #o: IpcpServerOptions
  #askAddress: boolean
  #rounds = 0
  #refusals = 0

  constructor(options: IpcpServerOptions) {
    this.#o = options
    this.#askAddress = !options.quirks.omitAddress
  }

  restart(): void {
    this.#askAddress = !this.#o.quirks.omitAddress
    this.#refusals = 0
  }

  wanted(): RawOption[] {
    return this.#askAddress ? [addressOption(ipcpOption.address, this.#o.address)] : []
  }

  judge(options: readonly RawOption[], patient: boolean): Verdict {
    const rejected: RawOption[] = []
    const better: RawOption[] = []
    for (const option of options) {
      const right = this.#right(option)
      if (right === undefined || !optionFits(protocols.ipcp, option)) rejected.push(option)
      else if (right !== dotted(option.value)) better.push(addressOption(option.type, right))
    }
    const asked = options.some(({ type }) => type === ipcpOption.address)
    if (!asked && patient) better.push(addressOption(ipcpOption.address, this.#o.clientAddress))
    if (rejected.length > 0) return { kind: 'rej', options: rejected }
    if (better.length === 0 && !this.#o.quirks.zeroDns) return { kind: 'ack' }
    this.#rounds++
    return this.#nak(options, better)
  }

  #nak(options: readonly RawOption[], better: RawOption[]): Verdict {
    const { quirks } = this.#o
    if (this.#rounds <= (quirks.zeroNaks ?? 0))
      return {
        kind: 'nak',
        options: better.map(({ type }) => addressOption(type, '0.0.0.0')),
      }
    if (!quirks.zeroDns) return { kind: 'nak', options: better }
    const dns = options.filter(({ type }) => type !== ipcpOption.address)
    const address = better.filter(({ type }) => type === ipcpOption.address)
    const all = [...address, ...dns.map(({ type }) => addressOption(type, '0.0.0.0'))]
    return all.length > 0 ? { kind: 'nak', options: all } : { kind: 'ack' }
  }

  /** The value the client should have asked for; undefined for options we refuse. */
  #right({ type, value }: RawOption): string | undefined {
    const { quirks, clientAddress } = this.#o
    switch (type) {
      case ipcpOption.address:
        if (quirks.acceptZeroAddress) return dotted(value)
        return quirks.nakForever ? `10.0.0.${1 + (this.#rounds % 250)}` : clientAddress
      case ipcpOption.dns1:
        return this.#server(0, value)
      case ipcpOption.dns2:
        return this.#server(1, value)
      default:
        return undefined
    }
  }

  #server(index: 0 | 1, value: Uint8Array): string | undefined {
    const { quirks, dns } = this.#o
    if (quirks.rejectDns) return undefined
    if (quirks.zeroDns) return dotted(value)
    if (this.#rounds < (quirks.changingDns ?? 0)) return `10.9.${this.#rounds}.${index + 1}`
    return dns[index] ?? dns[0]
  }

  nakked(): 'wait' | 'fail' {
    return ++this.#refusals > 10 ? 'fail' : 'wait'
  }

  rejected(): 'again' {
    this.#askAddress = false
    return 'again'
  }

  peerAgreed(): void {
    this.#rounds = 0
  }

  agreed(): void {
    this.#refusals = 0
  }
}
