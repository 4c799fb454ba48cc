import type { Cancel, Clock } from '../ports/clock'

interface Options {
  readonly clock: Clock
  /** So long it must hold. */
  readonly forMs: number
  /** From one raising to the next. */
  readonly againMs: number
  /** `missed`: how often it happened since the last time and was not told, since that was not long ago. */
  readonly onRaised: (missed: number) => void
  readonly onCleared: () => void
}

/** A timer that runs so much too late had no turn: what came meanwhile is heard first. */
const lateMs = 2_000

/**
 * One rule on one slot: raised when something has held for long enough, and once in a while at most, however often it comes and
 * goes. Only monotonic time counts, so that a clock which is set raises nothing.
 */
export class AlertWatch {
  readonly #o: Options
  /** Undefined: nobody knows. */
  #holds: boolean | undefined
  #sinceUs = 0
  #raisedUs: number | undefined
  /** When it was raised last, whether it still is or not. */
  #lastUs = -Infinity
  #missed = 0
  #timer: Cancel | undefined
  /** A person has seen it: silent until it has ended once. */
  #quiet = false

  constructor(options: Options) {
    this.#o = options
  }

  get raised(): boolean {
    return this.#raisedUs !== undefined
  }
  /** It holds, though perhaps not for long enough: what a threshold with a way back asks. */
  get holding(): boolean {
    return this.#holds === true
  }

  /** Whether it holds now. Not known: what was raised stays, and what was being waited for begins anew. */
  hold(now: boolean | undefined): void {
    const before = this.#holds
    this.#holds = now
    if (now === true && before !== true) this.#begin()
    if (now !== true && before === true) this.#over()
    if (now !== false) return
    this.#quiet = false
    this.#clear()
  }

  /** It happened, and is over: a row of the log. */
  hit(): void {
    if (this.#usToWait() > 0) this.#missed++
    else this.#raise()
    this.#stopTimer()
    this.#timer = this.#o.clock.schedule(this.#o.againMs, () => {
      this.#quiet = false
      this.#clear()
    })
  }

  /** A person has seen it. */
  dismiss(): void {
    this.#quiet = this.#holds !== false
    this.#stopTimer()
    this.#clear()
  }
  /** Nobody watched for a while, as during the sleep of the computer: what is waited for begins anew. */
  anew(): void {
    if (this.#holds !== true || this.raised) return
    this.#begin()
  }
  stop(): void {
    this.#stopTimer()
  }

  #begin(): void {
    if (this.raised || this.#quiet) return
    this.#sinceUs = this.#o.clock.monotonicUs()
    this.#wait(Math.max(this.#o.forMs * 1000, this.#usToWait()))
  }
  #wait(us: number, late = false): void {
    this.#stopTimer()
    const dueUs = this.#o.clock.monotonicUs() + us
    if (us <= 0) return this.#raise()
    this.#timer = this.#o.clock.schedule(us / 1000, () => {
      const overdue = this.#o.clock.monotonicUs() - dueUs > lateMs * 1000
      if (overdue && !late) this.#wait(lateMs * 1000, true)
      else this.#raise()
    })
  }
  #over(): void {
    this.#stopTimer()
    const heldUs = this.#o.clock.monotonicUs() - this.#sinceUs
    if (!this.raised && !this.#quiet && heldUs >= this.#o.forMs * 1000) this.#missed++
  }
  #usToWait(): number {
    return this.#lastUs + this.#o.againMs * 1000 - this.#o.clock.monotonicUs()
  }
  #raise(): void {
    this.#stopTimer()
    const missed = this.#missed
    this.#missed = 0
    this.#lastUs = this.#o.clock.monotonicUs()
    this.#raisedUs = this.#lastUs
    this.#o.onRaised(missed)
  }
  #clear(): void {
    if (!this.raised) return
    this.#raisedUs = undefined
    this.#o.onCleared()
  }
  #stopTimer(): void {
    this.#timer?.()
    this.#timer = undefined
  }
}
