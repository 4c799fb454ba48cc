import type { EsimContents } from '@contract'
import { finalLine } from '@core/at/final'
import type { Knowledge } from '@core/at/knowledge'
import { fromHex, hexOf } from '@core/bytes'
import {
  eidOf,
  esimRequests,
  infoOf,
  ISD_R,
  nicknameProblem,
  profilesOf,
  refusalOf,
  serverOf,
  waitingOf,
  type EsimProfile,
} from '@core/esim/euicc'
import { isFine, storeData, type ApduAnswer } from '@core/esim/store-data'
import { errorWords, Fault, faultCode } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import type { Clock } from '@core/ports/clock'
import { sleep } from '@core/wait'
import { quoted } from '@core/words'
import { statusWord } from '@catalog/decoders/shared/status-word'
import { cardFault } from '@bench/card/card-faults'
import { InTurn } from '@bench/in-turn'
import { numberIn, textIn } from '@bench/messages/message-values'
import {
  cutWords,
  nameWords,
  noChannelWords,
  refusedWords,
  ruleWords,
  stoppedWords,
  unclearWords,
  whichWords,
} from './words'

interface Options {
  readonly clock: Clock
  readonly session: () => ModemSession
  readonly knowledge: Knowledge
}
/** Without a signal where what is asked for cannot be taken back. */
type Ask = (request: Uint8Array, signal?: AbortSignal) => Promise<Uint8Array>

/** The modem reads its card anew after a switch; how often the eUICC is looked for meanwhile, and how long between. */
const looks = 8
const betweenMs = 2_000

/** The profiles of an eUICC in the slot, over a logical channel to its ISD-R (GSMA SGP.22). One thing after the other. */
export class SlotEsim {
  readonly #o: Options
  readonly #turn = new InTurn()

  constructor(options: Options) {
    this.#o = options
  }

  /** Changes nothing. Rejects with esim-none where there is no eUICC. */
  read(signal?: AbortSignal): Promise<EsimContents> {
    return this.#turn.run(() => this.#on((ask) => this.#contents(ask, signal), signal))
  }
  /** Gives a profile a name of the person's own; empty takes it away. */
  rename(iccid: string, nickname: string, signal?: AbortSignal): Promise<EsimContents> {
    const problem = nicknameProblem(nickname)
    if (problem !== null) throw new Fault('esim-name', nameWords(problem))
    return this.#change(iccid, () => esimRequests.rename(iccid, nickname), signal)
  }
  /** The profile that was enabled is disabled by it. The modem reads its card anew: a connection ends. */
  enable(iccid: string, signal?: AbortSignal): Promise<EsimContents> {
    return this.#change(
      iccid,
      ({ state }) => {
        if (state === 'enabled') throw new Fault('esim-state', whichWords(iccid, state))
        return esimRequests.enable(iccid)
      },
      signal,
    )
  }
  disable(iccid: string, signal?: AbortSignal): Promise<EsimContents> {
    return this.#change(
      iccid,
      ({ state, mayDisable }) => {
        if (state === 'disabled') throw new Fault('esim-state', whichWords(iccid, state))
        if (!mayDisable) throw new Fault('esim-policy', ruleWords(iccid, 'PPR1'))
        return esimRequests.disable(iccid)
      },
      signal,
    )
  }
  /** For good: only its operator can give it again. */
  remove(iccid: string, signal?: AbortSignal): Promise<EsimContents> {
    return this.#change(
      iccid,
      ({ state, mayDelete }) => {
        if (state === 'enabled') throw new Fault('esim-enabled', quoted(iccid))
        if (!mayDelete) throw new Fault('esim-policy', ruleWords(iccid, 'PPR2'))
        return esimRequests.remove(iccid)
      },
      signal,
    )
  }

  #change(
    iccid: string,
    requestFor: (profile: EsimProfile) => Uint8Array,
    signal?: AbortSignal,
  ): Promise<EsimContents> {
    return this.#turn.run(async () => {
      await this.#on(async (ask) => {
        const profile = (await this.#profiles(ask, signal)).find((one) => one.iccid === iccid)
        if (!profile) throw new Fault('esim-no-such', quoted(iccid))
        const answer = await ask(requestFor(profile), undefined)
        const refusal = refusalOf(answer)
        if (refusal === undefined) throw new Fault('esim-unclear', unclearWords('result', answer))
        if (refusal !== null) throw new Fault('esim-refused', refusedWords(refusal))
      }, signal)
      return this.#readAfter(signal)
    })
  }
  /** It was done; that the card cannot be read at once is no failure of it. */
  async #readAfter(signal?: AbortSignal): Promise<EsimContents> {
    for (let look = 1; ; look++) {
      try {
        await sleep(this.#o.clock, betweenMs, signal)
        return await this.#on((ask) => this.#contents(ask, signal), signal)
      } catch (error) {
        if (signal?.aborted) throw new Fault('esim-unsure', stoppedWords)
        if (look >= looks) throw new Fault('esim-unsure', errorWords(error))
      }
    }
  }

  async #contents(ask: Ask, signal?: AbortSignal): Promise<EsimContents> {
    const said = await ask(esimRequests.eid, signal)
    const eid = eidOf(said)
    if (eid === undefined) throw new Fault('esim-unclear', unclearWords('EID', said))
    const profiles = await this.#profiles(ask, signal)
    // What an older eUICC does not know of these is left out, not a reason to show nothing.
    const tried = async <T>(request: Uint8Array, read: (answer: Uint8Array) => T, none: T) => {
      try {
        return read(await ask(request, signal))
      } catch (error) {
        if (faultCode(error) !== 'esim-refused') throw error
        return none
      }
    }
    const info = await tried(esimRequests.info, infoOf, { version: null, freeBytes: null })
    const server = await tried(esimRequests.addresses, serverOf, null)
    const waiting = await tried(esimRequests.notifications, waitingOf, null)
    return { eid, ...info, server, waiting, profiles, readMs: this.#o.clock.nowMs() }
  }
  async #profiles(ask: Ask, signal?: AbortSignal): Promise<readonly EsimProfile[]> {
    const said = await ask(esimRequests.profiles, signal)
    const profiles = profilesOf(said)
    if (!profiles) throw new Fault('esim-unclear', unclearWords('list', said))
    return profiles
  }

  /** Opens a channel, and closes it whatever becomes of the work; after a switch the card itself has closed it. */
  async #on<T>(work: (ask: Ask) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const channel = await this.#opened(signal)
    try {
      return await work(async (request, stop) => {
        const transmit = (command: Uint8Array) => this.#transmit(channel, command, stop)
        const { data, status } = await storeData(transmit, channel, request)
        if (!isFine(status))
          throw new Fault('esim-refused', statusWord(status >> 8, status & 0xff).words)
        return data
      })
    } finally {
      await this.#closed(channel)
    }
  }
  /** Only what came before counts: a port that is gone has closed the channel, too, and says so itself. */
  async #closed(channel: number): Promise<void> {
    try {
      await this.#session.ask(`AT+CCHC=${channel}`, { priority: 'user' })
    } catch (error) {
      if (!(error instanceof Fault)) throw error
    }
  }
  get #session(): ModemSession {
    return this.#o.session()
  }
  async #opened(signal?: AbortSignal): Promise<number> {
    const command = `AT+CCHO="${ISD_R}"`
    const reply = await this.#send(command, signal)
    if (!reply.ok) {
      const fault = cardFault('AT+CCHO', reply.final)
      const ofCard = ['card-absent', 'card-busy', 'card-locked', 'card-puk'].includes(fault.code)
      throw ofCard ? fault : new Fault('esim-none', quoted(`AT+CCHO: ${finalLine(reply.final)}`))
    }
    // Some say the number alone, without the name of the command.
    const [, channel] = /^(?:\+CCHO: *)?"?(\d{1,3})"?$/m.exec(reply.lines.join('\n')) ?? []
    if (channel === undefined) throw new Fault('esim-unclear', noChannelWords(reply.lines))
    return Number(channel)
  }
  async #transmit(channel: number, command: Uint8Array, signal?: AbortSignal): Promise<ApduAnswer> {
    const hex = hexOf(command).toUpperCase()
    const text = `AT+CGLA=${channel},${hex.length},"${hex}"`
    const reply = await this.#send(text, signal)
    if (!reply.ok) throw new Fault('esim-refused', quoted(`AT+CGLA: ${finalLine(reply.final)}`))
    const facts = this.#o.knowledge.answer(text, reply.lines)
    const digits = textIn(facts['response'])
    const response = fromHex(digits)
    // Some modems count octets, not digits.
    const announced = numberIn(facts['length'])
    const whole = announced === digits.length || announced === digits.length / 2
    if (!response || response.length < 2 || !whole)
      throw new Fault('esim-unclear', cutWords(announced, digits.length))
    const status = (response.at(-2) ?? 0) * 256 + (response.at(-1) ?? 0)
    return { data: response.subarray(0, -2), status: numberIn(status) }
  }
  #send(command: string, signal?: AbortSignal) {
    return this.#session.ask(command, { priority: 'user', ...(signal && { signal }) })
  }
}
