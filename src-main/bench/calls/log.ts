import type { Handlers, logCalls } from '@contract'
import type { GoOn } from '@bench/log/log-walk'
import { Searches } from '@bench/log/searches'
import type { Environment } from '@bench/environment'
import type { Slots } from '@bench/slot/slot'
import type { LogBook } from '@bench/log/log-book'
import type { LogDesk } from '@bench/log/desk/log-desk'

/** What of the bench is needed here. */
export interface LogCallParts {
  readonly environment: Environment
  readonly slots: Slots
  readonly log: LogBook
  readonly logs: LogDesk
}

/** The calls for rows of the live log and of opened ones, for comments and bookmarks. */
export function logHandlersOf(bench: LogCallParts): Pick<Handlers, keyof typeof logCalls> {
  const { environment, slots, log, logs } = bench
  const searches = new Searches(environment.clock)
  /** A search of one name ends the one before, whichever log that is in. */
  const live = async <T>(search: string | undefined, look: (goOn: GoOn) => Promise<T>) => {
    if (search !== undefined) await logs.stop({ search })
    return searches.run(search, look)
  }
  const over = (search: string | undefined) => {
    if (search !== undefined) searches.stop(search)
  }
  return {
    'log.open': (input) => logs.open(input),
    'log.feed': (input) => logs.feed(input),
    'log.learn': (input) => logs.learn(input),
    'log.page': async ({ filter, opened, search, ...wanted }) => {
      if (opened === undefined) return live(search, (goOn) => log.page(filter, wanted, goOn))
      over(search)
      return logs.page({ id: opened, filter, wanted, search })
    },
    'log.find': async ({ filter, goal, opened, search, ...heading }) => {
      if (opened === undefined) return live(search, (goOn) => log.find(filter, goal, heading, goOn))
      over(search)
      return logs.find({ id: opened, filter, goal, heading, search })
    },
    'log.count': async ({ filter, of, opened, search }) => {
      if (opened === undefined) return live(search, (goOn) => log.count(filter, of, goOn))
      over(search)
      return logs.count({ id: opened, filter, of, search })
    },
    'log.stop': async ({ search }) => {
      searches.stop(search)
      await logs.stop({ search })
    },
    'log.drop': (input) => logs.drop(input),
    'log.bookmark': async ({ slot, rowId, on }) => {
      const row = await searches.run(undefined, (goOn) => log.row(slot, rowId, goOn))
      slots[slot].recorder.bookmark(rowId, on, row?.text ?? '')
    },
    'log.marks': async () => log.marks,
  }
}
