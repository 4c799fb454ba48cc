import type { ToldComparison } from '@contract'
import { comparisonSections } from '@core/compare/compare-text'
import { compare } from '@core/compare/difference'
import type { SlotName } from '@core/modem/slot-names'
import { packedReplay } from '@core/simulator/replay/packed-replay'
import type { Language } from '@core/words'
import { octetsOf } from '@bench/base64'
import { Breath, breathes } from '@bench/breath'
import type { Environment } from '@bench/environment'
import { readRunLog } from '@bench/soak/soak-log'
import { writtenLog, writtenReport } from '../export'
import { liveSource, openedSource } from '../export-source'
import type { LogBook } from '../log-book'
import { noCount, noRow, noRows } from '../log-walk'
import type { Masking } from '../masking'
import { eachOf } from '../merged-rows'
import { OpenedLogs, type OpenedParts } from '../opened-logs'
import { Searches } from '../searches'
import { stepsOf, storiesOf, type Rows } from '../telling'
import type { Desk, LogName, TakenSteps } from './desk-calls'
import type { LiveLog } from './live-log'

const bothSlots: readonly SlotName[] = ['a', 'b']

/** What is needed to read logs. */
export type DeskParts = OpenedParts & Pick<Environment, 'readJournal'>

/** Logs, opened ones and the live one, and all that is done with them, in the thread that asks. */
export function deskWork(parts: DeskParts, masking: Masking, live: LiveLog): Desk {
  const { clock } = parts
  const logs = new OpenedLogs(parts)
  const searches = new Searches(clock)
  const liveBook = async (): Promise<LogBook> => {
    const breath = new Breath(clock)
    await live.follow(() => breath.ifDue().then(() => true))
    return live.book
  }
  const rowsOf = async (opened: LogName): Promise<() => Rows> => {
    if (opened !== undefined) {
      const { rows } = await logs.whole(opened)
      return () => rows
    }
    const book = await liveBook()
    return () => eachOf(book.pieces(bothSlots))
  }
  const redactor = (redact: boolean) => (redact ? masking.redactor() : undefined)
  const learnt = async (opened: LogName, redact: boolean): Promise<() => Rows> => {
    const rows = await rowsOf(opened)
    if (redact) await masking.learn(rows())
    return rows
  }
  const taken = async (log: LogName | TakenSteps, redact: boolean): Promise<TakenSteps> =>
    typeof log === 'object' ? log : stepsOf((await rowsOf(log))(), redactor(redact), clock)
  return {
    ...searchWork(logs, searches, live),
    open: async ({ id, name, bytes }) => logs.open(id, name, bytes),
    feed: ({ id, base64, last }) => logs.feed(id, octetsOf(base64), last),
    learn: ({ id, as, sent, received }) => logs.learn(id, as, sent, received),
    drop: async ({ id }) => logs.drop(id),
    size: async () => logs.size,
    file: async ({ of, ...how }) => {
      const source =
        typeof of === 'string'
          ? await openedSource(logs, of, clock)
          : liveSource(await liveBook(), of)
      return writtenLog(source, how, masking, clock)
    },
    report: async (input) => writtenReport(await liveBook(), input, masking, clock),
    stories: async ({ opened, language, redact }) => {
      const rows = await learnt(opened, redact)
      return storiesOf(rows(), redactor(redact), language, clock)
    },
    look: async ({ opened, places }) => masking.learn((await rowsOf(opened))(), places),
    steps: async ({ opened, redact }) => {
      const rows = await learnt(opened, redact)
      return stepsOf(rows(), redactor(redact), clock)
    },
    compare: async ({ good, bad, language, redact }) => {
      // What is hidden in one of them is known in the other before either is told; the live one names first.
      const names = [good, bad].filter((log) => typeof log !== 'object')
      if (names.includes(undefined)) await learnt(undefined, redact)
      for (const name of names) if (name !== undefined) await learnt(name, redact)
      return compared(await taken(good, redact), await taken(bad, redact), language)
    },
    runLog: (input) => readRunLog(parts, masking, input),
    replay: async ({ id, slot }) => {
      const { name, rows } = await logs.whole(id)
      return packedReplay(rows, { name, ...(slot ? { slot } : {}) }, breathes(clock))
    },
  }
}

/** What looks for rows, and can be ended. */
function searchWork(
  logs: OpenedLogs,
  searches: Searches,
  live: LiveLog,
): Pick<Desk, 'page' | 'find' | 'count' | 'stop' | 'row'> {
  return {
    page: ({ opened, filter, wanted, search }) =>
      searches.run(search, async (goOn) => {
        if (opened !== undefined) return logs.page(opened, filter, wanted, goOn)
        return (await live.follow(goOn)) ? live.book.page(filter, wanted, goOn) : noRows
      }),
    find: ({ opened, filter, goal, heading, search }) =>
      searches.run(search, async (goOn) => {
        if (opened !== undefined) return logs.find(opened, filter, goal, heading, goOn)
        return (await live.follow(goOn)) ? live.book.find(filter, goal, heading, goOn) : noRow
      }),
    count: ({ opened, filter, of, search }) =>
      searches.run(search, async (goOn) => {
        if (opened !== undefined) return logs.count(opened, filter, of, goOn)
        return (await live.follow(goOn)) ? live.book.count(filter, of, goOn) : noCount
      }),
    stop: async ({ search }) => searches.stop(search),
    row: ({ slot, rowId }) =>
      searches.run(undefined, async (goOn) =>
        (await live.follow(goOn)) ? live.book.row(slot, rowId, goOn) : undefined,
      ),
  }
}

/** What sets two logs apart, of which the steps are known. */
function compared(good: TakenSteps, bad: TakenSteps, language: Language): ToldComparison {
  const starts = { good: good.startMs, bad: bad.startMs }
  return comparisonSections(compare(good.steps, bad.steps), language, starts)
}
