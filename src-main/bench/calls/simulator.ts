import type { Handlers, simulatorCalls } from '@contract'
import type { Environment } from '@bench/environment'
import type { LogDesk } from '@bench/log/desk/log-desk'

/** What of the bench is needed here. */
export interface SimulatorParts {
  readonly environment: Environment
  readonly logs: LogDesk
}

/** The calls for simulated modems. */
export function simulatorHandlersOf({
  environment: { simulators },
  logs,
}: SimulatorParts): Pick<Handlers, keyof typeof simulatorCalls> {
  return {
    'simulator.list': async () => simulators.list(),
    'simulator.control': async ({ name, fault, value }) => simulators.control(name, fault, value),
    'simulator.replay': async ({ id, of }) => {
      const replay = await logs.replay({ id, slot: of })
      return { path: await simulators.replay(id, replay, of) }
    },
  }
}
