import { ok, wrong } from '../answer'
import type { Behaviour } from '../behaviour'
import { numberIn } from '../parameters'
import { tuple } from './tuple'

/** What a SIMCom modem reports by itself (SIMCom AT manual, 4.9 to 4.11). */
export const reporting: Behaviour = [
  {
    name: '+AUTOCSQ',
    test: () => ok('+AUTOCSQ: (0-1),(0-1)'),
    read: ({ modem }) => ok(`+AUTOCSQ: ${modem.signalReports.mode.join(',')}`),
    set: ({ modem, values }) => {
      const on = numberIn(values[0], 0, 1)
      const mode = values[1]?.text ? numberIn(values[1], 0, 1) : 0
      if (on === undefined || mode === undefined || values.length > 2) return wrong
      modem.signalReports.set(on, mode)
      return {}
    },
  },
  tuple('+CSQDELTA', [[0, 5]], [5]),
  tuple('+CATR', [[0, 7]], [0]),
]
