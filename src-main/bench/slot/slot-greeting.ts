import { faultCode } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import { mayTakeAt, type PortPurpose } from '@core/ports/port-info'

interface Options {
  readonly purposeOf: (path: string) => Promise<PortPurpose | undefined>
  /** It answered. */
  readonly onReached: () => void
  readonly report: (error: unknown) => void
}

/** What may come of looking for AT on a port that nobody may use, or that goes away meanwhile; each is shown by others. */
const expected = new Set(['at-cancelled', 'at-not-command-mode', 'port-closed', 'port-gone'])

/**
 * AT as soon as a port is open, by which a modem is found that an earlier program left in data mode or in the multiplexer before
 * anybody waits for it. Gives way to whatever a person starts.
 */
export class SlotGreeting {
  readonly #options: Options
  #abort: AbortController | undefined
  #running: Promise<void> | undefined

  constructor(options: Options) {
    this.#options = options
  }

  start(session: ModemSession, path: string): void {
    const abort = new AbortController()
    this.#abort = abort
    this.#running = this.#greet(session, path, abort.signal)
  }
  /** Resolves when nothing more is sent. */
  async stop(): Promise<void> {
    this.#abort?.abort()
    await this.#running
  }

  async #greet(session: ModemSession, path: string, signal: AbortSignal): Promise<void> {
    try {
      if (!mayTakeAt(await this.#options.purposeOf(path)) || signal.aborted) return
      const isReached = await session.reachAt(signal)
      if (isReached && !signal.aborted && session.open) this.#options.onReached()
    } catch (error) {
      if (signal.aborted || !session.open || expected.has(faultCode(error) ?? '')) return
      this.#options.report(error)
    }
  }
}
