import type { EsimContents } from '@contract'
import type { Knowledge } from '@core/at/knowledge'
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
import { isFine, storeData } from '@core/esim/store-data'
import { errorWords, Fault, faultCode } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import type { Clock } from '@core/ports/clock'
import { sleep } from '@core/wait'
import { quoted } from '@core/words'
import { statusWord } from '@catalog/decoders/shared/status-word'
import { InTurn } from '@bench/in-turn'
import { CardChannel } from './card-channel'
import {
  deliverNotices,
  ProfileDownload,
  type DownloadOptions,
  type DownloadWishes,
} from './download'
import { nameWords, refusedWords, ruleWords, stoppedWords, unclearWords, whichWords } from './words'

export interface EsimOptions extends DownloadOptions {
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
  readonly #o: EsimOptions
  readonly #turn = new InTurn()

  constructor(options: EsimOptions) {
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

  /** Brings a profile of a server to the eUICC; rejects with esim-lpac-missing where lpac is not installed. */
  download(wishes: DownloadWishes, signal?: AbortSignal): Promise<EsimContents> {
    const download = new ProfileDownload(this.#o, wishes)
    return this.#turn.run(async () => {
      await download.run(signal)
      return this.#readAfter(signal)
    })
  }
  /** Delivers the notices that wait on the eUICC to the operators, and takes them off it. */
  deliver(signal?: AbortSignal): Promise<EsimContents> {
    return this.#turn.run(async () => {
      await deliverNotices(this.#o, signal)
      return this.#on((ask) => this.#contents(ask, signal), signal)
    })
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
    const { session, knowledge } = this.#o
    const channel = await CardChannel.open(session(), knowledge, ISD_R, signal)
    try {
      return await work(async (request, stop) => {
        const transmit = async (command: Uint8Array) => {
          const said = await channel.exchange(command, stop)
          const status = (said.at(-2) ?? 0) * 256 + (said.at(-1) ?? 0)
          return { data: said.subarray(0, -2), status }
        }
        const { data, status } = await storeData(transmit, channel.number, request)
        if (!isFine(status))
          throw new Fault('esim-refused', statusWord(status >> 8, status & 0xff).words)
        return data
      })
    } finally {
      await channel.close()
    }
  }
}
