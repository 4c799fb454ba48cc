import { finalLine } from '@core/at/final'
import type { AtReply } from '@core/at/reply'
import { Fault, type FaultCode } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import { askItems, type AskedItem } from '@core/radio/ask'
import type { RadioFamily, RadioItem } from '@core/radio/item'
import { imeiIn, modemKey } from '@core/radio/modem-key'
import { quoted } from '@core/words'
import { ModemFamily } from '@bench/slot/modem-family'

interface Options {
  readonly session: () => ModemSession
  readonly families: readonly RadioFamily[]
}

/** Commands about the radio on the AT line of a slot. */
export class RadioLine {
  readonly #o: Options
  readonly #family: ModemFamily<RadioFamily>

  constructor(options: Options) {
    this.#o = options
    this.#family = new ModemFamily(options)
  }

  /** Undefined: the modem is of none. */
  family(signal?: AbortSignal): Promise<RadioFamily | undefined> {
    return this.#family.find(signal)
  }
  ask(items: readonly RadioItem[], signal?: AbortSignal): Promise<readonly AskedItem[]> {
    return askItems((command) => this.send(command, signal), items)
  }

  /** What a way back is kept by; rejects with `radio-no-identity`. */
  async key(signal?: AbortSignal): Promise<string> {
    const reply = await this.send('AT+CGSN', signal)
    const imei = reply.ok ? imeiIn(reply.lines) : undefined
    if (imei === undefined)
      throw new Fault('radio-no-identity', quoted(`AT+CGSN: ${finalLine(reply.final)}`))
    return modemKey(imei)
  }
  /** Rejects where one is refused. */
  async carryOut(commands: readonly string[], code: FaultCode): Promise<void> {
    for (const command of commands) {
      const reply = await this.send(command)
      if (!reply.ok) throw new Fault(code, quoted(`${command}: ${finalLine(reply.final)}`))
    }
  }
  send(command: string, signal?: AbortSignal): Promise<AtReply> {
    return this.#o.session().ask(command, { priority: 'user', ...(signal ? { signal } : {}) })
  }
}
