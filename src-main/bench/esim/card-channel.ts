import { finalLine } from '@core/at/final'
import type { Knowledge } from '@core/at/knowledge'
import { fromHex, hexOf } from '@core/bytes'
import { Fault } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import { quoted } from '@core/words'
import { cardFault } from '@bench/card/card-faults'
import { numberIn, textIn } from '@bench/messages/message-values'
import { cutWords, noChannelWords } from './words'

/** What a card of this kind takes its time for, at most: it makes keys and looks at signatures. */
const cardMs = 60_000

/** A logical channel to an application of the card (3GPP TS 27.007, 8.43, 8.45, 8.46). */
export class CardChannel {
  readonly #session: ModemSession
  readonly #knowledge: Knowledge
  readonly number: number

  private constructor(session: ModemSession, knowledge: Knowledge, channel: number) {
    this.#session = session
    this.#knowledge = knowledge
    this.number = channel
  }

  /** Rejects with esim-none where there is no such application. */
  static async open(
    session: ModemSession,
    knowledge: Knowledge,
    name: string,
    signal?: AbortSignal,
  ): Promise<CardChannel> {
    const reply = await send(session, `AT+CCHO="${name}"`, signal)
    if (!reply.ok) {
      const fault = cardFault('AT+CCHO', reply.final)
      const ofCard = ['card-absent', 'card-busy', 'card-locked', 'card-puk'].includes(fault.code)
      throw ofCard ? fault : new Fault('esim-none', quoted(`AT+CCHO: ${finalLine(reply.final)}`))
    }
    // Some say the number alone, without the name of the command.
    const [, channel] = /^(?:\+CCHO: *)?"?(\d{1,3})"?$/m.exec(reply.lines.join('\n')) ?? []
    if (channel === undefined) throw new Fault('esim-unclear', noChannelWords(reply.lines))
    return new CardChannel(session, knowledge, Number(channel))
  }

  /** What the card answers, the status word behind it: two octets at least. */
  async exchange(command: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
    const hex = hexOf(command).toUpperCase()
    const text = `AT+CGLA=${this.number},${hex.length},"${hex}"`
    const reply = await send(this.#session, text, signal)
    if (!reply.ok) throw new Fault('esim-refused', quoted(`AT+CGLA: ${finalLine(reply.final)}`))
    const facts = this.#knowledge.answer(text, reply.lines)
    const digits = textIn(facts['response'])
    const response = fromHex(digits)
    // Some modems count octets, not digits.
    const announced = numberIn(facts['length'])
    const whole = announced === digits.length || announced === digits.length / 2
    if (!response || response.length < 2 || !whole)
      throw new Fault('esim-unclear', cutWords(announced, digits.length))
    return response
  }

  /** Only what came before counts: a port that is gone has closed the channel, too, and says so itself. */
  async close(): Promise<void> {
    try {
      await this.#session.ask(`AT+CCHC=${this.number}`, { priority: 'user' })
    } catch (error) {
      if (!(error instanceof Fault)) throw error
    }
  }
}

const send = (session: ModemSession, command: string, signal?: AbortSignal) =>
  session.ask(command, { priority: 'user', timeoutMs: cardMs, ...(signal && { signal }) })
