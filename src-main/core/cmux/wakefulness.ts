import type { Cancel, Clock } from '../ports/clock'

interface Options {
  readonly clock: Clock
  readonly stepMs: number
  readonly limitMs: number
  /** Sends flags. */
  flags(count: number): void
  /** No frame may go out, or may again. */
  hold(held: boolean): void
  /** The other side did not wake in time. */
  onSilence(): void
}

/** A run of flags this long, with no frame behind it, is somebody who wakes us. */
const wakingRun = 4
const answerFlags = 2
/** Flags are not answered more often than this, nor within it after our own, or two sides would answer for ever. */
const answerGapMs = 500

/** Power saving as 27.010 5.4.7 has it: after PSC no frame goes out until flags were sent and flags came back. */
export class Wakefulness {
  readonly #options: Options
  #asleep = false
  #sinceMs = 0
  #step: Cancel | undefined
  #lastFlagsUs = -Infinity

  constructor(options: Options) {
    this.#options = options
  }

  get asleep(): boolean {
    return this.#asleep
  }

  fallAsleep(): void {
    this.#asleep = true
    this.#options.hold(true)
  }

  /** Starts to wake the other side, when it sleeps and nobody wakes it yet. */
  wake(): void {
    if (!this.#asleep || this.#step) return
    this.#sinceMs = 0
    this.#knock()
  }

  /** A frame or a flag came: the other side is awake. */
  heard(): void {
    this.#stopKnocking()
    if (!this.#asleep) return
    this.#asleep = false
    this.#options.hold(false)
  }

  /** Flags came with no frame behind them. */
  flagsHeard(run: number): void {
    const waking = this.#asleep && !this.#step
    this.heard()
    if (waking || run >= wakingRun) this.#answer()
  }

  stop(): void {
    this.#stopKnocking()
  }

  #answer(): void {
    if (this.#options.clock.monotonicUs() - this.#lastFlagsUs < answerGapMs * 1000) return
    this.#send(answerFlags)
  }

  #knock(): void {
    this.#send(wakingRun)
    this.#sinceMs += this.#options.stepMs
    this.#step = this.#options.clock.schedule(this.#options.stepMs, () => {
      if (this.#sinceMs >= this.#options.limitMs) {
        this.#stopKnocking()
        this.#options.onSilence()
      } else this.#knock()
    })
  }

  #stopKnocking(): void {
    this.#step?.()
    this.#step = undefined
  }

  #send(count: number): void {
    this.#lastFlagsUs = this.#options.clock.monotonicUs()
    this.#options.flags(count)
  }
}
