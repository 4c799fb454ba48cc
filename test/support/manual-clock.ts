import type { Cancel, Clock } from '@core/ports/clock'

/** A clock that moves only when told. `advance` runs what is due in order, and lets promises settle between. */
export class ManualClock implements Clock {
  #us = 0
  #due: { atUs: number; run: () => void }[] = []
  readonly startMs: number
  #setMs = 0
  constructor(startMs = Date.UTC(2026, 0, 1)) {
    this.startMs = startMs
  }
  /** Somebody sets the clock of the computer; the order of things stays. */
  setWall(byMs: number): void {
    this.#setMs += byMs
  }
  nowMs(): number {
    return this.startMs + this.#setMs + Math.floor(this.#us / 1000)
  }
  monotonicUs(): number {
    return this.#us
  }
  schedule(ms: number, run: () => void): Cancel {
    const entry = { atUs: this.#us + Math.max(0, Math.round(ms * 1000)), run }
    this.#due.splice(this.#placeOf(entry.atUs), 0, entry)
    return () => {
      const at = this.#due.indexOf(entry)
      if (at >= 0) this.#due.splice(at, 1)
    }
  }
  get pending(): number {
    return this.#due.length
  }
  async advance(ms: number): Promise<void> {
    const endUs = this.#us + ms * 1000
    await settle()
    for (;;) {
      const next = this.#due[0]
      if (!next || next.atUs > endUs) break
      this.#due.shift()
      this.#us = Math.max(this.#us, next.atUs)
      next.run()
      await settle()
    }
    this.#us = endUs
  }
  /** Behind everything due at the same instant: what was asked for first runs first. */
  #placeOf(atUs: number): number {
    let low = 0
    let high = this.#due.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#due[middle]?.atUs ?? Infinity) <= atUs) low = middle + 1
      else high = middle
    }
    return low
  }
  /** Advances until the promise settles, at most `limitMs` of this clock. */
  async until<T>(promise: Promise<T>, limitMs = 3_600_000, stepMs = 10): Promise<T> {
    let settled = false
    const watched = promise.finally(() => {
      settled = true
    })
    watched.catch(() => undefined)
    for (let passed = 0; !settled && passed < limitMs; passed += stepMs) await this.advance(stepMs)
    if (!settled) throw new Error(`not settled after ${limitMs} ms of manual time`)
    return watched
  }
}

/** Lets queued promise reactions run; no real time passes. */
export async function settle(rounds = 20): Promise<void> {
  for (let i = 0; i < rounds; i++) await Promise.resolve()
}
