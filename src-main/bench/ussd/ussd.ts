import { finalLine, type Final } from '@core/at/final'
import type { AtReply } from '@core/at/reply'
import type { Token } from '@core/at/token'
import { hexOf } from '@core/bytes'
import { Fault, type FaultCode } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import type { Clock } from '@core/ports/clock'
import { ucs2Octets } from '@core/sms/ucs2'
import { UssdLines } from '@core/ussd/incoming'
import { ussdReply, type UssdReply } from '@core/ussd/reply'
import { expectWithin, type Expectation } from '@core/wait'
import { cardFault } from '@bench/card/card-faults'
import { InTurn } from '@bench/in-turn'
import { FamilyLine } from '@bench/slot/family-line'
import { registration, untilOnNetwork } from '@bench/slot/on-network'
import { quoted, type Words } from '@core/words'

interface Options {
  readonly clock: Clock
  readonly session: () => ModemSession
  readonly note: (text: Words) => void
}
/** The GSM alphabet, by the coding that says so without a language (23.038, 5). */
const GSM = 15
const mostCharacters = 182
/** A modem that was just switched on is not on a network yet. */
const registerMs = 60_000

/** USSD of a slot: a code, the menu behind it, its answers. One thing after the other. */
export class SlotUssd {
  readonly #o: Options
  readonly #turn = new InTurn()
  readonly #lines = new UssdLines()
  readonly #line: FamilyLine
  #awaited: Expectation<string> | undefined
  /** The network waits for an answer. */
  #asks = false

  constructor(options: Options) {
    this.#o = options
    this.#line = new FamilyLine(options)
  }

  /** What a modem said. */
  hear(token: Token): void {
    if (token.kind === 'unsolicited' && token.restart) this.#asks = false
    const said = this.#lines.take(token)
    if (said === undefined) return
    // The network may end a dialogue, or begin one, by itself.
    if (this.#awaited) this.#awaited.resolve(said)
    else this.#asks = ussdReply(said, '')?.state === 'asks'
  }

  send(given: string, waitMs: number, signal?: AbortSignal): Promise<UssdReply> {
    const text = given.trim()
    if (!/^[^"\u0000-\u001f\u007f]{1,182}$/.test(text) || text.length > mostCharacters)
      throw new Fault('ussd-text')
    return this.#turn.run(() => this.#send(text, waitMs, signal))
  }
  async #send(text: string, waitMs: number, signal?: AbortSignal): Promise<UssdReply> {
    const set = await this.#characterSet(signal)
    const written = set === 'UCS2' ? hexOf(ucs2Octets(text)).toUpperCase() : text
    if (set !== 'UCS2' && !/^[\x20-\x7e]*$/.test(text)) throw new Fault('ussd-text')
    // The answer may come before the OK: some modems hold the line until the network has spoken.
    const awaited = expectWithin<string>(this.#o.clock, waitMs, { code: 'ussd-no-answer' }, signal)
    this.#awaited = awaited
    // A refusal is told first; nobody waits for the answer then.
    awaited.promise.catch(() => undefined)
    try {
      await this.#ask(written, signal)
      const reply = ussdReply(await awaited.promise, set)
      if (!reply) throw new Fault('ussd-refused', quoted('+CUSD'))
      this.#asks = reply.state === 'asks'
      return reply
    } catch (error) {
      await this.#end()
      throw error
    } finally {
      this.#awaited = undefined
      awaited.resolve('')
    }
  }
  async #ask(written: string, signal?: AbortSignal): Promise<void> {
    let reply = await this.#offer(written, signal)
    if (!reply.ok && tellsNothing(reply.final)) {
      const { ok: knows, final } = await this.#at('AT+CUSD=?', signal)
      if (!knows && final.kind === 'error') throw fault('ussd-unsupported', final)
      if (await this.#cameOn(signal)) reply = await this.#offer(written, signal)
    }
    if (!reply.ok) throw ussdFault(reply.final)
  }
  /** The refusal may have been for want of a network, and there is one now: it may have come while this was asked. */
  async #cameOn(signal?: AbortSignal): Promise<boolean> {
    const line = this.#line
    if ((await registration(line, signal)) === undefined) return false
    if (await untilOnNetwork(line, this.#o.clock, registerMs, signal)) return true
    throw new Fault('ussd-no-network')
  }
  /** The coding is left away where the modem does not take it. */
  async #offer(written: string, signal?: AbortSignal): Promise<AtReply> {
    const command = `AT+CUSD=1,"${written}"`
    const first = await this.#at(`${command},${GSM}`, signal)
    const takesNone = first.final.kind === 'error' || isParameter(first.final)
    return takesNone ? this.#at(command, signal) : first
  }
  #at(command: string, signal?: AbortSignal): Promise<AtReply> {
    return this.#o.session().ask(command, { priority: 'user', ...(signal ? { signal } : {}) })
  }
  /** What AT+CSCS? says; empty where the modem knows no such setting. */
  async #characterSet(signal?: AbortSignal): Promise<string> {
    const reply = await this.#at('AT+CSCS?', signal)
    return /^\+CSCS: *"?([\w-]+)"?/m.exec(reply.lines.join('\n'))?.[1]?.toUpperCase() ?? ''
  }

  cancel(signal?: AbortSignal): Promise<void> {
    return this.#turn.run(async () => {
      const reply = await this.#at('AT+CUSD=2', signal)
      if (!reply.ok && this.#asks) throw ussdFault(reply.final)
      this.#asks = false
    })
  }
  /** After a failure the network may still hold a dialogue open; whether that can be ended changes nothing of the failure. */
  async #end(): Promise<void> {
    this.#asks = false
    await this.#at('AT+CUSD=2').catch(() => undefined)
  }
}

/** +CME ERROR: operation not supported, or a wrong parameter: the form is not taken, and nothing went out. */
const isParameter = (final: Final): boolean =>
  final.kind === 'cme' && (final.code === 50 || /parameter/i.test(final.text ?? ''))

const codes: Readonly<Record<number, FaultCode>> = {
  3: 'ussd-refused',
  4: 'ussd-unsupported',
  30: 'ussd-no-network',
  31: 'ussd-no-answer',
  32: 'ussd-no-network',
}
const words: readonly (readonly [RegExp, FaultCode])[] = [
  [/no network/i, 'ussd-no-network'],
  [/network time/i, 'ussd-no-answer'],
  [/not support/i, 'ussd-unsupported'],
]
const ofCard: readonly FaultCode[] = ['card-absent', 'card-locked', 'card-puk', 'card-busy']

/** Why it was refused, with the line that was seen; what was asked may hold a code and is not told. */
function ussdFault(final: Final): Fault {
  const card = cardFault('AT+CUSD', final)
  if (ofCard.includes(card.code)) return card
  return fault(codeOf(final) ?? 'ussd-refused', final)
}
const fault = (code: FaultCode, final: Final): Fault =>
  new Fault(code, quoted(`+CUSD: ${finalLine(final)}`))
/** A bare ERROR (AT+CMEE=0) gives no reason; that there is no network may have changed a moment later. */
const tellsNothing = (final: Final): boolean =>
  final.kind === 'error' || codeOf(final) === 'ussd-no-network'

function codeOf(final: Final): FaultCode | undefined {
  if (final.kind === 'not supported') return 'ussd-unsupported'
  if (final.kind !== 'cme') return undefined
  if (final.code !== null) return codes[final.code]
  return words.find(([pattern]) => pattern.test(final.text ?? ''))?.[1]
}
