import { between, type Chance } from '../ports/chance'
import { protocols } from './codes'
import type { Policy, Verdict } from './negotiation'
import { authName, optionFits } from './option-names'
import { octets32, uint32, type RawOption } from './packet'

export type AuthMethod = 'pap' | 'chap'

export const lcpOption = { mru: 1, accm: 2, auth: 3, magic: 5, pfc: 7, acfc: 8 } as const

/** Below this a peer's MRU is of no use (reference: RFC 1661 6.1 sets no floor, pppd takes 128). */
const smallestMru = 128
const maxRounds = 10
const maxLoops = 10

const authValues: Readonly<Record<AuthMethod, Uint8Array>> = {
  pap: Uint8Array.of(0xc0, 0x23),
  chap: Uint8Array.of(0xc2, 0x23, 5),
}

/** What the peer's request told us about how to send to it, and what it wants of us. */
export interface PeerSettings {
  readonly mru: number
  readonly accm: number
  readonly auth: AuthMethod | 'none'
  readonly magic: number
  readonly pfc: boolean
  readonly acfc: boolean
}

export const defaultPeer: PeerSettings = {
  mru: 1500,
  accm: 0xffffffff,
  auth: 'none',
  magic: 0,
  pfc: false,
  acfc: false,
}

export interface LcpOptions {
  readonly chance: Chance
  /** Methods with which we let ourselves be authenticated, preferred first; empty: none. */
  readonly accept: readonly AuthMethod[]
  /** What we ask of the peer (server). */
  readonly demand?: AuthMethod | undefined
  /** A peer that cannot do the demanded method may choose the other one. */
  readonly flexible?: boolean | undefined
  /** A peer that rejects authentication is let in. */
  readonly optional?: boolean | undefined
  /** Our own MRU, asked for only where it is not 1500. */
  readonly mru?: number | undefined
  readonly maxFailure: number
  /** Our own requests come back: called once, after the tenth. */
  looped(): void
}

/** What LCP asks for and accepts (reference: RFC 1661 section 6, RFC 1662 section 7). */
export class LcpPolicy implements Policy {
  readonly #o: LcpOptions
  readonly #dropped = new Set<number>()
  #peer = defaultPeer
  #magic: number
  #accm = 0
  #demand: AuthMethod | 'none'
  #rounds = 0
  #loops = 0
  #unsupported: string | undefined

  constructor(options: LcpOptions) {
    this.#o = options
    this.#demand = options.demand ?? 'none'
    this.#magic = newMagic(options.chance)
  }

  get peer(): PeerSettings {
    return this.#peer
  }
  /** Our magic number, 0 when the peer rejected the option. */
  get magic(): number {
    return this.#dropped.has(lcpOption.magic) ? 0 : this.#magic
  }
  /** What the peer has to authenticate with. */
  get demand(): AuthMethod | 'none' {
    return this.#dropped.has(lcpOption.auth) ? 'none' : this.#demand
  }
  get loops(): number {
    return this.#loops
  }
  /** The method the peer insisted on although we cannot do it. */
  get unsupported(): string | undefined {
    return this.#unsupported
  }

  restart(): void {
    this.#dropped.clear()
    this.#accm = 0
    this.#rounds = 0
    this.#demand = this.#o.demand ?? 'none'
    this.#magic = newMagic(this.#o.chance)
  }

  wanted(): RawOption[] {
    const mru = this.#o.mru
    const all: RawOption[] = [
      ...(mru ? [{ type: lcpOption.mru, value: Uint8Array.of(mru >> 8, mru & 0xff) }] : []),
      { type: lcpOption.accm, value: octets32(this.#accm) },
      ...(this.#demand === 'none'
        ? []
        : [{ type: lcpOption.auth, value: authValues[this.#demand] }]),
      { type: lcpOption.magic, value: octets32(this.#magic) },
      { type: lcpOption.pfc, value: new Uint8Array() },
      { type: lcpOption.acfc, value: new Uint8Array() },
    ]
    return all.filter(({ type }) => !this.#dropped.has(type))
  }

  judge(options: readonly RawOption[], patient: boolean): Verdict {
    const rejected: RawOption[] = []
    const better: RawOption[] = []
    for (const option of options) {
      const answer = this.#judgeOne(option)
      if (answer === 'rej') rejected.push(option)
      else if (answer !== 'ack') {
        // Equal magic numbers stay a Nak: a looped line would take the Reject for the peer's, and we would never know.
        const nak = patient || option.type === lcpOption.magic
        if (nak) better.push(answer)
        else rejected.push(option)
      }
    }
    // Anything unknown: only the Reject is sent, with exactly those options (RFC 1661 5.4).
    if (rejected.length > 0) return { kind: 'rej', options: rejected }
    return better.length > 0 ? { kind: 'nak', options: better } : { kind: 'ack' }
  }

  #judgeOne(option: RawOption): 'ack' | 'rej' | RawOption {
    if (!optionFits(protocols.lcp, option)) return 'rej'
    switch (option.type) {
      case lcpOption.mru:
        return uint16(option.value) >= smallestMru
          ? 'ack'
          : { type: lcpOption.mru, value: Uint8Array.of(0, smallestMru) }
      case lcpOption.auth:
        return this.#judgeAuth(option)
      case lcpOption.magic:
        return this.#judgeMagic(option)
      case lcpOption.accm:
      case lcpOption.pfc:
      case lcpOption.acfc:
        return 'ack'
      default:
        return 'rej'
    }
  }

  #judgeAuth({ value }: RawOption): 'ack' | 'rej' | RawOption {
    const method = methodOf(value)
    if (method && this.#o.accept.includes(method)) {
      this.#unsupported = undefined
      return 'ack'
    }
    this.#unsupported = authName(value)
    const ours = this.#o.accept[0]
    return ours ? { type: lcpOption.auth, value: authValues[ours] } : 'rej'
  }

  #judgeMagic({ value }: RawOption): 'ack' | RawOption {
    const magic = uint32(value)
    if (magic === 0 || magic !== this.magic) return 'ack'
    this.#loops++
    if (this.#loops === maxLoops) this.#o.looped()
    return { type: lcpOption.magic, value: octets32(newMagic(this.#o.chance)) }
  }

  nakked(options: readonly RawOption[]): 'again' | 'fail' {
    for (const option of options) this.#take(option)
    return ++this.#rounds > maxRounds ? 'fail' : 'again'
  }

  #take({ type, value }: RawOption): void {
    switch (type) {
      case lcpOption.accm:
        if (value.length === 4) this.#accm = (this.#accm | uint32(value)) >>> 0
        return
      case lcpOption.magic:
        this.#magic = newMagic(this.#o.chance)
        return
      case lcpOption.auth:
        if (this.#o.flexible) this.#demand = methodOf(value) ?? this.#demand
        return
      case lcpOption.pfc:
      case lcpOption.acfc:
        this.#dropped.add(type)
    }
  }

  rejected(options: readonly RawOption[]): 'again' | 'fail' {
    for (const { type } of options) {
      if (type === lcpOption.auth && !this.#o.optional) {
        this.#unsupported = this.#demand
        return 'fail'
      }
      this.#dropped.add(type)
    }
    return ++this.#rounds > maxRounds ? 'fail' : 'again'
  }

  peerAgreed(options: readonly RawOption[]): void {
    let peer = defaultPeer
    for (const { type, value } of options) {
      if (type === lcpOption.mru) peer = { ...peer, mru: uint16(value) }
      if (type === lcpOption.accm) peer = { ...peer, accm: uint32(value) }
      if (type === lcpOption.auth) peer = { ...peer, auth: methodOf(value) ?? 'none' }
      if (type === lcpOption.magic) peer = { ...peer, magic: uint32(value) }
      if (type === lcpOption.pfc) peer = { ...peer, pfc: true }
      if (type === lcpOption.acfc) peer = { ...peer, acfc: true }
    }
    this.#peer = peer
  }

  agreed(): void {
    this.#rounds = 0
  }
}

function methodOf(value: Uint8Array): AuthMethod | undefined {
  const name = authName(value)
  if (name === 'pap') return 'pap'
  return name === 'chap-md5' ? 'chap' : undefined
}

function uint16(value: Uint8Array): number {
  return ((value[0] ?? 0) << 8) | (value[1] ?? 0)
}

/** A random number that is never 0: 0 means "none" (RFC 1661 6.4). */
export function newMagic(chance: Chance): number {
  return between(chance, 1, 0xffffffff)
}
