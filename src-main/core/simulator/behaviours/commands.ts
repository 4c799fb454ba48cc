import { ok } from '../answer'
import type { Behaviour } from '../behaviour'

/** AT+CLAC: what this modem knows, one a line with its AT (27.007, 8.37). */
export const commands: Behaviour = [
  {
    name: '+CLAC',
    test: () => ok(),
    execute: ({ modem }) =>
      ok(
        ...[...modem.registry.values()]
          .filter(({ test, read }) => test !== undefined || read !== undefined)
          .map(({ name }) => `AT${name}`),
      ),
  },
]
