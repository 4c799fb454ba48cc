import type { AtPlace } from './at-place'
import type { ModemParts } from './modem-parts'
import type { RadioState } from './radio'
import { registrationNews } from './registration-line'

/** What a simulated modem says unasked: registration, sessions, the card, on every place where commands are read. */
export class ModemNews {
  readonly #modem: ModemParts
  readonly #channels: () => readonly AtPlace[]
  #announcedStat = 0
  constructor(modem: ModemParts, channels: () => readonly AtPlace[]) {
    this.#modem = modem
    this.#channels = channels
  }

  /** A line to every place. */
  say(line: string): void {
    for (const channel of this.#channels()) channel.unsolicited(line)
  }
  /** +CGEV, where AT+CGEREP asks for it. */
  session(text: string): void {
    for (const channel of this.#channels())
      if (channel.settings['+CGEREP'] > 0) channel.unsolicited(`+CGEV: ${text}`)
  }
  card(): void {
    const { power, card } = this.#modem
    if (power.state !== 'on') return
    if (card.state === 'absent') this.say('+CPIN: SIM REMOVED')
    else if (card.state === 'ready') this.say('+CPIN: READY')
  }
  /** +CREG and its like, where the state or the cell is another one and the place asks for it. */
  radio(before: RadioState, now: RadioState): void {
    const { radio, persona } = this.#modem
    const cell = 'cell' in before && 'cell' in now && before.cell !== now.cell
    const stat = radio.stat()
    const change = { stat: stat !== this.#announcedStat, cell }
    for (const channel of this.#channels())
      for (const name of persona.registration.commands) {
        const line = registrationNews(name, persona, radio, channel.settings[name], change)
        if (line) channel.unsolicited(line)
      }
    this.#announcedStat = stat
  }
}
