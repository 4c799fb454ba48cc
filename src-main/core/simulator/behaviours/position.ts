import { error, ok } from '../answer'
import type { Behaviour } from '../behaviour'
import { numberIn } from '../parameters'

/** Satellites: on and off, and no fix, as on a bench without an antenna (SIMCom AT manual, 17). */
export const position: Behaviour = [
  {
    name: '+CGPS',
    test: () => ok('+CGPS: (0-1),(1-3)'),
    read: ({ modem }) => ok(`+CGPS: ${modem.position.on ? 1 : 0},${modem.position.mode}`),
    set: ({ modem, values }) => {
      const on = numberIn(values[0], 0, 1)
      const mode = values[1]?.text ? numberIn(values[1], 1, 3) : 1
      // Turning on what is on is refused.
      if (on === undefined || mode === undefined || values.length > 2) return error
      if (on === 1 && modem.position.on) return error
      if (on === 1) modem.position.start(mode)
      else modem.position.stop()
      return {}
    },
  },
  {
    name: '+CGPSINFO',
    test: () => ok('+CGPSINFO: (0-255)'),
    execute: () => ok('+CGPSINFO: ,,,,,,,,'),
  },
]
