import { ok, wrong } from '../answer'
import type { Behaviour } from '../behaviour'
import { numberIn } from '../parameters'

/** Packet domain events, +CGEV (27.007, 10.1.19). */
export const events: Behaviour = [
  {
    name: '+CGEREP',
    test: () => ok('+CGEREP: (0-2),(0,1)'),
    read: ({ channel }) => ok(`+CGEREP: ${channel.settings['+CGEREP']},0`),
    set: ({ channel, values }) => {
      const mode = numberIn(values[0], 0, 2)
      const buffering = values[1] ? numberIn(values[1], 0, 1) : 0
      if (mode === undefined || buffering === undefined || values.length > 2) return wrong
      channel.settings['+CGEREP'] = mode
      return {}
    },
  },
]
