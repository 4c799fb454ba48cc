import type { Handlers, simulatorCalls } from '@contract'
import type { Environment } from '@bench/environment'
import type { OpenedLogs } from '@bench/log/opened-logs'

/** What of the bench is needed here. */
export interface SimulatorParts {
  readonly environment: Environment
  readonly logs: OpenedLogs
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
      const { name, rows } = await logs.whole(id)
      return { path: await simulators.replay(name, rows, of) }
    },
  }
}
