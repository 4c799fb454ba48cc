import type { Handlers, logCalls } from '@contract'
import { Searches } from '@bench/log/searches'
import type { Environment } from '@bench/environment'
import type { Slots } from '@bench/slot/slot'
import type { LogBook } from '@bench/log/log-book'
import type { OpenedLogs } from '@bench/log/opened-logs'

/** What of the bench is needed here. */
export interface LogCallParts {
  readonly environment: Environment
  readonly slots: Slots
  readonly log: LogBook
  readonly logs: OpenedLogs
}

/** The calls for rows of the live log and of opened ones, for comments and bookmarks. */
export function logHandlersOf(bench: LogCallParts): Pick<Handlers, keyof typeof logCalls> {
  const { environment, slots } = bench
  const searches = new Searches(environment.clock)
  return {
    'log.open': async ({ name, bytes }) => bench.logs.open(name, bytes),
    'log.feed': async ({ id, base64, last }) => bench.logs.feed(id, base64, last),
    'log.learn': async ({ id, sent, received }) => bench.logs.learn(id, sent, received),
    'log.page': async ({ filter, opened, search, ...wanted }) =>
      searches.run(search, (goOn) =>
        opened === undefined
          ? bench.log.page(filter, wanted, goOn)
          : bench.logs.page(opened, filter, wanted, goOn),
      ),
    'log.find': async ({ filter, goal, opened, search, ...heading }) =>
      searches.run(search, (goOn) =>
        opened === undefined
          ? bench.log.find(filter, goal, heading, goOn)
          : bench.logs.find(opened, filter, goal, heading, goOn),
      ),
    'log.count': async ({ filter, of, opened, search }) =>
      searches.run(search, (goOn) =>
        opened === undefined
          ? bench.log.count(filter, of, goOn)
          : bench.logs.count(opened, filter, of, goOn),
      ),
    'log.stop': async ({ search }) => searches.stop(search),
    'log.drop': async ({ id }) => bench.logs.drop(id),
    'log.bookmark': async ({ slot, rowId, on }) => {
      const row = await searches.run(undefined, (goOn) => bench.log.row(slot, rowId, goOn))
      slots[slot].recorder.bookmark(rowId, on, row?.text ?? '')
    },
    'log.marks': async () => bench.log.marks,
  }
}
