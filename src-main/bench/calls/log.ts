import type { Handlers, logCalls } from '@contract'
import type { Slots } from '@bench/slot/slot'
import type { LogBook } from '@bench/log/log-book'
import type { LogDesk } from '@bench/log/desk/log-desk'

/** What of the bench is needed here. */
export interface LogCallParts {
  readonly slots: Slots
  readonly log: LogBook
  readonly logs: LogDesk
}

/** The calls for rows of the live log and of opened ones, for comments and bookmarks. */
export function logHandlersOf({
  slots,
  log,
  logs,
}: LogCallParts): Pick<Handlers, keyof typeof logCalls> {
  return {
    'log.open': (input) => logs.open(input),
    'log.feed': (input) => logs.feed(input),
    'log.learn': (input) => logs.learn(input),
    'log.page': ({ filter, opened, search, ...wanted }) =>
      logs.page({ opened, filter, wanted, search }),
    'log.find': ({ filter, goal, opened, search, ...heading }) =>
      logs.find({ opened, filter, goal, heading, search }),
    'log.count': ({ filter, of, opened, search }) => logs.count({ opened, filter, of, search }),
    'log.stop': (input) => logs.stop(input),
    'log.drop': (input) => logs.drop(input),
    'log.bookmark': async ({ slot, rowId, on }) => {
      const row = await logs.row({ slot, rowId })
      slots[slot].recorder.bookmark(rowId, on, row?.text ?? '')
    },
    'log.marks': async () => log.marks,
  }
}
