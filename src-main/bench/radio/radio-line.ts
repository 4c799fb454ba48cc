import { finalLine } from '@core/at/final'
import type { AtReply } from '@core/at/reply'
import { Fault, type FaultCode } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import type { RadioFamily, RadioItem } from '@core/radio/item'
import { imeiIn, modemKey } from '@core/radio/modem-key'
import { namedInWords, operatorItem } from '@core/radio/operator'
import type { ReadItem } from '@core/radio/change'
import { ws46 } from '@core/radio/standard'
import { quoted } from '@core/words'
import { ModemFamily } from '@bench/slot/modem-family'

interface Options {
  readonly session: () => ModemSession
  readonly families: readonly RadioFamily[]
}

/** A setting with what was answered; `read` undefined: it is not of a shape that is known. */
export interface AskedItem {
  readonly item: RadioItem
  readonly read: ReadItem | undefined
  readonly answer: readonly string[]
  /** The modem refused the question: it does not have this setting. */
  readonly refused: boolean
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
  /** The family's own, and what 27.007 has for every modem. */
  itemsOf(family: RadioFamily | undefined): readonly RadioItem[] {
    const own = family?.items ?? []
    const rat = own.some(({ id }) => id === 'rat') ? [] : [ws46]
    return [...own, ...rat, operatorItem]
  }

  /** Each question is asked once, whatever many settings stand in its answer. */
  async ask(items: readonly RadioItem[], signal?: AbortSignal): Promise<readonly AskedItem[]> {
    const replies = new Map<string, AtReply>()
    const once = async (command: string): Promise<AtReply> => {
      const known = replies.get(command)
      if (known) return known
      const reply =
        command === operatorItem.command
          ? await this.#operator(signal)
          : await this.send(command, signal)
      replies.set(command, reply)
      return reply
    }
    const asked: AskedItem[] = []
    for (const item of items) {
      const reply = await once(item.command)
      const answer = reply.lines.length > 0 ? reply.lines : [finalLine(reply.final)]
      if (!reply.ok) {
        asked.push({ item, read: undefined, answer, refused: true })
        continue
      }
      const test = item.test === undefined ? undefined : await once(item.test)
      const told = test?.ok ? test.lines : []
      const value = item.read(reply.lines, told)
      const read = value && { item, reading: { value, test: told } }
      asked.push({ item, read, answer, refused: false })
    }
    return asked
  }
  /** Which operator was chosen is asked in numbers; the format goes back to what it was. */
  async #operator(signal?: AbortSignal): Promise<AtReply> {
    const { command } = operatorItem
    const reply = await this.send(command, signal)
    const format = reply.ok ? namedInWords(reply.lines) : undefined
    if (format === undefined) return reply
    const set = await this.send('AT+COPS=3,2', signal)
    if (!set.ok) return reply
    const numeric = await this.send(command, signal)
    await this.send(`AT+COPS=3,${format}`)
    return numeric.ok ? numeric : reply
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
