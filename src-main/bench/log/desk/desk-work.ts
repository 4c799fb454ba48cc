import type { ToldComparison } from '@contract'
import { comparisonSections } from '@core/compare/compare-text'
import { compare } from '@core/compare/difference'
import type { LogRow } from '@core/log/row'
import { packedReplay } from '@core/simulator/replay/packed-replay'
import type { Language } from '@core/words'
import { octetsOf } from '@bench/base64'
import { breathes } from '@bench/breath'
import type { Environment } from '@bench/environment'
import { readRunLog } from '@bench/soak/soak-log'
import { writtenLog } from '../export'
import { openedSource } from '../export-source'
import type { Masking } from '../masking'
import { OpenedLogs, type OpenedParts } from '../opened-logs'
import { Searches } from '../searches'
import { stepsOf, storiesOf } from '../telling'
import type { Desk, TakenSteps } from './desk-calls'

/** What is needed to read logs. */
export type DeskParts = OpenedParts & Pick<Environment, 'readJournal'>

/** Opened logs, and all that is done with them, in the thread that asks. */
export function deskWork(parts: DeskParts, masking: Masking): Desk {
  const { clock } = parts
  const logs = new OpenedLogs(parts)
  const searches = new Searches(clock)
  const rowsOf = async (id: string): Promise<readonly LogRow[]> => (await logs.whole(id)).rows
  const redactor = (redact: boolean) => (redact ? masking.redactor() : undefined)
  const taken = async (log: string | TakenSteps, redact: boolean): Promise<TakenSteps> =>
    typeof log === 'string' ? stepsOf(await rowsOf(log), redactor(redact), clock) : log
  return {
    open: async ({ id, name, bytes }) => logs.open(id, name, bytes),
    feed: ({ id, base64, last }) => logs.feed(id, octetsOf(base64), last),
    learn: ({ id, as, sent, received }) => logs.learn(id, as, sent, received),
    page: ({ id, filter, wanted, search }) =>
      searches.run(search, (goOn) => logs.page(id, filter, wanted, goOn)),
    find: ({ id, filter, goal, heading, search }) =>
      searches.run(search, (goOn) => logs.find(id, filter, goal, heading, goOn)),
    count: ({ id, filter, of, search }) =>
      searches.run(search, (goOn) => logs.count(id, filter, of, goOn)),
    stop: async ({ search }) => searches.stop(search),
    drop: async ({ id }) => logs.drop(id),
    size: async () => logs.size,
    file: async ({ id, ...how }) =>
      writtenLog(await openedSource(logs, id, clock), how, masking, clock),
    stories: async ({ id, language, redact }) => {
      const rows = await rowsOf(id)
      if (redact) await masking.learn(rows)
      return storiesOf(rows, redactor(redact), language, clock)
    },
    look: async ({ id, places }) => masking.learn(await rowsOf(id), places),
    compare: async ({ good, bad, language, redact }) => {
      if (redact)
        for (const log of [good, bad])
          if (typeof log === 'string') await masking.learn(await rowsOf(log))
      return compared(await taken(good, redact), await taken(bad, redact), language)
    },
    runLog: (input) => readRunLog(parts, masking, input),
    replay: async ({ id, slot }) => {
      const { name, rows } = await logs.whole(id)
      return packedReplay(rows, { name, ...(slot ? { slot } : {}) }, breathes(clock))
    },
  }
}

/** What sets two logs apart, of which the steps are known. */
export function compared(good: TakenSteps, bad: TakenSteps, language: Language): ToldComparison {
  const starts = { good: good.startMs, bad: bad.startMs }
  return comparisonSections(compare(good.steps, bad.steps), language, starts)
}
