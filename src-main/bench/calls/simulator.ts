import type { Handlers, simulatorCalls } from '@contract'
import type { Bench } from '@bench/bench'

/** The calls for simulated modems. */
export function simulatorHandlersOf({
  environment: { simulators },
  logs,
}: Bench): Pick<Handlers, keyof typeof simulatorCalls> {
  return {
    'simulator.list': async () => simulators.list(),
    'simulator.control': async ({ name, fault, value }) => simulators.control(name, fault, value),
    'simulator.replay': async ({ id, of }) => {
      const { name, rows } = logs.whole(id)
      return { path: await simulators.replay(name, rows, of) }
    },
  }
}
