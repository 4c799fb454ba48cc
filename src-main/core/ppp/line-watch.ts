import type { Cancel, Clock } from '../ports/clock'
import { meaningOf } from './hang-up'

const mostLines = 5
const probeMs = 5_000

export interface LineWatchOptions {
  readonly clock: Clock
  /** The call is over. */
  ended(line: string): void
  /** An event after which the peer stayed silent although it was asked. */
  lost(line: string): void
  /** The modem took something for a command. */
  refused(): void
  /** Whether the peer can be asked now, and asks it. */
  ask(): boolean
  /** How many frames have come so far. */
  frames(): number
}

/** Reads what the modem writes between frames. */
export class LineWatch {
  readonly #o: LineWatchOptions
  #lines: string[] = []
  #probe: Cancel | undefined

  constructor(options: LineWatchOptions) {
    this.#o = options
  }

  /** The last few lines, oldest first. */
  get lines(): readonly string[] {
    return this.#lines
  }

  take(line: string): void {
    this.#lines = [...this.#lines, line].slice(-mostLines)
    switch (meaningOf(line)) {
      case 'ended':
        return this.#o.ended(line)
      case 'omen':
        return this.#doubt(line)
      case 'error':
        return this.#o.refused()
      case 'other':
        return
    }
  }

  /** `+CGEV: NW PDN DEACT 1` may be about another context; the peer's silence settles it. */
  #doubt(line: string): void {
    if (this.#probe) return
    const before = this.#o.frames()
    if (!this.#o.ask()) return
    this.#probe = this.#o.clock.schedule(probeMs, () => {
      this.#probe = undefined
      if (this.#o.frames() === before) this.#o.lost(line)
    })
  }

  stop(): void {
    this.#probe?.()
    this.#probe = undefined
  }
}
