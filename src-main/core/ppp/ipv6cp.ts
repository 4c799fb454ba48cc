import { sameBytes } from '../bytes'
import { between, type Chance } from '../ports/chance'
import { protocols } from './codes'
import type { Policy, Verdict } from './negotiation'
import { optionFits } from './option-names'
import type { RawOption } from './packet'

export const ipv6cpOption = { interface: 1 } as const

const maxChanges = 10
const none = new Uint8Array(8)
const isNone = (identifier: Uint8Array) => sameBytes(identifier, none)

/** An identifier of nobody else: random, and told as not unique in the world (RFC 5072 4.1, RFC 4291 2.5.1: the bit u is 0). */
export function randomIdentifier(chance: Chance): Uint8Array {
  const octets = Uint8Array.from({ length: 8 }, () => between(chance, 0, 255))
  octets[0] = (octets[0] ?? 0) & ~2
  return isNone(octets) ? randomIdentifier(chance) : octets
}

const identifierOption = (identifier: Uint8Array): RawOption => ({
  type: ipv6cpOption.interface,
  value: identifier.slice(),
})

export interface Ipv6cpOptions {
  readonly chance: Chance
  /** Ours from the first request on; absent: random. */
  readonly identifier?: Uint8Array | undefined
  /** What a network gives its client by Nak, whatever the client asks for; absent: the client chooses. */
  readonly give?: Uint8Array | undefined
}

/**
 * IPV6CP of either side (RFC 5072 4): both ends tell their interface identifiers, which must be different and not zero.
 * A mobile network gives the identifier by Nak; it is taken.
 */
export class Ipv6cpPolicy implements Policy {
  readonly #o: Ipv6cpOptions
  /** Chosen when it is first needed: a link without IPv6 has none. */
  #own: Uint8Array | undefined
  #peer: Uint8Array | null = null
  /** The last one we proposed to the peer: seen again it is our own packet that came back. */
  #proposed: Uint8Array | undefined
  #told = true
  #changes = 0

  constructor(options: Ipv6cpOptions) {
    this.#o = options
    this.#own = options.identifier
  }

  /** Eight octets. */
  get identifier(): Uint8Array {
    this.#own ??= randomIdentifier(this.#o.chance)
    return this.#own
  }
  /** Null: the peer told none. */
  get peerIdentifier(): Uint8Array | null {
    return this.#peer
  }

  restart(): void {
    this.#peer = null
    this.#proposed = undefined
    this.#told = true
    this.#changes = 0
  }

  wanted(): RawOption[] {
    return this.#told ? [identifierOption(this.identifier)] : []
  }

  judge(options: readonly RawOption[], patient: boolean): Verdict {
    const refused = options.filter(
      (option) => option.type !== ipv6cpOption.interface || !optionFits(protocols.ipv6cp, option),
    )
    if (refused.length > 0) return { kind: 'rej', options: refused }
    const asked = options[0]?.value
    if (!asked) return { kind: 'ack' }
    const better = this.#better(asked)
    if (!better) return { kind: 'ack' }
    if (!patient) return { kind: 'rej', options: [...options] }
    this.#proposed = better
    return { kind: 'nak', options: [identifierOption(better)] }
  }

  /** What the peer should ask for instead; undefined where its own will do. */
  #better(asked: Uint8Array): Uint8Array | undefined {
    const { give } = this.#o
    if (give) return sameBytes(asked, give) ? undefined : give
    if (!isNone(asked) && !sameBytes(asked, this.identifier)) return undefined
    return randomIdentifier(this.#o.chance)
  }

  nakked(options: readonly RawOption[]): 'again' | 'wait' | 'fail' {
    if (++this.#changes > maxChanges) return 'fail'
    const offer = options.find(
      (option) => option.type === ipv6cpOption.interface && optionFits(protocols.ipv6cp, option),
    )?.value
    if (!offer) return 'wait'
    const useless =
      isNone(offer) ||
      (this.#peer !== null && sameBytes(offer, this.#peer)) ||
      (this.#proposed !== undefined && sameBytes(offer, this.#proposed))
    this.#own = useless ? randomIdentifier(this.#o.chance) : offer.slice()
    return 'again'
  }

  /** The peer negotiates none: ours stays what we chose. */
  rejected(): 'again' {
    this.#told = false
    return 'again'
  }

  peerAgreed(options: readonly RawOption[]): void {
    this.#peer = options.find(({ type }) => type === ipv6cpOption.interface)?.value.slice() ?? null
  }

  agreed(): void {
    this.#changes = 0
  }
}
