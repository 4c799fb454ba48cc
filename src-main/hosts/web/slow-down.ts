import { setTimeout as wait } from 'node:timers/promises'

const stepMs = 250
const mostMs = 5_000
const forgetMs = 60_000
const mostWaiting = 100
const mostPeers = 1_000

/** Answers wrong tokens of one address later and later, and some of them not at all; a right one is never kept waiting. */
export class SlowDown {
  readonly #failures = new Map<string, { count: number; lastMs: number }>()
  readonly #nowMs: () => number
  #waiting = 0

  constructor(nowMs: () => number = Date.now) {
    this.#nowMs = nowMs
  }

  /** How long the next wrong one of this address waits; undefined: there are too many at once. */
  next(peer: string): number | undefined {
    const now = this.#nowMs()
    const before = this.#failures.get(peer)
    const count = before && now - before.lastMs < forgetMs ? before.count + 1 : 1
    this.#failures.delete(peer)
    this.#failures.set(peer, { count, lastMs: now })
    for (const old of [...this.#failures.keys()].slice(0, -mostPeers)) this.#failures.delete(old)
    return this.#waiting >= mostWaiting ? undefined : Math.min(mostMs, stepMs * 2 ** (count - 1))
  }

  /** Resolves when the answer may go out; false when it is better given at once, since too many wait. */
  async hold(peer: string): Promise<boolean> {
    const ms = this.next(peer)
    if (ms === undefined) return false
    this.#waiting++
    try {
      await wait(ms)
      return true
    } finally {
      this.#waiting--
    }
  }
}
