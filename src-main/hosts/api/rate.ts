const perSecond = 50
const atOnce = 200
const mostUnderWay = 64

interface Asker {
  left: number
  seenMs: number
  underWay: number
}

/** How many calls a token may make: so many at once, so many a second after that, and so many under way. */
export class Rate {
  readonly #askers = new Map<string, Asker>()
  readonly #nowMs: () => number

  constructor(nowMs: () => number = () => performance.now()) {
    this.#nowMs = nowMs
  }

  /** The way to say that the call is over; or the seconds to wait before the next. */
  begin(who: string): { readonly end: () => void } | { readonly waitSeconds: number } {
    const asker = this.#asker(who)
    if (asker.underWay >= mostUnderWay) return { waitSeconds: 1 }
    if (asker.left < 1) return { waitSeconds: Math.ceil((1 - asker.left) / perSecond) }
    asker.left--
    asker.underWay++
    return { end: () => asker.underWay-- }
  }

  #asker(who: string): Asker {
    const now = this.#nowMs()
    const asker = this.#askers.get(who) ?? { left: atOnce, seenMs: now, underWay: 0 }
    asker.left = Math.min(atOnce, asker.left + ((now - asker.seenMs) / 1000) * perSecond)
    asker.seenMs = now
    this.#askers.set(who, asker)
    return asker
  }
}
