/** Telnet as a line of octets with commands in it (RFC 854, 855), as far as a serial port needs it. */

export const iac = 255
const sb = 250
const se = 240
const verbs = { 251: 'will', 252: 'wont', 253: 'do', 254: 'dont' } as const
const codes = { will: 251, wont: 252, do: 253, dont: 254 } as const

export type TelnetVerb = keyof typeof codes

/** What came: octets of the port, an offer or request about an option, or what was said within an option. */
export type TelnetEvent =
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  | { readonly kind: 'option'; readonly verb: TelnetVerb; readonly option: number }
  | { readonly kind: 'within'; readonly option: number; readonly bytes: Uint8Array }

/** What is said within an option of a port has a handful of octets; a peer that never ends one is not kept. */
const mostWithin = 256

/** Takes octets as they come, cut anywhere, and gives what they say in order. */
export class TelnetReader {
  #state: 'data' | 'iac' | 'verb' | 'within' | 'within iac' = 'data'
  #verb: TelnetVerb = 'wont'
  #within: number[] = []

  push(bytes: Uint8Array): readonly TelnetEvent[] {
    const events: TelnetEvent[] = []
    let data: number[] = []
    const flush = () => {
      if (data.length > 0) events.push({ kind: 'data', bytes: Uint8Array.from(data) })
      data = []
    }
    for (const octet of bytes) {
      if (this.#state === 'data' && octet !== iac) data.push(octet)
      else if (this.#state === 'iac' && octet === iac) {
        data.push(octet)
        this.#state = 'data'
      } else {
        const event = this.#command(octet)
        if (!event) continue
        flush()
        events.push(event)
      }
    }
    flush()
    return events
  }

  #command(octet: number): TelnetEvent | undefined {
    switch (this.#state) {
      case 'data':
        this.#state = 'iac'
        return undefined
      case 'iac':
        return this.#begun(octet)
      case 'verb':
        this.#state = 'data'
        return { kind: 'option', verb: this.#verb, option: octet }
      case 'within':
        if (octet === iac) this.#state = 'within iac'
        else this.#keep(octet)
        return undefined
      case 'within iac':
        return this.#endOfWithin(octet)
    }
  }

  #begun(octet: number): undefined {
    if (octet === sb) {
      this.#within = []
      this.#state = 'within'
      return
    }
    const verb = isVerb(octet) ? verbs[octet] : undefined
    this.#state = verb ? 'verb' : 'data'
    if (verb) this.#verb = verb
  }

  #endOfWithin(octet: number): TelnetEvent | undefined {
    if (octet === iac) {
      this.#keep(octet)
      this.#state = 'within'
      return undefined
    }
    // Anything but SE breaks it off (RFC 855): what was said is not complete.
    this.#state = 'data'
    const [option, ...rest] = this.#within
    this.#within = []
    if (octet !== se || option === undefined) return undefined
    return { kind: 'within', option, bytes: Uint8Array.from(rest) }
  }

  #keep(octet: number): void {
    if (this.#within.length < mostWithin) this.#within.push(octet)
  }
}

function isVerb(octet: number): octet is keyof typeof verbs {
  return octet in verbs
}

/** Octets of the port on the way out: 255 is doubled. */
export function escaped(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(iac)) return bytes
  return Uint8Array.from([...bytes].flatMap((octet) => (octet === iac ? [iac, iac] : [octet])))
}

export function offer(verb: TelnetVerb, option: number): Uint8Array {
  return Uint8Array.of(iac, codes[verb], option)
}

export function within(option: number, bytes: readonly number[]): Uint8Array {
  return Uint8Array.of(iac, sb, option, ...escaped(Uint8Array.from(bytes)), iac, se)
}

/** Telnet options (RFC 856, 858, 2217). */
export const options = { binary: 0, echo: 1, suppressGoAhead: 3, comPort: 44 } as const

/**
 * What both sides agreed to, by the rules of RFC 1143 as far as a peer that never asks for the same twice needs them: a
 * change is answered, a confirmation is not.
 */
export class TelnetOptions {
  readonly #wanted: ReadonlySet<number>
  /** What we asked for and they have not answered, and what is on: our side, their side. */
  readonly #ours = new Map<number, boolean>()
  readonly #theirs = new Map<number, boolean>()

  constructor(wanted: Iterable<number>) {
    this.#wanted = new Set(wanted)
  }

  /** True when both have agreed that we do it. */
  weDo(option: number): boolean {
    return this.#ours.get(option) === true
  }
  theyDo(option: number): boolean {
    return this.#theirs.get(option) === true
  }

  /** We offer to do it; `undefined` in the map is no answer yet. */
  will(option: number): Uint8Array {
    this.#ours.set(option, false)
    return offer('will', option)
  }
  do(option: number): Uint8Array {
    this.#theirs.set(option, false)
    return offer('do', option)
  }

  /** Takes what came, and gives what has to be answered. */
  take(verb: TelnetVerb, option: number): Uint8Array | undefined {
    switch (verb) {
      case 'do':
        return this.#asked(this.#ours, option, 'will', 'wont')
      case 'will':
        return this.#asked(this.#theirs, option, 'do', 'dont')
      case 'dont':
        return this.#refused(this.#ours, option, 'wont')
      case 'wont':
        return this.#refused(this.#theirs, option, 'dont')
    }
  }

  #asked(
    side: Map<number, boolean>,
    option: number,
    yes: TelnetVerb,
    no: TelnetVerb,
  ): Uint8Array | undefined {
    const before = side.get(option)
    if (before === true) return undefined
    if (!this.#wanted.has(option)) return offer(no, option)
    side.set(option, true)
    // `false`: they say yes to what we asked; that is not answered again.
    return before === false ? undefined : offer(yes, option)
  }

  #refused(side: Map<number, boolean>, option: number, no: TelnetVerb): Uint8Array | undefined {
    const was = side.get(option)
    side.delete(option)
    return was === true ? offer(no, option) : undefined
  }
}
