import { ok } from '../answer'
import type { Behaviour } from '../behaviour'

export const power: Behaviour = [
  {
    name: '+CPOF',
    test: () => ok(),
    execute: ({ modem }) => ({ after: () => modem.power.shutDown() }),
  },
  {
    name: '+CRESET',
    test: () => ok(),
    execute: ({ modem }) => ({ after: () => modem.power.restart(700, 200) }),
  },
]
