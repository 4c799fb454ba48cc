import type { Handlers, Macro, logCalls, macroCalls } from '@contract'
import type { Bench } from './bench'

/** The calls for macros. */
export function macroHandlersOf(bench: Bench): Pick<Handlers, keyof typeof macroCalls> {
  const { environment, macros, slots } = bench
  const told = (all: readonly Macro[]): readonly Macro[] => {
    bench.outbox.send('macros', all)
    return all
  }
  return {
    'macros.list': async () => macros.all,
    'macros.save': async (row) => told(await macros.save(row)),
    'macros.remove': async ({ id }) => told(await macros.remove(id)),
    'macros.run': async ({ slot, id, values }) => {
      const { macro, script } = macros.find(id)
      // How it goes and ends travels in the state.
      const ended = slots[slot].macro.start(macro, script, values)
      ended.catch((error: unknown) => environment.report(error, `macro on slot ${slot}`))
    },
    'macros.stop': async ({ slot }) => slots[slot].macro.stop(),
  }
}

/** The calls for log files that are opened, and for comments and bookmarks in the live log. */
export function logHandlersOf(bench: Bench): Pick<Handlers, keyof typeof logCalls> {
  const { log, logs, slots } = bench
  return {
    'log.open': async ({ name, bytes }) => logs.open(name, bytes),
    'log.feed': async ({ id, base64, last }) => logs.feed(id, base64, last),
    'log.openedPage': async (input) => logs.page(input),
    'log.drop': async ({ id }) => logs.drop(id),
    'log.bookmark': async ({ slot, rowId, on }) => {
      const row = await log.find(slot, rowId)
      slots[slot].recorder.bookmark(rowId, on, row?.text ?? '')
    },
    'log.marks': async () => log.marks,
  }
}
