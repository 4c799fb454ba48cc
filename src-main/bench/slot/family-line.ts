import { finalLine } from '@core/at/final'
import { answerOf, isTrouble, type FamilyCommand, type Trouble } from '@core/modem/family-command'
import type { ModemSession } from '@core/modem/session'
import { errorWords, faultCode } from '@core/fault'
import type { Words } from '@core/words'
import { notPutBack } from '@bench/messages/words'

interface Options {
  readonly session: () => ModemSession
  readonly note: (text: Words) => void
}

/** What came of a command: what was read, or the trouble; neither where it was not as expected. */
export interface Told<T> {
  readonly value?: T
  readonly trouble?: Trouble
  /** The last line that came. */
  readonly seen: string
}

const restoreMs = 15_000

/** The commands of a family on the AT line of a slot. */
export class FamilyLine {
  readonly #o: Options
  constructor(options: Options) {
    this.#o = options
  }
  /** Rejects where there is no answer at all. */
  async ask<T>(ask: FamilyCommand<T>, signal?: AbortSignal): Promise<Told<T>> {
    const { command, payload, later, timeoutMs, counted } = ask
    const reply = await this.#o.session().ask(command, {
      priority: 'user',
      ...(payload ? { payload } : {}),
      ...(later ? { awaitSecond: true as const } : {}),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      ...(counted === undefined ? {} : { counted }),
      ...(signal ? { signal } : {}),
    })
    const answer = answerOf(reply)
    const read = ask.read(answer)
    const seen = answer.lines.findLast((line) => line !== 'OK') ?? finalLine(reply.final)
    if (read === undefined) return { seen }
    return isTrouble(read) ? { trouble: read, seen: read.seen } : { value: read, seen }
  }
  /** Puts something back: it goes out whatever was cancelled. What cannot be put back is said in the log. */
  async restore(ask: FamilyCommand<true>): Promise<void> {
    try {
      const { trouble } = await this.ask({ timeoutMs: restoreMs, ...ask })
      if (trouble) this.#o.note(notPutBack(ask.command, { en: trouble.seen, ja: trouble.seen }))
    } catch (error) {
      // With the port, everything that was set has gone out of reach.
      if (!/^port-/.test(faultCode(error) ?? ''))
        this.#o.note(notPutBack(ask.command, errorWords(error)))
    }
  }
}
