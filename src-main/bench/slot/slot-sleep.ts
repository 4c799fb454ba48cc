import type { Token } from '@core/at/token'
import { sleepSaid, type SleepState } from '@core/modem/sleep'
import type { PsmGranted } from '@contract'
import type { Cancel, Clock } from '@core/ports/clock'
import type { Words } from '@core/words'
import { sleepOver, sleepsTill, staysAsleep } from './words'

interface Options {
  readonly clock: Clock
  /** What the network has granted, as it was read last. */
  readonly granted: () => PsmGranted | null
  /** Asks whether the modem answers; true: it does. */
  readonly knock: () => Promise<boolean>
  readonly onChange: (sleep: SleepState | null) => void
  readonly note: (text: Words) => void
  readonly report: (error: unknown) => void
}

/** The clock of the modem is not ours, and it boots before it answers. */
const bootMs = 15_000

/**
 * Whether a modem that does not answer sleeps (PSM). It does where it said so, or where it went silent after the network had granted
 * it PSM; then nothing is asked of it until its own clock has woken it, and silence is a failure only from then on.
 */
export class SlotSleep {
  readonly #o: Options
  #state: SleepState | null = null
  #wake: Cancel | undefined

  constructor(options: Options) {
    this.#o = options
  }
  get asleep(): boolean {
    return this.#state !== null
  }

  hear(token: Token): void {
    if (token.kind === 'final' && !token.orphan) return this.#over()
    if (token.kind === 'unsolicited' && token.restart) return this.#over()
    if (token.kind !== 'unsolicited' && token.kind !== 'unknown') return
    const said = sleepSaid(token.text)
    if (said === true) this.#begin(true)
    else if (said === false) this.#over()
  }
  /** Three commands in a row were not answered, or STATUS went off by itself. */
  silent(): void {
    if (!this.#state && this.#o.granted()) this.#begin(false)
  }
  /** The port is closed, or somebody else's modem is on it. */
  forget(): void {
    this.#end()
  }

  #begin(told: boolean): void {
    const { clock, granted } = this.#o
    const seconds = granted()?.tauSeconds ?? null
    const sinceMs = clock.nowMs()
    const untilMs = seconds === null ? null : sinceMs + seconds * 1000
    this.#wake?.()
    this.#wake =
      untilMs === null
        ? undefined
        : clock.schedule(untilMs - sinceMs + bootMs, () => {
            this.#late().catch((error: unknown) => this.#o.report(error))
          })
    this.#tell({ sinceMs, untilMs, told })
    this.#o.note(sleepsTill(told, seconds))
  }
  /** Its clock should have woken it by now. */
  async #late(): Promise<void> {
    const answers = await this.#o.knock()
    if (!answers && this.#state) {
      this.#o.note(staysAsleep)
      this.#end()
    }
  }
  #over(): void {
    if (this.#state) this.#o.note(sleepOver)
    this.#end()
  }
  #end(): void {
    this.#wake?.()
    this.#wake = undefined
    if (this.#state) this.#tell(null)
  }
  #tell(state: SleepState | null): void {
    this.#state = state
    this.#o.onChange(state)
  }
}
