import { z } from 'zod'
import { Fault, faultCode } from '@core/fault'
import type { Clock } from '@core/ports/clock'
import type { SoracomEvent, SoracomSim, SoracomUsage } from '@core/soracom/platform'
import {
  airStatsAnswer,
  eventAnswer,
  groupAnswer,
  read,
  simAnswer,
  type SimAnswer,
} from './answers'
import { operations } from './operations'
import { eventsOf, isSim, simOf, usageOf, type SimNumbers } from './seen'
import type { Answered, Way } from './way'

const dayMs = 86_400_000
const twoHoursS = 7200
const mostEvents = 50
/** With these the SIM may still be found by a search: SORACOM's id of an eSIM is another number than its ICCID. */
const notByItsId: ReadonlySet<string> = new Set(['soracom-no-sim', 'soracom-refused'])

/** A group that is not told of. */
const unreadable: ReadonlySet<string> = new Set([
  'soracom-forbidden',
  'soracom-no-sim',
  'soracom-refused',
])

export interface LookedAt {
  readonly sim: SoracomSim
  readonly events: readonly SoracomEvent[]
  readonly aheadMs: number | null
}

/** Asks about one SIM; what SORACOM calls it is found out once. */
export class SimLooking {
  readonly #ids = new Map<string, string>()
  /** Names of groups by their ids; null: it has none, or may not be read. */
  readonly #groups = new Map<string, string | null>()
  readonly #clock: Clock
  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Two questions; up to five the first time: the search for the SIM, and the name of its group. */
  async look(way: Way, numbers: SimNumbers): Promise<LookedAt> {
    const { answer, aheadMs } = await this.#sim(way, numbers)
    const fromMs = this.#clock.nowMs() + (aheadMs ?? 0) - dayMs
    const asked = operations.listSimSessionEvents(answer.simId, Math.round(fromMs), mostEvents)
    const { body } = await way.ask(asked)
    const events = eventsOf(read(z.array(eventAnswer), body), aheadMs)
    const groupName = await this.#groupName(way, answer.groupId ?? null)
    return { sim: { ...simOf(answer), groupName }, events, aheadMs }
  }
  async usage(way: Way, simId: string): Promise<readonly SoracomUsage[]> {
    const toS = Math.round(this.#clock.nowMs() / 1000)
    const { body } = await way.ask(operations.getAirStatsOfSim(simId, toS - twoHoursS, toS))
    return usageOf(read(z.array(airStatsAnswer), body))
  }
  /** What SORACOM calls the SIM. */
  async id(way: Way, numbers: SimNumbers): Promise<string> {
    return this.#ids.get(keyOf(numbers)) ?? (await this.#sim(way, numbers)).answer.simId
  }
  async sim(way: Way, numbers: SimNumbers): Promise<SoracomSim> {
    return simOf((await this.#sim(way, numbers)).answer)
  }
  /** Another account may have other SIMs. */
  forget(): void {
    this.#ids.clear()
    this.#groups.clear()
  }

  /** Asked once: a name is a help for people, and an account that may not read it may all the rest. */
  async #groupName(way: Way, groupId: string | null): Promise<string | null> {
    if (groupId === null) return null
    const known = this.#groups.get(groupId)
    if (known !== undefined) return known
    try {
      const { body } = await way.ask(operations.getGroup(groupId))
      const name = read(groupAnswer, body).tags?.['name'] ?? null
      this.#groups.set(groupId, name)
      return name
    } catch (error) {
      if (!unreadable.has(faultCode(error) ?? '')) throw error
      this.#groups.set(groupId, null)
      return null
    }
  }

  async #sim(way: Way, numbers: SimNumbers) {
    const key = keyOf(numbers)
    const known = this.#ids.get(key) ?? numbers.iccid
    const direct = known === undefined ? undefined : await this.#byId(way, known)
    const found = direct ?? (await this.#bySearch(way, numbers))
    this.#ids.set(key, found.answer.simId)
    return found
  }
  async #byId(way: Way, simId: string) {
    try {
      return got(await way.ask(operations.getSim(simId)))
    } catch (error) {
      if (!notByItsId.has(faultCode(error) ?? '')) throw error
      return undefined
    }
  }
  async #bySearch(way: Way, numbers: SimNumbers) {
    for (const by of ['iccid', 'imsi'] as const) {
      const value = numbers[by]
      if (value === undefined) continue
      const { body } = await way.ask(operations.searchSims(by, value))
      const match = read(z.array(simAnswer), body).find((one) => isSim(one, numbers))
      // A search lags behind: what is true now is asked of the SIM itself.
      if (match) return got(await way.ask(operations.getSim(match.simId)))
    }
    throw new Fault('soracom-no-sim')
  }
}

const keyOf = ({ iccid, imsi }: SimNumbers): string => iccid ?? imsi ?? ''

function got({ body, aheadMs }: Answered): {
  readonly answer: SimAnswer
  readonly aheadMs: number | null
} {
  return { answer: read(simAnswer, body), aheadMs }
}
