import type { Handlers, Macro, macroCalls } from '@contract'
import { macroFrom } from '@core/macro/parse'
import type { Bench } from '@bench/bench'

const typed = (name: string, text: string) => ({
  macro: { id: name, name, text, own: true },
  script: macroFrom(text),
})

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
    'macros.run': async ({ slot, id, text, values }) => {
      const { macro, script } = text === undefined ? macros.find(id) : typed(id, text)
      // How it goes and ends travels in the state.
      const ended = slots[slot].macro.start(macro, script, values)
      ended.catch((error: unknown) => environment.report(error, `macro on slot ${slot}`))
    },
    'macros.stop': async ({ slot }) => slots[slot].macro.stop(),
  }
}
