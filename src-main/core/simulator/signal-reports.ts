import type { Cancel } from '../ports/clock'
import type { ModemBase } from './modem-base'
import { csqLine } from './csq-line'

const EVERY_MS = 5_000

/** `+CSQ: …` unasked: every five seconds (AT+AUTOCSQ=1,0), or when it is another one (AT+AUTOCSQ=1,1). */
export class SignalReports {
  readonly #modem: ModemBase
  readonly #say: (line: string) => void
  #cancel: Cancel | undefined
  #last = ''
  #mode: readonly [on: number, mode: number] = [0, 0]
  constructor(modem: ModemBase, say: (line: string) => void) {
    this.#modem = modem
    this.#say = say
  }
  get mode(): readonly [on: number, mode: number] {
    return this.#mode
  }
  set(on: number, mode: number): void {
    this.#mode = [on, mode]
    this.#last = csqLine(this.#modem)
    this.#cancel?.()
    if (on === 1) this.#arm()
  }
  /** Power is gone. */
  stop(): void {
    this.#cancel?.()
    this.#mode = [0, 0]
  }
  #arm(): void {
    this.#cancel = this.#modem.pace.schedule(EVERY_MS, () => {
      const line = csqLine(this.#modem)
      if (this.#mode[1] === 0 || line !== this.#last) this.#say(line)
      this.#last = line
      this.#arm()
    })
  }
}
