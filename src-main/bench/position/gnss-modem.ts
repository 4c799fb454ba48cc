import { finalLine } from '@core/at/final'
import type { AtReply } from '@core/at/reply'
import { Fault } from '@core/fault'
import type { GnssFamily, GnssQuestion } from '@core/gnss/family'
import type { GnssPosition } from '@core/gnss/position'
import type { ModemSession } from '@core/modem/session'
import type { Clock } from '@core/ports/clock'
import { quoted, type SeenLine, type Words } from '@core/words'
import { sleep } from '@core/wait'
import { ModemFamily } from '@bench/slot/modem-family'

interface Options {
  readonly clock: Clock
  readonly session: () => ModemSession
  readonly families: readonly GnssFamily[]
}

/** A receiver that was just turned off takes up to 30 s until it can be turned on (SIM7600 manual, AT+CGPS). */
const restMs = 3_000
const mostRests = 10

/** The receiver of a modem by the commands of its family. */
export class GnssModem {
  readonly #o: Options
  readonly #family: ModemFamily<GnssFamily>
  /** The question for the position that this modem has taken. */
  #taken: GnssQuestion<GnssPosition | null> | undefined

  constructor(options: Options) {
    this.#o = options
    this.#family = new ModemFamily(options)
  }

  /** Rejects with `gnss-unknown`, with what the modem calls itself. */
  async needFamily(signal?: AbortSignal): Promise<GnssFamily> {
    const family = await this.family(signal)
    if (!family) throw new Fault('gnss-unknown', quoted(this.#family.model))
    return family
  }
  /** Undefined: the modem is of none. */
  family(signal?: AbortSignal): Promise<GnssFamily | undefined> {
    return this.#family.find(signal, () => {
      this.#taken = undefined
    })
  }

  /** Undefined: the answer does not tell. Rejects with `gnss-none`. */
  async isOn(family: GnssFamily, signal?: AbortSignal): Promise<boolean | undefined> {
    const { command, read } = family.power
    const reply = await this.send(command, signal)
    if (!reply.ok) throw new Fault('gnss-none', quoted(`${command}: ${finalLine(reply.final)}`))
    return read(reply.lines)
  }

  /** Undefined: none of the questions was answered as expected. */
  async position(
    family: GnssFamily,
    signal?: AbortSignal,
  ): Promise<GnssPosition | null | undefined> {
    const questions = this.#taken ? [this.#taken] : family.position
    for (const question of questions) {
      const reply = await this.send(question.command, signal)
      const answer = question.read([...reply.lines, finalLine(reply.final)])
      if (answer === undefined) continue
      this.#taken = question
      return answer
    }
    return undefined
  }

  /** Each has to be taken. A receiver that was just turned off is given its time. */
  async run(
    commands: readonly string[],
    wishes: {
      readonly signal?: AbortSignal | undefined
      readonly patient?: boolean
      readonly needs?: Words | undefined
    },
  ): Promise<void> {
    for (const command of commands) {
      for (let rests = 0; ; rests++) {
        const reply = await this.send(command, wishes.signal)
        if (reply.ok) break
        if (!wishes.patient || wishes.needs || rests >= mostRests)
          throw new Fault('gnss-refused', refused(command, reply, wishes.needs))
        await sleep(this.#o.clock, restMs, wishes.signal)
      }
    }
  }
  /** The lines of what is answered; refusals are none. */
  async tried(commands: readonly string[], signal?: AbortSignal): Promise<readonly string[]> {
    const lines: string[] = []
    for (const command of commands) {
      const reply = await this.send(command, signal)
      if (reply.ok) lines.push(...reply.lines)
    }
    return lines
  }
  send(command: string, signal?: AbortSignal): Promise<AtReply> {
    return this.#o.session().ask(command, { priority: 'user', ...(signal ? { signal } : {}) })
  }
}

function refused(command: string, { final }: AtReply, needs: Words | undefined): SeenLine {
  const said = `${command}: ${finalLine(final)}`
  return needs ? { en: `${said}. ${needs.en}`, ja: `${said}。${needs.ja}` } : quoted(said)
}
