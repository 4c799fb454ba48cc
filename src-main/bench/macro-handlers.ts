import type { Handlers, Macro, macroCalls } from '@contract'
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
