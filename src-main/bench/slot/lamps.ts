import type { ModemSession } from '@core/modem/session'
import type { LineStates } from '@core/ports/byte-port'
import type { Cancel, Clock } from '@core/ports/clock'

interface Options {
  readonly clock: Clock
  readonly session: () => ModemSession | undefined
  readonly onLines: (lines: LineStates) => void
  readonly report: (error: unknown) => void
}

const lookMs = 500

/** Reads the modem control lines twice a second while a port that has them is open. */
export class LampWatch {
  readonly #options: Options
  #cancel: Cancel | undefined
  #last = ''
  constructor(options: Options) {
    this.#options = options
  }
  start(): void {
    this.stop()
    this.#last = ''
    if (this.#options.session()?.port.lines) this.#tick()
  }
  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }
  /** Looks now; tells only what changed. */
  async look(): Promise<void> {
    const lines = await this.#options.session()?.port.lines?.get()
    if (!lines) return
    const text = JSON.stringify(lines)
    if (text === this.#last) return
    this.#last = text
    this.#options.onLines(lines)
  }
  #tick(): void {
    this.look().then(
      () => {
        this.#cancel = this.#options.clock.schedule(lookMs, () => this.#tick())
      },
      // A port that goes away tells so itself; lamps just end.
      (error: unknown) => this.#options.report(error),
    )
  }
}
