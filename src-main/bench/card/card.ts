import type { CardContents, ForbiddenWritten, Input } from '@contract'
import type { Knowledge } from '@core/at/knowledge'
import { cardFileKinds } from '@core/card/files'
import { Fault, faultCode } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import type { Clock } from '@core/ports/clock'
import { CardAccess } from './card-access'
import { InTurn } from '@bench/in-turn'
import { quoted } from '@core/words'
import { lengthWords, triesWords, unsureWords } from './words'

interface Options {
  readonly clock: Clock
  readonly session: () => ModemSession
  readonly knowledge: Knowledge
}
type Wish<N extends 'card.enterPin' | 'card.askPin' | 'card.changePin'> = Omit<Input<N>, 'slot'>

/** The SIM of a slot: read, its PIN with care, its list of forbidden networks cleared and put back. One thing after the other. */
export class SlotCard {
  readonly #clock: Clock
  readonly #access: CardAccess
  readonly #turn = new InTurn()

  constructor(options: Options) {
    this.#clock = options.clock
    this.#access = new CardAccess(options)
  }

  read(signal?: AbortSignal): Promise<CardContents> {
    return this.#turn.run(() => this.#read(signal))
  }
  async #read(signal?: AbortSignal): Promise<CardContents> {
    const access = this.#access
    const state = await access.state(signal)
    const tries = await access.tries(signal)
    const asksPin = state === 'READY' ? await access.asksPin(signal) : true
    const files = await access.files(signal)
    return { state, asksPin, tries, files, readMs: this.#clock.nowMs() }
  }

  enterPin(
    { pin, lastTry = false }: Wish<'card.enterPin'>,
    signal?: AbortSignal,
  ): Promise<CardContents> {
    mustBePin(pin)
    return this.#turn.run(async () => {
      const state = await this.#access.state(signal)
      if (state === 'READY') throw new Fault('card-no-question')
      if (/PUK/.test(state)) throw new Fault('card-puk', quoted(`+CPIN: ${state}`))
      if (state !== 'SIM PIN') throw new Fault('card-refused', quoted(`+CPIN: ${state}`))
      return this.#once(`AT+CPIN="${pin}"`, lastTry, signal)
    })
  }
  askPin(
    { on, pin, lastTry = false }: Wish<'card.askPin'>,
    signal?: AbortSignal,
  ): Promise<CardContents> {
    mustBePin(pin)
    return this.#turn.run(async () => {
      await this.#mustBeReady(signal)
      // Asking costs nothing; a PIN that changes nothing might cost a try.
      if ((await this.#access.asksPin(signal)) === on) return this.#read(signal)
      return this.#once(`AT+CLCK="SC",${on ? 1 : 0},"${pin}"`, lastTry, signal)
    })
  }
  changePin(
    { pin, newPin, lastTry = false }: Wish<'card.changePin'>,
    signal?: AbortSignal,
  ): Promise<CardContents> {
    mustBePin(pin)
    mustBePin(newPin)
    return this.#turn.run(async () => {
      await this.#mustBeReady(signal)
      // A card changes its PIN only while it asks for it (102 221, 11.1.10).
      if ((await this.#access.asksPin(signal)) === false) throw new Fault('card-no-question')
      return this.#once(`AT+CPWD="SC","${pin}","${newPin}"`, lastTry, signal)
    })
  }
  async #mustBeReady(signal?: AbortSignal): Promise<void> {
    const state = await this.#access.state(signal)
    if (/PUK/.test(state)) throw new Fault('card-puk', quoted(`+CPIN: ${state}`))
    if (state !== 'READY') throw new Fault('card-locked', quoted(`+CPIN: ${state}`))
  }
  /** A command with a PIN: sent once, and only where a wrong one blocks nothing. */
  async #once(command: string, lastTry: boolean, signal?: AbortSignal): Promise<CardContents> {
    const { pin } = await this.#access.tries(signal)
    if (!lastTry && (pin === null || pin < 2)) throw new Fault('card-few-tries', triesWords(pin))
    try {
      await this.#access.ask(command, signal)
    } catch (error) {
      throw await this.#whyRefused(error, pin)
    }
    return this.#read(signal)
  }

  /** A bare ERROR, and a code for anything, do not say that a try is gone: the card is asked. */
  async #whyRefused(error: unknown, before: number | null): Promise<unknown> {
    const refused = ['card-refused', 'card-wrong-pin', 'card-puk', 'card-locked']
    if (!refused.includes(faultCode(error) ?? '')) return error
    const { detail } = error instanceof Fault ? error : { detail: '' }
    const state = await this.#access.state()
    if (/PUK/.test(state)) return new Fault('card-puk', quoted(`${detail} +CPIN: ${state}`))
    const { pin: left } = await this.#access.tries()
    if (left === null || before === null || left >= before) return error
    const { en, ja } = triesWords(left)
    return new Fault('card-wrong-pin', { en: `${detail}. ${en}`, ja: `${detail}。${ja}` })
  }

  clearForbidden(signal?: AbortSignal): Promise<ForbiddenWritten> {
    return this.#turn.run(async () => {
      const before = await this.#forbidden(signal)
      return this.#write(before, 'F'.repeat(before.length))
    })
  }
  restoreForbidden(given: string, signal?: AbortSignal): Promise<ForbiddenWritten> {
    const hex = given.trim().toUpperCase()
    return this.#turn.run(async () => {
      const before = await this.#forbidden(signal)
      if (!/^[0-9A-F]+$/.test(hex) || hex.length !== before.length)
        throw new Fault('card-other', lengthWords(hex.length, before.length))
      return this.#write(before, hex)
    })
  }
  async #forbidden(signal?: AbortSignal): Promise<string> {
    const file = await this.#access.file('fplmn', signal)
    if (file.state === 'locked') throw new Fault('card-locked')
    if (file.state !== 'read') throw new Fault('card-file', file.words)
    return file.hex
  }
  async #write(before: string, hex: string): Promise<ForbiddenWritten> {
    const { done, words } = await this.#access.write(cardFileKinds.fplmn.id, hex)
    if (!done) throw new Fault('card-file', words)
    const now = await this.#access.file('fplmn')
    if (now.hex !== hex) throw new Fault('card-unsure', unsureWords(before, now.hex))
    return { before, now: now.words }
  }
}

function mustBePin(pin: string): void {
  if (!/^\d{4,8}$/.test(pin)) throw new Fault('card-pin-form')
}
