import type { ModemSession, SessionEvent } from '@core/modem/session'
import type { BackState } from '@contract'
import { Fault } from '@core/fault'

interface Options {
  readonly session: () => ModemSession
  /** Resolves when nobody else looks for AT. */
  readonly alone: () => Promise<void>
  readonly onChange: (back: BackState | null) => void
}

/** The way back to command mode of a slot: started and cancelled by a person, shown whoever started it. */
export class SlotBack {
  readonly #options: Options
  #state: BackState | null = null
  #abort: AbortController | undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** Climbs the ladder; `pause` only escapes and keeps the call for ATO. Resolves with how it went. */
  async start(goal: 'command' | 'pause'): Promise<BackState> {
    const session = this.#options.session()
    await this.#options.alone()
    const abort = new AbortController()
    this.#abort = abort
    this.#show({ running: true, result: null, steps: [] })
    try {
      const { signal } = abort
      const back =
        goal === 'pause'
          ? await session.escapeKeepingCall(signal)
          : await session.backToCommand(signal)
      return { running: false, ...back }
    } finally {
      this.#abort = undefined
    }
  }
  cancel(): void {
    this.#abort?.abort(new Fault('at-cancelled'))
  }

  /** Rungs and ends, of ways back that nobody here started, too. */
  hear(event: SessionEvent): void {
    const now = this.#state
    if (event.kind === 'way back') {
      const steps = now?.running ? now.steps : []
      this.#show({ running: true, result: null, steps: [...steps, event.step] })
    } else if (event.kind === 'way back over' && now)
      this.#show({ ...now, running: false, result: event.result })
  }
  /** What was shown belongs to a port or a call that is over. */
  forget(): void {
    if (this.#state && !this.#state.running) this.#show(null)
  }
  #show(state: BackState | null): void {
    this.#state = state
    this.#options.onChange(state)
  }
}
