import { Fault } from '@core/fault'
import { searchSpeedOf } from '@core/modem/probe-port'
import type { ProbeResult } from '@core/modem/probed'
import type { ModemSession } from '@core/modem/session'
import type { Clock } from '@core/ports/clock'
import { mayTakeAt, type PortPurpose } from '@core/ports/port-info'
import type { Words } from '@core/words'
import { noSpeedHere, notForAt, speedKept, speedTried } from './words'

interface Options {
  readonly clock: Clock
  readonly session: () => ModemSession
  readonly connecting: () => boolean
  readonly purposeOf: (path: string) => Promise<PortPurpose | undefined>
  readonly note: (words: Words) => void
}

/** The search for the speed at which the modem of an open port answers. */
export class SlotSpeed {
  readonly #o: Options
  #running = false

  constructor(options: Options) {
    this.#o = options
  }

  /** Nobody else may speak meanwhile. */
  get running(): boolean {
    return this.#running
  }

  /** Tries AT at each usual speed; the port is left at the one that was found, else at the one it had. */
  async find(path: string, signal: AbortSignal): Promise<ProbeResult> {
    if (this.#o.connecting() || this.#running) throw new Fault('connect-running')
    const session = this.#o.session()
    if (!mayTakeAt(await this.#o.purposeOf(path))) throw new Fault('bad-input', notForAt(path))
    const port = session.aside()
    const { setBaudRate } = port
    if (!setBaudRate) throw new Fault('bad-input', noSpeedHere(path))
    this.#running = true
    try {
      const result = await searchSpeedOf(port, (rate) => setBaudRate(rate), {
        clock: this.#o.clock,
        signal,
        baudRate: session.baudRate,
        onTried: ({ baudRate, words }) => this.#o.note(speedTried(baudRate, words)),
      })
      const { baudRate } = result
      if (baudRate === undefined) this.#o.note(speedKept(session.baudRate))
      else session.speedFound(baudRate)
      return result
    } finally {
      this.#running = false
    }
  }
}
