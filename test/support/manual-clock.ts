import type { Cancel, Clock } from '@core/ports/clock'

/** A clock that moves only when told. `advance` runs what is due in order, and lets promises settle between. */
export class ManualClock implements Clock {
  #us = 0
  #order = 0
  #due: { atUs: number; order: number; run: () => void }[] = []
  readonly startMs: number
  constructor(startMs = Date.UTC(2026, 0, 1)) {
    this.startMs = startMs
  }
  nowMs(): number {
    return this.startMs + Math.floor(this.#us / 1000)
  }
  monotonicUs(): number {
    return this.#us
  }
  schedule(ms: number, run: () => void): Cancel {
    const entry = { atUs: this.#us + Math.max(0, Math.round(ms * 1000)), order: this.#order++, run }
    this.#due.push(entry)
    return () => {
      this.#due = this.#due.filter((other) => other !== entry)
    }
  }
  get pending(): number {
    return this.#due.length
  }
  async advance(ms: number): Promise<void> {
    const endUs = this.#us + ms * 1000
    await settle()
    for (;;) {
      const next = this.#due
        .filter((entry) => entry.atUs <= endUs)
        .sort((a, b) => a.atUs - b.atUs || a.order - b.order)[0]
      if (!next) break
      this.#due = this.#due.filter((entry) => entry !== next)
      this.#us = Math.max(this.#us, next.atUs)
      next.run()
      await settle()
    }
    this.#us = endUs
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
