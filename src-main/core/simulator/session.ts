import type { Cancel, Clock } from '../ports/clock'
import type { AccessPoint } from './providers'

/** How a session ended. `idle` and `killed`: by the network; `detached`: the radio went; `released`: the modem asked. */
export type SessionEnd = 'idle' | 'killed' | 'lost' | 'detached' | 'released'

/** A data session of one card: an address of the operator, from activation to its end. */
export class Session {
  readonly imsi: string
  readonly point: AccessPoint
  readonly address: string
  readonly openedMs: number
  bytesUp = 0
  bytesDown = 0
  readonly #clock: Clock
  readonly #listeners = new Set<(end: SessionEnd) => void>()
  #lastUs: number
  #idle: Cancel | undefined
  #idleMs: number
  #ended: SessionEnd | undefined
  constructor(options: { imsi: string; point: AccessPoint; address: string; clock: Clock }) {
    this.imsi = options.imsi
    this.point = options.point
    this.address = options.address
    this.#clock = options.clock
    this.openedMs = options.clock.nowMs()
    this.#idleMs = options.point.idleMinutes * 60_000
    this.#lastUs = options.clock.monotonicUs()
  }
  get ended(): SessionEnd | undefined {
    return this.#ended
  }
  onEnd(listener: (end: SessionEnd) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  /** Counts traffic and starts the idle time anew. */
  traffic(bytes: number, direction: 'up' | 'down'): void {
    if (direction === 'up') this.bytesUp += bytes
    else this.bytesDown += bytes
    this.#lastUs = this.#clock.monotonicUs()
  }
  /** The network counts silence only while someone has a call on the session. */
  watchIdle(minutes = this.point.idleMinutes): void {
    this.#idleMs = minutes * 60_000
    this.#lastUs = this.#clock.monotonicUs()
    this.#arm(this.#idleMs)
  }
  stopIdle(): void {
    this.#idle?.()
    this.#idle = undefined
  }
  end(reason: SessionEnd): void {
    if (this.#ended) return
    this.#ended = reason
    this.stopIdle()
    for (const listener of [...this.#listeners]) listener(reason)
  }
  #arm(ms: number): void {
    this.stopIdle()
    this.#idle = this.#clock.schedule(ms, () => {
      const silentMs = (this.#clock.monotonicUs() - this.#lastUs) / 1000
      if (silentMs >= this.#idleMs) this.end('idle')
      else this.#arm(this.#idleMs - silentMs)
    })
  }
}
