import type { Cancel, Clock } from '../ports/clock'

/** RFC 4862 5.1: one solicitation, and a second for the answer to it. */
const answerMs = 1_000

export interface DuplicateCheckOptions {
  readonly clock: Clock
  /** Asks all of the link, from no address, who has this one. */
  ask(address: string): void
}

/**
 * Asks whether somebody on the link has an address already (RFC 4862 5.4). One made of the interface identifier of IPV6CP needs no such
 * look (RFC 5072 5); one that a server lends is not made of it.
 */
export class DuplicateCheck {
  readonly #o: DuplicateCheckOptions
  #checked: { readonly address: string; done(free: boolean): void } | undefined
  #timer: Cancel | undefined

  constructor(options: DuplicateCheckOptions) {
    this.#o = options
  }

  /** The address that is looked at now: not ours yet. */
  get tentative(): string | undefined {
    return this.#checked?.address
  }

  start(address: string, done: (free: boolean) => void): void {
    this.stop()
    this.#checked = { address, done }
    this.#timer = this.#o.clock.schedule(answerMs, () => this.#end(true))
    this.#o.ask(address)
  }

  /** Somebody says that this address is his, or looks for it as we do. */
  heard(address: string): void {
    if (address === this.tentative) this.#end(false)
  }

  #end(free: boolean): void {
    const checked = this.#checked
    this.stop()
    checked?.done(free)
  }

  stop(): void {
    this.#timer?.()
    this.#timer = undefined
    this.#checked = undefined
  }
}
