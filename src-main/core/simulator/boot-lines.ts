import type { Cancel } from '../ports/clock'
import { cpinText } from './card'
import type { ModemParts } from './modem-parts'

/** What a simulated modem says while it starts, each line in its time; one of them tells that the card is read. */
export class BootLines {
  readonly #modem: ModemParts
  readonly #say: (line: string) => void
  #waiting: Cancel[] = []
  #cardBusy = false
  constructor(modem: ModemParts, say: (line: string) => void) {
    this.#modem = modem
    this.#say = say
  }

  /** The card is not read yet. */
  get cardBusy(): boolean {
    return this.#cardBusy
  }
  start(): void {
    const { persona, pace } = this.#modem
    this.#cardBusy = persona.boot.lines.some((line) => line.card)
    this.#waiting = persona.boot.lines.map((line) =>
      pace.schedule(line.afterMs, () => this.#line(line.text)),
    )
  }
  /** Whatever was not said yet is not said any more. */
  stop(): void {
    for (const cancel of this.#waiting.splice(0)) cancel()
    this.#cardBusy = false
  }
  #line(text: string | undefined): void {
    if (text === undefined) this.#cardBusy = false
    const card = cpinText(this.#modem.card.state)
    const line = text ?? (card && `+CPIN: ${card}`)
    if (line) this.#say(line)
  }
}
