import type { Cancel, Clock } from '../ports/clock'

interface Options {
  readonly clock: Clock
  /** 0 keeps nothing alive. */
  readonly everyMs: number
  /** Asks the other side for a sign of life. */
  probe(): Promise<boolean>
  onSilence(): void
}

/** TEST every so often: n_gsm's way to notice a modem that is gone without a word. */
export class KeepAlive {
  readonly #options: Options
  #timer: Cancel | undefined
  #stopped = false

  constructor(options: Options) {
    this.#options = options
  }

  start(): void {
    const { clock, everyMs } = this.#options
    if (everyMs > 0 && !this.#stopped)
      this.#timer = clock.schedule(everyMs, () => void this.#once())
  }

  stop(): void {
    this.#stopped = true
    this.#timer?.()
  }

  async #once(): Promise<void> {
    const alive = await this.#options.probe()
    if (this.#stopped) return
    if (alive) this.start()
    else this.#options.onSilence()
  }
}
