import { ok, wrong } from '../answer'
import type { Behaviour } from '../behaviour'
import { numberIn } from '../parameters'

const compositions = [9001, 9003, 9011, 9018]

/** `AT+CUSBPIDSWITCH=<pid>,<reset>,<save>` (SIM7500_SIM7600 manual): with <reset> 1 the device leaves the bus and comes back. */
export const usb: Behaviour = [
  {
    name: '+CUSBPIDSWITCH',
    test: () => ok(`+CUSBPIDSWITCH: (${compositions.join(',')}),(0-1),(0-1)`),
    read: ({ modem }) => ok(`+CUSBPIDSWITCH: ${modem.stored.usbId}`),
    set: ({ modem, values }) => {
      const id = numberIn(values[0], 9001, 9018)
      const reset = numberIn(values[1], 0, 1)
      const save = numberIn(values[2], 0, 1)
      if (id === undefined || !compositions.includes(id) || values.length !== 3) return wrong
      if (reset === undefined || save === undefined) return wrong
      return {
        after: () => {
          modem.stored.usbId = id
          if (reset === 1) modem.reEnumerate()
        },
      }
    },
  },
]
