import type { Played } from './played'
import type { Exchange } from './recording'
import { commandKey, maskedCommand, type Masked } from './command-key'

/** What a recording has to say to a command. */
export interface Answered {
  readonly exchange: Exchange
  /** It is said for the first time: what came unasked behind it comes once. */
  readonly first: boolean
}

/**
 * A recording as it is acted: answers to the same command in their recorded order, then the last one again.
 * Commands are compared without regard to case and spaces outside of quotes; a pseudonym in the recording
 * (`"PASSWORD-1"`) stands for whatever the host sends there, and is given back as that.
 */
export class Script {
  readonly recording: Played
  readonly #byKey: ReadonlyMap<string, ArrayLike<number>>
  readonly #masked: (Masked & { readonly key: string })[] = []
  /** What the host sent in the place of a pseudonym. */
  readonly #told = new Map<string, string>()
  readonly #place = new Map<string, number>()

  constructor(recording: Played) {
    this.recording = recording
    this.#byKey = recording.exchanges.byKey
    for (const key of this.#byKey.keys()) {
      const masked = maskedCommand(key)
      if (masked) this.#masked.push({ key, ...masked })
    }
  }
  /** From the beginning again. */
  rewind(): void {
    this.#place.clear()
    this.#told.clear()
  }
  answer(command: string): Answered | undefined {
    const key = this.#keyOf(commandKey(command))
    const all = key === undefined ? undefined : this.#byKey.get(key)
    if (key === undefined || !all) return undefined
    const place = this.#place.get(key) ?? 0
    this.#place.set(key, place + 1)
    const exchange = this.recording.exchanges.at(all[Math.min(place, all.length - 1)] ?? 0)
    return exchange && { exchange: this.#unmasked(exchange), first: place < all.length }
  }

  #keyOf(key: string): string | undefined {
    if (this.#byKey.has(key)) return key
    const masked = this.#maskedKey(key)
    if (masked !== undefined) return masked
    // All numbers for a data call lead to the same PPP server.
    if (!dataCall.test(key)) return undefined
    return [...this.#byKey.keys()].find((other) => dataCall.test(other))
  }
  #maskedKey(key: string): string | undefined {
    for (const { key: recorded, pattern, names } of this.#masked) {
      const values = pattern.find(key)
      if (!values) continue
      names.forEach((name, place) => this.#told.set(name, values.groups[place] ?? ''))
      return recorded
    }
    return undefined
  }
  #unmasked(exchange: Exchange): Exchange {
    if (this.#told.size === 0) return exchange
    const says = exchange.says.map((said) => {
      const text = said.text.replace(/[A-Z]{2,}-\d+/g, (name) => this.#told.get(name) ?? name)
      return text === said.text ? said : { ...said, text }
    })
    return { ...exchange, says }
  }
}

/** `*99#`, `*99***1#`, `*98#` (27.007, 10.2.1.1). */
const dataCall = /^ATDT?\*9[89](\*\*\*\d+)?#$/
