import type { Handlers, Macro, macroCalls } from '@contract'
import { macroFrom } from '@core/macro/parse'
import type { Environment } from '@bench/environment'
import type { Macros } from '@bench/macros/macros'
import type { Slots } from '@bench/slot/slot'
import type { Windows } from '@bench/window/windows'

/** What of the bench is needed here. */
export interface MacroParts {
  readonly environment: Environment
  readonly macros: Macros
  readonly slots: Slots
  readonly outbox: Windows
}

const typed = (name: string, text: string) => ({
  macro: { id: name, name, text, own: true },
  script: macroFrom(text),
})

/** The calls for macros. */
export function macroHandlersOf(bench: MacroParts): Pick<Handlers, keyof typeof macroCalls> {
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
    'macros.answer': async ({ slot, answer }) => slots[slot].macro.answer(answer),
    'macros.stop': async ({ slot }) => slots[slot].macro.stop(),
  }
}
