import { ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { numberIn } from '../parameters'
import { numberSetting } from './setting'

const rates = [
  300, 1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600, 3000000,
  3200000, 3686400, 4000000,
]

/** RTS/CTS towards the host and from it; not kept over power cycles. */
function setFlow({ modem, values }: Asked): Outcome {
  const byHost = numberIn(values[0], 0, 2)
  const byModem = values[1] ? numberIn(values[1], 0, 2) : 0
  const known = (value: number | undefined) => value === 0 || value === 2
  if (!known(byHost) || !known(byModem) || values.length > 2) return wrong
  return { after: () => modem.setFlow({ byHost: byHost ?? 0, byModem: byModem ?? 0 }) }
}

function rateOf({ values }: Asked): number | undefined {
  const rate = values.length === 1 ? numberIn(values[0], 0, 4_000_000) : undefined
  return rate !== undefined && rates.includes(rate) ? rate : undefined
}

/** The OK still goes at the old speed; the speed changes when it has left. */
function setRate(asked: Asked, keep: boolean): Outcome {
  const rate = rateOf(asked)
  if (rate === undefined) return wrong
  return {
    after: () => {
      if (keep) asked.modem.stored.baudRate = rate
      asked.modem.setBaudRate(rate)
    },
  }
}

const rateTest = `(${rates.join(',')})`

export const flow: Behaviour = [
  {
    name: '+IFC',
    test: () => ok('+IFC: (0,2),(0,2)'),
    read: ({ modem }) => ok(`+IFC: ${modem.flow.byHost},${modem.flow.byModem}`),
    set: setFlow,
  },
  {
    name: '+IPR',
    test: () => ok(`+IPR: (),${rateTest}`),
    read: ({ modem }) => ok(`+IPR: ${modem.baudRate()}`),
    set: (asked) => setRate(asked, false),
  },
  {
    name: '+IPREX',
    test: () => ok(`+IPREX: ${rateTest}`),
    read: ({ modem }) => ok(`+IPREX: ${modem.stored.baudRate}`),
    set: (asked) => setRate(asked, true),
  },
  {
    name: '+ICF',
    test: () => ok('+ICF: (1-6),(0-3)'),
    read: () => ok('+ICF: 3,3'),
    set: () => ok(),
  },
  numberSetting('+CSCLK', 2),
]
