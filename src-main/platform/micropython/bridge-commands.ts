import { Fault } from '@core/fault'
import type { Clock } from '@core/ports/clock'
import { cancelled, expectWithin, type Expectation } from '@core/wait'
import { quoted } from '@core/words'
import { noAnswer } from './words'

/** What the bridge answered: `cut` is a pulse that was ended before its time. */
export interface BridgeAnswer {
  readonly result: 'ok' | 'cut'
  readonly text: string
}

/** Commands under way on the bridge, by number. */
export class BridgeCommands {
  readonly #clock: Clock
  readonly #send: (text: string) => Promise<void>
  readonly #waiting = new Map<string, Expectation<BridgeAnswer>>()
  #number = 0

  constructor(clock: Clock, send: (text: string) => Promise<void>) {
    this.#clock = clock
    this.#send = send
  }

  /** Rejects with `micropython-script` when the board says no, `micropython-silent` when it says nothing. */
  async ask(text: string, limitMs = 3000, signal?: AbortSignal): Promise<BridgeAnswer> {
    const already = cancelled(signal)
    if (already) throw already
    const number = String(++this.#number)
    const late = { code: 'micropython-silent', detail: noAnswer(text) } as const
    const hope = expectWithin<BridgeAnswer>(this.#clock, limitMs, late)
    hope.promise.catch(() => undefined)
    this.#waiting.set(number, hope)
    try {
      await this.#send(`${number} ${text}`)
      return await hope.promise
    } finally {
      this.#waiting.delete(number)
    }
  }

  answered(text: string): void {
    const [number = '', result = '', ...rest] = text.split(' ')
    const hope = this.#waiting.get(number)
    const said = rest.join(' ')
    if (result === 'ok' || result === 'cut') hope?.resolve({ result, text: said })
    else hope?.reject(new Fault('micropython-script', quoted(said)))
  }

  failAll(fault: Fault): void {
    for (const hope of this.#waiting.values()) hope.reject(fault)
  }
}
