import { ok, wrong } from '../../answer'
import type { Behaviour } from '../../behaviour'
import { numberIn } from '../../parameters'

/** As delivered (ECM beside four serial ports, 9205), and six serial ports (9206). */
const compositions = ['1', '86']

/**
 * The two values, and what the device is by them, as the descriptors came into option.c of Linux. No manual that tells the shape of the
 * answers is public: they are written as those of the other settings of this firmware. In force from the next start on.
 */
export const sim7070Usb: Behaviour = [
  {
    name: '+CUSBSELNV',
    test: () => ok(`+CUSBSELNV: (${compositions.join(',')})`),
    read: ({ modem }) => ok(`+CUSBSELNV: ${modem.stored.composition ?? compositions[0]}`),
    set: ({ modem, values }) => {
      const to = String(numberIn(values[0], 1, 86))
      if (!compositions.includes(to) || values.length !== 1) return wrong
      modem.stored.composition = to
      return {}
    },
  },
  {
    name: '+CREBOOT',
    test: () => ok(),
    execute: ({ modem }) => ({ after: () => modem.startAnew(1_000) }),
  },
]
